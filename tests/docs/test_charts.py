"""docs/charts.md: its examples are drawn without a finding, look as its pictures, and name what there is."""

from __future__ import annotations

import inspect
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import layoutkit.chart
import layoutkit.shapes
from layoutkit import Column, Figure, Node, Theme, figure, load_theme
from layoutkit.chart import Axis
from tests.docs.kept_pictures import assert_looks_as

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "charts.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
PICTURES = {
    "losses": "charts-first.png",
    "marks": "charts-marks.png",
    "over_time": "charts-time.png",
    "turned": "charts-turned.png",
    "beside": "charts-beside.png",
    "rows": "charts-rows.png",
    "drawing": "charts-drawing.png",
    "parts": "charts-parts.png",
}
SMALLER = 2


@cache
def made() -> dict[str, Any]:
    """All names of the examples, which build on one another."""
    known: dict[str, Any] = {"__name__": "example"}
    for number, example in enumerate(EXAMPLES, start=1):
        exec(compile(example, f"example-{number}.py", "exec"), known)  # noqa: S102 - our own page
    return known


def drawn() -> dict[str, Figure]:
    """The figures of the page, and its charts as figures."""
    found: dict[str, Figure] = {}
    for name, value in made().items():
        if isinstance(value, Figure):
            found[name] = value
        elif isinstance(value, Node):
            found[name] = around(value)
    return found


def around(chart: Node) -> Figure:
    @figure(title="Chart", alt="A chart of the page.", language="en")
    def one(_: Theme) -> Node:
        return Column(chart)

    return one


@pytest.mark.parametrize("name", [*drawn()])
def test_an_example_is_drawn_without_a_finding(name: str) -> None:
    assert [finding.message for finding in drawn()[name].check(load_theme())] == []


@pytest.mark.parametrize("name", PICTURES)
def test_an_example_looks_as_its_picture(name: str) -> None:
    """``make docs`` draws the pictures anew; look at them."""
    assert_looks_as(ROOT / "docs" / PICTURES[name], drawn()[name].render(load_theme(), scale=1), SMALLER)


def test_every_mark_and_shape_is_told() -> None:
    marks = [name for name in layoutkit.chart.__all__ if name[0].islower()]
    shapes = [name for name in layoutkit.shapes.__all__ if inspect.isclass(getattr(layoutkit.shapes, name))]
    told = set(re.findall(r"\b(\w+)\(", PAGE))
    assert set(marks) <= told
    assert {name for name in shapes if not name.endswith("Scale")} <= told


def test_every_key_of_an_axis_is_told() -> None:
    section = PAGE.partition("## Axes")[2].partition("## Data")[0]
    assert set(Axis.__dataclass_fields__) - {"title"} <= set(re.findall(r"`(\w+)`", section))


def test_the_keywords_told_are_those_of_the_marks() -> None:
    for line in PAGE.splitlines():
        row = re.match(r"\| `(\w+)\(", line)
        if row and row[1] in layoutkit.chart.__all__:
            keywords = re.sub(r"\([^()]*\)", "", line.strip("| ").split(" | ")[-1])
            known = inspect.signature(getattr(layoutkit.chart, row[1])).parameters
            assert set(re.findall(r"`(\w+)`", keywords)) <= known.keys(), row[1]
