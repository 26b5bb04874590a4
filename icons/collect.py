"""Writes the icons that come with layoutkit, the words that they are looked up by, and the licence beside them.

The source is the npm package lucide-static, as `npm pack` leaves it:

    npm pack lucide-static@1.62.0
    python icons/collect.py lucide-static-1.62.0.tgz

A file whose bytes differ from the ones recorded here is refused. Two runs write the same bytes. Circles, lines and
rectangles become path data, so that the package reads one kind of shape; nothing else is changed. Words are those of
icons/words.txt, Lucide's own tags, and earlier names.
"""

import argparse
import hashlib
import json
import re
import sys
import tarfile
from collections import defaultdict
from pathlib import Path

from layoutkit.drawing.svg_outlines import Lengths, path_data
from layoutkit.drawing.svg_tree import Element, parse_xml
from layoutkit.geometry import Size

PACKAGE, VERSION = "lucide-static", "1.62.0"
SHA256 = "386f9080c440d6f5049cefe3456ae8357f7a0c7f76e59670cd1cb83bc7050a44"
TARGET = Path(__file__).parents[1] / "src" / "layoutkit" / "drawing"
WORDS = Path(__file__).with_name("words.txt")
GRID = "0 0 24 24"
HEAD = f"# {PACKAGE} {VERSION}, SHA-256 {SHA256}, licence ISC (LICENSE-lucide.txt); written by icons/collect.py"


def main() -> int:
    """Read the package, write the data, the words and the licence."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    found = hashlib.sha256(options.archive.read_bytes()).hexdigest()
    if found != SHA256:
        sys.stderr.write(f"{options.archive} has the SHA-256 {found}; {PACKAGE} {VERSION} has {SHA256}\n")
        return 1
    with tarfile.open(options.archive) as archive:
        files = {member.name.removeprefix("package/"): read(archive, member) for member in archive if is_read(member)}
    tags: dict[str, list[str]] = json.loads(files["tags.json"])
    drawn = {path[6:-4]: shapes(svg) for path, svg in files.items() if path.startswith("icons/")}
    current = {outlines: name for name, outlines in sorted(drawn.items(), reverse=True) if name in tags}
    lines = {name: "\t".join(outlines) if name in tags else f"={current[outlines]}" for name, outlines in drawn.items()}
    former = {name: line[1:] for name, line in lines.items() if line[0] == "="}
    english, portuguese = words_by_icon(WORDS.read_text(encoding="utf-8"), former)
    english = {name: [*english[name], *its] for name, its in tags.items()}
    for earlier, name in sorted(former.items()):
        english[name].append(earlier)
    words = {name: "\t".join(", ".join(dict.fromkeys(its[name])) for its in (english, portuguese)) for name in tags}
    write(options.out / "lucide.txt", lines)
    write(options.out / "lucide-words.txt", words)
    (options.out / "LICENSE-lucide.txt").write_text(files["LICENSE"], encoding="utf-8")
    return 0


def is_read(member: tarfile.TarInfo) -> bool:
    """Whether a file of the package is of use."""
    return re.fullmatch(r"package/(icons/[a-z0-9-]+\.svg|tags\.json|LICENSE)", member.name) is not None


def read(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    """A text file of the package."""
    file = archive.extractfile(member)
    assert file is not None
    return file.read().decode()


def shapes(svg: str) -> tuple[str, ...]:
    """The outlines of an icon as path data; those that are filled as well begin with an asterisk.

    Raises:
        ValueError: the icon is not what all others are, strokes of one width on the same grid.
    """
    root = parse_xml(svg)
    looks = {root.get(name) for name in ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin")}
    if root.get("viewBox") != GRID or looks != {"none", "currentColor", "2", "round"}:
        raise ValueError(f"{svg[:80]} is drawn in another way")
    if any(set(child.attributes) & {"stroke", "transform"} for child in root.children):
        raise ValueError(f"{svg[:80]} has shapes of several looks")
    if {child.get("fill") for child in root.children} - {"", "currentColor"}:
        raise ValueError(f"{svg[:80]} has shapes of several colours")
    return tuple(("*" if child.get("fill") else "") + data(child) for child in root.children)


def data(shape: Element) -> str:
    """The outline of a shape, written as short as it can be: circles are two halves, points stay as they are."""
    if shape.tag in ("polyline", "polygon"):
        return f"M{shape.get('points').strip()}{'Z' if shape.tag == 'polygon' else ''}"
    if shape.tag not in ("circle", "ellipse"):
        return path_data(shape, Lengths(Size(24.0, 24.0), 16.0))
    x, y = float(shape.get("cx")), float(shape.get("cy"))
    rx, ry = (float(shape.get("r") or shape.get(name)) for name in ("rx", "ry"))
    arc = f"A{rx:.12g} {ry:.12g} 0 1 1"
    return f"M{x - rx:.12g} {y:.12g}{arc} {x + rx:.12g} {y:.12g}{arc} {x - rx:.12g} {y:.12g}Z"


def words_by_icon(text: str, former: dict[str, str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The English and the Portuguese words of each icon, from lines of icons and words.

    Args:
        text: the lines.
        former: the names that earlier names of icons have now.
    """
    english, portuguese = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for line in text.splitlines():
        icons, _, words = line.partition(": ")
        for icon in () if line.startswith("#") else icons.split():
            for found, its in zip((portuguese, english), words.split(" | "), strict=False):
                found[former.get(icon, icon)] += its.split(", ")
    return english, portuguese


def write(path: Path, lines: dict[str, str]) -> None:
    """A file with a line for each icon, in the order of their names."""
    text = "".join(f"{name}\t{line}\n" for name, line in sorted(lines.items()))
    path.write_text(f"{HEAD}\n{text}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
