"""Derived colours: what a tone's colours are where the file does not say.

``[tone]`` names the tones, each with one colour, the seed; ``[derive]`` has a formula for each colour that a tone
needs. In a formula ``{tone}`` stands for the seed, and ``{solid}``, ``{ink}`` … for the tone's other colours::

    [tone]
    brand = "#820AD1"

    [derive]
    ink = "legible({solid}, {contrast.text}, {color.page}, {tint})"

gives ``color.brand_ink``. What ``[color]`` says wins; where it says the tone's own colour, that is the seed,
unless it refers to the seed itself. The formulas hold in every mode, as the tokens that they refer to change.

A tone that refers to another, ``response = "{tone.positive}"``, has all its colours, those that ``[color]`` or a mode
says too, unless a mode changes the tone itself.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from layoutkit.diagnostics import did_you_mean
from layoutkit.tokens.faults import excerpt
from layoutkit.tokens.schema import TONE_COLORS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.tokens.faults import Faults
    from layoutkit.tokens.source import TokenSource

__all__ = ["color_name", "with_derived"]

_ANOTHER = re.compile(r"\s*\{\s*tone\.(\w+)\s*\}\s*")
"""A seed that refers to another tone."""
_BRACED = re.compile(r"\{\s*(\w+)\s*\}")
_SECTION = "derive"


def with_derived(source: TokenSource, faults: Faults) -> TokenSource:
    """The file with the colours that follow from its tones; what is wrong with its formulas is reported."""
    formulas, tones, colors = (source.tables.get(name) for name in (_SECTION, "tone", "color"))
    if formulas is not None and not isinstance(formulas, dict):
        place = source.key_place((_SECTION,))
        faults.tell("token-type", f"{_SECTION} is not a table", place, "write a header [derive] and formulas below it")
    if not isinstance(tones, dict) or not isinstance(formulas, dict):
        return source
    known = _known(source, formulas, faults)
    colors = dict(colors) if isinstance(colors, dict) else {}
    seeds, made, changed = dict(tones), dict[str, object](), _changed(source.tables.get("mode"))
    places: dict[tuple[str, ...], tuple[str, ...]] = {}
    for tone in tones:
        if tone in colors and "solid" in known and not re.search(rf"\{{\s*tone\.{tone}\s*\}}", str(colors[tone])):
            seeds[tone] = colors.pop(tone)
            places["tone", tone] = "color", tone
        other = "" if ("tone", tone) in changed or ("color", tone) in changed else _other(tone, seeds)
        for part, formula in known.items():
            name = color_name(part, tone)
            if name not in colors:
                made[name] = f"{{color.{color_name(part, other)}}}" if other else _filled_in(formula, tone)
                places["color", name] = places.get(("tone", tone), ("tone", tone)) if other else (_SECTION, part)
    tables = {**source.tables, "tone": seeds, "color": {**colors, **made}}
    return replace(source, tables=tables, written_at=places)


def _other(tone: str, tones: Mapping[str, object]) -> str:
    """The tone that a tone refers to; empty where its seed is a colour of its own, or leads back to itself."""
    chain = [tone]
    while (found := _ANOTHER.fullmatch(str(tones[chain[-1]]))) is not None and found[1] in tones:
        if found[1] in chain:
            return ""
        chain.append(found[1])
    return chain[1] if len(chain) > 1 else ""


def _changed(axes: object) -> set[tuple[str, str]]:
    """The section and name of each token that a mode changes."""
    tables = [axes]
    for _ in ("axis", "mode"):
        tables = [inner for table in tables if isinstance(table, dict) for inner in table.values()]
    sections = [pair for table in tables if isinstance(table, dict) for pair in table.items()]
    return {(section, name) for section, table in sections if isinstance(table, dict) for name in table}


def color_name(part: str, tone: str) -> str:
    """What a colour of a tone is called in ``[color]``."""
    return TONE_COLORS[part].replace("{tone}", tone)


def _known(source: TokenSource, formulas: Mapping[str, object], faults: Faults) -> dict[str, str]:
    """The formulas that can be used."""
    found: dict[str, str] = {}
    for part, formula in formulas.items():
        if part not in TONE_COLORS:
            place, hint = source.key_place((_SECTION, part)), did_you_mean(part, TONE_COLORS)
            faults.tell("unknown-key", f"{_SECTION} has no key {part!r}", place, hint)
        elif not isinstance(formula, str):
            message = f"{_SECTION}.{part} is {excerpt(formula)}; expected a formula of a colour"
            hint = 'such as "legible({tone}, {contrast.text}, {color.page})"'
            faults.tell("token-type", message, source.value_place((_SECTION, part)), hint)
        elif strange := [name for name in _BRACED.findall(formula) if name not in ("tone", *TONE_COLORS)]:
            message = f"{_SECTION}.{part} refers to {strange[0]!r}, which is not a colour of a tone"
            hint = did_you_mean(strange[0], ("tone", *TONE_COLORS))
            faults.tell("unknown-token", message, source.value_place((_SECTION, part)), hint)
        else:
            found[part] = formula
    return found


def _filled_in(formula: str, tone: str) -> str:
    """A formula with the names of one tone's colours."""

    def named(match: re.Match[str]) -> str:
        part = match[1]
        return f"{{tone.{tone}}}" if part == "tone" else f"{{color.{color_name(part, tone)}}}"

    return _BRACED.sub(named, formula)
