"""Two records, one template: where a record has no input, its block is missing from the text.

After ten seconds: fields of a record become marked parts of one text, and the part without content is left out. After
a minute: the markers tell the model where each part begins, their order is fixed, and at inference the text ends
before the answer, which the model writes.

Seen first: two dark texts, of which one is shorter, and the amber mark where nothing arrives. Second: thin arrows, each
in the colour of its field, from the record to its block. Third: the line where the model goes on.
"""

import json
import re
from dataclasses import asdict

from _exemplo import END, MARKERS, RECORDS, Record
from _series import is_narrow, series_figure
from layoutkit import Arrow, Card, ColorLike, Column, Divider, Grid, Node, Row, Span, Text, Theme

TONES = {"instruction": "instruction", "input": "caution", "output": "response"}
"""The meaning of each field, in the record and in the text."""
WITHOUT, WITH = RECORDS


def record(t: Theme, one: Record) -> tuple[Node, dict[str, Node]]:
    """A record as JSON, its fields as far apart as the blocks of the text, and the line of each field."""
    lines: list[Node] = []
    fields: dict[str, Node] = {}
    pitch = t.space.m if is_narrow(t) else 2 * t.type.prompt.line_height
    for written in json.dumps(asdict(one), ensure_ascii=False, indent=2).split("\n"):
        key = re.match(r'(\s*)("(\w+)")(.*)', written)
        if key is None:
            lines.append(Text(Span(written), role="prompt", color=t.color.ink_muted, wrap="nowrap"))
            continue
        indent, quoted, name, rest = key.groups()
        field = Text(
            Span(indent),
            Span(quoted, color=f"{{color.{TONES[name]}_ink}}", marks=("strong",)),
            Span(rest, color=t.color.ink),
            role="prompt",
            wrap="nowrap",
            padding_right=t.space.xs,
        )
        nothing = name == "input" and not one.input
        fields[name] = field
        lines.append(
            Row(
                field,
                gone(t) if nothing else None,
                justify="space-between",
                align="center",
                margin_top=0 if name == "instruction" else pitch,
                height=t.type.prompt.line_height,
            )
        )
    return Column(*lines), fields


def gone(t: Theme) -> Node:
    """Where the path of an empty input ends, before the text: nothing arrives there."""
    return Row(
        Text("sem bloco Entrada", role="heading", color=t.color.caution_ink, wrap="nowrap"),
        key="gone",
        background=t.color.caution_tint,
        border=t.color.caution,
        border_width=t.stroke.medium,
        border_style="dashed",
        radius=t.radius.m,
        padding_x=t.space.m,
        padding_y=t.space.xs if is_narrow(t) else t.space.s,
        margin_y=-t.space.m,
    )


def text(t: Theme, one: Record) -> tuple[Node, dict[str, Node]]:
    """The text that the template makes of a record, line by line, and the marker of each block."""
    names = [name for name in TONES if name != "input" or one.input]
    markers = {name: marker(t, name) for name in names}
    lines: list[Node] = []
    for name in names:
        if name == "output":
            lines += [told(t, markers[name], "na inferência, termina aqui"), cut(t)]
            lines.append(line(one.output, Span(END, color=t.color.on_inverse_muted), color=t.color.on_inverse_response))
            if one.input:
                lines.append(told(t, None, "o modelo completa"))
        else:
            block = told(t, markers[name], "opcional") if name == "input" else markers[name]
            lines += [block, line(getattr(one, name)), line("")]
    return Card(
        *lines, kind="inverse", gap=0, padding=t.space.l, padding_bottom=t.space.m if one.input else t.space.l
    ), markers


def cut(t: Theme) -> Node:
    """Where the prompt ends, with less room around it than a blank line."""
    return Divider(
        dash="dashed", background=t.color.on_inverse, height=t.stroke.thin, margin_y=t.type.prompt.line_height / 4
    )


def line(words: str, *more: Span, color: ColorLike = "{color.on_inverse}") -> Node:
    """A line of the text, with every sign that the model meets."""
    return Text(Span(words, color=color), *more, role="prompt", wrap="nowrap")


def marker(t: Theme, name: str) -> Node:
    """What the template writes before a field; arrows end a little before it."""
    tone = f"{{color.on_inverse_{TONES[name]}}}"
    return Text(
        Span(MARKERS[name], color=tone, marks=("strong",)),
        role="prompt",
        wrap="nowrap",
        margin_left=-t.space.xs,
        padding_left=t.space.xs,
    )


def told(t: Theme, what: Node | None, note: str) -> Node:
    """A line of the text with a note at its end."""
    words = Text(note, role="small", color=t.color.on_inverse_muted, wrap="nowrap")
    return Row(what, words, justify="space-between" if what else "end", align="baseline")


@series_figure(
    number=2,
    stage=2,
    title="Três campos, um template",
    subtitle="Em treino e uso, marcadores dizem ao modelo onde cada parte começa.",
    alt=(
        "Dois registros JSON viram texto de treino pelo mesmo template. No primeiro, cada campo leva a seu bloco. No "
        "segundo, input está vazio: sua seta termina em “sem bloco Entrada”, e o texto fica mais curto."
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
        "Dois cartões, um sob o outro. Em cada um, um registro JSON com os campos instruction, input e output e o "
        f"texto que o template faz dele para o treino. No primeiro, com entrada: a instrução “{WITH.instruction}”, a "
        f"entrada “{WITH.input}” e a resposta “{WITH.output}” vêm cada uma depois de seu marcador, na cor do campo; "
        "três setas paralelas levam dos campos aos blocos. O bloco da entrada é opcional. No segundo, sem entrada: a "
        f"instrução é “{WITHOUT.instruction}”, a resposta, “{WITHOUT.output}”, e o campo input está vazio; sua seta "
        "não chega ao texto, termina no aviso “sem bloco Entrada”. O texto fica mais curto; a ordem dos outros blocos "
        f"não muda. Os dois textos acabam em {END}. Uma linha tracejada depois do marcador da resposta mostra onde o "
        "texto termina na inferência: o resto, o modelo completa. Em treino e uso, marcadores dizem ao modelo onde "
        "cada parte começa."
    ),
)
def record_format(t: Theme) -> Node:
    """With input and without, one card each: the record, and at its right or below it the text."""
    cards, arrows = [], []
    for one, name in ((WITH, "Com entrada"), (WITHOUT, "Sem entrada")):
        given, fields = record(t, one)
        made, markers = text(t, one)
        heads = [Text(head, role="label", color=t.color.ink_muted) for head in ("Registro", "Texto de treino")]
        narrow = is_narrow(t)
        named = (heads[0], given, heads[1], made) if narrow else (*heads, given, made)
        parts = named if one.input else (given, made)
        cards.append(
            Card(
                Grid(
                    *parts,
                    columns=1 if narrow else 2,
                    column_gap=t.space.xxl,
                    row_gap=t.space.s if one.input else t.space.m,
                    align="start",
                ),
                label=name,
            )
        )
        if not narrow:
            arrows += [
                Arrow(fields[field].right, end.left, color=f"{{color.flow_{TONES[field]}}}")
                for field, end in markers.items()
            ]
        if not one.input:
            arrows.append(
                Arrow(
                    fields["input"].right,
                    given.part("gone").left,
                    color=t.color.flow_caution,
                    stroke_width=t.stroke.medium,
                )
            )
    return Column(*cards, *arrows, gap=t.space.xxl)
