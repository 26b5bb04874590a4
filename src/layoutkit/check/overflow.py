"""``overflow``: a text or a child is larger than the box that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.geometry import Rect
from layoutkit.text.excess import excess

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.check.subject import Seen, Subject

__all__ = ["RULE"]

_TOLERANCE = 0.5
"""px; less than half a pixel cannot be seen."""


def find(subject: Subject) -> Iterator[Finding]:
    """Texts beyond their own boxes, then children beyond the content boxes around them."""
    for seen in subject.boxes:
        if seen.block is not None:
            yield from _text(seen)
        elif seen.box.style.overflow == "visible":
            yield from _children(seen, [child for child in subject.children(seen) if child.in_flow])


def _text(seen: Seen) -> Iterator[Finding]:
    block, content = seen.block, seen.content
    assert block is not None  # noqa: S101 - the caller has looked
    found = {too_much.kind: too_much for too_much in excess(block, content.height)}
    wide, many, high = found.get("width"), found.get("lines"), found.get("height")
    if wide and wide.needed > wide.offered + _TOLERANCE:
        message = f"{name(seen)} needs {px(wide.needed)} in width; its box offers {px(wide.offered)}"
        one_word = len("".join(line.text for line in block.lines).split()) == 1
        hint = "let the box grow, or use a shorter word" if one_word else "let the box grow, or leave out wrap=False"
        yield at(seen.node, message, hint=hint, marks=(Rect(content.x, content.y, wide.needed, block.height),))
    if many:
        message = f"{name(seen)} takes {many.needed} lines; max_lines allows {many.offered}"
        yield at(seen.node, message, hint="shorten the text, or say ellipsis=True", marks=(seen.rect,))
    elif high and high.needed > high.offered + _TOLERANCE and not _is_clipped(seen):
        message = f"{name(seen)} needs {px(high.needed)} in height; its box offers {px(high.offered)}"
        mark = Rect(content.x, content.y, content.width, high.needed)
        yield at(seen.node, message, hint="leave out the height, or shorten the text", marks=(mark,))


def _is_clipped(seen: Seen) -> bool:
    """Whether a box around it clips: whether the text is seen is for ``clipped`` to say."""
    return any(box.box.style.overflow == "hidden" for box in seen.ancestors())


def _children(parent: Seen, children: Sequence[Seen]) -> Iterator[Finding]:
    """One finding for each direction: about the child that alone is too large, or about all of them."""
    if not children:
        return
    content = parent.content
    left, right = min(_left(c) for c in children), max(_right(c) for c in children)
    if max(right - content.right, content.x - left) > _TOLERANCE:
        widest = max(children, key=lambda c: c.rect.width)
        yield _finding(parent, widest, "width", (widest.rect.width, right - left, content.width))
    top, bottom = min(_top(c) for c in children), max(_bottom(c) for c in children)
    if max(bottom - content.bottom, content.y - top) > _TOLERANCE:
        highest = max(children, key=lambda c: c.rect.height)
        yield _finding(parent, highest, "height", (highest.rect.height, bottom - top, content.height))


def _finding(parent: Seen, largest: Seen, side: str, sizes: tuple[float, float, float]) -> Finding:
    alone, together, offered = sizes
    if alone > offered + _TOLERANCE:
        message = f"{name(largest)} needs {px(alone)} in {side}; {name(parent)} offers {px(offered)}"
        hint = f"let {name(parent)} grow, or make what is inside smaller"
        return at(largest.node, message, hint=hint, others=(parent.node,), marks=(largest.rect,))
    message = f"the children of {name(parent)} need {px(together)} in {side}; it offers {px(offered)}"
    hint = (
        "let it grow, or give its children less room; wrap=True starts further lines"
        if side == "width"
        else ("leave out its height, or give its children less room")
    )
    return at(parent.node, message, hint=hint, marks=(parent.rect,))


# A margin below zero reaches out on purpose: the margin box is what has to fit.
def _left(seen: Seen) -> float:
    return seen.rect.x - _below_zero(seen.box.style.margin_left)


def _right(seen: Seen) -> float:
    return seen.rect.right + _below_zero(seen.box.style.margin_right)


def _top(seen: Seen) -> float:
    return seen.rect.y - _below_zero(seen.box.style.margin_top)


def _bottom(seen: Seen) -> float:
    return seen.rect.bottom + _below_zero(seen.box.style.margin_bottom)


def _below_zero(margin: object) -> float:
    return min(margin, 0.0) if isinstance(margin, float) else 0.0


RULE = Rule(
    id="overflow",
    severity=Severity.ERROR,
    summary="a text or a child is larger than the box that holds it",
    why=(
        "A text that does not fit runs over the edge of its card or into its neighbour, and a reader sees half a "
        "word. The rule compares each text with the box it was set in (width, height and `max_lines`), and the "
        'children of each box with its content box, inside the padding. Boxes with `position="absolute"` and '
        "margins below zero reach out on purpose and are left to `off-page` and `overlap`."
    ),
    bad="""\
@figure(title="Pesos", alt="Um cartão estreito demais para o texto.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Reutilização de pesos pré-treinados", wrap=False), width=t.space.xxl * 4))
""",
    good="""\
@figure(title="Pesos", alt="Um cartão com um texto de duas linhas.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Reutilização de pesos pré-treinados"), width=t.space.xxl * 4))
""",
    find=find,
    by_color=False,
)
