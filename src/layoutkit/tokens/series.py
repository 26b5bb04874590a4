"""``[series]``: what all figures of a series share beside their look, such as its language and the names of its files.

What a key leaves out is neutral: no language is assumed, and a file may have any name made of words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from layoutkit.diagnostics import did_you_mean, error
from layoutkit.languages.tags import fault_of_tag
from layoutkit.origin import caller_origin
from layoutkit.tokens.faults import excerpt

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit.tokens.faults import Faults
    from layoutkit.tokens.source import TokenSource

__all__ = ["NUMBERINGS", "SLUG", "SeriesTokens", "read_series"]

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""Words in a-z and 0-9, joined by hyphens."""
_PART = re.compile(r"\{(?:slug|number(?::([1-9]))?)\}")
"""What a pattern of file names may hold beside its own letters."""
_LITERAL = re.compile(r"[a-z0-9-]*")
NUMBERINGS = ("1", "01", "i", "I", "a", "A")
"""How the number of a figure may be written, each as it writes the first one."""
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class SeriesTokens:
    """The section ``[series]`` of a token file."""

    title: str = ""
    language: str = ""
    """BCP 47 tag of the texts, of figures that say none themselves; empty where nobody says it."""
    author: str = ""
    licence: str = ""
    file_names: str = "{slug}"
    """The pattern of the names of figures: ``{number:2}-{slug}``."""
    figures: int | None = None
    """How many there are; None where the file does not say it."""
    numbering: str = "1"
    """How numbers are written, by the first of them: ``1``, ``01``, ``i``, ``I``, ``a`` or ``A``."""
    figure_number: str = "{number}"
    """The words for one figure of several, such as ``Figure {number} of {count}``."""

    def suits(self, name: str) -> bool:
        """Whether a figure may be called so."""
        return re.fullmatch(_regex(self.file_names), name) is not None

    @property
    def example(self) -> str:
        """A name of a figure that follows the pattern."""
        return _PART.sub(
            lambda part: "two-words" if "slug" in part[0] else "4".zfill(int(part[1] or 1)), self.file_names
        )

    def numbered(self, number: int) -> str:
        """The words for a figure of this series: ``Figure 2 of 5``.

        Raises:
            LayoutkitError: the number is none of a figure of the series (``bad-value``), at the author's line.
        """
        most = self.figures
        if (
            isinstance(number, bool)
            or not isinstance(number, int)
            or number < 1
            or (most is not None and number > most)
        ):
            expected = "a whole number from 1" + ("" if most is None else f" to {most}, the figures of [series]")
            raise error(
                "bad-value", f"the number of the figure is {number!r}; expected {expected}", origin=caller_origin()
            )
        count = "" if most is None else self._number(most)
        return self.figure_number.replace("{number}", self._number(number)).replace("{count}", count)

    def _number(self, number: int) -> str:
        if self.numbering in ("1", "01"):
            return str(number).zfill(len(self.numbering))
        written = _roman(number) if self.numbering in ("i", "I") else _letters(number)
        return written.upper() if self.numbering.isupper() else written


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


def _letters(number: int) -> str:
    """``a`` to ``z``, then ``aa``."""
    written = ""
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        written = chr(ord("a") + letter) + written
    return written


def _regex(pattern: str) -> str:
    found, at = "", 0
    for part in _PART.finditer(pattern):
        found += re.escape(pattern[at : part.start()])
        found += SLUG if "slug" in part[0] else f"[0-9]{{{part[1] or 1},}}"
        at = part.end()
    return found + re.escape(pattern[at:])


# -- reading ------------------------------------------------------------------------------------


def read_series(source: TokenSource, faults: Faults) -> SeriesTokens:
    """The section of a token file; what is wrong in it is reported and left out."""
    table = source.tables.get("series", {})
    if not isinstance(table, dict):
        hint = 'write [series] and below it title = "…"'
        faults.tell("token-type", "series is not a table", source.key_place(("series",)), hint)
        return SeriesTokens()
    known = [field.name for field in fields(SeriesTokens)]
    kept = {}
    for key, value in table.items():
        path = ("series", key)
        if key not in known:
            faults.tell("unknown-key", f"series has no key {key!r}", source.key_place(path), did_you_mean(key, known))
        elif (fault := _fault(key, value)) is not None:
            expected, hint = fault
            message = f"series.{key} is {excerpt(value)}; expected {expected}"
            faults.tell("token-type", message, source.value_place(path), hint)
        else:
            kept[key] = value
    series = SeriesTokens(**kept)
    if "{count}" in series.figure_number and series.figures is None and not faults:
        message = "series.figure_number has {count}, and the series does not say how many figures it has"
        place = source.value_place(("series", "figure_number"))
        faults.tell("missing-token", message, place, "add a line such as figures = 5 to [series], or leave {count} out")
    return series


def _fault(key: str, value: object) -> tuple[str, str] | None:
    """What a key expects instead of its value, and a hint."""
    if key == "figures":
        whole = isinstance(value, int) and not isinstance(value, bool) and value > 0
        return None if whole else ("a whole number above 0", "write how many figures there are, such as figures = 5")
    if not isinstance(value, str):
        return "a text", f'write it in quotes: {key} = "…"'
    if any(ord(sign) < ord(" ") for sign in value):
        return "a text in one line", "leave out the line breaks and other control characters"
    suits, *expected = _FORMS.get(key, (_is_any, "", ""))
    return None if suits(value) else (expected[0], expected[1])


def _is_any(_value: str) -> bool:
    return True


def _has_number(value: str) -> bool:
    rest = value.replace("{number}", "").replace("{count}", "")
    return "{number}" in value and "{" not in rest and "}" not in rest


def _is_pattern(value: str) -> bool:
    rest = _PART.sub("", value)
    parts = [part[0] for part in _PART.finditer(value)]
    return bool(parts) and len(parts) == len(set(parts)) and _LITERAL.fullmatch(rest) is not None


def _is_language(value: str) -> bool:
    return not value or not fault_of_tag(value)


_FORMS: dict[str, tuple[Callable[[str], bool], str, str]] = {
    "language": (_is_language, "a BCP 47 tag of a language that exists", 'write it such as "en" or "pt-BR"'),
    "numbering": (NUMBERINGS.__contains__, f"one of {', '.join(NUMBERINGS)}", "write it as that of the first figure"),
    "figure_number": (_has_number, "words with {number}", 'write them such as "Figure {number} of {count}"'),
    "file_names": (
        _is_pattern,
        "a pattern of {slug}, {number}, a-z, 0-9 and -",
        'write it such as "{number:2}-{slug}": two or more digits, then words',
    ),
}
"""Texts of a certain form: whether one has it, what is expected, and a hint."""
