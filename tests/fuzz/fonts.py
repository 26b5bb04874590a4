"""Fonts: small ones cut out of the bundled faces, with tables changed, lost and damaged."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from fontTools import subset
from fontTools.ttLib import TTFont
from hypothesis import strategies as st

from tests.fuzz.case import ROOT, TARGETS, Case, plain_tokens, script
from tests.fuzz.values import now, one_of

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

__all__ = ["fonts"]

_LETTERS = "Um modelo que responde: fi AV é 12,5 %\u0301x\u00a0—"
_FILES = ("roboto-400", "google-sans-700", "mono-400", "math-400", "serif-400", "roboto-400-italic")
_TABLES = ("GSUB", "GPOS", "GDEF", "OS/2", "post", "name", "glyf", "loca", "cmap", "hmtx", "hhea", "head", "maxp",
    "kern",
    "gasp", "STAT", "fvar", "prep", "fpgm", "cvt ", "DSIG")  # fmt: skip
_WORDS = ("Um modelo que responde:", "fi AV é", "12,5 %", "x\u0301 — x", "m o d e l o", "Um\u00a0modelo\nque")


@st.composite
def fonts(draw: DrawFn) -> Case:
    """A figure set in a font file that is odd or damaged."""
    data = _font(one_of(draw, *_FILES), one_of(draw, 0, 0, 1, 16, 2048, 16384), one_of(draw, "", "", "woff", "woff2"),
        one_of(draw, *_TABLES) if now(draw, 0.3) else "", one_of(draw, "", "", "empty", "narrow", "tall"))  # fmt: skip
    if now(draw, 0.45):
        data = draw(_damaged(data))
    said = tuple(one_of(draw, *_WORDS) for _ in range(draw(st.integers(1, 3))))
    texts = ", ".join(f"Text({text!r}, role={one_of(draw, 'body', 'title', 'label')!r})" for text in said)
    plain = plain_tokens().decode()
    file = one_of(draw, "roboto-400.ttf", "google-sans-700.ttf")
    changed = plain.replace(f"{ROOT}/fonts/{file}", "a.font").encode()
    return Case(script(f"Column({texts})"), one_of(draw, *TARGETS), files={"a.font": data}, tokens=changed, said=said)


@lru_cache(maxsize=2048)
def _font(name: str, units: int, flavor: str, without: str, change: str) -> bytes:
    """A small font of a kind."""
    font = TTFont(io.BytesIO(_small(name)), lazy=False)
    if units:
        font["head"].unitsPerEm = units
    if change == "empty":
        for glyph in font["glyf"].glyphs.values():
            glyph.numberOfContours = 0
            glyph.__dict__.pop("data", None)
    elif change == "narrow":
        font["hmtx"].metrics = {glyph: (0, side) for glyph, (_, side) in font["hmtx"].metrics.items()}
    elif change == "tall":
        font["hhea"].ascent, font["hhea"].descent = 32767, -32768
    file = io.BytesIO()
    font.flavor = flavor or None
    font.save(file)
    data = file.getvalue()
    if without and not flavor and without.encode() in data[:400]:
        at = data.index(without.encode())
        data = data[:at] + b"zzzz" + data[at + 4 :]
    return data


@lru_cache(maxsize=16)
def _small(name: str) -> bytes:
    """A bundled face with the letters that are needed."""
    options = subset.Options(layout_features=["*"], notdef_outline=True, name_IDs=["*"])
    file = io.BytesIO()
    with TTFont(ROOT / "fonts" / f"{name}.ttf") as font:
        maker = subset.Subsetter(options)
        maker.populate(text=_LETTERS)
        maker.subset(font)
        font.save(file)
    return file.getvalue()


@st.composite
def _damaged(draw: DrawFn, data: bytes) -> bytes:
    """A few bytes changed, mostly behind the directory of tables; now and then the end lost."""
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(12, max(12, len(data) - 2)))
        value = draw(st.sampled_from((b"\0", b"\xff\xff", b"\x80", b"\x7f\xff", b"\0\0\0\1")))
        data = data[:at] + value + data[at + len(value) :]
    return data[: draw(st.integers(0, len(data)))] if now(draw, 0.1) else data
