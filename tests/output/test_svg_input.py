"""SVG files as ``Image``: PNG, PDF and SVG show what librsvg and Chromium show of the file itself."""

from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING

import pytest
from PIL import Image as Pillow

from layoutkit import Column, Image
from layoutkit.output.png import png
from layoutkit.output.svg import svg
from layoutkit.paint import paint
from tests.output.alike import Distance, assert_alike, distance
from tests.output.documents import document
from tests.output.pictures import ABOUT
from tests.output.viewers import by_chromium, by_pdftoppm, needs
from tests.style.resolving import arranged

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.paint.display import DisplayList

MOST = Distance(0.6, 70, 25)
"""Edges that lie between pixels differ; a shape that is cut elsewhere gives a patch of 100 and more."""
SQUARE = 'viewBox="0 0 100 100" width="100" height="100"'
DISC = '<circle cx="50" cy="50" r="60" fill="#c00"/>'
SMALL = '<rect width="40" height="30" fill="#06c"/>'
SPIKE = 'd="M20 80 L50 20 L60 80" fill="none" stroke="#00c" stroke-width="12"'
INNER = 'x="10" y="10" width="60" height="60"'
SLICE = 'x="10" y="10" width="80" height="30" preserveAspectRatio="xMaxYMin slice"'
SEEN = {
    "outside-the-view-box": (SQUARE, DISC),
    "stroke-over-the-edge": (SQUARE, '<path d="M0 0H100V100" fill="none" stroke="#0a0" stroke-width="30"/>'),
    "square-cap-over-the-edge": (
        SQUARE,
        '<path d="M40 50H95" stroke="#0a0" stroke-width="20" stroke-linecap="square"/>',
    ),
    "root-that-says-visible": (SQUARE + ' overflow="visible"', DISC),
    "view-box-of-other-proportions": ('viewBox="10 20 50 25" width="100" height="100"', DISC),
    "sliced-view-box": ('viewBox="0 0 100 50" width="100" height="100" preserveAspectRatio="xMinYMid slice"', DISC),
    "stretched-view-box": ('viewBox="0 0 100 50" width="100" height="100" preserveAspectRatio="none"', DISC),
    "hidden": (SQUARE, f'<g visibility="hidden">{DISC}<rect visibility="visible" width="40" height="30"/></g>'),
    "collapsed": (SQUARE, f'<g visibility="collapse">{DISC}</g><rect width="20" height="20"/>'),
    "not-displayed": (SQUARE, f'<g display="none">{DISC}<rect display="inline" width="40" height="30"/></g>'),
    "not-displayed-by-style": (SQUARE, f'<g style="display: none !important">{DISC}</g><rect width="9" height="9"/>'),
    "not-displayed-and-not-understood": (SQUARE, '<g display="none"><text>A</text></g><rect width="40" height="30"/>'),
    "inner-place": (SQUARE, f'<svg x="30" y="20" width="40" height="70">{DISC}</svg>'),
    "inner-view-box": (SQUARE, f'<svg x="10" y="20" width="80" height="40" viewBox="0 0 100 100">{DISC}</svg>'),
    "inner-percent": (SQUARE, f'<svg x="10%" y="50%" width="50%" height="25%">{DISC}</svg>'),
    "inner-overflow": (SQUARE, f'<svg x="30" y="30" width="40" height="40" overflow="visible">{DISC}</svg>'),
    "inner-slice": (
        SQUARE,
        f'<svg {SLICE} viewBox="0 0 100 100">{DISC}</svg>',
    ),
    "inner-of-no-size": (SQUARE, f'<svg width="0" height="40">{DISC}</svg><rect width="40" height="30"/>'),
    "inner-turned": (
        SQUARE,
        f'<g transform="rotate(30 50 50)"><svg x="25" y="25" width="50" height="50">{DISC}</svg></g>',
    ),
    "inner-of-inner": (
        SQUARE,
        f'<svg {INNER} viewBox="0 0 30 30"><svg x="10" y="10" width="50%" height="200%">{DISC}</svg></svg>',
    ),
    "not-displayed-at-last": (SQUARE, f'<g style="display:none !important;display:inline">{DISC}</g>{SMALL}'),
    "not-displayed-after-a-comment": (SQUARE, f'<g style="/* a */ display:/* b */none">{DISC}</g>{SMALL}'),
    "hidden-and-a-word-unknown": (SQUARE, f'<g visibility="hidden"><g visibility="a">{DISC}</g></g>{SMALL}'),
    "not-displayed-in-a-string": (SQUARE, f"<g style=\"font-family:'a;display:none;b'\">{DISC}</g>"),
    "inner-mirrored": (SQUARE, f'<g transform="matrix(-1 0 0 1 100 0)"><svg {INNER}>{DISC}{SMALL}</svg></g>'),
    "just-a-miter": (SQUARE, '<path d="M33.6 90L50 30L66.4 90" fill="none" stroke="#00c" stroke-width="12"/>'),
    "just-no-miter": (SQUARE, '<path d="M35.3 90L50 30L64.7 90" fill="none" stroke="#00c" stroke-width="12"/>'),
    "miter-beyond-the-usual": (
        SQUARE,
        '<path d="M35.3 90L50 30L64.7 90" fill="none" stroke="#00c" stroke-width="12" stroke-miterlimit="5"/>',
    ),
    "miter": (SQUARE, f"<path {SPIKE}/>"),
    "cut-miter": (SQUARE, f'<path {SPIKE} stroke-miterlimit="2"/>'),
    "long-miter": (SQUARE, f'<path {SPIKE} stroke-miterlimit="10" transform="translate(0 30)"/>'),
}
BY_CHROMIUM = {
    "damaged-view-box": ('viewBox="10,20,,50 25" width="100" height="100"', DISC),
    "inner-damaged-view-box": (SQUARE, f'<svg width="50" height="50" viewBox="a b c d">{DISC}</svg>{SMALL}'),
    "inner-negative-view-box": (SQUARE, f'<svg width="50" height="50" viewBox="0 0 -5 5">{DISC}</svg>{SMALL}'),
    "inner-view-box-of-no-size": (SQUARE, f'<svg width="50" height="50" viewBox="0 0 0 9">{DISC}</svg>{SMALL}'),
    "unknown-overflow": (SQUARE, f'<svg {INNER} overflow="a">{DISC}</svg>'),
    "overflow-of-the-viewer": (SQUARE, f'<svg {INNER} overflow="revert">{DISC}</svg>'),
    "contents-of-a-shape": (SQUARE, f'<rect display="contents" width="90" height="90"/>{SMALL}'),
    "another-namespace": (SQUARE, f'<x:rect xmlns:x="urn:x" width="90" height="90"/>{SMALL}'),
}
"""What librsvg reads in a way of its own."""
every_file = pytest.mark.parametrize("name", SEEN)


def by_rsvg(path: Path, width: int = 100) -> Pillow.Image:
    command = ["rsvg-convert", "--background-color=white", f"--width={width}", "--keep-aspect-ratio", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=60)
    with Pillow.open(io.BytesIO(done.stdout)) as image:
        return image.convert("RGB")


def written(name: str, folder: Path) -> tuple[Pillow.Image, DisplayList]:
    """What librsvg shows of a file, and the file as a figure of its own."""
    path = stored(name, folder)
    return by_rsvg(path), painted(path)


def stored(name: str, folder: Path) -> Path:
    attributes, inside = {**SEEN, **BY_CHROMIUM}[name]
    path = folder / f"{name}.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>')
    return path


def painted(path: Path) -> DisplayList:
    node = Column(Image(path, alt="", width=100, height=100), background="#FFFFFF", align="start", width=100)
    return paint(arranged(node))


@needs("rsvg-convert", "librsvg2-bin")
@every_file
def test_png_shows_an_svg_file_as_librsvg_does(name: str, tmp_path: Path) -> None:
    expected, display = written(name, tmp_path)
    with Pillow.open(io.BytesIO(png(display, 1, 96, ABOUT))) as image:
        assert_alike(expected, image.convert("RGB"), MOST, tmp_path / "difference.png")


@needs("rsvg-convert", "librsvg2-bin")
@every_file
def test_svg_shows_an_svg_file_as_librsvg_does(name: str, tmp_path: Path) -> None:
    expected, display = written(name, tmp_path)
    (tmp_path / "out.svg").write_bytes(svg(display, ABOUT))
    assert_alike(expected, by_rsvg(tmp_path / "out.svg"), MOST, tmp_path / "difference.png")


@needs("rsvg-convert", "librsvg2-bin")
@needs("pdftoppm", "poppler-utils")
@every_file
def test_pdf_shows_an_svg_file_as_librsvg_does(name: str, tmp_path: Path) -> None:
    expected, display = written(name, tmp_path)
    (tmp_path / "out.pdf").write_bytes(document(*display.operations, width=100, height=100))
    assert_alike(expected, by_pdftoppm(tmp_path / "out.pdf", (100, 100)), MOST, tmp_path / "difference.png")


@needs("chromium", "chromium")
@needs("pdftoppm", "poppler-utils")
def test_every_output_shows_an_svg_file_as_chromium_does(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    displays = {name: painted(stored(name, tmp_path / "files")) for name in {**SEEN, **BY_CHROMIUM}}
    for name, display in displays.items():
        (tmp_path / "files" / f"{name}-out.svg").write_bytes(svg(display, ABOUT))
    shown = by_chromium(tmp_path / "files", "light", 1)
    for name, display in displays.items():
        (tmp_path / "out.pdf").write_bytes(document(*display.operations, width=100, height=100))
        with Pillow.open(io.BytesIO(png(display, 1, 96, ABOUT))) as image:
            outputs = (image.convert("RGB"), shown[f"{name}-out"], by_pdftoppm(tmp_path / "out.pdf", (100, 100)))
        for output in outputs:
            assert_alike(shown[name], output, MOST, tmp_path / f"{name}.png")


@needs("rsvg-convert", "librsvg2-bin")
def test_the_limits_tell_a_miter_from_a_bevel(tmp_path: Path) -> None:
    sharp, _ = written("miter", tmp_path)
    cut, _ = written("cut-miter", tmp_path)
    assert distance(sharp, cut).patch > MOST.patch
