"""``contrast``: a text does not stand out from what is painted behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.ground import Inked, inked
from layoutkit.check.naming import quoted
from layoutkit.check.rule import Finding, Rule
from layoutkit.color import contrast
from layoutkit.color.difference import difference
from layoutkit.diagnostics import Offer, Severity
from layoutkit.origin import locations
from layoutkit.tokens.derive import color_name
from layoutkit.tokens.schema import TONE_COLORS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from layoutkit.check.context import CheckContext
    from layoutkit.color import Color
    from layoutkit.origin import Location

__all__ = ["RULE", "readable"]

_LEAST, _LEAST_LARGE = 4.5, 3.0
"""WCAG 2.2, success criterion 1.4.3."""
_LARGE, _LARGE_BOLD = 24.0, 18.66
"""px as shown, from which on a text counts as large: 18 and 14 pt."""
_BOLD = 700


def find(subject: CheckContext) -> Iterator[Finding]:
    """For each text the place where its ink is closest to the ground."""
    # By the identity of the group: a loop makes texts whose groups are equal, and each of them has a ground of its own.
    worst: dict[int, tuple[float, Inked]] = {}
    grounds: dict[int, dict[Color, float]] = {}
    for place in inked(subject.display):
        ratio, needed = contrast(place.color, place.behind), _needed(place, subject)
        key = id(place.group)
        grounds.setdefault(key, {})[place.behind] = needed
        if ratio < needed and (key not in worst or ratio < worst[key][0]):
            worst[key] = ratio, place
    for key, (ratio, place) in worst.items():
        text, origin = (place.group.text, place.group.origin) if place.group else ("", ())
        seen = subject.made_at(origin)
        colors = f"{place.color.hex} on {place.behind.hex}"
        needed = _needed(place, subject)
        message = f"{quoted(text)} has a contrast of {ratio:.1f} : 1 ({colors}); {needed:g} : 1 is needed"
        nodes, marks = ((seen.node,), (seen.ink,)) if seen else ((), ())
        hint, offer = (
            ("take away what lies over it", None) if place.veiled else ("", _offer(place, grounds[key], subject))
        )
        yield Finding(message, origin, hint, nodes, marks, offer)


def _needed(place: Inked, subject: CheckContext) -> float:
    shown = place.glyphs.run.size * subject.shown_scale
    large = shown >= (_LARGE_BOLD if place.glyphs.run.face.weight_class >= _BOLD else _LARGE)
    return _LEAST_LARGE if large else _LEAST


def readable(subject: CheckContext, where: Sequence[Location]) -> frozenset[str]:
    """The colour roles that can be read wherever the texts stand that were made at one place of a script."""
    grounds = {
        place.behind: _needed(place, subject)
        for place in inked(subject.display)
        if place.group is not None and locations(place.group.origin) == tuple(where)
    }
    return frozenset(_roles(grounds, subject))


def _roles(grounds: Mapping[Color, float], subject: CheckContext) -> dict[str, Color]:
    """The colour roles that can be read on some grounds, each with the contrast that it needs there."""
    return {
        name: color
        for name, color in subject.theme.color.items()
        if color.opaque and all(contrast(color, ground) >= needed for ground, needed in grounds.items())
    }


def _offer(place: Inked, grounds: Mapping[Color, float], subject: CheckContext) -> Offer:
    """The colour roles that can be read wherever the text stands: those for text first, then the most alike.

    The colours of tones come with the rest, unless the text has one of them.
    """
    of_tones = {color_name(part, tone) for tone in subject.theme.tones for part in TONE_COLORS}
    if place.color.token.removeprefix("color.") in of_tones:
        of_tones = {f"on_{tone}" for tone in subject.theme.tones}
    roles = [
        (not _is_ink(name) or name in of_tones, difference(color, place.color), name)
        for name, color in _roles(grounds, subject).items()
    ]
    return Offer("color.{} can be read here", tuple(name for *_, name in sorted(roles)), "change the background")


def _is_ink(role: str) -> bool:
    """Whether a colour role is for text, by its name: ``ink_soft``, ``response_ink``, ``on_inverse``."""
    words = role.split("_")
    return "ink" in words or words[0] == "on"


RULE = Rule(
    id="contrast",
    severity=Severity.ERROR,
    summary="a text has too little contrast with its background",
    why=(
        "Grey text on grey is unreadable on a phone in the sun, on a bad projector, and for many readers over fifty. "
        "The rule composes everything painted behind each run of text (tints, gradients, pictures, dark cards) and "
        "everything translucent over it, and measures the contrast as WCAG 2.2 does (success criterion 1.4.3): at "
        "least 4.5 : 1, or 3 : 1 for text shown at 24 px or more (18.66 px in bold)."
    ),
    bad="""\
@figure(title="Nota", alt="Uma nota em cinza claro.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Quase não se lê.", color=t.color.line)))
""",
    good="""\
@figure(title="Nota", alt="Uma nota em cinza escuro.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Lê-se bem.", color=t.color.ink_muted)))
""",
    find=find,
)
