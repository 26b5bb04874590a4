"""A paragraph as wide as the page."""

from layoutkit import Column, Node, Text, Theme, figure


@figure(title="Texto", alt="Um parágrafo com linhas longas.")
def example(_: Theme) -> Node:
    return Column(
        Text(
            "Linhas longas cansam: de tanto andar para a direita, o olho perde o começo da linha seguinte, volta à "
            "mesma linha ou pula uma, e o leitor desiste no meio do caminho. Linhas curtas levam o olho de volta.",
        ),
    )
