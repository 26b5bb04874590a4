"""Why an SVG file is refused, and where in it."""

from __future__ import annotations

__all__ = ["SvgError"]


class SvgError(ValueError):
    """What of a file is not understood; ``str()`` of it is a clause for a message."""

    def __init__(self, message: str, *, line: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.line = line
        """Of the file, counted from 1; 0 where it is not known."""
        self.hint = hint
        """What to do about it; may be empty."""

    def at(self, line: int) -> SvgError:
        """The same error with its line, unless it has one."""
        return self if self.line else SvgError(str(self), line=line, hint=self.hint)
