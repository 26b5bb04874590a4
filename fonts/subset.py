"""Writes font subsets, their licences and the provenance tables of the README.md beside them.

The sources are static TrueType files inside npm packages; the README.md says how to unpack them. `series.toml` lists
the fonts of this folder, `base.toml` and `looks.toml` those of the base theme and of the looks in the package:

    python fonts/subset.py fonts/base.toml <folder that holds @expo-google-fonts/> [--out <folder>]

Of each family the list says its `package` and `version`, how the subsets are called (`stem` in file names; `name`
inside them, where the makers reserve the `title`), what is `kept` of its characters (`without`
some) and `features`, and its files.

A source whose bytes differ from the ones recorded here is refused. Two runs with the same fontTools write the same
bytes: the fonts keep their own modification date and the tables are packed by fontTools itself.

What a subset leaves out: every script but Latin and Greek, hinting (text is drawn as outlines), device kerning for
single pixel sizes, variable-font leftovers (STAT), and in the monospaced face the contextual alternates that join
`!=` or `->` into one sign, because a figure should show code as it is typed.
"""

import argparse
import hashlib
import json
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SCOPE = "@expo-google-fonts"
TABLE_START = "<!-- written by subset.py: start -->"
TABLE_END = "<!-- written by subset.py: end -->"

WINDOWS, UNICODE_BMP, ENGLISH_US = 3, 1, 0x409
"""Platform, encoding and language of the name records that are kept."""


@dataclass(frozen=True, slots=True)
class CodePoints:
    """A closed range of Unicode code points."""

    first: int
    last: int


TEXT = (
    CodePoints(0x0020, 0x017F),  # Basic Latin, Latin-1 Supplement, Latin Extended-A
    CodePoints(0x0218, 0x021B),  # Romanian comma-below letters
    CodePoints(0x02C6, 0x02DD),  # spacing accents
    CodePoints(0x0300, 0x0328),  # combining accents: decomposed input
    CodePoints(0x0370, 0x03FF),  # Greek
    CodePoints(0x2000, 0x206F),  # General Punctuation
    CodePoints(0x2070, 0x209F),  # Superscripts and Subscripts
    CodePoints(0x20A0, 0x20BF),  # Currency Symbols
    CodePoints(0x2100, 0x218F),  # Letterlike Symbols, Number Forms
    CodePoints(0x2190, 0x21FF),  # Arrows
    CodePoints(0x2200, 0x22FF),  # Mathematical Operators
    CodePoints(0x25A0, 0x25FF),  # Geometric Shapes
    CodePoints(0x2600, 0x27BF),  # Miscellaneous Symbols, Dingbats
)
MONO = (
    *TEXT,
    CodePoints(0x2500, 0x259F),  # Box Drawing, Block Elements
)
SYMBOLS = (
    CodePoints(0x0020, 0x0020),  # a font without a space confuses PDF viewers
    CodePoints(0x00A0, 0x00A0),
    CodePoints(0x2190, 0x21FF),
    CodePoints(0x2200, 0x22FF),
    CodePoints(0x25A0, 0x25FF),
    CodePoints(0x2600, 0x27BF),
    CodePoints(0x27F0, 0x27FF),  # Supplemental Arrows-A
    CodePoints(0x2B00, 0x2BFF),  # Miscellaneous Symbols and Arrows
)
MARKED = (
    CodePoints(0x0020, 0x007E),  # letters without marks: those with marks are put together by anchors
    CodePoints(0x00A0, 0x00A0),
    *(CodePoints(code, code) for code in map(ord, "ÆÐØÞæðøþĐđĦħıĿŀŁłŊŋŒœŦŧȷ")),  # letters that do not come apart
    CodePoints(0x0300, 0x0338),  # combining marks
    CodePoints(0x0391, 0x03C9),  # Greek
    CodePoints(0x03D1, 0x03F5),  # Greek signs of formulas
)

POSITIONING = ("kern", "mark", "mkmk", "ccmp", "locl")
FEATURES = (
    *POSITIONING,
    *("liga", "clig", "calt", "rlig", "dlig", "case", "cpsp"),
    *("tnum", "pnum", "lnum", "onum", "zero", "smcp", "c2sc"),
    *("frac", "numr", "dnom", "ordn", "sups", "subs", "sinf"),
    *(f"ss{number:02}" for number in range(1, 11)),
)
MONO_FEATURES = (*POSITIONING, "case", "zero", "frac", "ordn", "sups", "subs", "sinf")


KEPT = {"text": TEXT, "mono": MONO, "symbols": SYMBOLS, "marks": MARKED}
"""Code points, by what a family says that is kept of it."""
KEPT_FEATURES = {"all": FEATURES, "mono": MONO_FEATURES, "positioning": POSITIONING}
"""OpenType features, likewise."""


@dataclass(frozen=True, slots=True)
class Face:
    """One source file and the subset made of it."""

    weight: int
    italic: bool
    source: str
    """The file in the package."""
    sha256: str

    @property
    def style(self) -> str:
        """Weight and slope, as the name of the file has them."""
        return f"{self.weight}{'-italic' if self.italic else ''}"


@dataclass(frozen=True, slots=True)
class Family:
    """A package of the scope, and what is kept of its fonts."""

    title: str
    """What its makers call it."""
    name: str
    """What the subsets are called; another name where the title is reserved by its makers."""
    package: str
    version: str
    stem: str
    """How the names of the subsets begin."""
    kept: tuple[CodePoints, ...]
    without: str
    """Characters that are left out all the same, because another family draws them better."""
    features: tuple[str, ...]
    faces: tuple[Face, ...]

    def target(self, face: Face) -> str:
        """File name of a subset."""
        return f"{self.stem}-{face.style}.ttf"

    def name_of(self, face: Face) -> str:
        """Family name of a subset: one family per file, so that fontconfig cannot mix up weights."""
        return f"layoutkit {self.name} {face.weight}{' Italic' if face.italic else ''}"


@dataclass(frozen=True, slots=True)
class Collection:
    """The fonts of one folder."""

    families: tuple[Family, ...]
    out: Path


def read_collection(file: Path) -> Collection:
    """What a list of fonts says: ``series.toml``, ``base.toml``, ``looks.toml``."""
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    families = tuple(
        Family(
            title=family["title"],
            name=family.get("name", family["title"]),
            package=family["package"],
            version=family["version"],
            stem=family["stem"],
            kept=KEPT[family["kept"]],
            without=family.get("without", ""),
            features=KEPT_FEATURES[family["features"]],
            faces=tuple(
                Face(int(style.removesuffix("-italic")), style.endswith("-italic"), face["file"], face["sha256"])
                for style, face in family["faces"].items()
            ),
        )
        for family in said["family"]
    )
    return Collection(families, (file.parent / said["out"]).resolve())


def sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check_sources(collection: Collection, packages: Path) -> None:
    """Refuses packages of another version and font files with other bytes.

    Raises:
        SystemExit: names the first package or file that differs.
    """
    for family in collection.families:
        package = packages / SCOPE / family.package
        manifest = json.loads((package / "package.json").read_text(encoding="utf-8"))
        if manifest["version"] != family.version:
            sys.exit(f"{SCOPE}/{family.package} is {manifest['version']}; these subsets come from {family.version}")
        for face in family.faces:
            found = sha256(package / face.source)
            if found != face.sha256:
                sys.exit(f"{SCOPE}/{family.package}: {face.source} has sha256 {found}; expected {face.sha256}")


def subset_options(family: Family) -> subset.Options:
    """FontTools options that keep typography and leave out everything that varies from run to run."""
    options = subset.Options()
    options.layout_features = list(family.features)
    options.layout_scripts = ["DFLT", "latn", "grek"]
    options.name_IDs = list(range(26))
    options.name_languages = [ENGLISH_US]
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables = [*options.drop_tables, "STAT", "MATH", "BASE", "vhea", "vmtx", "gasp"]
    options.recalc_timestamp = False
    options.harfbuzz_repacker = False
    return options


def rename(font: TTFont, family_name: str, *, italic: bool) -> None:
    """Gives the file a family of its own; copyright, licence, version and feature names stay as they are."""
    name = font["name"]
    postscript_name = family_name.replace("layoutkit ", "layoutkit").replace(" ", "-")
    style = ("Bold " if font["OS/2"].fsSelection & (1 << 5) else "") + ("Italic" if italic else "")
    records = {
        1: family_name,
        2: style.strip() or "Regular",
        3: f"{name.getDebugName(5)};{postscript_name}",
        4: family_name,
        6: postscript_name,
        16: family_name,
        17: style.strip() or "Regular",
    }
    for name_id in (*records, 18, 21, 22, 25):
        name.removeNames(nameID=name_id)
    for name_id, text in records.items():
        name.setName(text, name_id, WINDOWS, UNICODE_BMP, ENGLISH_US)


def write_subset(family: Family, face: Face, source: Path, target: Path) -> None:
    """Cuts one font down to the kept code points and features."""
    options = subset_options(family)
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    kept = {code for codes in family.kept for code in range(codes.first, codes.last + 1)}
    subsetter.populate(unicodes=sorted(kept - set(map(ord, family.without))))
    subsetter.subset(font)
    rename(font, family.name_of(face), italic=face.italic)
    subset.save_font(font, str(target), options)


def write_licence(family: Family, packages: Path, out: Path) -> None:
    """Copies the family's licence, with the font's copyright line on top where the package left it out."""
    text = (packages / SCOPE / family.package / "LICENSE_FONT").read_text(encoding="utf-8")
    copyright_line = font_name(out / family.target(family.faces[0]), 0)
    if not text.startswith("Copyright"):
        text = f"{copyright_line}\n\n{text}"
    lines = (line.rstrip() for line in text.splitlines())
    (out / f"OFL-{family.stem}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def font_name(path: Path, name_id: int) -> str:
    """The font's own text for a name id, for instance 0 (copyright) or 5 (version)."""
    with TTFont(path, lazy=True) as font:
        return str(font["name"].getDebugName(name_id))


def provenance(collection: Collection, out: Path) -> str:
    """The tables of README.md: where each file comes from, and what each font says of itself."""
    faces = [(family, face, family.target(face)) for family in collection.families for face in family.faces]
    rows = ["| file | package | file in the package | bytes |", "| --- | --- | --- | ---: |"]
    for family, face, target in faces:
        origin = f"`{SCOPE}/{family.package}` {family.version}"
        rows.append(f"| `{target}` | {origin} | `{face.source}` | {(out / target).stat().st_size:,} |")
    rows += ["", "| file | sha256 of the source | sha256 of the subset |", "| --- | --- | --- |"]
    rows += [f"| `{target}` | `{face.sha256}` | `{sha256(out / target)}` |" for _, face, target in faces]
    rows += ["", "| family | font version | copyright | licence |", "| --- | --- | --- | --- |"]
    for family in collection.families:
        font = out / family.target(family.faces[0])
        licence = f"[OFL-1.1](OFL-{family.stem}.txt)"
        rows.append(f"| {family.title} | {font_name(font, 5)} | {font_name(font, 0)} | {licence} |")
    return "\n".join(rows)


def write_provenance(readme: Path, tables: str) -> None:
    """Replaces the tables between the two markers of README.md."""
    before, _, rest = readme.read_text(encoding="utf-8").partition(TABLE_START)
    _, _, after = rest.partition(TABLE_END)
    readme.write_text(f"{before}{TABLE_START}\n{tables}\n{TABLE_END}{after}", encoding="utf-8", newline="\n")


def main() -> None:
    """Command line: the list of fonts, the folder of unpacked packages, and where to write."""
    parser = argparse.ArgumentParser(description="Write the font subsets and their provenance table.")
    parser.add_argument("fonts", type=Path, help="list of fonts, such as fonts/base.toml")
    parser.add_argument("packages", type=Path, help=f"folder that holds {SCOPE}/, for instance node_modules")
    parser.add_argument("--out", type=Path, help="where the fonts go (default: where the list says)")
    arguments = parser.parse_args()
    collection, packages = read_collection(arguments.fonts), arguments.packages
    out = arguments.out or collection.out
    check_sources(collection, packages)
    for family in collection.families:
        for face in family.faces:
            source = packages / SCOPE / family.package / face.source
            write_subset(family, face, source, out / family.target(face))
        write_licence(family, packages, out)
    if (out / "README.md").exists():
        write_provenance(out / "README.md", provenance(collection, out))


if __name__ == "__main__":
    main()
