"""The folders that outputs are written to: no two outputs share one, and none is a folder of layoutkit's own.

Names are compared as disks do that ignore upper and lower case. A folder that two outputs share in some modes is always
the one that one of them has without modes, as modes only append words; so it is enough to look for those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from layoutkit.tokens.modes import Axes
    from layoutkit.tokens.values import OutputTokens

__all__ = ["OWN_FOLDERS", "shared_folders"]

OWN_FOLDERS = {
    "draft": "pictures of figures with errors",
    "inspect": "overlays of layoutkit inspect",
    "tokens": "sheets of layoutkit tokens sheet",
    "accept": "comparisons of pictures before and after a change",
}
"""Folders that are written without an output, and what is written there."""


def shared_folders(outputs: Collection[OutputTokens], axes: Axes) -> Iterator[tuple[str, str]]:
    """The outputs whose files would overwrite others: their names, each with a sentence."""
    selections = [*axes.combinations()]
    own = {selection.folder(name).casefold(): name for name in OWN_FOLDERS for selection in selections}
    holders: dict[str, dict[str, None]] = {}
    for output in outputs:
        for selection in selections:
            folder = selection.folder(output.name, output.modes).casefold()
            holders.setdefault(folder, {})[output.name] = None
    for output in outputs:
        folder = output.name.casefold()
        first, *more = holders[folder]
        if folder in own:
            yield output.name, f"has the folder out/{folder}, which is for {OWN_FOLDERS[own[folder]]}"
        elif first != output.name or (more and more[0].casefold() != folder):
            other = first if first != output.name else more[0]
            same = " where upper and lower case are alike" if other.casefold() == folder else " in other modes"
            yield output.name, f"has the folder that output.{other} has{same}"
