"""Texts, arrows and figures."""

from __future__ import annotations

import inspect
from typing import Any, get_args

import pytest

from layoutkit import Arrow, Figure, Heading, Icon, Image, Node, Row, Span, Text, Theme, figure
from layoutkit.keywords import HeadShape
from tests.nodes.faults import fault


def test_strings_become_spans() -> None:
    text = Text("a ", Span("b", role="strong"), "c")
    assert text.spans == (Span("a "), Span("b", role="strong"), Span("c"))
    assert text.plain == "a bc"


def test_a_text_without_parts_is_empty() -> None:
    assert Text().spans == (Span(""),)


@pytest.mark.parametrize("part", [3, None, 1.5, ["a"], b"a", Row(), Span(3)])  # type: ignore[arg-type]
def test_a_part_that_is_no_text_is_refused(part: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with fault("not-text") as found:
        Text("a", part)
    assert found.marked == 'Text("a", part)'
    assert found.message.startswith("Text takes strings and spans, not ")
    with fault("not-text") as found:
        Heading(part)
    assert found.message.startswith("Heading takes strings and spans, not ")


@pytest.mark.parametrize("count", [0, -1, 1.5, "2", True, [1]])
def test_a_text_has_a_whole_number_of_lines_and_at_least_one(count: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with fault("bad-value") as found:
        Text("a", max_lines=count)
    assert found.message == f"max_lines is {count!r}; expected a whole number of at least 1"


def test_an_ellipsis_needs_a_number_of_lines() -> None:
    with fault("bad-value") as found:
        Text("a", ellipsis=True)
    assert found.message == "ellipsis is set without max_lines"
    assert Text("a", ellipsis=True, max_lines=1).ellipsis


def test_words_of_a_text_are_checked() -> None:
    wrong: Any = "centre"
    with fault("bad-value") as found:
        Text("a", align=wrong)
    assert (found.marked, found.hint) == ('Text("a", align=wrong)', "did you mean 'center'?")
    assert found.message == "align is 'centre'; expected one of start, center, end, justify"
    with fault("bad-value") as found:
        Text("a", trim=wrong)
    assert found.message == "trim is 'centre'; expected one of none, cap"
    with fault("bad-value") as found:
        Text("a", wrap=wrong)
    assert found.message == "wrap is 'centre'; expected one of wrap, nowrap, balance, pretty"


def test_a_heading_is_a_text_in_the_role_heading() -> None:
    assert Heading("a").props == {"role": "heading"}
    assert Heading("a", role="title", width=3).props == {"role": "title", "width": 3}
    assert isinstance(Heading("a"), Text)


def test_a_heading_takes_the_keywords_of_a_text() -> None:
    own, inherited = (list(inspect.signature(kind.__init__).parameters.values()) for kind in (Heading, Text))
    assert own == inherited
    heading = Heading("a", align="justify", wrap="nowrap", max_lines=2, ellipsis=True, trim="cap")
    assert (heading.text_align, heading.wrap, heading.trim) == ("justify", "nowrap", "cap")
    assert (heading.max_lines, heading.ellipsis) == (2, True)


def test_an_arrow_has_both_ends_or_none() -> None:
    a, b = Row(), Row()
    assert Arrow().ends is None
    assert Arrow(a, b.left).ends == (a, b.left)
    one_end: list[Any] = [{"start": a}, {"end": b}]
    for ends in one_end:
        with fault("arrow-ends") as found:
            Arrow(**ends)
        assert (found.marked, found.message) == ("Arrow(**ends)", "an Arrow has either both ends or none")


def test_an_arrow_ends_at_nodes() -> None:
    a: Any = Row()
    with fault("arrow-ends") as found:
        Arrow(a, "b")  # type: ignore[arg-type]
    assert found.message == "an Arrow ends at a node or a place on one, not at 'b'"
    with fault("arrow-ends"):
        Arrow(a.right, a.left.at)


def test_words_of_an_arrow_are_checked() -> None:
    wrong: Any = "trangle"
    with fault("bad-value") as found:
        Arrow(head=wrong)
    assert (found.message, found.hint) == (
        f"head is 'trangle'; expected one of {', '.join(get_args(HeadShape))}",
        "did you mean 'triangle'?",
    )
    with fault("bad-value") as found:
        Arrow(tail=wrong)
    assert found.message.startswith("tail is 'trangle'")


def test_the_label_of_an_arrow_is_a_text_on_one_line() -> None:
    (label,) = Arrow(label="L").children
    assert isinstance(label, Text)
    assert (label.plain, label.wrap) == ("L", "nowrap")
    assert Arrow().children == ()
    number: Any = 3
    with fault("not-text") as found:
        Arrow(label=number)
    assert found.marked == "Arrow(label=number)"


def test_figure_declares_what_the_world_must_know() -> None:
    @figure(title="T", alt="A", name="01-a")
    def declared(t: Theme) -> Node:
        return Row(width=t.page.width)

    assert isinstance(declared, Figure)
    assert (declared.title, declared.alt, declared.name, declared.language) == ("T", "A", "01-a", "")
    assert declared.build.__name__ == "declared"


@pytest.mark.parametrize(
    ("title", "alt", "what"), [("T", "", "alt text"), ("T", " \n", "alt text"), ("", "A", "title")]
)
def test_a_figure_without_words_is_refused(title: str, alt: str, what: str) -> None:
    with fault("alt-text") as found:

        @figure(title=title, alt=alt)
        def declared(_: Theme) -> Node:
            return Row()

    assert found.message == f"the figure has no {what}"
    assert found.marked == "figure(title=title, alt=alt)"


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ("title", "title"),
        ("alt", "alt text"),
        ("description", "description"),
        ("section", "section"),
        ("goal", "goal"),
        ("shows", "list of what it shows"),
    ],
)
@pytest.mark.parametrize("character", ["\x0b", "\0", "\ud800"])
def test_a_figure_says_nothing_that_no_file_can_hold(key: str, what: str, character: str) -> None:
    words = {"title": "T", "alt": "A", key: ["one", f"two{character}"] if key == "shows" else f"T{character}"}
    with fault("control-character") as found:
        figure(**words)  # type: ignore[arg-type]
    assert found.message.startswith(f"the figure's {what} holds U+{ord(character):04X}")
    assert found.marked == "figure(**words)"


def test_a_picture_says_nothing_that_no_file_can_hold() -> None:
    with fault("control-character") as found:
        Image("a.png", alt="A\x0b")
    assert found.message.startswith("the alt text holds U+000B")
    assert found.marked == 'Image("a.png", alt="A\\x0b")'
    with fault("control-character"):
        Icon("check", alt="A\x0b")


def test_a_figure_may_say_what_it_is_for() -> None:
    declare = figure(title="T", alt="A", section="S", goal="G", shows=["one", "two"])
    declared = declare(lambda _: Row())
    assert (declared.section, declared.goal, declared.shows) == ("S", "G", ("one", "two"))
    plain = figure(title="T", alt="A")(lambda _: Row())
    assert (plain.section, plain.goal, plain.shows) == ("", "", ())


def test_what_a_figure_shows_is_a_list() -> None:
    with fault("bad-value") as found:
        figure(title="T", alt="A", shows="one")
    assert found.message == "shows is the text 'one'; expected a list of texts"
    assert found.marked == 'figure(title="T", alt="A", shows="one")'


def test_title_and_alt_text_are_required() -> None:
    with fault("alt-text") as found:
        figure(title="T")
    assert found.message == "the figure has no alt text"
