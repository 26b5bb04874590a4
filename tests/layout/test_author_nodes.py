"""What holds for every figure that is made of rows, columns, grids, stacks and spacers."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit import Column, Grid, Icon, Node, Row, Spacer, Stack, Text
from layoutkit.layout import layout
from layoutkit.layout.overflow import overflows
from layoutkit.layout.snap import snap
from layoutkit.renderer import Renderer
from layoutkit.sizing import MAX_CONTENT
from layoutkit.style.resolve import resolve
from layoutkit.tokens import load_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from layoutkit.geometry import Rect
    from layoutkit.layout import PlacedBox
    from layoutkit.style.styled import Styled

STUDIO = Renderer(load_theme(Path(__file__).parents[2] / "tokens.toml"))
NEAR = 1e-6
SIZES = st.sampled_from([0, 7, 16, 40, 90.5])
GAPS = st.sampled_from([0, 4, 12.5])
SCALES = st.sampled_from([1, 1.5, 2, 2.126, 3])

Recipe = tuple[Any, ...]
"""A node is made again for each layout: its type, its keywords, its children."""


def recipes(*containers: type[Node]) -> st.SearchStrategy[Recipe]:
    """Trees of containers of automatic size around boxes of fixed size and short texts."""
    leaf: st.SearchStrategy[Recipe] = st.one_of(
        st.fixed_dictionaries({"width": SIZES, "height": SIZES}).map(lambda size: (Row, {**size, "shrink": 0}, ())),
        st.sampled_from(["a", "duas palavras", "um texto de cinco palavras"]).map(lambda text: (Text, {}, (text,))),
    )
    keywords = st.fixed_dictionaries({"gap": GAPS, "padding": GAPS})
    return st.recursive(
        leaf,
        lambda inner: st.tuples(st.sampled_from(containers), keywords, st.lists(inner, min_size=1, max_size=4)),
        max_leaves=10,
    )


def made(recipe: Recipe, k: float = 1.0) -> Node:
    """The node of a recipe, with all lengths ``k`` times as large."""
    kind, keywords, children = recipe
    if kind is Text:
        return Text(*children)
    lengths = {name: value if name == "shrink" else k * value for name, value in keywords.items()}
    grid = {"columns": 2} if kind is Grid else {}
    node: Node = kind(*(made(child, k) for child in children), **grid, **lengths)
    return node


def placed(node: Node) -> PlacedBox[Styled]:
    """A node alone in a page without padding, as wide as it likes."""
    page = Row(node, padding_x=0, padding_y=0, width="auto", align="start")
    return layout(resolve(page, STUDIO.theme, STUDIO.typesetter, language="pt-BR"), MAX_CONTENT).children[0]


def rects(box: PlacedBox[Styled]) -> Iterator[Rect]:
    yield box.rect
    for child in box.children:
        yield from rects(child)


ANY = recipes(Row, Column, Grid, Stack)


@given(ANY)
def test_the_same_figure_gets_the_same_places(recipe: Recipe) -> None:
    assert list(rects(placed(made(recipe)))) == list(rects(placed(made(recipe))))


@given(ANY)
def test_children_stay_inside_containers_of_automatic_size(recipe: Recipe) -> None:
    root = placed(made(recipe))
    assert list(overflows(root)) == []
    pending = [root]
    while pending:
        box = pending.pop()
        for child in box.children:
            assert child.rect.x >= box.content.x - NEAR
            assert child.rect.y >= box.content.y - NEAR
            assert child.rect.right <= box.content.right + NEAR
            assert child.rect.bottom <= box.content.bottom + NEAR
        pending += box.children


@given(SIZES, SIZES)
def test_what_sticks_out_is_reported(width: float, height: float) -> None:
    root = placed(Row(Row(width=width + 30, height=height + 20, shrink=0), width=width, height=height, align="start"))
    (found,) = overflows(root)
    assert (found.by.right, found.by.bottom) == (30, 20)
    assert (found.by.left, found.by.top) == (0, 0)


@given(recipes(Row, Column, Grid))
def test_siblings_in_a_flow_never_overlap(recipe: Recipe) -> None:
    pending = [placed(made(recipe))]
    while pending:
        box = pending.pop()
        for one, other in combinations(box.children, 2):
            shared = one.rect.overlap(other.rect)
            assert min(shared.width, shared.height) < NEAR
        pending += box.children


@given(recipes(Row, Column))
def test_a_column_is_the_transposed_row(recipe: Recipe) -> None:
    def plain(recipe: Recipe) -> Recipe:
        kind, keywords, children = recipe
        if kind is Text:  # a text has no transposed twin
            return (Row, {"width": 10, "height": 20, "shrink": 0}, ())
        return (kind, keywords, [plain(child) for child in children])

    def transposed(recipe: Recipe) -> Recipe:
        kind, keywords, children = recipe
        swapped = {"width": "height", "height": "width"}
        turned = {swapped.get(name, name): value for name, value in keywords.items()}
        return (Column if kind is Row else Row, turned, [transposed(child) for child in children])

    turned = [(r.y, r.x, r.height, r.width) for r in rects(placed(made(transposed(plain(recipe)))))]
    for ours, theirs in zip(rects(placed(made(plain(recipe)))), turned, strict=True):
        assert (ours.x, ours.y, ours.width, ours.height) == pytest.approx(theirs)


def test_an_icon_asked_for_the_size_of_its_content_has_its_own() -> None:
    (icon,) = placed(Row(Icon("check", alt="", size=20, width="max-content", height="stretch"), height=50)).children
    assert (icon.rect.width, icon.rect.height) == (20, 50)


def test_words_for_sizes_measure_the_text() -> None:
    text = "um texto de cinco palavras"
    wide, narrow = (
        placed(Column(Text(text, width=word), width=10, align="start")).children[0].rect
        for word in ("max-content", "min-content")
    )
    assert wide.width > 3 * narrow.width
    assert narrow.height == pytest.approx(4 * wide.height)


@given(st.lists(st.floats(0.1, 5), min_size=1, max_size=6), GAPS, st.sampled_from([Row, Column]))
def test_spacers_fill_what_is_free(shares: list[float], gap: float, kind: Callable[..., Node]) -> None:
    grown = [Row(grow=share, basis=0) if i % 2 else Spacer() for i, share in enumerate(shares)]
    box = placed(kind(*grown, gap=gap, width=700, height=500))
    along = [child.rect.width if kind is Row else child.rect.height for child in box.children]
    assert sum(along) + gap * (len(along) - 1) == pytest.approx(700 if kind is Row else 500)


@given(ANY, st.sampled_from([0.5, 2, 3.7]))
def test_scaling_every_length_scales_every_box(recipe: Recipe, k: float) -> None:
    def without_text(recipe: Recipe) -> Recipe:
        kind, keywords, children = recipe
        if kind is Text:  # type sizes are tokens, not lengths of the figure
            return (Row, {"width": 10, "height": 20, "shrink": 0}, ())
        return (kind, keywords, [without_text(child) for child in children])

    plain = without_text(recipe)
    for one, scaled in zip(rects(placed(made(plain))), rects(placed(made(plain, k))), strict=True):
        assert (k * one.x, k * one.y, k * one.width, k * one.height) == pytest.approx(
            (scaled.x, scaled.y, scaled.width, scaled.height)
        )


@given(st.lists(SIZES, min_size=2, max_size=6), GAPS, st.sampled_from([Row, Column, Grid]))
def test_a_larger_gap_never_moves_a_child_backwards(sizes: list[float], gap: float, kind: Callable[..., Node]) -> None:
    grid: dict[str, Any] = {"columns": "auto auto"} if kind is Grid else {}

    def corners(gap: float) -> list[tuple[float, float]]:
        children = (Row(width=size, height=size, shrink=0) for size in sizes)
        return [(child.rect.x, child.rect.y) for child in placed(kind(*children, gap=gap, **grid)).children]

    for before, after in zip(corners(gap), corners(gap + 8), strict=True):
        assert after[0] >= before[0] - NEAR
        assert after[1] >= before[1] - NEAR


@given(st.lists(st.floats(0.5, 40), min_size=2, max_size=8), SCALES, st.sampled_from([Row, Column]))
def test_snapped_neighbours_share_their_edge(sizes: list[float], scale: float, kind: Callable[..., Node]) -> None:
    box = snap(placed(kind(*(Row(width=size, height=size, shrink=0) for size in sizes))), scale)
    for one, other in zip(box.children, box.children[1:], strict=False):
        if kind is Row:
            assert one.rect.right == pytest.approx(other.rect.x, abs=NEAR)
        else:
            assert one.rect.bottom == pytest.approx(other.rect.y, abs=NEAR)
        assert other.rect.x * scale == pytest.approx(round(other.rect.x * scale), abs=NEAR)


def test_a_stack_is_as_large_as_its_largest_child() -> None:
    box = placed(Stack(Row(width=100, height=20), Row(width=30, height=50), align="center", justify="end"))
    assert (box.rect.width, box.rect.height) == (100, 50)
    first, second = (child.rect for child in box.children)
    assert (first.x, first.y) == (0, 15)
    assert (second.x, second.y) == (70, 0)


def test_grid_children_go_where_they_say() -> None:
    cells = [Row(column=2, row=2), Row(column=-2, column_span=1), Row(column=1, column_span=2, row=3)]
    box = placed(Grid(*cells, columns="100 200", rows="10 20 30", gap=5))
    assert [(c.rect.x, c.rect.y, c.rect.width, c.rect.height) for c in box.children] == [
        (105, 15, 200, 20),
        (105, 0, 200, 10),
        (0, 40, 305, 30),
    ]
