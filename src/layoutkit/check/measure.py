"""``measure``: lines are too long to be read with ease."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import name
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext

__all__ = ["RULE"]

_MOST = 75
"""Characters in a line (Bringhurst, The Elements of Typographic Style, 2.1.2)."""


def find(subject: CheckContext) -> Iterator[Finding]:
    """The longest line of each text."""
    for seen in subject.texts:
        assert seen.block is not None  # noqa: S101 - a text has lines
        shown = ("".join(run.glyphs.text for run in line.runs) for line in seen.block.lines)
        longest = max(len(text.strip()) for text in shown)
        if longest > _MOST:
            message = f"{name(seen)} has lines of {longest} characters; more than {_MOST} are hard to follow"
            yield at(seen.node, message, hint="give it a narrower box, or set it in columns", marks=(seen.ink,))


RULE = Rule(
    id="measure",
    severity=Severity.WARNING,
    summary="lines are too long to read comfortably",
    why=(
        "At the end of a long line readers lose the start of the next one, and a long single line takes more than one "
        "glance. Lines of more than 75 characters are too long."
    ),
    bad="""\
@figure(title="Texto", alt="Um parágrafo com linhas longas.")
def example(t: Theme) -> Node:
    sentence = "Linhas longas cansam: o olho perde o começo da linha seguinte, volta à mesma linha ou pula uma. "
    return Column(Text(sentence * 2))
""",
    good="""\
@figure(title="Texto", alt="Um parágrafo com linhas curtas.")
def example(t: Theme) -> Node:
    sentence = "Linhas longas cansam: o olho perde o começo da linha seguinte, volta à mesma linha ou pula uma. "
    return Column(Text(sentence * 2, max_width="50%"))
""",
    find=find,
    by_color=False,
    of_boxes=True,
)
