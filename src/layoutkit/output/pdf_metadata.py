"""What a PDF file says about itself: the XMP packet, the older information dictionary, dates."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.output.dublin_core import DC, RDF, alternatives, bag, ownership
from layoutkit.output.pdf_objects import Name
from layoutkit.output.xml_element import in_one_line

if TYPE_CHECKING:
    from layoutkit.output.pdf_objects import Dictionary, PdfFile, Ref

__all__ = ["About", "put_info", "put_xmp", "source_date"]

_PRODUCER = "layoutkit"
_VARIABLE = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True, slots=True)
class About:
    """The words and the date of a document."""

    title: str
    subject: str
    """May be empty."""
    language: str
    """BCP 47 tag."""
    created: datetime | None
    """None writes no date: the same figure is the same file on every day."""
    author: str = ""
    """May be empty, as may the next."""
    licence: str = ""


def source_date() -> datetime | None:
    """The date that the environment sets (https://reproducible-builds.org/specs/source-date-epoch/), or None.

    Raises:
        LayoutkitError: ``source-date``, where ``SOURCE_DATE_EPOCH`` is not a date.
    """
    seconds = os.environ.get(_VARIABLE, "")
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        message = f"{_VARIABLE} is {seconds!r:.40}, which is not a date"
        raise error("source-date", message, hint="set it to seconds since 1970, such as 1700000000") from None


def put_info(file: PdfFile, about: About) -> Ref:
    """Put in the information dictionary (ISO 32000-1, section 14.3.3)."""
    info: Dictionary = {"Title": about.title, "Producer": _PRODUCER}
    if about.subject:
        info["Subject"] = about.subject
    if about.author:
        info["Author"] = about.author
    if about.created is not None:
        info["CreationDate"] = info["ModDate"] = f"D:{about.created:%Y%m%d%H%M%SZ}"
    return file.add(info)


def put_xmp(file: PdfFile, about: About) -> Ref:
    """Put in the XMP packet (ISO 16684-1), which names the standard that the file follows: PDF/UA-1."""
    dates = ""
    if about.created is not None:
        date = f"{about.created:%Y-%m-%dT%H:%M:%SZ}"
        dates = f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>"
    title = alternatives("dc:title", about.title, about.language)
    subject = in_one_line(alternatives("dc:description", about.subject, about.language)) if about.subject else ""
    rights = "".join(f"\n{in_one_line(fact)}" for fact in ownership(about.author, about.licence, about.language))
    packet = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="{RDF}">
<rdf:Description rdf:about="" xmlns:dc="{DC}" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
{in_one_line(bag("dc:language", about.language))}
{in_one_line(title)}
{subject}{rights}
<pdf:Producer>{_PRODUCER}</pdf:Producer>
{dates}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
    head: Dictionary = {"Type": Name("Metadata"), "Subtype": Name("XML")}
    return file.stream(packet.encode(), head, compress=False)
