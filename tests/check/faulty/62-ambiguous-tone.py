"""A bar without a meaning that looks like one with a meaning."""

from layoutkit import Bar, Bars, Column, Node, Theme, figure


@figure(title="Acertos", alt="Duas barras da mesma cor, só uma delas com significado.")
def example(_: Theme) -> Node:
    return Column(Bars([Bar("Antes", 0.3, "0,3"), Bar("Depois", 0.8, "0,8", "instruction")]))
