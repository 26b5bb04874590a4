"""Which outputs are rendered with which theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from layoutkit.tokens.load import Themes
    from layoutkit.tokens.modes import Selection
    from layoutkit.tokens.theme import Theme
    from layoutkit.tokens.values import OutputTokens

__all__ = ["Job", "jobs"]


@dataclass(frozen=True, slots=True)
class Job:
    """The outputs of one combination of modes."""

    theme: Theme
    outputs: tuple[OutputTokens, ...]
    dark: Mapping[str, Theme]
    """By the names of outputs, the theme that such a file has for readers who prefer dark; none for a file whose only
    look this is."""


def jobs(themes: Themes, selections: Iterable[Selection], outputs: Iterable[OutputTokens]) -> list[Job]:
    """The outputs by the modes that they are rendered in; an output that fixes a mode has fewer combinations.

    Args:
        themes: all themes of the token file.
        selections: the modes asked for.
        outputs: the files asked for.
    """
    groups: dict[str, tuple[Selection, dict[str, OutputTokens]]] = {}
    for selection in selections:
        for output in outputs:
            its = selection.with_(output.modes)
            groups.setdefault(str(its), (its, {}))[1][output.name] = output
    return [_job(themes, its, tuple(named.values())) for its, named in groups.values()]


def _job(themes: Themes, selection: Selection, outputs: tuple[OutputTokens, ...]) -> Job:
    looks = {output.name: selection.with_(output.dark) for output in outputs if output.dark is not None}
    dark = {name: themes.theme(look.values) for name, look in looks.items() if look != selection}
    return Job(themes.theme(selection.values), outputs, dark)
