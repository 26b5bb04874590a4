"""Components, inheritance and defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from layoutkit import Badge, Card, Column, Heading, Pill, Row, Span, Text
from layoutkit.color import Color, over
from layoutkit.style.marks import Marked
from layoutkit.style.resolve import resolve
from layoutkit.style.styled import Look, Pattern
from tests.nodes.faults import fault
from tests.style.resolving import color, renderer, runs, set_in, styled
from tests.tokens.small import loaded, small_theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from layoutkit import Node
    from layoutkit.style.styled import Styled
    from layoutkit.text.style import TextStyle

T = small_theme()
INK, ACCENT, SUNKEN, WHITE = T.color.ink, T.color.accent, T.color.sunken, T.color.paper


def only_child(box: Styled) -> Styled:
    (child,) = box.children
    return child


def test_the_root_is_the_page() -> None:
    page = styled(Column(Text("a")))
    assert page.look == Look(background=WHITE)
    assert color(only_child(page)) == INK
    assert runs(only_child(page))[0].glyphs.size == 10


def test_a_page_without_colours_is_black_on_white_in_the_first_role(tmp_path: Path) -> None:
    bare = loaded(
        tmp_path,
        ('color = "{color.ink}"\nrole = "body"', ""),
        ('background = "{color.paper}"', 'padding = "{space.m}"'),
    )
    page = styled(Column(Text("a"), Row(background=Color(1, 1, 1, 0.5))), bare)
    assert (page.look.background, page.style.padding_left) == (None, 8)
    assert color(page.children[0]) == Color(0, 0, 0)
    assert runs(page.children[0])[0].glyphs.size == 10


def test_a_type_role_says_where_its_lines_go(tmp_path: Path) -> None:
    theme = loaded(tmp_path, ("size = 20, line_height = 30", 'size = 20, line_height = 30, align = "end"'))
    page = Column(
        Text("a", role="loud"), Text("a", role="loud", align="start"), Text("a"), Column(Text("a"), role="loud")
    )
    *texts, inside = styled(page, theme).children
    starts = [set_in(text, 100).lines[0].x for text in (*texts, only_child(inside))]
    assert starts[0] == starts[3] > 80
    assert starts[1:3] == [0, 0]


def test_text_that_its_role_centres_is_balanced(tmp_path: Path) -> None:
    words, width = "um dois tres quatro cinco", 100.0
    theme = loaded(tmp_path, ("size = 10, line_height = 15", 'size = 10, line_height = 15, align = "center"'))
    (centred, balanced) = styled(Column(Text(words), Text(words, align="start", wrap="balance")), theme).children
    assert [line.text for line in set_in(centred, width).lines] == [line.text for line in set_in(balanced, width).lines]


def test_a_component_gives_what_the_author_leaves_out() -> None:
    card = only_child(styled(Column(Row(component="card"))))
    assert card.look == Look(
        background=SUNKEN, border=INK, border_width=2, border_style="solid", radius=6, shadow=T.shadow.soft
    )
    assert (card.style.padding_top, card.style.padding_left, card.style.row_gap, card.style.column_gap) == (8, 8, 4, 4)
    assert (card.style.border_top, card.style.border_right) == (2, 2)


def test_keywords_go_before_the_component() -> None:
    own = Row(
        component="card", background="{color.accent}", border=None, shadow="none", radius=0, padding_left=1, gap=0
    )
    card = only_child(styled(Column(own)))
    assert card.look == Look(background=ACCENT)
    assert (card.style.padding_left, card.style.padding_right, card.style.row_gap) == (1, 8, 0)
    assert card.style.border_left == 0
    assert only_child(styled(Column(Row(component="card", background=None)))).look.background is None


def test_the_components_are_made_of_tokens() -> None:
    card = only_child(styled(Column(Card(Text("a")))))
    assert (card.look.background, runs(only_child(card))[0].glyphs.size) == (SUNKEN, 8)


def test_a_border_is_one_px_wide_unless_its_width_is_given() -> None:
    bordered = only_child(styled(Column(Row(border="#f00"))))
    assert (bordered.look.border, bordered.look.border_width, bordered.style.border_top) == (Color(1, 0, 0), 1, 1)
    assert only_child(styled(Column(Row(border_width=3)))).style.border_top == 0


def test_colour_and_role_are_inherited() -> None:
    page = styled(Column(Row(Row(Text("a")), color="{color.accent}", role="loud"), Text("b")))
    inside, outside = page.children[0].children[0].children[0], page.children[1]
    assert (color(inside), runs(inside)[0].glyphs.size) == (ACCENT, 20)
    assert (color(outside), runs(outside)[0].glyphs.size) == (INK, 10)


def test_the_nearest_colour_wins() -> None:
    page = styled(Column(Row(Row(Text("a", color="#0f0"), color="#00f"), color="#f00")))
    assert color(page.children[0].children[0].children[0]) == Color(0, 1, 0)


def test_a_nearer_colour_wins_over_that_of_an_inherited_role() -> None:
    page = styled(Column(Row(Row(Text("a"), color="#0f0"), role="loud")))
    assert color(page.children[0].children[0].children[0]) == Color(0, 1, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (Text("a", role="loud"), ACCENT),
        (Text("a", role="loud", color="{color.sunken}"), SUNKEN),
        (Text("a", role="small"), INK),
        (Text(Span("a", role="loud")), ACCENT),
        (Text(Span("a", role="loud", color="{color.sunken}")), SUNKEN),
        (Text(Span("a", role="small"), color="{color.sunken}"), SUNKEN),
        (Text(Span("a"), role="loud"), ACCENT),
    ],
)
def test_a_role_brings_its_colour_unless_one_is_given(text: Text, expected: Color) -> None:
    assert color(only_child(styled(Column(text)))) == expected


def test_a_role_brings_its_colour_to_all_texts_inside() -> None:
    page = styled(Column(Row(Text("a"), Text("b", role="small"), role="loud")))
    assert [color(text) for text in page.children[0].children] == [ACCENT, ACCENT]


def test_roles_decide_how_a_text_is_set() -> None:
    (run,) = runs(only_child(styled(Column(Heading("ab")))))
    assert (run.glyphs.text, run.glyphs.size, run.glyphs.face.path.name) == ("AB", 16, "roboto-700.ttf")
    (plain,) = runs(only_child(styled(Column(Text("AB", role="loud")))))
    spacing = run.glyphs.xs[1] - plain.glyphs.xs[1] * 16 / 20
    assert spacing == pytest.approx(0.5, abs=0.02)


def test_spans_have_looks_of_their_own() -> None:
    first, second, third = runs(only_child(styled(Column(Text("a", Span("b", role="loud"), Span("c", color="#00f"))))))
    assert (first.color, second.color, third.color) == (INK, ACCENT, Color(0, 0, 1))
    assert (first.glyphs.size, second.glyphs.size, third.glyphs.size) == (10, 20, 10)


def test_marks_know_the_colour_of_the_nearest_painted_box(monkeypatch: pytest.MonkeyPatch) -> None:
    def row(**props: Any) -> Row:  # noqa: ANN401 - any keywords
        return Row(Text(Span("a", marks=("emphasis",))), **props)

    def noted(_marks: object, around: TextStyle, *, behind: Color, **_others: object) -> Marked:
        seen.append(behind)
        return Marked(around, None)

    seen: list[Color] = []
    monkeypatch.setattr("layoutkit.style.resolve.marked", noted)
    half = Color(1, 0, 0, 0.5)
    styled(Column(row(), row(background=SUNKEN), row(background=half), Row(row(), background=SUNKEN)))
    assert seen == [WHITE, SUNKEN, over(half, WHITE), SUNKEN]


@pytest.mark.parametrize(
    ("tokens", "pattern"),
    [
        ('pattern = "dots"', Pattern("dots", INK, 24, 2, 8)),
        ('pattern = "grid"\npattern_pitch = 8\npattern_size = 1\npattern_clearance = 3', Pattern("grid", INK, 8, 1, 3)),
        ('pattern = "grid"\npattern_under_text = true', Pattern("grid", INK, 24, 2, None)),
        ("pattern_size = 3", None),
        ('pattern = "none"', None),
    ],
)
def test_a_pattern_comes_from_the_page(tmp_path: Path, tokens: str, pattern: Pattern | None) -> None:
    theme = loaded(tmp_path, ("width = 200", f'width = 200\npattern_color = "{{color.ink}}"\n{tokens}'))
    page = styled(Column(Row()), theme)
    assert page.look.pattern == pattern
    assert only_child(page).look.pattern is None


def test_a_pattern_without_a_colour_is_refused(tmp_path: Path) -> None:
    dotted = loaded(tmp_path, ("width = 200", 'width = 200\npattern = "dots"'))
    with fault("missing-token") as found:
        styled(Column(), dotted)
    assert (found.marked, "'pattern_color'" in found.message) == ("Column()", True)


def test_a_node_has_one_place() -> None:
    text = Text("a")
    with fault("placed-twice") as found:
        styled(Column(Row(text), text))
    assert found.marked == 'Text("a")'
    assert found.message == "this Text is placed twice in the figure"
    styled(Column(text))
    styled(Column(text))  # another figure, another place


@pytest.mark.parametrize(
    ("node", "rule", "message", "hint"),
    [
        (Text("a", role="lowd"), "unknown-token", "there is no type role 'lowd'", "did you mean 'loud'?"),
        (Row(role="lowd"), "unknown-token", "there is no type role 'lowd'", "did you mean 'loud'?"),
        (Text(Span("a", role="lowd")), "bad-value", "role is 'lowd'; expected one of ", "did you mean 'loud'?"),
        (Row(component="crad"), "unknown-token", "there is no component 'crad'", "did you mean 'card'?"),
        (Row(shadow="sofd"), "bad-value", "shadow is 'sofd'; expected one of soft", "did you mean 'soft'?"),
        (Row(color="{color.inc}"), "unknown-token", "color refers to 'color.inc', which", "did you mean 'color.ink'?"),
        (Row(width="{m}"), "unknown-token", "width refers to 'm', which does not exist", "known here: arrow.clearance"),
    ],
)
def test_unknown_names_are_answered_at_the_node(node: Node, rule: str, message: str, hint: str) -> None:
    with fault(rule) as found:
        styled(Column(node))
    assert found.message.startswith(message)
    assert found.hint.startswith(hint)
    assert found.marked.startswith(f"{type(node).__name__}(")


@pytest.mark.parametrize("name", [3, ["small"], None])
def test_names_are_texts(name: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with fault("unknown-token"):
        styled(Column(Row(role=name)))


def test_a_tone_that_does_not_exist_is_named() -> None:
    tone: Any = "accnt"
    for node in (Card(tone=tone, kind="tinted"), Pill("a", tone=tone, component="card"), Badge("a", tone=tone)):
        with fault("unknown-token") as found:
            styled(Column(node))
        assert found.message.startswith(("there is no tone 'accnt'", "there is no component 'badge'"))


def test_a_pill_brings_its_text_along() -> None:
    page = styled(Column(Pill("p", component="card"), Badge("1", component="card")))
    assert [runs(only_child(box))[0].glyphs.text for box in page.children] == ["p", "1"]
    assert {box.style.align_items for box in page.children} == {"center"}
    assert {box.style.flex_shrink for box in page.children} == {0}


def test_the_language_reaches_the_text() -> None:
    turkish = resolve(Column(Heading("i")), T, renderer().typesetter, language="tr")
    assert [run.glyphs.text for run in runs(only_child(turkish))] == ["İ"]
    assert [run.glyphs.text for run in runs(only_child(styled(Column(Heading("i")))))] == ["I"]


def line_texts(text: Text, width: float) -> list[str]:
    (box,) = styled(Column(text)).children
    return [line.text.strip() for line in set_in(box, width).lines]


def test_the_type_role_decides_where_lines_break() -> None:
    greedy, balanced = ["aaa bbb ccc ddd", "ee"], ["aaa bbb", "ccc ddd ee"]
    words = "aaa bbb ccc ddd ee"
    width = 80
    assert line_texts(Text(words, wrap="wrap"), width) == greedy
    assert line_texts(Text(words, wrap="pretty"), width) == ["aaa bbb ccc", "ddd ee"]
    assert line_texts(Text(words), width) == ["aaa bbb ccc", "ddd ee"]
    assert line_texts(Text(words, wrap="balance"), width) == balanced
    assert line_texts(Text(words, align="center"), width) == balanced
    loud = [line_texts(Heading(words, wrap=mode), 150) for mode in (None, "balance", "wrap")]
    assert loud[0] == loud[1] != loud[2]


def test_a_text_is_cut_off_where_the_author_asks_for_it() -> None:
    (cut_off, whole) = styled(
        Column(Text("aaa bbb ccc ddd", max_lines=1, ellipsis=True), Text("aaa bbb ccc ddd", max_lines=1))
    ).children
    (line,) = set_in(cut_off, 50).lines
    assert "".join(run.glyphs.text for run in line.runs) == "aaa bbb…"
    assert len(set_in(whole, 50).lines) == 2


def test_a_role_may_break_words_with_a_hyphen(tmp_path: Path) -> None:
    hyphenated = loaded(tmp_path, ("size = 10, line_height = 15 }", "size = 10, line_height = 15, hyphenate = true }"))
    shown = []
    for theme in (T, hyphenated):
        (box,) = styled(Column(Text("treinamento")), theme).children
        shown.append(["".join(run.glyphs.text for run in line.runs) for line in set_in(box, 45).lines])
    assert shown == [["treinamento"], ["treina\u2010", "mento"]]


def test_a_text_is_justified_where_the_author_asks_for_it() -> None:
    (box,) = styled(Column(Text("aaa bbb ccc ddd", align="justify", wrap="wrap"))).children
    first, last = set_in(box, 56).lines
    assert first.width == pytest.approx(56)
    assert last.width < 40


@pytest.mark.parametrize("make", [lambda: Card(Text("a")), lambda: Text("a")])
def test_a_root_with_a_look_of_its_own_lies_on_the_page(make: Callable[[], Node]) -> None:
    page = styled(make())
    assert page.name == "page"
    assert len(page.children) == 1
