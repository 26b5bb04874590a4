"""Shaping one run: advances, kerning, ligatures, spacing, marks, features; cutting a shaped run."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.text.shape import GlyphRun, part, shape, split
from tests.text.support import LIBRARY, ROBOTO, SMALL, small_font, typesetter_of

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.text.fonts import Face

FACE = LIBRARY.face("Roboto")
HEADING = LIBRARY.face("Google Sans", 700)


def run_of(text: str, **changes: Any) -> GlyphRun:  # noqa: ANN401 - fields of TextStyle have many types
    return shape(text, FACE, replace(ROBOTO, **changes), "Latn").run


def sum_of_advances(text: str) -> float:
    """The width without kerning or ligatures, from the font's own table, in em."""
    with TTFont(FACE.path) as font:
        names, metrics = font.getBestCmap(), font["hmtx"]
        total: float = sum(metrics[names[ord(c)]][0] for c in text) / font["head"].unitsPerEm
        return total


@pytest.mark.parametrize("size", [9, 12, 16, 17.5, 48])
def test_width_is_the_sum_of_advances_where_nothing_is_kerned(size: float) -> None:
    text = "número 2026: não"
    run = run_of(text, size=size, features=(("kern", 0), ("liga", 0)))
    assert run.width == pytest.approx(sum_of_advances(text) * size)


def test_kerning_brings_letters_together() -> None:
    assert run_of("AVATAR").width < sum_of_advances("AVATAR") * 16 - 1


@given(st.floats(1, 200))
def test_positions_are_proportional_to_the_size(size: float) -> None:
    small, large = run_of("Tá difícil", size=size), run_of("Tá difícil", size=2 * size)
    assert large.glyph_ids == small.glyph_ids
    assert large.xs == pytest.approx([2 * x for x in small.xs])
    assert large.width == pytest.approx(2 * small.width)


def test_ligature_is_one_glyph_of_several_characters() -> None:
    run = run_of("oficina fluxo")
    assert "ffi" not in run.text
    run = run_of("affix")
    assert len(run.glyph_ids) < len("affix")
    assert run.clusters == (0, 1, 4)  # a, ffi, x


def test_letter_spacing_turns_ligatures_off_and_follows_every_character() -> None:
    plain = run_of("affix", features=(("liga", 0),))
    spaced = run_of("affix", letter_spacing=1.5)
    assert spaced.glyph_ids == plain.glyph_ids
    assert spaced.width == pytest.approx(plain.width + 5 * 1.5)
    assert [b - a for a, b in zip(plain.xs, spaced.xs, strict=True)] == pytest.approx([0, 1.5, 3, 4.5, 6])


def test_letter_spacing_counts_a_letter_with_its_marks_once_and_skips_what_is_not_shown() -> None:
    assert run_of("u\u0316\u0301x", letter_spacing=10).width == pytest.approx(run_of("u\u0316\u0301x").width + 20)
    assert run_of("a\u00adb\u200bc", letter_spacing=10).width == pytest.approx(run_of("abc").width + 30)


def test_features_of_the_style_are_applied() -> None:
    face = LIBRARY.face("Google Sans", 400)

    def widths(*features: tuple[str, int]) -> list[float]:
        style = replace(ROBOTO, features=features)
        return [round(shape(digit * 4, face, style).run.width, 6) for digit in "0123456789"]

    assert len(set(widths())) > 1
    assert len(set(widths(("tnum", 1)))) == 1


def test_feature_of_the_style_wins_over_letter_spacing() -> None:
    assert len(run_of("affix", letter_spacing=1, features=(("liga", 1),)).glyph_ids) == 3


def test_combining_mark_is_set_like_the_precomposed_letter() -> None:
    apart, composed = run_of("e\u0301"), run_of("é")
    assert apart.width == pytest.approx(composed.width)
    assert apart.glyph_ids == composed.glyph_ids


def test_mark_that_does_not_compose_is_placed_above_its_letter() -> None:
    run = run_of("x\u0301")
    assert len(run.glyph_ids) == 2
    assert run.clusters == (0, 0)
    assert 0 <= run.xs[1] + FACE.advance(run.glyph_ids[1]) * 16 <= run.width * 1.5
    assert run.width == pytest.approx(run_of("x").width)


def test_offsets_of_a_font_move_the_glyph_and_not_the_pen(tmp_path: Path) -> None:
    feature = "languagesystem DFLT dflt; feature kern { pos u0062 <100 50 0 0>; } kern;"
    path = small_font(tmp_path, {"a": 500, "b": 400}, feature)
    face = typesetter_of(path).library.face("Small")
    run = shape("aba", face, SMALL).run
    assert run.xs == pytest.approx((0, 5 + 1, 9))
    assert run.ys == pytest.approx((0, -0.5, 0))  # 50 units up
    assert run.width == pytest.approx(14)


def test_language_chooses_the_glyph(tmp_path: Path) -> None:
    features = """
        languagesystem DFLT dflt; languagesystem latn dflt; languagesystem latn ROM;
        feature locl { script latn; language ROM; sub u0061 by u0062; } locl;
    """
    path = small_font(tmp_path, {"a": 500, "b": 700}, features)
    face = typesetter_of(path).library.face("Small")
    assert shape("a", face, SMALL, "Latn").run.width == pytest.approx(5)
    assert shape("a", face, replace(SMALL, language="ro"), "Latn").run.width == pytest.approx(7)


def test_invisible_characters_take_no_room() -> None:
    assert run_of("a\u200b\u00ad\u2060\ufeffb").width == pytest.approx(run_of("ab", features=(("kern", 0),)).width)


LETTERS = st.text("AVTaofil.1 -éç“”\u0301", min_size=1, max_size=24)


@given(LETTERS, st.sampled_from([FACE, HEADING]), st.sampled_from([0.0, 0.7]))
def test_parts_cut_where_it_is_safe_are_what_shaping_them_gives(text: str, face: Face, spacing: float) -> None:
    style = replace(ROBOTO, letter_spacing=spacing)
    whole = shape(text, face, style, "Latn")
    cuts = sorted({c for c, safe in zip(whole.run.clusters, whole.safe, strict=True) if safe} | {0, len(text)})
    for start, end in pairwise(cuts):
        piece = part(whole, start, end).run
        alone = shape(text[start:end], face, style, "Latn").run
        assert piece.text == alone.text
        assert piece.glyph_ids == alone.glyph_ids
        assert piece.clusters == alone.clusters
        assert piece.xs == pytest.approx(alone.xs, abs=1e-9)
        assert piece.width == pytest.approx(alone.width, abs=1e-9)


@given(LETTERS, st.lists(st.integers(0, 24), max_size=4))
def test_split_loses_nothing(text: str, at: list[int]) -> None:
    whole = shape(text, FACE, ROBOTO, "Latn")
    runs = split(whole, sorted({cut for cut in at if 0 < cut < len(text)}))
    assert "".join(run.text for run in runs) == text
    assert [glyph for run in runs for glyph in run.glyph_ids] == list(whole.run.glyph_ids)
    assert sum(run.width for run in runs) == pytest.approx(whole.run.width)
    for run in runs:
        assert run.clusters[0] == 0


def test_cut_inside_a_ligature_moves_to_its_end() -> None:
    whole = shape("affix", FACE, ROBOTO, "Latn")
    assert [run.text for run in split(whole, [2])] == ["affi", "x"]
    assert [run.text for run in split(whole, [2, 3])] == ["affi", "x"]


def test_clusters_name_characters_beyond_the_basic_plane_once() -> None:
    run = shape("\U0001d465a", LIBRARY.face("Math"), ROBOTO).run
    assert run.clusters == (0, 1)
