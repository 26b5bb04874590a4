"""Two records, one template: values of the record between markers of the template; without input its block is missing.

After ten seconds: each value of a record comes back in one text, between markers that are always the same; an empty
value leaves no block. After a minute: the markers tell the model where each part begins and when it is its turn; their
order is fixed; at inference the text ends before the answer, which the model writes up to the end token.

Seen first: the bright pill at the seam where a block is missing. Second: values, in one colour each, in the record
and in the text. Third: the line where the prompt ends and the model goes on.
"""

import json
import re
from dataclasses import asdict
from typing import Unpack

from _exemplo import END, MARKERS, RECORDS, Record
from _series import is_narrow, series_figure, takeaway
from layoutkit import (
    Anchor,
    Arrow,
    BoxProps,
    Card,
    ColorLike,
    Column,
    Divider,
    Grid,
    Node,
    Row,
    Span,
    Text,
    Theme,
    TokenTable,
    component,
)

TONES = {"instruction": "instruction", "input": "caution", "output": "response"}
"""The meaning of each field, in the record and in the text."""
PURPOSE = {"instruction": "a tarefa", "input": "texto de apoio, opcional", "output": "a resposta esperada"}
"""What each field is for."""
WITHOUT, WITH = RECORDS


def code(
    words: str, color: ColorLike = "{color.on_inverse}", *, strong: bool = False, padding_right: float = 0
) -> Node:
    """A piece of a line, with every sign that it has."""
    return Text(
        Span(words, color=color, marks=("strong",) if strong else ()),
        role="prompt",
        wrap="nowrap",
        padding_right=padding_right,
    )


def line(t: Theme, *pieces: Node | None, note: Node | None = None) -> Node:
    """A line of the record or of the text."""
    return Row(
        *((Row(*pieces, align="center"), note) if note else pieces),
        height=t.type.prompt.line_height,
        align="center",
        justify="space-between" if note else "start",
    )


@component(TokenTable("field", traits=frozenset(("data", "inline"))))
def value(name: str, words: str, **props: Unpack[BoxProps]) -> Node:
    """What stands in a field: the same mark in the record and in the text."""
    tone = TONES[name]
    box: BoxProps = {
        "component": "field",
        "background": f"{{color.{tone}_tint}}",
        "border": f"{{color.{tone}_line}}",
        "border_style": "dashed" if name == "input" else "solid",
        "color": f"{{color.{tone}_ink}}",
        **props,
    }
    return Row(Text(Span(words), role="field", wrap="nowrap"), **box)


def record(t: Theme, one: Record) -> tuple[list[Node], dict[str, Anchor]]:
    """A record as JSON, and where the way of each field to the text begins: at its value, or past its line."""
    lines: list[Node] = []
    starts: dict[str, Anchor] = {}
    for written in json.dumps(asdict(one), ensure_ascii=False, indent=1).split("\n"):
        field = re.match(r'(\s*"(\w+)":) "(.*)"(,?)', written)
        if field is None:
            lines.append(line(t, code(written, t.color.ink_muted)))
            continue
        before, name, words, comma = field.groups()
        if words:
            mark, opens, closes = value(name, words, margin_x=t.space.xs / 2), ' "', f'"{comma}'
        else:
            mark, opens, closes = code(' ""', f"{{color.{TONES[name]}_ink}}", strong=True), "", comma
        signs = code(closes, t.color.ink, padding_right=t.space.xs)
        lines.append(line(t, code(before + opens, t.color.ink), mark, signs))
        starts[name] = signs.right
        # Where the way bends, it leaves the value at once.
        if name == "output":
            starts[name] = mark.bottom
        elif name == "instruction" and one.input:
            starts[name] = mark.top
    return lines, starts


def purposes(t: Theme) -> Node:
    """What each field is for, in its colour; beside the text as high as its first block, so that inputs are level."""
    lines = [
        Text(Span(f"{name}: ", color=f"{{color.{tone}_ink}}", marks=("strong",)), Span(PURPOSE[name]), role="small")
        for name, tone in TONES.items()
    ]
    if is_narrow(t):
        return Column(*lines, margin_bottom=t.space.s)
    height = 2 * t.type.prompt.line_height - len(lines) * t.type.small.line_height
    return Column(*lines, margin_top=-t.space.s, margin_bottom=t.space.s + height)


def text(t: Theme, one: Record) -> tuple[Node, dict[str, Node]]:
    """The text that the template makes of a record, line by line, and where each value goes; notes in the first."""
    lines: list[Node] = []
    ends: dict[str, Node] = {}
    noted = one is WITH
    for name in TONES:
        words = getattr(one, name)
        if not words:
            ends[name] = seam(t)
            lines[-1] = ends[name]
            continue
        marker = code(MARKERS[name], strong=True)
        ends[name] = value(name, words, margin_right=t.space.xs / 2)
        if name == "output":
            end = code(END, "{color.on_inverse_response}", strong=True)
            lines += [
                line(t, marker, note=told("na inferência, o prompt termina aqui") if noted else None),
                cut(t),
                line(t, ends[name], end, note=told("e o modelo completa") if noted else None),
            ]
            if noted:
                lines.append(told(f"até {END}, que ensina a parar"))
        else:
            note = told("linhas ###: marcadores do template") if noted and name == "instruction" else None
            lines += [line(t, marker, note=note), line(t, ends[name]), line(t, code(""))]
    return Card(*lines, kind="inverse", label="Texto de treino", gap=0), ends


def told(note: str) -> Node:
    """What is to be known of a line, at its end."""
    return Text(Span(note), role="small", color="{color.on_inverse_muted}", wrap="nowrap", align="end")


def seam(t: Theme) -> Node:
    """Across the blank line between two blocks, which stays: there is none of an empty field."""
    amber = t.color.on_inverse_caution
    said = Row(
        Text("sem input, sem bloco Entrada", role="strong", color=t.color.inverse, wrap="nowrap"),
        background=amber,
        radius=t.pill.radius,
        padding_x=t.pill.padding_x,
        align="center",
    )
    dashes = Divider(dash="dashed", background=amber, height=t.stroke.medium, grow=1)
    return Row(dashes, said, height=t.type.prompt.line_height, align="center")


def cut(t: Theme) -> Node:
    """Where the prompt ends, with less room around it than a blank line."""
    dashes = Divider(dash="dashed", background=t.color.on_inverse, height=t.stroke.thin, grow=1)
    return Row(dashes, height=t.space.s * 1.25, align="center")


@series_figure(
    number=2,
    stage=2,
    title="Três campos, um template",
    subtitle="Sem marcadores, fica ambíguo onde cada parte começa e quando responder.",
    alt=(
        "Dois registros JSON viram texto de treino pelo mesmo template: cada valor vai para seu lugar, sob um "
        "marcador. No segundo, input está vazio, e um aviso diz: “sem input, sem bloco Entrada”."
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
        "Dois casos, cada um com um registro JSON e, em um cartão escuro, o texto de treino que o template faz dele. "
        "Cada valor tem uma cor, a mesma no registro e no texto; os marcadores, linhas que começam com ### e são do "
        f"template, não têm. O campo instruction é {PURPOSE['instruction']}; input, {PURPOSE['input']}; output, "
        f"{PURPOSE['output']}. No primeiro caso, com input, a instrução “{WITH.instruction}”, a entrada “{WITH.input}” "
        f"e a resposta “{WITH.output}” vão para os lugares sob os marcadores {', '.join(MARKERS.values())} No segundo, "
        f"sem input, a instrução é “{WITHOUT.instruction}”, a resposta, “{WITHOUT.output}”, e o campo input está "
        "vazio; ausente, daria no mesmo: sobre a linha em branco entre os outros dois blocos, uma costura tracejada "
        f"leva ao aviso “sem input, sem bloco Entrada”. A ordem dos blocos não muda. Nos dois textos a resposta acaba "
        f"em {END}, que ensina a parar. Uma linha tracejada depois do marcador da resposta mostra onde o prompt "
        f"termina na inferência; dali, o modelo completa até {END}. Sem marcadores, fica ambíguo onde cada parte "
        "começa e quando responder. A frase para levar: mesmo template em treino e uso; marcadores fixos, valores do "
        "registro."
    ),
)
def record_format(t: Theme) -> Node:
    """With input and without, one row each: the record, and at its right or below it the text."""
    cases: list[Node] = []
    arrows: list[Node] = []
    for one, which in ((WITH, "com"), (WITHOUT, "sem")):
        lines, starts = record(t, one)
        made, ends = text(t, one)
        narrow = is_narrow(t)
        notes = purposes(t), *lines
        if not one.input:
            notes = *lines, Text("input ausente ou vazio dá no mesmo", role="small", margin_top=t.space.s)
        given = Card(*notes, label=f"Registro {which} input", gap=0)
        cases.append(
            Grid(
                given,
                made,
                columns=1 if narrow else "minmax(0, 57fr) minmax(0, 52fr)",
                column_gap=t.space.xl,
                row_gap=t.space.xxl,
            )
        )
        if narrow:
            arrows.append(Arrow(given, made))
        else:
            arrows += [
                Arrow(starts[name], ends[name].left, color=f"{{color.flow_{tone}}}") for name, tone in TONES.items()
            ]
    return Column(
        Column(*cases, gap=t.space.xxl, margin_top=t.space.m),
        *arrows,
        takeaway("Mesmo template em treino e uso: marcadores fixos, valores do registro."),
        gap=t.space.xl,
    )
