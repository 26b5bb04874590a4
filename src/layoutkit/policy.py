"""Which findings keep a figure from being published."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layoutkit.check.context import look_at
from layoutkit.check.examine import OpenFinding, examine
from layoutkit.check.looks import Looks
from layoutkit.check.rules import RULES
from layoutkit.diagnostics import Diagnostic, LayoutkitError
from layoutkit.paint import paint
from layoutkit.timing import timed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.discover import NamedFigure
    from layoutkit.layout.arrange import Placed
    from layoutkit.renderer import Renderer
    from layoutkit.tokens import Theme

__all__ = ["Examined", "Unsound", "check", "examined"]


@dataclass(frozen=True, slots=True)
class Unsound:
    """A look with errors, for a draft."""

    renderer: Renderer
    placed: Placed
    faults: tuple[OpenFinding, ...]
    """In the order of the findings."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What an examination of one figure found, in its look and in those for readers who prefer dark."""

    findings: tuple[Diagnostic, ...]
    """Those of a look with errors are numbered from 1, as in its draft."""
    placed: tuple[Placed, ...] = ()
    """The figure in each look, its own first; empty where it may not be published."""
    unsound: Unsound | None = None
    """The first look with errors; None where there is none, or where the figure could not be placed."""


def check(
    renderer: Renderer, named: NamedFigure, placed: Placed, *, allowed: frozenset[str] = frozenset()
) -> list[OpenFinding]:
    """What is wrong with a placed figure; ``allowed`` are the ids of rules that are left out."""
    return examine(look_at(named.figure, renderer.theme, placed, paint(placed)), allowed)


def examined(
    renderer: Renderer, named: NamedFigure, dark: Mapping[str, Renderer], allowed: frozenset[str] = frozenset()
) -> Examined:
    """Place and check a figure in all its looks; the same finding is reported for one of them.

    Args:
        renderer: of the figure's own look.
        named: the figure.
        dark: of the looks for readers who prefer dark, by the names of outputs.
        allowed: ids of rules that are left out.
    """
    findings: list[Diagnostic] = []
    placed: list[Placed] = []
    known: set[tuple[str, str]] = set()
    looks = Looks(named.figure, allowed)
    for look in (renderer, *dark.values()):
        try:
            its = look.place(named, looks.placed)
            with timed("check"):
                _, faults = looks.examine(look.theme, its)
        except LayoutkitError as raised:
            return Examined((*findings, *raised.diagnostics))
        faults = [one for one in faults if one.key not in known and not _may_be_needed(one.idle, renderer.theme)]
        known |= {fault.key for fault in faults}
        seen = "" if look is renderer else f", for readers who prefer dark ({look.theme.selection})"
        messages = [replace(one.diagnostic, message=one.diagnostic.message + seen) for one in faults]
        if any(fault.is_error for fault in faults):
            numbered = (replace(message, number=number) for number, message in enumerate(messages, start=1))
            return Examined((*findings, *numbered), unsound=Unsound(look, its, tuple(faults)))
        findings += messages
        placed.append(its)
    return Examined(tuple(findings), tuple(placed))


def _may_be_needed(rule: str, theme: Theme) -> bool:
    """Whether a fault that an ``allow`` accepts, and that is not here, may be there in other modes."""
    return bool(rule) and RULES[rule].by_color and bool(theme.selection.axes.values)
