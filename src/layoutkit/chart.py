"""Charts of data: ``from layoutkit.chart import Chart, line``.

Example:
    >>> from layoutkit.chart import Axis, Chart, line, rule
    >>> Chart(
    ...     line([4.2, 2.8, 2.3, 2.1], label="training", tone="accent"),
    ...     line([4.3, 3.1, 2.9, 3.0], label="validation", tone="caution"),
    ...     rule(x=2, label="stop here"),
    ...     x=Axis("epoch", ticks=[0, 1, 2, 3]), y="loss",
    ... )
    <Described with 2 children>
"""

from layoutkit.components.chart import Chart
from layoutkit.components.chart_axis import Axis
from layoutkit.components.chart_heat import heatmap
from layoutkit.components.chart_marks import Mark, area, band, bars, columns, line, note, points, rule
from layoutkit.components.chart_shared import shared_axes

__all__ = [
    "Axis",
    "Chart",
    "Mark",
    "area",
    "band",
    "bars",
    "columns",
    "heatmap",
    "line",
    "note",
    "points",
    "rule",
    "shared_axes",
]
