"""The work of reading a token file grows with its length alone, however much is wrong with it; calls are counted."""

from __future__ import annotations

import contextlib
import difflib
import sys
import time
from typing import TYPE_CHECKING

import pytest

from layoutkit.diagnostics import did_you_mean, format_diagnostic
from layoutkit.near_names import NearNames
from layoutkit.tokens import load_all
from layoutkit.tokens.color_expression import evaluate_color
from layoutkit.tokens.expression import ExpressionError, parse_expression, parse_length
from tests.tokens.merged import tables
from tests.tokens.small import faults, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AXES = '\n[modes]\ntheme = ["light", "dark"]\nmedium = ["screen", "print"]\n'
KINDS = {
    "references": ("palette", 'q{i} = "{{color.x{i}}}"\n'),
    "references in functions": ("palette", 'q{i} = "mix({{color.x{i}}}, #ffffff, 30%)"\n'),
    "references that are alike": ("palette", 'q{i} = "{{palette.qq{i}}}"\n'),
    "references to tables": ("palette", 'q{i} = "{{card}}"\n'),
    "references with a rest": ("palette", 'q{i} = "{{palette.black}} x"\n'),
    "rings": ("palette", 'q{i} = "{{palette.q{i}}}"\n'),
    "no names": ("palette", '"q {i}" = "#ffffff"\n'),
    "keys written twice": ("palette", 'q{i} = "#ffffff"\nq{i} = "#ffffff"\n'),
    "headers written twice": ("", "\n[qq{i}]\npadding = 3\n[qq{i}]\ngap = 3\n"),
    "words": ("", '\n[qq{i}]\nrole = "smal{i}"\nshadow = "sofd{i}"\n'),
    "words of a mode": ("", '\n[qq{i}]\nrole = "small"\n[mode.theme.dark.qq{i}]\nrole = "x{i}"\n'),
    "keys": ("", "\n[qq{i}]\npaddin = 3\n"),
    "fallbacks": ("", '\n[font.q{i}]\nfallback = ["x{i}"]\n'),
    "contracts": ("", '\n[contract.m{i}]\ncontrast = 3\non = ["paper"]\nof = ["x{i}"]\n'),
    "tokens of a mode": ("mode.theme.dark.color", 'x{i} = "#ffffff"\n'),
    "dotted tokens of a mode": ("mode.theme.dark", 'color.x{i} = "#ffffff"\n'),
    "sections of a mode": ("", "\n[mode.theme.dark.x{i}]\na = 1\n"),
    "outputs": ("", '\n[output.web-q{i}]\nformat = "png"\nmode = {{ theme{i} = "dark" }}\n'),
}


def _file(folder: Path, kind: str, count: int) -> Path:
    section, line = KINDS[kind]
    lines = "".join(line.format(i=i) for i in range(count))
    if section == "palette":
        return written(folder, ("[palette]\n", f"[palette]\n{lines}"))
    return written(folder, add=AXES + (f"\n[{section}]\n" if section else "") + lines)


def _calls(act: Callable[[], object]) -> int:
    """How many functions are called meanwhile, those written in C as well."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("kind", KINDS)
def test_twice_as_many_faults_take_twice_the_work(tmp_path: Path, kind: str) -> None:
    found: list[int] = []
    work: list[int] = []
    for count in (100, 200, 400):
        path = _file(tmp_path, kind, count)
        work.append(_calls(lambda path=path: found.append(len(faults(path)))))  # type: ignore[misc]
    few, some, many = work
    assert found[2] >= 2 * found[0] >= 100
    assert many - some < 2.3 * (some - few)


def test_a_question_compares_a_few_names_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    measure = difflib.SequenceMatcher.real_quick_ratio

    def counted(self: difflib.SequenceMatcher[str]) -> float:
        nonlocal compared
        compared += 1
        return measure(self)

    monkeypatch.setattr(difflib.SequenceMatcher, "real_quick_ratio", counted)
    assert len(faults(_file(tmp_path, "references", 2000))) == 2000
    assert 0 < compared <= 50 * 2000


def test_the_nearest_of_many_names_is_that_of_all() -> None:
    sections = {section: table for section, table in tables().items() if isinstance(table, dict)}
    names = sorted(f"{section}.{name}" for section, table in sections.items() for name in table)
    near = NearNames(names)
    assert len(names) > 150
    for name in names[::4]:
        middle = len(name) // 2
        for wrong in (name[1:], name[:-1], name[:middle] + name[middle + 1 :], name[:middle] + "x" + name[middle:]):
            assert near.nearest(wrong) == next(iter(difflib.get_close_matches(wrong, names, n=1, cutoff=0.6)), None)


@pytest.mark.parametrize("name", ["?", "x", "a" * 10_000, "é" * 81, "\x02"])
def test_any_word_may_be_asked_for(name: str) -> None:
    known = [*(f"name{i}" for i in range(100, 600)), "a" * 10_001]
    assert did_you_mean(name, known).startswith("known here: aaa")


N = 20_000
LONG = {
    "open": "{" + " " * N,
    "open with a name": "{a" + " " * N,
    "spaces inside": "{ a" + " " * N + "} x",
    "spaces after": "{a}" + " " * N + "x",
    "spaces before a factor": "{a} *" + " " * N + "x",
    "digits of a factor": "{a} * " + "1" * N + "x",
    "digits of a share": "{a} / " + "1" * N + "%%",
    "braces": "{" * N,
    "digits": "1" * N + "!",
    "digits and spaces": "1" * N + " " * N + "!",
    "digits of a number": "mix({a}, {b}, " + "1" * N + "!)",
    "spaces after a function": "tone({a}, 40) /" + " " * N + "x" + " " * N,
    "brackets": "oklch(" * N,
    "letters": "a" * N + "(",
    "spaces": " " * N + "(",
    "commas": "mix(" + "{a}," * N,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_long_value_takes_no_time(text: str) -> None:
    begin = time.process_time()
    for parse in (parse_expression, parse_length, lambda value: evaluate_color(value, lambda *_: None)):
        with contextlib.suppress(ExpressionError):
            parse(text)
    assert time.process_time() - begin < 2  # minutes, where a pattern tries every way to split the text


def test_a_long_value_is_a_fault_at_its_place(tmp_path: Path) -> None:
    (fault,) = faults(written(tmp_path, ('l = "{space.m} * 2"', 'l = "{' + " " * N + '"')))
    assert fault.message.startswith("space.l is '{  ")
    assert len(fault.message) < 300


def test_many_references_that_are_right_are_read(tmp_path: Path) -> None:
    lines = "".join(f'q{i} = "{{palette.q{i + 1}}}"\n' for i in range(500))
    themes = load_all(written(tmp_path, ("[palette]\n", f'[palette]\n{lines}q500 = "{{ palette.black }}"\n')))
    assert themes.evaluation({}).values["palette.q0"] == themes.evaluation({}).values["palette.black"]


def test_messages_show_a_part_of_a_long_line(tmp_path: Path) -> None:
    colors = 'black = "#101010"\nwhite = "#FFFFFF"\nred = "#C02020"\n'
    wrong = ", ".join(f'q{i} = "{{color.x{i}}}"' for i in range(1000))
    line = f"palette = {{ {colors.strip().replace(chr(10), ', ')}, {wrong} }}\n"
    found = faults(written(tmp_path, (f"[palette]\n{colors}", line)))
    first, *_, last = map(format_diagnostic, found)
    assert len(found) == 1000
    assert sum(len(format_diagnostic(fault)) for fault in found) < 1000 * 800
    for shown, name in ((first, "color.x0"), (last, "color.x999")):
        excerpt, carets = shown.split("\n")[3:5]
        assert "…" in excerpt
        assert excerpt[carets.index("^") : carets.rindex("^") + 1] == f'"{{{name}}}"'
