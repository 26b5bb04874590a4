"""``extends``: a token file says only what differs from another one.

The tables of both are merged before anything is read from them, by these rules:

* tables merge key by key, at every depth; arrays and single values replace what they override;
* a font family that names files replaces those of the other (its ``fallback`` stays), since the weights of two designs
  do not mix; an output of another ``format`` replaces the other whole, and so do the modes that an output names;
* the values of an axis of ``[modes]`` replace those of the other, and must begin with the same one where they have it;
  the changes of a mode that is not listed any more are left out, and so are outputs that were made for it. An axis that
  is a list names no default; one that is a table may name a default alone. New axes come last;
* a shadow of layers is a list, which replaces; a shadow that gets another number of layers, or none, loses what the
  other file's modes change of it;
* ``false`` takes an inherited output, contract or axis away.

References are followed after that, so a token of the other file that refers to an overridden one follows it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.base import TOKENS as BASE
from layoutkit.diagnostics import Diagnostic, TokensError, did_you_mean
from layoutkit.looks import LOOKS
from layoutkit.tokens.axes import DEFAULT, VALUES, default_hint, values_of
from layoutkit.tokens.faults import excerpt
from layoutkit.tokens.layers import NONE, SHADOW, is_layered
from layoutkit.tokens.schema import FIELDS, FORMAT, RESERVED, SECTIONS
from layoutkit.tokens.source import read_source

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from layoutkit.tokens.faults import Faults
    from layoutkit.tokens.source import TokenSource

__all__ = ["BASE_NAME", "with_base"]

BASE_NAME = "layoutkit"
"""What a token file extends where it extends the base theme; a look is below it: ``layoutkit/editorial``."""
_REMOVABLE = ("output", "contract", "modes")
"""Sections from which ``false`` takes something away."""
_KEY = ("extends",)


def with_base(source: TokenSource, faults: Faults) -> TokenSource:
    """A token file with all that it inherits.

    Raises:
        LayoutkitError: what it extends cannot be used.
    """
    return _with_base(source, faults, [source.path])


def _with_base(source: TokenSource, faults: Faults, chain: list[Path]) -> TokenSource:
    faults.take(source.repeated)
    if "extends" not in source.tables:
        return source
    path = _path(source, source.tables["extends"])
    ring = next((at for at, one in enumerate(chain) if one.resolve() == path.resolve()), None)
    if ring is not None:
        names = " -> ".join(str(one) for one in (*chain[ring:], path))
        raise _unusable(source, "token-cycle", f"a token file extends itself: {names}", "take one of them out")
    base = _with_base(_read(source, path), faults, [*chain, path])
    return _Merger(source, base, faults).merged()


# -- the file -----------------------------------------------------------------------------------


def _unusable(source: TokenSource, rule: str, message: str, hint: str) -> TokensError:
    return TokensError(Diagnostic(rule, message, (source.value_place(_KEY),), hint))


def _path(source: TokenSource, named: object) -> Path:
    """The file that a token file says it extends.

    Raises:
        LayoutkitError: it says none.
    """
    rule, hint = "tokens-file", f'write "{BASE_NAME}" for the base theme, or a path from the folder of this file'
    if not isinstance(named, str) or not named.strip():
        message = f"extends is {excerpt(named)}; expected the name of a token file"
        raise _unusable(source, "token-type", message, hint)
    if named == BASE_NAME:
        return BASE
    if named.startswith(f"{BASE_NAME}/"):
        return _look(source, named)
    if "://" in named:
        message = f"extends is {excerpt(named)}, a web address, and token files are read from this machine only"
        raise _unusable(source, rule, message, "copy the file beside this one and write its name")
    path = source.path.parent / named
    try:
        if path.is_file():
            plain = Path(os.path.normpath(path))  # without "..", where no symbolic link makes that another file
            return plain if plain.is_file() and plain.samefile(path) else path
        if path.is_dir():
            what, inner = "is a folder", path / "tokens.toml"
            hint = f'write "{named.rstrip("/")}/{inner.name}"' if inner.is_file() else hint
        else:
            what = "is not an ordinary file" if path.exists() else "does not exist"
    except (OSError, ValueError) as cause:  # a name that no file can have, or a folder that may not be read
        what = f"cannot be read: {getattr(cause, 'strerror', None) or 'no file can have this name'}"
    if named.lower() == BASE_NAME:
        hint = f'write "{BASE_NAME}" for the base theme'
    raise _unusable(source, rule, f"extends names {excerpt(str(path))}, which {what}", hint)


def _look(source: TokenSource, named: str) -> Path:
    """The file of a look in the package.

    Raises:
        LayoutkitError: there is no look of that name.
    """
    known = {f"{BASE_NAME}/{name}": path for name, path in LOOKS.items()}
    if named not in known:
        message = f"extends is {excerpt(named)}; the looks in the package are {', '.join(LOOKS)}"
        raise _unusable(source, "tokens-file", message, did_you_mean(named, known))
    return known[named]


def _read(source: TokenSource, path: Path) -> TokenSource:
    """The token file that ``source`` extends, by itself.

    Raises:
        LayoutkitError: it cannot be read, is not a token file, or has a format that is not known.
    """
    try:
        base = read_source(path)
    except TokensError as cause:
        if all(found.places for found in cause.diagnostics):  # they say in which line it is not TOML
            hint, here = "correct it there, or let extends name another token file", source.value_place(_KEY)
            told = [replace(one, places=(*one.places, here), hint=one.hint or hint) for one in cause.diagnostics]
            raise TokensError(*told) from None
        first = cause.diagnostics[0]
        message = f"extends names a file that is of no use: {first.message}"
        raise _unusable(source, first.rule, message, "name a token file") from None
    if not base.tables.keys() & {*SECTIONS, *FIELDS, *RESERVED, "page"}:
        message = f"extends names {path}, which is not a token file: it has no [color], no [space], no [type]"
        raise _unusable(source, "tokens-file", message, "name a token file, such as ../tokens.toml")
    version = base.tables.get("format", FORMAT)
    if version != FORMAT or isinstance(version, bool):
        message = (
            f"extends names {path}, whose format is {excerpt(version)}; this version of layoutkit reads format {FORMAT}"
        )
        newer = isinstance(version, int) and version > FORMAT
        hint = "install a newer layoutkit" if newer else f"write format = {FORMAT} there, or leave it out"
        raise _unusable(source, "token-format", message, hint)
    return base


# -- merging ------------------------------------------------------------------------------------


class _Merger:
    """Puts the tables of a file over those of the one that it extends."""

    def __init__(self, source: TokenSource, base: TokenSource, faults: Faults) -> None:
        self.source = source
        self.base = base
        self.faults = faults

    def merged(self) -> TokenSource:
        own = dict(self.source.tables)
        below = {key: value for key, value in self.base.tables.items() if key not in ("format", "extends")}
        modes, inherited = own.get("modes"), below.get("modes")
        if isinstance(modes, dict) and isinstance(inherited, dict):
            own["modes"], lost = self._modes(modes, inherited)
            below = _without_modes(below, lost)
        below = _without_removed(below, own)
        below = _without_other_shadows(below, own)
        return replace(self.source, tables=self._tables((), own, below), base=self.base)

    def _modes(self, own: Mapping[str, object], below: Mapping[str, object]) -> tuple[dict[str, object], set[_Mode]]:
        """The axes of the file itself that can be used, and the modes that it does without."""
        kept: dict[str, object] = {}
        lost: set[_Mode] = set()
        for axis, said in own.items():
            values, old = values_of(said), values_of(below.get(axis))
            if isinstance(values, list) and values and isinstance(old, list) and values[0] in old[1:]:
                message = f"modes.{axis} begins with {values[0]!r}; the tokens of what this file extends are {old[0]!r}"
                names = [str(value) for value in (old[0], *(value for value in values if value != old[0]))]
                hint = default_hint(axis, names, str(values[0]))
                self.faults.tell("unknown-mode", message, self.source.value_place(("modes", axis)), hint)
                continue
            kept[axis] = said
            if isinstance(old, list) and (isinstance(values, list) or values is False):
                lost |= {(axis, value) for value in old if values is False or value not in values}
        return kept, lost

    def _tables(
        self, path: tuple[str, ...], own: Mapping[str, object], below: Mapping[str, object]
    ) -> dict[str, object]:
        """The tables of both, those of the other file first."""
        merged = dict(below)
        for key, value in own.items():
            here, old = (*path, key), below.get(key)
            if key not in below:
                merged[key] = value
            elif value is False and len(here) == len(("output", "web")) and here[0] in _REMOVABLE:
                del merged[key]
            elif here[0] == "modes" and len(here) == len(("modes", "theme")):
                merged[key] = self._axis(value, old)
            elif isinstance(value, dict) and isinstance(old, dict):
                merged[key] = self._table(here, value, old)
            elif here[:-1] == (SHADOW,) and NONE in (value, old):
                merged[key] = value
            elif isinstance(value, dict) or isinstance(old, dict):
                self._tell_kind(here, value, old)
            else:
                merged[key] = value
        return merged

    @staticmethod
    def _axis(own: object, below: object) -> object:
        """An axis: a list as it is, a table with what it leaves out, but for a default that is no value any more."""
        if not isinstance(own, dict):
            return own
        inherited = below if isinstance(below, dict) else {VALUES: below}
        merged = {**inherited, **own}
        values = merged.get(VALUES)
        if DEFAULT not in own and isinstance(values, list) and merged.get(DEFAULT) not in values:
            merged.pop(DEFAULT, None)
        return merged

    def _table(
        self, path: tuple[str, ...], own: Mapping[str, object], below: Mapping[str, object]
    ) -> dict[str, object]:
        match path:
            case ("output", _) if "format" in own and own["format"] != below.get("format"):
                return dict(own)
            case ("output", _, _):
                return dict(own)
            case (*_, "shadow", _) if is_layered(own) or is_layered(below):
                return dict(own)
            case ("font", _) if own.keys() - FIELDS["font"].keys():
                return {**{key: value for key, value in below.items() if key == "fallback"}, **own}
        return self._tables(path, own, below)

    def _tell_kind(self, path: tuple[str, ...], own: object, old: object) -> None:
        """A table where the other file has a value, or the other way round; what it has holds."""
        name, key = ".".join(path), path[-1]
        place = self.base.key_place(path)
        where = f"{place.path}, line {place.line}"
        if isinstance(old, dict):
            first = next(iter(old), "size")
            message = f"{name} is {excerpt(own)}; it overrides a table in {where}"
            hint = f"write [{name}] and below it the keys that differ, such as {first} = …"
        else:
            message = f"{name} is a table; it overrides a single value in {where}"
            hint = f"write one value, as there: {key} = {_written(old)}"
        self.faults.tell("token-type", message, self.source.key_place(path), hint)


def _written(value: object) -> str:
    """A value about as TOML writes it."""
    return f'"{value}"' if isinstance(value, str) else excerpt(value)


def _without_removed(below: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """The tables of a file without what its modes say of entries that the other file removes."""
    removed = {
        (section, name)
        for section in _REMOVABLE
        if isinstance(table := own.get(section), dict)
        for name, value in table.items()
        if value is False
    }
    changes = below.get("mode")
    if not removed or not isinstance(changes, dict):
        return dict(below)
    return {**below, "mode": _pruned(changes, removed, depth=2)}


def _pruned(table: Mapping[str, object], removed: set[tuple[str, str]], depth: int) -> dict[str, object]:
    """The tables of modes, each ``depth`` tables below, without some entries of their sections."""
    inner = {key: value for key, value in table.items() if isinstance(value, dict)}
    if depth:
        return {**table, **{key: _pruned(value, removed, depth - 1) for key, value in inner.items()}}
    left = {
        section: {name: value for name, value in entries.items() if (section, name) not in removed}
        for section, entries in inner.items()
    }
    return {**table, **left}


def _without_other_shadows(tables: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """The tables of a file without what its modes change of shadows that the other file has in another form."""
    ours, theirs = own.get(SHADOW), tables.get(SHADOW)
    if not isinstance(ours, dict) or not isinstance(theirs, dict):
        return dict(tables)
    other = {name for name in ours if name in theirs and _form(ours[name]) != _form(theirs[name])}
    modes = tables.get("mode")
    if not other or not isinstance(modes, dict):
        return dict(tables)
    return {**tables, "mode": {axis: _without_shadows(values, other) for axis, values in modes.items()}}


def _form(shadow: object) -> object:
    """What a mode has to be alike in: the number of layers."""
    return len(shadow) if is_layered(shadow) else type(shadow).__name__


def _without_shadows(values: object, names: Container[str]) -> object:
    if not isinstance(values, dict):
        return values
    kept = {}
    for value, sections in values.items():
        shadows = sections.get(SHADOW) if isinstance(sections, dict) else None
        if isinstance(shadows, dict):
            left = {name: shadow for name, shadow in shadows.items() if name not in names}
            sections = {**sections, SHADOW: left}  # noqa: PLW2901 - without some shadows
        kept[value] = sections
    return kept


_Mode = tuple[str, str]


def _without_modes(tables: Mapping[str, object], lost: set[_Mode]) -> dict[str, object]:
    """The tables of a file without what they say of some modes, each an axis and its value."""
    found = dict(tables)
    changes, outputs = found.get("mode"), found.get("output")
    if isinstance(changes, dict):
        left = {
            axis: {value: table for value, table in values.items() if (axis, value) not in lost}
            for axis, values in changes.items()
            if isinstance(values, dict)
        }
        found["mode"] = {axis: values for axis, values in left.items() if values}
    if isinstance(outputs, dict):
        kept = {name: _output_without(output, lost) for name, output in outputs.items()}
        found["output"] = {name: output for name, output in kept.items() if output is not None}
    return found


def _output_without(output: object, lost: set[_Mode]) -> object:
    """An output without modes that are lost; None where it is made for one of them."""
    if not isinstance(output, dict):
        return output
    kept = {}
    for key, value in output.items():
        if isinstance(value, dict) and any(pair in lost for pair in value.items()):
            if key == "mode":
                return None
            rest = {axis: mode for axis, mode in value.items() if (axis, mode) not in lost}
            if not rest:
                continue
            value = rest  # noqa: PLW2901 - the rest of it
        kept[key] = value
    return kept
