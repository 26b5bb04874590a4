"""``arrow-ends``: an arrow has nothing to connect. The nodes and the style pass raise it."""

from __future__ import annotations

from layoutkit.check.rule import Topic
from layoutkit.diagnostics import Severity

__all__ = ["TOPIC"]

TOPIC = Topic(
    id="arrow-ends",
    severity=Severity.ERROR,
    summary="an arrow has nothing to connect",
    why=(
        "`Arrow()` between two siblings of a `Row` or `Column` connects them; `Arrow(a, b)` connects any two nodes of "
        "the figure. At the end of a row, in a `Grid`, or with one end alone, there is nothing to connect; nor is "
        "there where an end is not in the figure, or lies inside the other end."
    ),
    bad="""\
@figure(title="Etapas", alt="Duas etapas em sequência.")
def example(t: Theme) -> Node:
    return Row(Card(Text("Treino")), Card(Text("Avaliação")), Arrow())
""",
    good="""\
@figure(title="Etapas", alt="Duas etapas em sequência.")
def example(t: Theme) -> Node:
    return Row(Card(Text("Treino")), Arrow(), Card(Text("Avaliação")))
""",
)
