"""The base theme: the look of a series before anything is changed. It is data, and this says where it is."""

from pathlib import Path

__all__ = ["TOKENS"]

TOKENS = Path(__file__).parent / "tokens.toml"
"""The token file; its fonts are beside it."""
