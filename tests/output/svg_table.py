"""Measures SVG files in other people's programs and writes the tables in docs/outputs.md.

``python -m tests.output.svg_table``; ``--pictures FOLDER`` keeps what each program drew. Programs that are not
installed have no row.
"""

from __future__ import annotations

import argparse
import io
import re
from collections import defaultdict
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
_GALLERY = ("02", "06", "10")
"""Figures of the gallery: tables, heat and curves."""


def artworks() -> Iterator[tuple[str, Artwork]]:
    """The figures of the series and some of the gallery, by short names."""
    for folder, tokens, prefix in (
        ("figures", "tokens.toml", ""),
        ("docs/gallery", "docs/gallery/tokens.toml", "gallery "),
    ):
        renderer = Renderer(load_all(ROOT / tokens).theme({}))
        for named in load_figures([ROOT / folder])[0]:
            if not prefix or named.name[:2] in _GALLERY:
                output = plain_output("png", SCALE)
                yield prefix + named.name[:2], renderer.artwork(named, renderer.place(named), output)


def measured(pictures: Path | None) -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    """Per cent of pixels off, by kind of text, program and figure."""
    shares: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    with TemporaryDirectory() as name:
        expected = {}
        for short, artwork in artworks():
            data = png(artwork.display, SCALE, 96 * SCALE, artwork.metadata)
            with Image.open(io.BytesIO(data)) as image:
                expected[short] = image.convert("RGB")
            for kind in ("outlines", "live"):
                folder = Path(name) / kind
                folder.mkdir(exist_ok=True)
                font = None if kind == "outlines" else web_font
                file = svg(artwork.display, artwork.metadata, font=font)
                (folder / f"{short.replace(' ', '-')}.svg").write_bytes(file)
        for kind in ("outlines", "live"):
            for program, wanted in PROGRAMS.items():
                if missing([needs(*wanted).mark]):
                    continue
                for short, picture in expected.items():
                    stem = short.replace(" ", "-")
                    drawn = viewer(program)(Path(name) / kind / f"{stem}.svg", SCALE)
                    if pictures:
                        drawn.save(pictures / f"{kind}-{program}-{stem}.png")
                    shares[kind][program][short] = share_off(picture, drawn)
    return shares


def table(shares: Mapping[str, Mapping[str, float]]) -> str:
    """Programs down, figures across."""
    figures = list(next(iter(shares.values())))
    lines = [f"| program | {' | '.join(figures)} |", "|---" + "|---:" * len(figures) + "|"]
    lines += [f"| {program} | {' | '.join(f'{its[one]:.2f}' for one in figures)} |" for program, its in shares.items()]
    return "\n".join(lines)


def main() -> None:
    """Measure, and write the tables between their marks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path)
    pictures = parser.parse_args().pictures
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    text = PAGE.read_text(encoding="utf-8")
    for kind, shares in measured(pictures).items():
        marked = re.compile(rf"(<!-- programs: {kind} -->\n).*?(<!-- end -->)", re.DOTALL)
        text = marked.sub(rf"\g<1>{table(shares)}\n\g<2>", text)
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
