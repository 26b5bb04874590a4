"""An icon whose lines close its gaps."""

from layoutkit import Column, Icon, Node, Row, Text, Theme, figure


@figure(title="Nota", alt="Um ícone de linhas grossas demais.")
def example(t: Theme) -> Node:
    return Column(Row(Icon("check", stroke_width="{stroke.thick} * 4"), Text("Pronto."), gap=t.space.s))
