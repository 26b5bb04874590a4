"""Supervised training looks only at the answer: every prediction, its loss, and whether that loss counts.

After ten seconds: all tokens are read and predicted, and the losses of the answer alone count. After a minute: targets
are the tokens shifted by one, a loss is -ln P, the mask multiplies it by 0 or 1, and the mean is that of the answer.

Seen first: the green bars with their gate × 1 and the mean at the foot, and pale bars before the pale gate × 0 above.
Second: the two zones with their names. Third: one row, read from left to right.
"""

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
IGNORED = "No código: rótulo −100, que a cross-entropy ignora."
"""How programs leave a target out: they multiply by nothing."""
STOPS = f"*{END}* ensina a parar"
"""What the last target is for."""
SHARE = "cada alvo vale"
"""What is said of the share that a target has in the mean."""
MEANT = f"média dos {sum(MASK)} alvos da resposta"
APART = "não se compara à média sem máscara"
"""Means of other targets: neither is better for being lower."""


Align = Literal["start", "center", "end"]


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
        {"read": 117, "to": 18, "target": 109, "p": 36, "loss": 36, "bar": 60, "mask": 34}
        if is_narrow(t)
        else {"read": 114, "to": 16, "target": 106, "p": 94, "loss": 48, "bar": 244, "mask": 76, "notes": 132}
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
        head("loss", "loss") if narrow else head("loss = −ln P", "loss", "start", "bar"),
        head("× máscara", "bar" if narrow else "mask", "end" if narrow else "center", "mask"),
        color=t.color.ink_muted,
        semantics="rowgroup",
    )


def target(t: Theme, place: int, where: Place) -> Node:
    """A token that is to be predicted."""
    tone = tone_of(place)
    return Row(
        Text(Span(SEQUENCE[place]), align="center", wrap="nowrap"),
        component="token",
        background=t.color.surface,
        color=ink_of(t, place),
        border=f"{{color.{tone}_line}}" if tone else t.color.line_strong,
        padding_x=0,
        padding_y=0,
        height=t.space.l * 1.25,
        margin_y=t.space.xs / 2,
        align="center",
        justify="center",
        **where,
    )


def bar(t: Theme, loss: float, where: Place, *, kept: bool) -> Node:
    """A loss as a length from a line that all bars stand on; pale where the mask leaves it out."""
    pale: BoxProps = {
        "background": t.color.instruction_tint,
        "border": t.color.instruction_line,
        "border_width": t.stroke.thin,
        "border_left_width": 0,
    }
    full: BoxProps = {"background": t.color.response}
    look = full if kept else pale
    look |= {"width": f"{loss / max(LOSSES):.2%}", "height": t.space.l * 0.75}
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
        "background": t.color.instruction_tint,
        "border": t.color.instruction_line,
        "border_width": t.stroke.thin,
        "color": t.color.instruction_ink,
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
        bar(t, LOSSES[place], at(t, "bar", row), kept=bool(MASK[place])),
    ]


def named(index: int) -> tuple[str, str]:
    """The name of a zone, and what its targets are for."""
    return ("Resposta", "todo alvo conta") if index else ("Prompt", "só contexto")


def weighed(index: int) -> tuple[str, str]:
    """How much of the mean each target of a zone is, with the mask and without."""
    return f"{KEPT if index else 0} da média", f"sem máscara, {EVERY}"


def notes(t: Theme, index: int, top: int) -> tuple[Node | None, ...]:
    """Beside the rows of a zone: its name, the share of its targets, and at the last row what that target is for."""
    tone: Tone = "response" if index else "instruction"
    ink = f"{{color.{tone}_ink}}"
    (name, use), (share, without) = named(index), weighed(index)
    rows = len(ZONES[index])
    title = Column(
        Heading(name, color=ink),
        Text(use, role="small"),
        semantics="none",
        **at(t, "notes", top, rows=3),
    )
    part = Column(
        Text(SHARE, role="small"),
        Heading(share, color=ink),
        Text(without, role="small"),
        justify="center",
        semantics="none",
        **at(t, "notes", top + 3, rows=rows - 6),
    )
    stops = Text(STOPS, role="small", align_self="center", semantics="none", **at(t, "notes", top + rows - 1))
    return title, part, stops if index else None


def zone(t: Theme, index: int) -> Node:
    """The predictions of one field, with its name and notes."""
    places, narrow = ZONES[index], is_narrow(t)
    top = 2 if narrow else 1
    below = top + len(places)
    tone: Tone = "response" if index else "instruction"
    about: tuple[Child, ...]
    if narrow:
        (name, use), (share, without) = named(index), weighed(index)
        title = Row(
            Heading(name, color=f"{{color.{tone}_ink}}"),
            Text(use, role="small"),
            column_gap=t.space.s,
            align="baseline",
            semantics="none",
            **at(t, "read", 1, to="mask"),
        )
        told = Column(
            Text(f"{SHARE} *{share}* ({without})", role="small"),
            Text(STOPS if index else IGNORED, role="small"),
            padding_top=t.space.s,
            semantics="none",
            **at(t, "read", below, to="mask"),
        )
        about = (title, told)
    else:
        ignored = Text(
            IGNORED,
            role="small",
            color=t.color.ink_muted,
            padding_top=t.space.xs,
            semantics="none",
            **at(t, "target", below, to="mask"),
        )
        about = (*notes(t, index, top), None if index else ignored)
    look: BoxProps = {"role": "small" if narrow else "body", "padding_y": t.space.m, "semantics": "rowgroup"}
    if index:
        look["background"] = t.color.response_tint
        look["radius_bottom_left"] = look["radius_bottom_right"] = "{card.radius}"
    rows = [prediction(t, place, row) for row, place in enumerate(places, start=top)]
    rows[0].append(gate(t, index, at(t, "mask", top, rows=len(places))))  # read where it stands, after the bar
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
    end = "mask" if narrow else "notes"
    return [
        Row(
            height=t.stroke.thin,
            margin_y=t.space.s - t.stroke.thin / 2,
            background=t.color.response_line,
            semantics="none",
            **at(t, "read", row, to=end),
        ),
        Column(
            Text(MEANT, role="strong", semantics="none"),
            Text(APART, role="small", semantics="none"),
            align="end",
            align_self="center",
            justify_self="end",
            **at(t, "read", row + 1, to="p" if narrow else "loss"),
        ),
        None if narrow else bar(t, MEAN, at(t, "bar", row + 1), kept=True),
        Text(
            f"= {decimal(MEAN)}",
            role="number",
            color="{color.response_ink}",
            semantics="none",
            align_self="center",
            justify_self="end" if narrow else "start",
            margin_left=0 if narrow else t.space.s,
            wrap="nowrap",
            **at(t, "loss" if narrow else "mask", row + 1, to=end),
        ),
    ]


@series_figure(
    number=3,
    stage=(2, 3),
    title="Só a resposta entra na loss",
    subtitle="O modelo prevê cada próximo token; só os da resposta o corrigem.",
    alt=(
        f"As {len(MASK)} previsões de um par, uma por linha: o que foi lido, o token seguinte, que deve ser previsto, "
        f"e a loss, em barras. A máscara zera a loss dos {MASK.count(0)} alvos do prompt, com barras pálidas; contam "
        f"só os {sum(MASK)} da resposta, com barras cheias, cuja média é {decimal(MEAN)}."
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
        "modelo lê, o alvo, que é o token seguinte, a probabilidade P(alvo | lido) e a loss, −ln P, como número e como "
        f"barra. Depois vem a máscara da loss. Nas {MASK.count(0)} linhas de cima, o prompt, o alvo está na instrução "
        "ou é um marcador do template: só contexto. As barras são pálidas; a faixa que as fecha, × 0, também: "
        "nada conta. No código, o mesmo efeito tem o rótulo −100, que a cross-entropy ignora. Nas "
        f"{sum(MASK)} de baixo o alvo está na resposta: as barras são cheias, a faixa também, × 1, e toda loss conta. "
        f"O último alvo, {END}, ensina a parar. Cada alvo vale {EVERY} da média sem máscara; com ela, 0 no prompt e "
        f"{KEPT} na resposta. Ao pé, em destaque, a média dos {sum(MASK)} alvos da resposta: {decimal(MEAN)}. Ela "
        "não se compara à média sem máscara, que é a de outros alvos. A máscara não esconde o prompt: ele é lido, como "
        "contexto de cada previsão; o modelo aprende a responder, não a perguntar."
    ),
)
def masking(t: Theme) -> Node:
    """All predictions below one another, in two zones that share their columns."""
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
        zone(t, 0),
        zone(t, 1),
        padding=0,
        padding_top=t.space.m,
        gap=0,
        semantics="table",
    )
    return Column(
        drawing,
        takeaway("O prompt é lido como contexto;\no modelo aprende a responder, não a perguntar."),
        gap=t.space.xl,
    )
