"""Pieces of the regular expressions in ``Language.glue``."""

from __future__ import annotations

__all__ = ["GAP", "NUMBER_OR_LETTER", "SENTENCE_START", "SPACE"]

GAP = "(?P<gap>[ \u2000-\u200a]+)"
"""The gap that holds; each pattern has one."""
SPACE = "[ \u2000-\u200a]+"
"""Another gap beside it."""
SENTENCE_START = r"(?:^|(?<=[.!?:…—–]\s)|(?<=[“‘«\"(\[¿¡]))"
NUMBER_OR_LETTER = r"(?:\d|[IVXL]+(?!\w)|[A-Z](?!\w))"
"""What follows the name of a part: ``7``, ``II``, ``A``."""
