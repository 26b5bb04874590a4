"""Edits of tokens that are not saved yet, with undo and redo; they outlive the worker and a reload of the page."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layoutkit.tokens.rewrite import Path, Value

__all__ = ["Change", "EditError", "EditHistory", "checked_path", "checked_value"]

_LONGEST, _DEEPEST = 300, 8
_FORBIDDEN = re.compile(r'["\\\x00-\x1f\x7f]')
_MOST = 1000
"""Steps that can be undone."""


class EditError(ValueError):
    """An edit that cannot be made; ``str()`` of it says why."""


@dataclass(frozen=True, slots=True)
class Change:
    """One key that gets another value."""

    path: Path
    before: Value
    after: Value


@dataclass(slots=True)
class EditHistory:
    """What was edited since the file was last saved, and the way there and back."""

    disk: dict[Path, Value] = field(default_factory=dict)
    """What the file had for a key when it was first edited."""
    edits: dict[Path, Value] = field(default_factory=dict)
    """What the key gets; those that are as the file has them are left out."""
    undone: list[tuple[Change, ...]] = field(default_factory=list)
    done: list[tuple[Change, ...]] = field(default_factory=list)

    def set(self, values: Iterable[tuple[Path, Value, Value]], *, merge: bool = False) -> None:
        """Edit some keys as one step.

        Args:
            values: path, what the file has, and the new value.
            merge: whether this goes on with the last step, as while a slider moves.
        """
        changes = []
        for path, disk, value in values:
            self.disk.setdefault(path, disk)
            changes.append(Change(path, self.edits.get(path, self.disk[path]), value))
        last = self.done[-1] if self.done else ()
        if merge and [one.path for one in last] == [one.path for one in changes]:
            changes = [Change(old.path, old.before, new.after) for old, new in zip(last, changes, strict=True)]
            self.done.pop()
        self.done = [*self.done, tuple(changes)][-_MOST:]
        self.undone.clear()
        for one in changes:
            self._put(one.path, one.after)

    def undo(self) -> None:
        """Take the last step back."""
        if self.done:
            step = self.done.pop()
            self.undone.append(step)
            for one in reversed(step):
                self._put(one.path, one.before)

    def redo(self) -> None:
        """Take the last step again that was taken back."""
        if self.undone:
            step = self.undone.pop()
            self.done.append(step)
            for one in step:
                self._put(one.path, one.after)

    def discard(self) -> None:
        """Go back to the file, as one step."""
        if self.edits:
            self.set([(path, self.disk[path], self.disk[path]) for path in self.edits])

    def saved(self) -> None:
        """The file has all edits now; they can be undone all the same."""
        self.disk |= self.edits
        self.edits.clear()

    def take_disk(self, path: Path, value: Value) -> None:
        """Take what the file has by now for a key that was edited."""
        self.disk[path] = value
        self.edits.pop(path, None)

    def _put(self, path: Path, value: Value) -> None:
        if value == self.disk[path] and type(value) is type(self.disk[path]):
            self.edits.pop(path, None)
        else:
            self.edits[path] = value


def checked_path(said: object) -> Path:
    """The path of a key from a request.

    Raises:
        EditError: it is none.
    """
    if not isinstance(said, list) or not 1 < len(said) <= _DEEPEST:
        raise EditError("a path is a list of names")
    if not all(isinstance(one, str) and 0 < len(one) <= _LONGEST and not _FORBIDDEN.search(one) for one in said):
        raise EditError("a name in a path is a text without quotes")
    return tuple(said)


def checked_value(said: object) -> Value:
    """A value from a request.

    Raises:
        EditError: it is none.
    """
    if said is None or isinstance(said, bool):
        return said
    if isinstance(said, int | float) and math.isfinite(said):
        return said
    if isinstance(said, str) and len(said) <= _LONGEST and not _FORBIDDEN.search(said):
        return said
    raise EditError("a value is a number, true, false, or a text of one line without quotes and backslashes")
