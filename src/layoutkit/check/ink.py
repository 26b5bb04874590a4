"""Where the ink of a box is: its letters, icons, pictures and braces, not the boxes that the layout gives them.

A line box is as wide as its advances, with the space behind the last letter where letters are spaced, and as high as
the face needs; an icon's square has room on all sides. Readers see none of that.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from layoutkit.geometry import Rect, union
from layoutkit.paint.art import paint_art
from layoutkit.paint.braces import paint_brace
from layoutkit.paint.display import Clip, ClipPath, DrawPicture, FillPath, StrokePath, Unclip
from layoutkit.paint.shapes import paint_shape
from layoutkit.style.content import (
    BraceContent,
    ConnectorContent,
    IconContent,
    OutlineContent,
    PictureContent,
    ShapeContent,
    TextContent,
    WordsContent,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from layoutkit.paint.display import Operation
    from layoutkit.style.styled import Styled
    from layoutkit.text.fonts import Face
    from layoutkit.text.line_space import LineSpace
    from layoutkit.text.lines import TextBlock, TextLine

__all__ = ["content_ink", "line_glyphs", "operation_ink", "text_ink"]

_NOTHING = Rect(0.0, 0.0, 0.0, 0.0)


def content_ink(box: Styled, rect: Rect, content: Rect, block: TextBlock | None) -> Rect | None:
    """What encloses all that is painted in a box besides its background, border and children; None where nothing is.

    Args:
        box: the box.
        rect: its border box, in px from the figure's top-left.
        content: its content box, likewise.
        block: its lines, where it is a text.
    """
    if block is not None and isinstance(box.content, TextContent):
        return text_ink(block, box.content.space(content))
    operations: list[Operation] = []
    match box.content:
        case PictureContent() | IconContent() as art:
            operations += paint_art(art, content, 0.0, ())
        case BraceContent() as brace:
            operations.append(paint_brace(brace, rect))
        case ShapeContent() as shape:
            operations += paint_shape(shape, rect)
        case TextContent() | WordsContent() | OutlineContent() | ConnectorContent() | None:
            pass  # a text has lines, handled above; the others show no ink of their own
        case _ as unknown:
            assert_never(unknown)
    inks = list(_seen(operations))
    if inks:
        return union(inks)
    return Rect(content.x, content.y, 0.0, 0.0) if box.art is not None else None


def _seen(operations: Iterable[Operation]) -> Iterator[Rect]:
    """What encloses each thing that is painted, as far as the clips around it let it be seen."""
    clips: list[Rect] = []
    for operation in operations:
        ink = operation_ink(operation)
        match operation:
            case Clip():
                clips.append(operation.rect)
            case ClipPath():
                clips.append(operation.path.bounds() or _NOTHING)
            case Unclip():
                clips.pop()
            case _ if ink is not None:
                for clip in clips:
                    ink = ink.common(clip)
                if ink.width and ink.height:
                    yield ink
            case _:
                pass


def operation_ink(operation: Operation) -> Rect | None:
    """What encloses a filled or stroked path, or a picture; None for what paints nothing by itself."""
    match operation:
        case FillPath():
            return operation.path.bounds()
        case StrokePath():
            bounds = operation.path.bounds()
            return None if bounds is None else bounds.grown(operation.width / 2)
        case DrawPicture():
            return operation.rect
        case _:
            return None


def text_ink(block: TextBlock, space: LineSpace) -> Rect | None:
    """What encloses the ink of all letters, in the coordinates around the lines; None where there is none."""
    glyphs = [glyph for line in block.lines for glyph in line_glyphs(line)]
    return space.rect(union(glyphs)) if glyphs else None


def line_glyphs(line: TextLine) -> Iterator[Rect]:
    """What encloses the ink of each glyph of a line that has some, in px from the block's top-left."""
    for run in line.runs:
        glyphs = run.glyphs
        scale = glyphs.size / glyphs.face.units_per_em
        for glyph_id, x, y in zip(glyphs.glyph_ids, glyphs.xs, glyphs.ys, strict=True):
            left, top, width, height = _extents(glyphs.face, glyph_id)
            if width and height:
                place = run.x + x + left * scale, line.baseline + y + top * scale
                yield Rect(*place, width * scale, height * scale)


@lru_cache(maxsize=4096)
def _extents(face: Face, glyph_id: int) -> tuple[int, int, int, int]:
    """The box around a glyph's ink in font units, y down, from the glyph's origin: left, top, width, height."""
    extents = face.hb_font.get_glyph_extents(glyph_id)
    return (extents.x_bearing, -extents.y_bearing, extents.width, -extents.height) if extents else (0, 0, 0, 0)
