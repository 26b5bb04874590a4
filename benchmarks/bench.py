"""A page of cards in layoutkit and in its peers, as whole processes: ``make bench``.

    python -m benchmarks.bench --peers PYTHON [--runs N] [--growth]

Each program draws the same page (benchmarks/peers) in turn, A B C A B C …, once to warm up and then N times. The
operating system tells the CPU time, user and system, and the largest memory of each process; the tables have medians.
docs/performance.md is written anew, with the machine, the versions and the day. ``--growth`` adds how time and memory
grow with the size of a figure (benchmarks/growth.py), which takes some minutes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.growth import growth_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).parents[1]
PEERS = ROOT / "benchmarks" / "peers"
PAGE = ROOT / "docs" / "performance.md"
MARKS = "<!-- figures: begin -->\n", "<!-- figures: end -->"
WIDTH = 1000
CASES = (("png", 1, 4), ("png", 1, 16), ("png", 1, 64), ("png", 3, 16), ("png", 3, 64), ("svg", 1, 16), ("pdf", 1, 16))
"""Format, scale and number of cards."""
OURS, CHECKED, TYPST, TAKUMI, FLOOR = "layoutkit", "with checks", "Typst", "takumi", "floor"
BARS = {("png", 1, 16): 2.0, ("png", 3, 16): 1.2, ("png", 3, 64): 1.2, ("svg", 1, 16): 5.0, ("pdf", 1, 16): 1.0}
"""What layoutkit is to stay below: its CPU time by that of the faster peer."""


@dataclass(frozen=True, slots=True)
class Run:
    """One process."""

    cpu: float
    """User and system, in ms."""
    wall: float
    """In ms."""
    memory: float
    """The most that was resident, in MB."""


VALUES: dict[str, Callable[[tuple[Run, int]], str]] = {
    "CPU time, ms": lambda one: f"{one[0].cpu:.0f}",
    "Time on the clock, ms": lambda one: f"{one[0].wall:.0f}",
    "Largest memory, MB": lambda one: f"{one[0].memory:.0f}",
    "Size of the file, KB": lambda one: f"{one[1] / 1000:.0f}",
}
"""What the tables show."""


def output_of(command: Sequence[str]) -> str:
    """What a command prints; this process imports nothing large, as children begin with the memory of their parent."""
    return subprocess.run(command, cwd=PEERS, check=True, capture_output=True, text=True).stdout.strip()


RULES = output_of([sys.executable, "-c", "from layoutkit.check.rules import RULES; print(*RULES, sep=',')"])
"""All of them, for ``--allow``."""


def run(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run a command to its end.

    Raises:
        RuntimeError: it failed.
    """
    start = perf_counter()
    process = subprocess.Popen(
        command, cwd=PEERS, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    said = process.stderr.read().decode(errors="replace")
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)[:200]} ended with {process.returncode}:\n{said[-2000:]}")
    wall = 1000 * (perf_counter() - start)
    return Run(1000 * (used.ru_utime + used.ru_stime), wall, used.ru_maxrss / 1024)


def commands(peers: str, folder: Path, case: tuple[str, int, int]) -> dict[str, tuple[list[str], dict[str, str]]]:
    """The command and the environment of each program that has this format."""
    kind, scale, count = case
    target = f"png{scale}" if kind == "png" else kind
    ours = [sys.executable, "-m", "layoutkit", "render", "cards.py", "--tokens", "tokens.toml", "--force", "--jobs"]
    ours += ["1", "--target", target, "--out"]
    its = {"CARDS": str(count)}
    found = {
        OURS: ([*ours, str(folder / "ours"), "--allow", RULES], its),
        CHECKED: ([*ours, str(folder / "checked")], its),
    }
    fonts = str(folder / "fonts")
    for name, script in ((TYPST, "in_typst.py"), (TAKUMI, "in_takumi.py")):
        if (name, kind) != (TAKUMI, "pdf"):
            out = str(folder / f"{name}.{kind}")
            found[name] = ([peers, script, str(count), str(scale), kind, out, fonts], {})
    return found


def floor(folder: Path, scale: int) -> tuple[list[str], dict[str, str]]:
    """The command that only fills and packs, for the picture that layoutkit has made."""
    picture, rows = folder / "ours" / f"png{scale}" / "cards.png", str(folder / "rows")
    size = output_of([sys.executable, "rows.py", str(picture), rows])
    return [sys.executable, "floor.py", rows, size, str(folder / "floor.png")], {}


def measured(peers: str, folder: Path, case: tuple[str, int, int], runs: int) -> dict[str, tuple[Run, int]]:
    """The medians of all programs, and the sizes of their files in bytes."""
    kind, scale, _ = case
    todo = commands(peers, folder, case)
    run(*todo[OURS])
    if kind == "png":
        todo[FLOOR] = floor(folder, scale)
    times: dict[str, list[Run]] = {name: [] for name in todo}
    for round_ in range(runs + 1):
        for name, (command, environment) in todo.items():
            once = run(command, environment)
            if round_:
                times[name].append(once)
    target = f"png{scale}" if kind == "png" else kind
    files = {
        OURS: folder / "ours" / target / f"cards.{kind}",
        CHECKED: folder / "checked" / target / f"cards.{kind}",
        FLOOR: folder / "floor.png",
    }
    return {
        name: (
            Run(*(statistics.median(getattr(one, key) for one in its) for key in ("cpu", "wall", "memory"))),
            files.get(name, folder / f"{name}.{kind}").stat().st_size,
        )
        for name, its in times.items()
    }


def table(results: Mapping[tuple[str, int, int], Mapping[str, tuple[Run, int]]]) -> str:
    """The tables of the page."""
    names = (OURS, CHECKED, TYPST, TAKUMI, FLOOR)
    parts = []
    for title, value in VALUES.items():
        rows = [f"| {title} | " + " | ".join(names) + " |", "|---|" + "---:|" * len(names)]
        for case, its in results.items():
            cells = [value(its[name]) if name in its else "–" for name in names]
            rows.append(f"| {label(case)} | " + " | ".join(cells) + " |")
        parts.append("\n".join(rows))
    rows = ["| layoutkit by … | faster peer | at most | floor | checks add |", "|---|---:|---:|---:|---:|"]
    for case, its in results.items():
        own = its[OURS][0].cpu
        best = min(its[name][0].cpu for name in (TYPST, TAKUMI) if name in its)
        over = f"{own / its[FLOOR][0].cpu:.1f} ×" if FLOOR in its else "–"
        bar = f"{BARS[case]:g} ×" if case in BARS else "–"
        rows.append(f"| {label(case)} | {own / best:.2f} × | {bar} | {over} | {its[CHECKED][0].cpu / own - 1:+.0%} |")
    return "\n\n".join(["\n".join(rows), *parts])


def label(case: tuple[str, int, int]) -> str:
    """A case in words."""
    kind, scale, count = case
    return f"{kind.upper()}{f' {scale}x' if kind == 'png' else ''}, {count} cards"


def machine(peers: str) -> str:
    """What was measured on, and with which versions."""
    asked = "from importlib.metadata import version as v; print('Typst ' + v('typst') + ', takumi ' + v('takumi-py'))"
    versions = output_of([peers, "-c", asked])
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    for line in info.read_text().splitlines() if info.exists() else ():
        if line.startswith("model name"):
            cpu = line.partition(":")[2].strip()
            break
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    python = platform.python_version()
    return (
        f"Measured on {day}: {cpu}, {os.cpu_count()} cores, {platform.system()}; layoutkit {version('layoutkit')} on "
        f"Python {python}; {versions} by their packages on PyPI."
    )


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", required=True, metavar="PYTHON", help="has typst and takumi-py installed")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--growth", action="store_true")
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a start without bytecode compiles everything
    results = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "fonts").mkdir()
        for font in ("roboto-400.ttf", "roboto-700.ttf"):
            shutil.copy(ROOT / "fonts" / font, folder / "fonts")
        for case in CASES:
            results[case] = measured(options.peers, folder, case, options.runs)
            print(label(case), {one: round(its[0].cpu) for one, its in results[case].items()})
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(MARKS[0])
    old, _, after = rest.partition(MARKS[1])
    growth = growth_table() if options.growth else old.partition("## Growth\n\n")[2].strip()
    text = f"{machine(options.peers)} Medians of {options.runs} runs.\n\n{table(results)}\n\n## Growth\n\n{growth}\n"
    PAGE.write_text(f"{before}{MARKS[0]}\n{text}\n{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
