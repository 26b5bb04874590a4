"""Figure 02 shows the text of the template as it is: every line, and blank lines where the template has them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

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


def test_records_and_texts_are_verbatim() -> None:
    found, failed = load_figures([ROOT / "figures" / "02-formato-dados-instrucao.py"])
    assert failed == []
    at = renderer()
    placed = at.place(found[0])
    subject = look_at(found[0].figure, at.theme, placed, paint(placed))
    cards = [seen for seen in subject.boxes if seen.box.name == "card"]
    texts = [seen for seen in subject.boxes if seen.box.name == "card_inverse"]
    assert tuple(written(prompts(subject.texts, one), at.theme.type.prompt.line_height) for one in texts) == TEXTS
    records = []
    for one in cards:
        lines = [seen.box.text for seen in prompts(subject.texts, one) if not any(within(seen, text) for text in texts)]
        records.append("\n".join(lines))
    assert tuple(records) == RECORDS


def written(lines: Sequence[VisibleBox], height: float) -> str:
    """The lines with the blank ones between them; less room than a line is none."""
    apart = (int((after.rect.y - line.rect.y) / height + 0.01) for line, after in pairwise(lines))
    return lines[0].box.text + "".join(
        "\n" * count + line.box.text for count, line in zip(apart, lines[1:], strict=True)
    )


def within(seen: VisibleBox, card: VisibleBox) -> bool:
    return card.rect.contains(seen.rect, 1)


def prompts(texts: Sequence[VisibleBox], card: VisibleBox) -> list[VisibleBox]:
    """The lines of code in a card, from top to bottom."""
    inside = [seen for seen in texts if seen.box.name == "prompt" and within(seen, card)]
    return sorted((seen for seen in inside if seen.box.text), key=lambda seen: seen.rect.y)
