"""Figure 02 shows the text of the template as it is: every line, and blank lines where the template has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.check.context import look_at
from layoutkit.loading import load_figures
from layoutkit.paint import paint
from tests.check.figures import ROOT, renderer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.check.context import VisibleBox

TEXTS = (
    "### Instrução:\nTraduza para o inglês.\n\n### Entrada:\nO céu é azul.\n\n### Resposta:\nThe sky is blue.<fim>",
    "### Instrução:\nPor que o céu é azul?\n\n### Resposta:\nO ar espalha mais a luz azul.<fim>",
)
RECORDS = (
    '{\n  "instruction": "Traduza para o inglês.",\n  "input": "O céu é azul.",\n  "output": "The sky is blue."\n}',
    '{\n  "instruction": "Por que o céu é azul?",\n  "input": "",\n  "output": "O ar espalha mais a luz azul."\n}',
)


@pytest.mark.parametrize(("card", "shown"), [("card", RECORDS), ("card_inverse", TEXTS)])
def test_records_and_texts_are_verbatim(card: str, shown: tuple[str, str]) -> None:
    found, failed = load_figures([ROOT / "figures" / "02-formato-dados-instrucao.py"])
    assert failed == []
    at = renderer()
    placed = at.place(found[0])
    subject = look_at(found[0].figure, at.theme, placed, paint(placed))
    cards = [seen for seen in subject.boxes if seen.box.name == card and prompts(subject.texts, seen)]
    height = at.theme.type.prompt.line_height
    read = []
    for one in cards:
        lines = prompts(subject.texts, one)
        top = lines[0].rect.y
        at_line = {round((line.rect.y - top) / height): line.box.text for line in lines}
        assert all(
            abs((line.rect.y - top) / height % 1 - round((line.rect.y - top) / height % 1)) < 0.05 for line in lines
        )
        read.append("\n".join(at_line.get(number, "") for number in range(max(at_line) + 1)))
    assert tuple(read) == shown


def prompts(texts: Sequence[VisibleBox], card: VisibleBox) -> list[VisibleBox]:
    """The lines of code in a card, from top to bottom."""
    inside = [seen for seen in texts if seen.box.name == "prompt" and card.rect.contains(seen.rect, 1)]
    return sorted((seen for seen in inside if seen.box.text), key=lambda seen: seen.rect.y)
