"""Pictures as Matplotlib, Inkscape, draw.io and Mermaid write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from layoutkit import Column, Image
from layoutkit.drawing.shapes import VectorText
from layoutkit.drawing.svg import parse_svg
from layoutkit.paint import paint
from layoutkit.paint.display import FillPath, StrokePath
from tests.style.resolving import arranged

EXPORTS = Path(__file__).parent / "exports"
FOUND = {
    "matplotlib.svg": (55, 0),
    "matplotlib-text.svg": (34, 11),
    "inkscape.svg": (4, 1),
    "inkscape-paths.svg": (13, 0),
    "drawio.svg": (10, 4),
    "mermaid.svg": (13, 6),
}
"""How many shapes and texts the files consist of."""


@pytest.mark.parametrize("name", FOUND)
def test_all_of_an_export_is_read_and_stays_vector(name: str) -> None:
    pytest.importorskip("cssselect2", reason="the extra svg")
    image = parse_svg((EXPORTS / name).read_text(encoding="utf-8"))
    texts = [item for item in image.items if isinstance(item, VectorText)]
    assert (len(image.shapes), len(texts)) == FOUND[name]
    display = paint(arranged(Column(Image(EXPORTS / name, alt="", width=400))))
    vectors = [one for one in display.ink if isinstance(one, FillPath | StrokePath)]
    assert len(vectors) >= len(image.shapes) + len(texts)
