"""What is imported when it is first needed: names of a package, and declarations that a registry holds.

``import layoutkit`` then pays only for nodes, and a script pays for the components that it names.
"""

from __future__ import annotations

import sys
from importlib import import_module
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Modules", "declare", "declared", "names_from"]

_declared: dict[str, tuple[str, ...]] = {}


def names_from(
    package: str, homes: Mapping[str, str], elsewhere: Mapping[str, str] | None = None
) -> Callable[[str], object]:
    """A ``__getattr__`` for a package that imports a name from its module when somebody first asks for it.

    Args:
        package: the package's ``__name__``.
        homes: modules by the names that are defined in them.
        elsewhere: modules by the names that authors import from these, for messages.
    """

    def attribute(name: str) -> object:
        if elsewhere and name in elsewhere:
            raise ImportError(f"there is no {name} in {package}; write: from {elsewhere[name]} import {name}")
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(homes[name]), name)
        setattr(sys.modules[package], name, value)  # the next time it is found at once
        return value

    return attribute


def declare(kind: str, *modules: str) -> None:
    """Say which modules there are of a kind; the modules below them, which must not name them, then find them."""
    _declared[kind] = modules


def declared(kind: str) -> tuple[str, ...]:
    """The names of all modules of a kind."""
    return _declared.get(kind, ())


class Modules:
    """Modules that declare something when they are imported; a registry imports them before it is first read."""

    def __init__(self, kind: str = "") -> None:
        """Have the modules of a kind imported later."""
        self._waiting = list(declared(kind))
        self._lock = RLock()
        self._is_importing = False

    def add(self, *names: str) -> None:
        """Have modules imported later."""
        self._waiting += names

    def import_all(self) -> None:
        """Import those that wait; where another thread does so, wait until it has."""
        if not self._waiting:
            return
        with self._lock:
            if self._is_importing:  # a module that is being imported reads the registry
                return
            self._is_importing = True
            try:
                while self._waiting:
                    import_module(self._waiting[0])
                    del self._waiting[0]
            finally:
                self._is_importing = False
