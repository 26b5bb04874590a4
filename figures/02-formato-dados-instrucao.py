"""Two records, one template: where a record has no input, its block is missing from the text.

After ten seconds: fields of a record become marked parts of one text, and the part without content is left out. After
a minute: the markers tell the model where each part begins, their order is fixed, and at inference the text ends
before the answer, which the model writes.

Seen first: two dark texts, of which one is shorter, and the amber frame in what it leaves free. Second: the amber
arrows from the input to its block and to the seam without it. Third: the records, and the line where the model goes on.
"""

import json
import re
from dataclasses import asdict

from _exemplo import END, MARKERS, RECORDS, Record
from _series import series_figure, takeaway
from layoutkit import Arrow, BoxProps, Card, ColorLike, Column, Divider, Heading, Node, Row, Span, Text, Theme

TONES = {"instruction": "instruction", "input": "caution", "output": "response"}
"""The meaning of each field, in the record and in the text."""
WITHOUT, WITH = RECORDS


def record(t: Theme, one: Record) -> tuple[Node, Node]:
    """A record as JSON, and the line of its input."""
    lines = {}
    for line in json.dumps(asdict(one), ensure_ascii=False, indent=2).split("\n"):
        key = re.match(r'(\s*)("(\w+)")(.*)', line)
        if key is None:
            lines[line] = Text(Span(line), role="prompt", color=t.color.ink_muted, wrap="nowrap")
            continue
        indent, quoted, name, rest = key.groups()
        lines[name] = Text(
            Span(indent),
            Span(quoted, color=f"{{color.{TONES[name]}_ink}}", marks=("strong",)),
            Span(rest, color=t.color.ink),
            role="prompt",
            wrap="nowrap",
            padding_right=t.space.xs,
            align_self="start",
        )
    label = "Com entrada" if one.input else "Sem entrada"
    return Card(*lines.values(), label=label, gap=0), lines["input"]


def text(t: Theme, one: Record) -> tuple[Node, Node]:
    """The text that the template makes of it, line by line, and the block of the input or the seam without it."""
    place = optional(t, one.input) if one.input else seam(t)
    noted = one is WITH
    card = Card(
        marker("instruction"),
        line(one.instruction),
        *((line(""), place, line("")) if one.input else (place,)),
        told(t, marker("output"), "na inferência, termina aqui" if noted else None),
        Divider(dash="dashed", background=t.color.on_inverse, height=t.stroke.thin, margin_y=-t.stroke.thin / 2),
        told(
            t,
            line(one.output, Span(END, color=t.color.on_inverse_muted), color=t.color.on_inverse_response),
            "o modelo completa" if noted else None,
        ),
        label="No treino",
        kind="inverse",
        gap=0,
    )
    return card, place


def line(words: str, *more: Span, color: ColorLike = "{color.on_inverse}") -> Node:
    """A line of the text, with every sign that the model meets."""
    return Text(Span(words, color=color), *more, role="prompt", wrap="nowrap")


def marker(name: str) -> Node:
    """What the template writes before a field."""
    tone = f"{{color.on_inverse_{TONES[name]}}}"
    return Text(Span(MARKERS[name], color=tone, marks=("strong",)), role="prompt", wrap="nowrap")


def optional(t: Theme, words: str) -> Node:
    """The block of the input; its outline takes no room from the lines."""
    tone = t.color.on_inverse_caution
    return Column(
        Row(marker("input"), Text("opcional", role="small", color=tone), gap=t.space.l, align="baseline"),
        line(words),
        border=tone,
        border_width=t.stroke.medium,
        border_style="dashed",
        radius=t.radius.s,
        padding_x=t.space.s,
        padding_y=t.space.xs,
        margin_x=-t.space.s - t.stroke.medium,
        margin_y=-t.space.xs - t.stroke.medium,
        align_self="start",
    )


def told(t: Theme, what: Node, note: str | None) -> Node:
    """A line of the text with a note at its end."""
    words = None if note is None else Text(note, role="small", color=t.color.on_inverse_muted)
    return Row(what, words, justify="space-between", align="baseline")


def seam(t: Theme) -> Node:
    """Where the block of the input is missing: in the blank line between the others."""
    tone = t.color.on_inverse_caution
    half: BoxProps = {"background": tone, "height": t.stroke.medium, "grow": 1, "basis": 0}
    return Row(
        Divider(dash="dashed", **half),
        Text("ausente", role="small", color=tone, wrap="nowrap"),
        Divider(dash="dashed", **half),
        height=t.type.prompt.line_height,
        width="55%",
        gap=t.space.s,
        align="center",
    )


def gone(t: Theme) -> Node:
    """What the shorter text leaves free: as high as the block that is missing."""
    return Row(
        Heading("Sem entrada, o bloco some.", color=t.color.caution_ink),
        background=t.color.caution_tint,
        border=t.color.caution,
        border_width=t.stroke.medium,
        border_style="dashed",
        radius=t.radius.l,
        padding=t.space.m * 0.75,
        justify="center",
        align="center",
        grow=1,
    )


@series_figure(
    number=2,
    stage=2,
    title="Três campos, um template",
    subtitle="Marcadores dizem ao modelo onde cada parte começa.",
    alt=(
        "Dois registros JSON viram texto pelo mesmo template. No primeiro, o campo input leva ao bloco Entrada. No "
        "segundo, o campo está vazio: o bloco some, e o texto fica mais curto, na mesma ordem."
    ),
    section="Estrutura de Dados para Instruction Tuning",
    goal="Reconhecer como se organiza um dataset de conversas e como cada registro vira um prompt.",
    shows=(
        "a instrução",
        "a entrada, opcional",
        "a resposta",
        "uma estrutura de prompt padronizada",
    ),
    description=(
        "Duas colunas. Em cada uma, um registro JSON com os campos instruction, input e output fica sobre o texto que "
        f"o template faz dele para o treino. À esquerda, com entrada: a instrução “{WITH.instruction}”, a entrada "
        f"“{WITH.input}” e a resposta “{WITH.output}” vêm cada uma depois de seu marcador. Uma seta leva do campo "
        "input ao bloco da entrada, que tem contorno tracejado e é opcional. À direita, sem entrada: a instrução é "
        f"“{WITHOUT.instruction}”, a resposta, “{WITHOUT.output}”, e o campo input está vazio; a seta leva à linha em "
        "branco onde o bloco está ausente. O texto fica mais curto; a ordem dos outros blocos não muda. Os dois textos "
        f"acabam em {END}. Uma linha tracejada depois do marcador da resposta mostra onde o texto termina na "
        "inferência: o resto, o modelo completa. Marcadores dizem ao modelo onde cada parte começa; treino e uso têm o "
        "mesmo template."
    ),
)
def record_format(t: Theme) -> Node:
    """With input and without, side by side where there is room: the record above, its text below."""
    columns, arrows = [], []
    for one in (WITH, WITHOUT):
        given, source = record(t, one)
        made, place = text(t, one)
        below = made if one.input else Column(made, gone(t), gap=t.space.m, grow=1)
        columns.append(Column(given, below, gap=t.space.xxl, grow=1, basis="45%"))
        arrows += [
            Arrow(given.bottom, made.top),
            Arrow(source.right, place.right, color=t.color.flow_caution, stroke_width=t.stroke.thick),
        ]
    return Column(
        Row(*columns, column_gap=t.space.xl, row_gap=t.space.xxl, wrap=True),
        takeaway("Treino e uso, mesmo template."),
        *arrows,
        gap=t.space.xl,
    )
