"""What is wrong with a token file, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from layoutkit.diagnostics import LayoutkitError, format_diagnostic
from layoutkit.tokens import load_all
from tests.nodes.faults import marked
from tests.tokens.small import SMALL, faults, written

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.diagnostics import Diagnostic


def only_fault(path: Path) -> Diagnostic:
    (fault,) = faults(path)
    return fault


@pytest.mark.parametrize(
    ("old", "new", "rule", "message", "at", "hint"),
    [
        ('l = "{space.m} * 2"', 'l = "{space.mm}"', "unknown-token",
         "space.l refers to 'space.mm', which does not exist", '"{space.mm}"', "did you mean 'space.m'?"),
        ('shadow = "soft"', 'shadow = "sofd"', "unknown-token",
         "card.shadow is 'sofd', which does not exist", '"sofd"', "did you mean 'soft'?"),
        ('role = "small"', 'role = "smal"', "unknown-token",
         "card.role is 'smal', which does not exist", '"smal"', "did you mean 'small'?"),
        ('font = "text"', 'font = "txt"', "unknown-token",
         "type.body.font is 'txt', which does not exist", '"txt"', "did you mean 'text'?"),
        ('["symbols"]', '["text", "symbol"]', "unknown-token",
         "font.text.fallback has 'symbol', which does not exist", '"symbol"', "did you mean 'symbols'?"),
        ("s = 4", 's = "#123456"', "token-type",
         "space.s is '#123456'; expected a length, such as 16, \"0.75pt\" or \"2mm\"", '"#123456"', ""),
        ("s = 4", 's = "{color.ink}"', "token-type",
         "space.s refers to color.ink, which is a colour; expected a length", '"{color.ink}"', ""),
        ("s = 4", 's = "{card.role}"', "token-type",
         "space.s refers to card.role, which is a word; expected a length", '"{card.role}"', ""),
        ("s = 4", "s = true", "token-type",
         'space.s is true; expected a length, such as 16, "0.75pt" or "2mm"', "true", ""),
        ("s = 4", "s = inf", "token-type", "space.s is inf; expected a finite length", "inf", ""),
        ("s = 4", "s = nan", "token-type", "space.s is nan; expected a finite length", "nan", ""),
        ("s = 4", f"s = 1{'0' * 400}", "token-type",
         f"space.s is 1{'0' * 59}…; expected a finite length", f"1{'0' * 400}", ""),
        ("s = 4", 's = "{space.m} * 1' + "0" * 400 + '"', "token-type",
         "space.s is '{space.m} * 1" + "0" * 47 + "'…; expected a finite number",
         '"{space.m} * 1' + "0" * 400 + '"', ""),
        ("s = 4", "s = -4", "token-type", "space.s is -4; expected a length of at least 0", "-4", ""),
        ("s = 4", 's = "{space.m} * -1"', "token-type",
         "space.s is '{space.m} * -1'; expected a length of at least 0", '"{space.m} * -1"', ""),
        ("s = 4", 's = "{space.m} / 50%"', "token-type",
         "space.s is '{space.m} / 50%'; expected a length; a transparency (/ %) belongs to colours", "/ 50%", ""),
        ("s = 4", "s = 1979-05-27", "token-type",
         'space.s is 1979-05-27; expected a length, such as 16, "0.75pt" or "2mm"', "1979-05-27", ""),
        ('l = "{space.m} * 2"', "l = { a = 1 }", "token-type", "space.l is a table; expected a length", "l",
         "write one value: l = …"),
        ('sunken = "#E0E0F0"', "sunken = 0xE0E0F0", "token-type",
         'color.sunken is 14737648; expected a colour, such as "#1A73E8" or "{palette.blue_600}"', "0xE0E0F0", ""),
        ("size = 10", "size = 0", "token-type", "type.body.size is 0; expected a length of more than 0", "0", ""),
        ("weight = 400", "weight = 0", "token-type",
         "type.body.weight is 0; expected a font weight from 1 to 1000", "0", ""),
        ("weight = 400", 'weight = "{space.m} * 126"', "token-type",
         "type.body.weight is '{space.m} * 126'; expected a font weight from 1 to 1000", '"{space.m} * 126"', ""),
        ("weight = 400", "weight = 400, italic = 1", "token-type",
         "type.body.italic is 1; expected true or false", "1", ""),
        ('text_transform = "uppercase"', 'text_transform = "upercase"', "token-type",
         "type.heading.text_transform is 'upercase', which is not known", '"upercase"', "did you mean 'uppercase'?"),
        ('["tnum", "ss01=2"]', '["tnum", "ss1=2"]', "token-type",
         "type.heading.features has 'ss1=2'; expected a tag such as 'tnum' or 'ss01=1'", '"ss1=2"', ""),
        ('["tnum", "ss01=2"]', '"tnum"', "token-type",
         "type.heading.features is 'tnum'; expected a list of names", '"tnum"', ""),
        ("scale = 2", "scale = 2\ndpi = 300", "missing-token",
         "output.web needs either 'scale', or 'width' with 'dpi'", "output.web", ""),
        ("dpi = 50.8", "", "missing-token",
         "output.paper needs either 'scale', or 'width' with 'dpi'", "output.paper", ""),
        ('format = "png"\nscale', 'format = "pdf"\ndpi = 300\nscale', "unknown-key",
         "output.web has no key 'dpi'", "dpi", "dpi is for the format png or webp"),
        ('format = "png"\nscale = 2', 'format = "pdf"', "missing-token",
         "output.web needs either 'scale' or 'width'", "output.web", ""),
        ("scale = 2", 'scale = 2\nbleed = "3mm"', "unknown-key",
         "output.web has no key 'bleed'", "bleed", "bleed is for the format pdf"),
        ('format = "png"\nscale = 2', 'format = "svg"\nwidth = "180mm"', "unknown-key",
         "output.web has no key 'width'", "width", "width is for the format png or pdf or webp"),
        ('format = "png"\nscale', 'format = "svg"\ndark = { theme = "dark" }\nscale', "unknown-mode",
         "output.web.dark names the axis 'theme', which does not exist", "theme", ""),
        ("scale = 2", "scale = 0", "token-type", "output.web.scale is 0; expected a number of more than 0", "0", ""),
        ('format = "png"', 'format = "gif"', "token-type",
         "output.web.format is 'gif', which is not known", '"gif"', "known here: pdf, png, svg, webp"),
        ("radius = 4", "raduis = 4", "unknown-key", "arrow has no key 'raduis'", "raduis", "did you mean 'radius'?"),
        ("radius = 4", "radius = 4\nfont_size = 4", "unknown-key", "arrow has no key 'font_size'", "font_size",
         "did you mean 'role'?"),
        ("radius = 4", "radius = 4\ncolor_space = 4", "unknown-key", "arrow has no key 'color_space'", "color_space",
         "known here: clearance, color, head, length, margin, radius, role, spacing, stroke_width"),
        ('shadow = "soft"', 'align = "center"', "unknown-key", "card has no key 'align'", "align",
         "texts are aligned by their type roles: [type] title = { align = … }"),
        ("width = 200", 'width = 200\ntitle_align = "start"', "unknown-key", "page has no key 'title_align'",
         "title_align", "texts are aligned by their type roles: [type] title = { align = … }"),
        ("line_height = 15", 'line_height = 15, text_align = "end"', "unknown-key",
         "type.body has no key 'text_align'", "text_align", "did you mean 'align'?"),
        ("[card]", '[loud]\nsize = 30\nalign = "center"\n[card]', "unknown-section", "there is no section [loud]",
         "loud", "did you mean [type.loud]?"),
        ('shadow = "soft"', "border_top_color = 4", "unknown-key", "card has no key 'border_top_color'",
         "border_top_color", "did you mean 'border_top'?"),
        ('shadow = "soft"', "border_radius = 4", "unknown-key", "card has no key 'border_radius'", "border_radius",
         "did you mean 'radius'?"),
        ("line_height = 15", "line_height = 15, font_size = 2", "unknown-key",
         "type.body has no key 'font_size'", "font_size", "did you mean 'size'?"),
        ('shadow = "soft"', 'shadow = "nome"', "unknown-token",
         "card.shadow is 'nome', which does not exist", '"nome"', "did you mean 'none'?"),
        ("line_height = 15", "line_height = 15, line_heights = 2", "unknown-key",
         "type.body has no key 'line_heights'", "line_heights", "did you mean 'line_height'?"),
        ("400 = ", "regular = ", "unknown-key",
         "font.text has no key 'regular'", "regular", "files are keyed by weight: 400 or 400-italic"),
        ("400 = ", "1001 = ", "unknown-key",
         "font.text has no key '1001'", "1001", "files are keyed by weight: 400 or 400-italic"),
        ("400 = ", "400-oblique = ", "unknown-key",
         "font.text has no key '400-oblique'", "400-oblique", "files are keyed by weight: 400 or 400-italic"),
        (", line_height = 15", "", "missing-token", "type.body lacks 'line_height' (a length)", "body", ""),
        ("width = 200\n", "", "missing-token", "page lacks 'width' (a length)", "page", ""),
        ("blur = 8, ", "", "missing-token", "shadow.soft lacks 'blur' (a length)", "soft", ""),
        ("width = 200", "width = 0", "token-type", "page.width is 0; expected a length of more than 0", "0", ""),
        ("s = 4", "s = 1e300", "token-type", "space.s is 1e+300; expected a length of at most 100000", "1e300", ""),
        ("offset_x = 1,", "offset_x = -2e5,", "token-type",
         "shadow.soft.offset_x is -200000.0; expected a length of at least -100000", "-2e5", ""),
        ("scale = 2", "scale = 1e9", "token-type",
         "output.web.scale is 1000000000.0; expected a number of at most 100000", "1e9", ""),
        ("s = 4", 's = "{type.body}"', "token-type",
         "space.s refers to type.body, which is a table of several values; expected a length", '"{type.body}"',
         'name one of them, such as "{type.body.size}"'),
        ("s = 4", 's = "{radius}"', "token-type",
         "space.s refers to radius, which is a section of several tokens; expected a length", '"{radius}"',
         'name one of them, such as "{radius.m}"'),
        ("s = 4", 's = "{space.m} + 3"', "token-type",
         ("space.s is '{space.m} + 3'; expected a reference such as "
          '"{space.m}", "{space.m} * 1.5" or "{color.ink} / 12%"'),
         "+ 3", ""),
        ("s = 4", 's = "{space.m} * two"', "token-type",
         "space.s is '{space.m} * two'; expected a number after \"*\", as in \"{space.m} * 1.5\"", "* two", ""),
        ('sunken = "#E0E0F0"', 'sunken = " {color.ink} / 120% "', "token-type",
         "color.sunken is ' {color.ink} / 120% '; expected a transparency from 0% to 100%, not 120%", "120%", ""),
        ("s = 4", 's = 4\n"2xl" = 9', "token-name", "space.'2xl' is not a name", '"2xl"',
         "names are a letter, then a-z, A-Z, 0-9 and _, since figures read them as attributes"),
        ("s = 4", "s = 4\na-b = 9", "token-name", "space.'a-b' is not a name", "a-b", None),
        ("s = 4", "s = 4\n_name = 9", "token-name", "space.'_name' is not a name", "_name", None),
        ("s = 4", "s = 4\nclass = 9", "token-name", "space.'class' has a name that Python uses", "class", "change it"),
        ("s = 4", "s = 4\nitems = 9", "token-name", "space.'items' has a name that sections use", "items", "change it"),
        ("[arrow]", "[my-arrow]\n[arrow]", "token-name", "'my-arrow' is not a name", "my-arrow", None),
        ("[output.web]", '[output."../../evil"]', "token-name", "output.'../../evil' is not a name",
         'output."../../evil"', "names are made of a-z, A-Z, 0-9, _ and -, since they are those of folders"),
        ("[arrow]", "[spacing]\nxxl = 9\n[arrow]", "unknown-section", "there is no section [spacing]", "spacing",
         "did you mean [space]?"),
        ("[color]", "[colour]", "unknown-section", "there is no section [colour]", "colour", "did you mean [color]?"),
        ("[shadow]", "[shadows]\ntall = { blur = 1 }\n[shadow]", "unknown-section",
         "there is no section [shadows]", "shadows", "did you mean [shadow]?"),
        ("[palette]", "black = 1\n[palette]", "token-type",
         "black stands outside any section", "black", "put it under a header such as [space]"),
        ("[arrow]", "[[arrow]]", "token-type",
         "arrow stands outside any section", "arrow", "put it under a header such as [space]"),
    ],
)  # fmt: skip
def test_a_fault_names_the_value_and_marks_it(  # noqa: PLR0913, PLR0917 - one table for all faults
    tmp_path: Path, old: str, new: str, rule: str, message: str, at: str, hint: str | None
) -> None:
    found = only_fault(written(tmp_path, (old, new)))
    assert (found.rule, found.message, marked(found)) == (rule, message, at)
    assert hint is None or found.hint == hint
    assert found.places[0].path == tmp_path / "tokens.toml"


@pytest.mark.parametrize("section", ["color", "space", "font", "type", "page", "output"])
def without(section: str) -> str:
    """The token file without a section and its tables."""
    head, *tables = re.split(r"^(?=\[)", SMALL, flags=re.MULTILINE)
    return head + "".join(table for table in tables if not re.match(rf"\[{section}[.\]]", table))


@pytest.mark.parametrize("section", ["color", "space", "font", "type", "page", "output"])
def test_a_missing_section_is_one_fault(tmp_path: Path, section: str) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text(without(section))
    found = faults(path)
    assert (found[0].rule, found[0].message) == ("missing-token", f"the section [{section}] is missing")
    assert found[0].places[0].line == 1
    assert [fault for fault in found[1:] if f"{section}." not in fault.message and "font-file" not in fault.rule] == []


def test_a_shadow_is_looked_up_where_there_is_no_section_of_shadows(tmp_path: Path) -> None:
    shadow = SMALL[SMALL.index("[shadow]") : SMALL.index("[font.text]")]
    assert only_fault(written(tmp_path, (shadow, ""))).message == "card.shadow is 'soft', which does not exist"


def test_an_output_is_needed(tmp_path: Path) -> None:
    outputs = SMALL[SMALL.index("[output.web]") :]
    assert only_fault(written(tmp_path, (outputs, "[output]\n"))).message == "no output is named"


def test_a_family_needs_a_file_that_exists(tmp_path: Path) -> None:
    found = only_fault(written(tmp_path, ("[type]", "[font.none]\n[type]")))
    assert (found.message, marked(found)) == ("font.none names no file", "font.none")
    found = only_fault(written(tmp_path, ("roboto-700.ttf", "robot-700.ttf")))
    assert found.rule == "font-file"
    assert marked(found).endswith('robot-700.ttf"')


def test_cycles_name_the_whole_ring_once(tmp_path: Path) -> None:
    found = only_fault(written(tmp_path, ("m = 8", 'm = "{space.l}"')))
    assert (found.rule, found.message, marked(found)) == (
        "token-cycle", "space.l refers to itself: space.m -> space.l -> space.m", '"{space.m} * 2"',
    )  # fmt: skip
    found = only_fault(written(tmp_path, ("m = 8", 'm = "{space.m}"')))
    assert found.message == "space.m refers to itself: space.m -> space.m"


def test_a_reference_into_a_cycle_is_no_fault_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path, ("s = 4", 's = "{space.a}"\na = "{space.b}"\nb = "{space.a}"'))
    assert only_fault(path).message == "space.b refers to itself: space.a -> space.b -> space.a"


def test_a_fault_of_a_token_is_not_repeated_where_it_is_used(tmp_path: Path) -> None:
    found = only_fault(written(tmp_path, ('white = "#FFFFFF"', 'white = "white"')))
    assert found.message.startswith("palette.white is 'white'")


@pytest.mark.parametrize(("first", "last"), [("r0", "r4999"), ("r4999", "r0")])
def test_a_ring_of_any_length_is_one_fault(tmp_path: Path, first: str, last: str) -> None:
    others = [f"r{i}" for i in range(1, 4999)]
    ring = [first, *(others if first == "r0" else others[::-1]), last]
    chain = [f'{one} = "{{radius.{other}}}"' for one, other in zip(ring, [*ring[1:], first], strict=True)]
    found = only_fault(written(tmp_path, ("[radius]", "\n".join(["[radius]", *sorted(chain)]))))
    assert (found.rule, found.message.count(" -> ")) == ("token-cycle", 5000)


def test_the_fault_at_the_end_of_a_long_chain_is_told_once(tmp_path: Path) -> None:
    chain = "\n".join(f'r{i} = "{{radius.r{i + 1}}}"' for i in range(1000))
    found = only_fault(written(tmp_path, ("[radius]", f"[radius]\n{chain}\nr1000 = true")))
    assert found.message.startswith("radius.r1000 is true; expected a length")


def test_all_faults_come_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        ("head = 6", "head = -1"),
        ('red = "#C02020"', 'red = "#C0202"'),
        ("size = 10, line_height = 15", "size = 0, line_height = 0"),
        ("s = 4", 's = "{space.q}"'),
        ("[arrow]", "[arrow]\ncolour = 1"),
    )
    found = faults(path)
    assert [marked(fault) for fault in found] == ['"#C0202"', '"{space.q}"', "0", "0", "colour", "-1"]
    places = [(fault.places[0].line, fault.places[0].column) for fault in found]
    assert places == sorted(places)


def test_a_fault_is_printed_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = only_fault(written(tmp_path, ("size = 8", "size = -8")))
    line = (tmp_path / "tokens.toml").read_text().split("\n").index(
        'small = { font = "text", weight = 400, size = -8, line_height = 12 }') + 1  # fmt: skip
    assert format_diagnostic(found).split("\n") == [
        "error[token-type]: type.small.size is -8; expected a length of more than 0",
        f"  --> tokens.toml:{line}:47",
        "   |",
        f'{line} | small = {{ font = "text", weight = 400, size = -8, line_height = 12 }}',
        "   | " + " " * 46 + "^^",
    ]


def test_a_colour_without_quotes_is_told_as_one(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text('extends = "layoutkit"\n[tone]\naccent = #820AD1\n')
    with pytest.raises(LayoutkitError) as caught:
        load_all(path)
    assert [one.message for one in caught.value.diagnostics] == ['not valid TOML: a colour stands in quotes: "#820AD1"']
