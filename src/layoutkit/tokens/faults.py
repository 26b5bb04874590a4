"""The faults of a token file, each told once however many modes it shows in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic, TokensError

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from layoutkit.origin import Location

__all__ = ["Faults", "excerpt"]

_SHOWN = 60
"""Characters of a value that a message shows."""


def excerpt(value: object) -> str:
    """A value of the file as a message shows it: texts in quotes, and no more of it than fits a line."""
    if isinstance(value, str):
        return repr(value) if len(value) <= _SHOWN else f"{value[:_SHOWN]!r}…"
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


class Faults:
    """What is wrong with a token file, gathered while it is read."""

    def __init__(self) -> None:
        self._found: dict[Hashable, Diagnostic] = {}

    def __bool__(self) -> bool:
        return bool(self._found)

    def tell(  # noqa: PLR0913 - the parts of a message
        self,
        rule: str,
        message: str,
        place: Location,
        hint: str = "",
        *,
        mode: str = "",
        same: Hashable = None,
    ) -> None:
        """Add a fault.

        Args:
            rule: its id.
            message: one sentence.
            place: where it stands.
            hint: what would help.
            mode: the selection it shows in, where its own line does not say which one is meant.
            same: what tells it from others, where that is not its words and its place.
        """
        whole = f"{message} (with {mode})" if mode else message
        self._found.setdefault(same or (rule, message, place), Diagnostic(rule, whole, (place,), hint))

    def take(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add what was found when the text was read."""
        for found in diagnostics:
            self.tell(found.rule, found.message, found.places[0], found.hint)

    def stop(self) -> None:
        """Go no further if anything was found.

        Raises:
            LayoutkitError: with every fault, file by file, in the order of the lines.
        """
        if self._found:
            raise TokensError(*sorted(self._found.values(), key=_position))


def _position(fault: Diagnostic) -> tuple[str, int, int]:
    place = next(iter(fault.places), None)
    return ("", 0, 0) if place is None else (str(place.path), place.line, place.column)
