"""A cache that is as large as its values: it holds so many bytes, not so many values."""

from __future__ import annotations

from collections import OrderedDict
from threading import RLock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

__all__ = ["ByteCache"]

K = TypeVar("K", bound="Hashable")
V = TypeVar("V")


class ByteCache(Generic[K, V]):
    """Values by key; what was used longest ago goes first. A value larger than the whole is not kept.

    Several threads may use it; a value is made by one of them.
    """

    def __init__(self, limit: int) -> None:
        """An empty cache.

        Args:
            limit: bytes that all values together may have.
        """
        self.limit = limit
        self.size = 0
        """Bytes that all values together have."""
        self._values: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._lock = RLock()

    def get(self, key: K, size: int, make: Callable[[], V]) -> V:
        """The value of a key, made where it is not there.

        Args:
            key: what the value belongs to.
            size: its bytes. Room is made before the value is, so that both never stand side by side.
            make: gives the value.
        """
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key][0]
            keeps = size <= self.limit
            while keeps and self.size + size > self.limit:
                _, (_, freed) = self._values.popitem(last=False)
                self.size -= freed
            value = make()
            if keeps:
                self._values[key] = value, size
                self.size += size
            return value
