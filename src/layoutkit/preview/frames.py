"""Messages between the server and its worker: JSON, with its length in front."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio
    from typing import BinaryIO

__all__ = ["FrameError", "Message", "packed", "read_from", "received"]

Message = dict[str, Any]
_HEAD = struct.Struct(">I")
_LARGEST = 256_000_000
"""Bytes: a figure with large pictures is a long text."""


class FrameError(Exception):
    """What came is not a message."""


def packed(message: Message) -> bytes:
    """A message as bytes."""
    data = json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return _HEAD.pack(len(data)) + data


def read_from(stream: BinaryIO) -> Message | None:
    """The next message of a stream; None at its end.

    Raises:
        FrameError: what came is not a message.
    """
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    size = _size(head)
    data = stream.read(size)
    return _message(data) if len(data) == size else None


async def received(stream: asyncio.StreamReader) -> Message:
    """The next message of a stream.

    Raises:
        FrameError: what came is not a message.
        asyncio.IncompleteReadError: the stream has ended.
    """
    size = _size(await stream.readexactly(_HEAD.size))
    return _message(await stream.readexactly(size))


def _size(head: bytes) -> int:
    size = int(_HEAD.unpack(head)[0])
    if size > _LARGEST:
        raise FrameError(f"a message of {size:,} bytes; at most {_LARGEST:,} are read")
    return size


def _message(data: bytes) -> Message:
    try:
        message = json.loads(data)
    except ValueError:
        raise FrameError("a message that is not JSON") from None
    if not isinstance(message, dict):
        raise FrameError("a message without names")
    return message
