"""Putting values into the text of a token file: comments, order, quotes and line ends stay as they are.

A key that the file has gets another value in its place, or is taken out with its line. One that it lacks is added
below the keys of its table. Where the file has no such table, a header is added below the tables nearest to it, or at
the end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layoutkit.tokens.locate import layout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.tokens.locate import FileLayout
    from layoutkit.tokens.scanner import Extent

__all__ = ["Path", "Value", "rewritten"]

Path = tuple[str, ...]
"""The names of tables and of a key: ``("mode", "theme", "dark", "color", "ink")``."""
Value = str | float | bool | None
"""What a key gets: a text without quotes and backslashes, a number, or true or false; None takes the key out."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_HEX = re.compile(r"#[0-9A-Fa-f]{3,8}\b")
_KINSHIP = (("palette", "tone", "contrast", "derive", "color"),)
"""Sections that stand together: a new one is put below those that the file has."""
_TO_MODE = 3
"""The names before those of sections in the tables of a mode: mode, axis and value."""


def rewritten(text: str, values: Mapping[Path, Value]) -> str:
    """A TOML text with other values for some keys.

    Args:
        text: the file's, with its own line ends; it is TOML.
        values: by the full path of the key.
    """
    for path, value in values.items():
        text = _with_value(text, path, value)
    return text


def _with_value(text: str, path: Path, value: Value) -> str:
    plain = text.replace("\r\n", "\n")
    found = layout(plain)
    extent = found.extents.get(path)
    if value is None:
        return text if extent is None else _spliced(text, *_taken_out(plain, found, path, extent), "")
    written = _literal(value, plain)
    if extent is not None:
        if isinstance(value, str) and plain[extent.value] == "'":
            written = f"'{written[1:-1]}'"
        return _spliced(text, extent.value, extent.end, written)
    at, added = _addition(plain, found, path, written)
    return _spliced(text, at, at, added)


def _literal(value: str | float | bool, text: str) -> str:  # noqa: FBT001 - a value like the others
    """A value as TOML has it."""
    if isinstance(value, bool):
        return str(value).lower()
    return _quoted(_as_written(value, text)) if isinstance(value, str) else f"{value:.10g}"


def _taken_out(text: str, found: FileLayout, path: Path, extent: Extent) -> tuple[int, int]:
    """From where to where a key is removed: its line, or in a table in one line the comma as well."""
    around = (found.extents.get(path[:n]) for n in range(len(path) - 1, 0, -1))
    braces = next((one for one in around if _is_in_braces(text, one)), None)
    if braces is None:
        end = text.find("\n", extent.end)
        return text.rfind("\n", 0, extent.key) + 1, len(text) if end < 0 else end + 1
    after = extent.end + len(text[extent.end :]) - len(text[extent.end :].lstrip(" "))
    if text.startswith(",", after):
        return extent.key, after + 1 + text[after + 1 :].startswith(" ")
    before = text[: extent.key].rstrip(" ")
    return len(before) - 1 if before.endswith(",") else extent.key, extent.end


def _as_written(value: str, text: str) -> str:
    """The value with hexadecimal digits as the file writes most of them."""
    digits = "".join(_HEX.findall(text))
    upper = sum(sign.isupper() for sign in digits)
    if 2 * upper <= sum(sign.isalpha() for sign in digits):
        return value
    return _HEX.sub(lambda color: color[0].upper(), value)


def _spliced(text: str, start: int, end: int, new: str) -> str:
    """A text with a part of it replaced; the indices count a line's end as one character."""
    if "\r\n" in text:
        if text.count("\r\n") * 2 > text.count("\n"):
            new = new.replace("\n", "\r\n")
        ends = [match.start() - index for index, match in enumerate(re.finditer("\r\n", text))]
        start += sum(at < start for at in ends)
        end += sum(at < end for at in ends)
    return text[:start] + new + text[end:]


# -- keys that the file lacks -------------------------------------------------------------------


def _addition(text: str, found: FileLayout, path: Path, value: str) -> tuple[int, str]:
    """Where something is added to a text, and what."""
    table = path[:-1]
    braces = next(
        (table[:n] for n in range(len(table), 0, -1) if _is_in_braces(text, found.extents.get(table[:n]))), None
    )
    if braces is not None:
        return _in_braces(text, found.extents[braces], path[len(braces) :], value)
    headers = [header for header, _ in found.headers]
    siblings = [extent for key, extent in found.extents.items() if key[:-1] == table and extent.end > extent.value]
    if siblings:  # dotted keys make a table that no header can open again
        last = max(siblings)
        header = _header_above(found, last.key)
        return _below(text, last.end, f"{_dotted(path[len(header) :])} = {value}", indent=_indent(text, last.key))
    if table in headers:
        start = dict(found.headers)[table]
        return _below(text, start, f"{_key(path[-1])} = {value}")
    return _new_table(text, found, table, f"[{_dotted(table)}]\n{_key(path[-1])} = {value}\n")


def _is_in_braces(text: str, extent: Extent | None) -> bool:
    return extent is not None and text.startswith("{", extent.value)


def _in_braces(text: str, extent: Extent, path: Path, value: str) -> tuple[int, str]:
    """Behind the last key of a table in one line."""
    inside = text[extent.value + 1 : extent.end - 1]
    at = extent.value + 1 + len(inside.rstrip())
    comma, after = (", ", "") if inside.strip() else (" ", " " if not inside else "")
    return at, f"{comma}{_dotted(path)} = {value}{after}"


def _header_above(found: FileLayout, at: int) -> Path:
    """The table that the keys at a place belong to; empty at the top of the file."""
    above = [path for path, start in found.headers if start < at]
    return above[-1] if above else ()


def _indent(text: str, at: int) -> str:
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line if not line.strip() else ""


def _below(text: str, at: int, line: str, indent: str = "") -> tuple[int, str]:
    """In a line of its own below that of a place."""
    end = text.find("\n", at)
    return (len(text), f"\n{indent}{line}") if end < 0 else (end + 1, f"{indent}{line}\n")


def _new_table(text: str, found: FileLayout, table: Path, lines: str) -> tuple[int, str]:
    """Below the tables that it has most in common with, else at the end."""
    kin = [_nearness(header, table) for header, _ in found.headers]
    if not kin or not max(kin):
        return _at_end(text, lines)
    last = max(index for index, nearness in enumerate(kin) if nearness == max(kin))
    start = found.headers[last][1]
    following = found.headers[last + 1][1] if last + 1 < len(found.headers) else len(text)
    ends = [extent.end for extent in found.extents.values() if start < extent.key < following]
    end = text.find("\n", max(ends))
    return _at_end(text, lines) if end < 0 or not text[end:].strip() else (end + 1, f"\n{lines}")


def _at_end(text: str, lines: str) -> tuple[int, str]:
    stripped = text.rstrip("\n")
    ends = "\n" if not text.endswith("\n") and text else ""
    return len(text), f"{ends}{chr(10) if stripped else ''}{lines}"


def _nearness(header: Path, table: Path) -> int:
    """How much two tables have in common; 0 where one is not looked for near the other."""
    if table[0] == "mode":
        same = next((n for n, (one, other) in enumerate(zip(header, table, strict=False)) if one != other), _TO_MODE)
        return min(same, len(header)) if header[:1] == ("mode",) else 0
    kin = next((sections for sections in _KINSHIP if table[0] in sections), (table[0],))
    return int(header[0] in kin)


def _dotted(path: Path) -> str:
    return ".".join(map(_key, path))


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _quoted(value: str) -> str:
    return f'"{value}"'
