"""Reading a token file together with the components that an author's scripts declare."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, TypeVar

from layoutkit.diagnostics import LayoutkitError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

__all__ = ["with_declarations"]

T = TypeVar("T")


def with_declarations(load: Callable[[], T], paths: Iterable[Path]) -> T:
    """Read a token file; where it has keys that no component declares, run the scripts that may declare them first.

    Args:
        load: reads the file; called once more after the scripts were run.
        paths: scripts, and folders of scripts; a script stands for its whole folder.

    Raises:
        LayoutkitError: what ``load`` raises; what scripts raise is not reported here.
    """
    try:
        return load()
    except LayoutkitError as found:
        if all(one.rule != "unknown-key" for one in found.diagnostics):
            raise
    folders = {path if path.is_dir() else path.parent for path in paths}
    if any(folder.is_dir() for folder in folders):
        from layoutkit.loading import load_figures  # noqa: PLC0415 - Cairo and HarfBuzz, only for such files

        with contextlib.suppress(LayoutkitError):
            load_figures(sorted(folder for folder in folders if folder.is_dir()))
    return load()
