"""A whole series under examination: every figure in every combination of modes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.check.context import look_at
from layoutkit.check.contrast import readable
from layoutkit.check.font_weight import TOPIC as WEIGHT
from layoutkit.check.font_weight import replaced_weights
from layoutkit.check.report import CheckReport, FindingInModes, FindingsByMode
from layoutkit.check.rules import RULES
from layoutkit.check.shown_keys import shown_keys
from layoutkit.check.unused_token import TOPIC as UNUSED
from layoutkit.check.unused_token import unused_keys, unused_tokens
from layoutkit.diagnostics import LayoutkitError, Severity
from layoutkit.paint import paint
from layoutkit.policy import check
from layoutkit.renderer import Renderer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from layoutkit.discover import NamedFigure
    from layoutkit.layout.arrange import Placed
    from layoutkit.loading import Failed
    from layoutkit.tokens import Theme, Themes

__all__ = ["Series"]


@dataclass(frozen=True, slots=True)
class Series:
    """Figures, and the themes they are checked with."""

    figures: Sequence[NamedFigure]
    failed: Sequence[Failed]
    """Scripts that could not be loaded."""
    themes: Themes
    chosen: Sequence[Theme]
    """One for each combination of modes that is checked, at least one."""

    def check(
        self,
        *,
        allowed: frozenset[str] = frozenset(),
        whole: bool = False,
        step: Callable[[str], None] = lambda _: None,
    ) -> CheckReport:
        """Find all faults; no file is written. What one figure raises does not keep the others from it.

        Args:
            allowed: ids of rules that are left out.
            whole: whether the figures are all there are, so that a token which none of them reads is unused.
            step: called with the name of each figure before it is checked.
        """
        read: set[str] = set()
        default = self.themes.default
        suited = [theme for theme in self.chosen if any(one.figure.suits(theme, default) for one in self.figures)]
        renderers = Renderer.open_all((theme, {}) for theme in suited)
        modes = tuple(tuple(theme.selection.values.items()) for theme in suited)
        found = [FindingInModes(fault, "", None) for failure in self.failed for fault in failure.diagnostics]
        for figure in self.figures:
            step(figure.name)
            found += _not_told(self._check(figure, renderers, allowed, read), found)
        raised = any(one.diagnostic.rule not in RULES and one.diagnostic.rule != "allow" for one in found)
        if whole and not raised and UNUSED.id not in allowed:
            unused = (*unused_tokens(self.themes, read), *unused_keys(self.themes, read))
            found += [FindingInModes(fault, "", None) for fault in unused]
        if whole and WEIGHT.id not in allowed:
            found += [FindingInModes(fault, "", None) for fault in replaced_weights(self.themes)]
        found.sort(key=lambda one: one.diagnostic.severity is Severity.WARNING)  # whatever figure an error is in
        return CheckReport(len(self.figures), modes, tuple(found))

    def _check(
        self, figure: NamedFigure, renderers: Sequence[Renderer], allowed: frozenset[str], read: set[str]
    ) -> list[FindingInModes]:
        """The faults of one figure in all modes that it is made for."""
        gathered, idle = FindingsByMode(figure.name), FindingsByMode(figure.name)
        default = self.themes.default
        suited = [theme for theme in self.themes if figure.figure.suits(theme, default)]
        renderers = [renderer for renderer in renderers if figure.figure.suits(renderer.theme, default)]
        sound: list[tuple[Renderer, Placed]] = []
        for renderer in renderers:
            its = tuple(renderer.theme.selection.values.items())
            try:
                placed = renderer.watching(read).place(figure)
                read.update(shown_keys(placed.root, renderer.theme))
                faults = check(renderer, figure, placed, allowed=allowed)
            except LayoutkitError as raised:
                gathered.add(raised.diagnostics, its)
                continue
            sound.append((renderer, placed))
            gathered.add([fault.diagnostic for fault in faults if not fault.idle], its)
            idle.add([fault.diagnostic for fault in faults if fault.idle], its)
        for renderer, placed in sound:
            its = tuple(renderer.theme.selection.values.items())
            if gathered.offering(its):
                subject = look_at(figure.figure, renderer.theme, placed, paint(placed))
                gathered.narrow(its, lambda fault, subject=subject: readable(subject, fault.places))  # type: ignore[misc]  # the loop's subject
        gathered.take(idle, times=len(suited))
        return gathered.reported([tuple(renderer.theme.selection.values.items()) for renderer in renderers])


def _not_told(of_figure: Sequence[FindingInModes], before: Sequence[FindingInModes]) -> list[FindingInModes]:
    """Without what other figures have told of the same line: a helper is a part of several."""
    told = {_line(one) for one in before}
    return [one for one in of_figure if _line(one) is None or _line(one) not in told]


def _line(reported: FindingInModes) -> tuple[str, Path, int] | None:
    """What a rule that reports a line once has reported; None for all else."""
    fault = reported.diagnostic
    once = fault.rule in RULES and RULES[fault.rule].merge is not None and fault.places
    return (fault.rule, fault.places[0].path, fault.places[0].line) if once else None
