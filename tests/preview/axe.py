"""axe-core, which looks for barriers in a page; npm brings it when a test first needs it."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.preview.browser import Page

__all__ = ["axe_core", "barriers"]

_NAME = "axe-core-4.14.1"
_FOLDER = Path(__file__).parents[2] / "build" / _NAME
_PATIENCE = 120
_RUN = """
axe.run({exclude: [['.picture']]}, {resultTypes: ['violations'], runOnly: [
    'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then((found) => JSON.stringify(
    found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}: ${one.help}`))))
"""
"""Figures are left out: what they are like is checked by the rules, and shown as it is."""


def axe_core() -> str:
    """The program; a test that needs it is skipped where it cannot be had."""
    file = _FOLDER / "package" / "axe.min.js"
    if not file.is_file():
        _FOLDER.mkdir(parents=True, exist_ok=True)
        npm = shutil.which("npm") or "npm"
        command = [npm, "pack", "--silent", "--pack-destination", str(_FOLDER), _NAME.replace("core-", "core@")]
        try:
            subprocess.run(command, cwd=_FOLDER, check=True, capture_output=True, timeout=_PATIENCE)
        except (OSError, subprocess.SubprocessError):
            pytest.skip(f"{_NAME} is missing, and npm cannot download it")
        with tarfile.open(_FOLDER / f"{_NAME}.tgz") as archive:
            archive.extractall(_FOLDER, filter="data")
    return file.read_text(encoding="utf-8")


def barriers(page: Page) -> list[str]:
    """What it finds in a page that has loaded it, a sentence each."""
    found: list[str] = json.loads(page.run(_RUN))
    return found
