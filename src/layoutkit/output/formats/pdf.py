"""PDF: vector drawing with real text, for print and for reading aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.output.format import OutputFormat
from layoutkit.output.target import page_width
from layoutkit.tokens.schema import SCALE, WIDTH, Field, ValueKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.output.artwork import Artwork
    from layoutkit.output.pdf import Sheet
    from layoutkit.tokens import OutputTokens

__all__ = ["PDF"]


def _sheet(artwork: Artwork, output: OutputTokens) -> Sheet:
    from layoutkit.output.pdf import Sheet  # noqa: PLC0415

    width = page_width(output, artwork.display.width)
    return Sheet(artwork.display, artwork.metadata, width, output.keys["bleed"], output.keys["crop_marks"])


def _write(artwork: Artwork, output: OutputTokens) -> bytes:
    from layoutkit.output.pdf import pdf, source_date  # noqa: PLC0415

    return pdf(_sheet(artwork, output), source_date())


def _write_book(artworks: Sequence[Artwork], output: OutputTokens, title: str) -> bytes:
    from layoutkit.output.pdf import book, source_date  # noqa: PLC0415

    return book([_sheet(artwork, output) for artwork in artworks], title, source_date())


PDF = OutputFormat(
    name="pdf",
    keys={
        "scale": SCALE,
        "width": WIDTH,
        "bleed": Field(ValueKind.LENGTH, least=0, default=0.0),
        "crop_marks": Field(ValueKind.BOOLEAN, default=False),
    },
    sizes=(("scale",), ("width",)),
    media_type="application/pdf",
    write=_write,
    write_book=_write_book,
)
"""``bleed`` is how far backgrounds go on beyond the page; ``crop_marks`` show where to cut."""
