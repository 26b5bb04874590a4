"""How bread rises: one figure that shows what a brand changes."""

from layoutkit import (
    Arrow,
    Badge,
    Bar,
    Bars,
    Card,
    Column,
    Grid,
    Heading,
    IconCircle,
    Meter,
    Node,
    Pill,
    Row,
    Text,
    Theme,
    figure,
)

TOUCH = (
    ("Too early", "caution", "The dent springs back at once."),
    ("Ready", "positive", "It springs back slowly."),
    ("Too late", "negative", "It stays, and the dough sags."),
)
"""What a finger tells, each with the tone of its pill."""


def top(t: Theme, icon: Node, words: str, badge: Node) -> Node:
    """The head of a card: an icon, a name and the place in the order."""
    return Row(icon, Heading(words, grow=1), badge, gap=t.space.m, align="center")


@figure(
    title="How bread rises",
    alt="Flour and water make a net, yeast eats the sugar in it and blows it up with gas. Below: how long that takes "
    "at three temperatures, and how a finger tells when the dough is ready.",
    language="en",
    reflows=True,
)
def bread(t: Theme) -> Node:
    """Three cards in a row, two panels below; under one another on a narrow page."""
    wide = t.page.columns > 1
    flour = Card(
        top(t, IconCircle("scale", tone="accent"), "Flour", Badge(1, tone="accent")),
        Text("Kneaded, the proteins of flour link into *gluten*, a net that stretches.", grow=1),
        Meter(0.65, label="Water per 100 g flour", shown="65 g", tone="accent"),
        label="Mix", tone="accent", grow=1, basis=0,
    )  # fmt: skip
    yeast = Card(
        top(t, IconCircle("zap", color=t.color.on_inverse_accent, background=t.color.inverse_raised), "Yeast",
            Badge(2, color=t.color.inverse, background=t.color.on_inverse_accent)),
        Text("A fungus of single cells. It eats *sugar* and gives off carbon dioxide and alcohol.", grow=1),
        Text("It dies at about 55 °C", role="small", color=t.color.on_inverse_muted),
        label="Rest", kind="inverse", grow=1, basis=0,
    )  # fmt: skip
    dough = Card(
        top(t, IconCircle("trending-up", tone="positive", background=t.color.surface), "Dough",
            Badge(3, tone="positive")),
        Text("The net holds the gas as bubbles. Bake it at twice its size.", grow=1),
        Row(Pill("soft", tone="positive"), Pill("sour"), Pill("airy"), gap=t.space.s),
        label="Bake", tone="positive", kind="tinted", grow=1, basis=0,
    )  # fmt: skip
    hours = Card(
        Heading("The warmer, the faster", role="subheading"),
        Bars([
            Bar("Fridge, 4 °C", 12, "12 hours", "neutral"),
            Bar("Cool room, 18 °C", 3, "3 hours", "neutral"),
            Bar("Warm room, 26 °C", 1.25, "75 minutes", "accent"),
        ]),
        Text("To twice its size. Slow dough has more flavour.", role="small",
             color=t.color.ink_muted),
    )  # fmt: skip
    touch = Card(
        Heading("Ask your finger", role="subheading"),
        Grid(
            *(node for name, tone, words in TOUCH
              for node in (Pill(name, tone=tone, justify_self="start"), Text(words))),
            columns="auto 1fr", gap=t.space.m, align="center",
        ),
        Text("Press gently, as deep as a fingernail.", role="small", color=t.color.ink_muted),
    )  # fmt: skip
    line = Row if wide else Column
    return Column(
        Column(
            Heading("How bread rises", role="title"),
            Text("Flour makes a net, yeast fills it with gas", role="subtitle"),
            gap=t.space.s,
        ),
        line(
            flour,
            Arrow(label="sugar", color=t.color.accent_edge),
            yeast,
            Arrow(label="gas", color=t.color.accent_edge),
            dough,
        ),
        Grid(hours, touch, columns="1fr 1fr" if wide else "1fr", gap=t.space.l),
        gap=t.page.gap,
    )
