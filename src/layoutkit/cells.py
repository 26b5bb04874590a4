"""Cells of notebooks: their source, which is in no file, and the name under which a reader knows them.

IPython keeps the source of each cell in ``linecache``, and knows which cell a code object was compiled from.
"""

from __future__ import annotations

import linecache
import sys

__all__ = ["cell_name", "cell_source"]


def cell_source(file: str) -> str | None:
    """The source of a cell by the file name that its code has; None where it is not a cell."""
    entry: object = linecache.cache.get(file)
    match entry:
        case (_, None, [*lines], _):  # size, time, lines and name; with a time it is a file
            return "".join(map(str, lines))
        case _:
            return None


def cell_name(file: str) -> str | None:
    """What IPython calls the cell in its own tracebacks: ``Cell In[3]``; None where it is not a cell."""
    ipython = sys.modules.get("IPython")
    shell = None if ipython is None else ipython.get_ipython()
    if shell is None:
        return None
    found = shell.compile.format_code_name(file)
    return None if found is None else " ".join(found)
