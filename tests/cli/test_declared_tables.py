"""Components that an author declares: their tables are read with them, whichever script declares them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.series import written

if TYPE_CHECKING:
    from tests.cli.series import Series

DECLARED = """
from layoutkit import TokenTable, color_key, component

@component(TokenTable("gauge", {"needle": color_key(required=True)}))
def Gauge(**props):
    return Column(Text("agulha", color="{gauge.needle}"), component="gauge", **props)
"""
TABLE = '[gauge]\nneedle = "{color.ink}"\n'


@pytest.fixture
def gauge(series: Series) -> Series:
    """A series with a gauge in its second figure, and a table for it."""
    series.script("01-um", series.figure('Text("um")'))
    series.script("02-dois", series.figure("Gauge()", before=DECLARED))
    written(series.folder, add=TABLE)
    return series


@pytest.mark.parametrize(
    "arguments",
    [
        ("render", "figures"),
        ("render", "figures/01-um.py"),
        ("render", "figures/02-dois.py"),
        ("inspect", "figures/01-um.py"),
        ("tokens", "list"),
        ("tokens", "check"),
        ("tokens", "stub"),
    ],
    ids=" ".join,
)
def test_a_declared_table_is_known_to_every_command(gauge: Series, arguments: tuple[str, ...]) -> None:
    result = gauge.run(*arguments)
    assert (result.status, result.err) == (0, "")


def test_a_misspelt_key_of_a_declared_table_is_refused(gauge: Series) -> None:
    written(gauge.folder, add=TABLE.replace("needle", "neadle"))
    result = gauge.render()
    assert result.status == 1
    assert result.headlines == ["error[unknown-key]: gauge has no key 'neadle'"]
    assert "did you mean 'needle'?" in result.err
    assert result.files == []


def test_a_key_that_no_script_declares_is_refused(series: Series) -> None:
    series.script("01-um", series.figure('Text("um")'))
    written(series.folder, add=TABLE)
    result = series.render()
    assert result.headlines == ["error[unknown-key]: gauge has no key 'needle'"]
    assert '@component(TokenTable("gauge", {"needle": …}))' in result.err
