"""What the command line takes, and what it prints where."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layoutkit import __version__
from tests.output.pictures import RED_PIXEL, WHITE_PIXEL, chunks, picture

if TYPE_CHECKING:
    from tests.cli.series import Series

GOOD = ["paper/01-good.png", "web/01-good.png"]


def test_every_figure_to_every_output(series: Series) -> None:
    series.script("02-more", series.figure('Text("a")'))
    result = series.render()
    assert (result.status, result.err) == (0, "")
    assert result.files == ["paper/01-good.png", "paper/02-more.png", "web/01-good.png", "web/02-more.png"]
    assert [line.split("  ")[0] for line in result.out] == [
        "out/web/01-good.png", "out/paper/01-good.png", "out/web/02-more.png", "out/paper/02-more.png",
    ]  # fmt: skip
    assert all(line.endswith(" KB") for line in result.out)


def test_pictures_have_the_size_of_their_output(series: Series) -> None:
    series.render()
    web, paper = ((series.folder / "out" / name).read_bytes() for name in ("web/01-good.png", "paper/01-good.png"))
    assert (picture(web).width, picture(web).height) == (400, 30)
    assert (picture(paper).width, picture(paper).height) == (200, 15)
    assert dict(chunks(paper))["pHYs"] == b"\x00\x00\x07\xd0\x00\x00\x07\xd0\x01"  # 50.8 dpi are 2,000 a metre


def test_edges_lie_on_device_pixels(series: Series) -> None:
    box = 'Row(width=10.3, height=5.3, margin=3.3, background="#f00", border="#f00")'
    series.script("01-good", series.figure(box))
    series.render()
    for output in ("web", "paper"):
        found = picture((series.folder / "out" / output / "01-good.png").read_bytes())
        assert set(found.pixels()) == {WHITE_PIXEL, RED_PIXEL}


def test_title_and_alt_text_reach_the_file(series: Series) -> None:
    series.script("01-good", series.figure('Text("a")', 'title="Título", alt="Uma letra", language="pt"'))
    series.render()
    texts = [data for name, data in chunks((series.folder / "out/web/01-good.png").read_bytes()) if name == "iTXt"]
    keywords = [b"Title", b"Description", b"Alt Text", b"Language", b"XML:com.adobe.xmp"]
    assert [text.split(b"\0")[0] for text in texts] == keywords
    assert texts[0].endswith(b"\0pt\0\0" + "Título".encode())
    assert texts[1].endswith(b"\0pt\0\0Uma letra")


def test_a_single_script(series: Series) -> None:
    series.script("02-more", series.figure('Text("a")'))
    assert series.render(path="figures/01-good.py").files == GOOD


def test_a_script_named_twice_is_rendered_once(series: Series) -> None:
    result = series.run("render", "figures", "figures/01-good.py")
    assert (result.status, len(result.out)) == (0, 2)


def test_only_takes_the_beginnings_of_names(series: Series) -> None:
    for name in ("02-more", "03-other", "13-last"):
        series.script(name, series.figure('Text("a")'))
    assert series.render("--only", "02, 1", "--target", "web").files == ["web/02-more.png", "web/13-last.png"]


def test_target_takes_the_names_of_outputs(series: Series) -> None:
    assert series.render("--target", "paper").files == ["paper/01-good.png"]
    assert series.render("--target", "web,paper").files == GOOD


def test_out_names_the_folder(series: Series) -> None:
    result = series.render("--out", "a/b", "--target", "web")
    assert (result.status, result.files) == (0, [])
    assert [line.split("  ")[0] for line in result.out] == ["a/b/web/01-good.png"]
    assert (series.folder / "a/b/web/01-good.png").is_file()


def test_tokens_names_the_file(series: Series) -> None:
    (series.folder / "tokens.toml").rename(series.folder / "other.toml")
    assert series.render("--tokens", "other.toml").files == GOOD


@pytest.mark.parametrize(
    ("arguments", "headline", "hint"),
    [
        (["--target", "wbe"], "error[unknown-target]: there is no output 'wbe' in tokens.toml", "did you mean 'web'?"),
        (["--only", "9"], "error[unknown-figure]: no figure starts with 9", "known here: 01-good"),
    ],
)
def test_a_name_that_does_not_exist_is_wrong_usage(
    series: Series, arguments: list[str], headline: str, hint: str
) -> None:
    result = series.render(*arguments)
    assert (result.status, result.headlines, result.files, result.out) == (2, [headline], [], [])
    assert hint in result.err


@pytest.mark.parametrize(
    "arguments", [[], ["paint"], ["render"], ["render", "figures", "--nope"], ["render", "figures", "--out"]]
)
def test_wrong_usage_is_answered_with_the_usage(series: Series, arguments: list[str]) -> None:
    result = series.run(*arguments)
    assert (result.status, result.out, result.files) == (2, [], [])
    assert result.err.startswith("usage: layoutkit")


def test_help_and_version_go_to_stdout(series: Series) -> None:
    shown = series.run("--help")
    assert (shown.status, shown.err) == (0, "")
    assert "render" in "\n".join(shown.out)
    assert series.run("--version").out == [f"layoutkit {__version__}"]
    assert "--target" in "\n".join(series.run("render", "--help").out)


def test_a_script_that_prints_does_not_reach_stdout(series: Series) -> None:
    content = 'print("in the figure") or Text("a")'
    series.script("01-good", series.figure(content, before='print("in the script")'))
    result = series.render("--target", "web")
    assert result.status == 0
    assert [line.split("  ")[0] for line in result.out] == ["out/web/01-good.png"]
    assert result.err == "in the script\nin the figure\n"


def test_scripts_import_their_neighbours_and_leave_no_trace(series: Series, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    series.script("_shared", "from layoutkit import Text\n\ndef label(): return Text('shared')\n")
    series.script("01-good", series.figure("label()", before="from _shared import label"))
    paths = list(sys.path)
    assert series.render().status == 0
    assert sys.path == paths
    assert sys.dont_write_bytecode is False
    assert "_shared" not in sys.modules
    assert not list(series.folder.rglob("__pycache__"))


def test_two_folders_may_have_neighbours_of_one_name(series: Series) -> None:
    other = series.folder / "other"
    other.mkdir()
    for folder, number in ((series.folder / "figures", 1), (other, 2)):
        (folder / "_shared.py").write_text(f"HEIGHT = {10 * number}\n")
        script = series.figure("Row(height=HEIGHT)", before="from _shared import HEIGHT")
        (folder / f"0{number}-good.py").write_text(script)
    assert series.run("render", "figures", "other", "--target", "web").status == 0
    heights = [picture((series.folder / f"out/web/0{n}-good.png").read_bytes()).height for n in (1, 2)]
    assert heights == [20, 40]


def test_an_edited_script_is_read_again(series: Series) -> None:
    series.render()
    before = (series.folder / "out/web/01-good.png").read_bytes()
    series.script("01-good", series.figure('Text("Changed")'))
    series.render()
    assert (series.folder / "out/web/01-good.png").read_bytes() != before


def test_debug_shows_the_traceback_of_a_fault_of_the_tokens(series: Series) -> None:
    series.tokens(("s = 4", "s = true"))
    assert "Traceback" not in series.render().err
    result = series.render("--debug")
    assert result.status == 1
    assert "Traceback (most recent call last)" in result.err
    assert len(result.headlines) == 1


def test_a_fault_of_our_own_is_no_traceback_unless_asked_for(series: Series, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a screw is loose")

    series.script("02-more", series.figure('Text("a")'))
    monkeypatch.setattr("layoutkit.renderer.paint", broken)
    result = series.render()
    assert result.headlines == ["error[internal]: RuntimeError: a screw is loose"] * 2  # one for each figure
    assert (result.status, result.files) == (1, [])
    assert "--debug" in result.err
    with pytest.raises(RuntimeError, match="a screw is loose"):
        series.render("--debug")


def test_an_interruption_is_told(series: Series, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("layoutkit.renderer.paint", interrupted)
    result = series.render()
    assert (result.status, result.files) == (130, [])
    assert result.err == "interrupted; files written so far are complete\n"


@pytest.mark.parametrize("call", ["secrets.token_hex", "os.replace"])
def test_an_end_asked_for_in_the_middle_of_a_file_leaves_the_old_one(
    series: Series, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    before = signal.getsignal(signal.SIGTERM)
    series.render()
    (path,) = series.folder.glob("out/web/*")
    old = path.read_bytes()
    series.script("01-good", series.figure('Text("Better")'))
    monkeypatch.setattr(call, lambda *_, **__: os.kill(os.getpid(), signal.SIGTERM))
    result = series.render()
    assert result.status == 143
    assert result.err == "interrupted; files written so far are complete\n"
    assert list(path.parent.iterdir()) == [path]
    assert path.read_bytes() == old
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.parametrize(("name", "status"), [("SIGTERM", 143), ("SIGINT", 130)])
@pytest.mark.parametrize(
    "dropped",
    [
        "class A:\n    def __del__(self): KILL\nA()",  # Python drops what a destructor raises
        "try: KILL\nexcept BaseException: pass",
        "import weakref\nclass A: pass\na = A()\nw = weakref.ref(a, lambda _: KILL)\ndel a",
    ],
    ids=["destructor", "caught by the figure", "weak reference"],
)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_end_asked_for_ends_the_run_even_if_its_exception_is_dropped(
    series: Series, name: str, status: int, dropped: str
) -> None:
    series.render()
    (path,) = series.folder.glob("out/web/*")
    old = path.read_bytes()
    kill = f"__import__('os').kill(__import__('os').getpid(), __import__('signal').{name})"
    series.script("01-good", series.figure('Text("Better")', before=dropped.replace("KILL", kill)))
    result = series.render()
    assert result.status == status
    assert result.err.endswith("interrupted; files written so far are complete\n")
    assert list(path.parent.iterdir()) == [path]
    assert path.read_bytes() == old
    assert series.run("tokens", "list").status == 0  # the next run knows nothing of it


def test_a_signal_that_the_process_ignores_stays_ignored(series: Series) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        kill = "import os, signal; os.kill(os.getpid(), signal.SIGINT)"
        series.script("01-good", series.figure('Text("Better")', before=kill))
        assert series.render().status == 0
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_commands_run_beside_the_main_thread(series: Series) -> None:
    with ThreadPoolExecutor() as pool:
        assert pool.submit(series.render).result().status == 0


def test_the_module_is_a_program(series: Series) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    command = [sys.executable, "-m", "layoutkit", "render", "figures", "--target", "web"]
    done = subprocess.run(command, cwd=series.folder, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("out/web/01-good.png  ")
    series.script("02-bad", "1 / 0\n")
    done = subprocess.run(command, cwd=series.folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("error[script]: 02-bad.py raised ZeroDivisionError")
    assert "\x1b" not in done.stderr + done.stdout
