"""Functions of colours in token values: what they give, and what is said of those that are wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.color import Color, parse_hex
from layoutkit.color.derive import apart, at_lightness, legible
from layoutkit.color.spaces import from_oklch, mixed, toned
from layoutkit.tokens.color_expression import FUNCTIONS, evaluate_color
from layoutkit.tokens.expression import ExpressionError
from tests.nodes.faults import marked
from tests.tokens.small import faults, loaded, written

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.tokens.color_expression import Span
    from layoutkit.tokens.schema import ValueKind


RED, BLUE = Color(0.8, 0.1, 0.1), Color(0.1, 0.4, 0.9)
TOKENS: dict[str, Color | float] = {"palette.red": RED, "color.blue": BLUE, "contrast.text": 4.5}


def token(name: str, _span: Span | None, _kind: ValueKind) -> Color | float:
    return TOKENS[name]


def value(text: str) -> Color:
    found = evaluate_color(text, token)
    assert found
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("oklch(62% 0.19 259)", from_oklch(0.62, 0.19, 259)),
        ("oklch(0.62 0.19 259)", from_oklch(0.62, 0.19, 259)),
        ("  oklch( 62%  47.5%  259deg )  ", from_oklch(0.62, 0.19, 259)),
        ("oklch(62% 0.19 -101/50%)", from_oklch(0.62, 0.19, 259, 0.5)),
        ("oklch(.62 .19 259 / .5)", from_oklch(0.62, 0.19, 259, 0.5)),
        ("oklch(62% 0.19 259) / 25%", from_oklch(0.62, 0.19, 259, 0.25)),
        ("mix({palette.red}, {color.blue}, 30%)", mixed(RED, BLUE, 0.3)),
        ("mix( #fff ,{ color.blue },0%)", Color(1, 1, 1)),
        ("mix({palette.red} / 50%, #0000, 50%)", mixed(RED.faded(0.5), Color(0, 0, 0, 0), 0.5)),
        ("tone({palette.red}, 40)", toned(RED, 0.4)),
        ("tone({palette.red}, 40%) / 12%", toned(RED, 0.4).faded(0.12)),
        ("mix(tone({palette.red}, 40), oklch(1 0 0), 50%)", mixed(toned(RED, 0.4), Color(1, 1, 1), 0.5)),
        ("lightness({palette.red}, 40, 0.02)", at_lightness(RED, 40, 0.02)),
        ("lightness({palette.red}, l, 0)", at_lightness(RED, None, 0)),
        ("legible({palette.red}, {contrast.text}, #fff, {color.blue})", legible(RED, 4.5, Color(1, 1, 1), BLUE)),
        ("legible({palette.red}, 3, #fff, 2.5, {color.blue})", legible(RED, 3, Color(1, 1, 1), 2.5, BLUE)),
        ("contrast-color({palette.red})", Color(1, 1, 1)),
        ("contrast-color({palette.red}, #333, {color.blue})", Color(0.2, 0.2, 0.2)),
        ("apart({palette.red}, {color.blue}, 170)", apart(RED, BLUE, 170)),
        ("{palette.red} / 12%", RED.faded(0.12)),
        ("#1A73E8", parse_hex("#1A73E8")),
    ],
)
def test_values(text: str, expected: Color) -> None:
    got = value(text)
    assert (got.red, got.green, got.blue, got.alpha) == pytest.approx(
        (expected.red, expected.green, expected.blue, expected.alpha), abs=1e-9
    )


@pytest.mark.parametrize(
    ("text", "part", "expected", "hint"),
    [
        ("mux({palette.red}, #fff, 3%)", "mux", f"a colour function ({', '.join(FUNCTIONS)}), not 'mux'", "'mix'"),
        ("mix({palette.red}, tones(#fff, 3), 3%)", "tones", "a colour function", "'tone'"),
        ("mix({palette.red}, #fff)", "{palette.red}, #fff", "two colours and a share, as in mix(", ""),
        ("mix()", "", "two colours and a share, as in mix({color.a}, {color.b}, 30%), not 1 value", ""),
        ("mix({palette.red}, #ffg, 30%)", "#ffg", "a colour, such as", ""),
        ("mix({palette.red}, , 30%)", "", "a colour, such as", ""),
        ("mix({palette.red}, #fff, 30)", "30", "a share of the second colour from 0% to 100%, not 30", ""),
        ("mix({palette.red}, #fff, 130%)", "130%", "a share of the second colour from 0% to 100%, not 130%", ""),
        ("mix({palette.red} * 2, #fff, 30%)", "* 2", "a colour; a factor (*) belongs to lengths", ""),
        ("mix({palette.red}, {}, 30%)", "{}", "a reference such as", ""),
        ("tone({palette.red}, 400)", "400", "a lightness from 0 to 100, not 400", ""),
        ("tone({palette.red}, dark)", "dark", "a lightness from 0 to 100, not dark", ""),
        ("tone({palette.red}, )", "", "a lightness from 0 to 100, not nothing", ""),
        ("tone({palette.red}, 40", "({palette.red}, 40", 'a closing ")" after tone(…', ""),
        ("tone({palette.red}, 40) + 1", "+ 1", 'nothing after the ")" but a transparency', ""),
        ("tone({palette.red}, 40) / 12", "12", "a transparency from 0% to 100%, not 12", ""),
        ("oklch(62% 0.19)", "62% 0.19", "lightness, chroma and hue, as in oklch(", ""),
        ("oklch(62% 0.19 259 /)", "62% 0.19 259 /", "lightness, chroma and hue, as in oklch(", ""),
        ("oklch(62%, 0.19, 259)", "62%,", "a lightness from 0% to 100% (or 0 to 1), not 62%,", ""),
        ("oklch(62 0.19 259)", "62", "a lightness from 0% to 100% (or 0 to 1), not 62", ""),
        ("oklch(62% -0.19 259)", "-0.19", "a chroma of at least 0, about 0.4 at most, not -0.19", ""),
        ("oklch(62% 0.19 259rad)", "259rad", "a hue in degrees, not 259rad", ""),
        ("oklch(62% 0.19 1" + "0" * 400 + ")", "1" + "0" * 400, "a hue in degrees, not 1", ""),
        (
            "legible({palette.red}, 4.5)",
            "{palette.red}, 4.5",
            "a colour, a contrast and one or more grounds, as in",
            "",
        ),
        ("legible({palette.red}, 4.5, #fff, 3)", "{palette.red}, 4.5, #fff, 3", "a ground after each contrast", ""),
        ("legible({palette.red}, 4, 3, #fff)", "{palette.red}, 4, 3, #fff", "a ground after each contrast", ""),
        ("legible({palette.red}, 22, #fff)", "22", "a contrast from 1 to 21, not 22", ""),
        ("legible({palette.red}, 3, #fff, 0.5, #000)", "0.5", "a contrast from 1 to 21, not 0.5", ""),
        ("lightness({palette.red}, 101)", "101", "a CIE lightness from 0 to 100, or l for its own, not 101", ""),
        ("apart({palette.red}, #fff, 200)", "200", "an angle from 0 to 180 degrees, not 200", ""),
        ("oklch(62% 0.19 259 / 2)", "2", "an alpha from 0% to 100% (or 0 to 1), not 2", ""),
    ],
)
def test_what_is_wrong_is_marked(text: str, part: str, expected: str, hint: str) -> None:
    with pytest.raises(ExpressionError) as raised:
        value(text)
    assert str(raised.value).startswith(expected)
    assert raised.value.span
    assert text[slice(*raised.value.span)] == part
    assert hint in raised.value.hint


def test_functions_may_stand_inside_one_another_but_not_without_an_end() -> None:
    text = "{palette.red}"
    for _ in range(8):
        text = f"tone({text}, 50)"
    assert value(text)
    with pytest.raises(ExpressionError, match="at most 8 functions inside one another"):
        value("tone(" * 5000 + "#fff" + ", 50)" * 5000)


@given(
    st.text(alphabet="mixtoneklch(){}.,/% 0123456789#-", max_size=40), st.sampled_from(["", "mix(", "oklch(", "tone("])
)
def test_any_text_is_a_colour_or_refused(text: str, start: str) -> None:
    whole = start + text
    span = None
    try:
        found = evaluate_color(whole, lambda _token, _span, _kind: RED)
    except ExpressionError as error:
        span = error.span
    else:
        assert found
        assert all(0 <= channel <= 1 for channel in (found.red, found.green, found.blue, found.alpha))
    assert span is None or 0 <= span[0] <= span[1] <= len(whole)


def test_tokens_are_made_by_functions(tmp_path: Path) -> None:
    t = loaded(tmp_path, ('sunken = "#E0E0F0"', 'sunken = "mix({color.accent}, {color.paper}, 90%)"'))
    expected = mixed(t.color.accent, t.color.paper, 0.9)
    assert t.color.sunken == expected
    assert t.card.background == expected  # a reference to it


@pytest.mark.parametrize(
    ("new", "rule", "message", "at", "hint"),
    [
        ("mix({color.akcent}, #fff, 9%)", "unknown-token",
         "color.sunken refers to 'color.akcent', which does not exist", "{color.akcent}",
         "did you mean 'color.accent'?"),
        ("mix({space.s}, #fff, 9%)", "token-type",
         "color.sunken refers to space.s, which is a length; expected a colour", "{space.s}", ""),
        ("mix(#fff, tone({color.sunken}, 3), 9%)", "token-cycle",
         "color.sunken refers to itself: color.sunken -> color.sunken", "{color.sunken}", ""),
        ("tome(#fff, 3)", "token-type",
         f"color.sunken is 'tome(#fff, 3)'; expected a colour function ({', '.join(FUNCTIONS)}), not 'tome'",
         "tome", "did you mean 'tone'?"),
    ],
)  # fmt: skip
def test_the_carets_stand_under_the_part_at_fault(  # noqa: PLR0913, PLR0917 - one table for all faults
    tmp_path: Path, new: str, rule: str, message: str, at: str, hint: str
) -> None:
    (found,) = faults(written(tmp_path, ('sunken = "#E0E0F0"', f'sunken = "{new}"')))
    assert (found.rule, found.message, marked(found), found.hint) == (rule, message, at, hint)


def test_a_text_with_escapes_is_marked_as_a_whole(tmp_path: Path) -> None:
    (found,) = faults(written(tmp_path, ('sunken = "#E0E0F0"', r'sunken = "tome(\u0023fff, 3)"')))
    assert marked(found) == r'"tome(\u0023fff, 3)"'


def test_one_faulty_colour_of_two_is_one_fault(tmp_path: Path) -> None:
    changes = (('sunken = "#E0E0F0"', 'sunken = "mix({palette.white}, {color.ink}, 9%)"'), ('"#FFFFFF"', '"white"'))
    (found,) = faults(written(tmp_path, *changes))
    assert found.message.startswith("palette.white is 'white'")
