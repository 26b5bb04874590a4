"""Figures that several processes draw: the same bytes, messages and status, and a crash costs one figure."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from layoutkit import render
from tests.tokens import small

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.series import Result, Series

NAMES = ["01-good", "02-bad", "03-loud", "04-more"]


def several(series: Series) -> None:
    """Figures with errors, warnings and prints among them."""
    series.script("02-bad", series.figure('Text("a", color="{color.paper}")'))
    series.script("03-loud", series.figure('print("em voz alta") or Text("a")', before="import sys; print('lido')"))
    series.script("04-more", series.figure('Card(Text("a", role="body"), allow={"contrast": "x"})'))


def bytes_of(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*.png") if path.is_file())
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def test_workers_change_neither_bytes_nor_messages(series: Series) -> None:
    several(series)
    alone = series.render("--jobs", "1", "--force")
    files = bytes_of(Path("out"))
    together = series.render("--jobs", "3", "--force")
    assert (together.status, together.out, together.files) == (alone.status, alone.out, alone.files)
    assert together.err == alone.err
    assert "em voz alta" in alone.err
    assert bytes_of(Path("out")) == files


def tried(executor: Executor, folder: Path) -> tuple[list[str], dict[str, bytes]]:
    with executor:
        report = render("figures", out=folder, executor=executor)
    return [finding.message for finding in report.findings], bytes_of(folder)


@pytest.mark.parametrize(
    "make", [lambda: ThreadPoolExecutor(3), lambda: ProcessPoolExecutor(2, mp_context=get_context("spawn"))]
)
def test_any_executor_draws_the_same(series: Series, make: Callable[[], Executor]) -> None:
    several(series)
    report = render("figures", out="alone")
    messages, files = tried(make(), Path("with"))
    assert messages == [finding.message for finding in report.findings]
    assert files == bytes_of(Path("alone"))
    assert render("figures", out="with").files == tuple(
        Path("with") / path.relative_to("alone") for path in report.files
    )


class Lossy(ThreadPoolExecutor):
    """Loses the results of one figure, as a cluster does whose worker is gone."""

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **_: Any) -> Future[Any]:  # noqa: ANN401 - as above
        if arguments[0].name != "02-more":
            return super().submit(function, *arguments)
        lost: Future[Any] = Future()
        lost.set_exception(RuntimeError("the worker is gone"))
        return lost


def test_what_an_executor_loses_is_one_figure(series: Series) -> None:
    series.script("02-more", series.figure('Text("b")'))
    series.script("03-more", series.figure('Text("c")'))
    with Lossy(1) as executor:
        report = render("figures", out="out", executor=executor)
    (lost,) = report.findings
    assert lost.rule == "worker-ended"
    assert "02-more ended before it was done: RuntimeError: the worker is gone" in lost.message
    assert [len(one.files) for one in report.figures] == [2, 0, 2]
    assert len(render("figures", out="out").files) == 6


@pytest.mark.skipif(sys.platform != "linux", reason="workers are copies of the process there")
@pytest.mark.parametrize("ends", ["os._exit(3)", "os.kill(os.getpid(), signal.SIGKILL)"])
def test_a_worker_that_ends_costs_its_figure_alone(series: Series, ends: str) -> None:
    series.script("02-ends", series.figure(f"{ends} or Text('a')", before="import os, signal"))
    series.script("03-more", series.figure('Text("c")'))
    series.script("04-more", series.figure('Text("d")'))
    result: Result = series.render("--jobs", "2")
    assert result.headlines == ["error[worker-ended]: the process that made 02-ends ended before it was done"]
    assert "--only 02-ends --jobs 1" in result.err
    expected = sorted(
        f"{output}/{name}.png" for output in ("web", "paper") for name in ("01-good", "03-more", "04-more")
    )
    assert (result.status, result.files) == (1, expected)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_leaves_no_debris(tmp_path: Path, number: signal.Signals, status: int) -> None:
    small.written(tmp_path, ("[page]\n", "[page]\npadding_x = 4\n"))
    (tmp_path / "figures").mkdir()
    wait = "from pathlib import Path\nimport os, time\n"
    for name in ("01-a", "02-b", "03-c"):
        script = (
            f"from layoutkit import *\n{wait}\n@figure(title='T', alt='A')\ndef declared(t):\n"
            f"    Path('pid-{name}').write_text(str(os.getpid()))\n    time.sleep(60)\n    return Column(Text('a'))\n"
        )
        (tmp_path / "figures" / f"{name}.py").write_text(script)
    command = [sys.executable, "-m", "layoutkit", "render", "figures", "--jobs", "2"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True) as run:
        try:
            pids = [tmp_path / f"pid-{name}" for name in ("01-a", "02-b")]
            end = time.monotonic() + 60
            while not all(path.exists() and path.read_text() for path in pids) and time.monotonic() < end:
                time.sleep(0.02)
            os.killpg(run.pid, number) if number == signal.SIGINT else run.send_signal(number)
            _, said = run.communicate(timeout=30)
        finally:
            run.kill()
    assert (run.returncode, said) == (status, "interrupted; files written so far are complete\n")
    for path in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(int(path.read_text()), 0)
    assert [path for path in (tmp_path / "out").rglob("*") if path.is_file()] == []


def test_a_number_of_processes_is_a_number(series: Series) -> None:
    result = series.render("--jobs", "0")
    assert result.status == 2
    assert "'0' is not a number of processes; write 1 or more" in result.err
