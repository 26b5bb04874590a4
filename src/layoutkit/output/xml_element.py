"""XML elements and how files have them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layoutkit.output.xml_text import escaped, in_attribute

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["XmlElement", "document", "in_one_line"]


@dataclass(slots=True)
class XmlElement:
    """An element; its attributes keep their order."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[XmlElement] = field(default_factory=list)
    text: str = ""
    """Characters before the children."""
    inline: bool = False
    """Whether white space inside would be seen: the element is written on one line."""


def document(root: XmlElement) -> bytes:
    """The file: UTF-8, two spaces for each level."""
    return "\n".join(_lines(root, "")).encode() + b"\n"


def _lines(element: XmlElement, indent: str) -> Iterator[str]:
    if element.inline or not element.children:
        yield indent + in_one_line(element)
        return
    yield f"{indent}<{_head(element)}>"
    for child in element.children:
        yield from _lines(child, indent + "  ")
    yield f"{indent}</{element.tag}>"


def in_one_line(element: XmlElement) -> str:
    """An element and all inside it."""
    content = escaped(element.text) + "".join(in_one_line(child) for child in element.children)
    return f"<{_head(element)}>{content}</{element.tag}>" if content else f"<{_head(element)}/>"


def _head(element: XmlElement) -> str:
    return element.tag + "".join(f' {k}="{in_attribute(v)}"' for k, v in element.attributes.items())
