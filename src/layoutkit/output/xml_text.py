"""Text as XML files and metadata can hold it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["escaped", "in_attribute", "storable"]

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped (section 2.2): most control characters, lone surrogates."""
_REPLACEMENT = "\ufffd"
_ESCAPES: Mapping[str, str] = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_IN_ATTRIBUTES: Mapping[str, str] = {**_ESCAPES, '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def storable(text: str) -> str:
    """The text with a replacement character for each one that no file can hold."""
    return _FORBIDDEN.sub(_REPLACEMENT, text)


def escaped(text: str) -> str:
    """The text as the content of an element."""
    return "".join(_ESCAPES.get(c, c) for c in storable(text))


def in_attribute(text: str) -> str:
    """The text as a value between double quotes."""
    return "".join(_IN_ATTRIBUTES.get(c, c) for c in storable(text))
