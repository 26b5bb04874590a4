"""The committed fonts of the series, the base theme and the looks: provenance, coverage, features, names, licences."""

import hashlib
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "layoutkit"
SERIES, BASE, LOOKS = ROOT / "fonts", PACKAGE / "base" / "fonts", PACKAGE / "looks" / "fonts"
FOLDERS = (SERIES, BASE, LOOKS)
FILES = [file for folder in FOLDERS for file in sorted(folder.glob("*.ttf"))]

every_folder = pytest.mark.parametrize("folder", FOLDERS, ids=["series", "base", "looks"])
every_full_folder = pytest.mark.parametrize("folder", [SERIES, BASE], ids=["series", "base"])
"""Those that have every character by themselves: the looks fall back on the base theme."""
every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))

SYMBOLS = "→←↑↓↔⇒↺↻✓✗✔✘×÷−±≈≠≤≥∞ΣπθλΔ∇αβγσμη∂∈∑∏√•·…–—“”‘’«»°ªº§№™©₁₂₀²³½■□●○▲▼◆★☆☐☑"
PORTUGUESE = "ÀÁÂÃÇÉÊÍÓÔÕÚÜàáâãçéêíóôõúü"
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180)]
BOX_DRAWING = range(0x2500, 0x2580)

LATIN_GAPS = {
    SERIES / "google-sans": {0x0149, 0x017F},  # ŉ, deprecated in Unicode; long s
    SERIES / "mono": {0x0132, 0x0133},  # the ij ligature letters, written as two letters today
    BASE / "heading": {0x00AD, 0x017F},  # the soft hyphen, which is never drawn
    BASE / "mono": {0x017F},
    LOOKS / "editorial": {0x0132, 0x0133, 0x0149, 0x017F},
    LOOKS / "friendly": {0x0133, 0x017F},
}
"""Code points of Latin that the source fonts themselves lack."""


def code_points(file: Path) -> set[int]:
    with TTFont(file, lazy=True) as font:
        return set(font.getBestCmap())


def names(file: Path) -> dict[int, str]:
    with TTFont(file, lazy=True) as font:
        return {record.nameID: str(record) for record in font["name"].names}


def features(file: Path) -> set[str]:
    with TTFont(file, lazy=True) as font:
        return {
            record.FeatureTag
            for table in ("GSUB", "GPOS")
            if table in font and font[table].table.FeatureList is not None
            for record in font[table].table.FeatureList.FeatureRecord
        }


def stem(file: Path) -> str:
    return re.sub(r"-\d.*", "", file.stem)


def of(folder: Path) -> list[Path]:
    return [file for file in FILES if file.parent == folder]


def test_every_weight_of_the_base_theme_is_there() -> None:
    assert [file.name for file in of(BASE)] == [
        *("heading-500.ttf", "heading-700.ttf"),
        *("marks-400-italic.ttf", "marks-400.ttf", "marks-500.ttf", "marks-700-italic.ttf", "marks-700.ttf"),
        "math-400.ttf",
        *("mono-400.ttf", "mono-500.ttf", "mono-700.ttf"),
        "symbols-400.ttf",
        *("text-400-italic.ttf", "text-400.ttf", "text-600.ttf", "text-700-italic.ttf", "text-700.ttf"),
    ]


def test_every_weight_of_the_series_is_there() -> None:
    assert [file.name for file in of(SERIES)] == [
        *("google-sans-400.ttf", "google-sans-500.ttf", "google-sans-700.ttf"),
        *("marks-400-italic.ttf", "marks-400.ttf", "marks-500.ttf", "marks-700-italic.ttf", "marks-700.ttf"),
        "math-400.ttf",
        *("mono-400.ttf", "mono-500.ttf", "mono-700.ttf"),
        *("roboto-400-italic.ttf", "roboto-400.ttf", "roboto-500.ttf", "roboto-700-italic.ttf", "roboto-700.ttf"),
        *("serif-400.ttf", "serif-700.ttf"),
        "symbols-400.ttf",
    ]


def test_every_weight_of_the_looks_is_there() -> None:
    assert [file.name for file in of(LOOKS)] == [
        *("editorial-400-italic.ttf", "editorial-400.ttf", "editorial-600.ttf"),
        *("editorial-700-italic.ttf", "editorial-700.ttf"),
        *("friendly-400-italic.ttf", "friendly-400.ttf", "friendly-600.ttf"),
        *("friendly-700-italic.ttf", "friendly-700.ttf", "friendly-800.ttf"),
        *("technical-500.ttf", "technical-700.ttf"),
    ]


@every_folder
def test_the_folder_stays_small(folder: Path) -> None:
    assert sum(file.stat().st_size for file in of(folder)) < 1_550_000


@every_file
def test_readme_lists_the_hash_and_size_of_the_file(file: Path) -> None:
    readme = (file.parent / "README.md").read_text(encoding="utf-8")
    data = file.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    assert re.search(rf"^\| `{file.name}` \| `[0-9a-f]{{64}}` \| `{digest}` \|$", readme, re.MULTILINE)
    assert re.search(
        rf"^\| `{file.name}` \| `@\S+/\S+` [\d.]+ \| `\S+\.ttf` \| {len(data):,} \|$", readme, re.MULTILINE
    )


@every_file
def test_the_licence_lies_beside_the_font(file: Path) -> None:
    licence = (file.parent / f"OFL-{stem(file)}.txt").read_text(encoding="utf-8")
    assert licence.startswith("Copyright")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert re.search(r"Open Font License, version 1\.1", names(file)[13], re.IGNORECASE)


@every_file
def test_no_subset_carries_a_reserved_font_name(file: Path) -> None:
    licence = (file.parent / f"OFL-{stem(file)}.txt").read_text(encoding="utf-8").partition("\n")[0]
    found = re.findall(r"with Reserved Font Name '(\w+)'", licence + names(file)[0])
    assert ("Reserved Font Name" in licence + names(file)[0]) == bool(found)
    own = " ".join(names(file)[name_id] for name_id in (1, 3, 4, 6, 16))
    assert not [name for name in found if name in own]


@every_folder
def test_each_file_is_a_family_of_its_own(folder: Path) -> None:
    for name_id in (1, 4, 6, 16):
        assert len({names(file)[name_id] for file in of(folder)}) == len(of(folder))


@every_file
def test_family_name_tells_weight_and_slope(file: Path) -> None:
    with TTFont(file, lazy=True) as font:
        weight, italic = font["OS/2"].usWeightClass, bool(font["OS/2"].fsSelection & 1)
    assert file.stem == f"{stem(file)}-{weight}{'-italic' if italic else ''}"
    family = names(file)[1]
    assert family == names(file)[4] == names(file)[16]
    assert family.startswith("layoutkit ")
    assert family.endswith(f" {weight}{' Italic' if italic else ''}")
    assert re.fullmatch(r"[A-Za-z0-9-]{1,63}", names(file)[6])


@every_file
def test_embedding_in_documents_is_allowed(file: Path) -> None:
    with TTFont(file, lazy=True) as font:
        assert font["OS/2"].fsType == 0


TEXT_FACES = {"google-sans", "roboto", "mono", "heading", "text", "editorial", "friendly", "technical"}


@pytest.mark.parametrize("file", [file for file in FILES if stem(file) in TEXT_FACES], ids=str)
def test_text_faces_cover_latin(file: Path) -> None:
    covered = code_points(file)
    assert set(LATIN) - covered == LATIN_GAPS.get(file.parent / stem(file), set())
    assert {ord(letter) for letter in PORTUGUESE} <= covered


@every_full_folder
def test_together_they_cover_every_symbol(folder: Path) -> None:
    covered = set[int]().union(*(code_points(file) for file in of(folder)))
    assert [sign for sign in SYMBOLS if ord(sign) not in covered] == []
    assert set(LATIN) <= covered


@every_full_folder
@pytest.mark.parametrize("weight", [400, 500, 700])
def test_mono_draws_boxes_and_has_one_width(folder: Path, weight: int) -> None:
    file = folder / f"mono-{weight}.ttf"
    assert set(BOX_DRAWING) <= code_points(file)
    with TTFont(file, lazy=True) as font:
        cmap, widths = font.getBestCmap(), font["hmtx"]
        unspaced = {*range(0x300, 0x370), 0x200B}  # combining marks, zero-width space
        em = font["head"].unitsPerEm
        assert {widths[glyph][0] / em for code, glyph in cmap.items() if code not in unspaced} == {0.6}


@pytest.mark.parametrize(
    ("family", "expected"),
    [
        (BASE / "heading", {"kern", "liga", "tnum", "frac", "case", "mark", "ccmp", "calt"}),
        (BASE / "text", {"kern", "liga", "pnum", "onum", "frac", "mark", "ccmp"}),
        (BASE / "mono", {"mark", "zero", "frac"}),
        (
            SERIES / "google-sans",
            {"kern", "liga", "tnum", "lnum", "smcp", "case", "frac", "ss01", "mark", "ccmp", "calt"},
        ),
        (LOOKS / "editorial", {"kern", "liga", "pnum", "tnum", "case", "mark", "sups"}),
        (LOOKS / "friendly", {"kern", "onum", "frac", "mark", "ccmp"}),
        (LOOKS / "technical", {"kern", "liga", "tnum", "onum", "frac", "mark", "ccmp", "zero"}),
        (SERIES / "roboto", {"kern", "liga", "tnum", "lnum", "smcp", "frac", "ss01", "mark", "ccmp"}),
        (SERIES / "mono", {"mark", "ccmp", "zero", "frac"}),
    ],
)
def test_typographic_features_survive(family: Path, expected: set[str]) -> None:
    files = [file for file in FILES if file.parent / stem(file) == family]
    assert files
    for file in files:
        assert expected <= features(file)


@every_full_folder
def test_mono_shows_code_as_typed(folder: Path) -> None:
    assert not features(folder / "mono-400.ttf") & {"calt", "liga", "dlig"}
