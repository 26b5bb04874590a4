"""A font has a character when it can be drawn: colour pictures are refused, with a message that says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from layoutkit.diagnostics import LayoutkitError
from layoutkit.text.face import Face
from layoutkit.text.fonts import FontFamily, FontFile, FontLibrary
from layoutkit.text.paragraph import StyledSpan, Typesetter
from tests.text.color_fonts import KINDS, SNOWMAN, color_font
from tests.text.support import FONTS, SMALL, small_font, typesetter_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("kind", KINDS)
def test_a_colour_picture_is_refused_and_named(tmp_path: Path, kind: str) -> None:
    path = color_font(tmp_path, kind)
    with pytest.raises(LayoutkitError) as caught:
        typesetter_of(path).paragraph([StyledSpan(SNOWMAN, SMALL)])
    (found,) = caught.value.diagnostics
    assert found.rule == "missing-glyph"
    assert found.message == (
        f"no font of 'Small' can draw '☃' U+2603 SNOWMAN: small.ttf has it in colour only ({KINDS[kind]}), "
        "and only outlines are drawn"
    )


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "CBDT-alone"])
def test_the_outlines_of_a_colour_font_are_used(tmp_path: Path, kind: str) -> None:
    (line,) = typesetter_of(color_font(tmp_path, kind)).paragraph([StyledSpan("a f", SMALL)]).set(100).lines
    assert len(line.runs[0].glyphs.glyph_ids) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_fallback_that_can_draw_the_character_is_taken(tmp_path: Path, kind: str) -> None:
    colour = color_font(tmp_path, kind)
    families = {
        "Small": FontFamily("Small", (FontFile(colour),), ("Symbols",)),
        "Symbols": FontFamily("Symbols", (FontFile(FONTS / "symbols-400.ttf"),)),
    }
    (line,) = Typesetter(FontLibrary(families)).paragraph([StyledSpan(SNOWMAN, SMALL)]).set(100).lines
    assert [run.glyphs.face.path.name for run in line.runs] == ["symbols-400.ttf"]


def test_a_picture_with_an_outline_beside_it_is_drawn_as_the_outline(tmp_path: Path) -> None:
    path = color_font(tmp_path, "COLR")
    with TTFont(path) as font:
        font["glyf"]["u2603"] = font["glyf"]["u0061"]
        font.save(path)
    face = Face(path)
    assert face.shows(SNOWMAN)
    assert face.outline(face.glyph_id(SNOWMAN) or 0)


def test_letters_that_join_into_a_colour_picture_are_refused(tmp_path: Path) -> None:
    path = color_font(tmp_path, "COLR", "feature liga { sub u0061 u0066 by u2603; } liga;")
    with pytest.raises(LayoutkitError, match=r"with 'f' .*small\.ttf has it in colour only \(COLR\)"):
        typesetter_of(path).paragraph([StyledSpan("a af", SMALL)])
    off = replace(SMALL, features=(("liga", 0),))
    assert typesetter_of(path).paragraph([StyledSpan("a af", off)]).set(100).lines


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u2800", "\u3164", "\u200b"])
def test_characters_that_are_blank_by_nature_need_no_ink(tmp_path: Path, blank: str) -> None:
    path = small_font(tmp_path, {"a": 500, blank: 300})
    with TTFont(path) as font:
        font["glyf"][f"u{ord(blank):04X}"] = font["glyf"][".notdef"].__class__()
        font.save(path)
    assert Face(path).shows(blank)


def test_a_letter_without_ink_is_not_had(tmp_path: Path) -> None:
    path = small_font(tmp_path, {"a": 500, "b": 500})
    with TTFont(path) as font:
        font["glyf"]["u0062"] = font["glyf"][".notdef"].__class__()
        font.save(path)
    with pytest.raises(LayoutkitError, match=r"can draw 'b' .*small\.ttf has it without an outline"):
        typesetter_of(path).paragraph([StyledSpan("ab", SMALL)])
