"""The files of the five figures, read back by other people's programs: Poppler, ExifTool, Pillow and an XML parser."""

from __future__ import annotations

import json
import subprocess
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngImageFile

from layoutkit.paint.display import Begin
from tests.output.documents import FIGURES, series, shipped_sheet
from tests.output.viewers import needs

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit import Figure

RDF, LANG = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{http://www.w3.org/XML/1998/namespace}lang"
ROLE = "graphics-document document"
"""What is inside an `img` is not read aloud."""
DC = "{http://purl.org/dc/elements/1.1/}"
IPTC = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
SVG = "{http://www.w3.org/2000/svg}"
DPI = {"web": 192, "print": 300}

every_figure = pytest.mark.parametrize("number", FIGURES)
every_png = pytest.mark.parametrize("folder", DPI)


def figure_of(number: str) -> Figure:
    return series()[1][number][0].figure


def file_of(published: Path, folder: str, number: str, kind: str) -> Path:
    (path,) = (published / folder).glob(f"{number}-*.{kind}")
    return path


def texts_of(number: str) -> list[str]:
    """Headings and paragraphs as the author wrote them, in order."""
    operations = shipped_sheet(number).display.operations
    said = [one.text for one in operations if isinstance(one, Begin) and one.kind in ("heading", "paragraph")]
    assert len(said) > 10
    return [plain(text) for text in said]


def plain(text: str) -> str:
    """A text without line breaks, and without capitals, which a type role may ask for."""
    return " ".join(text.split()).casefold()


def assert_in_order(texts: list[str], whole: str) -> None:
    at = 0
    for text in texts:
        found = whole.find(text, at)
        assert found >= 0, f"{text!r} is missing or comes too early; what follows is {whole[at : at + 80]!r}"
        at = found + len(text)


# -- PDF by Poppler ---------------------------------------------------------------------------------------------------


@needs("pdftotext", "poppler-utils")
@every_figure
def test_pdftotext_returns_the_sentences_in_reading_order(number: str, published: Path) -> None:
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(file_of(published, "pdf", number, "pdf")), "-"]
    whole = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    assert_in_order(texts_of(number), plain(whole))


@needs("pdffonts", "poppler-utils")
@every_figure
def test_pdffonts_finds_every_font_embedded_and_subset_with_its_characters(number: str, published: Path) -> None:
    command = ["pdffonts", str(file_of(published, "pdf", number, "pdf"))]
    _, _, *rows = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    assert len(rows) >= 3
    for row in rows:
        name, *found, _, _ = row.split()
        tag, plus, _ = name.partition("+")
        assert (len(tag), plus) == (6, "+")
        assert found == ["CID", "TrueType", "Identity-H", "yes", "yes", "yes"]  # embedded, subset, characters known


@needs("pdfinfo", "poppler-utils")
@every_figure
def test_pdfinfo_knows_title_size_and_tags(number: str, published: Path) -> None:
    command = ["pdfinfo", str(file_of(published, "pdf", number, "pdf"))]
    lines = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.splitlines()
    found = {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}
    assert found["Title"] == figure_of(number).title
    assert (found["Tagged"], found["Pages"], found["JavaScript"]) == ("yes", "1", "no")
    assert float(found["Page size"].split()[0]) == pytest.approx(180 / 25.4 * 72, abs=0.01)


# -- PNG by Pillow and ExifTool ---------------------------------------------------------------------------------------


@every_png
@every_figure
def test_pillow_reads_the_words_and_the_resolution_of_a_png(number: str, folder: str, published: Path) -> None:
    figure = figure_of(number)
    with Image.open(file_of(published, folder, number, "png")) as image:
        assert isinstance(image, PngImageFile)
        assert image.info["dpi"] == pytest.approx((DPI[folder], DPI[folder]), abs=0.02)
        assert image.info["srgb"] == 0
        assert image.mode in ("RGB", "P")
        texts = {key: str(text) for key, text in image.text.items() if not key.startswith("XML")}
        languages = {getattr(text, "lang", None) for key, text in image.text.items() if key in texts}
    assert texts == {
        "Title": figure.title,
        "Description": figure.description or figure.alt,
        "Alt Text": figure.alt,
        "Language": "pt-BR",
    }
    assert languages == {"pt-BR"}


@needs("exiftool", "libimage-exiftool-perl")
@every_png
@every_figure
def test_exiftool_reads_the_words_of_a_png(number: str, folder: str, published: Path) -> None:
    figure = figure_of(number)
    command = ["exiftool", "-json", "-G0", str(file_of(published, folder, number, "png"))]
    (found,) = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    description = figure.description or figure.alt
    assert (found["PNG:Title-pt-BR"], found["PNG:Description-pt-BR"]) == (figure.title, description)
    assert (found["XMP:Title"], found["XMP:Description"]) == (figure.title, description)
    assert (found["XMP:AltTextAccessibility"], found["XMP:Language"]) == (figure.alt, "pt-BR")
    assert not any("Date" in key and not key.startswith("File:") for key in found)


# -- XML --------------------------------------------------------------------------------------------------------------


def words(packet: bytes, name: str) -> dict[str | None, str | None]:
    """The alternatives of a property by their languages."""
    root = ET.fromstring(packet)  # noqa: S314 - written by this package
    return {item.get(LANG): item.text for item in root.findall(f".//{name}/{RDF}Alt/{RDF}li")}


@every_png
@every_figure
def test_an_xml_parser_reads_the_xmp_of_a_png(number: str, folder: str, published: Path) -> None:
    figure = figure_of(number)
    with Image.open(file_of(published, folder, number, "png")) as image:
        packet = image.info["xmp"]
    for name, text in (
        (f"{DC}title", figure.title),
        (f"{DC}description", figure.description or figure.alt),
        (f"{IPTC}AltTextAccessibility", figure.alt),
    ):
        assert words(packet, name) == {"x-default": text, "pt-BR": text}


@every_figure
def test_an_xml_parser_reads_the_xmp_of_a_pdf(number: str, published: Path) -> None:
    figure = figure_of(number)
    with pikepdf.open(file_of(published, "pdf", number, "pdf")) as file:
        packet = file.Root.Metadata.read_bytes()
    assert words(packet, f"{DC}title") == {"x-default": figure.title, "pt-BR": figure.title}
    assert set(words(packet, f"{DC}description").values()) == {figure.description or figure.alt}


@every_figure
def test_an_xml_parser_reads_the_words_of_an_svg(number: str, published: Path) -> None:
    figure = figure_of(number)
    root = ET.parse(file_of(published, "svg", number, "svg")).getroot()  # noqa: S314 - written by this package
    assert (root.tag, root.get("role"), root.get("lang"), root.get(LANG)) == (f"{SVG}svg", ROLE, "pt-BR", "pt-BR")
    assert root.findtext(f"{SVG}title") == figure.title
    assert root.findtext(f"{SVG}desc") == f"{figure.alt}\n{figure.description}".rstrip("\n")
    shown = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    assert_in_order(texts_of(number), plain(shown))
