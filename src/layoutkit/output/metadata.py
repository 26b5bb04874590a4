"""What a file says about itself."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Metadata"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """The words that go with a picture, for search engines, screen readers and catalogues."""

    title: str
    alt: str
    """One or two sentences that describe what the picture shows."""
    language: str
    """BCP 47 tag of the words and of the picture's texts."""
    description: str = ""
    """The long description, where the alt text is not enough; may be empty."""
    name: str = ""
    """The figure's file name without suffix."""
    author: str = ""
    """Who made the picture; may be empty, as may the next."""
    licence: str = ""
    """What others may do with it, such as ``CC BY 4.0``."""
