"""A whole series under examination: every figure in every combination of modes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.check.broken_contracts import PaintedIn, of_figures
from layoutkit.check.context import look_at
from layoutkit.check.contract import RULE as CONTRACT
from layoutkit.check.contract import BrokenContract, find
from layoutkit.check.contrast import readable
from layoutkit.check.font_glyphs import TOPIC as GLYPHS
from layoutkit.check.font_glyphs import doubtful_glyphs
from layoutkit.check.font_weight import TOPIC as WEIGHT
from layoutkit.check.font_weight import replaced_weights
from layoutkit.check.looks import Looks
from layoutkit.check.report import CheckReport, FindingInModes, FindingsByMode
from layoutkit.check.rules import RULES
from layoutkit.check.shown_keys import shown_keys
from layoutkit.check.unused_token import TOPIC as UNUSED
from layoutkit.check.unused_token import misspelt_tones, unused_keys, unused_tokens
from layoutkit.choices import allowed_rules
from layoutkit.diagnostics import LayoutkitError, Severity
from layoutkit.opening import opened
from layoutkit.paint import paint
from layoutkit.renderer import Renderer
from layoutkit.watcher import Watcher

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from layoutkit.check.broken_contracts import Key
    from layoutkit.check.context import CheckContext
    from layoutkit.check.examine import OpenFinding
    from layoutkit.diagnostics import Diagnostic
    from layoutkit.discover import NamedFigure
    from layoutkit.layout.arrange import Placed
    from layoutkit.loading import Failed
    from layoutkit.tokens import Theme, Themes

__all__ = ["Series", "check_figures"]


def check_figures(  # noqa: PLR0913 - the options of ``layoutkit check``
    paths: Sequence[str | Path] | str | Path,
    *,
    tokens: str | Path | None = None,
    modes: Mapping[str, str] | None = None,
    only: Sequence[str] | None = None,
    allow: Collection[str] = (),
    watcher: Watcher | None = None,
) -> CheckReport:
    """Check the figures of scripts in every combination of modes, as ``layoutkit check`` does; no file is written.

    While a script runs, its folder is on the import path and its prints go to stderr; this is put back afterwards. So
    call it from one thread at a time. To check one figure that is there already, use ``Figure.check``.

    Args:
        paths: scripts, and folders of scripts.
        tokens: the token file; by default the nearest tokens.toml, in the folder of the first path or above it, else
            the base theme.
        modes: by axis, such as ``{"theme": "dark"}``: only combinations that have them; None for all.
        only: how the names of the figures start; None for all.
        allow: ids of rules that are left out.
        watcher: hears of each figure.

    Raises:
        ScriptError: there is no script.
        TokensError: the token file is missing or has errors.
        UsageError: there is no such mode, figure or rule.

    Example:
        >>> check_figures("figures", only=["04"], modes={"theme": "dark", "medium": "screen"}).ok
        True
    """
    left_out = allowed_rules(allow)
    found = opened(paths, tokens, only)
    selected = found.themes.axes.select(modes or {}).values
    wanted = {axis: selected[axis] for axis in modes or {}}
    chosen = [theme for theme in found.themes if wanted.items() <= theme.selection.values.items()]
    folders = [Path(path) for path in ([paths] if isinstance(paths, (str, Path)) else paths)]
    whole = only is None and not wanted and not found.notes and all(path.is_dir() for path in folders)
    series = Series(found.figures, found.failed, found.themes, chosen, found.notes)
    return series.check(allowed=left_out, whole=whole, watcher=watcher)


@dataclass(frozen=True, slots=True)
class Series:
    """Figures, and the themes they are checked with."""

    figures: Sequence[NamedFigure]
    failed: Sequence[Failed]
    """Scripts that could not be loaded."""
    themes: Themes
    chosen: Sequence[Theme]
    """One for each combination of modes that is checked, at least one."""
    notes: Sequence[Diagnostic] = ()
    """What is reported before all else."""

    def check(
        self,
        *,
        allowed: frozenset[str] = frozenset(),
        whole: bool = False,
        watcher: Watcher | None = None,
    ) -> CheckReport:
        """Find all faults; no file is written. What one figure raises does not keep the others from it.

        Args:
            allowed: ids of rules that are left out.
            whole: whether the figures are all there are, so that a token which none of them reads is unused.
            watcher: hears of each figure before it is checked.
        """
        heard = Watcher() if watcher is None else watcher
        heard.begin(len(self.figures))
        read: set[str] = set()
        default = self.themes.default
        suited = [theme for theme in self.chosen if any(one.figure.suits(theme, default) for one in self.figures)]
        renderers = Renderer.open_all((theme, {}) for theme in suited)
        modes = tuple(tuple(theme.selection.values.items()) for theme in suited)
        faults = [*self.notes, *(fault for failure in self.failed for fault in failure.diagnostics)]
        found = [FindingInModes(fault, "", None) for fault in faults]
        contracts = _Contracts([], set())
        for figure in self.figures:
            heard.figure(figure.name)
            found += _not_told(self._check(figure, renderers, allowed, read, contracts), found)
        if CONTRACT.id not in allowed:
            shown, others = of_figures(suited, contracts.painted, contracts.keys)
            found = [*shown, *found, *others]
        raised = any(one.diagnostic.rule not in RULES and one.diagnostic.rule != "allow" for one in found)
        if whole and not raised and UNUSED.id not in allowed:
            unused = (
                *misspelt_tones(self.themes, read),
                *unused_tokens(self.themes, read),
                *unused_keys(self.themes, read),
            )
            found += [FindingInModes(fault, "", None) for fault in unused]
        for topic, of_fonts in ((WEIGHT, replaced_weights), (GLYPHS, doubtful_glyphs)):
            if whole and topic.id not in allowed:
                found += [FindingInModes(fault, "", None) for fault in of_fonts(self.themes)]
        found.sort(key=lambda one: one.diagnostic.severity is Severity.WARNING)  # whatever figure an error is in
        return CheckReport(len(self.figures), modes, tuple(found))

    def _check(
        self,
        figure: NamedFigure,
        renderers: Sequence[Renderer],
        allowed: frozenset[str],
        read: set[str],
        contracts: _Contracts,
    ) -> list[FindingInModes]:
        """The faults of one figure in all modes that it is made for."""
        gathered, idle = FindingsByMode(figure.name), FindingsByMode(figure.name)
        default = self.themes.default
        suited = [theme for theme in self.themes if figure.figure.suits(theme, default)]
        renderers = [renderer for renderer in renderers if figure.figure.suits(renderer.theme, default)]
        sound: list[tuple[Renderer, Placed]] = []
        looks = Looks(figure.figure, allowed)
        for renderer in renderers:
            its = tuple(renderer.theme.selection.values.items())
            try:
                placed = renderer.watching(read).place(figure, looks.placed)
                read.update(shown_keys(placed.root, renderer.theme))
                faults = contracts.taken(figure, *looks.examine(renderer.theme, placed))
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


@dataclass(frozen=True, slots=True)
class _Contracts:
    """The contracts that figures break, figure by figure and mode by mode."""

    painted: list[PaintedIn]
    keys: set[Key]
    """All that is painted, what an ``allow`` accepts as well."""

    def taken(self, figure: NamedFigure, subject: CheckContext, faults: Sequence[OpenFinding]) -> list[OpenFinding]:
        """Take those of one figure out of all that was found."""
        self.keys.update(painting.broken.measured.key for painting in find(subject))
        left = []
        for fault in faults:
            if isinstance(fault.source, BrokenContract) and fault.source.of_figure:
                left.append(replace(fault, diagnostic=replace(fault.diagnostic, modes="")))
            elif isinstance(fault.source, BrokenContract):
                self.painted.extend(PaintedIn(figure.name, figure.script, one) for one in fault.source.paintings)
            else:
                left.append(fault)
        return left


def _not_told(of_figure: Sequence[FindingInModes], before: Sequence[FindingInModes]) -> list[FindingInModes]:
    """Without what other figures have told of the same line: a helper is a part of several."""
    told = {_line(one) for one in before}
    return [one for one in of_figure if _line(one) is None or _line(one) not in told]


def _line(reported: FindingInModes) -> tuple[str, Path, int] | None:
    """What a rule that reports a line once has reported; None for all else."""
    fault = reported.diagnostic
    once = fault.rule in RULES and RULES[fault.rule].merge is not None and fault.places
    return (fault.rule, fault.places[0].path, fault.places[0].line) if once else None
