"""Any seed colours, any roundness and any two faces give a file that holds in every mode."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from layoutkit.color import Color, contrast, parse_hex
from layoutkit.tokens import load_all
from layoutkit.tokens.contracts import measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.tokens import Theme, Themes

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "layoutkit"
FACES = {
    folder / stem
    for folder in (ROOT / "fonts", PACKAGE / "base" / "fonts", PACKAGE / "looks" / "fonts")
    for stem in {file.stem.partition("-4")[0].partition("-5")[0].partition("-7")[0] for file in folder.glob("*.ttf")}
    if (folder / f"{stem}-700.ttf").exists()
}
"""The families in the repository that can set a text: where their files are, and how their names begin."""
TONES = ("accent", "positive", "negative", "caution", "neutral")
UNRELATED = ("categories", "greys")
"""Contracts about tones that are told apart: colours that are chosen at random need not be."""

SEEDS = st.builds("#{:06X}".format, st.integers(0, 0xFFFFFF))
few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def written(**sections: dict[str, str]) -> str:
    """A file that extends the base theme."""
    tables = [
        f"[{name}]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items()) for name, keys in sections.items()
    ]
    return "\n".join(['extends = "layoutkit"', *tables])


def loaded(text: str) -> Themes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tokens.toml"
        path.write_text(text)
        return load_all(path)


def files(face: Path) -> str:
    """A family, by the weights that it has."""
    found = sorted(face.parent.glob(f"{face.name}-[0-9]*.ttf"))
    return "{ " + ", ".join(f'{file.stem.removeprefix(f"{face.name}-")} = "{file}"' for file in found) + " }"


def seen(theme: Theme, name: str) -> Color:
    """A colour as files have it, with components of 8 bits."""
    found = theme.color.get(name)
    assert isinstance(found, Color), name
    rounded = parse_hex(found.hex)
    assert rounded
    return rounded


def pairs(theme: Theme) -> Iterator[tuple[str, str, float]]:
    """What is seen on what, and the contrast that it needs."""
    high = theme.selection.values["contrast"] == "high"
    text, shape = (7.0, 4.5) if high else (4.5, 3.0)
    grounds = ("page", "surface")
    for one, ground in product(("ink", "ink_soft", "ink_muted"), (*grounds, "sunken")):
        yield one, ground, text
    for tone in TONES:
        for ground in (*grounds, f"{tone}_tint"):
            yield f"{tone}_ink", ground, text
            yield "ink", ground, text
        for part, ground in product(("edge", "line"), grounds):
            yield f"{tone}_{part}", ground, shape
        for ground in ("inverse", "inverse_raised"):
            yield f"on_inverse_{tone}", ground, text
        for ground in grounds:
            yield f"flow_{tone}", ground, 3.0
        yield f"on_{tone}", tone, 4.5
        yield "ink", f"{tone}_fill", text
    for one, ground in product(("on_inverse", "on_inverse_muted"), ("inverse", "inverse_raised")):
        yield one, ground, text
    yield "line_strong", "page", shape
    yield "line_strong", "surface", shape


def assert_legible(themes: Themes) -> None:
    for theme in themes:
        if theme.selection.values["width"] == "narrow":  # has the same colours
            continue
        for one, ground, least in pairs(theme):
            ratio = contrast(seen(theme, one), seen(theme, ground))
            assert ratio >= least, f"{one} on {ground}: {ratio:.2f} ({theme.selection})"
        short = [one.sentence for one in measure(theme) if not one.kept and one.contract.name not in UNRELATED]
        assert short == [], str(theme.selection)


@few
@example("#000000", "#FFFFFF")
@example("#FFFFFF", "#000000")
@example("#FFFF00", "#0000FF")
@example("#0000FF", "#FFFF00")
@example("#777777", "#777777")
@given(SEEDS, SEEDS)
def test_any_two_seeds_keep_every_contrast_in_every_mode(accent: str, neutral: str) -> None:
    themes = loaded(written(tone={"accent": f'"{accent}"', "neutral": f'"{neutral}"'}))
    assert_legible(themes)
    light = themes.theme({"theme": "light"}).color
    assert light.accent.hex == accent.lower(), "the seed is the colour of shapes"
    assert light.neutral.hex == neutral.lower()


@few
@example("#820AD1")
@example("#808080")
@example("#FFFFFF")
@given(SEEDS)
def test_an_inverse_card_may_have_any_colour(inverse: str) -> None:
    themes = loaded(written(color={"inverse": f'"{inverse}"'}, contract={"inverse_apart": "false"}))
    assert_legible(themes)
    assert themes.default.color.inverse.hex == inverse.lower()


@few
@given(st.integers(0, 40), st.sampled_from(sorted(FACES)), st.sampled_from(sorted(FACES)))
def test_any_roundness_and_any_two_faces_load(roundness: int, heading: Path, text: Path) -> None:
    radius = {"s": str(roundness / 4), "m": str(roundness / 2), "l": str(roundness)}
    themes = loaded(written(radius=radius, font={"heading": files(heading), "text": files(text)}))
    assert len(list(themes)) == 16
    assert themes.default.card.radius == roundness
    assert {file.path.parent for file in themes.default.font.text.files} == {text.parent}
