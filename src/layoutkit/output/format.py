"""What a format of files is: its keys in the token file, and its writer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.tokens.formats import FormatKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layoutkit.output.artwork import Artwork
    from layoutkit.tokens import OutputTokens

__all__ = ["OutputFormat"]


def _no_pixels(_output: OutputTokens, _width: float) -> None:
    return None


def _no_remark(_data: bytes, _output: OutputTokens) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFormat(FormatKeys):
    """A format of files: ``OutputFormat(name="txt", keys={}, sizes=((),), media_type="text/plain", write=…)``."""

    media_type: str
    """As registered by IANA: ``image/png``."""
    write: Callable[[Artwork, OutputTokens], bytes]
    """Writes one figure as one file."""
    pixels: Callable[[OutputTokens, float], float | None] = _no_pixels
    """Device pixels for one px, of an output and the width of a figure in px: edges are moved to whole ones. None where
    the file has no pixels."""
    remark: Callable[[bytes, OutputTokens], str] = _no_remark
    """What an author has to know of a file, such as that it could not be made as asked; empty for nothing. It stands
    behind the file's name in the output of ``layoutkit render``."""
    write_book: Callable[[Sequence[Artwork], OutputTokens, str], bytes] | None = None
    """Writes several figures with a title as one file, a page each; None where a file has one picture."""
