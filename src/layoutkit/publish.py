"""Figures to files: what may be published is written, what may not leaves its files as they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic, LayoutkitError, Severity
from layoutkit.output.files import remove_file, write_file
from layoutkit.output.formats import PICTURE
from layoutkit.policy import examined

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from layoutkit.discover import NamedFigure
    from layoutkit.policy import Unsound
    from layoutkit.renderer import Renderer
    from layoutkit.tokens import OutputTokens

__all__ = ["File", "Published", "draw", "publish", "publish_book"]


@dataclass(frozen=True, slots=True)
class File:
    """A file that was written."""

    path: Path
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class Published:
    """What became of one figure."""

    findings: tuple[Diagnostic, ...]
    files: tuple[File, ...] = ()
    drafts: tuple[File, ...] = ()
    """Pictures that show where the errors are."""

    @property
    def is_sound(self) -> bool:
        """Whether there is no error."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


def publish(
    renderer: Renderer,
    named: NamedFigure,
    outputs: Sequence[OutputTokens],
    out: Path,
    *,
    allowed: frozenset[str] = frozenset(),
) -> Published:
    """Check one figure and write it to every output; an error in writing one of them leaves the others.

    A figure that breaks a rule leaves its files as they were; a draft shows the errors, numbered as the findings.

    Args:
        renderer: of the modes of the outputs.
        named: the figure.
        outputs: the files.
        out: the folder that has a folder for each output.
        allowed: ids of rules that are left out.
    """
    dark = {output.name: renderer.dark[output.name] for output in outputs if output.name in renderer.dark}
    found = examined(renderer, named, dark, allowed)
    findings, files = [*found.findings], list[File]()
    try:
        drafts = () if found.unsound is None else (_draft(found.unsound, named, out),)
        if found.placed or drafts:
            for look in (renderer, *dark.values()):
                path = _draft_path(look, named, out)
                if all(path != draft.path for draft in drafts):
                    remove_file(path)
    except LayoutkitError as raised:
        return Published((*findings, *raised.diagnostics))
    if not found.placed:
        return Published(found.findings, drafts=drafts)
    placed, *others = found.placed
    second = dict(zip(dark, others, strict=True))
    for output in outputs:
        folder = renderer.theme.selection.folder(output.name, output.modes)
        path = out / folder / f"{named.name}.{output.format}"
        try:
            files.append(_written(path, renderer.picture(named, placed, output, second.get(output.name))))
        except LayoutkitError as raised:
            findings += [one for one in raised.diagnostics if one not in findings]  # several outputs may lack the same
    return Published(tuple(findings), tuple(files))


def draw(
    renderer: Renderer,
    named: NamedFigure,
    outputs: Sequence[OutputTokens],
    out: Path,
    *,
    allowed: frozenset[str] = frozenset(),
) -> Published:
    """Check one figure and draw a draft of it, whatever is found; its files are left as they were.

    Args:
        renderer: of the modes of the outputs.
        named: the figure.
        outputs: the files that it would have.
        out: the folder that has the folder of drafts.
        allowed: ids of rules that are left out.
    """
    dark = {output.name: renderer.dark[output.name] for output in outputs if output.name in renderer.dark}
    found = examined(renderer, named, dark, allowed)
    unsound = found.unsound
    if unsound is None and not found.placed:
        return Published(found.findings)
    try:
        drafts = [] if unsound is None else [_draft(unsound, named, out)]
        if unsound is None or unsound.renderer is not renderer:  # its own look is without errors
            placed = found.placed[0] if found.placed else renderer.place(named)
            drafts.insert(0, _written(_draft_path(renderer, named, out), renderer.draft(named, placed, ())))
    except LayoutkitError as raised:
        return Published((*found.findings, *raised.diagnostics))
    return Published(found.findings, drafts=tuple(drafts))


def publish_book(
    renderer: Renderer, figures: Sequence[NamedFigure], output: OutputTokens, out: Path, title: str
) -> File:
    """Write figures as one file, a page for each; they are not checked here.

    Raises:
        LayoutkitError: a figure cannot be built, or the file cannot be written.
    """
    path = out / renderer.theme.selection.folder(output.name, output.modes) / f"book.{output.format}"
    return _written(path, renderer.book(figures, output, title))


def _draft(unsound: Unsound, named: NamedFigure, out: Path) -> File:
    """The picture of a look with errors."""
    data = unsound.renderer.draft(named, unsound.placed, [fault.marks for fault in unsound.faults])
    return _written(_draft_path(unsound.renderer, named, out), data)


def _draft_path(renderer: Renderer, named: NamedFigure, out: Path) -> Path:
    return out / renderer.theme.selection.folder("draft") / f"{named.name}.{PICTURE.name}"


def _written(path: Path, data: bytes) -> File:
    write_file(path, data)
    return File(path, len(data))
