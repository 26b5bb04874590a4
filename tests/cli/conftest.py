"""A folder with tokens and figure scripts, and the command line run in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.tokens.tables import registry
from tests.cli.series import Series

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """What scripts declare is forgotten after each test; what the package declares is there before."""
    monkeypatch.setattr(registry, "_components", {one.name: one for one in registry})


@pytest.fixture
def series(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Series:
    """A series with one figure, ``01-good``."""
    monkeypatch.chdir(tmp_path)
    found = Series(tmp_path, capfd)
    found.script("01-good", found.figure('Text("Good")'))
    return found
