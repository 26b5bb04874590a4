"""Combining marks stand at their letter: the font that says where they go is taken, and what is left is reported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from layoutkit.path import CurveTo, LineTo, MoveTo
from layoutkit.text.face import Face
from layoutkit.text.fonts import FontFamily, FontFile, FontLibrary
from layoutkit.text.paragraph import Paragraph, StyledSpan, Typesetter
from tests.text.support import FAMILIES, FONTS, ROBOTO, small_font

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from layoutkit.path import PathOp
    from layoutkit.text.shape import GlyphRun
    from layoutkit.text.style import TextStyle

HAT, BAR, TILDE, DOT, DOTS, BELOW = "\u0302", "\u0304", "\u0303", "\u0307", "\u0308", "\u0331"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZαβγδεζηθικλμνξπρστυφχψωϑϕϵΓΔΘΛΞΠΣΦΨΩæðøþđħłŋœŧıȷÆÐØÞŁŊŒ"  # noqa: RUF001
SLOPED = (
    FontFile(FONTS / "marks-400-italic.ttf", 400, italic=True),
    FontFile(FONTS / "marks-700-italic.ttf", 700, italic=True),
)
MARKS = FontFamily("Marks", (*(FontFile(FONTS / f"marks-{w}.ttf", w) for w in (400, 500, 700)), *SLOPED))
LIBRARY = FontLibrary(
    {
        **FAMILIES,
        "Marks": MARKS,
        "Roboto": replace(FAMILIES["Roboto"], fallback=("Google Sans", "Marks")),
        "Serif": FontFamily("Serif", (FontFile(FONTS / "serif-400.ttf"),), ("Marks",)),
        "Lone": FontFamily("Lone", (FontFile(FONTS / "serif-400.ttf"),)),
    }
)


def paragraph(text: str, style: TextStyle = ROBOTO) -> Paragraph:
    return Typesetter(LIBRARY).paragraph([StyledSpan(text, style)])


def runs(text: str, style: TextStyle = ROBOTO) -> list[GlyphRun]:
    return [run.glyphs for run in paragraph(text, style).set(500).lines[0].runs]


def ink(run: GlyphRun, glyph: int) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a glyph in px, y down."""
    points = list(corners(run.face.outline(run.glyph_ids[glyph])))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    x, y, size = run.xs[glyph], run.ys[glyph], run.size
    return x + min(xs) * size, y + min(ys) * size, x + max(xs) * size, y + max(ys) * size


def corners(outline: tuple[PathOp, ...]) -> Iterator[tuple[float, float]]:
    for op in outline:
        if isinstance(op, MoveTo | LineTo | CurveTo):
            yield op.x, op.y


@pytest.mark.parametrize("italic", [False, True])
@pytest.mark.parametrize("weight", [400, 500, 700])
@pytest.mark.parametrize(
    "cluster", [f"θ{HAT}", f"x{BAR}", f"p{HAT}", f"β{HAT}", f"μ{TILDE}", f"Σ{BAR}", f"x{DOTS}", f"m{DOT}"]
)
def test_a_mark_stands_over_its_letter(cluster: str, weight: int, italic: bool) -> None:  # noqa: FBT001
    (run,) = runs(cluster, replace(ROBOTO, weight=weight, italic=italic))
    if len(run.glyph_ids) == 1:
        return  # drawn as one, such as ẍ
    letter, mark = ink(run, 0), ink(run, 1)
    assert letter[0] < (mark[0] + mark[2]) / 2 < letter[2] + 0.1 * run.size * italic
    assert mark[3] <= letter[1] + 0.02 * run.size


@pytest.mark.parametrize("file", [file.path.name for file in MARKS.files])
@pytest.mark.parametrize("mark", [HAT, BAR, TILDE, DOT, DOTS, BELOW])
def test_a_face_in_fonts_sets_the_marks_of_all_latin_and_greek_letters(file: str, mark: str) -> None:
    face = Face(FONTS / file)
    assert [c for c in LETTERS if not (face.covers(c + mark) and face.sets_marks(c + mark))] == []


def test_the_font_with_the_anchor_goes_before_one_that_has_the_mark_alone() -> None:
    assert Face(FONTS / "google-sans-400.ttf").covers(f"θ{HAT}")
    assert [run.face.path.stem for run in runs(f"θ{HAT}")] == ["marks-400"]
    assert [run.face.path.stem for run in runs(f"x{BAR}")] == ["google-sans-400"]
    assert [run.face.path.stem for run in runs(f"θ{HAT}", replace(ROBOTO, family="Serif"))] == ["marks-400"]


@pytest.mark.parametrize("text", ["y\u0302", "ŷ", "é", "e\u0301", f"q{TILDE}", "sem marca", "ação", ""])
def test_marks_that_the_font_of_the_text_sets_are_not_reported(text: str) -> None:
    assert paragraph(f"a {text} b").loose_marks == ()
    assert len(runs(f"a{text}b")) == 1


def test_a_mark_from_another_font_is_reported_once() -> None:
    (loose,) = paragraph(f"a θ{HAT} b θ{HAT}").loose_marks
    assert (loose.cluster, loose.anchored) == (f"θ{HAT}", True)
    assert (loose.face.path.stem, loose.wanted.path.stem) == ("marks-400", "roboto-400")
    assert loose.families == ("Marks",)


def test_a_mark_without_an_anchor_in_any_font_is_set_and_reported() -> None:
    (loose,) = paragraph(f"W{HAT}θ{HAT}", replace(ROBOTO, family="Lone")).loose_marks
    assert (loose.cluster, loose.anchored) == (f"θ{HAT}", False)
    assert loose.face is loose.wanted


@pytest.mark.parametrize("text", ["x\u0308", "\u1e8d"])
def test_a_letter_with_a_code_point_of_its_own_needs_the_anchor_where_it_is_put_together(text: str) -> None:
    mono = replace(ROBOTO, family="Mono")
    (loose,) = paragraph(text, mono).loose_marks
    assert not loose.anchored
    library = FontLibrary({**LIBRARY.families, "Mono": replace(FAMILIES["Mono"], fallback=("Marks",))})
    assert {
        run.glyphs.face.path.stem
        for run in Typesetter(library).paragraph([StyledSpan(text, mono)]).set(50).lines[0].runs
    } == {"marks-400"}


@pytest.mark.parametrize("parts", [("", HAT + "a"), ("θ", HAT), ("x", f"{BAR} e"), ("x", f"{BAR}{HAT}")])
def test_a_mark_without_its_letter_in_the_same_style_is_reported(parts: tuple[str, str]) -> None:
    spans = [StyledSpan(parts[0], ROBOTO), StyledSpan(parts[1], replace(ROBOTO, weight=700))]
    (loose,) = Typesetter(LIBRARY).paragraph(spans).loose_marks
    assert loose.alone
    assert not loose.anchored
    assert loose.marks[0] == parts[1][0]


def test_a_letter_that_the_font_of_the_text_lacks_is_no_matter_of_its_mark() -> None:
    library = FontLibrary(
        {"Signs": FontFamily("Signs", (FontFile(FONTS / "symbols-400.ttf"),), ("Marks",)), "Marks": MARKS}
    )
    style = replace(ROBOTO, family="Signs")
    assert Typesetter(library).paragraph([StyledSpan(f"θ{HAT}", style)]).loose_marks == ()


@pytest.mark.parametrize("anchor", [250, 0, -40])
def test_an_anchor_is_known_wherever_it_puts_the_mark(tmp_path: Path, anchor: int) -> None:
    features = (
        f"markClass u0302 <anchor {anchor} 0> @TOP; table GDEF {{ GlyphClassDef [u0061 u0062], , [u0302], ; }} GDEF; "
        "feature mark { pos base u0061 <anchor 500 0> mark @TOP; } mark;"
    )
    face = Face(small_font(tmp_path, {"a": 500, "b": 500, HAT: 0}, features))
    assert face.sets_marks(f"a{HAT}")
    assert not face.sets_marks(f"b{HAT}")
