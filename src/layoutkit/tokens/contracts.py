"""Contracts: what the tokens promise their readers, measured on every load.

A contract is a table under ``[contract]``, and one of three demands::

    text = { of = ["ink", "ink_soft"], on = ["page", "surface"], contrast = 4.5 }
    categories = { of = ["instruction", "response"], distance = 8, vision = ["normal", "protanopia"] }
    print = { font_size = "7pt", stroke_width = "0.25pt" }

``contrast`` is the WCAG 2.2 ratio of each colour ``of`` on each colour ``on``. ``distance`` is the CIEDE2000 difference
of each pair in ``of`` (or of each colour ``of`` to each colour ``on``) as each ``vision`` sees it. ``type`` and
``stroke`` are the smallest type and the thinnest stroke on paper, at the width of every output that has one. Colours
are named as in ``[color]``, or in full: ``badge.background``. What shows through is composed over its ground, or over
the page.

``level = "warning"`` lets figures be published all the same. ``unless = "labelled"`` asks for a distance only where
nothing but colour tells two things apart: no word, no dash, no outline, no shape, no place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from layoutkit.color import Color, contrast_ratio, luminance, over
from layoutkit.color.difference import difference
from layoutkit.color.vision import seen
from layoutkit.diagnostics import Diagnostic, did_you_mean
from layoutkit.near_names import NearNames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from layoutkit.color.vision import Vision
    from layoutkit.origin import Location
    from layoutkit.tokens.section import AnySection
    from layoutkit.tokens.theme import Theme

__all__ = [
    "DEMANDS",
    "Colors",
    "Contract",
    "Measurement",
    "broken",
    "color_of",
    "contracts_of",
    "ill_formed",
    "measure",
    "measured_colors",
    "strokes",
    "unknown_colors",
]

DEMANDS = ("contrast", "distance", "font_size", "stroke_width")
"""The keys of a contract that ask for something."""
_COLORS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "contrast": (("of", "on"), ()),
    "distance": (("of",), ("on", "vision", "unless")),
    "font_size": ((), ()),
    "stroke_width": ((), ()),
}
"""The further keys of each demand: those it needs, and those it may have."""
_PT_PER_PX = 72 / 96


@dataclass(frozen=True, slots=True)
class Contract:
    """One demand on the tokens, as read."""

    name: str
    where: Callable[..., Location] = field(compare=False, repr=False)
    """Looks up where tokens.toml has the value of a key, or an item of it: ``where("of", 0)``."""
    of: tuple[str, ...] = ()
    """Names of colours: ``ink`` or ``badge.color``."""
    on: tuple[str, ...] = ()
    """Names of colours they are seen on, or told from."""
    contrast: float | None = None
    """Least WCAG 2.2 contrast ratio, from 1 to 21."""
    distance: float | None = None
    """Least CIEDE2000 difference."""
    vision: tuple[Vision, ...] = ("normal",)
    """The kinds of colour vision that ``distance`` holds for."""
    font_size: float | None = None
    """Least font size on paper, in px of 1/96 inch."""
    stroke_width: float | None = None
    """Least stroke width on paper, in px of 1/96 inch; strokes of no width are left out."""
    level: str = "error"
    """``warning`` where a figure may be published though it breaks the contract."""
    unless: str = ""
    """``labelled`` where two colours have to differ only if nothing else tells apart what is painted with them."""
    colors: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The full names of all its colours."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "colors", tuple(color_name(name) for name in (*self.of, *self.on)))

    def place_of(self, name: str) -> Location:
        """Where tokens.toml names a colour."""
        return self.where("of", self.of.index(name)) if name in self.of else self.where("on", self.on.index(name))


@dataclass(frozen=True, slots=True)
class Measurement:
    """One value that a contract demands something of."""

    contract: Contract
    one: str
    """Full name of a token."""
    other: str
    """Full name of the token it is compared with, or of the output it is measured in."""
    value: float
    """A ratio, a difference, or a length in pt."""
    least: float
    """What the contract asks for, in the same unit."""
    vision: Vision = "normal"

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What is the same in other modes: the contract, what it measures, and as whom."""
        return self.contract.name, self.one, self.other, self.vision

    @property
    def place(self) -> Location:
        """Where tokens.toml makes the demand."""
        if self.contract.contrast is not None:
            return self.contract.where("contrast")
        if self.contract.distance is not None:
            return self.contract.where("distance")
        return self.contract.where("font_size" if self.one.startswith("type.") else "stroke_width")

    @property
    def kept(self) -> bool:
        """Whether the contract is kept."""
        return self.value >= self.least

    @property
    def sentence(self) -> str:
        """What was measured and what was asked for."""
        value, least = _told_apart(self.value, self.least)
        if self.contract.contrast is not None:
            return f"{self.one} on {self.other} has a contrast of {value}:1; {self._asks} {least}:1"
        if self.contract.distance is not None:
            seen = "" if self.vision == "normal" else f" in {self.vision}"
            return f"{self.one} and {self.other} differ by {value}{seen}; {self._asks} {least}"
        return f"{self.one} is {value} pt in {self.other}; {self._asks} {least} pt"

    @property
    def _asks(self) -> str:
        return f"contract.{self.contract.name} asks for at least"


def ill_formed(fields: Mapping[str, object]) -> str:
    """What is wrong with the keys of a contract, to be said after its name; empty where nothing is."""
    demands = [key for key in DEMANDS if key in fields]
    if not demands:
        return f"asks for nothing; give it one of {', '.join(DEMANDS)}"
    if len(demands) > 1 and demands != ["font_size", "stroke_width"]:
        return f"asks for both {demands[0]} and {demands[1]}; make it two contracts"
    needed, optional = _COLORS[demands[0]]
    missing = [key for key in needed if not fields.get(key)]
    if missing:
        return f"asks for {demands[0]} and lacks {missing[0]!r} (a list of colours)"
    if demands[0] == "distance" and not fields.get("on") and len(set(_listed(fields["of"]))) == 1:
        return "asks for distance and names one colour; name another in 'of', or those to tell it from in 'on'"
    idle = [key for key in ("of", "on", "vision", "unless") if key in fields and key not in (*needed, *optional)]
    return f"asks for {demands[0]}, which takes no {idle[0]!r}" if idle else ""


def _listed(names: object) -> tuple[object, ...]:
    return names if isinstance(names, tuple) else ()


def color_name(name: str) -> str:
    """The full name of a colour: ``ink`` is ``color.ink``."""
    return name if "." in name else f"color.{name}"


def color_of(sections: Mapping[str, AnySection[Any]], name: str) -> Color | None:
    """The colour that a contract names, from the sections of a theme; None where there is no such colour."""
    section, _, key = color_name(name).partition(".")
    found = sections.get(section)
    value = found.get(key) if found is not None else None
    return value if isinstance(value, Color) else None


def broken(theme: Theme) -> list[Measurement]:
    """What falls short of the contracts of a theme, in the order of the file; all names in them are known.

    Measuring them reads no token for the figure that is checked.
    """
    return list(_measured(theme.unwatched or theme, short=True))


def unknown_colors(theme: Theme, stale: AbstractSet[str] | None = None) -> list[Diagnostic]:
    """The names in contracts that are no colours; of those that have ``stale`` tokens, where these are given."""
    contracts = contracts_of(theme)
    if stale is not None:
        rewritten = {name.split(".")[1] for name in stale if name.startswith("contract.")}
        contracts = tuple(contract for contract in contracts if contract.name in rewritten)
    return list(_unknown(theme, contracts))


def measure(theme: Theme) -> Iterator[Measurement]:
    """Everything that contracts demand something of, in the order of the file; all names in them are known."""
    return _measured(theme)


def _measured(theme: Theme, *, short: bool = False) -> Iterator[Measurement]:
    colors = Colors(partial(color_of, theme.sections()))
    for contract in contracts_of(theme):
        yield from measured_colors(contract, colors, short=short)
        yield from _lengths_measured(contract, theme, short=short)


def contracts_of(theme: Theme) -> tuple[Contract, ...]:
    """The contracts of a theme, in the order of the file."""
    return tuple(contract for _, contract in theme.contract.items())


class Colors:
    """Colours as they are seen on the page, by the names that contracts have for them."""

    def __init__(self, find: Callable[[str], Color | None]) -> None:
        self.find = find
        page = find("page.background") or Color(1, 1, 1)
        self.page = page if page.opaque else over(page, Color(1, 1, 1))
        self.known = {"page.background": self.page}
        self._luminances: dict[str, float] = {}

    def seen(self, name: str, ground: str | None = None) -> Color:
        """A colour as it is seen over another, or over the page."""
        found = self.known.get(name)
        if found is None:
            found = self.known[name] = self.find(name) or self.page
        if found.opaque:
            return found
        return over(found, self.page if ground is None else self.seen(ground))

    def luminance(self, name: str, ground: str | None = None) -> float:
        """The luminance of that."""
        light = self._luminances.get(name)
        if light is None:
            light = luminance(self.seen(name, ground))
            if self.known[name].opaque:  # else it is another one on each ground
                self._luminances[name] = light
        return light


def measured_colors(contract: Contract, colors: Colors, *, short: bool = False) -> Iterator[Measurement]:
    """The contrasts and distances of a contract; where only what falls ``short`` is asked for, the rest is not made."""
    if contract.contrast is not None:
        least = contract.contrast
        grounds = [(other, colors.luminance(other)) for other in contract.on]
        for one in contract.of:
            is_opaque = colors.seen(one) is colors.known[one]
            light = colors.luminance(one)
            for other, ground in grounds:
                ratio = contrast_ratio(light if is_opaque else colors.luminance(one, other), ground)
                if not short or ratio < least:
                    yield Measurement(contract, color_name(one), color_name(other), ratio, least)
    if contract.distance is not None:
        pairs = product(contract.of, contract.on) if contract.on else combinations(contract.of, 2)
        for (one, other), vision in product(pairs, contract.vision):
            value = difference(seen(colors.seen(one), vision), seen(colors.seen(other), vision))
            if not short or value < contract.distance:
                yield Measurement(contract, color_name(one), color_name(other), value, contract.distance, vision)


def _lengths_measured(contract: Contract, theme: Theme, *, short: bool) -> Iterator[Measurement]:
    if contract.font_size is None and contract.stroke_width is None:
        return
    for output in theme.written():
        if output.width is None:
            continue
        name = output.name
        scale = float(output.width) / float(theme.page.width) * _PT_PER_PX
        if contract.font_size is not None:
            least = float(contract.font_size) * _PT_PER_PX
            for role, style in theme.type.items():
                size = float(style.size) * scale
                if not short or size < least:
                    yield Measurement(contract, f"type.{role}.size", f"output.{name}", size, least)
        if contract.stroke_width is not None:
            least = float(contract.stroke_width) * _PT_PER_PX
            for token, width in strokes(theme):
                if not short or width * scale < least:
                    yield Measurement(contract, token, f"output.{name}", width * scale, least)


def strokes(theme: Theme) -> Iterator[tuple[str, float]]:
    """The widths of all lines that are drawn."""
    for name, width in theme.stroke.items():
        if width > 0:
            yield f"stroke.{name}", float(width)
    for name, component in theme.components.items():
        for key in ("border_width", "stroke_width"):
            line = component.get(key)
            if line:
                yield f"{name}.{key}", float(line)


# -- messages -----------------------------------------------------------------------------------


def _unknown(theme: Theme, contracts: Iterable[Contract]) -> Iterator[Diagnostic]:
    sections = theme.sections()
    known = NearNames(  # looked for only where a name is unknown
        name if section == "color" else f"{section}.{name}"
        for section, tokens in sections.items()
        for name, value in tokens.items()
        if isinstance(value, Color)
    )
    for contract in contracts:
        for name in dict.fromkeys((*contract.of, *contract.on)):
            if color_of(sections, name) is None:
                message = f"contract.{contract.name} names {name!r}, which is not a colour"
                yield Diagnostic("unknown-token", message, (contract.place_of(name),), did_you_mean(name, known))


def _told_apart(value: float, least: float) -> tuple[str, str]:
    """Both numbers with as many digits as they need to be told apart, the smaller one rounded down."""
    for digits in (1, 2, 3):
        shown, wanted = f"{value:.{digits}f}", f"{least:g}"
        if float(shown) < least or value >= least:
            return shown, wanted
    return f"{value:.6f}", f"{least:g}"
