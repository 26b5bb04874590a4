"""Data of charts: lists, dicts, columns of a table, CSV files; a missing value is a gap."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from layoutkit.diagnostics import error
from layoutkit.origin import caller_origin

__all__ = ["Table", "Value", "numbers", "pairs"]

Value = float | str | None
"""A number, a name, or None where there is none."""
Table = object
"""A list, a dict, a table with named columns (pandas, polars, pyarrow), or the path of a CSV file."""
_MOST = 100_000
_PAIR = 2
_SIGNS = ("", "na", "nan", "n/a", "null", "none")


def pairs(data: Table, x: str | None, y: str | None) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """The x and the y of all points.

    Args:
        data: numbers (their x is their place: 0, 1, 2 …), pairs, a dict of names and numbers, or a table.
        x: the column of a table; None numbers its rows.
        y: the column of a table.

    Raises:
        LayoutkitError: there is no such column, no data, too much of it, or what is neither number nor name
            (``bad-value``).
    """
    if isinstance(data, str | Path):
        data = _csv(Path(data))
    if y is not None or x is not None:
        names = [name for name in (x, y) if name is not None]
        columns = [_column(data, name) for name in names]
        across = columns[0] if x is not None else [*range(len(columns[-1]))]
        down = columns[-1] if y is not None else [*range(len(columns[0]))]
    elif isinstance(data, Mapping):
        across, down = list(data), list(data.values())
    elif isinstance(data, Sequence) and not isinstance(data, str | bytes):
        items = list(data)
        paired = [isinstance(item, Sequence) and not isinstance(item, str) and len(item) == _PAIR for item in items]
        if items and all(paired):
            across, down = [item[0] for item in items], [item[1] for item in items]
        else:
            across, down = [*range(len(items))], items
    elif hasattr(data, "tolist"):  # NumPy arrays and single columns
        return pairs(data.tolist(), None, None)
    else:
        message = f"the data is {data!r:.60}; expected a list, a dict, a table or the path of a CSV file"
        raise _bad(message, 'name the columns of a table: x="epoch", y="loss"')
    if not down:
        raise _bad("the data is empty", "give one point at least")
    if len(down) > _MOST:
        raise _bad(f"the data has {len(down)} points; at most {_MOST} can be drawn", "thin it out, or take means")
    return tuple(map(_value, across)), tuple(map(_value, down))


def numbers(values: Sequence[Value]) -> list[float]:
    """Those of some values that are numbers."""
    return [value for value in values if isinstance(value, int | float)]


def _column(data: Any, name: str) -> list[object]:  # noqa: ANN401 - tables of any library
    """A column of a table.

    Raises:
        LayoutkitError: there is none of this name (``bad-value``).
    """
    if isinstance(data, Sequence) and not isinstance(data, str) and data and isinstance(data[0], Mapping):
        if any(name in row for row in data):
            return [row.get(name) for row in data]
        raise _bad(f"no row has a column {name!r}", f"known here: {', '.join(map(str, list(data[0])[:8]))}")
    try:
        column = data[name]
    except Exception:  # noqa: BLE001 - each library has its own
        known = getattr(data, "column_names", None) or getattr(data, "columns", None)
        names = ", ".join(map(str, [*(known if known is not None else data)][:8])) if _iterable(known, data) else ""
        raise _bad(f"the data has no column {name!r}", f"known here: {names}" if names else "") from None
    for method in ("to_pylist", "tolist", "to_list"):
        if hasattr(column, method):
            return list(getattr(column, method)())
    return list(column)


def _iterable(*things: object) -> bool:
    return any(hasattr(thing, "__iter__") for thing in things)


def _csv(path: Path) -> dict[str, list[object]]:
    """The columns of a CSV file with a head; what reads as a number is one."""
    origin = caller_origin()
    whole = Path(origin[0][0].co_filename).parent / path if origin else path
    try:
        with whole.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as cause:
        reason = getattr(cause, "strerror", None) or "it is no CSV text in UTF-8"
        raise _bad(f"cannot read {whole}: {reason}", "a relative path begins at the script's folder") from None
    if not rows:
        raise _bad(f"{whole} has no rows", "its first line names the columns")
    return {name: [_read(row.get(name)) for row in rows] for name in rows[0] if name}


def _read(text: object) -> object:
    if not isinstance(text, str) or text.strip().lower() in _SIGNS:
        return None
    try:
        return float(text)
    except ValueError:
        return text.strip()


def _value(value: Any) -> Value:  # noqa: ANN401 - numbers of any library
    """A number, a name or a gap."""
    if value is None or isinstance(value, str):
        return value
    if hasattr(value, "item"):
        value = value.item()  # a number of NumPy
    if isinstance(value, bool) or not isinstance(value, int | float):
        if hasattr(value, "isoformat"):
            return str(value.isoformat())
        raise _bad(f"the data has {value!r:.40}, which is neither a number nor a name", "")
    try:
        number = float(value)
    except OverflowError:
        raise _bad(f"the data has a number of {len(str(value))} digits", "") from None
    if math.isnan(number):
        return None
    if math.isinf(number):
        raise _bad("the data has an infinite number", "leave it out, or write None for a gap")
    return number


def _bad(message: str, hint: str) -> Exception:
    return error("bad-value", message, origin=caller_origin(), hint=hint)
