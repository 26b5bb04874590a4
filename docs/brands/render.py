"""Renders one figure in the base theme and in every brand of this folder, light and dark: ``make docs``.

    python docs/brands/render.py [FOLDER]

All are on one sheet, brands.png; the single pictures are in build/brands.
"""

from __future__ import annotations

import sys
from pathlib import Path

from layoutkit import Column, Figure, Grid, Heading, Image, Node, Row, Text, Theme, figure, load_theme, render
from layoutkit.base import TOKENS as BASE

HERE = Path(__file__).parent
PICTURES = HERE.parents[1] / "build" / "brands"
TITLES = {
    "base": "The base theme",
    "nubank": "Nubank",
    "solarized": "Solarized",
    "dracula": "Dracula",
    "govuk": "GOV.UK",
    "carbon": "Carbon",
    "primer": "Primer",
    "ft": "A salmon newspaper",
    "material": "Material green",
    "notion": "Notion",
    "playroom": "Playroom, for children",
    "notebook": "A notebook",
}
"""The brands, in the order of the sheet."""
THEMES = ("light", "dark")
WIDTH = 440
"""Of one picture on the sheet, in px."""


def size(brand: str) -> str:
    """How many lines its token file has, without empty ones and comments."""
    if brand == "base":
        return "as it comes"
    text = (HERE / f"{brand}.toml").read_text("utf-8")
    return f"{sum(1 for line in text.splitlines() if line and line[0] != '#')} lines"


def drawn(brand: str, theme: str) -> Path:
    """The figure in a brand and a theme."""
    out = PICTURES / f"{brand}-{theme}"
    tokens = BASE if brand == "base" else HERE / f"{brand}.toml"
    report = render(HERE / "bread.py", tokens=tokens, modes={"theme": theme}, targets=["web"], out=out)
    for finding in report.findings:
        print(f"{brand}, {theme}: {finding.message}", file=sys.stderr)  # noqa: T201 - a script
    if not report.ok:
        sys.exit(1)
    return report.files[0]


def shown(t: Theme, brand: str, pictures: list[Path]) -> Node:
    """A brand with its name."""
    head = Row(
        Heading(TITLES[brand], role="subheading"), Text(size(brand), role="furniture"),
        gap=t.space.s, align="baseline",
    )  # fmt: skip
    pair = [Image(path, alt=f"How bread rises, {path.parents[1].name}", width=WIDTH) for path in pictures]
    return Column(head, Row(*pair, gap=t.space.s), gap=t.space.s)


def sheet(pictures: dict[str, list[Path]]) -> Figure:
    """All brands, two in a row."""

    @figure(
        title="Brands", alt="One figure in the base theme and in eleven brands, each light and dark.", language="en"
    )
    def made(t: Theme) -> Node:
        shelf = [shown(t, brand, paths) for brand, paths in pictures.items()]
        width = 4 * WIDTH + 2 * t.space.s + t.space.xl + 2 * t.page.padding_x
        return Column(Grid(*shelf, columns="1fr 1fr", column_gap=t.space.xl, row_gap=t.space.xl), width=width)

    return made


def main() -> None:
    """Write brands.png into a folder."""
    into = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    pictures = {brand: [drawn(brand, theme) for theme in THEMES] for brand in TITLES}
    sheet(pictures).save(into / "brands.png", theme=load_theme(), scale=1)


if __name__ == "__main__":
    main()
