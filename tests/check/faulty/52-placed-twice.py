"""The same card in two places."""

from layoutkit import Card, Node, Row, Text, Theme, figure


@figure(title="Etapas", alt="Duas etapas em sequência.")
def example(_: Theme) -> Node:
    step = Card(Text("Treino"))
    return Row(step, step)
