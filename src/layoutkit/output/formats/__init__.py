"""The formats that files are written in: a module each, and a line here.

The modules load their writers when a file is written, since each pays for libraries that the others do not need.
"""

from layoutkit.diagnostics import did_you_mean, error
from layoutkit.output.format import OutputFormat
from layoutkit.output.formats.pdf import PDF
from layoutkit.output.formats.png import PNG
from layoutkit.output.formats.svg import SVG
from layoutkit.output.formats.webp import WEBP
from layoutkit.tokens.formats import formats
from layoutkit.tokens.values import OutputTokens

__all__ = ["PICTURE", "format_of", "of_books", "plain_output"]

for _format in (PNG, PDF, SVG, WEBP):
    formats.add(_format)

_SHARP, _LARGEST = 2.0, 100.0
"""The scale of a picture for the screens of today, and the largest that makes sense."""

_OF_PIXELS = (PNG, WEBP)
"""Those whose files are made of pixels; an SVG file only has edges that fall on them."""

PICTURE = PNG
"""The format of the pictures that the program itself shows: drafts, overlays, and those on the page of a catalog."""


def format_of(name: str) -> OutputFormat:
    """The format of an output, by the name that the token file has checked."""
    known = formats.get(name)
    if not isinstance(known, OutputFormat):
        raise TypeError(f"the format {name!r} has no writer")
    return known


def plain_output(name: str, scale: float | None = None, text: str | None = None) -> OutputTokens:
    """An output of a format with the defaults of its keys, whatever outputs a token file has.

    Args:
        name: of the format.
        scale: pixels for one px of the layout; defaults to 2 where the file has pixels, to 1 elsewhere.
        text: how texts are set, where the format has a choice; None for its default.

    Raises:
        LayoutkitError: there is no such format (``unknown-format``), the scale is none (``bad-scale``), or the format
            sets no text so (``unknown-text``).
    """
    known = formats.get(name)
    if not isinstance(known, OutputFormat):
        raise error("unknown-format", f"there is no format {name!r}", hint=did_you_mean(str(name), formats.names))
    if scale is None:
        scale = _SHARP if known in _OF_PIXELS else 1.0
    if isinstance(scale, bool) or not isinstance(scale, (int, float)) or not 0 < scale <= _LARGEST:
        message = f"scale is {scale!r}; expected a number above 0 and up to {_LARGEST:g}"
        raise error("bad-scale", message, hint="a scale of 2 gives two pixels for one px of the layout")
    keys = {key: field.default for key, field in known.keys.items()}
    if text is not None:
        words = known.keys["text"].words if "text" in known.keys else ()
        if text not in words:
            expected = f"expected {_listed(words)}" if words else f"{known.name} has no choice of text"
            hint = "leave text out, or write an SVG" if not words else did_you_mean(str(text), words)
            raise error("unknown-text", f"text is {text!r}; {expected}", hint=hint)
        keys["text"] = text
    return OutputTokens(known.name, known.name, {**keys, "scale": float(scale)})


def _listed(words: tuple[str, ...]) -> str:
    return " or ".join(map(repr, words))


def of_books() -> list[str]:
    """The names of the formats that can hold several figures in one file."""
    return [known.name for known in formats if isinstance(known, OutputFormat) and known.write_book is not None]
