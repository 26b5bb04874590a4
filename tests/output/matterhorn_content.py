"""The content of a page as the Matterhorn Protocol looks at it: what is marked, which codes of which font are shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PageContent", "read_page"]

_PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"', "BI", "INLINE IMAGE"}
_SHOWS = ("Tj", "TJ", "'", '"')
_INVISIBLE = 3
"""The text rendering mode."""


@dataclass
class PageContent:
    """What is found on a page and in the forms that it draws."""

    page: tuple[int, int]
    """Object number and generation."""
    key: int | None
    """In the parent tree."""
    marks: list[int] = field(default_factory=list)
    fonts: dict[tuple[int, int], tuple[Any, set[int]]] = field(default_factory=dict)
    """By object number and generation: the font, and the codes of it that are seen."""
    failures: list[tuple[str, str]] = field(default_factory=list)
    _forms: set[tuple[int, int]] = field(default_factory=set)


def read_page(page: pikepdf.Page) -> PageContent:
    """Go through the content of a page."""
    key: Any = page.obj.get("/StructParents")
    found = PageContent(page.obj.objgen, None if key is None else int(key))
    _read(found, pikepdf.parse_content_stream(page), page.resources, [])
    return found


def _read(  # noqa: C901 - one case for each operator
    found: PageContent,
    instructions: Any,  # noqa: ANN401 - pikepdf's objects have their type at run time
    resources: Any,  # noqa: ANN401 - as above
    around: list[str],
) -> None:
    """``around`` are the kinds of marked content that are open: ``artifact``, ``tagged`` or ``plain``."""
    stack = list(around)
    state: dict[str, Any] = {"font": None, "mode": 0}
    saved: list[dict[str, Any]] = []
    for instruction in instructions:
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BMC" | "BDC" as operator:
                properties = operands[1] if operator == "BDC" else {}
                if isinstance(properties, pikepdf.Name):
                    properties = resources.Properties[str(properties)]
                stack.append(_opened(found, str(operands[0]), properties.get("/MCID"), stack))
            case "EMC":
                stack.pop()
            case "q":
                saved.append(dict(state))
            case "Q":
                state = saved.pop()
            case "Tf":
                state["font"] = resources.Font[str(operands[0])]
            case "Tr":
                state["mode"] = int(operands[0])
            case operator if operator in _PAINTS:
                if "artifact" not in stack and "tagged" not in stack:
                    found.failures.append(("01-005", f"{operator} shows what is neither content nor an artifact"))
                if operator in _SHOWS and state["mode"] != _INVISIBLE:
                    _, codes = found.fonts.setdefault(state["font"].objgen, (state["font"], set()))
                    codes.update(_codes(operands))
                elif operator == "Do":
                    _draw(found, resources.XObject[str(operands[0])], resources, stack)


def _opened(found: PageContent, tag: str, mark: Any, stack: list[str]) -> str:  # noqa: ANN401 - as above
    """The kind of marked content that begins here."""
    if tag == "/Artifact":
        if "tagged" in stack:
            found.failures.append(("01-003", "an artifact is inside tagged content"))
        return "artifact"
    if mark is None:
        return "plain"
    if "artifact" in stack:
        found.failures.append(("01-004", "tagged content is inside an artifact"))
    found.marks.append(int(mark))
    return "tagged"


def _draw(found: PageContent, drawn: Any, resources: Any, stack: list[str]) -> None:  # noqa: ANN401 - as above
    if str(drawn.get("/Subtype")) != "/Form":
        return
    if "/Ref" in drawn:
        found.failures.append(("30-001", "a form refers to a page of another file"))
    marks = len(found.marks)
    _read(found, pikepdf.parse_content_stream(drawn), drawn.get("/Resources", resources), stack)
    if len(found.marks) > marks:
        if drawn.objgen in found._forms:
            found.failures.append(("30-002", "a form with tagged content is drawn twice"))
        found._forms.add(drawn.objgen)


def _codes(operands: Any) -> Iterator[int]:  # noqa: ANN401 - as above
    """The codes of a text, of two bytes each."""
    for operand in operands:
        for item in operand if isinstance(operand, pikepdf.Array) else [operand]:
            if isinstance(item, pikepdf.String):
                data = bytes(item)
                yield from (int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2))
