"""Words that begin on a card and end beside it."""

from layoutkit import Card, Node, Stack, Text, Theme, figure


@figure(title="Cartão", alt="Um texto que começa em um cartão e termina fora dele.")
def example(t: Theme) -> Node:
    return Stack(
        Card(Text("Base"), width=t.space.xxl * 3),
        Text("Um texto que passa da borda do cartão", wrap="nowrap"),
    )
