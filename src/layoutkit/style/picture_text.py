"""Texts of pictures as outlines in the fonts of the series."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.drawing.outline import transformed
from layoutkit.drawing.shapes import VectorText
from layoutkit.origin import Location
from layoutkit.path import Path
from layoutkit.text.direction import stretches
from layoutkit.text.family_name import has_serifs, is_monospace, real_name
from layoutkit.text.items import StyleRange, itemise
from layoutkit.text.shape import shape
from layoutkit.text.style import TextStyle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as FilePath

    from layoutkit.drawing.shapes import TextPiece, VectorImage, VectorItem, VectorShape
    from layoutkit.origin import Origin
    from layoutkit.path import PathOp
    from layoutkit.text.fonts import Face, FontLibrary

__all__ = ["PictureFonts", "with_outlines"]

_GENERIC = {
    **dict.fromkeys(("sans-serif", "system-ui", "ui-sans-serif", "arial", "helvetica", "helvetica neue"), "sans-serif"),
    **dict.fromkeys(("serif", "ui-serif", "times", "times new roman"), "serif"),
    **dict.fromkeys(("monospace", "ui-monospace", "courier", "courier new"), "monospace"),
}
"""Names that any font of a kind stands for. The fonts that PDF once brought along are replaced on most systems."""


@dataclass(frozen=True, slots=True)
class PictureFonts:
    """What the texts of a picture are set in."""

    library: FontLibrary
    family: str
    """Of the text around the picture, for texts that ask for none, or for any without serifs."""
    language: str


def with_outlines(image: VectorImage, fonts: PictureFonts, path: FilePath, origin: Origin) -> VectorImage:
    """The picture with its texts as shapes.

    Args:
        image: as it was read.
        fonts: of the series.
        path: of its file, for messages.
        origin: where the author placed it.

    Raises:
        LayoutkitError: the series has none of the fonts that a text asks for (``picture-file``), or its font lacks a
            character (``missing-glyph``).
    """
    if not any(isinstance(item, VectorText) for item in image.items):
        return image
    items: list[VectorItem] = []
    for item in image.items:
        if isinstance(item, VectorText):
            items += _Setter(item, fonts, path, origin).shapes()
        else:
            items.append(item)
    return replace(image, items=tuple(items))


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets one text."""

    text: VectorText
    fonts: PictureFonts
    path: FilePath
    origin: Origin

    def shapes(self) -> Iterator[VectorShape]:
        pen_x = pen_y = 0.0
        for line in self._lines():
            set_pieces = [self._outline(piece) for piece in line]
            x, y = line[0].x, line[0].y
            pen_x, pen_y = pen_x if x is None else x, pen_y if y is None else y
            share = {"start": 0.0, "middle": 0.5, "end": 1.0}[line[0].anchor]
            pen_x -= share * sum(width + piece.dx for piece, (_, width, _) in zip(line, set_pieces, strict=True))
            for piece, (ops, width, face) in zip(line, set_pieces, strict=True):
                pen_x, pen_y = pen_x + piece.dx, pen_y + piece.dy
                outline = Path(ops).moved(pen_x, pen_y + _shift(piece, face))
                if ops:
                    yield replace(piece.look, path=self._placed(outline))
                pen_x += width

    def _lines(self) -> list[list[TextPiece]]:
        """Pieces up to the next one with a place of its own; each line is anchored as a whole."""
        lines: list[list[TextPiece]] = []
        for piece in self.text.pieces:
            if not lines or piece.x is not None or piece.y is not None:
                lines.append([])
            lines[-1].append(piece)
        return lines

    def _outline(self, piece: TextPiece) -> tuple[tuple[PathOp, ...], float, Face]:
        """The outlines of a piece from its start on the baseline, and how far it reaches."""
        if any(rtl for _, _, rtl in stretches(piece.text)):
            raise self._error(f"its text {piece.text!r:.40} runs from right to left", "convert it to paths")
        family = self._family(piece)
        style = TextStyle(
            family,
            piece.weight,
            piece.italic,
            piece.size,
            letter_spacing=piece.letter_spacing,
            language=self.fonts.language,
        )
        face = self.fonts.library.face(family, piece.weight, piece.italic)
        ops: list[PathOp] = []
        pen = 0.0
        if not piece.size:
            return (), 0.0, face
        stretch = StyleRange(0, len(piece.text), style)
        for item in itemise(piece.text, stretch, self.fonts.library, self.origin):
            run = shape(piece.text[item.start : item.end], item.face, style, item.script).run
            for glyph, x, y in zip(run.glyph_ids, run.xs, run.ys, strict=True):
                ops += Path(item.face.outline(glyph)).scaled(piece.size).moved(pen + x, y).ops
            pen += run.width
        return tuple(ops), pen, face

    def _family(self, piece: TextPiece) -> str:
        """The first family that the series has, by its name in the token file or in its font file."""
        library = self.fonts.library
        for name in piece.families or ("sans-serif",):
            wanted = name.lower()
            found = [family for family in library.families if wanted in (family.lower(), self._real(family))]
            if found:
                return found[0]
            if wanted in _GENERIC:
                around = self.fonts.family
                kind = _GENERIC[wanted]
                alike = (one for one in (around, *library.families) if _is(kind, library.face(one)))
                if (family := next(alike, None)) is not None:
                    return family
        known = ", ".join(filter(None, (real_name(library.face(family)) for family in library.families)))
        names = ", ".join(piece.families)
        hint = f"name one that the series has ({known}), declare it under [font], or convert the text to paths"
        raise self._error(f"the series has none of the fonts of its text {piece.text.strip()!r:.40}: {names:.80}", hint)

    def _real(self, family: str) -> str:
        return real_name(self.fonts.library.face(family)).lower()

    def _placed(self, path: Path) -> Path:
        try:
            return transformed(path, self.text.matrix, self.text.farthest)
        except ValueError as cause:
            raise self._error(f"the {cause}", "") from None

    def _error(self, message: str, hint: str) -> Exception:
        line = Location(self.path, self.text.line, 0, self.text.line, 0)
        message = f"the file {self.path.name} cannot be placed: {message}"
        return error("picture-file", message, origin=self.origin, place=line, hint=hint)


def _is(kind: str, face: Face) -> bool:
    """Whether a face is of a generic family of CSS; that of the text around is as good as one without serifs."""
    if kind == "monospace":
        return is_monospace(face)
    return kind == "sans-serif" or (has_serifs(face) and not is_monospace(face))


def _shift(piece: TextPiece, face: Face) -> float:
    """How far the baseline is below ``y`` (CSS Inline 3, 3.4.1)."""
    match piece.baseline:
        case "middle":
            share = face.x_height / 2
        case "central":
            share = (face.ascent - face.descent) / 2
        case "hanging":
            share = face.cap_height
        case "text-before-edge":
            share = face.ascent
        case "text-after-edge":
            share = -face.descent
        case _:
            share = 0.0
    return share * piece.size
