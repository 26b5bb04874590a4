"""Trees of all nodes and components, with keywords of all kinds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from hypothesis import strategies as st

from layoutkit.keywords import HeadShape, RouteShape
from tests.fuzz.case import TARGETS, Case, script
from tests.fuzz.values import (
    LENGTHS,
    NAUGHTY,
    TONES,
    box_keywords,
    may_be_cut,
    now,
    number,
    one_of,
    text_keywords,
    texts,
)

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

__all__ = ["trees"]

_TRACKS = ('"1fr 1fr"', "3", '"auto 1fr"', '"minmax(20, 1fr) 60"', '"repeat(auto-fill, 50)"', '"repeat(2, 1fr 20%)"',
    '"fit-content(80) auto"', '"min-content max-content"', '(t.space.xl, "1fr")')  # fmt: skip
_ICONS = ("check", "lightbulb", "bot", "user")


@dataclass
class _Writer:
    """Writes the lines of a script, a node in each."""

    draw: DrawFn
    naughty: float
    lines: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def add(self, call: str) -> str:
        """Give a node a name."""
        name = f"n{len(self.lines)}"
        self.lines.append(f"{name} = {call}")
        return name

    def say(self, *, marked: bool = False, cut: bool = False) -> str:
        """A text as Python; one whose marks are read is written so that none is."""
        text = self.draw(texts(self.naughty, 8))
        if not cut:
            self.said.append(text)
        return f"plain({text!r})" if marked else repr(text)

    def value(self, usual: tuple[str, ...]) -> str:
        """A value of a keyword, mostly a sound one."""
        return one_of(self.draw, *(NAUGHTY if now(self.draw, self.naughty) else usual))

    def box(self, *, container: bool = False) -> str:
        """Keywords of a box."""
        return self.draw(box_keywords(container=container, naughty=self.naughty))

    def tone(self) -> str:
        return f"tone={self.value(TONES)}"

    def node(self, depth: int) -> str:
        """A node with all that is in it; the name of its variable."""
        makers = _LEAVES if depth == 0 or now(self.draw, 0.25) else _CONTAINERS
        return self.add(self.draw(st.sampled_from(makers))(self, depth))

    def nodes(self, depth: int, most: int = 4) -> str:
        """Several children."""
        return ", ".join(self.node(depth - 1) for _ in range(number(self.draw, 0, most)))


def _text(w: _Writer, _depth: int) -> str:
    keywords = w.draw(text_keywords(w.naughty)) + w.box()
    name = one_of(w.draw, "Text", "Text", "Heading")
    return f"{name}({w.say(marked=True, cut=may_be_cut(keywords))}{keywords})"


def _spans(w: _Writer, _depth: int) -> str:
    first, second = w.say(), w.say()
    color = w.value(("None", '"{color.wrong_ink}"'))
    return f'Text(Span({first}, role="strong", color={color}), Span({second}, marks=("code", "emphasis")))'


def _icon(w: _Writer, _depth: int) -> str:
    return f"{one_of(w.draw, 'Icon', 'IconCircle')}({one_of(w.draw, *_ICONS)!r}{w.box()})"


def _spacer(w: _Writer, _depth: int) -> str:
    return f"Spacer({one_of(w.draw, '', *LENGTHS[:8])}{''})"


def _code(w: _Writer, _depth: int) -> str:
    language = one_of(w.draw, "python", "json", "text")
    numbers = one_of(w.draw, "True", "False")
    return f"Code({w.say()} or 'x', language={language!r}, line_numbers={numbers}, highlight={w.value(('()', '[1]'))})"


def _pill(w: _Writer, _depth: int) -> str:
    return f"{one_of(w.draw, 'Pill', 'Badge')}({w.say(marked=True)}, {w.tone()}{w.box(container=True)})"


def _meter(w: _Writer, _depth: int) -> str:
    label = w.say(marked=True)
    return f"Meter({w.value(('0', '0.3', '1'))}, label={label}, shown={w.say()}, {w.tone()})"


def _bars(w: _Writer, _depth: int) -> str:
    bars = ", ".join(f"Bar({w.say()}, {w.value(('0', '3', '0.5'))}, {w.say()})" for _ in range(number(w.draw, 1, 3)))
    return f"Bars([{bars}])"


def _matrix(w: _Writer, _depth: int) -> str:
    rows = number(w.draw, 1, 3)
    row = "[" + ", ".join(w.value(("0", "1.5", "-2", "1e6")) for _ in range(number(w.draw, 1, 4))) + "]"
    return f"Matrix([{', '.join([row] * rows)}], {w.tone()})" if rows > 1 else f"Vector({row})"


def _strip(w: _Writer, _depth: int) -> str:
    values = ", ".join(w.say() for _ in range(number(w.draw, 1, 4)))
    groups = f"[StripGroup({w.say()}, {values.count(', ') + 1})]" if now(w.draw, 0.2) else "()"
    return f"TokenStrip({{{w.say()}: [{values}]}}, {groups}, upright={one_of(w.draw, 'True', 'False')})"


def _legend(w: _Writer, _depth: int) -> str:
    entries = (f'({w.say()}, {w.value(TONES)}, "{one_of(w.draw, "solid", "dashed", "outline")}")' for _ in range(2))
    return f"Legend([{', '.join(entries)}])"


def _stepper(w: _Writer, _depth: int) -> str:
    return f"Stepper([{w.say()}, {w.say()}, {w.say()}], {w.value(('1', '2', '3'))})"


def _others(w: _Writer, _depth: int) -> str:
    match number(w.draw, 0, 3):
        case 0:
            return f"Divider({w.say(marked=True)})"
        case 1:
            return f"Quote({w.say(marked=True)}, {w.say(marked=True)})"
        case 2:
            return f'ChatBubble({w.say(marked=True)}, who="human", name={w.say(marked=True)})'
        case _:
            return f"Cell({w.say()})"


def _arrow_keywords(w: _Writer) -> str:
    parts = [
        f"label={w.say(marked=True)}" if now(w.draw, 0.3) else "",
        f'head="{one_of(w.draw, *get_args(HeadShape))}"' if now(w.draw, 0.3) else "",
        f'route="{one_of(w.draw, *get_args(RouteShape))}"' if now(w.draw, 0.4) else "",
        "dashed=True" if now(w.draw, 0.2) else "",
        f"stroke_width={w.value(('1', '6'))}" if now(w.draw, 0.2) else "",
    ]
    return ", ".join(part for part in parts if part)


def _flow(w: _Writer, depth: int) -> str:
    name = one_of(w.draw, "Row", "Column", "Column", "Stack", "Chip")
    if name in ("Row", "Column") and now(w.draw, 0.3):
        arrow = w.add(f"Arrow({_arrow_keywords(w)})")
        return f"{name}({w.node(depth - 1)}, {arrow}, {w.node(depth - 1)}{w.box(container=True)})"
    return f"{name}({w.nodes(depth)}{w.box(container=True)})".replace("(, ", "(")


def _grid(w: _Writer, depth: int) -> str:
    tracks = "".join(f", {name}={w.value(_TRACKS)}" for name in ("columns", "rows") if now(w.draw, 0.5))
    flow = ', flow="row dense"' if now(w.draw, 0.2) else ""
    return f"Grid({w.nodes(depth, 6)}{tracks}{flow}{w.box(container=True)})".replace("(, ", "(")


def _card(w: _Writer, depth: int) -> str:
    words = "".join(f", {name}={w.say(marked=True)}" for name in ("label", "header", "footer") if now(w.draw, 0.3))
    kind = one_of(w.draw, "plain", "inverse", "optional")
    return f"Card({w.nodes(depth)}{words}, kind={kind!r}{w.box(container=True)})".replace("(, ", "(")


def _list(w: _Writer, depth: int) -> str:
    items = ", ".join([w.say(marked=True), *(w.node(depth - 1) for _ in range(number(w.draw, 0, 2)))])
    return f"{one_of(w.draw, 'BulletList', 'NumberedList')}({items})"


def _table(w: _Writer, depth: int) -> str:
    columns = number(w.draw, 1, 3)
    head = ", ".join(w.say(marked=True) for _ in range(columns))
    rows = ", ".join(
        "[" + ", ".join(w.node(0) if now(w.draw, 0.2) else w.say(marked=True) for _ in range(columns)) + "]"
        for _ in range(number(w.draw, 0, depth))
    )
    return f"Table([{head}], [{rows}])"


def _about(w: _Writer, depth: int) -> str:
    """Children, and what is drawn about them."""
    names = [w.node(depth - 1) for _ in range(number(w.draw, 2, 4))]
    for _ in range(number(w.draw, 1, 3)):
        first, last = one_of(w.draw, *names), one_of(w.draw, *names)
        sides = one_of(w.draw, ("", ""), (".right", ".left"), (".bottom", ".top"), (".top.at(0.3)", ""))
        if now(w.draw, 0.7):
            keywords = _arrow_keywords(w)
            names.append(w.add(f"Arrow({first}{sides[0]}, {last}{sides[1]}{', ' * bool(keywords)}{keywords})"))
            continue
        label = w.say(marked=True)
        side = one_of(w.draw, "top", "right", "bottom", "left")
        note = one_of(
            w.draw,
            f"Brace({first}, {last}, label={label}, side={side!r})",
            f"Group({first}, {last}, label={label})" if first != last else f"Group({first}, label={label})",
            f"Callout({label}, {first})",
        )
        names.append(w.add(note))
    name = one_of(w.draw, "Row", "Column", "Stack", "Grid")
    return f"{name}({', '.join(names)}{w.box(container=True)})"


_LEAVES = (_text, _text, _text, _spans, _icon, _spacer, _code, _pill, _meter, _bars, _matrix, _strip, _legend, _stepper,
    _others)  # fmt: skip
_CONTAINERS = (_flow, _flow, _flow, _grid, _grid, _card, _list, _table, _about, _about)


@st.composite
def trees(draw: DrawFn) -> Case:
    """A figure made of nodes, in which about one in three has a value that it should refuse."""
    writer = _Writer(draw, 0.004 if now(draw, 0.6) else 0.0)
    root = writer.node(number(draw, 1, 4))
    said = tuple(writer.said)
    return Case(script(*writer.lines, root), draw(st.sampled_from(TARGETS)), said=said)
