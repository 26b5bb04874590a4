"""A word that is not a rule."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Cartão", alt="Um cartão com um texto curto.")
def example(_: Theme) -> Node:
    return Column(Card(Text("Olá"), allow={"overflw": "o texto era longo"}))
