"""What authors should not have written, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import pytest

from layoutkit import Column, Text
from layoutkit.diagnostics import LayoutkitError
from layoutkit.languages import language_for
from layoutkit.sizing import MAX_CONTENT, MIN_CONTENT
from layoutkit.style.resolve import resolve
from layoutkit.text import ruler
from layoutkit.text.fill import Break, HardLine, is_weak
from layoutkit.text.paragraph import StyledSpan
from layoutkit.text.shape import shape
from tests.check.figures import renderer
from tests.text.support import MONO, ROBOTO, TYPESETTER, shown

if TYPE_CHECKING:
    from layoutkit.diagnostics import Diagnostic
    from layoutkit.keywords import TextWrap
    from layoutkit.text.lines import TextBlock
    from layoutkit.text.shape import Shaped
    from layoutkit.text.style import TextStyle

ACUTE = "\u0301"


def block(text: str, width: float = 200) -> TextBlock:
    return TYPESETTER.paragraph([StyledSpan(text, ROBOTO)]).set(width)


def refused(text: str) -> Diagnostic:
    """What the author is told, who wrote the text in a figure."""
    at = renderer()
    figure = Column(Text(text))
    with pytest.raises(LayoutkitError) as caught:
        resolve(figure, at.theme, at.typesetter, language="pt-BR")
    (found,) = caught.value.diagnostics
    return found


# --- set all the same ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", " ", "     ", "\u00ad", "\u200b"])
def test_nothing_to_show_is_one_empty_line(text: str) -> None:
    found = block(text)
    assert (len(found.lines), found.height, found.overflow) == (1, 24, 0)
    assert found.lines[0].width == 0
    assert block(text, 0).overflow == 0


def test_line_feeds_alone_are_empty_lines() -> None:
    assert [line.width for line in block("\n\n").lines] == [0, 0, 0]


@pytest.mark.parametrize("mode", ["wrap", "balance", "pretty"])
def test_a_very_long_word_is_broken_where_it_may_be_and_else_told(mode: TextWrap) -> None:
    word = "pneumoultramicroscopicossilicovulcanoconiótico" * 4
    whole = TYPESETTER.paragraph([StyledSpan(word, MONO)], wrap=mode).set(120)
    assert [shown(line) for line in whole.lines] == [word]
    assert whole.overflow == pytest.approx(len(word) * 6 - 120)
    parted = TYPESETTER.paragraph([StyledSpan(f"pneumo\u00adultra/micro-{word[:12]}", MONO)], wrap=mode).set(90)
    pieces = [shown(line).replace("\u00ad", "") for line in parted.lines]
    assert len(pieces) == 3
    assert {piece[-1] for piece in pieces[:2]} <= set("\u2010/-")
    assert parted.overflow == 0


@pytest.mark.parametrize("text", [ACUTE, f"{ACUTE}abc", f" {ACUTE}x", f"\n{ACUTE}", ACUTE * 3])
def test_a_mark_without_a_letter_is_shown_and_harms_nothing(text: str) -> None:
    found = block(text)
    assert "".join(line.text for line in found.lines) == text
    glyphs = [glyph for line in found.lines for run in line.runs for glyph in run.glyphs.glyph_ids]
    assert glyphs
    assert 0 not in glyphs
    assert found.overflow == 0


@pytest.mark.parametrize("role", ["body", "heading", "label", "code"])
def test_box_drawing_is_there_in_every_role(role: str) -> None:
    at = renderer()
    resolve(Column(Text("src\n├── a\n└── b │", role=role)), at.theme, at.typesetter, language="pt-BR")


@pytest.mark.parametrize(("text", "letters"), [("ﬁm", "fim"), ("eﬃciente ﬂor ﬀ", "efficiente flor ff"), ("ﬆ", "st")])
def test_ligature_characters_are_set_as_letters(text: str, letters: str) -> None:
    assert "".join(shown(line) for line in block(text).lines) == letters
    assert block(text).lines[0].width == block(letters).lines[0].width


# --- refused at the author's line -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("um\tdois", "U+0009"),
        ("um\r\ndois", "U+000D"),
        ("\x00", "U+0000 a control character"),
        ("um\x1b[31m", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x9f", "U+009F"),
        ("meio \ud83d emoji", "U+D83D a lone surrogate"),
        ("\udfff", "U+DFFF a lone surrogate"),
    ],
)
def test_control_characters_and_lone_surrogates(text: str, name: str) -> None:
    found = refused(text)
    assert found.rule == "control-character"
    assert name in found.message
    assert (found.places[0].path.name, found.hint != "") == ("test_bad_input.py", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bom 👍", "'👍' U+1F44D THUMBS UP SIGN"),
        ("uma 👩‍💻", "'👩' U+1F469 WOMAN"),
        ("漢", "'漢' U+6F22 CJK UNIFIED IDEOGRAPH-6F22"),
        ("a\u20dd", "U+20DD COMBINING ENCLOSING CIRCLE"),
        ("\ue000", "U+E000 a private-use character"),
        ("\U000e0fff", "U+E0FFF an unassigned character"),
    ],
)
def test_characters_that_no_font_has(text: str, name: str) -> None:
    at = renderer()
    figure = Column(Text(text))
    with pytest.raises(LayoutkitError) as caught:
        resolve(figure, at.theme, at.typesetter, language="pt-BR")
    found = caught.value.diagnostics[0]
    assert found.rule == "missing-glyph"
    assert name in found.message
    assert found.places[0].path.name == "test_bad_input.py"
    assert "fallback" in found.hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "texto שלום",
            "'ש' U+05E9 HEBREW LETTER SHIN, which runs from right to left, and 't' U+0074 LATIN SMALL LETTER T",
        ),
        ("مرحبا\nolá", "'م' U+0645 ARABIC LETTER MEEM, which runs from right to left, and 'o' U+006F"),
        ("a ١٢", "U+0661 ARABIC-INDIC DIGIT ONE, which runs from right to left, and 'a'"),
        ("a\u200fb", "U+200F RIGHT-TO-LEFT MARK, which runs from right to left, and 'a'"),
        ("\u202eabc\u202c", "U+202E RIGHT-TO-LEFT OVERRIDE, which sets a direction"),
        ("\u2067א\u2069", "U+2067 RIGHT-TO-LEFT ISOLATE, which sets a direction"),
    ],
)
def test_letters_of_both_directions_and_what_sets_a_direction(text: str, message: str) -> None:
    found = refused(text)
    assert found.rule == "direction"
    assert message in found.message
    assert found.places[0].path.name == "test_bad_input.py"
    assert found.hint


# --- very much of it -------------------------------------------------------------------------------------------------

SENTENCE = "Modelos de linguagem aprendem padrões gerais durante o pré-treinamento, mas não sabem seguir instruções. "


def work(monkeypatch: pytest.MonkeyPatch, text: str, mode: TextWrap, style: TextStyle = ROBOTO) -> tuple[int, int]:
    """How many characters are shaped, and how many times a width is asked for, until a text is set."""
    shaped = asked = 0
    width = ruler.Ruler.width

    def counted_shape(piece: str, *rest: object, rtl: bool) -> Shaped:
        nonlocal shaped
        shaped += len(piece)
        return shape(piece, *rest, rtl=rtl)  # type: ignore[arg-type]

    def counted_width(self: ruler.Ruler, start: int, end: int, tail: str = "") -> float:
        nonlocal asked
        asked += 1
        return width(self, start, end, tail)

    with monkeypatch.context() as patch:
        patch.setattr(ruler, "shape", counted_shape)
        patch.setattr(ruler.Ruler, "width", counted_width)
        p = TYPESETTER.paragraph([StyledSpan(text, style)], wrap=mode)
        assert p.measure(MIN_CONTENT).width < p.measure(MAX_CONTENT).width
        assert "".join(line.text for line in p.set(420).lines) == text
    return shaped, asked


@pytest.mark.parametrize("mode", ["wrap", "balance", "pretty"])
def test_work_grows_with_the_length_of_a_text_and_not_faster(monkeypatch: pytest.MonkeyPatch, mode: TextWrap) -> None:
    short = work(monkeypatch, (SENTENCE * 200)[:10_000], mode)
    long = work(monkeypatch, (SENTENCE * 2000)[:100_000], mode)
    assert short[0] >= 10_000
    assert short[1] >= 100  # what is counted is what is done
    for few, many in zip(short, long, strict=True):
        assert many <= few * 10 * 1.5  # a logarithm is allowed for: bisection takes more steps


DENSE = {
    "zero-width spaces": ("a\u200b", ROBOTO),
    "soft hyphens": ("ab\u00ad", ROBOTO),
    "hyphenated prose": (SENTENCE, replace(ROBOTO, hyphenate=True)),
}


@pytest.mark.parametrize("mode", ["wrap", "balance", "pretty"])
@pytest.mark.parametrize("kind", DENSE)
def test_texts_with_a_break_at_every_step_cost_no_more_than_their_length(
    monkeypatch: pytest.MonkeyPatch, kind: str, mode: TextWrap
) -> None:
    unit, style = DENSE[kind]
    short = work(monkeypatch, unit * (5_000 // len(unit)), mode, style)
    long = work(monkeypatch, unit * (20_000 // len(unit)), mode, style)
    for few, many in zip(short, long, strict=True):
        assert many <= few * 4 * 1.2
    # Not every line that might be is shaped: lines that end at one place share what is shaped there.
    assert long[0] <= 5 * 20_000


class Watched(str):
    """A text that counts how many characters are taken out of it."""

    __slots__ = ()
    taken = 0

    def __getitem__(self, key: object) -> str:
        found = super().__getitem__(key)  # type: ignore[index]
        Watched.taken += len(found)
        return found

    def rfind(self, *_: object) -> NoReturn:
        """Runs as far as it must, which is not counted."""
        raise AssertionError("the text is searched")


def test_a_weak_end_is_seen_without_looking_at_the_whole_text() -> None:
    text = Watched("a\u200b" * 1000 + " de")
    line = HardLine(0, (), (), "pt-BR")
    assert is_weak(line, text, Break(len(text), len(text)))
    assert not is_weak(line, text, Break(len(text) - 3, len(text) - 2))
    assert Watched.taken <= 2 * (language_for("pt-BR").longest_function_word + 1)


def test_a_hundred_thousand_characters_in_one_word() -> None:
    p = TYPESETTER.paragraph([StyledSpan("a" * 100_000, MONO)])
    found = p.set(300)
    assert len(found.lines) == 1
    assert found.overflow == pytest.approx(600_000 - 300)
