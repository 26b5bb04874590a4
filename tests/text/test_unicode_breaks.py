"""Line breaks compared with Unicode's own examples; every departure is intended, and its reason stands beside it.

The examples are read where Debian's package ``unicode-data`` puts them. They carry the class of each character and the
rule that decides each place, by which the departures tell what they are about.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from layoutkit.text.breaking import opportunities

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = Path("/usr/share/unicode/auxiliary/LineBreakTest.txt")
VERSION = "15.0.0"
REFUSED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""Controls that a text may not hold."""


class Difference(NamedTuple):
    """A place at which a line may end by Unicode alone, or by layoutkit alone."""

    text: str
    before: str
    """Unicode's class of the character before the place, marks counted with their base (LB9)."""
    after: str
    rule: str
    """The number of the rule that decides in Unicode's example, such as ``21.03``; 999 breaks where no rule holds."""
    breaks: bool
    """Whether layoutkit would break here."""

    def has(self, *classes: str) -> bool:
        """Whether a character beside the place has one of the classes."""
        return not {self.before, self.after}.isdisjoint(classes)


INTENDED: dict[str, Callable[[Difference], bool]] = {
    "of the controls, texts hold the line feed alone; the others are refused": (
        lambda place: REFUSED.search(place.text) is not None
    ),
    "no object is embedded in a text, so U+FFFC is a letter (LB20)": lambda place: place.has("CB"),
    "Hangul is set in syllables; single jamo are letters or ideographs (LB26, LB27)": (
        lambda place: place.has("JL", "JV", "JT")
    ),
    "small kana and signs of scripts without fonts have the class of their neighbours (LB16, LB21)": (
        lambda place: place.has("NS", "CJ_NS")
    ),
    "a Mongolian hyphen is a letter, as no font has it (LB21)": (
        lambda place: place.after == "BB" and "\u1806" in place.text
    ),
    "hyphens and slashes beside Hebrew letters break as beside others (LB21a, LB21b)": (
        lambda place: place.after == "HL" and place.rule in ("21.1", "21.2")
    ),
    "an unassigned character has the class that its width suggests": lambda place: place.has("XX_AL"),
    "a gesture outside the blocks of pictographs, such as U+261D, is a letter": lambda place: place.has("EB"),
    "a skin tone stays with any letter or ideograph before it (LB30b)": (
        lambda place: place.after == "EM" and place.rule == "999.0" and not place.breaks
    ),
    "a skin tone alone is no ideograph (LB23a)": lambda place: place.has("EM") and place.rule in ("23.12", "23.13"),
    "a wide bracket opens as a narrow one does (LB30)": (
        lambda place: place.after == "OP" and place.before in ("AL", "AI_AL", "HL", "SA_AL", "NU", "LF")
    ),
    "flags are held together in any number (LB30a)": lambda place: place.rule == "30.13",
    "Unicode 16: spaces hold after an opening and before a closing quotation mark alone (LB15a, LB15b)": (
        lambda place: (place.after in ("OP", "OP_OP30") and place.rule == "15.0" and place.breaks)
        or (place.before == "SP" and place.rule == "18.0" and bool(re.search("[«»]", place.text)))
    ),
    "Unicode 16: a decimal that begins with its point is a word of its own (LB15c, LB25)": (
        lambda place: (place.after == "IS" and place.rule == "13.02") or (place.before == "IS" and place.after == "NU")
    ),
    "Unicode 16: a hyphen at the start of a word stays with it (LB20a)": (
        lambda place: place.before == "HY" and place.rule == "999.0" and not place.breaks
    ),
}  # fmt: skip


@cache
def differences() -> tuple[Difference, ...]:
    """All places of the examples about which Unicode and layoutkit differ."""
    if not FILE.exists():
        pytest.skip(f"{FILE} is missing: install Debian's package unicode-data")
    lines = FILE.read_text(encoding="utf-8").splitlines()
    if VERSION not in lines[0]:
        pytest.skip(f"{FILE} is of another version than {VERSION}, for which the departures are listed: {lines[0]}")
    return tuple(found for line in lines if line and line[0] != "#" for found in compared(line))


def compared(line: str) -> list[Difference]:
    """The differences in one line of the file: ``× 0061 ÷ 4E00 ÷ # × [0.3] NAME (AL) ÷ [999.0] NAME (ID) ÷ [0.3]``."""
    example, _, comment = line.partition("#")
    signs, codes = example.split()[::2], example.split()[1::2]
    text = "".join(chr(int(code, 16)) for code in codes)
    rules = re.findall(r"[×÷] \[([\d.]+)\]", comment)
    classes = re.findall(r"\((\w+)\)(?= [×÷])", comment)
    assert len(classes) == len(text) == len(rules) - 1
    for i, name in enumerate(classes):
        if name.startswith(("CM", "ZWJ")):
            classes[i] = classes[i - 1] if i and rules[i] == "9.0" else "AL"
    unicode = {i for i in range(1, len(text)) if signs[i] == "÷"}
    own = set(opportunities(text))
    return [Difference(text, classes[i - 1], classes[i], rules[i], i in own) for i in sorted(unicode ^ own)]


def test_line_breaks_differ_from_those_of_unicode_only_as_intended() -> None:
    others = [place for place in differences() if not any(is_so(place) for is_so in INTENDED.values())]
    assert others == []


@pytest.mark.parametrize("reason", INTENDED)
def test_every_intended_difference_still_occurs(reason: str) -> None:
    assert any(INTENDED[reason](place) for place in differences())


def test_most_examples_of_unicode_agree() -> None:
    texts = {place.text for place in differences()}
    assert len(texts) < 1250  # of 7,654
