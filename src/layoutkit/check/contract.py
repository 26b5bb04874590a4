"""``contract``: a figure is painted with tokens that do not keep what tokens.toml promises."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, cast

from layoutkit.check.paints import Paints
from layoutkit.check.rule import Finding, Rule
from layoutkit.diagnostics import Severity, shown_path
from layoutkit.origin import locations
from layoutkit.tokens.causes import Broken, by_cause, where
from layoutkit.tokens.contracts import broken
from layoutkit.tokens.modes import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from layoutkit.check.context import CheckContext
    from layoutkit.diagnostics import Diagnostic
    from layoutkit.origin import Location
    from layoutkit.tokens.causes import Cause
    from layoutkit.tokens.theme import Theme

__all__ = ["RULE", "BrokenContract", "Painting", "painters"]

_TOLD = 3
"""Lines that a message names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Painting(Finding):
    """One box that is painted with what breaks a contract."""

    broken: Broken
    painter: str
    """What a message calls the box."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenContract(Finding):
    """All boxes of a figure that are painted with what one token breaks."""

    paintings: tuple[Painting, ...]

    @property
    def of_figure(self) -> bool:
        """Whether the figure has to change, not the tokens."""
        return bool(self.paintings[0].broken.measured.contract.unless)


def find(subject: CheckContext) -> Iterator[Painting]:
    """Each value that falls short, box by box that shows it."""
    paints = Paints(subject)
    for measured in broken(subject.theme):
        for place in paints.places(measured):
            yield Painting(
                measured.sentence,
                place.nodes[0].origin,
                nodes=place.nodes,
                marks=place.marks,
                broken=Broken(measured, subject.theme),
                painter=place.name,
            )


def gathered(findings: Sequence[Finding]) -> Iterator[BrokenContract]:
    """One finding for each token that causes some; the boxes of all of them are marked."""
    paintings = cast("Sequence[Painting]", findings)
    values = {one.broken.measured.key: one.broken for one in paintings}
    for cause in by_cause(values.values()):
        keys = {one.measured.key for one in cause.broken}
        its = tuple(one for one in paintings if one.broken.measured.key in keys)
        told = _labelled(cause, its) if cause.shown.measured.contract.unless else _painted(cause, its)
        made = replace(told, modes=_all_modes(cause.shown.theme))
        nodes = tuple(dict.fromkeys(chain.from_iterable(one.nodes for one in its)))
        marks = tuple(dict.fromkeys(chain.from_iterable(one.marks for one in its)))
        yield BrokenContract(told.message, (), nodes=nodes, marks=marks, made=made, paintings=its)


def _painted(cause: Cause, paintings: Sequence[Painting]) -> Diagnostic:
    """What has to change in the tokens, with a note of the boxes."""
    told = cause.diagnostic()
    return replace(told, notes=(*told.notes, f"painted by {painters(paintings, first=cause.shown, at=_at)}"))


def _labelled(cause: Cause, paintings: Sequence[Painting]) -> Diagnostic:
    """What has to change in a figure, at the line of the first box; the other of the two is marked."""
    measured = cause.shown.measured
    first = next(one for one in paintings if one.broken.measured.key == measured.key)
    notes = (where(measured.contract, measured.place),)
    return replace(cause.diagnostic(), places=locations(first.origin), notes=notes)


def painters(paintings: Iterable[Painting], *, first: Broken, at: Callable[[Location], str]) -> str:
    """Boxes line by line, for a note: ``Card “Dados” at line 40, Text “a” and 3 more at line 52``.

    Args:
        paintings: the boxes.
        first: what is painted by those that are named first.
        at: how a place in a script is written.
    """
    by_line: dict[str, dict[object, str]] = {}
    for one in sorted(paintings, key=lambda one: one.broken.measured.key != first.measured.key):
        line = locations(one.origin[:1])
        by_line.setdefault(f" {at(line[0])}" if line else "", {})[one.nodes[0]] = one.painter
    told = []
    for place, names in [*by_line.items()][:_TOLD]:
        name = next(iter(names.values()))
        told.append(f"{name} and {len(names) - 1} more{place}" if len(names) > 1 else f"{name}{place}")
    if len(by_line) > _TOLD:
        told.append(f"and at {len(by_line) - _TOLD} more line{'s' if len(by_line) > _TOLD + 1 else ''}")
    return ", ".join(told)


def _at(place: Location) -> str:
    return f"at {shown_path(place.path)}:{place.line}"


def _all_modes(theme: Theme) -> str:
    """The modes of a theme as a message names them, those that are defaults as well."""
    return f"with {written(theme.selection.values)}" if theme.selection.values else ""


RULE = Rule(
    id="contract",
    severity=Severity.ERROR,
    summary="a figure uses tokens that break a contract of tokens.toml",
    why=(
        "A table under `[contract]` states what holds for every figure: the contrast of inks with their backgrounds, "
        "the distance of categories for each colour vision, the smallest type and stroke on paper. The rule measures "
        "the contracts in the modes of each output, and reports a broken one where a box is painted with it. The "
        "message names the token that causes most of it, both numbers, the modes, the boxes, and the nearest value "
        "that keeps all contracts of that token. A broken contract that no figure paints is a warning of `layoutkit "
        'check`. A contract with `level = "warning"` is always a warning; one with `unless = "labelled"` counts only '
        "where two things differ in colour alone. `layoutkit tokens check` prints what each contract measures."
    ),
    bad="""\
[color]
note = "#9AA0A6"
note_ground = "#FFFFFF"

[contract]
note = { of = ["note"], on = ["note_ground"], contrast = 4.5 }
""",
    good="""\
[color]
note = "#5F6368"
note_ground = "#FFFFFF"

[contract]
note = { of = ["note"], on = ["note_ground"], contrast = 4.5 }
""",
    find=find,
    gather=gathered,
    explains=frozenset(("contrast", "legibility", "colour-only")),
)
