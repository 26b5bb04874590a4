"""The text of a catalog: figures to Markdown (CommonMark with the tables of GitHub)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from layoutkit.languages import CatalogWords, language_for
from layoutkit.output.formats import PICTURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.discover import NamedFigure

__all__ = ["page"]

_PLACE = "<!-- figures -->"
"""Where the figures go in an introduction; without it they come after all of it."""
_SIGNS = re.compile(r"[\\`*_\[\]<>|&~]|^(?:[#+-]|\d+(?=[.)]))")
"""What Markdown would take for markup, anywhere or at the beginning of a line."""


def page(figures: Sequence[NamedFigure], language: str, introduction: str, pictures: str, scripts: str) -> str:
    """The whole page.

    Args:
        figures: in their order on the page.
        language: BCP 47 tag; headings are English where its language has none.
        introduction: Markdown by the author; the figures stand in it where it says ``<!-- figures -->``.
        pictures: the folder of their files, relative to the page, with slashes.
        scripts: the folder of the scripts, likewise.
    """
    words = language_for(language).catalog or CatalogWords()
    shown = "\n\n".join([_table(figures, words), *(_entry(figure, words, pictures, scripts) for figure in figures)])
    text = introduction.strip() or f"# {words.title}"
    before, found, after = text.partition(_PLACE)
    parts = (before, shown, after) if found else (text, shown)
    note = f"<!-- {words.generated.format('layoutkit catalog')} -->"
    return "\n\n".join(part.strip() for part in (note, *parts) if part.strip()) + "\n"


def _table(figures: Sequence[NamedFigure], words: CatalogWords) -> str:
    """All figures at a glance; each name leads to its entry."""
    rows = [
        f"| [{_plain(named.number or named.name)}](#{named.name}) "
        f"| {_plain(named.figure.title)} | {_plain(named.figure.section)} |"
        for named in figures
    ]
    return "\n".join([f"| {words.figure} | | {words.section} |", "|---|---|---|", *rows])


def _entry(named: NamedFigure, words: CatalogWords, pictures: str, scripts: str) -> str:
    """One figure."""
    figure = named.figure
    script = f"[`{named.script.name}`]({_link(scripts, named.script.name)})"
    facts = [(words.file, script), (words.section, _plain(figure.section)), (words.goal, _plain(figure.goal))]
    parts = [
        f'<a id="{named.name}"></a>',
        f"## {named.number} · {_plain(figure.title)}" if named.number else f"## {_plain(figure.title)}",
        f"![{_plain(figure.alt)}]({_link(pictures, f'{named.name}.{PICTURE.name}')})",
        "\n".join(f"- **{name}:** {text}" for name, text in facts if text),
        f"**{words.shows}:**\n\n" + "\n".join(f"- {_plain(item)}" for item in figure.shows) if figure.shows else "",
        f"**{words.alt}:** {_plain(figure.alt)}",
        f"**{words.description}:** {_plain(figure.description)}" if figure.description.strip() else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _link(folder: str, file: str) -> str:
    return quote(file if folder == "." else f"{folder}/{file}")


def _plain(text: str) -> str:
    """A text on one line that Markdown shows as it is."""
    return _SIGNS.sub(lambda sign: f"{sign[0]}\\" if sign[0].isdigit() else f"\\{sign[0]}", " ".join(text.split()))
