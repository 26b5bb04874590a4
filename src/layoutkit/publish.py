"""Figures to files: what may be published is made and written, what may not leaves its files as they were."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.diagnostics import LayoutkitError
from layoutkit.output.files import remove_file, write_file
from layoutkit.output.formats import PICTURE, format_of
from layoutkit.policy import examined
from layoutkit.published import Content, File, Made, Published
from layoutkit.timing import timed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.discover import NamedFigure
    from layoutkit.policy import Unsound
    from layoutkit.renderer import Renderer
    from layoutkit.tokens import OutputTokens

__all__ = ["make", "make_book", "make_draft", "write", "write_content"]


def make(
    renderer: Renderer,
    named: NamedFigure,
    outputs: Sequence[OutputTokens],
    *,
    allowed: frozenset[str] = frozenset(),
) -> Made:
    """Check one figure and make the file of every output; an error in one of them leaves the others.

    A figure that breaks a rule has no files; a draft shows the errors, numbered as the findings.

    Args:
        renderer: of the modes of the outputs.
        named: the figure.
        outputs: the files.
        allowed: ids of rules that are left out.
    """
    dark = {output.name: renderer.dark[output.name] for output in outputs if output.name in renderer.dark}
    found = examined(renderer, named, dark, allowed)
    try:
        drafts = () if found.unsound is None else (_draft(found.unsound, named),)
    except LayoutkitError as raised:
        return Made((*found.findings, *raised.diagnostics))
    paths = dict.fromkeys(_draft_path(look, named) for look in (renderer, *dark.values()))
    drawn = {draft.path for draft in drafts}
    outdated = tuple(path for path in paths if path not in drawn) if found.placed or drafts else ()
    if not found.placed:
        return Made(found.findings, drafts=drafts, outdated=outdated)
    placed, *others = found.placed
    second = dict(zip(dark, others, strict=True))
    findings, files = [*found.findings], list[Content]()
    for output in outputs:
        path = _path(renderer, output, named.name)
        try:
            with timed(output.name):
                data = renderer.picture(named, placed, output, second.get(output.name))
            files.append(Content(path, data, output.name, format_of(output.format).remark(data, output)))
        except LayoutkitError as raised:
            findings += [one for one in raised.diagnostics if one not in findings]  # several outputs may lack the same
    return Made(tuple(findings), tuple(files), outdated=outdated)


def make_draft(
    renderer: Renderer,
    named: NamedFigure,
    outputs: Sequence[OutputTokens],
    *,
    allowed: frozenset[str] = frozenset(),
) -> Made:
    """Check one figure and draw a draft of it, whatever is found; it has no other files.

    Args:
        renderer: of the modes of the outputs.
        named: the figure.
        outputs: the files that it would have.
        allowed: ids of rules that are left out.
    """
    dark = {output.name: renderer.dark[output.name] for output in outputs if output.name in renderer.dark}
    found = examined(renderer, named, dark, allowed)
    unsound = found.unsound
    if unsound is None and not found.placed:
        return Made(found.findings)
    try:
        drafts = [] if unsound is None else [_draft(unsound, named)]
        if unsound is None or unsound.renderer is not renderer:  # its own look is without errors
            placed = found.placed[0] if found.placed else renderer.place(named)
            drafts.insert(0, Content(_draft_path(renderer, named), renderer.draft(named, placed, ())))
    except LayoutkitError as raised:
        return Made((*found.findings, *raised.diagnostics))
    return Made(found.findings, drafts=tuple(drafts))


def make_book(renderer: Renderer, figures: Sequence[NamedFigure], output: OutputTokens, title: str) -> Content:
    """Make figures into one file, a page for each; they are not checked here.

    Raises:
        LayoutkitError: a figure cannot be built.
    """
    return Content(_path(renderer, output, "book"), renderer.book(figures, output, title), output.name)


def write(made: Made, out: Path) -> Published:
    """Write one figure; an error in writing one file leaves the others.

    Args:
        made: the figure.
        out: the folder that has a folder for each output.
    """
    try:
        drafts = tuple(write_content(draft, out) for draft in made.drafts)
        for path in made.outdated:
            remove_file(out / path)
    except LayoutkitError as raised:
        return Published((*made.findings, *raised.diagnostics))
    findings, files = [*made.findings], list[File]()
    for content in made.files:
        try:
            files.append(write_content(content, out))
        except LayoutkitError as raised:
            findings += [one for one in raised.diagnostics if one not in findings]
    return Published(tuple(findings), tuple(files), drafts)


def write_content(content: Content, out: Path) -> File:
    """Write one file.

    Raises:
        LayoutkitError: it cannot be written (``write``).
    """
    path = out / content.path
    write_file(path, content.data)
    return File(path, len(content.data), content.output, content.remark)


def _path(renderer: Renderer, output: OutputTokens, name: str) -> Path:
    return Path(renderer.theme.selection.folder(output.name, output.modes)) / f"{name}.{output.format}"


def _draft(unsound: Unsound, named: NamedFigure) -> Content:
    """The picture of a look with errors."""
    data = unsound.renderer.draft(named, unsound.placed, [fault.marks for fault in unsound.faults])
    return Content(_draft_path(unsound.renderer, named), data)


def _draft_path(renderer: Renderer, named: NamedFigure) -> Path:
    return Path(renderer.theme.selection.folder("draft")) / f"{named.name}.{PICTURE.name}"
