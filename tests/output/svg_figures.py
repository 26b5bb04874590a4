"""The figures of the series as display lists and SVG files, in light and dark; made once for all tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.layout.arrange import route_all
from layoutkit.layout.snap import snap
from layoutkit.loading import load_figures
from layoutkit.output.metadata import Metadata
from layoutkit.output.svg import svg
from layoutkit.paint import paint
from layoutkit.renderer import Renderer
from layoutkit.tokens.load import load_all

if TYPE_CHECKING:
    from layoutkit.paint.display import DisplayList
    from layoutkit.text.fonts import FontLibrary

__all__ = ["FIGURES", "LIBRARY", "STUDIO", "about", "display", "figure_svg"]

ROOT = Path(__file__).parents[2]
SNAP = 2
"""Device pixels for one px that edges fall on, as in the output for the web."""

FIGURES = {named.name: named for named in load_figures([ROOT / "figures"])[0]}
_THEMES = load_all(ROOT / "tokens.toml")
_STUDIOS = {mode: Renderer(_THEMES.theme({"theme": mode})) for mode in ("light", "dark")}
STUDIO = _STUDIOS["light"]
LIBRARY: FontLibrary = STUDIO.typesetter.library


@cache
def display(name: str, mode: str = "light") -> DisplayList:
    """A figure, ready to be written."""
    return paint(route_all(snap(_STUDIOS[mode].place(FIGURES[name]).root, SNAP)), SNAP)


def about(name: str) -> Metadata:
    """What the figure's files say about themselves."""
    figure = FIGURES[name].figure
    return Metadata(figure.title, figure.alt, "pt-BR", figure.description, name)


@cache
def figure_svg(name: str) -> bytes:
    """The file of a figure."""
    return svg(display(name), about(name), display(name, "dark"))
