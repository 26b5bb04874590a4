"""The example in each component's docstring makes what the component is for, and nothing is wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

import layoutkit
from layoutkit import Card, Column, Node, Row, Text
from layoutkit.check.examine import examine
from layoutkit.check.rules import RULES
from layoutkit.style.content import TextContent
from tests.components.declared import COMPONENTS
from tests.components.looked_at import looked_at

if TYPE_CHECKING:
    from collections.abc import Callable

OF_THE_SERIES = {"literal"}
"""Examples have plain numbers, where a figure has tokens."""


def example(name: str) -> str:
    """The first call of a component in its docstring."""
    made: Callable[..., Node] = getattr(layoutkit, name)
    found = re.search(rf"``({name}\(.*?\))``", made.__doc__ or "", re.DOTALL)
    assert found, f"{name} has no example in its docstring"
    return " ".join(found[1].split())


def shown(name: str) -> Node:
    """The example beside three cards, which it may speak of as a, b and c."""
    a, b, c = (Card(Text(word), basis=0, grow=1) for word in ("Um cartão", "Outro cartão", "Mais um"))
    known: dict[str, Any] = {word: getattr(layoutkit, word) for word in layoutkit.__all__}
    node = eval(example(name), {**known, "a": a, "b": b, "c": c})  # noqa: S307 - our own docstrings
    assert isinstance(node, Node)
    return Column(Row(a, b, c, gap="{space.xxl} * 2", margin="{space.xxl} * 2"), node, gap="{space.xxl}")


@pytest.mark.parametrize("name", COMPONENTS)
def test_nothing_is_wrong_with_the_example(name: str) -> None:
    rules = [rule for rule in RULES.values() if rule.id not in OF_THE_SERIES]
    assert [fault.diagnostic.message for fault in examine(looked_at(shown(name)), rules=rules)] == []


def test_there_are_as_many_components_as_the_package_says() -> None:
    assert len(COMPONENTS) >= 20


@pytest.mark.parametrize("name", COMPONENTS)
def test_words_keep_their_case_unless_their_role_says_otherwise(name: str) -> None:
    subject = looked_at(shown(name), language="pt-BR")
    for seen in subject.texts:
        content = seen.box.content
        assert isinstance(content, TextContent)
        role = subject.theme.type.get(seen.box.name)
        if role is not None and role.text_transform == "none":
            assert content.paragraph.text == content.text
