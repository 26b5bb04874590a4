"""Contracts where figures are painted with what breaks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit import Renderer, Severity, load_theme
from layoutkit.check.rules import RULES
from tests.check.figures import faults

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.check.examine import OpenFinding

COLORS = """
[color]
note = "#9AA0A6"
same = "#9AA0A6"
ground = "#FFFFFF"
veil = "#9AA0A640"
"""
TEXT = 'text = { of = ["note"], on = ["ground"], contrast = 4.5'
FIGURE = """
@figure(title="Notas", alt="Algumas notas sobre um fundo.", language="pt-BR")
def example(t: Theme) -> Node:
    return Column({}, background=t.color.ground, padding=t.space.xl, gap=t.space.xl)
"""
NOTE = 'Text("Uma nota", color=t.color.note)'
CARDS = "(a := Card(Text('um'))), (b := Card(Text('dois')))"


def look(folder: Path, contract: str, colors: str = COLORS) -> Renderer:
    """The base theme with a contract of its own."""
    path = folder / "tokens.toml"
    path.write_text(f'extends = "layoutkit"\n{colors}\n[contract]\n{contract}\n')
    return Renderer(load_theme(path))


def found(tree: str, contract: str, folder: Path, *, allowed: frozenset[str] = frozenset()) -> list[OpenFinding]:
    """What the rule finds in a figure."""
    every = faults(FIGURE.format(tree), folder, allowed=allowed, look=look(folder, contract))
    return [fault for fault in every if fault.diagnostic.rule in ("contract", "contrast", "colour-only", "allow")]


def painters(tree: str, contract: str, folder: Path) -> list[str]:
    """The boxes that the messages about contracts name."""
    told = [fault.diagnostic for fault in found(tree, contract, folder) if fault.diagnostic.rule == "contract"]
    return [note.removeprefix("painted by ") for one in told for note in one.notes]


def test_the_message_names_both_tokens_both_numbers_the_modes_and_the_box(tmp_path: Path) -> None:
    (fault,) = found(NOTE, f"{TEXT} }}", tmp_path)
    told = fault.diagnostic
    assert (told.rule, told.severity) == ("contract", Severity.ERROR)
    assert told.message == "color.note on color.ground has a contrast of 2.6:1; contract.text asks for at least 4.5:1"
    assert told.modes == "with theme=light,medium=screen,contrast=normal,width=wide"
    assert told.notes == (f"painted by Text “Uma nota” at {tmp_path}/01-example.py:7",)
    assert told.places[0].path == tmp_path / "tokens.toml"
    assert told.hint.startswith('set color.note to "#')
    assert len(fault.marks) == 1


def test_what_no_box_is_painted_with_is_no_finding(tmp_path: Path) -> None:
    assert found('Text("Uma nota", color=t.color.ink)', f"{TEXT} }}", tmp_path) == []
    inside = f"Card({NOTE}, background='#f8f8f8', border='#f8f8f8')"
    assert painters(inside, f"{TEXT} }}", tmp_path) == []


def test_a_token_of_the_same_value_is_another_one(tmp_path: Path) -> None:
    assert painters('Text("Uma nota", color=t.color.same)', f"{TEXT} }}", tmp_path) == []
    assert painters('Text("Uma nota", color="#9AA0A6")', f"{TEXT} }}", tmp_path) != []


def test_a_token_that_follows_another_is_the_same(tmp_path: Path) -> None:
    colors = f'{COLORS}[quote_by]\ncolor = "{{color.note}}"\nrole = "small"\n'
    script = FIGURE.format('Quote("Um dito", by="Alguém")')
    told = [fault.diagnostic for fault in faults(script, tmp_path, look=look(tmp_path, f"{TEXT} }}", colors))]
    assert [one.rule for one in told if one.rule != "contrast"] == ["contract"]


@pytest.mark.parametrize(
    ("tree", "name"),
    [
        ("Row(background=t.color.note, width=t.space.xl, height=t.space.xl)", "Row"),
        ("Card(Text('um'), border=t.color.note)", "Card “um”"),
        ("Icon('check', color=t.color.note)", "Icon"),
        (f"Row({CARDS}, gap=t.space.xxl), Arrow(a, b, color=t.color.note)", "Arrow"),
        (f"Row({CARDS}), Brace(a, b, label='os dois', color=t.color.note)", "Text “os dois”"),
    ],
)
def test_everything_that_is_painted_in_one_colour_counts(tree: str, name: str, tmp_path: Path) -> None:
    assert [one.split(" at ")[0] for one in painters(tree, f"{TEXT} }}", tmp_path)] == [name]


def test_a_border_is_seen_on_both_sides(tmp_path: Path) -> None:
    tree = "Row(border=t.color.note, background=t.color.ink, width=t.space.xl, height=t.space.xl)"
    contract = 'text = { of = ["note"], on = ["ink"], contrast = 21 }'
    assert len(painters(tree, contract, tmp_path)) == 1


def test_a_ground_that_shows_through_is_known_by_its_token(tmp_path: Path) -> None:
    tree = f"Card(Card({NOTE}, background=t.color.veil), background='#ffffd0')"
    assert len(painters(tree, 'text = { of = ["note"], on = ["veil"], contrast = 4.5 }', tmp_path)) == 1


def test_a_warning_is_no_error(tmp_path: Path) -> None:
    contract, contrast = sorted(
        found(NOTE, f'{TEXT}, level = "warning" }}', tmp_path), key=lambda fault: fault.diagnostic.rule
    )
    assert (contract.diagnostic.severity, contrast.diagnostic.rule) == (Severity.WARNING, "contrast")


def test_the_contrast_that_a_contract_explains_is_not_told_twice(tmp_path: Path) -> None:
    left_out = found(NOTE, f"{TEXT} }}", tmp_path, allowed=frozenset({"contract"}))
    assert [fault.diagnostic.rule for fault in left_out] == ["contrast"]
    other = 'Text("Outra nota", color="#9AA0A5")'
    both = found(f"{NOTE}, {other}", f"{TEXT} }}", tmp_path)
    assert sorted(one.diagnostic.rule for one in both) == ["contract", "contrast"]


def test_an_allow_accepts_one_box_of_several(tmp_path: Path) -> None:
    allowed = NOTE[:-1] + ', allow={"contract": "de propósito", "contrast": "de propósito"})'
    assert found(allowed, f"{TEXT} }}", tmp_path) == []
    (fault,) = found(f"{NOTE}, {allowed}", f"{TEXT} }}", tmp_path)
    assert len(fault.marks) == 1
    kept = found('Text("Uma nota", allow={"contract": "?"})', f"{TEXT} }}", tmp_path)
    assert [one.diagnostic.message for one in kept] == [
        "allow={'contract': …} is not needed: nothing here breaks the rule"
    ]


def test_what_one_token_breaks_is_one_finding_with_all_boxes(tmp_path: Path) -> None:
    contract = f"{TEXT} }}\nmore = {{ of = ['note'], on = ['ground', 'veil'], contrast = 7 }}"
    (fault,) = found(f"{NOTE}, Row({NOTE}), Card({NOTE})", contract, tmp_path)
    assert fault.diagnostic.message.endswith("; 1 more value falls short because of color.note")
    assert len(fault.marks) >= 2


def test_boxes_of_one_line_are_counted(tmp_path: Path) -> None:
    tree = '*(Text(word, color=t.color.note) for word in ("um", "dois", "três"))'
    (one,) = painters(tree, f"{TEXT} }}", tmp_path)
    assert one == f"Text “um” and 2 more at {tmp_path}/01-example.py:7"


# -- distances ----------------------------------------------------------------------------------

NEAR = 'near = { of = ["note", "second"], distance = 20, vision = ["normal", "grey"]'
SECOND = f'{COLORS}second = "#A09AA6"\n'
SQUARE = "Row(background=t.color.{}, width=t.space.xl, height=t.space.xl)"


def near(tree: str, folder: Path, *, unless: str = "") -> list[str]:
    """The rules about colours that are hard to tell apart."""
    contract = f"{NEAR}{unless} }}"
    told = faults(FIGURE.format(tree), folder, look=look(folder, contract, SECOND))
    return [fault.diagnostic.rule for fault in told if fault.diagnostic.rule in ("contract", "colour-only")]


def test_colours_that_have_to_differ_show_where_a_figure_has_both(tmp_path: Path) -> None:
    first, second = SQUARE.format("note"), SQUARE.format("second")
    assert near(first, tmp_path) == []
    assert near(f"{first}, Card(Text('um'), {second})", tmp_path) == ["contract"]


DASHED = "Arrow(a, b, color=t.color.second, dashed=True)"
LABELLED = ', unless = "labelled"'
LEGEND = 'Legend([("nota", "note", "solid"), ("outra", "second", "{}")])'


@pytest.mark.parametrize(
    ("tree", "rules"),
    [
        (f"{SQUARE.format('note')}, {SQUARE.format('second')}", ["contract"]),
        (f"{SQUARE.format('note')}, {SQUARE.format('note')}", []),
        (f"{SQUARE.format('note')}, {SQUARE.format('second')[:-1]}, border=t.color.ink)", []),
        ("Card(Text('nota'), background=t.color.note), Card(Text('outra'), background=t.color.second)", []),
        (
            f"Row({CARDS}, gap=t.space.xxl), Arrow(a, b, color=t.color.note), Arrow(a, b, color=t.color.second)",
            ["contract"],
        ),
        (
            f"Row({CARDS}, gap=t.space.xxl), Arrow(a, b, color=t.color.note), {DASHED}",
            [],
        ),
    ],
)
def test_labels_dashes_and_outlines_tell_colours_apart(tree: str, rules: list[str], tmp_path: Path) -> None:
    assert near(tree, tmp_path, unless=LABELLED) == rules


@pytest.mark.parametrize(("swatch", "rules"), [("solid", ["contract"]), ("outline", []), ("dashed", [])])
def test_two_swatches_of_one_legend(swatch: str, rules: list[str], tmp_path: Path) -> None:
    tones = "".join(
        f'{tone}_{part} = "{{color.{tone}}}"\n' for tone in ("note", "second") for part in ("ink", "line", "tint")
    )
    tree = LEGEND.format(swatch)
    contract = f"{NEAR}{LABELLED} }}"
    told = faults(FIGURE.format(tree), tmp_path, look=look(tmp_path, contract, SECOND + tones))
    assert [one.diagnostic.rule for one in told if one.diagnostic.rule in ("contract", "colour-only")] == rules


def test_the_hint_for_colours_that_nothing_else_tells_apart_leaves_the_colours_alone(tmp_path: Path) -> None:
    tree = f"{SQUARE.format('note')}, {SQUARE.format('second')}"
    told = faults(FIGURE.format(tree), tmp_path, look=look(tmp_path, f"{NEAR}{LABELLED} }}", SECOND))
    assert [one.diagnostic.hint for one in told if one.diagnostic.rule == "contract"] == [
        "add a label, an outline or a dash that differs too"
    ]


def test_a_colour_that_has_to_differ_from_its_ground(tmp_path: Path) -> None:
    contract = 'apart = { of = ["veil"], on = ["ground"], distance = 40 }'
    assert len(painters(SQUARE.format("veil"), contract, tmp_path)) == 1
    assert painters(f"Card({SQUARE.format('veil')}, background=t.color.ink)", contract, tmp_path) == []


# -- sizes --------------------------------------------------------------------------------------


def test_type_and_strokes_on_paper(tmp_path: Path) -> None:
    assert len(painters('Text("miúdo", role="small")', 'paper = { font_size = "8pt" }', tmp_path)) == 1
    assert painters('Text("grande", role="title")', 'paper = { font_size = "8pt" }', tmp_path) == []
    line = "Row(border=t.color.ink, border_width={}, width=t.space.xl, height=t.space.xl)"
    contract = 'paper = { stroke_width = "0.6pt" }'
    assert painters(line.format("t.stroke.thick"), contract, tmp_path) == []
    assert len(painters(line.format("t.stroke.hairline"), contract, tmp_path)) == 1


# -- the explanation ----------------------------------------------------------------------------


@pytest.mark.parametrize(("example", "rules"), [(RULES["contract"].bad, ["contract"]), (RULES["contract"].good, [])])
def test_the_examples_of_the_explanation(example: str, rules: list[str], tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text(f'extends = "layoutkit"\n{example}')
    script = FIGURE.format(NOTE).replace("t.color.ground", "t.color.note_ground")
    told = faults(script, tmp_path, look=Renderer(load_theme(path)))
    assert [one.diagnostic.rule for one in told] == rules
