"""What holds for every tree of boxes."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.keywords import SizeWord
from layoutkit.layout import LayoutBox, engine, layout
from layoutkit.layout.snap import snap
from layoutkit.sizing import MAX_CONTENT, MIN_CONTENT, Fit, Measured, Request
from layoutkit.style.box import AUTO, BoxStyle, Percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.geometry import Rect
    from layoutkit.keywords import Direction
    from layoutkit.layout import PlacedBox
    from layoutkit.layout.node import LayoutNode

NEAR = 1e-6
"""px, for sums of floats."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words of equal width."""

    words: int
    em: float = 10.0

    def measure(self, request: Request) -> Measured:
        """As many words on a line as fit, at least one."""
        across = self.words
        if request is MIN_CONTENT:
            across = 1
        elif isinstance(request, Fit):
            across = max(1, min(self.words, int((request.width + NEAR) // self.em)))
        return Measured(across * self.em, -(-self.words // across) * self.em, 0.8 * self.em)


# ---- random trees -----------------------------------------------------------------------------------

LENGTH = st.sampled_from([0.0, 1.0, 5.0, 8.0, 12.25, 20.0, 33.5, 50.0, 80.0, 120.0])
PERCENT = st.sampled_from([0.1, 0.25, 0.5, 0.75, 1.0]).map(Percent)
WORD = st.sampled_from(get_args(SizeWord))
SIZE = st.one_of(st.just(AUTO), st.just(AUTO), LENGTH, PERCENT)
FACTOR = st.sampled_from([0.0, 0.0, 0.5, 1.0, 1.0, 3.0])
JUSTIFY = st.sampled_from(
    ["normal", "start", "end", "flex-start", "flex-end", "center", "space-between", "space-around", "space-evenly"]
)
ALIGN = st.sampled_from(["normal", "stretch", "start", "end", "flex-start", "flex-end", "center", "baseline"])
WORDED = SIZE | WORD
LIMIT = st.none() | LENGTH | WORD
LIMITS = {"min_width": WORDED, "min_height": WORDED, "max_width": LIMIT, "max_height": LIMIT}
EDGES = {f"{kind}_{side}": LENGTH for kind in ("padding", "border") for side in ("top", "right", "bottom", "left")}
MARGINS = {f"margin_{side}": st.just(AUTO) | LENGTH for side in ("top", "right", "bottom", "left")}
FLOW = {
    "flex_direction": st.sampled_from(["row", "column", "row-reverse", "column-reverse"]),
    "flex_wrap": st.sampled_from(["nowrap", "nowrap", "wrap", "wrap-reverse"]),
    "row_gap": LENGTH,
    "column_gap": LENGTH,
    "justify_content": JUSTIFY,
    "align_items": ALIGN,
    "align_content": JUSTIFY,
}
ITEM = {"flex_grow": FACTOR, "flex_shrink": FACTOR, "flex_basis": WORDED | st.just("content"), "align_self": ALIGN}
SIZES = {"width": WORDED, "height": WORDED}
EVERYTHING = {**SIZES, **LIMITS, **EDGES, **MARGINS, **FLOW, **ITEM}


def styles(*groups: dict[str, st.SearchStrategy[Any]], **more: st.SearchStrategy[Any]) -> st.SearchStrategy[BoxStyle]:
    """Styles in which a few properties differ from the initial values."""
    optional = {name: values for group in groups for name, values in group.items()}
    return st.fixed_dictionaries(more, optional=optional).map(lambda values: BoxStyle(**values))


def trees(leaf: st.SearchStrategy[BoxStyle], container: st.SearchStrategy[BoxStyle]) -> st.SearchStrategy[LayoutBox]:
    """Trees of at most some twenty boxes."""
    content = st.none() | st.integers(1, 9).map(Text)
    return st.recursive(
        st.builds(LayoutBox, leaf, st.just(()), content),
        lambda inside: st.builds(LayoutBox, container, st.lists(inside, min_size=1, max_size=4).map(tuple)),
        max_leaves=12,
    )


ANY_STYLE = styles(
    EVERYTHING,
    {
        "aspect_ratio": st.sampled_from([0.5, 1.0, 16 / 9]),
        "position": st.just("absolute"),
        "display": st.just("none"),
        "overflow": st.just("hidden"),
        "box_sizing": st.just("content-box"),
        **dict.fromkeys(("top", "right", "bottom", "left"), SIZE),
    },
)
ANY_TREE = trees(ANY_STYLE, ANY_STYLE)
IN_FLOW = styles(EVERYTHING, {"overflow": st.just("hidden"), "box_sizing": st.just("content-box")})
IN_FLOW_TREE = trees(IN_FLOW, IN_FLOW)
REQUEST = st.sampled_from([MAX_CONTENT, MIN_CONTENT, Fit(0.0), Fit(75.0), Fit(300.0)])


def boxes(placed: PlacedBox[Any], x: float = 0.0, y: float = 0.0) -> Iterator[tuple[PlacedBox[Any], Rect]]:
    """Every box that is displayed, with its border box on the page."""
    if placed.hidden:
        return
    rect = placed.rect.moved(x, y)
    yield placed, rect
    for child in placed.children:
        yield from boxes(child, rect.x, rect.y)


def numbers(placed: PlacedBox[Any]) -> list[float]:
    """All numbers of a placed tree."""
    rect, content = placed.rect, placed.content
    own = [rect.x, rect.y, rect.width, rect.height, content.x, content.y, content.width, content.height]
    return own + [placed.baseline or 0.0] + [number for child in placed.children for number in numbers(child)]


# ---- properties -------------------------------------------------------------------------------------


@given(ANY_TREE, REQUEST)
def test_the_same_tree_gets_the_same_places(root: LayoutBox, request: Request) -> None:
    assert layout(root, request, 100.0) == layout(root, request, 100.0)


@given(ANY_TREE, REQUEST)
def test_boxes_enclose_their_padding_and_border(root: LayoutBox, request: Request) -> None:
    for placed, rect in boxes(layout(root, request, 100.0)):
        content = placed.content
        assert content.width >= -NEAR
        assert content.height >= -NEAR
        assert content.right + placed.box.style.border_right <= rect.width + NEAR
        assert content.bottom + placed.box.style.border_bottom <= rect.height + NEAR


def scaled(box: LayoutBox, factor: float) -> LayoutBox:
    """The tree with all its lengths multiplied."""
    plain = {"flex_grow", "flex_shrink", "aspect_ratio"}
    values = {field.name: getattr(box.style, field.name) for field in fields(BoxStyle)}
    lengths: dict[str, Any] = {
        name: value * factor for name, value in values.items() if isinstance(value, float) and name not in plain
    }
    content = Text(box.measurable.words, box.measurable.em * factor) if isinstance(box.measurable, Text) else None
    return LayoutBox(replace(box.style, **lengths), tuple(scaled(child, factor) for child in box.children), content)


@given(ANY_TREE, st.sampled_from([0.25, 0.5, 2.0, 8.0]))
def test_scaling_all_lengths_scales_every_rectangle(root: LayoutBox, factor: float) -> None:
    expected = [number * factor for number in numbers(layout(root, Fit(300.0), 100.0))]
    assert numbers(layout(scaled(root, factor), Fit(300.0 * factor), 100.0 * factor)) == pytest.approx(
        expected, abs=1e-3
    )


SWAPPED = {
    "row": "column",
    "row-reverse": "column-reverse",
    "width": "height",
    "min_width": "min_height",
    "max_width": "max_height",
    "row_gap": "column_gap",
    "padding_top": "padding_left",
    "padding_bottom": "padding_right",
    "border_top": "border_left",
    "border_bottom": "border_right",
    "margin_top": "margin_left",
    "margin_bottom": "margin_right",
}
TRANSPOSED = SWAPPED | {there: here for here, there in SWAPPED.items()}


def transposed(box: LayoutBox) -> LayoutBox:
    """The tree mirrored along the diagonal: widths are heights, rows are columns."""
    style = {TRANSPOSED.get(field.name, field.name): getattr(box.style, field.name) for field in fields(BoxStyle)}
    style["flex_direction"] = TRANSPOSED[box.style.flex_direction]
    return LayoutBox(BoxStyle(**style), tuple(map(transposed, box.children)))


DEFINITE = styles(
    EDGES,
    {name: values for name, values in FLOW.items() if name != "align_items"},
    ITEM | {"flex_basis": st.just(AUTO) | LENGTH, "align_self": ALIGN.filter(lambda keyword: keyword != "baseline")},
    MARGINS,
    width=LENGTH,
    height=LENGTH,
    min_width=st.just(0.0),
    min_height=st.just(0.0),
)
EMPTY = styles(
    dict.fromkeys(("width", "height", "min_width", "min_height", "max_width", "max_height"), LENGTH),
    EDGES,
    MARGINS,
    ITEM | {"flex_basis": st.just(AUTO) | LENGTH, "align_self": ALIGN.filter(lambda keyword: keyword != "baseline")},
)
EMPTY_LEAF = st.builds(LayoutBox, EMPTY)
DEFINITE_TREE = st.recursive(
    st.builds(LayoutBox, DEFINITE, st.lists(EMPTY_LEAF, max_size=5).map(tuple)),
    lambda inside: st.builds(LayoutBox, DEFINITE, st.lists(inside | EMPTY_LEAF, min_size=1, max_size=4).map(tuple)),
    max_leaves=6,
)


@given(DEFINITE_TREE)
def test_a_column_is_the_transposed_row(root: LayoutBox) -> None:
    along, across = layout(root), layout(transposed(root))
    for (_, here), (_, there) in zip(boxes(along), boxes(across), strict=True):
        assert (there.y, there.x, there.height, there.width) == pytest.approx((here.x, here.y, here.width, here.height))


@given(
    st.lists(
        styles({"margin_left": LENGTH, "width": LENGTH, "padding_right": LENGTH}, flex_grow=FACTOR),
        min_size=1,
        max_size=8,  # more of them only make Hypothesis warn of what it would print
    ),
    LENGTH,
    st.sampled_from(["row", "row-reverse"]),
)
def test_grown_children_and_gaps_fill_exactly(items: list[BoxStyle], gap: float, direction: Direction) -> None:
    style = BoxStyle(width=5000.0, column_gap=gap, flex_direction=direction)
    found = layout(LayoutBox(style, tuple(map(LayoutBox, items)))).children
    margins = [item.margin_left for item in items if isinstance(item.margin_left, float)]
    taken = sum(child.rect.width for child in found) + sum(margins) + gap * (len(found) - 1)
    if sum(item.flex_grow for item in items) >= 1:
        assert taken == pytest.approx(5000)
    else:
        assert taken < 5000


@given(IN_FLOW_TREE, REQUEST)
def test_siblings_in_flow_never_overlap(root: LayoutBox, request: Request) -> None:
    for placed, _ in boxes(layout(root, request, 100.0)):
        for one, other in combinations(placed.children, 2):
            shared = one.rect.overlap(other.rect)
            assert min(shared.width, shared.height) <= NEAR


@given(st.lists(styles({"width": LENGTH}, MARGINS, flex_shrink=st.just(0.0)), min_size=1), LENGTH, LENGTH)
def test_a_larger_gap_never_moves_an_item_backwards(items: list[BoxStyle], gap: float, more: float) -> None:
    children = tuple(LayoutBox(replace(item, margin_left=0.0, margin_right=0.0)) for item in items)
    narrow = layout(LayoutBox(BoxStyle(width=100.0, column_gap=gap), children))
    wide = layout(LayoutBox(BoxStyle(width=100.0, column_gap=gap + more), children))
    for index, (before, after) in enumerate(zip(narrow.children, wide.children, strict=True)):
        assert after.rect.x == pytest.approx(before.rect.x + index * more)


@given(ANY_TREE, st.sampled_from([1.0, 1.5, 2.0, 3.0, 300 / 72, 4.1666667]))
def test_neighbours_share_their_edges_on_every_device(root: LayoutBox, scale: float) -> None:
    placed = layout(root, Fit(300.0), 100.0)
    before = [rect for _, rect in boxes(placed)]
    after = [rect for _, rect in boxes(snap(placed, scale))]
    for start, end in (("x", "right"), ("y", "bottom")):
        pairs = sorted(
            (getattr(exact, side), getattr(snapped, side))
            for exact, snapped in zip(before, after, strict=True)
            for side in (start, end)
        )
        for (exact, snapped), (next_exact, next_snapped) in pairwise(pairs):
            assert abs(snapped * scale - round(snapped * scale)) < 1e-3
            assert abs(snapped - exact) <= 0.5 / scale + 1e-5
            assert next_snapped >= snapped - NEAR
            if next_exact - exact < 1e-9:
                assert next_snapped == pytest.approx(snapped)


class Forgetful(dict[Any, Any]):
    """A memory that keeps nothing."""

    def __setitem__(self, key: object, value: object) -> None:
        """Forget at once."""


@given(trees(styles(EVERYTHING), styles(EVERYTHING)), REQUEST)
def test_answers_do_not_depend_on_what_was_asked_before(root: LayoutBox, request: Request) -> None:
    remembered = layout(root, request, 100.0)
    build = engine._build

    def build_forgetful(box: LayoutBox) -> tuple[list[LayoutNode], int]:
        nodes, depth = build(box)
        for node in nodes:
            if node.children:
                node.answers, node.memo, node.widths = Forgetful(), Forgetful(), Forgetful()
        return nodes, depth

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_build", build_forgetful)
        assert numbers(layout(root, request, 100.0)) == pytest.approx(numbers(remembered), abs=NEAR)
