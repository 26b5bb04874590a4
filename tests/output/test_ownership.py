"""Who made a picture, and what others may do with it: in every format, read back by programs of others."""

from __future__ import annotations

import io
import json
import subprocess
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngImageFile

from layoutkit import Card, Renderer, Text, figure, load_theme
from layoutkit.output.metadata import Metadata
from layoutkit.output.pdf import Sheet, book
from layoutkit.paint.display import DisplayList
from tests.output.documents import opened
from tests.output.viewers import needs

if TYPE_CHECKING:
    from pathlib import Path

AUTHOR, LICENCE = 'Zoë <Ünal> & "Filha"', "CC BY 4.0 – cópia livre"
RDF, DC = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{http://purl.org/dc/elements/1.1/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SVG = "{http://www.w3.org/2000/svg}"


def rendered(folder: Path, kind: str, *lines: str) -> bytes:
    """A figure of a series whose [series] has some more lines."""
    tokens = folder / "tokens.toml"
    tokens.write_text("\n".join(['extends = "layoutkit"', "[series]", 'language = "pt"', *lines]), encoding="utf-8")
    hello = figure(title="Olá", alt="Uma palavra.")(lambda _: Card(Text("Olá")))
    return Renderer(load_theme(tokens)).render(hello, kind)


@pytest.fixture(params=["png", "pdf", "svg"])
def kind(request: pytest.FixtureRequest) -> str:
    """A format of files."""
    assert isinstance(request.param, str)
    return request.param


@pytest.fixture
def owned(tmp_path: Path) -> dict[str, bytes]:
    """A file of each format that has both."""
    lines = f"author = '{AUTHOR}'", f"licence = '{LICENCE}'"
    return {kind: rendered(tmp_path, kind, *lines) for kind in ("png", "pdf", "svg")}


def by_exiftool(data: bytes, path: Path) -> dict[str, object]:
    path.write_bytes(data)
    command = ["exiftool", "-json", "-G0", str(path)]
    (found,) = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert isinstance(found, dict)
    return found


def rights(root: ET.Element) -> tuple[list[str | None], dict[str | None, str | None]]:
    """The creators, and the licence by language, of RDF."""
    creators = [item.text for item in root.findall(f".//{DC}creator/{RDF}Seq/{RDF}li")]
    return creators, {item.get(LANG): item.text for item in root.findall(f".//{DC}rights/{RDF}Alt/{RDF}li")}


def test_pillow_reads_them_in_a_png(owned: dict[str, bytes]) -> None:
    with Image.open(io.BytesIO(owned["png"])) as image:
        assert isinstance(image, PngImageFile)
        assert (image.text["Author"], image.text["Copyright"]) == (AUTHOR, LICENCE)
        root = ET.fromstring(image.info["xmp"])  # noqa: S314 - written by this package
    assert rights(root) == ([AUTHOR], {"x-default": LICENCE, "pt": LICENCE})


def test_an_xml_parser_reads_them_in_an_svg(owned: dict[str, bytes]) -> None:
    root = ET.fromstring(owned["svg"])  # noqa: S314 - written by this package
    (about,) = root.findall(f"{SVG}metadata/{RDF}RDF/{RDF}Description")
    assert about.get(f"{RDF}about") == ""
    assert rights(about) == ([AUTHOR], {"x-default": LICENCE, "pt": LICENCE})
    assert [child.tag for child in root][:3] == [f"{SVG}title", f"{SVG}desc", f"{SVG}metadata"]


def test_pikepdf_reads_them_in_a_pdf(owned: dict[str, bytes]) -> None:
    file = opened(owned["pdf"])
    assert str(file.docinfo.Author) == AUTHOR
    with file.open_metadata(update_docinfo=False) as words:
        assert (words["dc:creator"], words["dc:rights"]) == ([AUTHOR], LICENCE)


@needs("pdfinfo", "poppler-utils")
def test_pdfinfo_reads_the_author(owned: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "owned.pdf"
    path.write_bytes(owned["pdf"])
    command = ["pdfinfo", str(path)]
    said = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    assert f"Author:          {AUTHOR}\n" in said


@needs("exiftool", "libimage-exiftool-perl")
def test_exiftool_reads_them_in_every_format(owned: dict[str, bytes], kind: str, tmp_path: Path) -> None:
    found = by_exiftool(owned[kind], tmp_path / f"owned.{kind}")
    assert (found["XMP:Creator"], found["XMP:Rights"]) == (AUTHOR, LICENCE)
    if kind == "png":
        assert (found["PNG:Author"], found["PNG:Copyright"]) == (AUTHOR, LICENCE)
    if kind == "pdf":
        assert found["PDF:Author"] == AUTHOR


def test_a_book_has_those_of_its_figures() -> None:
    about = Metadata("T", "A", "pt", author=AUTHOR, licence=LICENCE)
    sheet = Sheet(DisplayList(10, 10, ()), about, 10)
    file = opened(book([sheet, sheet], "Tudo"))
    assert str(file.docinfo.Author) == AUTHOR
    with file.open_metadata(update_docinfo=False) as words:
        assert (words["dc:title"], words["dc:creator"], words["dc:rights"]) == ("Tudo", [AUTHOR], LICENCE)


def test_one_without_the_other(tmp_path: Path) -> None:
    root = ET.fromstring(rendered(tmp_path, "svg", "licence = 'CC0'"))  # noqa: S314 - written by this package
    assert rights(root) == ([], {"x-default": "CC0", "pt": "CC0"})
    assert "Author" not in opened(rendered(tmp_path, "pdf", "licence = 'CC0'")).docinfo


def test_a_series_without_both_has_the_same_bytes_as_one_with_empty_ones(kind: str, tmp_path: Path) -> None:
    plain = rendered(tmp_path, kind)
    assert rendered(tmp_path, kind, "author = ''", "licence = ''") == plain
    for word in (b"creator", b"rights", b"Author", b"Copyright", b"<metadata"):
        assert word not in plain


def test_the_bytes_are_the_same_each_time(owned: dict[str, bytes], kind: str, tmp_path: Path) -> None:
    assert rendered(tmp_path, kind, f"author = '{AUTHOR}'", f"licence = '{LICENCE}'") == owned[kind]
