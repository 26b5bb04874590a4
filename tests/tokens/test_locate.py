"""Places of keys and values in TOML text."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layoutkit.tokens.locate import locate
from layoutkit.tokens.scanner import KeySpan


def key_text(text: str, span: KeySpan) -> str:
    return text.split("\n")[span.line - 1][span.key_column - 1 : span.key_end - 1]


def value_text(text: str, span: KeySpan) -> str:
    return text.split("\n")[span.value_line - 1][span.value_column - 1 : span.value_end - 1]


def found(text: str) -> dict[str, tuple[str, str]]:
    """The text of key and value, by the full name."""
    tomllib.loads(text)
    return {".".join(path): (key_text(text, span), value_text(text, span)) for path, span in locate(text).items()}


def test_lines_and_columns_count_from_1() -> None:
    spans = locate('[space]\n  m = 16\n\ns\t=   "2mm"\n')
    assert spans == {
        ("space",): KeySpan(1, 2, 7, 1, 7, 7),
        ("space", "m"): KeySpan(2, 3, 4, 2, 7, 9),
        ("space", "s"): KeySpan(4, 1, 2, 4, 7, 12),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a.b . c = 1", {"a.b.c": ("a.b . c", "1")}),
        ("'a b'.\"c\" = 1", {"a b.c": ("'a b'.\"c\"", "1")}),
        ('"\\u0061\\t" = 1', {"a\t": ('"\\u0061\\t"', "1")}),
        ('"" = 1', {"": ('""', "1")}),
        ('"é" = "ü" # ö', {"é": ('"é"', '"ü"')}),
        ("a = { b = 1, c.d = 'x' }", {"a": ("a", "{ b = 1, c.d = 'x' }"), "a.b": ("b", "1"), "a.c.d": ("c.d", "'x'")}),
        ("a = {}\nb = 2", {"a": ("a", "{}"), "b": ("b", "2")}),
        ('a = [1, "]", [2, { b = 3 }]] # ]\nc = 1', {
            "a": ("a", '[1, "]", [2, { b = 3 }]]'), "a.[0]": ("1", "1"), "a.[1]": ('"]"', '"]"'),
            "a.[2].[0]": ("2", "2"), "a.[2].[1].b": ("b", "3"), "c": ("c", "1"),
        }),
        ('# a = 0\na = "# b" # c = 1\nd = \'"#\'', {"a": ("a", '"# b"'), "d": ("d", "'\"#'")}),
        ('a = "\\" = "\nb = 1', {"a": ("a", '"\\" = "'), "b": ("b", "1")}),
        ("a = 1979-05-27 07:32:00 # b\nc = -inf\t", {"a": ("a", "1979-05-27 07:32:00"), "c": ("c", "-inf")}),
        ("[ a . 'b' ] # [c]\nd = 1", {"a.b": ("a . 'b'", ""), "a.b.d": ("d", "1")}),
        ("[[ a ]]\nb = 1\n[[a]]\nc = 1", {"a": ("a", ""), "a.b": ("b", "1"), "a.c": ("c", "1")}),
    ],
)  # fmt: skip
def test_keys_and_values(text: str, expected: dict[str, tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_a_value_over_several_lines_is_marked_on_its_first(quotes: str) -> None:
    text = f"a = {quotes}x\nb = 1\n[c]\n{quotes[0]}{quotes}\nd = [ # ]\n  1,\n]\ne = 1"
    assert found(text) == {"a": ("a", f"{quotes}x"), "d": ("d", "[ # ]"), "d.[0]": ("1", "1"), "e": ("e", "1")}


def test_a_key_of_an_array_of_tables_is_found_where_it_first_stands() -> None:
    assert locate("[[a]]\nb = 1\n[[a]]\nb = 2")["a", "b"].line == 2


SCALARS = (
    *("1", "-2.5e3", "0xFF", "1_000", "+inf", "nan", "true", "1979-05-27", "1979-05-27 07:32:00Z", "07:32:00.5"),
    *('"a b"', '"\\"x\\\\"', '"# ]"', "'[a]'", "''", '""', "'\\'", '"""a"""', '"""q"""""', "'''\n a = 1 \n'''"),
    *('"""\n[x]\n\\""" """', '"""\\\n  x"""'),
)
BLANKS = st.sampled_from(["", " ", " \t"])


@st.composite
def spelt(draw: st.DrawFn, name: str) -> str:
    """A key in one of the ways to write it."""
    return draw(st.sampled_from([name, f'"{name}"', f"'{name}'", f'"\\u{ord(name[0]):04x}{name[1:]}"']))


@st.composite
def inline_table(draw: st.DrawFn, value: st.SearchStrategy[str]) -> str:
    count = draw(st.integers(0, 3))
    pairs = [f"{draw(spelt(f'i{n}'))}{draw(BLANKS)}={draw(BLANKS)}{draw(value)}" for n in range(count)]
    return "{ " + ", ".join(pairs) + " }"


def array(value: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    separators = st.sampled_from([",", " , ", ", # ]\n\t"])
    return st.builds(lambda items, by: f"[ {by.join(items)} ]", st.lists(value, max_size=3), separators)


VALUES = st.recursive(
    st.sampled_from(SCALARS), lambda inner: st.one_of(array(inner), inline_table(inner)), max_leaves=6
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    lines = []
    for table in range(draw(st.integers(0, 3))):
        if table:
            parts = [draw(spelt(f"t{table}")), *([draw(spelt("sub"))] if draw(st.booleans()) else [])]
            lines.append(f"{draw(BLANKS)}[{draw(BLANKS)}{' . '.join(parts)}{draw(BLANKS)}]{draw(BLANKS)}# [no]")
        for n in range(draw(st.integers(0, 3))):
            parts = [draw(spelt(f"k{n}")), *([draw(spelt("dot"))] if draw(st.booleans()) else [])]
            comment = draw(st.sampled_from(["", " # x = 1", "\n\n# y"]))
            key = f"{draw(BLANKS)}.{draw(BLANKS)}".join(parts)
            lines.append(f"{draw(BLANKS)}{key}{draw(BLANKS)}={draw(BLANKS)}{draw(VALUES)}{comment}")
    return "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n# end"]))


def leaves(value: object, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], object]:
    """Everything in a parsed document that was written as ``key = value``, inline tables spread out."""
    if not isinstance(value, dict) or (path and not value):
        return {path: value}
    return {p: v for key, inner in value.items() for p, v in leaves(inner, (*path, key)).items()}


def parses(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


@settings(max_examples=150, deadline=None)
@given(documents())
def test_every_key_that_tomllib_reads_is_found_with_its_value(text: str) -> None:
    spans = locate(text)
    for path, value in leaves(tomllib.loads(text)).items():
        if not path:
            continue
        key, shown = key_text(text, spans[path]), value_text(text, spans[path])
        (spelt_path,) = leaves(tomllib.loads(f"{key} = 0") if shown else tomllib.loads(f"[{key}]"))
        assert path[-len(spelt_path) :] == spelt_path
        if not shown:
            assert value == {}, "only a header has no value of its own"
        elif parses(f"v = {shown}"):
            assert repr(tomllib.loads(f"v = {shown}")["v"]) == repr(value)
        else:  # it goes on in the next line, so all of the first one is marked
            assert text.split("\n")[spans[path].value_line - 1].endswith(shown)
