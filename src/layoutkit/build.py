"""Figure -> files: the passes, one after another."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layoutkit.check.examine import examine
from layoutkit.check.rules import RULES
from layoutkit.check.subject import look_at
from layoutkit.diagnostics import Diagnostic, LayoutkitError, exception_diagnostic
from layoutkit.discover import NamedFigure, discover, load_script, unique
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
from layoutkit.style.resolve import resolve
from layoutkit.text.fonts import FontFamily, FontFile, FontLibrary
from layoutkit.text.paragraph import Span, Typesetter
from layoutkit.text.style import TextStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from layoutkit.check.examine import Fault
    from layoutkit.color import Color
    from layoutkit.layout.arrange import Placed
    from layoutkit.output.pdf import Sheet
    from layoutkit.paint.display import DisplayList
    from layoutkit.text.lines import TextBlock
    from layoutkit.tokens import OutputTokens, Theme

__all__ = ["Done", "Draft", "Failed", "Studio", "load_figures"]

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


@dataclass(frozen=True, slots=True)
class Studio:
    """A theme with its fonts open: renders any number of figures."""

    theme: Theme
    typesetter: Typesetter

    @classmethod
    def open(cls, theme: Theme) -> Studio:
        """Get ready to render with a theme; a font file is read when a text first needs it."""
        families = {
            name: FontFamily(
                name,
                tuple(FontFile(file.path, file.weight, file.italic, file.place) for file in font.files),
                font.fallback,
            )
            for name, font in theme.font.items()
        }
        return cls(theme, Typesetter(FontLibrary(families)))

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
        selection = self.theme.selection
        draft = out / selection.folder("draft") / f"{named.name}.png"
        try:
            placed = self.place(named)
            faults = [f for f in self.check(named, placed, allowed=allowed) if not self._may_be_needed(f.idle)]
            if any(fault.is_error for fault in faults):
                yield from (replace(fault.diagnostic, number=i) for i, fault in enumerate(faults, start=1))
                yield self.draft(named, placed, faults, draft)
                return
            yield from (fault.diagnostic for fault in faults)
            remove_file(draft)
        except LayoutkitError as fault:
            yield from fault.diagnostics
            return
        for target in targets:
            path = out / selection.folder(target.name, target.modes) / f"{named.name}.{target.format}"
            try:
                data = self.picture(named, placed, target)
                write_file(path, data)
                yield Done(path, len(data))
            except LayoutkitError as fault:
                yield from fault.diagnostics

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

    def picture(self, named: NamedFigure, placed: Placed, target: OutputTokens) -> bytes:
        """The last two passes: on the device pixels of one target, or on paper."""
        if target.format == "pdf":
            from layoutkit.output.pdf import pdf, source_date  # noqa: PLC0415 - only who wants PDF pays for it

            return pdf(self.sheet(named, placed, target), source_date())
        resolution = raster(target, placed.root.rect.width)
        display = paint(route_all(snap(placed.root, resolution.scale)))
        return png(display, resolution.scale, resolution.dpi, _metadata(named))

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


def _metadata(named: NamedFigure) -> Metadata:
    figure = named.figure
    return Metadata(figure.title, figure.alt, figure.language, figure.description, named.name)


def load_figures(paths: Sequence[Path]) -> tuple[list[NamedFigure], list[Failed]]:
    """Load all scripts; those that cannot be loaded do not keep the others from it.

    Raises:
        LayoutkitError: there is no script at all.
    """
    loaded: list[NamedFigure] = []
    failed: list[Failed] = []
    for script in discover(paths):
        try:
            loaded += load_script(script)
        except LayoutkitError as fault:
            failed.append(Failed(fault.diagnostics))
    figures, faults = unique(loaded)
    return figures, failed + [Failed((fault,)) for fault in faults]


def _call(named: NamedFigure, theme: Theme) -> Node:
    figure = named.figure
    try:
        with contextlib.redirect_stdout(sys.stderr):
            node = figure.build(theme)
    except LayoutkitError:
        raise
    except (Exception, SystemExit) as cause:
        what = f"{type(cause).__name__}: {cause}"
        raise LayoutkitError(exception_diagnostic("script", f"{named.script.name} raised {what}", cause)) from cause
    if not isinstance(node, Node):
        message = f"the figure {named.name} returned {node!r:.60}, which is no node"
        fault = LayoutkitError(Diagnostic("no-figure", message, hint="return the Row or Column that holds everything"))
        raise fault
    return node
