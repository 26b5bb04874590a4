"""Metadata as an XMP packet (ISO 16684-1), the same for every format that takes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.output.dublin_core import DC, RDF, alternatives, bag, ownership
from layoutkit.output.xml_element import in_one_line

if TYPE_CHECKING:
    from layoutkit.output.metadata import Metadata

__all__ = ["xmp_packet"]

_START = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
"""The id is fixed by the standard."""
_IPTC = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"


def xmp_packet(metadata: Metadata) -> str:
    """Title, alt text, description, language, author and licence of a figure.

    The alt text is IPTC's ``AltTextAccessibility``; the long description is ``ExtDescrAccessibility`` and
    ``dc:description``, which is the alt text where there is none. No dates: the same figure gives the same bytes.
    """
    words = {
        "dc:title": metadata.title,
        "dc:description": metadata.description or metadata.alt,
        "Iptc4xmpCore:AltTextAccessibility": metadata.alt,
        "Iptc4xmpCore:ExtDescrAccessibility": metadata.description,
    }
    facts = [alternatives(name, text, metadata.language) for name, text in words.items() if text]
    facts.append(bag("dc:language", metadata.language))
    facts += ownership(metadata.author, metadata.licence, metadata.language)
    return "\n".join(
        (
            _START,
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
            f'<rdf:RDF xmlns:rdf="{RDF}">',
            f'<rdf:Description rdf:about="" xmlns:dc="{DC}" xmlns:Iptc4xmpCore="{_IPTC}">',
            *map(in_one_line, facts),
            "</rdf:Description>",
            "</rdf:RDF>",
            "</x:xmpmeta>",
            '<?xpacket end="r"?>',
        )
    )
