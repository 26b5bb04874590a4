"""Any legal change of the tokens leaves a series that can be laid out; what it breaks is told as a diagnostic."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from layoutkit.build import Studio, load_figures
from layoutkit.color import contrast
from layoutkit.diagnostics import LayoutkitError
from layoutkit.paint import paint
from layoutkit.tokens import load_theme
from layoutkit.tokens.faults import Faults
from layoutkit.tokens.leaves import read_leaves
from layoutkit.tokens.modes import Axes
from layoutkit.tokens.schema import Kind
from layoutkit.tokens.source import read_source
from tests.check.harm import harm

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit.discover import NamedFigure
    from layoutkit.tokens import Theme
    from layoutkit.tokens.leaves import Leaf

ROOT = Path(__file__).parents[2]
SOURCE = read_source(ROOT / "tokens.toml")
CONTRACTS = re.compile(r"^\[(?:mode\.\w+\.\w+\.)?contract\]\n(?:(?!\[).*\n)*", re.MULTILINE)
DEFECTS: dict[str, Callable[[Theme], bool]] = {
    "contract": lambda t: contrast(t.color.ink, t.color.page) < 4.5 or contrast(t.color.ink, t.color.surface) < 4.5,
}
"""What a change may break, by the rule that must tell it; found here by other means than those of the rule."""


GRAVE = frozenset(("words on words", "words over an edge", "words out of sight", "faint words", "small words"))
"""What keeps a reader from reading; the yardstick knows lesser harm as well."""


@cache
def leaves() -> dict[str, Leaf]:
    """The tokens that can be changed to another value: colours, lengths and weights."""
    found = read_leaves(SOURCE, Axes({}), Faults()).base
    kinds = (Kind.COLOR, Kind.LENGTH, Kind.WEIGHT)
    return {
        name: leaf for name, leaf in found.items()
        if leaf.field.kind in kinds and leaf.section not in ("output", "contract")
    }  # fmt: skip


@cache
def figures() -> list[NamedFigure]:
    found, failed = load_figures([ROOT / "figures"])
    assert failed == []
    return found


def grave(counts: Counter[str]) -> Counter[str]:
    return Counter({kind: count for kind, count in counts.items() if kind in GRAVE})


@cache
def harmless(at: int) -> Counter[str]:
    """What the yardstick counts in a figure as it is shipped."""
    theme = load_theme(ROOT / "tokens.toml")
    return grave(harm(paint(Studio.open(theme).place(figures()[at])), theme))


@st.composite
def changes(draw: st.DrawFn) -> dict[str, str]:
    """A few tokens with new values, as TOML."""
    names = draw(st.lists(st.sampled_from(sorted(leaves())), min_size=1, max_size=4, unique=True))
    return {name: draw(values(leaves()[name])) for name in names}


def values(leaf: Leaf) -> st.SearchStrategy[str]:
    """Any value that a token may have; lengths up to a page's width."""
    if leaf.field.kind is Kind.COLOR:
        return st.integers(0, 0xFFFFFF).map(lambda number: f'"#{number:06X}"')
    if leaf.field.kind is Kind.WEIGHT:
        return st.integers(1, 1000).map(str)
    least = max(leaf.field.least if leaf.field.least is not None else -100.0, -100.0)
    lowest = 1.0 if 0 < least < 1 else least
    return st.one_of(st.floats(lowest, 80), st.floats(lowest, 1000)).map(lambda px: f"{px:.2f}")


def changed(what: dict[str, str]) -> str:
    """The shipped token file with other values, its fonts still found."""
    lines = SOURCE.text.split("\n")
    places = {name: SOURCE.value_place(leaves()[name].path) for name in what}
    for name in sorted(what, key=lambda name: -places[name].column):  # from the right, so that columns stay right
        at = places[name]
        line = lines[at.line - 1]
        lines[at.line - 1] = line[: at.column - 1] + what[name] + line[at.end_column - 1 :]
    return "\n".join(lines).replace('"fonts/', f'"{ROOT}/fonts/')


def rules(text: str) -> set[str]:
    """What is told about a token file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tokens.toml"
        path.write_text(text)
        try:
            load_theme(path)
        except LayoutkitError as found:
            return {diagnostic.rule for diagnostic in found.diagnostics}
    return set()


def theme_of(text: str) -> Theme:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tokens.toml"
        path.write_text(text)
        return load_theme(path)


@settings(max_examples=16, deadline=None, derandomize=True)
@given(what=changes(), at=st.integers(0, 4))
@example(what={"color.ink": '"#EEEEEE"', "space.m": "0"}, at=0)
def test_a_legal_change_leaves_a_series_that_can_be_laid_out(what: dict[str, str], at: int) -> None:
    text = changed(what)
    told = rules(text)
    assert told <= {"contract"}
    theme = theme_of(CONTRACTS.sub("", text))
    studio, named = Studio.open(theme), figures()[at]
    worse: Counter[str] = Counter()
    try:
        placed = studio.place(named)
        told |= {fault.diagnostic.rule for fault in studio.check(named, placed)}
        worse = grave(harm(paint(placed), theme)) - harmless(at)
    except LayoutkitError as found:  # it cannot be laid out, and says why
        told |= {diagnostic.rule for diagnostic in found.diagnostics}
    assert "internal" not in told
    assert {rule for rule, broken in DEFECTS.items() if broken(theme)} <= told
    assert told or not worse, f"{what} broke {dict(worse)} in {named.name}, and nothing was told"
