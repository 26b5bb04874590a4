"""``layoutkit new``: a folder to begin with, or one more script beside those that are there."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.commands.arguments import add_debug
from layoutkit.commands.reporting import OK
from layoutkit.diagnostics import Diagnostic, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

__all__ = ["add"]

_TEMPLATES = "layoutkit.templates"
_FILES = {
    "tokens.toml": "tokens.toml",
    "gitignore.txt": ".gitignore",
    "readme.txt": "README.md",
    "shared.txt": "figures/_shared.py",
    "first.txt": "figures/01-first-figure.py",
}
"""The templates, and what they become. None is called ``*.py``, as tools would take it for a module."""
_FIGURE = "figure"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    what = "begin a series in a new folder, or a figure in this one"
    parser = commands.add_parser(
        "new", help=what, description=f"{what[0].upper()}{what[1:]}: `new DIR`, or `new figure NAME`."
    )
    parser.add_argument("folder", metavar="DIR", help="the folder, which is made; or the word `figure`")
    parser.add_argument("name", nargs="?", metavar="NAME", help="of the figure, such as 02-water-cycle")
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the files.

    Raises:
        UsageError: there is something already, or the name is none.
    """
    if options.name is not None and options.folder != _FIGURE:
        hint = f"layoutkit new {options.folder}, or layoutkit new figure {options.name}"
        raise _refused(f"there are two names, {options.folder} and {options.name}", hint)
    if options.name is not None:
        _figure(options.name)
    elif options.folder == _FIGURE:
        raise _refused(
            "the figure has no name", "layoutkit new figure 02-two-words; a folder is layoutkit new ./figure"
        )
    else:
        _folder(Path(options.folder))
    return OK


def _refused(message: str, hint: str) -> UsageError:
    return UsageError(Diagnostic("new", message, hint=hint))


def _folder(folder: Path) -> None:
    try:
        if folder.exists() and not folder.is_dir():
            raise _refused(f"{folder} is a file", "name a folder that does not exist yet")
        inside = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    except OSError as cause:
        raise _refused(f"cannot read {folder}: {cause.strerror}", "name another folder") from None
    if inside:
        some = ", ".join(inside[:3]) + (" …" if len(inside) > 3 else "")  # noqa: PLR2004 - a few
        raise _refused(f"the folder {folder} is not empty: it has {some}", "name a folder that does not exist yet")
    words = {"TITLE": _title(folder.absolute().name)}
    for template, name in _FILES.items():
        _write(folder / name, template, words)
    print(f"\nNext: cd {folder} && layoutkit render figures/")


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
    _write(path, "figure.txt", {"TITLE": _title(name)})


def _title(name: str) -> str:
    """Words from the name of a file or a folder."""
    words = " ".join(re.findall(r"\w+", re.sub(r"^[0-9]+-", "", name))).replace("_", " ").strip()
    return f"{words[:1].upper()}{words[1:]}" or "First series"


def _write(path: Path, template: str, words: Mapping[str, str]) -> None:
    from layoutkit.output.files import write_file  # noqa: PLC0415 - not needed for --help

    text = (files(_TEMPLATES) / template).read_text("utf-8")
    for word, said in words.items():
        text = text.replace(f'"{word}"', json.dumps(said, ensure_ascii=False)).replace(word, said)
    write_file(path, text.encode())
    print(path)
