"""Values are put into the text of a token file, and nothing else of it changes."""

from __future__ import annotations

import tomllib

import pytest

from layoutkit.tokens.rewrite import rewritten

DARK = ("mode", "theme", "dark", "color", "ink")


def get(text: str, path: tuple[str, ...]) -> object:
    found: object = tomllib.loads(text.replace("\r\n", "\n"))
    for key in path:
        assert isinstance(found, dict)
        found = found[key]
    return found


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('[color]\nink   =   "#111"  # dark\npage = "#fff"\n', '[color]\nink   =   "#2a2a2a"  # dark\npage = "#fff"\n'),
        ("[color]\nink = '#111'\n", "[color]\nink = '#2a2a2a'\n"),
        ('[color]\nink = """#111"""\n', '[color]\nink = "#2a2a2a"\n'),
        ('color = { ink = "#111", page = "#fff" }\n', 'color = { ink = "#2a2a2a", page = "#fff" }\n'),
        ('color.ink="#111"\n', 'color.ink="#2a2a2a"\n'),
        ('["color"]\n"ink" = "#111"', '["color"]\n"ink" = "#2a2a2a"'),
        ('[color]\r\nink = "#111"\r\n', '[color]\r\nink = "#2a2a2a"\r\n'),
        ('[color]\nink = "{palette.black}" # mine\n', '[color]\nink = "#2a2a2a" # mine\n'),
        ('# Ö\n\n[color]\nü = 1\r\nink = "#111"\n', '# Ö\n\n[color]\nü = 1\r\nink = "#2a2a2a"\n'),
    ],
)
def test_a_value_is_replaced_in_its_place(before: str, after: str) -> None:
    assert rewritten(before, {("color", "ink"): "#2a2a2a"}) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Below the last key of the table, before the comment on the next one.
        ('[color]\npage = "#fff" # paper\n\n# Sizes.\n[space]\nm = 1\n',
         '[color]\npage = "#fff" # paper\nink = "#2a2a2a"\n\n# Sizes.\n[space]\nm = 1\n'),
        ('[color]\npage = "#fff"', '[color]\npage = "#fff"\nink = "#2a2a2a"'),
        ("[color]\n# Nothing yet.\n[space]\nm = 1\n", '[color]\nink = "#2a2a2a"\n# Nothing yet.\n[space]\nm = 1\n'),
        ('[color]\r\n  page = "#fff"\r\n', '[color]\r\n  page = "#fff"\r\n  ink = "#2a2a2a"\r\n'),
        ('color.page = "#fff"\n[space]\nm = 1\n', 'color.page = "#fff"\ncolor.ink = "#2a2a2a"\n[space]\nm = 1\n'),
        ('color = { page = "#fff" }\n', 'color = { page = "#fff", ink = "#2a2a2a" }\n'),
        ("color = {}\n", 'color = { ink = "#2a2a2a" }\n'),
        # Where there is no such table, below those that stand together with it, or at the end.
        ('[palette]\nred = "#f00"\n\n# Sizes.\n[space]\nm = 1\n',
         '[palette]\nred = "#f00"\n\n[color]\nink = "#2a2a2a"\n\n# Sizes.\n[space]\nm = 1\n'),
        ('extends = "layoutkit"\n', 'extends = "layoutkit"\n\n[color]\nink = "#2a2a2a"\n'),
        ('extends = "layoutkit"\n[tone]\naccent = "#111"',
         'extends = "layoutkit"\n[tone]\naccent = "#111"\n\n[color]\nink = "#2a2a2a"\n'),
        ("", '[color]\nink = "#2a2a2a"\n'),
    ],
)  # fmt: skip
def test_a_key_that_the_file_lacks_is_added_where_it_belongs(before: str, after: str) -> None:
    found = rewritten(before, {("color", "ink"): "#2a2a2a"})
    assert found == after
    assert get(found, ("color", "ink")) == "#2a2a2a"


@pytest.mark.parametrize(
    "before",
    [
        '[mode.theme.dark.color]\npage = "#000"\n[mode.theme.dark.space]\nm = 1\n',
        '[mode.theme.dark]\ncolor.page = "#000"\nspace.m = 1\n',
        '[mode.theme]\ndark = { color = { page = "#000" } }\n',
        '[mode]\ntheme.dark.color = { page = "#000" }\n',
        'mode.theme.dark.space.m = 1\n[color]\nink = "#111"\n',
        '[mode.theme.dark.space]\nm = 1\n[mode.medium.print.color]\nink = "#111"\n[color]\nink = "#111"\n',
        '[modes]\ntheme = ["light", "dark"]\n',
        "mode = { theme = { dark = {} } }\n",
    ],
)  # fmt: skip
def test_a_value_for_a_mode_is_added_whatever_way_the_file_writes_modes(before: str) -> None:
    found = rewritten(before, {DARK: "#2a2a2a"})
    assert get(found, DARK) == "#2a2a2a"
    assert [line for line in before.splitlines() if line not in found.splitlines()] == [
        line for line in before.splitlines() if "{" in line
    ]


def test_a_new_table_of_a_mode_stands_below_the_others_of_that_mode() -> None:
    before = "[mode.theme.dark.space]\nm = 1\n\n# On paper.\n[mode.medium.print.space]\nm = 2\n"
    assert rewritten(before, {DARK: "#2a2a2a"}) == (
        '[mode.theme.dark.space]\nm = 1\n\n[mode.theme.dark.color]\nink = "#2a2a2a"\n'
        "\n# On paper.\n[mode.medium.print.space]\nm = 2\n"
    )


def test_digits_are_written_as_the_file_writes_them() -> None:
    text = '[color]\npage = "#FAFAFA"\nink = "#111"\n'
    assert rewritten(text, {("color", "ink"): "#2a2a2a"}) == text.replace("#111", "#2A2A2A")
    formula = "legible(#2a2a2a, 4.5, {color.page})"
    assert rewritten(text, {("color", "ink"): formula}) == text.replace("#111", "legible(#2A2A2A, 4.5, {color.page})")


def test_several_values_are_written_at_once() -> None:
    found = rewritten('[color]\nink = "#111"\n', {("color", "ink"): "#222", ("color", "page"): "#eee", DARK: "#ddd"})
    assert found == '[color]\nink = "#222"\npage = "#eee"\n\n[mode.theme.dark.color]\nink = "#ddd"\n'
