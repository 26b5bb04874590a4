"""The shipped figures as PDF files, and short ways to read PDF files back with a reader of another make."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2

from layoutkit.loading import load_figures
from layoutkit.output.metadata import Metadata
from layoutkit.output.pdf import Sheet, pdf
from layoutkit.output.target import page_width
from layoutkit.paint import paint
from layoutkit.paint.display import DisplayList
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_theme

if TYPE_CHECKING:
    from PIL import Image

    from layoutkit.discover import NamedFigure
    from layoutkit.layout.arrange import Placed
    from layoutkit.paint.display import Operation

__all__ = [
    "ABOUT",
    "FIGURES",
    "Part",
    "document",
    "opened",
    "parts",
    "rasterised",
    "series",
    "sheet_of",
    "shipped",
    "shipped_sheet",
]

ROOT = Path(__file__).parents[2]
ABOUT = Metadata("Título", "O que se vê: maçãs", "pt-BR")
FIGURES = ("01", "02", "03", "04", "05")
_SHOWS = ("f", "f*", "S", "sh", "Do", "TJ", "Tj")


@cache
def series() -> tuple[Renderer, dict[str, tuple[NamedFigure, Placed]]]:
    """The shipped figures by number, placed."""
    renderer = Renderer(load_theme(ROOT / "tokens.toml"))
    figures, failed = load_figures([ROOT / "figures"])
    assert not failed
    return renderer, {named.name[:2]: (named, renderer.place(named)) for named in figures}


@cache
def shipped_sheet(number: str) -> Sheet:
    """A shipped figure, ready for the press."""
    renderer, figures = series()
    return sheet_of(renderer, *figures[number])


def sheet_of(renderer: Renderer, named: NamedFigure, placed: Placed) -> Sheet:
    """A figure as a page of the PDF output."""
    about = named.figure
    metadata = Metadata(about.title, about.alt, about.language or "pt-BR", about.description, named.name)
    output = renderer.theme.output.pdf
    return Sheet(paint(placed), metadata, page_width(output, placed.root.rect.width))


@cache
def shipped(number: str) -> bytes:
    """A shipped figure as a file."""
    return pdf(shipped_sheet(number))


def document(*operations: Operation, width: float = 200, height: float = 100) -> bytes:
    """Operations on a page that is as large as they are: 1 px is 0.75 pt."""
    return pdf(Sheet(DisplayList(width, height, operations), ABOUT, width))


def opened(data: bytes) -> pikepdf.Pdf:
    """Read a file; what qpdf finds wrong with it fails the test."""
    found = pikepdf.open(io.BytesIO(data))
    assert found.check_pdf_syntax() == []
    return found


def rasterised(data: bytes, scale: float, page: int = 0) -> Image.Image:
    """A page as pixels, ``scale`` for a point."""
    image: Image.Image = pypdfium2.PdfDocument(data)[page].render(scale=scale).to_pil()
    return image.convert("RGB")


@dataclass
class Part:
    """A sequence of marked content."""

    tag: str
    mark: int | None
    """None for an artifact."""
    text: str = ""
    operators: list[str] = field(default_factory=list)


def parts(page: pikepdf.Page) -> list[Part]:
    """The marked content of a page; whatever is shown outside of it fails the test."""
    found: list[Part] = []
    stack: list[str | None] = []
    """For each open sequence, the text that stands for its own."""
    font: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        name = str(instruction.operator)
        if name in ("BMC", "BDC"):
            properties: Any = operands[1] if name == "BDC" else {}
            instead = properties.get("/ActualText") if name == "BDC" else None
            if not stack:
                mark = properties.get("/MCID")
                found.append(Part(str(operands[0]), None if mark is None else int(mark)))
            elif instead is not None:
                found[-1].text += str(instead)
            stack.append(None if instead is None else str(instead))
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            font = _characters(page.resources.Font[str(operands[0])])
        elif name in _SHOWS:
            assert stack, f"{name} shows something that is neither content nor an artifact"
            found[-1].operators.append(name)
            if name == "TJ" and not any(text is not None for text in stack):
                found[-1].text += "".join(_decoded(bytes(item), font) for item in operands[0] if _is_string(item))
    assert stack == []
    return found


def _is_string(item: object) -> bool:
    return isinstance(item, pikepdf.String)


def _decoded(codes: bytes, font: dict[int, str]) -> str:
    return "".join(font[int.from_bytes(codes[i : i + 2], "big")] for i in range(0, len(codes), 2))


def _characters(font: Any) -> dict[int, str]:  # noqa: ANN401 - pikepdf's objects have their type at run time
    table = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", table, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
