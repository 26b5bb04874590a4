"""Names of earlier versions are refused with the name that took their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from layoutkit import Arrow, Card, Icon, Text
from layoutkit.tokens import load_theme
from tests.nodes.faults import fault
from tests.tokens.small import faults, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("line_height = 15", "line = 15", "it is called line_height now"),
        ("letter_spacing = 0.5", "spacing = 0.5", "it is called letter_spacing now"),
        ('text_transform = "uppercase"', 'case = "upper"', "it is called text_transform now"),
        ('text_transform = "uppercase"', 'text_transform = "upper"', "it is called 'uppercase' now"),
        ('wrap = "balance"', 'wrap = "greedy"', "it is called 'wrap' now"),
        ("offset_x = 1", "x = 1", "it is called offset_x now"),
        ("blur = 8", "sigma = 4", "it is called blur, and twice the number now"),
        ('role = "body"', 'type = "body"', "it is called role now"),
        ('role = "body"', 'role = "body"\ndot_color = "#FFF"', 'it is called pattern_color, with pattern = "dots" now'),
        ('role = "body"', 'role = "body"\ndot_radius = 1', "it is called pattern_size, and twice the number now"),
        ("stroke_width = 2", "width = 2", "it is called stroke_width now"),
        ("[card]", "[engine]\nradius = 3\n[card]", "it is called [card_inverse] now"),
        ("[card]", "[table_head_engine]\nradius = 3\n[card]", "it is called [table_head_inverse] now"),
    ],
)
def test_a_former_name_in_the_token_file(old: str, new: str, hint: str, tmp_path: Path) -> None:
    assert hint in [found.hint for found in faults(written(tmp_path, (old, new)))]


OLD: dict[str, Any] = {
    "arrow": {"weight": 2},
    "icon": {"stroke": 2},
    "mode": {"mode": "balance"},
    "wrap": {"wrap": False},
    "card": {"kind": "engine"},
}
"""Keywords that the types forbid."""


@pytest.mark.parametrize(
    ("call", "rule", "hint"),
    [
        (lambda: Arrow(**OLD["arrow"]), "unknown-keyword", "it is called 'stroke_width' now"),
        (lambda: Icon("check", **OLD["icon"]), "unknown-keyword", "it is called 'stroke_width' now"),
        (lambda: Text("a", **OLD["mode"]), "unknown-keyword", "it is called 'wrap' now"),
        (lambda: Text("a", **OLD["wrap"]), "bad-value", "it is called 'nowrap' now"),
        (lambda: Card(**OLD["card"]), "bad-value", "it is called 'inverse' now"),
    ],
)
def test_a_former_keyword_of_a_node(call: Callable[[], object], rule: str, hint: str) -> None:
    with fault(rule) as found:
        call()
    assert found.hint == hint


@pytest.mark.parametrize(
    ("version", "hint"), [("2", "install a newer layoutkit"), ('"1"', "write format = 1, or leave it out")]
)
def test_another_format_is_refused(version: str, hint: str, tmp_path: Path) -> None:
    (found,) = faults(written(tmp_path, ("[palette]", f"format = {version}\n[palette]")))
    assert (found.rule, found.hint) == ("token-format", hint)


def test_a_file_may_say_its_format(tmp_path: Path) -> None:
    assert load_theme(written(tmp_path, ("[palette]", "format = 1\n[palette]"))).space.m
