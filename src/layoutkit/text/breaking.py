"""Where a line may end: the Unicode line breaking algorithm (UAX #14, revision 53, Unicode 16).

Left out: rules for Hebrew (LB21a, LB21b), Hangul syllables (LB26, LB27), Brahmic scripts (LB28a), and
the East Asian exceptions of LB19a and LB30; ornaments and small kana have the class of their neighbours.
South East Asian text, which needs a dictionary, is held together, and so are regional indicators in any
number (LB30a).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import islice

from layoutkit.text.memoized import memoized

__all__ = ["line_class", "opportunities"]

_CLASSES = {
    "BK": "\n\u2028\u2029",
    "SP": " ",
    "ZW": "\u200b",
    "ZWJ": "\u200d",
    "WJ": "\u2060\ufeff",
    "GL": "\u00a0\u034f\u035c\u035d\u035e\u035f\u0360\u0361\u0362\u2007\u2011\u202f",
    "BA": "\t\u00ad\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2012\u2013\u205f\u3000\u2027|",
    "HH": "\u2010",
    "HY": "-",
    "BB": "\u00b4\u02c8\u02cc",
    "B2": "\u2014\u2e3a\u2e3b",
    "CL": "}\u3001\u3002\uff0c\uff0e\u300d\u300f",
    "CP": ")]",
    "EX": "!?\u2762\u2763\u2e2e\uff01\uff1f",
    "IN": "\u2024\u2025\u2026\u22ef",
    "IS": ",.:;\u037e\u2044",
    "SY": "/",
    "OP": "([{\u00a1\u00bf\u201a\u201e\u2e18",
    "QU": "\"'\u275b\u275c\u275d\u275e",
    "PR": "+\\\u00b1\u2116\u2212\u2213",
    "PO": "%\u00a2\u00b0\u2030\u2031\u2032\u2033\u2034\u2035\u2036\u2037\u2057\u2103\u2109"
    "\u20a7\u20b6\u20bb\u20be\u20c0",
    "NS": "\u203c\u203d\u2047\u2048\u2049\u3005\u30fb",
    "AL": "\u2061\u2062\u2063\u2064",
}
_LISTED = {character: name for name, characters in _CLASSES.items() for character in characters}
_OF_CATEGORY = {
    "Nd": "NU", "Ps": "OP", "Pe": "CL", "Pi": "QU", "Pf": "QU", "Sc": "PR",
    "Mn": "CM", "Mc": "CM", "Me": "CM", "Cf": "CM", "Cc": "CM",
}  # fmt: skip
_AFTER_WORD = frozenset({"AL", "SP", "IS", "EX", "CP"})
_NO_ATTACHING = frozenset({"BK", "SP", "ZW"})


@lru_cache(maxsize=4096)
def line_class(character: str) -> str:
    """The line breaking class of a character, with AI, SA, SG and XX resolved to AL (LB1)."""
    listed = _LISTED.get(character)
    if listed:
        return listed
    category = unicodedata.category(character)
    by_category = _OF_CATEGORY.get(category)
    if by_category:
        return by_category
    if "\U0001f1e6" <= character <= "\U0001f1ff":
        return "RI"
    if "\U0001f3fb" <= character <= "\U0001f3ff":
        return "EM"
    pictograph = "\U0001f300" <= character <= "\U0001faff"
    return "ID" if pictograph or unicodedata.east_asian_width(character) in "WF" else "AL"


@memoized
def opportunities(text: str) -> tuple[int, ...]:
    """The indexes before which a line may or must begin, rising; never 0, never ``len(text)``.

    A place after a hard line break (U+000A, U+2028, U+2029) is one at which a line must begin.
    """
    classes, attached = _resolved(text)
    state = _State()
    found: list[int] = []
    for i in range(1, len(text)):
        state.pass_over(classes, i - 1, attached=attached[i - 1])
        before, after = classes[i - 1], classes[i]
        if before == "AL" and after in _AFTER_WORD:  # LB7, LB13, LB15d, LB28: by far the commonest pairs
            continue
        if not attached[i] and _may_break(text, classes, attached, i, state):
            found.append(i)
    return tuple(found)


def _resolved(text: str) -> tuple[list[str], list[bool]]:
    """Classes after LB9 and LB10, and for each character whether it is attached to the one before."""
    classes = [line_class(c) for c in text]
    attached = [False] * len(text)
    for i, name in enumerate(classes):
        if name in ("CM", "ZWJ"):
            if i and classes[i - 1] not in _NO_ATTACHING:
                classes[i], attached[i] = classes[i - 1], True
            else:
                classes[i] = "AL"
    return classes, attached


class _State:
    """What the rules must remember of the text before the place in question."""

    def __init__(self) -> None:
        self.last = ""
        """Class of the last character that is not a space."""
        self.last_index = -1
        self.before_last = ""
        """Class of the character before that one (a space counts)."""
        self.number = ""
        """``open`` after NU (NU | SY | IS)*, ``closed`` after a CL or CP behind it (LB25)."""

    def pass_over(self, classes: list[str], i: int, *, attached: bool) -> None:
        name = classes[i]
        if attached:
            return
        if name == "NU" or (name in ("SY", "IS") and self.number == "open"):
            self.number = "open"
        elif name in ("CL", "CP") and self.number == "open":
            self.number = "closed"
        else:
            self.number = ""
        if name != "SP":
            self.before_last = classes[i - 1] if i else ""
            self.last, self.last_index = name, i


def _may_break(  # noqa: C901, PLR0911, PLR0912 - one line a rule
    text: str, classes: list[str], attached: list[bool], i: int, state: _State
) -> bool:
    """The rules in the order of the annex; the first that applies decides."""
    before, after, last = classes[i - 1], classes[i], state.last
    if before == "SP" and after == "AL" and last == "AL":  # LB18: one word after another
        return True
    upcoming = [classes[k] for k in _unattached(attached, i + 1)]
    following = upcoming[0] if upcoming else ""
    if before == "BK":  # LB4
        return True
    if after in ("BK", "SP", "ZW"):  # LB6, LB7
        return False
    if last == "ZW":  # LB8
        return True
    if text[i - 1] == "\u200d" or "WJ" in (before, after) or before == "GL":  # LB8a, LB11, LB12
        return False
    if after == "GL" and before not in ("SP", "BA", "HY", "HH"):  # LB12a
        return False
    if after in ("CL", "CP", "EX", "SY"):  # LB13
        return False
    if last == "OP":  # LB14
        return False
    if _after_initial_quote(text, state) or _before_final_quote(text, i, following):  # LB15a, LB15b
        return False
    if before == "SP" and after == "IS" and following == "NU":  # LB15c
        return True
    if after == "IS":  # LB15d
        return False
    if last in ("CL", "CP") and after == "NS":  # LB16
        return False
    if last == after == "B2":  # LB17
        return False
    if before == "SP":  # LB18
        return True
    if "QU" in (before, after):  # LB19
        return False
    if before in ("HY", "HH") and after == "AL" and state.before_last in ("", "BK", "SP", "ZW", "GL"):  # LB20a
        return False
    if after in ("BA", "HH", "HY", "NS", "IN") or before == "BB":  # LB21, LB22
        return False
    if _holds_words_and_signs(before, after):  # LB23, LB23a, LB24
        return False
    if _holds_number(before, after, upcoming, state):  # LB25
        return False
    if after == "AL" and before in ("AL", "IS"):  # LB28, LB29
        return False
    if (before in ("AL", "NU") and after == "OP") or (before == "CP" and after in ("AL", "NU")):  # LB30
        return False
    return not ((before == after == "RI") or (after == "EM" and before in ("ID", "AL")))  # LB30a, LB30b, LB31


def _unattached(attached: list[bool], start: int) -> list[int]:
    """The indexes of the next two characters that are not combined with the one before (LB9)."""
    return list(islice((k for k in range(start, len(attached)) if not attached[k]), 2))


def _after_initial_quote(text: str, state: _State) -> bool:
    """LB15a: no break between an opening quotation mark and what it opens, even after spaces."""
    return (
        state.last == "QU"
        and unicodedata.category(text[state.last_index]) == "Pi"
        and state.before_last in ("", "BK", "OP", "QU", "GL", "SP", "ZW")
    )


def _before_final_quote(text: str, i: int, following: str) -> bool:
    """LB15b: no break before a closing quotation mark that ends what it closes, even after spaces."""
    return unicodedata.category(text[i]) == "Pf" and following in (
        "", "SP", "GL", "WJ", "CL", "QU", "CP", "EX", "IS", "SY", "BK", "ZW",
    )  # fmt: skip


def _holds_words_and_signs(before: str, after: str) -> bool:
    """LB23, LB23a, LB24: digits with letters, and prefixes and postfixes with letters and ideographs."""
    return (before, after) in {
        ("AL", "NU"), ("NU", "AL"), ("PR", "ID"), ("ID", "PO"),
        ("PR", "AL"), ("PO", "AL"), ("AL", "PR"), ("AL", "PO"),
    }  # fmt: skip


def _holds_number(before: str, after: str, upcoming: list[str], state: _State) -> bool:
    """LB25: a number with its sign, currency, decimals, brackets and unit."""
    if state.number and after in ("PO", "PR"):
        return True
    if after == "NU":
        return before in ("PO", "PR", "HY", "IS") or state.number == "open"
    if before in ("PO", "PR") and after == "OP":
        return upcoming[:1] == ["NU"] or upcoming == ["IS", "NU"]
    return False
