"""What the fuzzers look for is found: each test breaks layoutkit in one way, and the run says so."""

from __future__ import annotations

import io
import time
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from layoutkit.paint import paint
from layoutkit.paint.display import DrawPicture, Glyphs
from tests.fuzz import session
from tests.fuzz import trial as watched
from tests.fuzz.case import TARGETS, Case, Target, script
from tests.fuzz.stage import Stage
from tests.fuzz.tally import Tally, summary
from tests.fuzz.trial import CrashError, LossError, trial

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from layoutkit.layout.arrange import Placed
    from layoutkit.paint.display import DisplayList


def black() -> bytes:
    """A picture file."""
    file = io.BytesIO()
    Image.new("RGB", (30, 20)).save(file, "PNG")
    return file.getvalue()


WORDS = Case(script("Text('um modelo')"), "svg", said=("um modelo",))
PICTURE = Case(script('Image("a.png", alt="x")'), "svg", files={"a.png": black()}, pictures=1)


def without(kind: type[Glyphs | DrawPicture]) -> Any:  # noqa: ANN401 - takes what paint takes
    """A painter that leaves out one kind of ink."""

    def painted(placed: Placed, *more: float) -> DisplayList:
        display = paint(placed, *more)
        return replace(display, operations=tuple(one for one in display.operations if not isinstance(one, kind)))

    return painted


def broken(*_arguments: object) -> None:
    raise ValueError("broken")


def endless(*_arguments: object) -> None:
    while True:
        pass


def asleep(*_arguments: object) -> None:
    time.sleep(60)


@pytest.mark.parametrize("case", [WORDS, PICTURE])
@pytest.mark.parametrize("target", TARGETS)
def test_a_sound_input_reaches_every_output(case: Case, target: Target, tmp_path: Path) -> None:
    outcome = trial(replace(case, target=target), tmp_path / "now")
    assert outcome.stage >= Stage.OUTPUT
    assert not outcome.refused


def test_a_message_ends_an_input_without_a_fault(tmp_path: Path) -> None:
    outcome = trial(Case(script("Text('x', role='no')"), "png"), tmp_path / "now")
    assert outcome.stage is Stage.REFUSED
    assert outcome.refused


def test_a_crash_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(watched, "paint", broken)
    with pytest.raises(CrashError, match="ValueError: broken"):
        trial(WORDS, tmp_path / "now")


def test_an_exception_behind_the_script_is_a_crash(tmp_path: Path) -> None:
    with pytest.raises(CrashError, match="raised ZeroDivisionError"):
        trial(Case(script("Text(str(1 / 0))"), "png"), tmp_path / "now")


@pytest.mark.parametrize("step", [endless, asleep])
def test_a_hang_is_found(step: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:  # noqa: ANN401
    monkeypatch.setattr(watched, "paint", step)
    monkeypatch.setattr(watched, "_COMPUTING", 0.3)
    monkeypatch.setattr(watched, "_WAITING", 0.5)
    with pytest.raises(CrashError, match="hang: "):
        trial(WORDS, tmp_path / "now")


@pytest.mark.parametrize(
    ("case", "lost", "said"), [(WORDS, Glyphs, "lacks 'delmmoou'"), (PICTURE, DrawPicture, "0 of 1 pictures")]
)
def test_a_loss_before_the_output_is_found(
    case: Case, lost: type[Glyphs | DrawPicture], said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(watched, "paint", without(lost))
    with pytest.raises(LossError, match=said):
        trial(case, tmp_path / "now")


@pytest.mark.parametrize(
    ("case", "lost", "target"),
    [(WORDS, Glyphs, "svg"), (WORDS, Glyphs, "pdf"), *((PICTURE, DrawPicture, target) for target in TARGETS)],
)
def test_a_loss_in_the_output_is_found(
    case: Case, lost: type[Glyphs | DrawPicture], target: Target, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("layoutkit.renderer.paint", without(lost))
    with pytest.raises(LossError, match=f"the {target.upper()}"):
        trial(replace(case, target=target), tmp_path / "now")


def test_a_run_keeps_the_smallest_input_of_a_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(watched, "paint", broken)
    tally = session.fuzz("texts", 12, 0, tmp_path)
    assert list(tally.faults) == ["crash: ValueError: broken"]
    assert (tmp_path / "fault-1" / "01-fuzz.py").is_file()
    assert (tmp_path / "fault-1" / "tokens.toml").is_file()
    assert tally.share(Stage.OUTPUT) == 0


def test_the_shares_of_a_run_are_printed() -> None:
    texts = Tally(Counter({Stage.REFUSED: 1, Stage.LAYOUT: 1, Stage.OUTPUT: 1, Stage.SOUND: 1}))
    trees = Tally(Counter({Stage.SOUND: 3}), {"hang": 1})
    runs = [("trees", trees.as_properties()), ("texts", texts.as_properties()), ("texts", texts.as_properties())]
    reached = "{} inputs, {}% reached layout, {}% an output, {}% without errors of a rule; {} with faults"
    assert summary(runs) == [
        f"fuzz: texts: {reached.format(8, 75, 50, 25, 0)}",
        f"fuzz: trees: {reached.format(4, 75, 75, 75, 1)}",
        f"fuzz: all: {reached.format(12, 75, 58, 42, 1)}",
    ]


def test_too_few_inputs_that_come_far_fail_a_run() -> None:
    assert Tally(Counter({Stage.REFUSED: 2, Stage.OUTPUT: 2})).is_deep
    assert not Tally(Counter({Stage.REFUSED: 3, Stage.OUTPUT: 2})).is_deep
    assert not Tally(Counter({Stage.LAYOUT: 4, Stage.OUTPUT: 1})).is_deep
