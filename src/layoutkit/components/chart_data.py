"""Data of charts: lists, dicts, columns of a table, CSV files; a missing value is a gap."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib import import_module
from numbers import Number
from pathlib import Path
from typing import Any

from layoutkit.diagnostics import did_you_mean, error, known_here
from layoutkit.moments import Moment
from layoutkit.numbers import all_finite
from layoutkit.origin import caller_origin
from layoutkit.scales import name_of

__all__ = ["Table", "Value", "check_kind", "columns_of", "numbers", "pairs"]

Value = float | str | None
"""A number, a point in time (a ``Moment``, which is one), a name, or None where there is none."""
Table = object
"""A list, a dict, a table with named columns (pandas, polars, pyarrow), or the path of a CSV file."""
_MOST = 100_000
_PAIR = 2
_FARTHEST = 1e300
_LARGEST = "the largest number that can be drawn is 1e300"
_ITEM_HINT = "numbers, dates, names as strings, None for a gap"
_NO_VALUES = ("NAType", "NaTType")
"""What pandas has for a missing value, besides NaN and None."""
_NUMBERS_AND_GAPS = {float, type(None)}
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
        if x is None and y is None:
            raise _bad("a file has columns, and none is named", f'x="…", y="…"; {known_here([*data])}')
    if y is not None or x is not None:
        found = columns_of(data, *(name for name in (x, y) if name is not None))
        numbered: tuple[Value, ...] = (*range(len(found[0])),)
        return (found[0] if x is not None else numbered), (found[-1] if y is not None else numbered)
    if isinstance(data, Mapping):
        across, down = list(data), list(data.values())
    elif hasattr(data, "tolist"):  # NumPy arrays and single columns
        return pairs(_listed(data), None, None)
    elif isinstance(data, Iterable) and not isinstance(data, bytes):
        across, down = _unpaired(list(data))
    else:
        message = f"the data is {data!r:.60}; expected a list, a dict, a table or the path of a CSV file"
        raise _bad(message, 'name the columns of a table: x="epoch", y="loss"')
    return _checked(across), _checked(down)


def columns_of(data: Table, *names: str) -> tuple[tuple[Value, ...], ...]:
    """Columns of a table by their names, one value a row.

    Args:
        data: a table with named columns, a dict of columns, rows that are dicts, or the path of a CSV file.
        names: of the columns, one at least.

    Raises:
        LayoutkitError: as of :func:`pairs`; also columns that differ in length.
    """
    if isinstance(data, str | Path):
        data = _csv(Path(data))
    found = tuple(_checked(_column(data, name)) for name in names)
    if len({len(column) for column in found}) > 1:
        lengths = ", ".join(f"{name!r} {len(column)}" for name, column in zip(names, found, strict=True))
        raise _bad(f"the columns differ in length: {lengths}", "a table has one value in each row")
    return found


def _unpaired(items: list[object]) -> tuple[list[object], list[object]]:
    """Pairs as two lists, or numbers behind their places."""
    if set(map(type, items)) == {tuple} and set(map(len, items)) == {_PAIR}:  # type: ignore[arg-type]
        across, down = zip(*items, strict=True)
        return list(across), list(down)
    paired = [isinstance(item, Sequence) and not isinstance(item, str) and len(item) == _PAIR for item in items]
    if items and all(paired):
        return [item[0] for item in items], [item[1] for item in items]  # type: ignore[index]
    if any(paired):
        first = paired.index(not paired[0])
        raise _bad(f"the data has pairs and single values: point {first + 1} is {items[first]!r:.40}", "(x, y) for all")
    return [*range(len(items))], items


def _checked(column: Sequence[object]) -> tuple[Value, ...]:
    """The values of a column that is not empty and not too long."""
    if not column:
        raise _bad("the data is empty", "give one point at least")
    if len(column) > _MOST:
        raise _bad(f"the data has {len(column)} points; at most {_MOST} can be drawn", "thin it out, or take means")
    if all_finite(column) and max(map(abs, column)) <= _FARTHEST:  # at once, as it may be long
        return tuple(map(float, column))
    return tuple(map(_value, column))


def check_kind(values: Sequence[Value], word: str, *, names: bool) -> None:
    """Refuse values of one direction that are of two kinds.

    Args:
        values: of a mark.
        word: what a message calls them.
        names: whether they may be names, instead of numbers.

    Raises:
        LayoutkitError: with the first of the other kind (``bad-value``).
    """
    if set(map(type, values)) <= _NUMBERS_AND_GAPS:
        return
    known = [(index, value) for index, value in enumerate(values, start=1) if value is not None]
    dates = [(index, value) for index, value in known if isinstance(value, Moment)]
    if dates and (len(dates) < len(known) or not names):
        index, value = next(((i, v) for i, v in known if not isinstance(v, Moment)), dates[0])
        shown = f"the text {value!r:.40}" if isinstance(value, str) else f"the number {value:g}"
        if len(dates) < len(known):
            raise _bad(f"{word} {index} is {shown}, others are dates", "give dates for all, or None for a gap")
        raise _bad(f"{word} {index} is the date {name_of(value)}; expected a number", "dates are x of a chart")
    texts = [(index, value) for index, value in known if isinstance(value, str)]
    if not texts or (names and len(texts) == len(known)):
        return
    index, value = texts[0]
    hint = "a number is written with a point: 12.5" if "," in str(value) else "give numbers, or None for a gap"
    what = f"{word} {index} is the text {value!r:.40}"
    raise _bad(f"{what}, the others are numbers" if len(texts) < len(known) else f"{what}; expected a number", hint)


def numbers(values: Sequence[Value]) -> list[float]:
    """Those of some values that are numbers."""
    if set(map(type, values)) == {float}:
        return list(values)  # type: ignore[arg-type]
    return [value for value in values if isinstance(value, int | float)]


def _column(data: Any, name: str) -> list[object]:  # noqa: ANN401 - tables of any library
    """A column of a table.

    Raises:
        LayoutkitError: there is none of this name (``bad-value``).
    """
    if isinstance(data, Sequence) and not isinstance(data, str) and data and isinstance(data[0], Mapping):
        if any(name in row for row in data):
            return [row.get(name) for row in data]
        raise _bad(f"no row has a column {name!r}", did_you_mean(name, list(map(str, data[0]))))
    data = _with_columns(data)
    try:
        column = data[name]
    except Exception:  # noqa: BLE001 - each library has its own
        names = list(map(str, _names(data)))
        raise _bad(f"the data has no column {name!r}", did_you_mean(name, names)) from None
    return _listed(column)


def _listed(column: Any) -> list[object]:  # noqa: ANN401 - columns of any library
    """The values of a column as Python has them."""
    for method in ("to_pylist", "tolist", "to_list"):
        if hasattr(column, method):
            return list(getattr(_to_microseconds(column), method)())
    return [_to_microseconds(value) for value in column]


def _to_microseconds(value: Any) -> Any:  # noqa: ANN401 - arrays and values of any library
    """Dates of NumPy in the unit of Python, which has no shorter ones; all else as it is."""
    is_numpy = type(value).__module__ == "numpy" and getattr(getattr(value, "dtype", None), "kind", "") == "M"
    return value.astype("datetime64[us]") if is_numpy else value


def _with_columns(data: Any) -> Any:  # noqa: ANN401 - tables of any library
    """A table whose columns are had by their names; one that only hands its data on is taken up by pyarrow."""
    if hasattr(data, "__getitem__"):
        return data
    if hasattr(data, "__arrow_c_stream__") or hasattr(data, "__dataframe__"):
        try:
            pyarrow: Any = import_module("pyarrow")
            interchange: Any = import_module("pyarrow.interchange")
        except ImportError:
            message = f"reading a {type(data).__name__} needs pyarrow, which is not installed"
            raise _bad(message, "install pyarrow, or hand the columns over as lists") from None
        return pyarrow.table(data) if hasattr(data, "__arrow_c_stream__") else interchange.from_dataframe(data)
    message = f"the data is {data!r:.60}, which has no columns"
    raise _bad(message, "a dict of lists, rows that are dicts, a table, or the path of a CSV file")


def _names(data: Any) -> list[object]:  # noqa: ANN401 - tables of any library
    """The names of the columns of a table, where it says them."""
    for known in ("column_names", "columns"):
        if hasattr(data, known):
            return list(getattr(data, known))
    return list(data) if isinstance(data, Mapping) else []


def _csv(path: Path) -> dict[str, list[object]]:
    """The columns of a CSV file with a head; what reads as a number is one.

    Columns are divided by commas, semicolons or tabs, whatever the head has most; beside semicolons numbers may have
    decimal commas.
    """
    origin = caller_origin()
    whole = Path(origin[0][0].co_filename).parent / path if origin else path
    try:
        with whole.open(encoding="utf-8-sig", newline="") as file:
            head = file.readline()
            sign = max(",;\t", key=head.count)
            file.seek(0)
            rows = list(csv.DictReader(file, delimiter=sign))
    except (OSError, UnicodeDecodeError, csv.Error) as cause:
        reason = getattr(cause, "strerror", None) or "it is not CSV text in UTF-8"
        raise _bad(f"cannot read {whole}: {reason}", "a relative path begins at the script's folder") from None
    if not rows:
        raise _bad(f"{whole} has no rows", "its first line names the columns")
    return {name: [_read(row.get(name), sign) for row in rows] for name in rows[0] if name}


def _read(text: object, sign: str) -> object:
    if not isinstance(text, str) or text.strip().lower() in _SIGNS:
        return None
    try:
        return float(text.replace(",", ".") if sign == ";" else text)
    except ValueError:
        return text.strip()


def _value(value: Any) -> Value:  # noqa: ANN401 - numbers of any library
    """A number, a name or a gap."""
    if hasattr(value, "item"):  # a number or a date of NumPy is one of Python
        value = _to_microseconds(value).item()
    if value is None or type(value).__name__ in _NO_VALUES:
        return None
    if isinstance(value, str | Moment):
        return value
    if isinstance(value, date):
        return Moment.of(value)
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    number = _number(value)
    if math.isnan(number):
        return None
    if math.isinf(number):
        raise _bad("the data has an infinite number", "leave it out, or write None for a gap")
    if abs(number) > _FARTHEST:
        raise _bad(f"the data has {number:g}", _LARGEST)
    return number


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | Number):
        raise _bad(f"the data has {value!r:.40}, which is neither a number nor a name", _ITEM_HINT)
    try:
        return float(value)  # type: ignore[arg-type]
    except OverflowError:
        raise _bad(f"the data has a number of {len(str(value))} digits", _LARGEST) from None
    except (TypeError, ValueError):
        raise _bad(f"the data has {value!r:.40}, which has no place on a line", _ITEM_HINT) from None


def _bad(message: str, hint: str) -> Exception:
    return error("bad-value", message, origin=caller_origin(), hint=hint)
