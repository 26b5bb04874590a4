"""How large a box is: content sizes, sizing keywords, limits and aspect ratio (CSS Sizing 3 and 4).

Every function works on border boxes in px. An indefinite size is None, never 0 or infinity; a
containing block is a width and a height of which either may be None, which makes a percentage of it
indefinite too (CSS Sizing 3, 5.2.1 "Cyclic percentages"), and ``stretch`` likewise. The other keywords stand for
sizes of the content: as widths they are worked out here; as heights they are that of the content, once it is known.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, cast

from layoutkit.layout.node import LayoutInput, LayoutOutput, Limits
from layoutkit.layout.traits import resolve
from layoutkit.layout.validity import LARGEST

if TYPE_CHECKING:
    from layoutkit.layout.node import LayoutNode
    from layoutkit.layout.traits import Pair, UsedValues

__all__ = [
    "NO_LIMITS",
    "answer",
    "auto_height_question",
    "automatic_minimum_width",
    "content_based_widths",
    "content_contribution",
    "content_limits",
    "definite_height",
    "fitted_width",
    "height_from_ratio",
    "intrinsic_widths",
    "known_height_question",
    "transferred_heights",
    "transferred_widths",
    "used",
    "width_from_ratio",
    "width_limits",
    "worded_width",
]


def used(node: LayoutNode, width: float | None, height: float | None) -> UsedValues:
    """The used lengths of a box in a containing block of that width and height."""
    constant = node.traits.constant
    if constant is not None:
        return constant
    found = node.lengths.get((width, height))
    if found is None:
        found = resolve(node.traits.style, node.traits.in_column, width, height)
        node.lengths[width, height] = found
    return found


# ---- aspect ratio --------------------------------------------------------------------------------


def width_from_ratio(node: LayoutNode, lengths: UsedValues, height: float) -> float:
    """The width that the aspect ratio gives to a height (CSS Sizing 4, 5.1)."""
    ratio = cast("float", node.traits.ratio)
    horizontal, vertical = lengths.edges
    if node.traits.content_box:
        return min((height - vertical) * ratio, LARGEST) + horizontal
    return max(horizontal, min(height * ratio, LARGEST))


def height_from_ratio(node: LayoutNode, lengths: UsedValues, width: float) -> float:
    """The height that the aspect ratio gives to a width."""
    ratio = cast("float", node.traits.ratio)
    horizontal, vertical = lengths.edges
    if node.traits.content_box:
        return min((width - horizontal) / ratio, LARGEST) + vertical
    return max(vertical, min(width / ratio, LARGEST))


def transferred_widths(node: LayoutNode, lengths: UsedValues) -> Pair:
    """min-height and max-height, transferred to the width (CSS Sizing 4, 5.1.2)."""
    least, greatest = lengths.least[1], lengths.greatest[1]
    low = width_from_ratio(node, lengths, least) if least > 0 else 0.0
    high = width_from_ratio(node, lengths, max(least, greatest)) if greatest < inf else inf
    return low, max(low, high)


def transferred_heights(node: LayoutNode, lengths: UsedValues) -> Pair:
    """min-width and max-width, transferred to the height."""
    least, greatest = width_limits(node, lengths, None)
    low = height_from_ratio(node, lengths, least) if least > 0 else 0.0
    high = height_from_ratio(node, lengths, max(least, greatest)) if greatest < inf else inf
    return low, max(low, high)


# ---- questions to the content, each answered once --------------------------------------------------


def answer(node: LayoutNode, question: LayoutInput) -> LayoutOutput:
    """The content laid out in a content box; equal questions share one answer."""
    if node.empty:
        return LayoutOutput(question, 0.0)
    if not (question.definite or node.height_matters or question.height is None):
        question = LayoutInput(question.width, question.height, definite=True, shared=question.shared)
    found = node.answers.get(question)
    if found is None:
        found = node.answers[question] = node.context.arrange(node, question)
        settled = question.height is None and not node.height_matters
        if settled and found.height != found.content_height and node.traits.style.display == "grid":
            settled = False  # rows are sized for the height that a grid is limited to
        if settled or (question.encloses and question.definite):
            # The content would not come out differently had its height been known before. (It might, where an
            # aspect ratio gave way to it and percentages still refer to the ratio's height: browsers leave it so.)
            node.answers[LayoutInput(question.width, found.height, definite=True, shared=question.shared)] = found
    return found


def content_limits(node: LayoutNode, lengths: UsedValues) -> Limits:
    """The limits of the content box, among them those that the aspect ratio transfers to an auto width."""
    (horizontal, vertical), (narrowest, lowest), (widest, tallest) = lengths.edges, lengths.least, lengths.greatest
    if node.traits.ratio is not None:
        low, high = transferred_widths(node, lengths)
        narrowest, widest = max(narrowest, min(low, widest)), min(widest, high)
    least = narrowest - horizontal, lowest - vertical
    return Limits(least, (max(narrowest, widest) - horizontal, max(lowest, tallest) - vertical))


NO_LIMITS = Limits()


# ---- widths --------------------------------------------------------------------------------------


def intrinsic_widths(node: LayoutNode, lengths: UsedValues, height: float | None, tallest: float = 0.0) -> Pair:
    """The min-content and max-content width of a box of that height, from its content alone.

    ``tallest`` is a height that has been decided although percentages do not refer to it.
    """
    horizontal, vertical = lengths.edges
    if not (node.height_matters or node.limits_matter):
        widths = node.natural_widths
        if widths is None:
            widths = node.natural_widths = node.context.content_widths(node, None, inf, NO_LIMITS)
    else:
        limit = inf
        if height is None:
            limit = max(lengths.least[1], tallest or lengths.greatest[1]) - vertical
        limits = content_limits(node, lengths) if node.limits_matter else NO_LIMITS
        question = (None if height is None else height - vertical, limit, limits)
        known = node.widths.get(question)
        if known is None:
            known = node.widths[question] = node.context.content_widths(node, *question)
        widths = known
    low, high = widths[0] + horizontal, widths[1] + horizontal
    if node.traits.ratio is not None and height is None:
        least, greatest = transferred_widths(node, lengths)
        low = max(least, min(low, greatest))
        high = max(least, min(high, greatest))
    return low, high


def content_based_widths(node: LayoutNode, lengths: UsedValues, height: float | None, tallest: float = 0.0) -> Pair:
    """The same, but a definite height gives both through the aspect ratio."""
    if node.traits.ratio is not None and height is not None:
        width = width_from_ratio(node, lengths, height)
        return width, width
    return intrinsic_widths(node, lengths, height, tallest)


def worded_width(widths: Pair, word: str, room: float) -> float:
    """What a keyword makes of the min-content and max-content width of a box that has ``room`` px without margins."""
    low, high = widths
    if word == "min-content":
        return low
    return high if word == "max-content" else min(high, max(low, room))


def width_limits(
    node: LayoutNode,
    lengths: UsedValues,
    height: float | None,
    available: float | None = None,
    tallest: float = 0.0,
) -> Pair:
    """min-width and max-width in a place ``available`` px wide, which is None where that is indefinite."""
    words = node.traits.words
    least, greatest = lengths.least[0], lengths.greatest[0]
    if words is not None and (words.least[0] or words.greatest[0]):
        widths = content_based_widths(node, lengths, height, tallest)
        margins = lengths.margins[0]
        if words.least[0]:
            least = worded_width(widths, words.least[0], -inf if available is None else available - margins)
        if words.greatest[0]:
            greatest = worded_width(widths, words.greatest[0], inf if available is None else available - margins)
    return least, greatest


def content_contribution(node: LayoutNode, lengths: UsedValues, height: float | None) -> Pair:
    """The min-content and max-content contribution of a box, without margins (CSS Sizing 3, 5.2)."""
    width = lengths.size[0]
    words = node.traits.words
    by_ratio = False
    if width is not None:
        low = high = width
    else:
        low, high = content_based_widths(node, lengths, height)
        by_ratio = node.traits.ratio is not None and height is not None
        if words is not None:
            low = high if words.size[0] == "max-content" else low
            high = low if words.size[0] == "min-content" else high
    if words is not None and (words.least[0] or words.greatest[0]):
        return _limited_contribution(node, lengths, (low, high), height, by_ratio=by_ratio)
    least, greatest = lengths.least[0], lengths.greatest[0]
    if by_ratio:
        least = automatic_minimum_width(node, lengths, height)
    return max(least, min(low, greatest)), max(least, min(high, greatest))


def _limited_contribution(
    node: LayoutNode, lengths: UsedValues, contributions: Pair, height: float | None, *, by_ratio: bool
) -> Pair:
    """Contributions within limits that are keywords: ``fit-content`` is as narrow, and then as wide, as it can be."""
    found = []
    for contribution, room in zip(contributions, (-inf, inf), strict=True):
        least, greatest = width_limits(node, lengths, height, room)
        if by_ratio:
            least = automatic_minimum_width(node, lengths, height, room)
        found.append(max(least, min(contribution, greatest)))
    return found[0], found[1]


def automatic_minimum_width(
    node: LayoutNode, lengths: UsedValues, height: float | None, available: float | None = None
) -> float:
    """min-width of a box that an aspect ratio gives its width: auto is its min-content width (CSS Sizing 4, 5.1.1)."""
    least, greatest = width_limits(node, lengths, height, available)
    if not node.traits.auto_min[0]:
        return least
    return max(lengths.edges[0], min(intrinsic_widths(node, lengths, height)[0], greatest))


def fitted_width(  # noqa: PLR0913 - six facts decide a width
    node: LayoutNode,
    lengths: UsedValues,
    available: float,
    *,
    stretch: bool,
    height: float | None,
    tallest: float = 0.0,
) -> float:
    """The width of a box in a place ``available`` px wide: specified, stretched or shrunk to fit.

    ``height`` is the height of the box where it is definite, ``tallest`` where it is only decided.
    """
    width = lengths.size[0]
    traits = node.traits
    by_ratio = False
    if width is None:
        inner = available - lengths.margins[0]
        if stretch and traits.auto_size[0]:
            width = max(lengths.edges[0], inner)
        else:
            word = "" if traits.words is None else traits.words.size[0]
            width = worded_width(content_based_widths(node, lengths, height, tallest), word, inner)
            by_ratio = traits.ratio is not None and height is not None and not traits.auto_size[1]
    if traits.words is None:
        least, greatest = lengths.least[0], lengths.greatest[0]
    else:
        least, greatest = width_limits(node, lengths, height, available, tallest)
    if by_ratio:
        least = automatic_minimum_width(node, lengths, height, available)
    return max(least, min(width, greatest))


# ---- heights -------------------------------------------------------------------------------------


def definite_height(node: LayoutNode, lengths: UsedValues, stretched: float | None) -> float | None:
    """The height of a box where it is known before layout.

    ``stretched`` is the height of the margin box that an auto height is stretched to, if it is.
    """
    height = lengths.size[1]
    if height is None:
        if stretched is None or not node.traits.auto_size[1]:
            return None
        height = max(lengths.edges[1], stretched - lengths.margins[1])
    return max(lengths.least[1], min(height, lengths.greatest[1]))


def auto_height_question(node: LayoutNode, lengths: UsedValues, width: float) -> LayoutInput:
    """What to ask a box of that border-box width whose height is not known before layout."""
    horizontal, vertical = lengths.edges
    least, greatest = lengths.least[1], lengths.greatest[1]
    traits, words = node.traits, node.traits.words
    if traits.ratio is None:
        question = LayoutInput(width - horizontal, None, False, least - vertical, max(least, greatest) - vertical)  # noqa: FBT003
        return question if words is None else question._replace(least_is_content=bool(words.least[1]))
    natural = height_from_ratio(node, lengths, width)
    if words is not None and words.least[1]:
        greatest = inf
    height = max(least, min(natural, greatest)) - vertical
    encloses = traits.content_height and traits.auto_min[1]
    if not encloses:
        return LayoutInput(width - horizontal, height, definite=True)
    if words is not None and words.greatest[1]:
        greatest = min(greatest, natural)
    return LayoutInput(width - horizontal, height, definite=True, greatest=greatest - vertical, encloses=True)


def known_height_question(node: LayoutNode, lengths: UsedValues, width: float, height: float) -> LayoutInput:
    """What to ask a box of that border-box size; limits that are the content's height may still move the height."""
    horizontal, vertical = lengths.edges
    words = node.traits.words
    if words is None or not (words.least[1] or words.greatest[1]):
        return LayoutInput(width - horizontal, height - vertical, definite=True)
    least = lengths.least[1]
    if node.traits.ratio is not None:
        natural = height_from_ratio(node, lengths, width)
        if words.greatest[1]:
            height = max(least, min(height, natural))
        if words.least[1]:
            height = max(height, natural)
        return LayoutInput(width - horizontal, height - vertical, definite=True)
    question = LayoutInput(width - horizontal, height - vertical, definite=True, least=least - vertical)
    return question._replace(least_is_content=bool(words.least[1]), greatest_is_content=bool(words.greatest[1]))
