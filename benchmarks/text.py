"""Time of the text pass, per word.

    python benchmarks/text.py [--repeat N] [--profile]

First what happens once: importing the engine, opening a font. Then, as the best of N runs, for labels,
for paragraphs and for one text of 100,000 characters:

    shape      spans -> Paragraph of words never seen: characters checked, shaped, break opportunities, intrinsic widths
    again      the same, of words that another paragraph has held
    break      measure(Fit) at eight widths, each asked for the first time
    set        the same widths set: lines with positioned glyphs
    cached     measure(Fit) asked again
    outlines   the outline of each glyph, once cached

Every number is µs a word; for ``break``, ``set`` and ``cached`` also a width. Texts of more than 1,000 characters are
not kept, so that shaping them again costs the same. Then the breaking modes: choosing the lines of 62 words, and of
1,240, at each of the widths, in µs a text. At last 62 words from spans to lines of ``pretty``, cold and warm.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import random
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

START = perf_counter()
from layoutkit.sizing import Fit  # noqa: E402 - the import is what is timed
from layoutkit.text.fonts import FontFamily, FontFile, FontLibrary  # noqa: E402
from layoutkit.text.paragraph import Paragraph, StyledSpan, Typesetter  # noqa: E402
from layoutkit.text.style import TextStyle  # noqa: E402

IMPORTED = perf_counter() - START

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from layoutkit.keywords import TextWrap

FONTS = Path(__file__).parents[1] / "fonts"
STYLE = TextStyle("Roboto", size=16, line_height=24)
WIDTHS = [120.0 + 40 * i for i in range(8)]
PROSE = (
    "Modelos de linguagem aprendem padrões gerais durante o pré-treinamento, mas ainda não sabem seguir instruções. "
    "Só os tokens da resposta entram na loss: os tokens da instrução servem de contexto, com rótulo −100 (ignorado). "
    "“Avaliar” uma resposta pede critérios — utilidade, correção, clareza — e métricas como ROUGE-1 não bastam. "
)


def corpora() -> dict[str, list[str]]:
    """Texts by kind; about 2,000 words in labels, 5,000 in paragraphs, 15,000 in the long text."""
    words = PROSE.split()
    labels = [" ".join(words[i % len(words) :][:2]) for i in range(1000)]
    sentences = [sentence + "." for sentence in PROSE.split(". ")]
    return {
        "labels": labels,
        "paragraphs": [sentences[i % len(sentences)] for i in range(300)],
        "100,000 characters": [(PROSE * (100_000 // len(PROSE) + 1))[:100_000]],
    }


def best(repeat: int, action: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds."""
    times = []
    for _ in range(repeat):
        gc.collect()
        begin = perf_counter()
        action()
        times.append(perf_counter() - begin)
    return min(times)


def opened() -> Typesetter:
    """A typesetter with one family of two files."""
    files = tuple(FontFile(FONTS / f"roboto-{weight}.ttf", weight) for weight in (400, 700))
    return Typesetter(FontLibrary({"Roboto": FontFamily("Roboto", files)}))


def times(typesetter: Typesetter, texts: list[str], repeat: int) -> dict[str, float]:
    """µs a word for each step."""
    words = sum(len(text.split()) for text in texts)

    def made(of: list[str] = texts) -> list[Paragraph]:
        return [typesetter.paragraph([StyledSpan(text, STYLE)]) for text in of]

    def measure(paragraphs: list[Paragraph]) -> None:
        for paragraph in paragraphs:
            for width in WIDTHS:
                paragraph.measure(Fit(width))

    def lay(paragraphs: list[Paragraph]) -> None:
        for paragraph in paragraphs:
            for width in WIDTHS:
                paragraph.set(width)

    fresh = [made() for _ in range(repeat)]
    untouched = iter(fresh)
    breaking = best(repeat, lambda: measure(next(untouched)))
    untouched = iter(fresh)
    setting = best(repeat, lambda: lay(next(untouched)))
    cached = best(repeat, lambda: measure(fresh[0]))
    blocks = [paragraph.set(WIDTHS[0]) for paragraph in fresh[0]]
    runs = [run.glyphs for block in blocks for line in block.lines for run in line.runs]

    glyphs = [(run.face, glyph) for run in runs for glyph in run.glyph_ids]
    assert len(glyphs) > words
    outlining = best(repeat, lambda: [face.outline(glyph) for face, glyph in glyphs])
    again = best(repeat, made)
    unseen = [[f"{text} {run}.{i}" for i, text in enumerate(texts)] for run in range(repeat)]
    new_words = sum(len(text.split()) for text in unseen[0])
    untold = iter(unseen)
    shaping = best(repeat, lambda: made(next(untold)))
    each = {
        "shape": shaping / new_words,
        "again": again / words,
        "break": breaking / words / len(WIDTHS),
        "set": setting / words / len(WIDTHS),
        "cached": cached / words / len(WIDTHS),
        "outlines": outlining / words,
    }
    return {name: seconds * 1e6 for name, seconds in each.items()} | {"words": words}


def modes(typesetter: Typesetter, text: str, repeat: int) -> dict[TextWrap, float]:
    """µs to choose all lines of a text whose paragraph is made, at the mean of the widths."""
    found: dict[TextWrap, float] = {}
    for mode in ("wrap", "balance", "pretty"):
        fresh = iter([typesetter.paragraph([StyledSpan(text, STYLE)], wrap=mode) for _ in range(repeat)])

        def measure(made: Iterator[Paragraph] = fresh) -> None:
            paragraph = next(made)
            for width in WIDTHS:
                paragraph.measure(Fit(width))

        found[mode] = best(repeat, measure) / len(WIDTHS) * 1e6
    return found


def whole(typesetter: Typesetter, words: list[str], repeat: int) -> dict[str, float]:
    """µs from a text to its lines, by ``pretty``: of words never seen in this order, and of the same again."""
    dice = random.Random(1)  # noqa: S311 - nothing is kept secret
    orders = iter([" ".join(dice.sample(words, len(words))) for _ in range(repeat)])

    def lines(text: str) -> None:
        typesetter.paragraph([StyledSpan(text, STYLE)], wrap="pretty").set(420)

    cold = best(repeat, lambda: lines(next(orders)))
    text = " ".join(words)
    lines(text)
    return {"cold": cold * 1e6, "warm": best(repeat, lambda: lines(text)) * 1e6}


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--profile", action="store_true", help="profile the making of 300 paragraphs")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    options = parser.parse_args()

    begin = perf_counter()
    typesetter = opened()
    first = typesetter.paragraph([StyledSpan("Primeiro texto", STYLE)])
    cold = perf_counter() - begin
    first.set(100)

    if options.profile:
        cProfile.runctx(
            "[typesetter.paragraph([StyledSpan(text, STYLE)]) for text in texts]",
            {"typesetter": typesetter, "Span": StyledSpan, "STYLE": STYLE, "texts": corpora()["paragraphs"]},
            {},
            sort="tottime",
        )
        return
    rows = {name: times(typesetter, texts, options.repeat) for name, texts in corpora().items()}
    once = {"import ms": IMPORTED * 1e3, "open a font and shape two words ms": cold * 1e3}
    prose = (PROSE * 25).split()
    chosen = {f"{n} words": modes(typesetter, " ".join(prose[:n]), options.repeat) for n in (62, 1240)}
    entire = whole(typesetter, prose[:62], options.repeat * 10)
    if options.json:
        found = {"once": once, "µs a word": rows, "µs a text": chosen, "62 words, pretty, µs in all": entire}
        print(json.dumps(found, ensure_ascii=False))
        return
    for name, value in once.items():
        print(f"{name}: {value:.1f}")
    steps = ("shape", "again", "break", "set", "cached", "outlines")
    print(f"{'µs a word':<20}{'words':>8}" + "".join(f"{step:>10}" for step in steps))
    for name, row in rows.items():
        print(f"{name:<20}{row['words']:>8.0f}" + "".join(f"{row[step]:>10.2f}" for step in steps))
    print(f"{'µs a text':<28}" + "".join(f"{mode:>10}" for mode in ("wrap", "balance", "pretty")))
    for name, by_mode in chosen.items():
        print(f"{name:<28}" + "".join(f"{value:>10.0f}" for value in by_mode.values()))
    print("62 words, pretty, µs in all: " + ", ".join(f"{name} {value:.0f}" for name, value in entire.items()))


if __name__ == "__main__":
    main()
