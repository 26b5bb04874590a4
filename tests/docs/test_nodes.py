"""docs/nodes.md: it has every node and keyword as the package declares them, and each of its examples runs."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest

import layoutkit
import layoutkit.chart
import layoutkit.shapes
from docs.node_examples import BOX_KEYWORDS, GROUPS, NODES
from docs.node_tables import PAGE, box_default, declared, examples_of, value_of, with_tables
from layoutkit import BoxProps, Card, Column, Figure, Node, Row, Text, Theme, figure, load_theme
from layoutkit.nodes.node import descendants
from layoutkit.renderer import Renderer
from layoutkit.style.box import BoxStyle
from tests.components.declared import COMPONENTS

TEXT = PAGE.read_text(encoding="utf-8")
LISTED = [name for names in GROUPS.values() for name in names]
RENDERER = Renderer(load_theme())
BREAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 20V9h20v11z"/></svg>'


def page_of(examples: list[str]) -> Figure:
    """A figure that shows what the calls make, each with the cards that it names."""

    def shown(call: str, t: Theme) -> Node:
        a, b, c = Card(Text("A")), Card(Text("B")), Card(Text("C"))
        names = {name: getattr(layoutkit, name) for name in layoutkit.__all__}
        names |= {name: getattr(layoutkit.chart, name) for name in layoutkit.chart.__all__}
        names |= {name: getattr(layoutkit.shapes, name) for name in layoutkit.shapes.__all__}
        code = compile(call, str(Path.cwd() / "example.py"), "eval")
        made = eval(code, {**names, "t": t, "a": a, "b": b, "c": c})  # noqa: S307 - our own page
        inside = set(descendants(made))
        return Column(Row(*(card for card in (a, b, c) if card not in inside), gap=t.space.xxl), made)

    @figure(title="Examples", alt="What the examples make.", language="en")
    def page(t: Theme) -> Node:
        return Column(*(shown(call, t) for call in examples))

    return page


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bread.svg").write_text(BREAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_the_tables_are_what_the_package_declares() -> None:
    """``make docs`` writes them anew."""
    assert with_tables(TEXT) == TEXT


def test_every_node_is_listed() -> None:
    nodes = [
        name
        for name in layoutkit.__all__
        if name != "Node" and inspect.isclass(known := getattr(layoutkit, name)) and issubclass(known, Node)
    ]
    marks = [name for name in layoutkit.chart.__all__ if name != "Mark"]
    shapes = [name for name in layoutkit.shapes.__all__ if inspect.isclass(getattr(layoutkit.shapes, name))]
    parts = ["Span", "Bar", "StripGroup"]
    assert sorted(LISTED) == sorted(
        [*nodes, *COMPONENTS, *parts, *marks, *(name for name in shapes if not name.endswith("Scale"))]
    )
    assert set(NODES) == set(LISTED)


def test_every_keyword_of_boxes_is_listed_once() -> None:
    listed = [name for group in BOX_KEYWORDS.values() for name in group]
    assert sorted(listed) == sorted(BoxProps.__annotations__)
    assert {"position", "left", "aspect_ratio"} <= set(listed)
    assert box_default("grow") == "0"
    assert box_default("shrink") == f"{BoxStyle().flex_shrink:g}"


def test_every_keyword_has_a_meaning() -> None:
    missing = [f"{name}.{word.name}" for name in LISTED for word in declared(name).keywords if not word.meaning]
    assert [name for name in missing if not name.endswith(".children")] == []


@pytest.mark.parametrize("group", BOX_KEYWORDS)
def test_the_examples_of_keywords_run(group: str) -> None:
    examples = BOX_KEYWORDS[group]
    assert [name for name, word in examples.items() if f"{name}=" not in word.example] == []
    RENDERER.inspect(page_of([word.example for word in examples.values()]))


@pytest.mark.parametrize("name", LISTED)
def test_the_examples_of_a_node_run(name: str) -> None:
    RENDERER.inspect(page_of(list(examples_of(name).values())))


@pytest.mark.parametrize("name", LISTED)
def test_an_example_without_a_value_stands_in_the_call(name: str) -> None:
    """But for arguments of the first call, each keyword shows a value that is not its default."""
    shown: dict[str, Any] = {word.name: value_of(name, word) for word in declared(name).keywords}
    known = {word.name: word for word in declared(name).keywords}
    same = [key for key, value in shown.items() if value and value == f"{known[key].default!r}".replace("'", '"')]
    assert same == []
    assert all(f"`{key}={value}`" in TEXT for key, value in shown.items() if value)
