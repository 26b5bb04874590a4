"""Track lists as authors write them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.diagnostics import LayoutkitError
from layoutkit.style.box import AUTO, FitContent, Fr, MinMax, Percent, Repeat
from layoutkit.style.tracks import track_list, track_sizes
from layoutkit.style.values import Values
from layoutkit.tokens import load_theme

VALUES = Values(load_theme(Path(__file__).parents[2] / "tokens.toml"), ())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("120 1fr 2fr", (120.0, Fr(1), Fr(2))),
        ("  auto   min-content max-content ", (AUTO, "min-content", "max-content")),
        ("50% 2mm", (Percent(0.5), pytest.approx(7.559, abs=1e-3))),
        ("minmax(80, 1fr) minmax(auto,max-content)", (MinMax(80.0, Fr(1)), MinMax(AUTO, "max-content"))),
        ("fit-content(200) fit-content(30%)", (FitContent(200.0), FitContent(Percent(0.3)))),
        ("repeat(3, 1fr auto) 10", (Repeat(3, (Fr(1), AUTO)), 10.0)),
        ("repeat(auto-fill, minmax(90, 1fr))", (Repeat("auto-fill", (MinMax(90.0, Fr(1)),)),)),
        ("{space.m} {space.m} * 2 1fr", (16.0, 32.0, Fr(1))),
        ((16, "1fr", "auto 2fr"), (16.0, Fr(1), AUTO, Fr(2))),
        (3, (Repeat(3, (MinMax(0.0, Fr(1)),)),)),
        ((), ()),
    ],
)
def test_what_is_written_is_what_is_meant(written: Any, meant: tuple[object, ...]) -> None:  # noqa: ANN401
    assert track_list(written, "columns", VALUES) == meant


@pytest.mark.parametrize(
    "wrong",
    [
        *("1ff", "(", ")", "1fr)", "minmax(1fr, 2)", "minmax(1)", "repeat(1fr)", "repeat(0, 1fr)", "repeat(2, )"),
        *("repeat(2, repeat(2, 1fr))", "calc(1)", "fit-content()", ",", "-4", "-1fr", "infinityfr", "nanfr", "1 , 2"),
        *("repeat(1000001, 1fr)", 0, -3, True, 1_000_000, None, 2.5, (None,), (float("nan"),), (float("inf"),), (-1,)),
        *("{space.q}", "{color.ink}", {"a": 1}, "repeat(" * 5000, "repeat(2, minmax(minmax(1, 2), 3))"),
    ],
)
def test_anything_else_is_refused(wrong: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with pytest.raises(LayoutkitError) as found:
        track_list(wrong, "columns", VALUES)
    assert found.value.diagnostics[0].rule in {"bad-value", "unknown-token"}
    assert found.value.diagnostics[0].message.startswith("columns ")


def test_a_misspelt_unit_is_shown_as_written() -> None:
    with pytest.raises(LayoutkitError, match=r"columns is '1ff'; expected tracks such as"):
        track_list("1ff", "columns", VALUES)


def test_implicit_tracks_are_auto_and_never_repeated() -> None:
    assert track_sizes((), "auto_rows", VALUES) == (AUTO,)
    assert track_sizes("10 1fr", "auto_rows", VALUES) == (10.0, Fr(1))
    with pytest.raises(LayoutkitError, match="auto_rows is"):
        track_sizes("repeat(2, 1fr)", "auto_rows", VALUES)


@given(st.text(alphabet="0123456789.fr%(),- {}mxinatoelp*/", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert isinstance(track_list(text, "columns", VALUES), tuple)
    except LayoutkitError as fault:
        assert fault.diagnostics  # noqa: PT017 - a text that is not a track list is a message, never another exception
