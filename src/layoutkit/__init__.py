"""Infographics from code."""
