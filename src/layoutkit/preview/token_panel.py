"""The tokens that matter first as the page's controls need them, the contracts that they break, and their limits."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.preview.messages import place
from layoutkit.preview.token_draft import raw_at
from layoutkit.tokens.contracts import broken
from layoutkit.tokens.essentials import by_decision
from layoutkit.tokens.listing import listing
from layoutkit.tokens.schema import ValueKind
from layoutkit.tokens.trial import start

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from layoutkit.preview.frames import Message
    from layoutkit.tokens import Themes
    from layoutkit.tokens.leaves import Leaf
    from layoutkit.tokens.listing import Listed

__all__ = ["limits", "panel"]

_FONTS = (".ttf", ".otf", ".woff", ".woff2")
_MOST_BROKEN = 40
_MOST_TRIED = 64


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


def limits(themes: Themes, modes: Mapping[str, str], name: str, tried: Sequence[str]) -> list[bool]:
    """For some values of a colour, whether all contracts are kept as well as now, in all modes at once."""
    evaluation = themes.evaluation(modes)
    trial = start(themes)
    path = evaluation.source.place_to_write(evaluation.leaves[name].path)
    most = trial.weight[0]
    found = (trial.with_value(path, value) for value in tried[:_MOST_TRIED])
    return [one is not None and one.weight[0] <= most for one in found]


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
    """The font files in the folders of those that the series has, as the token file would name them."""
    around = Path(os.path.abspath(themes.source.path)).parent  # noqa: PTH100 - symbolic links stay
    folders = {file.path.absolute().parent for _, font in themes.default.font.items() for file in font.files}
    found = (path for folder in sorted(folders) if folder.is_relative_to(around) for path in sorted(folder.iterdir()))
    return [path.relative_to(around).as_posix() for path in found if path.suffix.lower() in _FONTS]
