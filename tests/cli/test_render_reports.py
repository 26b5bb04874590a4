"""What ``render`` tells programs (``--json``), CI (``--check``) and those who look for time (``--timings``)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from PIL import Image, PngImagePlugin

from tests.tokens import small

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.series import Result, Series

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/render.schema.json").read_text())


def told(series: Series, *arguments: str) -> tuple[Result, dict[str, Any]]:
    time.sleep(0.05)
    result = series.render("--json", *arguments)
    report: dict[str, Any] = json.loads("\n".join(result.out))
    jsonschema.validate(report, SCHEMA)
    return result, report


def test_the_report_for_programs_follows_its_schema(series: Series) -> None:
    series.script("02-bad", series.figure('Text("a", color="{color.paper}")'))
    result, report = told(series)
    assert (result.status, report["ok"], report["errors"]) == (1, False, 1)
    good, bad = report["figures"]
    sizes = {str(path): path.stat().st_size for path in Path("out").rglob("01-good.png")}
    assert {file["path"]: file["bytes"] for file in good["files"]} == sizes
    assert {file["state"] for file in good["files"]} == {"made"}
    assert [file["output"] for file in good["files"]] == ["web", "paper"]
    assert {"figure", "resolve", "arrange", "check", "web", "paper"} <= good["seconds"].keys()
    (finding,) = bad["findings"]
    assert (finding["rule"], finding["places"][0]["file"]) == ("contrast", "figures/02-bad.py")
    assert [draft["path"] for draft in bad["drafts"]] == ["out/draft/02-bad.png"]
    _, again = told(series)
    assert {file["state"] for file in again["figures"][0]["files"]} == {"unchanged"}
    assert again["figures"][0]["seconds"] == {}
    assert again["figures"][1]["findings"] == bad["findings"]


def test_scripts_and_books_are_in_the_report(series: Series) -> None:
    paper = '[output.paper]\nformat = "png"\nwidth = "100mm"\ndpi = 50.8'
    series.tokens((paper, '[output.pdf]\nformat = "pdf"\nscale = 1'))
    _, report = told(series, "--book", "B")
    assert report["books"] == [{"path": "out/pdf/book.pdf", "state": "made"}]
    assert told(series, "--book", "B")[1]["books"] == [{"path": "out/pdf/book.pdf", "state": "unchanged"}]
    series.script("02-bad", "1 / 0\n")
    result, report = told(series)
    assert (result.status, report["findings"][0]["rule"]) == (1, "script")
    series.tokens(("{palette.red}", "{palette.rde}"))
    result, report = told(series)
    assert (result.status, report["findings"][0]["rule"], report["figures"]) == (1, "unknown-token", [])


def checked(series: Series) -> Result:
    before = {path: path.stat().st_mtime_ns for path in Path("out").rglob("*")}
    result = series.render("--check")
    assert {path: path.stat().st_mtime_ns for path in Path("out").rglob("*")} == before, "nothing is written"
    return result


def repaint(path: Path) -> None:
    with Image.open(path) as picture:
        picture.load()
        picture.putpixel((0, 0), (1, 2, 3))
        picture.save(path)


def retitle(path: Path) -> None:
    with Image.open(path) as picture:
        picture.load()
        texts = PngImagePlugin.PngInfo()
        texts.add_itxt("Title", "Outra")
        picture.save(path, pnginfo=texts)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda path: path.unlink(), "is missing"),
        (repaint, "pixels"),
        (retitle, "has other texts than its figure has now"),
        (lambda path: path.write_bytes(b"no picture"), "is not a picture"),
        (lambda path: Image.new("RGB", (9, 8)).save(path), "is 9×8 px; its figure is drawn as"),
    ],
)
@pytest.mark.parametrize("recorded", [True, False])
def test_check_lists_the_files_that_show_something_else(
    series: Series, harm: Callable[[Path], object], said: str, *, recorded: bool
) -> None:
    series.script("02-more", series.figure('Text("b")'))
    time.sleep(0.05)
    series.render()
    if not recorded:
        for record in Path("out/.layoutkit").glob("*.json"):
            record.unlink()
    good = checked(series)
    assert (good.status, good.out, good.headlines) == (0, [], [])
    assert "4 files compared" in good.err
    harm(Path("out/web/02-more.png"))
    result = checked(series)
    assert (result.status, result.out) == (1, [])
    (line,) = result.headlines
    assert line.startswith("error[outdated-file]: out/web/02-more.png ")
    assert said in line


def test_check_takes_other_bytes_of_the_same_pixels_and_texts(series: Series) -> None:
    series.render()
    path = Path("out/web/01-good.png")
    with Image.open(path) as picture:
        picture.load()
        texts = PngImagePlugin.PngInfo()
        for key, value in picture.text.items():  # type: ignore[attr-defined]  # of a PNG file
            texts.add_itxt(key, value)
        picture.save(path, pnginfo=texts, compress_level=1)
    assert checked(series).status == 0


def test_options_that_exclude_each_other_are_refused(series: Series) -> None:
    result = series.render("--check", "--draft")
    assert (result.status, "error[options]: --check and --draft exclude each other" in result.err) == (2, True)


def test_timings_have_a_column_for_each_pass_and_output(series: Series) -> None:
    lines = series.render("--timings").err.split("\n")
    assert lines[0].split() == ["CPU", "ms", "figure", "resolve", "arrange", "check", "web", "paper", "all"]
    assert lines[1].startswith("01-good ")
    time.sleep(0.05)
    series.render()
    assert "01-good  unchanged" in series.render("--timings").err


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_watch_renders_whatever_changes_until_it_is_told_to_end(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    small.written(tmp_path, ("[page]\n", "[page]\npadding_x = 4\n"))
    data, script = tmp_path / "data/words.txt", tmp_path / "figures/01-a.py"
    for path in (data, script):
        path.parent.mkdir()
    data.write_text("um")
    good = (
        "from pathlib import Path\nfrom layoutkit import *\n@figure(title='T', alt='A')\ndef declared(t):\n"
        "    return Column(Text((Path(__file__).parents[1] / 'data/words.txt').read_text()))\n"
    )
    script.write_text(good)
    log = tmp_path / "log"
    with log.open("w") as file, subprocess.Popen(
        [sys.executable, "-m", "layoutkit", "render", "figures", "--target", "web", "--watch"],
        cwd=tmp_path, stdout=file, stderr=file, start_new_session=True,
    ) as run:  # fmt: skip
        try:
            picture = tmp_path / "out/web/01-a.png"
            until(lambda: "watching; Ctrl+C ends" in log.read_text())
            time.sleep(0.5)  # until it does
            first = picture.read_bytes()
            data.write_text("dois")
            until(lambda: picture.read_bytes() != first)
            script.write_text("1 / 0\n")
            until(lambda: "01-a.py raised ZeroDivisionError" in log.read_text())
            second = picture.read_bytes()
            script.write_text(good.replace("Text(", "Text('a' + ", 1))
            until(lambda: picture.read_bytes() != second)
            os.killpg(run.pid, signal.SIGINT)
            assert run.wait(timeout=30) == 130
        finally:
            run.kill()
    assert "Traceback" not in log.read_text()


def test_watch_says_what_it_needs(series: Series, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = series.render("--watch")
    assert (result.status, result.files) == (2, [])
    assert result.err == (
        "error[no-watchfiles]: --watch needs the package watchfiles\n = hint: run `pip install 'layoutkit[watch]'`\n\n"
    )
