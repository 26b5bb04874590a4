"""``font-weight``: a type role asks for a weight or a slope that its font family has no file for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.check.rule import Topic
from layoutkit.diagnostics import Diagnostic, LayoutkitError, Severity, reading_order
from layoutkit.text.face import Face
from layoutkit.text.fonts import FontFile, match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.tokens import FontTokens, Theme, Themes, TypeTokens

__all__ = ["TOPIC", "replaced_weights"]


def replaced_weights(themes: Themes) -> list[Diagnostic]:
    """The type roles that are set in another weight or slope than they ask for, in the order of the file."""
    found: dict[str, list[Diagnostic]] = {}
    for theme in themes:
        for name, role in theme.type.items():
            family = theme.font.get(role.font)
            if family is not None and name not in found:
                replaced = _Replaced(themes, theme, role, family, _nearest(family, role))
                faults = [*replaced.weight(), *replaced.slope()]
                found |= {name: faults} if faults else {}
    return sorted((fault for faults in found.values() for fault in faults), key=reading_order)


def _nearest(family: FontTokens, role: TypeTokens) -> FontFile:
    files = [FontFile(file.path, file.weight, file.italic, file.place) for file in family.files]
    return match(files, role.weight, italic=role.italic)


@dataclass(frozen=True, slots=True)
class _Replaced:
    """A type role in one selection of modes, and the file that it is set in."""

    themes: Themes
    theme: Theme
    role: TypeTokens
    family: FontTokens
    used: FontFile

    def weight(self) -> Iterator[Diagnostic]:
        """Where the file has another weight."""
        role, used, table = self.role, self.used, f"font.{self.family.name}"
        if used.weight == role.weight:
            return
        *others, last = map(str, sorted({file.weight for file in self.family.files if file.italic == used.italic}))
        has = f"{', '.join(others)} and {last}" if others else last
        message = f"type.{role.name} has weight {role.weight}, and {table} has {has}: {used.weight} is used"
        key = f"{role.weight}-italic" if role.italic else f"{role.weight}"
        if _is_variable(used):
            hint = f"{used.path.name} is variable: name it in [{table}] for {key} as well"
        else:
            hint = f'set weight = {used.weight}, or name a file for it in [{table}]: {key} = "…"'
        yield self._warning("weight", message, hint)

    def slope(self) -> Iterator[Diagnostic]:
        """Where the file has another slope."""
        role, table = self.role, f"font.{self.family.name}"
        if self.used.italic == role.italic:
            return
        asked, has = ("italic", "upright") if role.italic else ("upright", "italic")
        message = f"type.{role.name} is {asked}, and {table} has {has} files only"
        hint = f'name a file for it in [{table}]: {role.weight}{"-italic" if role.italic else ""} = "…"'
        yield self._warning("italic" if role.italic else "font", message, hint)

    def _warning(self, key: str, message: str, hint: str) -> Diagnostic:
        leaf = self.themes.evaluation(self.theme.selection.values).leaves[f"type.{self.role.name}.{key}"]
        modes = str(self.theme.selection)
        seen = f" (with {modes})" if modes and leaf.path[0] != "mode" else ""
        return Diagnostic(
            TOPIC.id, message + seen, (self.themes.source.value_place(leaf.path),), hint, Severity.WARNING
        )


def _is_variable(file: FontFile) -> bool:
    """Whether the weight of a file can be set; a file that cannot be read is reported elsewhere."""
    try:
        return Face(file.path, file.place, file.weight).weight is not None
    except LayoutkitError:
        return False


TOPIC = Topic(
    id="font-weight",
    severity=Severity.WARNING,
    summary="a type role asks for a weight or a slope that its font family does not have",
    why=(
        "layoutkit never makes letters bolder or slanted: it uses the nearest file of the family, as CSS does (CSS "
        "Fonts 4, section 5.2). So a weight of 600 in a family with 400 and 700 looks like 700. `layoutkit tokens "
        "check` and `layoutkit check` name the weight that is used."
    ),
    bad="""\
[type]
label = { font = "heading", weight = 600, size = 14, line_height = 18 }

[font.heading]
500 = "fonts/heading-500.ttf"
700 = "fonts/heading-700.ttf"
""",
    good="""\
[type]
label = { font = "heading", weight = 700, size = 14, line_height = 18 }

[font.heading]
500 = "fonts/heading-500.ttf"
700 = "fonts/heading-700.ttf"
""",
)
