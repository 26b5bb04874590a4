"""Steps and code."""

from layoutkit import Badge, Card, Cell, Code, Column, Grid, Heading, Matrix, Node, Row, Stepper, Text, Theme, figure

CODE = """\
def smooth(values, window=3):
    # the mean of each run of values
    for i in range(len(values) - window + 1):
        run = values[i : i + window]
        yield sum(run) / window

print(list(smooth([1, 2, 6, 7])))
"""
OUTPUT = """\
{"mean": [3.0, 5.0], "window": 3}
"""


def step(t: Theme, number: int, name: str, words: str) -> Node:
    """A numbered line."""
    return Row(
        Badge(number, tone="accent"), Column(Text(name, role="strong"), Text(words, role="small"), gap=0, grow=1),
        gap=t.space.m,
    )  # fmt: skip


@figure(
    title="A moving mean in five lines",
    alt="A stepper, a listing with one line pointed out, three numbered steps and a small matrix of weights.",
    language="en",
    reflows=True,
)
def mean(t: Theme) -> Node:
    """Code on the left, what it does on the right."""
    wide = t.page.columns > 1
    return Column(
        Stepper(("Read", "Smooth", "Draw"), current=2, compact=not wide),
        Heading("A moving mean in five lines", role="title", align="center"),
        Grid(
            Column(
                Code(CODE, language="python", line_numbers=wide, highlight=[5]),
                Code(OUTPUT, language="json", kind="light"),
                gap=t.space.m,
            ),
            Card(
                step(t, 1, "Slide", "The window moves by one value at a time."),
                step(t, 2, "Add up", "All values in the window count alike."),
                step(t, 3, "Hand on", "`yield` gives one mean after another, so a list of any length will do."),
                gap=t.space.l, justify="center",
            ),
            columns="1.5fr 1fr" if wide else "1fr", gap=t.space.l,
        ),
        (Row if wide else Column)(
            Card(
                Text("Weights of two windows", role="label"),
                Matrix([[0.3, 0.3, 0.3], [-0.2, 0.9, -0.2]]),
                gap=t.space.s,
            ),
            Card(
                Text("For example", role="label"),
                Row(*(Cell(n, tone="accent") for n in "267"), Text("have the mean"), Cell("5", tone="positive"),
                    gap=t.space.s, align="center", wrap=True),
                Text("The second window sharpens: it subtracts what is beside a value.",
                     role="small"),
                gap=t.space.s, grow=1,
            ),
            gap=t.space.l,
        ),
        gap=t.page.gap,
    )  # fmt: skip
