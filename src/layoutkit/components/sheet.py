"""The tokens of one theme as a figure: swatches with their contrasts, type, lengths and shadows."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from layoutkit.color import Color, contrast, over
from layoutkit.nodes import Column, Grid, Node, Row, Span, Stack, Text
from layoutkit.tokens.contracts import color_of, measure
from layoutkit.tokens.listing import shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from layoutkit.tokens import Length, ShadowTokens, Theme, TypeTokens
    from layoutkit.tokens.contracts import Measured

__all__ = ["token_sheet"]

_WHITE = Color(1, 1, 1)
_PT_PER_PX = 72 / 96
_LETTERS = "Por que o céu é azul? 0123"
_FOR_TEXT = 4.5
"""The least contrast that texts are drawn with; what is asked less of is a shape."""
_SIGNS = 8
"""Signs shown of a family without letters."""


def token_sheet(theme: Theme, palette: Mapping[str, Color]) -> Node:
    """Everything that a theme looks like, on its own page.

    Args:
        theme: one combination of modes.
        palette: the raw colours by name, which themes do not have.
    """
    sheet = _Sheet(theme)
    return Column(
        sheet.head(palette),
        sheet.palette(palette),
        sheet.meanings(),
        *sheet.contrasts(),
        sheet.type(),
        sheet.lengths(),
        gap=sheet.apart,
    )


@cache
def _characters(path: Path) -> str:
    """The characters that a font file has, controls and spaces left out."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to import

    with TTFont(path, lazy=True) as font:
        return "".join(
            character for code in sorted(font.getBestCmap()) if (character := chr(code)).isprintable()
        ).strip()


class _Sheet:
    """The parts of a sheet; their own measures are tokens of the theme that they show, whatever those are called."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        roles = sorted((role for _, role in theme.type.items()), key=lambda role: role.size)
        plain = [role for role in roles if role.case == "none" and self.sample(role) == _LETTERS]
        self.small = plain[0].name
        self.title, self.heading = (
            name if name in theme.type else (plain[-1].name) for name in ("title", "heading")
        )  # fmt: skip
        spaces = sorted(px for _, px in theme.space.items())
        self.near, self.far, self.apart = spaces[0], spaces[(len(spaces) - 1) // 2], spaces[-1]
        self.hair = min((px for _, px in theme.stroke.items() if px > 0), default=1.0)
        self.round = min((px for _, px in theme.radius.items() if px > 0), default=0.0)
        page = theme.page.get("background") or _WHITE
        self.ground = page if page.opaque else over(page, _WHITE)
        self.ink = theme.page.get("color") or max((Color(0, 0, 0), _WHITE), key=lambda ink: contrast(ink, self.ground))

    def sample(self, role: TypeTokens) -> str:
        """Words where a role's family has letters, else some of the signs that it has."""
        family = self.theme.font.get(role.font)
        signs = _characters(family.files[0].path) if family else ""
        return _LETTERS if not signs or "a" in signs else " ".join(signs[:_SIGNS])

    # -- pieces ---------------------------------------------------------------------------------

    def part(self, title: str, *content: Node) -> Node:
        """A heading and what belongs to it."""
        return Column(Text(title, role=self.heading), *content, gap=self.far)

    def note(self, *lines: str) -> Node:
        """Small print, line by line."""
        return Column(*(Text(Span(line), role=self.small) for line in lines))

    def swatch(self, color: Color, height: float) -> Node:
        """A patch of colour on the page; its outline shows even where the colour is that of the page."""
        outline = self.ink.faded(0.2)
        return Row(background=color, border=outline, border_width=self.hair, radius=self.round, height=height)

    # -- parts ----------------------------------------------------------------------------------

    def head(self, palette: Mapping[str, Color]) -> Node:
        """The name of the file, the modes, and how much there is."""
        modes = [f"{axis} {value}" for axis, value in self.theme.selection.values.items()]
        colors, roles = len(list(self.theme.color)), len(list(self.theme.type))
        counts = f"{len(palette)} raw colours, {colors} meanings, {roles} type roles"
        return Column(
            Text(Span(self.theme.path.name), role=self.title),
            self.note(" · ".join(modes) if modes else "no modes", counts),
            gap=self.near,
        )

    def palette(self, palette: Mapping[str, Color]) -> Node:
        """The raw colours."""
        tiles = (
            Column(self.swatch(color, self.apart), self.note(name, shown(color)), gap=self.near)
            for name, color in palette.items()
        )
        return self.part("Palette", Grid(*tiles, columns=8, row_gap=self.far, column_gap=self.near * 2))

    def meanings(self) -> Node:
        """What colours mean, each with its contrast to the page."""
        return self.part(
            "Meanings, with their contrast on the page",
            Grid(*(self.meaning(*item) for item in self.theme.color.items()), columns=4, gap=self.far),
        )

    def meaning(self, name: str, color: Color) -> Node:
        """One colour with a meaning."""
        seen = over(color, self.ground)
        ratio = f"{contrast(seen, self.ground):.1f}:1"
        side = self.apart
        return Row(
            Stack(self.swatch(color, side), width=side, shrink=0),
            self.note(name, f"{shown(color)}  {ratio}"),
            gap=self.near * 2,
            align="center",
        )

    def contrasts(self) -> list[Node]:
        """The contrasts that contracts ask for, each pair as it looks."""
        asked: dict[tuple[str, str], Measured] = {}
        for found in measure(self.theme):
            if found.contract.contrast is not None:
                asked.setdefault((found.one, found.other), found)  # what several contracts ask of is shown once
        groups = [(name, list(its)) for name, its in groupby(asked.values(), key=lambda found: found.contract.name)]
        return [
            self.part(f"Contrast: {name.replace('_', ' ')}, at least {its[0].least:g}:1",
                      Grid(*map(self.pair, its), columns=5, row_gap=self.far, column_gap=self.near * 2))
            for name, its in groups
        ]  # fmt: skip

    def pair(self, found: Measured) -> Node:
        """A foreground on its ground, with the ratio."""
        fore, ground = (color_of(self.theme.sections(), name) or self.ink for name in (found.one, found.other))
        one, other = (name.removeprefix("color.") for name in (found.one, found.other))
        ratio, is_text = f"{found.value:.1f}", found.least >= _FOR_TEXT
        side = self.theme.type.get(self.heading).line  # type: ignore[union-attr]  # it is one of the roles
        dot = Row(width=side, height=side, radius=side / 2, background=fore, align_self="center")
        word = Text(ratio, role=self.heading, color=fore, align="center")
        outline = self.ink.faded(0.2)
        tile = Column(
            word if is_text else dot,
            background=ground,
            border=outline,
            border_width=self.hair,
            radius=self.round,
            padding=self.near * 2,
        )
        return Column(tile, self.note(one if is_text else f"{ratio}  {one}", f"on {other}"), gap=self.near)

    def type(self) -> Node:
        """The type scale, the largest role first."""
        roles = sorted((role for _, role in self.theme.type.items()), key=lambda role: -role.size)
        cells = [cell for role in roles for cell in self.role(role)]
        return self.part("Type", Grid(*cells, columns="auto 1fr auto", row_gap=self.far, column_gap=self.far * 2))

    def role(self, role: TypeTokens) -> tuple[Node, Node, Node]:
        """A line of text in a role, between its name and its measures."""
        slope = " italic" if role.italic else ""
        measures = f"{role.size:g}/{role.line:g} px  {role.font} {role.weight}{slope}"
        return (
            Text(Span(role.name), role=self.small, align_self="center", wrap=False),
            Text(Span(self.sample(role)), role=role.name, align_self="center"),
            Text(Span(measures), role=self.small, align_self="center", justify_self="end", wrap=False),
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
            self.part(title, Row(*pieces, gap=self.far * 1.5, align="end", wrap=True))
            for title, pieces in parts
            if pieces
        )
        return Grid(*shelves, columns=2, gap=self.apart)

    def sized(self, name: str, px: Length, drawn: Node) -> Node:
        """A length drawn, over its name and value."""
        return Column(drawn, self.note(name, f"{px:g} px"), gap=self.near * 2, align="start")

    def space(self, px: float) -> Node:
        """A square of that size."""
        return Row(width=px, height=px, background=self.ink, shrink=0)

    def corner(self, px: float) -> Node:
        """A box with such corners."""
        return Row(
            width=self.apart, height=self.apart, border=self.ink, border_width=self.hair * 2, radius=px, shrink=0
        )

    def line(self, px: float) -> Node:
        """A line of that width."""
        return Row(width=self.apart, height=px, background=self.ink, shrink=0)

    def cast(self, name: str, shadow: ShadowTokens) -> Node:
        """A box with that shadow."""
        surface = self.theme.color.get("surface") or self.ground
        box = Row(width=self.apart * 3, height=self.apart * 1.5, background=surface, radius=self.round, shadow=name)
        return Column(box, self.note(name, f"{shadow.x:g}, {shadow.y:g}; sigma {shadow.sigma:g} px"), gap=self.far)
