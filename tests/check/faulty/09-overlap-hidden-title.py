"""The second layer of a Stack hides the words of the first."""

from layoutkit import Node, Row, Stack, Text, Theme, figure


@figure(title="Título", alt="Uma faixa que esconde o título.")
def example(t: Theme) -> Node:
    return Stack(Text("Título", role="title"), Row(background=t.color.sunken, height=t.space.xxl))
