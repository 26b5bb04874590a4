"""Faults that an eye sees at once: a glaring track, a meaning that nobody gave, charts and captions out of line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.check.figures import faults

if TYPE_CHECKING:
    from pathlib import Path

FIGURE = """
GAP = "{{space.xl}}"
def bars(t, *values, side=1):
    made = (Row(background=t.color.response, width=t.space.xl * side, height=t.space.xxl * v) for v in values)
    return Row(*made, gap=t.space.s, align="end")

def labelled(t, *values):
    made = (Column(Text(f"{{v:g}}", role="small", align="center"),
                   Row(background=t.color.response, width=t.space.xl, height=t.space.xxl * v), gap=t.space.xs)
            for v in values)
    return Row(*made, gap=t.space.s, align="end")

def written(t, *values):
    made = (Row(Text(f"{{v:g}}"), background=t.color.response_tint, width="40px", height=t.space.xxl * v)
            for v in values)
    return Row(*made, gap=t.space.s, align="end")

def raised(t, *values):
    made = (Row(background=t.color.response, width="20px", height=t.space.xxl * v, position="absolute", bottom=0,
                left=t.space.xl * n) for n, v in enumerate(values))
    return Row(*made, width=t.space.xxl * 4, height=t.space.xxl * max(values))

def cards(t, *values):
    return Row(*(Card(Text("a"), width="90px", height=t.space.xxl * v) for v in values), gap=t.space.s, align="end")

def picture(t, height):
    return Row(background=t.color.response_tint, height=t.space.xxl * height)

def captioned(t, height, words="Uma legenda.", **props):
    return Card(picture(t, height), Text(words, role="small"), basis=0, grow=1, **props)

@figure(title="T", alt="Barras, gráficos e legendas.")
def example(t: Theme) -> Node:
    return {tree}
"""
NEW = ("meter-track", "ambiguous-tone", "out-of-line")


def found(tree: str, folder: Path) -> list[str]:
    """What the new rules say."""
    diagnostics = [fault.diagnostic for fault in faults(FIGURE.format(tree=tree), folder)]
    return [f"{one.rule}: {one.message}" for one in diagnostics if one.rule in NEW]


@pytest.mark.parametrize(
    "tree",
    [
        "Column(Card(Meter(0.3), kind='inverse'))",
        "Column(Card(Meter(0.3, label='Acerto', shown='3 %', tone='wrong', color=t.color.on_inverse), kind='inverse'))",
        "Column(Card(Bars([Bar('A', 0.3, '0,3', 'response')], of=1), kind='inverse'))",
        "Column(Card(Meter(0), kind='inverse'))",
        "Stack(Row(background=t.color.inverse, height=t.space.xxl * 2), Column(Meter(0.5), padding=t.space.xl))",
        "Column(Meter(0.3, background=t.color.ink))",
        "Column(Card(Meter(0.5, tone='caution', background=t.color.wrong)))",
    ],
)
def test_a_track_that_glares(tree: str, tmp_path: Path) -> None:
    (fault,) = found(tree, tmp_path)
    assert fault.startswith("meter-track: the track of Meter has a contrast of ")


@pytest.mark.parametrize(
    "tree",
    [
        "Column(Meter(0.3))",
        "Column(Card(Meter(0.3, label='Acertos', shown='30 %')))",
        "Column(Card(Meter(0.3, tone='caution'), tone='caution', kind='tinted'))",
        "Column(Card(Meter(0.3, background=t.color.inverse_raised), kind='inverse'))",
        "Column(Card(Meter(1), kind='inverse'))",
        "Column(Card(Meter(0.3, background=t.color.inverse), kind='inverse'))",
        "Stack(Row(background=t.color.inverse, height=t.space.xxl * 4), Column(Card(Meter(0.5)), padding=t.space.xl))",
    ],
)
def test_a_track_that_recedes(tree: str, tmp_path: Path) -> None:
    assert found(tree, tmp_path) == []


@pytest.mark.parametrize(
    "tree",
    [
        "Column(Bars([Bar('A', 1, '1'), Bar('B', 2, '2', 'instruction')]))",
        "Column(Bars([Bar('A', 1, '1', 'instruction'), Bar('B', 2, '2', 'response'), Bar('C', 2, '2')]))",
        "Column(Meter(0.3), Meter(0.5, tone='instruction'))",
        "Row(Card(Meter(0.3), grow=1), Card(Meter(0.5, tone='instruction'), grow=1))",
        "Column(Legend([('pedido', 'instruction', 'solid')]), Bars([Bar('A', 1, '1'), Bar('B', 2, '2', 'wrong')]))",
        "Column(Bars([Bar(n, 1, '1') for n in 'abc']), Meter(0.5, tone='instruction'))",
    ],
)
def test_a_bar_that_seems_to_mean_something(tree: str, tmp_path: Path) -> None:
    (fault,) = found(tree, tmp_path)
    assert fault.startswith('ambiguous-tone: this bar has no tone, but the colour of tone="instruction" (line ')


@pytest.mark.parametrize(
    "tree",
    [
        "Column(Bars([Bar('A', 1, '1'), Bar('B', 2, '2')]))",
        "Column(Bars([Bar('A', 1, '1'), Bar('B', 2, '2', 'response')]))",
        "Column(Bars([Bar('A', 1, '1', 'instruction'), Bar('B', 2, '2', 'instruction')]))",
        "Column(Bars([Bar('A', 1, '1', 'caution'), Bar('B', 2, '2', 'instruction')]))",
        "Column(Meter(0.3, background=t.color.line), Pill('pedido', tone='instruction'))",
        "Column(Legend([('pedido', 'instruction', 'outline')]), Bars([Bar('A', 1, '1')]))",
    ],
)
def test_a_bar_that_means_what_it_says(tree: str, tmp_path: Path) -> None:
    assert found(tree, tmp_path) == []


@pytest.mark.parametrize(
    ("tree", "message"),
    [
        ("Row(bars(t, 4, 2), bars(t, 2, 1), align='start', gap=GAP)", "the bars of Row stand 96 px higher"),
        (
            "Row(bars(t, 4, 2), Row(bars(t, 4, 3), margin_top='75px'), align='start', gap=GAP)",
            "the bars of Row stand 75 px lower than",
        ),
        ("Row(labelled(t, 4, 2), labelled(t, 2, 1), align='start', gap=GAP)", "the bars of Row “2” stand 96 px"),
        (
            "Row(Card(bars(t, 4, 2)), Card(bars(t, 4, 3, 1), margin_top=t.space.l), gap=GAP)",
            "the bars of Row stand 24 px lower than",
        ),
        ("Row(bars(t, 4, 3, 2), bars(t, 1, 3, 2), align='center', gap=GAP)", "the bars of Row stand 24 px higher"),
        ("Row(written(t, 4, 2), written(t, 2, 1), align='start', gap=GAP)", "the bars of Row “2” stand 96 px higher"),
        ("Row(raised(t, 4, 2), raised(t, 2, 3), align='start', gap=GAP)", "the bars of Row stand 48 px higher"),
        ("Grid(bars(t, 4, 3), bars(t, 1, 3), columns=2, align='start', gap=GAP)", "the bars of Row stand 48 px"),
    ],
)
def test_charts_out_of_line(tree: str, message: str, tmp_path: Path) -> None:
    (fault,) = found(tree, tmp_path)
    assert fault.startswith(f"out-of-line: {message}")


@pytest.mark.parametrize(
    "tree",
    [
        "Row(bars(t, 4, 2), bars(t, 2, 1), align='end', gap=GAP)",
        "Column(bars(t, 4, 2), bars(t, 2, 1), gap=GAP)",
        "Row(cards(t, 4, 2), cards(t, 2, 3), align='start', gap=GAP)",
        "Row(raised(t, 4, 2), raised(t, 2, 3), align='end', gap=GAP)",
        "Row(labelled(t, 4, 2), labelled(t, 3, 2), align='end', gap=GAP)",
        "Row(bars(t, 4, 2), Card(Text('ao lado'), Text('um texto')), align='start', gap=GAP)",
        "Row(bars(t, 4, 4), bars(t, 2, 2), align='start', gap=GAP)",  # swatches
        "Column(Bars([Bar('A', 1, '1'), Bar('B', 2, '2')]), bars(t, 2, 1), gap=GAP)",
        "Row(Column(bars(t, 1, 2), bars(t, 2, 1), gap=GAP), bars(t, 6, 3), align='end', gap=GAP)",
    ],
)
def test_charts_in_line(tree: str, tmp_path: Path) -> None:
    assert found(tree, tmp_path) == []


@pytest.mark.parametrize(
    ("tree", "off"),
    [
        ("Row(captioned(t, 3), captioned(t, 2), gap=GAP)", "48 px higher"),
        ("Row(captioned(t, 3), captioned(t, 3.5), gap=GAP)", "24 px lower"),
        ("Row(captioned(t, 3), Arrow(), captioned(t, 2, 'Outra.'))", "48 px higher"),
        ("Grid(captioned(t, 3), captioned(t, 2), columns='1fr 1fr', gap=GAP)", "48 px higher"),
        ("Row(*(Card(Icon('brain', size=t.space.xxl * n), Text('a')) for n in (1, 2)), gap=GAP)", "48 px lower"),
        ("Row(*(Card(Heading('A'), picture(t, n), Text('a'), grow=1) for n in (2, 3)), gap=GAP)", "48 px lower"),
        ("Row(*(Column(Card(picture(t, n)), Text('a'), grow=1) for n in (1, 2)), gap=GAP)", "48 px lower"),
        (
            "Row(*(Card(Stack(picture(t, n), Text('A')), Text('a', role='small')) for n in (1, 2)), gap=GAP)",
            "48 px lower",
        ),
        ("Row(*(Card(picture(t, n), Row(Icon('x'), Text('a'))) for n in (1, 2)), gap=GAP)", "48 px lower"),
        ("Row(*(Card(Bars([Bar('a', 1, '1')] * n), Text('a'), grow=1) for n in (2, 1)), gap=GAP)", "32 px higher"),
        ("Row(*(Card(Meter(0.3, label=n), Text('a'), grow=1) for n in (None, 'A')), gap=GAP)", "24 px lower"),
        ("Row(*(Card(Matrix([[0.2, 0.3]] * n), Text('a'), grow=1) for n in (2, 1)), gap=GAP)", "40 px higher"),
        ("Row(*(Column(Vector([0.2, 0.3], upright=n), Text('a')) for n in (True, False)), gap=GAP)", "40 px higher"),
        ("Row(*(Card(Code('x = 1\\n' * n), Text('a'), grow=1) for n in (1, 2)), gap=GAP)", "24 px lower"),
        (
            "Row(*(Card(TokenStrip(dict.fromkeys('ABC'[:n], ['a'])), Text('a')) for n in (2, 3)), gap=GAP)",
            "44 px lower",
        ),
    ],
)
def test_captions_out_of_line(tree: str, off: str, tmp_path: Path) -> None:
    (fault,) = found(tree, tmp_path)
    assert fault.startswith("out-of-line: Text “")
    assert f" is {off} than Text “" in fault


@pytest.mark.parametrize(
    "tree",
    [
        "Row(captioned(t, 3), captioned(t, 3, 'Uma legenda que é mais longa ' * 6), gap=GAP)",
        "Column(captioned(t, 3), captioned(t, 2), gap=GAP)",
        "Row(*(Card(picture(t, n), Spacer(), Text('a b c d' * n, width='60px')) for n in (2, 3)), gap=GAP)",
        "Row(*(Card(Text('um texto ' * n), Text('a'), basis=0, grow=1) for n in (1, 20)), gap=GAP)",
        "Row(*(Card(picture(t, n), Text('a', role=r), grow=1) for n, r in ((2, 'small'), (3, 'strong'))), gap=GAP)",
        "Row(captioned(t, 3), Card(Text('só palavras'), grow=1), gap=GAP)",
        "Row(captioned(t, 3), Card(picture(t, 2), grow=1), gap=GAP)",
        "Row(*(Card(labelled(t, n, 4), Text('a')) for n in (2, 3)), gap=GAP)",
        "Row(*(Card(Table(('a', 'b'), [['1', '2']] * n), Text('a'), grow=1) for n in (2, 3)), gap=GAP)",
        "Row(*(Card(Pill('x'), Text('um texto ' * n), Text('a'), basis=0, grow=1) for n in (1, 20)), gap=GAP)",
        "Row(*(Card(Row(Icon('x'), Text('a b c d ' * n, width='60px')), Text('a')) for n in (1, 3)), gap=GAP)",
        "Row(*(Card(Row(Icon('x'), Text('a b c d ' * n, width='60px')), Row(Text('a'))) for n in (1, 3)), gap=GAP)",
    ],
)
def test_captions_in_line(tree: str, tmp_path: Path) -> None:
    assert found(tree, tmp_path) == []
