"""Renders one small figure in ten accents chosen by chance, light and dark, in three faces: ``make docs``.

    python docs/brands/seeds.py [FOLDER]

Nothing but the accent and the face is said, so whatever is seen follows from them.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from layoutkit import (
    Arrow,
    Badge,
    Bar,
    Bars,
    Card,
    Column,
    Figure,
    Grid,
    Heading,
    IconCircle,
    Image,
    Node,
    Pill,
    Row,
    Text,
    Theme,
    figure,
    load_theme,
)

HERE = Path(__file__).parent
LOOKS = HERE.parents[1] / "src" / "layoutkit" / "looks" / "fonts"
FACES = ("base", "editorial", "friendly")
"""The faces of the base theme and of two looks."""
SEEDS = 10
WIDTH = 230
"""Of one figure on the sheet, in px."""


def accents() -> list[str]:
    """Ten accents, one in each tenth of the circle of hues; lightness and chroma are those of brands."""
    chance = random.Random(17)  # noqa: S311 - a picture that is the same on every run
    found = []
    for tenth in range(SEEDS):
        lightness, chroma = chance.uniform(35, 85), chance.uniform(0.06, 0.24)
        found.append(f"oklch({lightness:.0f}% {chroma:.2f} {36 * (tenth + chance.random()):.0f})")
    return found


def tokens(accent: str, face: str) -> str:
    """A token file with an accent and a face."""
    lines = ['extends = "layoutkit"', f'tone.accent = "{accent}"']
    if face != "base":
        heavy = 800 if face == "friendly" else 700
        lines.append(f'font.heading = {{ 500 = "{LOOKS / face}-600.ttf", 700 = "{LOOKS / face}-{heavy}.ttf" }}')
        weights = ", ".join(f'{weight} = "{LOOKS / face}-{weight}.ttf"' for weight in (400, 600, 700))
        lines.append(f"font.text = {{ {weights} }}")
    return "\n".join(lines)


@figure(
    title="A small figure",
    alt="A card, an arrow to an inverse card, three pills and three bars.",
    language="en",
    reflows=True,
)
def small(t: Theme) -> Node:
    """Something of everything that a colour is used for."""
    light = IconCircle("lightbulb", color=t.color.on_inverse_accent, background=t.color.inverse_raised)
    idea = Card(
        Row(IconCircle("search", tone="accent"), Badge(1, tone="accent"), gap=t.space.s, align="center"),
        Heading("Look"), Text("Words in *ink*", role="small"), label="First", tone="accent", basis=0, grow=1,
    )  # fmt: skip
    made = Card(light, Heading("Find"), Text("Words on it", role="small"), kind="inverse", basis=0, grow=1)
    bars = Bars([Bar("Some", 5, "5", "neutral"), Bar("Most", 9, "9", "accent"), Bar("Few", 2, "2", "caution")])
    return Column(
        Heading("One accent", role="title"),
        Row(idea, Arrow(color=t.color.flow_accent), made),
        Card(
            Row(*(Pill(tone, tone=tone) for tone in ("accent", "positive", "negative")), gap=t.space.s),
            bars, tone="accent", kind="tinted",
        ),
        gap=t.space.l, padding=t.space.l,
    )  # fmt: skip


def sheet(pictures: list[Path]) -> Figure:
    """All of them: a column for each accent, two rows for each face."""

    @figure(title="Seeds", alt="One small figure in ten accents, light and dark, in three faces.", language="en")
    def made(t: Theme) -> Node:
        images = [Image(path, alt="", width=WIDTH) for path in pictures]
        width = SEEDS * (WIDTH + t.space.s) + t.space.s
        shelf = Grid(*images, columns=f"repeat({SEEDS}, auto)", gap=t.space.s)
        return Column(shelf, width=width, padding_x=t.space.s, padding_y=t.space.s)

    return made


def main() -> None:
    """Write seeds.png into a folder."""
    into = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    with TemporaryDirectory() as folder:
        pictures = []
        for face in FACES:
            for mode in ("light", "dark"):
                for number, accent in enumerate(accents()):
                    file, picture = Path(folder) / f"{face}-{number}.toml", Path(folder) / f"{face}-{mode}-{number}.png"
                    file.write_text(tokens(accent, face), encoding="utf-8")
                    theme = load_theme(file, {"theme": mode, "width": "narrow"})
                    for finding in small.check(theme):
                        print(f"{accent}, {face}, {mode}: {finding.message}", file=sys.stderr)  # noqa: T201 - a script
                    pictures.append(small.save(picture, theme, scale=1))
        sheet(pictures).save(into / "seeds.png", theme=load_theme(), scale=1)


if __name__ == "__main__":
    main()
