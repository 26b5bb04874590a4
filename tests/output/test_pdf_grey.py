"""What is grey in a PDF is printed with black ink alone: the ink that Ghostscript would put on each plate."""

from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.loading import load_figures
from layoutkit.output.pdf import pdf
from layoutkit.paint.display import (
    Dots,
    DrawPicture,
    DropShadow,
    FillPath,
    FillRect,
    Glyphs,
    GridLines,
    LinearGradient,
    StrokePath,
    StrokeRect,
)
from layoutkit.path import LineTo, MoveTo, Path
from layoutkit.picture import Picture
from layoutkit.renderer import Renderer
from layoutkit.tokens.load import load_all
from tests.output.documents import FIGURES, ROOT, document, opened, sheet_of
from tests.output.operations import BOW, PAGE
from tests.output.runs import shaped
from tests.output.viewers import needs

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from layoutkit.paint.display import Operation

GREY, CLEAR, RED = Color(0.4, 0.4, 0.4), Color(0.2, 0.2, 0.2, 0.5), Color(1, 0, 0)
NEARLY = Color(0.4, 0.4 + 0.001, 0.4)
"""What colour maths leaves of a grey: less than half a level of 8 bits between its components."""
EVEN = LinearGradient(20, 0, 180, 0, ((0, GREY), (1, Color(0.9, 0.9, 0.9))))
FADING = LinearGradient(20, 0, 180, 0, ((0, GREY), (0.5, NEARLY), (1, CLEAR)))


def picture(mode: str, kind: str, *, grey: bool = True) -> Picture:
    """A picture of greys, or all red."""
    image = Image.linear_gradient("L").resize((32, 32)).convert(mode)
    if not grey:
        image.paste((255, 0, 0), (0, 0, 32, 32))
    file = io.BytesIO()
    image.save(file, kind)
    return Picture(32, 32, "png" if kind == "png" else "jpeg", file.getvalue())


OPERATIONS: dict[str, tuple[Operation, ...]] = {
    "fill": (FillRect(PAGE, 4, GREY),),
    "fill that colour maths left nearly grey": (FillRect(PAGE, 4, NEARLY),),
    "transparent fill": (FillRect(PAGE, 0, GREY), FillRect(PAGE, 0, CLEAR)),
    "path": (FillPath(BOW, GREY),),
    "border": (StrokeRect(PAGE, 4, 3, "dashed", GREY),),
    "line": (StrokePath(Path((MoveTo(30, 50), LineTo(165, 50))), 8, (), CLEAR),),
    "dots": (Dots(PAGE, 12, 2.5, GREY),),
    "grid": (GridLines(PAGE, (30, 60), (20, 50), 1, GREY),),
    "shadow": (FillRect(PAGE, 0, GREY), DropShadow(PAGE.grown(-12), 10, 5, CLEAR)),
    "text": (Glyphs(30, 60, shaped("Grey"), CLEAR),),
    "gradient": (FillRect(PAGE, 0, EVEN), FillPath(BOW, FADING)),
    "grey png": (DrawPicture(PAGE, picture("L", "png")),),
    "coloured png of greys": (DrawPicture(PAGE, picture("RGB", "png")),),
    "transparent png of greys": (DrawPicture(PAGE, picture("RGBA", "png")),),
    "grey jpeg": (DrawPicture(PAGE, picture("L", "jpeg")),),
    "coloured jpeg of greys": (DrawPicture(PAGE, picture("RGB", "jpeg")),),
}
PLATES = ("cyan", "magenta", "yellow", "black")


def inks(data: bytes, folder: FilePath) -> dict[str, float]:
    """How much of each page, summed up, each ink covers."""
    path = folder / "page.pdf"
    path.write_bytes(data)
    command = ["gs", "-q", "-o", "-", "-sDEVICE=inkcov", str(path)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True, timeout=240).stdout.splitlines()
    shares = [[float(share) for share in line.split()[:4]] for line in lines if "CMYK" in line]
    assert shares
    return dict(zip(PLATES, map(sum, zip(*shares, strict=True)), strict=True))


@needs("gs", "ghostscript")
@pytest.mark.parametrize("name", OPERATIONS)
def test_grey_is_black_ink(name: str, tmp_path: FilePath) -> None:
    found = inks(document(*OPERATIONS[name]), tmp_path)
    assert found.pop("black") > 0.001
    assert found == {"cyan": 0, "magenta": 0, "yellow": 0}


@needs("gs", "ghostscript")
@pytest.mark.parametrize("grey", [FillRect(PAGE, 0, GREY), Glyphs(30, 60, shaped("Grey"), GREY), FillPath(BOW, EVEN)])
def test_grey_beside_a_colour_is_black_ink(grey: Operation, tmp_path: FilePath) -> None:
    alone = inks(document(FillRect(Rect(0, 0, 10, 10), 0, RED)), tmp_path)
    both = inks(document(FillRect(Rect(0, 0, 10, 10), 0, RED), grey), tmp_path)
    assert both.pop("black") > alone.pop("black")
    assert both == alone


@needs("gs", "ghostscript")
def test_colour_is_still_coloured(tmp_path: FilePath) -> None:
    for one in (FillRect(PAGE, 0, RED), DrawPicture(PAGE, picture("RGB", "jpeg", grey=False))):
        assert inks(document(one), tmp_path)["magenta"] > 0.5


@needs("gs", "ghostscript")
@pytest.mark.parametrize("number", FIGURES)
def test_figures_in_the_mode_for_print_are_black_ink(number: str, tmp_path: FilePath) -> None:
    renderer = Renderer(load_all(ROOT / "tokens.toml").theme({"medium": "print"}))
    (named,) = (one for one in load_figures([ROOT / "figures"])[0] if one.name.startswith(number))
    found = inks(pdf(sheet_of(renderer, named, renderer.place(named))), tmp_path)
    assert found.pop("black") > 0.1
    assert found == {"cyan": 0, "magenta": 0, "yellow": 0}


def test_a_fill_and_a_stroke_in_grey_and_colour_follow_each_other() -> None:
    """A colour is set once until it changes, in whichever space it is."""
    colors = (GREY, RED, RED, GREY, GREY)
    data = document(*(FillRect(PAGE, 0, color) for color in colors), StrokeRect(PAGE, 0, 2, "solid", GREY))
    with opened(data) as file:
        drawn = file.pages[0].Contents.read_bytes().decode().split("\n")
    assert [line for line in drawn if line.endswith((" g", " rg", " G", " RG"))] == [
        "0.4 g", "1 0 0 rg", "0.4 g", "0.4 G",
    ]  # fmt: skip
