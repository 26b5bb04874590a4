"""SVG text -> a tree of elements that know their lines.

Entities are refused, however small: a file that declares them can grow without bounds while it is read, or ask for
other files. Nothing outside the text is ever opened.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from layoutkit.drawing.svg_error import SvgError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SVG", "Element", "parse_xml"]

SVG = "http://www.w3.org/2000/svg"
"""The namespace of SVG."""
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_SEPARATOR = "\n"
"""What expat puts between a namespace and a name: no namespace has one."""


@dataclass(eq=False, slots=True)
class Element:
    """An element of a file."""

    tag: str
    """Its name without the namespace."""
    namespace: str
    attributes: dict[str, str]
    """Those without a namespace, ``href`` of XLink and ``xml:space``."""
    line: int
    """Counted from 1."""
    parent: Element | None = field(default=None, repr=False)
    children: list[Element] = field(default_factory=list, repr=False)
    texts: list[str] = field(default_factory=list, repr=False)
    """What is written before the first child and after each: one more than there are children."""

    def get(self, name: str, otherwise: str = "") -> str:
        """An attribute."""
        return self.attributes.get(name, otherwise)

    def below(self) -> Iterator[Element]:
        """The element and all inside it, in the order of the file."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.children)


def parse_xml(text: str) -> Element:
    """The root of an XML file.

    Raises:
        SvgError: it is not XML, or declares entities.
    """
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    builder = _Builder(parser)
    parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = builder.entity
    parser.SkippedEntityHandler = builder.skipped
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(text.encode("utf-8"), True)  # noqa: FBT003 - expat's own interface
    except expat.ExpatError as cause:
        raise SvgError(f"it is not XML: {cause}", line=cause.lineno) from None
    except (ValueError, LookupError) as cause:
        if isinstance(cause, SvgError):
            raise
        raise SvgError(f"it is not XML: {cause}") from None
    assert builder.root is not None  # noqa: S101 - expat raises where there is no root
    return builder.root


class _Builder:
    """Puts the tree together while expat reads."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.parser = parser
        self.root: Element | None = None
        self.open: list[Element] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, tag = name.rpartition(_SEPARATOR)
        given: dict[str, str] = {}
        for key, value in attributes.items():
            space, _, local = key.rpartition(_SEPARATOR)
            if not space:
                given[local] = value
            elif space == _XML and local == "space":
                given["xml:space"] = value
            elif space == _XLINK and local == "href":
                given.setdefault("href", value)
        if "href" in attributes:
            given["href"] = attributes["href"]
        parent = self.open[-1] if self.open else None
        element = Element(tag, namespace, given, self.parser.CurrentLineNumber, parent, texts=[""])
        if parent is None:
            self.root = element
        else:
            parent.children.append(element)
            parent.texts.append("")
        self.open.append(element)

    def end(self, _name: str) -> None:
        self.open.pop()

    def data(self, text: str) -> None:
        if self.open:
            self.open[-1].texts[-1] += text

    def entity(self, name: str, *_rest: object) -> NoReturn:
        raise SvgError(
            f"it declares the entity '{name:.60}'; entities are not read",
            line=self.parser.CurrentLineNumber,
            hint="write its text where it is used, or save the file as plain SVG",
        )

    def skipped(self, name: str, _is_parameter: object) -> NoReturn:
        raise SvgError(f"it has the entity '{name:.60}', which is not declared", line=self.parser.CurrentLineNumber)
