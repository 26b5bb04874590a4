"""A conversation, what is said about it, and tokens."""

from layoutkit import (
    Arrow,
    Card,
    ChatBubble,
    Column,
    Grid,
    Group,
    Heading,
    IconCircle,
    Node,
    Pill,
    Quote,
    Row,
    StripGroup,
    Text,
    Theme,
    TokenStrip,
    figure,
)


@figure(
    title="What a good answer does",
    alt="A question and an answer as bubbles, with notes, a quotation, the answer as tokens and two checks in a group.",
    language="en",
    reflows=True,
)
def talk(t: Theme) -> Node:
    """The conversation, and notes beside it."""
    wide = t.page.columns > 1
    answer = ChatBubble(
        "Because air scatters *short* waves most: blue light comes from everywhere.", who="assistant", name="Answer",
        avatar=IconCircle("bot"),
    )  # fmt: skip
    one, two = Card(Text("Is it *true*?"), padding=t.space.m), Card(Text("Is it *short*?"), padding=t.space.m)
    return Column(
        Heading("What a good answer does", role="title", align="center"),
        Grid(
            Card(
                ChatBubble("Why is the sky blue?", who="human", name="Question",
                           avatar=IconCircle("user", tone="accent")),
                answer, gap=t.space.l,
            ),
            Column(
                Card(Pill("does", tone="positive"), Text("It names the cause before the effect."), tone="positive"),
                Card(Pill("does not", tone="negative"), Text("It does not repeat the question."), tone="negative"),
                gap=t.space.l,
            ),
            columns="1.7fr 1fr" if wide else "1fr", gap=t.space.l,
        ),
        Card(
            TokenStrip({"Token": ["Why", "blue", "?", "Air", "scatters"], "Counts": ["0", "0", "0", "1", "1"]},
                       [StripGroup("Question", 3), StripGroup("Answer", 2, "accent")], upright=not wide),
        ),
        (Row if wide else Column)(
            Row(one, two, gap=t.space.m, padding=t.space.l, wrap=True),
            Arrow(),
            Card(Heading("Sent", role="subheading"), Text("Both checks passed."), kind="inverse"),
            align="center" if wide else "stretch",
        ),
        Group(one, two, label="Checks", tone="neutral"),
        Quote("If you cannot say it simply, you have not understood it well enough.", by="Found on a blackboard"),
        gap=t.page.gap,
    )  # fmt: skip
