"""Any legal change of the tokens leaves a series that can be rendered; its harm is told by the rules for it."""

from __future__ import annotations

import tempfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from layoutkit.check.broken_contracts import broken_contracts
from layoutkit.color import contrast
from layoutkit.diagnostics import LayoutkitError
from layoutkit.loading import load_figures
from layoutkit.paint import paint
from layoutkit.policy import check
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_all
from layoutkit.tokens.axes import read_axes
from layoutkit.tokens.derive import with_derived
from layoutkit.tokens.faults import Faults
from layoutkit.tokens.leaves import read_leaves
from layoutkit.tokens.modes import Axes
from layoutkit.tokens.schema import PALETTE_READERS, ValueKind, layer
from tests.check.harm import harm
from tests.tokens.merged import SERIES, merged, overriding

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit.discover import NamedFigure
    from layoutkit.layout.arrange import Placed
    from layoutkit.tokens import Theme, Themes
    from layoutkit.tokens.leaves import Leaf

ROOT = Path(__file__).parents[2]
SOURCE = with_derived(merged(), Faults())
AXES = read_axes(SOURCE, Faults())
DEFECTS: dict[str, Callable[[Theme], bool]] = {
    "contract": lambda t: contrast(t.color.ink, t.color.page) < 4.5 or contrast(t.color.ink, t.color.surface) < 4.5,
}
"""What a change may break of the tokens alone, by the rule that must tell it; found here by other means."""
TOLD_BY = {
    "words on words": {"overlap", "overflow"},
    "words over an edge": {"overflow", "overlap", "off-page", "outside-corner"},
    "words out of sight": {"overflow", "off-page", "clipped", "overlap"},
    "faint words": {"contrast"},
    "small words": {"legibility"},
}
"""What keeps a reader from reading, and the rules of which one must tell it; the yardstick knows lesser harm too."""
ALTERED = (ValueKind.COLOR, ValueKind.LENGTH, ValueKind.NUMBER, ValueKind.WEIGHT, ValueKind.WORD, ValueKind.BOOLEAN)
"""The kinds of tokens that are changed."""


@cache
def leaves() -> dict[str, Leaf]:
    """The tokens that can be changed to another value."""
    found = read_leaves(SOURCE, Axes({}), Faults()).base
    return {
        name: leaf for name, leaf in found.items()
        if leaf.field.kind in ALTERED and leaf.section not in ("output", "contract")
    }  # fmt: skip


@cache
def figures() -> list[NamedFigure]:
    found, failed = load_figures([ROOT / "figures"])
    assert failed == []
    return found


@cache
def shipped() -> Themes:
    return load_all(SERIES)


def grave(placed: Placed, theme: Theme) -> Counter[str]:
    """How often each kind of grave harm is done."""
    return Counter({kind: count for kind, count in harm(paint(placed), theme).items() if kind in TOLD_BY})


@cache
def harmless(at: int, modes: tuple[str, ...]) -> Counter[str]:
    """What the yardstick counts in a figure as it is shipped."""
    theme = shipped().theme(dict(zip(AXES.values, modes, strict=True)))
    return grave(Renderer(theme).place(figures()[at]), theme)


# -- changes ------------------------------------------------------------------------------------


@st.composite
def changes(draw: st.DrawFn) -> dict[str, str]:
    """A few tokens with new values, as TOML."""
    names = draw(st.lists(st.sampled_from(sorted(leaves())), min_size=1, max_size=4, unique=True))
    return {name: draw(values(leaves()[name], names)) for name in names}


def values(leaf: Leaf, changed_too: list[str]) -> st.SearchStrategy[str]:
    """Any value that a token may have; lengths up to a page's width."""
    literal = literals(leaf)
    if leaf.field.kind in (ValueKind.WORD, ValueKind.BOOLEAN, ValueKind.WEIGHT):
        return literal
    others = [name for name in referable(leaf) if name not in changed_too]
    if not others:
        return literal
    factor = "" if leaf.field.kind is ValueKind.COLOR else " * 1.5"
    reference = st.tuples(st.sampled_from(others), st.sampled_from(["", factor])).map(
        lambda parts: f'"{{{parts[0]}}}{parts[1]}"'
    )
    if leaf.field.kind is ValueKind.COLOR:
        mixed = st.tuples(st.sampled_from(others), st.integers(0, 100)).map(
            lambda parts: f'"mix({{{parts[0]}}}, #808080, {parts[1]}%)"'
        )
        return st.one_of(literal, reference, mixed)
    return st.one_of(literal, literal, reference)


def literals(leaf: Leaf) -> st.SearchStrategy[str]:
    kind = leaf.field.kind
    if kind is ValueKind.COLOR:
        alpha = st.sampled_from(["", "", "", "C0", "40"])
        return st.tuples(st.integers(0, 0xFFFFFF), alpha).map(lambda parts: f'"#{parts[0]:06X}{parts[1]}"')
    if kind is ValueKind.WEIGHT:
        return st.integers(1, 1000).map(str)
    if kind is ValueKind.BOOLEAN:
        return st.sampled_from(["true", "false"])
    if kind is ValueKind.WORD:
        table = SOURCE.tables.get(leaf.field.section, {})
        assert isinstance(table, dict)
        return st.sampled_from(leaf.field.words or tuple(table)).map(lambda word: f'"{word}"')
    if kind is ValueKind.NUMBER:
        return st.integers(1, 300).map(str)
    least = max(leaf.field.least if leaf.field.least is not None else -100.0, -100.0)
    lowest = 1.0 if 0 < least < 1 else least
    return st.one_of(st.floats(lowest, 80), st.floats(lowest, 1000)).map(lambda px: f"{px:.2f}")


@cache
def by_kind(kind: ValueKind) -> list[Leaf]:
    """Tokens of a kind whose values are no references, so that whoever refers to them makes no ring."""
    return [leaf for leaf in leaves().values() if leaf.field.kind is kind and "{" not in str(leaf.raw)]


def referable(leaf: Leaf) -> list[str]:
    """The tokens that a token may refer to, whatever their values are."""
    return [
        other.name
        for other in by_kind(leaf.field.kind)
        if layer(other.section) <= layer(leaf.section)
        and (other.section != "palette" or leaf.section in PALETTE_READERS)
        and isinstance(other.raw, str | int | float)
        and (leaf.field.kind is ValueKind.COLOR or float(other.raw) > 0)
        and (leaf.field.kind is not ValueKind.NUMBER or other.section == leaf.section)
    ]


def changed(what: dict[str, str], *, contracts: bool = True) -> str:
    """The shipped tokens with other values; without contracts where they do not matter."""
    return overriding({tuple(name.split(".")): value for name, value in what.items()}, contracts=contracts)


def loaded(text: str) -> Themes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tokens.toml"
        path.write_text(text)
        return load_all(path)


def rules(text: str) -> set[str]:
    """What is told about a token file."""
    try:
        themes = loaded(text)
    except LayoutkitError as found:
        return {diagnostic.rule for diagnostic in found.diagnostics}
    return {found.rule for found in broken_contracts([*themes]).findings}


# -- the property -------------------------------------------------------------------------------

look = st.tuples(*(st.sampled_from(values) for values in AXES.values.values()))
DEFAULT = tuple(values[0] for values in AXES.values.values())
NARROW_DARK = tuple(values[-1] if axis in ("theme", "width") else values[0] for axis, values in AXES.values.items())


@settings(max_examples=40, deadline=None, derandomize=True)
@given(what=changes(), at=st.integers(0, 4), modes=look, target=st.sampled_from(["web", "print", "pdf", "svg", ""]))
@example(what={"color.ink": '"#EEEEEE"', "space.m": "0"}, at=0, modes=DEFAULT, target="svg")
@example(what={"card.padding": "200", "pill.role": '"number"'}, at=4, modes=NARROW_DARK, target="pdf")
@example(what={"type.body.font": '"mono"', "space.s": '"{space.xxl}"'}, at=2, modes=NARROW_DARK, target="web")
def test_a_legal_change_leaves_a_series_that_can_be_rendered(
    what: dict[str, str], at: int, modes: tuple[str, ...], target: str
) -> None:
    told = rules(changed(what))
    assert told <= {"contract"}
    themes = loaded(changed(what, contracts=False))
    theme = themes.theme(dict(zip(AXES.values, modes, strict=True)))
    assert {rule for rule, broken in DEFECTS.items() if broken(themes.default)} <= told
    renderer, named = Renderer(theme), figures()[at]
    try:
        placed = renderer.place(named)
    except LayoutkitError as found:  # it cannot be laid out, and says why
        assert all(fault.places for fault in found.diagnostics)  # noqa: PT017 - either of two outcomes
        return
    found_by_rules = {fault.diagnostic.rule for fault in check(renderer, named, placed)}
    worse = grave(placed, theme) - harmless(at, modes)
    silent = {kind: count for kind, count in worse.items() if not found_by_rules & TOLD_BY[kind]}
    assert not silent, f"{what} broke {silent} in {named.name} ({theme.selection}); told was {found_by_rules}"
    if target:
        written(renderer, named, placed, target)


def written(renderer: Renderer, named: NamedFigure, placed: Placed, target: str) -> None:
    """The file of an output is made, or its size is refused in words."""
    output = renderer.theme.output.get(target)
    assert output is not None
    try:
        data = renderer.picture(named, placed, output)
    except LayoutkitError as found:
        assert [fault.rule for fault in found.diagnostics] == ["too-large"]  # noqa: PT017 - either of two outcomes
        return
    starts = {"png": b"\x89PNG", "pdf": b"%PDF-", "svg": b"<"}
    assert data.startswith(starts[output.format])
