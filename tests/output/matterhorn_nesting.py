"""Lists and tables as the Matterhorn Protocol looks at them: what stands in what, headers, and rows of one length."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["nesting_failures"]

TABLE, LIST, SCOPE, ROWS = "09-004", "09-005", "15-003", "ISO 14289-1, 7.5"
_CELLS = {"TH", "TD"}
_WITHIN = {
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": _CELLS,
}
"""What may stand in each part of a list or a table (ISO 32000-1, tables 336 and 337)."""
_AROUND = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
}
"""In what each may stand."""
_LISTS = {"L", "LI", "LBody"}


class Element(Protocol):
    """What is read of a structure element."""

    @property
    def object(self) -> Any:  # noqa: ANN401 - pikepdf's objects have their type at run time
        """The dictionary."""
        ...

    @property
    def role(self) -> str:
        """The standard type."""
        ...

    @property
    def children(self) -> Sequence[Element]:
        """The elements inside."""
        ...


def nesting_failures(element: Element) -> Iterator[tuple[str, str]]:
    """The conditions that an element and its children fail."""
    for child in element.children:
        astray = child.role not in _WITHIN.get(element.role, {child.role})
        if astray or element.role not in _AROUND.get(child.role, {element.role}):
            part = element.role if astray else child.role
            yield LIST if part in _LISTS else TABLE, f"a {child.role} stands in a {element.role}"
    if element.role == "TH" and "/Scope" not in _attributes(element.object):
        yield SCOPE, "a header cell does not say what it is the header of"
    if element.role == "Table":
        rows = [row for part in element.children for row in ((part,) if part.role == "TR" else part.children)]
        lengths = list(_lengths([[_spans(cell.object) for cell in row.children] for row in rows]))
        if len(set(lengths)) > 1:
            yield ROWS, f"the rows of a table cover {lengths} columns"


def _attributes(node: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    found = node.get("/A", {})
    return {
        key: value for part in (found if isinstance(found, pikepdf.Array) else [found]) for key, value in part.items()
    }


def _spans(cell: Any) -> tuple[int, int]:  # noqa: ANN401 - as above
    said = _attributes(cell)
    return int(said.get("/ColSpan", 1)), int(said.get("/RowSpan", 1))


def _lengths(rows: list[list[tuple[int, int]]]) -> Iterator[int]:
    """How many columns each row covers, with the cells that reach into it from above."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for across, down in row:
            while (number, column) in taken:
                column += 1
            taken |= {(number + y, column + x) for y in range(down) for x in range(across)}
        yield sum(1 for at, _ in taken if at == number)
    if any(at >= len(rows) for at, _ in taken):
        yield -1
