"""How ``*strong*``, ``_emphasis_``, ``code`` and list markers look inside a text of any role.

A mark changes the style of the text around it, never the height of its lines. Where a mark would change
no letter (strong text in a heading that is bold already, emphasis in a family without italics), it takes the
colour ``markup.accent`` instead, so that what the author wrote can be seen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layoutkit.color import contrast, over
from layoutkit.diagnostics import error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layoutkit.color import Color
    from layoutkit.nodes.span import Mark
    from layoutkit.origin import Origin
    from layoutkit.text.fonts import Face, FontLibrary
    from layoutkit.text.style import TextStyle
    from layoutkit.tokens import MarkTokens, Theme

__all__ = ["Marked", "font_features", "marked"]

_ORDER = {"code": 0, "strong": 1, "emphasis": 2, "marker": 3}
"""The family comes first, for it decides which weights and slopes there are."""
_LETTERS = ("strong", "emphasis", "code")
"""The marks that change the letters, or else take the accent."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What marks make of a style."""

    style: TextStyle
    color: Color | None
    """None keeps the colour of the text around it."""


def marked(  # noqa: PLR0913 - what a mark says, what is around it, and the two places where fonts are known
    marks: Iterable[Mark], around: TextStyle, *, behind: Color, theme: Theme, library: FontLibrary, origin: Origin
) -> Marked:
    """Apply marks to the style of the text around them.

    Args:
        marks: in any order.
        around: the style of the type role.
        behind: the opaque colour that the text is painted on.
        theme: ``[markup]`` says what each mark changes.
        library: knows which weights and slopes a family has.
        origin: the text, for messages.

    Raises:
        LayoutkitError: tokens.toml does not say how a mark looks (``missing-token``).
    """
    style, color = around, None
    for mark in sorted(set(marks), key=_ORDER.__getitem__):
        tokens = theme.markup.get(mark)
        if tokens is None:
            message = f"the text has a part that is {mark}, but tokens.toml does not say how that looks"
            raise error("missing-token", message, origin=origin, hint=f"add {mark} = {{ … }} under [markup]")
        changed = _changed(style, tokens, theme, library)
        color = _color(tokens, behind) or color
        if mark in _LETTERS and color is None and _face(changed, library) is _face(style, library):
            accent = theme.markup.get("accent")
            color = None if accent is None else _color(accent, behind)
        style = changed
    return Marked(replace(style, line_of=around), color)


def _changed(style: TextStyle, tokens: MarkTokens, theme: Theme, library: FontLibrary) -> TextStyle:
    """The style with everything that a mark says, but its colour."""
    changed = replace(
        style,
        family=tokens.font or style.family,
        weight=max(style.weight, tokens.weight or 0),
        italic=style.italic != tokens.italic,
        features=(*style.features, *tokens.features),
    )
    if tokens.font is None:
        return changed
    old, new = _face(style, library).x_height, _face(changed, library).x_height
    size = style.size * old / new if old > 0 and new > 0 else style.size
    features = (*font_features(theme, tokens.font), *tokens.features)
    return replace(changed, size=size, letter_spacing=0.0, features=features, uppercase=False, hyphenate=False)


def font_features(theme: Theme, family: str) -> tuple[tuple[str, int], ...]:
    """The OpenType features of all texts in a family."""
    font = theme.font.get(family)
    return () if font is None else font.features


def _face(style: TextStyle, library: FontLibrary) -> Face:
    return library.face(style.family, style.weight, style.italic)


def _color(tokens: MarkTokens, behind: Color) -> Color | None:
    """The colour of a mark: of the two it may have, the one that stands out more."""
    colors = [color for color in (tokens.color, tokens.color_on_dark) if color is not None]
    return max(colors, key=lambda color: contrast(over(color, behind), behind), default=None)
