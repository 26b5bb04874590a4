"""Placed and painted figure -> findings: a rule in each file, all of them in ``rules``."""
