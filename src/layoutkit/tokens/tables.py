"""The tables of the token file that components read, each declared beside the component that reads it.

From the declarations follow the validation of every table, spelling hints, which tokens are in use, the JSON Schema,
the stub and the column of tokens in docs/components.md. The registry is filled when the modules are imported: those of
the package before it is first read, those of an author's components before the token file is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeVar

from layoutkit.diagnostics import error
from layoutkit.lazily import Modules
from layoutkit.origin import caller_origin, locations
from layoutkit.tokens.schema import BOX, NAME, POSITIVE, TAKEN, Field, ValueKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from layoutkit.origin import Origin

__all__ = [
    "ROLE_KEY",
    "TONE",
    "Component",
    "Registry",
    "TokenTable",
    "Trait",
    "color_key",
    "component",
    "length_key",
    "number_key",
    "registry",
]

TONE = "{tone}"
"""Stands in the name of a table or token for the name of any tone: ``color.{tone}_ink``."""
ROLE_KEY = BOX["role"]
"""A key that holds the name of a type role."""
_PACKAGE = __name__.partition(".")[0]
Trait = Literal["data", "inline", "key", "labels", "sign", "track"]
"""What a box with a table is to a reader: its words are looked at and not read (``data``), or name parts of a picture
(``labels``); its colour alone has a meaning (``sign``), which holds for the whole figure (``key``); it is the empty
part of a scale (``track``), or a piece of running text, whose background is a mark of a pen (``inline``)."""
F = TypeVar("F", bound="Callable[..., object]")


def color_key(*, required: bool = False) -> Field:
    """A key that holds a colour."""
    return Field(ValueKind.COLOR, required=required)


def length_key(*, default: float | None = None, required: bool = False, positive: bool = False) -> Field:
    """A key that holds a length in px of at least 0; a ``positive`` one is larger than that."""
    return Field(ValueKind.LENGTH, required=required, least=POSITIVE if positive else 0, default=default)


def number_key(*, least: float = 0, default: float | None = None) -> Field:
    """A key that holds a number of at least ``least``."""
    return Field(ValueKind.NUMBER, least=least, default=default)


@dataclass(frozen=True, slots=True)
class TokenTable:
    """A table of the token file: ``TokenTable("recipe", {"gutter": length_key(default=8)})``.

    Every key has a kind; a key that the file leaves out has the default of its field. A required key has none, and a
    file that has the table without it is refused.
    """

    name: str
    """The header in the token file; ``{tone}`` in it stands for every tone, each with a table of its own."""
    keys: Mapping[str, Field] = field(default_factory=dict, hash=False)
    """The keys of its own, by name."""
    box: bool = True
    """Whether the table styles a box, and so holds the keys of every box (``padding``, ``background``) as well."""
    traits: frozenset[Trait] = frozenset()
    """What the checks have to know of its boxes."""

    def __post_init__(self) -> None:
        """Refuse a name that no table can have.

        Raises:
            LayoutkitError: ``token-name``, at the author's line.
        """
        for name in (self.name.replace(TONE, "tone"), *self.keys):
            if not re.fullmatch(NAME, name) or name in TAKEN:
                message = f"{name!r} is not a name of a token table or of its keys"
                hint = "a letter, then a-z, A-Z, 0-9 and _, and no word of Python"
                raise error("token-name", message, origin=caller_origin(), hint=hint)

    @property
    def fields(self) -> dict[str, Field]:
        """All its keys, those of boxes included."""
        return {**(BOX if self.box else {}), **self.keys}

    @property
    def defaults(self) -> dict[str, float | str | bool]:
        """The values of the keys that a file may leave out, by name."""
        return {key: known.default for key, known in self.keys.items() if known.default is not None}

    def matches(self, name: str) -> bool:
        """Whether it is the table of this name."""
        return _matches(self.name, name)


@dataclass(frozen=True, slots=True)
class Component:
    """A function that makes nodes, and what it reads of the token file."""

    name: str
    tables: tuple[TokenTable, ...]
    reads: tuple[str, ...]
    """Further tokens by name, such as ``type.small`` or ``color.{tone}``."""
    uses: tuple[str, ...]
    """The names of the components that it is made of."""
    origin: Origin
    """The author's call that declared it; empty for those of the package."""


class Registry:
    """All declared components."""

    def __init__(self) -> None:
        self._components: dict[str, Component] = {}
        self.modules = Modules("components")
        """Those of the package's own components."""

    def add(self, component: Component) -> None:
        """Register a component; the same script may do so again when it is loaded again.

        Raises:
            LayoutkitError: another component has a table of that name with other keys (``component-table``).
        """
        if component.origin:  # an author's: it must not have the table of one that is imported later
            self.modules.import_all()
        mine = {table.name: table for table in component.tables}
        for other in list(self._components.values()):
            again = other.name == component.name and _file(other.origin) == _file(component.origin)
            clash = next((t.name for t in other.tables if t.name in mine and t != mine[t.name]), None)
            if clash is not None and not again:
                message = f"{component.name} declares the table [{clash}], which {other.name} declares with other keys"
                raise error("component-table", message, origin=component.origin, hint="give the table another name")
        self._components[component.name] = component

    def __iter__(self) -> Iterator[Component]:
        """In the order of their declarations."""
        self.modules.import_all()
        return iter(list(self._components.values()))

    def __getitem__(self, name: str) -> Component:
        """The component of this name."""
        self.modules.import_all()
        return self._components[name]

    @property
    def tables(self) -> dict[str, TokenTable]:
        """All tables by name."""
        return {table.name: table for component in self for table in component.tables}

    def with_trait(self, trait: Trait) -> frozenset[str]:
        """The names of the tables whose boxes have a trait."""
        return frozenset(name for name, table in self.tables.items() if trait in table.traits)

    def table(self, name: str) -> TokenTable | None:
        """The table of this name, or the one of all tones that it belongs to; None where nothing declares it."""
        tables = self.tables
        return tables.get(name) or next((table for table in tables.values() if table.matches(name)), None)

    def reads(self, tones: Iterable[str]) -> set[str]:
        """The tokens and tables that declared components read, such as ``type.small`` and ``card``.

        Args:
            tones: the names that stand in for ``{tone}``.
        """
        names = {name for one in self for name in (*one.reads, *(table.name for table in one.tables))}
        return {name.replace(TONE, tone) for name in names for tone in (tones if TONE in name else ("",))}


registry = Registry()
"""The components of this process: those of the package, and those of the modules that were imported."""


def component(*tables: TokenTable, reads: tuple[str, ...] = (), uses: tuple[str, ...] = ()) -> Callable[[F], F]:
    """Declare what a component reads of the token file: ``@component(TokenTable("recipe"), reads=("type.small",))``.

    Args:
        tables: the tables that are its own.
        reads: further tokens by name; ``{tone}`` stands for any tone, as in ``color.{tone}_ink``.
        uses: the names of the components that it is made of.

    Raises:
        LayoutkitError: another component has a table of that name with other keys (``component-table``).
    """
    origin = caller_origin()

    def register(function: F) -> F:
        own = function.__module__.partition(".")[0] == _PACKAGE
        registry.add(Component(function.__name__, tables, reads, uses, () if own else origin))
        return function

    return register


def _matches(pattern: str, name: str) -> bool:
    """Whether a name is one that a declaration stands for."""
    if TONE not in pattern:
        return pattern == name
    start, _, end = pattern.partition(TONE)
    inner = name[len(start) : len(name) - len(end)]
    return name == f"{start}{inner}{end}" and bool(re.fullmatch(NAME, inner))


def _file(origin: Origin) -> str:
    """The script of a declaration; empty for the package."""
    return str(locations(origin[:1])[0].path) if origin else ""
