"""What the tokens promise, and what is said where they break it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layoutkit.color import Color, contrast, over
from layoutkit.color.difference import difference
from layoutkit.color.vision import seen
from layoutkit.diagnostics import Severity
from layoutkit.tokens import load_theme
from layoutkit.tokens.contracts import broken, measure, unknown_colors
from tests.nodes.faults import marked
from tests.tokens.following import follow
from tests.tokens.small import faults, loaded, told, written

if TYPE_CHECKING:
    from layoutkit.diagnostics import Diagnostic

ROOT = Path(__file__).parents[2]


def only(folder: Path, contract: str, *changes: tuple[str, str]) -> Diagnostic:
    (found,) = faults(written(folder, *changes, add=f"\n[contract]\n{contract}\n"))
    return found


@pytest.mark.parametrize(
    ("contract", "message", "at"),
    [
        ('text = { of = ["accent"], on = ["paper", "sunken"], contrast = 5 }',
         "color.accent on color.sunken has a contrast of 4.6:1; contract.text asks for at least 5:1", "5"),
        ('card = { of = ["card.border"], on = ["card.background"], contrast = 15 }',
         "card.border on card.background has a contrast of 14.6:1; contract.card asks for at least 15:1", "15"),
        ('apart = { of = ["paper", "sunken"], distance = 20 }',
         "color.paper and color.sunken differ by 9.7; contract.apart asks for at least 20", "20"),
        ('apart = { of = ["accent", "ink"], distance = 30, vision = ["normal", "protanopia"] }',
         "color.accent and color.ink differ by 25.8 in protanopia; contract.apart asks for at least 30", "30"),
        ('apart = { of = ["accent"], on = ["ink"], distance = 40, vision = ["grey"] }',
         "color.accent and color.ink differ by 26.6 in grey; contract.apart asks for at least 40", "40"),
    ],
)  # fmt: skip
def test_a_broken_contract_names_both_tokens_and_both_numbers(
    tmp_path: Path, contract: str, message: str, at: str
) -> None:
    found = only(tmp_path, contract)
    assert (found.rule, found.message, marked(found)) == ("contract", message, at)


def test_the_measured_values_are_those_of_the_colours(tmp_path: Path) -> None:
    contracts = (
        'a = { of = ["ink", "accent"], on = ["paper"], contrast = 1 }\n'
        'b = { of = ["ink", "accent", "paper"], distance = 0, vision = ["tritanopia"] }\n'
    )
    t = loaded(tmp_path, add=f"\n[contract]\n{contracts}")
    c = t.color
    assert [found.value for found in measure(t)] == pytest.approx(
        [
            contrast(c.ink, c.paper),
            contrast(c.accent, c.paper),
            *(
                difference(seen(one, "tritanopia"), seen(other, "tritanopia"))
                for one, other in ((c.ink, c.accent), (c.ink, c.paper), (c.accent, c.paper))
            ),
        ]
    )


def test_what_shows_through_is_measured_over_its_ground(tmp_path: Path) -> None:
    veil = ('sunken = "#E0E0F0"', 'sunken = "{color.ink} / 20%"\nfaint = "{color.ink} / 50%"')
    t = loaded(tmp_path, veil, add='\n[contract]\na = { of = ["faint"], on = ["sunken"], contrast = 1 }\n')
    (found,) = measure(t)
    ground = over(t.color.sunken, t.page.background)
    assert found.value == contrast(over(t.color.faint, ground), ground)


ACCENT = 't = { of = ["accent"], on = '


@pytest.mark.parametrize(
    "contract",
    [
        ACCENT + '["paper", "sunken"], contrast = 7 }',
        ACCENT + '["ink"], contrast = 4.5 }',
        ACCENT + '["ink"], contrast = 7 }\nu = { of = ["accent"], on = ["paper"], contrast = 2 }',
        't = { of = ["paper", "sunken"], distance = 20 }',
        't = { of = ["accent", "ink"], distance = 40, vision = ["protanopia", "grey"] }',
    ],
)
def test_the_hint_would_work(tmp_path: Path, contract: str) -> None:
    path = written(tmp_path, add=f"\n[contract]\n{contract}\n")
    hint = re.fullmatch(r'set color\.(\w+) to "(#\w+)", the nearest lightness .*', faults(path)[0].hint)
    assert hint
    path.write_text(re.sub(rf'^{hint[1]} = ".*"', f'{hint[1]} = "{hint[2]}"', path.read_text(), flags=re.MULTILINE))
    assert all(found.kept for found in measure(load_theme(path)))


def test_where_no_lightness_helps_the_hint_says_so(tmp_path: Path) -> None:
    found = only(tmp_path, 't = { of = ["accent"], on = ["accent"], distance = 5 }')
    assert found.hint == (
        "no lightness of color.accent keeps contract.t; "
        "ask for less in contract.t, or choose another colour for color.accent"
    )


@pytest.mark.parametrize(
    ("contract", "message", "hint"),
    [
        ('print = { font_size = "7pt" }',
         "type.small.size is 2.3 pt in output.paper; contract.print asks for at least 7 pt",
         "set type.small.size to at least 24.7 px"),
        ('print = { stroke_width = "0.6pt" }',
         "stroke.thin is 0.57 pt in output.paper; contract.print asks for at least 0.6 pt",
         "set stroke.thin to at least 2.2 px"),
    ],
)  # fmt: skip
def test_sizes_on_paper(tmp_path: Path, contract: str, message: str, hint: str) -> None:
    found = faults(written(tmp_path, ('"100mm"', '"20mm"'), add=f"\n[contract]\n{contract}\n"))
    assert (message, hint) in [(fault.message.partition("; 1 more value")[0], fault.hint) for fault in found]
    assert {fault.rule for fault in found} == {"contract"}
    assert not [fault for fault in found if "output.web" in fault.message]  # it has no width on paper


@pytest.mark.parametrize(
    ("contract", "rule", "message", "at", "hint"),
    [
        ('t = { of = ["inc"], on = ["paper"], contrast = 3 }', "unknown-token",
         "contract.t names 'inc', which is not a colour", '"inc"', "did you mean 'ink'?"),
        ('t = { of = ["card.bakground"], on = ["paper"], contrast = 3 }', "unknown-token",
         "contract.t names 'card.bakground', which is not a colour", '"card.bakground"',
         "did you mean 'card.background'?"),
        ('t = { of = ["card.padding", "ink"], distance = 3 }', "unknown-token",
         "contract.t names 'card.padding', which is not a colour", '"card.padding"', None),
        ('t = { of = ["palette.black", "ink"], distance = 3 }', "unknown-token",
         "contract.t names 'palette.black', which is not a colour", '"palette.black"', None),
        ('t = { of = ["ink"] }', "missing-token",
         "contract.t asks for nothing; give it one of contrast, distance, font_size, stroke_width", "t", ""),
        ('t = { of = ["ink"], contrast = 3 }', "missing-token",
         "contract.t asks for contrast and lacks 'on' (a list of colours)", "t", ""),
        ("t = { of = [], distance = 3 }", "missing-token",
         "contract.t asks for distance and lacks 'of' (a list of colours)", "t", ""),
        ('t = { of = ["ink"], on = ["paper"], contrast = 3, distance = 3 }', "missing-token",
         "contract.t asks for both contrast and distance; make it two contracts", "t", ""),
        ('t = { of = ["ink"], on = ["paper"], contrast = 3, vision = ["grey"] }', "missing-token",
         "contract.t asks for contrast, which takes no 'vision'", "t", ""),
        ('t = { of = ["ink"], on = ["paper"], contrast = 0.5 }', "token-type",
         "contract.t.contrast is 0.5; expected a number of at least 1", "0.5", ""),
        ('t = { of = ["ink", "paper"], distance = 3, vision = ["gray"] }', "token-type",
         "contract.t.vision has 'gray', which is not known", '"gray"', "did you mean 'grey'?"),
        ('t = { of = ["ink"], distance = 3 }', "missing-token",
         "contract.t asks for distance and names one colour; name another in 'of', or those to tell it from in 'on'",
         "t", ""),
        ('t = { of = ["ink", "ink"], distance = 3, vision = ["grey"] }', "missing-token",
         "contract.t asks for distance and names one colour; name another in 'of', or those to tell it from in 'on'",
         "t", ""),
        ('t = { of = ["ink"], on = ["paper"], contrast = 3, unless = "labelled" }', "missing-token",
         "contract.t asks for contrast, which takes no 'unless'", "t", ""),
        ('t = { of = ["ink", "paper"], distance = 3, unless = "labeled" }', "token-type",
         "contract.t.unless is 'labeled', which is not known", '"labeled"', "did you mean 'labelled'?"),
        ('t = { of = ["ink"], on = ["paper"], contrast = 3, level = "warn" }', "token-type",
         "contract.t.level is 'warn', which is not known", '"warn"', "did you mean 'warning'?"),
        ('t = { off = ["ink"], contrast = 3 }', "unknown-key", "contract.t has no key 'off'", "off", None),
    ],
)  # fmt: skip
def test_what_is_no_contract(  # noqa: PLR0913, PLR0917 - one table for all faults
    tmp_path: Path, contract: str, rule: str, message: str, at: str, hint: str | None
) -> None:
    found = faults(written(tmp_path, add=f"\n[contract]\n{contract}\n"))[0]
    assert (found.rule, found.message, marked(found)) == (rule, message, at)
    assert hint is None or found.hint == hint


@pytest.mark.parametrize(
    ("contract", "at"),
    [
        ('p = { font_size = "2pt", stroke_width = "0.6pt" }', '"0.6pt"'),
        ('p = { stroke_width = "0.1pt", font_size = "9pt" }', '"9pt"'),
    ],
)
def test_the_demand_that_is_broken_is_marked(tmp_path: Path, contract: str, at: str) -> None:
    found = faults(written(tmp_path, ('"100mm"', '"20mm"'), add=f"\n[contract]\n{contract}\n"))
    assert {marked(fault) for fault in found} == {at}


def test_an_unknown_name_is_told_once_where_a_mode_asks_for_more(tmp_path: Path) -> None:
    modes = '\n[modes]\nlight = ["normal", "high"]\n[mode.light.high.contract]\na = { contrast = 7 }\n'
    found = only(tmp_path, f'a = {{ of = ["ink"], on = ["paper", "papre"], contrast = 4.5 }}{modes}')
    assert (found.message, marked(found)) == ("contract.a names 'papre', which is not a colour", '"papre"')


def test_one_cause_is_one_fault_with_the_number_of_what_follows(tmp_path: Path) -> None:
    of = 'of = ["ink", "card.border"], on'
    text = f'a = {{ {of} = ["paper", "sunken"], contrast = 4.5 }}\nb = {{ {of} = ["page.background"], contrast = 3 }}'
    found = only(tmp_path, text, ('black = "#101010"', 'black = "#F0F0F0"'))
    assert found.message == (
        "color.ink on color.paper has a contrast of 1.1:1; contract.a asks for at least 4.5:1; "
        "5 more values fall short because of palette.black"
    )


def test_two_causes_are_two_faults(tmp_path: Path) -> None:
    text = 'a = { of = ["ink", "accent"], on = ["paper", "sunken"], contrast = 4.5 }'
    changes = (('black = "#101010"', 'black = "#F0F0F0"'), ('red = "#C02020"', 'red = "#F0C0C0"'))
    found = faults(written(tmp_path, *changes, add=f"\n[contract]\n{text}\n"))
    assert {fault.message.partition("because of ")[2] for fault in found} == {"palette.black", "palette.red"}


def test_a_token_file_without_contracts_promises_nothing(tmp_path: Path) -> None:
    assert not unknown_colors(loaded(tmp_path))
    assert not broken(loaded(tmp_path))


def test_the_shipped_tokens_can_be_read_by_everyone() -> None:
    """What the shipped contracts say is not less than WCAG asks of text, shapes and categories.

    A tone that refers to another has the promises of that one.
    """
    t = load_theme(ROOT / "tokens.toml")
    found = list(measure(t))
    assert all(one.kept for one in found)
    texts = {one.one for one in found if one.contract.contrast and one.contract.contrast >= 4.5}
    promised = {value for name, value in t.color.items() if f"color.{name}" in texts}
    inks = {name: value for name, value in t.color.items() if "ink" in name or name.startswith("on_")}
    assert [name for name, value in inks.items() if value not in promised] == []
    visions = {one.vision for one in found if one.contract.distance is not None}
    assert visions == {"normal", "protanopia", "deuteranopia", "tritanopia", "grey"}
    assert {one.other for one in found if one.contract.font_size is not None} == {"output.print", "output.pdf"}


def test_a_colour_of_a_theme_may_be_any(tmp_path: Path) -> None:
    """An opaque page is not needed: it lies on white paper."""
    t = loaded(tmp_path, ('background = "{color.paper}"', 'background = "#00000080"'),
               add='\n[contract]\na = { of = ["page.background"], on = ["paper"], distance = 1 }\n')  # fmt: skip
    (found,) = measure(t)
    assert found.value == difference(over(Color(0, 0, 0, 0x80 / 255), Color(1, 1, 1)), t.color.paper)


def test_a_mode_that_changes_the_page_alone_is_measured_through_what_is_transparent(tmp_path: Path) -> None:
    modes = '\n[modes]\ntheme = ["light", "dark"]\n[mode.theme.dark.page]\nbackground = "#333333"\n'
    faint = ('accent = "{palette.red}"', 'accent = "{palette.red}"\nfaint = "{palette.white} / 30%"')
    found = only(tmp_path, f'a = {{ of = ["ink"], on = ["faint"], contrast = 7 }}{modes}', faint)
    assert found.modes == "with theme=dark"


def test_a_name_that_is_no_colour_is_told_once_and_measured_in_no_mode(tmp_path: Path) -> None:
    modes = '\n[modes]\ntheme = ["light", "dark"]\n[mode.theme.dark.color]\nink = "#FEFEFE"\npaper = "#101010"\n'
    found = only(tmp_path, f'a = {{ of = ["ink", "pink"], on = ["paper"], contrast = 7 }}{modes}')
    assert found.rule == "unknown-token"


def test_a_contract_may_be_a_warning(tmp_path: Path) -> None:
    found = only(tmp_path, 'a = { of = ["ink"], on = ["paper"], contrast = 21, level = "warning" }')
    assert (found.rule, found.severity) == ("contract", Severity.WARNING)
    assert loaded(tmp_path, add='\n[contract]\na = { of = ["ink"], on = ["paper"], contrast = 21 }\n').color.ink


def test_warnings_and_errors_of_one_token_are_two_findings(tmp_path: Path) -> None:
    both = 'a = { of = ["ink"], on = ["paper"], contrast = 21, level = "warning" }\n'
    both += 'b = { of = ["ink"], on = ["paper"], contrast = 20 }'
    found = faults(written(tmp_path, add=f"\n[contract]\n{both}\n"))
    assert [one.severity for one in found] == [Severity.ERROR, Severity.WARNING]


def test_what_labels_may_tell_apart_is_left_to_figures(tmp_path: Path) -> None:
    contract = 'a = { of = ["ink", "accent"], distance = 90, unless = "labelled" }'
    assert told(written(tmp_path, add=f"\n[contract]\n{contract}\n")) == ()


def test_a_contract_that_is_broken_in_every_mode_says_so(tmp_path: Path) -> None:
    modes = '\n[modes]\ntheme = ["light", "dark"]\n[mode.theme.dark.color]\naccent = "#FF8080"\n'
    found = only(tmp_path, f'a = {{ of = ["ink"], on = ["paper"], contrast = 21 }}{modes}')
    assert found.modes == "in every mode"


def test_the_mode_outside_of_tables_is_named_too(tmp_path: Path) -> None:
    modes = '\n[modes]\ntheme = ["light", "dark"]\n[mode.theme.dark.color]\nink = "#000000"\n'
    found = only(tmp_path, f'a = {{ of = ["ink"], on = ["paper"], contrast = 20 }}{modes}')
    assert found.modes == "with theme=light"


def test_what_the_file_itself_says_is_the_cause_before_what_it_inherits(tmp_path: Path) -> None:
    """White is behind all that is broken, and the file that has one bad colour did not write it."""
    contract = 'a = { of = ["accent"], on = ["paper", "sunken"], contrast = 3 }\n'
    contract += 'b = { of = ["ink"], on = ["paper"], contrast = 3 }'
    written(tmp_path, add=f"\n[contract]\n{contract}\n")
    path = tmp_path / "own" / "tokens.toml"
    path.parent.mkdir()
    path.write_text('extends = "../tokens.toml"\n[color]\naccent = "#F0F0F0"\nink = "#F8F8F8"\n')
    assert [found.hint.split(" to ")[0] for found in faults(path)] == ["set color.accent", "set color.ink"]


MODES = """
[modes]
theme = ["light", "dark"]
light = ["normal", "high"]
[mode.theme.dark.color]
paper = "#505050"
ink = "#FFFFFF"
"""


def rounds(path: Path) -> int:
    """How often the hints have to be followed, in a file that extends this one, until nothing is broken."""
    own = path.parent / "own.toml"
    own.write_text('extends = "tokens.toml"\n')
    for count in range(5):
        found = told(own)
        if not found:
            return count
        follow(own, found)
    return 5


def test_a_hint_suits_every_mode_that_it_reaches(tmp_path: Path) -> None:
    """The accent is the same in both themes: a value for the light one alone would be lost on the dark one."""
    contract = '[contract]\na = { of = ["accent"], on = ["paper"], contrast = 3 }\n'
    path = written(tmp_path, ('red = "#C02020"', 'red = "#F08080"'), add=f"{MODES}{contract}")
    assert [one.modes for one in told(path)] == ["with theme=light"]
    assert rounds(path) == 1


def test_where_no_value_suits_all_the_hint_names_the_table_of_a_mode(tmp_path: Path) -> None:
    contract = '[contract]\na = { of = ["accent"], on = ["paper"], contrast = 4.5 }\n'
    path = written(tmp_path, add=f"{MODES}{contract}")
    (found,) = told(path)
    assert found.modes == "with theme=dark"
    assert found.hint.startswith("in [mode.theme.dark], set color.accent to ")
    assert rounds(path) == 1


def test_a_hint_for_a_mode_suits_the_modes_of_other_axes(tmp_path: Path) -> None:
    """What needs more contrast in light and dark is set once for both, and stays as it is outside of that mode."""
    contract = '[contract]\na = { of = ["accent"], on = ["paper"], contrast = 3 }\n'
    high = "[mode.light.high.contract]\na.contrast = 3.2\n"
    path = written(tmp_path, ('red = "#C02020"', 'red = "#E06060"'), add=f"{MODES}{contract}{high}")
    assert {one.modes for one in told(path)} <= {"with light=high", "with theme=dark,light=high", "with theme=dark"}
    assert rounds(path) == 1


def test_where_two_modes_exclude_each_other_each_gets_a_value(tmp_path: Path) -> None:
    contract = '[contract]\na = { of = ["accent"], on = ["paper"], contrast = 4.5 }\n'
    modes = MODES.replace('paper = "#505050"', 'paper = "#606060"')
    path = written(tmp_path, ('red = "#C02020"', 'red = "#FF9090"'), add=f"{modes}{contract}")
    (found,) = told(path)
    assert found.modes == "in every mode"
    light, dark, why = re.split(r"; |: ", found.hint)
    assert re.fullmatch(r'set color\.accent to "#\w+"', light)
    assert re.fullmatch(r'in \[mode\.theme\.dark\], set color\.accent to "#\w+"', dark)
    assert why == "together they keep every contract"
    assert rounds(path) == 1


def test_where_nothing_helps_an_override_may_be_taken_out(tmp_path: Path) -> None:
    written(tmp_path, add='\n[contract]\na = { of = ["accent", "ink"], on = ["accent"], contrast = 1.5 }\n')
    path = tmp_path / "own" / "tokens.toml"
    path.parent.mkdir()
    path.write_text('extends = "../tokens.toml"\n[color]\naccent = "#808080"\n')
    assert faults(path)[0].hint == (
        "no lightness of color.accent keeps contract.a; ask for less in contract.a, or choose another colour for "
        "color.accent; or take color.accent out: it overrides what this file extends"
    )
