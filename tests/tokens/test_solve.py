"""Contracts are solved in all modes together: the result is a valid file, or two contracts that exclude each other."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import layoutkit.components  # noqa: F401 - declares all tables
from layoutkit.color import contrast, parse_hex
from layoutkit.color.spaces import oklch
from layoutkit.tokens import load_all
from layoutkit.tokens.contracts import measure
from layoutkit.tokens.rewrite import rewritten
from layoutkit.tokens.schema import ValueKind
from layoutkit.tokens.solve import solve
from tests.tokens.following import follow
from tests.tokens.small import told, written

if TYPE_CHECKING:
    from layoutkit.tokens.solve import Plan

ROOT = Path(__file__).parents[2]
SERIES = (ROOT / "tokens.toml").read_text(encoding="utf-8").replace('"fonts/', f'"{ROOT}/fonts/')
EXTENDED = 'extends = "layoutkit"\n'
TEXT = '[contract]\ntext = { of = ["ink", "accent"], on = ["paper", "sunken"], contrast = 4.5 }\n'
MODES = """
[modes]
theme = ["light", "dark"]
level = ["normal", "high"]
[mode.theme.dark.color]
paper = "#181818"
sunken = "#282828"
ink = "#E0E0E0"
accent = "#FF9090"
"""


def plan(path: Path, *kept: str) -> Plan:
    return solve(load_all(path), kept)


def values(found: Plan) -> dict[str, str]:
    return {".".join(change.path): change.value for change in found.changes}


def apply(path: Path, found: Plan) -> None:
    path.write_text(rewritten(path.read_text(), {change.path: change.value for change in found.changes}))


def broken(path: Path) -> list[str]:
    measured = (found for theme in load_all(path) for found in measure(theme))
    return [found.sentence for found in measured if not found.kept and not found.contract.unless]


def test_a_file_that_keeps_its_contracts_needs_no_change(tmp_path: Path) -> None:
    found = plan(written(tmp_path, add=f"\n{TEXT}"))
    assert (found.changes, found.conflicts) == ((), ())


def test_hue_and_chroma_stay_and_the_contrast_is_only_just_reached(tmp_path: Path) -> None:
    path = written(tmp_path, ('accent = "{palette.red}"', 'accent = "#E87070"'), add=f"\n{TEXT}")
    (change,) = plan(path).changes
    assert (change.path, change.contracts, change.modes) == (("color", "accent"), ("text",), "")
    assert change.value == change.after.hex
    before, after = oklch(change.before), oklch(change.after)
    assert abs(before.hue - after.hue) < 1
    assert abs(before.chroma - after.chroma) < 0.01
    ground = parse_hex("#E0E0F0")
    assert ground is not None
    assert 4.5 <= contrast(change.after, ground) < 4.56


def test_an_expression_is_replaced_where_the_token_is_written(tmp_path: Path) -> None:
    path = written(tmp_path, ('red = "#C02020"', 'red = "#E87070"'), add=f"\n{TEXT}")
    found = values(plan(path))
    assert found.keys() == {"color.accent"}
    apply(path, plan(path))
    assert 'red = "#E87070"\n' in path.read_text()
    assert broken(path) == []


def test_what_only_a_mode_breaks_is_changed_in_its_table(tmp_path: Path) -> None:
    path = written(tmp_path, add=f"{MODES.replace('#FF9090', '#A04040')}{TEXT}")
    found = plan(path)
    assert values(found).keys() == {"mode.theme.dark.color.accent"}
    assert found.changes[0].modes == "theme=dark"
    path = written(tmp_path, add=f"{MODES.replace('accent = ', '# accent = ')}{TEXT}")
    assert values(plan(path)).keys() == {"mode.theme.dark.color.accent"}


def test_a_mode_for_more_contrast_is_cured_in_light_and_dark(tmp_path: Path) -> None:
    high = '[mode.level.high.contract]\ntext = { contrast = 7 }\n[mode.level.high.color]\naccent = "#B06060"\n'
    path = written(tmp_path, add=f"{MODES}{TEXT}{high}")
    found = plan(path)
    assert {change.path[:3] for change in found.changes} == {("mode", "level", "high")}
    apply(path, found)
    assert broken(path) == []


def test_a_value_made_from_the_one_that_it_overrides_is_followed(tmp_path: Path) -> None:
    high = '[mode.level.high.color]\naccent = "mix({color.accent}, {color.ink}, 50%)"\n'
    path = written(tmp_path, ('red = "#C02020"', 'red = "#E87070"'), add=f"{MODES}{TEXT}{high}")
    found = plan(path)
    assert "mode.level.high.color.accent" not in values(found)
    apply(path, found)
    assert broken(path) == []


def test_the_parent_is_never_written(tmp_path: Path) -> None:
    written(tmp_path, ('accent = "{palette.red}"', 'accent = "#E87070"'), add=f"\n{TEXT}")
    path = tmp_path / "own.toml"
    path.write_text('extends = "tokens.toml"\n\n[space]\ns = 5\n')
    parent = (tmp_path / "tokens.toml").read_bytes()
    apply(path, plan(path))
    assert (tmp_path / "tokens.toml").read_bytes() == parent
    assert "[color]\naccent = " in path.read_text()
    assert broken(path) == []


def test_a_colour_that_a_formula_makes_gets_a_value_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text(
        f'{EXTENDED}[tone]\nbrand = "#820AD1"\n[contract]\nb = {{ of = ["brand_ink"], on = ["page"], contrast = 12 }}\n'
    )
    found = plan(path)
    assert {change.path[-1] for change in found.changes} == {"brand_ink"}
    apply(path, found)
    assert '[tone]\nbrand = "#820AD1"\n' in path.read_text()
    assert broken(path) == []


@pytest.mark.parametrize("of", ["same_ink", "same", "on_same"])
def test_a_tone_that_only_refers_to_another_goes_on_doing_so(tmp_path: Path, of: str) -> None:
    path = tmp_path / "tokens.toml"
    contract = f'[contract]\ns = {{ of = ["{of}"], on = ["page", "accent_tint"], contrast = 9 }}\n'
    path.write_text(f'{EXTENDED}[tone]\nsame = "{{tone.accent}}"\n{contract}')
    found = plan(path)
    if not found.conflicts:
        apply(path, found)
        assert broken(path) == []
    assert 'same = "{tone.accent}"' in path.read_text()


def test_inks_move_before_grounds_do(tmp_path: Path) -> None:
    path = written(tmp_path, ('red = "#C02020"', 'red = "#D05050"'), ('"#E0E0F0"', '"#E8E8F0"'), add=f"\n{TEXT}")
    assert values(plan(path)).keys() == {"color.accent"}


def test_one_ground_moves_where_all_inks_would_have_to(tmp_path: Path) -> None:
    path = written(tmp_path, ('paper = "{palette.white}"', 'paper = "#707070"'), add=f"\n{TEXT}")
    assert values(plan(path)).keys() == {"color.paper"}


def test_what_is_kept_stays_and_the_other_moves(tmp_path: Path) -> None:
    text = 't = { of = ["accent"], on = ["ink"], contrast = 4.5 }\n'
    path = written(tmp_path, add=f"\n[contract]\n{text}")
    assert values(plan(path, "color.accent")).keys() == {"color.ink"}
    assert values(plan(path, "color.ink")).keys() == {"color.accent"}
    assert values(plan(path, "palette.red", "palette.black")).keys() <= {"color.ink", "color.accent"}


def test_two_contracts_that_exclude_each_other_are_named(tmp_path: Path) -> None:
    text = (
        'a = { of = ["accent"], on = ["paper"], contrast = 7 }\nb = { of = ["accent"], on = ["ink"], contrast = 7 }\n'
    )
    path = written(tmp_path, add=f"\n[contract]\n{text}")
    (conflict,) = plan(path, "color.paper", "color.ink").conflicts
    told_of = conflict.diagnostic()
    assert told_of.message == (
        "contract.b and contract.a exclude each other: for color.accent, 7:1 to color.ink takes a lightness (L*) of at "
        "least 65, and 7:1 to color.paper takes a lightness (L*) of at most 37"
    )
    assert told_of.hint == (
        "ask for less in contract.b or contract.a, or choose another colour for color.ink or color.paper"
    )


def test_two_kept_colours_that_a_contract_forbids_are_named(tmp_path: Path) -> None:
    path = written(tmp_path, add='\n[contract]\na = { of = ["accent"], on = ["paper"], contrast = 20 }\n')
    (conflict,) = plan(path, "color.accent", "color.paper").conflicts
    assert conflict.diagnostic().message == (
        "color.accent on color.paper has a contrast of 6.1:1; contract.a asks for at least 20:1; "
        "color.accent and color.paper have to stay as they are"
    )


def test_a_distance_is_reached_by_lightness(tmp_path: Path) -> None:
    text = 'c = { of = ["accent", "ink"], distance = 40, vision = ["normal", "protanopia", "grey"] }\n'
    path = written(tmp_path, ('red = "#C02020"', 'red = "#402020"'), add=f"\n[contract]\n{text}")
    found = plan(path)
    assert len(found.changes) == 1
    apply(path, found)
    assert broken(path) == []


def test_where_hue_and_lightness_are_too_few_the_distance_is_named(tmp_path: Path) -> None:
    text = 'c = { of = ["accent", "ink"], distance = 40, vision = ["grey"] }\nd = { of = ["ink"], on = ["paper"], contrast = 4.5 }\ne = { of = ["accent"], on = ["paper"], contrast = 14 }\n'  # noqa: E501 - one file
    path = written(tmp_path, add=f"\n[contract]\n{text}")
    conflicts = plan(path, "color.paper").conflicts
    assert {contract.name for one in conflicts for contract in one.contracts} >= {"c"}


def test_one_that_is_measured_against_itself_is_a_contradiction(tmp_path: Path) -> None:
    path = written(tmp_path, add='\n[contract]\nt = { of = ["ink"], on = ["ink"], contrast = 2 }\n')
    (conflict,) = plan(path).conflicts
    assert conflict.reason == "no lightness of color.ink keeps contract.t"


def test_what_shows_through_becomes_opaque_where_nothing_else_helps(tmp_path: Path) -> None:
    path = written(tmp_path, ('accent = "{palette.red}"', 'accent = "#C0202040"'), add=f"\n{TEXT}")
    found = plan(path)
    apply(path, found)
    assert broken(path) == []


def test_a_warning_is_mended_and_no_error(tmp_path: Path) -> None:
    warning = TEXT.replace("4.5 }", '4.5, level = "warning" }')
    path = written(tmp_path, ('red = "#C02020"', 'red = "#E87070"'), add=f"\n{warning}")
    assert values(plan(path)).keys() == {"color.accent"}
    impossible = plan(path, "color.accent", "color.paper", "color.sunken")
    assert (impossible.changes, impossible.conflicts) == ((), ())


# -- random harm --------------------------------------------------------------------------------


def harmed(text: str, path: Path, rnd: random.Random, *, times: int = 1) -> None:
    """A file with some colours, in some modes, replaced by any colours."""
    path.write_text(text, encoding="utf-8")
    themes = load_all(path)
    leaves = themes.default.evaluation.all.base
    promised = {name for _, contract in themes.default.contract.items() for name in contract.colors}
    colors = [name for name, leaf in leaves.items() if leaf.field.kind is ValueKind.COLOR]
    modes = [("mode", axis, value) for axis, (_, *others) in themes.axes.values.items() for value in others]
    harm = {}
    for _ in range(times):
        name = rnd.choice(sorted(promised) if rnd.random() < 0.75 else colors)
        table = rnd.choice(((), *modes))
        harm[(*table, *name.split("."))] = f"#{rnd.randrange(1 << 24):06x}"
    path.write_text(rewritten(text, harm), encoding="utf-8")


@pytest.mark.parametrize("text", [SERIES, EXTENDED], ids=["series", "base"])
@pytest.mark.parametrize("seed", range(8))
def test_random_harm_ends_with_a_valid_file_or_a_named_contradiction(tmp_path: Path, text: str, seed: int) -> None:
    path, rnd = tmp_path / "tokens.toml", random.Random(f"harm {seed}")  # noqa: S311 - a test
    harmed(text, path, rnd, times=1 + seed % 2)
    found = plan(path)
    if found.conflicts:
        assert all(one.contracts and one.reason for one in found.conflicts)
        return
    apply(path, found)
    assert broken(path) == []
    assert plan(path).changes == ()


@pytest.mark.parametrize("text", [SERIES, EXTENDED], ids=["series", "base"])
@pytest.mark.parametrize("seed", range(1, 4))
def test_all_hints_together_make_a_valid_file_in_one_round(tmp_path: Path, text: str, seed: int) -> None:
    path = tmp_path / "tokens.toml"
    harmed(text, path, random.Random(f"hints {seed}"), times=2)  # noqa: S311 - a test  # noqa: S311 - a test
    follow(path, told(path))
    assert broken(path) == []


def test_the_same_file_has_the_same_plan(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    harmed(SERIES, path, random.Random("same"), times=3)  # noqa: S311 - a test  # noqa: S311 - a test
    assert values(plan(path)) == values(plan(path))
