"""tokens.toml -> Theme: kinds are checked, references followed, all faults gathered.

A *leaf* is one value of the file. Each leaf has a full name (``card.padding``), a kind that its
section fixes, and a place for messages. Leaves are evaluated on demand, so references may point
forward, and the chain of leaves under evaluation shows cycles.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from layoutkit.diagnostics import Diagnostic, LayoutkitError, near_miss
from layoutkit.tokens.color_expression import evaluate_color
from layoutkit.tokens.contracts import DEMANDS, Contract, check_contracts, ill_formed
from layoutkit.tokens.expression import ExpressionError, apply_factor, parse_expression, parse_length
from layoutkit.tokens.schema import COMPONENT, ENTRIES, FIELDS, NAMES, SECTIONS, Field, Kind
from layoutkit.tokens.source import read_source
from layoutkit.tokens.theme import Section, Theme
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
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from layoutkit.origin import Place
    from layoutkit.tokens.color_expression import Span
    from layoutkit.tokens.expression import Expression
    from layoutkit.tokens.source import TokenSource

__all__ = ["load_theme"]

_NEEDED = ("color", "space", "font", "type", "page", "output")
_MAX_WEIGHT = 1000
_LONGEST_CHAIN = 100
"""References one after another; each takes a few frames of Python's stack."""
_COMPUTED = (Kind.LENGTH, Kind.NUMBER, Kind.WEIGHT)
"""Kinds whose values may be references; colours have a grammar of their own."""


def load_theme(path: Path) -> Theme:
    """Read a token file into a theme.

    Raises:
        LayoutkitError: with every fault of the file, in the order of its lines.
    """
    source = read_source(path)
    loader = _Loader(source)
    values = {leaf.name: loader.evaluate(leaf) for leaf in loader.leaves.values()}
    loader.check_needed()
    if not loader.faults:
        theme = _theme(loader, values)
    if not loader.faults:
        loader.faults += check_contracts(theme)
    if loader.faults:
        raise LayoutkitError(*sorted(loader.faults, key=lambda fault: (fault.places[0].line, fault.places[0].column)))
    return theme


@dataclass(frozen=True, slots=True)
class _Leaf:
    path: tuple[str, ...]
    raw: object
    field: Field

    @property
    def name(self) -> str:
        return ".".join(self.path)


class _Loader:
    def __init__(self, source: TokenSource) -> None:
        self.source = source
        self.faults: list[Diagnostic] = []
        self.values: dict[str, Any] = {}
        self.under_way: list[str] = []
        self.leaves = {leaf.name: leaf for leaf in self.walk()}

    # -- faults ---------------------------------------------------------------------------------

    def fault(self, rule: str, message: str, place: Place, hint: str = "") -> None:
        self.faults.append(Diagnostic(rule, message, (place,), hint))

    def value_fault(self, leaf: _Leaf, rule: str, message: str, hint: str = "", span: Span | None = None) -> None:
        """A fault of a leaf's value, or of the part of its text that ``span`` names."""
        place = self.source.value_place(leaf.path)
        if span and isinstance(leaf.raw, str):
            place = self.source.part_place(leaf.path, leaf.raw, span)
        self.fault(rule, message, place, hint)

    def check_needed(self) -> None:
        for name in _NEEDED:
            if name not in self.source.tables:
                self.fault("missing-token", f"the section [{name}] is missing", self.source.key_place(()))
        page, output = (self.source.tables.get(name) for name in ("page", "output"))
        if isinstance(page, dict) and "width" not in page:
            self.fault("missing-token", "page lacks 'width' (a length)", self.source.key_place(("page",)))
        if output == {}:
            self.fault("missing-token", "no output is named", self.source.key_place(("output",)))

    # -- from tables to leaves ------------------------------------------------------------------

    def walk(self) -> Iterator[_Leaf]:
        for section, table in self.source.tables.items():
            if not isinstance(table, dict):
                self.fault(
                    "token-type", f"{section} stands outside any section", self.source.key_place((section,)),
                    "put it under a header such as [space]",
                )  # fmt: skip
            elif section in SECTIONS:
                yield from self.singles(section, table)
            elif section in FIELDS:
                for name, fields in table.items():
                    if name not in NAMES.get(section, (name,)):
                        place = self.source.key_place((section, name))
                        hint = near_miss(name, NAMES[section])
                        self.fault("unknown-key", f"{section} has no key {name!r}", place, hint)
                        continue
                    yield from self.record((section, name), fields, FIELDS[section], ENTRIES.get(section))
            else:
                yield from self.record((section,), table, COMPONENT, None)

    def singles(self, section: str, table: Mapping[str, object]) -> Iterator[_Leaf]:
        for name, raw in table.items():
            if isinstance(raw, dict):
                place = self.source.key_place((section, name))
                self.fault("token-type", f"{section}.{name} is a table; expected {SECTIONS[section].kind.value}", place)
            else:
                yield _Leaf((section, name), raw, SECTIONS[section])

    def record(
        self, path: tuple[str, ...], table: object, fields: Mapping[str, Field], entry: Field | None
    ) -> Iterator[_Leaf]:
        name = ".".join(path)
        if not isinstance(table, dict):
            self.fault("token-type", f"{name} is no table; expected keys such as {', '.join(list(fields)[:3])}",
                       self.source.value_place(path))  # fmt: skip
            return
        for key, raw in table.items():
            field = fields.get(key, entry)
            if field is None:
                place = self.source.key_place((*path, key))
                self.fault("unknown-key", f"{name} has no key {key!r}", place, near_miss(key, fields))
            elif isinstance(raw, dict):
                place = self.source.key_place((*path, key))
                self.fault("token-type", f"{name}.{key} is a table; expected {field.kind.value}", place)
            else:
                yield _Leaf((*path, key), raw, field)
        for key, field in fields.items():
            if field.required and key not in table:
                self.fault("missing-token", f"{name} lacks {key!r} ({field.kind.value})", self.source.key_place(path))

    # -- from leaves to values ------------------------------------------------------------------

    def evaluate(self, leaf: _Leaf) -> Any:  # noqa: ANN401 - the kind of the leaf decides
        """The value of a leaf; None where it is faulty (the fault is recorded once)."""
        if leaf.name not in self.values:
            self.under_way.append(leaf.name)
            try:
                self.values[leaf.name] = self.compute(leaf)
            except ExpressionError as expected:
                shown = f"{leaf.raw!r:.60}" if isinstance(leaf.raw, str) else f"{leaf.raw!s:.60}".lower()
                message = f"{leaf.name} is {shown}; expected {expected}"
                self.value_fault(leaf, "token-type", message, expected.hint, expected.span)
                self.values[leaf.name] = None
            finally:
                self.under_way.pop()
        return self.values[leaf.name]

    def compute(self, leaf: _Leaf) -> Any:  # noqa: ANN401 - the kind of the leaf decides
        if leaf.field.kind is Kind.COLOR:
            color = evaluate_color(leaf.raw, lambda token, span: self.follow(leaf, token, span))
            return None if color is None else replace(color, token=leaf.name)
        expression = parse_expression(leaf.raw) if isinstance(leaf.raw, str) and leaf.field.kind in _COMPUTED else None
        return self.literal(leaf) if expression is None else self.reference(leaf, expression)

    def reference(self, leaf: _Leaf, expression: Expression) -> Any:  # noqa: ANN401 - the kind of the leaf decides
        target = self.follow(leaf, expression.token)
        return None if target is None else self.bounded(leaf, apply_factor(target, expression))

    def literal(self, leaf: _Leaf) -> Any:  # noqa: ANN401 - the kind of the leaf decides, one line each
        kind = leaf.field.kind
        match kind:
            case Kind.LENGTH:
                return self.bounded(leaf, parse_length(leaf.raw))
            case Kind.NUMBER | Kind.WEIGHT:
                return self.bounded(leaf, _number(leaf.raw, kind))
            case Kind.NAMES:
                return self.names(leaf)
            case Kind.FILE:
                return self.source.path.parent / _instance(leaf.raw, str, kind)
            case Kind.BOOLEAN:
                return _instance(leaf.raw, bool, kind)
            case Kind.WORD:
                return self.word(leaf, _instance(leaf.raw, str, kind))

    def bounded(self, leaf: _Leaf, value: float) -> Length | float:
        least = leaf.field.least
        if leaf.field.kind is Kind.WEIGHT and not 1 <= value <= _MAX_WEIGHT:
            raise ExpressionError(leaf.field.kind.value)
        if not math.isfinite(value):
            raise ExpressionError(f"a finite number, not {value}")
        if least is not None and value < least:
            raise ExpressionError(
                f"{leaf.field.kind.value} of {'more than 0' if 0 < least < 1 else f'at least {least:g}'}"
            )
        return Length(value, leaf.name) if leaf.field.kind is Kind.LENGTH else value

    def follow(self, leaf: _Leaf, token: str, span: Span | None = None) -> Any:  # noqa: ANN401 - the kind of the leaf decides
        target = self.leaves.get(token)
        if target is None:
            self.value_fault(leaf, "unknown-token", f"{leaf.name} refers to {token!r}, which does not exist",
                             near_miss(token, self.leaves), span)  # fmt: skip
        elif token in self.under_way:
            ring = [*self.under_way[self.under_way.index(token) :], token]
            self.value_fault(leaf, "token-cycle", f"{leaf.name} refers to itself: {' -> '.join(ring)}", span=span)
        elif len(self.under_way) > _LONGEST_CHAIN:
            message = f"{leaf.name} is after {len(self.under_way)} references; at most {_LONGEST_CHAIN} are followed"
            self.value_fault(leaf, "too-deep", message, span=span)
        elif _family(target.field.kind) is not _family(leaf.field.kind):
            message = (
                f"{leaf.name} refers to {token}, which is {target.field.kind.value}; expected {leaf.field.kind.value}"
            )
            self.value_fault(leaf, "token-type", message, span=span)
        else:
            return self.evaluate(target)
        return None

    def word(self, leaf: _Leaf, word: str) -> str | None:
        known = leaf.field.words or self.entries(leaf.field.section)
        missing = leaf.field.section in _NEEDED and leaf.field.section not in self.source.tables
        if word in known or missing:  # a missing section is one fault, not one for each name
            return word
        what = "does not exist" if leaf.field.section else "is not known"
        self.value_fault(leaf, "unknown-token" if leaf.field.section else "token-type",
                         f"{leaf.name} is {word!r}, which {what}", near_miss(word, known))  # fmt: skip
        return None

    def names(self, leaf: _Leaf) -> tuple[str, ...]:
        items = _instance(leaf.raw, list, leaf.field.kind)
        if not all(isinstance(item, str) for item in items):
            raise ExpressionError(leaf.field.kind.value)
        if not leaf.field.section and not leaf.field.words:
            return tuple(items)
        return tuple(item for item in items if self.word(leaf, item) is not None)

    def entries(self, section: str) -> tuple[str, ...]:
        table = self.source.tables.get(section)
        return tuple(table) if isinstance(table, dict) else ()


def _family(kind: Kind) -> Kind:
    """Lengths and numbers may refer to one another; colours only to colours."""
    return Kind.NUMBER if kind in (Kind.LENGTH, Kind.WEIGHT) else kind


def _instance(raw: object, wanted: type, kind: Kind) -> Any:  # noqa: ANN401 - of the type wanted
    if not isinstance(raw, wanted):
        raise ExpressionError(kind.value)
    return raw


def _number(raw: object, kind: Kind) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise ExpressionError(kind.value)
    try:
        return float(raw)
    except OverflowError:
        return math.inf


# -- from values to the theme -------------------------------------------------------------------


def _theme(loader: _Loader, values: Mapping[str, Any]) -> Theme:
    tables = loader.source.tables

    def fields(section: str, name: str) -> dict[str, Any]:
        return {key: values[f"{section}.{name}.{key}"] for key in tables[section][name]}  # type: ignore[index]

    def singles(section: str) -> Section[Any]:
        return Section(section, {name: values[f"{section}.{name}"] for name in loader.entries(section)})

    def tokens(section: str, make: Any) -> Section[Any]:  # noqa: ANN401 - one of the makers below
        made = {name: make(loader, name, fields(section, name)) for name in loader.entries(section)}
        return Section(section, made)

    components = {
        section: Section(section, {key: values[f"{section}.{key}"] for key in table})  # type: ignore[attr-defined]
        for section, table in tables.items()
        if section not in SECTIONS and section not in FIELDS
    }
    return Theme(
        path=loader.source.path,
        color=singles("color"),
        space=singles("space"),
        radius=singles("radius"),
        stroke=singles("stroke"),
        shadow=tokens("shadow", _shadow),
        font=tokens("font", _font),
        type=tokens("type", _type),
        markup=tokens("markup", _mark),
        output=tokens("output", _output),
        contract=tokens("contract", _contract),
        components=components,
    )


def _shadow(_loader: _Loader, _name: str, fields: Mapping[str, Any]) -> ShadowTokens:
    return ShadowTokens(fields.get("x", 0.0), fields.get("y", 0.0), fields["sigma"], fields["color"])


def _font(loader: _Loader, name: str, fields: Mapping[str, Any]) -> FontTokens:
    files = []
    for key, path in fields.items():
        if key == "fallback":
            continue
        weight, _, style = key.partition("-")
        if not weight.isdigit() or not 1 <= int(weight) <= _MAX_WEIGHT or style not in ("", "italic"):
            loader.fault("unknown-key", f"font.{name} has no key {key!r}", loader.source.key_place(("font", name, key)),
                         "files are keyed by weight: 400 or 400-italic")  # fmt: skip
            continue
        place = loader.source.value_place(("font", name, key))
        if not path.is_file():
            hint = "paths are looked up from the folder of the token file"
            loader.fault("font-file", f"there is no font file {path}", place, hint)
        files.append(FontFileTokens(int(weight), style == "italic", path, place))
    if not files:
        loader.fault("missing-token", f"font.{name} names no file", loader.source.key_place(("font", name)),
                     'add a line such as 400 = "fonts/roboto-400.ttf"')  # fmt: skip
    return FontTokens(name, tuple(files), fields.get("fallback", ()))


def _features(loader: _Loader, path: tuple[str, str], fields: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    features = []
    for text in fields.get("features", ()):
        tag, _, value = text.partition("=")
        if len(tag) != len("tnum") or not (value or "1").isdigit():
            message = f"{'.'.join(path)}.features has {text!r}; expected a tag such as 'tnum' or 'ss01=1'"
            loader.fault("token-type", message, loader.source.value_place((*path, "features")))
            continue
        features.append((tag, int(value or 1)))
    return tuple(features)


def _mark(loader: _Loader, name: str, fields: Mapping[str, Any]) -> MarkTokens:
    return MarkTokens(
        name=name,
        font=fields.get("font"),
        weight=int(fields["weight"]) if "weight" in fields else None,
        italic=fields.get("italic", False),
        features=_features(loader, ("markup", name), fields),
        color=fields.get("color"),
        color_on_dark=fields.get("color_on_dark"),
    )


def _type(loader: _Loader, name: str, fields: Mapping[str, Any]) -> TypeTokens:
    return TypeTokens(
        name=name,
        font=fields["font"],
        weight=int(fields["weight"]),
        italic=fields.get("italic", False),
        size=fields["size"],
        line=fields["line"],
        spacing=fields.get("spacing", 0.0),
        case=fields.get("case", "none"),
        features=_features(loader, ("type", name), fields),
        color=fields.get("color"),
        wrap=fields.get("wrap", "pretty"),
        hyphenate=fields.get("hyphenate", False),
    )


def _output(loader: _Loader, name: str, fields: Mapping[str, Any]) -> OutputTokens:
    scale, width, dpi = fields.get("scale"), fields.get("width"), fields.get("dpi")
    if (scale is None) == (width is None) or (width is None) != (dpi is None):
        loader.fault("missing-token", f"output.{name} needs either 'scale', or 'width' with 'dpi'",
                     loader.source.key_place(("output", name)))  # fmt: skip
    return OutputTokens(name, fields["format"], scale, width, dpi)


def _contract(loader: _Loader, name: str, fields: Mapping[str, Any]) -> Contract:
    path = ("contract", name)
    wrong = ill_formed(fields)
    if wrong:
        loader.fault("missing-token", f"contract.{name} {wrong}", loader.source.key_place(path))
    demand = next((key for key in fields if key in DEMANDS), "")
    return Contract(name, loader.source.value_place((*path, demand)), **fields)
