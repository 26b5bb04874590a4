"""``arrow-crosses-text``: the line of an arrow strikes through words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.crossing import crossings
from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext

__all__ = ["RULE"]


def find(subject: CheckContext) -> Iterator[Finding]:
    """Texts, and labels of other arrows, that a line runs through."""
    for crossing in crossings(subject):
        seen, line = crossing.seen, crossing.line
        if seen.block is None:
            continue
        hint = "move the text, or let the arrow start or end at another side"
        if seen.arrow is not None:
            hint = "start or end one of the two arrows at another side"
        message = f"this Arrow runs {px(crossing.length)} through {name(seen)}{line_of(seen.node, line.node)}"
        yield at(line.node, message, hint=hint, others=(seen.node,), marks=(crossing.mark,))


RULE = Rule(
    id="arrow-crosses-text",
    severity=Severity.ERROR,
    summary="the line of an arrow crosses words",
    why=(
        "A line through a word reads as if the word were deleted. The rule follows each path through the lines of all "
        "texts, from capitals to descenders, and through the labels of other arrows."
    ),
    bad="""\
@figure(title="Etapas", alt="Dois cartões e uma seta que risca o texto entre eles.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Modelo"))
    note = Text("milhares de pares", wrap="nowrap")
    return Row(first, note, second, Arrow(first, second, route="straight"), gap=t.space.xl, align="center")
""",
    good="""\
@figure(title="Etapas", alt="Dois cartões e uma seta com nome entre eles.")
def example(t: Theme) -> Node:
    return Row(Card(Heading("Dados")), Arrow(label="milhares de pares"), Card(Heading("Modelo")), align="center")
""",
    find=find,
    of_boxes=True,
)
