"""The formats that files are written in: a module each, and a line here.

The modules load their writers when a file is written, since each pays for libraries that the others do not need.
"""

from layoutkit.output.format import OutputFormat
from layoutkit.output.formats.pdf import PDF
from layoutkit.output.formats.png import PNG
from layoutkit.output.formats.svg import SVG
from layoutkit.tokens.formats import formats

__all__ = ["PICTURE", "format_of", "of_books"]

for _format in (PNG, PDF, SVG):
    formats.add(_format)

PICTURE = PNG
"""The format of the pictures that the program itself shows: drafts, overlays, and those on the page of a catalog."""


def format_of(name: str) -> OutputFormat:
    """The format of an output, by the name that the token file has checked."""
    known = formats.get(name)
    if not isinstance(known, OutputFormat):
        raise TypeError(f"the format {name!r} has no writer")
    return known


def of_books() -> list[str]:
    """The names of the formats that can hold several figures in one file."""
    return [known.name for known in formats if isinstance(known, OutputFormat) and known.write_book is not None]
