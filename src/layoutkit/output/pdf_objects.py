"""PDF objects and the file that holds them (ISO 32000-1, sections 7.3 and 7.5).

Python values stand for objects: ``dict`` with names as keys, ``list`` and ``tuple`` for arrays, ``str`` for text
strings, ``bytes`` for byte strings, ``Name`` and ``Ref``. The file depends on nothing but what is put into it.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from layoutkit.output.xml_text import storable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Dictionary", "Name", "PdfFile", "Ref", "Value", "number", "serialised"]

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_COMPRESSION = 9


class Name(str):
    """A name object, without its slash."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an object of the file."""

    number: int


Value: TypeAlias = "bool | int | float | str | bytes | Ref | Sequence[Value] | Mapping[str, Value] | None"
Dictionary: TypeAlias = "dict[str, Value]"


def number(value: float, decimals: int = 4) -> str:
    """A number as PDF writes it: without an exponent."""
    if isinstance(value, int):
        return str(value)
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def serialised(value: Value) -> bytes:
    """An object as the bytes that stand for it."""
    match value:
        case dict():
            written = b"<<" + b" ".join(_name(key) + b" " + serialised(item) for key, item in value.items()) + b">>"
        case list() | tuple():
            written = b"[" + b" ".join(map(serialised, value)) + b"]"
        case Ref(at):
            written = b"%d 0 R" % at
        case Name():
            written = _name(value)
        case str():
            written = _text(value)
        case bytes():
            written = b"<" + value.hex().encode("ascii") + b">"
        case None | bool():
            written = {None: b"null", True: b"true", False: b"false"}[value]
        case int() | float():
            written = number(value).encode("ascii")
        case _:
            raise TypeError(f"{type(value).__name__} is no PDF object")
    return written


def _name(name: str) -> bytes:
    regular = b"!\"$&'*+,-.:;=?@\\^_`|~"
    signs = (bytes([c]) if bytes([c]).isalnum() or c in regular else b"#%02X" % c for c in name.encode())
    return b"/" + b"".join(signs)


def _text(text: str) -> bytes:
    """A text string (section 7.9.2.2): ASCII as it is, all else in UTF-16; what no text can hold is replaced."""
    text = storable(text)
    if not text.isascii() or any(ord(c) < ord(" ") for c in text):
        return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode("ascii") + b">"
    for sign in "\\()":
        text = text.replace(sign, "\\" + sign)
    return b"(" + text.encode("ascii") + b")"


class PdfFile:
    """A PDF file in the making: objects are numbered in the order in which they are reserved or added."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def reserve(self) -> Ref:
        """A reference to an object that is put in later."""
        self._objects.append(b"null")
        return Ref(len(self._objects))

    def put(self, ref: Ref, value: Value) -> None:
        """Put in a reserved object."""
        self._objects[ref.number - 1] = serialised(value)

    def add(self, value: Value) -> Ref:
        """Put in an object."""
        ref = self.reserve()
        self.put(ref, value)
        return ref

    def stream(self, data: bytes, extra: Dictionary | None = None, *, compress: bool = True) -> Ref:
        """Put in a stream; ``extra`` are the entries of its dictionary besides ``Length`` and ``Filter``."""
        head: Dictionary = dict(extra or {})
        if compress:
            data = zlib.compress(data, _COMPRESSION)
            head["Filter"] = Name("FlateDecode")
        head["Length"] = len(data)
        ref = self.reserve()
        self._objects[ref.number - 1] = serialised(head) + b"\nstream\n" + data + b"\nendstream"
        return ref

    def finished(self, catalog: Ref, info: Ref) -> bytes:
        """The bytes of the file."""
        parts, offsets, at = [_HEADER], [], len(_HEADER)
        for index, body in enumerate(self._objects, 1):
            offsets.append(at)
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (index, body))
            at += len(parts[-1])
        digest = hashlib.sha256(b"".join(parts)).digest()[:16]
        count = len(self._objects) + 1
        table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        trailer = serialised({"Size": count, "Root": catalog, "Info": info, "ID": [digest, digest]})
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, table))
        parts.append(b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (trailer, at))
        return b"".join(parts)
