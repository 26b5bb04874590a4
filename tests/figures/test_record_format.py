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
    '{\n "instruction": "Traduza para o inglês.",\n "input": "O céu é azul.",\n "output": "The sky is blue."\n}',
    '{\n "instruction": "Por que o céu é azul?",\n "input": "",\n "output": "O ar espalha mais a luz azul."\n}',
)


def test_records_and_texts_are_verbatim() -> None:
    found, failed = load_figures([ROOT / "figures" / "02-formato-dados-instrucao.py"])
    assert failed == []
    at = renderer()
    placed = at.place(found[0])
    subject = look_at(found[0].figure, at.theme, placed, paint(placed))
    height = at.theme.type.prompt.line_height

    def written_in(name: str) -> tuple[str, ...]:
        cards = [seen for seen in subject.boxes if seen.box.name == name]
        return tuple(
            written(lines(inside, height), height)
            for inside in (pieces(subject.texts, card) for card in cards)
            if inside
        )

    assert written_in("card_inverse") == TEXTS
    assert written_in("card") == RECORDS


def pieces(texts: Sequence[VisibleBox], card: VisibleBox) -> list[VisibleBox]:
    """The pieces of code in a card: what the template writes, and values of the record."""
    return [seen for seen in texts if seen.box.name in {"prompt", "field"} and card.rect.contains(seen.rect, 1)]


def lines(inside: Sequence[VisibleBox], height: float) -> list[tuple[float, str]]:
    """The middle of each line, from top to bottom, and its pieces from left to right."""
    found: list[list[VisibleBox]] = []
    for piece in sorted((one for one in inside if one.box.text), key=middle):
        if not found or middle(piece) - middle(found[-1][0]) > height / 2:
            found.append([])
        found[-1].append(piece)
    return [
        (middle(line[0]), "".join(piece.box.text for piece in sorted(line, key=lambda piece: piece.rect.x)))
        for line in found
    ]


def middle(seen: VisibleBox) -> float:
    return seen.rect.y + seen.rect.height / 2


def written(lines: Sequence[tuple[float, str]], height: float) -> str:
    """The lines with the blank ones between them; less room than a line is none."""
    apart = (int((after[0] - line[0]) / height + 0.05) for line, after in pairwise(lines))
    return lines[0][1] + "".join("\n" * count + line[1] for count, line in zip(apart, lines[1:], strict=True))


def test_a_value_has_one_mark_in_the_record_and_in_the_text() -> None:
    """Fields of a colour are followed from one to the other; markers of the template have none."""
    found, _ = load_figures([ROOT / "figures" / "02-formato-dados-instrucao.py"])
    at = renderer()
    placed = at.place(found[0])
    subject = look_at(found[0].figure, at.theme, placed, paint(placed))
    looks: dict[str, list[object]] = {}
    for seen in subject.boxes:
        if seen.box.name == "field" and not seen.box.text:
            words = next(one.box.text for one in subject.texts if seen.rect.contains(one.rect, 1))
            looks.setdefault(words, []).append(seen.box.look.background)
    assert set(looks) == {
        "Traduza para o inglês.",
        "O céu é azul.",
        "The sky is blue.",
        "Por que o céu é azul?",
        "O ar espalha mais a luz azul.",
    }
    assert all(len(backgrounds) == 2 and backgrounds[0] == backgrounds[1] for backgrounds in looks.values())
    assert len({backgrounds[0] for backgrounds in looks.values()}) == 3
