"""A machine without Cairo: what is found is told all the same."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from layoutkit.output import cairo_binding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.series import Series


@pytest.fixture
def no_cairo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No binding can be imported, and nothing is loaded that was drawn with one."""
    for name in ("cairo", "cairocffi"):
        monkeypatch.setitem(sys.modules, name, None)  # the import system's own way to say so
    for name in ("png", "png_file", "webp", "painted", "pixels", "cairo_replay", "cairo_shadow", "cairo_picture"):
        monkeypatch.delitem(sys.modules, f"layoutkit.output.{name}", raising=False)
    cairo_binding._attempts.cache_clear()
    yield
    cairo_binding._attempts.cache_clear()


@pytest.mark.usefixtures("no_cairo")
def test_a_draft_that_cannot_be_drawn_hides_no_finding(series: Series) -> None:
    head = 'from layoutkit import *\n\n@figure(title="T", alt="A", language="pt-BR")\n'
    for name in ("01-wide", "02-wide"):
        series.script(name, f'{head}def f(t):\n    return Text("largo demais", wrap="nowrap", width=8)\n')
    result = series.run("render", "figures")
    rules = [line[len("error[") :].partition("]")[0] for line in result.headlines if line.startswith("error[")]
    assert sorted(rules) == ["no-cairo", "overflow", "overflow"]
