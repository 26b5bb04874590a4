"""``layoutkit catalog``: a page in Markdown that presents all figures of a folder, from what they say of themselves."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit import Diagnostic, Severity, UsageError
from layoutkit.commands.arguments import add_debug
from layoutkit.commands.help import add_command
from layoutkit.commands.reporting import FAILED, OK, report
from layoutkit.diagnostics import error
from layoutkit.languages import NEUTRAL, known_tags, language_for
from layoutkit.origin import locations

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from layoutkit.discover import NamedFigure

__all__ = ["add"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "catalog",
        "write a README that presents the figures of a folder",
        examples=[("layoutkit catalog figures/", "writes figures/README.md")],
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder of figure scripts")
    parser.add_argument("--lang", metavar="LANGUAGE", help="language of the headings; default: that of the figures")
    parser.add_argument("--pictures", type=Path, default=Path("out/web"), metavar="DIR",
                        help="folder of the pictures; default: out/web")  # fmt: skip
    parser.add_argument("--out", type=Path, metavar="FILE", help="default: README.md in the folder")
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the page; where a script fails, it stays as it was."""
    from layoutkit.commands.catalog_page import page  # noqa: PLC0415
    from layoutkit.loading import load_figures  # noqa: PLC0415 - HarfBuzz, not needed for --help
    from layoutkit.output.files import write_file  # noqa: PLC0415
    from layoutkit.tokens.load import nearest_series  # noqa: PLC0415

    if options.folder.is_file():
        fault = error("no-scripts", f"{options.folder} is a file", hint="a catalog is of the folder that it is in")
        raise UsageError(*fault.diagnostics)
    if options.lang is not None and language_for(options.lang).catalog is None:
        message = f"the catalog has no headings in the language {options.lang!r}"
        known = [tag for tag in known_tags() if language_for(tag).catalog is not None]
        raise UsageError(Diagnostic("unknown-language", message, hint=f"use one of {', '.join(known)}"))
    figures, failed = load_figures([options.folder])
    if failed:
        for failure in failed:
            report(failure.diagnostics)
        fault = error(
            "no-catalog", "the catalog is not written: some figures have errors", hint="see the messages above"
        )
        report(fault.diagnostics)
        return FAILED
    out: Path = options.out or options.folder / "README.md"
    language = options.lang or figures[0].figure.language or nearest_series(options.folder).language or NEUTRAL.tag
    introduction = _introduction(options.folder / f"_catalog.{language}.md")
    report([finding for figure in figures for finding in _gaps(figure, options.pictures)])
    write_file(
        out, page(figures, language, introduction, _way(out, options.pictures), _way(out, options.folder)).encode()
    )
    print(out)
    return OK


def _way(page: Path, folder: Path) -> str:
    """The folder as seen from the page, as links in the page have it."""
    return Path(os.path.relpath(folder.resolve(), page.resolve().parent)).as_posix()


def _introduction(file: Path) -> str:
    """What the author says of the series; empty where there is no such file."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as cause:
        raise error("script", f"{file} is not UTF-8 at byte {cause.start}", hint="save it as UTF-8") from None
    except OSError as cause:
        raise error("script", f"cannot read {file}: {cause.strerror}") from None


def _gaps(named: NamedFigure, pictures: Path) -> Iterator[Diagnostic]:
    """What the page will lack."""
    from layoutkit.output.formats import PICTURE  # noqa: PLC0415 - not needed for --help

    missing = [word for word in ("section", "goal", "shows") if not getattr(named.figure, word)]
    if missing:
        message = f"the catalog lacks {', '.join(missing)} of {named.name}"
        hint = 'add section="…", goal="…", shows=["…"] to @figure'
        yield Diagnostic("no-catalog", message, locations(named.figure.origin), hint, Severity.WARNING)
    picture = pictures / f"{named.name}.{PICTURE.name}"
    if not picture.is_file():
        hint = f"layoutkit render {named.script} writes it; --pictures DIR names another folder"
        yield Diagnostic("no-catalog", f"there is no picture {picture}", (), hint, Severity.WARNING)
