"""Writes the icons that come with layoutkit, and the licence beside them.

The source is the npm package lucide-static, as `npm pack` leaves it:

    npm pack lucide-static@1.62.0
    python icons/collect.py lucide-static-1.62.0.tgz

A file whose bytes differ from the ones recorded here is refused. Two runs write the same bytes. Circles, lines and
rectangles become path data, so that the package reads one kind of shape; nothing else is changed.
"""

import argparse
import hashlib
import json
import sys
import tarfile
from pathlib import Path
from xml.etree import ElementTree as ET

from layoutkit.drawing.svg_outlines import path_data

PACKAGE, VERSION = "lucide-static", "1.62.0"
SHA256 = "386f9080c440d6f5049cefe3456ae8357f7a0c7f76e59670cd1cb83bc7050a44"
TARGET = Path(__file__).parents[1] / "src" / "layoutkit" / "drawing"
GRID = "0 0 24 24"

NAMES = (  # noqa: SIM905 - a list of eighty words reads better without quotes
    "user users bot message-square messages-square check x circle-check circle-x triangle-alert info "
    "circle-question-mark database file-text file-json file-code files folder braces code terminal cpu brain "
    "book-open library layers settings sliders-horizontal wrench hammer arrow-right arrow-down refresh-cw "
    "repeat target scale star heart thumbs-up thumbs-down eye eye-off lock key shield shield-check lightbulb search "
    "trophy flag graduation-cap pencil sparkles zap chart-column chart-line calculator clock trending-down trending-up "
    "hash percent type languages globe network git-branch workflow filter list-checks list-ordered puzzle package plus "
    "minus equal quote table grid-3x3 dices image link map"
).split()


def main() -> int:
    """Read the package, write the data and the licence."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    found = hashlib.sha256(options.archive.read_bytes()).hexdigest()
    if found != SHA256:
        sys.stderr.write(f"{options.archive} has the SHA-256 {found}; {PACKAGE} {VERSION} has {SHA256}\n")
        return 1
    with tarfile.open(options.archive) as archive:
        icons = {name: shapes(read(archive, f"icons/{name}.svg")) for name in sorted(NAMES)}
        licence = read(archive, "LICENSE")
    data = {"package": PACKAGE, "version": VERSION, "sha256": SHA256, "licence": "ISC", "grid": GRID, "icons": icons}
    (options.out / "lucide.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    (options.out / "LICENSE-lucide.txt").write_text(licence, encoding="utf-8")
    return 0


def read(archive: tarfile.TarFile, name: str) -> str:
    """A text file of the package."""
    file = archive.extractfile(f"package/{name}")
    assert file is not None
    return file.read().decode()


def shapes(svg: str) -> list[str]:
    """The outlines of an icon as path data.

    Raises:
        ValueError: the icon is not what all others are, strokes of one width on the same grid.
    """
    root = ET.fromstring(svg)  # noqa: S314 - the archive's bytes are known
    looks = {root.get(name) for name in ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin")}
    if root.get("viewBox") != GRID or looks != {"none", "currentColor", "2", "round"}:
        raise ValueError(f"{svg[:80]} is drawn in another way")
    if any(set(child.keys()) & {"fill", "stroke", "transform"} for child in root):
        raise ValueError(f"{svg[:80]} has shapes of several looks")
    return [path_data(child) for child in root]


if __name__ == "__main__":
    sys.exit(main())
