"""``loose-mark``: a combining mark comes from another font, or no font says where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import name
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.style.content import TextContent
from layoutkit.text.characters import describe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext
    from layoutkit.text.face import Face
    from layoutkit.text.loose_marks import LooseMark

__all__ = ["RULE"]


_NAMED = 3
"""Letters that a message names; more are counted."""


def find(subject: CheckContext) -> Iterator[Finding]:
    """The letters of each text whose marks its font does not set, those of one font together."""
    for seen in subject.texts:
        alike: dict[tuple[Face, Face, bool], list[LooseMark]] = {}
        content = seen.box.content
        for loose in content.paragraph.loose_marks if isinstance(content, TextContent) else ():
            if loose.alone:
                message = f"{describe(loose.marks[0])} of {name(seen)} has no letter before it in the same style"
                yield at(seen.node, message, hint="write the mark directly after its letter", marks=(seen.ink,))
            else:
                alike.setdefault((loose.wanted, loose.face, loose.anchored), []).append(loose)
        for group in alike.values():
            able = [family for family in group[0].families if all(family in loose.families for loose in group)]
            hint = "write it without marks, or in a type role whose font sets them"
            if able:
                hint += f": one with the font {' or '.join(map(repr, able))}"
            yield at(seen.node, f"{_letters(group)} of {name(seen)} {_fault(group)}", hint=hint, marks=(seen.ink,))


def _letters(group: list[LooseMark]) -> str:
    named = [f"‘{loose.cluster}’" for loose in group]
    if len(named) > _NAMED + 1:
        named = [*named[:_NAMED], f"{len(named) - _NAMED} more letters"]
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def _fault(group: list[LooseMark]) -> str:
    first, verb = group[0], "is" if len(group) == 1 else "are"
    wanted, used = first.wanted.path.name, first.face.path.name
    described = [describe(c) for c in first.marks]
    if not first.anchored:
        return f"{verb} set in {used}, which has no anchor there for {described[0]}"
    lacks = [mark for mark, c in zip(described, first.marks, strict=True) if not first.wanted.shows(c)]
    reason = f"lacks {lacks[0]}" if lacks else f"has no anchor there for {described[0]}"
    return f"{verb} set in {used}, as {wanted} {reason}"


RULE = Rule(
    id="loose-mark",
    severity=Severity.WARNING,
    summary="a combining mark comes from another font, or no font can place it",
    why=(
        "The hat of ‘θ̂’ is a character of its own, and anchors in the font place it on each letter. A font without "
        "these anchors puts the hat beside the letter. A letter with marks is therefore set in the first font that has "
        "the anchors (the family of the type role, then its `fallback`), and looks different from the letters around "
        "it; where no font has them, in the first font that has the mark. Accented letters of languages, such as ‘ê’ "
        "and ‘ŷ’, are single characters in nearly every font and need no anchor."
    ),
    bad="""\
@figure(title="Estimativa", alt="Uma frase sobre uma estimativa.")
def example(t: Theme) -> Node:
    return Column(Text("A estimativa θ̂ é boa."))
""",
    good="""\
@figure(title="Estimativa", alt="Uma frase sobre uma estimativa.")
def example(t: Theme) -> Node:
    return Column(Text("A estimativa ŷ é boa."))
""",
    find=find,
    by_color=False,
    of_boxes=True,
)
