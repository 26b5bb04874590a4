"""Tables of components: each key is declared beside the component that reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.diagnostics import LayoutkitError
from layoutkit.tokens import load_theme
from layoutkit.tokens.json_schema import json_schema
from layoutkit.tokens.tables import (
    ROLE_KEY,
    Component,
    Registry,
    TokenTable,
    color_key,
    component,
    length_key,
    number_key,
    registry,
)
from tests.tokens.small import written

if TYPE_CHECKING:
    from pathlib import Path

GAUGE = TokenTable("gauge", {"needle": color_key(required=True), "reach": length_key(default=9), "share": number_key()})


@pytest.fixture
def gauge(monkeypatch: pytest.MonkeyPatch) -> None:
    """An author's component, for one test."""
    monkeypatch.setattr(registry, "_components", dict(registry._components))

    @component(GAUGE, reads=("type.loud", "color.{tone}_ink"))
    def Gauge() -> None:  # noqa: N802 - a component
        pass

    assert Gauge.__name__ == "Gauge"


def faults(path: Path) -> list[str]:
    with pytest.raises(LayoutkitError) as raised:
        load_theme(path)
    return [fault.message for fault in raised.value.diagnostics]


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ('[card]\nkeyword = "#123456"', "card has no key 'keyword'"),
        ("[card]\nindent = 4", "card has no key 'indent'"),
        ("[pill]\nhead = 4", "pill has no key 'head'"),
        ("[matrix]\ncolor = '#123456'\npadding = 4", "matrix has no key 'padding'"),
        ("[matrix_wrong]\nbackground = '#123456'\nborder = '#123456'\nsize = 4", "matrix_wrong has no key 'size'"),
        ("[mine]\nindent = 4", "mine has no key 'indent'"),
    ],
)
def test_a_key_that_the_component_does_not_read_is_refused(table: str, key: str, tmp_path: Path) -> None:
    small = () if not table.startswith("[card]") else (("[card]\n", table + "\n"),)
    assert faults(written(tmp_path, *small, add="" if small else table)) == [key]


@pytest.mark.usefixtures("gauge")
def test_an_author_s_table_has_kinds_and_defaults(tmp_path: Path) -> None:
    theme = load_theme(written(tmp_path, add='[gauge]\nneedle = "{color.ink}"\npadding = 4\n'))
    assert theme.gauge.reach == 9
    assert theme.gauge.reach.token == "gauge.reach"  # noqa: S105 - a design token
    assert theme.gauge.needle == theme.color.ink
    assert theme.gauge.get("share") is None
    assert load_theme(written(tmp_path, add="[gauge]\nneedle = '#123456'\nreach = 2\n")).gauge.reach == 2


@pytest.mark.usefixtures("gauge")
@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("reach = 2", "gauge lacks 'needle' (a colour)"),
        ('needle = "{color.ink}"\nneadle = 3', "gauge has no key 'neadle'"),
        ('neadle = "{color.ink}"', "gauge has no key 'neadle'"),
        ('needle = "{color.ink}"\nshare = -1', "gauge.share is -1; expected a number of at least 0"),
    ],
)
def test_an_author_s_table_is_checked_when_the_file_is_read(lines: str, message: str, tmp_path: Path) -> None:
    assert faults(written(tmp_path, add=f"[gauge]\n{lines}\n")) == [message]


@pytest.mark.usefixtures("gauge")
def test_the_schema_has_every_declared_table() -> None:
    alone = json_schema()["else"]["properties"]  # of a file that extends no other
    table = alone["gauge"]
    assert table["required"] == ["needle"]
    assert table["properties"]["reach"]["default"] == 9
    assert "padding" in table["properties"]
    assert "padding" not in alone["arrow"]["properties"]


@pytest.mark.usefixtures("gauge")
def test_what_a_component_declares_is_in_use() -> None:
    assert {"gauge", "type.loud", "color.sea_ink", "matrix_sea"} <= registry.reads(["sea"])
    assert "color.reef_ink" not in registry.reads(["sea"])


def test_two_components_cannot_declare_one_table_differently() -> None:
    known = Registry()
    known.add(Component("Gauge", (GAUGE,), (), (), ()))
    known.add(Component("Dial", (GAUGE,), (), (), ()))
    with pytest.raises(
        LayoutkitError, match=r"Other declares the table \[gauge\], which Gauge declares with other keys"
    ):
        known.add(Component("Other", (TokenTable("gauge"),), (), (), ()))
    assert [one.name for one in known] == ["Gauge", "Dial"]


def test_a_script_that_is_loaded_again_may_declare_something_else() -> None:
    known, changed = Registry(), TokenTable("gauge", {"role": ROLE_KEY})
    known.add(Component("Gauge", (GAUGE,), (), (), ()))
    known.add(Component("Gauge", (changed,), (), (), ()))
    assert known.tables == {"gauge": changed}


@pytest.mark.parametrize("name", ["2nd", "my-table", "class", ""])
def test_a_table_has_a_name_that_a_theme_can_have(name: str) -> None:
    with pytest.raises(LayoutkitError, match="is not a name of a token table"):
        TokenTable(name)
