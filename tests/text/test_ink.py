"""Even spacing: the ink of every glyph lies where its position says, to a small part of a device pixel."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from layoutkit.text.paragraph import StyledSpan
from layoutkit.text.style import TextStyle
from tests.text.ink import darkness, glyphs_of
from tests.text.support import TYPESETTER

if TYPE_CHECKING:
    from layoutkit.paint.display import Glyphs

PRINT = 180 / 25.4 * 300 / 1000
"""Device pixels for a px where 1000 px are 180 mm wide at 300 dpi."""
SCALES = [1, 2, PRINT]
STEMS = "IlI|lIl Il|IlIl IIlIl|"
"""Letters that are one upright bar."""
START = 4.3
"""px; a text that begins anywhere, not on a pixel."""
FINEST = 0.02
"""Device px: what a coverage in 255 steps can tell, at both edges of a bar."""


def line_of(text: str, family: str, spacing: float = 0.0) -> Glyphs:
    style = TextStyle(family, size=16, line_height=30, letter_spacing=spacing, language="und")
    (glyphs,) = glyphs_of(TYPESETTER.paragraph([StyledSpan(text, style)], wrap="nowrap").set(0), START, 0)
    return glyphs


def on_pixels(glyphs: Glyphs, scale: float) -> list[float]:
    """The middle in px of every bar, by how far its first and its last pixel are covered at half height."""
    rows = darkness([glyphs], glyphs.x + glyphs.run.width + 5, 30, scale)
    row = rows[int((glyphs.y - 5) * scale)]
    bars: list[list[int]] = []
    for i, share in enumerate(row):
        if share > 0:
            if i and row[i - 1] > 0:
                bars[-1].append(i)
            else:
                bars.append([i])
    assert all(len(bar) > 1 and all(row[i] == 1 for i in bar[1:-1]) for bar in bars)
    return [(bar[0] + 1 - row[bar[0]] + bar[-1] + row[bar[-1]]) / 2 / scale for bar in bars]


def as_shaped(glyphs: Glyphs) -> list[float]:
    """The middle in px of every bar, by the glyphs' positions and outlines."""
    found = []
    for glyph, x in zip(glyphs.run.glyph_ids, glyphs.run.xs, strict=True):
        edges = [op.x for op in glyphs.run.face.outline(glyph) if hasattr(op, "x")]
        if edges:
            found.append(START + x + (min(edges) + max(edges)) / 2 * glyphs.run.size)
    return found


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("family", ["Roboto", "Google Sans"])
def test_bars_stand_where_shaping_puts_them(family: str, scale: float) -> None:
    glyphs = line_of(STEMS, family, spacing=1.37)
    assert on_pixels(glyphs, scale) == pytest.approx(as_shaped(glyphs), abs=FINEST / scale)


@pytest.mark.parametrize("scale", SCALES)
def test_equal_letters_are_equally_far_apart(scale: float) -> None:
    """On whole pixels the gaps of 3.9 px would be 3, 4 and 5."""
    glyphs = line_of("l" * 30, "Roboto")
    advance = glyphs.run.face.advance(glyphs.run.glyph_ids[0]) * 16
    assert min(advance % 1, 1 - advance % 1) > 5 * FINEST  # else whole pixels would do as well
    gaps = [right - left for left, right in pairwise(on_pixels(glyphs, scale))]
    assert gaps == pytest.approx([advance] * 29, abs=2 * FINEST / scale)


def test_scales_agree() -> None:
    once, twice, fine = (on_pixels(line_of(STEMS, "Roboto", spacing=1.37), scale) for scale in SCALES)
    assert once == pytest.approx(twice, abs=2 * FINEST)
    assert once == pytest.approx(fine, abs=2 * FINEST)
