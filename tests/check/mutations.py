"""Ways to break a figure, and ways to change it that do no harm.

A change takes a figure that was just built, and changes its nodes in place: in other places they are frozen, but
here nobody else has seen them yet. It looks for what it can change by kind, size and place, never by name, and so
it fits any figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from layoutkit.color import Color
from layoutkit.nodes import Arrow, Column, Heading, Node, Row, Span, Text
from layoutkit.nodes.node import descendants
from layoutkit.style.content import TextContent
from tests.tokens.test_changes import leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layoutkit.geometry import Rect
    from layoutkit.nodes import Figure
    from layoutkit.style.styled import Styled
    from layoutkit.tokens import Theme

__all__ = ["BREAKAGES", "HARMLESS", "HARMLESS_TOKENS", "TOKEN_BREAKAGES", "Built", "Change", "TokenChange"]


@dataclass(frozen=True)
class Built:
    """A figure that was built, and where its nodes would stand if nothing were changed."""

    figure: Figure
    theme: Theme
    root: Node
    styled: dict[int, Styled]
    """By the ``id`` of the origin."""
    rects: dict[int, Rect]
    """Border boxes in px from the figure's top-left, by the ``id`` of the origin."""

    @property
    def nodes(self) -> list[Node]:
        """All that have a place, in source order."""
        return [node for node in descendants(self.root) if id(node.origin) in self.rects and node is not self.root]

    @property
    def texts(self) -> list[Text]:
        """What is read; labels of arrows are left out."""
        return [node for node in self.nodes if isinstance(node, Text)]

    @property
    def cards(self) -> list[Node]:
        """Boxes with a ground or an outline and a text in them, the larger ones."""
        return [
            node
            for node in self.nodes
            if node.children
            and (self.styled[id(node.origin)].look.background or self.styled[id(node.origin)].look.border)
            and self.rects[id(node.origin)].width > 150
            and any(isinstance(inside, Text) for inside in descendants(node))
        ]

    @property
    def containers(self) -> list[Node]:
        """Rows and columns with several children."""
        return [node for node in self.nodes if isinstance(node, Row | Column) and len(node.children) > 1]


Change = tuple[str, "Callable[[Built, int], Figure | None]"]
"""A name, and what makes the change at the nth place that it fits; None where there is no such place."""


def prop(node: Node, **values: Any) -> None:  # noqa: ANN401 - any keyword
    """Say other keywords of a node."""
    object.__setattr__(node, "props", {**node.props, **values})


def field(node: Node, **values: object) -> None:
    """Set other fields of a node."""
    for name, value in values.items():
        object.__setattr__(node, name, value)


def typed(node: Node, said: Node) -> None:
    """Say keywords of a node as a call in this file says them: what is typed is read in the source."""
    prop(node, **said.props)
    field(node, origin=said.origin)


def pick(nodes: Sequence[Any], nth: int) -> Any | None:  # noqa: ANN401 - whatever nodes these are
    """The nth of some places spread over all."""
    if not nodes:
        return None
    index = (nth * 2 + 1) * len(nodes) // 5
    return nodes[index % len(nodes)]


def at_node(
    nodes: Callable[[Built], Sequence[Any]], change: Callable[[Any, Built], object]
) -> Callable[[Built, int], Figure | None]:
    """A change of one node out of some."""

    def apply(built: Built, nth: int) -> Figure | None:
        node = pick(nodes(built), nth)
        if node is None:
            return None
        change(node, built)
        return built.figure

    return apply


def everywhere(change: Callable[[Node, Built], object]) -> Callable[[Built, int], Figure | None]:
    """A change of every node that has a place."""

    def apply(built: Built, nth: int) -> Figure | None:
        if nth:
            return None
        for node in built.nodes:
            change(node, built)
        return built.figure

    return apply


def on_figure(change: Callable[[Figure], Figure]) -> Callable[[Built, int], Figure | None]:
    """A change of what is said about the figure."""
    return lambda built, nth: None if nth else change(built.figure)


def on_root(change: Callable[[Node], object]) -> Callable[[Built, int], Figure | None]:
    """A change of the page."""

    def apply(built: Built, nth: int) -> Figure | None:
        if nth:
            return None
        change(built.root)
        return built.figure

    return apply


def size(node: Node, built: Built) -> Rect:
    return built.rects[id(node.origin)]


def long_texts(built: Built) -> list[Text]:
    return [text for text in built.texts if text.wrap != "nowrap" and len(text.plain) > 30]


def several_lines(built: Built) -> list[Text]:
    return [t for t in long_texts(built) if size(t, built).height > 1.5 * _line(t, built)]


def _line(text: Text, built: Built) -> float:
    role = built.theme.type.get(built.styled[id(text.origin)].name)
    return float(role.line_height) if role is not None else 20.0


def short_texts(built: Built) -> list[Text]:
    return [text for text in built.texts if text.wrap == "nowrap"]


def arrows(built: Built) -> list[Arrow]:
    return [node for node in descendants(built.root) if isinstance(node, Arrow)]


def in_row(built: Built) -> list[Node]:
    """Cards with others beside them."""
    rows = [node for node in built.containers if isinstance(node, Row)]
    return [child for row in rows for child in row.children if child in built.cards]


def say(text: Text, words: str) -> None:
    """Other words."""
    first = text.spans[0] if text.spans else Span("")
    field(text, spans=(replace(first, text=words),))


def repeat(text: Text, times: int) -> None:
    say(text, " ".join([text.plain.strip()] * times))


def towards_ground(text: Text, built: Built) -> None:
    """Three quarters of the way from the ink to what is behind it."""
    spans = tuple(replace(span, color=None) for span in text.spans)
    field(text, spans=spans)
    content = built.styled[id(text.origin)].content
    assert isinstance(content, TextContent)
    ink = next(run.color for line in content.block(1000.0).lines for run in line.runs)
    ground = _ground(text, built)
    assert isinstance(ink, Color)
    red, green, blue = (b + 0.25 * (a - b) for a, b in zip(_rgb(ink), _rgb(ground), strict=True))
    prop(text, color=Color(red, green, blue))


def _rgb(color: Color) -> tuple[float, float, float]:
    return color.red, color.green, color.blue


def _ground(text: Node, built: Built) -> Color:
    page = built.styled[id(built.root.origin)].look.background
    found = page or Color(1, 1, 1)
    for node in descendants(built.root):
        look = built.styled[id(node.origin)].look if id(node.origin) in built.styled else None
        if look is not None and look.background is not None and text in descendants(node):
            found = look.background
    return found


def fixed(node: Node, built: Built, share: float, **more: object) -> None:
    height = size(node, built).height * share
    prop(node, height=height, min_height=0, max_height=height, **more)


def arrow_from_first_to_last(built: Built, nth: int) -> Figure | None:
    """From the first text to the last, straight through all that is between them."""
    texts = built.texts
    if nth >= 2 or len(texts) < 8:
        return None
    one, two = (texts[0], texts[-1]) if nth == 0 else (texts[1], texts[-2])
    arrow = Arrow(one.bottom, two.top, route="straight")
    field(built.root, children=(*built.root.children, arrow), depth=built.root.depth + 1)
    return built.figure


def swatches(built: Built, nth: int) -> Figure | None:
    """Shapes that differ in their outline differ in their hue alone."""
    empty = [n for n in built.nodes if isinstance(n, Row) and not n.children and n.props.get("background")]
    groups: dict[tuple[int, int], list[Node]] = {}
    for node in empty:
        groups.setdefault((round(size(node, built).width), round(size(node, built).height)), []).append(node)
    group = max(groups.values(), key=len, default=[])
    if nth or len(group) < 4:
        return None
    for i, swatch in enumerate(group):
        prop(swatch, border=None, background=Color(0.76, 0.2, 0.2) if i % 2 else Color(0.1, 0.47, 0.25))
    return built.figure


def shorten(arrow: Arrow, built: Built) -> None:
    """No room between the two boxes."""
    field(arrow, length=0)
    for node in built.containers:
        if arrow in node.children or (arrow.ends is not None and node.props.get("gap")):
            prop(node, gap=2)


def cover(built: Built, nth: int) -> Figure | None:
    """Something opaque is painted later where a text stands."""
    text = pick(built.texts, nth)
    if text is None:
        return None
    rect = size(text, built)
    lid = Row(
        position="absolute", left=rect.x, top=rect.y, width=rect.width, height=rect.height, background="{color.sunken}"
    )
    field(built.root, children=(*built.root.children, lid))
    return built.figure


def endless(text: Text) -> None:
    """A word that no line can hold."""
    say(text, "Palavra" * 20)


NO_PADDING = dict.fromkeys(("padding", "padding_x", "padding_y", "padding_top", "padding_left"), 0)


def narrower(node: Node, built: Built) -> None:
    prop(node, width=size(node, built).width - 1.8, grow=0, shrink=0, basis="auto")


BREAKAGES: tuple[Change, ...] = (
    ("narrow a card", at_node(lambda b: b.cards, lambda n, _: prop(n, width=70, basis="auto", grow=0, shrink=0))),
    ("say a short text four times", at_node(short_texts, lambda n, _: repeat(n, 4))),
    ("say a long text nine times", at_node(long_texts, lambda n, _: repeat(n, 9))),
    ("drop a gap", at_node(lambda b: b.containers, lambda n, _: prop(n, gap=0, row_gap=0, column_gap=0))),
    ("ink near its ground", at_node(lambda b: b.texts, towards_ground)),
    ("take out padding", at_node(lambda b: b.cards, lambda n, _: prop(n, **NO_PADDING))),
    ("fix the height of a card", at_node(lambda b: b.cards, lambda n, b: fixed(n, b, 0.5))),
    ("cut a card off", at_node(lambda b: b.cards, lambda n, b: fixed(n, b, 0.55, overflow="hidden"))),
    ("one line for a long text", at_node(several_lines, lambda n, _: field(n, wrap="nowrap"))),
    ("fewer lines than needed", at_node(several_lines, lambda n, _: field(n, max_lines=1))),
    ("move a card up", at_node(lambda b: b.cards, lambda n, _: prop(n, margin_top=-45))),
    ("move a text up", at_node(lambda b: b.texts, lambda n, _: prop(n, margin_top=-18))),
    ("move a card aside", at_node(lambda b: b.cards, lambda n, _: prop(n, margin_left=-60))),
    ("wider than the page", at_node(lambda b: b.cards, lambda n, _: prop(n, min_width=1000))),
    ("take a text out of the flow", at_node(long_texts, lambda n, _: prop(n, position="absolute", top=0, left=0))),
    ("a little narrower", at_node(in_row, narrower)),
    ("a little lower", at_node(in_row, lambda n, _: prop(n, margin_top=1.6))),
    ("a card with nothing in it", at_node(lambda b: b.cards, lambda n, _: prop(n, height=900))),
    ("an arrow through it all", arrow_from_first_to_last),
    ("no room for an arrow", at_node(arrows, shorten)),
    ("cover words", cover),
    ("a word without end", at_node(long_texts, lambda n, _: endless(n))),
    ("pull a text to the left", at_node(lambda b: b.texts, lambda n, _: prop(n, margin_left=-80))),
    ("words at the page's edge", on_root(lambda root: prop(root, padding_x=0, padding_y=0))),
    ("colour alone", swatches),
    ("the title as alt text", on_figure(lambda f: replace(f, alt=f.title))),
    ("no language", on_figure(lambda f: replace(f, language="português"))),
    ("a typed colour", at_node(lambda b: b.cards, lambda n, _: typed(n, Row(border="#123456")))),
    ("a typed length", at_node(lambda b: b.cards, lambda n, _: typed(n, Row(margin_top=11)))),
)  # fmt: skip
"""At least twenty; each is tried on every figure that has a place for it."""

DECLARED = frozenset(("colour alone", "the title as alt text", "no language", "a typed colour", "a typed length"))
"""Breakages that no picture shows, or shows to some readers only: harm by definition."""


def longer_gaps(node: Node, _: Built) -> None:
    for word in ("gap", "row_gap", "column_gap"):
        value = node.props.get(word)
        if isinstance(value, float):
            prop(node, **{word: value + 2})


def swap(row: Node, _: Built) -> None:
    first, *between, last = row.children
    field(row, children=(last, *between, first))


def plain_rows(built: Built) -> list[Node]:
    """Rows of cards that no arrow knows."""
    if arrows(built):
        return []
    return [n for n in built.containers if isinstance(n, Row) and all(child in built.cards for child in n.children)]


def shorter_alt(figure: Figure) -> Figure:
    return replace(figure, alt=" ".join(figure.alt.split()[:-1]) + ".")


def headings(built: Built) -> list[Text]:
    """Headings with room beside them."""
    return [t for t in built.texts if isinstance(t, Heading) and t.wrap != "nowrap" and len(t.plain) < 20]


HARMLESS: tuple[Change, ...] = (
    ("2 px more in every gap", everywhere(longer_gaps)),
    ("swap two cards", at_node(plain_rows, swap)),
    ("a longer heading", at_node(headings, lambda n, _: say(n, n.plain + "já"))),
    ("a shorter heading", at_node(headings, lambda n, _: say(n, n.plain.split()[0]))),
    ("other words in the alt text", on_figure(shorter_alt)),
    ("a description", on_figure(lambda f: replace(f, description="Mais longa do que o texto alternativo."))),
    ("rounder corners", at_node(lambda b: b.cards, lambda n, b: prop(n, radius=b.theme.radius.m))),
    ("no shadow", at_node(lambda b: b.cards, lambda n, _: prop(n, shadow="none"))),
    ("a dashed arrow", at_node(arrows, lambda n, _: field(n, dashed=not n.dashed))),
)  # fmt: skip


TokenChange = tuple[str, dict[str, str]]
"""A name, and other values of the series' tokens, as TOML."""


def scaled(section: str, names: str, factor: float) -> dict[str, str]:
    """Lengths of a section times a factor."""
    found = {
        name: leaf.raw
        for name, leaf in leaves().items()
        if leaf.section == section and re.fullmatch(names, leaf.path[-1]) and isinstance(leaf.raw, int | float)
    }
    return {name: f"{value * factor:.4g}" for name, value in found.items()}


TOKEN_BREAKAGES: tuple[TokenChange, ...] = (
    ("type 1.5 times as large", scaled("type", "size|line_height", 1.5)),
    ("type a third smaller", scaled("type", "size|line_height", 0.67)),
    ("lines as high as half the type", scaled("type", "line_height", 0.4)),
    ("hardly any space", scaled("space", r"\w+", 0.15)),
    ("four times the space", scaled("space", r"\w+", 4)),
    ("ink near the page", {"color.ink": '"#BDC1C6"'}),
    ("muted ink near the page", {"color.ink_muted": '"#9AA0A6"'}),
    ("a dark surface", {"color.surface": '"#3C4043"'}),
    ("a light inverse card", {"color.inverse": '"#DADCE0"'}),
    ("green ink near its tint", {"color.positive_ink": '"#81C995"'}),
    ("a narrow page", {"page.width": "560"}),
    ("a page without padding", {"page.padding_x": "0", "page.padding_y": "0"}),
    ("cards without padding", {"card.padding": "0"}),
    ("pills as low as their letters", {"pill.height": "9", "pill.padding_x": "1"}),
)
"""Each is tried on every figure."""

HARMLESS_TOKENS: tuple[TokenChange, ...] = (
    ("rounder cards", {"radius.m": "16", "radius.l": "28"}),
    ("square cards", {"radius.s": "2", "radius.m": "3", "radius.l": "4"}),
    ("another blue", {"tone.accent": '"#1565C0"'}),
    ("another green", {"tone.positive": '"#0B6B3A"'}),
    ("a little more space", scaled("space", "l|xl|xxl", 1.08)),
    ("type a little larger", scaled("type", "size|line_height", 1.03)),
    ("a softer shadow", {"shadow.card.blur": "36"}),
    ("more padding around the page", {"page.padding_y": "48"}),
    ("larger heads", {"arrow.head": "11"}),
)
