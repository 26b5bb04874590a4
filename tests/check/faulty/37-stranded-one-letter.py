"""A line that ends in a word of one letter."""

from layoutkit import Column, Node, Text, Theme, figure


@figure(title="Texto", alt="Un testo con una congiunzione alla fine di una riga.", language="it")
def example(t: Theme) -> Node:
    words = "Primero se ajusta el modelo y luego se mide la respuesta que escribe."
    return Column(Text(words, wrap="wrap", width=t.space.xxl * 4.5))
