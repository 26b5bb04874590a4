"""A pill beyond the right edge."""

from layoutkit import Column, Heading, Node, Pill, Theme, figure


@figure(title="Selo", alt="Um selo cortado pela borda da página.")
def example(t: Theme) -> Node:
    return Column(Heading("Selo"), Pill("Novo", position="absolute", top=t.space.s, right=-t.space.xl))
