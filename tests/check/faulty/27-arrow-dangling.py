"""An arrow that ends at a wide box whose words stand in its middle."""

from layoutkit import Arrow, Card, Column, Heading, Node, Row, Text, Theme, figure


@figure(title="Etapas", alt="Uma seta que termina longe do texto.")
def example(t: Theme) -> Node:
    data = Card(Heading("Dados"))
    model = Column(Text("Modelo", align="center"), basis=0, grow=1)
    return Row(data, model, Arrow(data.right, model.left), gap=t.space.xxl, align="center")
