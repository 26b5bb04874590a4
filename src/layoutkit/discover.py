"""Figure scripts: finding them, loading them, and naming what they declare."""

from __future__ import annotations

import contextlib
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, ModuleType
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic, LayoutkitError, error, exception_diagnostic
from layoutkit.nodes import Figure
from layoutkit.origin import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["NamedFigure", "discover", "load_script", "unique"]

_CONVENTION = re.compile(r"\d{2}-[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure with the name of its files."""

    name: str
    figure: Figure
    script: Path


def discover(paths: Sequence[Path]) -> list[Path]:
    """The scripts among files and folders, in the order of their names.

    A folder's scripts are its ``*.py`` files; those that start with ``_`` or ``.`` are helpers.

    Raises:
        LayoutkitError: a path does not exist, or nothing is found (``no-scripts``).
    """
    scripts: list[Path] = []
    for path in paths:
        try:
            if path.is_dir():
                scripts += sorted(p for p in path.glob("*.py") if not p.name.startswith(("_", ".")))
            elif path.is_file():
                scripts.append(path)
            else:
                raise error("no-scripts", f"there is no folder or script {path}")
        except OSError as cause:
            raise error("no-scripts", f"cannot read {path}: {cause.strerror}") from None
    if not scripts:
        names = ", ".join(str(path) for path in paths)
        raise error(
            "no-scripts", f"no figure scripts in {names}", hint="a figure script is a file such as 01-overview.py"
        )
    return list(dict.fromkeys(scripts))


def load_script(path: Path) -> list[NamedFigure]:
    """Run a script and take the figures it declares, in their order.

    Raises:
        LayoutkitError: the script cannot be read or compiled, raises, or declares no figure, or the
            name of a figure breaks the convention.
    """
    module = ModuleType(path.stem)
    module.__file__ = str(path)
    try:
        with _importing_from(path.parent):
            exec(_compiled(path), module.__dict__)  # noqa: S102 - running the author's script is the purpose
    except SyntaxError as cause:
        raise LayoutkitError(_syntax_error(path, cause)) from None
    except LayoutkitError:
        raise
    except (Exception, SystemExit) as cause:
        raise LayoutkitError(_raised(path, cause)) from cause
    figures = [value for value in module.__dict__.values() if isinstance(value, Figure)]
    if not figures:
        place = Place(path, 1, 0, 1, 0)
        message = f"{path.name} declares no figure"
        raise error("no-figure", message, place=place, hint='decorate a function with @figure(title="…", alt="…")')
    return [NamedFigure(_checked_name(figure, path), figure, path) for figure in figures]


def unique(figures: Sequence[NamedFigure]) -> tuple[list[NamedFigure], list[Diagnostic]]:
    """Split figures into those with a name of their own and a finding for each that takes another's."""
    first: dict[str, NamedFigure] = {}
    faults: list[Diagnostic] = []
    for named in figures:
        holder = first.setdefault(named.name, named)
        if holder is not named:
            message = f"two figures are named {named.name!r}; the other one is in {holder.script.name}"
            fault = error("duplicate-name", message, origin=named.figure.origin, hint='give one of them name="…"')
            faults += fault.diagnostics
    return list(first.values()), faults


def _checked_name(figure: Figure, path: Path) -> str:
    name = figure.name or path.stem
    if not _CONVENTION.fullmatch(name):
        message = f"the name {name!r} breaks the convention XX-nome-do-conceito"
        hint = "two digits, then words in a-z and 0-9, joined by hyphens: 04-pipeline-sft"
        raise error("file-name", message, origin=figure.origin, hint=hint)
    return name


@contextlib.contextmanager
def _importing_from(folder: Path) -> Iterator[None]:
    """Let a script import helpers beside it, and forget them afterwards; prints go to stderr."""
    folder = folder.resolve()
    known, dont_write = set(sys.modules), sys.dont_write_bytecode
    sys.path.insert(0, str(folder))
    sys.dont_write_bytecode = True
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield
    finally:
        sys.dont_write_bytecode = dont_write
        sys.path.remove(str(folder))
        for name in set(sys.modules) - known:
            file = getattr(sys.modules[name], "__file__", None)
            if file is not None and Path(file).parent == folder:
                del sys.modules[name]


def _raised(path: Path, cause: BaseException) -> Diagnostic:
    what = f"{type(cause).__name__}: {cause}" if str(cause) else type(cause).__name__
    return exception_diagnostic("script", f"{path.name} raised {what}", cause)


def _compiled(path: Path) -> CodeType:
    try:
        source = path.read_bytes()
    except OSError as cause:
        raise error("script", f"cannot read {path}: {cause.strerror}") from None
    try:
        return compile(source, str(path), "exec", dont_inherit=True)
    except ValueError as cause:  # a null byte, before Python 3.11.4
        raise SyntaxError(str(cause), (str(path), 1, 0, None)) from None


def _syntax_error(path: Path, cause: SyntaxError) -> Diagnostic:
    line, column = cause.lineno or 1, cause.offset or 0
    end = cause.end_offset if cause.end_lineno == line and cause.end_offset else column + 1
    place = Place(Path(cause.filename or path), line, column, line, max(end, column + 1))
    return Diagnostic("script", f"{path.name} is not valid Python: {cause.msg}", (place,))
