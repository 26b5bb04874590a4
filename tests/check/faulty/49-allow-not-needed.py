"""A fault is accepted that is not there any more."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Cartão", alt="Um cartão com um texto curto.")
def example(_: Theme) -> Node:
    return Column(Card(Text("Olá"), allow={"overflow": "o texto era longo"}))
