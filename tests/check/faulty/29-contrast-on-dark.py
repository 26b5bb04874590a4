"""Ink of light cards on a dark one."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Prompt", alt="Um cartão escuro com letras escuras.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Abaixo está uma instrução.", color=t.color.ink_muted), kind="inverse"))
