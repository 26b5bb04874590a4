"""Which fonts stand in for one that a program does not load: the real family, then one of like width.

Programs that ignore the fonts inside an SVG file choose by these names. Like widths keep words inside their boxes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layoutkit.text.family_name import has_serifs, real_name

if TYPE_CHECKING:
    from layoutkit.text.face import Face

__all__ = ["is_bold", "stand_ins"]

_SAMPLE = "The quick brown fox jumps over the lazy dog; avaliação de respostas em português, 0123456789."
_BOLD = 600


class _Known(NamedTuple):
    """Families of equal widths that come with systems: the mean advance of the sample's characters, in em."""

    families: tuple[str, ...]
    regular: float
    bold: float


_SANS = (
    _Known(("Arial Narrow", "Liberation Sans Narrow"), 0.382, 0.408),
    _Known(("Arial", "Helvetica", "Liberation Sans"), 0.466, 0.497),
    _Known(("Verdana", "DejaVu Sans"), 0.530, 0.594),
)
_SERIF = (
    _Known(("Times New Roman", "Times", "Liberation Serif"), 0.420, 0.443),
    _Known(("DejaVu Serif Condensed", "Georgia", "Liberation Serif"), 0.479, 0.527),
    _Known(("DejaVu Serif", "Georgia", "Liberation Serif"), 0.533, 0.586),
)
_MONO = (_Known(("Menlo", "Consolas", "DejaVu Sans Mono", "Liberation Mono"), 0.602, 0.602),)


def stand_ins(face: Face, *, monospace: bool, bold: bool) -> str:
    """Families in the words of CSS, best first; the last is a generic one.

    Args:
        face: the font that may not be loaded.
        monospace: whether all its glyphs are equally wide.
        bold: whether it is set in bold, and so the others are as well.
    """
    serif = not monospace and has_serifs(face)
    width = sum(face.advance(face.glyph_id(c) or 0) for c in _SAMPLE) / len(_SAMPLE)
    known = min(
        _MONO if monospace else _SERIF if serif else _SANS,
        key=lambda one: abs((one.bold if bold else one.regular) - width),
    )
    generic = "monospace" if monospace else "serif" if serif else "sans-serif"
    names = dict.fromkeys(filter(None, (real_name(face), *known.families)))
    return ", ".join([*(f"'{name}'" if " " in name else name for name in names), generic])


def is_bold(weight: float) -> bool:
    """Whether programs take a bold face for a weight."""
    return weight >= _BOLD
