"""One record with three fields becomes one prompt; a record without input simply lacks that block."""

from dataclasses import dataclass

from _series import PERGUNTA, RESPOSTA, series_figure
from layoutkit import Arrow, Card, Column, Heading, Node, Row, Text, Theme

MARKERS = {"instruction": "### Instrução:", "input": "### Entrada:", "output": "### Resposta:"}
"""The template of the prompt: one marker for each field."""


@dataclass(frozen=True)
class Look:
    """How a field looks in the record and in the prompt."""

    name: str
    color: str
    on_engine: str
    line: str


FIELDS = {
    "instruction": Look(
        "instrução", "{color.instruction_ink}", "{color.on_engine_instruction}", "{color.instruction_line}"
    ),
    "input": Look("entrada · opcional", "{color.ink_muted}", "{color.on_engine_muted}", "{color.line_strong}"),
    "output": Look("resposta", "{color.response_ink}", "{color.on_engine_response}", "{color.response_line}"),
}


def field(t: Theme, key: str, text: str) -> Node:
    """One field of a record: its JSON key and its text."""
    look = FIELDS[key]
    return Column(
        Row(
            Text(f'"{key}"', role="code", color=look.color, wrap=False),
            Text(look.name, role="small", color=t.color.ink_muted, wrap=False),
            gap=t.space.m, align="baseline", justify="space-between",
        ),
        Text(text),
        background=t.color.surface,
        border=look.line,
        border_width=t.stroke.thin,
        border_style="dashed" if key == "input" else "solid",
        radius=t.radius.m,
        padding=t.space.m,
        gap=t.space.xs,
    )  # fmt: skip


def block(t: Theme, key: str, text: str) -> Node:
    """Where a field lands in the prompt."""
    look = FIELDS[key]
    return Column(
        Text(MARKERS[key], role="code", color=look.on_engine),
        Text(text, role="code", color=t.color.on_engine),
        background=t.color.engine_raised,
        radius=t.radius.s,
        padding_x=t.space.m,
        padding_y=t.space.s,
        justify="center",
        grow=1,
    )


def example(t: Theme, title: str, note: str, record: dict[str, str]) -> Node:
    """A record, its prompt, and the arrows between them."""
    fields = {key: field(t, key, text) for key, text in record.items()}
    blocks = {key: block(t, key, text) for key, text in record.items()}
    return Column(
        Row(Heading(title), Text(note, role="small", color=t.color.ink_muted), gap=t.space.m, align="baseline"),
        Row(
            Card(*fields.values(), label="Registro", padding_top=t.space.xl, basis=0, grow=1),
            Card(*blocks.values(), label="Prompt", kind="engine", padding_top=t.space.xl, basis=0, grow=1),
            *(
                Arrow(fields[key].right, blocks[key].left, color=FIELDS[key].line, dashed=key == "input")
                for key in record
            ),
            gap=t.space.xxl * 2,
        ),
        gap=t.space.l,
    )


@series_figure(
    number=2,
    stage=2,
    title="Um registro, três campos, um prompt",
    subtitle="Cada campo do dataset ocupa um lugar fixo no mesmo modelo de prompt.",
    alt=(
        "Um registro JSON com instrução, entrada opcional e resposta preenche um prompt padrão com os blocos "
        "Instrução, Entrada e Resposta. Em um segundo registro, sem entrada, o bloco Entrada desaparece do prompt."
    ),
)
def record_format(t: Theme) -> Node:
    """With input above, without it below."""
    return Column(
        example(t, "Com entrada", "a instrução age sobre um texto dado", {
            "instruction": "Traduza a frase para o inglês.",
            "input": "O céu é azul.",
            "output": "The sky is blue.",
        }),
        example(t, "Sem entrada", "o bloco opcional simplesmente desaparece", {
            "instruction": PERGUNTA,
            "output": RESPOSTA,
        }),
        gap=t.space.xl,
    )  # fmt: skip
