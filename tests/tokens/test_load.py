"""tokens.toml -> Theme."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING

import pytest

from layoutkit.color import Color
from layoutkit.tokens import Length, load_theme
from tests.nodes.faults import fault
from tests.tokens.small import loaded, small_theme, written

if TYPE_CHECKING:
    from pathlib import Path

BLACK, WHITE = Color(16 / 255, 16 / 255, 16 / 255), Color(1, 1, 1)


def test_tokens_are_read_by_attribute() -> None:
    t = small_theme()
    assert t.color.ink == BLACK
    assert (t.space.s, t.space.m, t.space.l) == (4.0, 8.0, 16.0)
    assert t.shadow.soft.sigma == 4
    assert t.shadow.soft.color == BLACK.faded(0.2)
    assert (t.card.padding, t.card.background, t.card.shadow) == (8, Color(224 / 255, 224 / 255, 240 / 255), "soft")
    assert list(t.space) == ["s", "m", "l"]
    assert "m" in t.space
    assert "xl" not in t.space
    assert t.space.get("xl") is None


def test_tokens_remember_their_names() -> None:
    t = small_theme()
    names = [t.color.ink.token, t.shadow.soft.color.token, t.card.padding.token]
    assert names == ["color.ink", "shadow.soft.color", "card.padding"]  # not palette.black, where the value comes from
    assert isinstance(t.space.m, Length)
    m, s = t.space.m, t.space.s
    made = [m * 2, 2 * m, m / 2, m + s, m - s, 0 + m + s, -m]
    assert [float(length) for length in made] == [16, 16, 4, 12, 4, 12, -8]
    assert {length.token for length in made} == {"space.m"}
    typed = [m + 3, 3 + m, m - 3, 10 - m, m + (s + 1)]
    assert [float(length) for length in typed] == [11, 11, 5, 2, 13]
    assert {length.token for length in typed} == {""}  # a part of each was typed


def test_type_roles_have_defaults() -> None:
    heading, body = small_theme().type.heading, small_theme().type.body
    assert (heading.letter_spacing, heading.text_transform, heading.features) == (
        0.5,
        "uppercase",
        (("tnum", 1), ("ss01", 2)),
    )
    assert (body.letter_spacing, body.text_transform, body.features, body.italic, body.color) == (
        0,
        "none",
        (),
        False,
        None,
    )
    assert (heading.wrap, body.wrap) == ("balance", "pretty")
    assert (heading.hyphenate, body.hyphenate) == (False, False)
    assert small_theme().type.loud.color == Color(192 / 255, 32 / 255, 32 / 255)


def test_font_files_are_looked_up_beside_the_token_file() -> None:
    t = small_theme()
    assert [(file.weight, file.italic) for file in t.font.text.files] == [(400, False), (700, False)]
    assert all(file.path.parent == t.path.parent / "../../fonts" for file in t.font.text.files)
    assert t.font.text.fallback == ("symbols",)


def test_italic_files_are_keyed_with_their_weight(tmp_path: Path) -> None:
    t = loaded(tmp_path, ("700 = ", "700-italic = "))
    assert [(file.weight, file.italic) for file in t.font.text.files] == [(400, False), (700, True)]


def test_outputs() -> None:
    web, paper = small_theme().output.web, small_theme().output.paper
    assert (web.scale, web.width, web.dpi) == (2, None, None)
    assert paper.scale is None
    assert paper.width == pytest.approx(100 / 25.4 * 96)
    assert paper.dpi == 50.8


def test_references_point_anywhere_in_the_file(tmp_path: Path) -> None:
    t = loaded(
        tmp_path,
        ("s = 4", 's = "{radius.m} * 0.5"'),
        ('gap = "{space.s}"', 'gap = "{radius.m}"'),
        ("m = 6", 'm = "{type.body.size}"'),
    )
    assert (t.space.s, t.card.gap, t.radius.m) == (5.0, 10.0, 10.0)


def test_factors_and_transparencies_multiply_along_references(tmp_path: Path) -> None:
    t = loaded(
        tmp_path,
        ('l = "{space.m} * 2"', 'l = "{space.m} * 2"\nxl = "{space.l} * 1.5"'),
        ('ink = "{palette.black}"', 'ink = "{palette.black} / 50%"'),
    )
    assert t.space.xl == 24.0
    assert t.color.ink.alpha == 0.5
    assert t.shadow.soft.color.alpha == pytest.approx(0.1)


@pytest.mark.parametrize("forward", [True, False])
def test_a_chain_of_a_hundred_references(tmp_path: Path, *, forward: bool) -> None:
    chain = [f'r{i} = "{{radius.r{i + 1}}}"' for i in range(100)] + ["r100 = 3"]
    t = loaded(tmp_path, ("[radius]", "\n".join(["[radius]", *(chain if forward else chain[::-1])])))
    assert t.radius.r0 == 3.0


def test_a_factor_may_make_a_weight(tmp_path: Path) -> None:
    t = loaded(tmp_path, ("weight = 400", 'weight = "{space.m} * 75"'))
    assert t.type.body.weight == 600


def test_a_byte_order_mark_and_carriage_returns_do_not_matter(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert dict(load_theme(path).space.items()) == dict(small_theme().space.items())


def test_an_unknown_token_is_answered_at_the_authors_line() -> None:
    t = small_theme()
    with fault("unknown-token") as found:
        _ = t.space.n + 1
    assert found.marked == "t.space.n"
    assert found.message == "there is no token space.n"
    assert found.hint == "known here: l, m, s"
    with fault("unknown-token") as found:
        _ = t.color.acent
    assert found.hint == "did you mean 'accent'?"


def test_an_unknown_component_is_answered_at_the_authors_line() -> None:
    t = small_theme()
    with fault("unknown-token") as found:
        _ = t.crad.padding
    assert (found.marked, found.hint) == ("t.crad", "did you mean 'card'?")


def test_the_palette_is_not_for_figures() -> None:
    t = small_theme()
    with fault("token-layer") as found:
        _ = t.palette.black
    assert (found.message, found.marked) == ("figures do not read the palette", "t.palette")
    assert found.hint.startswith("read a colour that has a meaning")


def test_a_theme_is_an_ordinary_object() -> None:
    t = small_theme()
    for same in (copy.deepcopy(t), pickle.loads(pickle.dumps(t))):  # noqa: S301 - our own bytes
        assert dict(same.type.items()) == dict(t.type.items())
        assert [same.card.padding.token] == ["card.padding"]
    assert not hasattr(t.space, "__wrapped__")
    assert not hasattr(t, "__wrapped__")
