"""docs/nodes.md: it has every node and keyword as the package declares them, and each of its examples runs."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import pytest

import layoutkit
import layoutkit.chart
import layoutkit.shapes
from docs.node_examples import BOX_KEYWORDS, GROUPS, NODES
from docs.node_tables import PAGE, box_default, declared, examples_of, value_of, with_tables
from layoutkit import BoxProps, Figure, Node, load_theme
from layoutkit.renderer import Renderer
from layoutkit.style.box import BoxStyle
from tests.components.declared import COMPONENTS
from tests.docs.snippets import page_of, run_blocks, write_picture

if TYPE_CHECKING:
    from pathlib import Path

TEXT = PAGE.read_text(encoding="utf-8")
LISTED = [name for names in GROUPS.values() for name in names]
RENDERER = Renderer(load_theme())


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_picture(tmp_path)
    monkeypatch.chdir(tmp_path)


def test_the_tables_are_what_the_package_declares() -> None:
    """``make docs`` writes them anew."""
    assert with_tables(TEXT) == TEXT


def test_the_first_example_is_drawn_without_a_finding() -> None:
    made = [one for one in run_blocks(PAGE).values() if isinstance(one, Figure)]
    assert [[finding.message for finding in one.check(RENDERER.theme)] for one in made] == [[]]


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
