"""One record with three fields becomes one prompt; a record without input simply lacks that block."""

from dataclasses import dataclass

from _series import PERGUNTA, RESPOSTA, is_narrow, series_figure
from layoutkit import Arrow, Card, Column, Grid, Heading, Icon, Node, Row, Span, Text, Theme

MARKERS = {"instruction": "### Instrução:", "input": "### Entrada:", "output": "### Resposta:"}
"""The template of the prompt: one marker for each field."""


@dataclass(frozen=True)
class Look:
    """How a field looks in the record and in the prompt."""

    ink: str
    line: str
    on_engine: str
    flow: str
    note: str = ""


def look(name: str, note: str = "") -> Look:
    """The colours of a meaning."""
    return Look(
        f"{{color.{name}_ink}}", f"{{color.{name}_line}}", f"{{color.on_engine_{name}}}", f"{{color.flow_{name}}}", note
    )


FIELDS = {
    "instruction": look("instruction"),
    "input": Look(
        "{color.ink_muted}", "{color.line_strong}", "{color.on_engine_muted}", "{color.flow_context}", "opcional"
    ),
    "output": look("response"),
}


def field(t: Theme, key: str, text: str) -> Node:
    """One field of a record: its JSON key and its text."""
    look = FIELDS[key]
    return Column(
        Row(
            Text(Span(f'"{key}"', role="code", color=look.ink), wrap=False),
            Text(look.note, role="small", color=t.color.ink_muted, wrap=False) if look.note else None,
            align="baseline",
            justify="space-between",
        ),
        Text(text),
        background=t.color.surface,
        border=look.line,
        border_width=t.stroke.thin,
        border_style="dashed" if key == "input" else "solid",
        radius=t.radius.m,
        padding_x=t.space.s if is_narrow(t) else t.space.m,
        padding_y=t.space.s,
        basis=0,
        grow=1,
    )


def block(t: Theme, key: str, text: str) -> Node:
    """Where a field lands in the prompt."""
    look = FIELDS[key]
    return Column(
        Text(Span(MARKERS[key], role="code", color=look.on_engine), wrap=False),
        Text(Span(text, role="code", color="{color.on_engine}")),
        background=t.color.engine_raised,
        border=t.color.engine_raised,
        border_width=t.stroke.thin,
        radius=t.radius.m,
        padding_x=t.space.s if is_narrow(t) else t.space.m,
        padding_y=t.space.s,
        basis=0,
        grow=1,
    )


def head(t: Theme, icon: str, name: str) -> Node:
    """What a card holds."""
    return Row(Icon(icon), Heading(name), gap=t.space.s, align="center")


def example(t: Theme, title: str, note: str, record: dict[str, str]) -> Node:
    """A record, its prompt, and the arrows between them."""
    fields = {key: field(t, key, text) for key, text in record.items()}
    blocks = {key: block(t, key, text) for key, text in record.items()}
    narrow = is_narrow(t)
    padding = t.space.m if narrow else t.space.l
    return Column(
        Row(
            Heading(title, role="verdict"),
            Text(note, color=t.color.ink_muted),
            column_gap=t.space.m,
            align="baseline",
            wrap=True,
        ),
        Grid(
            Card(head(t, "file-json", "Registro do dataset"), *fields.values(), padding=padding),
            Card(head(t, "terminal", "Prompt montado"), *blocks.values(), kind="engine", padding=padding),
            columns=2,
            gap=t.space.xl if narrow else t.space.xxl * 1.5,
        ),
        *(Arrow(fields[key], blocks[key], color=FIELDS[key].flow, dashed=key == "input") for key in record),
        gap=t.space.m,
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
    section="Estrutura de Dados para Instruction Tuning",
    goal="Reconhecer como se organiza um dataset de conversas e como cada registro vira um prompt.",
    shows=(
        "a instrução",
        "a entrada, opcional",
        "a resposta",
        "uma estrutura de prompt padronizada",
    ),
    description=(
        "Dois exemplos, um abaixo do outro. À esquerda de cada um está o registro do dataset, com os campos JSON; à "
        "direita, o prompt montado com eles, e uma seta leva cada campo ao seu bloco. No primeiro exemplo há três "
        "campos: a instrução pede a tradução de uma frase, a entrada, opcional e de borda tracejada, traz a frase, "
        "e a resposta traz a tradução. Eles preenchem os blocos Instrução, Entrada e Resposta, sempre nessa ordem. "
        f"No segundo exemplo a instrução é a pergunta “{PERGUNTA}” e não há entrada: o bloco Entrada desaparece, e o "
        "resto do prompt não muda."
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
        gap=t.space.xxl,
    )  # fmt: skip
