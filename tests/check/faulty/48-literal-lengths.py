"""Lengths that are typed in the figure, as numbers, texts and products."""

from layoutkit import Card, Column, Grid, Icon, Node, Row, Text, Theme, figure


@figure(title="Cartões", alt="Três cartões com medidas escritas à mão.")
def example(_: Theme) -> Node:
    return Column(
        Row(Card(Text("Um"), padding=20), Card(Text("Dois"), border_width="2px"), gap="12px"),
        Grid(Icon("brain", size=40), Text("Três"), columns="120 1fr", gap=9 * 2),
    )
