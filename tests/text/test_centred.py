"""Numbers and labels in the middle of their boxes, measured on pixels."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from layoutkit import Badge, Cell, Pill, Row, Table
from layoutkit.layout.snap import snap
from layoutkit.paint import paint
from layoutkit.paint.display import Glyphs
from layoutkit.text.paragraph import StyledSpan, Typesetter
from tests.components.looked_at import boxes, looked_at
from tests.text.ink import darkness, extent, rows
from tests.text.support import LIBRARY, ROBOTO

if TYPE_CHECKING:
    from layoutkit import Node

OLD_STYLE = replace(ROBOTO, features=(("onum", 1),), size=32, line_height=40)


def ink(node: Node, name: str, scale: float) -> tuple[float, float, float, float]:
    """Top and bottom of the box of a component, and of the ink of all text, in px from the page's top."""
    subject = looked_at(node)
    box = boxes(subject, name)[0].rect
    display = paint(replace(subject.placed, root=snap(subject.placed.root, scale)))
    glyphs = [operation for operation in display.operations if isinstance(operation, Glyphs)]
    top, bottom = extent(rows(darkness(glyphs, display.width, display.height, scale)), scale)
    return box.y, box.bottom, top, bottom


@pytest.mark.parametrize("scale", [1, 2, 180 / 25.4 * 300 / 1000])
@pytest.mark.parametrize("text", ["7", "12", "8", "100"])
@pytest.mark.parametrize(
    ("component", "name", "height"), [(Badge, "badge", 10), (Pill, "pill", 10), (Cell, "cell", 10.7)]
)
def test_digits_stand_in_the_middle(component: Any, name: str, height: float, text: str, scale: float) -> None:  # noqa: ANN401 - a component
    over, under, top, bottom = ink(Row(component(text)), name, scale)
    assert (top + bottom) / 2 == pytest.approx((over + under) / 2, abs=0.5)
    assert bottom - top == pytest.approx(height, abs=0.7)  # all digits were found, and nothing else


@pytest.mark.parametrize("name", ["pill", "badge"])
def test_cap_height_decides_where_a_label_in_small_letters_stands(name: str) -> None:
    component = {"pill": Pill, "badge": Badge}[name]
    over, under, top, bottom = ink(Row(component("H", role="small")), name, 2)
    assert (top + bottom) / 2 == pytest.approx((over + under) / 2, abs=0.5)
    _, _, small_top, small_bottom = ink(Row(component("x", role="small")), name, 2)
    assert small_bottom == pytest.approx(bottom, abs=0.1)
    assert small_top > top + 1


def test_numbers_in_a_table_share_the_baseline_of_the_words_beside_them() -> None:
    subject = looked_at(Table(("Passo", "Valor"), [["agora", "7"]]))
    lines = {seen.block.lines[0].text: seen for seen in subject.texts if seen.block}
    word, number = (lines[text].content.y + lines[text].block.baseline for text in ("agora", "7"))  # type: ignore[union-attr]
    assert number == pytest.approx(word, abs=0.01)


def test_a_number_is_trimmed_to_the_height_of_its_digits() -> None:
    setter = Typesetter(LIBRARY)

    def cap_height(text: str) -> float:
        return setter.paragraph([StyledSpan(text, OLD_STYLE)], trim="cap").set(500).height

    assert cap_height("12") == cap_height("−1,2")
    assert LIBRARY.face("Roboto").x_height * 32 < cap_height("12") < 0.85 * cap_height("H")
    assert cap_height("12 km") == cap_height("H") == pytest.approx(LIBRARY.face("Roboto").cap_height * 32)
    lining = setter.paragraph([StyledSpan("12", replace(OLD_STYLE, features=()))], trim="cap").set(500)
    assert lining.height == pytest.approx(LIBRARY.face("Roboto").cap_height * 32, abs=0.2)
