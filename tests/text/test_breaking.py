"""UAX #14: where a line may end. ``|`` in the examples stands for an opportunity, ``¶`` for a line feed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.text.breaking import line_class, opportunities

NBSP, WJ, ZWSP, SHY, THIN = "\u00a0", "\u2060", "\u200b", "\u00ad", "\u2009"


def marked(text: str) -> str:
    bounds = [0, *opportunities(text), len(text)]
    return "|".join(text[a:b] for a, b in pairwise(bounds)).replace("\n", "¶")


@pytest.mark.parametrize(
    "example",
    [
        # words and spaces
        "uma |palavra", "duas  |palavras", " |antes", "fim ", "",
        # LB4, LB6: hard line breaks
        "a¶|b", "a¶|¶|b", "a ¶|b", "¶| |b",
        # LB8, LB11, LB12: characters that only break or hold
        f"a{ZWSP}|b", f"a{ZWSP} |b", f"a{WJ}b", f"a {WJ}b", f"a{NBSP}b", f"a-|{NBSP}b", f"a{SHY}|b",
        f"10{NBSP}%", f"a{THIN}|b",
        # LB9, LB10: marks stay with their letter
        "e\u0301 |e\u0301", "a\u0303o", " |\u0301a",
        # LB13, LB14, brackets and the signs that end a sentence
        "(a) |b", "a |(b)", "[a] |{b}", "fim! |fim? |fim.", "fim ! |x", "( a )",
        # LB15, LB19: quotation marks
        "“a” |b", "a |“b”", "« a » |b", "a |‘b’", "disse: |“sim”, |e", 'a |"b" |c', "d’água",
        # LB15c, LB15d, LB29: full stops and commas
        "a. |b", "a.b", "a,b", "etc.) |x", "1 |.5",
        # LB17, LB21: dashes and hyphens
        "a|—|b", "— —", "pré-|treino", "1–|2", "a |– |b", "GPT-4",
        "guarda-|chuva-|x",
        # LB20a: a hyphen that begins a word
        "a |-flag", "-a",
        # LB23, LB24: letters with digits and signs
        "v2a", "H2O", "US$", "$HOME", "50%x",
        # LB25, numbers with their signs
        "1.200,50", "−100", "-100", "R$5", "98,65%", "12:30", "1/2", "(12)%", "€(5)", "€(.5)", "+3", "7.",
        # slashes
        "palavra/|outra", "http://|a.b/|c",
        # LB22: an ellipsis stays behind its word
        "a… |b", "a…|b",
        # LB30, LB30a, LB30b
        "f(x)", "a(b)c", "\U0001f1e7\U0001f1f7", "\U0001f44d\U0001f3fd",
        # ideographs part anywhere
        "漢|字", "漢|a",
    ],
)  # fmt: skip
def test_example(example: str) -> None:
    text = example.replace("|", "").replace("¶", "\n")
    assert marked(text) == example


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("aéβЖ→•º×", "AL"), ("0٣", "NU"), ("-", "HY"), ("\u2013\u00ad|", "BA"), ("—", "B2"), ("/", "SY"),
        (",.:;", "IS"), ("!?", "EX"), ("([{¿¡", "OP"), (")]", "CP"), ("}", "CL"), ("'\"“”‘’«»", "QU"),
        ("$€£+−±\\", "PR"), ("%‰°", "PO"), ("…", "IN"), ("\u0301\u0303", "CM"), ("漢🙂", "ID"),
    ],
)  # fmt: skip
def test_line_class(characters: str, expected: str) -> None:
    assert {line_class(c) for c in characters} == {expected}


ANY_TEXT = st.text("ab1 9-–—/.,;:!?()[]{}\"'“”«»%$€+−…→°\u00a0\u200b\u00ad\u2060\u0301\n漢")


@given(ANY_TEXT)
def test_opportunities_rise_and_lie_inside_the_text(text: str) -> None:
    found = opportunities(text)
    assert list(found) == sorted(set(found))
    assert all(0 < index < len(text) for index in found)


@given(ANY_TEXT)
def test_what_always_holds_is_never_parted(text: str) -> None:
    for i in opportunities(text):
        before, after = text[i - 1], text[i]
        if before == "\n" or text[:i].rstrip(" ").endswith("\u200b"):  # after these a line may always begin
            continue
        assert after not in "\n \u200b)]}!?/"
        assert "\u2060" not in (before, after)
        assert before not in "(["
        assert not (before.isalnum() and after == "\u0301")


@given(ANY_TEXT, ANY_TEXT)
def test_a_line_feed_always_parts(before: str, after: str) -> None:
    text = before + "\n" + after
    assert not after or len(before) + 1 in opportunities(text)
    assert tuple(i for i in opportunities(text) if i <= len(before)) == opportunities(before + "\n")


@pytest.mark.parametrize("holder", ["\u00a0", "\u2011", "\u202f", "\u2007", "\u034f"])
@pytest.mark.parametrize(
    ("before", "breaks"),
    [
        (" ", True), ("\u2009", True), ("\u00ad", True), ("|", True), ("-", True), ("\u2010", True),
        ("a", False), ("1", False), (")", False), ("}", False), ("!", False), (",", False), ("/", False),
        ("\u2014", False), ("\u2026", False), ("$", False), ("%", False), ('"', False), ("(", False),
        ("\u6f22", False), ("\u30fb", False),
        ("\u00b4", False), ("\U0001f1e7", False), ("\U0001f3fd", False), ("\u2060", False), ("\u00a0", False),
    ],
)  # fmt: skip
def test_what_holds_is_parted_from_spaces_and_hyphens_alone(before: str, breaks: bool, holder: str) -> None:  # noqa: FBT001
    """LB12a."""
    assert (2 in opportunities(f"x{before}{holder}b")) == breaks
