"""Charts and drawings of any data: too long, empty, mixed, infinite or none at all, in every mark and shape."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from hypothesis import strategies as st

from layoutkit.chart import __all__ as chart_names
from layoutkit.curves import CurveShape
from layoutkit.keywords import Marker
from layoutkit.nodes.drawing import AtAnchor
from layoutkit.nodes.shape import Dash
from layoutkit.shapes import __all__ as shape_names
from tests.fuzz.case import TARGETS, Case, script
from tests.fuzz.values import LENGTHS, NAUGHTY, TONES, box_keywords, now, number, one_of, texts

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

__all__ = ["charts"]

_IMPORTS = (
    "from collections import namedtuple",
    "from datetime import date, datetime, timedelta, timezone",
    "from decimal import Decimal",
    "from fractions import Fraction",
    f"from layoutkit.chart import {', '.join(sorted(chart_names))}",
    f"from layoutkit.shapes import {', '.join(sorted(shape_names))}",
)
_NUMBERS = ("0", "1", "2", "3.5", "-2", "0.25", "100", "1e6", "-0.001", "7")
_ODD_NUMBERS = (*NAUGHTY, "1e300", "-1e300", "1e-300", "1e300 * 1.01", "-1e-300", '"a"', '"1,5"', "date(2024, 2, 29)",
    "datetime(1, 1, 1)", "date(9999, 12, 31)", "Decimal('2.5')", "Decimal('NaN')", "Fraction(1, 3)", "2 + 1j", "[1]",
    "(1, 2)", "timedelta(1)", "datetime(2024, 1, 1, tzinfo=timezone.utc)", "2**1023", "0.1 + 0.2")  # fmt: skip
_DATES = (
    "date(2024, 1, 31)",
    "date(2024, 2, 29)",
    "datetime(2024, 2, 3, 4, 5, 6)",
    "date(1999, 1, 1)",
    "date(2030, 7, 1)",
)
_NAMES = ('"a"', '"b"', '"c d"', '"um nome de oitenta letras, com vírgulas, espaços e tudo o mais que se lê num nome"',
    '""', '"2024-05-31"', "'*'", '"1"')  # fmt: skip
_WHOLE = (
    "[]", "{}", "()", "[None, None]", "[5] * 40", "[0.0] * 3", "[1e-300, 2e-300]", "[1e300, -1e300]", "range(12)",
    '{f"c{i}": i for i in range(500)}', '{f"c{i}": i % 5 for i in range(55)}', "[i % 7 for i in range(3000)]",
    "[(i, i * i % 11) for i in range(800)]", "[0.5] * 10**6",
    "[(date(2024, 1, 1) + timedelta(i), i % 9) for i in range(90)]",
    "{date(2000 + i, 1, 1): i for i in range(20)}", "(i for i in range(5))", "object()", "3", '"nothing.csv"', '"."',
    "None", "b'abc'", "[[1, 2], [3, 4]]", "[(1, 2), 3]", "[(1, 2, 3)]", "['a', 'b']", "[1, 'a', None]",
    "[datetime(2024, 1, 1, 0, i) for i in range(50)]", "{1: 2, 'a': 3}", "[float('nan')] * 4",
)  # fmt: skip
_TABLES = ('{"x": [1, 2, 3], "y": [3, 1, 2]}', '[{"x": 1, "y": 2}, {"x": 2}, {"y": 5}]',
    '{"x": ["a", "b"], "y": [1, None]}',
    '{"x": [1], "y": [1, 2]}', '{"x": ["2024-01", "2024-07"], "y": [1, 2]}', '"data.csv"')  # fmt: skip
_FORMATS = (
    '".1f"',
    '".0%"',
    '",.0f"',
    '"zz"',
    '"%d/%m"',
    '"%b %Y"',
    "str",
    "lambda v: 'x' * 90",
    '"%"',
    '"{}"',
    "lambda v: 1 / 0 if v is None else v",
)
_DOMAINS = (
    "(0, 10)",
    "(10, 0)",
    "(1, 1)",
    "(0, 1e-300)",
    "(1e-5, 1e5)",
    "(date(2024, 1, 1), date(2025, 1, 1))",
    "(5, None)",
)
_TICKS = (
    "3",
    "0",
    "-4",
    "[0, 1]",
    "[]",
    '{0: "zero", 1: "one"}',
    '["a"]',
    "10**9",
    "[date(2024, 1, 1)]",
    '["2024"]',
    "[1, 1]",
)
_PATHS = ("M0 0 L1 1", "M0 1 C0.2 0 0.8 0 1 1 Z", "M0 0h1v1h-1z", "M 0 0 X", "", "M0 0 A 1 1 0 0 1 1 0", "L1 1",
    "M0 0 L1e9 nan",
    "M0,0 q.5.5 1,0 t 1 1 s 1 1 1 0", "m" * 50, "M0 0 A 0 0 0 2 5 1 1")  # fmt: skip
_SCALES = (
    "LinearScale(0, 10)",
    "LinearScale(10, 0)",
    "LogScale(1, 1000)",
    'PointScale(("a", "b"))',
    'BandScale(("a", "b"))',
)
_ODD_SCALES = (
    "LinearScale(0, 0)",
    "LogScale(0, 1)",
    "PointScale(())",
    'BandScale(("a", "a"))',
    "LogScale(1e-300, 1e300)",
    "3",
)


@dataclass
class _Writer:
    """Writes the lines of a script."""

    draw: DrawFn
    naughty: float
    lines: list[str] = field(default_factory=lambda: [*_IMPORTS])
    said: list[str] = field(default_factory=list)
    places: tuple[str, ...] = _NUMBERS
    """What is along x: numbers, names or dates."""

    def say(self, *, shown: bool = False) -> str:
        """A text as Python."""
        text = self.draw(texts(self.naughty, 3))
        if shown:
            self.said.append(text)
        return repr(text)

    def value(self, usual: tuple[str, ...], odd: tuple[str, ...] = NAUGHTY) -> str:
        """A value, mostly a sound one."""
        return one_of(self.draw, *(odd if now(self.draw, self.naughty) else usual))

    def words(self, kind: object) -> str:
        """A word of a kind of words."""
        return self.value(tuple(f'"{word}"' for word in get_args(kind)))

    def maybe(self, share: float, name: str, value: str) -> str:
        """A keyword, now and then."""
        return f", {name}={value}" if now(self.draw, share) else ""

    def data(self, *, named: bool = False) -> str:
        """Data of a mark, with its columns where it is a table."""
        if now(self.draw, 0.02 + 6 * self.naughty):
            return one_of(self.draw, *_WHOLE)
        if now(self.draw, 0.1):
            columns = self.value(('x="x", y="y"',), ('y="y"', 'x="z"', "x=3"))
            return f"{one_of(self.draw, *_TABLES)}, {columns}"
        many = number(self.draw, 1, 7)
        values = [self.value((*_NUMBERS, "None"), _ODD_NUMBERS) for _ in range(many)]
        if self.places == _NUMBERS and not named and now(self.draw, 0.5):
            return f"[{', '.join(values)}]"
        places = [self.value(self.places, _ODD_NUMBERS) for _ in range(many)]
        if named and now(self.draw, 0.7):
            return "{" + ", ".join(f"{name}: {value}" for name, value in zip(places, values, strict=True)) + "}"
        return "[" + ", ".join(f"({place}, {value})" for place, value in zip(places, values, strict=True)) + "]"

    def common(self) -> str:
        """Keywords of all marks."""
        return self.maybe(0.6, "label", self.say()) + self.maybe(0.5, "tone", self.value(TONES))

    def node(self) -> str:
        """A chart or a drawing."""
        return _chart(self) if now(self.draw, 0.75) else _drawing(self)


def _mark(w: _Writer, kind: str) -> str:  # noqa: PLR0911 - one for each kind
    direction = one_of(w.draw, "x", "y")
    places = w.places if direction == "x" else _NUMBERS
    place, end = w.value(places[:2], _ODD_NUMBERS), w.value(places[2:4], _ODD_NUMBERS)
    curve = w.maybe(0.4, "curve", w.words(CurveShape))
    shown = w.maybe(0.4, "shown", w.value(("True", "False", *_FORMATS[:3]), _FORMATS))
    marker = w.maybe(0.4, "marker", w.words(Marker))
    match kind:
        case "line":
            return f"line({w.data()}{w.common()}{curve}{marker}{w.maybe(0.3, 'dash', w.words(Dash))})"
        case "area":
            base = w.maybe(0.3, "base", w.value(("1", "[0, 1]", "-3.5")))
            return f"area({w.data()}{w.common()}{curve}{base}{w.maybe(0.3, 'stacked', 'True')})"
        case "points":
            names = w.maybe(0.3, "names", f"[{w.say()}, {w.say()}]")
            return f"points({w.data()}{w.common()}{marker}{names}{w.maybe(0.2, 'anchor', w.words(AtAnchor))})"
        case "columns" | "bars":
            style = w.maybe(0.3, "style", w.value(('"solid"', '"outline"', '"dashed"')))
            return f"{kind}({w.data(named=True)}{w.common()}{shown}{style}{w.maybe(0.3, 'stacked', 'True')})"
        case "heatmap":
            rows, columns = number(w.draw, 1, 3), number(w.draw, 1, 3)
            cells = [[w.value((*_NUMBERS, "None"), _ODD_NUMBERS) for _ in range(columns)] for _ in range(rows)]
            data = ", ".join(f"[{', '.join(row)}]" for row in cells)
            heads = [f"[{', '.join(one_of(w.draw, *_NAMES[:4]) for _ in range(many))}]" for many in (columns, rows)]
            keywords = w.maybe(0.2, "of", w.value(_NUMBERS)) + w.maybe(0.2, "base", w.value(_NUMBERS))
            return f"heatmap([{data}], x={heads[0]}, y={heads[1]}{keywords}{shown}{w.maybe(0.2, 'empty', w.say())})"
        case "rule":
            return f"rule({direction}={place}{w.common()}{w.maybe(0.3, 'dash', w.words(Dash))})"
        case "band":
            return f"band({direction}=({place}, {end}){w.common()})"
        case _:
            return f"note({w.value(w.places[:2], _ODD_NUMBERS)}, {w.value(_NUMBERS, _ODD_NUMBERS)}, {w.say()})"


def _axis(w: _Writer) -> str:
    if now(w.draw, 0.4):
        return w.say(shown=True)
    keywords = (
        w.maybe(0.2 if w.naughty else 0.0, "scale", one_of(w.draw, '"linear"', '"log"', '"time"'))
        + w.maybe(0.25, "domain", w.value(_DOMAINS[:2], _DOMAINS))
        + w.maybe(0.3, "ticks", w.value(_TICKS[:1], _TICKS))
        + w.maybe(0.2, "format", w.value(_FORMATS[:3], _FORMATS))
        + w.maybe(0.2, "grid", one_of(w.draw, "True", "False"))
        + w.maybe(0.2, "labels", "False")
    )
    return f"Axis({w.say(shown=True)}{keywords})"


def _chart(w: _Writer) -> str:
    family = one_of(w.draw, ("line", "area", "points"), ("columns", "line"), ("bars",), ("heatmap",), ("line",))
    w.places = one_of(w.draw, *((_NAMES,) if "columns" in family else (_NUMBERS, _NUMBERS, _NAMES, _DATES)))
    marks = [_mark(w, one_of(w.draw, *family)) for _ in range(number(w.draw, 1, 3))]
    marks += [_mark(w, one_of(w.draw, "rule", "band", "note")) for _ in range(number(w.draw, 0, 2))]
    if now(w.draw, w.naughty * 4):
        marks.append(_mark(w, one_of(w.draw, *(name for name in sorted(chart_names) if name.islower()))))
    axes = "".join(f", {name}={_axis(w)}" for name in ("x", "y") if now(w.draw, 0.5))
    sides = ('"auto"', '"top"', '"none"')
    keywords = w.maybe(0.3, "lines", w.value(("5", "12", "3"))) + w.maybe(0.3, "legend_side", w.value(sides))
    return f"Chart({', '.join(marks)}{axes}{keywords}{w.draw(box_keywords(container=True, naughty=w.naughty))})"


def _drawing(w: _Writer) -> str:
    def point() -> str:
        usual = ("0", "0.5", "1", "0.25", "2")
        return f"({w.value(usual, _ODD_NUMBERS)}, {w.value(usual, _ODD_NUMBERS)})"

    def look() -> str:
        return (
            w.maybe(0.5, "stroke", w.value(("t.color.ink", '"{color.line}"')))
            + w.maybe(0.5, "fill", w.value(("t.color.page", '"linear-gradient({color.ink}, {color.page})"', "None")))
            + w.maybe(0.3, "stroke_width", w.value(LENGTHS[:5]))
        )

    def shape() -> str:
        points = f"[{', '.join(point() for _ in range(number(w.draw, 0 if w.naughty else 3, 6)))}]"
        radius = f", radius={w.value(LENGTHS[1:6])}"
        return one_of(
            w.draw,
            f"Line({point()}, {point()}{look()})",
            f"Polygon({points[1:-1]}{look()})".replace("(, ", "("),
            f"Rectangle({point()}, {point()}{look()})",
            f"Curve({points}{w.maybe(0.5, 'curve', w.words(CurveShape))}{look()})",
            f"Area({points}{w.maybe(0.5, 'base', w.value(('0', '1')))}{look()})",
            f"Band({one_of(w.draw, 'x', 'y')}={point()})",
            f"Circle({point()}{radius}{look()})",
            f"Ellipse({point()}, {w.value(('0.2', '1'))}, {w.value(('0.3', '2'))}{look()})",
            f"Sector({point()}, {w.value(('0', '30'))}, {w.value(('45', '360'))}{radius}{look()})",
            f"Points({points}{w.maybe(0.5, 'marker', w.words(Marker))}{radius}{look()})",
            f"OutlinePath({one_of(w.draw, *(_PATHS if w.naughty else _PATHS[:3]))!r}{look()})",
            f"At({point()[1:-1]}, {w.say()}{w.maybe(0.5, 'anchor', w.words(AtAnchor))})",
        )

    shapes = ", ".join(shape() for _ in range(number(w.draw, 1, 5)))
    scales = "".join(f", {name}={w.value(_SCALES[:2], (*_SCALES, *_ODD_SCALES))}" for name in "xy" if now(w.draw, 0.3))
    overflow = one_of(w.draw, '"hidden"', '"visible"')
    return f"Drawing({shapes}{scales}, height={w.value(('120', '60'))}, overflow={overflow})"


@st.composite
def _csv(draw: DrawFn) -> bytes:
    """A file of columns, or of anything."""
    if now(draw, 0.2):
        return draw(st.binary(max_size=60))
    sign = one_of(draw, ",", ";", "\t")
    cells = ("1", "2.5", "3,5", "", "NA", "a", "2024-05-31", '"x', "nan", "1e400", "inf")
    rows = [
        [one_of(draw, *cells[:2] * 4, *cells) for _ in range(number(draw, 1, 3))] for _ in range(number(draw, 0, 6))
    ]
    text = "\n".join(sign.join(row) for row in [["x", "y"], *rows])
    return text.encode(one_of(draw, "utf-8", "utf-8-sig", "latin-1", "utf-16"))


@st.composite
def charts(draw: DrawFn) -> Case:
    """A figure of charts and drawings, in which about one in three has data that it should refuse."""
    writer = _Writer(draw, 0.01 if now(draw, 0.4) else 0.0)
    node = writer.node()
    around = one_of(draw, "Card({})", "Column({})", "Row({}, Text('a'))", "Grid({}, {}, columns=2)")
    writer.lines.append(f"node = {node}")
    return Case(
        script(*writer.lines, around.replace("{}", "node", 1).replace("{}", node)),
        draw(st.sampled_from(TARGETS)),
        {"data.csv": draw(_csv())},
        said=tuple(writer.said),
    )
