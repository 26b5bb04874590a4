"""Strings in Portuguese and English, and the faces and sizes in which they are compared with a browser."""

from __future__ import annotations

import random
import re
from itertools import cycle

__all__ = ["FACES", "LEFTWARD", "PARAGRAPHS", "SIZES", "STRINGS", "at_random"]

SIZES = (12, 14, 16.5, 20, 28)
FACES = [
    (family, weight, size) for family in ("Google Sans", "Roboto", "Mono") for weight in (400, 700) for size in SIZES
]

_PORTUGUESE = """
Um modelo de linguagem aprende a prever a próxima palavra: lê bilhões de frases e ajusta seus pesos até errar pouco.
Não sabe, porém, obedecer; “responda em duas linhas” é, para ele, só mais um começo de texto. O ajuste por instruções
muda isso com exemplos: uma instrução, uma entrada (às vezes vazia) e a resposta que se espera. Cada par é escrito à mão
ou gerado por outro modelo e, depois, conferido. São 52.000 pares no Alpaca, 15.000 no Dolly e só 1.000 no LIMA —
a qualidade pesa mais que a quantidade. Durante o treino, o rótulo −100 apaga da conta os tokens do comando;
assim, a perda cai de 2,31 para 0,87 em três épocas (R$ 1.200,00 de GPU, no máximo). Avaliar é a parte difícil:
ROUGE-1 conta palavras em comum, mas não vê sentido nem verdade. “O céu é verde” e “o céu é azul” têm 75 % de
coincidência! Por isso pedimos a pessoas, ou a um modelo-juiz, notas de 1 a 5 para utilidade, correção e clareza.
Quem avalia não sabe qual resposta veio de onde; às cegas, o viés diminui. Ainda assim, juízes preferem textos longos,
a primeira opção da lista e o próprio estilo. Ética, segurança e língua também contam: há gírias, regionalismos,
pronomes, crases e acentuação — avô, avó, pôr, têm, ônibus, açúcar, pinguim, Antônio, maçã, coração, exceção, água.
VALORES, AVATAR, TÁTICA, WYSIWYG, LTDA., Av. Yolanda Távora, 1º lugar, 2ª via, nº 7, Prof.ª Vânia; fim.
"""
_ENGLISH = """
A language model learns to predict the next word: it reads billions of sentences and tunes its weights until it is
rarely wrong. It can't follow orders, though; to the model, “answer in two lines” is only the start of another text.
Instruction tuning changes that by example: an instruction, an input (sometimes empty) and the answer we hope for.
Each pair is written by hand, or generated and then checked. Alpaca has 52,000 pairs, Dolly 15,000 and LIMA just
1,000 – quality beats quantity. While training, the label -100 removes prompt tokens from the loss, which falls from
2.31 to 0.87 in three epochs ($240 of GPU time, at most). Evaluation is the hard part: ROUGE-1 counts words in
common, and sees neither sense nor truth. “The sky is green” and “the sky is blue” share 75% of their words! So we ask
people, or a judge model, to grade usefulness, correctness and clarity from 1 to 5. Whoever grades doesn't know which
answer came from where. Even so, judges like long texts, the first option on a list, and their own style. Toy waves,
Yves Vaughan, AV/TV, Wolfgang's office, affluent fjord, “Ty” & ‘Wo’, 10:45 p.m., e.g. f(x) = 3x² + 1/2, #7, @home.
"""
_LENGTHS = ((1, 3, 2, 5, 4, 7, 2, 6), (4, 1, 6, 3, 8))


def _cut(prose: str) -> list[str]:
    """Runs of one to eight words, cut at two rhythms."""
    found = []
    for rhythm in _LENGTHS:
        words, lengths = prose.split(), cycle(rhythm)
        while words:
            count = next(lengths)
            found.append(" ".join(words[:count]))
            words = words[count:]
    return found


STRINGS = list(dict.fromkeys([*_cut(_PORTUGUESE), *_cut(_ENGLISH)]))
"""No two are equal."""


PARAGRAPHS = [
    " ".join(found.split()) for found in re.split(r"(?<=[.!?])\s(?=[A-ZÀ-Ý“])", _PORTUGUESE) if len(found) > 99
]
"""Sentences in Portuguese that take several lines."""


LEFTWARD = (
    "אבג",
    "אב גד",
    "אב 123 גד",
    "אב 1.200,50 גד",
    "אב 25% גד",
    "אב $5 גד",
    "אב 3+4 גד",
    "אב 3 - 4 גד",
    "אב, 12.",
    "12 אב",
    "אב (12) גד",
    "بت 25% بت",
    "بت 1.2 بت",
    "بت ١٢٣ بت",
    "אב: 1/2",
    "بت 3+4 بت",
    "بت $5 بت",
    "אב 12-13 גד",
    "אב 1:2:3",
    "אב -5 גד",
)
"""Texts that run from right to left, with numbers, signs and brackets inside."""


def at_random(seed: str, count: int) -> list[str]:
    """Other strings of the same words, in any order; a seed gives the same ones every time."""
    dice = random.Random(seed)  # noqa: S311 - nothing is kept secret
    words = [*_PORTUGUESE.split(), *_ENGLISH.split()]
    return [" ".join(dice.choices(words, k=dice.randint(1, 9))) for _ in range(count)]
