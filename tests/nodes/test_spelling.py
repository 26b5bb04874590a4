"""A keyword that nothing has: the message names what the author called, and offers the keyword that was meant."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import pytest

import layoutkit
from layoutkit import Arrow, Card, Grid, Heading, Image, Node, Pill, Row, Span, Text
from layoutkit.spelling import keyword_hint
from tests.nodes.faults import fault

if TYPE_CHECKING:
    from collections.abc import Callable

ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "Badge": (1,),
    "Bars": ([layoutkit.Bar("x", 1, "1")],),
    "Callout": ("x", Row()),
    "Cell": ("x",),
    "Code": ("x",),
    "Icon": ("check",),
    "IconCircle": ("check",),
    "Legend": ([],),
    "Matrix": ([[1]],),
    "Meter": (1,),
    "Pill": ("x",),
    "Quote": ("x",),
    "Rubric": (["a"], {"b": ["y"]}),
    "Stepper": (["x"], 1),
    "Table": (["a"], [["b"]]),
    "TokenStrip": ({"a": ["x"]},),
    "Vector": ([1],),
}
REQUIRED: dict[str, dict[str, object]] = {"ChatBubble": {"who": "human", "name": "x"}}
"""What cannot be left out; Group and Image are looked at below."""


def _is_placed(made: Any) -> bool:  # noqa: ANN401 - anything that a module exports
    if inspect.isclass(made):
        return issubclass(made, Node)
    return inspect.isfunction(made) and inspect.signature(made).return_annotation == "Node"


PLACED = {
    name: made
    for name in layoutkit.__all__
    if _is_placed(made := getattr(layoutkit, name)) and name not in {"Group", "Image"}
}


def unknown(make: Callable[..., object], *arguments: object, **keywords: object) -> tuple[str, str]:
    """The message and the hint."""
    with fault("unknown-keyword") as found:
        make(*arguments, **keywords)
    assert found.marked == "make(*arguments, **keywords)"
    return found.message, found.hint


@pytest.mark.parametrize("name", PLACED)
def test_each_keyword_of_its_own_is_offered_where_it_is_misspelt(name: str) -> None:
    make = PLACED[name]
    parameters = inspect.signature(make).parameters.values()
    own = [p.name for p in parameters if p.kind is p.KEYWORD_ONLY]
    for word in own:
        typed = f"{word}{word[-1]}"
        message, hint = unknown(make, *ARGUMENTS.get(name, ()), **REQUIRED.get(name, {}), **{typed: 0})
        assert message == f"{name} has no keyword {typed!r}"
        assert hint == f"did you mean {word!r}?"


def test_all_that_is_placed_is_looked_at() -> None:
    assert len(PLACED) > 30
    assert PLACED.keys() >= ARGUMENTS.keys()
    assert PLACED.keys() >= {"Arrow", "Text", "Card", "Row", "Spacer"}


@pytest.mark.parametrize(
    ("make", "typed", "meant"),
    [
        (Arrow, "colour", "color"),
        (Arrow, "dashd", "dashed"),
        (Arrow, "alow", "allow"),
        (Text, "algin", "align"),
        (Heading, "max_line", "max_lines"),
        (Card, "knid", "kind"),
        (Row, "algin", "align"),
        (lambda **keywords: layoutkit.Group(Row(), **keywords), "lable", "label"),
        (lambda **keywords: Image("x.png", alt="", **keywords), "fitt", "fit"),
    ],
)
def test_a_misspelt_keyword(make: Callable[..., object], typed: str, meant: str) -> None:
    with fault("unknown-keyword") as found:
        make(**{typed: None})
    assert found.message.endswith(f" has no keyword {typed!r}")
    assert found.hint == f"did you mean {meant!r}?"


@pytest.mark.parametrize(
    ("make", "typed", "meant"),
    [
        (Row, "align_items", "align"),
        (Row, "justify_content", "justify"),
        (Card, "background_color", "background"),
        (Card, "border_radius", "radius"),
        (Text, "font_size", "role"),
        (Text, "size", "role"),
        (Text, "text_align", "align"),
        (Arrow, "font_size", "role"),
        (Grid, "grid_template_columns", "columns"),
    ],
)
def test_a_name_from_css_is_answered_with_the_keyword_for_it(
    make: Callable[..., object], typed: str, meant: str
) -> None:
    assert unknown(make, **{typed: None})[1] == f"did you mean {meant!r}?"


def test_a_name_from_css_without_a_keyword_here_is_answered_with_what_is_near_or_known() -> None:
    assert "radius" not in unknown(Arrow, border_radius=3)[1]
    assert unknown(Arrow, size=3)[1] == "did you mean 'role'?"
    assert unknown(Row, flex_direction="row")[1].startswith("known here: ")


def test_an_arrow_has_no_box() -> None:
    message, hint = unknown(Arrow, padding=3)
    assert message == "Arrow has no keyword 'padding'"
    assert "padding" not in hint


def test_a_component_of_the_authors_own_is_answered_for_what_it_calls() -> None:
    def tag(words: str, **props: Any) -> Node:  # noqa: ANN401 - any keywords
        return Pill(words, **props)

    with fault("unknown-keyword") as found:
        tag("a", tonne="response")
    assert (found.message, found.hint) == ("Pill has no keyword 'tonne'", "did you mean 'tone'?")
    assert found.marked == "Pill(words, **props)"
    assert found.caller == 'tag("a", tonne="response")'


class Chips:
    """A class of an author."""

    def __init__(self, *, spacing: int = 0) -> None:
        self.spacing = spacing

    def placed(self, *, columns: int = 1) -> int:
        """A method with a keyword."""
        return columns * self.spacing


def boxed(*, width: int) -> int:
    """A function of an author."""
    return width


def local(**keywords: Any) -> object:  # noqa: ANN401 - any keywords
    def helper(*, height: int) -> int:
        return height

    return helper(**keywords)


@pytest.mark.parametrize(
    ("call", "hint"),
    [
        (lambda: Span("a", colour="x"), "did you mean 'color'?"),  # type: ignore[call-arg]
        (lambda: layoutkit.StripGroup(tonne="a"), "did you mean 'tone'?"),  # type: ignore[call-arg]
        (lambda: layoutkit.Bar(valeu="a"), "did you mean 'value'?"),  # type: ignore[call-arg]
        (lambda: boxed(widht=1), "did you mean 'width'?"),  # type: ignore[call-arg]
        (lambda: Chips(spaceing=1), "did you mean 'spacing'?"),  # type: ignore[call-arg]
        (lambda: Chips().placed(colums=1), "did you mean 'columns'?"),  # type: ignore[call-arg]
        (lambda: local(heigth=1), "did you mean 'height'?"),
        (lambda: boxed(zzzzz=1), "known here: width"),  # type: ignore[call-arg]
        (lambda: print(ends=""), ""),  # type: ignore[call-overload] # noqa: T201 - it prints nothing
        (lambda: int("x"), ""),
        (lambda: boxed(widht=1 + 1), "did you mean 'width'?"),  # type: ignore[call-arg]
        (lambda: Image(alt="", pth="x.png"), "did you mean 'path' instead of 'pth'?"),  # type: ignore[call-arg]
        (
            lambda: layoutkit.ChatBubble(
                "x",
                name="y",
                whoo="human",
            ),  # type: ignore[call-arg]
            "did you mean 'who' instead of 'whoo'?",
        ),
        (lambda: layoutkit.Pill(tone=None, txt="x"), "did you mean 'text' instead of 'txt'?"),  # type: ignore[call-arg]
        (lambda: layoutkit.Pill(gap=3), ""),  # type: ignore[call-arg]
        (lambda: boxed(), ""),  # type: ignore[call-arg] # noqa: PLW0108 - a lambda as all others
    ],
)
def test_a_keyword_that_a_function_refuses_is_answered_with_one_that_it_has(
    call: Callable[[], object], hint: str
) -> None:
    with pytest.raises((TypeError, ValueError)) as raised:
        call()
    assert keyword_hint(raised.value) == hint


def test_the_word_of_an_exception_is_not_taken_for_a_call() -> None:
    with pytest.raises(TypeError) as raised:
        raise TypeError("nowhere.known() got an unexpected keyword argument 'widht'")
    assert not keyword_hint(raised.value)
