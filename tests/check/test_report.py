"""The same fault in several modes is reported once."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from layoutkit.check.report import CheckReport, FindingsByMode, in_modes
from layoutkit.diagnostics import Diagnostic, Offer, format_diagnostic
from layoutkit.origin import Location

AXES = {"theme": ("light", "dark"), "medium": ("screen", "print"), "contrast": ("normal", "high")}
ALL = [tuple(zip(AXES, values, strict=True)) for values in product(*AXES.values())]


def fault(message: str, line: int = 1, rule: str = "contrast") -> Diagnostic:
    return Diagnostic(rule, message, (Location(Path("a.py"), line, 1, line, 2),))


def those_with(**wanted: str) -> list[tuple[tuple[str, str], ...]]:
    return [modes for modes in ALL if wanted.items() <= dict(modes).items()]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"theme": "dark"}, "theme=dark"),
        ({"theme": "light", "contrast": "high"}, "theme=light,contrast=high"),
        ({"theme": "dark", "medium": "print", "contrast": "high"}, "theme=dark,medium=print,contrast=high"),
    ],
)
def test_modes_are_named_by_what_they_have_in_common(wanted: dict[str, str], words: str) -> None:
    assert in_modes(those_with(**wanted), ALL) == words


def test_modes_with_nothing_in_common_are_listed() -> None:
    shown = [ALL[0], ALL[-1]]
    assert in_modes(shown, ALL) == (
        "theme=light,medium=screen,contrast=normal or theme=dark,medium=print,contrast=high"
    )


def test_most_modes_are_named_by_those_left_out() -> None:
    dark_screen = those_with(theme="dark", medium="screen")
    assert in_modes([m for m in ALL if m not in dark_screen], ALL) == "all but theme=dark,medium=screen"
    assert in_modes(ALL[1:], ALL) == "all but theme=light,medium=screen,contrast=normal"
    assert in_modes(ALL[1:-1], ALL) == (
        "all but theme=light,medium=screen,contrast=normal or theme=dark,medium=print,contrast=high"
    )


def test_half_of_the_modes_are_listed_themselves_rather_than_those_left_out() -> None:
    half = [modes for number, modes in enumerate(ALL) if number in {0, 3, 5, 6}]
    words = in_modes(half, ALL)
    assert not words.startswith("all but ")
    assert words.count(" or ") == len(half) - 1
    assert words.startswith("theme=light,medium=screen,contrast=normal or ")


def test_a_hint_offers_what_helps_in_every_mode() -> None:
    gathered = FindingsByMode("01-a")
    for modes, names in ((ALL[0], ("line", "ink", "ink_soft")), (ALL[1], ("ink_soft", "ink"))):
        offer = Offer("color.{} can be read here", names, "change the background")
        gathered.add([replace(fault("too dim"), hint=str(offer), offer=offer)], modes)
    (found,) = gathered.reported(ALL)
    assert found.diagnostic.hint == "color.ink can be read here"


def test_a_hint_where_nothing_helps_in_every_mode() -> None:
    gathered = FindingsByMode("01-a")
    for modes, name in ((ALL[0], "ink"), (ALL[1], "line")):
        offer = Offer("color.{} can be read here", (name,), "change the background")
        gathered.add([replace(fault("too dim"), hint=str(offer), offer=offer)], modes)
    (found,) = gathered.reported(ALL)
    assert found.diagnostic.hint == "change the background"


def test_a_hint_does_no_harm_where_the_fault_does_not_show() -> None:
    gathered = FindingsByMode("01-a")
    offer = Offer("color.{} can be read here", ("on_solid", "ink"), "change the background")
    gathered.add([replace(fault("too dim"), hint=str(offer), offer=offer)], ALL[0])
    assert gathered.offering(ALL[1])
    assert not gathered.offering(ALL[0])
    gathered.narrow(ALL[1], lambda _: {"ink"})
    gathered.narrow(ALL[0], lambda _: set())  # it shows there: what was offered is good
    (found,) = gathered.reported(ALL)
    assert found.diagnostic.hint == "color.ink can be read here"


def test_numbers_and_colours_may_differ() -> None:
    gathered = FindingsByMode("01-a")
    gathered.add([fault("“um” has a contrast of 3.1 : 1 (#dadce0 on #ffffff)")], ALL[0])
    gathered.add([fault("“um” has a contrast of 2.9 : 1 (#3b3f46 on #16171a)")], ALL[1])
    (found,) = gathered.reported(ALL)
    assert found.modes == (ALL[0], ALL[1])
    assert "3.1" in found.diagnostic.message


def test_what_is_quoted_tells_faults_apart() -> None:
    gathered = FindingsByMode("01-a")
    gathered.add([fault("“Etapa 1” is 3 px too wide")], ALL[0])
    gathered.add([fault("“Etapa 2” is 3 px too wide")], ALL[1])
    assert len(gathered.reported(ALL)) == 2


def test_two_equal_faults_of_one_line_stay_two() -> None:
    gathered = FindingsByMode("01-a")
    for modes in ALL:
        gathered.add([fault("too wide"), fault("too wide")], modes)
    found = gathered.reported(ALL)
    assert [one.modes for one in found] == [None, None]


def test_faults_come_in_the_order_of_lines() -> None:
    gathered = FindingsByMode("01-a")
    gathered.add([fault("c", 30)], ALL[0])
    gathered.add([fault("b", 20), fault("a", 4)], ALL[1])
    assert [found.diagnostic.message for found in gathered.reported(ALL)] == ["a", "b", "c"]


def test_the_message_names_modes_and_the_summary_counts() -> None:
    gathered = FindingsByMode("01-a")
    for modes in those_with(theme="dark"):
        gathered.add([fault("too wide")], modes)
    report = CheckReport(1, tuple(ALL), tuple(gathered.reported(ALL)))
    assert [(message.message, message.modes) for message in report.findings] == [("too wide", "with theme=dark")]
    assert format_diagnostic(report.findings[0]).startswith("error[contrast]: too wide (with theme=dark)\n")
    assert report.summary == "1 figure, 8 modes: 1 error, 0 warnings"


def test_what_is_listed_is_the_shorter_of_two_lists() -> None:
    """Four of seven combinations are named by the three others; four of eight are named themselves."""
    apart = [ALL[i] for i in (0, 3, 5, 6)]  # no two have two axes in common
    assert in_modes(apart, ALL[:7]).startswith("all but theme=")
    assert in_modes(apart, ALL).startswith("theme=light,medium=screen,contrast=normal or ")
