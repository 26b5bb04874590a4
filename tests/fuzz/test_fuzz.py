"""No input makes layoutkit crash, hang, or lose what it accepted.

A few in ``make test``, the same each time; more in ``make test-all``; any number in ``make fuzz``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.fuzz.case import ROOT
from tests.fuzz.session import AREAS, SHARES, fuzz

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.fuzz.tally import Tally

LONG = int(os.environ.get("LAYOUTKIT_FUZZ", "0"))
"""How many inputs all areas try together where it is not the budget of ``make test``."""
SEED = int(os.environ.get("LAYOUTKIT_FUZZ_SEED", "0"))
BUDGET, MORE = 40, 200
"""Inputs of each area in ``make test``, and in ``make test-all``: a few seconds together, and about a minute."""
PARTS = range(4) if LONG >= 2000 else range(1)
"""Of an area, for several processes; shares say nothing about a handful of inputs."""


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("area", AREAS)
def test_no_input_crashes_hangs_or_is_lost(
    area: str, part: int, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    inputs = round(LONG * SHARES[area] / len(PARTS)) if LONG else BUDGET
    folder = ROOT / "build" / "fuzz" / f"{area}-{part}" if LONG else tmp_path
    tally = fuzz(area, inputs, SEED * 1_000_000 + part * 10_000, folder)
    record_property("fuzz", (area, tally.as_properties()))
    _clean_and_deep(area, tally, folder)


@pytest.mark.slow
@pytest.mark.parametrize("area", AREAS)
def test_none_of_more_inputs_crashes_hangs_or_is_lost(
    area: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    tally = fuzz(area, MORE, 500_000, tmp_path)
    record_property("fuzz", (area, tally.as_properties()))
    _clean_and_deep(area, tally, tmp_path)


def _clean_and_deep(area: str, tally: Tally, folder: Path) -> None:
    assert not tally.faults, f"the smallest inputs are in {folder}/fault-*; layoutkit render runs them"
    assert tally.is_deep, tally.line(area)
