"""Texts of all scripts, set in all ways, in all languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.fuzz.case import TARGETS, Case, script
from tests.fuzz.values import may_be_cut, now, one_of, text_keywords, texts

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

__all__ = ["texts_set"]

_LANGUAGES = ("pt-BR", "en", "de", "tr", "el", "fr", "ja", "ar", "lt", "nl")
_WIDTHS = ("", "", ", width=120", ", width=40", ", width=1", ', width="50%"')
_ROLES = ("body", "label", "title", "code", "small", "number", "cell")
_MARKED = ("*{}*", "_{}_", "`{}`", "#wrong_ink[{}]", "*a _{}_ b*", "{}")


@st.composite
def texts_set(draw: DrawFn) -> Case:
    """A figure made of one to three texts."""
    lines, said = [], []
    for index in range(draw(st.integers(1, 3))):
        text = draw(texts(0.3, 14))
        role = one_of(draw, *_ROLES)
        keywords = draw(text_keywords()) + one_of(draw, *_WIDTHS)
        kept = [] if may_be_cut(keywords) else [text]
        match draw(st.integers(0, 4)):
            case 0 if now(draw, 0.5):
                call = f"Text({draw(texts(0.1))!r}{keywords})"  # its marks are read
            case 1:
                call = f"Text({one_of(draw, *_MARKED)!r}.format(plain({text!r}) or 'x'), role={role!r}{keywords})"
                said += kept
            case 2:
                call = f"Code({text!r} or 'x', language={one_of(draw, 'python', 'json', 'text')!r}, line_numbers=True)"
                said.append(text)
            case _:
                parts = (text[: len(text) // 2], text[len(text) // 2 :])
                color = one_of(draw, "None", '"{color.wrong_ink}"')
                spans = ", ".join(f"Span({part!r}, color={color})" for part in parts)
                call = f"Text({spans}, role={role!r}{keywords})"
                said += kept
        lines.append(f"n{index} = {call}")
    names = ", ".join(f"n{index}" for index in range(len(lines)))
    language = f", language={one_of(draw, *_LANGUAGES)!r}" if now(draw, 0.5) else ""
    return Case(script(*lines, f"Column({names})", arguments=language), one_of(draw, *TARGETS), said=tuple(said))
