"""Runs a number of inputs of one area, and keeps the smallest input for each fault."""

from __future__ import annotations

import traceback
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

import layoutkit
from tests.fuzz.charts import charts
from tests.fuzz.fonts import fonts
from tests.fuzz.pictures import pictures
from tests.fuzz.tally import Tally
from tests.fuzz.texts import texts_set
from tests.fuzz.tokens import tokens
from tests.fuzz.trees import trees
from tests.fuzz.trial import FuzzError, trial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hypothesis.strategies import SearchStrategy

    from tests.fuzz.case import Case

__all__ = ["AREAS", "SHARES", "fuzz"]

_PACKAGE = f"{Path(layoutkit.__file__).parent}/"
AREAS: dict[str, Callable[[], SearchStrategy[Case]]] = {
    "charts": charts,
    "fonts": fonts,
    "pictures": pictures,
    "texts": texts_set,
    "tokens": tokens,
    "trees": trees,
}
SHARES = {"charts": 0.12, "fonts": 0.17, "pictures": 0.21, "texts": 0.22, "tokens": 0.12, "trees": 0.16}
"""Of a long run: a tree takes five times as long as a picture."""
_BATCH = 250
"""Inputs that one run of hypothesis tries."""
_PHASES = (Phase.generate, Phase.shrink)


def fuzz(area: str, inputs: int, first_seed: int, folder: Path) -> Tally:
    """Try inputs; the smallest one for each kind of fault is kept in ``folder``, ready for ``layoutkit render``.

    The input that is being tried is in ``folder/now``, where it stays if the process itself breaks down.

    Args:
        area: one of ``AREAS``.
        inputs: how many.
        first_seed: the same number gives the same inputs.
        folder: where to work.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tally = Tally()
    number = first_seed
    while tally.inputs < inputs:
        before = tally.inputs
        _Batch(area, folder, tally).run(min(_BATCH, inputs - tally.inputs), number)
        number += 1
        if tally.inputs == before:  # hypothesis knows no further input
            break
    return tally


class _Batch:
    """One run of hypothesis, up to the first fault that is new."""

    def __init__(self, area: str, folder: Path, tally: Tally) -> None:
        self.area, self.folder, self.tally = area, folder, tally
        self.known = frozenset(tally.faults)
        self.new: dict[str, Case] = {}

    def run(self, inputs: int, number: int) -> None:
        @seed(number)
        @settings(
            max_examples=inputs, database=None, deadline=None, phases=_PHASES, suppress_health_check=[*HealthCheck]
        )
        @given(AREAS[self.area]())
        def search(case: Case) -> None:
            self.one(case)

        try:
            with _no_constants_of_modules():
                search()
        except* FuzzError:
            for name, case in self.new.items():  # the last input of each is the smallest
                case.save(self.folder / f"fault-{len(self.tally.faults) + 1}")
                self.tally.faults[name] = self.tally.faults.get(name, 0) + 1

    def one(self, case: Case) -> None:
        try:
            outcome = trial(case, self.folder / "now")
        except FuzzError as fault:
            name = _name(fault)
            if name in self.known:
                self.tally.faults[name] += 1
                return
            self.new[name] = case
            raise
        if not self.new:  # what is tried to make a fault's input smaller does not count
            self.tally.stages[outcome.stage] += 1


@contextmanager
def _no_constants_of_modules() -> Iterator[None]:
    """Hypothesis also draws numbers and texts that it reads in the modules loaded so far.

    Which these are depends on the tests that ran before, so that the same seed would not give the same inputs.
    """
    with mock.patch.object(providers, "_get_local_constants", Constants):
        providers.CONSTANTS_CACHE.cache.clear()
        yield
    providers.CONSTANTS_CACHE.cache.clear()


def _name(fault: FuzzError) -> str:
    """What tells a fault from others: its kind, and the line of layoutkit that raised it."""
    frames = traceback.extract_tb(fault.__cause__.__traceback__) if fault.__cause__ else []
    own = [frame for frame in frames if frame.filename.startswith(_PACKAGE)]
    where = f" (at {own[-1].filename.removeprefix(_PACKAGE)}:{own[-1].lineno})" if own else ""
    return f"{str(fault)[:120]}{where}" if not own else f"{str(fault)[:40]}{where}"
