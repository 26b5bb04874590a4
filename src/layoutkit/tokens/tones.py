"""Tones: meanings with four colour roles each. Any name that has all four in ``[color]`` is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from layoutkit.diagnostics import did_you_mean, error
from layoutkit.tokens.schema import TONE_PARTS

if TYPE_CHECKING:
    from layoutkit.origin import Origin
    from layoutkit.tokens.theme import Theme

__all__ = ["OfTone", "check_tone"]


class OfTone(str):
    """A value that refers to the tokens of a tone, as a component writes it: ``"{color.positive_ink}"``.

    It remembers the tone, so that a misspelt one is reported as what the author wrote.
    """

    __slots__ = ("otherwise", "tone")

    tone: str
    otherwise: str
    """The value where the theme lacks the token that this one refers to; empty where every tone has it."""

    def __new__(cls, value: str, tone: str, *, otherwise: str = "") -> Self:
        """A text with its tone."""
        made = super().__new__(cls, value)
        made.tone = tone
        made.otherwise = otherwise
        return made

    def found_in(self, theme: Theme) -> str:
        """The value that a theme has the tokens for."""
        section, _, key = self.removeprefix("{").partition("}")[0].partition(".")
        lacking = section not in theme.tables or key not in theme.tables[section]
        if not self.otherwise or not lacking:
            return str(self)
        return self.otherwise.found_in(theme) if isinstance(self.otherwise, OfTone) else self.otherwise


def check_tone(theme: Theme, tone: object, origin: Origin) -> None:
    """Refuse what is not a tone, or one that lacks a colour.

    Raises:
        LayoutkitError: the tone is not a name (``bad-value``), the token file has no such tone (``unknown-token``), or
            one or more of its four colours are missing (``missing-token``), at the author's line.
    """
    if not isinstance(tone, str):
        hint = f"write one of {', '.join(theme.tones)}" if theme.tones else "leave it out"
        raise error("bad-value", f"tone is {tone!r:.60}; expected the name of a tone", origin=origin, hint=hint)
    names = [f"{tone}{part}" for part in TONE_PARTS]
    missing = [name for name in names if name not in theme.color]
    if not missing:
        return
    near = did_you_mean(tone, theme.tones)
    if len(missing) == len(names) or near.startswith("did you mean"):
        message = (
            f"there is no tone {tone!r}: a tone is a colour with {', '.join(f'…{part}' for part in TONE_PARTS[1:])}"
        )
        raise error("unknown-token", message, origin=origin, hint=near)
    lacking = " and ".join(f"color.{name}" for name in missing)
    hint = f"add {' and '.join(missing)} under [color]" + (f", or take one that is complete; {near}" if near else "")
    raise error("missing-token", f"the tone {tone!r} lacks {lacking}", origin=origin, hint=hint)
