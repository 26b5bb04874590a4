"""The tokens of one theme as a figure: swatches with their contrasts, type, lengths and shadows.

The sheet shows any token file, however large its lengths and long its names: its own measures and type roles are fixed,
and what is larger than there is room for is drawn smaller, beside its true measure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from layoutkit.color import Color, contrast, over
from layoutkit.color.vision import seen
from layoutkit.languages import language_for
from layoutkit.nodes import Column, Grid, Node, Row, Span, Stack, Text
from layoutkit.text.fonts import Face
from layoutkit.tokens.contracts import color_of, measure
from layoutkit.tokens.listing import shown
from layoutkit.tokens.section import AnySection
from layoutkit.tokens.values import TypeTokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.tokens import FontTokens, Length, ShadowTokens, Theme
    from layoutkit.tokens.contracts import Measurement

__all__ = ["token_sheet", "with_sheet_roles"]

_WHITE = Color(1, 1, 1)
_FOR_TEXT = 4.5
"""The least contrast that texts are drawn with; what is asked less of is a shape."""
_SIGNS = 8
"""Signs shown of a family without letters."""
_WIDTH, _PADDING = 1000.0, 40.0
_NEAR, _FAR, _APART = 4.0, 16.0, 48.0
_HAIR, _ROUND = 1.0, 8.0
"""Measures of the sheet itself, in px."""
_TITLE, _HEADING, _SMALL = "sheet-title", "sheet-heading", "sheet-small"
"""Its type roles, which have names that no token file may give."""
_SIZES = {_TITLE: (28.0, 36.0), _HEADING: (18.0, 24.0), _SMALL: (14.0, 20.0)}
"""Size and line of each, in px."""
_LARGEST_TYPE, _LARGEST_SPACE, _LARGEST_STROKE, _LARGEST_BLUR = 96.0, 200.0, 48.0, 40.0
"""Up to here, in px, tokens are drawn at their size."""
_LONGEST = 12
"""Letters of a name that stay together."""


def token_sheet(theme: Theme, palette: Mapping[str, Color]) -> Node:
    """Everything that a theme looks like, on its own page.

    Args:
        theme: one combination of modes, rendered as ``with_sheet_roles`` gives it.
        palette: the raw colours by name, which themes do not have.
    """
    sheet = _Sheet(theme)
    return Column(
        sheet.head(palette),
        sheet.palette(palette),
        sheet.meanings(),
        *sheet.contrasts(),
        *sheet.distances(),
        sheet.type(),
        sheet.lengths(),
        gap=_APART,
    )


def with_sheet_roles(theme: Theme) -> Theme:
    """The theme with the page and the type roles of the sheet, and with nothing too large to be drawn."""
    page = {key: value for key, value in theme.page.items() if key in ("background", "color")}
    page |= {"width": _WIDTH, "padding": _PADDING, "color": _ink(theme)}
    family = next((one for _, one in theme.font.items() if "a" in _characters(one)), next(iter(theme.font.items()))[1])
    regular, bold = (min(family.files, key=lambda file: abs(file.weight - wanted)).weight for wanted in (400, 700))
    own = {
        name: TypeTokens(
            name, family.name, regular if name == _SMALL else bold, italic=False, size=size, line_height=line,
            letter_spacing=0.0, text_transform="none", features=(), color=None, wrap="wrap",
        )
        for name, (size, line) in _SIZES.items()
    }  # fmt: skip
    roles = {name: _drawn_type(role) for name, role in theme.type.items()}
    shadows = {name: _drawn_shadow(shadow) for name, shadow in theme.shadow.items()}
    changed: dict[str, AnySection[Any]] = {
        "page": AnySection("page", page | {"role": _SMALL}),
        "type": AnySection("type", roles | own),
        "shadow": AnySection("shadow", shadows),
    }
    return replace(theme, tables={**theme.tables, **changed}, components={**theme.components, "page": changed["page"]})


def _drawn_type(role: TypeTokens) -> TypeTokens:
    """A role as it is drawn: at most so large, and with lines and letters not far apart."""
    share = min(1.0, _LARGEST_TYPE / role.size)
    size = role.size * share
    spacing = max(-size / 2, min(role.letter_spacing * share, size))
    return replace(role, size=size, line_height=min(role.line_height * share, 2 * size), letter_spacing=spacing)


def _drawn_shadow(shadow: ShadowTokens) -> ShadowTokens:
    x, y = (max(-_LARGEST_BLUR, min(offset, _LARGEST_BLUR)) for offset in (shadow.offset_x, shadow.offset_y))
    spread, blur = (min(length, 2 * _LARGEST_BLUR) for length in (shadow.spread, shadow.blur))
    below = tuple(map(_drawn_shadow, shadow.below))
    return replace(shadow, offset_x=x, offset_y=y, blur=blur, spread=spread, below=below)


def _ground(theme: Theme) -> Color:
    """The colour of the page, on white paper."""
    page = theme.page.get("background") or _WHITE
    return page if page.opaque else over(page, _WHITE)


def _ink(theme: Theme) -> Color:
    """The colour of the page's texts, if they can be read; black or white otherwise."""
    ground = _ground(theme)
    ink: Color | None = theme.page.get("color")
    if ink is not None and ink.opaque and contrast(ink, ground) >= _FOR_TEXT:
        return ink
    return max((Color(0, 0, 0), _WHITE), key=lambda color: contrast(color, ground))


@cache
def _characters(family: FontTokens) -> str:
    """The characters that can be drawn with the first file of a family, controls and spaces left out.

    Raises:
        LayoutkitError: ``font-file``, where it cannot be read.
    """
    file = family.files[0]
    face = Face(file.path, file.place, file.weight)
    printable = (character for code in sorted(face.hb_font.face.unicodes) if (character := chr(code)).isprintable())
    return "".join(filter(face.shows, printable)).strip()


def _breakable(name: str) -> str:
    """A name that may break after each of its words, and inside long ones."""
    words = re.findall(rf"[^_.]{{1,{_LONGEST}}}[_.]*|[_.]+", name)
    return "\u200b".join(words)


class _Sheet:
    """The parts of a sheet."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.ground, self.ink = _ground(theme), _ink(theme)
        self.outline = self.ink.faded(0.2)

    def sample(self, role: TypeTokens) -> str:
        """Words where a role's family has letters, else some of the signs that it has."""
        family = self.theme.font.get(role.font)
        signs = _characters(family) if family else ""
        return (
            language_for(self.theme.series.language).sample if not signs or "a" in signs else " ".join(signs[:_SIGNS])
        )

    # -- pieces ---------------------------------------------------------------------------------

    def part(self, title: str, *content: Node) -> Node:
        """A heading and what belongs to it."""
        return Column(Text(Span(_breakable(title)), role=_HEADING), *content, gap=_FAR)

    def note(self, *lines: str) -> Node:
        """Small print, line by line."""
        return Column(*(Text(Span(line), role=_SMALL) for line in lines))

    def swatch(self, color: Color, height: float) -> Node:
        """A patch of colour on the page; its outline shows even where the colour is that of the page."""
        return Row(background=color, border=self.outline, border_width=_HAIR, radius=_ROUND, height=height)

    # -- parts ----------------------------------------------------------------------------------

    def head(self, palette: Mapping[str, Color]) -> Node:
        """The name of the file, the modes, and how much there is."""
        modes = [f"{axis} {value}" for axis, value in self.theme.selection.values.items()]
        colors, roles = len(list(self.theme.color)), len(list(self.theme.type))
        counts = f"{len(palette)} raw colours, {colors} meanings, {roles} type roles"
        return Column(
            Text(Span(_breakable(self.theme.path.name)), role=_TITLE),
            self.note(" · ".join(modes) if modes else "no modes", counts),
            gap=_NEAR,
        )

    def palette(self, palette: Mapping[str, Color]) -> Node:
        """The raw colours."""
        tiles = (
            Column(self.swatch(color, _APART), self.note(_breakable(name), shown(color)), gap=_NEAR)
            for name, color in palette.items()
        )
        return self.part("Palette", Grid(*tiles, columns=8, row_gap=_FAR, column_gap=_NEAR * 2))

    def meanings(self) -> Node:
        """What colours mean, each with its contrast to the page."""
        return self.part(
            "Meanings, with their contrast on the page",
            Grid(*(self.meaning(*item) for item in self.theme.color.items()), columns=4, gap=_FAR),
        )

    def meaning(self, name: str, color: Color) -> Node:
        """One colour with a meaning."""
        ratio = f"{contrast(over(color, self.ground), self.ground):.1f}:1"
        return Row(
            Stack(self.swatch(color, _APART), width=_APART, shrink=0),
            self.note(_breakable(name), f"{shown(color)}  {ratio}"),
            gap=_NEAR * 2,
            align="center",
        )

    def contrasts(self) -> list[Node]:
        """The contrasts that contracts ask for, each pair as it looks."""
        asked: dict[tuple[str, str], Measurement] = {}
        for found in measure(self.theme):
            if found.contract.contrast is not None:
                asked.setdefault((found.one, found.other), found)  # what several contracts ask of is shown once
        groups = [(name, list(its)) for name, its in groupby(asked.values(), key=lambda found: found.contract.name)]
        return [
            self.part(f"Contrast: {name.replace('_', ' ')}, at least {its[0].least:g}:1",
                      Grid(*map(self.pair, its), columns=5, row_gap=_FAR, column_gap=_NEAR * 2))
            for name, its in groups
        ]  # fmt: skip

    def pair(self, found: Measurement) -> Node:
        """A foreground on its ground, with the ratio."""
        fore, ground = self.colors(found)
        one, other = self.names(found)
        ratio, is_text = f"{found.value:.1f}", found.least >= _FOR_TEXT
        side = _SIZES[_HEADING][1]
        dot = Row(width=side, height=side, radius=side / 2, background=fore, align_self="center")
        word = Text(ratio, role=_HEADING, color=fore, align="center")
        tile = Column(
            word if is_text else dot,
            background=ground,
            border=self.outline,
            border_width=_HAIR,
            radius=_ROUND,
            padding=_NEAR * 2,
        )
        return Column(tile, self.note(one if is_text else f"{ratio}  {one}", f"on {other}"), gap=_NEAR)

    def distances(self) -> list[Node]:
        """The distances that contracts ask for: each pair of colours as each vision sees it."""
        found = [one for one in measure(self.theme) if one.contract.distance is not None]
        return [
            self.part(f"Distance: {contract.name.replace('_', ' ')}, at least {contract.distance:g}",
                      Grid(*map(self.told_apart, its), columns=6, row_gap=_FAR, column_gap=_NEAR * 2))
            for contract, its in groupby(found, key=lambda one: one.contract)
        ]  # fmt: skip

    def told_apart(self, found: Measurement) -> Node:
        """Two colours side by side as a vision sees them, with their distance."""
        halves = [
            Row(background=seen(over(color, self.ground), found.vision), grow=1, basis=0, height=_APART)
            for color in self.colors(found)
        ]
        tile = Row(*halves, border=self.outline, border_width=_HAIR)
        one, other = self.names(found)
        return Column(tile, self.note(f"{found.value:.1f}  {found.vision}", one, other), gap=_NEAR)

    def colors(self, found: Measurement) -> tuple[Color, Color]:
        """The two colours of a value that was measured."""
        sections = self.theme.sections()
        return color_of(sections, found.one) or self.ink, color_of(sections, found.other) or self.ground

    def names(self, found: Measurement) -> tuple[str, str]:
        """Their names, those in [color] without the section."""
        one, other = (_breakable(name.removeprefix("color.")) for name in (found.one, found.other))
        return one, other

    def type(self) -> Node:
        """The type scale, the largest role first."""
        roles = sorted((role for _, role in self.theme.type.items()), key=lambda role: -role.size)
        cells = [cell for role in roles if role.name not in _SIZES for cell in self.role(role)]
        return self.part("Type", Grid(*cells, columns="160px 1fr 200px", row_gap=_FAR, column_gap=_FAR))

    def role(self, role: TypeTokens) -> tuple[Node, Node, Node]:
        """A line of text in a role, between its name and its measures."""
        slope = " italic" if role.italic else ""
        smaller = f", drawn at {_LARGEST_TYPE:g} px" if role.size > _LARGEST_TYPE else ""
        measures = f"{role.size:g}/{role.line_height:g} px  {role.font} {role.weight}{slope}{smaller}"
        return (
            Text(Span(_breakable(role.name)), role=_SMALL, align_self="center"),
            Text(Span(self.sample(role)), role=role.name, align_self="center", min_width=0),
            Text(Span(measures), role=_SMALL, align_self="center", align="end"),
        )

    def lengths(self) -> Node:
        """Spaces, radii, strokes and shadows, drawn at their size."""
        parts = (
            ("Space", [self.sized(name, px, self.space(px)) for name, px in self.theme.space.items()]),
            ("Radius", [self.sized(name, px, self.corner(px)) for name, px in self.theme.radius.items()]),
            ("Stroke", [self.sized(name, px, self.line(px)) for name, px in self.theme.stroke.items()]),
            ("Shadow", [self.cast(name, shadow) for name, shadow in self.theme.shadow.items()]),
        )
        shelves = (
            self.part(title, Row(*pieces, gap=_FAR * 1.5, align="end", wrap=True)) for title, pieces in parts if pieces
        )
        return Grid(*shelves, columns=2, gap=_APART)

    def sized(self, name: str, px: Length, drawn: Node) -> Node:
        """A length drawn, over its name and value."""
        return Column(drawn, self.note(_breakable(name), f"{px:g} px"), gap=_NEAR * 2, align="start")

    def space(self, px: float) -> Node:
        """A square of that size; a larger one is drawn as an outline."""
        side = min(px, _LARGEST_SPACE)
        if side < px:
            return Row(width=side, height=side, border=self.ink, border_width=_HAIR, border_style="dashed", shrink=0)
        return Row(width=side, height=side, background=self.ink, shrink=0)

    def corner(self, px: float) -> Node:
        """A box with such corners, so large that those of cards and of pills look different."""
        side = _APART * 2.5
        return Row(width=side, height=side, border=self.ink, border_width=2 * _HAIR, radius=px, shrink=0)

    def line(self, px: float) -> Node:
        """A line of that width."""
        return Row(width=_APART, height=min(px, _LARGEST_STROKE), background=self.ink, shrink=0)

    def cast(self, name: str, shadow: ShadowTokens) -> Node:
        """A box with that shadow."""
        surface = self.theme.color.get("surface") or self.ground
        box = Row(width=_APART * 3, height=_APART * 1.5, background=surface, radius=_ROUND, shadow=name)
        layers = [note for layer in shadow.layers for note in (_measures(layer), shown(layer.color))] or ["none"]
        return Column(box, self.note(_breakable(name), *layers), gap=_FAR, padding=_FAR)


def _measures(shadow: ShadowTokens) -> str:
    """The lengths of a shadow."""
    spread = f", spread {shadow.spread:g}" if shadow.spread else ""
    return f"{shadow.offset_x:g}, {shadow.offset_y:g}; blur {shadow.blur:g}{spread} px"
