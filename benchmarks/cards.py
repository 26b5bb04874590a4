"""A page of cards, as a whole process: what other tools can be compared with.

    python benchmarks/cards.py DATA.json SCALE png|pdf OUT [--warm K]

DATA.json has a title, a subtitle and cards (label, heading, text, a, b, hue 0 to 3); a card is 212 px wide, four stand
in a row, and an arrow leads from each to the next. SCALE is 1 (1000 px wide) or 3. The figure is laid out, painted
and encoded as `layoutkit render` does it, without the checks. With `--warm K` the median of K repetitions in one
process is printed as JSON, in ms: layout (with text and routes), raster, encode, total.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from functools import partial
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

from layoutkit import Arrow, Column, Figure, Grid, Node, Row, Text, Theme
from layoutkit.discover import NamedFigure
from layoutkit.layout.arrange import route_all
from layoutkit.layout.snap import snap
from layoutkit.output.metadata import Metadata
from layoutkit.output.pixels import rasterise
from layoutkit.output.png_file import encode
from layoutkit.output.target import raster
from layoutkit.paint import paint
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_theme

FONTS = Path(__file__).parents[1] / "fonts"
PER_ROW = 4
TOKENS = """
[color]
page = "#F8F9FA"
dots = "#DADCE0"
line = "#DADCE0"
surface = "#FFFFFF"
ink = "#202124"
soft = "#3C4043"
muted = "#5F6368"
arrow = "#9AA0A6"
hue0 = "#1967D2"
hue1 = "#137333"
hue2 = "#B06000"
hue3 = "#C5221F"
tint0 = "#E8F0FE"
tint1 = "#E6F4EA"
tint2 = "#FEF7E0"
tint3 = "#FCE8E6"
[space]
m = 8
[radius]
m = 8
[stroke]
m = 2
[shadow]
card = {{ offset_x = 0, offset_y = 6, blur = 24, color = "#00000014" }}
[font.text]
400 = "{fonts}/roboto-400.ttf"
700 = "{fonts}/roboto-700.ttf"
[type]
title = {{ font = "text", weight = 700, size = 26, line_height = 32, color = "{{color.ink}}" }}
subtitle = {{ font = "text", weight = 400, size = 13, line_height = 18, color = "{{color.muted}}" }}
label = {{ font = "text", weight = 700, size = 9, line_height = 12 }}
heading = {{ font = "text", weight = 700, size = 14, line_height = 18, color = "{{color.ink}}" }}
body = {{ font = "text", weight = 400, size = 11, line_height = 14, color = "{{color.soft}}", wrap = "wrap" }}
box = {{ font = "text", weight = 400, size = 10, line_height = 12 }}
[page]
width = 1000
padding_x = 40
padding_y = 32
background = "{{color.page}}"
role = "body"
pattern = "dots"
pattern_color = "{{color.dots}}"
pattern_pitch = 20
pattern_under_text = true
[card]
background = "{{color.surface}}"
border = "{{color.line}}"
border_width = 1
radius = 20
shadow = "card"
padding = 12
[arrow]
color = "{{color.arrow}}"
stroke_width = 2
head = 8
length = 8
clearance = 2
margin = 8
spacing = 8
radius = 0
role = "box"
[output.png]
format = "png"
scale = {scale}
[output.pdf]
format = "pdf"
scale = 1
"""


def card(data: dict[str, Any]) -> Node:
    """One card."""
    ink, tint = f"{{color.hue{data['hue']}}}", f"{{color.tint{data['hue']}}}"

    def box(text: str) -> Node:
        return Row(
            Text(text, role="box", color=ink),
            background=tint, radius=8, height=24, basis=0, grow=1, justify="center", align="center",
        )  # fmt: skip

    pill = Row(
        Text(data["label"], role="label", color=ink, wrap="nowrap"),
        background=tint, radius=8, padding_x=8, padding_y=2, align_self="start",
    )  # fmt: skip
    return Column(
        pill,
        Text(data["heading"], role="heading", margin_top=6),
        Text(data["text"], margin_top=2),
        Row(box(data["a"]), box(data["b"]), gap=8, margin_top=8),
        component="card",
    )


def page(data: dict[str, Any], _: Theme) -> Node:
    """Title, cards, and an arrow from each card to the next."""
    cards = [card(entry) for entry in data["cards"]]
    rows = [index // PER_ROW for index in range(len(cards))]
    arrows = (
        Arrow(one.right, two.left) if rows[i] == rows[i + 1] else Arrow(one.bottom, two.top)
        for i, (one, two) in enumerate(pairwise(cards))
    )
    return Column(
        Text(data["title"], role="title", align="center"),
        Text(data["subtitle"], role="subtitle", align="center", margin_top=4),
        Grid(*cards, columns="repeat(4, 212)", gap=24, margin_top=24),
        *arrows,
        min_height=1000,
    )


def main() -> None:
    """Render once, or measure in one process."""
    parser = argparse.ArgumentParser(description="A page of cards, as a whole process.")
    parser.add_argument("data", type=Path)
    parser.add_argument("scale", type=float)
    parser.add_argument("format", choices=("png", "pdf"))
    parser.add_argument("out", type=Path)
    parser.add_argument("--warm", type=int, metavar="K")
    options = parser.parse_args()
    data = json.loads(options.data.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        tokens = Path(folder) / "tokens.toml"
        tokens.write_text(TOKENS.format(fonts=FONTS.as_posix(), scale=options.scale), encoding="utf-8")
        theme = load_theme(tokens)
        renderer = Renderer(theme)
        figure = Figure(partial(page, data), data["title"], data["subtitle"], "", "und", None, ())
        named = NamedFigure("cards", figure, options.data)
        target = dict(theme.output.items())[options.format]
        options.out.write_bytes(renderer.picture(named, renderer.place(named), target))
        if options.warm:
            print(json.dumps(warm(Renderer(theme), named, options.warm)))


def warm(renderer: Renderer, named: NamedFigure, repeats: int) -> dict[str, float]:
    """Medians in ms, for a PNG file."""
    target = dict(renderer.theme.output.items())["png"]
    about = Metadata(named.figure.title, named.figure.alt, renderer.theme.series.language)
    times: dict[str, list[float]] = {"layout_ms": [], "raster_ms": [], "encode_ms": [], "total_ms": []}
    for _ in range(repeats + 1):
        start = perf_counter()
        placed = renderer.place(named)
        resolution = raster(target, placed.root.rect.width)
        display = paint(route_all(snap(placed.root, resolution.scale)), resolution.scale)
        laid_out = perf_counter()
        image = rasterise(
            display, resolution.scale, *(round(side * resolution.scale) for side in (display.width, display.height))
        )
        drawn = perf_counter()
        encode(image, resolution.dpi, about)
        encoded = perf_counter()
        spans = (laid_out - start, drawn - laid_out, encoded - drawn, encoded - start)
        for name, span in zip(times, spans, strict=True):
            times[name].append(1000 * span)
    return {name: round(statistics.median(values[1:]), 1) for name, values in times.items()}


if __name__ == "__main__":
    main()
