"""``placed-twice``: one node has two places. The style pass raises it."""

from __future__ import annotations

from layoutkit.check.rule import Topic
from layoutkit.diagnostics import Severity

__all__ = ["TOPIC"]

TOPIC = Topic(
    id="placed-twice",
    severity=Severity.ERROR,
    summary="the same node is placed twice in a figure",
    why=(
        "A node is one box in one place: arrows end at it, and messages point at the line that made it. A node that is "
        "stored in a variable and used twice would be two boxes with one name. Write a helper function that makes the "
        "node, and call it once for each place."
    ),
    bad="""\
@figure(title="Camadas", alt="Duas camadas iguais.")
def example(t: Theme) -> Node:
    layer = Card(Text("Camada"))
    return Column(layer, layer, gap=t.space.m)
""",
    good="""\
def layer() -> Node:
    return Card(Text("Camada"))


@figure(title="Camadas", alt="Duas camadas iguais.")
def example(t: Theme) -> Node:
    return Column(layer(), layer(), gap=t.space.m)
""",
)
