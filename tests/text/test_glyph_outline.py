"""An outline is whole or not there: an exception while HarfBuzz draws, as a signal raises it, is never dropped."""

from __future__ import annotations

import gc
import random
import signal
import sys
import time
from typing import TYPE_CHECKING

import pytest

from layoutkit.text.face import Face
from layoutkit.text.glyph_outline import _NotingPen
from tests.text.support import FONTS

if TYPE_CHECKING:
    from types import FrameType


class Interrupter:
    """A trace function that raises at the n-th event, as a signal's handler would; it counts all of them."""

    def __init__(self, at: int | None = None) -> None:
        self.at = at
        self.count = 0

    def __call__(self, frame: FrameType, event: str, _: object) -> Interrupter:
        frame.f_trace_opcodes = True
        if event == "opcode":
            self.count += 1
            if self.count == self.at:
                raise KeyboardInterrupt
        return self


def traced(face: Face, glyph: int, interrupter: Interrupter) -> None:
    before = sys.gettrace()
    sys.settrace(interrupter)
    try:
        face.outline(glyph)
    finally:
        sys.settrace(before)


def test_an_interruption_at_any_moment_leaves_no_cut_outline() -> None:
    face = Face(FONTS / "roboto-400.ttf")
    glyph = face.glyph_id("H") or 0
    counting = Interrupter()
    traced(face, glyph, counting)
    whole = face.outline(glyph)
    assert counting.count > 100
    for moment in range(1, counting.count + 1):
        face._outlines.clear()  # as after opening it anew, which takes longer
        with pytest.raises(KeyboardInterrupt):
            traced(face, glyph, Interrupter(moment))
        assert face.outline(glyph) == whole


def test_a_signal_at_any_time_leaves_no_cut_outline() -> None:
    face = Face(FONTS / "roboto-400.ttf")
    glyph = face.glyph_id("@") or 0
    start = time.perf_counter()
    whole = face.outline(glyph)
    duration = time.perf_counter() - start
    chance = random.Random(7)  # noqa: S311 - a test
    raised = 0
    before = signal.signal(signal.SIGALRM, interrupt)
    gc.disable()  # hypothesis watches collections, and what a signal raises in its callback is lost
    try:
        for _ in range(1000):
            face._outlines.clear()
            try:
                signal.setitimer(signal.ITIMER_REAL, max(1e-6, duration * chance.random()))
                face.outline(glyph)
                time.sleep(0.01)  # until the signal comes, where it was late
            except KeyboardInterrupt:
                raised += 1
            assert face._outlines.get(glyph, whole) == whole
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        gc.enable()
    assert raised > 900


def test_the_comparison_of_the_notes_never_walks_through_them() -> None:
    class Watched:
        def __eq__(self, other: object) -> bool:
            raise AssertionError

        __hash__ = None  # type: ignore[assignment]

    pen = _NotingPen()
    pen.notes.append(Watched())
    assert isinstance(pen.notes > [Watched()], bool)
    pen.curveTo((1.0, 2.0), (3.0, 4.0), (5.0, 6.0))
    assert pen.notes[1:] == ["cubic", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]


def interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
