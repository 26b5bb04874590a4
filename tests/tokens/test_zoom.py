"""Pages of other widths, with all lengths in proportion by one factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit import Arrow, Badge, Card, Column, Heading, Icon, Meter, Node, Pill, Row, Text
from layoutkit.tokens import load_all, load_theme
from layoutkit.tokens.listing import listing
from tests.style.extended import extended, placed_in
from tests.tokens.small import faults, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import Styled


def example() -> Node:
    first, second = Card(Heading("One"), Text("Some words that need two lines"), label="a"), Card(Meter(3, of=4))
    return Column(
        Text("A title", role="title"),
        Row(first, Arrow(label="then"), second, gap="{space.l}"),
        Row(Badge(1), Pill("two"), Icon("check"), gap="{space.s} * 2"),
        gap="{space.xl}",
    )


def rects(placed: PlacedBox[Styled]) -> Iterator[tuple[float, float, float, float]]:
    rect = placed.rect
    yield rect.x, rect.y, rect.width, rect.height
    for child in placed.children:
        yield from rects(child)


@pytest.mark.parametrize(("width", "zoom"), [(800, 0.8), (1200, 1.2), (500, 0.5)])
def test_a_page_in_proportion_is_the_same_picture(tmp_path: Path, width: float, zoom: float) -> None:
    theme = extended(tmp_path, f"[page]\nwidth = {width}\nzoom = {zoom}")
    plain, zoomed = placed_in(load_theme(), example()), placed_in(theme, example())
    for one, other in zip(rects(plain.root), rects(zoomed.root), strict=True):
        assert other == pytest.approx([zoom * length for length in one], abs=0.05)


def test_every_length_but_the_width_is_multiplied_once(tmp_path: Path) -> None:
    theme, plain = extended(tmp_path, "[page]\nzoom = 1.5"), load_theme()
    for section, key in (("space", "m"), ("radius", "l"), ("stroke", "thin"), ("card", "padding"), ("arrow", "margin"),
                         ("pill", "height"), ("page", "pattern_pitch"), ("pill", "radius")):  # fmt: skip
        assert getattr(theme, section).get(key) == pytest.approx(1.5 * getattr(plain, section).get(key)), key
    assert theme.type.body.size == pytest.approx(1.5 * plain.type.body.size)
    assert theme.type.title.letter_spacing == pytest.approx(1.5 * plain.type.title.letter_spacing)
    assert theme.shadow.card.blur == pytest.approx(1.5 * plain.shadow.card.blur)
    assert (theme.page.width, theme.output.print.width) == (plain.page.width, plain.output.print.width)
    assert dict(theme.contract.items())["paper"].font_size == dict(plain.contract.items())["paper"].font_size


def test_a_mode_may_have_another_zoom(tmp_path: Path) -> None:
    modes = '[modes]\ntheme = ["light", "dark"]\n[mode.theme.dark.page]\nzoom = 2\n'
    path = written(tmp_path, ("width = 200", "width = 200\nzoom = 1"), add=modes)
    light, dark = load_theme(path), load_theme(path, {"theme": "dark"})
    assert (dark.space.m, dark.card.padding) == (2 * light.space.m, 2 * light.card.padding)
    assert (dark.page.pattern_pitch, light.page.pattern_pitch) == (48, 24)
    assert dark.color.ink == light.color.ink


def test_the_page_for_phones_keeps_its_sizes(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text('extends = "layoutkit"\n[page]\nwidth = 1200\nzoom = 1.2\n')
    narrow = {"width": "narrow"}
    assert load_theme(path, narrow).type.body == load_theme(None, narrow).type.body


def test_a_factor_may_follow_the_width(tmp_path: Path) -> None:
    theme = extended(tmp_path, '[page]\nwidth = 1200\nzoom = "{page.width} * 0.001"')
    assert theme.space.m == pytest.approx(1.2 * load_theme().space.m)


def test_a_factor_that_follows_a_length_is_a_ring(tmp_path: Path) -> None:
    found = faults(written(tmp_path, ("width = 200", 'width = 200\nzoom = "{space.m} * 0.1"')))
    assert [fault.rule for fault in found] == ["token-cycle"]
    assert "page.zoom" in found[0].message


def test_the_list_says_what_it_multiplies(tmp_path: Path) -> None:
    path = written(tmp_path, ("width = 200", "width = 200\nzoom = 2"))
    (zoom,) = (token for token in listing(load_all(path), {}) if token.name == "page.zoom")
    assert zoom.referrers == ("all lengths",)
