"""Strong text, emphasis, code and markers in every role of the series."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit import Column, Span, Text
from layoutkit.renderer import Renderer
from layoutkit.style.resolve import resolve
from tests.nodes.faults import fault
from tests.style.resolving import runs, set_in, styled
from tests.style.series import ROOT, series, t
from tests.tokens.small import faults, loaded, small_theme, written

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit import BoxProps, Theme
    from layoutkit.color import Color
    from layoutkit.nodes.span import Mark
    from layoutkit.text.lines import TextBlock, TextRun

ROLES = tuple(role for role in t().type if role != "mark")  # it has no letters
MARKUP = '\n[markup]\nstrong = { weight = 700 }\nemphasis = { italic = true }\naccent = { color = "{color.accent}" }\n'


def block(text: Text, background: Color | None = None) -> TextBlock:
    """The text in the look of the series, on one line where it has no line feed."""
    box: BoxProps = {} if background is None else {"background": background}
    root = resolve(Column(text, **box), t(), series().typesetter, language="pt-BR")
    return set_in(root.children[0], 10000)


def runs_in(theme: Theme, text: Text) -> list[TextRun]:
    """The runs of the text's first line in another theme."""
    root = resolve(Column(text), theme, Renderer(theme).typesetter, language="pt-BR")
    return runs(root.children[0])


def run_of(text: Text, shown: str, background: Color | None = None) -> TextRun:
    """The run that shows exactly these characters."""
    (found,) = [run for line in block(text, background).lines for run in line.runs if run.glyphs.text == shown]
    return found


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("mark", ["*{}*", "_{}_", "`{}`", "*_`{}`_*", "#wrong[{}]"])
@pytest.mark.parametrize("around", ["xá {} gÁ", "{}", "a\n{}\nb"])
def test_marks_change_neither_lines_nor_baselines(role: str, mark: str, around: str) -> None:
    plain = block(Text(around.format("Êg"), role=role))
    marked = block(Text(around.format(mark.format("Êg")), role=role))
    assert marked.height == plain.height
    assert [(line.top, line.height, line.baseline) for line in marked.lines] == [
        (line.top, line.height, line.baseline) for line in plain.lines
    ]
    assert (marked.ascent, marked.cap_height) == (plain.ascent, plain.cap_height)


def test_strong_text_is_bold_in_the_size_and_colour_around_it() -> None:
    text = Text("um _dois_ *três*", role="small", color=t().color.ink_muted)
    usual, sloped, bold = (run_of(text, word) for word in ("um ", "dois", "três"))
    assert [run.glyphs.face.path.name for run in (usual, sloped, bold)] == [
        "roboto-400.ttf", "roboto-400-italic.ttf", "roboto-700.ttf",
    ]  # fmt: skip
    assert {run.glyphs.size for run in (usual, sloped, bold)} == {t().type.small.size}
    assert {run.color for run in (usual, sloped, bold)} == {t().color.ink_muted}
    assert run_of(Text("*_a_*"), "a").glyphs.face.path.name == "roboto-700-italic.ttf"


@pytest.mark.parametrize("mark", ["*{}*", "_{}_", "_*{}*_"])
def test_what_would_change_no_letter_takes_the_accent(mark: str) -> None:
    text = mark.format("um")
    assert run_of(Text(text + " dois", role="heading"), "um").color == t().color.instruction_ink
    assert run_of(Text(text + " dois", role="heading"), " dois").color != t().color.instruction_ink
    on_dark = run_of(Text(text, role="heading"), "um", t().color.inverse)
    assert on_dark.color == t().color.on_inverse_instruction
    assert on_dark.glyphs.face.path.name == "google-sans-700.ttf"


def test_strong_text_in_a_medium_heading_needs_no_accent() -> None:
    bold = run_of(Text("um *dois*", role="subheading"), "dois")
    assert bold.glyphs.face.path.name == "google-sans-700.ttf"
    assert bold.color == t().page.color


@pytest.mark.parametrize("role", ["title", "body", "small"])
def test_code_is_as_high_as_the_small_letters_around_it(role: str) -> None:
    text = Text("um `dois`", role=role)
    usual, code = (run_of(text, word).glyphs for word in ("um ", "dois"))
    assert code.face.path.name == ("mono-700.ttf" if role == "title" else "mono-400.ttf")
    assert code.size * code.face.x_height == pytest.approx(usual.size * usual.face.x_height)
    assert code.size != usual.size


def test_code_keeps_its_letters_in_a_label() -> None:
    text = Text("campo `max_len`", role="label")
    assert [run.glyphs.text for run in block(text).lines[0].runs] == ["CAMPO ", "max_len"]
    code = run_of(text, "max_len").glyphs
    assert len({round(b - a, 6) for a, b in zip(code.xs, code.xs[1:], strict=False)}) == 1, "letters are spaced"
    advance = code.face.advance(code.glyph_ids[0]) * code.size
    assert code.xs[1] - code.xs[0] == pytest.approx(advance)


def test_code_in_code_takes_the_accent() -> None:
    assert run_of(Text("um `dois`", role="code"), "dois").color == t().color.instruction_ink


def test_a_colour_goes_before_the_accent() -> None:
    for text in ("#wrong_ink[*um*]", "*#wrong_ink[um]*"):
        assert run_of(Text(text, role="heading"), "um").color == t().color.wrong_ink


def test_markers_have_digits_of_one_width() -> None:
    text = Text(Span("11", marks=("marker",)), " 11", role="heading")
    marker, usual = (run_of(text, digits).glyphs for digits in ("11", " 11"))
    zero = run_of(Text(Span("00", marks=("marker",)), role="heading"), "00").glyphs
    assert marker.width == zero.width
    assert usual.xs[-1] - usual.xs[-2] < marker.xs[1] - marker.xs[0]


def test_an_unknown_colour_is_answered_with_the_nearest() -> None:
    text = Text("um #respnse_ink[dois]")
    with fault("unknown-token") as found:
        block(text)
    assert found.message == "color refers to 'color.respnse_ink', which does not exist"
    assert found.hint == "did you mean 'color.response_ink'?"
    assert found.marked == 'Text("um #respnse_ink[dois]")'


@pytest.mark.parametrize(("text", "mark"), [("*a*", "strong"), ("_a_", "emphasis"), ("`a`", "code")])
def test_a_mark_without_tokens_is_refused(text: str, mark: str) -> None:
    with fault("missing-token") as found:
        styled(Text(text), small_theme())
    assert found.message == f"the text has a part that is {mark}, but tokens.toml does not say how that looks"
    assert found.hint == f"add {mark} = {{ … }} under [markup]"
    assert found.marked == "Text(text)"


def test_emphasis_in_italic_text_is_upright(tmp_path: Path) -> None:
    italic = f'400-italic = "{ROOT}/fonts/roboto-400-italic.ttf"\n700 ='
    theme = loaded(tmp_path, ("700 =", italic), ("weight = 400, size = 8", "weight = 400, italic = true, size = 8"),
                   add=MARKUP)  # fmt: skip
    runs = runs_in(theme, Text("a _b_", role="small"))
    assert [run.glyphs.face.path.name for run in runs] == ["roboto-400-italic.ttf", "roboto-400.ttf"]
    assert {run.color for run in runs} == {theme.color.ink}


def test_without_an_accent_the_mark_is_kept_as_it_is(tmp_path: Path) -> None:
    theme = loaded(tmp_path, add=MARKUP.replace("accent =", "code ="))
    assert {run.color for run in runs_in(theme, Text("a *b*", role="loud"))} == {theme.color.accent}


@pytest.mark.parametrize(
    ("add", "message", "hint"),
    [
        ("strng = { weight = 700 }", "markup has no key 'strng'", "did you mean 'strong'?"),
        ("strong = { wieght = 700 }", "markup.strong has no key 'wieght'", "did you mean 'weight'?"),
        ("strong = 700", "markup.strong is not a table; expected keys such as font, weight, italic", ""),
        ('code = { font = "txt" }', "markup.code.font is 'txt', which does not exist", "did you mean 'text'?"),
        ('marker = { features = ["tn"] }',
         "markup.marker.features has 'tn'; expected a tag such as 'tnum' or 'ss01=1'", ""),
    ],
)  # fmt: skip
def test_faults_in_the_tokens_of_marks(tmp_path: Path, add: str, message: str, hint: str) -> None:
    (found,) = faults(written(tmp_path, add=f"\n[markup]\n{add}\n"))
    assert (found.message, found.hint) == (message, hint)


def test_marks_are_named_like_the_tokens() -> None:
    marks: tuple[Mark, ...] = ("strong", "emphasis", "code", "marker")
    assert {*marks, "accent"} == set(t().markup)
