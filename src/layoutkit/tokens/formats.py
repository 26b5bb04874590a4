"""The formats that files are written in, as far as the token file knows them.

A format registers itself when its module is imported, as components do; see ``layoutkit.output.formats``, which is
imported before the formats are first read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.lazily import Modules
from layoutkit.tokens.schema import FIELDS, Field

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

__all__ = ["FormatKeys", "Formats", "formats"]


@dataclass(frozen=True, slots=True)
class FormatKeys:
    """The keys that ``[output.…]`` takes for one format."""

    name: str
    """The value of ``format``, and the suffix of the files."""
    keys: Mapping[str, Field]
    """Those besides the keys of every output (``format``, ``mode``, ``display``), by name."""
    sizes: tuple[tuple[str, ...], ...]
    """Groups of keys that decide how large the file is: exactly one group is given. An empty one needs no key."""

    @property
    def fields(self) -> dict[str, Field]:
        """All keys of such an output."""
        return {**FIELDS["output"], "format": _format(formats.names), **self.keys}

    def misses(self, given: Collection[str]) -> str:
        """What the keys of an output need for its size; empty if they are right."""
        sizing = {key for group in self.sizes for key in group}
        if any(sizing.intersection(given) == set(group) for group in self.sizes):
            return ""
        first, *others = (" with ".join(f"'{key}'" for key in group) for group in self.sizes if group)
        comma = "," if any(len(group) > 1 for group in self.sizes) else ""
        if others:
            return f"needs either {first}{comma} or {' or '.join(others)}"
        return f"takes {first} or nothing" if () in self.sizes else f"needs {first}"


class Formats:
    """All registered formats."""

    def __init__(self) -> None:
        self._known: dict[str, FormatKeys] = {}
        self.modules = Modules("formats")
        """Those of the package's own formats."""

    def add(self, known: FormatKeys) -> None:
        """Register a format; one of the same name is replaced."""
        self._known[known.name] = known

    def __iter__(self) -> Iterator[FormatKeys]:
        """In the order in which they were registered."""
        self.modules.import_all()
        return iter(list(self._known.values()))

    def get(self, name: object) -> FormatKeys | None:
        """The format of this name; None where there is none."""
        self.modules.import_all()
        return self._known.get(name) if isinstance(name, str) else None

    @property
    def names(self) -> tuple[str, ...]:
        """All values of ``format``."""
        self.modules.import_all()
        return tuple(self._known)

    def fields(self, name: object) -> dict[str, Field]:
        """The keys of an output of this format; those of all formats where there is no such format."""
        known = self.get(name)
        if known is not None:
            return known.fields
        every = {key: field for one in self for key, field in one.keys.items()}
        return {**FIELDS["output"], "format": _format(self.names), **every}

    def having(self, key: str) -> list[str]:
        """The names of the formats that have a key."""
        return [known.name for known in self if key in known.keys]


formats = Formats()
"""The formats of this process."""


def _format(names: tuple[str, ...]) -> Field:
    known = FIELDS["output"]["format"]
    return Field(known.kind, required=True, words=names)
