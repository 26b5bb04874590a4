"""What rules find and what they leave in peace, beyond their own examples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from layoutkit.loading import load_figures
from layoutkit.series import Series
from layoutkit.text.paragraph import StyledSpan
from layoutkit.text.style import TextStyle
from layoutkit.tokens import load_all
from tests.check.figures import IMPORTS, ROOT, faults, renderer

if TYPE_CHECKING:
    from pathlib import Path

FIGURE = """
@figure(title="T", alt="{alt}"{more})
def example(t: Theme) -> Node:
    a, b = Card(Text("um")), Card(Text("dois"))
    return {tree}
"""


def found(tree: str, folder: Path, *, alt: str = "Cartões, textos e setas.", more: str = "") -> list[str]:
    script = FIGURE.format(tree=tree, alt=alt, more=more)
    return [f"{f.diagnostic.rule}: {f.diagnostic.message}" for f in faults(script, folder)]


# -- near-miss ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tree", "message"),
    [
        ("Column(Text('um'), Text('dois', margin_left=t.space.xs / 2))", "Text “dois” starts 2 px further right than"),
        ("Column(Icon('brain'), Icon('check', margin_left=t.space.xs / 2))", "Icon starts 2 px further right than"),
        ("Row(Text('um'), Text('dois', margin_top=t.space.xs / 2), gap=t.space.m)", "starts 2 px further down than"),
    ],
)
def test_small_things_that_are_almost_in_line(tree: str, message: str, tmp_path: Path) -> None:
    (fault,) = found(tree, tmp_path)
    assert fault.startswith("near-miss: ")
    assert message in fault


@pytest.mark.parametrize(
    "tree",
    [
        "Column(Text('um'), Text('dois', margin_left=t.space.m))",
        "Column(Text('um dois', align_self='center'), Text('três dois', align_self='center'))",
        "Row(Text('um', role='title'), Text('dois'), align='baseline', gap=t.space.m)",
        "Bars([Bar('x', 3, '3'), Bar('y', 3, '3')])",
        "Row(Text('um'), Card(Text('dois'), grow=1), Text('um.'), gap=t.space.m)",
    ],
)
def test_what_is_in_line_or_plainly_not(tree: str, tmp_path: Path) -> None:
    assert found(tree, tmp_path) == []


# -- texts that are cut off ---------------------------------------------------------------------


@pytest.mark.parametrize("text", ["um dois três " * 20, "otorrinolaringologista" * 9])
@pytest.mark.parametrize("look", ["wrap='nowrap', max_lines=1", "max_lines=2"])
def test_what_an_ellipsis_stands_for_is_neither_too_long_nor_too_wide(text: str, look: str, tmp_path: Path) -> None:
    tree = f"Column(Card(Text({text!r}, {look}, ellipsis=True), width='20%'), Row(a, b, gap=t.space.m))"
    assert found(tree, tmp_path) == []


# -- cramped and empty --------------------------------------------------------------------------


def test_words_that_touch_what_is_beside_them(tmp_path: Path) -> None:
    assert found("Column(Row(Text('colados'), Text('demais')))", tmp_path) == [
        "cramped: Text “colados” is 1.5 px from Text “demais” (line 8) beside it; 3 px are needed"
    ]
    badge, _second_line = found("Column(Row(Badge('4'), Column(Text('Nota'), Text('dez')), align='center'))", tmp_path)
    assert badge.startswith("cramped: Text “Nota” is 1.3 px from Badge “4”")
    (icon,) = found("Column(Row(Icon('brain'), Text('Modelo'), align='center'))", tmp_path)
    assert icon.startswith("cramped: Text “Modelo” is 2.3 px from Icon (line 8) beside it")
    aside = "Row(Text('ao lado', wrap='nowrap'), Row(Card(Text('cartão')), margin_left=-t.space.m), gap=t.space.m)"
    (card,) = found(f"Column({aside})", tmp_path)
    assert card.startswith("cramped: Text “ao lado” is 0.7 px from Card “cartão” (line 8) beside it")
    assert found("Row(Badge('4'), Text('Nota'), gap=t.space.xs, align='center')", tmp_path) == []
    assert found("Column(Row(Badge('4'), Badge('5')))", tmp_path) == []  # no words touch each other


PEN = """
from layoutkit import TokenTable, component

@component(TokenTable("word", traits=frozenset(("data", "inline"))))
def word_of(text: str, **look: object) -> Node:
    return Row(Text(text), border_width=0, padding=0, **look)
"""
MARKED = "Column(Row(word_of('lido', background=t.color.caution_tint{look}), word_of(';'{look})))"


@pytest.mark.parametrize(("look", "count"), [("", 3), (", component='word'", 0)])
def test_a_mark_of_a_pen_in_running_text_is_no_box_with_an_edge(look: str, count: int, tmp_path: Path) -> None:
    tree = MARKED.format(look=look)
    script = PEN + FIGURE.format(tree=tree, alt="Uma palavra marcada, depois um sinal.", more="")
    assert [f.diagnostic.rule for f in faults(script, tmp_path)] == ["cramped"] * count


def test_words_that_touch_the_edge_of_the_page(tmp_path: Path) -> None:
    tree = "Column(Text('no canto'), padding_x=0)"
    assert found(tree, tmp_path) == [
        "cramped: Text “no canto” is 1.1 px from the left edge of the page; 3 px are needed"
    ]


def test_a_panel_is_empty_unless_something_lies_on_it(tmp_path: Path) -> None:
    assert found("Column(Card(height=t.space.xxl * 6))", tmp_path) == ["empty: Card takes 71% of the page and is empty"]
    assert found("Stack(Card(), Column(a, b, gap=t.space.l, padding=t.space.l))", tmp_path) == []
    assert found("Column(Row(background=t.color.sunken, height=t.space.xxl * 6))", tmp_path) == []  # a bar


# -- legibility ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tree", "what"),
    [
        ("Row(a, b, Arrow(a.right, b.left, stroke_width='0.1pt'), gap=t.space.xxl)", "the line of this Arrow"),
        ("Column(Divider(height='0.1pt'))", "Divider"),
        ("Column(Row(height='0.1pt', background=t.color.line))", "Row"),
        ("Column(Icon('brain', stroke_width='0.1pt'))", "the thinnest line of Icon"),
        ("Column(Icon('brain', size=t.space.xxl))", ""),
        ("Column(Card(Text('um'), border_width='0.1pt'))", "the border of Card “um”"),
    ],
)
def test_every_line_that_is_drawn_is_measured(tree: str, what: str, tmp_path: Path) -> None:
    thin = [message for message in found(tree, tmp_path) if message.startswith("legibility: ")]
    wanted = [f"legibility: {what} is 0.07 pt wide on paper; at least 0.25 pt is needed"] if what else []
    assert thin == wanted


# -- reading and meaning ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("alt", "idle"),
    [
        ("Imagem digital de um gato vira dois cartões.", ""),
        ("Imagens entram e cartões saem.", ""),
        ("Figura de um gato.", "Figura de"),
        ("imagem do gato", "imagem do"),
        ("An image of a cat", "An image of"),
        ("Gráfico das perdas", "Gráfico das"),
    ],
)
def test_what_a_screen_reader_says_anyway(alt: str, idle: str, tmp_path: Path) -> None:
    wanted = [f"alt-text: the alt text begins with “{idle}”, which a screen reader says anyway"] if idle else []
    assert found("Column(Text('a'))", tmp_path, alt=alt) == wanted


@pytest.mark.parametrize("language", ["pt-BR", "en", "zh-Hant-TW", "de-CH-1996", "es-419", "tpi"])
def test_languages_that_exist(language: str, tmp_path: Path) -> None:
    assert found("Column(Text('a'))", tmp_path, more=f', language="{language}"') == []


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("zz-QQ", "and no language has the code 'zz'"),
        ("en-QQ", "and no region has the code 'QQ'"),
        ("portugues", "which is not a BCP 47 tag"),
    ],
)
def test_languages_that_do_not(language: str, wrong: str, tmp_path: Path) -> None:
    (fault,) = found("Column(Text('a'))", tmp_path, more=f', language="{language}"')
    assert fault == f"language: the language of the figure is {language!r}, {wrong}"


@pytest.mark.parametrize(
    "tree",
    [
        "Row(IconCircle('check', tone='response'), IconCircle('check', tone='wrong'), gap=t.space.m)",
        "Row(Icon('check', color=t.color.response), Icon('check', color=t.color.wrong), gap=t.space.m)",
        (
            "Row(a, b, Arrow(a.right.at(0.3), b.left.at(0.3), color=t.color.response), "
            "Arrow(a.right.at(0.7), b.left.at(0.7), color=t.color.wrong), gap=t.space.xxl * 2)"
        ),
    ],
)
def test_colour_alone(tree: str, tmp_path: Path) -> None:
    (fault,) = found(tree, tmp_path)
    assert fault.startswith("colour-only: this ")
    assert fault.endswith(" only in colour")


@pytest.mark.parametrize(
    "tree",
    [
        "Row(IconCircle('check', tone='response'), IconCircle('x', tone='wrong'), gap=t.space.m)",
        (
            "Row(Row(Icon('check', color=t.color.response), Text('certo'), gap=t.space.s), "
            "Row(Icon('check', color=t.color.wrong), Text('errado'), gap=t.space.s), gap=t.space.m)"
        ),
        (
            "Row(a, b, Arrow(a.right.at(0.3), b.left.at(0.3), color=t.color.response), "
            "Arrow(b.left.at(0.7), a.right.at(0.7), color=t.color.wrong), gap=t.space.xxl * 2)"
        ),
    ],
)
def test_colour_and_something_else(tree: str, tmp_path: Path) -> None:
    assert found(tree, tmp_path) == []


# -- literal ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("Card(Text('a'), background='oklch(97% 0.01 259)')", "background of Card “a” is the colour oklch("),
        ("Card(Text('a'), border='mix(#eeeeee, {color.line}, 5%)')", "border of Card “a” is the colour mix(#eeeeee"),
        ("Text(Span('a', color='#303030'))", "color of Text “a” is the colour #303030"),
        ("Row(Text('a'), Text('b'), gap='12px')", "gap of Row “a” is 12px"),
        ("Card(Text('a'), border_width='0.75pt')", "border_width of Card “a” is 0.75pt"),
        ("Column(Text('a'), padding_top='16px')", "padding_top of Column “a” is 16px"),
        ("Icon('brain', size=40)", "size of Icon is 40 px"),
        ("Grid(Text('a'), Text('b'), columns='120 1fr')", "columns of Grid “a” has a track of 120"),
        ("Grid(Text('a'), columns='repeat(2, minmax(80px, 1fr))')", "columns of Grid “a” has a track of 80px"),
        ("Grid(Text('a'), columns=(t.space.xxl, 90))", "columns of Grid “a” has a track of 90 px"),
        ("Row(a, Arrow(color='#303030'), b)", "color of this Arrow is the colour #303030"),
        ("Row(a, Arrow(stroke_width=3), b)", "stroke_width of this Arrow is 3 px"),
        ("Row(a, Arrow(length=77), b)", "length of this Arrow is 77 px"),
    ],
)
def test_what_is_typed(typed: str, message: str, tmp_path: Path) -> None:
    (fault,) = [one for one in found(f"Column({typed})", tmp_path) if one.startswith("literal: ")]
    assert fault.startswith(f"literal: {message}")
    assert fault.endswith(" typed in the figure" if "track" in fault else ", typed in the figure")


@pytest.mark.parametrize(
    "tree",
    [
        "Column(Text('a'), padding_top=t.space.m + t.space.s, padding_bottom=sum((t.space.s, t.space.xs)))",
        "Column(Text('a'), padding_top=t.space.m * 2, padding_bottom='{space.m} * 1.5', width='50%')",
        "Grid(Text('a'), Text('b'), columns='{space.xxl} * 4 minmax(0, 1fr)', gap=t.space.m)",
        "Grid(Text('a'), Text('b'), columns=2, gap=t.space.m)",
        "Grid(Text('a'), Text('b'), columns='repeat(2, 1fr)', gap=t.space.m)",
        "Column(Card(Text('a'), background='mix({color.surface}, {color.page}, 50%)'))",
        "Row(a, Arrow(stroke_width=t.stroke.thick, length=t.space.xxl, color=t.color.response), b)",
    ],
)
def test_what_tokens_decide(tree: str, tmp_path: Path) -> None:
    assert found(tree, tmp_path) == []


# -- messages -----------------------------------------------------------------------------------


def test_a_line_of_another_file_is_named_with_it(tmp_path: Path) -> None:
    (tmp_path / "_notas.py").write_text(
        "from layoutkit import Card, Node, Text\n\n\ndef note(words: str) -> Node:\n    return Card(Text(words))\n"
    )
    script = "from _notas import note\n" + FIGURE.format(
        tree="Column(note('longe'), Card(Text('perto'), margin_top=-t.space.xxl))", alt="Dois cartões.", more=""
    )
    (fault,) = faults(script, tmp_path)
    assert fault.diagnostic.message.endswith(" of Card “longe” (_notas.py, line 5)")


@pytest.mark.parametrize("where", ["Card({})", "Card({}, kind='inverse')", "Row({}, background='#808080', padding=8)"])
def test_the_colour_that_is_offered_can_be_read_in_every_mode(where: str, tmp_path: Path) -> None:
    path, themes = tmp_path / "01-example.py", load_all(ROOT / "tokens.toml")

    def contrast(color: str) -> list[str]:
        tree = f"Column({where.format(f'Text(chr(97) * 9, color={color})')})"
        path.write_text(IMPORTS + FIGURE.format(tree=tree, alt="Um texto.", more=""))
        figures, failed = load_figures([path])
        report = Series(figures, failed, themes, list(themes)).check(allowed=frozenset({"literal"}))
        return [one.diagnostic.hint for one in report.found if one.diagnostic.rule == "contrast"]

    (hint,) = contrast("t.color.line_strong" if "inverse" in where else "t.color.line")
    role = hint.split()[0]
    if role.startswith("color."):
        assert contrast(f"t.{role}") == []
    else:
        assert hint == "change the background"


# -- loose-mark ---------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["a média x\u0304", "θ\u0302", "θ\u0302 e x\u0304", "Σ\u0304", "μ\u0302 = 2"])
def test_letters_whose_marks_come_from_another_font(text: str, tmp_path: Path) -> None:
    faults = found(f"Column(Text({text!r}))", tmp_path)
    assert faults
    assert all(fault.startswith("loose-mark: ‘") and " set in marks-400.ttf, as" in fault for fault in faults)


@pytest.mark.parametrize(
    "parts",
    ["'_x_', '\\u0304 e'", "'\\u0302 só'", "'*θ*', '\\u0302'", "Span('x', role='code'), '\\u0304'", "'a\\n\\u0304'"],
)
def test_marks_that_stand_in_another_style_than_their_letter(parts: str, tmp_path: Path) -> None:
    (fault,) = found(f"Column(Text({parts}))", tmp_path)
    assert fault.startswith("loose-mark: U+030")
    assert fault.endswith("has no letter before it in the same style")


@pytest.mark.parametrize("text", ["ŷ", "y\u0302", "ação", "q\u0303", "Θ ≠ ∅"])
def test_letters_whose_marks_are_of_their_font(text: str, tmp_path: Path) -> None:
    assert found(f"Column(Text({text!r}))", tmp_path) == []


def test_a_role_with_the_font_that_is_named_sets_the_marks_and_the_words_around_them(tmp_path: Path) -> None:
    text = "a estimativa θ\u0302 — não é ß ✓"
    script = FIGURE.format(tree=f"Column(Text({text!r}))", alt="Uma frase sobre uma estimativa.", more="")
    (fault,) = faults(script, tmp_path)
    named = re.findall(r"'(\w+)'", str(fault.diagnostic.hint))
    assert named == ["marks"]
    assert renderer().typesetter.paragraph([StyledSpan(text, TextStyle(named[0]))]).loose_marks == ()


def test_letters_in_a_role_whose_font_sets_their_marks(tmp_path: Path) -> None:
    assert found("Column(Text('a média x\u0304', role='title'))", tmp_path) == []
