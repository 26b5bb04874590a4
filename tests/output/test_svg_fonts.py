"""The fonts inside SVG files: cut down to what is used, a variable one to its weight."""

from __future__ import annotations

import base64
import re
import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

from layoutkit.output.svg_fonts import Usage, web_font
from layoutkit.text.face import Face
from layoutkit.text.font_tables import check_deeply
from layoutkit.text.shape import shape
from layoutkit.text.style import TextStyle
from tests.text.support import FONTS

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.output.svg_fonts import WebFont
    from layoutkit.text.shape import GlyphRun

_WIDER = 100
"""Font units that the weight 900 adds to each glyph that varies."""


def variable(folder: Path, letters: str) -> Path:
    """Roboto with a weight axis; only the letters, which are simple glyphs, vary."""
    path = folder / "variable.ttf"
    with TTFont(FONTS / "roboto-400.ttf") as font:
        builder = FontBuilder(font=font)
        builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
        variations = {}
        for name in (font.getBestCmap()[ord(letter)] for letter in letters):
            points = len(font["glyf"][name].getCoordinates(font["glyf"])[0])
            moved = [(0, 0)] * (points + 1) + [(_WIDER, 0)] + [(0, 0)] * 2
            variations[name] = [TupleVariation({"wght": (0, 1, 1)}, moved)]
        builder.setupGvar(variations)
        font.save(path)
    return path


@pytest.mark.parametrize("letters", ["a", "aebcx", "abcdefghklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"])
@pytest.mark.parametrize("weight", [400, 650, 900])
def test_a_healthy_variable_font_is_cut_to_its_weight(tmp_path: Path, letters: str, weight: int) -> None:
    path = variable(tmp_path, letters)
    check_deeply(path.read_bytes(), path, None)
    face = Face(path, weight=weight)
    used = {letter: face.glyph_id(letter) or 0 for letter in "aAz"}
    web = web_font(Usage(face, set(used), set(used.values())))
    assert web.weight == weight
    assert web.hb_font.face.axis_infos == []
    for letter, glyph in used.items():
        own = web.hb_font.get_nominal_glyph(ord(letter))
        assert web.hb_font.get_glyph_h_advance(own) == pytest.approx(face.advance(glyph) * face.units_per_em, abs=1)


def test_the_font_in_the_file_has_no_axis(tmp_path: Path) -> None:
    face = Face(variable(tmp_path, "abc"), weight=700)
    web = web_font(Usage(face, {"a"}, {face.glyph_id("a") or 0}))
    packed = re.search(r"base64,([^)]+)\)", web.rule)
    assert packed
    assert "fvar" not in TTFont(BytesIO(base64.b64decode(packed[1])))


def set_in(file: str, text: str) -> tuple[GlyphRun, WebFont]:
    """A text set in a bundled font, and the font that an SVG file with it has."""
    run = shape(text, Face(FONTS / file), TextStyle("family")).run
    usage = Usage(run.face)
    usage.add(run)
    return run, web_font(usage)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("file", "text"), [
    ("marks-400.ttf", "\u1ea5"),
    ("marks-400.ttf", "x \u1eaf \u1ec7 \u1e17 \u022d"),
    ("roboto-400.ttf", "a\u00e7\u00e3o \u0390 \u03ce"),
    ("roboto-700.ttf", "\u1ea4"),
    ("mono-400.ttf", "\u1ea5 \u1eaf"),
    ("google-sans-700.ttf", "\u1e69 \u00c7\u00c3"),
])  # fmt: skip
def test_a_browser_has_the_letters_that_marks_are_taken_from_or_joined_into(form: str, file: str, text: str) -> None:
    run, web = set_in(file, unicodedata.normalize(form, text))  # type: ignore[arg-type]
    assert web.width(run, 0, len(run.text)) == pytest.approx(run.width, abs=0.01)


def test_a_letter_that_is_had_takes_no_others_into_the_file() -> None:
    _, web = set_in("google-sans-700.ttf", "\u00e7\u00e3")
    assert set(map(chr, web.hb_font.face.unicodes)) == set("\u00e7\u00e3")
