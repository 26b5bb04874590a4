"""From values to the theme: sections of single tokens, and records such as type roles and shadows."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from layoutkit.color import Color
from layoutkit.tokens.contracts import Contract, ill_formed
from layoutkit.tokens.faults import excerpt
from layoutkit.tokens.formats import formats
from layoutkit.tokens.layers import NONE, SHADOW, is_layered
from layoutkit.tokens.leaves import ZOOM
from layoutkit.tokens.schema import FIELDS, RESERVED, SECTIONS, ValueKind
from layoutkit.tokens.section import AnySection
from layoutkit.tokens.series import SeriesTokens
from layoutkit.tokens.tables import registry
from layoutkit.tokens.theme import Theme
from layoutkit.tokens.values import (
    FontFileTokens,
    FontTokens,
    Length,
    MarkTokens,
    OutputTokens,
    ShadowTokens,
    TypeTokens,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from layoutkit.origin import Location
    from layoutkit.tokens.evaluate import Evaluation
    from layoutkit.tokens.modes import Selection

    Maker = Callable[[Evaluation, str, Mapping[str, Any]], Any]

__all__ = ["assemble"]

_MAX_WEIGHT = 1000


def assemble(
    evaluation: Evaluation,
    selection: Selection,
    parent: Theme | None = None,
    series: SeriesTokens | None = None,
) -> Theme:
    """The theme of an evaluation, of use where no fault was told.

    What the evaluation leaves alone is shared with ``parent``, the theme of the one that it was derived from.
    """
    if parent is None:
        names = [
            name
            for name in dict.fromkeys((*SECTIONS, *FIELDS, *evaluation.source.tables))
            if name not in RESERVED and name != "palette"
        ]
        sections = {name: _section(evaluation, name, None, set()) for name in names}
        components = {name: tokens for name, tokens in sections.items() if name not in SECTIONS and name not in FIELDS}
        return Theme(evaluation.source, evaluation, selection, sections, components, series or SeriesTokens())
    stale: dict[str, set[str]] = {}
    for name in evaluation.stale:
        section, _, rest = name.partition(".")
        stale.setdefault(section, set()).add(rest.partition(".")[0])
    anew = {
        name: _section(evaluation, name, parent.tables[name], tokens)
        for name, tokens in stale.items()
        if name != "palette"
    }
    components = {**parent.components, **{name: anew[name] for name in parent.components.keys() & anew}}
    return Theme(evaluation.source, evaluation, selection, {**parent.tables, **anew}, components, parent.series)


def _section(evaluation: Evaluation, section: str, parent: AnySection[Any] | None, stale: set[str]) -> AnySection[Any]:
    """The tokens of a section; those that are not ``stale`` are the parent's where there is one."""
    table, values = evaluation.source.tables.get(section, {}), evaluation.values
    if not isinstance(table, dict):
        return AnySection(section, {})
    made = dict(parent.items()) if parent else {}
    anew = table.keys() & stale if parent else table
    if section not in FIELDS:
        made.update((key, values.get(f"{section}.{key}")) for key in anew)
        if section not in SECTIONS and (parent is None or ZOOM in evaluation.stale):
            made = {**_defaults(section, evaluation.values.get(ZOOM) or 1.0), **{key: made[key] for key in table}}
        return AnySection(section, made)
    needed = {key for key, field in FIELDS[section].items() if field.required}
    usual = {key: field.default for key, field in FIELDS[section].items() if field.default is not None}
    for name in anew:
        fields = table[name]
        if section == SHADOW and (fields == NONE or is_layered(fields)):
            made |= _layered(evaluation, name, fields)
            continue
        its = {key: values.get(f"{section}.{name}.{key}") for key in fields} if isinstance(fields, dict) else {}
        if None not in its.values() and its.keys() >= needed:  # else it has a fault already
            made[name] = _MAKERS[section](evaluation, name, {**usual, **its})
    return AnySection(section, made)


def _defaults(section: str, zoom: float) -> dict[str, Any]:
    """What the keys of a component's table are where the file leaves them out."""
    declared = registry.table(section)
    if declared is None:
        return {}
    return {
        key: Length(zoom * float(value), f"{section}.{key}") if declared.keys[key].kind is ValueKind.LENGTH else value
        for key, value in declared.defaults.items()
    }


def _shadow(_evaluation: Evaluation, _name: str, fields: Mapping[str, Any]) -> ShadowTokens:
    return ShadowTokens(fields["offset_x"], fields["offset_y"], fields["blur"], fields["color"], fields["spread"])


def _layered(evaluation: Evaluation, name: str, layers: object) -> dict[str, ShadowTokens]:
    """A shadow of several layers, or none; nothing where one of them has a fault."""
    found = []
    for number, fields in layers.items() if is_layered(layers) else ():
        if not isinstance(fields, dict):
            return {}
        its = {key: evaluation.values.get(f"{SHADOW}.{name}.{number}.{key}") for key in fields}
        known = {key: field.default for key, field in FIELDS[SHADOW].items() if field.default is not None} | its
        if None in its.values() or not known.keys() >= FIELDS[SHADOW].keys():
            return {}
        found.append(_shadow(evaluation, name, known))
    first, *below = found or [ShadowTokens(0.0, 0.0, 0.0, Color(0, 0, 0, 0))]
    return {name: replace(first, below=tuple(below))}


def _font(evaluation: Evaluation, name: str, fields: Mapping[str, Any]) -> FontTokens:
    files = []
    source, faults = evaluation.source, evaluation.faults
    for key, path in fields.items():
        if key in FIELDS["font"]:
            continue
        weight, _, style = key.partition("-")
        if not weight.isdigit() or not 1 <= int(weight) <= _MAX_WEIGHT or style not in ("", "italic"):
            faults.tell("unknown-key", f"font.{name} has no key {key!r}", source.key_place(("font", name, key)),
                        "files are keyed by weight: 400 or 400-italic")  # fmt: skip
            continue
        where = partial(source.value_place, evaluation.leaves[f"font.{name}.{key}"].path)
        if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises for names that no file can have
            hint = "paths are looked up from the folder of the token file"
            faults.tell("font-file", f"there is no font file {path}", where(), hint)
        files.append(FontFileTokens(int(weight), style == "italic", path, where))
    if not files:
        faults.tell("missing-token", f"font.{name} names no file", source.key_place(("font", name)),
                    'add a line such as 400 = "fonts/roboto-400.ttf"')  # fmt: skip
    features = _features(evaluation, f"font.{name}", fields)
    return FontTokens(name, tuple(files), fields.get("fallback", ()), features)


def _features(evaluation: Evaluation, token: str, fields: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    features = []
    for item, text in enumerate(fields.get("features", ())):
        tag, _, value = text.partition("=")
        if len(tag) != len("tnum") or not (value or "1").isdigit():
            place = evaluation.source.item_place(evaluation.leaves[f"{token}.features"].path, item)
            message = f"{token}.features has {excerpt(text)}; expected a tag such as 'tnum' or 'ss01=1'"
            evaluation.faults.tell("token-type", message, place)
            continue
        features.append((tag, int(value or 1)))
    return tuple(features)


def _mark(evaluation: Evaluation, name: str, fields: Mapping[str, Any]) -> MarkTokens:
    return MarkTokens(
        name=name,
        font=fields.get("font"),
        weight=int(fields["weight"]) if "weight" in fields else None,
        italic=fields["italic"],
        features=_features(evaluation, f"markup.{name}", fields),
        color=fields.get("color"),
        color_on_dark=fields.get("color_on_dark"),
    )


def _type(evaluation: Evaluation, name: str, fields: Mapping[str, Any]) -> TypeTokens:
    return TypeTokens(
        name=name,
        font=fields["font"],
        weight=int(fields["weight"]),
        italic=fields["italic"],
        size=fields["size"],
        line_height=fields["line_height"],
        letter_spacing=fields["letter_spacing"],
        text_transform=fields["text_transform"],
        features=_features(evaluation, f"type.{name}", fields),
        color=fields.get("color"),
        wrap=fields["wrap"],
        align=fields["align"],
        hyphenate=fields["hyphenate"],
    )


def _output(evaluation: Evaluation, name: str, fields: Mapping[str, Any]) -> OutputTokens:
    where = partial(evaluation.source.key_place, ("output", name))
    known = formats.get(fields["format"])
    misses = known.misses(fields) if known is not None else ""
    if misses:
        evaluation.faults.tell("missing-token", f"output.{name} {misses}", where())
    own = known.keys if known is not None else {}
    keys = {key: fields.get(key, field.default) for key, field in own.items()}
    return OutputTokens(name, fields["format"], keys, fields.get("display"), fields.get("mode", {}))


def _contract(evaluation: Evaluation, name: str, fields: Mapping[str, Any]) -> Contract:
    source = evaluation.source
    wrong = ill_formed(fields)
    if wrong:
        place = source.key_place(("contract", name))
        evaluation.faults.tell("missing-token", f"contract.{name} {wrong}", place)
    return Contract(name, partial(_part_of_contract, evaluation, name), **fields)


def _part_of_contract(evaluation: Evaluation, name: str, key: str, item: int | None = None) -> Location:
    """Where the value of a contract's key stands, or an item of it."""
    path = evaluation.leaves[f"contract.{name}.{key}"].path
    return evaluation.source.value_place(path) if item is None else evaluation.source.item_place(path, item)


_MAKERS: dict[str, Maker] = {
    "shadow": _shadow,
    "font": _font,
    "type": _type,
    "markup": _mark,
    "output": _output,
    "contract": _contract,
}
