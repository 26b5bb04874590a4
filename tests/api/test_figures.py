"""Figures outside of commands: rendered, saved and checked by a program."""

from __future__ import annotations

import gc
import itertools
import locale
import os
import re
import signal
import sys
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

import layoutkit
from layoutkit import (
    Column,
    FigureError,
    LayoutkitError,
    OutputError,
    Renderer,
    Row,
    ScriptError,
    Severity,
    Text,
    TokensError,
    UsageError,
    figure,
    load_theme,
    render,
)
from tests.api.figures import LOOKS, ROOT, TOKENS, steps

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from layoutkit import Node, Theme

FORMATS = {"png": b"\x89PNG", "svg": b"<svg", "pdf": b"%PDF"}
WORDS = ("collect", "clean", "train")


@pytest.mark.parametrize("name", FORMATS)
def test_a_figure_renders_in_every_format(name: str) -> None:
    data = steps("data", *WORDS).render(LOOKS["own"], name)
    assert data.startswith(FORMATS[name])
    assert data == Renderer(LOOKS["own"]).render(steps("data", *WORDS), name)


def test_a_scale_is_pixels_for_one_px() -> None:
    widths = [
        int.from_bytes(steps("data", *WORDS).render(LOOKS["own"], scale=scale)[16:20]) for scale in (0.5, 1, None)
    ]
    assert widths == [LOOKS["own"].page.width * scale for scale in (0.5, 1, 2)]


@pytest.mark.parametrize("name", FORMATS)
def test_a_figure_is_saved_in_the_format_of_the_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / "new" / f"data.{name.upper()}"
    one = steps("data", *WORDS)
    assert one.save(path, LOOKS["dark"]) == path
    assert path.read_bytes() == one.render(LOOKS["dark"], name)
    assert list(path.parent.iterdir()) == [path]


def test_a_figure_is_checked() -> None:
    assert [one for one in steps("data", *WORDS).check(LOOKS["own"]) if one.severity is Severity.ERROR] == []
    crowded = figure(title="T", alt="Too wide.", language="en")(lambda _: Row(Text("word " * 60, wrap="nowrap")))
    found = crowded.check(LOOKS["own"])[0]
    assert (found.rule, found.severity) == ("overflow", Severity.ERROR)
    assert found.places[0].path.name == "test_figures.py"


def test_what_keeps_a_figure_from_being_built_is_a_finding() -> None:
    broken = figure(title="T", alt="A", language="en")(lambda t: Column(Text("x"), gap=t.space.nothing))
    (found,) = broken.check(LOOKS["own"])
    assert (found.rule, found.severity) == ("unknown-token", Severity.ERROR)
    with pytest.raises(FigureError) as raised:
        broken.render(LOOKS["own"])
    assert raised.value.diagnostics == (found,)


def test_what_the_function_of_a_figure_raises_is_passed_on() -> None:
    def divide(_: Theme) -> Node:
        raise ZeroDivisionError

    broken = figure(title="T", alt="A")(divide)
    for act in (broken.render, broken.check):
        with pytest.raises(ZeroDivisionError):
            act(LOOKS["own"])


# -- threads ----------------------------------------------------------------------------------------------------------


def test_threads_that_print_get_the_bytes_of_one_thread(capfd: pytest.CaptureFixture[str]) -> None:
    """Eight at a time, with two themes that they share, in all formats."""
    jobs = [(f"job {number}", look, name) for number in range(6) for look in LOOKS for name in FORMATS]
    expected = [Renderer(LOOKS[look]).render(steps(job, *WORDS), name) for job, look, name in jobs]
    start, started = threading.Barrier(8), itertools.count()

    def work(job: str, look: str, name: str) -> bytes:
        if next(started) < 8:
            start.wait(timeout=60)  # so that eight are at work at the same time
        return steps(job, *WORDS, talkative=True).render(LOOKS[look], name)

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(work, *zip(*jobs, strict=True)))
    assert found == expected
    printed = re.findall(r"building job \d", capfd.readouterr().out)
    assert sorted(printed) == sorted(f"building {job}" for job, _, _ in jobs)


def test_threads_share_a_renderer() -> None:
    shared = Renderer(load_theme(TOKENS))  # its fonts are not open yet
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: shared.render(steps("data", *WORDS), "pdf"), range(16)))
    assert found == {Renderer(LOOKS["own"]).render(steps("data", *WORDS), "pdf")}


# -- the process ------------------------------------------------------------------------------------------------------

CHANGES: dict[str, tuple[str, ...]] = {
    "os": ("chdir", "umask", "dup2", "putenv", "unsetenv"),
    "gc": ("enable", "disable", "freeze", "collect"),
    "sys": ("setrecursionlimit", "settrace", "setprofile"),
    "signal": ("signal",),
    "locale": ("setlocale",),
    "warnings": ("simplefilter", "filterwarnings", "catch_warnings"),
}
"""What changes the process, by module."""
MODULES = {"os": os, "gc": gc, "sys": sys, "signal": signal, "locale": locale, "warnings": warnings}


@pytest.mark.parametrize("act", ["render", "save", "check", "renderer"])
def test_nothing_of_the_process_is_changed(act: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = steps("data", *WORDS)
    one.render(LOOKS["own"])  # what is imported for the first time may do what it likes
    seen: list[object] = []

    def state() -> tuple[object, ...]:
        return sys.stdout, sys.stderr, sys.stdin, list(sys.path), dict(sys.modules), os.environ.copy()

    def build(t: Theme) -> Node:
        seen.append(state() == before)
        return one.build(t)

    watched = figure(title="T", alt="Steps of data.", language="en")(build)
    acts: dict[str, Callable[[], object]] = {
        "render": lambda: watched.render(LOOKS["own"]),
        "save": lambda: watched.save(tmp_path / "one.png", LOOKS["own"]),
        "check": lambda: watched.check(LOOKS["own"]),
        "renderer": lambda: Renderer(LOOKS["dark"]).render(watched),
    }
    before = state()
    with monkeypatch.context() as patched:
        for module, names in CHANGES.items():
            for name in names:
                patched.setattr(MODULES[module], name, _refused(f"{module}.{name}"))
        acts[act]()
    assert state() == before
    assert seen == [True]


def _refused(name: str) -> Callable[..., Any]:
    def call(*_: object, **__: object) -> None:
        raise AssertionError(f"{name} was called")

    return call


def test_a_figure_in_a_program_in_a_script_does_not_leave_it(tmp_path: Path) -> None:
    """A script that renders a figure itself still finds its helpers afterwards."""
    (tmp_path / "_own.py").write_text("WORD = 'here'\n", encoding="utf-8")
    (tmp_path / "01-inner.py").write_text(
        "from layoutkit import *\nfrom pathlib import Path\n"
        f"inner = figure(title='I', alt='A')(lambda t: Row(Text('inner')))\n"
        f"data = inner.render(load_theme({str(TOKENS)!r}))\n"
        "import _own\n"
        "@figure(title='T', alt='A word.', language='en')\n"
        "def outer(t):\n    import _own\n    return Column(Heading(_own.WORD), Text(str(len(data) > 100)))\n"
        "del inner\n",
        encoding="utf-8",
    )
    report = render(tmp_path, tokens=TOKENS, targets=["web"], out=tmp_path / "out")
    assert [path.name for path in report.files] == ["01-inner.png"], report.findings


# -- themes -----------------------------------------------------------------------------------------------------------


def test_a_theme_is_loaded_by_path_and_modes(tmp_path: Path) -> None:
    assert load_theme(str(TOKENS)).selection.changes() == {}
    assert load_theme(TOKENS, modes={"theme": "dark"}).selection.changes() == {"theme": "dark"}
    with pytest.raises(UsageError, match="theme has no mode 'drak'") as raised:
        load_theme(TOKENS, modes={"theme": "drak"})
    assert raised.value.diagnostics[0].hint == "did you mean 'dark'?"
    with pytest.raises(TokensError, match="there is no token file"):
        load_theme(tmp_path / "none.toml")


def test_a_figure_without_a_theme_has_that_of_the_nearest_token_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the token file is found from the script, which is this file
    assert steps("data", *WORDS).render() == steps("data", *WORDS).render(LOOKS["own"])


@pytest.mark.parametrize("act", ["render()", "save('one.png')", "check()"])
def test_a_figure_without_a_token_file_has_the_base_theme_and_a_note(
    act: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    script = tmp_path / "one.py"
    code = f"from layoutkit import *\none = figure(title='T', alt='A')(lambda t: Row(Text('one')))\none.{act}\n"
    script.write_text(code, encoding="utf-8")
    known: dict[str, Any] = {}
    note = r"no tokens.toml is near one.py: .* the base theme of layoutkit; write"
    with pytest.warns(UserWarning, match=note) as told:
        exec(compile(code, script, "exec"), known)  # noqa: S102 - what is tested
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it may be told again
        assert known["one"].render() == known["one"].render(load_theme())
    assert {(one.filename, one.lineno) for one in told} == {(str(script), 2)}


def test_an_svg_has_its_text_as_outlines(tmp_path: Path) -> None:
    live = steps("x", "y").render(LOOKS["own"], "svg")
    assert live == steps("x", "y").render(LOOKS["own"], "svg", text="live")
    saved = steps("x", "y").save(tmp_path / "x.svg", LOOKS["own"], text="outlines").read_bytes()
    assert b"@font-face" in live
    assert b"@font-face" not in saved


# -- errors -----------------------------------------------------------------------------------------------------------


def no_node(_: Theme) -> Any:  # noqa: ANN401 - a type checker would say so
    return "no node"


@pytest.mark.parametrize(
    ("act", "kind", "rule"),
    [
        (lambda _: figure(title="T")(lambda _: Row()), FigureError, "alt-text"),
        (lambda _: Text(1), FigureError, "not-text"),  # type: ignore[arg-type]  # what is tested
        (lambda _: figure(title="T", alt="A")(no_node).render(LOOKS["own"]), FigureError, "no-figure"),
        (lambda _: steps("x", "y").render(LOOKS["own"], "jpg"), UsageError, "unknown-format"),
        (lambda _: steps("x", "y").render(LOOKS["own"], scale=0), UsageError, "bad-scale"),
        (lambda _: steps("x", "y").render(LOOKS["own"], "svg", text="paths"), UsageError, "unknown-text"),
        (lambda _: steps("x", "y").render(LOOKS["own"], "png", text="outlines"), UsageError, "unknown-text"),
        (lambda _: steps("x", "y").render(LOOKS["own"], scale=float("nan")), UsageError, "bad-scale"),
        (lambda path: steps("x", "y").save(path / "no-suffix", LOOKS["own"]), UsageError, "unknown-format"),
        (lambda path: steps("x", "y").save(path / "file" / "x.png", LOOKS["own"]), OutputError, "write"),
        (lambda path: render(path / "nothing", tokens=TOKENS), ScriptError, "no-scripts"),
        (lambda path: load_theme(path / "nothing.toml"), TokensError, "tokens-file"),
        (lambda _: render(ROOT / "figures", tokens=TOKENS, targets=["wbe"]), UsageError, "unknown-target"),
        (lambda _: render(ROOT / "figures", tokens=TOKENS, only=["99"]), UsageError, "unknown-figure"),
        (lambda _: render(ROOT / "figures", tokens=TOKENS, allow=["overflw"]), UsageError, "unknown-rule"),
    ],
)
def test_each_kind_of_error_has_a_class(
    act: Callable[[Path], object], kind: type[LayoutkitError], rule: str, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(LayoutkitError) as raised:
        act(tmp_path)
    assert type(raised.value) is kind
    assert [one.rule for one in raised.value.diagnostics] == [rule]


def test_every_class_of_errors_is_exported() -> None:
    assert {kind.__name__ for kind in LayoutkitError.__subclasses__()} <= set(layoutkit.__all__)
