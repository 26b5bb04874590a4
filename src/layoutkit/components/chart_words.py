"""What a chart says to readers who do not see it: a sentence, and the data as a table in lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.components.chart_axis import tick_number
from layoutkit.components.chart_time import full_form
from layoutkit.moments import Moment
from layoutkit.nodes import Numeral
from layoutkit.nodes.described import Said
from layoutkit.scales import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.components.chart_axis import Axis, AxisFormat
    from layoutkit.components.chart_data import Value
    from layoutkit.components.chart_marks import Mark
    from layoutkit.languages import Language
    from layoutkit.languages.language import ChartWords

__all__ = ["ChartSpeech"]

_FEW = 8
"""Up to so many bars or points are listed one by one."""
_MOST_ROWS = 60
_NOTHING = "–"
_LINES = ("line", "area")
_BARS = ("columns", "bars")


@dataclass(frozen=True, slots=True)
class ChartSpeech:
    """The words of a chart, from its data where the author gives none."""

    marks: tuple[Mark, ...]
    x: Axis
    y: Axis
    alt: str | None
    """The author's sentence; None takes one from the data."""
    description: str | None
    """The author's long description; None takes the table of the data."""

    def said_in(self, language: Language) -> Said:
        """A sentence, and a table in lines with semicolons between their cells."""
        dates = full_form([value for mark in self.marks for value in (*mark.x, *mark.y)])
        teller = _Teller(self, language, language.chart, dates)
        alt = teller.sentence() if self.alt is None else self.alt
        return Said(alt, teller.table() if self.description is None else self.description)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells a chart in one language."""

    chart: ChartSpeech
    language: Language
    words: ChartWords
    dates: str
    """The form of dates that tells those of the data apart."""

    def sentence(self) -> str:
        """What is measured, then each mark."""
        x, y = self.chart.x.title, self.chart.y.title
        subject = self.words.by.format(y=y, x=x) if x and y else x or y
        told = "; ".join(filter(None, map(self.mark, self.chart.marks)))
        return f"{subject}: {told}." if subject and told else f"{told or subject}." if told or subject else ""

    def mark(self, mark: Mark) -> str:
        """What one mark shows."""
        if mark.kind in _LINES:
            return self.line(mark)
        if mark.kind in _BARS:
            return self.bars(mark)
        if mark.kind == "points":
            names = ", ".join(filter(None, mark.names)) if len(mark.names) <= _FEW else ""
            told = names or (self.words.points.format(count=len(mark.x)) if len(mark.x) > 1 else "")
            return f"{mark.label}: {told}" if mark.label and told else mark.label or told
        if mark.kind == "heatmap":
            return self.cells(mark)
        values = "–".join(self.number(value, self.axis(mark)) for value in (*mark.x, *mark.y) if value is not None)
        return mark.label if mark.kind == "note" else f"{mark.label} ({values})" if mark.label else ""

    def line(self, mark: Mark) -> str:
        """Both ends, and the lowest and the highest point where they are no ends."""
        points = [(x, y) for x, y in zip(mark.x, mark.y, strict=True) if x is not None and isinstance(y, int | float)]
        if not points:
            return mark.label
        first, last = (self.number(points[end][1], self.chart.y) for end in (0, -1))
        told = self.words.span.format(first=first, last=last)
        for word, extreme in ((self.words.lowest, min), (self.words.highest, max)):
            x, y = extreme(points, key=lambda point: point[1])
            if y not in (points[0][1], points[-1][1]):
                found = word.format(value=self.number(y, self.chart.y), place=self.number(x, self.chart.x))
                told = f"{told}, {found}"
        return f"{mark.label} {told}".strip()

    def bars(self, mark: Mark) -> str:
        """All bars where they are few, else the highest and the lowest."""
        names, values = (mark.x, mark.y) if mark.kind == "columns" else (mark.y, mark.x)
        known = [(name, value) for name, value in zip(names, values, strict=True) if isinstance(value, int | float)]
        if len(known) > _FEW:
            known = [max(known, key=lambda bar: bar[1]), min(known, key=lambda bar: bar[1])]
            words = self.words.highest, self.words.lowest
            told = [
                word.format(value=self.value(value, mark), place=self.name(name))
                for word, (name, value) in zip(words, known, strict=True)
            ]
        else:
            told = [f"{self.name(name)} {self.value(value, mark)}" for name, value in known]
        return f"{mark.label}: {', '.join(told)}" if mark.label else ", ".join(told)

    def cells(self, mark: Mark) -> str:
        """The highest and the lowest cell."""
        assert mark.heat is not None  # noqa: S101 - heatmap made it
        found = zip(mark.x, mark.y, mark.heat.values, strict=True)
        known = [(f"{self.name(y)} × {self.name(x)}", value) for x, y, value in found if isinstance(value, int | float)]
        told = []
        for word, extreme in ((self.words.highest, max), (self.words.lowest, min)):
            place, value = extreme(known, key=lambda cell: cell[1])
            told.append(word.format(value=self.value(value, mark), place=place))
        return ", ".join(told)

    def table(self) -> str:
        """The data in lines: a head, then a row for each place along the axis of names, or of x."""
        lines: list[str] = []
        for mark in self.chart.marks:
            if mark.kind == "heatmap":
                lines += self.matrix(mark)
        series = [mark for mark in self.chart.marks if mark.kind in (*_LINES, *_BARS) or _has_own_data(mark)]
        series = series or [mark for mark in self.chart.marks if mark.kind == "points"]
        if series:
            lines += self.columns(series)
        return "\n".join(lines)

    def matrix(self, mark: Mark) -> Iterator[str]:
        """A heat map, row by row."""
        assert mark.heat is not None  # noqa: S101 - heatmap made it
        values = {(y, x): value for x, y, value in zip(mark.x, mark.y, mark.heat.values, strict=True)}
        across, down = dict.fromkeys(mark.x), dict.fromkeys(mark.y)
        yield "; ".join(["", *map(self.name, across)]).strip()
        for row in down:
            yield "; ".join([self.name(row), *(self.value(values.get((row, x)), mark) for x in across)])

    def columns(self, series: Sequence[Mark]) -> Iterator[str]:
        """All series side by side, their values at the same places in one row."""
        lying = any(mark.kind == "bars" for mark in series)
        along, measured = (self.chart.y, self.chart.x) if lying else (self.chart.x, self.chart.y)
        places = [(mark.y, mark.x) if mark.kind == "bars" else (mark.x, mark.y) for mark in series]
        found = [dict(zip(names, values, strict=True)) for names, values in places]
        rows = list(dict.fromkeys(name for names, _ in places for name in names if name is not None))
        if not lying and all(isinstance(row, int | float) for row in rows):
            rows.sort(key=lambda row: row if isinstance(row, int | float) else 0.0)
        heads = [mark.label or (measured.title if len(series) == 1 else "") for mark in series]
        if any((along.title, *heads)):
            yield "; ".join([along.title or _NOTHING, *(head or _NOTHING for head in heads)])
        every = -(-len(rows) // _MOST_ROWS)
        for row in rows[::every]:
            cells = (
                self.value(its.get(row), mark) if mark.shown else self.number(its.get(row), measured)
                for its, mark in zip(found, series, strict=True)
            )
            yield "; ".join([self.number(row, along), *cells])
        if every > 1:
            yield self.words.thinned.format(rows=len(rows), every=every)

    def name(self, value: Value) -> str:
        """A name, a number as one, or a date as far as dates of this chart differ."""
        if value is None:
            return _NOTHING
        return self.language.dates.written(value.clock, self.dates) if isinstance(value, Moment) else name_of(value)

    def axis(self, mark: Mark) -> Axis:
        """The axis along which a rule or a band stands."""
        return self.chart.x if mark.x else self.chart.y

    def value(self, value: Value, mark: Mark) -> str:
        """A number as the mark writes it."""
        return self.formatted(value, mark.shown or "")

    def number(self, value: Value, axis: Axis) -> str:
        """A number in full, as a percentage where the axis has these, or a name."""
        if isinstance(value, Moment):
            return axis.format(value.clock) if callable(axis.format) else self.name(value)
        percent = isinstance(axis.format, str) and axis.format.endswith("%")
        if percent and isinstance(value, int | float):
            return f"{self.formatted(100 * value, '')}%"
        return self.formatted(value, axis.format if callable(axis.format) else "")

    def formatted(self, value: Value, form: AxisFormat) -> str:
        """A number in a format, with the signs of the language."""
        if value is None or isinstance(value, str):
            return value or _NOTHING
        text = tick_number(value) if form in ("", "g") else form(value) if callable(form) else format(value, form)
        return text if callable(form) else Numeral(text).said_in(self.language)


def _has_own_data(mark: Mark) -> bool:
    """Whether points are a series of their own, and no marks on another one."""
    return mark.kind == "points" and bool(mark.label)
