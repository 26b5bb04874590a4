"""The hints about faulty figures that are followed in a token file; ``followed.py`` has the others."""

from __future__ import annotations

from tests.check.ways import Way, by

__all__ = ["IN_TOKENS"]

IN_TOKENS: dict[str, dict[str, tuple[Way, ...]]] = {
    "57-contract": {
        'set color.note to "#72777d", the nearest lightness that keeps every contract of it': (
            by('note = "{palette.grey}"', 'note = "#72777d"', 'grey = "#9AA0A6"\n', ""),
        ),
    },
    "72-font-weight": {
        'set weight = 400, or name a file for it in [font.text]: 500 = "…"': (by("weight = 500", "weight = 400"),),
    },
    "73-font-glyphs": {
        "use a font that has it, or write another sign": (by("math-400.ttf", "roboto-400.ttf"),),
    },
}
