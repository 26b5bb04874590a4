"""The tokens of a series as figures and styles read them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from layoutkit.diagnostics import did_you_mean, error
from layoutkit.origin import caller_origin
from layoutkit.tokens.schema import FIELDS, TONE_PARTS
from layoutkit.tokens.series import SeriesTokens

if TYPE_CHECKING:
    # A project's own stub of this name (`layoutkit tokens stub`) tells type checkers the exact names.
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from layoutkit.tokens.evaluate import Evaluation
    from layoutkit.tokens.modes import Selection
    from layoutkit.tokens.section import AnySection
    from layoutkit.tokens.source import TokenSource
    from layoutkit.tokens.values import OutputTokens
    from layoutkit_tokens import Tokens

else:
    Tokens = object

__all__ = ["PALETTE_HINT", "Theme"]

PALETTE_HINT = "read a colour that has a meaning, such as t.color.ink; a new meaning is a line in [color]"


@dataclass(frozen=True)
class Theme(Tokens):
    """Every token, resolved. ``t.color.accent`` is a Color, ``t.space.m`` a length in px.

    Components are read in the same way: ``t.card.padding``. The palette is not: figures read what colours mean.
    """

    source: TokenSource = field(repr=False)
    evaluation: Evaluation = field(repr=False, compare=False)
    """Every value behind the tokens, and who refers to whom."""
    selection: Selection
    """The modes that this is the theme of."""
    tables: Mapping[str, AnySection[Any]] = field(repr=False)
    """Every section but the palette, by name."""
    components: Mapping[str, AnySection[Any]] = field(repr=False)
    """The sections of components, by name."""
    series: SeriesTokens = field(default_factory=SeriesTokens, repr=False)
    """What the token file says of the series."""
    unwatched: Theme | None = field(default=None, repr=False, compare=False)
    """Where reading is noted (``watching.py``): the theme itself, whose tokens may be read without a note."""

    @property
    def path(self) -> Path:
        """The token file."""
        return self.source.path

    def _attribute(self, name: str) -> AnySection[Any]:
        """The section or component of this name.

        Raises:
            LayoutkitError: there is none (``unknown-token``), or it is the palette (``token-layer``), at the
                author's line.
        """
        if name.startswith("__") or name in ("tables", "components"):  # so that copy and pickle see an ordinary object
            raise AttributeError(name)
        try:
            return self.tables[name]
        except KeyError:
            pass
        if name == "palette":
            raise error("token-layer", "figures do not read the palette", origin=caller_origin(), hint=PALETTE_HINT)
        hint = did_you_mean(name, self.sections())
        raise error("unknown-token", f"there is no component {name}", origin=caller_origin(), hint=hint)

    if not TYPE_CHECKING:  # type checkers take the names from layoutkit_tokens, and tell those that it lacks
        __getattr__ = _attribute

    @property
    def tones(self) -> tuple[str, ...]:
        """The names that have all four colours of a tone: ``response``, ``…_ink``, ``…_line`` and ``…_tint``."""
        names = set(self.color)
        return tuple(name for name in self.color if {f"{name}{part}" for part in TONE_PARTS} <= names)

    def written(self) -> Iterator[OutputTokens]:
        """The outputs that these modes are written to: all but those that fix another mode."""
        modes = self.selection.values
        return (output for _, output in self.output.items() if output.modes.items() <= modes.items())

    def sections(self) -> dict[str, AnySection[Any]]:
        """The sections that single tokens are read from, by name, components included."""
        return {name: tokens for name, tokens in self.tables.items() if name not in FIELDS}
