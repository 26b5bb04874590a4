"""Markup in strings: what becomes a span, what stays as it is, and what is refused."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit import Heading, Pill, Span, Text, plain
from layoutkit.diagnostics import LayoutkitError
from layoutkit.nodes.markup import parse
from tests.nodes.faults import fault

if TYPE_CHECKING:
    from layoutkit.nodes.span import Mark

    Marks = tuple[Mark, ...]

STRONG: Marks = ("strong",)
EMPHASIS: Marks = ("emphasis",)
CODE: Marks = ("code",)
SIGN = re.compile(r"[\\*_`#@\[\]]")
COLOR = re.compile(r"[#@](?u:\w)", re.ASCII)
SIGNS = st.text(alphabet="ab 1*_`#@[]\\\n{}.é\u0301", max_size=30)


def shown(text: str) -> str:
    return "".join(str(span.text) for span in parse(text))


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a *b* c", [Span("a "), Span("b", marks=STRONG), Span(" c")]),
        ("_a_", [Span("a", marks=EMPHASIS)]),
        ("(`a b`)", [Span("("), Span("a b", marks=CODE), Span(")")]),
        ("#ink_soft[a] b", [Span("a", color="{color.ink_soft}"), Span(" b")]),
        ("*a _b_*", [Span("a ", marks=STRONG), Span("b", marks=("strong", "emphasis"))]),
        ("_*a*_", [Span("a", marks=("emphasis", "strong"))]),
        ("*a*, _b_.", [Span("a", marks=STRONG), Span(", "), Span("b", marks=EMPHASIS), Span(".")]),
        ("*`a`*", [Span("a", marks=("strong", "code"))]),
        ("#ink[a #red[b] c]", [
            Span("a ", color="{color.ink}"), Span("b", color="{color.red}"), Span(" c", color="{color.ink}"),
        ]),
        ("#ink[*a*]", [Span("a", color="{color.ink}", marks=STRONG)]),
        ("*#ink[a]*", [Span("a", color="{color.ink}", marks=STRONG)]),
        ("#ink[x[0] e *y[1]*]", [
            Span("x[0] e ", color="{color.ink}"), Span("y[1]", color="{color.ink}", marks=STRONG),
        ]),
        ("*a\nb*", [Span("a\nb", marks=STRONG)]),
        ("“*não*”", [Span("“"), Span("não", marks=STRONG), Span("”")]),
        ("@a[b] c", [Span("b", key="a"), Span(" c")]),
        ("é @céu-1[*o* #ink[x[0]]]", [
            Span("é "), Span("o", marks=STRONG, key="céu-1"), Span(" ", key="céu-1"),
            Span("x[0]", color="{color.ink}", key="céu-1"),
        ]),
        ("`a*b_c[0] #x[`", [Span("a*b_c[0] #x[", marks=CODE)]),
    ],
)  # fmt: skip
def test_marks_make_spans(text: str, spans: list[Span]) -> None:
    assert parse(text) == tuple(spans)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "*", "_", "a * b", "2*3*4", "snake_case_name", "a__b", "___", "x ** y", "____", "[0, 1)", "a[0] = {b}",
        "a@b[0]", "@ [a]", "@1[a]", "@a",
        "### Instrução:", "C#", "#1A73E8", "a ] b [ c", "E[y|x]", "C:\\novo", "\\n", "e\u0301_a", "50 %", "# [a]",
    ],
)  # fmt: skip
def test_what_is_no_mark_stays(text: str) -> None:
    assert parse(text) == (Span(text),)


@pytest.mark.parametrize(
    ("text", "as_shown"),
    [
        (r"\*a\*", "*a*"), (r"a \_b", "a _b"), (r"\`", "`"), (r"\#ink[a]", "#ink[a]"), (r"#ink\[a]", "#ink[a]"),
        (r"\\ \*", "\\ *"), (r"#ink[a\]b]", "a]b"), (r"`a\`b`", "a`b"), (r"`a\\`", "a\\"), (r"`a\d`", r"a\d"),
        (r"*a\*b*", "a*b"), (r"\@a[b]", "@a[b]"),
    ],
)  # fmt: skip
def test_a_backslash_shows_a_mark(text: str, as_shown: str) -> None:
    assert shown(text) == as_shown


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a *b", "the * at column 3 is never closed"),
        ("a _b", "the _ at column 3 is never closed"),
        ("a `b", "the ` at column 3 is never closed"),
        ("a #ink[b", "the #ink[ at column 3 is never closed"),
        ("#ink[b [c]", "the #ink[ at column 1 is never closed"),
        ("a\nb *c", "the * at line 2, column 3 is never closed"),
        ("nota* ", "the * at column 5 closes nothing"),
        ("a *b *c", "the * at column 3 is still open where another opens at column 6"),
        ("*a _b* c_", "the _ at column 4 is still open at the * at column 6"),
        ("#ink[a *b] c*", "the * at column 8 is still open at the ] at column 10"),
        ("*#ink[a* b]", "the #ink[ at column 2 is still open at the * at column 8"),
        ("**a**", "the ** at column 1 is not a mark; a single * stands on either side"),
        ("__init__", "the __ at column 1 is not a mark; a single _ stands on either side"),
        ("``", "the ` at column 1 holds no text"),
        ("#ink[]", "the #ink[ at column 1 holds no text"),
        ("**", "the * at column 1 holds no text"),
        ("nota: __", "the _ at column 7 holds no text"),
        ("** nota", "the * at column 1 holds no text"),
        ("*_", "the _ at column 2 closes nothing"),
        ("*(#ink[]*", "the #ink[ at column 3 holds no text"),
        ("a @b[c", "the @b[ at column 3 is never closed"),
        ("@b[]", "the @b[ at column 1 holds no text"),
        ("@a[b @c[d]]", "the @c[ at column 6 stands inside @a["),
        ("@a[#ink[b]", "the @a[ at column 1 is never closed"),
    ],
)
def test_marks_that_do_not_close_are_refused(text: str, message: str) -> None:
    with fault("markup") as found:
        Text(text)
    assert found.message == f"in the text, {message}"
    assert found.marked == "Text(text)"


def test_the_hint_works() -> None:
    with fault("markup") as found:
        Heading("a *b")
    assert found.hint == (
        '"\\\\*" in Python (r"\\*" in a raw string) shows the sign itself; plain(…) does so for a whole text'
    )
    assert Heading("a \\*b").plain == Heading(r"a \*b").plain == Heading(plain("a *b")).plain == "a *b"


def test_each_string_closes_its_own_marks() -> None:
    with fault("markup"):
        Text("a *b", Span("c"), "d*")
    assert Text("nega", "*tiva*").spans == (Span("nega"), Span("tiva", marks=STRONG))


def test_a_span_is_taken_as_it_is() -> None:
    assert Text(Span("*a* `b")).spans == (Span("*a* `b"),)
    wrong: Any = "bold"
    with fault("bad-value") as found:
        Text(Span("a", marks=(wrong,)))
    assert found.message == "mark is 'bold'; expected one of strong, emphasis, code, marker"


def test_components_take_markup_and_spans() -> None:
    texts = [Pill("*a*").children[0], Pill(Span("*a*")).children[0]]
    assert [text.spans for text in texts if isinstance(text, Text)] == [(Span("a", marks=STRONG),), (Span("*a*"),)]


@pytest.mark.parametrize("wrong", [3, None, b"a"])
def test_only_strings_are_made_plain(wrong: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with fault("not-text") as found:
        plain(wrong)
    assert found.marked == "plain(wrong)"


@given(st.one_of(st.text(), SIGNS))
def test_plain_gives_back_the_same_characters(text: str) -> None:
    assert parse(plain(text)) == (Span(text),)
    if text and not text[0].isspace() and not text[-1].isspace():
        assert parse(f"*{plain(text)}*") == (Span(text, marks=STRONG),)
    if text:
        assert parse(f"`{plain(text)}`") == (Span(text, marks=CODE),)
        assert parse(f"#ink[{plain(text)}]") == (Span(text, color="{color.ink}"),)
        assert parse(f"@b[{plain(text)}]") == (Span(text, key="b"),)


def parsed(text: str) -> tuple[Span, ...] | None:
    """The spans; None where a mark is refused."""
    try:
        return parse(text)
    except LayoutkitError as refused:
        if [fault.rule for fault in refused.diagnostics] != ["markup"]:
            raise
    return None


@given(SIGNS)
def test_markup_loses_no_character(text: str) -> None:
    """What is shown is the text in order; only the marks' own characters are missing."""
    spans = parsed(text)
    if spans is None:
        return
    rest = iter(text)
    assert all(character in rest for span in spans for character in str(span.text)), "not in the text's order"
    if not COLOR.search(text):
        assert SIGN.sub("", shown(text)) == SIGN.sub("", text)
    assert all(span.text for span in spans) or spans == (Span(""),)
    assert all(
        (one.color, one.marks, one.key) != (other.color, other.marks, other.key) for one, other in pairwise(spans)
    )


@pytest.mark.parametrize("unit", ["*a* ", "#ink[", "#ink[a [b] ", "@a[b] ", "[", "`a`", r"\*", "*a", "#a", "_", "a]"])
def test_the_work_grows_with_the_length(unit: str) -> None:
    """Twice the text is twice the steps."""
    assert steps(unit * 800) <= 2.1 * steps(unit * 400) + 50


def steps(text: str) -> int:
    """How many lines of Python a parse takes."""
    count = 0

    def tick(*_: object) -> Any:  # noqa: ANN401 - a trace function returns itself
        nonlocal count
        count += 1
        return tick

    before = sys.gettrace()
    sys.settrace(tick)
    try:
        with suppress(LayoutkitError):
            parse(text)
    finally:
        sys.settrace(before)
    return count
