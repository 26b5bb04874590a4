"""Figure -> files: the passes, one after another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from layoutkit.check.examine import examine
from layoutkit.check.rules import RULES
from layoutkit.check.subject import look_at
from layoutkit.diagnostics import Diagnostic, LayoutkitError, error
from layoutkit.discover import NamedFigure, discover, load_script, may_declare, unique
from layoutkit.layout.arrange import arrange, route_all
from layoutkit.layout.snap import snap
from layoutkit.nodes import Node
from layoutkit.output.files import remove_file, write_file
from layoutkit.output.metadata import Metadata
from layoutkit.output.png import png
from layoutkit.output.target import PX_PER_INCH, page_width, raster
from layoutkit.paint import paint
from layoutkit.paint.marks import marked
from layoutkit.paint.overlay import overlaid
from layoutkit.script import running
from layoutkit.style.resolve import resolve
from layoutkit.surroundings import Surroundings
from layoutkit.text.fonts import FontFamily, FontFile, FontLibrary
from layoutkit.text.paragraph import Span, Typesetter
from layoutkit.text.style import TextStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from layoutkit.check.examine import Fault
    from layoutkit.color import Color
    from layoutkit.layout.arrange import Placed
    from layoutkit.output.pdf import Sheet
    from layoutkit.paint.display import DisplayList
    from layoutkit.text.lines import TextBlock
    from layoutkit.tokens import OutputTokens, Theme

__all__ = ["Done", "Draft", "Failed", "Studio", "load_figures"]

_SVG_FINENESS = 2.0
"""Device pixels for one px of an SVG on most screens; edges fall on them there."""
_DRAFT_SCALE = 2.0
"""Device pixels for one px of a draft."""
_MARK_SIZE, _TAG_SIZE = 14.0, 8.0
"""Size of the numbers on a draft and of the names on an overlay, in px."""


@dataclass(frozen=True, slots=True)
class Done:
    """A file that was written."""

    path: Path
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure with faults: none of its files was touched, and a picture shows where the faults are."""

    path: Path
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A script or figure that could not be loaded, and why."""

    diagnostics: tuple[Diagnostic, ...]
    script: Path | None = None
    """The script; None for a figure."""


class _UnsoundError(Exception):
    """A figure has faults, which have been told."""


@dataclass(frozen=True, slots=True)
class Studio:
    """A theme with its fonts open: renders any number of figures."""

    theme: Theme
    typesetter: Typesetter
    dark: Mapping[str, Studio] = field(default_factory=dict)
    """By the names of outputs: what renders the look that such a file has for readers who prefer dark."""

    @classmethod
    def open(cls, theme: Theme, dark: Mapping[str, Theme] | None = None) -> Studio:
        """Get ready to render with a theme; a font file is read when a text first needs it.

        Args:
            theme: all tokens.
            dark: by the names of outputs, the themes for readers who prefer dark.
        """
        families = {
            name: FontFamily(
                name,
                tuple(FontFile(file.path, file.weight, file.italic, file.place) for file in font.files),
                font.fallback,
            )
            for name, font in theme.font.items()
        }
        typesetter = Typesetter(FontLibrary(families))
        looks = {
            name: cls(other, typesetter) if other.font == theme.font else cls.open(other)
            for name, other in (dark or {}).items()
        }
        return cls(theme, typesetter, looks)

    def render(
        self, named: NamedFigure, targets: Sequence[OutputTokens], out: Path, *, allowed: frozenset[str] = frozenset()
    ) -> Iterator[Done | Draft | Diagnostic]:
        """Check one figure and write it to every target; a fault in one of them leaves the others.

        A figure that breaks a rule leaves its files as they were; a draft shows the faults, numbered as the findings.

        Args:
            named: the figure.
            targets: the outputs.
            out: the folder that has a folder for each output.
            allowed: ids of rules that are left out.
        """
        dark = {target.name: self.dark[target.name] for target in targets if target.name in self.dark}
        try:
            placed, *others = yield from self._sound(named, list(dark.values()), out, allowed)
        except LayoutkitError as fault:
            yield from fault.diagnostics
            return
        except _UnsoundError:
            return
        second = dict(zip(dark, others, strict=True))
        for target in targets:
            folder = self.theme.selection.folder(target.name, target.modes)
            path = out / folder / f"{named.name}.{target.format}"
            try:
                data = self.picture(named, placed, target, second.get(target.name))
                write_file(path, data)
                yield Done(path, len(data))
            except LayoutkitError as fault:
                yield from fault.diagnostics

    def _sound(
        self, named: NamedFigure, others: Sequence[Studio], out: Path, allowed: frozenset[str]
    ) -> Generator[Draft | Diagnostic, None, list[Placed]]:
        """Place and check a figure, and its looks for readers who prefer dark; a finding is told for one of them."""
        told: set[tuple[str, str]] = set()
        places = []
        for look in (self, *others):
            placed = look.place(named)
            path = out / look.theme.selection.folder("draft") / f"{named.name}.png"
            faults = [
                one
                for one in look.check(named, placed, allowed=allowed)
                if one.key not in told and not self._may_be_needed(one.idle)
            ]
            told |= {fault.key for fault in faults}
            seen = "" if look is self else f", for readers who prefer dark ({look.theme.selection})"
            messages = [replace(one.diagnostic, message=one.diagnostic.message + seen) for one in faults]
            if any(fault.is_error for fault in faults):
                yield from (replace(message, number=i) for i, message in enumerate(messages, start=1))
                yield look.draft(named, placed, faults, path)
                raise _UnsoundError
            yield from messages
            remove_file(path)
            places.append(placed)
        return places

    def place(self, named: NamedFigure) -> Placed:
        """The first three passes: what is in the figure, how it looks, where it goes."""
        node = _call(named, self.theme)
        styled = resolve(node, self.theme, self.typesetter, language=named.figure.language)
        return arrange(styled, float(self.theme.page.width))

    def check(self, named: NamedFigure, placed: Placed, *, allowed: frozenset[str] = frozenset()) -> list[Fault]:
        """What is wrong with a placed figure; ``allowed`` are the ids of rules that are left out."""
        return examine(look_at(named.figure, self.theme, placed, paint(placed)), allowed)

    def _may_be_needed(self, rule: str) -> bool:
        """Whether a fault that an ``allow`` accepts, and that is not here, may be there in other modes."""
        return bool(rule) and RULES[rule].by_color and bool(self.theme.selection.axes.values)

    def draft(self, named: NamedFigure, placed: Placed, faults: Sequence[Fault], path: Path) -> Draft:
        """Write a picture with all faults marked."""
        display = marked(paint(placed), [fault.marks for fault in faults], self._label(_MARK_SIZE))
        return Draft(path, _write_draft(display, named, path))

    def overlay(self, named: NamedFigure, placed: Placed, path: Path) -> Done:
        """Write a picture with boxes, spaces and baselines painted over it."""
        return Done(path, _write_draft(overlaid(placed, paint(placed), self._label(_TAG_SIZE)), named, path))

    def _label(self, size: float) -> Callable[[str, Color], TextBlock]:
        """Sets a few words for a draft, trimmed to their capitals."""
        style = TextStyle(family=next(iter(self.theme.font)), weight=700, size=size, line_height=size)

        def label(text: str, color: Color) -> TextBlock:
            paragraph = self.typesetter.paragraph((Span(text, style, color),), wrap=False, trim="cap")
            return paragraph.set(0.0)

        return label

    def picture(self, named: NamedFigure, placed: Placed, target: OutputTokens, dark: Placed | None = None) -> bytes:
        """The last two passes: on the device pixels of one target, or on paper.

        Args:
            named: the figure.
            placed: where everything is.
            target: the output.
            dark: the figure as ``self.dark`` places it for an SVG; it is placed here where that is not done yet.
        """
        if target.format == "pdf":
            from layoutkit.output.pdf import pdf, source_date  # noqa: PLC0415 - only who wants PDF pays for it

            return pdf(self.sheet(named, placed, target), source_date())
        if target.format == "svg":
            from layoutkit.output.svg import svg  # noqa: PLC0415 - only who wants SVG pays for it

            if dark is None and target.name in self.dark:
                dark = self.dark[target.name].place(named)
            scale = target.scale or 1.0
            fineness = _SVG_FINENESS * scale
            other = None if dark is None else _snapped(dark, fineness)
            return svg(_snapped(placed, fineness), _metadata(named), other, scale)
        resolution = raster(target, placed.root.rect.width)
        return png(_snapped(placed, resolution.scale), resolution.scale, resolution.dpi, _metadata(named))

    def sheet(self, named: NamedFigure, placed: Placed, target: OutputTokens) -> Sheet:
        """A figure as a page of a PDF target."""
        from layoutkit.output.pdf import Sheet  # noqa: PLC0415

        width = page_width(target, placed.root.rect.width)
        return Sheet(paint(placed), _metadata(named), width, target.bleed, target.crop_marks)

    def book(self, figures: Sequence[NamedFigure], target: OutputTokens, out: Path, title: str) -> Done:
        """Write figures as one PDF, a page for each; they are not checked here.

        Raises:
            LayoutkitError: a figure cannot be built, or the file cannot be written.
        """
        from layoutkit.output.pdf import book, source_date  # noqa: PLC0415

        data = book([self.sheet(named, self.place(named), target) for named in figures], title, source_date())
        path = out / self.theme.selection.folder(target.name, target.modes) / "book.pdf"
        write_file(path, data)
        return Done(path, len(data))


def _write_draft(display: DisplayList, named: NamedFigure, path: Path) -> int:
    """Write a picture for the author's eyes; its size in bytes."""
    data = png(display, _DRAFT_SCALE, _DRAFT_SCALE * PX_PER_INCH, _metadata(named))
    write_file(path, data)
    return len(data)


def _snapped(placed: Placed, scale: float) -> DisplayList:
    """A figure with its edges and lines on device pixels, of which a px has ``scale``."""
    return paint(route_all(snap(placed.root, scale)), scale)


def _metadata(named: NamedFigure) -> Metadata:
    figure = named.figure
    return Metadata(figure.title, figure.alt, figure.language, figure.description, named.name)


def load_figures(paths: Sequence[Path], wanted: Sequence[str] | None = None) -> tuple[list[NamedFigure], list[Failed]]:
    """Load all scripts; those that cannot be loaded do not keep the others from it.

    Args:
        paths: files and folders.
        wanted: how the names of the figures start that are needed; None for all. Where there are figures with such
            names, no others are returned, scripts that can have none are not run, and faults of those that have none
            are left out.

    Raises:
        LayoutkitError: there is no script at all.
    """
    scripts = discover(paths)
    loaded, failed = _loaded(scripts) if wanted is None else _wanted(scripts, wanted)
    figures, faults = unique(loaded)
    return figures, [*failed.values(), *(Failed((fault,)) for fault in faults)]


def _wanted(scripts: Sequence[Path], wanted: Sequence[str]) -> tuple[list[NamedFigure], dict[Path, Failed]]:
    """The figures whose names start with some words, and the scripts that fail and may have them; else all."""
    likely = [script for script in scripts if may_declare(script, wanted)]
    loaded, failed = _loaded(likely)
    names = [*(named.name for named in loaded), *(script.stem for script in failed)]
    if all(any(name.startswith(start) for name in names) for start in wanted):
        loaded = [named for named in loaded if named.name.startswith(tuple(wanted))]
        failed = {script: fault for script, fault in failed.items() if script.stem.startswith(tuple(wanted))}
    else:  # a helper may name figures
        others, more = _loaded(script for script in scripts if script not in likely)
        order = {script: index for index, script in enumerate(scripts)}
        return sorted(loaded + others, key=lambda one: order[one.script]), failed | more
    return loaded, failed


def _loaded(scripts: Iterable[Path]) -> tuple[list[NamedFigure], dict[Path, Failed]]:
    """The figures of scripts, and the scripts that cannot be loaded."""
    loaded: list[NamedFigure] = []
    failed: dict[Path, Failed] = {}
    for script in scripts:
        try:
            loaded += load_script(script)
        except LayoutkitError as fault:
            failed[script] = Failed(fault.diagnostics, script)
    return loaded, failed


def _call(named: NamedFigure, theme: Theme) -> Node:
    figure = named.figure
    with running(named.script, named.surroundings or Surroundings(named.script.parent), origin=figure.origin):
        node = figure.build(theme)
        shown = "" if isinstance(node, Node) else f"{node!r:.60}"
    if not isinstance(node, Node):
        message = f"the figure {named.name} returned {shown}, which is no node"
        raise error("no-figure", message, origin=figure.origin, hint="return the Row or Column that holds everything")
    return node
