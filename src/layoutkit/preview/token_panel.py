"""The tokens that matter first as the page's controls need them, the contracts that they break, and their limits."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.diagnostics import error
from layoutkit.preview.messages import place
from layoutkit.preview.token_draft import raw_at
from layoutkit.tokens.contracts import broken
from layoutkit.tokens.essentials import by_decision
from layoutkit.tokens.listing import listing
from layoutkit.tokens.schema import ValueKind
from layoutkit.tokens.trial import PAGE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from layoutkit.preview.frames import Message
    from layoutkit.tokens import Themes
    from layoutkit.tokens.leaves import Leaf
    from layoutkit.tokens.listing import Listed
    from layoutkit.tokens.mode_looks import Look
    from layoutkit.tokens.trial import Trial

__all__ = ["limits", "panel"]

_FONTS = (".ttf", ".otf", ".woff", ".woff2")
_MOST_BROKEN = 40


def panel(themes: Themes, modes: Mapping[str, str], disk: Mapping[str, object]) -> Message:
    """The tokens by decision, and every contract that is broken in some mode.

    Args:
        themes: with the edits.
        modes: those in which values are shown.
        disk: the tables of the file itself, without the edits and without what it extends.
    """
    leaves = themes.evaluation(modes).leaves
    files = _font_files(themes)
    decisions = [
        {"name": decision.name, "tokens": [_token(one, leaves[one.name], themes, disk, files) for one in tokens]}
        for decision, tokens in by_decision(listing(themes, modes))
    ]
    return {"decisions": decisions, "broken": _broken(themes)}


def limits(
    themes: Themes, modes: Mapping[str, str], name: str, tried: Sequence[str], trial: Trial
) -> list[Message | None]:
    """For some values of a colour, the first contract that each would break in any mode; None where all are kept.

    Only contracts count that see the colour, or one that is made from it. ``trial`` is the token file as it is.
    """
    evaluation = themes.evaluation(modes)
    leaf = evaluation.leaves.get(name)
    if leaf is None:
        raise error("unknown-token", f"there is no token {name!r}")
    path = evaluation.source.place_to_write(leaf.path)
    concerned = {look.number: _concerned(look, trial.followers(look, name)) for look in trial.looks_of(path)}
    return [_first_broken(trial.with_value(path, value), concerned) for value in tried]


def _concerned(look: Look, colors: AbstractSet[str]) -> set[str]:
    """The contracts that see some colours."""
    if PAGE in colors:  # what shows through is seen over the page
        return {one.name for one in look.contracts}
    return {one.name for color in colors for one in look.contracts_with.get(color, ())}


def _first_broken(trial: Trial | None, concerned: Mapping[int, set[str]]) -> Message | None:
    """What falls short in a trial, errors first; None where nothing does."""
    if trial is None:
        return {"level": "error", "sentence": "the token would refer to itself"}
    short = [
        (measured, look) for look, measured in trial.short() if measured.contract.name in concerned.get(look.number, ())
    ]
    if not short:
        return None
    measured, look = min(short, key=lambda one: one[0].contract.level != "error")
    modes = str(look.selections[0]) or "the default modes"
    return {"level": measured.contract.level, "sentence": f"{measured.sentence} ({modes})"}


def _token(one: Listed, leaf: Leaf, themes: Themes, disk: Mapping[str, object], files: Sequence[str]) -> Message:
    field, path = leaf.field, themes.source.place_to_write(leaf.path)
    words = field.words or (tuple(themes.default.font) if field.section == "font" else ())
    value = themes.evaluation({}).values.get(one.name)
    return {
        "name": one.name,
        "kind": field.kind.name.lower(),
        "value": one.value,
        "alpha": value.alpha if isinstance(value, Color) else 1.0,
        "written": leaf.raw if isinstance(leaf.raw, str | int | float | bool) else str(leaf.raw),
        "path": list(path),
        "disk": _plain(raw_at(disk, path)),
        "inherited": one.inherited,
        "place": place(one.place),
        "words": list(files if field.kind is ValueKind.FILE else words),
        "file": str(one.place.path.absolute().parent / str(leaf.raw)) if field.kind is ValueKind.FILE else "",
        "least": field.least,
        "contracts": [name.partition(".")[2] for name in one.referrers if name.startswith("contract.")],
    }


def _plain(raw: object) -> object:
    return raw if raw is None or isinstance(raw, str | int | float | bool) else str(raw)


def _broken(themes: Themes) -> list[Message]:
    """What is broken, once for all modes."""
    found: dict[tuple[str, str, str, str], Message] = {}
    count = 0
    for theme in themes:
        count += 1
        for one in broken(theme):
            if one.contract.unless:
                continue
            entry = found.setdefault(
                one.key,
                {"contract": one.contract.name, "sentence": one.sentence, "tokens": [one.one, one.other],
                 "level": one.contract.level, "modes": []},
            )  # fmt: skip
            entry["modes"].append(str(theme.selection) or "the default modes")
    for entry in found.values():
        entry["modes"] = "every mode" if len(entry["modes"]) == count else "; ".join(entry["modes"][:3])
    return list(found.values())[:_MOST_BROKEN]


def _font_files(themes: Themes) -> list[str]:
    """The font files of the series, as its token file would name them: in `fonts` and beside those that it has."""
    around = Path(os.path.abspath(themes.source.path)).parent  # noqa: PTH100 - symbolic links stay
    folders = {file.path.absolute().parent for _, font in themes.default.font.items() for file in font.files}
    own = around / "fonts"
    near = {folder for folder in folders if folder.is_relative_to(around)} | ({own} if own.is_dir() else set())
    found = (path for folder in sorted(near) for path in sorted(folder.iterdir()))
    return [path.relative_to(around).as_posix() for path in found if path.suffix.lower() in _FONTS]
