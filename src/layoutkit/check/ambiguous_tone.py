"""``ambiguous-tone``: a bar without a tone has the colour of a tone that is used beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.color.difference import difference
from layoutkit.diagnostics import Severity
from layoutkit.tokens.tables import registry
from layoutkit.tokens.tones import OfTone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext, VisibleBox
    from layoutkit.color import Color

__all__ = ["RULE"]

_SAME = 5.0
"""CIEDE2000 up to which two colours that do not touch are taken for one."""


def find(subject: CheckContext) -> Iterator[Finding]:
    """Fills of Meters that say no tone, by the fills of Meters and legends that do."""
    toned: dict[str, tuple[VisibleBox, Color]] = {}
    plain: list[tuple[VisibleBox, Color]] = []
    signs = registry.with_trait("sign")
    for seen in subject.boxes:
        color = seen.box.look.background
        if seen.box.name not in signs or color is None or not seen.paints:
            continue
        tone = _tone(seen)
        if tone:
            toned.setdefault(tone, (seen, color))
        elif "background" not in seen.node.keywords:
            plain.append((seen, color))
    told: set[object] = set()
    for seen, color in plain:
        same = next(((tone, other) for tone, (other, its) in toned.items() if difference(color, its) <= _SAME), None)
        if same is None or seen.parent is None or seen.node.origin[:1] in told:
            continue
        told.add(seen.node.origin[:1])
        tone, other = same
        message = f'this bar has no tone, but the colour of tone="{tone}"{line_of(other.node, seen.node)}'
        hint = "give it a tone of its own, or the same tone if it means the same"
        yield at(seen.parent.node, message, hint=hint, others=(other.node,), marks=(seen.rect, other.rect))


def _tone(seen: VisibleBox) -> str:
    background = seen.node.keywords.get("background")
    return background.tone if isinstance(background, OfTone) else ""


RULE = Rule(
    id="ambiguous-tone",
    severity=Severity.WARNING,
    summary="a bar without a tone has the colour of a tone of the same figure",
    why=(
        "A tone gives a colour a meaning, and readers look for this meaning wherever they see the colour. A bar "
        "without a tone has the colour `meter_fill.background`, in the base theme that of the tone `accent`. "
        "Where the figure has a bar or a legend with that tone, the bar without one seems to mean the same."
    ),
    bad="""\
@figure(title="Acertos", alt="Duas barras da mesma cor, só uma delas com significado.")
def example(t: Theme) -> Node:
    return Column(Bars([Bar("Antes", 0.3, "0,3"), Bar("Depois", 0.8, "0,8", "accent")]))
""",
    good="""\
@figure(title="Acertos", alt="Duas barras de cores diferentes.")
def example(t: Theme) -> Node:
    return Column(Bars([Bar("Antes", 0.3, "0,3", "caution"), Bar("Depois", 0.8, "0,8", "accent")]))
""",
    find=find,
)
