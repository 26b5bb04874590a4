"""What a chart reads of the token file: apart from the chart, so that a figure without one does not import it."""

from __future__ import annotations

from layoutkit.tokens.tables import Component, TokenTable, color_key, length_key, registry

__all__ = ["CHART"]

CHART = TokenTable(
    "chart",
    {
        "grid": color_key(required=True),
        "grid_width": length_key(required=True),
        "series": color_key(required=True),
        "area": color_key(required=True),
        "halo": color_key(required=True),
        "ink": color_key(required=True),
        "stroke_width": length_key(required=True),
        "rule_width": length_key(required=True),
        "marker_radius": length_key(required=True),
    },
)

registry.add(Component("Chart", (CHART,), reads=(), uses=("Matrix", "Legend"), origin=()))
