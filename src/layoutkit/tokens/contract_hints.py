"""What would keep a broken contract: the value of one token that keeps every contract it takes part in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.color import parse_hex
from layoutkit.color.spaces import oklch, toned
from layoutkit.tokens.contracts import Colors, color_of, contracts_of, measured_colors, strokes

if TYPE_CHECKING:
    from layoutkit.color import Color
    from layoutkit.tokens.contracts import Contract, Measurement
    from layoutkit.tokens.theme import Theme

__all__ = ["hint"]

_STEPS = 200
"""Lightnesses tried for a hint."""


def hint(theme: Theme, found: Measurement) -> str:
    """A change of one token that keeps every contract it takes part in."""
    contract = found.contract
    if contract.unless:
        return "let a label, an outline or a dash tell them apart as well"
    if contract.contrast is None and contract.distance is None:
        least = found.least / found.value
        section, _, rest = found.one.partition(".")
        role, _, _ = rest.partition(".")
        size = theme.type.get(role).size if section == "type" else dict(strokes(theme))[found.one]  # type: ignore[union-attr]  # it was measured
        return f"set {found.one} to at least {_rounded_up(size * least)} px"
    for name in (found.one, found.other):
        color = _nearest(theme, name)
        if color is not None:
            return f'set {name} to "{color.hex}", the nearest lightness that keeps every contract of it'
    return f"no lightness of {found.one} or {found.other} alone keeps every contract of it; change both"


def _rounded_up(px: float) -> str:
    return f"{-(-px * 10 // 1) / 10:g}"


def _nearest(theme: Theme, token: str) -> Color | None:
    """The colour changed in OKLCH lightness as little as keeps all contracts that name it."""
    sections = theme.sections()
    color = color_of(sections, token)
    assert color is not None  # noqa: S101 - it was measured
    names = {name for name in (token, token.removeprefix("color.")) if color_of(sections, name) is not None}
    concerned = [c for c in contracts_of(theme) if names & {*c.of, *c.on}]
    was = oklch(color).lightness
    for lightness in sorted((step / _STEPS for step in range(_STEPS + 1)), key=lambda at: abs(at - was)):
        tried = parse_hex(toned(color, lightness).hex)
        colors = Colors(theme, dict.fromkeys(names, tried or color))
        if all(_kept(contract, colors, token) for contract in concerned):
            return tried
    return None


def _kept(contract: Contract, colors: Colors, token: str) -> bool:
    return all(found.kept for found in measured_colors(contract, colors) if token in (found.one, found.other))
