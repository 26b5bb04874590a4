"""``unused-token``: no figure of the series uses a token."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from layoutkit.check.rule import Topic
from layoutkit.check.shown_keys import FINER
from layoutkit.diagnostics import Diagnostic, Severity
from layoutkit.tokens.schema import BOX, FIELDS, RESERVED, SECTIONS, TONE_COLORS, ValueKind
from layoutkit.tokens.tables import TONE, registry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from layoutkit.tokens import Themes
    from layoutkit.tokens.schema import Field
    from layoutkit.tokens.section import AnySection

__all__ = ["TOPIC", "misspelt_components", "misspelt_tones", "unused_keys", "unused_tokens"]

_NO_TOKENS = (*RESERVED, "output", "contract", "page", "markup")
"""Sections that do not wait for a figure to use them."""
_NEAR = 0.75
"""How much two names have in common that are one misspelt: ``cadr`` and ``card``."""


def unused_tokens(themes: Themes, read: Collection[str]) -> Iterator[Diagnostic]:
    """The tokens and components that neither figures nor other used tokens use, in the order of the file.

    What declared components read is used: the token file offers it to the next figure. So does the file that it
    extends with all it has; the rule reports only what the token file says itself.

    Args:
        themes: the token file in all its modes.
        read: the tokens that the figures have read, such as ``space.m`` or ``card.padding``.
    """
    units = list(dict.fromkeys(map(_unit, themes.evaluation({}).leaves)))
    refers = _references(themes)
    used = _with_all_they_refer_to(refers, map(_unit, read))
    used = _with_all_they_refer_to(refers, used | registry.reads(themes.default.tones))
    tones = [unit.removeprefix("tone.") for unit in units if unit.startswith("tone.")]
    used |= {f"tone.{tone}" for tone in tones if any(f"color.{name}" in used for name in _colors_of(tone))}
    for unit in units:
        section, _, name = unit.partition(".")
        if section == "color" and ("color", name) in themes.source.written_at:
            continue  # nobody wrote it: it follows from a tone
        own = not themes.source.is_inherited(tuple(unit.split(".")))
        if unit not in used and section not in _NO_TOKENS and own:
            what = f"the token {unit}" if name else f"the component {section}"
            place = themes.source.key_place(tuple(unit.split(".")))
            message = f"no figure and no other used token uses {what}"
            hint = _meant(unit) or f"take it out{_in_modes(themes, unit)}, or --allow unused-token"
            yield Diagnostic(TOPIC.id, message, (place,), hint, Severity.WARNING)


def unused_keys(themes: Themes, read: Collection[str]) -> Iterator[Diagnostic]:
    """The keys of boxes that a token file overrides in another one, and that no box of a figure shows the value of.

    Only tables that figures use are looked at: the others wait for the next figure.

    Args:
        themes: the token file in all its modes.
        read: the tokens that the figures have read, and the keys that they show (``shown_keys``).
    """
    source, evaluation = themes.source, themes.evaluation({})
    used = {name.partition(".")[0] for name in read}
    for name, leaf in evaluation.leaves.items():
        table, _, key = name.partition(".")
        own = source.base is not None and not source.is_inherited(leaf.path)
        if not own or table not in used or name in read or name in evaluation.referrers:
            continue
        lacks = _lacking(themes, table, leaf.field)
        if key in BOX or lacks:
            message, hint = f"{name} shows in no figure", lacks or _why_unseen(themes.default.components[table], key)
            yield Diagnostic(TOPIC.id, message, (source.key_place(leaf.path),), hint, Severity.WARNING)


def _lacking(themes: Themes, table: str, field: Field) -> str:
    """The key that another one needs, where no mode has it; empty where some has."""
    if not field.needs or any(theme.components[table].get(field.needs) not in (None, "none") for theme in themes):
        return ""
    needed = BOX[field.needs] if field.needs in BOX else registry.tables[table].keys[field.needs]
    shown = "{color.line}" if needed.kind is ValueKind.COLOR else needed.words[-1] if needed.words else "…"
    return f'it needs {field.needs} as well: {field.needs} = "{shown}"'


def _why_unseen(table: AnySection[Any], key: str) -> str:
    """What to do about a key that decides nothing."""
    finer = [other for other in FINER.get(key, ()) if other in table]
    if finer and len(finer) == len(FINER[key]):
        return f"{' and '.join(finer)} override it; change those"
    if key in ("gap", "row_gap", "column_gap"):
        return "no box of it has two children; take it out, or --allow unused-token"
    return "a tone or a keyword overrides it in every box; take it out, or --allow unused-token"


def misspelt_components(themes: Themes) -> Iterator[Diagnostic]:
    """The tables that no component reads, with names near those of a declared one, in the order of the file."""
    for name in themes.default.components:
        hint = "" if registry.table(name) else _meant(name)
        if hint:
            message = f"no component reads the table [{name}]"
            yield Diagnostic(TOPIC.id, message, (themes.source.key_place((name,)),), hint, Severity.WARNING)


def misspelt_tones(themes: Themes, read: Collection[str] = ()) -> Iterator[Diagnostic]:
    """The tones of the token file itself that no figure uses, and whose names are near that of an inherited one."""
    tones = themes.source.tables.get("tone")
    names = list(tones) if isinstance(tones, dict) else []
    inherited = [name for name in names if themes.source.is_inherited(("tone", name))]
    shown = {name.partition(".")[2] for name in read if name.startswith("color.")}
    for name in names:
        near = difflib.get_close_matches(name, inherited, n=1, cutoff=_NEAR)
        if near and name not in inherited and not _colors_of(name) & shown:
            message = f"no figure uses the tone {name!r}, which is almost called as the inherited {near[0]!r}"
            place = themes.source.key_place(("tone", name))
            yield Diagnostic(TOPIC.id, message, (place,), f"did you mean {near[0]!r}?", Severity.WARNING)


def _colors_of(tone: str) -> set[str]:
    """The names of the colours of a tone in ``[color]``."""
    return {part.replace(TONE, tone) for part in TONE_COLORS.values()}


def _meant(unit: str) -> str:
    """A hint that names the component which was meant; empty where the name is near none."""
    names = sorted(name for name in registry.tables if TONE not in name)
    close = difflib.get_close_matches(unit, names, n=1, cutoff=_NEAR)
    return f"did you mean [{close[0]}]?" if close else ""


def _in_modes(themes: Themes, unit: str) -> str:
    """Where modes change a token, as they have to go with it; empty where none does."""
    source = themes.source
    paths = (
        leaf.path
        for changed in themes.evaluation({}).all.changes.values()
        for name, leaf in changed.items()
        if _unit(name) == unit and not source.is_inherited(leaf.path)
    )
    lines = sorted({source.key_place(path).line for path in paths})
    many = "s" if len(lines) > 1 else ""
    return f" with what modes change of it (line{many} {', '.join(map(str, lines))})" if lines else ""


def _unit(token: str) -> str:
    """What is used or unused as a whole: a single token, a type role, a component."""
    parts = token.split(".")
    return ".".join(parts[:2]) if parts[0] in SECTIONS or parts[0] in FIELDS else parts[0]


def _references(themes: Themes) -> dict[str, set[str]]:
    """What each unit refers to, in any mode."""
    refers: dict[str, set[str]] = {}
    for theme in themes:
        for target, users in themes.evaluation(theme.selection.values).referrers.items():
            for user in users:
                refers.setdefault(_unit(user), set()).add(_unit(target))
    return refers


def _with_all_they_refer_to(refers: Mapping[str, set[str]], units: Iterable[str]) -> set[str]:
    """Units, and all that they refer to over any number of references."""
    found: set[str] = set()
    ahead = list(units)
    while ahead:
        unit = ahead.pop()
        if unit not in found:
            found.add(unit)
            ahead += refers.get(unit, ())
    return found


TOPIC = Topic(
    id="unused-token",
    severity=Severity.WARNING,
    summary="no figure of the series uses a token",
    why=(
        "An unused token looks as if it decided something: authors read it, change it and keep it in step with the "
        "others, and no figure changes. `layoutkit check` records which tokens the figures of whole folders read, in "
        "every mode, and which other tokens those refer to. Tokens that a component declares count as used. Where a "
        "token file extends another one, the rule also reports a key of a used component that no figure shows, such as "
        "the background of pills that all have a tone, or the width of a border without a colour. With `--only` or a "
        "single script nothing is reported, as part of a folder does not show what the series uses."
    ),
    bad="""\
[space]
gutter = 20
""",
    good="""\
[space]
m = 16

[card]
padding = "{space.m}"
""",
)
