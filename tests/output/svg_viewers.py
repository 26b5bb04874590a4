"""Pictures of SVG files as other people's programs show them, each at so many pixels for one CSS px, on white.

Browsers load the fonts inside a file; the other programs set its texts in the fonts of the machine.
"""

from __future__ import annotations

import importlib
import io
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PIL import Image

from tests.output.viewers import by_chromium, part_by_pdftoppm, size_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["PROGRAMS", "viewer"]

_PATIENCE = 300
"""Seconds that a program may take on a busy machine."""
_LESS = 1 - 1e-5
"""Typst rounds heights up, and stretches a picture by a row where one is a rounding error above a whole number."""
_POINTS = 72 / 96
"""Points in a CSS px."""

PROGRAMS: Mapping[str, tuple[str, str]] = {
    "Chromium": ("chromium", "chromium"),
    "Firefox": ("firefox", "firefox-esr"),
    "rsvg-convert": ("rsvg-convert", "librsvg2-bin"),
    "Inkscape": ("inkscape", "inkscape"),
    "LibreOffice": ("soffice", "libreoffice-draw"),
    "CairoSVG": ("import cairosvg", "CairoSVG"),
    "resvg": ("import resvg_py", "resvg-py"),
    "Typst": ("import typst", "typst"),
}
"""By name: what ``needs`` asks for."""


def viewer(name: str) -> Callable[[Path, int], Image.Image]:
    """What shows a file in a program: of its path and the pixels for one CSS px."""
    return {
        "Chromium": _chromium,
        "Firefox": _firefox,
        "rsvg-convert": _rsvg_convert,
        "Inkscape": _inkscape,
        "LibreOffice": _libreoffice,
        "CairoSVG": _cairosvg,
        "resvg": _resvg,
        "Typst": _typst,
    }[name]


def _chromium(path: Path, scale: int) -> Image.Image:
    return by_chromium(path.parent, "light", scale)[path.stem]


def _firefox(path: Path, scale: int) -> Image.Image:
    width, height = _pixels(path, scale)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page, shot = Path(folder) / "page.html", Path(folder) / "shot.png"
        style = "<style>body{margin:0}img{display:block}</style>"
        page.write_text(f'<!doctype html>{style}<img src="{path.as_uri()}" width="{width}">', encoding="utf-8")
        profile = ("--profile", folder, "--no-remote")
        window = f"--window-size={width},{height}"
        _run("firefox", "--headless", *profile, window, "--screenshot", str(shot), page.as_uri())
        return _opened(shot.read_bytes()).crop((0, 0, width, height))


def _rsvg_convert(path: Path, scale: int) -> Image.Image:
    return _opened(_run("rsvg-convert", "--zoom", str(scale), str(path)))


def _inkscape(path: Path, scale: int) -> Image.Image:
    with TemporaryDirectory() as folder:
        shot = Path(folder) / "shot.png"
        _run("inkscape", f"--export-width={_pixels(path, scale)[0]}", f"--export-filename={shot}", str(path))
        return _opened(shot.read_bytes())


def _libreoffice(path: Path, scale: int) -> Image.Image:
    return _by_libreoffice(path.parent, scale)[path.stem]


@cache
def _by_libreoffice(source: Path, scale: int) -> Mapping[str, Image.Image]:
    """Every SVG file of a folder by its stem, by way of a PDF: LibreOffice writes PNG files of one resolution only.

    It makes the page of an SVG file one px wider and higher than the picture, and puts that in its middle.
    """
    paths = sorted(source.glob("*.svg"))
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        settings = f"-env:UserInstallation={Path(folder).as_uri()}/settings"
        how = ("--headless", "--convert-to", "pdf:draw_pdf_Export", "--outdir", folder)
        _run("soffice", settings, *how, *map(str, paths), patience=_PATIENCE * len(paths))
        around = scale // 2
        return {
            path.stem: part_by_pdftoppm(
                Path(folder) / f"{path.stem}.pdf", (around, around, *_pixels(path, scale)), scale
            )
            for path in paths
        }


def _cairosvg(path: Path, scale: int) -> Image.Image:
    return _opened(_library("cairosvg").svg2png(url=str(path), scale=scale))


def _resvg(path: Path, scale: int) -> Image.Image:
    return _opened(bytes(_library("resvg_py").svg_to_bytes(svg_path=str(path), zoom=scale)))


def _typst(path: Path, scale: int) -> Image.Image:
    width, height = size_of(path)
    size = f"width: {width * _POINTS}pt, height: {height * _POINTS}pt"
    with TemporaryDirectory() as folder:
        source = Path(folder) / "page.typ"
        (Path(folder) / "figure.svg").write_bytes(path.read_bytes())
        source.write_text(f'#set page({size}, margin: 0pt)\n#place(image("figure.svg", {size}))\n', encoding="utf-8")
        return _opened(_library("typst").compile(str(source), format="png", ppi=72 / _POINTS * scale * _LESS))


def _library(name: str) -> Any:  # noqa: ANN401 - none has types
    """A package that is not installed everywhere."""
    return importlib.import_module(name)


def _run(*command: str, patience: int = _PATIENCE) -> bytes:
    return subprocess.run(command, check=True, capture_output=True, timeout=patience).stdout


def _pixels(path: Path, scale: int) -> tuple[int, int]:
    width, height = size_of(path)
    return round(scale * width), round(scale * height)


def _opened(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        white = Image.new("RGBA", image.size, "white")
        white.alpha_composite(image.convert("RGBA"))
        return white.convert("RGB")
