"""The figures as they are now, small, in the modes that are kept."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from layoutkit.layout.arrange import route_all
from layoutkit.layout.snap import snap
from layoutkit.loading import load_figures
from layoutkit.output.metadata import Metadata
from layoutkit.output.png import png
from layoutkit.paint import paint
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_all

if TYPE_CHECKING:
    from layoutkit.discover import NamedFigure
    from layoutkit.tokens.modes import Selection

__all__ = ["PICTURES", "ROOT", "Golden", "draw", "goldens", "read", "stored", "web"]

ROOT = Path(__file__).parents[2]
PICTURES = Path(__file__).parent / "pictures"
_COLORS = 256


@dataclass(frozen=True)
class Golden:
    """One figure in one combination of modes."""

    figure: NamedFigure
    modes: Selection

    @property
    def name(self) -> str:
        """Of its file, without suffix: ``04-pipeline-sft-dark``."""
        return self.modes.folder(self.figure.name)


@cache
def goldens() -> tuple[Golden, ...]:
    """All that are kept: every figure in every combination of modes, but for those that look like another one."""
    figures, failed = load_figures([ROOT / "figures"])
    assert failed == [], failed
    modes = [chosen for chosen in load_all(ROOT / "tokens.toml").axes.combinations() if _is_kept(chosen)]
    return tuple(Golden(figure, chosen) for figure in figures for chosen in modes)


def _is_kept(modes: Selection) -> bool:
    """In print, both themes are the same; ``tests/tokens/test_shipped.py`` says so."""
    return not {"theme", "medium"} <= modes.changes().keys()


@cache
def _renderer(modes: str) -> Renderer:
    pairs = dict(pair.split("=") for pair in modes.split(",") if pair)
    return Renderer(load_all(ROOT / "tokens.toml").theme(pairs))


def draw(golden: Golden, finer: int = 1) -> Image.Image:
    """The figure at half its size, each pixel the mean of four.

    Args:
        golden: the figure and its modes.
        finer: how many times finer the pixels are that are painted; what is seen stays the same but for antialiasing.
    """
    renderer = _renderer(str(golden.modes))
    display = paint(route_all(snap(renderer.place(golden.figure).root, 1.0)))
    figure = golden.figure.figure
    data = png(display, float(finer), 96.0, Metadata(figure.title, figure.alt, figure.language))
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB").reduce(2 * finer)


def web(golden: Golden) -> bytes:
    """The figure as ``layoutkit render`` writes it for the web."""
    renderer = _renderer(str(golden.modes))
    return renderer.picture(golden.figure, renderer.place(golden.figure), renderer.theme.output.web)


def read(name: str, folder: Path = PICTURES) -> Image.Image | None:
    """The accepted picture; None where there is none."""
    path = folder / f"{name}.png"
    if not path.is_file():
        return None
    with Image.open(path) as image:
        return image.convert("RGB")


def stored(image: Image.Image) -> bytes:
    """A picture as a small file."""
    file = io.BytesIO()
    palette = image.quantize(_COLORS, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE)
    palette.save(file, "PNG", optimize=True)
    return file.getvalue()
