"""Twelve hard cases for arrows, as one figure."""

from typing import Unpack

from layoutkit import Arrow, BoxProps, Column, Grid, Heading, Node, Row, Text, Theme, figure


def first(t: Theme) -> str:
    """The colour of the first tone of the token file."""
    return f"{{color.{t.tones[0]}}}"


def second(t: Theme) -> str:
    """The colour of the second."""
    return f"{{color.{t.tones[1]}}}"


def box(name: str, **props: Unpack[BoxProps]) -> Node:
    """Something to point at."""
    look: BoxProps = {
        "background": "{color.surface}",
        "border": "{color.line_strong}",
        "radius": "{radius.s}",
        "padding": "{space.s}",
        "justify": "center",
        **props,
    }
    return Column(Text(name, role="small", align="center"), **look)


def case(t: Theme, name: str, *content: Node, **props: Unpack[BoxProps]) -> Node:
    """One case under its name, in a frame that its arrows stay in."""
    frame: BoxProps = {
        "background": t.color.sunken,
        "radius": t.radius.m,
        "padding": t.space.l,
        "gap": t.space.l,
        "grow": 1,
        "justify": "center",
        **props,
    }
    return Column(Text(name, role="strong"), Column(*content, **frame), gap=t.space.s)


def siblings(t: Theme) -> Node:
    """Arrows in a row, and two between the same boxes."""
    there, here = box("there"), box("here", padding_y=t.space.l)
    return case(
        t, "Among siblings; there and back",
        Row(box("one"), Arrow(), box("two\nlines"), Arrow(), box("three"), align="center"),
        Row(there, here, justify="space-between", align="center"),
        Arrow(there, here), Arrow(here, there, color=first(t)),
    )  # fmt: skip


def staggered(t: Theme) -> Node:
    """Boxes whose sides overlap a little, much or not at all."""
    a, b, c, d = box("a"), box("b", padding_y=t.space.xl), box("c"), box("d", align_self="end")
    return case(
        t, "Rows that overlap",
        Row(a, b, c, justify="space-between", align="start"),
        d,
        Arrow(a, b), Arrow(b.right, c.left), Arrow(a, d), Arrow(c, d),
    )  # fmt: skip


def around(t: Theme) -> Node:
    """Something in the way."""
    a, b, c, d = box("a"), box("b"), box("c"), box("d")
    return case(
        t, "Around what is in between",
        Row(a, Column(Text("a text"), justify="center"), box("in the way", height="{space.xxl} * 2"), b,
            justify="space-between", align="center"),
        Row(c, d, justify="space-between"),
        Arrow(a.right, b.left), Arrow(c.top, b, color=second(t)), Arrow(a, d, color=first(t)),
    )  # fmt: skip


def nested(t: Theme) -> Node:
    """From inside one card into another."""
    one, two, three, four = (box(name) for name in ("one", "two", "three", "four"))
    look: BoxProps = {"border": t.color.line_strong, "radius": t.radius.m, "padding": t.space.m, "gap": t.space.m}
    return case(
        t, "From card to card",
        Row(
            Column(one, two, **look), Column(three, four, **look),
            justify="space-between",
        ),
        Arrow(one, three), Arrow(two.right, three.left, color=first(t)),
        Arrow(four.bottom, two.bottom, color=second(t)),
    )  # fmt: skip


def loop(t: Theme) -> Node:
    """The last stage back to the first, around the outside."""
    stages = [box(name) for name in ("forward", "loss", "update")]
    return case(
        t, "A cycle, and one inside it",
        Row(stages[0], Arrow(), stages[1], Arrow(), stages[2]),
        Arrow(stages[2].bottom, stages[0].bottom, label="next batch", color=second(t)),
        Arrow(stages[1].top, stages[0].top, color=first(t)),
    )  # fmt: skip


def self_loop(t: Theme) -> Node:
    """Boxes that point at themselves."""
    a, b = box("chosen"), box("top to right")
    return case(
        t, "Back to itself",
        Row(a, b, justify="space-around", align="center"),
        Arrow(a, a), Arrow(b.top, b.right, label="again", color=first(t)),
    )  # fmt: skip


def fan(t: Theme, *, inward: bool) -> Node:
    """Six on one side."""
    many = [box(f"{n}", padding_y="{space.xs}") for n in range(1, 7)]
    one = box("one", align_self="center", height="{space.xxl} * 2")
    arrows = [Arrow(n.right, one.left) if inward else Arrow(one.left, n.right) for n in many]
    return case(
        t, "Six come in" if inward else "Six go out",
        Row(Column(*many, gap=t.space.s), one, justify="space-between"),
        *arrows,
    )  # fmt: skip


def crossing(t: Theme) -> Node:
    """Pairs that change places: each crossing is drawn once."""
    left, right = ([box(f"{side}{n}") for n in (1, 2, 3)] for side in "ab")
    pairs = ((0, 2), (1, 0), (2, 1))
    colors = ("{color.line_strong}", first(t), second(t))
    return case(
        t, "Pairs that cross",
        Row(Column(*left, gap=t.space.m), Column(*right, gap=t.space.m), justify="space-between"),
        *(Arrow(left[i].right, right[j].left, color=color) for (i, j), color in zip(pairs, colors, strict=True)),
    )  # fmt: skip


def labels(t: Theme) -> Node:
    """Words on the path, where nothing else is."""
    a, b, c = box("a"), box("b"), box("c")
    return case(
        t, "Labels at free spots",
        Row(a, Arrow(label="is read"), b),
        c,
        Arrow(a, c.left, label="yes"), Arrow(b, c.right, label="no", dashed=True),
        gap=t.space.xxl, padding_x="{space.xxl} * 1.2",
    )  # fmt: skip


def heads(t: Theme) -> Node:
    """Every head, dashes, weights."""

    def line(arrow: Arrow) -> Node:
        return Row(box("·", padding_y="{space.xs}"), arrow, box("·", padding_y="{space.xs}"))

    return case(
        t, "Heads, dashes, weights",
        line(Arrow(head="triangle", tail="dot")),
        line(Arrow(head="open", tail="bar")),
        line(Arrow(head="dot", tail="none", dashed=True)),
        line(Arrow(head="open", tail="open", stroke_width=t.stroke.thick, color=first(t))),
        line(Arrow(head="triangle", tail="triangle", stroke_width=t.stroke.hairline)),
        gap=t.space.s,
    )  # fmt: skip


def curved(t: Theme) -> Node:
    """Curves, and straight lines that go around nothing."""
    a, b, c, d = box("a"), box("b"), box("c"), box("d")
    return case(
        t, "Curved and straight",
        Row(a, b, justify="space-between", padding_x=t.space.l),
        Row(c, d, justify="space-between"),
        Arrow(a.right, d.left, route="curved"), Arrow(c.right, b.left, route="curved", color=first(t)),
        Arrow(b.right, d.right, route="curved", color=second(t)), Arrow(a, c, route="straight"),
        gap="{space.xxl} * 1.5", padding_right="{space.xxl}",
    )  # fmt: skip


@figure(
    title="Arrows that find their way",
    alt="Twelve small scenes of boxes joined by arrows: around obstacles, in loops, fanned out, labelled and curved.",
    language="en",
)
def routing(t: Theme) -> Node:
    """Three columns of cases."""
    return Column(
        Heading("Arrows that find their way", role="title"),
        Grid(
            siblings(t), staggered(t), around(t), nested(t), loop(t), self_loop(t),
            fan(t, inward=True), fan(t, inward=False), crossing(t), labels(t), heads(t), curved(t),
            columns="1fr 1fr 1fr", gap=t.space.l,
        ),
    )  # fmt: skip
