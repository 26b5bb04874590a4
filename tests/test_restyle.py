"""Another token file restyles the whole series; no figure is touched."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from layoutkit.color import Color
from layoutkit.loading import load_figures
from layoutkit.paint import paint
from layoutkit.paint.display import DropShadow, FillRect, Glyphs, StrokeRect, ink_colors
from layoutkit.renderer import Renderer
from layoutkit.series import Series
from layoutkit.tokens import Theme, load_all, load_theme
from tests.output.pictures import Picture, picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.discover import NamedFigure
    from layoutkit.paint.display import DisplayList

ROOT = Path(__file__).parents[1]
SHIPPED = "tokens.toml"
PALETTE, SERIF, LARGE = (f"tests/tokens_{name}.toml" for name in ("palette", "serif", "large"))
LOOKS = (SHIPPED, PALETTE, SERIF, LARGE)
NAMES = tuple(sorted(path.stem for path in (ROOT / "figures").glob("[0-9]*.py")))

every_figure_in_every_look = pytest.mark.parametrize(
    ("look", "name"), [(look, name) for look in LOOKS for name in NAMES]
)


@cache
def figures() -> dict[str, NamedFigure]:
    found, failed = load_figures([ROOT / "figures"])
    assert failed == []
    return {named.name: named for named in found}


@cache
def renderer(look: str) -> Renderer:
    return Renderer(load_theme(ROOT / look))


def theme(look: str) -> Theme:
    return renderer(look).theme


@cache
def display(look: str, name: str) -> DisplayList:
    return paint(renderer(look).place(figures()[name]))


@cache
def rendered(look: str, name: str) -> Picture:
    """The figure as it goes to the web."""
    at = renderer(look)
    named = figures()[name]
    return picture(at.picture(named, at.place(named), theme(look).output.web))


def glyphs(look: str, name: str) -> list[Glyphs]:
    return [operation for operation in display(look, name).ink if isinstance(operation, Glyphs)]


def colors(value: object) -> set[Color]:
    """All colours below a token or a section."""
    if isinstance(value, Color):
        return {value}
    parts: Any = value.items() if hasattr(value, "items") else ()
    return {color for _, part in parts for color in colors(part)}


def test_all_figures_load() -> None:
    assert len(NAMES) >= 5
    assert tuple(figures()) == NAMES


@pytest.mark.parametrize("look", [PALETTE, SERIF, LARGE])
def test_every_look_answers_to_the_same_names(look: str) -> None:
    for section, tokens in theme(SHIPPED).sections().items():
        assert list(theme(look).sections()[section]) == list(tokens), f"{look} has other tokens in [{section}]"
    assert list(theme(look).type) == list(theme(SHIPPED).type)
    assert list(theme(look).output) == list(theme(SHIPPED).output)


@every_figure_in_every_look
def test_the_page_is_as_its_tokens_say(look: str, name: str) -> None:
    image, t = rendered(look, name), theme(look)
    assert image.width == t.page.width * t.output.web.scale
    page = t.color.page
    assert image.at(1, 1) == tuple(round(255 * channel) for channel in (page.red, page.green, page.blue))


@every_figure_in_every_look
def test_the_title_is_set_in_its_role(look: str, name: str) -> None:
    t = theme(look)
    role = t.type.title
    title = [run for run in glyphs(look, name) if run.run.size == role.size]
    assert "".join(run.run.text for run in title).replace(" ", "") in figures()[name].figure.title.replace(" ", "")
    files = {file.path for file in t.font.get(role.font).files if file.weight == role.weight}  # type: ignore[union-attr]
    assert {run.run.face.path for run in title} == files
    assert {run.color for run in title} == {role.color}


def solid(color: Color) -> tuple[float, float, float]:
    """A colour without its transparency, which figures and components may choose."""
    return color.red, color.green, color.blue


@every_figure_in_every_look
def test_everything_painted_comes_from_the_tokens(look: str, name: str) -> None:
    t = theme(look)
    known = set().union(*(colors(section) for section in t.sections().values()))
    shadows = {shadow.color for _, shadow in t.shadow.items()}
    used = {color for operation in display(look, name).ink for color in ink_colors(operation)}
    assert {solid(color) for color in used} <= {solid(color) for color in known | shadows}
    assert {run.run.size for run in glyphs(look, name)} <= {float(role.size) for _, role in t.type.items()}
    assert {run.run.face.path for run in glyphs(look, name)} <= {
        file.path for _, family in t.font.items() for file in family.files
    }


@every_figure_in_every_look
def test_the_page_keeps_its_padding(look: str, name: str) -> None:
    left = min(run.x for run in glyphs(look, name))
    boxes = [o.rect for o in display(look, name).ink[1:] if isinstance(o, FillRect | StrokeRect)]
    assert left == theme(look).page.padding_x
    assert min(rect.x for rect in boxes) >= left - 1e-9
    assert max(rect.right for rect in boxes) <= theme(look).page.width - left + 1e-9


@every_figure_in_every_look
def test_shadows_are_those_of_the_cards(look: str, name: str) -> None:
    shadow = theme(look).shadow.card
    cast = [operation for operation in display(look, name).ink if isinstance(operation, DropShadow)]
    assert cast
    assert {(operation.sigma, operation.color) for operation in cast} == {(shadow.sigma, shadow.color)}


@pytest.mark.parametrize("name", NAMES)
def test_the_looks_differ(name: str) -> None:
    for one, other in combinations(LOOKS, 2):
        assert rendered(one, name).rgb != rendered(other, name).rgb


@pytest.mark.parametrize("look", [PALETTE, SERIF, LARGE])
def test_no_look_breaks_a_figure(look: str) -> None:
    """So nothing but the tokens had to change: not on wide pages, nor on narrow ones, nor in the dark."""
    themes = load_all(ROOT / look)
    chosen = [themes.theme(modes) for modes in ({}, {"width": "narrow"}, {"theme": "dark"})]
    report = Series(list(figures().values()), [], themes, chosen).check()
    assert report.findings == ()


@pytest.mark.parametrize("name", NAMES)
def test_other_colours_leave_everything_in_its_place(name: str) -> None:
    one, other = (display(look, name) for look in (SHIPPED, PALETTE))
    assert (one.width, one.height) == (other.width, other.height)
    assert [(run.x, run.y, run.run.text) for run in glyphs(SHIPPED, name)] == [
        (run.x, run.y, run.run.text) for run in glyphs(PALETTE, name)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_large_look_sets_all_type_a_quarter_larger_on_the_same_page(name: str) -> None:
    sizes = {role.size for _, role in theme(SHIPPED).type.items()}  # in one column a figure may take other roles
    assert {run.run.size / 1.25 for run in glyphs(LARGE, name)} <= sizes
    assert display(LARGE, name).width == display(SHIPPED, name).width
    assert display(LARGE, name).height > display(SHIPPED, name).height


@pytest.mark.parametrize("name", NAMES)
def test_the_serif_look_has_serifs_wherever_it_speaks(name: str) -> None:
    t = theme(SERIF)
    speaks = {run.run.face.path.name for run in glyphs(SERIF, name)} - {
        file.path.name
        for family in ("mono", "symbols", "math")
        for file in t.font.get(family).files  # type: ignore[union-attr]
    }
    assert speaks == {"serif-400.ttf", "serif-700.ttf"}


def numbers(value: object) -> Iterator[float]:
    """All numbers inside a value, whatever it is made of."""
    if isinstance(value, float):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from numbers(part)
    elif is_dataclass(value):
        for part in fields(value):
            yield from numbers(getattr(value, part.name))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_painted_holds_plain_numbers(name: str) -> None:
    """A length that still knew its token would make every sum of layout and painting ten times as slow."""
    drawn = [o for o in display(LOOKS[0], name).ink if not isinstance(o, Glyphs)]
    assert {type(number) for operation in drawn for number in numbers(operation)} == {float}
