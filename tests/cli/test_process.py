"""What scripts may do to the process: it is put back afterwards."""

from __future__ import annotations

import decimal
import gc
import locale
import os
import random
import signal
import subprocess
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.series import Series


@pytest.mark.parametrize(
    "change",
    [
        "os.chdir('/')",
        "sys.path.clear()",
        "sys.path = []",
        "sys.argv.append('x'); sys.argv = []",
        "os.environ.clear(); os.environ['NO_COLOR'] = '1'",
        "sys.stderr = sys.stdout = None",
        "sys.setrecursionlimit(400)",
        "sys.set_int_max_str_digits(640)",
        "sys.settrace(lambda *_: None); sys.setprofile(lambda *_: None)",
        "sys.excepthook = sys.unraisablehook = sys.displayhook = None",
        "gc.disable()",
        "os.umask(0o777)",
        "warnings.simplefilter('error')",
        "locale.setlocale(locale.LC_ALL, 'C')",
        "random.seed(5)",
        "decimal.getcontext().prec = 3",
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)",
        "signal.signal(signal.SIGINT, signal.SIG_IGN)",
        "sys.modules.clear()",
        "sys.modules['random'] = None; sys.modules['os'] = 5",
    ],
)
@pytest.mark.parametrize("where", ["module", "function"])
def test_what_a_script_changes_in_the_process_is_undone(series: Series, change: str, where: str) -> None:
    def state() -> tuple[object, ...]:
        files = Path.cwd(), dict(os.environ), [*sys.path], [*sys.argv], sys.stderr, sys.stdout
        signals = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
        switches = sys.getrecursionlimit(), sys.get_int_max_str_digits(), sys.dont_write_bytecode, gc.isenabled()
        hooks = sys.gettrace(), sys.getprofile(), sys.excepthook, sys.unraisablehook, sys.displayhook
        mask = os.umask(0o022)
        os.umask(mask)
        settings = (
            mask,
            [*warnings.filters],
            locale.setlocale(locale.LC_ALL),
            random.getstate(),
            str(decimal.getcontext()),
        )
        return *files, *signals, *switches, *hooks, *settings, sys.modules.get("random")

    (series.folder / "figures" / "p.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>'
    )
    text = series.figure(
        "Text('a'), Image('p.svg', alt='P', width=t.space.m)",
        before="import decimal, gc, locale, os, random, signal, sys, warnings",
    )
    call = f"    {change}\n    return" if where == "function" else "    return"
    text = text.replace("    return", call) + (f"{change}\n" if where == "module" else "")
    series.script("00-changes", text)
    series.script("02-bad", series.figure("1 / 0"))
    locale.setlocale(locale.LC_ALL, "C.UTF-8")
    try:
        before = state()
        result = series.render("--target", "web")
        assert state() == before
    finally:
        locale.setlocale(locale.LC_ALL, "")
    assert result.headlines == ["error[script]: 02-bad.py raised ZeroDivisionError: division by zero"]
    assert result.places == ["figures/02-bad.py:5:19"]
    assert result.files == ["web/00-changes.png", "web/01-good.png"]


@pytest.mark.parametrize("where", ["module", "function"])
def test_what_a_script_prints_to_a_stream_of_its_own_is_shown(series: Series, where: str) -> None:
    change = "sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8'); print('é', end='')"
    text = series.figure("Text('a')", before="import io, sys")
    text = text.replace("    return", f"    {change}\n    return") if where == "function" else f"{text}{change}\n"
    series.script("02-prints", text)
    result = series.render("--target", "web")
    assert (result.status, result.err) == (0, "é")


@pytest.mark.parametrize(
    "change",
    [
        "sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8')",
        "sys.stderr = codecs.getwriter('utf-8')(sys.stderr.detach())",
        "sys.stdout = sys.stdout.detach()",
        "sys.stdout.close(); sys.stderr.close()",
        "sys.__stdout__.close(); sys.__stderr__.close()",
        "sys.stdout.buffer.raw.close()",
        "sys.stdout.reconfigure(encoding='ascii', errors='strict')",
        "os.close(1); os.close(2)",
        "null = os.open(os.devnull, os.O_WRONLY); os.dup2(null, 1); os.dup2(null, 2)",
        "sys.stdout.write('no line end')",
    ],
)
@pytest.mark.parametrize("where", ["module", "function"])
def test_what_a_script_does_to_its_streams_keeps_no_message_away(series: Series, change: str, where: str) -> None:
    change = f"print('é'); {change}"
    text = series.figure("Text('a')", before="import codecs, io, os, sys")
    text = text.replace("    return", f"    {change}\n    return") if where == "function" else f"{text}{change}\n"
    series.script("00-changes", text)
    series.script("02-bad", "raise ValueError('é')\n")
    run = [sys.executable, "-m", "layoutkit", "render", "figures", "--target", "web"]
    result = subprocess.run(run, capture_output=True, encoding="utf-8", check=False)
    assert [line.partition("  ")[0] for line in result.stdout.splitlines()] == [
        "out/web/00-changes.png",
        "out/web/01-good.png",
    ]
    assert "é\n" in result.stderr
    assert "error[script]: 02-bad.py raised ValueError: é\n" in result.stderr
    assert "internal" not in result.stderr
    assert result.returncode == 1


@pytest.mark.parametrize(
    ("setting", "shown", "expected"),
    [
        ("random.seed({})", "random.random()", [str(random.Random(seed).random()) for seed in (5, 6)]),  # noqa: S311 - no secret
        ("os.environ['SCRIPT'] = '{}'", "os.environ['SCRIPT']", ["5", "6"]),
        ("decimal.getcontext().prec = {}", "decimal.Decimal(1) / 3", ["0.33333", "0.333333"]),
        ("sys.setrecursionlimit(900 + {})", "sys.getrecursionlimit()", ["905", "906"]),
    ],
)
@pytest.mark.parametrize("targets", ["web", "web,pdf"])
def test_what_a_script_sets_holds_for_its_functions_alone(
    series: Series, setting: str, shown: str, expected: list[str], targets: str
) -> None:
    series.tokens(("[output.web]", '[output.pdf]\nformat = "pdf"\nwidth = "80mm"\n\n[output.web]'))
    for number in (5, 6):
        text = series.figure(f"Text('a'), print({shown})", before="import decimal, os, random, sys")
        series.script(f"0{number}-set", f"{text}{setting.format(number)}\n")
    result = series.render("--target", targets)
    assert (result.status, [*dict.fromkeys(result.err.splitlines())]) == (0, expected)
