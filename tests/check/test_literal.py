"""``literal``: what is typed in a call is reported, once a line; what the data or the tokens decide is not."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from layoutkit.check import literal
from layoutkit.check.authored import Script, literals, script_of
from layoutkit.diagnostics import Severity
from layoutkit.nodes import Span, Text
from layoutkit.origin import caller_origin, instruction_positions
from layoutkit.style.element import Element
from tests.check.figures import faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIGURE = """
VALUES = [0.25, 0.5, 1.0]
WIDTH = 144
RED = "#B3261E"

def bar(share, height=48):
    return Row(background=t_color, width=200 * share, height=height, shrink=0)

t_color = "{{color.response}}"

@figure(title="T", alt="Barras e textos.")
def example(t: Theme) -> Node:
    return Column({tree})
"""


def typed(tree: str, folder: Path) -> list[str]:
    """What the rule says of the children of a column."""
    found = faults(FIGURE.format(tree=tree), folder)
    return [fault.diagnostic.message for fault in found if fault.diagnostic.rule == "literal"]


@pytest.mark.parametrize(
    ("tree", "message"),
    [
        ("Row(height=200, background=t_color)", "height of Row is 200 px"),
        ("Row(height=24 * 2, background=t_color)", "height of Row is 48 px"),
        ("Row(height=-(-96 / 2), background=t_color)", "height of Row is 48 px"),
        ("Row(Text('a'), height=(side := 60), width=side)", "height of Row “a” is 60 px"),
        ("Row(Text('a'), **{'height': 60})", "height of Row “a” is 60 px"),
        ("Row(Text('a'), padding=9 if len(VALUES) > 2 else t.space.m)", "padding of Row “a” is 9 px"),
        ("Grid(Text('a'), Text('b'), columns=[120] * 2)", "columns of Grid “a” has a track of 120 px"),
        ("*[Row(Text(f'{v}'), height=60) for v in VALUES]", "height of Row “0.25” is 60 px"),
        ("Text(Span('a', color='#303030'))", "color of Text “a” is the colour #303030"),
    ],
)
def test_a_literal_in_the_call_is_reported(tree: str, message: str, tmp_path: Path) -> None:
    assert typed(tree, tmp_path) == [f"{message}, typed in the figure"]


@pytest.mark.parametrize(
    "tree",
    [
        "Stack(Text('a'), height=200 * VALUES[1])",
        "*[bar(share) for share in VALUES]",
        "Row(Text('a'), width=WIDTH)",
        "Row(Text('a'), width=WIDTH * 2)",
        "Row(Text('a'), width=max(120, 240 * VALUES[0]))",
        "Row(Text('a'), width=f'{100 * VALUES[0] + 60:.0f}px')",
        "Row(Text('a'), padding_top=t.space.m + 3)",
        "Row(Text('a'), padding_top=40 - t.space.m)",
        "Grid(Text('a'), Text('b'), columns=[100 * v for v in VALUES[1:]])",
        "Card(Text('a'), background='#F{0}F{0}F{0}'.format(5))",
        "Text(Span('a', color=RED))",
        "Row(Row(height=100, background=t_color, allow={'literal': 'one of a kind'}), height=100 * VALUES[2])",
    ],
)
def test_what_is_computed_is_not(tree: str, tmp_path: Path) -> None:
    assert typed(tree, tmp_path) == []


@pytest.mark.parametrize(
    ("tree", "message"),
    [
        ("*[Card(Text(f'{v}'), padding=20) for v in VALUES]", "padding of Card “0.25” is 20 px"),
        ("Card(Text('a'), padding=20, height=90)", "padding of Card “a” is 20 px and height of Card “a” is 90 px"),
        ("Row(Card(Text('a'), padding=20), gap=12)", "gap of Row “a” is 12 px and padding of Card “a” is 20 px"),
        (
            "Row(Card(Text('a'), background='#FFFFFF', padding=20), gap=12, height=99, min_width=9)",
            "gap of Row “a” is 12 px, height of Row “a” is 99 px, min_width of Row “a” is 9 px and 2 more",
        ),
    ],
)
def test_a_line_is_reported_once(tree: str, message: str, tmp_path: Path) -> None:
    assert typed(tree, tmp_path) == [f"{message}, typed in the figure"]


def test_an_allow_accepts_its_own_part_of_a_line(tmp_path: Path) -> None:
    tree = "Row(Card(Text('a'), padding=20, allow={'literal': 'measured'}), Card(Text('b'), padding=18), gap=t.space.m)"
    assert typed(tree, tmp_path) == ["padding of Card “b” is 18 px, typed in the figure"]


def test_lines_are_reported_each(tmp_path: Path) -> None:
    assert (
        len(typed("\n        Card(Text('a'), padding=20),\n        Card(Text('b'), padding=20),\n    ", tmp_path)) == 2
    )


def test_errors_come_before_warnings(tmp_path: Path) -> None:
    tree = "Card(Text('a'), padding=20),\n        Card(Text('Uma linha larga', wrap='nowrap'), width=t.space.xxl * 2)"
    found = [fault.diagnostic.severity for fault in faults(FIGURE.format(tree=tree), tmp_path)]
    assert found == [Severity.ERROR, Severity.WARNING]


@pytest.mark.parametrize(
    ("expression", "values"),
    [
        ("3", [3]),
        ("-3", [-3]),
        ("2 * 3 + 1 - 4 / 2", [5]),
        ("1 if x else 2", [1, 2]),
        ("(1, '2fr', x)", [1, "2fr"]),
        ("[1] * 3", [1]),
        ("1 / 0", []),
        ("1e308 * 10", [float("inf")]),
        ("9 ** 9 ** 9", []),
        ("'a' * 9", []),
        ("x", []),
        ("2 * x", []),
        ("f(2)", []),
    ],
)
def test_the_literals_of_an_expression(expression: str, values: list[object]) -> None:
    assert list(literals(ast.parse(expression, mode="eval").body)) == values


def test_a_call_is_found_behind_letters_of_several_bytes() -> None:
    script = script_of(origin := ("é", "→", caller_origin())[2])
    assert script is not None
    call = script.call(origin)
    assert call is not None
    assert ast.unparse(call) == "caller_origin()"


def test_a_script_that_cannot_be_read_says_nothing() -> None:
    assert script_of(()) is None
    assert script_of(eval(compile("caller_origin()", "nowhere.py", "eval"))[:1]) is None  # noqa: S307 - our own text


def test_a_script_is_looked_through_once_for_all_its_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    named = Script.named

    def counted(script: Script, name: str) -> Iterator[ast.Call]:
        looked.append(name)
        return named(script, name)

    monkeypatch.setattr(Script, "named", counted)
    nodes = [Text(Span(f"{i}", color="#123456")) for i in range(20)]
    typed = [
        line for node in nodes for line, _ in literal._typed(Element("Text", node.origin, node.given(), {}), "Text")
    ]
    assert typed == ["color of Text is the colour #123456"] * 20
    assert len(looked) <= 1
    code = nodes[0].origin[0][0]
    assert instruction_positions(code) is instruction_positions(code)
