"""Token files: the project's own, with values changed, lines lost and bytes swapped."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.fuzz.case import ROOT, Case, Target, plain_tokens, script
from tests.fuzz.values import now, one_of

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

__all__ = ["tokens"]

_FIGURE = script(
    'a = Card(Heading("Um *modelo*"), Text("que responde"), label="Nota", footer="fim")',
    'b = Card(BulletList("um", "dois"), Code("x = 1"), kind="inverse")',
    "arrow = Arrow(a, b)",
    'others = Row(Pill("p"), Badge("1"), Meter(0.4, label="m", shown="4"), Icon("check"), Matrix([[1, -2], [0, 3]]))',
    'more = Column(Stepper(["a", "b"], 1), Legend([("l", None, "solid")]), Quote("q", "w"), Table(["h"], [["c"]]))',
    "Column(a, b, arrow, others, more)",
)
_SAID = ("Um modelo", "que responde", "Nota", "fim", "um", "dois", "x = 1", "p", "1", "m", "4", "a", "b", "l", "q",
    "w", "h", "c")  # fmt: skip
_VALUES = {
    "colour": ('"#123456"', '"#fff"', '"#12345678"', '"oklch(62% 0.19 259)"', '"mix({palette.white}, #000, 30%)"',
        '"{color.ink}"', '"{palette.petrol_600} / 40%"', '"tone(#336699, 40)"', '"oklch(1e9% 99 -1e30)"',
        '"{color.page}"'),
    "length": ("0", "1", "3.5", "40", '"2mm"', '"0.75pt"', '"{space.m} * 1.5"', "200", "1e5", '"{radius.m}"'),
    "any": ("-1", "nan", "inf", "1e400", '""', "[]", "{}", "true", '"x"', '"{"', '"{space}"', "1979-05-27",
    "0x7fffffffffffffff",
        '"{space.m} * 1e308"', '"\\u0000"', '"mix(mix(mix(#000,#000,1%),#000,1%),#000,1%)"', "[[[[]]]]",
        '"{color.a.b}"',
        '"{type.body}"', "'''\n\n'''", "9" * 5000, '"/dev/null"', '"."', "{ a = 1 }", '["mono"]', '"{pal€tte.x}"'),
}  # fmt: skip
_BYTES = (
    b"\xff",
    b"\x00",
    b'"',
    b"[",
    b"]",
    b"{",
    b"=",
    b"\n",
    b"#",
    b".",
    b"'''",
    b"\\",
    b"\xef\xbb\xbf",
    b"\r",
    b",",
)
_PLACE = re.compile(r"^([\w-]+) = (.*)$")


@cache
def _modal_tokens() -> bytes:
    """The project's own file, modes and all."""
    return (ROOT / "tokens.toml").read_text("utf-8").replace('"fonts/', f'"{ROOT}/fonts/').encode()


@st.composite
def tokens(draw: DrawFn) -> Case:
    """A token file with up to four changes, and a figure that reads much of it."""
    modal = now(draw, 0.06)
    lines = (_modal_tokens() if modal else plain_tokens()).decode().split("\n")
    for _ in range(draw(st.integers(0, 4))):
        _change(draw, lines)
    data = "\n".join(lines).encode()
    if now(draw, 0.1):
        for _ in range(draw(st.integers(1, 4))):
            at = draw(st.integers(0, len(data)))
            data = data[:at] + one_of(draw, *_BYTES) + data[at + draw(st.integers(0, 3)) :]
    modes = {"theme": "dark"} if modal and now(draw, 0.5) else {}
    target: Target = one_of(
        draw, "png", "png", "pdf", "pdf", "svg"
    )  # tokens change little of how an SVG file is written
    return Case(_FIGURE, target, tokens=data, said=_SAID, modes=modes)


def _change(draw: DrawFn, lines: list[str]) -> None:
    """Change one line."""
    at = draw(st.integers(0, len(lines) - 1))
    found = _PLACE.match(lines[at])
    if now(draw, 0.08):
        other = draw(st.integers(0, len(lines) - 1))
        lines[at : at + 1] = one_of(draw, [], [lines[at]] * 2, [lines[other]], [lines[at], lines[other]])
    elif found:
        lines[at] = f"{found[1]} = {_value(draw, found[2])}"


def _value(draw: DrawFn, old: str) -> str:
    """A value of the same kind, mostly."""
    if now(draw, 0.04):
        return one_of(draw, *_VALUES["any"])
    if old.startswith("{"):  # one field of an inline table
        fields = re.findall(r'(\w+) = ("[^"]*"|[^,}]+?)(?=,| \})', old)
        if not fields:
            return old
        name, value = draw(st.sampled_from(fields))
        return old.replace(f"{name} = {value}", f"{name} = {_value(draw, value)}")
    if old.startswith(('"#', '"{palette', '"{color', '"mix', '"tone', '"oklch')):
        return one_of(draw, *_VALUES["colour"])
    if old[:1].isdigit() or old.startswith(('"{space', '"{radius', '"{stroke')):
        return one_of(draw, *_VALUES["length"])
    return old
