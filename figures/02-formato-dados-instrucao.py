"""One record with three fields becomes one prompt; a record without input simply lacks that block."""

from dataclasses import dataclass

from _series import EXEMPLO, PERGUNTA, RESPOSTA, is_narrow, series_figure
from layoutkit import Arrow, Card, Column, Grid, Heading, Node, Row, Span, Text, Theme

MARKERS = {"instruction": "### Instrução:", "input": "### Entrada:", "output": "### Resposta:"}
"""The template of the prompt: one marker for each field."""

INSTRUCTION, GIVEN = EXEMPLO[0].split(": ")
"""What is to be done, and with what."""


@dataclass(frozen=True)
class Look:
    """How a field looks in the record and in the prompt."""

    ink: str
    line: str
    on_inverse: str
    flow: str
    note: str = ""


def look(name: str, note: str = "") -> Look:
    """The colours of a meaning."""
    return Look(
        f"{{color.{name}_ink}}",
        f"{{color.{name}_line}}",
        f"{{color.on_inverse_{name}}}",
        f"{{color.flow_{name}}}",
        note,
    )


FIELDS = {
    "instruction": look("instruction"),
    "input": Look(
        "{color.ink_muted}", "{color.line_strong}", "{color.on_inverse_muted}", "{color.flow_context}", "opcional"
    ),
    "output": look("response"),
}


def field(t: Theme, key: str, text: str | None) -> Node:
    """One field of a record: its JSON key and its text; None where the record lacks it."""
    look = FIELDS[key]
    note = look.note if text is not None else "vazio"
    return Column(
        Row(
            Text(Span(f'"{key}"', role="prompt", color=look.ink), wrap="nowrap"),
            Text(note, role="small", color=t.color.ink_muted, wrap="nowrap") if note and key == "input" else None,
            align="baseline",
            justify="space-between",
        ),
        Text(Span(text, role="prompt", color=t.color.ink)) if text is not None else None,
        background=t.color.surface if text is not None else None,
        border=look.line,
        border_width=t.stroke.thin,
        border_style="dashed" if key == "input" else "solid",
        radius=t.radius.m,
        padding_x=inset(t),
        padding_y=t.space.m * 0.75,
    )


def block(t: Theme, key: str, text: str) -> Node:
    """Where a field lands in the prompt."""
    look = FIELDS[key]
    return Column(
        Text(Span(MARKERS[key], role="prompt", color=look.on_inverse), wrap="nowrap"),
        Text(Span(text, role="prompt", color="{color.on_inverse}")),
        background=t.color.inverse,
        radius=t.radius.m,
        padding_x=inset(t),
        padding_y=t.space.m * 0.75 + t.stroke.thin,
    )


def inset(t: Theme) -> float:
    """Between a border and its text."""
    return t.space.s if is_narrow(t) else t.space.m


def example(t: Theme, title: str, note: str, record: dict[str, str | None]) -> Node:
    """A record, its prompt, and the arrows between them."""
    fields = {key: field(t, key, text) for key, text in record.items()}
    blocks = {key: block(t, key, text) for key, text in record.items() if text is not None}
    return Column(
        Row(
            Heading(title),
            Text(note, color=t.color.ink_muted),
            column_gap=t.space.m,
            align="baseline",
            wrap=True,
        ),
        Card(
            Grid(
                Text("Registro", role="label", color=t.color.ink_muted),
                Text("Prompt de treino", role="label", color=t.color.ink_muted),
                Column(*fields.values(), gap=t.space.m),
                Card(*blocks.values(), kind="inverse", radius=t.radius.m, padding=0, border_width=0),
                columns=2,
                row_gap=t.space.m,
                column_gap=t.space.xxl if is_narrow(t) else t.space.xxl * 2,
                align="start",
            ),
            padding=t.space.m if is_narrow(t) else t.space.l,
        ),
        *(
            Arrow(fields[key].right, blocks[key].left.at(0.5), color=FIELDS[key].flow, dashed=key == "input")
            for key in blocks
        ),
        gap=t.space.m,
    )


@series_figure(
    number=2,
    stage=2,
    title="Um registro, três campos, um prompt",
    subtitle="Cada campo do dataset ocupa um lugar fixo no mesmo template de prompt.",
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
        "Dois exemplos. Em cada um, setas levam os campos de um registro do dataset aos blocos do prompt de treino, "
        f"que segue sempre o mesmo template. No primeiro há três campos: a instrução pede “{INSTRUCTION}.”; a entrada, "
        f"opcional e de borda tracejada, traz “{GIVEN}”; a resposta traz “{EXEMPLO[1]}”. Eles preenchem os blocos "
        f"Instrução, Entrada e Resposta. No segundo a instrução é “{PERGUNTA}”, a resposta é “{RESPOSTA}”, e a entrada "
        "está vazia: o bloco Entrada desaparece, e a ordem dos outros não muda."
    ),
)
def record_format(t: Theme) -> Node:
    """With input above, without it below."""
    return Column(
        example(t, "Com entrada", "a instrução age sobre um texto", {
            "instruction": f"{INSTRUCTION}.",
            "input": GIVEN,
            "output": EXEMPLO[1],
        }),
        example(t, "Sem entrada", "o bloco Entrada desaparece", {
            "instruction": PERGUNTA,
            "input": None,
            "output": RESPOSTA,
        }),
        gap=t.space.xxl,
    )  # fmt: skip
