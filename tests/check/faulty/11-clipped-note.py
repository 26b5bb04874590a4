"""Half a note is cut off."""

from layoutkit import Column, Node, Row, Text, Theme, figure


@figure(title="Nota", alt="Uma nota cortada no meio.")
def example(t: Theme) -> Node:
    note = Text("Uma nota que precisa de duas linhas.")
    return Column(Row(note, width=t.space.xxl * 4, height=t.space.xl, overflow="hidden"))
