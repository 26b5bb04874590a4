"""What lies over an edge, under something else, or where it cannot be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.check.figures import faults

if TYPE_CHECKING:
    from pathlib import Path

FIGURE = """
@figure(title="T", alt="Cartões, textos e setas.")
def example(t: Theme) -> Node:
    a, b = Card(Text("um")), Card(Text("dois"))
    return {tree}
"""
BAR = "Row(background=t.color.response, width=t.space.xxl * {width}, height=t.space.xl, shrink=0)"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060f80f0001040100"
    "5fe5c34b0000000049454e44ae426082"
)
SIX = "width=t.space.xxl * 6"


def found(tree: str, folder: Path) -> list[str]:
    return [f"{f.diagnostic.rule}: {f.diagnostic.message}" for f in faults(FIGURE.format(tree=tree), folder)]


def test_a_background_may_be_clipped(tmp_path: Path) -> None:
    assert found(f"Column(Card({BAR.format(width=12)}, {SIX}, overflow='hidden'))", tmp_path) == []


def test_what_a_clip_takes_away_is_nowhere_else(tmp_path: Path) -> None:
    wide = f"Card({BAR.format(width=30)}, {SIX}, overflow='hidden')"
    assert found(f"Row({wide}, Card(Text('ao lado')), gap=t.space.l)", tmp_path) == []
    open_ = wide.replace("hidden", "visible")
    rules = {message.partition(":")[0] for message in found(f"Row({open_}, Card(Text('ao lado')))", tmp_path)}
    assert rules >= {"overlap", "off-page"}


def test_the_border_is_no_part_of_what_is_clipped(tmp_path: Path) -> None:
    text = "Text('largo demais aqui', wrap='nowrap', margin_left=-t.space.xxl * 3)"
    thick = "border_width=t.space.l, padding=0, overflow='hidden'"
    (message,) = found(f"Column(Card({text}, {SIX}, {thick}))", tmp_path)
    assert message.startswith("clipped: Card “largo demais aqui” (line 8) cuts off ")


@pytest.mark.parametrize("inside", ["position='absolute', left=0, top=t.space.l", "margin_top=t.space.l"])
def test_absolute_boxes_are_clipped_as_all_others(inside: str, tmp_path: Path) -> None:
    tree = f"Column(Row(Text('cortado', {inside}), {SIX}, height=t.space.xl, overflow='hidden'))"
    (message,) = found(tree, tmp_path)
    assert message.startswith("clipped: Row “cortado” (line 8) cuts off ")


def test_a_text_that_clips_itself_is_named_once(tmp_path: Path) -> None:
    (message,) = found("Column(Text('um texto de duas linhas', width=t.space.xxl * 2, overflow='hidden', "
                       "height=t.space.xl))", tmp_path)  # fmt: skip
    assert message.startswith("clipped: its own box cuts off ")


@pytest.mark.parametrize(
    ("child", "message"),
    [
        ("Text('na borda', margin_top=t.space.l * -1.5)", "Text “na borda” lies across the top edge of Card"),
        ("Text('na borda', wrap='nowrap', margin_left=-t.space.xxl)", "Text “na borda” lies across the left edge of"),
        ("Row(Text('na borda', margin_top=t.space.l * -1.5))", "Text “na borda” lies across the top edge of"),
        ("Card(Text('dentro'), margin_left=-t.space.xxl)", "Card “dentro” lies across the left edge of Card"),
        ("Text('na borda', position='absolute', top=-t.space.s)", "Text “na borda” lies across the top edge of"),
    ],
)
def test_nothing_lies_across_the_edge_around_it(child: str, message: str, tmp_path: Path) -> None:
    tree = f"Column(Text('acima'), Card({child}, Text('outro texto'), {SIX}, align_self='center'), gap=t.space.xxl)"
    (fault,) = found(tree, tmp_path)
    assert fault.startswith(f"overflow: {message}")
    assert fault.endswith("px are outside")


@pytest.mark.parametrize(
    "child",
    [
        "Pill('Novo', position='absolute', top='{pill.height} * -0.5', left=t.space.l)",
        "Badge('1', margin_left=t.space.l * -1.625)",
        "Row(background=t.color.response, height=t.space.s, margin_x=-t.space.l, margin_top=-t.space.l)",
    ],
)
def test_what_sits_on_an_edge_is_meant(child: str, tmp_path: Path) -> None:
    tree = f"Column(Text('acima'), Card({child}, Text('texto'), {SIX}, align_self='center'), gap=t.space.xxl)"
    assert [message for message in found(tree, tmp_path) if message.startswith(("overflow", "overlap"))] == []


@pytest.mark.parametrize(
    ("layers", "message"),
    [
        ("Text('um título'), Row(background=t.color.page, height=t.space.xxl)", "overlap: Row covers 61 px × 12 px of"),
        ("Text('um título'), Image('foto.png', alt='', height=t.space.xxl)", "overlap: Image covers "),
        (
            f"Card(Text('um'), {SIX}), Text('daqui até lá ' * 5, wrap='nowrap')",
            "overlap: Text “daqui até lá daqui até l…”",
        ),
        (
            "Card(Text('um título')), Row(background='{color.ink} / 80%', height=t.space.xxl)",
            "contrast: “um título” has a contrast of 1.8 : 1 (#26272a on #4d4d50)",
        ),
    ],
)
def test_words_are_not_hidden_in_a_stack(layers: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "foto.png").write_bytes(PIXEL)
    (fault,) = found(f"Stack({layers})", tmp_path)
    assert fault.startswith(message)


@pytest.mark.parametrize(
    "layers",
    [
        "Card(Text('um título')), Row(background='{color.caution} / 20%', height=t.space.xxl)",
        "Text('um título'), Row(border=t.color.line_strong, height=t.space.xxl)",
        f"Card(Text('um'), {SIX}), Row(Text('ao lado'), padding_left=t.space.xxl * 9)",
        "Row(background=t.color.sunken, height=t.space.xxl * 3), Row(Card(Text('um')), padding=t.space.l)",
    ],
)
def test_layers_that_leave_words_readable(layers: str, tmp_path: Path) -> None:
    assert found(f"Stack({layers})", tmp_path) == []


def test_an_arrow_beyond_the_page(tmp_path: Path) -> None:
    tree = "Column(a, b, Arrow(a.right, b.right), gap=t.space.xl, padding_x={})"
    (message,) = found(tree.format("0"), tmp_path)
    assert message == "off-page: this Arrow reaches 4.5 px beyond the page of 1000 px × 260 px"
    (message,) = found(tree.format("t.space.xxl"), tmp_path)
    assert message == "margin: this Arrow is 23 px from the right edge of the page; its padding is 48 px"
    assert found(f"Column(Row({tree.format('0')}, padding_x=t.space.xl))", tmp_path) == []


@pytest.mark.parametrize("nodes", ["a", "a, b"])
def test_the_label_of_a_group_is_not_almost_in_line_with_its_nodes(nodes: str, tmp_path: Path) -> None:
    room = "padding_x=t.space.xxl * 4, padding_y=t.space.xxl * 3"
    tree = f"Column(Row(a, b, gap=t.space.xxl), Group({nodes}, label='Um treino longo'), {room})"
    assert [one for one in found(tree, tmp_path) if one.startswith("near-miss")] == []
