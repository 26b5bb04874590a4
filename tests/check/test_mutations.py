"""Figures are broken by program: what makes the picture worse is reported, and what does not is left in peace."""

from __future__ import annotations

import functools
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from layoutkit.build import Studio, load_figures
from layoutkit.check.examine import examine
from layoutkit.check.subject import look_at
from layoutkit.layout.arrange import arrange
from layoutkit.paint import paint
from layoutkit.style.resolve import resolve
from layoutkit.tokens import load_theme
from tests.check.harm import harm
from tests.check.mutations import BREAKAGES, DECLARED, HARMLESS, Built

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from layoutkit.discover import NamedFigure
    from layoutkit.geometry import Rect
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.nodes import Figure, Node
    from layoutkit.style.styled import Styled
    from layoutkit.tokens import Theme
    from tests.check.mutations import Change

ROOT = Path(__file__).parents[2]
PLACES = 1
"""How many places of each figure a change is tried at."""


class Outcome(NamedTuple):
    """What came of a figure."""

    harm: Counter[str]
    reported: Counter[str]


class Trial(NamedTuple):
    """A change at one place of one figure."""

    change: str
    figure: str
    nth: int
    worse: Counter[str]
    """What the picture has more of, by the yardstick that knows no rules."""
    reported: Counter[str]
    """Findings that the figure did not have before."""


@functools.cache
def studio() -> Studio:
    return Studio.open(load_theme(ROOT / "tokens.toml"))


def built(named: NamedFigure) -> Built:
    root = named.figure.build(studio().theme)
    styled = resolve(root, studio().theme, studio().typesetter, language=named.figure.language)
    boxes: dict[int, Styled] = {}
    rects: dict[int, Rect] = {}

    def visit(placed: PlacedBox[Styled], x: float, y: float) -> None:
        if placed.box.connector is not None:
            return
        rect = placed.rect.moved(x, y)
        boxes[id(placed.box.node)], rects[id(placed.box.node)] = placed.box, rect
        for child in placed.children:
            visit(child, rect.x, rect.y)

    visit(arrange(styled, float(studio().theme.page.width)).root, 0.0, 0.0)
    return Built(named.figure, studio().theme, root, boxes, rects)


def outcome(figure: Figure, root: Node, theme: Theme, made: Studio) -> Outcome:
    language = figure.language if len(figure.language) < 6 else "pt-BR"  # a false tag is for the rule, not the shaper
    placed = arrange(resolve(root, theme, made.typesetter, language=language), float(theme.page.width))
    display = paint(placed)
    found = examine(look_at(figure, theme, placed, display))
    return Outcome(harm(display, theme), Counter(fault.diagnostic.rule for fault in found))


@functools.cache
def figures() -> tuple[NamedFigure, ...]:
    found, failed = load_figures([ROOT / "figures"])
    assert failed == []
    return tuple(found)


@functools.cache
def untouched(name: str) -> Outcome:
    named = next(named for named in figures() if named.name == name)
    return outcome(named.figure, named.figure.build(studio().theme), studio().theme, studio())


def trials(changes: tuple[Change, ...]) -> Iterator[Trial]:
    for name, change in changes:
        for named in figures():
            for nth in range(PLACES):
                fresh = built(named)
                figure = change(fresh, nth)
                if figure is not None:
                    before, after = untouched(named.name), outcome(figure, fresh.root, studio().theme, studio())
                    worse, reported = after.harm - before.harm, after.reported - before.reported
                    if not name.startswith("a typed"):
                        del reported["literal"]  # the change types its numbers; that alone is no report
                    yield Trial(name, named.name, nth, worse, reported)


def shown(trial: Trial) -> str:
    return f"{trial.change}, place {trial.nth} of {trial.figure}: {dict(trial.worse)} {dict(trial.reported)}"


def test_what_makes_a_picture_worse_is_reported(record_property: Callable[[str, object], None]) -> None:
    harmful = [trial for trial in trials(BREAKAGES) if trial.worse or trial.change in DECLARED]
    missed = [trial for trial in harmful if not trial.reported]
    share = 1 - len(missed) / len(harmful)
    record_property("breakages", f"{len(harmful)} do harm, {share:.1%} of them are reported")
    assert len({trial.change for trial in harmful}) >= 20
    assert share >= 0.95, "\n".join(map(shown, missed))


def test_what_does_no_harm_is_left_in_peace() -> None:
    tried = list(trials(HARMLESS))
    false_alarms = [trial for trial in tried if trial.reported and not trial.worse]
    assert false_alarms == [], "\n".join(map(shown, false_alarms))
