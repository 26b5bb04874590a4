"""What pytest leaves alone here."""

collect_ignore = ["faulty"]
"""Figures that are wrong on purpose; test_faulty_figures.py checks them as authors would."""
