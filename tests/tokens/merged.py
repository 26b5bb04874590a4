"""The series' token file and the base theme that it extends: as tables, as one file, and with other values."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layoutkit.tokens.faults import Faults
from layoutkit.tokens.inheritance import with_base
from layoutkit.tokens.source import TokenSource, read_source

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SERIES", "as_one_file", "merged", "overriding", "tables"]

SERIES = Path(__file__).parents[2] / "tokens.toml"


def merged() -> TokenSource:
    """The file with all that it inherits."""
    return with_base(read_source(SERIES), Faults())


def tables() -> dict[str, Any]:
    """Its tables, for the caller to change; the fonts are found from every folder."""
    source = merged()
    found: dict[str, Any] = deepcopy({key: value for key, value in source.tables.items() if key != "extends"})
    for name, family in found["font"].items():
        for key, file in family.items():
            if isinstance(file, str):
                family[key] = (source.holder(("font", name, key)).path.parent / file).as_posix()
    return found


def as_one_file(sections: Mapping[str, Any]) -> str:
    """Tables as a token file: a header for each section, a line for each key."""
    single = [f"{key} = {_toml(value)}\n" for key, value in sections.items() if not isinstance(value, dict)]
    below = [
        f"\n[{section}]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in values.items())
        for section, values in sections.items()
        if isinstance(values, dict)
    ]
    return "".join([*single, *below])


def overriding(values: Mapping[tuple[str, ...], str], *, contracts: bool = True) -> str:
    """A file that extends that of the series: other values, as TOML, by the paths of their keys; contracts or none."""
    sections: dict[tuple[str, ...], list[str]] = {}
    for path, value in values.items():
        sections.setdefault(path[:-1], []).append(f"{path[-1]} = {value}\n")
    if not contracts:
        promised = merged().tables["contract"]
        assert isinstance(promised, dict)
        sections["contract",] = [f"{name} = false\n" for name in promised]
    text = "".join(f"\n[{'.'.join(path)}]\n{''.join(lines)}" for path, lines in sections.items())
    return f'extends = "{SERIES.as_posix()}"\n{text}'


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_toml(inner)}' for key, inner in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
