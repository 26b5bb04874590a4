"""A figure and a theme to bytes: the passes, one after another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.layout.arrange import arrange, route_all
from layoutkit.layout.snap import snap
from layoutkit.nodes import Node
from layoutkit.output.artwork import Artwork
from layoutkit.output.formats import PICTURE, format_of
from layoutkit.output.metadata import Metadata
from layoutkit.paint import paint
from layoutkit.paint.marks import marked
from layoutkit.paint.overlay import overlaid
from layoutkit.script import running, using_values
from layoutkit.style.resolve import resolve
from layoutkit.surroundings import Surroundings
from layoutkit.text.fonts import FontFamily, FontFile, FontLibrary
from layoutkit.text.paragraph import Span, Typesetter
from layoutkit.text.style import TextStyle
from layoutkit.tokens import OutputTokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from layoutkit.color import Color
    from layoutkit.discover import NamedFigure
    from layoutkit.geometry import Rect
    from layoutkit.layout.arrange import Placed
    from layoutkit.paint.display import DisplayList
    from layoutkit.text.lines import TextBlock
    from layoutkit.tokens import FontTokens, Theme

__all__ = ["Renderer"]

_DRAFT = OutputTokens("draft", PICTURE.name, {"scale": 2.0})
"""What drafts are written to, whatever outputs the token file has."""
_MARK_SIZE, _TAG_SIZE = 14.0, 8.0
"""Size of the numbers on a draft and of the names on an overlay, in px."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """A theme with its fonts open: turns any number of figures into bytes; it checks nothing and writes no file."""

    theme: Theme
    typesetter: Typesetter
    dark: Mapping[str, Renderer] = field(default_factory=dict)
    """By the names of outputs: what renders the look that such a file has for readers who prefer dark."""

    @classmethod
    def open(cls, theme: Theme, dark: Mapping[str, Theme] | None = None) -> Renderer:
        """Get ready to render with a theme; a font file is read when a text first needs it.

        Args:
            theme: all tokens.
            dark: by the names of outputs, the themes for readers who prefer dark.
        """
        (renderer,) = cls.open_all([(theme, dark or {})])
        return renderer

    @classmethod
    def open_all(cls, looks: Iterable[tuple[Theme, Mapping[str, Theme]]]) -> list[Renderer]:
        """Get ready to render with several themes; those with the same fonts read and shape a text once.

        Args:
            looks: each theme with those for readers who prefer dark, as :meth:`open` takes them.
        """
        opened: list[tuple[Mapping[str, FontTokens], Typesetter]] = []

        def typesetter(theme: Theme) -> Typesetter:
            fonts = dict(theme.font.items())
            for its, known in opened:
                if its == fonts:
                    return known
            opened.append((fonts, Typesetter(_library(fonts))))
            return opened[-1][1]

        return [
            cls(theme, typesetter(theme), {name: cls(other, typesetter(other)) for name, other in dark.items()})
            for theme, dark in looks
        ]

    def place(self, named: NamedFigure) -> Placed:
        """The first three passes: what is in the figure, how it looks, where it goes.

        Raises:
            LayoutkitError: the figure's function raises, or something in the figure cannot be built.
        """
        node = _call(named, self.theme)
        with using_values(named.script, named.figure.origin):
            styled = resolve(node, self.theme, self.typesetter, language=named.figure.language)
        return arrange(styled, float(self.theme.page.width))

    def picture(self, named: NamedFigure, placed: Placed, output: OutputTokens, dark: Placed | None = None) -> bytes:
        """The last two passes: one figure as one file.

        Args:
            named: the figure.
            placed: where everything is.
            output: the file's format and size.
            dark: the figure as ``self.dark`` places it for this output; it is placed here where that is not done yet.

        Raises:
            LayoutkitError: the figure is too large for the format, or its looks differ in more than colours.
        """
        if dark is None and output.name in self.dark:
            dark = self.dark[output.name].place(named)
        return format_of(output.format).write(_artwork(named, placed, output, dark), output)

    def book(self, figures: Sequence[NamedFigure], output: OutputTokens, title: str) -> bytes:
        """Figures as one file, a page for each.

        Args:
            figures: at least one.
            output: of a format that can hold several figures.
            title: of the whole file.

        Raises:
            LayoutkitError: a figure cannot be built.
        """
        write = format_of(output.format).write_book
        if write is None:
            raise ValueError(f"{output.format} holds one figure a file")
        return write([_artwork(named, self.place(named), output) for named in figures], output, title)

    def draft(self, named: NamedFigure, placed: Placed, marks: Sequence[Sequence[Rect]]) -> bytes:
        """A picture with numbered marks around places, in px from the figure's top-left."""
        return _drafted(named, marked(paint(placed), [tuple(group) for group in marks], self._label(_MARK_SIZE)))

    def overlay(self, named: NamedFigure, placed: Placed) -> bytes:
        """A picture with boxes, spaces and baselines painted over it."""
        return _drafted(named, overlaid(placed, paint(placed), self._label(_TAG_SIZE)))

    def _label(self, size: float) -> Callable[[str, Color], TextBlock]:
        """Sets a few words for a draft, trimmed to their capitals."""
        style = TextStyle(family=next(iter(self.theme.font)), weight=700, size=size, line_height=size)

        def label(text: str, color: Color) -> TextBlock:
            paragraph = self.typesetter.paragraph((Span(text, style, color),), wrap=False, trim="cap")
            return paragraph.set(0.0)

        return label


def _library(fonts: Mapping[str, FontTokens]) -> FontLibrary:
    families = {
        name: FontFamily(
            name,
            tuple(FontFile(file.path, file.weight, file.italic, file.place) for file in font.files),
            font.fallback,
        )
        for name, font in fonts.items()
    }
    return FontLibrary(families)


def _artwork(named: NamedFigure, placed: Placed, output: OutputTokens, dark: Placed | None = None) -> Artwork:
    """A figure painted for an output, with edges and lines on whole device pixels where the format has pixels."""
    scale = format_of(output.format).pixels(output, placed.root.rect.width)
    return Artwork(_painted(placed, scale), _metadata(named), None if dark is None else _painted(dark, scale))


def _painted(placed: Placed, scale: float | None) -> DisplayList:
    return paint(placed) if scale is None else paint(route_all(snap(placed.root, scale)), scale)


def _drafted(named: NamedFigure, display: DisplayList) -> bytes:
    return PICTURE.write(Artwork(display, _metadata(named)), _DRAFT)


def _metadata(named: NamedFigure) -> Metadata:
    figure = named.figure
    return Metadata(figure.title, figure.alt, figure.language, figure.description, named.name)


def _call(named: NamedFigure, theme: Theme) -> Node:
    figure = named.figure
    with running(named.script, named.surroundings or Surroundings(named.script.parent), origin=figure.origin):
        node = figure.build(theme)
        shown = "" if isinstance(node, Node) else f"{node!r:.60}"
    if not isinstance(node, Node):
        message = f"the figure {named.name} returned {shown}, which is no node"
        raise error("no-figure", message, origin=figure.origin, hint="return the Row or Column that holds everything")
    return node
