"""The one example of the chapter: two records, their tokens, and every number that follows from them.

Data and sums only; what the figures look like is in `_series.py`. Numbers that a model or people would give
(probabilities, weights, gradients, judgements) are data, named as such; all others are computed from them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

__all__ = [
    "ANSWERS",
    "CRITERIA",
    "END",
    "GRADIENTS",
    "IDS",
    "INPUTS",
    "JUDGED",
    "LOSSES",
    "MARKERS",
    "MASK",
    "MASKED",
    "MEAN",
    "NEW_WEIGHTS",
    "PROBABILITIES",
    "QUESTION",
    "RATE",
    "RECORDS",
    "REFERENCE",
    "SEQUENCE",
    "SHARES",
    "SHARES_MASKED",
    "TARGETS",
    "WEIGHTS",
    "WRONG_WORD",
    "Record",
    "decimal",
    "rouge1",
    "tokens",
    "weight",
    "words",
]


@dataclass(frozen=True)
class Record:
    """One record of the dataset."""

    instruction: str
    input: str
    """Optional: empty where the instruction says all."""
    output: str

    @property
    def prompt(self) -> str:
        """What the model completes: the template up to the marker of the answer, verbatim."""
        blocks = (("instruction", self.instruction), ("input", self.input), ("output", ""))
        return "\n\n".join(f"{MARKERS[name]}\n{text}" for name, text in blocks if text or name == "output")

    @property
    def text(self) -> str:
        """What the model is trained on: the prompt, the answer, and the sign that it ends there."""
        return f"{self.prompt}{self.output}{END}"


MARKERS = {"instruction": "### Instrução:", "input": "### Entrada:", "output": "### Resposta:"}
"""What the template writes before each field; one token of the small tokenizer each."""
END = "<fim>"
"""The end of a text, a token of its own: it teaches the model to stop."""

QUESTION = "Por que o céu é azul?"
"""What a person asks."""
REFERENCE = "O ar espalha mais a luz azul."
"""The answer that the model is to learn, and the reference of the metric."""
RECORDS = (
    Record(QUESTION, "", REFERENCE),
    Record("Traduza para o inglês.", "O céu é azul.", "The sky is blue."),
)
"""Two of the thousands of records."""


def tokens(text: str) -> tuple[str, ...]:
    """The tokens of a small tokenizer: words and signs, markers of the template, the end of the text."""
    return tuple(re.findall(r"### \w+:|<\w+>|\w+|[^\w\s]", text))


SEQUENCE = tokens(RECORDS[0].text)
"""The first record as the model meets it."""
IDS = {
    token: number
    for number, token in enumerate(
        (
            END,
            *MARKERS.values(),
            *sorted({token for one in RECORDS for token in tokens(one.instruction + one.input) + tokens(one.output)}),
        ),
        start=10,
    )
}
"""The number of each token: one vocabulary for all figures, special tokens first, then words in order."""

INPUTS, TARGETS = SEQUENCE[:-1], SEQUENCE[1:]
"""What is read last before each prediction, and what is to be predicted there: shifted by one."""

_QUESTION_P = (0.02, 0.31, 0.12, 0.05, 0.44, 0.38, 0.71)
_MARKER_P = (0.06,)
_ANSWER_P = (0.35, 0.18, 0.09, 0.58, 0.52, 0.61, 0.47, 0.74, 0.14)
PROBABILITIES = _QUESTION_P + _MARKER_P + _ANSWER_P
"""P(target | all tokens before it), one a target: what a model gives before training. Data."""

LOSSES = tuple(-math.log(p) for p in PROBABILITIES)
"""Cross-entropy of each prediction, in nats."""
MASK = tuple(int(place > SEQUENCE.index(MARKERS["output"])) for place in range(1, len(SEQUENCE)))
"""1 where the target belongs to the answer, its end included."""
MASKED = tuple(loss * kept for loss, kept in zip(LOSSES, MASK, strict=True))
"""What is left of each loss."""
MEAN = sum(MASKED) / sum(MASK)
"""The loss of the record: the mean over the answer."""
SHARES = tuple(Fraction(1, len(TARGETS)) for _ in TARGETS)
"""The weight of each target in the mean of all losses."""
SHARES_MASKED = tuple(Fraction(kept, sum(MASK)) for kept in MASK)
"""The same where the mean is that of the answer."""

WEIGHTS = ((0.214, -0.338, 0.082, 0.401), (-0.127, 0.118, 0.312, -0.254))
"""A handful of pre-trained weights, in the three digits in which they are written. Data."""
GRADIENTS = ((-2.0, 0.4, 3.2, 0.3), (0.4, -2.8, -0.3, 2.1))
"""How the loss changes with each of them. Data."""
RATE = 0.01
"""The learning rate: with it, every change is a whole number of thousandths, and is seen."""
NEW_WEIGHTS = tuple(
    tuple(weight - RATE * gradient for weight, gradient in zip(*rows, strict=True))
    for rows in zip(WEIGHTS, GRADIENTS, strict=True)
)
"""The weights after one step of gradient descent."""


ANSWERS = {
    "A": "O ar espalha mais a luz vermelha.",
    "B": "As moléculas do ar desviam mais o azul; por isso ele chega de todos os lados.",
}
"""Two answers to the question: A is wrong and repeats the reference, B is right in other words."""

WRONG_WORD = "vermelha"
"""What is wrong in answer A: of red light, the air spreads less."""

CRITERIA = {
    "Útil": "ajuda quem perguntou?",
    "Correta": "os fatos conferem?",
    "Clara": "é fácil de entender?",
    "Segura": "evita causar dano?",
    "Adequada": "segue a instrução?",
}
"""What people judge, each as a question."""
JUDGED = {
    "A": ((0, 0, 1), (0, 0, 0), (1, 1, 1), (1, 1, 1), (1, 0, 1)),
    "B": ((1, 1, 1), (1, 1, 1), (1, 0, 1), (1, 1, 1), (1, 1, 1)),
}
"""What three people say of each answer, criterion by criterion. Data."""


def words(text: str) -> Counter[str]:
    """The words of a text, in lower case, and how often each occurs."""
    return Counter(re.findall(r"\w+", text.lower()))


def rouge1(answer: str, reference: str = REFERENCE) -> float:
    """ROUGE-1 F1 (Lin, 2004): the harmonic mean of precision and recall over shared words."""
    ours, theirs = words(answer), words(reference)
    return 2 * (ours & theirs).total() / (ours.total() + theirs.total())


def decimal(value: float, digits: int = 2) -> str:
    """A number as written in Portuguese: a decimal comma, and a minus sign as wide as a digit."""
    return f"{value:.{digits}f}".replace("-", "−").replace(".", ",")


def weight(value: float) -> str:
    """A weight as the figures write it, in as many digits as its change needs."""
    return decimal(value, 3)
