"""``meter-track``: the empty part of a Meter stands out more than the part that is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.ground import painted
from layoutkit.check.naming import name
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.color import contrast, over
from layoutkit.diagnostics import Severity
from layoutkit.tokens.tables import registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from layoutkit.check.context import CheckContext, VisibleBox
    from layoutkit.color import Color

__all__ = ["RULE"]

_QUIET = 1.5
"""Contrast of a track with its ground up to which it recedes, whatever the fill is."""
_OUTSIDE = 2.0
"""px beside a track at which its ground is looked at."""
_LEAST = 1.0
"""px of a track that have to be empty, or filled, to be seen."""


def find(subject: CheckContext) -> Iterator[Finding]:
    """Meters by three contrasts with what is painted around them: of the track and of the fill."""
    named = registry.with_trait("track")
    tracks = [seen for seen in subject.boxes if seen.box.name in named and seen.paints]
    color_at = painted(subject.display) if tracks else None
    signs = registry.with_trait("sign")
    for track in tracks:
        fill = next((child for child in subject.children(track) if child.box.name in signs), None)
        if fill is None or color_at is None or track.rect.right - fill.rect.right < _LEAST:
            continue  # nothing of the track is seen
        middle = track.rect.center.y
        ground = color_at(track.rect.center.x, track.rect.y - _OUTSIDE)
        empty = color_at((fill.rect.right + track.rect.right) / 2, middle)
        filled = _filled(fill, empty, color_at)
        its, that_of_fill = contrast(empty, ground), contrast(filled, ground)
        if its > max(that_of_fill, _QUIET):
            message = (
                f"the track of {name(track)} has a contrast of {its:.1f} : 1 with what it stands on "
                f"({empty.hex} on {ground.hex}), what is filled {that_of_fill:.1f} : 1"
            )
            hint = "give it a track closer to its ground, with background=… or as meter.background, or a lighter ground"
            yield at(track.node, message, hint=hint, marks=(track.rect,))


def _filled(fill: VisibleBox, empty: Color, color_at: Callable[[float, float], Color]) -> Color:
    """The colour of what is filled: as painted, or as it would be where the value is 0."""
    if fill.rect.width >= _LEAST:
        return color_at(fill.rect.center.x, fill.rect.center.y)
    background = fill.box.look.background
    return empty if background is None else over(background, empty)


RULE = Rule(
    id="meter-track",
    severity=Severity.WARNING,
    summary="the empty part of a Meter stands out more than the filled part",
    why=(
        "Readers take the part that stands out for the value. A near-white track on a dark card is seen before the "
        "colour that fills it, and 20 % reads as 80 %. The rule measures the contrast of both parts of each Meter, and "
        "of the bars of Bars, with the background around them: the track must have the lower contrast, or at most 1.5 "
        ": 1."
    ),
    bad="""\
@figure(title="Acertos", alt="Uma barra de acertos em um cartão escuro, de trilho quase branco.")
def example(t: Theme) -> Node:
    return Column(Card(Meter(0.3), kind="inverse"))
""",
    good="""\
@figure(title="Acertos", alt="Uma barra de acertos em um cartão escuro, de trilho escuro.")
def example(t: Theme) -> Node:
    return Column(Card(Meter(0.3, background=t.color.inverse_raised), kind="inverse"))
""",
    find=find,
)
