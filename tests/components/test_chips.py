"""Pills, badges and circled icons: as large as they are, where the box around them says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit import Badge, Cell, ChatBubble, Column, Grid, Icon, IconCircle, Pill, Row, Stack, Text
from layoutkit.diagnostics import LayoutkitError
from tests.components.looked_at import boxes, looked_at, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit import Node
    from layoutkit.geometry import Rect

SIDE = 300.0
CHIPS = {"pill": lambda **props: Pill("a", **props), "badge": lambda **props: Badge("1", **props),
         "icon_circle": lambda **props: IconCircle("check", **props)}  # fmt: skip

every_chip = pytest.mark.parametrize("name", CHIPS)


def placed(name: str, around: Callable[..., Node], **props: object) -> tuple[Rect, Rect]:
    """The chip, and the square box around it."""
    subject = looked_at(Row(around(CHIPS[name](), width=SIDE, height=SIDE, **props)))
    (chip,) = boxes(subject, name)
    assert chip.parent is not None
    return chip.rect, chip.parent.rect


@every_chip
@pytest.mark.parametrize("around", [Row, Column, Grid, Stack])
def test_a_chip_is_not_stretched(name: str, around: Callable[..., Node]) -> None:
    size, _ = placed(name, Row, align="center")
    chip, box = placed(name, around)
    assert (chip.width, chip.height) == (size.width, size.height)
    assert (chip.x, chip.y) == (box.x, box.y)


@every_chip
@pytest.mark.parametrize(
    ("around", "props"),
    [
        (Row, {"align": "center", "justify": "center"}),
        (Column, {"align": "center", "justify": "center"}),
        (Stack, {"align": "center", "justify": "center"}),
        (Grid, {"align": "center", "justify_items": "center", "rows": "1fr"}),
    ],
)
def test_a_chip_goes_where_the_box_around_it_says(
    name: str, around: Callable[..., Node], props: dict[str, object]
) -> None:
    chip, box = placed(name, around, **props)
    assert (chip.center.x, chip.center.y) == (box.center.x, box.center.y)


def test_a_chip_is_stretched_where_the_author_says_so() -> None:
    subject = looked_at(Column(Pill("a", align_self="stretch"), width=SIDE))
    (pill,) = boxes(subject, "pill")
    assert pill.rect.width == SIDE


def test_pills_badges_icons_and_cells_of_a_row_share_their_middle() -> None:
    subject = looked_at(Row(Pill("a"), Badge("1"), IconCircle("check"), Icon("check"), Cell("42"), align="center"))
    middles = {name: boxes(subject, name)[0].rect.center.y for name in ("pill", "badge", "icon_circle", "icon", "cell")}
    assert len(set(middles.values())) == 1, middles


@pytest.mark.parametrize("who", ["human", "assistant"])
def test_an_avatar_stands_beside_the_foot_of_the_bubble(who: str) -> None:
    bubble = ChatBubble("Why?\n\nWhy not?", who=who, name="Name", avatar=IconCircle("user"))  # type: ignore[arg-type]
    subject = looked_at(bubble)
    (avatar,), (said,) = boxes(subject, "icon_circle"), boxes(subject, f"bubble_{who}")
    assert avatar.rect.bottom == said.rect.bottom


@pytest.mark.parametrize(("given", "shown"), [("7", "7"), (7, "7"), (12, "12"), (2.5, "2.5")])
def test_a_badge_takes_a_number(given: str | float, shown: str) -> None:
    assert [words(seen) for seen in looked_at(Badge(given)).texts] == [shown]


@pytest.mark.parametrize("make", [lambda: Badge(text=True), lambda: Badge(None), lambda: Pill(7)])  # type: ignore[arg-type]
def test_what_is_no_text_is_refused_at_the_authors_line(make: Callable[[], Node]) -> None:
    with pytest.raises(LayoutkitError) as caught:
        make()
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.rule == "not-text"
    assert diagnostic.places[0].path.name == "test_chips.py"


def test_tones_colour_pills_badges_circles_and_cells() -> None:
    nodes = {"pill": Pill, "badge": Badge, "cell": Cell}
    for name, component in nodes.items():
        plain, toned = (boxes(looked_at(Row(component("a", tone=tone))), name)[0] for tone in (None, "wrong"))
        assert plain.box.look.background != toned.box.look.background
    plain, toned = (boxes(looked_at(Row(IconCircle("check", tone=tone))), "icon_circle")[0] for tone in (None, "wrong"))
    assert plain.box.look.background != toned.box.look.background


def test_a_cell_shows_its_text_as_it_is() -> None:
    subject = looked_at(Row(Cell("*1*", align_self="start"), Text("beside")))
    assert words(subject.texts[0]) == "*1*"
    (cell,) = boxes(subject, "cell")
    assert subject.texts[0].rect.center.x == pytest.approx(cell.rect.center.x)


def test_an_icon_in_a_circle_stands_in_its_middle_and_takes_its_colour() -> None:
    subject = looked_at(Row(IconCircle("check", tone="response"), IconCircle(Icon("check", size=12))))
    for circle, icon in zip(boxes(subject, "icon_circle"), boxes(subject, "icon"), strict=True):
        assert (icon.rect.center.x, icon.rect.center.y) == (circle.rect.center.x, circle.rect.center.y)
    first, second = boxes(subject, "icon")
    assert (first.rect.width, second.rect.width) == (24, 12)
    assert first.box.art is not None
    assert second.box.art is not None
    assert first.box.art.color != second.box.art.color
