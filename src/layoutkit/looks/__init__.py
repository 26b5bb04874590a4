"""Looks: token files in the package that extend the base theme. They are data, and this says where they are."""

from pathlib import Path

__all__ = ["LOOKS"]

LOOKS = {name: Path(__file__).parent / f"{name}.toml" for name in ("editorial", "friendly", "technical")}
"""By name, as in ``extends = "layoutkit/editorial"``; their fonts are beside them."""
