"""``layoutkit new``: a folder to begin with, or one more script beside those that are there."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit import Diagnostic, OutputError, UsageError
from layoutkit.commands.arguments import add_debug
from layoutkit.commands.help import add_command
from layoutkit.commands.preview import INSTALL, missing_packages
from layoutkit.commands.reporting import OK
from layoutkit.diagnostics import did_you_mean, error
from layoutkit.looks import LOOKS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

__all__ = ["EXAMPLES", "add"]

EXAMPLES = ("plain", "series")
"""The folders of templates, the default first."""
_TEMPLATES = "layoutkit.templates"
_DATA, _DOT = ".txt", "dot-"
"""The end of a template's name that its file does not have, and a beginning that stands for a dot."""
_FIGURE = "figure"
_ELSEWHERE = "name a folder in which you may write"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "new",
        "create a series in a new folder, or a figure in this series",
        examples=[
            ("layoutkit new bread", "tokens.toml and a first figure"),
            ("layoutkit new bread --example series", "the same with four figures"),
            ("layoutkit new figure 02-dough", "figures/02-dough.py in this series"),
        ],
    )
    parser.add_argument("folder", metavar="DIR", help="the new folder; or the word `figure`")
    parser.add_argument("name", nargs="?", metavar="NAME", help="name of the figure, after `figure`")
    parser.add_argument("--example", metavar="NAME", help="plain (one figure, the default) or series (four)")
    parser.add_argument("--look", metavar="NAME", help=f"{', '.join(LOOKS)}; default: the base theme")
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the files.

    Raises:
        UsageError: there is something already, nothing can be written there, or a name is none.
    """
    if options.name is not None and options.folder != _FIGURE:
        hint = f"layoutkit new {options.folder}, or layoutkit new figure {options.name}"
        raise _refused(f"there are two names, {options.folder} and {options.name}", hint)
    if options.example is not None and options.example not in EXAMPLES:
        message = f"there is no example {options.example!r}; the examples are {' and '.join(EXAMPLES)}"
        raise _refused(message, did_you_mean(options.example, EXAMPLES))
    if options.look is not None and options.look not in LOOKS:
        message = f"there is no look {options.look!r}; the looks are {', '.join(LOOKS)}"
        raise _refused(message, did_you_mean(options.look, LOOKS))
    if options.name is not None:
        for word in ("example", "look"):
            if getattr(options, word) is not None:
                raise _refused(f"--{word} is for a new folder, and this is a figure", f"leave out --{word}")
        _figure(options.name)
    elif options.folder == _FIGURE:
        raise _refused(
            "the figure has no name", "layoutkit new figure 02-two-words; a folder is layoutkit new ./figure"
        )
    else:
        _folder(options.folder, options.example or EXAMPLES[0], options.look)
    return OK


def _refused(message: str, hint: str) -> UsageError:
    return UsageError(Diagnostic("new", message, hint=hint))


def _folder(name: str, example: str, look: str | None) -> None:
    if not name:
        raise _refused("the folder has no name", "layoutkit new DIR; the current folder is layoutkit new .")
    folder = Path(name)
    _check_empty(folder)
    words = {"TITLE": _title(folder.absolute().name), "EXTENDS": f"layoutkit/{look}" if look else "layoutkit"}
    template = files(_TEMPLATES) / example
    _write_all({folder / path: _filled(file, words) for path, file in _inside(template, Path())}, folder)
    way = f"cd {shlex.quote(name)} && " if Path(os.path.normpath(name)) != Path() else ""
    first = f" (first: {INSTALL})" if missing_packages() else ""
    print(f"\nSee the figures in the browser while you change them{first}:\n    {way}layoutkit preview figures/")
    print(f"Write the files:\n    {way}layoutkit render figures/")


def _check_empty(folder: Path) -> None:
    """Refuse a folder that cannot be begun.

    Raises:
        UsageError: as said.
    """
    try:
        above = next(path for path in (folder, *folder.absolute().parents) if path.exists())
        if not above.is_dir():
            what = f"{folder} is a file" if above == folder else f"{folder} cannot be a folder: {above} is a file"
            raise _refused(what, "name a folder that does not exist yet")
        inside = sorted(path.name for path in folder.iterdir()) if above == folder else []
    except OSError as cause:
        raise _refused(f"cannot read {folder}: {_reason(cause)}", "name another folder") from None
    if inside:
        some = ", ".join(inside[:3]) + (" …" if len(inside) > 3 else "")  # noqa: PLR2004 - a few
        raise _refused(f"the folder {folder} is not empty: it has {some}", "name a folder that does not exist yet")


def _figure(name: str) -> None:
    from layoutkit.tokens.load import nearest_series  # noqa: PLC0415 - not needed for --help

    figures = Path("figures")
    folder = figures if figures.is_dir() else Path()
    series, name = nearest_series(folder), name.removesuffix(".py")
    if not series.suits(name):
        message = f'the name {name!r} breaks the pattern of this series, "{series.file_names}"'
        raise _refused(message, f"call it as in {series.example}")
    path = folder / f"{name}.py"
    if path.exists():
        raise _refused(f"there is a script {path} already", "give the figure another name")
    _write_all({path: _filled(files(_TEMPLATES) / f"{_FIGURE}{_DATA}", {"TITLE": _title(name)})}, folder)


def _title(name: str) -> str:
    """Words from the name of a file or a folder."""
    words = " ".join(re.findall(r"\w+", re.sub(r"^[0-9]+-", "", name))).replace("_", " ").strip()
    return f"{words[:1].upper()}{words[1:]}" or "First series"


# -- files --------------------------------------------------------------------------------------


def _inside(template: Traversable, path: Path) -> Iterator[tuple[Path, Traversable]]:
    """The files of an example, each with its path in the new folder."""
    for one in sorted(template.iterdir(), key=lambda entry: entry.name):
        name = one.name.removesuffix(_DATA)
        name = f".{name.removeprefix(_DOT)}" if name.startswith(_DOT) else name
        if one.is_dir():
            yield from _inside(one, path / name)
        else:
            yield path / name, one


def _filled(template: Traversable, words: Mapping[str, str]) -> bytes:
    """The text of a template with its words, which are escaped where they stand in quotes."""
    text = template.read_text("utf-8")
    for word, said in words.items():
        text = text.replace(f'"{word}"', json.dumps(said, ensure_ascii=False)).replace(word, said)
    return text.encode()


def _write_all(contents: Mapping[Path, bytes], folder: Path) -> None:
    """Write all files, or none: what was written before one that fails is removed, with the folders made for it.

    Raises:
        OutputError: a folder cannot be made, or a file cannot be written (``write``).
    """
    from layoutkit.output.files import write_file  # noqa: PLC0415 - not needed for --help

    made: list[Path] = []
    written: list[Path] = []
    try:
        for path, content in contents.items():
            _make(path.parent, made)
            write_file(path, content)
            written.append(path)
    except BaseException as fault:
        for path in written:
            path.unlink(missing_ok=True)
        for path in reversed(made):
            with contextlib.suppress(OSError):  # somebody else has put something in
                path.rmdir()
        if isinstance(fault, OutputError):
            raise error("write", fault.diagnostics[0].message, hint=_ELSEWHERE) from None
        if isinstance(fault, OSError):
            message = f"cannot make the folder {fault.filename or folder}: {_reason(fault)}"
            raise error("write", message, hint=_ELSEWHERE) from None
        raise
    for path in written:
        print(path)


def _make(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it that are missing, and note each."""
    for path in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
        path.mkdir()
        made.append(path)


def _reason(cause: OSError) -> str:
    words = cause.strerror or type(cause).__name__
    return f"{words[0].lower()}{words[1:]}"
