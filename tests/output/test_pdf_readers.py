"""Text copied from a PDF file gives the sentences in each of four readers, from turned lines and spaced letters too."""

from __future__ import annotations

import importlib
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from layoutkit.color import Color
from layoutkit.output.pdf import Sheet, pdf
from layoutkit.paint.display import Begin, DisplayList, End, Glyphs
from tests.output.documents import ABOUT, FIGURES, opened, shipped, shipped_sheet
from tests.output.matterhorn import failures
from tests.output.runs import shaped
from tests.programs import JAVASCRIPT, needs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from layoutkit.text.line_space import Quarter

INK = Color(0, 0, 0)
PATIENCE = 120
"""Seconds that a program may take on a busy machine."""


def printed(*command: str) -> str:
    """What a program writes."""
    return subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE).stdout.decode()


def by_poppler(path: Path) -> str:
    return printed("pdftotext", "-raw", str(path), "-")


def by_mupdf(path: Path) -> str:
    pymupdf: Any = importlib.import_module("pymupdf")
    with pymupdf.open(path) as file:
        return "\n".join(page.get_text() for page in file)


def by_pdfjs(path: Path) -> str:
    script = Path(__file__).with_name("read_pdf.mjs")
    return printed("node", str(script), str(JAVASCRIPT / "pdfjs-dist"), str(path))


def by_ghostscript(path: Path) -> str:
    """In the order of the content: its usual format puts letters on lines, those of a turned text below each other.

    Ghostscript 10.0 swaps the bytes of the letters that a ligature stands for, which is undone here.
    """
    device = ("-sDEVICE=txtwrite", "-dTextFormat=0", "-sOutputFile=-")
    found = printed("gs", "-q", "-dNOPAUSE", "-dBATCH", *device, str(path))
    letters = unescape("".join(re.findall('<char [^>]* c="([^"]*)"/>', found)))
    return re.sub("[\u6600\u6900\u6c00]", lambda letter: chr(ord(letter[0]) >> 8), letters)


READERS: Mapping[str, tuple[Callable[[Path], str], tuple[str, str]]] = {
    "Poppler": (by_poppler, ("pdftotext", "poppler-utils")),
    "MuPDF": (by_mupdf, ("import pymupdf", "PyMuPDF")),
    "pdf.js": (by_pdfjs, ("node pdfjs-dist", "pdfjs-dist")),
    "Ghostscript": (by_ghostscript, ("gs", "ghostscript")),
}
every_reader = pytest.mark.parametrize(
    "reader", [pytest.param(name, marks=needs(*wanted)) for name, (_, wanted) in READERS.items()]
)


def read(reader: str, data: bytes, folder: Path) -> str:
    """The text of a file, all spaces alike."""
    path = folder / "file.pdf"
    path.write_bytes(data)
    return plain(READERS[reader][0](path))


def plain(text: str) -> str:
    return " ".join(text.casefold().split())


def missing(texts: list[str], found: str) -> list[str]:
    """The texts that are not there, or come too early."""
    at, lost = 0, []
    for text in texts:
        place = found.find(text, at)
        if place < 0:
            lost.append(text)
        else:
            at = place + len(text)
    return lost


@every_reader
@pytest.mark.parametrize("number", FIGURES)
def test_the_sentences_are_found_in_the_order_of_the_figure(reader: str, number: str, tmp_path: Path) -> None:
    groups = (one for one in shipped_sheet(number).display.operations if isinstance(one, Begin))
    texts = [plain(group.text) for group in groups if group.kind in ("heading", "paragraph")]
    assert missing([text for text in texts if text], read(reader, shipped(number), tmp_path)) == []


def turned(text: str, place: tuple[float, float], quarter: Quarter, spacing: float) -> tuple[Begin, Glyphs, End]:
    return (
        Begin("paragraph", "", text=text),
        Glyphs(*place, shaped(text, size=16, letter_spacing=spacing), INK, "", quarter),
        End(),
    )


def spaced_page() -> bytes:
    """Level and turned lines, their letters at 0 to 1 em from each other."""
    spacings = (0, 1, 2, 4, 8, 16)
    parts = [
        *(turned(f"AVATAR de {s} px", (20, 30 + 50 * i), 0, s) for i, s in enumerate(spacings)),
        *(turned(f"TOYOTA para baixo, {s} px", (600 + 50 * i, 20), 1, s) for i, s in enumerate(spacings)),
        *(turned(f"TOYOTA para cima, {s} px", (900 + 50 * i, 780), -1, s) for i, s in enumerate(spacings)),
    ]
    return pdf(Sheet(DisplayList(1200, 800, tuple(one for part in parts for one in part)), ABOUT, 1200))


@every_reader
def test_letters_far_apart_and_turned_lines_are_words(reader: str, tmp_path: Path) -> None:
    texts = [
        plain(text.format(spacing))
        for text in ("AVATAR de {} px", "TOYOTA para baixo, {} px", "TOYOTA para cima, {} px")
        for spacing in (0, 1, 2, 4, 8, 16)
    ]
    assert missing(texts, read(reader, spaced_page(), tmp_path)) == []


def test_letters_far_apart_have_a_font_with_their_advances() -> None:
    file = opened(spaced_page())
    assert failures(file) == []
    assert len(file.pages[0].resources.Font) == 6  # one for each space between letters
    usual = opened(shipped("02"))
    assert len(usual.pages[0].resources.Font) == len(faces("02"))


def faces(number: str) -> set[tuple[Path, float | None]]:
    runs = (one.run for one in shipped_sheet(number).display.operations if isinstance(one, Glyphs))
    return {(run.face.path, run.face.weight) for run in runs}
