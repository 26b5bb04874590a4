"""What components place, and what they refuse."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from layoutkit import (
    Bar,
    Bars,
    Card,
    ChatBubble,
    Column,
    Divider,
    Grid,
    Legend,
    Matrix,
    Meter,
    Quote,
    Row,
    Rubric,
    Stepper,
    StripGroup,
    Table,
    Text,
    TokenStrip,
    Vector,
)
from layoutkit.check.examine import examine
from layoutkit.diagnostics import LayoutkitError
from layoutkit.style.content import IconContent
from tests.components.looked_at import boxes, looked_at, named, words
from tests.style.extended import extended, placed_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from layoutkit import BoxProps, Node


def test_stepper_lights_one_stage() -> None:
    subject = looked_at(Stepper(("Plan", "Draw", "Publish"), current=2))
    assert [words(seen) for seen in named(subject, "stage_lit")] == ["Draw"]
    assert [words(seen) for seen in named(subject, "stage")] == ["Plan", "Publish"]
    assert len(named(subject, "step_line")) == 2


@pytest.mark.parametrize("names", ["beside", "below"])
def test_a_stepper_tells_stages_done_from_those_to_come_without_their_colour(names: str) -> None:
    subject = looked_at(Stepper(("Plan", "Draw", "Check", "Publish"), current=(2, 3), names=names))  # type: ignore[arg-type]
    (done,) = named(subject, "step_done")
    marks = [seen for seen in subject.boxes if isinstance(seen.box.content, IconContent)]
    assert [done.rect.contains(mark.rect) for mark in marks] == [True]
    assert [seen.box.look.border is not None for seen in named(subject, "step")] == [True]
    assert [words(seen) for seen in named(subject, "stage_lit")] == ["Draw", "Check"]
    assert list(examine(subject)) == []


def test_stages_with_names_below_are_equally_far_apart_whichever_is_lit() -> None:
    stages = ("Base", "Treinamento Supervisionado", "Avaliação Conversacional")
    rows = []
    for current in range(1, len(stages) + 1):
        subject = looked_at(Stepper(stages, current=current, names="below"))
        circles = [seen.rect for name in ("step_done", "step_lit", "step") for seen in boxes(subject, name)]
        rows.append(sorted(circle.x + circle.width / 2 for circle in circles))
    assert rows == [pytest.approx(rows[0])] * len(stages)
    assert rows[0][1] - rows[0][0] == pytest.approx(rows[0][2] - rows[0][1])


def test_a_matrix_shows_what_each_number_was_above_what_it_is() -> None:
    subject = looked_at(Matrix([[0.5, -0.5]], before=[[0.25, -0.5]], shown="{:g}".format))
    first, second = boxes(subject, "cell")
    read = [[words(seen) for seen in subject.texts if cell.rect.contains(seen.rect)] for cell in (first, second)]
    assert read == [["0.25", "0.5"], ["−0.5", "−0.5"]]
    tops = [seen.rect.y for seen in subject.texts]
    assert tops[0] == tops[2] < tops[1] == tops[3]


@pytest.mark.parametrize("names", ["beside", "below"])
def test_a_stepper_says_between_two_stages_how_they_relate(names: str) -> None:
    subject = looked_at(Stepper(("Tune", "Train", "Judge"), current=1, names=names, links={1: "done by"}))  # type: ignore[arg-type]
    read = {words(seen): seen.rect for seen in subject.texts}
    circles = sorted((seen.rect for name in ("step_lit", "step") for seen in boxes(subject, name)), key=lambda r: r.x)
    assert circles[0].right < read["done by"].x < read["done by"].right < circles[1].x


@pytest.mark.parametrize("names", ["beside", "below"])
def test_no_line_leads_between_linked_stages_of_a_stepper(names: str) -> None:
    counts = []
    links: dict[int, str]
    for links in ({}, {2: "by"}, {2: "by", 3: "and"}):
        subject = looked_at(Stepper(("Plan", "Tune", "Train", "Judge"), current=2, names=names, links=links))  # type: ignore[arg-type]
        counts.append(len(named(subject, "step_line")) + len(subject.lines))
        assert list(examine(subject)) == []
    assert counts == [3, 2, 1]


def test_links_leave_circles_with_names_below_equally_far_apart() -> None:
    subject = looked_at(Stepper(("Plan", "Tune", "Train", "Judge"), current=4, names="below", links={2: "by"}))
    middles = sorted(
        seen.rect.x + seen.rect.width / 2 for name in ("step_done", "step_lit") for seen in boxes(subject, name)
    )
    assert [b - a for a, b in pairwise(middles)] == [pytest.approx(middles[1] - middles[0])] * 3


@pytest.mark.parametrize(("justify", "free"), [("start", 0), ("center", 1)])
def test_the_token_file_says_where_a_stepper_stands(justify: str, free: int, tmp_path: Path) -> None:
    theme = extended(tmp_path, f'[stepper]\njustify = "{justify}"')
    (stepper,) = placed_in(theme, Column(Stepper(("Plan", "Draw"), current=1))).root.children
    left, right = stepper.children[0].rect.x, stepper.rect.width - stepper.children[-1].rect.right
    assert left == pytest.approx(free * right)
    assert right > 0


@pytest.mark.parametrize("justify", ["start", "center"])
def test_no_stage_moves_when_another_is_lit(justify: str) -> None:
    stages = ("Modelo Base", "Treinamento Supervisionado", "Avaliação")
    places = []
    for current in range(1, len(stages) + 1):
        subject = looked_at(Stepper(stages, current=current, justify=justify))  # type: ignore[arg-type]
        places.append([seen.rect.x for seen in subject.texts if words(seen) in stages])
        assert len(named(subject, "stage_lit")) == 1
    assert places == [pytest.approx(places[0])] * len(stages)


def test_a_stepper_without_room_for_that_still_fits() -> None:
    stages = ("Modelo Base", "Treinamento Supervisionado", "Avaliação")
    needed = looked_at(Row(Stepper(stages, current=1)))
    (stepper,) = named(needed, "stepper")
    subject = looked_at(Row(Stepper(stages, current=1), width=stepper.rect.width - 8))
    assert [fault for fault in examine(subject) if fault.is_error] == []


def test_a_compact_stepper_names_only_the_stage_that_is_lit() -> None:
    stages = ("Plan", "Draw", "Publish")
    subject = looked_at(Stepper(stages, current=2, compact=True))
    assert [words(seen) for seen in named(subject, "stage_lit")] == ["Draw"]
    assert not named(subject, "stage")
    assert len(named(subject, "step_done")) == len(named(subject, "step")) == 1


def test_bars_have_one_scale() -> None:
    subject = looked_at(Bars([Bar("A", 2, "2"), Bar("longer", 1, "1"), Bar("C", 0, "0")], of=4))
    tracks, fills = named(subject, "meter"), named(subject, "meter_fill")
    assert len({track.rect.x for track in tracks}) == len({track.rect.width for track in tracks}) == 1
    shares = [fill.rect.width / track.rect.width for fill, track in zip(fills, tracks, strict=True)]
    assert shares == pytest.approx([0.5, 0.25, 0])


def test_a_meter_is_filled_from_the_left() -> None:
    subject = looked_at(Meter(3, of=4))
    (track,), (fill,) = named(subject, "meter"), named(subject, "meter_fill")
    assert fill.rect.x == track.rect.x
    assert fill.rect.width == pytest.approx(0.75 * track.rect.width)


def test_a_meter_has_its_name_and_its_value_above_the_track() -> None:
    subject = looked_at(Meter(0.62, label="Acertos", shown="62 %", width=300))
    (track,), (around,) = named(subject, "meter"), named(subject, "meter_label")
    name, value = subject.texts
    assert (words(name), words(value)) == ("Acertos", "62 %")
    assert max(name.rect.bottom, value.rect.bottom) < track.rect.y
    assert (name.rect.x, value.rect.right) == (track.rect.x, track.rect.right)
    assert track.rect.width == around.rect.width == 300


@pytest.mark.parametrize(("given", "shown"), [({"label": "Acertos"}, ["Acertos"]), ({"shown": "6*2*"}, ["", "6*2*"])])
def test_a_meter_may_have_one_of_them(given: dict[str, str], shown: list[str]) -> None:
    subject = looked_at(Meter(0.62, **given))  # type: ignore[arg-type]
    assert [words(seen) for seen in subject.texts] == shown
    assert subject.texts[-1].rect.bottom < named(subject, "meter")[0].rect.y


def test_the_cells_of_a_strip_line_up() -> None:
    rows = {"Token": ["a", "bb", "ccc"], "Id": ["1", "2", "3"], "Mask": ["0", "1", "1"]}
    subject = looked_at(TokenStrip(rows, [StripGroup("context", 1), StripGroup("answer", 2, "response")]))
    tokens, cells = boxes(subject, "token"), boxes(subject, "cell")
    assert len(tokens) == 3
    for column, token in enumerate(tokens):
        assert {cell.rect.x for cell in cells[column::3]} == {token.rect.x}


def test_a_strip_that_stands_has_its_rows_as_columns() -> None:
    rows = {"Token": ["a", "bb", "ccc"], "Id": ["1", "2", "3"], "Mask": ["0", "1", "1"]}
    subject = looked_at(TokenStrip(rows, [StripGroup("context", 1), StripGroup("answer", 2, "response")], upright=True))
    tokens, cells = boxes(subject, "token"), boxes(subject, "cell")
    assert len({token.rect.x for token in tokens}) == 1
    for index, token in enumerate(tokens):
        assert {cell.rect.y for cell in cells[2 * index : 2 * index + 2]} == {token.rect.y}
    name = next(seen for seen in named(subject, "label") if words(seen) == "answer")
    assert name.parent is not None
    assert (name.parent.rect.y, name.parent.rect.bottom) == (tokens[1].rect.y, tokens[2].rect.bottom)
    assert name.rect.x > max(cell.rect.right for cell in cells)


def test_a_strip_without_names_has_no_braces() -> None:
    for upright in (False, True):
        for groups, braces in (((), 0), ([StripGroup("pair", 2)], 1)):
            subject = looked_at(TokenStrip({"Token": ["a", "b"]}, groups, upright=upright))
            assert len(named(subject, "brace")) == braces


def test_the_name_of_a_group_is_as_wide_as_its_tokens() -> None:
    rows = {"Token": ["a", "bb", "ccc"]}
    subject = looked_at(TokenStrip(rows, [StripGroup("context", 1), StripGroup("answer", 2, "response")]))
    tokens = boxes(subject, "token")
    name = next(seen for seen in named(subject, "label") if words(seen) == "answer")
    assert name.parent is not None
    assert (name.parent.rect.x, name.parent.rect.right) == (tokens[1].rect.x, tokens[2].rect.right)


def test_numbers_below_zero_have_a_tone_of_their_own_and_a_minus_sign() -> None:
    subject = looked_at(Matrix([[0.5, 0.0, -0.5]], tone="instruction", below="wrong"))
    above, zero, below = (seen.box.look.background for seen in boxes(subject, "cell"))
    assert above is not None
    assert zero is not None
    assert below is not None
    assert above.alpha == below.alpha > zero.alpha
    assert (above.red, above.blue) != (below.red, below.blue)
    assert [words(seen) for seen in subject.texts] == ["0.5", "0.0", "−0.5"]


def test_a_minus_stands_before_numbers_alone_and_before_no_zero() -> None:
    subject = looked_at(Vector([-0.5, -0.04, 0.0]))
    assert [words(seen) for seen in subject.texts] == ["−0.5", "0.0", "0.0"]
    subject = looked_at(Vector([-1e-5, 1.0], shown="{:.0e}".format))
    assert [words(seen) for seen in subject.texts] == ["−1e-05", "1e+00"]


def test_a_matrix_tints_by_value() -> None:
    subject = looked_at(Matrix([[0.0, 0.25], [0.5, 1.0]]))
    grounds = [seen.box.look.background for seen in boxes(subject, "cell")]
    alphas = [ground.alpha for ground in grounds if ground is not None]
    assert alphas == sorted(alphas)
    assert [alphas[i] - alphas[0] for i in (1, 2)] == pytest.approx(
        [(alphas[3] - alphas[0]) * share for share in (0.25, 0.5)]
    )


def test_the_columns_of_a_matrix_are_equally_wide() -> None:
    subject = looked_at(Matrix([[0.5, -10.25, 0.0]], shown="{:g}".format))
    assert len({round(seen.rect.width, 6) for seen in boxes(subject, "cell")}) == 1


def test_a_vector_can_stand_upright() -> None:
    boxes = [
        seen for seen in looked_at(Vector([1, 2], upright=True)).boxes if seen.node.keywords.get("component") == "cell"
    ]
    assert boxes[0].rect.x == boxes[1].rect.x
    assert boxes[0].rect.bottom < boxes[1].rect.y


def test_a_rubric_says_its_marks_in_words() -> None:
    subject = looked_at(Rubric(("Useful", "Correct"), {"A": (True, False)}, words=("yes", "no"), head="Criterion"))
    texts = [words(seen) for seen in subject.texts]
    assert texts == ["Criterion", "A", "Useful", "yes", "Correct", "no"]
    assert [seen.box.content.name for seen in named(subject, "icon") if isinstance(seen.box.content, IconContent)] == [
        "check",
        "x",
    ]


def test_the_signs_of_a_rubric_are_equally_large() -> None:
    subject = looked_at(Rubric(("Useful", "Correct"), {"A": (True, False)}))
    good, bad = (seen.box.content for seen in named(subject, "icon"))
    assert isinstance(good, IconContent)
    assert isinstance(bad, IconContent)
    assert good.stroke_width == bad.stroke_width
    assert {(seen.rect.width, seen.rect.height) for seen in named(subject, "icon")} == {(20, 20)}


def test_a_rubric_shows_scores_beside_marks() -> None:
    scores = {"A": (True, 0, 4.5, "*3/5*"), "B": (False, 2, 0.25, "5/5")}
    subject = looked_at(
        Rubric(("Useful", "Errors", "Clear", "Whole"), scores, words=("yes", "no"), shown="{:.2f}".format)
    )
    texts = [words(seen) for seen in subject.texts]
    assert texts[3:] == [
        "Useful",
        "yes",
        "no",
        "Errors",
        "0.00",
        "2.00",
        "Clear",
        "4.50",
        "0.25",
        "Whole",
        "*3/5*",
        "5/5",
    ]
    assert [words(seen) for seen in named(subject, "value")] == ["0.00", "2.00", "4.50", "0.25", "*3/5*", "5/5"]


def test_a_table_has_a_line_above_each_row() -> None:
    subject = looked_at(Table(("a", "b"), [["1", "2"], ["3", Text("4")]]))
    lines = named(subject, "table_line")
    assert len(lines) == 2
    assert {line.rect.width for line in lines} == {lines[0].parent.rect.width if lines[0].parent else None}


@pytest.mark.parametrize(("who", "side"), [("human", "x"), ("assistant", "right")])
def test_the_avatar_stands_on_the_speakers_side(who: str, side: str) -> None:
    avatar = Card(width=40, height=40)
    subject = looked_at(ChatBubble("Hello", who=who, name="Name", avatar=avatar))  # type: ignore[arg-type]
    (picture,) = named(subject, "card")
    assert getattr(picture.rect, side) == getattr(subject.page.content, side)


def test_legend_divider_and_quote_show_their_words() -> None:
    legend = Legend([("context", None, "dashed"), ("answer", "response", "solid")])
    shown = [
        words(seen)
        for node in (legend, Divider("or"), Quote("Draw it.", by="A colleague"))
        for seen in looked_at(node).texts
    ]
    assert shown == ["context", "answer", "or", "Draw it.", "A colleague"]


LABEL = "A label that is longer than the words"


@pytest.mark.parametrize("around", [Row, Column, lambda card: Grid(card, columns="auto 1fr")])
def test_a_card_is_as_wide_as_its_label(around: Callable[..., Node]) -> None:
    subject = looked_at(around(Card(Text("words"), label=LABEL, align_self="start")))
    (card,), (pill,) = named(subject, "card"), named(subject, "pill")
    assert card.rect.x < pill.rect.x
    assert pill.rect.right < card.rect.right
    assert pill.rect.center.y == pytest.approx(card.rect.y, abs=1)


def test_a_card_that_must_be_narrower_than_its_label_is_a_fault() -> None:
    subject = looked_at(Row(Card(Text("words"), label=LABEL, width=160)))
    (fault,) = (fault for fault in examine(subject) if fault.is_error)
    assert fault.diagnostic.rule == "overflow"
    assert LABEL[:20] in fault.diagnostic.message


def test_a_labelled_card_places_its_children_as_one_without() -> None:
    props: BoxProps = {
        "padding": 40,
        "gap": 10,
        "justify": "space-between",
        "align": "end",
        "height": 300,
        "width": 400,
    }
    places = []
    for label in (None, "Label"):
        subject = looked_at(Row(Card(Text("one"), Text("two"), label=label, **props)))
        (card,) = named(subject, "card")
        assert (card.rect.width, card.rect.height) == (400, 300)
        texts = [seen.rect for seen in subject.texts if words(seen) in ("one", "two")]
        places.append([(rect.x - card.rect.x, rect.y - card.rect.y) for rect in texts])
    assert places[0] == places[1]


def test_header_and_footer_stand_at_the_edges_of_a_card() -> None:
    card = Card(Text("content"), header="Head", footer=Row(Text("Foot")), label="Label", height=400)
    subject = looked_at(Row(card))
    (box,) = named(subject, "card")
    head, content, foot = (next(s for s in subject.texts if words(s) == word) for word in ("Head", "content", "Foot"))
    above, below = named(subject, "card_line")
    assert head.rect.bottom < above.rect.y < content.rect.y
    assert content.rect.bottom < below.rect.y < foot.rect.y
    assert foot.rect.bottom == box.rect.bottom - box.box.style.border_bottom - 24
    assert above.rect.width == box.rect.width - 2 * (24 + box.box.style.border_left)


@pytest.mark.parametrize("edges", [{"header": "Edge"}, {"footer": "Edge"}])
def test_a_card_with_one_edge_has_one_line(edges: dict[str, str]) -> None:
    subject = looked_at(Card(Text("content"), kind="inverse", **edges))  # type: ignore[arg-type]
    assert len(named(subject, "card_line_inverse")) == 1
    assert not named(subject, "card_line")


def test_an_optional_card_is_dashed_in_the_colour_of_its_tone() -> None:
    plain, toned = (
        boxes(looked_at(Card(Text("a"), kind="optional", tone=tone)), "card_optional")[0].box.look
        for tone in (None, "response")
    )
    assert plain.border_style == toned.border_style == "dashed"
    assert plain.border != toned.border


def test_a_labelled_card_keeps_its_content_off_the_label() -> None:
    subject = looked_at(Card(Text("content"), label="Label"))
    (pill,) = named(subject, "pill")
    (content,) = (seen for seen in subject.texts if words(seen) == "content")
    assert pill.rect.bottom < content.rect.y


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Stepper(("a", "b"), current=3), "current is 3; the Stepper has stages 1 to 2"),
        (lambda: Stepper(("a", "b"), current=(2, 1)), "current is (2, 1); the Stepper has stages 1 to 2"),
        (
            lambda: Stepper(("a", "b"), current=1, links={2: "x"}),
            "links has a link after stage 2; the Stepper can have links after 1 to 1",
        ),
        (lambda: Meter(1.5), "a Meter of 1 cannot show 1.5"),
        (lambda: Meter(float("nan")), "a Meter of 1 cannot show nan"),
        (lambda: Bars([]), "Bars need at least one Bar"),
        (lambda: Matrix([[1], [1, 2]]), "the rows of a Matrix have 1 and 2 values"),
        (lambda: Matrix([]), "the rows of a Matrix have no values"),
        (lambda: Matrix([[1, 2]], before=[[1]]), "before has rows of 1 values; this Matrix has rows of 2 values"),
        (lambda: Matrix([[1]], before=[[9]], of=2), "this Matrix shows numbers from -2 to 2, not 9"),
        (lambda: Matrix([[1, math.nan]]), "this Matrix shows numbers, not nan"),
        (lambda: Matrix([[-3]], of=2), "this Matrix shows numbers from -2 to 2, not -3"),
        (lambda: TokenStrip({"a": ["x"], "b": []}), "the rows of a TokenStrip have 0 and 1 values"),
        (lambda: TokenStrip({"a": ["x"]}, [StripGroup("g", 2)]), "the groups cover 2 tokens; the TokenStrip has 1"),
        (lambda: Table(("a", "b"), [["1"]]), "row 1 of the Table has 1 cells; its head has 2"),
        (lambda: Rubric(("a",), {}), "a Rubric needs at least one candidate"),
        (lambda: Rubric(("a",), {"A": ()}), "'A' has 0 marks; there are 1 criteria"),
        (lambda: Rubric(("a",), {"A": "x"}), "the marks of 'A' are 'x'; expected a list of 1"),
        (lambda: Rubric(("a",), {"A": [None]}), "'A' has None for 'a'; expected True, False, a number or a text"),  # type: ignore[list-item]
        (
            lambda: Rubric(("a",), {"A": [float("nan")]}),
            "'A' has nan for 'a'; expected True, False, a number or a text",
        ),
        (
            lambda: Rubric(("a",), {"A": [1]}, words=("yes",)),  # type: ignore[arg-type]
            "words are ('yes',); expected two, for the check and for the cross",
        ),
        (lambda: Legend([("a", None, "dotted")]), "swatch is 'dotted'; expected one of solid, dashed, outline"),  # type: ignore[list-item]
        (lambda: Legend([("a", None)]), "an entry of the Legend is ('a', None); expected words, tone and swatch"),  # type: ignore[list-item]
        (lambda: Legend(["abc"]), "an entry of the Legend is 'abc'; expected words, tone and swatch"),  # type: ignore[list-item]
        (lambda: ChatBubble("a", who="humann", name="b"), "who is 'humann'; expected one of human, assistant"),  # type: ignore[arg-type]
        (lambda: Card(kind="typo"), "kind is 'typo'; expected one of plain, tinted, inverse, optional"),  # type: ignore[arg-type]
        (lambda: Card(kind="tinted"), "a tinted Card has no tone to be tinted with"),
        (lambda: Table((), []), "a Table needs at least one column"),
        (lambda: Table(("a",), [], kind="typo"), "kind is 'typo'; expected one of plain, inverse"),  # type: ignore[arg-type]
        (lambda: Table(("a",), [], text_align="end"), "text_align is 'end'; expected one of start, center"),  # type: ignore[arg-type]
    ],
)
def test_data_that_do_not_fit_are_refused_at_the_authors_line(make: Callable[[], Node], message: str) -> None:
    with pytest.raises(LayoutkitError) as caught:
        make()
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.rule, diagnostic.message) == ("bad-value", message)
    assert diagnostic.places[0].path.name == "test_components.py"
