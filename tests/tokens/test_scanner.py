"""Where and why a text is not TOML, against what tomllib reads and refuses."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from layoutkit.tokens.locate import layout
from layoutkit.tokens.scanner import is_toml
from layoutkit.tokens.syntax import TomlError, parse
from tests.tokens.test_locate import documents

if TYPE_CHECKING:
    from layoutkit.diagnostics import Diagnostic

PATH = Path("tokens.toml")
SLIPS = st.sampled_from(
    [*"=.,[]{}\"'#\\ \n\t\r\x07x0-+:_e", '"""', "'''", "\\u00e", "\\q", "[[", "]]", "k0", "t1", " = ", "true", "1.",
     "1979-05-27", "25:00:00", "{ a = 1 }", "[1, 2]", "\\ ", "\\\n"]
)  # fmt: skip


@st.composite
def slips(draw: st.DrawFn) -> str:
    """A document in which something is left out, put in or moved."""
    text = draw(documents())
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(SLIPS | st.just("")) + text[at + draw(st.integers(0, 3)) :]
    return text.replace("\r\n", "\n")  # as it is read from a file


def refused(text: str) -> TomlError:
    with pytest.raises(TomlError) as caught:
        parse(PATH, text)
    return caught.value


def told(text: str) -> tuple[str, int, int]:
    """The message about a text that is not TOML, its line and its column."""
    (found,) = refused(text).diagnostics
    return found.message.removeprefix("not valid TOML: "), found.places[0].line, found.places[0].column


@settings(max_examples=400, deadline=None)
@given(slips())
@example("k = 1\nk.a = {")
@example('k = "\\ "')
@example("\r\n")
def test_tomllib_and_the_grammar_refuse_the_same_texts(text: str) -> None:
    """What the grammar lets through and tomllib does not is a clash of keys, which is found at one of them."""
    text = text.replace("\r\n", "\n")  # as files are read
    if is_toml(text):
        assert layout(text).fault is None
    elif layout(text).repeated:
        assert all("(at " not in one.message for one in _diagnostics(text))
    else:
        message, line, column = told(text)
        assert "(at " not in message
        lines = text.split("\n")
        assert line <= len(lines)
        assert column <= len(lines[line - 1]) + 1


def _diagnostics(text: str) -> tuple[Diagnostic, ...]:
    try:
        return parse(PATH, text)[1]
    except TomlError as refusal:
        return refusal.diagnostics


def test_the_shipped_files_keep_the_grammar() -> None:
    for path in (Path(__file__).parents[2] / "tokens.toml", *Path(__file__).parents[1].glob("*.toml")):
        assert layout(path.read_text("utf-8")).fault is None, path


@pytest.mark.parametrize(
    ("text", "reason", "line", "column"),
    [
        ("[a]\nm = { b = 1,\n  c = 2 }", "a table in braces ends in the line in which it begins", 2, 13),
        ("m = { b = 1, # c\n}", "a table in braces ends in the line in which it begins", 1, 14),
        ("m = [\n1,\n2\nn = 3\n", 'expected "," or "]" in the list', 4, 1),
        ("m = [\n1, # ]\n2,\n", 'the list has no closing "]"', 1, 5),
        ("m = [[1], [2]", 'the list has no closing "]"', 1, 5),
        ("m = { b = [1, { c = 2", 'the table has no closing "}"', 1, 15),
        ("m = 16px", "expected the end of the line after the value", 1, 7),
        ("[a] b = 1", "expected the end of the line after the name of the section", 1, 5),
        ("[[a]", 'expected "]]" after the name of the section', 1, 4),
        ("[]", "expected a key of a-z, 0-9, _ and -, or one in quotes", 1, 2),
        ("m = { b = 1, }", "expected a key of a-z, 0-9, _ and -, or one in quotes", 1, 14),
        ("m = [1,, 2]", 'expected a value, such as 16, "2mm" or "{space.m}"', 1, 8),
        ("m = red", 'expected a value, such as 16, "2mm" or "{space.m}"', 1, 5),
        ("m = ", 'expected a value, such as 16, "2mm" or "{space.m}"', 1, 5),
        ("# a\n# \x07", "a comment cannot hold the character '\\x07'", 2, 3),
        ('m = "a\\x"', "a backslash in a text is written twice", 1, 7),
        ('"\\x" = 1', "a backslash in a text is written twice", 1, 2),
        ('m = """\n\\u12"""', "the escape stands for no character", 2, 1),
        ("m = 24:00:00", "there is no such time", 1, 5),
        ("m = 2024-13-01", "there is no such date", 1, 5),
        ('m = "a" "b"', "expected the end of the line after the value", 1, 9),
        ("m = 'a\nn = 'b'", "the text has no closing quote in this line", 1, 7),
    ],
)
def test_a_fault_is_told_where_it_is(text: str, reason: str, line: int, column: int) -> None:
    assert told(text) == (reason, line, column)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("m = {}\nm.a = 1\nn = 2", 2, 1),
        ("[a]\nb = 1\n[a.b.c]\nd = 2", 3, 2),
        ("[a.b]\nc = 1\n[a]\nb.d = 2\nx = 1", 4, 1),
        ("a.b = 1\n\n[a]\n", 3, 2),
        ("m = { a = 1, a.b = 2, c = 3 }\nn = 1", 1, 14),
        ("m = [1, { a.b = 1, a.b.c = 2 }]", 1, 20),
        ("m = [1]\n[[m]]\n", 2, 3),
        ("m = 1\nn = 2\n[x]\ny = 1\n[m.x]\nk = { a = 1 }", 5, 2),
    ],
)
def test_a_clash_is_told_at_the_key_that_is_one_too_many(text: str, line: int, column: int) -> None:
    assert told(text) == ("this key is written twice", line, column)


def test_a_clash_is_told_with_what_is_written_twice() -> None:
    found = refused("a = 1\na = 2\nb = {}\nb.c = 1\nd = 1\nd = 2").diagnostics
    assert [(one.rule, one.places[0].line) for one in found] == [
        ("duplicate-key", 2), ("toml-syntax", 4), ("duplicate-key", 6),
    ]  # fmt: skip


def test_no_message_of_tomllib_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["m = ", "m = {}\nm.a = 1", "m = [1", "m = 1\nm = 2\nn.a = 1\nn = 3", "[a]\n[a]\nb = 'c"]
    before = [refused(text).diagnostics for text in texts]
    loads = tomllib.loads

    def in_other_words(text: str) -> dict[str, object]:
        def refuse() -> NoReturn:
            raise tomllib.TOMLDecodeError("isto não é TOML")

        try:
            return loads(text)
        except tomllib.TOMLDecodeError:
            refuse()

    monkeypatch.setattr(tomllib, "loads", in_other_words)
    assert [refused(text).diagnostics for text in texts] == before
