"""From leaves to values: kinds are checked, references followed.

Leaves are evaluated on demand, so references may point forward, and the chain of leaves under
evaluation shows cycles; it may be of any length. A mode evaluates only what it changes and what
refers to that; the other values are those of the file without modes.
"""

from __future__ import annotations

import math
import os
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, assert_never

from layoutkit.diagnostics import did_you_mean
from layoutkit.former_names import current_word
from layoutkit.tokens.color_expression import evaluate_color
from layoutkit.tokens.expression import ExpressionError, apply_alpha, apply_factor, parse_expression, parse_length
from layoutkit.tokens.faults import excerpt
from layoutkit.tokens.image import PictureFile, evaluate_image
from layoutkit.tokens.leaves import NEEDED, ZOOM
from layoutkit.tokens.literals import instance, number, weight
from layoutkit.tokens.modes import written
from layoutkit.tokens.referring import COMPUTED, are_related, named_in, refers_to_itself, wrong_layer
from layoutkit.tokens.schema import MOST, ValueKind
from layoutkit.tokens.values import Length

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping

    from layoutkit.color import Color
    from layoutkit.near_names import NearNames
    from layoutkit.origin import Location
    from layoutkit.tokens.color_expression import Span
    from layoutkit.tokens.expression import Expression
    from layoutkit.tokens.faults import Faults
    from layoutkit.tokens.image import Image
    from layoutkit.tokens.leaves import Leaf, Leaves
    from layoutkit.tokens.modes import Axes, Selection
    from layoutkit.tokens.source import TokenSource

__all__ = ["Evaluation"]

_DEEP = 50
"""References one after another that Python's stack follows; each takes a few frames of it."""


class Evaluation:
    """The values of all leaves under one selection of modes."""

    def __init__(self, source: TokenSource, leaves: Leaves, axes: Axes, faults: Faults) -> None:
        self.source = source
        self.all = leaves
        self.axes = axes
        self.faults = faults
        self.leaves: Mapping[str, Leaf] = leaves.base
        self.overridden: Mapping[tuple[str, ...], Leaf] = {}
        """What the leaves of modes override, by the paths of those leaves."""
        self.values: dict[str, Any] = {}
        self.mode = ""
        self.stale: set[str] = set()
        """The tokens whose values may differ from those of the evaluation that this one was derived from."""
        self.changed: set[str] = set()
        """The tokens whose values may differ from those without modes."""
        self.references: dict[str, list[str]] = {}
        """The tokens and records that a token refers to: names by name."""
        self._under_way: dict[str, None] = {}
        """The chain of leaves that are being evaluated, each of which waits for the next."""
        self._sound: set[tuple[str, str]] = set()
        """References that are right: the name of a leaf and the one that it refers to."""

    def run(self) -> Evaluation:
        """Evaluate every leaf."""
        for leaf in self.leaves.values():
            self.evaluate(leaf)
        return self

    def under(self, selection: Selection, alone: Evaluation | None = None) -> Evaluation:
        """The evaluation of the same file under further modes; this one is that without the last of them.

        Args:
            selection: the modes.
            alone: the evaluation under the last of them and no other, whose values are taken where they are the same.
        """
        its = selection.changes()
        *_, last = its.items()
        changes = self.all.changes.get(last, {})
        other = Evaluation(self.source, self.all, self.axes, self.faults)
        other.mode = written(its)
        other.leaves = {**self.leaves, **changes}
        below = {leaf.path: self.leaves[name] for name, leaf in changes.items() if name in self.leaves}
        other.overridden = {**self.overridden, **below}
        same = alone is not None and self._is_apart(alone, changes)
        stale = alone.stale if alone is not None and same else self._dependents(changes)
        other.stale, other.changed = stale, self.changed | stale
        other.order, other._sound = self.order, self._sound
        other.values, other.references = self.values.copy(), self.references.copy()
        if alone is not None and same:
            other.values.update((name, alone.values[name]) for name in stale)
            other.references.update((name, alone.references[name]) for name in stale & alone.references.keys())
            return other
        for name in stale:
            del other.values[name]
            other.references.pop(name, None)
        for name in sorted(stale, key=self.order.__getitem__):
            other.evaluate(other.leaves[name])
        return other

    def _is_apart(self, alone: Evaluation, changes: Mapping[str, Leaf]) -> bool:
        """Whether what a mode changes without others is the same here.

        It is where the mode itself says what others change as well, and where neither refers to what only the other
        changes.
        """
        here, there = self.changed - alone.stale, alone.stale
        return (
            all(
                not refers_to_itself(changes[name]) if name in changes else self.leaves[name] is self.all.base[name]
                for name in self.changed & there
            )
            and all(there.isdisjoint(self.references.get(name, ())) for name in here)
            and all(here.isdisjoint(alone.references.get(name, ())) for name in there)
        )

    @cached_property
    def order(self) -> dict[str, int]:
        """Where each leaf stands in the file."""
        return {name: index for index, name in enumerate(self.leaves)}

    @cached_property
    def referrers(self) -> dict[str, set[str]]:
        """Who refers to a token or a record: names by name."""
        found: dict[str, set[str]] = {}
        for name, tokens in self.references.items():
            for token in tokens:
                found.setdefault(token, set()).add(name)
        return found

    def _dependents(self, names: Iterable[str]) -> set[str]:
        """Tokens, and all that refer to them over any number of references."""
        found: set[str] = set()
        ahead = list(names)
        while ahead:
            name = ahead.pop()
            if name not in found:
                found.add(name)
                ahead += self.referrers.get(name, ())
        return found

    # -- faults ---------------------------------------------------------------------------------

    def _tell(  # noqa: PLR0913 - the parts of a message
        self, leaf: Leaf, rule: str, message: str, hint: str = "", *, span: Span | None = None, same: Hashable = None
    ) -> None:
        """A fault of a leaf's value, or of the part of its text that ``span`` names."""
        place = self.source.value_place(leaf.path)
        if span and isinstance(leaf.raw, str):
            place = self.source.part_place(leaf.path, leaf.raw, span)
        self._tell_at(place, leaf, rule, message, hint, same)

    def _tell_at(  # noqa: PLR0913, PLR0917 - the parts of a message
        self, place: Location, leaf: Leaf, rule: str, message: str, hint: str = "", same: Hashable = None
    ) -> None:
        mode = "" if leaf.path[0] == "mode" else self.mode
        if leaf.path[0] == "tone":
            message = self.source.said(leaf.path) + message.removeprefix(leaf.name)
        self.faults.tell(rule, message, place, hint, mode=mode, same=same)

    # -- values ---------------------------------------------------------------------------------

    def evaluate(self, leaf: Leaf) -> Any:  # noqa: ANN401 - the kind of the leaf decides
        """The value of a leaf; None where it is faulty (the fault is reported once)."""
        if leaf.name not in self.values:
            self._under_way[leaf.name] = None
            if len(self._under_way) > _DEEP:
                self._evaluate_ahead(leaf.name)
            self._finish(leaf)
        return self.values[leaf.name]

    def _evaluate_ahead(self, name: str) -> None:
        """Evaluate all that the last leaf under way refers to, the end of each chain first."""
        chain = [name]
        while chain:
            raw = self.leaves[chain[-1]].raw
            tokens = named_in(raw)
            waiting = (t for t in tokens if t in self.leaves and t not in self.values and t not in self._under_way)
            ahead = next(waiting, None)
            if ahead is not None:
                self._under_way[ahead] = None
                chain.append(ahead)
                continue
            last = chain.pop()
            if chain:
                self._finish(self.leaves[last])

    def _finish(self, leaf: Leaf) -> None:
        """Compute the last leaf under way."""
        try:
            self.values[leaf.name] = self._compute(leaf)
        except ExpressionError as expected:
            message = f"{leaf.name} is {excerpt(leaf.raw)}; expected {expected}"
            self._tell(leaf, "token-type", message, expected.hint or self._was(leaf), span=expected.span)
            self.values[leaf.name] = None
        finally:
            del self._under_way[leaf.name]

    def _was(self, leaf: Leaf) -> str:
        """A hint that shows the value which a leaf overrides; empty where it overrides none."""
        found = self.source.overridden(leaf.path)
        return "" if found is None else f"it overrides {excerpt(found[0])} in {found[1].path}, line {found[1].line}"

    def _compute(self, leaf: Leaf) -> Any:  # noqa: ANN401 - the kind of the leaf decides
        raw, kind = leaf.raw, leaf.field.kind
        if isinstance(raw, str) and (kind is ValueKind.COLOR or kind in COMPUTED):
            expression = parse_expression(raw)
            if expression is not None:
                return self._reference(leaf, expression)
        return self._literal(leaf)

    def _reference(self, leaf: Leaf, expression: Expression) -> Color | Length | float | None:
        target = self._follow(leaf, expression.token)
        if target is None:
            return None
        if leaf.field.kind is ValueKind.COLOR:
            return apply_alpha(target, expression).named(leaf.name)
        return self._bounded(leaf, apply_factor(target, expression))

    def _literal(self, leaf: Leaf) -> Any:  # noqa: ANN401, PLR0911 - the kind of the leaf decides, one line each
        kind = leaf.field.kind
        match kind:
            case ValueKind.COLOR:
                color = evaluate_color(leaf.raw, partial(self._follow, leaf))
                return None if color is None else color.named(leaf.name)
            case ValueKind.LENGTH:
                return self._bounded(leaf, parse_length(leaf.raw) * self._zoom(leaf))
            case ValueKind.NUMBER | ValueKind.WEIGHT:
                return self._bounded(leaf, number(leaf.raw, kind))
            case ValueKind.NAMES:
                return self._names(leaf)
            case ValueKind.FILE:
                return self.source.holder(leaf.path).path.parent / instance(leaf.raw, str, kind)
            case ValueKind.IMAGE | ValueKind.PICTURE:
                return self._image(leaf)
            case ValueKind.BOOLEAN:
                return instance(leaf.raw, bool, kind)
            case ValueKind.MODES:
                return self._modes(leaf, instance(leaf.raw, dict, kind))
            case ValueKind.WORD:
                return self._word(leaf, instance(leaf.raw, str, kind))
            case _ as unknown:
                assert_never(unknown)

    def _image(self, leaf: Leaf) -> Image | None:
        if leaf.field.kind is ValueKind.PICTURE:
            name = instance(leaf.raw, str, leaf.field.kind)
            return "none" if name == "none" else self._picture(leaf, name)

        def color(stop: str) -> Color | None:
            return evaluate_color(stop, lambda token, _, kind: self._follow(leaf, token, expected=kind))

        return evaluate_image(leaf.raw, color, lambda name: self._picture(leaf, name))

    def _picture(self, leaf: Leaf, name: str) -> PictureFile:
        path = self.source.holder(leaf.path).path.parent / name
        if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises for names that no file can have
            hint = "paths are looked up from the folder of the token file"
            self._tell(leaf, "picture-file", f"there is no picture file {path}", hint)
        return PictureFile(path, partial(self.source.value_place, leaf.path))

    def _bounded(self, leaf: Leaf, value: float) -> Length | float:
        kind, least = leaf.field.kind, leaf.field.least
        if kind is ValueKind.WEIGHT:
            return weight(value)
        if not math.isfinite(value):
            raise ExpressionError("a finite number")
        if least is not None and value < least:
            raise ExpressionError(f"{kind.value} of {'more than 0' if 0 < least < 1 else f'at least {least:g}'}")
        if abs(value) > MOST:
            raise ExpressionError(f"{kind.value} of at {f'most {MOST:.0f}' if value > 0 else f'least {-MOST:.0f}'}")
        return Length(value, leaf.name) if kind is ValueKind.LENGTH else value

    # -- references -----------------------------------------------------------------------------

    def _follow(self, leaf: Leaf, token: str, span: Span | None = None, expected: ValueKind | None = None) -> Any:  # noqa: ANN401 - the kind decides
        wanted = expected or leaf.field.kind
        if token == leaf.name and leaf.path in self.overridden:
            return self._overridden(self.overridden[leaf.path])
        self.references.setdefault(leaf.name, []).append(token)
        if (leaf.name, token) in self._sound and token in self.values:
            return self.values[token]
        target = self.leaves.get(token)
        if target is None:
            if not self.all.faulty(token):
                self._tell_missing(leaf, token, span)
        elif token in self._under_way:
            self._tell_ring(leaf, token, span)
        elif not are_related(target.field.kind, wanted):
            message = f"{leaf.name} refers to {token}, which is {target.field.kind.value}; expected {wanted.value}"
            self._tell(leaf, "token-type", message, self._was(leaf), span=span)
        elif (hint := wrong_layer(leaf, target)) is not None:
            self._tell(
                leaf, "token-layer", f"{leaf.name} refers to {token}, which is in another layer", hint, span=span
            )
        else:
            self._sound.add((leaf.name, token))
            return self.evaluate(target)
        return None

    def _overridden(self, leaf: Leaf) -> Any:  # noqa: ANN401 - the kind of the leaf decides
        """The value that a leaf would have without the mode that overrides it; None where it is faulty."""
        try:
            return self._compute(leaf)
        except ExpressionError:  # it is reported where the leaf holds
            return None

    def _zoom(self, leaf: Leaf) -> float:
        """What a length is multiplied by."""
        if not self.all.zooms or leaf.is_fixed:
            return 1.0
        self.references.setdefault(leaf.name, []).append(ZOOM)
        if ZOOM in self._under_way:
            self._tell_ring(leaf, ZOOM, None)
            return 1.0
        return self.evaluate(self.leaves[ZOOM]) or 1.0

    def _tell_ring(self, leaf: Leaf, token: str, span: Span | None) -> None:
        """A reference that leads back to itself; a ring is one fault wherever it is entered."""
        chain = [*self._under_way]
        ring = [*chain[chain.index(token) :], token]
        message = f"{leaf.name} refers to itself: {' -> '.join(ring)}"
        self._tell(leaf, "token-cycle", message, span=span, same=frozenset(ring))

    def _tell_missing(self, leaf: Leaf, token: str, span: Span | None) -> None:
        """A reference to what is not a single token."""
        within = [self.leaves[name] for name in self.all.names.below(token)]
        if not within:
            message = f"{leaf.name} refers to {token!r}, which does not exist"
            self._tell(leaf, "unknown-token", message, did_you_mean(token, self.all.names.near), span=span)
            return
        fits = [other.name for other in within if other.field.kind is leaf.field.kind]
        what = "a table of several values" if "." in token else "a section of several tokens"
        hint = f'name one of them, such as "{{{fits[0]}}}"' if fits else ""
        message = f"{leaf.name} refers to {token}, which is {what}; expected {leaf.field.kind.value}"
        self._tell(leaf, "token-type", message, hint, span=span)

    def _word(self, leaf: Leaf, word: str, item: int | None = None) -> str | None:
        known = self._known(leaf)
        if leaf.field.section and word not in leaf.field.words:
            self.references.setdefault(leaf.name, []).append(f"{leaf.field.section}.{word}")
        missing = leaf.field.section in NEEDED and leaf.field.section not in self.source.tables
        if word in known or missing:  # a missing section is one fault, not one for each name
            return word
        what = "does not exist" if leaf.field.section else "is not known"
        verb = "is" if item is None else "has"
        place = self.source.value_place(leaf.path) if item is None else self.source.item_place(leaf.path, item)
        rule = "unknown-token" if leaf.field.section else "token-type"
        current = current_word(word)
        hint = f"it is called {current!r} now" if current in known else did_you_mean(word, self._near(leaf))
        self._tell_at(place, leaf, rule, f"{leaf.name} {verb} {excerpt(word)}, which {what}", hint)
        return None

    def _names(self, leaf: Leaf) -> tuple[str, ...]:
        items = instance(leaf.raw, list, leaf.field.kind)
        if not all(isinstance(item, str) for item in items):
            raise ExpressionError(leaf.field.kind.value)
        if not leaf.field.section and not leaf.field.words:
            return tuple(items)
        return tuple(word for item, word in enumerate(items) if self._word(leaf, word, item) is not None)

    def _modes(self, leaf: Leaf, modes: Mapping[str, object]) -> dict[str, str]:
        found: dict[str, str] = {}
        for axis, value in modes.items():
            known = self.axes.values.get(axis)
            if known is None:
                listed = self.source.tables.get("modes")
                if not isinstance(listed, dict) or axis not in listed:  # else the axis itself has been reported
                    place = self.source.key_place((*leaf.path, axis))
                    hint = did_you_mean(axis, self.axes.values)
                    self.faults.tell(
                        "unknown-mode", f"{leaf.name} names the axis {axis!r}, which does not exist", place, hint
                    )
            elif not isinstance(value, str) or value not in known:
                place = self.source.value_place((*leaf.path, axis))
                hint = did_you_mean(str(value), known)
                message = f"{leaf.name}.{axis} is {excerpt(value)}, which is not a mode"
                self.faults.tell("unknown-mode", message, place, hint)
            else:
                found[axis] = value
        return found

    def _known(self, leaf: Leaf) -> Collection[str]:
        """The words that a leaf may have."""
        table = self.source.tables.get(leaf.field.section)
        names, words = table if isinstance(table, dict) else (), leaf.field.words
        return (*words, *names) if words and names else words or names

    def _near(self, leaf: Leaf) -> NearNames | Collection[str]:
        """The same, prepared where there may be many."""
        section, words = leaf.field.section, leaf.field.words
        return self.all.names.keys(section, *words) if section else words
