"""A layer that can be seen through lies over the words."""

from layoutkit import Card, Node, Row, Stack, Text, Theme, figure


@figure(title="Nota", alt="Um cartão sob um véu escuro.")
def example(t: Theme) -> Node:
    return Stack(Card(Text("um dois três")), Row(background="{color.ink} / 80%", height=t.space.xxl))
