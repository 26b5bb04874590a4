"""One word alone in the last line."""

from layoutkit import Column, Node, Text, Theme, figure


@figure(title="Texto", alt="Um texto cuja última linha tem uma só palavra.")
def example(t: Theme) -> Node:
    words = "A loss olha apenas para os tokens da resposta e nada mais vê."
    return Column(Text(words, wrap="wrap", width=t.space.xxl * 9))
