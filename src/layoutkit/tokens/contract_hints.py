"""What would keep a broken contract: the value of one token that keeps every contract it takes part in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.color import parse_hex
from layoutkit.color.spaces import oklch, toned
from layoutkit.tokens.contracts import Colors, color_of, contracts_of, measured_colors, strokes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.color import Color
    from layoutkit.tokens.contracts import Contract, Measurement
    from layoutkit.tokens.theme import Theme

__all__ = ["hint"]

_STEPS = 200
"""Lightnesses tried for a hint."""


def hint(theme: Theme, found: Measurement, family: Sequence[Theme] = (), *, first: str = "") -> str:
    """A change of one token that keeps every contract it takes part in, and the table of the mode where it belongs.

    Args:
        theme: the theme in which a contract is broken.
        found: what falls short.
        family: the themes of all modes, so that the change suits each that it reaches; empty for that one alone.
        first: the token to change rather than the other, where it is one of the two.
    """
    contract = found.contract
    if contract.unless:
        return "let a label, an outline or a dash tell them apart as well"
    if contract.contrast is None and contract.distance is None:
        least = found.least / found.value
        section, _, rest = found.one.partition(".")
        role, _, _ = rest.partition(".")
        size = theme.type.get(role).size if section == "type" else dict(strokes(theme))[found.one]  # type: ignore[union-attr]  # it was measured
        return f"{_table(_last(theme))}set {found.one} to at least {_rounded_up(size * least)} px"
    alone = " with these modes" if not family and theme.selection.values else ""
    for token in sorted(dict.fromkeys((found.one, found.other)), key=lambda token: token != first):
        for way in _ways(theme, token, family or (theme,)):
            color = _nearest(theme, token, way.reaches)
            if color is not None:
                value = f'{way.table}set {token} to "{color.hex}"'
                return f"{value}, the nearest lightness that keeps every contract of it{alone}"
        for values in _of_modes(theme, token, family):
            return f"set {token} to {values}: no one lightness keeps every contract of it in all modes"
    pair = (found.one, found.other)
    own = next((token for token in pair if _overrides(theme, token)), "")
    out = f", or take {own} out: it overrides what this file extends" if own else ""
    return f"no lightness of {found.one} or {found.other} alone keeps every contract of it{alone}; change both{out}"


def _overrides(theme: Theme, token: str) -> bool:
    """Whether the file itself says a token that it would inherit."""
    leaf = theme.evaluation.leaves.get(token)
    return leaf is not None and not theme.source.is_inherited(leaf.path) and bool(theme.source.overridden(leaf.path))


@dataclass(frozen=True, slots=True)
class _Way:
    """A place where a token can be set."""

    table: str
    """How a hint begins that names the place; empty outside of modes."""
    reaches: tuple[Theme, ...]
    """The themes that get the value."""


def _ways(theme: Theme, token: str, family: Sequence[Theme]) -> Iterator[_Way]:
    """Where a token has its value now; then in the table of the last mode that the theme has."""
    leaf = theme.evaluation.leaves.get(token)
    alike = tuple(one for one in family if one.evaluation.leaves.get(token) is leaf)
    mode = (leaf.path[1], leaf.path[2]) if leaf is not None and leaf.path[0] == "mode" else None
    yield _Way(_table(mode), alike or (theme,))
    last = _last(theme)
    if last is not None and last != mode:
        axis, value = last
        yield _Way(_table(last), tuple(one for one in alike if one.selection.values[axis] == value) or (theme,))


def _of_modes(theme: Theme, token: str, family: Sequence[Theme]) -> Iterator[str]:
    """For each axis that gives a token one value in each of its modes: the values, and the modes where they belong."""
    for axis, (first, *others) in theme.selection.axes.values.items():
        of_value = [
            (value, [one for one in family if one.selection.values[axis] == value]) for value in (first, *others)
        ]
        colors = [(value, _nearest(theme, token, reached)) for value, reached in of_value if reached]
        if len(colors) > 1 and all(color is not None for _, color in colors):
            yield ", ".join(
                f'"{color.hex}"' + ("" if value == first else f" in [mode.{axis}.{value}]")
                for value, color in colors
                if color is not None
            )


def _last(theme: Theme) -> tuple[str, str] | None:
    """The last mode that changes something; None for the tokens outside of modes."""
    changes = [*theme.selection.changes().items()]
    return changes[-1] if changes else None


def _table(mode: tuple[str, str] | None) -> str:
    return "" if mode is None else f"in [mode.{mode[0]}.{mode[1]}], "


def _rounded_up(px: float) -> str:
    return f"{-(-px * 10 // 1) / 10:g}"


def _nearest(theme: Theme, token: str, reached: Sequence[Theme]) -> Color | None:
    """The colour changed in OKLCH lightness as little as keeps all contracts that name it, in all themes reached."""
    color = color_of(theme.tables, token)
    assert color is not None  # noqa: S101 - it was measured
    names = (token, token.removeprefix("color."))
    concerned = [(one, [c for c in contracts_of(one) if not c.unless and {*names} & {*c.of, *c.on}]) for one in reached]
    was = oklch(color).lightness
    for lightness in sorted((step / _STEPS for step in range(_STEPS + 1)), key=lambda at: abs(at - was)):
        tried = parse_hex(toned(color, lightness).hex)
        if tried is not None and all(_kept(one, contracts, names, tried) for one, contracts in concerned):
            return tried
    return None


def _kept(theme: Theme, contracts: Sequence[Contract], names: tuple[str, str], tried: Color) -> bool:
    colors = Colors(theme, dict.fromkeys(names, tried))
    every = (found for contract in contracts for found in measured_colors(contract, colors))
    return all(found.kept for found in every if names[0] in (found.one, found.other))
