"""Writes the list of icons: docs/icon-names.md, with a picture for each letter, and the page that searches them."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.commands.icon_page import icon_page, icon_svg
from layoutkit.drawing.icon_words import icon_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.drawing.icon_words import IconWords

DOCS = Path(__file__).parent
_COLUMNS, _WIDTH, _HEIGHT = 8, 112, 76
"""Of the pictures: icons in a row, and px of each."""
_LONGEST = 18
"""Letters of a name that have room in a line."""
_HEAD = """\
# All icons

<!-- Written by docs/icon_sheet.py. -->

After reading this page you know the name of the icon that you want: look it up among the pictures, or search the page
for an English or Portuguese word, such as *lixeira*. [icon-sheet.html](icon-sheet.html) shows the same and searches as
you type; so does `layoutkit icons lixeira` in a terminal. [Icons](icons.md) says how icons are placed.

"""
_STYLE = (
    "<style>svg{color:#1f2328}svg svg{fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;"
    "stroke-linejoin:round}.f{fill:currentColor}text{font:10px ui-monospace,monospace;text-anchor:middle;"
    "fill:currentColor}@media(prefers-color-scheme:dark){svg{color:#e6edf3}}</style>"
)


def written() -> dict[str, str]:
    """The files in docs, by their paths there."""
    files, parts = {"icon-sheet.html": icon_page(icon_words())}, [_HEAD]
    for letter, group in groupby(icon_words(), lambda one: one.name[0]):
        icons = list(group)
        files[f"icons/{letter}.svg"] = _picture(icons)
        parts.append(
            f"## {letter.upper()}\n\n![The icons from {icons[0].name} to {icons[-1].name}](icons/{letter}.svg)\n\n"
        )
        parts += ["| name | words |\n|---|---|\n", *map(_row, icons), "\n"]
    files["icon-names.md"] = "".join(parts)
    return files


def _row(one: IconWords) -> str:
    words = ", ".join((*one.portuguese, *one.english))
    return f"| `{one.name}` | {words.replace('|', '&#124;').replace('<', '&lt;').replace('*', '&#42;')} |\n"


def _picture(icons: Sequence[IconWords]) -> str:
    rows = -(-len(icons) // _COLUMNS)
    size = f"{_COLUMNS * _WIDTH} {rows * _HEIGHT}"
    cells = "".join(_cell(one, index % _COLUMNS, index // _COLUMNS) for index, one in enumerate(icons))
    width, height = size.split()
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {size}">'
    return f"{head}{_STYLE}{cells}</svg>\n"


def _cell(one: IconWords, column: int, row: int) -> str:
    middle, top = column * _WIDTH + _WIDTH // 2, row * _HEIGHT
    picture = icon_svg(one.name, f'x="{middle - 14}" y="{top + 8}" width="28" height="28" viewBox="0 0 24 24"')
    lines = "".join(
        f'<text x="{middle}" y="{top + 50 + 12 * number}">{line}</text>' for number, line in enumerate(_lines(one.name))
    )
    return f"{picture}{lines}\n"


def _lines(name: str) -> list[str]:
    """A name in one line, or in two or three of whole words."""
    lines = [""]
    for part in name.replace("-", "-\n").split("\n"):
        if lines[-1] and len(lines[-1]) + len(part) > _LONGEST:
            lines.append("")
        lines[-1] += part
    return lines


if __name__ == "__main__":
    for name, text in written().items():
        (DOCS / name).parent.mkdir(exist_ok=True)
        (DOCS / name).write_text(text, encoding="utf-8")
