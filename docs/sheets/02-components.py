"""All components and annotations with their names, as one figure."""

from typing import Unpack

from layoutkit import (
    Arrow,
    Badge,
    Bar,
    Bars,
    BoxProps,
    Brace,
    Bracket,
    Callout,
    Card,
    Cell,
    ChatBubble,
    Code,
    Column,
    Divider,
    Grid,
    Group,
    Heading,
    Icon,
    IconCircle,
    Legend,
    LegendEntry,
    Matrix,
    Meter,
    Node,
    Pill,
    Quote,
    Row,
    Rubric,
    Span,
    Stepper,
    StripGroup,
    Table,
    Text,
    Theme,
    TokenStrip,
    Vector,
    figure,
)

ASKED, ANSWER, WRONG, UNSURE = range(4)
"""Places among the tones of the token file."""
STAGES = ("Plan", "Draw", "Check", "Publish")
CODE = """\
from math import log

def loss(chances, mask):
    # only the answer counts
    total = 0.0
    for p, m in zip(chances, mask):
        total -= m * log(p)
    return total / sum(mask)
"""
RECORD = """\
{
  "instruction": "Why is it blue?",
  "output": "It scatters."
}
"""
WEIGHTS = ((0.8, -0.3, 0.1), (-0.9, 0.0, 0.6))
EARLIER = ((0.8, -0.2, 0.1), (-0.9, 0.0, 0.5))


def named(name: str, *nodes: Node) -> Node:
    """What stands on the page, under its name."""
    return Column(Text(Span(name, role="code"), wrap="nowrap"), *nodes, gap="{space.s}")


def panel(t: Theme, name: str, *nodes: Node, **props: Unpack[BoxProps]) -> Node:
    """The same on a surface of its own, where what is shown has none."""
    look: BoxProps = {
        "background": t.color.surface,
        "border": t.color.line,
        "radius": t.radius.m,
        "padding": t.space.l,
        "gap": t.space.l,
        "justify": "center",
        "grow": 1,
        **props,
    }
    return named(name, Column(*nodes, **look))


def section(t: Theme, name: str, *shelves: Node) -> Node:
    """Components that do the same kind of work."""
    return Column(Heading(name), *shelves, gap=t.space.l)


def shelf(t: Theme, *nodes: Node, columns: str) -> Node:
    """Side by side, and equally high."""
    return Grid(*nodes, columns=columns, gap=t.space.l)


def cards(t: Theme) -> Node:
    """Boxes that hold one thought."""

    def card(name: str, made: Node) -> Node:
        """One that may have a pill on its edge."""
        return named(name, Column(made, grow=1, padding_top="{pill.height} * 0.5"))

    return section(
        t, "Cards",
        shelf(
            t,
            named("Card", Card(Heading("One thought"), Text("With air around it."), grow=1)),
            named('Card kind="tinted"', Card(Heading("What is wanted"), Text("By its tone."), tone=t.tones[ANSWER],
                                             kind="tinted", grow=1)),
            named('Card kind="inverse"', Card(Heading("The machine"), Text("What computes."), kind="inverse", grow=1)),
            columns="repeat(3, 1fr)",
        ),
        shelf(
            t,
            card(
                "Card label, tone",
                Card(Heading("A pill"), Text("It sits on the edge and has the tone of the card."),
                     label="Label", tone=t.tones[ASKED], grow=1),
            ),
            card("Card header, footer", Card(Text("The content."), header="Header", footer="Footer", grow=1)),
            card(
                'Card kind="optional"',
                Card(Heading("Context"), Text("Dashed: what may be left out, or is there anyway."),
                     kind="optional", grow=1),
            ),
            columns="repeat(3, 1fr)",
        ),
    )  # fmt: skip


def marks(t: Theme) -> Node:
    """Small pieces."""
    line: BoxProps = {"gap": t.space.m, "align": "center", "justify": "center"}
    return section(
        t, "Labels and icons",
        shelf(
            t,
            panel(
                t, "Pill",
                Row(Pill("Pill"), Pill("Asked", tone=t.tones[ASKED]), **line),
                Row(*(Pill(tone, tone=tone) for tone in t.tones[WRONG : UNSURE + 1]), **line),
            ),
            panel(
                t, "Badge, Cell",
                Row(Badge(1), *(Badge(n, tone=tone) for n, tone in enumerate(t.tones[:3], start=2)), **line),
                Row(Cell("42"), Cell("1", tone=t.tones[ANSWER]), Cell("−100", tone=t.tones[WRONG]), **line),
            ),
            panel(
                t, "Icon, IconCircle",
                Row(*(Icon(name) for name in ("search", "database", "lightbulb", "wrench")), **line),
                Row(IconCircle("book-open"), IconCircle("user", tone=t.tones[ASKED]),
                    IconCircle("check", tone=t.tones[ANSWER]), **line),
            ),
            columns="repeat(3, 1fr)",
        ),
    )  # fmt: skip


def words(t: Theme) -> Node:
    """What is said and written."""
    return section(
        t, "Words",
        shelf(
            t,
            panel(
                t, "ChatBubble",
                ChatBubble("Why is the sky blue?", who="human", name="Person",
                           avatar=IconCircle("user", tone=t.tones[ASKED])),
                ChatBubble("Air scatters blue light.", who="assistant", name="Model", avatar=IconCircle("bot")),
            ),
            named("Code", Code(CODE, language="python", line_numbers=True, highlight=[7], grow=1,
                               align_content="center")),
            named('Code kind="light"', Code(RECORD, language="json", kind="light")),
            panel(t, "Quote", Quote("What I cannot draw, I do not understand.", by="A colleague")),
            columns="1fr 1fr",
        ),
    )  # fmt: skip


def tokens(t: Theme) -> Node:
    """Tokens and what belongs to them; numbers by their size."""
    rows = {
        "Token": ["Why", "blue", "?", "It", "scatters"],
        "Label": ["−100"] * 3 + ["21", "48"],
        "Mask": ["0"] * 3 + ["1"] * 2,
    }
    groups = [StripGroup("Question", 3), StripGroup("Answer", 2, t.tones[ANSWER])]
    return section(
        t, "Tokens and numbers",
        shelf(
            t,
            panel(t, "TokenStrip", TokenStrip(rows, groups)),
            panel(t, "TokenStrip upright=True",
                  TokenStrip({name: rows[name] for name in ("Token", "Mask")}, groups, upright=True)),
            columns="1.6fr 1fr",
        ),
        shelf(
            t,
            panel(t, "Matrix", Matrix(WEIGHTS, align_self="center")),
            panel(t, "Matrix before=… marked=[…]",
                  Matrix(WEIGHTS, before=EARLIER, marked=[(0, 1), (1, 2)], align_self="center")),
            panel(t, "Vector", Vector((0.1, 0.9, 0.4), tone=t.tones[ANSWER], align_self="center")),
            columns="repeat(3, 1fr)",
        ),
    )  # fmt: skip


def comparisons(t: Theme) -> Node:
    """What is compared and measured."""
    judged = {"A": (True, False, "3/5"), "B": (True, True, "5/5")}
    fields = [["instruction", "what is asked"], ["input", "what it is about"], ["output", "the answer"]]
    bars = [Bar("Before", 0.35, "35 %", t.tones[UNSURE]), Bar("After", 0.8, "80 %", t.tones[ANSWER])]
    return section(
        t, "Comparisons",
        shelf(
            t,
            panel(t, "Table", Table(("Field", "Holds"), fields)),
            panel(t, "Rubric", Rubric(("Useful", "Correct", "Score"), judged, words=("yes", "no"), head="Criterion")),
            panel(t, "Bars", Bars(bars, of=1)),
            panel(t, "Meter", Meter(0.62, label="Right answers", shown="62 %")),
            columns="1fr 1fr",
        ),
    )  # fmt: skip


def notes(t: Theme) -> Node:
    """Lines from, around and beside other nodes."""
    asked, given = Card(Text("Asked")), Card(Text("Given"))
    forward, backward = Cell("Forward"), Cell("Backward")
    answer = Card(Text("The answer"), tone=t.tones[ANSWER], kind="tinted")
    run, close = "repeat(3, auto)", BoxProps(gap=t.space.xs, align_self="center")
    return section(
        t, "Arrows and notes",
        shelf(
            t,
            panel(t, "Arrow", Row(asked, Arrow(label="trains"), given, align="center")),
            panel(t, "Callout", Row(answer, Callout("This counts", answer.right), align="center",
                                    justify="space-between")),
            columns="1fr 1fr",
        ),
        shelf(
            t,
            panel(
                t, "Brace",
                Grid(Brace(label="Answer", tone=t.tones[ANSWER], column_span=3),
                     *(Cell(word, tone=t.tones[ANSWER]) for word in ("It", "scatters", "blue")), columns=run, **close),
            ),
            panel(
                t, "Bracket",
                Grid(*map(Cell, ("Why", "blue", "?")), Bracket(label="Question", side="bottom", column_span=3),
                     columns=run, **close),
            ),
            panel(t, "Group", Row(forward, backward, gap=t.space.xs, justify="center"),
                  Group(forward, backward, label="One step"), padding_y=t.space.xxl + t.space.s),
            columns="repeat(3, 1fr)",
        ),
    )  # fmt: skip


def furniture(t: Theme) -> Node:
    """What guides through a figure and a series."""
    entries: list[LegendEntry] = [
        ("context", None, "dashed"),
        ("answer", t.tones[ANSWER], "solid"),
        ("error", t.tones[WRONG], "outline"),
    ]
    return section(
        t, "Guides",
        shelf(
            t,
            panel(t, "Stepper", Stepper(STAGES, current=2)),
            panel(t, "Stepper compact=True", Stepper(STAGES, current=3, compact=True)),
            columns="1.6fr 1fr",
        ),
        panel(
            t,
            'Stepper names="below" links={2: "and"}',
            Stepper(STAGES, current=(2, 3), names="below", links={2: "and"}),
        ),
        shelf(
            t,
            panel(t, "Legend", Legend(entries, justify="center")),
            panel(t, "Divider", Divider(), Divider("or")),
            columns="1fr 1fr",
        ),
    )  # fmt: skip


@figure(
    title="Components",
    alt="Every component of layoutkit under its name: cards, labels, icons, speech, code, tokens, tables, notes.",
    language="en",
)
def components(t: Theme) -> Node:
    """From boxes to the lines between them."""
    return Column(
        Heading("Components", role="title"),
        cards(t), marks(t), words(t), tokens(t), comparisons(t), notes(t), furniture(t),
        gap=t.space.xxl, allow={"too-much-text": "a sheet names every component; it is looked up, not read"},
    )  # fmt: skip
