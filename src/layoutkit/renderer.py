"""A figure and a theme to bytes: the passes, one after another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from layoutkit.diagnostics import Diagnostic, FigureError
from layoutkit.discover import NamedFigure
from layoutkit.inspection import inspected
from layoutkit.languages import NEUTRAL
from layoutkit.layout.arrange import arrange, route_all
from layoutkit.layout.snap import snap
from layoutkit.nodes import Node
from layoutkit.origin import locations
from layoutkit.output.artwork import Artwork
from layoutkit.output.formats import PICTURE, format_of, plain_output
from layoutkit.output.metadata import Metadata
from layoutkit.paint import paint
from layoutkit.paint.display import Begin
from layoutkit.paint.marks import marked
from layoutkit.paint.overlay import overlaid
from layoutkit.script import running, using_values
from layoutkit.style.resolve import resolve
from layoutkit.text.fonts import FontFamily, FontFile, FontLibrary
from layoutkit.text.paragraph import StyledSpan, Typesetter
from layoutkit.text.style import TextStyle
from layoutkit.timing import timed
from layoutkit.tokens import OutputTokens
from layoutkit.tokens.watching import watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from layoutkit.color import Color
    from layoutkit.geometry import Rect
    from layoutkit.inspection import InspectedBox
    from layoutkit.layout.arrange import Placed
    from layoutkit.nodes import Figure
    from layoutkit.paint.display import DisplayList
    from layoutkit.style.styled import Styled
    from layoutkit.text.lines import TextBlock
    from layoutkit.tokens import FontTokens, Theme

__all__ = ["Renderer", "shared_typesetters"]

_DRAFT = OutputTokens("draft", PICTURE.name, {"scale": 2.0})
"""What drafts are written to, whatever outputs the token file has."""
_MARK_SIZE, _TAG_SIZE = 14.0, 8.0
"""Size of the numbers on a draft and of the names on an overlay, in px."""


@dataclass(frozen=True, slots=True, init=False)
class Renderer:
    """A theme with its fonts open: turns any number of figures into bytes; it checks nothing and writes no file.

    Several threads may use one renderer.

    Example:
        >>> from layoutkit import Renderer, Row, Text, figure, load_theme
        >>> hello = figure(title="Hello", alt="The word hello.", language="en")(lambda t: Row(Text("Hello")))
        >>> Renderer(load_theme("tokens.toml")).render(hello)[1:4]
        b'PNG'
    """

    theme: Theme
    typesetter: Typesetter
    dark: Mapping[str, Renderer]
    """By the names of outputs: what renders the look that such a file has for readers who prefer dark."""

    def __init__(
        self,
        theme: Theme,
        dark: Mapping[str, Theme] | None = None,
        *,
        choose: Callable[[Theme], Typesetter] | None = None,
    ) -> None:
        """Get ready to render with a theme; a font file is read when a text first needs it.

        Args:
            theme: all tokens.
            dark: by the names of outputs, the themes for readers who prefer dark.
            choose: gives the typesetter for a theme, where several renderers share theirs.

        Raises:
            LayoutkitError: a font family has no file, or a fallback that does not exist (``font-family``).
        """
        choose = shared_typesetters() if choose is None else choose
        looks = {name: Renderer(other, choose=choose) for name, other in (dark or {}).items()}
        for name, value in (("theme", theme), ("typesetter", choose(theme)), ("dark", looks)):
            object.__setattr__(self, name, value)

    @classmethod
    def open_all(
        cls, looks: Iterable[tuple[Theme, Mapping[str, Theme]]], *, digest: Callable[[str], str] | None = None
    ) -> list[Renderer]:
        """Get ready to render with several themes; those with the same fonts read and shape a text once.

        Args:
            looks: each theme with those for readers who prefer dark, as a renderer takes them.
            digest: tells the contents of font files apart, by their paths: fonts stay open for the next call, and are
                read again where a file has changed. None opens all of them.
        """
        choose = shared_typesetters() if digest is None else _kept_typesetters(digest)
        return [cls(theme, dark, choose=choose) for theme, dark in looks]

    def watching(self, read: set[str]) -> Renderer:
        """The same with its fonts, which adds every token that a figure or the style pass reads to a set."""
        return Renderer(watched(self.theme, read), choose=lambda _: self.typesetter)

    def noting(self, notes: Mapping[str, tuple[set[str], set[str]]]) -> Renderer:
        """The same with its fonts, which notes what each look reads of its tokens.

        Args:
            notes: by the names of ``dark``, and by the empty name for its own look, the two sets of ``watched``.
        """
        looks = {"": self, **self.dark}
        opened = {id(look.theme): look.typesetter for look in looks.values()}
        own, dark = watched(self.theme, *notes[""]), self.dark.items()
        others = {name: watched(look.theme, *notes[name]) for name, look in dark}
        return Renderer(own, others, choose=lambda theme: opened[id(theme.unwatched)])

    def render(
        self,
        figure: Figure,
        format: str = "png",  # noqa: A002 - as in ``Figure.render``
        scale: float | None = None,
        *,
        text: str | None = None,
    ) -> bytes:
        """A figure as a file, whatever the rules say of it.

        Args:
            figure: what ``@figure`` made.
            format: ``png``, ``svg`` or ``pdf``.
            scale: device pixels for one px of the layout; how many times as large as the layout a PDF or SVG is.
                Defaults to 2 for PNG, to 1 for the others.
            text: of an SVG: ``live``, the default, or ``outlines``.

        Raises:
            FigureError: the figure cannot be built.
            OutputError: it cannot be written in this format.
            TokensError: a font file cannot be read.
            UsageError: there is no such format, the scale is not a number above 0, or the format has no such text.
        """
        output = plain_output(format, scale, text)
        named = NamedFigure.of(figure)
        return self.picture(named, self.place(named), output)

    def inspect(self, figure: Figure) -> InspectedBox:
        """Where every box of a figure is, and what decides it: the tree that ``layoutkit inspect`` prints.

        Args:
            figure: what ``@figure`` made.

        Raises:
            FigureError: the figure cannot be built.
            TokensError: a font file cannot be read.

        Example:
            >>> from layoutkit import Card, Row, Text, figure, load_theme
            >>> cards = figure(title="T", alt="A", language="en")(lambda _: Row(Card(Text("a"), width=120)))
            >>> card = Renderer(load_theme()).inspect(cards).children[0]
            >>> (card.name, card.rect.width, card.children[0].text)
            ('card', 120.0, 'a')
        """
        return inspected(self.place(NamedFigure.of(figure)))

    def place(self, named: NamedFigure, known: Sequence[Placed] = ()) -> Placed:
        """The first three passes: what is in the figure, how it looks, where it goes.

        A figure of a script runs in the surroundings of its script; for any other nothing of the process is changed,
        and what its function raises is passed on.

        Args:
            named: the figure.
            known: the figure in other looks, whose places it has where they differ in colours alone.

        Raises:
            LayoutkitError: something in the figure cannot be built, or the function of a script's figure raises.
        """
        if named.surroundings is None:
            styled = self._resolved(_node(named, self.theme), named)
        else:
            with timed("figure"), running(named.script, named.surroundings, origin=named.figure.origin):
                node = _node(named, self.theme)
            with timed("resolve"), using_values(named.script, named.figure.origin):
                styled = self._resolved(node, named)
        with timed("arrange"):
            placed = arrange(styled, float(self.theme.page.width), (*known, *_before(self.typesetter, named)))
        _remember(self.typesetter, named, placed)
        return placed

    def _resolved(self, node: Node, named: NamedFigure) -> Styled:
        return resolve(node, self.theme, self.typesetter, language=_language(named, self.theme))

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
        return format_of(output.format).write(self.artwork(named, placed, output, dark), output)

    def artwork(self, named: NamedFigure, placed: Placed, output: OutputTokens, dark: Placed | None = None) -> Artwork:
        """One figure painted for a file, as ``picture`` hands it to the writer of the format."""
        return _artwork(named, self.theme, placed, output, dark)

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
        return write([_artwork(named, self.theme, self.place(named), output) for named in figures], output, title)

    def draft(self, named: NamedFigure, placed: Placed, marks: Sequence[Sequence[Rect]]) -> bytes:
        """A picture with numbered marks around places, in px from the figure's top-left."""
        display = marked(paint(placed), [tuple(group) for group in marks], self._label(_MARK_SIZE))
        return _drafted(named, self.theme, display)

    def overlay(self, named: NamedFigure, placed: Placed) -> bytes:
        """A picture with boxes, spaces and baselines painted over it."""
        return _drafted(named, self.theme, overlaid(placed, paint(placed), self._label(_TAG_SIZE)))

    def _label(self, size: float) -> Callable[[str, Color], TextBlock]:
        """Sets a few words for a draft, trimmed to their capitals."""
        style = TextStyle(family=next(iter(self.theme.font)), weight=700, size=size, line_height=size)

        def label(text: str, color: Color) -> TextBlock:
            paragraph = self.typesetter.paragraph((StyledSpan(text, style, color),), wrap="nowrap", trim="cap")
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


def _artwork(
    named: NamedFigure, theme: Theme, placed: Placed, output: OutputTokens, dark: Placed | None = None
) -> Artwork:
    """A figure painted for an output, with edges and lines on whole device pixels where the format has pixels."""
    scale = format_of(output.format).pixels(output, placed.root.rect.width)
    display = _painted(placed, scale)
    return Artwork(display, _metadata(named, theme, display), None if dark is None else _painted(dark, scale))


def _painted(placed: Placed, scale: float | None) -> DisplayList:
    return paint(placed) if scale is None else paint(route_all(snap(placed.root, scale)), scale)


def _drafted(named: NamedFigure, theme: Theme, display: DisplayList) -> bytes:
    return PICTURE.write(Artwork(display, _metadata(named, theme, display)), _DRAFT)


def _language(named: NamedFigure, theme: Theme) -> str:
    """BCP 47 tag of the figure's texts; that of an undetermined language where nobody says one."""
    return named.figure.language or theme.series.language or NEUTRAL.tag


def _metadata(named: NamedFigure, theme: Theme, display: DisplayList) -> Metadata:
    """What a file says of itself; where the author describes nothing at length, the charts of the figure do."""
    figure = named.figure
    charts = (one for one in display.operations if isinstance(one, Begin) and one.kind == "chart")
    told = "\n".join(filter(None, (text for chart in charts for text in (chart.text, chart.description))))
    series = theme.series
    return Metadata(
        figure.title,
        figure.alt,
        _language(named, theme),
        figure.description or told,
        named.name,
        author=series.author,
        licence=series.licence,
    )


def shared_typesetters() -> Callable[[Theme], Typesetter]:
    """Make a function that gives themes with the same fonts the same typesetter."""
    opened: list[tuple[Mapping[str, FontTokens], Typesetter]] = []

    def choose(theme: Theme) -> Typesetter:
        fonts = dict(theme.font.items())
        for its, known in opened:
            if its == fonts:
                return known
        opened.append((fonts, Typesetter(_library(fonts))))
        return opened[-1][1]

    return choose


_MOST_PLACED = 8
_placed: WeakKeyDictionary[Typesetter, dict[str, Placed]] = WeakKeyDictionary()
"""By typesetter and figure: how the figures placed last were laid out. One with another colour is so again."""


def _before(typesetter: Typesetter, named: NamedFigure) -> tuple[Placed, ...]:
    """A figure as it was laid out before, if it was."""
    placed = _placed.get(typesetter, {}).get(named.name)
    return () if placed is None else (placed,)


def _remember(typesetter: Typesetter, named: NamedFigure, placed: Placed) -> None:
    figures = _placed.setdefault(typesetter, {})
    figures.pop(named.name, None)
    figures[named.name] = placed.like or placed
    while len(figures) > _MOST_PLACED:
        figures.pop(next(iter(figures)), None)


_MOST_KEPT = 4
_kept: list[tuple[object, Typesetter]] = []
"""The typesetters of the last calls, with all that tells their fonts apart."""


def _kept_typesetters(digest: Callable[[str], str]) -> Callable[[Theme], Typesetter]:
    """Gives themes with the same fonts the same typesetter: that of an earlier call, if its files are as they were."""

    def choose(theme: Theme) -> Typesetter:
        fonts = dict(theme.font.items())
        files = [file for font in fonts.values() for file in font.files]
        state = (fonts, [(file.place, digest(str(file.path))) for file in files])
        for known, typesetter in _kept:
            if known == state:
                return typesetter
        _kept.insert(0, (state, Typesetter(_library(fonts))))
        del _kept[_MOST_KEPT:]
        return _kept[0][1]

    return choose


def _node(named: NamedFigure, theme: Theme) -> Node:
    """The tree that a figure's function returns."""
    node: object = named.figure.build(theme)
    if not isinstance(node, Node):
        message = f"the figure {named.name} returned {node!r:.60}, which is not a node"
        hint = "return the Row or Column that holds everything"
        raise FigureError(Diagnostic("no-figure", message, locations(named.figure.origin), hint))
    return node
