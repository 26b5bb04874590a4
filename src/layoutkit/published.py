"""What becomes of a figure on its way to files; plain values that travel between processes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from layoutkit.diagnostics import Diagnostic

__all__ = ["Content", "File", "Made", "Published"]


@dataclass(frozen=True, slots=True)
class Content:
    """A file that is to be written."""

    path: Path
    """From the folder that has a folder for each output."""
    data: bytes
    output: str = ""
    """The name of the output; empty for a draft."""
    remark: str = ""
    """What the author has to know of it; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Made:
    """One figure, ready to be written; plain values that travel between processes."""

    findings: tuple[Diagnostic, ...]
    files: tuple[Content, ...] = ()
    drafts: tuple[Content, ...] = ()
    """Pictures that show where the errors are."""
    outdated: tuple[Path, ...] = ()
    """Drafts of errors that are no more, from the same folder as the files."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that is there after a run."""

    path: Path
    size: int
    """In bytes."""
    output: str = ""
    """The name of the output; empty for a draft and for a book."""
    remark: str = ""
    """What the author has to know of it; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Published:
    """What became of one figure."""

    findings: tuple[Diagnostic, ...]
    files: tuple[File, ...] = ()
    drafts: tuple[File, ...] = ()
    """Pictures that show where the errors are."""
    unchanged: bool = False
    """Whether nothing was drawn, as the files are those of an earlier run and nothing has changed since."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """CPU time by step: a pass, or the output that was made."""

    @property
    def is_sound(self) -> bool:
        """Whether there is no error."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)
