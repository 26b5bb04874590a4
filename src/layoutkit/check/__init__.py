"""Rules that a figure has to pass."""
