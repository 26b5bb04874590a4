"""Running an author's script: its figures, and a message for whatever it raises."""

from __future__ import annotations

import ast
import contextlib
import os
import sys
from functools import lru_cache
from pathlib import Path
from types import CodeType, ModuleType
from typing import TYPE_CHECKING

from layoutkit.audit import watching_code
from layoutkit.diagnostics import (
    Diagnostic,
    LayoutkitError,
    ScriptError,
    described,
    error,
    exception_diagnostic,
    traceback_of,
)
from layoutkit.nodes import Figure
from layoutkit.nodes.figure import declaring
from layoutkit.origin import Location, is_authors, locations
from layoutkit.spelling import keyword_hint
from layoutkit.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.origin import Origin

__all__ = ["figures_of", "names_its_figures", "running", "using_values"]


def figures_of(path: Path) -> tuple[list[Figure], Surroundings]:
    """Run a script and take the figures it declares, in their order; and what its functions need around them.

    Figures that a helper declares while it is imported belong to the script only where it has a name for them.

    Raises:
        LayoutkitError: the script cannot be read or compiled, or raises.
    """
    module = ModuleType(_free_name(path.stem))
    module.__file__ = os.path.abspath(path)  # noqa: PTH100 - symbolic links stay; the script may change the folder
    surroundings = Surroundings(path.parent)
    with running(path, surroundings, module), declaring() as declared:
        exec(_compiled(path), module.__dict__)  # noqa: S102 - running the author's script is the purpose
    named = dict.fromkeys(value for value in module.__dict__.values() if isinstance(value, Figure))
    found = dict.fromkeys(figure for figure, in_import in declared if not in_import or figure in named)
    return list(found | named), surroundings


@contextlib.contextmanager
def running(
    path: Path, surroundings: Surroundings, module: ModuleType | None = None, origin: Origin | None = None
) -> Iterator[None]:
    """Run code of a script in its surroundings.

    Args:
        path: the script.
        surroundings: what it finds around it.
        module: its own module, where it is run for the first time.
        origin: where to point if none of the lines that raise is the author's.

    Raises:
        LayoutkitError: the code raises (``script``).
    """
    with surroundings.entered(module) as signals:
        try:
            with watching_code(surroundings.modules):
                yield
        except LayoutkitError:
            raise
        except BaseException as cause:
            if signals and issubclass(type(cause), KeyboardInterrupt):  # somebody asks the process to end
                raise
            raise ScriptError(_raised(path, cause, origin)) from cause


@contextlib.contextmanager
def using_values(path: Path, origin: Origin) -> Iterator[None]:
    """Use what a script has made: an object of the author's may raise when it is asked for its text or its length.

    Raises:
        LayoutkitError: code of the author's raises (``script``).
    """
    try:
        yield
    except (LayoutkitError, KeyboardInterrupt):
        raise
    except BaseException as cause:
        if not is_authors(traceback_of(cause)):
            raise
        raise ScriptError(_raised(path, cause, origin)) from cause


def names_its_figures(path: Path) -> bool:
    """Whether a script may give a figure another name than its own, as its text shows: a call with ``name=``."""
    try:
        return _names_figures(path.read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return False  # it declares no figure at all


@lru_cache(maxsize=256)
def _names_figures(source: bytes) -> bool:
    tree = ast.parse(source)
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(word.arg in {"name", None} for call in calls for word in call.keywords)


def _free_name(stem: str) -> str:
    """The name of a script's module: no other module has it, and it has no dots, so that pickle finds it."""
    name = stem.replace(".", "_")
    while name in sys.modules:
        name = f"_{name}"
    return name


def _compiled(path: Path) -> CodeType:
    full = os.path.abspath(path)  # noqa: PTH100 - as in __file__
    try:
        source = path.read_bytes()
    except OSError as cause:
        raise error("script", f"cannot read {path}: {cause.strerror}") from None
    try:
        return compile(source, full, "exec", dont_inherit=True)
    except SyntaxError as cause:
        raise ScriptError(_syntax_error(Path(full), cause)) from None
    except ValueError as cause:  # a null byte, before Python 3.11.4
        raise ScriptError(_syntax_error(Path(full), SyntaxError(str(cause)))) from None


def _raised(path: Path, cause: BaseException, origin: Origin | None) -> Diagnostic:
    if type(cause) in {SyntaxError, IndentationError, TabError} and _is_of_file(cause):  # type: ignore[arg-type]  # it is one
        return _syntax_error(Path(cause.filename), cause)  # type: ignore[attr-defined,arg-type]  # of a helper
    where = locations(origin) if origin else (Location(Path(os.path.abspath(path)), 1, 0, 1, 0),)  # noqa: PTH100 - as above
    message = f"{path.name} raised {described(cause)}"
    return exception_diagnostic("script", message, cause, hint=keyword_hint(cause), otherwise=where)


def _is_of_file(cause: SyntaxError) -> bool:
    """Whether an error tells a place in a file, as the interpreter's do; a script may make one with any values."""
    numbers = (cause.lineno, cause.offset, cause.end_lineno, cause.end_offset)
    are_numbers = all(number is None or type(number) is int for number in numbers)
    return are_numbers and type(cause.filename) is type(cause.msg) is str and os.path.isfile(cause.filename)  # noqa: PTH113 - a Path raises for long names


def _syntax_error(path: Path, cause: SyntaxError) -> Diagnostic:
    line, column = max(cause.lineno or 1, 1), max(cause.offset or 0, 0)
    end = cause.end_offset if cause.end_lineno == line and cause.end_offset else column + 1
    place = Location(path, line, column, line, max(end, column + 1))
    return Diagnostic("script", f"{path.name} is not valid Python: {cause.msg}", (place,))
