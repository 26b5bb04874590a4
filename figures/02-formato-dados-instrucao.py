"""Two records, one template: values of the record between markers of the template; without input its block is missing.

After ten seconds: each value of a record comes back in one text, between markers that are always the same; an empty
value leaves no block. After a minute: the markers tell the model where each part begins and when it is its turn; their
order is fixed; at inference the text ends before the answer, which the model writes up to the end token.

Seen first: the bright tape over the seam where a block is missing. Second: values, in one colour each, in the record
and in the text. Third: the line where the prompt ends and the model goes on.
"""

import json
import re
from dataclasses import asdict
from typing import Unpack

from _exemplo import END, MARKERS, RECORDS, Record
from _series import is_narrow, series_figure, takeaway
from layoutkit import (
    Arrow,
    BoxProps,
    Card,
    ColorLike,
    Column,
    Divider,
    Grid,
    Node,
    Pill,
    Row,
    Span,
    Text,
    Theme,
    TokenTable,
    component,
)

TONES = {"instruction": "instruction", "input": "caution", "output": "response"}
"""The meaning of each field, in the record and in the text."""
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
        *((Row(*pieces), note) if note else pieces),
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


def record(t: Theme, one: Record) -> tuple[list[Node], dict[str, Node]]:
    """A record as JSON, and where the way of each field to the text begins."""
    lines: list[Node] = []
    starts: dict[str, Node] = {}
    for written in json.dumps(asdict(one), ensure_ascii=False, indent=2).split("\n"):
        field = re.match(r'(\s*"(\w+)": ")(.*)(",?)', written)
        if field is None:
            lines.append(line(t, code(written, t.color.ink_muted)))
            continue
        before, name, words, after = field.groups()
        starts[name] = code(after, t.color.ink, padding_right=t.space.xs)
        pieces = [
            code(before, t.color.ink),
            value(name, words, margin_x=t.space.xs / 2) if words else None,
            starts[name],
        ]
        if name == "input":
            starts[name] = Pill(
                "opcional" if words else "vazio",
                tone="caution",
                border_style="dashed",
                height=t.type.field.line_height,
                margin_left=t.space.s,
            )
            pieces.append(starts[name])
        lines.append(line(t, *pieces))
    return lines, starts


def text(t: Theme, one: Record) -> tuple[Node, dict[str, Node]]:
    """The text that the template makes of a record, line by line, and where each value goes."""
    lines: list[Node] = []
    ends: dict[str, Node] = {}
    for name in TONES:
        words = getattr(one, name)
        if not words:
            ends[name] = seam(t)
            lines[-1] = ends[name]
            continue
        marker = code(MARKERS[name], strong=True)
        ends[name] = value(name, words, margin_right=t.space.xs / 2)
        if name == "output":
            lines += [
                line(t, marker, note=told("fim do prompt na inferência")),
                cut(t),
                line(t, ends[name], code(END, strong=True)),
                told(f"daqui, o modelo completa até {END}"),
            ]
        else:
            note = told("marcador do template") if name == "instruction" else None
            lines += [line(t, marker, note=note), line(t, ends[name]), line(t, code(""))]
    return Card(Column(*lines, semantics="code"), kind="inverse", label="Texto de treino", gap=0), ends


def told(note: str) -> Node:
    """What is to be known of a line, at its end."""
    return Text(note, role="small", color="{color.on_inverse_muted}", wrap="nowrap", align="end")


def seam(t: Theme) -> Node:
    """Over the blank line between two blocks: there is none of an empty field."""
    return Row(
        Text("sem input, sem bloco Entrada", role="strong", color=t.color.inverse, wrap="nowrap"),
        background=t.color.on_inverse_caution,
        margin_x=-t.card_inverse.padding - t.card_inverse.border_width,
        padding_x=t.card_inverse.padding + t.card_inverse.border_width,
        height=t.type.prompt.line_height,
        align="center",
    )


def cut(t: Theme) -> Node:
    """Where the prompt ends, with less room around it than a blank line."""
    dashes = Divider(dash="dashed", background=t.color.on_inverse, height=t.stroke.thin, grow=1)
    return Row(dashes, height=t.space.s * 1.25, align="center")


@series_figure(
    number=2,
    stage=2,
    title="Três campos, um template",
    subtitle="Sem marcadores, nada indica onde cada parte começa nem quando responder.",
    alt=(
        "Dois registros JSON viram texto de treino pelo mesmo template: cada valor vai para seu lugar, sob um "
        "marcador. No segundo, input está vazio, e uma faixa diz: “sem input, sem bloco Entrada”."
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
        "Cada valor tem uma cor, a mesma no registro e no texto; os marcadores, que são do template, não têm. No "
        f"primeiro caso, com input, a instrução “{WITH.instruction}”, a entrada “{WITH.input}” e a resposta "
        f"“{WITH.output}” vão para os lugares sob os marcadores {', '.join(MARKERS.values())} O campo input é "
        f"opcional. No segundo, sem input, a instrução é “{WITHOUT.instruction}”, a resposta, “{WITHOUT.output}”, e o "
        "campo input está vazio: sobre a linha em branco entre os outros dois blocos, uma faixa diz “sem input, sem "
        f"bloco Entrada”. A ordem dos blocos não muda. Os dois textos acabam em {END}. Uma linha tracejada depois do "
        f"marcador da resposta mostra onde o prompt termina na inferência; dali, o modelo completa até {END}. Sem "
        "marcadores, nada indica onde cada parte começa nem quando responder. A frase para levar: mesmo template em "
        "treino e uso; marcadores fixos, valores do registro."
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
        # The line of `input` is level with what becomes of it.
        above = 0 if narrow or not one.input else 2 * t.type.prompt.line_height
        given = Card(Column(*lines, margin_top=above, semantics="code"), label=f"Registro {which} input")
        cases.append(
            Grid(
                given,
                made,
                columns=1 if narrow else "minmax(0, 57fr) minmax(0, 43fr)",
                column_gap=t.space.xl,
                row_gap=t.space.xxl,
            )
        )
        if narrow:
            arrows.append(Arrow(given, made))
        else:
            arrows += [
                Arrow(starts[name].right, ends[name].left, color=f"{{color.flow_{tone}}}")
                for name, tone in TONES.items()
            ]
    return Column(
        Column(*cases, gap=t.space.xxl, margin_top=t.space.m),
        *arrows,
        takeaway("Mesmo template em treino e uso: marcadores fixos, valores do registro."),
        gap=t.space.xl,
    )
