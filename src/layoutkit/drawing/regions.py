"""Outlines of strokes, and unions of outlines, by skia-pathops; only drawings that need them import it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Literal

from layoutkit.drawing.svg_error import SvgError
from layoutkit.path import CLOSE, ClosePath, CurveTo, LineTo, MoveTo, Path, quadratic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from layoutkit.drawing.outline import Matrix
    from layoutkit.drawing.svg_style import Style
    from layoutkit.path import PathOp

    Rule = Literal["nonzero", "evenodd"]

__all__ = ["common_region", "stroke_outline", "union_region"]

_HINT = 'pip install "layoutkit[svg]"'
_FINE = 8.0
"""How many times larger a stroke is outlined than it is drawn: Skia's curves are off by a fraction of a unit."""


def _pathops(what: str) -> Any:  # noqa: ANN401 - an untyped library
    try:
        import pathops  # noqa: PLC0415 - few drawings need it
    except ImportError:
        raise SvgError(f"it has {what}, which needs skia-pathops", hint=_HINT) from None
    return pathops


def stroke_outline(
    path: Path, width: float, style: Style, dashes: tuple[Sequence[float], float], matrix: Matrix
) -> Path:
    """What a stroke covers, in the path's own coordinates, to be filled by the rule nonzero.

    Args:
        path: the line.
        width: of the stroke.
        style: says how the line ends and turns.
        dashes: lengths on and off, and how far into them the line begins.
        matrix: by which the outline is drawn; it says how exact it has to be.
    """
    pathops = _pathops("a stroke with a gradient, or one that a transform stretches")
    a, b, c, d, _, _ = matrix
    dash, offset = dashes
    scale = _FINE * max(math.hypot(a, b), math.hypot(c, d), 1e-9)
    region = _region(pathops, path.scaled(scale), "nonzero")
    caps = {"butt": pathops.LineCap.BUTT_CAP, "round": pathops.LineCap.ROUND_CAP, "square": pathops.LineCap.SQUARE_CAP}
    joins = {
        "miter": pathops.LineJoin.MITER_JOIN,
        "round": pathops.LineJoin.ROUND_JOIN,
        "bevel": pathops.LineJoin.BEVEL_JOIN,
    }
    region.stroke(
        width * scale,
        caps[style.cap],
        joins[style.join],
        style.miter_limit,
        [length * scale for length in dash] or None,
        offset * scale,
    )
    return _path(pathops, region).scaled(1 / scale)


def union_region(paths: Iterable[tuple[Path, Rule]]) -> Path:
    """Where any of some outlines is."""
    pathops = _pathops("a clip path of several shapes")
    builder = pathops.OpBuilder(fix_winding=True, keep_starting_points=False)
    for path, rule in paths:
        builder.add(_region(pathops, path.scaled(_FINE), rule), pathops.PathOp.UNION)
    return _path(pathops, builder.resolve()).scaled(1 / _FINE)


def common_region(one: tuple[Path, Rule], other: tuple[Path, Rule]) -> Path:
    """Where two outlines both are."""
    pathops = _pathops("a clip path of several shapes")
    regions = [_region(pathops, path.scaled(_FINE), rule) for path, rule in (one, other)]
    return _path(pathops, pathops.op(*regions, pathops.PathOp.INTERSECTION)).scaled(1 / _FINE)


def _region(pathops: Any, path: Path, rule: Rule) -> Any:  # noqa: ANN401
    region = pathops.Path(fillType=pathops.FillType.WINDING if rule == "nonzero" else pathops.FillType.EVEN_ODD)
    for op in path.ops:
        match op:
            case MoveTo(x, y):
                region.moveTo(x, y)
            case LineTo(x, y):
                region.lineTo(x, y)
            case CurveTo(x1, y1, x2, y2, x, y):
                region.cubicTo(x1, y1, x2, y2, x, y)
            case ClosePath():
                region.close()
    return region


def _path(pathops: Any, region: Any) -> Path:  # noqa: ANN401
    region.convertConicsToQuads()
    verbs, at = pathops.PathVerb, (0.0, 0.0)
    ops: list[PathOp] = []
    for verb, points in region:
        if verb == verbs.MOVE:
            ops.append(MoveTo(*points[0]))
        elif verb == verbs.LINE:
            ops.append(LineTo(*points[0]))
        elif verb == verbs.QUAD:
            ops.append(quadratic(at, points[0], points[1]))
        elif verb == verbs.CUBIC:
            ops.append(CurveTo(*points[0], *points[1], *points[2]))
        else:
            ops.append(CLOSE)
        at = points[-1] if points else at
    return Path(tuple(ops))
