"""``font-glyphs``: a font has digits or signs that spoil a text, and what helps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import uharfbuzz as hb

from layoutkit.check.rule import Topic
from layoutkit.diagnostics import Diagnostic, LayoutkitError, Severity
from layoutkit.text.face import Face

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.tokens import FontTokens, Theme, Themes

__all__ = ["TOPIC", "doubtful_glyphs"]

_DIGITS = "0123456789"
_BELOW = 0.06
"""Share of the font size that a digit reaches below the line from which on it is an old-style one."""
_SIGNS = "·•–—…“”‘’«»%€"
"""Signs that texts have often, and that must have a width."""
_HYPHEN = "\u2011"
_SOME = 3
"""Type roles that a message names."""


def doubtful_glyphs(themes: Themes) -> list[Diagnostic]:
    """What a reader would stumble over in the families of type roles, each once, in the order of the file."""
    found: dict[tuple[str, str], Diagnostic] = {}
    faces: dict[FontTokens, Face | None] = {}
    for theme in themes:
        for name, family in theme.font.items():
            if any(role.font == name for _, role in theme.type.items()):
                look = _Look(theme, family, faces)
                for kind, fault in (*look.digits(), *look.signs(), *look.hyphen()):
                    found.setdefault((name, kind), fault)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Look:
    """A family under examination."""

    theme: Theme
    family: FontTokens
    faces: dict[FontTokens, Face | None]
    """The first files of the families that were opened; None for one that cannot be read."""

    def face(self, family: FontTokens) -> Face | None:
        """The first file of a family."""
        if family not in self.faces:
            file = family.files[0]
            try:
                self.faces[family] = Face(file.path, file.place, file.weight)
            except LayoutkitError:  # it is reported elsewhere
                self.faces[family] = None
        return self.faces[family]

    def digits(self) -> Iterator[tuple[str, Diagnostic]]:
        """Digits that go up and down, in the roles that ask for no others."""
        face, family = self.face(self.family), self.family
        roles = [
            name
            for name, role in self.theme.type.items()
            if role.font == family.name
            if not any(tag == "onum" for tag, _ in role.features)
            if face is not None and _reach(face, (*family.features, *role.features)) > _BELOW
        ]
        if face is None or not roles:
            return
        named = f"{', '.join(f'type.{role}' for role in roles[:_SOME])}{' …' if len(roles) > _SOME else ''}"
        deep, lining = _reach(face, family.features), (*family.features, ("lnum", 1))
        message = f"font.{family.name} has old-style digits, which reach {deep:.2f} em below the line, in {named}"
        hint = "it has no others; name another font for roles with numbers"
        if _reach(face, lining) <= _BELOW:
            tags = ", ".join(f'"{tag}"' if value == 1 else f'"{tag}={value}"' for tag, value in lining)
            hint = f"set features = [{tags}] in [font.{family.name}]"
        yield "digits", self._warning(message, hint)

    def signs(self) -> Iterator[tuple[str, Diagnostic]]:
        """Signs without a width, which would lie on the letter after them."""
        face = self.face(self.family)
        flat = [c for c in _SIGNS if face is not None and (glyph := face.glyph_id(c)) and not face.advance(glyph)]
        if flat:
            used, hint = self._instead(flat[0])
            message = f"“{' '.join(flat)}” in font.{self.family.name} has no width{used}"
            yield "signs", self._warning(message, hint)

    def hyphen(self) -> Iterator[tuple[str, Diagnostic]]:
        """A non-breaking hyphen that has to come from another font."""
        face = self.face(self.family)
        if face is not None and not face.shows(_HYPHEN):
            used, hint = self._instead(_HYPHEN)
            yield "hyphen", self._warning(f"font.{self.family.name} has no hyphen for U+2011{used}", hint)

    def _instead(self, character: str) -> tuple[str, str]:
        """What is used instead of a character, and what to do."""
        for name in self.family.fallback:
            other = self.theme.font.get(name)
            face = None if other is None else self.face(other)
            if face is not None and face.shows(character):
                return f": that of font.{name} is used", "use a font that has it, or write another sign"
        hint = f'name a family that has it: fallback = ["…"] in [font.{self.family.name}]'
        return ", and no family of its fallback has it", hint

    def _warning(self, message: str, hint: str) -> Diagnostic:
        return Diagnostic(TOPIC.id, message, (self.family.files[0].place,), hint, Severity.WARNING)


def _reach(face: Face, features: Sequence[tuple[str, int]]) -> float:
    """How far digits reach below the line with some features, as a share of the font size."""
    if any(not face.glyph_id(digit) for digit in _DIGITS):
        return 0.0
    buffer = hb.Buffer()
    buffer.add_str(_DIGITS)
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer, dict(features))
    extents = [face.hb_font.get_glyph_extents(info.codepoint) for info in buffer.glyph_infos or ()]
    return max((-(one.y_bearing + one.height) for one in extents if one), default=0.0) / face.units_per_em


TOPIC = Topic(
    id="font-glyphs",
    severity=Severity.WARNING,
    summary="a font has old-style digits, a sign without width, or no non-breaking hyphen",
    why=(
        "Old-style digits go up and down like letters: good in a novel, uneven in a table or a chart. A “·” without "
        "width covers the next letter, and a hyphen of another font stands out in its word. The rule looks at the "
        "first file of each family of a type role, and says what is used instead or what to set."
    ),
    bad="""\
[font.text]
400 = "fonts/georgia-400.ttf"
""",
    good="""\
[font.text]
400 = "fonts/georgia-400.ttf"
features = ["lnum"]
""",
)
