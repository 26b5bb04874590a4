"""Two cards with pictures of different heights, and captions below them."""

from layoutkit import Card, Column, Node, Row, Text, Theme, figure


def shown(t: Theme, height: float, words: str) -> Node:
    picture = Row(background=t.color.response_tint, height=t.space.xxl * height)
    return Card(picture, Text(words, role="small"), basis=0, grow=1)


@figure(title="Antes e depois", alt="Dois cartões com imagens de alturas diferentes.")
def example(t: Theme) -> Node:
    return Column(Row(shown(t, 3, "Antes do ajuste."), shown(t, 2.5, "Depois do ajuste."), gap=t.space.l))
