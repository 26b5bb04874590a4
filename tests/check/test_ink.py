"""Rules measure what is seen: the ink of letters, icons and braces, not the boxes that the layout gives them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from layoutkit.check.context import look_at
from layoutkit.geometry import Rect
from layoutkit.loading import load_figures
from layoutkit.output.metadata import Metadata
from layoutkit.output.png import png
from layoutkit.paint import paint
from layoutkit.paint.display import DisplayList, Dots, DropShadow, FillRect
from layoutkit.path import CurveTo, LineTo, MoveTo, Path
from layoutkit.policy import check
from tests.check.figures import IMPORTS, theme_with

if TYPE_CHECKING:
    import pathlib

    from layoutkit.check.context import CheckContext

FIGURE = """
@figure(title="T", alt="Textos e ícones.")
def example(t: Theme) -> Node:
    return {tree}
"""
SPACED = {"type.label.letter_spacing": "8"}
LARGE = {"type.title.size": "96", "type.title.line_height": "96"}
CUT = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<path d="M12 12H40V8H12z"/><path d="M30 0H40V9H30z"/></svg>'
)
"""Its second shape is outside the view box, its first reaches out of it."""
SCALE = 4


def looked_at(tree: str, folder: pathlib.Path, tokens: dict[str, str]) -> tuple[CheckContext, list[str]]:
    """A figure, and what the rules say of it but for typed lengths."""
    renderer = theme_with(folder, tuple(tokens.items()))
    script = folder / "01-example.py"
    script.write_text(IMPORTS + FIGURE.format(tree=tree), encoding="utf-8")
    (named,), failed = load_figures([script])
    assert not failed
    placed = renderer.place(named)
    found = [
        f"{fault.diagnostic.rule}: {fault.diagnostic.message}"
        for fault in check(renderer, named, placed, allowed=frozenset({"literal"}))
    ]
    return look_at(named.figure, renderer.theme, placed, paint(placed)), found


def pixels_of(display: DisplayList) -> Rect:
    """What encloses all that is painted but for backgrounds, on pixels."""
    ground = (FillRect, Dots, DropShadow)
    ink = DisplayList(display.width, display.height, tuple(o for o in display.operations if not isinstance(o, ground)))
    picture = Image.open(io.BytesIO(png(ink, SCALE, 96 * SCALE, Metadata("", "", "pt-BR")))).convert("L")
    box = picture.point(lambda grey: 255 if grey < 250 else 0).getbbox()
    assert box is not None
    left, top, right, bottom = (edge / SCALE for edge in box)
    return Rect(left, top, right - left, bottom - top)


@pytest.mark.parametrize(
    "node",
    [
        "Text('Palavras, jogo e Água')",
        "Text('ace')",
        "Text('108', role='title')",
        "Text('espaço', role='label')",
        "Text('espaço', role='label', align='end')",
        "Text('duas linhas de texto que quebra', width=t.space.xxl * 2)",
        "Text('*jota* _fj_', role='body')",
        "Text('f(x)^2^', role='code')",
        "Text('–')",
        "Icon('check', size=t.space.xxl)",
        "Icon('brain', size=t.space.xxl * 2, stroke_width=t.space.s)",
        "Icon('arrow-right', width=t.space.xxl * 2, height=t.space.xxl)",
        "Icon(path='cut.svg', size=t.space.xxl)",
        "Image('cut.svg', alt='', width=t.space.xxl, height=t.space.xxl * 2, fit='cover')",
    ],
)
def test_ink_is_where_pixels_are(node: str, tmp_path: pathlib.Path) -> None:
    (tmp_path / "cut.svg").write_text(CUT)
    subject, _ = looked_at(f"Column({node}, padding=40)", tmp_path, SPACED)
    ink, seen = subject.boxes[1].ink, pixels_of(subject.display)
    edges = [(one, other) for one, other in zip(_edges(ink), _edges(seen), strict=True)]
    assert all(abs(one - other) <= 0.5 for one, other in edges), edges


def _edges(rect: Rect) -> tuple[float, float, float, float]:
    return rect.x, rect.y, rect.right, rect.bottom


@pytest.mark.parametrize(
    ("tree", "tokens"),
    [
        # a large number at the end of the page; a number has no descenders
        ("Column(Text('108', role='title', margin_bottom='-10px'))", LARGE),
        ("Column(Text('108', role='title', margin_top='-11px'))", LARGE),
        # behind the last letter there is room for one more
        ("Column(Text('espaço', role='label', align_self='end', margin_right='-8px'))", SPACED),
        (
            "Column(Card(Text('espaço', role='label'), align_self='start', padding=0, padding_left=9, padding_y=9))",
            SPACED,
        ),
        ("Column(Row(Text('espaço', role='label'), Text('ao lado')))", SPACED),
        ("Column(Row(Text('espaço', role='label', wrap='nowrap', shrink=0, width='97px'), Text('a'), gap=20))", SPACED),
        # an icon's square has room on all sides
        ("Column(Text('“Uma fala que pende na margem.”', role='quote'), Heading('— Fala'))", {}),
        ("Column(Text('“Uma fala justificada, com “outra” dentro.”', role='title', align='justify'))", LARGE),
        ("Column(Icon('minus', size=40, margin_top='-15px'))", {}),
        ("Column(Row(Icon('arrow-down', size=40, margin_left='-7px')))", {}),
        ("Column(Row(Text('um'), Icon('arrow-down', size=40)))", {}),
        ("Column(Icon('minus', size=40), Text('abaixo', margin_top='-40px'))", {}),
        ("Column(Row(Icon('circle-check', size=40), width=40, height=40, radius=20, background=t.color.sunken))", {}),
        # nor does what ends with such room need it
        ("Column(Row(Text('ab', role='label'), width='40px', padding_left='6px', background=t.color.sunken))", SPACED),
        ("Column(Row(Text('108', role='title'), height='80px', align='center', background=t.color.sunken))", LARGE),
        (
            "Column(Row(Row(Text('108', role='title')), height='80px', align='center', background=t.color.sunken))",
            LARGE,
        ),
        (
            "Column(Row(Row(Text('ab', role='label')), width='40px', padding_left='6px', background=t.color.sunken))",
            SPACED,
        ),
        ("Column(Text('108', role='title', height='90px', wrap='nowrap'))", LARGE),
        ("Column(Row(Icon('minus', size=40), height='20px', align='center', background=t.color.sunken))", {}),
        ("Column(Row(Icon('arrow-down', size=40), width='30px', justify='center', background=t.color.sunken))", {}),
        # an icon whose square is not in line: its lines are
        ("Column(Icon('check', size=200), Card(Text('a'), width='202px'), align='start')", {}),
        ("Column(Icon('check', size=200, margin_left='2px'), Card(Text('a'), width='400px'), align='start')", {}),
        ("Column(Text('a'), Icon('check', size=24), align='start')", {}),
        ("Column(Icon('check', size=12), Text('a'), align='start')", {}),
        ("Column(Icon('brain', size=24), Icon('check', size=24), align='start')", {}),
        # a “j” and italics reach beyond their place
        ("Column(Text('jota'))", {}),
        ("Column(Icon('check', size=24, stroke_width=4))", {}),
    ],
)
def test_what_is_not_seen_is_no_fault(tree: str, tokens: dict[str, str], tmp_path: pathlib.Path) -> None:
    assert looked_at(tree, tmp_path, tokens)[1] == []


@pytest.mark.parametrize(
    ("tree", "tokens", "message"),
    [
        ("Column(Text('108', role='title', margin_bottom='-20px'))", LARGE, "margin: Text “108” is 33 px"),
        ("Column(Text('jpg', role='title', margin_bottom='-10px'))", LARGE, "margin: Text “jpg” is "),
        ("Column(Text('espaço', role='label', align_self='end', margin_right='-12px'))", SPACED, "margin: Text “esp"),
        ("Row(Card(Text('espaço', role='label', margin_right='-8px'), padding=9, padding_right=0))",
         SPACED, "cramped: Text “espaço” is 1.6 px"),
        ("Column(Row(Text('espaço', role='label', margin_right='-8px'), Text('ao lado')))", SPACED, "cramped: Text “"),
        ("Column(Row(Text('espaço', role='label', wrap='nowrap', width='70px'), Text('a'), gap=20))", SPACED,
         "overflow"),
        ("Column(Row(Text('108', role='title'), height='50px', align='center', background=t.color.sunken))", LARGE,
         "overflow: Text “108” needs 96 px in height"),
        ("Column(Row(Text('jpg', role='title'), height='80px', align='start', background=t.color.sunken))", LARGE,
         "overflow: Text “jpg” needs 96 px in height"),
        ("Column(Row(Row(Text('108', role='title')), height='50px', align='center', background=t.color.sunken))", LARGE,
         "overflow: Row “108” needs 96 px in height"),
        ("Column(Row(Row(Text('ab', wrap='nowrap'), padding=9, shrink=0), width='30px', background=t.color.sunken))",
         {}, "overflow: Row “ab” needs "),
        ("Column(Text('108', role='title', height='70px', wrap='nowrap'))", LARGE,
         "overflow: Text “108” needs 96 px in"),
        ("Column(Row(Icon('image', size=40, shrink=0), width='30px', background=t.color.sunken))", {},
         "overflow: Icon needs 40 px in width"),
        ("Column(Icon('brain', size=24), Icon('check', size=24, margin_left='2px'), align='start')", {},
         "near-miss: Icon starts 2 px"),
        ("Column(Text('a'), Icon('check', size=24, margin_left='2px'), align='start')", {},
         "near-miss: Icon starts 2 px"),
        ("Column(Icon('check', size=200), Icon('check', size=200, margin_left='2px'), align='start')", {},
         "near-miss: the left and right edges of Icon"),
        ("Column(Icon('minus', size=40, margin_top='-25px'))", {}, "margin: Icon is "),
        ("Column(Text('“Fala” longe', role='quote', margin_left='-12px'))", {}, "margin: Text ““Fala” longe” is"),
        ("Column(Row(Text('um'), Icon('image', size=16)))", {}, "cramped: Text “um” is "),
        ("Column(Icon('minus', size=40), Text('abaixo', margin_top='-60px'))", {}, "overlap: Text “abaixo” covers "),
        ("Column(Row(Icon('image', size=40), width=40, height=40, radius=20, background=t.color.sunken))", {},
         "outside-corner: Icon reaches "),
    ],
)  # fmt: skip
def test_what_is_seen_is_a_fault(tree: str, tokens: dict[str, str], message: str, tmp_path: pathlib.Path) -> None:
    found = looked_at(tree, tmp_path, tokens)[1]
    assert any(one.startswith(message) for one in found), found


def test_the_bounds_of_a_curve_are_those_of_its_line() -> None:
    hill = Path((MoveTo(0, 10), CurveTo(0, -3, 10, -3, 10, 10), LineTo(4, 12)))
    flat = Path((MoveTo(0, 0), CurveTo(1, 0, 2, 0, 3, 0)))
    loop = Path((MoveTo(0, 0), CurveTo(0, 4, 4, 4, 0, 0)))
    found = [bounds for path in (hill, flat, loop) if (bounds := path.bounds())]
    wanted = [(0, 0.25, 10, 12), (0, 0, 3, 0), (0, 0, 16 / 9, 3)]
    assert [_edges(bounds) for bounds in found] == [pytest.approx(edges) for edges in wanted]
    assert Path().bounds() is None
