"""Programs and packages of other people that tests compare with: which test needs which, and whether it is here."""

from __future__ import annotations

import importlib.util
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["JAVASCRIPT", "missing", "needs"]

_IMPORT, _NODE = "import ", "node "
JAVASCRIPT = Path(__file__).parents[1] / ".venv" / "javascript" / "node_modules"
"""Where set-up puts packages for Node."""


def needs(program: str, package: str) -> pytest.MarkDecorator:
    """Puts a test into the second tier, and skips it where a program is not installed.

    Args:
        program: what is started, such as ``pdftoppm``; or the absolute path of a file that is read; or what is
            imported, such as ``import cairosvg``; or what Node loads, such as ``node pdfjs-dist``.
        package: the Debian package that has it, or the package on PyPI or npm where it is imported.
    """
    return pytest.mark.programs(program, package)


def missing(marks: Iterable[pytest.Mark]) -> str:
    """The first of the programs named in marks of ``needs`` that is not installed, and how to install it; empty where
    all are there."""
    for mark in marks:
        program, package = mark.args
        if not _is_installed(program):
            if program.startswith(_NODE):
                return f"{package} is missing: npm install --prefix .venv/javascript {package}"
            installer = "pip" if program.startswith(_IMPORT) else "apt-get"
            return f"{program.removeprefix(_IMPORT)} is missing: {installer} install {package}"
    return ""


@cache
def _is_installed(program: str) -> bool:
    """A snap counts for nothing, as it cannot read the tests' files."""
    if program.startswith(_IMPORT):
        return importlib.util.find_spec(program.removeprefix(_IMPORT)) is not None
    if program.startswith(_NODE):
        return _is_installed("node") and (JAVASCRIPT / program.removeprefix(_NODE) / "package.json").exists()
    if program.startswith("/"):
        return Path(program).exists()
    return not (shutil.which(program) or "/snap/").startswith("/snap/")
