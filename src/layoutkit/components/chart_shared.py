"""Axes that several charts share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layoutkit.components.chart import axis_of, frame_of_marks, timed
from layoutkit.components.chart_marks import Mark
from layoutkit.components.chart_shapes import on_one_another
from layoutkit.diagnostics import error
from layoutkit.moments import Moment
from layoutkit.origin import caller_origin
from layoutkit.scales import LinearScale, LogScale
from layoutkit.time_scale import TimeScale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.components.chart_axis import Axis
    from layoutkit.scales import Scale

__all__ = ["shared_axes"]

_LINES = 10.0


def shared_axes(
    *charts: Mark | Sequence[Mark], x: Axis | str | None = None, y: Axis | str | None = None
) -> tuple[Axis, Axis]:
    """Make axes of x and y that reach over the data of several charts.

    Each chart then takes them: ``Chart(first, x=x, y=y)``. An axis with a domain of its own keeps it, and names have
    their places in each chart as they are.

    Args:
        charts: the marks of each chart: one, or a list.
        x: what is said of the axis besides; a string is its title.
        y: the same of y.

    Raises:
        LayoutkitError: there is no mark, or one chart has numbers where another has names or dates (``bad-value``).

    Example:
        >>> from layoutkit.chart import Chart, line, shared_axes
        >>> low, high = line([1, 2, 3]), line([4, 40, 80])
        >>> x, y = shared_axes(low, high, y="steps")
        >>> y.domain
        (0.0, 80.0)
    """
    groups = [(marks,) if isinstance(marks, Mark) else tuple(marks) for marks in charts]
    wrong = next((mark for marks in groups for mark in marks if not isinstance(mark, Mark)), None)
    if wrong is not None or not groups or not all(groups):
        what = "a chart without marks" if wrong is None else f"{wrong!r:.40}, which is not a mark"
        hint = "shared_axes(line([1, 2]), [line([3, 4]), rule(y=3)])"
        raise error("bad-value", f"shared_axes is given {what}", origin=caller_origin(), hint=hint)
    across, down = axis_of(x), axis_of(y)
    frames = [frame_of_marks(on_one_another(timed(marks, across, down)), across, down, _LINES) for marks in groups]
    return (
        _reaching(across, [frame.x for frame in frames], "x"),
        _reaching(down, [frame.y for frame in frames], "y"),
    )


def _reaching(axis: Axis, scales: Sequence[Scale | None], word: str) -> Axis:
    """The axis with a domain around those of all scales."""
    measured = [scale for scale in scales if isinstance(scale, LinearScale | LogScale)]
    if axis.domain is not None or not measured:
        return axis
    kinds = {type(scale).__name__ for scale in scales}
    if len(kinds) > 1:
        kind = "names" if len(measured) < len(scales) else "dates"
        message = f"along {word} one chart has numbers and another has {kind}"
        raise error("bad-value", message, origin=caller_origin(), hint=f"give {word} of all charts the same kind")
    ends = [end for scale in measured for end in (scale.first, scale.last)]
    low, high = min(ends), max(ends)
    if isinstance(measured[0], TimeScale):
        return replace(axis, domain=(Moment(low).clock, Moment(high).clock))
    return replace(axis, domain=(low, high))
