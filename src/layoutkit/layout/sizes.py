"""How large a box is: lengths resolved, minimum and maximum, aspect ratio (CSS Sizing 3 and 4, CSS Box Sizing).

Every function works on border boxes in px. An indefinite size is None, never 0 or infinity; a
containing block is a pair (width, height) with None where it is indefinite, which is what makes a
percentage of it indefinite too (CSS Sizing 3, 5.2.1 "Cyclic percentages").
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from layoutkit.layout.node import Question, Used
from layoutkit.style.box import AUTO, Percent

if TYPE_CHECKING:
    from layoutkit.layout.node import Answer, Node, Pair
    from layoutkit.style.box import BoxStyle, Dimension

__all__ = [
    "answer",
    "auto_height_question",
    "content_contribution",
    "content_widths",
    "definite_height",
    "height_from_ratio",
    "intrinsic_widths",
    "limited_width",
    "resolve",
    "resolve_length",
    "used",
    "width_from_ratio",
]


# ---- lengths -------------------------------------------------------------------------------------


def resolve_length(length: Dimension | str | None, base: float | None) -> float | None:
    """A length in px, or None where it is a keyword or a percentage of something indefinite."""
    if isinstance(length, Percent):
        return None if base is None else length.fraction * base
    return length if isinstance(length, (int, float)) else None


def used(node: Node, width: float | None, height: float | None) -> Used:
    """The used lengths of a node in a containing block; made once per node where nothing is a percentage."""
    if node.constant is not None:
        return node.constant
    found = node.used_by_base.get((width, height))
    if found is None:
        found = node.used_by_base[width, height] = resolve(node.style, node.in_column, width, height)
    return found


def resolve(style: BoxStyle, main: int, width: float | None, height: float | None) -> Used:
    """The used lengths of a style in a containing block of that width and height; ``main`` is the parent's main axis."""
    basis = width or 0.0  # percent padding and margin take the width on all four sides, an indefinite one as 0
    left = _edge(style.padding_left, basis) + style.border_left
    top = _edge(style.padding_top, basis) + style.border_top
    edges = (
        left + _edge(style.padding_right, basis) + style.border_right,
        top + _edge(style.padding_bottom, basis) + style.border_bottom,
    )
    margin = (_edge(style.margin_left, basis), _edge(style.margin_top, basis))
    margins = (margin[0] + _edge(style.margin_right, basis), margin[1] + _edge(style.margin_bottom, basis))
    added = (0.0, 0.0) if style.box_sizing == "border-box" else edges
    size = (
        _border_box(style.width, width, edges[0], added[0]),
        _border_box(style.height, height, edges[1], added[1]),
    )
    flex_basis = style.flex_basis
    return Used(
        (left, top),
        edges,
        margin,
        margins,
        size,
        (
            _least(style.min_width, width, edges[0], added[0]),
            _least(style.min_height, height, edges[1], added[1]),
        ),
        (
            _most(style.max_width, width, edges[0], added[0]),
            _most(style.max_height, height, edges[1], added[1]),
        ),
        size[main] if flex_basis is AUTO else _border_box(flex_basis, (width, height)[main], edges[main], added[main]),
    )


def _edge(length: Dimension, basis: float) -> float:
    """A padding or a margin; auto is 0."""
    return (resolve_length(length, basis) if length else 0.0) or 0.0


def _border_box(length: Dimension | str, base: float | None, edges: float, added: float) -> float | None:
    """A width, height or flex basis as border box: never smaller than padding and border."""
    value = resolve_length(length, base)
    return None if value is None else max(edges, value + added)


def _least(length: Dimension, base: float | None, edges: float, added: float) -> float:
    return _border_box(length, base, edges, added) or edges


def _most(length: Dimension | None, base: float | None, edges: float, added: float) -> float:
    value = resolve_length(length, base)
    return inf if value is None else max(edges, value + added)


# ---- aspect ratio --------------------------------------------------------------------------------


def width_from_ratio(node: Node, used: Used, height: float) -> float:
    """The width that the aspect ratio gives to a height (CSS Sizing 4, 5.1)."""
    assert node.ratio is not None
    horizontal, vertical = used.edges
    if node.style.box_sizing == "content-box":
        return (height - vertical) * node.ratio + horizontal
    return max(horizontal, height * node.ratio)


def height_from_ratio(node: Node, used: Used, width: float) -> float:
    """The height that the aspect ratio gives to a width."""
    assert node.ratio is not None
    horizontal, vertical = used.edges
    if node.style.box_sizing == "content-box":
        return (width - horizontal) / node.ratio + vertical
    return max(vertical, width / node.ratio)


def _transferred_widths(node: Node, used: Used) -> Pair:
    """min-height and max-height, transferred to the width (CSS Sizing 4, 5.1.2)."""
    least, most = used.limits_min[1], used.limits_max[1]
    low = width_from_ratio(node, used, least) if least > 0 else 0.0
    high = width_from_ratio(node, used, max(least, most)) if most < inf else inf
    return low, max(low, high)


def transferred_heights(node: Node, used: Used) -> Pair:
    """min-width and max-width, transferred to the height."""
    least, most = used.limits_min[0], used.limits_max[0]
    low = height_from_ratio(node, used, least) if least > 0 else 0.0
    high = height_from_ratio(node, used, max(least, most)) if most < inf else inf
    return low, max(low, high)


# ---- questions to the content, answered once each ------------------------------------------------


def content_widths(node: Node, height: float | None, tallest: float) -> Pair:
    """The min-content and max-content width of the content, in a content box of that height or at most ``tallest``."""
    if not node.height_matters:
        height, tallest = None, inf
    question = (height, tallest)
    found = node.widths.get(question)
    if found is None:
        found = node.widths[question] = node.context.content_widths(node, height, tallest)
    return found


def answer(node: Node, question: Question) -> Answer:
    """The content laid out in a content box; equal questions share one answer."""
    if not node.height_matters and not question.definite:
        question = question._replace(definite=True)
    found = node.answers.get(question)
    if found is None:
        found = node.answers[question] = node.context.arrange(node, question)
        enclosed = question.encloses and question.definite
        if enclosed or (question.height is None and not node.height_matters):
            # The content would not come out differently had its height been known before. (It might, where an
            # aspect ratio gave way to it and percentages still refer to the ratio's height: browsers leave it so.)
            node.answers[Question(question.width, found.height, True)] = found
    return found


# ---- widths --------------------------------------------------------------------------------------


def intrinsic_widths(node: Node, used: Used, height: float | None, tallest: float = 0.0) -> Pair:
    """The min-content and max-content width of a box of that height, from its content alone.

    ``tallest`` is a height that has been decided although percentages do not refer to it.
    """
    edges = used.edges
    if height is not None:
        low, high = content_widths(node, height - edges[1], inf)
    elif node.wraps_column:
        low, high = content_widths(node, None, max(used.limits_min[1], tallest or used.limits_max[1]) - edges[1])
    else:
        low, high = content_widths(node, None, inf)
    low += edges[0]
    high += edges[0]
    if node.ratio is not None and height is None:
        least, most = _transferred_widths(node, used)
        low = max(least, min(low, most))
        high = max(least, min(high, most))
    return low, high


def content_based_widths(node: Node, used: Used, height: float | None, tallest: float = 0.0) -> Pair:
    """The same, but a definite height gives both through the aspect ratio."""
    if node.ratio is not None and height is not None:
        width = width_from_ratio(node, used, height)
        return width, width
    return intrinsic_widths(node, used, height, tallest)


def content_contribution(node: Node, used: Used, height: float | None) -> Pair:
    """The min-content and max-content contribution of a box, without margins (CSS Sizing 3, 5.2)."""
    width = used.size[0]
    by_ratio = False
    if width is not None:
        low = high = width
    else:
        low, high = content_based_widths(node, used, height)
        by_ratio = node.ratio is not None and height is not None
    least, most = width_limits(node, used, height, automatic=by_ratio, transfer=True)
    return max(least, min(low, most)), max(least, min(high, most))


def width_limits(node: Node, used: Used, height: float | None, *, automatic: bool, transfer: bool) -> Pair:
    """The least and the greatest width of a box.

    ``automatic`` applies the automatic minimum of an aspect ratio (CSS Sizing 4, 5.1.1), ``transfer``
    the limits of the height (5.1.2).
    """
    least, most = used.limits_min[0], used.limits_max[0]
    if automatic and node.auto_min[0]:
        least = max(used.edges[0], min(intrinsic_widths(node, used, height)[0], most))
    if transfer and node.ratio is not None and node.auto_size[0]:
        low, high = _transferred_widths(node, used)
        least = max(least, min(low, most))
        most = min(most, high)
    return least, max(least, most)


def limited_width(
    node: Node, used: Used, available: float, *, stretch: bool, height: float | None, tallest: float = 0.0
) -> float:
    """The width of a box in a place ``available`` px wide: specified, stretched or shrunk to fit.

    ``height`` is the height of the box where it is definite, ``tallest`` where it is only decided.
    """
    width = used.size[0]
    by_ratio = False
    if width is None:
        inner = available - used.margins[0]
        if stretch:
            width = max(used.edges[0], inner)
        else:
            low, high = content_based_widths(node, used, height, tallest)
            width = min(high, max(low, inner))
            by_ratio = height is not None and not node.auto_size[1]
    if node.ratio is None:
        least, most = used.limits_min[0], used.limits_max[0]
    else:
        least, most = width_limits(node, used, height, automatic=by_ratio, transfer=not stretch)
    return max(least, min(width, most))


# ---- heights -------------------------------------------------------------------------------------


def definite_height(node: Node, used: Used, stretched: float | None) -> float | None:
    """The height of a box where it is known before layout.

    ``stretched`` is the margin-box height that an auto height is stretched to, if it is.
    """
    height = used.size[1]
    if height is None:
        if stretched is None or not node.auto_size[1]:
            return None
        height = max(used.edges[1], stretched - used.margins[1])
    least = used.limits_min[1]
    return max(least, min(height, used.limits_max[1]))


def auto_height_question(node: Node, used: Used, width: float, stretched: float | None) -> Question:
    """What to ask a box of that border-box width whose height is its own affair, or stretched."""
    horizontal, vertical = used.edges
    height = definite_height(node, used, stretched)
    if height is not None:
        return Question(width - horizontal, height - vertical, True)
    least, most = used.limits_min[1], used.limits_max[1]
    if node.ratio is None:
        return Question(width - horizontal, None, False, least - vertical, max(least, most) - vertical)
    height = max(least, min(height_from_ratio(node, used, width), most))
    encloses = node.auto_size[1] and node.auto_min[1]
    return Question(width - horizontal, height - vertical, True, 0.0, most - vertical if encloses else inf, encloses)
