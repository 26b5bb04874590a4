"""Colours as CSS variables, so that one file follows the reader's light or dark setting.

A colour with a token becomes a class, such as ``fill-color-ink``, whose rule reads the variable ``--color-ink``.
The light colour stands in a plain attribute beside it: programs without CSS variables show that, since the rules are
inside ``@supports``, which those programs leave out as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from layoutkit.output.svg_xml import number, slug

if TYPE_CHECKING:
    from layoutkit.color import Color

__all__ = ["Palette", "Tint"]

_OPACITY = {"fill": "fill-opacity", "stroke": "stroke-opacity", "stop-color": "stop-opacity"}
_DIGITS = 4
"""Decimals of an opacity."""


@dataclass(frozen=True, slots=True)
class Tint:
    """A colour and what it is where the reader prefers dark."""

    light: Color
    dark: Color


@dataclass(slots=True)
class Palette:
    """The colours of one file, in the order of their first use."""

    names: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """Names of variables by token, light and dark colour."""
    rules: dict[str, str] = field(default_factory=dict)
    """Declarations of classes."""

    def attributes(self, role: Literal["fill", "stroke", "stop-color"], tint: Tint) -> dict[str, str]:
        """What an element says to be painted so; the class, if there is one, comes first."""
        light = tint.light
        plain: dict[str, str] = {role: light.hex[:7]}
        if not light.opaque:
            plain[_OPACITY[role]] = number(light.alpha, _DIGITS)
        if not light.token and light == tint.dark:
            return plain
        name = self._name(tint)
        class_name = f"{role.partition('-')[0]}-{name}"
        opacity = "" if light.opaque else f"; {_OPACITY[role]}: 1"
        self.rules[class_name] = f"{role}: var(--{name}){opacity}"
        return {"class": class_name, **plain}

    def _name(self, tint: Tint) -> str:
        key = (tint.light.token, tint.light.hex, tint.dark.hex)
        if key not in self.names:
            base = slug(tint.light.token or tint.light.hex)
            if not tint.light.token:
                base = f"hex-{base}"
            taken = set(self.names.values())
            candidates = (base if i == 1 else f"{base}-{i}" for i in range(1, len(taken) + 2))
            self.names[key] = next(name for name in candidates if name not in taken)
        return self.names[key]

    def css(self, scope: str) -> list[str]:
        """Lines of the style sheet for the element that ``scope`` names and what is in it.

        Nothing else is styled: the file may be a part of a page that has others of its kind.
        """
        if not self.names:
            return []
        light = " ".join(f"--{name}: {value};" for (_, value, _), name in self.names.items())
        changed = [f"--{name}: {dark};" for (_, value, dark), name in self.names.items() if dark != value]
        lines = [f"{scope} {{ {light} }}"]
        if changed:
            lines.append(f"@media (prefers-color-scheme: dark) {{ {scope} {{ {' '.join(changed)} }} }}")
        rules = [f"{scope} .{name} {{ {rule} }}" for name, rule in self.rules.items()]
        return [*lines, f"@supports (fill: var(--{next(iter(self.names.values()))})) {{", *rules, "}"]
