"""Measures SVG files in other people's programs and writes the tables in docs/outputs.md.

``python -m tests.output.svg_table``; ``--pictures FOLDER`` keeps what each program drew. Programs that are not
installed have no row.
"""

from __future__ import annotations

import argparse
import io
import re
from collections import defaultdict
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

from layoutkit.loading import load_figures
from layoutkit.output.formats import plain_output
from layoutkit.output.png import png
from layoutkit.output.svg import svg
from layoutkit.output.svg_fonts import web_font
from layoutkit.renderer import Renderer
from layoutkit.tokens.load import load_all
from tests.output.alike import share_off
from tests.output.svg_viewers import PROGRAMS, viewer
from tests.programs import missing, needs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from layoutkit.output.artwork import Artwork

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "outputs.md"
SCALE = 2
SOURCES: Mapping[str, tuple[str, str]] = {
    "figure": ("figures", "tokens.toml"),
    "gallery": ("docs/gallery", "docs/gallery/tokens.toml"),
}
"""Folders of figures with their token files, by what the tables call them."""


def artworks(source: str) -> Iterator[tuple[str, Artwork]]:
    """The figures of one of the sources, by their numbers."""
    folder, tokens = SOURCES[source]
    renderer = Renderer(load_all(ROOT / tokens).theme({}))
    for named in load_figures([ROOT / folder])[0]:
        yield named.name[:2], renderer.artwork(named, renderer.place(named), plain_output("png", SCALE))


def picture(artwork: Artwork) -> Image.Image:
    """A figure as it has to look."""
    with Image.open(io.BytesIO(png(artwork.display, SCALE, 96 * SCALE, artwork.metadata))) as image:
        return image.convert("RGB")


def measured(pictures: Path | None) -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    """Per cent of pixels off, by kind of text, program and figure."""
    shares: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    with TemporaryDirectory() as name:
        for source in SOURCES:
            expected = {}
            for number, artwork in artworks(source):
                expected[number] = picture(artwork)
                for kind, font in (("outlines", None), ("live", web_font)):
                    path = Path(name) / kind / source / f"{number}.svg"
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(svg(artwork.display, artwork.metadata, font=font))
            kinds = ("outlines", "live") if source == "figure" else ("outlines",)
            for kind, (program, wanted), number in product(kinds, PROGRAMS.items(), expected):
                if missing([needs(*wanted).mark]):
                    continue
                drawn = viewer(program)(Path(name) / kind / source / f"{number}.svg", SCALE)
                if pictures:
                    drawn.save(pictures / f"{kind}-{program}-{source}-{number}.png")
                shares[kind][program][f"{source} {number}"] = share_off(expected[number], drawn)
    return shares


def table(shares: Mapping[str, Mapping[str, float]]) -> str:
    """Figures down, programs across."""
    figures = next(iter(shares.values()))
    lines = [f"| | {' | '.join(shares)} |", "|---" + "|---:" * len(shares) + "|"]
    lines += [f"| {one} | {' | '.join(f'{its[one]:.2f}' for its in shares.values())} |" for one in figures]
    return "\n".join(lines)


def main() -> None:
    """Measure, and write the tables between their marks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path)
    pictures = parser.parse_args().pictures
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    found = measured(pictures)
    text = PAGE.read_text(encoding="utf-8")
    for kind, shares in found.items():
        marked = re.compile(rf"(<!-- programs: {kind} -->\n).*?(<!-- end -->)", re.DOTALL)
        text = marked.sub(rf"\g<1>{table(shares)}\n\g<2>", text)
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
