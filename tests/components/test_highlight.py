"""The pieces of code that is shown, compared with the languages' own readers."""

from __future__ import annotations

import ast
import io
import json
import keyword
import re
import subprocess
import sys
import tokenize
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.components import highlight
from layoutkit.components.highlight import lex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.components.highlight import CodeKind

SOURCES = sorted(Path(highlight.__file__).parents[1].rglob("*.py"))[::6]
SIGNS = st.text(alphabet="\"'\\#@ \n\t:{}[]0179.eExfrb_adeftrusnl+-é", max_size=40)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def kinds(code: str, language: str) -> list[tuple[str, CodeKind]]:
    """The pieces that are not plain."""
    return [(piece.text, piece.kind) for piece in lex(code, language) if piece.kind is not None]


def signs(pieces: list[tuple[str, CodeKind]]) -> list[tuple[str, CodeKind]]:
    """The characters that are no space, each with its kind: neighbours of one kind are one piece or several."""
    return [(sign, kind) for text, kind in pieces for sign in text if not sign.isspace()]


@pytest.mark.parametrize("language", ["json", "python", "text"])
@given(code=st.one_of(st.text(), SIGNS))
def test_no_character_is_lost(language: str, code: str) -> None:
    pieces = list(lex(code, language))
    assert "".join(piece.text for piece in pieces) == code
    assert all(piece.text for piece in pieces)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_python_is_read_as_its_tokenizer_reads_it(path: Path) -> None:
    code = path.read_text(encoding="utf-8").replace('"_"', '"-"')  # Pygments takes that of `case "_"` for a pattern
    assert signs([pair for pair in kinds(code, "python") if pair[1] != "name"]) == signs(tokens(code))


def tokens(code: str) -> list[tuple[str, CodeKind]]:
    """Comments, strings, numbers and keywords by the standard library; an f-string is one string."""
    named: dict[int, CodeKind] = {tokenize.COMMENT: "comment", tokenize.STRING: "string", tokenize.NUMBER: "number"}
    lines = code.splitlines(keepends=True)
    soft = soft_keywords(code)
    found: list[tuple[str, CodeKind]] = []
    begins: list[tuple[int, int]] = []
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        kind = tokenize.tok_name[token.type]
        if kind == "FSTRING_START":
            begins.append(token.start)
        elif kind == "FSTRING_END":
            begin = begins.pop()
            if not begins:
                found.append((between(lines, begin, token.end), "string"))
        elif begins:
            continue
        elif token.type in named:
            found.append((token.string, named[token.type]))
        elif keyword.iskeyword(token.string) or (token.type == tokenize.NAME and token.start in soft):
            found.append((token.string, "keyword"))
    return found


def soft_keywords(code: str) -> set[tuple[int, int]]:
    """The line and column of each ``match`` and ``case`` that is a keyword, by the standard library's parser."""
    lines = code.splitlines()
    matches = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Match)]
    rows = [case.pattern.lineno for node in matches for case in node.cases]
    return {(node.lineno, node.col_offset) for node in matches} | {
        (row, len(lines[row - 1]) - len(lines[row - 1].lstrip())) for row in rows
    }


SOFT = """\
match command.split():
    case ["go", direction]:
        match = 1
    case {"x": 0} | -1:  # both
        match[0] = {1: 2}
    case Point(
        x=0
    ):
        pass
    case _ if match in seen:
        case = match(a)
match (a, b):
    case "um":
        match.group()
match not in b
match -= 1
"""


def test_match_and_case_are_keywords_only_where_they_are() -> None:
    assert signs([pair for pair in kinds(SOFT, "python") if pair[1] != "name"]) == signs(tokens(SOFT))
    assert len(soft_keywords(SOFT)) == 7
    assert [text for text, _ in kinds("match = case\nmatch(a)\ncase: int\nmatchx y:", "python")] == []


def between(lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """The text from one place to another, both as line and column."""
    if start[0] == end[0]:
        return lines[start[0] - 1][start[1] : end[1]]
    inner = lines[start[0] : end[0] - 1]
    return lines[start[0] - 1][start[1] :] + "".join(inner) + lines[end[0] - 1][: end[1]]


@given(VALUES)
def test_json_is_read_as_its_parser_reads_it(value: Any) -> None:  # noqa: ANN401 - any JSON value
    names: list[str] = []
    strings: list[str] = []
    others: list[Any] = []
    collect(value, names, strings, others)
    for code in (json.dumps(value), json.dumps(value, indent=2, ensure_ascii=False)):
        pieces = kinds(code, "json")
        assert [json.loads(text) for text, kind in pieces if kind == "name"] == names
        assert [json.loads(text) for text, kind in pieces if kind == "string"] == strings
        assert [json.loads(text) for text, kind in pieces if kind in ("number", "keyword")] == others


def collect(value: Any, names: list[str], strings: list[str], others: list[Any]) -> None:  # noqa: ANN401 - any JSON value
    """The leaves of a value, in the order in which they are written."""
    match value:
        case dict():
            for name, inner in value.items():
                names.append(name)
                collect(inner, names, strings, others)
        case list():
            for inner in value:
                collect(inner, names, strings, others)
        case str():
            strings.append(value)
        case _:
            others.append(value)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("def f(x):", [("def", "keyword"), ("f", "name")]),
        ("class Um:\n  @a.b\n  def g", [
            ("class", "keyword"), ("Um", "name"), ("@a.b", "name"), ("def", "keyword"), ("g", "name"),
        ]),
        ("a @ b", []),
        ('x = "', [('"', "string")]),
        ('x = "a\ny = 1', [('"a', "string"), ("1", "number")]),
        ('"""a\nb', [('"""a\nb', "string")]),
        ('f"a{b:.2f}{c!r}" + d', [('f"a{b:.2f}{c!r}"', "string")]),
        ("a.__init__()\ndef __init__", [("def", "keyword"), ("__init__", "name")]),
        ('"""a\nb""" + 1', [('"""a\nb"""', "string"), ("1", "number")]),
        ("''", [("''", "string")]),
        ("rb'\\''", [("rb'\\''", "string")]),
        ("x1 = 0xFF + 1_000.5e-3j", [("0xFF", "number"), ("1_000.5e-3j", "number")]),
        ("return None # é", [("return", "keyword"), ("None", "keyword"), ("# é", "comment")]),
        ("if (((", [("if", "keyword")]),
    ],
)  # fmt: skip
def test_python_that_is_incomplete_is_read_as_far_as_it_goes(code: str, expected: list[tuple[str, CodeKind]]) -> None:
    assert kinds(code, "python") == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('{"a": tru', [('"a"', "name"), ("tru", "keyword")]),
        ('{"a', []),
        ('{"a"\n : "b"}', [('"a"', "name"), ('"b"', "string")]),
        (
            "[1, 01, 1.e, -2E+3, .5, NaN]",
            [
                ("1", "number"),
                ("01", "number"),
                ("1.e", "number"),
                ("-2E+3", "number"),
                ("5", "number"),
            ],
        ),
        ('"a\\"b"', [('"a\\"b"', "string")]),
        ("… {…}", []),
    ],
)
def test_json_that_is_incomplete_is_read_as_far_as_it_goes(code: str, expected: list[tuple[str, CodeKind]]) -> None:
    assert kinds(code, "json") == expected


def test_text_is_plain() -> None:
    assert kinds('def "x" 1', "text") == []
    assert list(lex("", "python")) == []


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        ("bash", "if true; then # a", [("if", "keyword"), ("then", "keyword"), ("# a", "comment")]),
        ("yaml", "a: 'b' # c", [("a", "name"), ("'b'", "string"), ("# c", "comment")]),
        ("sql", "SELECT 1 -- a", [("SELECT", "keyword"), ("1", "number"), ("-- a", "comment")]),
        ("js", "let a = 10n + `b${c}`", [("let", "keyword"), ("10n", "number"), ("`b${c}`", "string")]),
        ("html", '<a href="b">', [("a", "name"), ("href", "name"), ('"b"', "string")]),
    ],
)
def test_other_languages_have_the_same_kinds(language: str, code: str, expected: list[tuple[str, CodeKind]]) -> None:
    assert [pair for pair in kinds(code, language) if pair in expected] == expected


def test_pygments_is_imported_only_for_code_with_a_language() -> None:
    script = "import sys, layoutkit; layoutkit.Code('a = 1'); print('pygments' in sys.modules); "
    script += "layoutkit.Code('a = 1', language='python'); print('pygments' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "True"]


BLANK = ["\n", " \n", "\t \n", "\r\n", "\x0c\n", "\xa0\n", "x\n\n\n\n", "'''\n\n\n\n", "\n" * 50 + "x = 1\n"]


class Reader:
    """A lexer that notes how many characters a pattern reads that takes white space from the start of every line."""

    name = "Python"

    def __init__(self) -> None:
        self.steps = 0

    def get_tokens_unprocessed(self, code: str) -> Iterator[tuple[int, tuple[str, ...], str]]:
        self.steps = sum(len(found[1]) for found in re.finditer(r"(?m)^(?=(\s*))", code))
        yield 0, ("Text",), code


@pytest.mark.parametrize("unit", BLANK)
def test_twice_as_many_blank_lines_are_twice_the_work_at_most(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = []
    for count in (1000, 2000):
        reader = Reader()
        monkeypatch.setattr(highlight, "_lexer", lambda _, reader=reader: reader)
        code = "x = 1\n" + unit * count
        assert "".join(piece.text for piece in lex(code, "python")) == code
        steps.append(reader.steps)
    assert steps[1] <= 2 * steps[0] + 10


@pytest.mark.parametrize("language", ["python", "json", "yaml", "bash", "html", "rst"])
@given(lines=st.lists(st.sampled_from(["", "  ", "\t", '"""', "x = '1'", "# a", "- a: 1", "  if x:", "\\", "<a b='"])))
def test_blank_lines_that_are_left_out_change_no_color(language: str, lines: list[str]) -> None:
    code = "\n".join(line if line.strip() else f"{line}\n" * 5 for line in lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(highlight, "_BLANK_LINES", re.compile(r"(?!)"))
        whole = list(lex(code, language))
    cut = list(lex(code, language))
    assert "".join(piece.text for piece in cut) == code
    assert signs([(p.text, p.kind) for p in cut if p.kind]) == signs([(p.text, p.kind) for p in whole if p.kind])
