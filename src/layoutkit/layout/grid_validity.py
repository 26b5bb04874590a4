"""Which tracks and lines of a grid can be laid out, and what to tell the author about the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.layout.validity import LARGEST
from layoutkit.style.box import AUTO, FitContent, Fr, GridSpan, MinMax, Percent, Repeat

if TYPE_CHECKING:
    from layoutkit.diagnostics import LayoutkitError
    from layoutkit.origin import Origin
    from layoutkit.style.box import BoxStyle

__all__ = ["check_lines", "check_tracks"]

_TRACKS = ("grid_template_columns", "grid_template_rows", "grid_auto_columns", "grid_auto_rows")
_LINES = ("grid_column_start", "grid_column_end", "grid_row_start", "grid_row_end")
_DEFINITE = (int, float, Percent)


def check_tracks(style: BoxStyle, origin: Origin) -> None:
    """Look at the track lists of a grid container.

    Raises:
        LayoutkitError: a track is not a size, or its size cannot be laid out (``invalid-track``).
    """
    for name in _TRACKS:
        tracks = getattr(style, name)
        if tracks == "subgrid" and not name.startswith("grid_auto"):
            continue
        automatic = False
        for track in tracks:
            if not isinstance(track, Repeat):
                _check_size(track, name, origin)
                continue
            for size in track.tracks:
                _check_size(size, name, origin)
            if isinstance(track.count, str):
                _check_automatic(track, name, origin, first=not automatic)
                automatic = True
            elif track.count < 1 or not track.tracks or name.startswith("grid_auto"):
                raise _refused(name, track, "a template may repeat one or more tracks once or more", origin)
        if automatic and not all(map(_is_definite, tracks)):
            raise _refused(name, tracks, "beside auto-fill and auto-fit every track needs a length or %", origin)


def check_lines(style: BoxStyle, origin: Origin) -> None:
    """Look at the lines between which a grid item is put.

    Raises:
        LayoutkitError: one is not a line (``invalid-line``).
    """
    if style.grid_column_start is style.grid_column_end is style.grid_row_start is style.grid_row_end is AUTO:
        return
    for name in _LINES:
        line = getattr(style, name)
        number = line.count if isinstance(line, GridSpan) else line
        if number is AUTO or (isinstance(number, int) and (number > 0 or (number < 0 and number is line))):
            continue
        message = f"{name} is {line!r}; lines are counted from 1, or from -1 at the end, and a span is 1 or more"
        raise error("invalid-line", message, origin=origin)


def _check_automatic(track: Repeat, name: str, origin: Origin, *, first: bool) -> None:
    if track.count not in {"auto-fill", "auto-fit"} or not track.tracks or name.startswith("grid_auto") or not first:
        raise _refused(name, track, "a template may hold one repeat of auto-fill or auto-fit", origin)


def _is_definite(track: object) -> bool:
    """Whether a track may stand beside an automatic repetition (7.2.3.2)."""
    if isinstance(track, Repeat):
        return all(map(_is_definite, track.tracks))
    if isinstance(track, MinMax):
        return isinstance(track.least, _DEFINITE) or isinstance(track.greatest, _DEFINITE)
    return isinstance(track, _DEFINITE)


def _check_size(size: object, name: str, origin: Origin) -> None:
    if isinstance(size, MinMax):
        if isinstance(size.least, Fr):
            raise _refused(name, size, "the least size of minmax() cannot be in fr", origin)
        breadths: tuple[object, ...] = (size.least, size.greatest)
    else:
        breadths = (size.limit,) if isinstance(size, FitContent) else (size,)
    for breadth in breadths:
        if breadth is AUTO or breadth == "min-content" or breadth == "max-content":  # noqa: PLR1714 - of any type
            if isinstance(size, FitContent):
                raise _refused(name, size, "the limit of fit-content() is a length or %", origin)
            continue
        number = breadth
        if isinstance(breadth, Fr):
            number = breadth.factor
        elif isinstance(breadth, Percent):
            number = breadth.fraction
        if not isinstance(number, (int, float)) or not 0 <= number <= LARGEST:
            raise _refused(name, breadth, f"a track size is a number from 0 to {LARGEST:g}, or a keyword", origin)


def _refused(name: str, value: object, rule: str, origin: Origin) -> LayoutkitError:
    return error("invalid-track", f"{name} holds {value!r}; {rule}", origin=origin)
