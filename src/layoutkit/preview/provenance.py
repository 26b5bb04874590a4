"""Where the properties of a box come from: a keyword, a token of its component, or of its type role.

Colours and lengths remember the token that they were read from, so nothing has to be recorded while a figure is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.placed_tree import shown_value
from layoutkit.preview.messages import place
from layoutkit.style.content import ConnectorContent, IconContent, TextContent
from layoutkit.style.look import LONGHANDS
from layoutkit.tokens.listing import shown
from layoutkit.tokens.referring import named_in
from layoutkit.tokens.values import Length, TypeTokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.preview.frames import Message
    from layoutkit.style.styled import Styled
    from layoutkit.tokens import Theme

__all__ = ["Provenance"]

_NOT_SHOWN = frozenset(("allow", "children", "component", "key", "semantics"))
_LONGEST = 60
"""Characters of a value."""
_ARROW = "arrow"


@dataclass(slots=True)
class Provenance:
    """Looks properties of boxes up in one theme; gathers the tokens that it meets."""

    theme: Theme
    tokens: dict[str, Message] = field(default_factory=dict)
    """Value, text and place of each token that was met, by its name."""

    def properties(self, box: Styled) -> list[Message]:
        """All properties that a keyword or a token gives, keywords first, then what is taken from the boxes around."""
        given = {name: value for name, value in box.element.keywords.items() if value is not None}
        found = [self._keyword(name, value) for name, value in given.items() if name not in _NOT_SHOWN]
        component = self._component(box)
        if component:
            said = {*given, *(longhand for word in LONGHANDS.keys() & given.keys() for longhand in LONGHANDS[word])}
            table = self.theme.components[component]
            found += [
                self._token(name, f"{component}.{name}", value) for name, value in table.items() if name not in said
            ]
        if isinstance(box.content, TextContent) and box.name in self.theme.type:
            record = self.theme.type.get(box.name)
            names = TypeTokens.__dataclass_fields__ if record is not None else ()
            full = {name: f"type.{box.name}.{name}" for name in names}
            found += [self._token(name, token) for name, token in full.items() if self._is_token(token)]
        color = _color(box)
        if color is not None and all(one["name"] != "color" for one in found):
            found.append({**self._keyword("color", color), "from": "around"})
        return found

    def drawing(self, properties: list[Message]) -> list[str]:
        """All tokens that properties are made from, those that others refer to as well."""
        found: dict[str, None] = {}
        ahead = [one["token"] for one in properties if one["token"]]
        while ahead:
            name = ahead.pop(0)
            if name not in found and self._is_token(name):
                found[name] = None
                self._meet(name)
                ahead += self._named(name)
        return list(found)

    def _component(self, box: Styled) -> str:
        if isinstance(box.content, ConnectorContent):
            return _ARROW if _ARROW in self.theme.components else ""
        return box.name if not isinstance(box.content, TextContent) and box.name in self.theme.components else ""

    def _keyword(self, name: str, value: object) -> Message:
        token = value.token if isinstance(value, Length | Color) else next(iter(named_in(value)), "")
        if token and not self._is_token(token):
            token = ""
        if token:
            self._meet(token)
        text = shown(value) if isinstance(value, Color) else shown_value(value)
        if text == f"{{{token}}}":
            text = self.tokens[token]["value"]
        return {"name": name, "value": _short(text), "from": "keyword", "token": token}

    def _token(self, name: str, token: str, value: object = None) -> Message:
        if not self._is_token(token):
            return {"name": name, "value": _short(shown_value(value)), "from": "default", "token": ""}
        self._meet(token)
        return {"name": name, "value": self.tokens[token]["value"], "from": "token", "token": token}

    def _is_token(self, name: str) -> bool:
        return name in self.theme.evaluation.leaves

    def _meet(self, name: str) -> None:
        if name not in self.tokens:
            evaluation = self.theme.evaluation
            leaf = evaluation.leaves[name]
            self.tokens[name] = {
                "value": _short(shown(evaluation.values[name])),
                "written": _short(str(leaf.raw)),
                "place": place(self.theme.source.value_place(leaf.path)),
                "inherited": self.theme.source.is_inherited(leaf.path),
            }

    def _named(self, name: str) -> Iterator[str]:
        """The tokens that one is made from: those in its text, and the tone of a derived colour."""
        evaluation = self.theme.evaluation
        yield from named_in(evaluation.leaves[name].raw)
        yield from evaluation.references.get(name, ())


def _color(box: Styled) -> Color | None:
    """In which colour a text or an icon is drawn."""
    content = box.content
    color = content.paragraph.color if isinstance(content, TextContent) else None
    color = content.color if isinstance(content, IconContent) else color
    return color if isinstance(color, Color) else None


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
