"""A curve runs through its own name."""

from layoutkit import Column, Node, Text, Theme, figure
from layoutkit.shapes import At, Curve, Drawing


@figure(title="Perda", alt="Uma curva que cai, com o nome por cima dela.")
def example(t: Theme) -> Node:
    curve = Curve([(0, 0), (0.3, 0.6), (1, 1)], stroke=t.color.instruction)
    return Column(Drawing(curve, At(0.3, 0.6, Text("perda", wrap="nowrap")), height=t.space.xxl * 4))
