"""The two tiers of tests, and what is said at the end about the tests that did not run.

``make test`` is the first tier: all tests but those marked ``programs`` or ``slow``, which ``make test-all`` adds. Both
run in parallel, where each worker knows its own tests only: what it left out travels to the main process by
``workeroutput``.
"""

from __future__ import annotations

import compileall
import signal
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from tests.fuzz.tally import summary
from tests.programs import missing

if TYPE_CHECKING:
    from collections.abc import Sequence

TIERS = {"programs": "need other programs", "slow": "take long"}
"""The marks of the second tier, and why a test has them."""
LEFT_OUT = pytest.StashKey[Counter[str]]()
"""How many tests of the second tier were left out by ``-m``, by mark."""

settings.register_profile("layoutkit", deadline=None)  # how long an example takes depends on the machine
settings.load_profile("layoutkit")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[LEFT_OUT] = Counter()
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell starts what it runs in the background so; tests that interrupt a program would wait for ever.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if not hasattr(config, "workerinput") and not config.option.collectonly:
        # Tests start the package dozens of times; without byte code each of them would compile it anew.
        compileall.compile_dir(Path(__file__).parents[1] / "src", quiet=2)


def pytest_runtest_setup(item: pytest.Item) -> None:
    reason = missing(item.iter_markers("programs"))
    if reason:
        pytest.skip(reason)


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    for item in items:
        if item.config.option.markexpr:
            item.config.stash[LEFT_OUT].update(mark for mark in TIERS if item.get_closest_marker(mark))


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):
        left_out = session.config.stash[LEFT_OUT]
        session.config.workeroutput["left_out"] = dict(left_out)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:  # noqa: ANN401 - xdist has no types
    """A worker is done; all workers collect the same tests, so one count stands for all."""
    told: dict[str, int] = getattr(node, "workeroutput", {}).get("left_out", {})
    node.config.stash[LEFT_OUT] |= Counter(told)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    reports = (report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, ()))
    for line in summary(value for report in reports for name, value in report.user_properties if name == "fuzz"):
        terminalreporter.write_line(line)
    for mark, number in sorted(config.stash[LEFT_OUT].items()):
        terminalreporter.write_line(f"left out: {number} tests that {TIERS[mark]} (`make test-all` runs them)")
    reasons = Counter(reason(report) for report in terminalreporter.stats.get("skipped", ()))
    for why, number in sorted(reasons.items()):
        terminalreporter.write_line(f"skipped: {number} tests: {why}")


def reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Why a test was skipped, as it says itself."""
    said = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return said.removeprefix("Skipped: ")
