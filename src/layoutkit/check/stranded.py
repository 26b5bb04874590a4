"""``stranded``: a word stands alone in the last line, or a one-letter word at the end of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import name
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.languages import language_for
from layoutkit.style.content import TextContent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext, VisibleBox

__all__ = ["RULE"]

_SHORT = 0.5
"""A last line is stranded below this share of the longest line: a word that fills more holds it by itself."""
_PER_LINE = 2
"""Words a line. Texts of fewer have no choice: a label of three words in two lines leaves one alone, and so
does a column as narrow as one or two words."""


def find(subject: CheckContext) -> Iterator[Finding]:
    """Texts of several lines, by their last line and by the last word of each other."""
    leaning = language_for(subject.language).one_letter_words
    for seen in subject.texts:
        yield from _last_line(seen)
        yield from _last_words(seen, leaning)


def _last_line(seen: VisibleBox) -> Iterator[Finding]:
    assert seen.block is not None  # noqa: S101 - a text has lines
    lines = seen.block.lines
    words = lines[-1].text.split()
    enough = sum(len(line.text.split()) for line in lines) >= _PER_LINE * len(lines)
    if isinstance(seen.box.content, TextContent) and seen.box.content.heading and len(lines) == 2:  # noqa: PLR2004 - balanced already
        return
    if len(lines) > 1 and enough and len(words) == 1 and lines[-1].width < _SHORT * max(line.width for line in lines):
        message = f"the last line of {name(seen)} is the one word “{words[0]}”"
        yield at(seen.node, message, hint='add wrap="balance", or change the width or the words', marks=(seen.ink,))


def _last_words(seen: VisibleBox, leaning: str) -> Iterator[Finding]:
    assert seen.block is not None  # noqa: S101 - a text has lines
    for line in seen.block.lines[:-1]:
        last = (line.text.split() or [""])[-1]
        if last and last in leaning and len(line.text.split()) > 1 and not line.text.endswith("\n"):
            message = f"a line of {name(seen)} ends with the one-letter word “{last}”"
            yield at(seen.node, message, hint="give it more room, or change the words", marks=(seen.ink,))


RULE = Rule(
    id="stranded",
    severity=Severity.WARNING,
    summary="the last line is a single word, or a line ends with a one-letter word",
    why=(
        "A single word on the last line looks forgotten, and readers stumble over a line that ends with “a”, “e” or "
        "“o”. Line breaking avoids both where the width allows it; elsewhere, change the words or the width. The rule "
        "accepts a last word at least half as long as the longest line, a label of three words, a column as narrow as "
        "a word or two, and a heading of two lines, which is balanced already."
    ),
    bad="""\
@figure(title="Texto", alt="Um texto cuja última linha tem uma só palavra.")
def example(t: Theme) -> Node:
    words = "A loss olha apenas para os tokens da resposta e nada mais vê."
    return Column(Text(words, wrap="wrap", width=t.space.xxl * 9))
""",
    good="""\
@figure(title="Texto", alt="Um texto de duas linhas iguais.")
def example(t: Theme) -> Node:
    words = "A loss olha apenas para os tokens da resposta e nada mais vê."
    return Column(Text(words, wrap="balance", width=t.space.xxl * 9))
""",
    find=find,
    by_color=False,
    of_boxes=True,
)
