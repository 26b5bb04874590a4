"""Display list -> SVG: real text with embedded fonts, colours that follow the reader's light or dark setting.

The file stands alone: no link leaves it and nothing in it is run, so it works as an image in a web page or README.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layoutkit.output.dublin_core import DC, RDF, ownership
from layoutkit.output.svg_colors import Palette
from layoutkit.output.svg_fonts import Usage, web_font
from layoutkit.output.svg_glyphs import Outlines
from layoutkit.output.svg_modes import OnlyIn, paired
from layoutkit.output.svg_seams import bridged
from layoutkit.output.svg_shapes import Shapes
from layoutkit.output.svg_text import text_element
from layoutkit.output.svg_xml import number, slug
from layoutkit.output.xml_element import XmlElement, document
from layoutkit.paint.display import (
    Begin,
    Clip,
    ClipPath,
    Dots,
    DrawPicture,
    DropShadow,
    End,
    Fade,
    FillPath,
    FillRect,
    Glyphs,
    GridLines,
    StrokePath,
    StrokeRect,
    Unclip,
    Unfade,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit.output.metadata import Metadata
    from layoutkit.output.svg_colors import Tint
    from layoutkit.output.svg_fonts import WebFont
    from layoutkit.paint.display import DisplayList, Ink, Operation

__all__ = ["svg"]

_PICTURES = ("picture", "chart")
"""Groups that are told by a title, and a description."""
_CELLS = ("cell", "columnheader", "rowheader")
_NAMESPACE, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_SPACES = "white-space: pre"
"""Keeps runs of spaces. It is declared for ``text`` itself: a browser's own style sheet may set ``white-space`` there,
which overrides what ``text`` inherits from the root, and ``xml:space`` with it."""
_EXACT = "text-rendering: geometricPrecision"
"""Glyphs stand where the font says, not on whole pixels. CairoSVG garbles what has this, so the rule is inside
``@supports``, which it leaves out."""


def svg(
    display: DisplayList,
    metadata: Metadata,
    dark: DisplayList | None = None,
    scale: float = 1.0,
    font: Callable[[Usage], WebFont] | None = web_font,
) -> bytes:
    """Write a display list as an SVG file.

    Args:
        display: what to draw, in px.
        metadata: title and description for screen readers, author and licence; all ids begin with its name.
        dark: the same figure in the colours for readers who prefer dark; None for one look.
        scale: CSS px for one px, where nothing else decides how large it is shown.
        font: gives the web font for what is used of a face; one without a rule is left to the page around.
            None draws the glyphs as outlines and lays the texts over them, unseen.

    Raises:
        LayoutkitError: ``dark`` differs in more than colours (``modes-differ``).
    """
    prefix = f"figure-{slug(metadata.name)}".rstrip("-")
    palette = Palette()
    outlines = Outlines(palette, prefix) if font is None else None
    fonts = {} if font is None else _fonts(display, font)
    writer = _Writer(fonts, outlines, Shapes(palette, prefix))
    for operation, tints in bridged(paired(display, dark)):
        writer.write(operation, tints)
    writer.end_text()
    titles = {"title": metadata.title, "desc": "\n".join(filter(None, (metadata.alt, metadata.description)))}
    titles = {tag: text for tag, text in titles.items() if text}
    css = [one.rule for one in fonts.values() if one.rule] + writer.shapes.palette.css(f"#{prefix}")
    if writer.looks:
        css.append(_looks(f"#{prefix}"))
    if fonts or outlines:
        css.append(f"#{prefix} text {{ {_SPACES} }}")
        css.append(f"@supports ({_EXACT}) {{ #{prefix} text {{ {_EXACT} }} }}")
    definitions = [*writer.shapes.definitions.values(), *(outlines.definitions.values() if outlines else ())]
    root = {
        "xmlns": _NAMESPACE,
        **({"xmlns:xlink": _XLINK} if outlines else {}),
        "id": prefix,
        "viewBox": f"0 0 {number(display.width)} {number(display.height)}",
        "width": number(scale * display.width),
        "height": number(scale * display.height),
        "lang": metadata.language,
        "xml:lang": metadata.language,
        "role": "graphics-document document",  # what is inside an ``img`` is not read, its texts included
        "aria-labelledby": " ".join(f"{prefix}-{tag}" for tag in titles),
        "xml:space": "preserve",  # for programs that read SVG 1.1 alone; see _SPACES
    }
    children = [XmlElement(tag, {"id": f"{prefix}-{tag}"}, text=text, inline=True) for tag, text in titles.items()]
    children += _about(metadata)
    if css:
        children.append(XmlElement("style", text="\n" + "\n".join(css) + "\n", inline=True))
    if definitions:
        children.append(XmlElement("defs", {}, definitions))
    return document(XmlElement("svg", root, children + writer.top.children))


def _semantics(group: Begin) -> dict[str, str]:
    """What a group is to those who listen, in the words of WAI-ARIA 1.2, which has none for a marker."""
    if group.role is not None and group.role not in ("marker", "none"):
        spans = zip(("aria-colspan", "aria-rowspan"), group.spans, strict=True)
        return {"role": group.role, **{name: str(many) for name, many in spans if many > 1 and group.role in _CELLS}}
    if group.kind == "heading":
        return {"role": "heading", "aria-level": str(group.level)}
    return {"role": "img"} if group.kind in _PICTURES and group.text else {}


def _looks(scope: str) -> str:
    shown = f"{scope} .only-light {{ display: none }} {scope} .only-dark {{ display: inline }}"
    return f"@media (prefers-color-scheme: dark) {{ {shown} }}"


def _about(metadata: Metadata) -> list[XmlElement]:
    """What the file says of its author and licence; nothing where both are unknown."""
    facts = ownership(metadata.author, metadata.licence, metadata.language)
    if not facts:
        return []
    description = XmlElement("rdf:Description", {"rdf:about": ""}, facts)
    return [XmlElement("metadata", {}, [XmlElement("rdf:RDF", {"xmlns:rdf": RDF, "xmlns:dc": DC}, [description])])]


def _fonts(display: DisplayList, font: Callable[[Usage], WebFont]) -> dict[tuple[str, float | None], WebFont]:
    usages: dict[tuple[str, float | None], Usage] = {}
    for operation in display.operations:
        if isinstance(operation, Glyphs):
            run = operation.run
            usages.setdefault((str(run.face.path), run.face.weight), Usage(run.face)).add(run)
    return {key: font(usage) for key, usage in usages.items()}


@dataclass(slots=True)
class _Writer:
    """Builds the tree of elements, operation by operation."""

    fonts: dict[tuple[str, float | None], WebFont]
    outlines: Outlines | None
    """What sets texts as outlines; None where they are set in the fonts."""
    shapes: Shapes
    top: XmlElement = field(default_factory=lambda: XmlElement("g"))
    stack: list[XmlElement] = field(default_factory=list)
    runs: list[tuple[Glyphs, Tint]] = field(default_factory=list)
    """Text that is not written yet: neighbouring runs become one element."""
    looks: bool = False
    """Whether something is seen in one of two looks only."""

    def write(self, operation: Operation | OnlyIn, tints: tuple[Tint, ...]) -> None:
        if isinstance(operation, Glyphs):
            self.runs.append((operation, tints[0]))
            return
        self.end_text()
        match operation:
            case Begin(kind, name, _, text, description):
                classes = " ".join(dict.fromkeys(filter(None, (kind, slug(name)))))
                titles = {"title": text, "desc": description} if kind in _PICTURES else {}
                told = [XmlElement(tag, text=words, inline=True) for tag, words in titles.items() if words]
                self.open(XmlElement("g", {"class": classes, **_semantics(operation)}, told))
            case OnlyIn(look):
                hidden = {"display": "none"} if look == "dark" else {}  # for programs without style sheets
                self.looks = True
                self.open(XmlElement("g", {"class": f"only-{look}", **hidden}))
            case Clip() | ClipPath():
                self.open(self.shapes.clip(operation))
            case Fade():
                self.open(self.shapes.fade(operation))
            case End() | Unclip() | Unfade():
                self.close()
            case _:
                self.add(self.shape(operation, tints))

    def shape(self, operation: Ink, tints: tuple[Tint, ...]) -> XmlElement:
        shapes = self.shapes
        match operation:
            case FillRect():
                element = shapes.fill_rect(operation, tints)
            case StrokeRect():
                element = shapes.stroke_rect(operation, tints)
            case DropShadow():
                element = shapes.shadow(operation, tints)
            case Dots():
                element = shapes.dots(operation, tints)
            case GridLines():
                element = shapes.stroke_path(operation.stroke, tints)
            case FillPath():
                element = shapes.fill_path(operation, tints)
            case StrokePath():
                element = shapes.stroke_path(operation, tints)
            case DrawPicture():
                element = shapes.picture(operation)
            case Glyphs():
                raise AssertionError("text is collected")
        return element

    def add(self, element: XmlElement) -> None:
        (self.stack[-1] if self.stack else self.top).children.append(element)

    def open(self, group: XmlElement) -> None:
        self.add(group)
        self.stack.append(group)

    def close(self) -> None:
        """End a group; one that holds nothing is left out, but for the cell of a table, which keeps its place."""
        group = self.stack.pop()
        if not group.children and group.attributes.get("role") not in _CELLS:
            (self.stack[-1] if self.stack else self.top).children.remove(group)

    def end_text(self) -> None:
        if self.runs:
            if self.outlines:
                elements = list(self.outlines.elements(self.runs))
            else:
                elements = [text_element(self.runs, self.fonts, self.shapes.palette)]
            for element in elements:
                self.add(element)
            self.runs = []
