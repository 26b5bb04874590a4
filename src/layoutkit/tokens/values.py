"""What tokens are once they are resolved: the values that styles are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from layoutkit.color import Color
    from layoutkit.keywords import TextAlign, TextTransform, TextWrap
    from layoutkit.origin import Location

__all__ = ["FontFileTokens", "FontTokens", "Length", "MarkTokens", "OutputTokens", "ShadowTokens", "TypeTokens"]


class Length(float):
    """A length in px that remembers the token it was made from, also as a multiple or a sum with another length.

    A sum with a plain number has no token: the number was typed.
    """

    __slots__ = ("token",)

    token: str

    def __new__(cls, px: float, token: str = "") -> Self:
        """A length of ``px``; ``token`` is the name it was read from, such as ``space.m``."""
        length = super().__new__(cls, px)
        length.token = token
        return length

    def __mul__(self, factor: float) -> Length:
        """A multiple."""
        return Length(float(self) * factor, self.token)

    __rmul__ = __mul__

    def __truediv__(self, divisor: float) -> Length:
        """A part."""
        return Length(float(self) / divisor, self.token)

    def __add__(self, other: float) -> Length:
        """A sum; it bears the token of the first."""
        return Length(float(self) + other, self._with(other))

    __radd__ = __add__

    def __sub__(self, other: float) -> Length:
        """A difference; it bears the token of the first."""
        return Length(float(self) - other, self._with(other))

    def __rsub__(self, other: float) -> Length:
        """What is left of another length, or of a number."""
        return Length(other - float(self), self._with(other))

    def _with(self, other: float) -> str:
        """The token that a sum with another length bears: none where that is a number; 0 is where ``sum`` starts."""
        return self.token if not other or (isinstance(other, Length) and other.token) else ""

    def __neg__(self) -> Length:
        """The same length in the other direction, for margins."""
        return Length(-float(self), self.token)


@dataclass(frozen=True, slots=True)
class ShadowTokens:
    """A drop shadow, or the topmost layer of one."""

    offset_x: float
    """To the right, in px."""
    offset_y: float
    """Downward, in px."""
    blur: float
    """CSS's blur radius in px: twice the standard deviation of the Gaussian."""
    color: Color
    spread: float = 0.0
    """How much larger than its box it is on each side, in px, before it is blurred."""
    below: tuple[ShadowTokens, ...] = ()
    """Further layers, painted below this one: the next first."""

    @property
    def layers(self) -> tuple[ShadowTokens, ...]:
        """All that can be seen, the topmost first."""
        return tuple(layer for layer in (self, *self.below) if layer.color.alpha > 0)

    @property
    def sigma(self) -> float:
        """The standard deviation of the Gaussian, in px."""
        return float(self.blur) / 2


@dataclass(frozen=True, slots=True)
class FontFileTokens:
    """A font file and what it is used for."""

    weight: int
    """1 to 1000."""
    italic: bool
    path: Path
    where: Callable[[], Location] = field(compare=False, repr=False)
    """Looks up where tokens.toml names the file."""

    @property
    def place(self) -> Location:
        """Where tokens.toml names the file."""
        return self.where()


@dataclass(frozen=True, slots=True)
class FontTokens:
    """A font family: its files and where to look for glyphs they lack."""

    name: str
    files: tuple[FontFileTokens, ...]
    fallback: tuple[str, ...]
    """Names of further families, in the order they are asked."""
    features: tuple[tuple[str, int], ...] = ()
    """OpenType features and their values for all its texts; those of a type role are added to them."""


@dataclass(frozen=True, slots=True)
class TypeTokens:
    """A type role: everything that decides how a text is set."""

    name: str
    font: str
    weight: int
    italic: bool
    size: float
    """Font size in px."""
    line_height: float
    """In px."""
    letter_spacing: float
    """In px, added after each character."""
    text_transform: TextTransform
    features: tuple[tuple[str, int], ...]
    """OpenType features and their values."""
    color: Color | None
    """None takes the colour of the surrounding component."""
    wrap: TextWrap = "pretty"
    """Where lines break."""
    align: TextAlign = "start"
    """Where lines go in a box that is wider."""
    hyphenate: bool = False
    """Whether words may be broken with a hyphen; it needs the package pyphen."""


@dataclass(frozen=True, slots=True)
class MarkTokens:
    """What a mark inside a text changes of the text around it; the size stays what it looks like there."""

    name: str
    font: str | None
    """Another family, at the size that has the same x-height; its characters are set as they are, without the
    capitals and the letter spacing of the role."""
    weight: int | None
    """The least weight."""
    italic: bool
    """Turns the slope around: italic in upright text, upright in italic text."""
    features: tuple[tuple[str, int], ...]
    """OpenType features and their values, in addition."""
    color: Color | None
    """None keeps the colour of the text around it."""
    color_on_dark: Color | None
    """Taken where it stands out more from what is behind the text."""


@dataclass(frozen=True, slots=True)
class OutputTokens:
    """A file that is written for each figure."""

    name: str
    format: str
    """The name of a format."""
    keys: Mapping[str, Any]
    """The keys of its format, lengths in px of 1/96 inch; None for one without a value."""
    display: float | None = None
    """How wide a reader sees the picture on a screen, in CSS px; None where no screen shows it."""
    modes: Mapping[str, str] = field(default_factory=dict)
    """The modes that this output is always rendered in, by axis."""

    @property
    def scale(self) -> float | None:
        """Device pixels for one px, or how many times as large as the layout the file is; None where it is not said."""
        return self.keys.get("scale")

    @property
    def width(self) -> float | None:
        """Width on paper, in px of 1/96 inch; None where it is not said."""
        return self.keys.get("width")

    @property
    def dpi(self) -> float | None:
        """Device pixels per inch on paper; None where it is not said."""
        return self.keys.get("dpi")

    @property
    def dark(self) -> Mapping[str, str] | None:
        """The modes that the file shows readers who prefer dark, by axis; None where it has one look."""
        return self.keys.get("dark")
