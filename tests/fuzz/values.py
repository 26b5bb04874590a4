"""What keywords are given: mostly what they ask for, now and then anything."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar, get_args

from hypothesis import strategies as st

from layoutkit.keywords import CORNERS, SIDES, BorderStyle, Overflow, Position, Semantics, TextWrap, WritingMode
from layoutkit.text.fonts import Face
from tests.fuzz.case import ROOT

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

T = TypeVar("T")

__all__ = [
    "LENGTHS",
    "NAUGHTY",
    "TONES",
    "box_keywords",
    "known_keywords",
    "may_be_cut",
    "now",
    "number",
    "one_of",
    "text_keywords",
    "texts",
]

NAUGHTY = (
    'float("nan")', 'float("inf")', "-1", "1e308", "-1e308", "10**400", "True", "None", '"x"', '""', "b''", "()",
    "{}",
    '"{space.m} * 1e9"', '"{color.ink}"', '"{palette.white}"', '"{"', '"-3%"', '"1e9%"', '"auto"', "2**31", "1e-320",
    '"\uff19px"', '"{space.\\n}"', "object()", "99999", "-0.0",
)  # fmt: skip
"""Python for values that hardly any keyword takes."""
LENGTHS = ("0", "1", "4", "7.5", "16", "32", "60", "120", "300", '"25%"', '"100%"', '"{space.m}"',
    '"{space.s} * 1.5"',
    "t.space.l", '"2mm"', '"auto"')  # fmt: skip
TONES = ("None", '"instruction"', '"response"', '"wrong"', '"caution"')
_COLORS = ("t.color.ink", '"{color.wrong_tint}"', '"#1A73E8"', '"{color.instruction}"', '"{color.ink} / 30%"',
    '"#12345678"',
    '"mix({color.ink}, {color.page}, 30%)"')  # fmt: skip
_ALIGN = ("normal", "stretch", "start", "end", "flex-start", "flex-end", "center", "baseline")
_SPREAD = ("normal", "stretch", "start", "end", "center", "space-between", "space-around", "space-evenly")
_SIDES = ("", "_x", "_y", "_top", "_right", "_bottom", "_left")
_ROLES = ("title", "heading", "body", "small", "label", "code", "number", "speech")


def _quoted(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f'"{word}"' for word in words)


_BOX: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("width", "height", "min_width", "min_height", "max_width", "max_height", "basis"), LENGTHS),
    **{f"padding{side}": LENGTHS[:8] for side in _SIDES},
    **{f"margin{side}": (*LENGTHS[:8], '"auto"', "-8") for side in _SIDES},
    **dict.fromkeys(("top", "right", "bottom", "left"), (*LENGTHS[:6], "-5")),
    "aspect_ratio": ("1", "2", "0.5", "16 / 9"),
    "grow": ("0", "1", "2", "0.4"),
    "shrink": ("0", "1", "3"),
    "align_self": _quoted(("auto", *_ALIGN)),
    "justify_self": _quoted(("auto", *_ALIGN)),
    "column": ("1", "2", "-1"),
    "row": ("1", "3", "-2"),
    "column_span": ("1", "2", "3"),
    "row_span": ("1", "2"),
    "position": _quoted(get_args(Position)),
    "overflow": _quoted(get_args(Overflow)),
    "background": (*_COLORS, "None"),
    "background_image": ('"linear-gradient(to right, {color.ink}, {color.page} 60%)"', "None"),
    "border": (*_COLORS, "None"),
    "border_width": ("0", "1", "t.stroke.thick", "9"),
    "border_style": _quoted(get_args(BorderStyle)),
    **{f"border_{side}": (*_COLORS[:2], "None") for side in SIDES},
    **dict.fromkeys((f"border_{side}_width" for side in SIDES), ("0", "1", "9")),
    "radius": ("0", "8", "t.radius.round"),
    **dict.fromkeys((f"radius_{corner}" for corner in CORNERS), ("0", "12", "t.radius.round")),
    "shadow": _quoted(("card", "none")),
    "color": _COLORS,
    "role": _quoted(_ROLES),
    "component": _quoted(("card", "card_inverse", "pill", "quote")),
    "key": _quoted(("one", "two words", "")),
    "semantics": _quoted(get_args(Semantics)),
}
_CONTAINER: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("gap", "row_gap", "column_gap"), LENGTHS[:8]),
    **dict.fromkeys(("column_rule", "row_rule"), (*_COLORS[:2], "None")),
    **dict.fromkeys(("column_rule_width", "row_rule_width"), ("0", "1", "t.stroke.thick", "9")),
    **dict.fromkeys(("column_rule_style", "row_rule_style"), _quoted(get_args(BorderStyle))),
    "justify": _quoted(_SPREAD),
    "align": _quoted(_ALIGN),
    "align_content": _quoted(_SPREAD),
    "wrap": ("True", "False"),
    "reverse": ("True", "False"),
    "share_rows": ("True", "False"),
}
_TEXT: dict[str, tuple[str, ...]] = {
    "align": _quoted(("start", "center", "end", "justify")),
    "wrap": _quoted(get_args(TextWrap)),
    "trim": _quoted(("none", "cap")),
    "max_lines": ("1", "2", "40"),
    "reserve": _quoted(("body", "title")),
    "ellipsis": ("True", "False"),
    "writing_mode": _quoted(get_args(WritingMode)),
}


@st.composite
def _keywords(draw: DrawFn, known: dict[str, tuple[str, ...]], most: int, naughty: float) -> str:
    names = draw(st.lists(st.sampled_from(sorted(known)), max_size=most, unique=True))
    return "".join(
        f", {name}={draw(st.sampled_from(NAUGHTY)) if now(draw, naughty) else draw(st.sampled_from(known[name]))}"
        for name in names
    )


def box_keywords(*, container: bool, naughty: float = 0.01) -> SearchStrategy[str]:
    """Keywords of a box, each with a comma before it."""
    return _keywords(_BOX | _CONTAINER if container else _BOX, 4, naughty)


def text_keywords(naughty: float = 0.01) -> SearchStrategy[str]:
    """Keywords of a text."""
    return _keywords(_TEXT, 2, naughty)


def may_be_cut(keywords: str) -> bool:
    """Whether a text with these keywords may end in an ellipsis, as its author wishes."""
    return "ellipsis=" in keywords and "ellipsis=False" not in keywords


def known_keywords() -> tuple[set[str], set[str]]:
    """The keywords that boxes and texts are given."""
    return {*_BOX, *_CONTAINER}, set(_TEXT)


def now(draw: DrawFn, share: float) -> bool:
    """Whether something rare happens here; a shrunk input is without it."""
    return draw(st.integers(0, 999)) >= 1000 - share * 1000


def number(draw: DrawFn, low: int, high: int) -> int:
    """A whole number."""
    return draw(st.integers(low, high))


def one_of(draw: DrawFn, *words: T) -> T:
    """One of a few values."""
    return draw(st.sampled_from(words))


@cache
def _covered() -> tuple[str, ...]:
    """The characters that all the text fonts have."""
    faces = (Face(ROOT / "fonts" / f"{name}-400.ttf") for name in ("roboto", "google-sans", "mono"))
    common = set.intersection(*(set(face.hb_font.face.unicodes) for face in faces))
    return tuple(sorted(chr(code) for code in common if code >= ord(" ") and chr(code).isprintable()))


_WORDS = ("Instruction", "tuning", "é", "o", "modelo", "que", "responde:", "a-b", "12,5 %", "—", "“aspas”", "fi",
    "T.",
    "https://exemplo.br/um/caminho?q=1", "x²", "θ", "→", "(ou", "não)", "\u00a0",
    "supercalifragilístico")  # fmt: skip
_ODD = (
    "\u200b\u200d\xad\u2060\ufe0f\u2028\u2029\u0301\u0327\u20e3\ufffe\ufeff\u202e\u2066\u200f\u05d0\u05d1"
    "\u062c\u062f\u4e2d\u6587\uff71\U0001f600\U0001f1e7\U0001f1f7\x00\x1b\t\r\x85\ud800\U0010ffff\n\u3000"
    "\u1680\ufdfa\u01f0\u0130\xdf\u0149\u03a3\u03c2\U0001d538"
)


def texts(naughty: float = 0.02, most: int = 12) -> SearchStrategy[str]:
    """What is written: words and characters that the fonts have, now and then any at all."""
    return _text(naughty, most)


@st.composite
def _text(draw: DrawFn, naughty: float, most: int) -> str:
    if now(draw, naughty):
        return draw(st.text(st.one_of(st.sampled_from(_ODD), st.characters()), max_size=most * 2))
    covered = st.text(st.sampled_from(_covered()), min_size=1, max_size=8)
    pieces = draw(st.lists(st.one_of(st.sampled_from(_WORDS), st.sampled_from(_WORDS), covered), max_size=most))
    return draw(st.sampled_from((" ", " ", " ", "", "\n", "  "))).join(pieces)
