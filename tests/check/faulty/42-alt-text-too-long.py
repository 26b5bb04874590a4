"""An alternative text as long as a description."""

from layoutkit import Column, Heading, Node, Theme, figure


@figure(
    title="Pipeline de treino",
    alt=(
        "Os dados entram à esquerda e passam por cinco etapas: o dataset, a tokenização, a reutilização dos pesos, o "
        "treinamento supervisionado com máscara e, no fim, o modelo atualizado. Setas ligam as etapas em sequência, e "
        "uma seta azul traz os pesos do modelo base para o motor de treino."
    ),
)
def example(_: Theme) -> Node:
    return Column(Heading("Pipeline de treino"))
