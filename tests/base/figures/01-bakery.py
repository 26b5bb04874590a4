"""A first figure as a reader of the guide makes it: cards, an arrow, a note."""

from layoutkit import Arrow, Card, Column, Heading, IconCircle, Node, Pill, Row, Text, Theme, figure


@figure(
    title="How a bakery keeps its promise",
    alt="Three cards joined by arrows: an order comes in, dough rests overnight, bread leaves before seven.",
    language="en",
    reflows=True,
)
def bakery(t: Theme) -> Node:
    """Side by side, or under one another on a narrow page."""
    wide = t.page.columns > 1
    order = Card(
        IconCircle("file-text", tone="accent"), Heading("Order"),
        Text("The café says by *six in the evening* how many loaves it needs."),
        label="18:00", tone="accent", grow=1,
    )  # fmt: skip
    rest = Card(
        IconCircle("clock", color=t.color.on_inverse, background=t.color.inverse_raised), Heading("Rest"),
        Text("Dough rises slowly at 4 °C for ten hours. Nobody has to be awake."),
        label="19:00", kind="inverse", grow=1,
    )  # fmt: skip
    leave = Card(
        IconCircle("package", tone="positive", background=t.color.surface), Heading("Leave"),
        Text("Bread is out of the oven at five and *on the road by half past six*."),
        label="06:30", tone="positive", kind="tinted", grow=1,
    )  # fmt: skip
    line = Row if wide else Column
    return Column(
        Column(
            Heading("How a bakery keeps its promise", role="title", align="center"),
            Text("Three stages, and only one of them needs people at night", role="subtitle", align="center"),
            gap=t.space.s,
        ),
        line(order, Arrow(), rest, Arrow(label="5:00" if wide else None), leave),
        Row(
            Pill("Late orders", tone="caution"),
            Text("are baked with the second batch; they leave at nine.", role="small"),
            gap=t.space.s, align="center", justify="center", wrap=True,
        ),
        gap=t.page.gap,
    )  # fmt: skip
