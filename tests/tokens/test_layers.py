"""Three layers: the palette, what colours mean, and components; each reads only the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.nodes.faults import marked
from tests.tokens.small import faults, loaded, written

if TYPE_CHECKING:
    from pathlib import Path


def test_components_and_type_roles_do_not_read_the_palette(tmp_path: Path) -> None:
    changes = ('color = "{color.accent}"\nwidth', 'color = "{palette.red}"\nwidth'), (
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


def test_what_was_told_is_not_told_again_where_it_is_referred_to(tmp_path: Path) -> None:
    (found,) = faults(written(tmp_path, ("m = 8", "m = { a = 1 }")))
    assert found.message == "space.m is a table; expected a length"
    (found,) = faults(written(tmp_path, ("[stroke]\nthin = 2\n", ""), ("[palette]", "stroke = 2\n[palette]")))
    assert found.message == "stroke stands outside any section"
