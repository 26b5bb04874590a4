"""Digits, signs and hyphens of a font that would spoil a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from layoutkit import Column, Row, Text
from layoutkit.check.font_glyphs import doubtful_glyphs
from layoutkit.layout.arrange import arrange
from layoutkit.paint import paint
from layoutkit.paint.display import Glyphs
from layoutkit.renderer import Renderer
from layoutkit.style.resolve import resolve
from layoutkit.tokens import load_all, load_theme

ROOT = Path(__file__).parents[2]
ROBOTO = ROOT / "fonts" / "roboto-400.ttf"


def changed(path: Path, *, low: bool = False, lining: bool = False, flat: str = "", without: str = "") -> Path:
    """Roboto with digits that hang, with their lining forms as a feature, with signs of no width or without some."""
    with TTFont(ROBOTO) as font:
        names, glyphs = font.getBestCmap(), font["glyf"]
        if low:
            three = names[ord("3")]
            recorded = DecomposingRecordingPen(font.getGlyphSet())
            font.getGlyphSet()[three].draw(recorded)
            upright, hanging = TTGlyphPen(None), TTGlyphPen(None)
            recorded.replay(upright)
            recorded.replay(TransformPen(hanging, (1, 0, 0, 1, 0, -500)))
            glyphs[three] = hanging.glyph()
            if lining:
                font.setGlyphOrder([*font.getGlyphOrder(), "three.lnum"])
                glyphs["three.lnum"] = upright.glyph()
                font["hmtx"]["three.lnum"] = font["hmtx"][three]
                addOpenTypeFeaturesFromString(font, f"feature lnum {{ sub {three} by three.lnum; }} lnum;")
        for character in flat:
            font["hmtx"][names[ord(character)]] = (0, 0)
        for table in font["cmap"].tables:
            for character in without:
                table.cmap.pop(ord(character), None)
        font.save(path)
    return path


def tokens(folder: Path, font: Path, add: str = "") -> Path:
    path = folder / "tokens.toml"
    files = "".join(f'{weight} = "{font}"\n' for weight in (400, 600, 700, "400-italic", "700-italic"))
    path.write_text(f'extends = "layoutkit"\n[font.text]\n{files}{add}\n')
    return path


def reported(path: Path) -> list[tuple[str, str]]:
    return [(fault.message, fault.hint) for fault in doubtful_glyphs(load_all(path))]


def test_the_fonts_of_the_package_and_of_the_series_are_well() -> None:
    for path in (ROOT / "tokens.toml", ROOT / "src/layoutkit/base/tokens.toml", ROOT / "tests/tokens_serif.toml"):
        assert reported(path) == []


def test_old_style_digits_with_lining_ones_beside_them(tmp_path: Path) -> None:
    font = changed(tmp_path / "old.ttf", low=True, lining=True)
    ((message, hint),) = reported(tokens(tmp_path, font))
    assert message.startswith("font.text has old-style digits, which reach 0.25 em below the line, in type.subtitle, ")
    assert hint == 'set features = ["lnum"] in [font.text]'
    assert reported(tokens(tmp_path, font, 'features = ["lnum"]')) == []


def test_the_features_of_a_family_hold_for_its_texts(tmp_path: Path) -> None:
    font = changed(tmp_path / "old.ttf", low=True, lining=True)
    theme = load_theme(tokens(tmp_path, font, 'features = ["lnum"]\n[type]\nvalue = { features = ["tnum"] }'))
    renderer = Renderer(theme)
    page = Column(Row(Text("3", role="body")), Row(Text("3", role="value")), Row(Text("`3`", role="body")))
    placed = arrange(resolve(page, theme, renderer.typesetter, language="en"), 400.0)
    runs = [one.run for one in paint(placed).ink if isinstance(one, Glyphs)]
    assert [run.features for run in runs] == [(("lnum", 1),), (("lnum", 1), ("tnum", 1)), ()]
    with TTFont(font) as opened:
        assert runs[0].glyph_ids == (opened["maxp"].numGlyphs - 1,)


def test_old_style_digits_and_no_others(tmp_path: Path) -> None:
    ((_, hint),) = reported(tokens(tmp_path, changed(tmp_path / "old.ttf", low=True)))
    assert hint == "it has no others; name another font for roles with numbers"


def test_a_sign_without_width_is_taken_from_another_font(tmp_path: Path) -> None:
    path = tokens(tmp_path, changed(tmp_path / "flat.ttf", flat="·"), 'fallback = ["heading"]')
    assert reported(path) == [
        ("“·” in font.text has no width: that of font.heading is used", "use a font that has it, or write another sign")
    ]
    theme = load_theme(path)
    (_, dot, _) = set_in(theme, "a·b")
    assert dot[1].name.startswith("heading")


def test_a_sign_without_width_that_no_font_has_otherwise(tmp_path: Path) -> None:
    path = tokens(tmp_path, changed(tmp_path / "flat.ttf", flat="·"), "fallback = []")
    assert reported(path) == [
        ("“·” in font.text has no width, and no family of its fallback has it",
         'name a family that has it: fallback = ["…"] in [font.text]'),
    ]  # fmt: skip


@pytest.mark.parametrize("without", ["\u2010\u2011", "\u2011"])
def test_a_hyphen_that_does_not_break_is_that_of_the_font_itself(tmp_path: Path, without: str) -> None:
    path = tokens(tmp_path, changed(tmp_path / "bare.ttf", without=without))
    assert reported(path) == []
    ((text, font),) = set_in(load_theme(path), "a\u2011b")
    assert font.name == "bare.ttf"
    assert text == ("a-b" if "\u2010" in without else "a\u2011b")


def test_a_font_without_any_hyphen(tmp_path: Path) -> None:
    path = tokens(tmp_path, changed(tmp_path / "bare.ttf", without="\u2010\u2011-"), 'fallback = ["mono"]')
    assert reported(path) == [
        ("font.text has no hyphen for U+2011: that of font.mono is used",
         "use a font that has it, or write another sign"),
    ]  # fmt: skip


def set_in(theme: object, text: str) -> list[tuple[str, Path]]:
    """The runs of a text in the role ``body``: what is drawn, and in which file."""
    renderer = Renderer(theme)  # type: ignore[arg-type]
    styled = resolve(Column(Text(text, role="body")), renderer.theme, renderer.typesetter, language="en")
    runs = [one.run for one in paint(arrange(styled, 400.0)).ink if isinstance(one, Glyphs)]
    return [(run.text, run.face.path) for run in runs]
