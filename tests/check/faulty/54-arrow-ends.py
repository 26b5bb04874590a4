"""An arrow with nothing after it."""

from layoutkit import Arrow, Card, Node, Row, Text, Theme, figure


@figure(title="Etapas", alt="Duas etapas em sequência.")
def example(_: Theme) -> Node:
    return Row(Card(Text("Treino")), Card(Text("Avaliação")), Arrow())
