"""``line-through-text``: which lines get in the way of words, and which do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.check.figures import faults

if TYPE_CHECKING:
    from pathlib import Path

FIGURE = """
from layoutkit.shapes import At, Curve, Drawing, Line, Points


@figure(title="Linha", alt="Uma linha e uma palavra.")
def example(t: Theme) -> Node:
    word = Text("mmmm", wrap="nowrap")
    return Column(Drawing({}, width=t.space.xxl * 5, height=t.space.xxl))
"""
LINE = "Line((0, 0.5), (1, 0.5), stroke={})"


def found(tmp_path: Path, children: str) -> list[str]:
    told = faults(FIGURE.format(children), tmp_path)
    return [fault.diagnostic.rule for fault in told if fault.diagnostic.rule == "line-through-text"]


@pytest.mark.parametrize(
    ("children", "is_told"),
    [
        (f"{LINE.format('t.color.ink')}, At(0.5, 0.5, word)", True),
        (f"At(0.5, 0.5, word), {LINE.format('t.color.ink')}", True),
        ("Curve([(0, 0), (0.5, 0.5), (1, 1)], curve='natural', stroke=t.color.ink), At(0.5, 0.5, word)", True),
        (f"{LINE.format('t.color.ink')}, At(0.5, 0.5, word, anchor='bottom', gap=t.space.s)", False),
        (f"{LINE.format('t.color.line')}, At(0.5, 0.5, word)", False),  # as faint as a grid
        (f"{LINE.format('t.color.ink')}, At(0.5, 0.5, Row(word, background=t.color.surface))", False),
        (f"At(0.5, 0.5, Row(word, background=t.color.surface)), {LINE.format('t.color.ink')}", True),
        ("Points([(0.5, 0.5)], stroke=t.color.ink), At(0.5, 0.5, word)", False),
    ],
)
def test_a_line_that_is_seen_through_words_is_told(tmp_path: Path, children: str, is_told: bool) -> None:  # noqa: FBT001
    assert found(tmp_path, children) == ["line-through-text"] * is_told


def test_a_line_may_touch_words_for_two_px(tmp_path: Path) -> None:
    """The word begins 1.2 px right of its point; a line may run 2 px into it."""
    drawn = "Line((0, 0.5), ({}, 0.5), stroke=t.color.ink), At(0.5, 0.5, word, anchor='left')"
    told = [bool(found(tmp_path, drawn.format(0.5 + px / 240))) for px in (0, 2, 3, 5, 8)]
    assert told[0] is False
    assert told[-1] is True
    assert told == sorted(told)


IN_CHART = """
from layoutkit.chart import Chart, line, note


@figure(title="Linha", alt="Uma linha e uma palavra.")
def example(t: Theme) -> Node:
    chart = Chart(
        line([1, 3, 2]),
        note(1, 3, "uma palavra", anchor="top"),
    )
    return Column(chart)
"""


def test_words_of_a_mark_are_told_at_the_mark_with_keywords_that_it_has(tmp_path: Path) -> None:
    told = [fault.diagnostic for fault in faults(IN_CHART, tmp_path) if fault.diagnostic.rule == "line-through-text"]
    place = told[0].places[0]
    line = place.path.read_text(encoding="utf-8").splitlines()[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == 'note(1, 3, "uma palavra", anchor="top")'
    assert "gap" not in told[0].hint
    moved = faults(IN_CHART.replace('"top"', '"bottom"'), tmp_path)
    assert "line-through-text" not in {fault.diagnostic.rule for fault in moved}
