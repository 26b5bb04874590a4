"""Programs of other people that tests compare with: which test needs which, and whether it is here."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["missing", "needs"]


def needs(program: str, package: str) -> pytest.MarkDecorator:
    """Puts a test into the second tier, and skips it where a program is not installed.

    Args:
        program: what is started, such as ``pdftoppm``; or the absolute path of a file that is read.
        package: the Debian package that has it.
    """
    return pytest.mark.programs(program, package)


def missing(marks: Iterable[pytest.Mark]) -> str:
    """The first of the programs named in marks of ``needs`` that is not installed, and how to install it; empty where
    all are there."""
    for mark in marks:
        program, package = mark.args
        if not _is_installed(program):
            return f"{program} is missing: apt-get install {package}"
    return ""


@cache
def _is_installed(program: str) -> bool:
    """A snap counts for nothing, as it cannot read the tests' files."""
    if program.startswith("/"):
        return Path(program).exists()
    return not (shutil.which(program) or "/snap/").startswith("/snap/")
