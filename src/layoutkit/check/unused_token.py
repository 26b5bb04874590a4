"""``unused-token``: no figure of the series uses a token."""

from __future__ import annotations

import ast
import difflib
import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.check.rule import Topic
from layoutkit.diagnostics import Diagnostic, Severity
from layoutkit.tokens.schema import FIELDS, RESERVED, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from layoutkit.tokens import Themes

__all__ = ["TOPIC", "misspelt_components", "unused_tokens"]

_PACKAGE = Path(__file__).parents[1]
_NAMING = ("components", "nodes", "style")
"""The parts of this package that ask for tokens by name."""
_NO_TOKENS = (*RESERVED, "output", "contract", "page", "markup")
"""Sections that do not wait for a figure to use them."""
_KEYWORDS = {"type": "role", "shadow": "shadow"}
"""The keywords that take an entry of a section without the section's name: ``role="small"``."""
_TAKING = ("component", *_KEYWORDS.values())
_HOLE = "\0"
"""Stands for what an f-string fills in."""
_NEAR = 0.75
"""How much two names have in common that are one misspelt: ``cadr`` and ``card``."""


def unused_tokens(themes: Themes, read: Collection[str]) -> Iterator[Diagnostic]:
    """The tokens and components that neither figures nor other used tokens use, in the order of the file.

    What the components of this package ask for by name is used: the token file offers it to the next figure.

    Args:
        themes: the token file in all its modes.
        read: the tokens that the figures have read, such as ``space.m`` or ``card.padding``.
    """
    units = list(dict.fromkeys(map(_unit, themes.evaluation({}).leaves)))
    refers = _references(themes)
    used = _with_all_they_refer_to(refers, map(_unit, read))
    used = _with_all_they_refer_to(refers, {*used, *(unit for unit in units if unit not in used and _asked_for(unit))})
    for unit in units:
        section, _, name = unit.partition(".")
        if unit not in used and section not in _NO_TOKENS:
            what = f"the token {unit}" if name else f"the component {section}"
            place = themes.source.key_place(tuple(unit.split(".")))
            message = f"no figure and no other used token uses {what}"
            hint = _meant(unit) or "take it out, or --allow unused-token"
            yield Diagnostic(TOPIC.id, message, (place,), hint, Severity.WARNING)


def misspelt_components(themes: Themes) -> Iterator[Diagnostic]:
    """The components whose names are nearly those that this package asks for, in the order of the file."""
    for name in themes.default.components:
        hint = "" if _asked_for(name) else _meant(name)
        if hint:
            message = f"nothing in layoutkit asks for the component {name}"
            yield Diagnostic(TOPIC.id, message, (themes.source.key_place((name,)),), hint, Severity.WARNING)


def _meant(unit: str) -> str:
    """A hint that names the component which was meant; empty where the name is near none."""
    close = difflib.get_close_matches(unit, _components(), n=1, cutoff=_NEAR)
    return f"did you mean [{close[0]}]?" if close else ""


def _unit(token: str) -> str:
    """What is used or unused as a whole: a single token, a type role, a component."""
    parts = token.split(".")
    return ".".join(parts[:2]) if parts[0] in SECTIONS or parts[0] in FIELDS else parts[0]


def _references(themes: Themes) -> dict[str, set[str]]:
    """What each unit refers to, in any mode."""
    refers: dict[str, set[str]] = {}
    for theme in themes:
        for target, users in themes.evaluation(theme.selection.values).referrers.items():
            for user in users:
                refers.setdefault(_unit(user), set()).add(_unit(target))
    return refers


def _with_all_they_refer_to(refers: Mapping[str, set[str]], units: Iterable[str]) -> set[str]:
    """Units, and all that they refer to over any number of references."""
    found: set[str] = set()
    ahead = list(units)
    while ahead:
        unit = ahead.pop()
        if unit not in found:
            found.add(unit)
            ahead += refers.get(unit, ())
    return found


# -- what this package asks for -----------------------------------------------------------------


def _asked_for(unit: str) -> bool:
    """Whether the package names a unit in a text of its own: ``component="card"``, ``"{space.s}"``, ``f"stage{…}"``."""
    section, _, name = unit.partition(".")
    words, references = _names()
    if any(pattern.fullmatch(unit) for pattern in references):
        return True
    word = words.get(_KEYWORDS.get(section, "")) if name else words.get("component")
    return word is not None and word.fullmatch(name or section) is not None


def _components() -> list[str]:
    """The components that the package asks for by their whole name."""
    return [name for name in sorted(_patterns()[0]["component"]) if name.isidentifier()]


@functools.cache
def _names() -> tuple[dict[str, re.Pattern[str]], list[re.Pattern[str]]]:
    """Patterns of what the package's texts name: by the keyword that takes the name, and in braces."""
    words, references = _patterns()
    named = {keyword: re.compile("|".join(texts)) for keyword, texts in words.items()}
    return named, [re.compile(pattern) for pattern in references]


@functools.cache
def _patterns() -> tuple[dict[str, set[str]], set[str]]:
    words: dict[str, set[str]] = {}
    references: set[str] = set()
    for folder in _NAMING:
        for path in sorted((_PACKAGE / folder).glob("*.py")):
            nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
            fillings = _fillings(nodes)
            for node in nodes:
                for keyword, value in _assigned(node):
                    words.setdefault(keyword, set()).update(_pattern(text, fillings) for text in _texts(value))
                for text in _own_text(node):
                    names = re.findall(rf"{{([\w.{_HOLE}]+)}}", text)
                    references |= {_pattern(_unit(name), fillings) for name in names}
    return words, references


def _fillings(nodes: Iterable[ast.AST]) -> str:
    """A pattern of what the f-strings of a module may be filled with: any word that stands in it as a text."""
    words = {text for node in nodes for text in _own_text(node) if re.fullmatch(r"\w*", text)}
    return f"(?:{'|'.join(sorted(words))})"


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Values that are given to a keyword which takes the name of a component, a type role or a shadow."""
    match node:
        case ast.keyword(arg=str(word), value=value) if word in _TAKING:
            yield word, value
        case ast.Assign(targets=[ast.Subscript(slice=ast.Constant(value=word))], value=value) if word in _TAKING:
            yield str(word), value
        case ast.Dict(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                if isinstance(key, ast.Constant) and key.value in _TAKING:
                    yield str(key.value), value


def _texts(value: ast.expr) -> list[str]:
    """The texts that an expression may come to: those of both branches, with holes where an f-string fills in."""
    if isinstance(value, ast.IfExp):
        return _texts(value.body) + _texts(value.orelse)
    return list(_own_text(value))


def _own_text(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else _HOLE for part in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _pattern(text: str, fillings: str) -> str:
    return re.escape(text).replace(re.escape(_HOLE), fillings)


TOPIC = Topic(
    id="unused-token",
    severity=Severity.WARNING,
    summary="no figure of the series uses a token",
    why=(
        "A token that nobody uses looks as if it decided something: it is read, changed and kept in step with the "
        "others, and no figure changes. `layoutkit check` notes which tokens the figures of whole folders read, in "
        "every mode, and which other tokens those refer to. What the package's own components ask for by name is "
        "used as well: the token file offers it to the next figure. Part of a folder (`--only`, a single script) "
        "says nothing about the series, and so nothing is reported then."
    ),
    bad="""\
[space]
gutter = 20
""",
    good="""\
[space]
m = 16

[card]
padding = "{space.m}"
""",
)
