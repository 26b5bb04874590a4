"""Puts one input through all passes, and says what is wrong: a crash, a hang, or a loss.

A crash is any exception but those that carry messages to the author; a message that cannot be printed is one as well.
A hang is an input that takes longer than any sound one does: a watchdog ends it after many seconds of computing, or
minutes of waiting, which says nothing about how fast layoutkit is. A loss is a text or a picture that was accepted and
is not in the output.
"""

from __future__ import annotations

import contextlib
import io
import re
import signal
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PIL import Image

from layoutkit.diagnostics import LayoutkitError, format_diagnostic
from layoutkit.discover import load_script
from layoutkit.output.formats import format_of
from layoutkit.paint import paint
from layoutkit.paint.display import DrawPicture, Glyphs
from layoutkit.policy import check
from layoutkit.renderer import Renderer
from layoutkit.text.characters import is_ignorable
from layoutkit.tokens import OutputTokens, load_theme
from tests.fuzz.case import Case, plain_tokens
from tests.fuzz.stage import Stage
from tests.output.documents import opened, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import FrameType

    from layoutkit.diagnostics import Diagnostic
    from layoutkit.paint.display import DisplayList

__all__ = ["CrashError", "FuzzError", "HangError", "LossError", "Outcome", "trial"]

_COMPUTING, _WAITING = 30.0, 600.0
"""Seconds after which an input counts as one that hangs; the slowest sound one computes for about one."""
_LARGE = 200_000
"""Square px of a page that gets no draft and no overlay."""
_HUGE = 20_000_000
"""Pixels of a picture that is written as an SVG instead: it takes seconds, and Pillow suspects an attack."""
_PAGE = range(200, 253)
"""The greys of a page without texts and of the line around a picture; of a picture, some pixels differ from them."""
_SVG_TARGET = OutputTokens("svg", "svg", {"scale": 1.0})
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an input."""

    stage: Stage
    refused: str = ""
    """The id of the message that ended it before an output; empty where there is one."""


class FuzzError(AssertionError):
    """What a fuzzer looks for."""


class CrashError(FuzzError):
    """An exception that is not a message to the author."""


class LossError(FuzzError):
    """Something was accepted and is not in the output."""


class HangError(BaseException):
    """The watchdog's; no ``except Exception`` on the way may catch it."""


def trial(case: Case, folder: Path) -> Outcome:
    """Run a case in a folder of its own.

    Raises:
        FuzzError: a crash, a hang, or a loss.
    """
    path = case.save(folder)
    try:
        with _watchdog(), contextlib.redirect_stderr(io.StringIO()):
            return _passed(case, path)
    except FuzzError:
        raise
    except HangError:
        raise CrashError(f"hang: more than {_COMPUTING:g} s of computing, or {_WAITING:g} s of waiting") from None
    except Exception as cause:
        raise CrashError(f"crash: {type(cause).__name__}: {cause}") from cause


def _passed(case: Case, path: Path) -> Outcome:
    reached = Stage.REFUSED
    try:
        renderer = _plain_renderer(path.parent.parent) if case.tokens is None else _renderer(case, path)
        (named,) = load_script(path)
        placed = renderer.place(named)
        reached = Stage.LAYOUT
        display = paint(placed)
        faults = check(renderer, named, placed)
        _print(fault.diagnostic for fault in faults)
        if display.width * display.height > _LARGE:
            pass  # what is drawn over a figure is drawn at twice its size, which takes most of the time
        elif any(fault.is_error for fault in faults):
            renderer.draft(named, placed, [fault.marks for fault in faults])
        else:
            renderer.overlay(named, placed)
        targets = dict(renderer.theme.output.items())
        target = targets.get(case.target) or next(iter(targets.values()))
        scale = format_of(target.format).pixels(target, display.width)
        if target.format == "png" and scale and display.width * display.height * scale**2 > _HUGE:
            target = _SVG_TARGET
        data = renderer.picture(named, placed, target)
    except LayoutkitError as refused:
        _print(refused.diagnostics)
        return Outcome(reached, f"{refused.diagnostics[0].rule}: {refused.diagnostics[0].message}")
    _check_painted(case, display)
    _check_output(case, target.format, data, display)
    sound = not any(fault.is_error for fault in faults)
    return Outcome(Stage.SOUND if sound else Stage.OUTPUT)


def _renderer(case: Case, path: Path) -> Renderer:
    return Renderer(load_theme(path.parent / "tokens.toml", case.modes))


@cache
def _plain_renderer(folder: Path) -> Renderer:
    path = folder / "plain-tokens.toml"
    path.write_bytes(plain_tokens())
    return Renderer(load_theme(path))


def _print(diagnostics: Iterable[Diagnostic]) -> None:
    """Printing is a pass as well; an exception of layoutkit's own is found behind the author's script.

    Where a value is of a wrong type, Python's own words at the author's line are a message like any other.
    """
    for diagnostic in diagnostics:
        format_diagnostic(diagnostic, color=True).encode("utf-8", "backslashreplace")
        if diagnostic.rule in ("internal", "script") and " raised TypeError: " not in diagnostic.message:
            raise CrashError(f"crash: {diagnostic.rule}: {diagnostic.message}")


# -- what is lost -----------------------------------------------------------------------------------------------------


def _check_painted(case: Case, display: DisplayList) -> None:
    glyphs = [ink for ink in display.ink if isinstance(ink, Glyphs)]
    _check_texts(case, "".join(ink.run.text for ink in glyphs), "the display list")
    for ink in glyphs:
        blank = [identity == 0 for identity in ink.run.glyph_ids]
        if any(blank):
            raise LossError(f"loss: {ink.run.text!r} is painted with an empty box")
    pictures = sum(isinstance(ink, DrawPicture) for ink in display.ink)
    if pictures < case.pictures:
        raise LossError(f"loss: {pictures} of {case.pictures} pictures are painted")


def _check_output(case: Case, kind: str, data: bytes, display: DisplayList) -> None:
    if kind == "png":
        with Image.open(io.BytesIO(data)) as image:
            greys = {grey for grey, number in enumerate(image.convert("L").histogram()) if number}
        visible = any(min(ink.rect.width, ink.rect.height) >= 1 for ink in display.ink if isinstance(ink, DrawPicture))
        if case.pictures and visible and greys <= set(_PAGE):
            raise LossError("loss: no picture can be seen in the PNG")
    elif kind == "svg":
        root = ET.fromstring(data)  # noqa: S314 - our own
        _check_texts(case, "".join("".join(text.itertext()) for text in root.iter(f"{_SVG}text")), "the SVG")
        if sum(1 for _ in root.iter(f"{_SVG}image")) < case.pictures:
            raise LossError("loss: a picture is not in the SVG")
    else:
        with opened(data) as document:
            _check_texts(case, "".join(part.text for part in parts(document.pages[0])), "the PDF")
            if len(document.pages[0].get_images()) < case.pictures:
                raise LossError("loss: a picture is not in the PDF")


def _check_texts(case: Case, shown: str, where: str) -> None:
    lost = _letters("".join(case.said)) - _letters(shown)
    if lost:
        raise LossError(f"loss: {where} lacks {''.join(sorted(lost.elements()))!r}")


def _letters(text: str) -> Counter[str]:
    """Its characters but for white space, what is never shown, and the difference of small and capital letters.

    Greek capitals have no accent, which is as small a difference; a line's end before an accent is none.
    """
    unspaced = "".join(text.split())
    forms = unicodedata.normalize("NFD", unicodedata.normalize("NFD", unspaced).upper().casefold())
    plain = re.sub("([\u0370-\u03ff\u1f00-\u1fff][\u0300-\u0344]*?)\u0301", r"\1", forms)
    return Counter(sign for sign in plain if not sign.isspace() and not is_ignorable(sign))


@contextlib.contextmanager
def _watchdog() -> Iterator[None]:
    """End what computes for too long; the alarm is repeated, as a callback from C may swallow an exception."""

    def bark(_signal: int, _frame: FrameType | None) -> None:
        raise HangError

    timers = {signal.SIGPROF: (signal.ITIMER_PROF, _COMPUTING), signal.SIGALRM: (signal.ITIMER_REAL, _WAITING)}
    before = {number: signal.signal(number, bark) for number in timers}
    for timer, seconds in timers.values():
        signal.setitimer(timer, seconds, 1)
    try:
        yield
    finally:
        for timer, _ in timers.values():
            signal.setitimer(timer, 0)
        for number, handler in before.items():
            signal.signal(number, handler)
