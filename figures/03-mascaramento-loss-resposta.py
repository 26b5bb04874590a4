"""Supervised training looks only at the answer: every prediction, its loss, and whether that loss counts.

After ten seconds: all tokens are read and predicted, and the losses of the answer alone count. After a minute: targets
are the tokens shifted by one, a loss is -ln P, the mask multiplies it by 0 or 1, and the mean is that of the answer.

Seen first: the green gate × 1 with its bars, and the empty gate × 0 with hollow ones above. Second: the two zones with
their names. Third: one row, read from left to right, and the mean at the foot.
"""

from fractions import Fraction
from typing import Literal, TypedDict, Unpack

from _exemplo import (
    END,
    LOSSES,
    MARKERS,
    MASK,
    MEAN,
    PROBABILITIES,
    SEQUENCE,
    SHARES,
    SHARES_MASKED,
    decimal,
)
from _series import is_narrow, series_figure, takeaway
from layoutkit import (
    BoxProps,
    Card,
    Child,
    ColorLike,
    Column,
    Grid,
    Heading,
    Icon,
    Node,
    Row,
    Span,
    Text,
    Theme,
    Tone,
)

START = MASK.index(1)
"""The first target that belongs to the answer; every target is the token after the one read last."""
ZONES = (range(START), range(START, len(MASK)))
"""The predictions of the prompt and those of the answer."""
EVERY, KEPT = SHARES[-1], SHARES_MASKED[-1]
"""What a target of the answer weighs in the mean, without the mask and with it."""
IGNORED = ("No código, mesmo efeito:", "alvo −100, que a", "cross-entropy ignora.")
"""How programs leave a target out: they multiply by nothing."""
MEANT = f"média dos {sum(MASK)} alvos da resposta"


Align = Literal["start", "center", "end"]
Parts = tuple[tuple[str, ...], ...]
"""What is said of a zone, each part in lines; the first part stands by its name."""


class Place(TypedDict):
    """A cell of the table, from 1."""

    row: int
    row_span: int
    column: int
    column_span: int


def tone_of(place: int) -> Tone | None:
    """The tone of a token of the sequence: that of its field; markers of the template have none."""
    if SEQUENCE[place] in MARKERS.values():
        return None
    return "response" if place > START else "instruction"


def ink_of(t: Theme, place: int) -> ColorLike:
    """The colour of its letters."""
    tone = tone_of(place)
    return f"{{color.{tone}_ink}}" if tone else t.color.ink_muted


def columns(t: Theme) -> dict[str, int]:
    """The columns and their shares of the width: a phone has no room for notes beside the rows."""
    return (
        {"read": 117, "to": 18, "target": 109, "p": 36, "loss": 36, "mask": 36, "bar": 58}
        if is_narrow(t)
        else {"read": 126, "to": 16, "target": 114, "p": 96, "loss": 64, "mask": 68, "bar": 166, "notes": 188}
    )


def at(t: Theme, name: str, row: int, *, to: str = "", rows: int = 1) -> Place:
    """The cell of a column, or those from one column to another."""
    names = list(columns(t))
    first = names.index(name)
    return {
        "row": row,
        "row_span": rows,
        "column": first + 1,
        "column_span": names.index(to or name) - first + 1,
    }


def table(t: Theme, *nodes: Child, **look: Unpack[BoxProps]) -> Node:
    """A part of the drawing, in the columns that all parts share."""
    tracks = " ".join(f"minmax(0, {share}fr)" for share in columns(t).values())
    inset = t.space.m if is_narrow(t) else t.space.l
    box: BoxProps = {"column_gap": t.space.xs if is_narrow(t) else t.space.s, "padding_x": inset, **look}
    return Grid(*nodes, columns=tracks, **box)


def heads(t: Theme) -> Node:
    """What stands in each column."""

    def head(words: str, column: str, align: Align = "center", to: str = "") -> Node:
        place = at(t, column, 1, to=to)
        return Text(
            words,
            role="small",
            wrap="nowrap",
            align=align,
            align_self="end",
            justify_self=align,
            semantics="columnheader",
            **place,
        )

    narrow = is_narrow(t)
    return table(
        t,
        head("lê até", "read", "end"),
        head("deve prever", "target"),
        head("P" if narrow else "P(alvo | lido)", "p"),
        head("loss" if narrow else "loss\n−ln P", "loss"),
        head("× máscara", "mask", "start" if narrow else "center", "bar" if narrow else "mask"),
        None if narrow else head("= o que conta", "bar", "start"),
        color=t.color.ink_muted,
        semantics="rowgroup",
    )


def target(t: Theme, place: int, where: Place) -> Node:
    """A token that is to be predicted; dashed where the mask leaves it out."""
    tone = tone_of(place)
    return Row(
        Text(Span(SEQUENCE[place]), align="center", wrap="nowrap"),
        component="token",
        background=t.color.surface,
        color=ink_of(t, place),
        border=f"{{color.{tone}_line}}" if tone else t.color.line_strong,
        border_style="solid" if MASK[place - 1] else "dashed",
        padding_x=0,
        padding_y=t.space.xs,
        margin_y=t.space.xs / 2,
        align="center",
        justify="center",
        **where,
    )


def bar(t: Theme, loss: float, where: Place, *, kept: bool, color: ColorLike) -> Node:
    """A loss as a length from a line that all bars stand on; only its outline where the mask leaves it out."""
    hollow: BoxProps = {
        "border": t.color.line_strong,
        "border_width": t.stroke.thin,
        "border_left_width": 0,
        "border_style": "dashed",
    }
    filled: BoxProps = {"background": color}
    look = filled if kept else hollow
    look |= {"width": f"{loss / max(LOSSES):.2%}", "height": t.space.m * 1.125}
    length = Row(**look)
    return Row(
        length,
        border_left=t.color.ink_muted,
        border_left_width=t.stroke.thin,
        align="center",
        semantics="none",
        **where,
    )


def value(words: str, where: Place) -> Node:
    """A number in its cell."""
    color = "{color.ink_soft}"
    return Text(Span(words), wrap="nowrap", color=color, align_self="center", justify_self="center", **where)


def gate(t: Theme, index: int, where: Place) -> Node:
    """The mask of a zone, one factor for all its losses: filled where they pass."""
    kept = bool(index)
    closed: BoxProps = {
        "border": t.color.line_strong,
        "border_width": t.stroke.medium,
        "border_style": "dashed",
        "color": t.color.ink_muted,
    }
    opened: BoxProps = {"background": t.color.response, "color": t.color.on_response}
    look = opened if kept else closed
    look |= {"margin_y": t.space.xs / 2, "radius": t.radius.s, "align": "center", "justify": "center"}
    if not is_narrow(t):
        look["margin_x"] = t.space.s
    factor = Text(f"×\u2009{index}", role="strong" if is_narrow(t) else "heading", wrap="nowrap", color=look["color"])
    look["grow"] = 1
    return Row(Row(factor, **look), **where)


def prediction(t: Theme, place: int, row: int) -> list[Node | None]:
    """One row: what is read, what is to be predicted, and what training makes of it."""
    read = SEQUENCE[place] if place == 0 else f"… {SEQUENCE[place]}"
    return [
        Row(
            Text(Span(read), align="end", wrap="nowrap"),
            component="token",
            background=None,
            border=None,
            border_width=0,
            padding_x=0,
            padding_y=0,
            color=ink_of(t, place),
            align="center",
            justify="end",
            semantics="rowheader",
            **at(t, "read", row),
        ),
        Row(
            Icon("arrow-right", size=t.space.m, stroke_width=t.stroke.medium * 2 / 3, color=t.color.ink_muted),
            align="center",
            semantics="none",
            **at(t, "to", row),
        ),
        target(t, place + 1, at(t, "target", row)),
        value(decimal(PROBABILITIES[place]), at(t, "p", row)),
        value(decimal(LOSSES[place]), at(t, "loss", row)),
        bar(t, LOSSES[place], at(t, "bar", row), kept=bool(MASK[place]), color=t.color.response),
    ]


def weighed(share: Fraction) -> tuple[str, ...]:
    """How much each target of a zone is of the mean, in lines."""
    return "Cada alvo vale na média", f"{EVERY} sem máscara,", f"*{share} com máscara.*"


def notes(index: int, name: str, parts: Parts) -> Node:
    """The name of a zone and what is to be said of all its rows."""
    tone: Tone = "response" if index else "instruction"
    title = Heading(name, color=f"{{color.{tone}_ink}}")
    texts = [Text("\n".join(part), role="small") for part in parts]
    return Column(Column(title, texts[0]), *texts[1:], gap="{space.m}", justify="center", padding_left="{space.s}")


def zone(t: Theme, index: int, name: str, parts: Parts) -> Node:
    """The predictions of one field, with its name and notes."""
    places, narrow = ZONES[index], is_narrow(t)
    top = 2 if narrow else 1
    below = top + len(places)
    tone: Tone = "response" if index else "instruction"
    about: tuple[Child, ...]
    if narrow:
        title = Row(
            Heading(name, color=f"{{color.{tone}_ink}}"),
            Text(" ".join(parts[0]), role="small"),
            column_gap=t.space.s,
            align="baseline",
            semantics="none",
            **at(t, "read", 1, to="bar"),
        )
        told = Column(
            *(Text(" ".join(part), role="small") for part in parts[1:]),
            padding_top=t.space.s,
            semantics="none",
            **at(t, "read", below, to="bar"),
        )
        about = (title, told)
    else:
        beside = at(t, "notes", top, rows=len(places))
        about = (Row(notes(index, name, parts), align="center", semantics="none", **beside),)
    look: BoxProps = {"role": "small" if narrow else "body", "padding_y": t.space.m, "semantics": "rowgroup"}
    if index:
        look["background"] = t.color.response_tint
        look["radius_bottom_left"] = look["radius_bottom_right"] = "{card.radius}"
    rows = [prediction(t, place, row) for row, place in enumerate(places, start=top)]
    rows[0].insert(-1, gate(t, index, at(t, "mask", top, rows=len(places))))  # read where it stands, before the bar
    return table(
        t,
        *(node for row in rows for node in row),
        *about,
        *(mean(t, below + 1) if index else ()),
        **look,
    )


def mean(t: Theme, row: int) -> list[Node | None]:
    """What comes of all that: one number."""
    narrow = is_narrow(t)
    shown = f"= {decimal(MEAN)}"
    return [
        Row(
            margin_y=t.space.s,
            height=t.stroke.thin,
            background=t.color.response_line,
            semantics="none",
            **at(t, "read", row, to="bar"),
        ),
        Text(
            MEANT,
            role="strong",
            semantics="none",
            align_self="center",
            justify_self="end",
            **at(t, "read", row + 1, to="mask" if narrow else "loss"),
        ),
        Heading(
            shown,
            semantics="none",
            align_self="center",
            justify_self="center",
            wrap="nowrap",
            **at(t, "bar" if narrow else "mask", row + 1),
        ),
        None if narrow else bar(t, MEAN, at(t, "bar", row + 1), kept=True, color=t.color.ink),
    ]


@series_figure(
    number=3,
    stage=(2, 3),
    title="Só a resposta entra na loss",
    subtitle="O modelo prevê cada próximo token; só os da resposta o corrigem.",
    alt=(
        f"As {len(MASK)} previsões de um par, uma por linha: o que foi lido, o token seguinte, que deve ser previsto, "
        f"e a loss, em barras. A máscara zera a loss dos {MASK.count(0)} alvos do prompt, com barras vazias; contam só "
        f"os {sum(MASK)} da resposta, com barras cheias, cuja média é {decimal(MEAN)}."
    ),
    section="Mascaramento da Loss",
    goal="Perceber que o treinamento supervisionado aprende apenas com a resposta.",
    shows=(
        "os tokens da instrução usados como contexto",
        "os tokens da resposta usados no cálculo da loss",
        "o que o mascaramento muda no aprendizado",
    ),
    description=(
        f"Uma tabela tem uma linha para cada uma das {len(MASK)} previsões de um par. Cada linha diz até que token o "
        "modelo lê, o alvo, que é o token seguinte, a probabilidade P(alvo | lido), a loss, −ln P, e, depois da "
        f"máscara da loss, uma barra. Nas {MASK.count(0)} linhas de cima, o prompt, o alvo está na instrução ou é um "
        "marcador do template: servem só de contexto. Uma faixa tracejada, × 0, atravessa todas; nada conta, e as "
        "barras são só contornos. No código, o mesmo efeito tem o alvo −100, que a cross-entropy ignora. Nas "
        f"{sum(MASK)} de baixo o alvo está na resposta: a faixa é cheia, × 1, e a loss conta inteira, em barras "
        f"cheias. O último alvo, {END}, ensina a parar. Cada alvo vale na média {EVERY} sem máscara; com ela, 0 no "
        f"prompt e {KEPT} na resposta. Ao pé, a média dos {sum(MASK)} alvos da resposta: {decimal(MEAN)}. A máscara "
        "muda o que se aprende: a responder, não a escrever a pergunta."
    ),
)
def masking(t: Theme) -> Node:
    """All predictions below one another, in two zones that share their columns."""
    prompt = (("só contexto; o tracejado", "não conta: loss × 0 = 0"), weighed(SHARES_MASKED[0]), IGNORED)
    answer = (("todo alvo conta:", "loss × 1 = loss"), weighed(KEPT), (f"*{END}* ensina a parar.",))
    formulas = Text(
        "P = P(alvo | lido), loss = −ln P",
        role="small",
        color=t.color.ink_muted,
        align="center",
        padding_bottom=t.space.s,
        semantics="none",
    )
    drawing = Card(
        formulas if is_narrow(t) else None,
        heads(t),
        zone(t, 0, "Prompt", prompt),
        zone(t, 1, "Resposta", answer),
        padding=0,
        padding_top=t.space.m,
        gap=0,
        semantics="table",
    )
    return Column(
        drawing,
        takeaway("A máscara muda o que se aprende:\na responder, não a escrever a pergunta."),
        gap=t.space.xl,
    )
