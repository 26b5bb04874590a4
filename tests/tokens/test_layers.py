"""Three layers: the palette, what colours mean, and components; each reads only the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.nodes.faults import marked
from tests.tokens.small import faults, loaded, written

if TYPE_CHECKING:
    from pathlib import Path


def test_components_and_type_roles_do_not_read_the_palette(tmp_path: Path) -> None:
    changes = ('color = "{color.accent}"\nstroke_width', 'color = "{palette.red}"\nstroke_width'), (
        'color = "{color.accent}" }', 'color = "{palette.red}" }')  # fmt: skip
    role, component = faults(written(tmp_path, *changes))
    assert (role.rule, role.message) == (
        "token-layer", "type.loud.color refers to palette.red, which is in another layer",
    )  # fmt: skip
    assert role.hint == "give palette.red a meaning in [color] and refer to that"
    assert component.message == "arrow.color refers to palette.red, which is in another layer"


def test_the_palette_reads_itself_alone(tmp_path: Path) -> None:
    assert loaded(tmp_path, ('red = "#C02020"', 'red = "{palette.black}"')).color.accent.red < 0.1
    (found,) = faults(written(tmp_path, ('red = "#C02020"', 'red = "{color.ink}"')))
    assert (found.rule, marked(found)) == ("token-layer", '"{color.ink}"')


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        ('sunken = "#E0E0F0"', 'sunken = "{page.background}"',
         "color.sunken refers to page.background, which is in another layer",
         "write the value in [color] and let page.background refer to it"),
        ("s = 4", 's = "{card.padding}"', "space.s refers to card.padding, which is in another layer",
         "write the value in [space] and let card.padding refer to it"),
        ("blur = 8", 'blur = "{arrow.stroke_width}"',
         "shadow.soft.blur refers to arrow.stroke_width, which is in another layer",
         "write the value in [shadow] and let arrow.stroke_width refer to it"),
        ("size = 10", 'size = "{page.width} * 0.05"',
         "type.body.size refers to page.width, which is in another layer",
         "write the value in [type] and let page.width refer to it"),
        ("head = 6", 'head = "{output.web.scale}"', "arrow.head refers to output.web.scale, which is in another layer",
         "write the value in [arrow] and let output.web.scale refer to it"),
    ],
)  # fmt: skip
def test_no_layer_reads_one_after_it(tmp_path: Path, old: str, new: str, message: str, hint: str) -> None:
    (found,) = faults(written(tmp_path, (old, new)))
    assert (found.rule, found.message, found.hint) == ("token-layer", message, hint)


def test_components_read_one_another_and_outputs_read_them(tmp_path: Path) -> None:
    t = loaded(tmp_path, ("head = 6", 'head = "{card.padding}"'), ("display = 240", 'display = "{page.width} * 2"'))
    assert (t.arrow.head, t.output.web.display) == (8.0, 400.0)


def test_what_was_told_is_not_told_again_where_it_is_referred_to(tmp_path: Path) -> None:
    (found,) = faults(written(tmp_path, ("m = 8", "m = { a = 1 }")))
    assert found.message == "space.m is a table; expected a length"
    (found,) = faults(written(tmp_path, ("[stroke]\nthin = 2\n", ""), ("[palette]", "stroke = 2\n[palette]")))
    assert found.message == "stroke stands outside any section"
