"""Words of a text are ends for arrows, braces and callouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit import (
    Arrow,
    Brace,
    BulletList,
    Callout,
    Column,
    LayoutkitError,
    Node,
    Row,
    Span,
    Text,
    load_theme,
)
from layoutkit.layout.arrange import arrange
from layoutkit.renderer import Renderer
from layoutkit.style.resolve import resolve
from tests.check.figures import ROOT, faults
from tests.nodes.faults import fault

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.geometry import Rect
    from layoutkit.layout.arrange import Placed
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import Styled

FIGURE = """
@figure(title="T", alt="Um texto e uma seta.")
def example(t: Theme) -> Node:
    text = Text({text}, wrap="nowrap", align_self="center")
    a = Card(Text("daqui"), align_self="center")
    return {tree}
"""


def placed(*nodes: Node, width: float = 1000.0) -> Placed:
    theme = load_theme(ROOT / "tokens.toml")
    return arrange(resolve(Column(*nodes), theme, Renderer(theme).typesetter, language="pt-BR"), width)


def every(box: PlacedBox[Styled], x: float = 0.0, y: float = 0.0) -> list[tuple[PlacedBox[Styled], Rect]]:
    here = box.rect.moved(x, y)
    return [(box, here), *(inner for child in box.children for inner in every(child, here.x, here.y))]


def words(found: Placed) -> list[Rect]:
    return [rect for box, rect in every(found.root) if box.box.element.kind == "Words"]


def advance(*parts: str | Span, role: str = "body") -> float:
    """The width in px of a text on one line."""
    found = placed(Row(Text(*parts, role=role, wrap="nowrap")))
    return next(box.rect.width for box, _ in every(found.root) if box.box.text)


def test_the_box_of_words_is_where_they_stand() -> None:
    found = placed(Row(Text("O céu é @cor[*azul* claro] hoje.", wrap="nowrap")))
    (box,) = words(found)
    (rect,) = (rect for placed_box, rect in every(found.root) if placed_box.box.text.startswith("O céu"))
    assert box.x - rect.x == pytest.approx(advance("O céu é x") - advance("x"), abs=0.01)
    assert box.width == pytest.approx(advance("*azul* claro"), abs=0.01)
    assert rect.y <= box.y < box.bottom <= rect.bottom


def test_capitals_that_are_longer_move_no_box() -> None:
    text = Text(Span("straße "), Span("b", key="a"), Span(" c"), role="label", wrap="nowrap")
    (box,) = words(placed(Row(text)))
    assert box.width == pytest.approx(advance("b", role="label"), abs=0.01)


def test_the_first_piece_stands_for_words_on_two_lines() -> None:
    text = Text("uma @a[duas três quatro cinco seis sete] oito", width=150)
    (box,) = words(placed(text))
    assert box.x > 0
    assert box.right <= 150 + 40
    assert box.y < 60


def test_arrows_braces_and_callouts_end_at_words() -> None:
    text = Text("A resposta é @azul[azul].", wrap="nowrap")
    items = BulletList("a @um[primeira];", Span("a segunda", key=2))
    nodes = Row(text, items, gap=80), Arrow(end := Text("daqui"), text.part("azul").bottom), end
    found = placed(*nodes, Callout("aqui", items.part(2)), Brace(text.part("azul"), label="cor"))
    azul, um, dois = words(found)
    tip = found.routes[0].points[-1]
    assert [tip.x, tip.y] == pytest.approx([azul.center.x, azul.bottom])
    tip = found.routes[1].points[-1]
    assert dois.grown(0.01).x <= tip.x <= dois.grown(0.01).right
    assert um.bottom < dois.bottom
    (brace,) = (rect for box, rect in every(found.root) if box.box.brace is not None)
    assert brace.center.x == pytest.approx(azul.center.x)
    assert brace.bottom <= azul.y


def test_an_arrow_goes_around_the_other_words(tmp_path: Path) -> None:
    figure = FIGURE.format(
        text='"azul, verde e @fim[cinza]"',
        tree="Column(Row(a, text, Arrow(a, text.part('fim')), gap=t.space.xxl * 2, margin_top=t.space.xxl))",
    )
    assert faults(figure, tmp_path) == []


def test_an_arrow_through_the_other_words_is_reported(tmp_path: Path) -> None:
    tree = "Row(a, text, Arrow(a, text.part('fim').left, route='straight'), gap=t.space.xxl * 2, align='center')"
    (found,) = faults(FIGURE.format(text='"azul, verde e @fim[cinza]"', tree=tree), tmp_path)
    assert found.diagnostic.rule == "arrow-crosses-text"
    assert "through Text “azul, verde e cinza”" in found.diagnostic.message
    assert faults(FIGURE.format(text='"@fim[azul], verde e cinza"', tree=tree), tmp_path) == []


def test_words_without_letters_are_refused() -> None:
    with fault("bad-value") as found:
        Text("a", Span(" ", key="b"))
    assert found.message == "the span with the key 'b' holds no letters"
    assert found.marked == 'Text("a", Span(" ", key="b"))'


def test_words_have_no_other_place() -> None:
    text = Text("a @b[c]")
    with fault("placed-twice") as found:
        placed(text, Row(text.part("b")))
    assert found.message == "the words with the key 'b' stand in their text already"


def test_an_arrow_to_words_that_are_cut_off_is_refused() -> None:
    text = Text("uma duas três quatro cinco seis @fim[sete]", width=120, max_lines=1, ellipsis=True)
    with fault("arrow-ends") as found:
        placed(start := Text("daqui"), text, Arrow(start, text.part("fim")))
    assert found.message == "this Arrow ends at words that are not shown: 'fim'"


def test_two_words_of_one_key_are_told_apart_first() -> None:
    with pytest.raises(LayoutkitError, match="2 parts with the key 'a'"):
        Text("@a[b] c @a[d]").part("a")
