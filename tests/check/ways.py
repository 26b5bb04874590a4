"""A way to follow a hint: what an author writes instead."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Way", "by"]


class Way(NamedTuple):
    """One of the ways that a hint offers."""

    edits: tuple[tuple[str, str], ...] = ()
    """What stands in the script (in tokens.toml, where the case has one), and what the author writes instead."""
    arguments: tuple[str, ...] = ()
    """What is added to the command."""
    tokens: str = ""
    """What is added to the tokens of the series: a line under ``[color]``."""


def by(*edits: str) -> Way:
    """Old, new, old, new …"""
    return Way(tuple(zip(edits[::2], edits[1::2], strict=True)))
