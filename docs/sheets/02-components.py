"""All components with their names, as one figure."""

from layoutkit import Arrow, Column, Grid, Heading, Icon, Node, Row, Text, Theme, figure
from layoutkit.components import (
    Badge,
    Bar,
    Bars,
    Brace,
    Bracket,
    Callout,
    Card,
    Cell,
    ChatBubble,
    Code,
    Divider,
    Group,
    IconCircle,
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

STAGES = ("Plan", "Draw", "Check", "Publish")
ROWS = {
    "Token": ["Why", "is", "it", "blue", "?", "It", "scatters"],
    "Label": ["−100"] * 5 + ["21", "48"],
    "Mask": ["0"] * 5 + ["1"] * 2,
}
GROUPS = [StripGroup("Instruction", 5), StripGroup("Response", 2, "response")]


def shown(name: str, *nodes: Node) -> Node:
    """A component under its name."""
    return Column(Text(name, role="code"), *nodes, gap="{space.m}")


def part(t: Theme, name: str, *nodes: Node) -> Node:
    """Components that belong together, in pairs."""
    return Column(Heading(name, role="verdict"), Grid(*nodes, columns=2, gap=t.space.xl), gap=t.space.l)


def cards() -> list[Node]:
    """Boxes that hold one thought."""
    return [
        shown(
            "Card(…, label=…)", Card(Heading("A plain card"), Text("One thought, with air around it."), label="Label")
        ),
        shown('Card(…, kind="engine")', Card(Heading("The machine"), Text("What computes is dark."), kind="engine")),
        shown('Card(…, tone="response", kind="tinted")', Card(Text("What is wanted."), tone="response", kind="tinted")),
        shown('Card(…, kind="optional")', Card(Text("Dashed: optional, or context only."), kind="optional")),
        shown("Card(…, header=…, footer=…)", Card(Text("In between."), header="Header", footer="Footer")),
        shown("Quote", Quote("If you can't explain it simply, draw it.", by="A colleague")),
    ]


def speech() -> list[Node]:
    """What is said."""
    human, bot = IconCircle("user", tone="instruction"), IconCircle("bot", tone="response")
    return [
        shown("ChatBubble", ChatBubble("Why is the sky blue?", who="human", name="Person", avatar=human)),
        shown("ChatBubble", ChatBubble("Air scatters blue light.", who="assistant", name="Model", avatar=bot)),
    ]


def data() -> list[Node]:
    """What is counted and compared."""
    marks: dict[str, tuple[bool | float, ...]] = {"A": (True, False, 6.5), "B": (True, True, 9.0)}
    fields = [["instruction", "text"], ["input", "text, optional"], ["output", "text"]]
    bars = [Bar("A", 1.0, "1.00", "wrong"), Bar("B", 0.4, "0.40", "response"), Bar("C", 0.7, "0.70")]
    weights = [[0.1, 0.7, -0.2, 0.4], [0.9, 0.0, 0.4, -0.8]]
    code = "def mask(labels):\n    return labels != -100  # kept"
    return [
        shown("Rubric", Rubric(("Useful", "Correct", "Grade"), marks, words=("yes", "no"), head="Criterion")),
        shown("Table", Table(("Field", "Type"), fields)),
        shown("Bars", Bars(bars, of=1)),
        shown("Meter", Meter(0.62, label="Correct", shown="62 %"), Meter(0.3, tone="caution")),
        shown("Matrix(…, marked=…)", Matrix(weights, marked={(0, 1), (1, 3)})),
        shown("Vector", Vector([0.3, 0.8, 0.1, 0.5], tone="response")),
        shown('Code(…, language="python")', Code(code, language="python")),
        shown('Code(…, kind="light")', Code('{ "input": "text" }\n', language="json", kind="light")),
    ]


def small() -> list[Node]:
    """Small pieces."""
    entries: list[LegendEntry] = [
        ("context", None, "dashed"),
        ("answer", "response", "solid"),
        ("error", "wrong", "outline"),
    ]
    labels = (Pill("Pill"), Pill("Tone", tone="instruction"), Badge(1), Badge(2, tone="response"), Cell("−100"))
    signs = (
        Icon("brain"),
        Icon("users"),
        IconCircle("lightbulb", tone="caution"),
        IconCircle("check", tone="response"),
    )
    return [
        shown("Pill, Badge, Cell", Row(*labels, gap="{space.m}", align="center")),
        shown("Icon, IconCircle", Row(*signs, gap="{space.m}", align="center")),
        shown("Legend", Legend(entries)),
        shown("Divider", Divider(), Divider("or")),
    ]


def notes(t: Theme) -> list[Node]:
    """What is drawn about other nodes."""

    def pair() -> tuple[Node, Node]:
        return Card(Text("one"), basis=0, grow=1), Card(Text("two"), basis=0, grow=1)

    (a, b), (c, d), (e, f), (g, h), (i, j) = (pair() for _ in range(5))
    above = t.space.xxl
    return [
        shown("Brace", Column(Row(a, b, gap=t.space.l), Brace(a, b, label="Both"), padding_top=above)),
        shown(
            "Bracket", Column(Row(c, d, gap=t.space.l), Bracket(c, d, label="Both", tone="response"), padding_top=above)
        ),
        shown("Group", Column(Group(e, f, label="Together"), Row(e, f, gap=t.space.l), padding=t.space.l)),
        shown("Callout", Column(Row(g, h, gap=t.space.l), Callout("Look here", h.bottom), gap=t.space.xl)),
        shown("Arrow", Row(i, Arrow(label="to"), j)),
        shown("Stepper(…, compact=True)", Stepper(STAGES, current=3, compact=True, justify="start")),
    ]


@figure(title="Components", alt="Every component of layoutkit with its name and an example.", language="en")
def components(t: Theme) -> Node:
    """Pairs of components, from the largest to the smallest."""
    return Column(
        Heading("Components", role="title"),
        shown("Stepper", Stepper(STAGES, current=2, justify="start")),
        part(t, "Boxes", *cards()),
        part(t, "Speech", *speech()),
        part(t, "Data", *data()),
        Row(
            shown("TokenStrip", Card(TokenStrip(ROWS, GROUPS))),
            shown("TokenStrip(…, upright=True)", Card(TokenStrip(ROWS, GROUPS, upright=True))),
            gap=t.space.xl,
            align="start",
        ),
        part(t, "Small pieces", *small()),
        part(t, "Notes", *notes(t)),
        gap=t.space.xxl,
        allow={"too-much-text": "a sheet of all components, to look things up in"},
    )
