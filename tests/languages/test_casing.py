"""Capitals by the rules of the language."""

from __future__ import annotations

import pytest

from layoutkit.languages import language_for


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("avaliação é difícil", "pt-BR", "AVALIAÇÃO É DIFÍCIL"),
        ("titl\u0131k i", "tr", "TİTLIK İ"),
        ("i", "az-Latn", "İ"),
        ("i", "pt", "I"),
        ("Straße", "de", "STRASSE"),
        ("Άγιος ΐ", "el", "ΑΓΙΟΣ Ϊ"),
        ("α\u0301λφα, André à Évora ΅ \u212b", "el", "ΑΛΦΑ, ANDRÉ À ÉVORA ΅ \u212b"),
        ("άλφα", "pt", "ΆΛΦΑ"),
        ("µs ﬁ 1º", "en", "\u039cS FI 1º"),
    ],
)
def test_capitals(text: str, language: str, expected: str) -> None:
    assert language_for(language).uppercase(text) == expected
