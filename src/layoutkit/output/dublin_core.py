"""Properties of Dublin Core as RDF in XML (ISO 16684-1, section 8.3): XMP packets and SVG files have them."""

from __future__ import annotations

from layoutkit.output.xml_element import XmlElement

__all__ = ["DC", "RDF", "alternatives", "bag", "ownership"]

DC = "http://purl.org/dc/elements/1.1/"
"""The namespace that the prefix ``dc`` stands for."""
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def alternatives(name: str, text: str, language: str) -> XmlElement:
    """A text in its language, and once more for readers that ask for no language."""
    items = [XmlElement("rdf:li", {"xml:lang": tag}, text=text) for tag in ("x-default", language) if tag]
    return XmlElement(name, {}, [XmlElement("rdf:Alt", {}, items)], inline=True)


def bag(name: str, text: str) -> XmlElement:
    """One value of a property that may have several, in any order."""
    return XmlElement(name, {}, [XmlElement("rdf:Bag", {}, [XmlElement("rdf:li", text=text)])], inline=True)


def ownership(author: str, licence: str, language: str) -> list[XmlElement]:
    """``dc:creator`` and ``dc:rights``; an empty one is left out."""
    found = []
    if author:
        one = XmlElement("rdf:Seq", {}, [XmlElement("rdf:li", text=author)])
        found.append(XmlElement("dc:creator", {}, [one], inline=True))
    if licence:
        found.append(alternatives("dc:rights", licence, language))
    return found
