"""Writes the font subsets of this folder, their licences and the provenance table of README.md.

The sources are static TrueType files inside seven npm packages; `README.md` says how to unpack them.

    python fonts/subset.py <folder that holds @expo-google-fonts/> [--out <folder>]

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


@dataclass(frozen=True, slots=True)
class Family:
    """A package of the scope, and what is kept of its fonts."""

    package: str
    version: str
    display_name: str
    file_stem: str
    kept: tuple[CodePoints, ...]
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Face:
    """One source file and the subset made of it."""

    family: Family
    source: str
    sha256: str
    weight: int
    italic: bool = False

    @property
    def target(self) -> str:
        """File name of the subset."""
        return f"{self.family.file_stem}-{self.weight}{'-italic' if self.italic else ''}.ttf"

    @property
    def family_name(self) -> str:
        """Family name of the subset: one family per file, so that fontconfig cannot mix up weights."""
        return f"layoutkit {self.family.display_name} {self.weight}{' Italic' if self.italic else ''}"


GOOGLE_SANS = Family("google-sans", "0.4.2", "Google Sans", "google-sans", TEXT, FEATURES)
ROBOTO = Family("roboto", "0.4.3", "Roboto", "roboto", TEXT, FEATURES)
JETBRAINS_MONO = Family("jetbrains-mono", "0.4.1", "JetBrains Mono", "mono", MONO, MONO_FEATURES)
LITERATA = Family("literata", "0.4.3", "Literata", "serif", TEXT, FEATURES)
NOTO_MATH = Family("noto-sans-math", "0.4.2", "Noto Sans Math", "math", SYMBOLS, POSITIONING)
NOTO_SYMBOLS = Family("noto-sans-symbols-2", "0.4.1", "Noto Sans Symbols 2", "symbols", SYMBOLS, POSITIONING)
FIRA_SANS = Family("fira-sans", "0.4.1", "Fira Sans", "marks", MARKED, POSITIONING)
FAMILIES = (GOOGLE_SANS, ROBOTO, JETBRAINS_MONO, LITERATA, NOTO_MATH, NOTO_SYMBOLS, FIRA_SANS)

FACES = (
    Face(
        GOOGLE_SANS,
        "400Regular/GoogleSans_400Regular.ttf",
        "c7cbbd4320549b7052b8b2c3b621e41d2c050584bf46fa5668e26ffdd3bc7b21",
        400,
    ),
    Face(
        GOOGLE_SANS,
        "500Medium/GoogleSans_500Medium.ttf",
        "b12e6ff46a55a968f0169e384c02c23ba91c418e1ea1b07676ad383755c2b130",
        500,
    ),
    Face(
        GOOGLE_SANS,
        "700Bold/GoogleSans_700Bold.ttf",
        "98560a50f5c6430f8e6570fd315a0bf056470eb72e7fb812148f17fcfec4dd57",
        700,
    ),
    Face(
        ROBOTO,
        "400Regular/Roboto_400Regular.ttf",
        "15256405ecb0d880678833a582760efad538ab2932318b52c8105b267d159459",
        400,
    ),
    Face(
        ROBOTO,
        "400Regular_Italic/Roboto_400Regular_Italic.ttf",
        "6a372c348dc20c246b92d60b9bda3c0a9ffedc129790ed3f31faf89daa99d793",
        400,
        italic=True,
    ),
    Face(
        ROBOTO,
        "500Medium/Roboto_500Medium.ttf",
        "79343dc641a2e8d48a703a4667b71fc8dc6565cc8ce47dfc34fc52c12aadbf38",
        500,
    ),
    Face(
        ROBOTO,
        "700Bold/Roboto_700Bold.ttf",
        "4aaf8c5b661a386998c2e70cf2b87e2440f5404e0b8fd81164f0413fb3435ec6",
        700,
    ),
    Face(
        ROBOTO,
        "700Bold_Italic/Roboto_700Bold_Italic.ttf",
        "c6a5e7c224d3bf6698e5d3c124f0f0220cad20d5d413920447a96f033a0292ee",
        700,
        italic=True,
    ),
    Face(
        JETBRAINS_MONO,
        "400Regular/JetBrainsMono_400Regular.ttf",
        "b6b1ff4ddefe36d7f2a6174e1d001cab374e594519ee9049af028d577b64c5f5",
        400,
    ),
    Face(
        JETBRAINS_MONO,
        "500Medium/JetBrainsMono_500Medium.ttf",
        "23d57b8a635d023c3717a9c7ac1721199d0f8c6fe4b06d4d5ba3af2170fcbaa2",
        500,
    ),
    Face(
        JETBRAINS_MONO,
        "700Bold/JetBrainsMono_700Bold.ttf",
        "a2349098b9e45419e7bf0e2958d6c4937a049dded37387b08be725be4c7615f3",
        700,
    ),
    Face(
        LITERATA,
        "400Regular/Literata_400Regular.ttf",
        "7a3127b8aee7ac1f50419a45fd6c9dd19071060a7a6b31194a6b72446ff253b1",
        400,
    ),
    Face(
        LITERATA,
        "700Bold/Literata_700Bold.ttf",
        "33274290d005dc65abd706b5db900ebd0bc297a0f41a0e16caa3f905677f840f",
        700,
    ),
    Face(
        NOTO_MATH,
        "400Regular/NotoSansMath_400Regular.ttf",
        "b4a1dfdbfa13b4755e5eac20cb25c1d17ed5a745ceb89639595e8cf45a2b1e07",
        400,
    ),
    Face(
        NOTO_SYMBOLS,
        "400Regular/NotoSansSymbols2_400Regular.ttf",
        "f67f40c65f929f029827ab37cfdc4897dfd9ae3c28d9e98ba46e0d52e39eb97e",
        400,
    ),
    Face(
        FIRA_SANS,
        "400Regular/FiraSans_400Regular.ttf",
        "3dabf3d48bf4599f95cffd92f99ea426a014d5311f52a5eb5ec3af265e97cd97",
        400,
    ),
    Face(
        FIRA_SANS,
        "400Regular_Italic/FiraSans_400Regular_Italic.ttf",
        "e48b22ba7f2eab682501ba01b3ddfdbf65dadfafa74d9b2efe1879eb949b5c69",
        400,
        italic=True,
    ),
    Face(
        FIRA_SANS,
        "500Medium/FiraSans_500Medium.ttf",
        "7c2d4961dd4a2dbe3ec9c6a2fc60d7ee21f44dfa7c5c71256b28d15e8af89535",
        500,
    ),
    Face(
        FIRA_SANS,
        "700Bold/FiraSans_700Bold.ttf",
        "74b477a3e2b7c745e6dac8c01764c8fd82e53763b47ef1eccd24dce36d2ff71f",
        700,
    ),
    Face(
        FIRA_SANS,
        "700Bold_Italic/FiraSans_700Bold_Italic.ttf",
        "8049b15ea03da7982db1152a9927911c47e0a92dc5ed434fa329b143a99b6adb",
        700,
        italic=True,
    ),
)


def sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check_sources(packages: Path) -> None:
    """Refuses packages of another version and font files with other bytes.

    Raises:
        SystemExit: names the first package or file that differs.
    """
    for family in FAMILIES:
        manifest = json.loads((packages / SCOPE / family.package / "package.json").read_text(encoding="utf-8"))
        if manifest["version"] != family.version:
            sys.exit(f"{SCOPE}/{family.package} is {manifest['version']}; these subsets come from {family.version}")
    for face in FACES:
        found = sha256(packages / SCOPE / face.family.package / face.source)
        if found != face.sha256:
            sys.exit(f"{SCOPE}/{face.family.package}: {face.source} has sha256 {found}; expected {face.sha256}")


def subset_options(face: Face) -> subset.Options:
    """FontTools options that keep typography and leave out everything that varies from run to run."""
    options = subset.Options()
    options.layout_features = list(face.family.features)
    options.layout_scripts = ["DFLT", "latn", "grek"]
    options.name_IDs = list(range(26))
    options.name_languages = [ENGLISH_US]
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables = [*options.drop_tables, "STAT", "MATH", "BASE", "vhea", "vmtx", "gasp"]
    options.recalc_timestamp = False
    options.harfbuzz_repacker = False
    return options


def rename(font: TTFont, face: Face) -> None:
    """Gives the file a family of its own; copyright, licence, version and feature names stay as they are."""
    name = font["name"]
    postscript_name = face.family_name.replace("layoutkit ", "layoutkit").replace(" ", "-")
    style = ("Bold " if font["OS/2"].fsSelection & (1 << 5) else "") + ("Italic" if face.italic else "")
    records = {
        1: face.family_name,
        2: style.strip() or "Regular",
        3: f"{name.getDebugName(5)};{postscript_name}",
        4: face.family_name,
        6: postscript_name,
        16: face.family_name,
        17: style.strip() or "Regular",
    }
    for name_id in (*records, 18, 21, 22, 25):
        name.removeNames(nameID=name_id)
    for name_id, text in records.items():
        name.setName(text, name_id, WINDOWS, UNICODE_BMP, ENGLISH_US)


def write_subset(face: Face, source: Path, target: Path) -> None:
    """Cuts one font down to the kept code points and features."""
    options = subset_options(face)
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for kept in face.family.kept for c in range(kept.first, kept.last + 1)])
    subsetter.subset(font)
    rename(font, face)
    subset.save_font(font, str(target), options)


def write_licence(family: Family, packages: Path, out: Path) -> None:
    """Copies the family's licence, with the font's copyright line on top where the package left it out."""
    text = (packages / SCOPE / family.package / "LICENSE_FONT").read_text(encoding="utf-8")
    copyright_line = font_name(out / next(face.target for face in FACES if face.family is family), 0)
    if not text.startswith("Copyright"):
        text = f"{copyright_line}\n\n{text}"
    lines = (line.rstrip() for line in text.splitlines())
    (out / f"OFL-{family.file_stem}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def font_name(path: Path, name_id: int) -> str:
    """The font's own text for a name id, for instance 0 (copyright) or 5 (version)."""
    with TTFont(path, lazy=True) as font:
        return str(font["name"].getDebugName(name_id))


def provenance(out: Path) -> str:
    """The two tables of README.md: where each file comes from, and what each font says of itself."""
    rows = ["| file | package | file in the package | bytes |", "| --- | --- | --- | ---: |"]
    for face in FACES:
        size = (out / face.target).stat().st_size
        origin = f"`{SCOPE}/{face.family.package}` {face.family.version}"
        rows.append(f"| `{face.target}` | {origin} | `{face.source}` | {size:,} |")
    rows += ["", "| file | sha256 of the source | sha256 of the subset |", "| --- | --- | --- |"]
    rows += [f"| `{face.target}` | `{face.sha256}` | `{sha256(out / face.target)}` |" for face in FACES]
    rows += ["", "| family | font version | copyright | licence |", "| --- | --- | --- | --- |"]
    for family in FAMILIES:
        font = out / next(face.target for face in FACES if face.family is family)
        licence = f"[OFL-1.1](OFL-{family.file_stem}.txt)"
        rows.append(f"| {family.display_name} | {font_name(font, 5)} | {font_name(font, 0)} | {licence} |")
    return "\n".join(rows)


def write_provenance(readme: Path, out: Path) -> None:
    """Replaces the tables between the two markers of README.md."""
    before, _, rest = readme.read_text(encoding="utf-8").partition(TABLE_START)
    _, _, after = rest.partition(TABLE_END)
    readme.write_text(f"{before}{TABLE_START}\n{provenance(out)}\n{TABLE_END}{after}", encoding="utf-8", newline="\n")


def main() -> None:
    """Command line: the folder of unpacked packages, and where to write."""
    here = Path(__file__).parent
    parser = argparse.ArgumentParser(description="Write the font subsets and their provenance table.")
    parser.add_argument("packages", type=Path, help=f"folder that holds {SCOPE}/, for instance node_modules")
    parser.add_argument("--out", type=Path, default=here, help="where the fonts go (default: beside this script)")
    arguments = parser.parse_args()
    check_sources(arguments.packages)
    for face in FACES:
        write_subset(face, arguments.packages / SCOPE / face.family.package / face.source, arguments.out / face.target)
    for family in FAMILIES:
        write_licence(family, arguments.packages, arguments.out)
    if (arguments.out / "README.md").exists():
        write_provenance(arguments.out / "README.md", arguments.out)


if __name__ == "__main__":
    main()
