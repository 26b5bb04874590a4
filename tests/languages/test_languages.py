"""One file a language: how it is found, what it is used for, and that a new one needs no other change."""

from __future__ import annotations

import ast
import importlib
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import layoutkit.languages as folder
from layoutkit import Column, Heading, Matrix, Rubric, Text, Vector
from layoutkit.check.naming import name
from layoutkit.commands.catalog_page import page
from layoutkit.languages import NEUTRAL, CatalogWords, ComponentWords, Language, known_tags, language_for
from layoutkit.languages.lookup import _load, _names
from layoutkit.nodes import Numeral, Span, Word, figure
from layoutkit.paint.display import Begin
from layoutkit.text import glue, hanging
from layoutkit.text.glue import glued
from layoutkit.text.hyphenation import hyphenation_points
from layoutkit.text.paragraph import StyledSpan
from tests.components.looked_at import looked_at, named, words
from tests.text.support import ROBOTO, TYPESETTER

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(folder.__file__).parents[1]
MARKS = {"A": (True, -7.5), "B": (False, 9)}

TOY = '''
"""A language of the tests."""

from layoutkit.languages.language import CatalogWords, ComponentWords, Language
from layoutkit.languages.patterns import GAP

LANGUAGE = Language(
    "qaa",
    glue=(rf"(?<!\\w)zu{GAP}",),
    function_words=frozenset({"zu", "extraordinarily"}),
    one_letter_words="q",
    quotes=(("»", "«"),),
    decimal="·",
    minus="~",
    uppercase=lambda text: text.upper().replace("X", "KS"),
    words=ComponentWords(yes="ja", no="nei"),
    catalog=CatalogWords(title="Bilder"),
    picture_openings="bild von",
)
'''


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    """A language whose file is added to the folder, and to nothing else."""
    (tmp_path / "qaa.py").write_text(TOY, encoding="utf-8")
    forgotten = (language_for, glue._patterns, hanging._shares)
    monkeypatch.setattr(folder, "__path__", [*folder.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    for function in forgotten:
        function.cache_clear()
    yield language_for("qaa-Latn")
    sys.modules.pop("layoutkit.languages.qaa", None)
    for function in forgotten:
        function.cache_clear()


def said(language: str, **keywords: object) -> list[str]:
    subject = looked_at(Rubric(("Útil", "Nota"), MARKS, **keywords), language)  # type: ignore[arg-type]
    return [words(seen) for seen in subject.texts if seen.box.name in ("small", "value")]


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("pt", "pt"), ("pt-BR", "pt"), ("PT-br", "pt"), ("pt-Latn-AO", "pt"), ("pt-PT-x-mine", "pt"),
        ("es", "es"), ("es-MX", "es-MX"), ("es-mx", "es-MX"), ("es-419", "es"), ("es-MX-x-mine", "es-MX"),
        ("en-GB-oxendict", "en"),
        ("vo", "und"), ("vo-CA", "und"), ("und", "und"), ("por", "und"), ("p", "und"),
        ("", "und"), ("-", "und"), ("pt_BR", "und"), ("português", "und"), ("language", "und"), ("lookup", "und"),
        ("../pt", "und"), ("pt.", "und"), (" pt", "und"),
    ],
)  # fmt: skip
def test_a_tag_falls_back_to_wider_ones_and_then_to_the_neutral_language(tag: str, found: str) -> None:
    assert language_for(tag).tag == found
    assert language_for(tag) is (NEUTRAL if found == "und" else language_for(found))


@pytest.mark.parametrize("module", sorted(_names()))
def test_a_file_is_named_after_its_tag(module: str) -> None:
    language = _load(module)
    assert language.tag.lower().replace("-", "_") == module
    assert language_for(language.tag) is language
    assert language.tag in known_tags()


def test_portuguese_english_and_spanish_are_whole() -> None:
    for tag in ("pt", "en", "es"):
        language = language_for(tag)
        assert language.glue
        assert language.function_words
        assert language.catalog is not None
        assert all(word == word.lower() for word in language.function_words)
        assert set(language.one_letter_words) <= language.function_words | set("óu")


def test_an_unknown_language_is_never_taken_for_portuguese() -> None:
    assert said("vo") == ["yes", "no", "−7.5", "9"]
    assert glued("e o modelo", "vo") == frozenset()
    assert NEUTRAL.function_words == frozenset()
    assert "Figures" in page((), "vo", "", "", "")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("pt-BR", ["sim", "não", "−7,5", "9"]),
        ("en", ["yes", "no", "−7.5", "9"]),
        ("es-AR", ["sí", "no", "−7,5", "9"]),
        ("es-MX", ["sí", "no", "−7.5", "9"]),
    ],
)
def test_a_rubric_says_yes_and_no_in_the_language_of_the_figure(language: str, expected: list[str]) -> None:
    assert said(language) == expected
    assert said(language, words=("ok", "*!*"), shown="{:+.2f}".format) == ["ok", "!", "-7.50", "+9.00"]


@pytest.mark.parametrize(("language", "sign"), [("pt", ","), ("en", "."), ("es", ","), ("vo", ".")])
def test_a_matrix_writes_the_decimal_sign_of_the_language(language: str, sign: str) -> None:
    subject = looked_at(Column(Matrix([[0.5, -0.25], [-0.01, 1]]), Vector([2.5])), language)
    shown = [words(seen).replace(sign, "|") for seen in subject.texts]
    assert shown == ["0|5", "−0|2", "0|0", "1|0", "2|5"]


def test_a_number_with_a_format_of_its_own_is_left_as_it_is() -> None:
    subject = looked_at(Vector([0.5, -1], shown="{:.2f}".format), "pt")
    assert [words(seen) for seen in subject.texts] == ["0.50", "−1.00"]


def test_words_of_a_component_are_the_same_in_glyphs_structure_and_messages() -> None:
    subject = looked_at(Rubric(("Útil",), {"A": (False,)}), "pt-BR")
    (seen,) = [seen for seen in subject.texts if seen.box.text == "não"]
    assert seen.block is not None
    assert "".join(run.glyphs.text for line in seen.block.lines for run in line.runs) == "não"
    assert name(seen) == "Text “não”"
    (mark,) = [mark for mark in named(subject, "mark_bad") if mark.block is None]
    assert name(mark) == "Mark_bad “não”"
    assert "não" in [operation.text for operation in subject.display.operations if isinstance(operation, Begin)]


def test_words_that_wait_for_a_language_are_values() -> None:
    assert Span(Word("yes")) == Span(Word("yes")) != Span(Word("no"))
    text = Text("n = ", Span(Numeral("-1e-05"), marks=("strong",)), " ", Span(Word("no")))
    assert text.said_in(language_for("pt")) == "n = −1e−05 não"
    assert text.plain == "n = −1e−05 no"


def test_a_language_is_one_new_file(toy: Language) -> None:
    assert toy.tag == "qaa"
    assert toy.longest_function_word == len("extraordinarily")
    assert "qaa" in known_tags()
    assert said("qaa") == ["ja", "nei", "~7·5", "9"]
    assert glued("so zu klein", "qaa") == {6}
    assert "# Bilder" in page((), "qaa-DE", "", "", "")
    assert toy.numeral("-0.5") == "~0·5"


def test_the_quotation_marks_of_a_language_hang(toy: Language) -> None:
    def left(tag: str) -> float:
        paragraph = TYPESETTER.paragraph([StyledSpan("»Hut«", replace(ROBOTO, language=tag))])
        return paragraph.set(500).lines[0].x

    assert left("pt-BR") == 0
    assert left(toy.tag) < 0


def test_capitals_of_a_language_are_those_of_its_file(toy: Language) -> None:
    style = replace(ROBOTO, language=toy.tag, uppercase=True)
    assert TYPESETTER.paragraph([StyledSpan("max", style)]).text == "MAKS"


@pytest.mark.parametrize(
    ("language", "alt", "reported"),
    [
        ("qaa", "Bild von einem Hut", True),
        ("qaa", "Picture of a hat", True),
        ("en", "Bild von einem Hut", False),
        ("es-MX", "Una imagen de un sombrero", True),
        ("es", "Dos etapas que muestran un sombrero", False),
        ("pt", "Uma foto de um chapéu", True),
        ("en", "Uma foto de um chapéu", False),
    ],
)
@pytest.mark.usefixtures("toy")
def test_an_alt_text_is_judged_in_its_language(language: str, alt: str, reported: bool) -> None:  # noqa: FBT001
    from layoutkit.check.alt_text import find  # noqa: PLC0415

    subject = looked_at(Heading("T"))
    declared = figure(title="T", alt=alt, language=language)(lambda _: Column())
    assert bool(list(find(replace(subject, figure=declared)))) is reported


def test_the_words_of_the_trade_are_those_of_the_language() -> None:
    def broken(word: str, tag: str) -> bool:
        return bool(hyphenation_points(word, tag))

    assert broken("hardware", "en")
    assert not broken("hardware", "es")
    assert not broken("tokenizers", "es-MX")
    assert broken("vectores", "es")
    assert not broken("vector", "pt")
    assert broken("vector", "es")


SPANISH = """
    aprender entrenamiento respuesta instrucciones lenguaje máscara pérdida ejemplos posible amable carretera llamada
    acción innovación perenne derecha universidad imagen jóvenes difícil mejores tórax relojes corriente
""".split()  # noqa: SIM905 - easier to read than a list


@pytest.mark.parametrize("word", SPANISH)
def test_spanish_words_are_not_taken_for_english_ones(word: str) -> None:
    assert hyphenation_points(word, "es") or len(word) < 6


@pytest.mark.parametrize("word", ["checkpoint", "buffering", "weights", "tokenization", "debugging", "workflow"])
def test_english_words_in_spanish_stay_whole(word: str) -> None:
    assert hyphenation_points(word, "es") == []


def test_tags_are_taken_apart_in_one_place() -> None:
    """No other module splits a language tag, or has a table by language."""
    elsewhere = [path for path in PACKAGE.rglob("*.py") if path.parent.name != "languages"]
    for path in elsewhere:
        text = path.read_text(encoding="utf-8")
        assert 'split("-", 1)' not in text, path
        keys = {
            key.value
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Dict)
            for key in node.keys
            if isinstance(key, ast.Constant)
        }
        points = {"pt"} if path.name in ("expression.py", "svg_values.py") else set()  # the unit of length
        assert not keys & {"pt", "pt-BR", "en", "es"} - points, path


def test_defaults_are_english() -> None:
    assert ComponentWords() == ComponentWords(yes="yes", no="no") == language_for("en").words
    assert language_for("en").catalog == CatalogWords()
