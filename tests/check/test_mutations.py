"""Figures are broken by program: what makes the picture worse is reported, and what does not is left in peace."""

from __future__ import annotations

import functools
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from layoutkit.check.context import look_at
from layoutkit.check.examine import examine
from layoutkit.layout.arrange import arrange
from layoutkit.loading import load_figures
from layoutkit.paint import paint
from layoutkit.renderer import Renderer
from layoutkit.style.resolve import resolve
from layoutkit.tokens import load_theme
from tests.check.figures import theme_with
from tests.check.harm import harm
from tests.check.mutations import BREAKAGES, DECLARED, HARMLESS, HARMLESS_TOKENS, TOKEN_BREAKAGES, Built

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.discover import NamedFigure
    from layoutkit.geometry import Rect
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.nodes import Figure, Node
    from layoutkit.style.styled import Styled
    from layoutkit.tokens import Theme
    from tests.check.mutations import Change, TokenChange

ROOT = Path(__file__).parents[2]
PLACES = 2
"""How many places of each figure a change is tried at."""
PER_FIGURE = 15
"""How many kinds of changes do harm in each figure, at least: none has all kinds of nodes."""
QUICK = ("04",)
"""Numbers of the figures that the quick tests break, at one place; the slow ones break all."""


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
def renderer() -> Renderer:
    return Renderer(load_theme(ROOT / "tokens.toml"))


def built(named: NamedFigure) -> Built:
    root = named.figure.build(renderer().theme)
    styled = resolve(root, renderer().theme, renderer().typesetter, language=renderer().theme.series.language)
    boxes: dict[int, Styled] = {}
    rects: dict[int, Rect] = {}

    def visit(placed: PlacedBox[Styled], x: float, y: float) -> None:
        if placed.box.connector is not None:
            return
        rect = placed.rect.moved(x, y)
        boxes[id(placed.box.origin)], rects[id(placed.box.origin)] = placed.box, rect
        for child in placed.children:
            visit(child, rect.x, rect.y)

    visit(arrange(styled, float(renderer().theme.page.width)).root, 0.0, 0.0)
    return Built(named.figure, renderer().theme, root, boxes, rects)


def outcome(figure: Figure, root: Node, theme: Theme, made: Renderer) -> Outcome:
    spoken = figure.language or theme.series.language
    language = spoken if len(spoken) < 6 else "pt-BR"  # a false tag is for the rule, not the shaper
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
    return outcome(named.figure, named.figure.build(renderer().theme), renderer().theme, renderer())


@functools.cache
def quick_figures() -> tuple[NamedFigure, ...]:
    return tuple(named for named in figures() if named.name[:2] in QUICK)


def trials(changes: tuple[Change, ...], broken: Sequence[NamedFigure], places: int = PLACES) -> Iterator[Trial]:
    for name, change in changes:
        for named in broken:
            for nth in range(places):
                fresh = built(named)
                figure = change(fresh, nth)
                if figure is not None:
                    after = outcome(figure, fresh.root, renderer().theme, renderer())
                    yield trial(name, named, nth, after)


def token_trials(changes: tuple[TokenChange, ...], folder: Path, broken: Sequence[NamedFigure]) -> Iterator[Trial]:
    """The same with other tokens; contracts are left out, which would refuse some of these files."""
    for name, values in changes:
        made = theme_with(folder, tuple(values.items()))
        for named in broken:
            root = named.figure.build(made.theme)
            yield trial(name, named, 0, outcome(named.figure, root, made.theme, made))


def trial(name: str, named: NamedFigure, nth: int, after: Outcome) -> Trial:
    before = untouched(named.name)
    worse, reported = after.harm - before.harm, after.reported - before.reported
    if not name.startswith("a typed"):
        del reported["literal"]  # the change types its numbers; that alone is no report
    return Trial(name, named.name, nth, worse, reported)


def shown(trial: Trial) -> str:
    return f"{trial.change}, place {trial.nth} of {trial.figure}: {dict(trial.worse)} {dict(trial.reported)}"


def assert_reported(tried: Sequence[Trial], least: int) -> None:
    """At least 95 % of what does harm is reported; what does none by the yardstick is told, not counted."""
    harmful = [trial for trial in tried if trial.worse or trial.change in DECLARED]
    missed = [trial for trial in harmful if not trial.reported]
    idle = [trial for trial in tried if trial not in harmful and trial.reported]
    share = 1 - len(missed) / len(harmful)
    kinds = len({trial.change for trial in tried})
    print(  # noqa: T201 - pytest -s and -rP show it
        f"{len(tried)} breakages of {kinds} kinds: {len(harmful)} do harm, {share:.1%} of them are reported; "
        f"of {len(tried) - len(harmful)} that do none {len(idle)} are",
        *map(shown, missed),
        sep="\n",
    )
    assert len({trial.change for trial in harmful}) >= least
    for name in {trial.figure for trial in tried}:
        assert len({trial.change for trial in harmful if trial.figure == name}) >= min(least, PER_FIGURE), name
    assert share >= 0.95, "\n".join(map(shown, missed))


def assert_left_in_peace(tried: Sequence[Trial]) -> None:
    """None is reported; a change that happens to do harm in one figure is not harmless there."""
    harmful = [trial for trial in tried if trial.worse]
    false_alarms = [trial for trial in tried if trial.reported and not trial.worse]
    print(  # noqa: T201 - likewise
        f"{len(tried)} changes that are harmless in most places: {len(false_alarms)} false alarms; these do harm:",
        *map(shown, harmful),
        sep="\n",
    )
    assert len(harmful) <= 0.03 * len(tried)
    assert false_alarms == [], "\n".join(map(shown, false_alarms))


def test_what_makes_one_figure_worse_is_reported() -> None:
    assert_reported(list(trials(BREAKAGES, quick_figures(), 1)), 15)


def test_what_does_one_figure_no_harm_is_left_in_peace() -> None:
    assert_left_in_peace(list(trials(HARMLESS, quick_figures(), 1)))


@pytest.mark.slow
def test_what_makes_a_picture_worse_is_reported() -> None:
    assert_reported(list(trials(BREAKAGES, figures())), 20)


def test_tokens_that_make_one_figure_worse_are_reported(tmp_path: Path) -> None:
    assert_reported(list(token_trials(TOKEN_BREAKAGES, tmp_path, quick_figures())), 10)


@pytest.mark.slow
def test_tokens_that_make_pictures_worse_are_reported(tmp_path: Path) -> None:
    assert_reported(list(token_trials(TOKEN_BREAKAGES, tmp_path, figures())), 12)


@pytest.mark.slow
def test_what_does_no_harm_is_left_in_peace() -> None:
    assert_left_in_peace(list(trials(HARMLESS, figures())))


def test_tokens_that_do_no_harm_are_left_in_peace(tmp_path: Path) -> None:
    assert_left_in_peace(list(token_trials(HARMLESS_TOKENS, tmp_path, figures())))
