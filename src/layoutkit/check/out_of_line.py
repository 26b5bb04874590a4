"""``out-of-line``: charts or captions that stand side by side are not on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.captions import caption_pairs
from layoutkit.check.charts import charts
from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.check.charts import Chart
    from layoutkit.check.context import CheckContext

__all__ = ["RULE"]

_APART = 3.0
"""px; what differs by less is for ``near-miss``."""
_BESIDE = 0.5
"""Share of the lower of two charts that has to lie beside the other one."""


def find(subject: CheckContext) -> Iterator[Finding]:
    """Each chart and its neighbour at the right, then each caption and that of the neighbour at the right."""
    found = list(charts(subject))
    for chart in found:
        beside = [other for other in found if _is_beside(chart, other)]
        if not beside:
            continue
        other = min(beside, key=lambda one: one.around.rect.x)
        off = abs(chart.baseline - other.baseline)
        if off > _APART and not any(_is_level(a, b) for a in _above(chart, found) for b in _above(other, found)):
            its, that = other.around, chart.around
            message = f"the bars of {name(its)} stand {px(off)} {_way(chart, other)} than those of {name(that)}"
            message += line_of(that.node, its.node)
            hint = 'let both stand on one line: align="end" in the row around them, or the same height for both'
            yield at(its.node, message, hint=hint, others=(that.node,), marks=(_foot(other), _foot(chart)))
    for one, two in caption_pairs(subject):
        first, last = (b - a for a, b in zip(one.baselines, two.baselines, strict=True))
        if min(abs(first), abs(last)) > _APART:
            its, that = two.text, one.text
            way = "lower" if first > 0 else "higher"
            message = f"{name(its)} is {px(abs(first))} {way} than {name(that)}{line_of(that.node, its.node)}"
            hint = "give what stands above them the same height, or push both down with a Spacer"
            yield at(its.node, message, hint=hint, others=(that.node,), marks=(its.ink, that.ink))


def _is_beside(chart: Chart, other: Chart) -> bool:
    """Whether a chart stands at the right of another, at the same height of the page."""
    one, two = chart.around.rect, other.around.rect
    common = min(one.bottom, two.bottom) - max(one.y, two.y)
    return two.x >= one.right and common >= _BESIDE * min(one.height, two.height)


def _above(chart: Chart, found: Sequence[Chart]) -> list[Chart]:
    """A chart and those above or below it: of charts that are stacked, one is level with the neighbour."""
    one = chart.around.rect
    return [other for other in found if other.around.rect.x < one.right and other.around.rect.right > one.x]


def _is_level(chart: Chart, other: Chart) -> bool:
    return abs(chart.baseline - other.baseline) <= _APART


def _way(chart: Chart, other: Chart) -> str:
    return "lower" if other.baseline > chart.baseline else "higher"


def _foot(chart: Chart) -> Rect:
    """Where the bars of a chart stand, from the first to the last."""
    left = min(bar.rect.x for bar in chart.bars)
    return Rect(left, chart.baseline - 1, max(bar.rect.right for bar in chart.bars) - left, 2.0)


RULE = Rule(
    id="out-of-line",
    severity=Severity.WARNING,
    summary="charts or captions side by side are not on one line",
    why=(
        "Readers compare what is side by side from a common line: the bars of two charts from their feet, pictures "
        "with the words below them. A chart that is 75 px lower makes its bars look shorter, and captions at different "
        "heights make two cards look unlike. The rule compares the feet of bars of one width (plain boxes side by side "
        "on one line), and the lines of texts below pictures and charts in boxes that are side by side. Texts whose "
        "last lines are level at the foot of their cards count as in line."
    ),
    bad="""\
def chart(t: Theme, *values: float) -> Node:
    bars = (Row(background=t.color.positive, width=t.space.xl, height=t.space.xxl * v) for v in values)
    return Row(*bars, gap=t.space.s, align="end")


@figure(title="Perdas", alt="Dois gráficos de barras; o segundo termina mais acima.")
def example(t: Theme) -> Node:
    return Row(chart(t, 4, 2, 1), chart(t, 2, 1.5, 1), gap=t.space.xxl, align="start")
""",
    good="""\
def chart(t: Theme, *values: float) -> Node:
    bars = (Row(background=t.color.positive, width=t.space.xl, height=t.space.xxl * v) for v in values)
    return Row(*bars, gap=t.space.s, align="end")


@figure(title="Perdas", alt="Dois gráficos de barras em uma linha.")
def example(t: Theme) -> Node:
    return Row(chart(t, 4, 2, 1), chart(t, 2, 1.5, 1), gap=t.space.xxl, align="end")
""",
    find=find,
    by_color=False,
    of_boxes=True,
)
