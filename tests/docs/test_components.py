"""docs/components.md: every component is in it with its keywords and tokens, and its example renders."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import layoutkit
from docs.component_tokens import tokens_of
from layoutkit import BoxProps, Card, Node
from layoutkit.cli import main
from layoutkit.nodes.node import descendants
from layoutkit.tokens import load_theme
from layoutkit.tokens.tables import TokenTable, registry
from tests.components.declared import COMPONENTS
from tests.docs.kept_pictures import assert_looks_as

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "components.md").read_text(encoding="utf-8")


class Row(NamedTuple):
    """A line of the tables."""

    call: str
    purpose: str
    keywords: str
    tokens: str

    @property
    def name(self) -> str:
        """The component that is called."""
        return self.call.partition("(")[0]


ROWS = [
    Row(line.split(" | ")[0].strip("|` "), *line.strip("| ").split(" | ")[1:])
    for line in PAGE.splitlines()
    if re.match(r"\| `[A-Z]", line)
]


def tables(name: str) -> set[TokenTable]:
    """The tables of a component, and of those that it is made of."""
    declared = registry[name]
    return {*declared.tables, *(table for other in declared.uses for table in tables(other))}


def block(language: str, number: int = -1) -> str:
    return str(re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)[number])


def made(call: str) -> Node:
    """What a call of the tables makes, with two cards to speak of."""
    known: dict[str, Any] = {word: getattr(layoutkit, word) for word in layoutkit.__all__}
    node = eval(call, {**known, "a": Card(), "b": Card()})  # noqa: S307 - our own page
    assert isinstance(node, Node)
    return node


def test_every_component_is_told() -> None:
    assert {"Card", "Rubric", "Callout"} <= set(COMPONENTS)
    assert sorted(row.name for row in ROWS) == sorted([*COMPONENTS, "Arrow", "Icon"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_what_a_call_is_drawn_with_is_told(row: Row) -> None:
    assert row.tokens == tokens_of(row.name), "make docs writes the column anew"
    node = made(row.call)
    used = {str(one.props["component"]) for one in (node, *descendants(node)) if "component" in one.props}
    assert all(any(table.matches(name) for table in tables(row.name)) for name in used)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_the_keywords_told_are_those_of_the_component(row: Row) -> None:
    component = getattr(layoutkit, row.name)
    known = inspect.signature(component).parameters.keys() | BoxProps.__annotations__.keys()
    told = [re.split(r"[=(]", word)[0] for word in re.findall(r"`([^`]*)`", re.sub(r"\([^()]*\)", "", row.keywords))]
    assert told
    assert set(told) <= known


def test_the_tokens_told_are_all_there_are() -> None:
    """But for those of pages, lists and charts, which are no components of the package; a series may add its own."""
    theme = load_theme()
    declared = {table for row in ROWS for table in tables(row.name)}
    others = {name for name in theme.components if not any(table.matches(name) for table in declared)}
    assert others == {"page", "list", "chart"}
    roles = {read.removeprefix("type.") for row in ROWS for read in registry[row.name].reads if read[:5] == "type."}
    assert roles <= set(theme.type)


def test_the_first_example_looks_as_its_picture() -> None:
    """In the base theme; ``make docs`` draws it anew."""
    known: dict[str, Any] = {"__name__": "example"}
    exec(compile(block("python", 0), "components.py", "exec"), known)  # noqa: S102 - our own page
    picture = known["answers"].render(load_theme(), scale=1)
    assert_looks_as(ROOT / "docs" / "components-answers.png", picture, 2)


@pytest.mark.parametrize("number", [0, 1])
def test_an_example_renders_without_a_finding(number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tokens = (ROOT / "tokens.toml").read_text(encoding="utf-8").replace('"fonts/', f'"{ROOT}/fonts/')
    own = block("toml") if number else ""
    (tmp_path / "tokens.toml").write_text(f"{tokens}\n{own}", encoding="utf-8")
    script = tmp_path / "01-receita.py"
    script.write_text(block("python", number), encoding="utf-8")
    arguments = ["render", str(script), "--tokens", str(tmp_path / "tokens.toml"), "--out", str(tmp_path / "out")]
    assert main(arguments) == 0
    assert capsys.readouterr().err == ""
    assert (tmp_path / "out" / "web" / "01-receita.png").is_file()
