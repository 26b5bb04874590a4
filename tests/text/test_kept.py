"""Results that are kept for texts that come again."""

from __future__ import annotations

from dataclasses import replace

from layoutkit.text.memoized import memoized
from layoutkit.text.shape import shape
from tests.text.support import LIBRARY, ROBOTO


def test_a_function_is_asked_once_for_each_text_and_each_argument() -> None:
    asked: list[tuple[str, int]] = []

    @memoized
    def function(text: str, number: int = 1) -> tuple[str, int]:
        asked.append((text, number))
        return text, number

    assert [function("a"), function("a"), function("a", number=2), function("b")] == [
        ("a", 1), ("a", 1), ("a", 2), ("b", 1),
    ]  # fmt: skip
    assert asked == [("a", 1), ("a", 2), ("b", 1)]


def test_long_texts_are_not_kept() -> None:
    asked: list[int] = []

    @memoized
    def function(text: str) -> int:
        asked.append(len(text))
        return len(text)

    assert [function("a" * 2000), function("a" * 2000)] == [2000, 2000]
    assert asked == [2000, 2000]


def test_whatever_changes_glyphs_is_shaped_anew() -> None:
    regular, bold = LIBRARY.face("Roboto"), LIBRARY.face("Roboto", 700)
    assert shape("AV", regular, ROBOTO) is shape("AV", regular, ROBOTO)
    others = [
        shape("AV", bold, ROBOTO),
        shape("AV", regular, replace(ROBOTO, size=17)),
        shape("AV", regular, replace(ROBOTO, letter_spacing=1)),
        shape("AV", regular, replace(ROBOTO, features=(("kern", 0),))),
        shape("AV", regular, ROBOTO, rtl=True),
    ]
    widths = {found.run.width for found in others} | {shape("AV", regular, ROBOTO).run.width}
    assert len(widths) >= 5
