"""PDF files are PDF/UA-1 by the judgement of page-validation, which decides the files of veraPDF's corpus rightly."""

from __future__ import annotations

import importlib
import io
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from layoutkit.loading import load_figures
from layoutkit.output.pdf import book, pdf
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_theme
from tests.output.documents import FIGURES, sheet_of, shipped, shipped_sheet
from tests.programs import needs

ROOT = Path(__file__).parents[2]
FOLDERS = ("gallery", "specimen")
"""Of the documentation, with figures and a token file."""

pytestmark = needs("import page", "page-validation")


def failures(data: bytes) -> list[str]:
    """What the judge finds, by the names of its rules."""
    page: Any = importlib.import_module("page")
    report = page.validate_pdf_bytes(data, profile="ua1")
    assert report.is_compliant == (not report.failures)
    return [failure.rule_id for failure in report.failures]


@cache
def documented(folder: str) -> bytes:
    """The figures of a folder of the documentation as a book."""
    renderer = Renderer(load_theme(ROOT / "docs" / folder / "tokens.toml"))
    figures, failed = load_figures(sorted((ROOT / "docs" / folder).glob("[0-9]*.py")))
    assert figures
    assert not failed
    return book([sheet_of(renderer, named, renderer.place(named)) for named in figures], folder)


@pytest.mark.parametrize("number", FIGURES)
def test_a_figure_is_compliant(number: str) -> None:
    assert failures(shipped(number)) == []


def test_the_book_is_compliant() -> None:
    assert failures(book([shipped_sheet(number) for number in FIGURES], "Capítulo 7")) == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_figures_of_the_documentation_are_compliant(folder: str) -> None:
    assert failures(documented(folder)) == []


def test_a_fault_is_found() -> None:
    broken = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(shipped_sheet("01")))) as file:
        root: Any = file.Root
        for element in root.StructTreeRoot.K[0].K:
            if str(element.S) == "/H1":
                element.S = pikepdf.Name("/H2")
        file.save(broken)
    assert failures(broken.getvalue()) == ["PDFUA1-HEADING-NESTING-001"]
