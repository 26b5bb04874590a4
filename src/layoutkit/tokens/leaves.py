"""From the tables of a token file to its leaves: the single values, each with the kind that its section fixes."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from layoutkit.diagnostics import did_you_mean
from layoutkit.former_names import current_key, current_table
from layoutkit.near_names import NearNames
from layoutkit.spelling import near_key
from layoutkit.tokens.axes import default_hint
from layoutkit.tokens.faults import excerpt
from layoutkit.tokens.formats import formats
from layoutkit.tokens.layers import NONE, SHADOW, is_layered
from layoutkit.tokens.leaf_names import LeafNames
from layoutkit.tokens.schema import (
    BOX,
    ENTRIES,
    FIELDS,
    FIXED,
    FORMAT,
    NAME,
    NAMES,
    OUTPUT_NAME,
    RESERVED,
    SECTIONS,
    TAKEN,
    Field,
    ValueKind,
)
from layoutkit.tokens.tables import registry

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from layoutkit.tokens.faults import Faults
    from layoutkit.tokens.modes import Axes
    from layoutkit.tokens.source import TokenSource

__all__ = ["NEEDED", "ZOOM", "Leaf", "Leaves", "read_leaves"]

NEEDED = ("color", "space", "font", "type", "page", "output")
"""Sections without which nothing can be rendered."""
_NEAR = 0.75
"""How much a table's name and that of a component have in common where one is the other misspelt."""
_ALIGN = ("align", "text_align", "title_align")
"""What a table of boxes may be thought to align its texts by."""
_NAME, _OUTPUT_NAME = re.compile(NAME), re.compile(OUTPUT_NAME)
_ATTRIBUTE = "a letter, then a-z, A-Z, 0-9 and _, since figures read them as attributes"
_FOLDER = "made of a-z, A-Z, 0-9, _ and -, since they are those of folders"


ZOOM = "page.zoom"
"""The token that multiplies all lengths."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value of the file."""

    path: tuple[str, ...]
    """Where it stands: ``("mode", "theme", "dark", "color", "ink")``."""
    name: str
    """Its token, in full: ``color.ink``."""
    raw: object
    field: Field

    @property
    def section(self) -> str:
        """The first word of its name."""
        return self.name.partition(".")[0]

    @property
    def is_fixed(self) -> bool:
        """Whether the zoom of the page leaves it as it is: its width, and what files and contracts measure."""
        return self.name == "page.width" or self.section in ("output", "contract")


@dataclass(frozen=True)
class Leaves:
    """All leaves of a file."""

    base: dict[str, Leaf] = field(default_factory=dict)
    """By name, in the order of the file."""
    changes: dict[tuple[str, str], dict[str, Leaf]] = field(default_factory=dict)
    """What each mode changes: by axis and value, then by name."""
    told: set[str] = field(default_factory=set)
    """Names and sections with a fault of their own: whoever refers to them has none."""

    @cached_property
    def zooms(self) -> bool:
        """Whether the page is zoomed, in any mode: whether lengths are not what is written."""
        leaves = (leaves.get(ZOOM) for leaves in (self.base, *self.changes.values()))
        return any(leaf is not None and leaf.raw != 1 for leaf in leaves)

    @cached_property
    def names(self) -> LeafNames:
        """Their names, once all of them are read."""
        return LeafNames(self.base)

    def faulty(self, name: str) -> bool:
        """Whether a name or a table around it has been reported."""
        while name and name not in self.told:
            name = name.rpartition(".")[0]
        return bool(name)


def read_leaves(source: TokenSource, axes: Axes, faults: Faults) -> Leaves:
    """Take the tables apart; what does not belong into a token file is reported."""
    reader = _Reader(source, faults, Leaves())
    reader.format()
    for section, table in source.tables.items():
        if section not in RESERVED:
            reader.section(section, table)
    reader.needed()
    reader.modes(axes)
    return reader.leaves


@dataclass(frozen=True, slots=True)
class _Reader:
    source: TokenSource
    faults: Faults
    leaves: Leaves

    def tell(self, rule: str, message: str, path: tuple[str, ...], hint: str = "") -> None:
        self.leaves.told.add(".".join(path))
        self.faults.tell(rule, message, self.source.key_place(path), hint)

    def format(self) -> None:
        """The version of the format, where the file says one."""
        version = self.source.tables.get("format", FORMAT)
        if version != FORMAT or isinstance(version, bool):
            message = f"format is {excerpt(version)}; this version of layoutkit reads format {FORMAT}"
            newer = isinstance(version, int) and version > FORMAT
            hint = "install a newer layoutkit" if newer else f"write format = {FORMAT}, or leave it out"
            self.faults.tell("token-format", message, self.source.value_place(("format",)), hint)

    # -- the sections ---------------------------------------------------------------------------

    def section(self, section: str, table: object) -> None:
        if not isinstance(table, dict):
            self.tell("token-type", f"{section} stands outside any section", (section,),
                      "put it under a header such as [space]")  # fmt: skip
        elif section in SECTIONS:
            for name, raw in table.items():
                if self.named((section, name)):
                    self.leaf((section, name), raw, SECTIONS[section])
        elif section in FIELDS:
            self.records(section, table)
        elif section in FIXED:
            message = f"a component cannot be called {section!r}, which is the name of something else"
            near = difflib.get_close_matches(section, (*SECTIONS, *FIELDS), n=1)
            self.tell("unknown-key", message, (section,), f"did you mean [{near[0]}]?" if near else "")
        elif meant := _misspelt(section, table, self.source.tables.get("type")):
            hint = f"it is called [{meant}] now" if meant == current_table(section) else f"did you mean [{meant}]?"
            self.tell("unknown-section", f"there is no section [{section}]", (section,), hint)
            if meant not in self.source.tables:
                self.leaves.told.add(meant)  # so that whoever refers to it has no fault
        elif self.named((section,)):
            declared = registry.table(section)
            self.record((section,), table, BOX if declared is None else declared.fields, None)

    def records(self, section: str, table: Mapping[str, object]) -> None:
        for name, fields in table.items():
            if name not in NAMES.get(section, (name,)):
                hint = did_you_mean(name, NAMES[section])
                self.tell("unknown-key", f"{section} has no key {name!r}", (section, name), hint)
            elif not self.named((section, name)):
                continue
            elif section == SHADOW and fields == NONE:
                self.leaf((section, name), fields, Field(ValueKind.WORD, words=(NONE,)))
            elif section == SHADOW and is_layered(fields):
                for number, layer in fields.items():
                    self.record((section, name, number), layer, FIELDS[section], None)
            else:
                self.record((section, name), fields, _fields(section, fields), ENTRIES.get(section))

    def named(self, path: tuple[str, ...]) -> bool:
        """Whether a token or a table has a name that it may have."""
        *_, name = path
        pattern, expected = (_OUTPUT_NAME, _FOLDER) if path[0] == "output" else (_NAME, _ATTRIBUTE)
        if not pattern.fullmatch(name):
            what, hint = "is not a name", f"names are {expected}"
        elif name in TAKEN and path[0] != "output":
            what, hint = f"has a name that {'sections use' if name in ('get', 'items') else 'Python uses'}", "change it"
        else:
            return True
        self.tell("token-name", f"{'.'.join((*path[:-1], excerpt(name)))} {what}", path, hint)
        return False

    def needed(self) -> None:
        """The sections and the output that nothing can do without."""
        for name in NEEDED:
            if name not in self.source.tables and name not in self.leaves.told:
                self.tell("missing-token", f"the section [{name}] is missing", (name,))
        if self.source.tables.get("output") == {}:
            self.tell("missing-token", "no output is named", ("output",))

    def record(self, path: tuple[str, ...], table: object, fields: Mapping[str, Field], entry: Field | None) -> None:
        name = ".".join(path)
        if not isinstance(table, dict):
            self.leaves.told.add(name)
            message = f"{name} is not a table; expected keys such as {', '.join(list(fields)[:3])}"
            self.faults.tell("token-type", message, self.source.value_place(path))
            return
        hints: list[str] = []
        for key, raw in table.items():
            known = fields.get(key, entry)
            if known is None:
                hint = _key_hint(name, key, fields)
                hints.append(hint)
                self.tell("unknown-key", f"{name} has no key {key!r}", (*path, key), hint)
            else:
                self.leaf((*path, key), raw, known)
        for key, known in fields.items():
            if known.required and key not in table:
                self.leaves.told.add(f"{name}.{key}")
                if did_you_mean(key, [key]) in hints:  # misspelt, which has been told
                    continue
                message = f"{name} lacks {key!r} ({known.kind.value})"
                self.faults.tell("missing-token", message, self.source.key_place(path))

    def leaf(self, path: tuple[str, ...], raw: object, known: Field) -> None:
        name = ".".join(path)
        if isinstance(raw, dict) and known.kind is not ValueKind.MODES:
            self.table_for_value(self.source.said(path), known, path)
        else:
            self.leaves.base[name] = Leaf(path, name, raw, known)

    def table_for_value(self, name: str, known: Field, path: tuple[str, ...]) -> None:
        hint = f"write one value: {path[-1]} = …"
        self.tell("token-type", f"{name} is a table; expected {known.kind.value}", path, hint)

    # -- the modes ------------------------------------------------------------------------------

    def modes(self, axes: Axes) -> None:
        """What the tables below ``[mode]`` change."""
        if "mode" not in self.source.tables:
            return
        for axis, values in self.tables(("mode",), self.source.tables["mode"]):
            if axis not in axes.values:
                listed = self.source.tables.get("modes", {})
                if not isinstance(listed, dict) or axis not in listed:  # else the axis itself has been reported
                    hint = did_you_mean(axis, axes.values) or f'list it: [modes] {axis} = ["…", "…"]'
                    self.tell("unknown-mode", f"[modes] has no axis {axis!r}", ("mode", axis), hint)
                continue
            first, *others = axes.values[axis]
            for value, sections in self.tables(("mode", axis), values):
                path = ("mode", axis, value)
                if value == first:
                    message = f"{value} is the first value of {axis}: its tokens are those outside [mode]"
                    turned = isinstance(values, dict) and values.keys() == {first}  # the list, to change the default
                    hint = default_hint(axis, (*others, first), first) if turned else "write them there"
                    self.tell("unknown-mode", message, path, hint)
                elif value not in others:
                    self.tell("unknown-mode", f"modes.{axis} has no {value!r}", path, did_you_mean(value, others))
                else:
                    self.changes(path, sections)

    def tables(self, path: tuple[str, ...], table: object) -> Iterator[tuple[str, object]]:
        """The entries of a table, all of which are to be tables."""
        if not isinstance(table, dict):
            self.tell(
                "token-type", f"{'.'.join(path)} is not a table", path, "write headers such as [mode.theme.dark.color]"
            )
            return
        for key, inner in table.items():
            if isinstance(inner, dict):
                yield key, inner
            else:
                self.tell("token-type", f"{'.'.join((*path, key))} is not a table", (*path, key),
                          "write headers such as [mode.theme.dark.color]")  # fmt: skip

    def changes(self, mode: tuple[str, ...], sections: object) -> None:
        """The tokens that one mode changes: each of them exists without it."""
        changed = self.leaves.changes.setdefault((mode[1], mode[2]), {})
        tables = {name.rpartition(".")[0] for name in self.leaves.base}
        tables |= {name.rpartition(".")[0] for name in tables}  # of shadows with layers
        known = {section for section in self.source.tables if section not in RESERVED and section != "output"}
        near = NearNames(known)
        for section, table in self.tables(mode, sections):
            if section in known:
                changed.update((leaf.name, leaf) for leaf in self.changed(mode, (section,), table, tables))
            elif section == "output":
                self.tell("unknown-key", "a mode cannot change an output", (*mode, section),
                          'an output may name its modes instead: mode = { medium = "print" }')  # fmt: skip
            else:
                hint = _near_or(near, section, f"take it out, or add [{section}] outside [mode]")
                self.tell("unknown-token", f"a mode changes [{section}], which does not exist", (*mode, section), hint)

    def changed(
        self, mode: tuple[str, ...], path: tuple[str, ...], table: object, tables: Container[str]
    ) -> Iterator[Leaf]:
        """The leaves of a mode below a path; ``tables`` are the names of what has leaves."""
        within = ".".join(path)
        for key, raw in table.items() if isinstance(table, dict) else ():
            name, place = f"{within}.{key}", (*mode, *path, key)
            if name in self.leaves.base:
                known = self.leaves.base[name].field
                if isinstance(raw, dict):
                    self.table_for_value(name, known, place)
                else:
                    yield Leaf(place, name, raw, known)
            elif self.leaves.faulty(name):
                continue
            elif name not in tables:
                hint = _near_or(self.leaves.names.keys(within), key, f"take it out, or add {key} to [{within}]")
                if path[0] == SHADOW and len(path) > 1:
                    hint = f"say the same number of layers as outside [mode]: {path[1]} = {self.layers(path)}"
                self.tell("unknown-token", f"a mode changes {name}, which does not exist", place, hint)
            elif isinstance(raw, dict):
                yield from self.changed(mode, (*path, key), raw, tables)
            else:
                self.tell("token-type", f"{name} is not a table; expected keys such as size = 16", place)

    def layers(self, path: tuple[str, ...]) -> str:
        """How the layers of a shadow are written."""
        count = sum(one.startswith("[") for one in self.leaves.names.keys(".".join(path[:2])).names)
        return f"[{', '.join(['{ … }'] * count)}]" if count else "{ … }"


def _fields(section: str, table: object) -> dict[str, Field]:
    """The keys of a table of a section."""
    if section != "output":
        return FIELDS[section]
    return formats.fields(table.get("format") if isinstance(table, dict) else None)


def _misspelt(section: str, table: Mapping[str, object], types: object) -> str:
    """The section that a table was meant to be: by its former name, or as most of its keys are none of a component.

    A table that is called as a type role, and has its keys, is that.

    Empty where it is a table of its own.
    """
    if registry.table(section) is not None:
        return ""
    current = current_table(section)
    if registry.table(current) is not None:
        return current
    strange = sum(key not in BOX for key in table)
    if strange and isinstance(types, dict) and section in types and table.keys() <= FIELDS["type"].keys():
        return f"type.{section}"
    if 2 * strange <= len(table):
        return ""
    close = difflib.get_close_matches(section, (*SECTIONS, *FIELDS, *RESERVED), n=1)
    close += difflib.get_close_matches(section, registry.tables, n=1, cutoff=_NEAR)
    return next(iter(close), "")


def _near_or(known: NearNames, name: str, otherwise: str) -> str:
    """A hint that offers the name meant, or else says what to do."""
    return otherwise if known.nearest(name) is None else did_you_mean(name, known)


def _key_hint(table: str, key: str, fields: Mapping[str, Field]) -> str:
    """What to do about a key that a table does not have."""
    current = current_key(table.partition(".")[0], key)
    if current.partition(",")[0] in fields:
        return f"it is called {current} now"
    others = formats.having(key) if table.startswith("output.") else []
    if others:
        return f"{key} is for the format {' or '.join(others)}"
    if key in _ALIGN and "align" not in fields:
        return "texts are aligned by their type roles: [type] title = { align = … }"
    hint = near_key(key, fields)
    if fields is BOX and not hint.startswith("did you mean"):
        return f'a component declares keys of its own: @component(TokenTable("{table}", {{"{key}": …}}))'
    return hint
