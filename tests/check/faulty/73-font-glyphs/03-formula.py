"""A role is set in a font that has no hyphen which keeps words together."""

from layoutkit import Column, Node, Text, Theme, figure


@figure(title="Fórmula", alt="Uma soma infinita.")
def example(_t: Theme) -> Node:
    return Column(Text("∑ ≤ ∞", role="formula"))
