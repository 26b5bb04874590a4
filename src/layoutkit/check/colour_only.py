"""``colour-only``: two things differ in nothing but colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of, name
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.color.difference import difference
from layoutkit.color.vision import seen as seen_with
from layoutkit.diagnostics import Severity
from layoutkit.picture import Picture
from layoutkit.style.content import BraceContent, TextContent
from layoutkit.tokens.tables import registry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.check.context import CheckContext, VisibleBox
    from layoutkit.color import Color
    from layoutkit.geometry import Rect
    from layoutkit.style.element import Element

__all__ = ["RULE", "Sign", "alike"]

_GREY_APART = 25.0
"""CIEDE2000 of two greys that nobody takes for the same."""
_ARROW = "Arrow"
_HINT = "add a label, an outline or a dash that differs too"


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that a reader may tell from others by its colours."""

    name: str
    """What a message calls it in a sentence."""
    title: str
    """The same with its component, such as ``Swatch``."""
    node: Element
    rect: Rect
    """In px from the figure's top-left."""
    colors: tuple[Color | None, ...]


def find(subject: CheckContext) -> Iterator[Finding]:
    """Of what is alike but for its colours, the first two that have greys alike as well."""
    for first, *others in alike(subject):
        other = next((one for one in others if _told_by_hue(first.colors, one.colors)), None)
        if other is not None:
            this = f"this {first.name}"
            that = f"the {first.name}"
            message = f"{this} differs from {that}{line_of(first.node, other.node)} only in colour"
            yield at(other.node, message, hint=_HINT, others=(first.node,), marks=(first.rect, other.rect))


def alike(subject: CheckContext) -> Iterator[list[Sign]]:
    """What is alike but for its colours: boxes and icons without a word, side by side or in one legend, then arrows."""
    groups: dict[object, list[Sign]] = {}
    inside: set[VisibleBox] = set()
    keys = registry.with_trait("key")
    for seen in subject.boxes:
        if seen in inside or seen.parent is None or not seen.paints or (sign := _sign(seen, subject)) is None:
            continue
        inside |= set(_all_inside(seen, subject))
        around = subject.page if seen.box.name in keys else seen.parent
        shape, colors = sign
        what = "Icon" if seen.box.art is not None or seen.box.children else "box"
        groups.setdefault((around, shape), []).append(Sign(what, name(seen), seen.node, seen.rect, colors))
    yield from groups.values()
    yield from _arrows(subject)


def _arrows(subject: CheckContext) -> Iterator[list[Sign]]:
    """Arrows without a label; where they go tells those apart that join other boxes."""
    drawn: dict[tuple[object, ...], list[Sign]] = {}
    for line in subject.lines:
        if line.label is None:
            look = line.route.connector
            key = (*line.ends, look.dashed, look.head, look.tail, look.width, look.route)
            drawn.setdefault(key, []).append(Sign(_ARROW, _ARROW, line.node, line.bounds, (look.color,)))
    yield from drawn.values()


def _sign(seen: VisibleBox, subject: CheckContext) -> tuple[object, tuple[Color | None, ...]] | None:
    """What a box looks like but for its colours, and those; None where there are words in it, or too much else."""
    children = subject.children(seen)
    if isinstance(seen.box.content, TextContent | BraceContent) or len(children) > 1:
        return None
    look, art = seen.box.look, seen.box.art
    if isinstance(getattr(art, "source", None), Picture):
        return None
    shape: tuple[object, ...] = (look.background is None, look.edges, look.border_style)
    size = round(seen.rect.width, 1), round(seen.rect.height, 1)
    own = (shape, size, None if art is None else art.source)
    colors = (look.background, look.border, None if art is None else art.color)
    if not children:
        return (own, None), colors
    inner = _sign(children[0], subject)
    return None if inner is None else ((own, inner[0]), (*colors, *inner[1]))


def _all_inside(seen: VisibleBox, subject: CheckContext) -> Iterator[VisibleBox]:
    for child in subject.children(seen):
        yield child
        yield from _all_inside(child, subject)


def _told_by_hue(one: Sequence[Color | None], two: Sequence[Color | None]) -> bool:
    """Whether colours differ, and would all be much the same greys."""
    pairs = [(a, b) for a, b in zip(one, two, strict=True) if a is not None and b is not None]
    return any(a != b for a, b in pairs) and all(
        difference(seen_with(a, "grey"), seen_with(b, "grey")) < _GREY_APART for a, b in pairs
    )


RULE = Rule(
    id="colour-only",
    severity=Severity.WARNING,
    summary="two things differ only in colour",
    why=(
        "One man in twelve does not distinguish red from green well, and a grey print shows neither. What colour says "
        "must also be visible otherwise: by a label, an outline, a dash, a position. The rule looks at boxes of one "
        "shape without words (the swatches of a legend, the squares of a series), at the same icon twice in one row or "
        "column, and at two arrows between the same boxes."
    ),
    bad="""\
@figure(title="Legenda", alt="Uma legenda com duas cores.")
def example(t: Theme) -> Node:
    return Column(Legend([("resposta", "positive", "solid"), ("erro", "negative", "solid")]))
""",
    good="""\
@figure(title="Legenda", alt="Uma legenda com dois desenhos diferentes.")
def example(t: Theme) -> Node:
    return Column(Legend([("resposta", "positive", "solid"), ("erro", "negative", "outline")]))
""",
    find=find,
)
