"""Agreement with Chromium on the same font files; ``measure_chromium.py`` made the data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from layoutkit.sizing import MAX_CONTENT
from layoutkit.text.paragraph import Paragraph, StyledSpan
from layoutkit.text.style import TextStyle
from tests.text.strings import FACES, STRINGS
from tests.text.support import TYPESETTER, width_in

FACTS: dict[str, list[dict[str, Any]]] = json.loads(Path(__file__).with_name("chromium.json").read_text("utf-8"))
WIDTHS: dict[str, Any] = json.loads(Path(__file__).with_name("chromium_strings.json").read_text("utf-8"))
TOLERANCE = 2 / 64
"""Chromium rounds up to 1/64 px."""


def paragraph(case: dict[str, Any], text: str) -> Paragraph:
    style = TextStyle(
        case["family"],
        case["weight"],
        case["italic"],
        case["size"],
        case["line_height"],
        case.get("letter_spacing", 0.0),
        language="und",
    )
    return TYPESETTER.paragraph([StyledSpan(text, style)])


@pytest.mark.parametrize("family", ["Google Sans", "Roboto", "Mono"])
def test_widths(family: str) -> None:
    chosen = [case for case in FACTS["widths"] if case["family"] == family]
    ours = [paragraph(case, case["text"]).measure(MAX_CONTENT).width for case in chosen]
    assert len(chosen) >= 60
    assert ours == pytest.approx([case["expected"] for case in chosen], abs=TOLERANCE)


@pytest.mark.parametrize("family", ["Google Sans", "Roboto", "Mono"])
def test_baselines(family: str) -> None:
    chosen = [case for case in FACTS["baselines"] if case["family"] == family]
    ours = [paragraph(case, "Hx").measure(MAX_CONTENT).baseline for case in chosen]
    assert len(chosen) >= 60
    assert ours == pytest.approx([case["expected"] for case in chosen], abs=TOLERANCE)


@pytest.mark.parametrize("family", ["Google Sans", "Roboto", "Mono"])
def test_lines(family: str) -> None:
    chosen = [case for case in FACTS["lines"] if case["family"] == family]
    ours = [[line.text for line in paragraph(case, case["text"]).set(case["width"]).lines] for case in chosen]
    assert len(chosen) >= 36
    assert ours == [case["expected"] for case in chosen]


def test_many_strings_in_two_languages_are_as_wide_as_in_the_browser() -> None:
    assert WIDTHS["texts"] == STRINGS
    assert [tuple(face) for face in WIDTHS["faces"]] == FACES
    assert len(STRINGS) >= 200
    assert [len({face[i] for face in FACES}) for i in range(3)] == [3, 2, 5]
    for face, widths in zip(FACES, WIDTHS["widths"], strict=True):
        ours = [width_in(face, text) for text in STRINGS]
        assert ours == pytest.approx(widths, abs=TOLERANCE), face
