"""The numbers that the figures show follow from the data that they show; recomputed here without the scripts' sums."""

from __future__ import annotations

import math
import runpy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

FIGURES = Path(__file__).parents[2] / "figures"


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    """The names of the shared example."""
    return runpy.run_path(str(FIGURES / "_exemplo.py"))


def test_the_record_becomes_the_template_verbatim(example: dict[str, Any]) -> None:
    without, with_input = example["RECORDS"]
    assert without.text == (
        "### Instrução:\nPor que o céu é azul?\n\n### Resposta:\nO ar espalha mais a luz azul.<fim>"
    )
    assert with_input.text == (
        "### Instrução:\nTraduza para o inglês.\n\n### Entrada:\nO céu é azul.\n\n### Resposta:\nThe sky is blue.<fim>"
    )
    assert without.text.startswith(without.prompt)
    assert without.prompt.endswith("### Resposta:\n")


def test_targets_are_the_tokens_shifted_by_one(example: dict[str, Any]) -> None:
    question, answer = "Por que o céu é azul ?", "O ar espalha mais a luz azul ."
    sequence = ["### Instrução:", *question.split(), "### Resposta:", *answer.split(), "<fim>"]
    assert list(example["INPUTS"]) == sequence[:17]
    assert list(example["TARGETS"]) == sequence[1:]


def test_ids_are_one_vocabulary(example: dict[str, Any]) -> None:
    ids = example["IDS"]
    assert sorted(ids.values()) == list(range(10, 10 + len(ids)))
    assert {"<fim>", "### Instrução:", "### Entrada:", "### Resposta:", "O", "o", "blue"} <= set(ids)
    assert ids["O"] != ids["o"]


def test_losses_and_mask_follow_from_probabilities_and_targets(example: dict[str, Any]) -> None:
    targets, probabilities = example["TARGETS"], example["PROBABILITIES"]
    assert len(targets) == len(probabilities) == 17
    answer = 9
    assert list(example["MASK"]) == [0] * (17 - answer) + [1] * answer
    for probability, loss in zip(probabilities, example["LOSSES"], strict=True):
        assert math.exp(-loss) == pytest.approx(probability)
    assert [*example["MASKED"][:8]] == [0] * 8
    assert example["MASKED"][8:] == example["LOSSES"][8:]
    assert math.exp(-answer * example["MEAN"]) == pytest.approx(math.prod(probabilities[8:]))


def test_one_word_of_answer_a_is_wrong(example: dict[str, Any]) -> None:
    assert example["ANSWERS"]["A"].replace(example["WRONG_WORD"], "azul") == example["REFERENCE"]


def test_shares_of_the_mean_add_up_to_one(example: dict[str, Any]) -> None:
    every, masked = example["SHARES"], example["SHARES_MASKED"]
    assert sum(every) == sum(masked) == 1
    assert {float(share) for share in every} == {1 / 17}
    assert [float(share) for share in masked] == [0] * 8 + [1 / 9] * 9


def test_a_share_is_how_the_mean_follows_each_loss(example: dict[str, Any]) -> None:
    losses: list[float] = list(example["LOSSES"])
    mask: list[int] = list(example["MASK"])

    def mean(of: list[float]) -> float:
        return math.fsum(loss for loss, kept in zip(of, mask, strict=True) if kept) / mask.count(1)

    for place, share in enumerate(example["SHARES_MASKED"]):
        raised = [loss + (place == at) for at, loss in enumerate(losses)]
        assert mean(raised) - mean(losses) == pytest.approx(float(share))


def test_every_weight_is_seen_to_move_against_its_gradient(example: dict[str, Any]) -> None:
    def read(value: float, digits: int) -> Decimal:
        return Decimal(example["decimal"](value, digits).replace("−", "-").replace(",", "."))

    rate = read(example["RATE"], 2)
    for row in zip(example["WEIGHTS"], example["GRADIENTS"], example["NEW_WEIGHTS"], strict=True):
        for old, gradient, new in zip(*row, strict=True):
            assert abs(old) < 0.5
            before, after = (Decimal(example["weight"](one).replace("−", "-").replace(",", ".")) for one in (old, new))
            assert after == before - rate * read(gradient, 1)
            assert after != before
            assert before == Decimal(str(old))


def test_rouge_1_prefers_the_answer_that_people_reject(example: dict[str, Any]) -> None:
    def spelled(text: str) -> list[str]:
        return "".join(sign for sign in text.lower() if sign.isalpha() or sign == " ").split()

    reference = spelled(example["REFERENCE"])
    scores, common = {}, {}
    for name, text in example["ANSWERS"].items():
        answer, left = spelled(text), list(reference)
        for word in answer:
            if word in left:
                left.remove(word)
        common[name] = len(reference) - len(left), len(answer)
        precision, recall = common[name][0] / len(answer), common[name][0] / len(reference)
        scores[name] = 2 * precision * recall / (precision + recall)
        assert example["rouge1"](text) == pytest.approx(scores[name])
    assert common == {"A": (6, 7), "B": (4, 16)}
    assert scores["A"] > scores["B"]
    votes = {name: sum(sum(row) for row in rows) for name, rows in example["JUDGED"].items()}
    assert votes["A"] < votes["B"]


def test_numbers_are_written_in_portuguese(example: dict[str, Any]) -> None:
    assert example["decimal"](-0.345) in {"−0,34", "−0,35"}
    assert example["decimal"](0.5, 1) == "0,5"
