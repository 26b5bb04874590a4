"""An arrow that comes out of a card on a tinted square."""

from layoutkit import Arrow, Card, Heading, Node, Row, Stack, Theme, figure


@figure(title="Etapas", alt="Um cartão sobre um quadrado claro e uma seta até outro cartão.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Modelo"), margin_left=t.space.xxl * 5)
    ground = Row(background=t.color.sunken, width=t.space.xxl * 5, height=t.space.xxl * 2)
    return Stack(ground, Row(first, second, align="start"), Arrow(first.right, second.left))
