"""Words on a tint: green on green."""

from layoutkit import Column, Node, Row, Text, Theme, figure


@figure(title="Resposta", alt="Um texto verde sobre um verde pouco mais claro.")
def example(t: Theme) -> Node:
    return Column(
        Row(
            Text("Verde sobre verde", color=t.color.response),
            background="mix({color.response}, {color.page}, 40%)",
            padding=t.space.m,
        ),
    )
