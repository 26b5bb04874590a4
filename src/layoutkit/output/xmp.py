"""Metadata as an XMP packet (ISO 16684-1), the same for every format that takes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.output.xml_text import escaped, in_attribute

if TYPE_CHECKING:
    from layoutkit.output.metadata import Metadata

__all__ = ["xmp_packet"]

_START = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
"""The id is fixed by the standard."""
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_IPTC = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"


def xmp_packet(metadata: Metadata) -> str:
    """Title, alt text, description and language of a figure.

    The alt text is IPTC's ``AltTextAccessibility``; the long description is ``ExtDescrAccessibility`` and
    ``dc:description``, which is the alt text where there is none. No dates: the same figure gives the same bytes.
    """
    words = {
        "dc:title": metadata.title,
        "dc:description": metadata.description or metadata.alt,
        "Iptc4xmpCore:AltTextAccessibility": metadata.alt,
        "Iptc4xmpCore:ExtDescrAccessibility": metadata.description,
    }
    lines = [_words(name, text, metadata.language) for name, text in words.items() if text]
    return "\n".join(
        (
            _START,
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
            f'<rdf:Description rdf:about="" xmlns:dc="{_DUBLIN_CORE}" xmlns:Iptc4xmpCore="{_IPTC}">',
            *lines,
            f"<dc:language><rdf:Bag><rdf:li>{escaped(metadata.language)}</rdf:li></rdf:Bag></dc:language>",
            "</rdf:Description>",
            "</rdf:RDF>",
            "</x:xmpmeta>",
            '<?xpacket end="r"?>',
        )
    )


def _words(name: str, text: str, language: str) -> str:
    """A text with its language, and once more for readers that ask for no language."""
    items = "".join(
        f'<rdf:li xml:lang="{in_attribute(tag)}">{escaped(text)}</rdf:li>' for tag in ("x-default", language)
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"
