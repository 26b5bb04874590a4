"""All components with their names, as one figure."""

from layoutkit import Arrow, Column, Grid, Heading, Node, Row, Text, Theme, figure
from layoutkit.components import (
    Badge,
    Bar,
    Bars,
    Card,
    Cell,
    ChatBubble,
    Divider,
    Legend,
    LegendEntry,
    Matrix,
    Meter,
    Pill,
    Quote,
    Rubric,
    Stepper,
    StripGroup,
    Table,
    TokenStrip,
    Vector,
)


def shown(name: str, *nodes: Node) -> Node:
    """A component under its name."""
    return Column(Text(name, role="code"), *nodes, gap="{space.m}")


def cards() -> list[Node]:
    """Boxes that hold one thought."""
    return [
        shown("Card", Card(Heading("A plain card"), Text("One thought, with air around it."), label="Label")),
        shown('Card kind="engine"', Card(Heading("The machine"), Text("What computes is dark."), kind="engine")),
        shown('Card tone="response" kind="tinted"', Card(Text("What is wanted."), tone="response", kind="tinted")),
        shown('Card kind="optional"', Card(Text("Dashed: optional, or context only."), kind="optional")),
    ]


def speech() -> list[Node]:
    """What is said."""
    return [
        shown(
            "ChatBubble",
            ChatBubble("Why is the sky blue?", who="human", name="Person"),
            ChatBubble("Air scatters blue light more than red.", who="assistant", name="Model"),
        ),
        shown("Quote", Quote("If you can't explain it simply, draw it.", by="A colleague")),
    ]


def data() -> list[Node]:
    """What is counted and compared."""
    marks = {"Answer A": (True, False, True), "Answer B": (True, True, True)}
    fields = [["instruction", "text"], ["input", "text, optional"], ["output", "text"]]
    bars = [Bar("A", 1.0, "1.00", "wrong"), Bar("B", 0.4, "0.40", "response"), Bar("C", 0.7, "0.70")]
    return [
        shown("Rubric", Rubric(("Useful", "Correct", "Clear"), marks, words=("yes", "no"), head="Criterion")),
        shown("Table", Table(("Field", "Type"), fields)),
        shown("Bars", Bars(bars, of=1)),
        shown("Meter", Meter(0.62), Meter(0.3, tone="caution")),
        shown("Matrix", Matrix([[0.1, 0.7, 0.2], [0.9, 0.0, 0.4]])),
        shown("Vector", Vector([0.3, 0.8, 0.1, 0.5], tone="response")),
    ]


def furniture() -> list[Node]:
    """Small pieces."""
    entries: list[LegendEntry] = [
        ("context", None, "dashed"),
        ("answer", "response", "solid"),
        ("error", "wrong", "outline"),
    ]
    labels = (Pill("Pill"), Pill("Tone", tone="instruction"), Badge("1"), Badge("2", tone="response"))
    cells = (Cell("−100"), Cell("42", tone="response"))
    return [
        shown("Legend", Legend(entries)),
        shown("Divider", Divider(), Divider("or")),
        shown("Pill, Badge, Cell", Row(*labels, *cells, gap="{space.m}", align="center")),
        shown("Arrow", Row(Card(Text("from")), Arrow(label="to"), Card(Text("there")))),
    ]


def strip() -> Node:
    """Tokens and what belongs to them."""
    rows = {
        "Token": ["Why", "is", "it", "blue", "?", "It", "scatters"],
        "Label": ["−100"] * 5 + ["21", "48"],
        "Mask": ["0"] * 5 + ["1"] * 2,
    }
    groups = [StripGroup("Instruction", 5), StripGroup("Response", 2, "response")]
    return shown("TokenStrip", Card(TokenStrip(rows, groups)))


@figure(title="Components", alt="Every component of layoutkit with its name and an example.", language="en")
def components(t: Theme) -> Node:
    """Pairs of components, from the largest to the smallest."""
    return Column(
        Heading("Components", role="title"),
        shown("Stepper", Stepper(("Plan", "Draw", "Check", "Publish"), current=2, justify="start")),
        Grid(*cards(), *speech(), *data(), *furniture(), columns=2, gap=t.space.xl),
        strip(),
    )
