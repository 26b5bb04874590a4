"""Runs what the pages of docs/ show: one-line calls, and blocks that build on one another."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import layoutkit
import layoutkit.chart
import layoutkit.shapes
from layoutkit import Card, Column, Figure, Node, Row, Text, Theme, figure
from layoutkit.nodes.node import descendants

__all__ = ["BASE", "DOCS", "block", "page_of", "run_blocks", "write_picture"]

DOCS = Path(__file__).parents[2] / "docs"
BASE = 'extends = "layoutkit"\n[series]\nlanguage = "en"\n'
"""A token file with the base theme."""
_BREAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 20V9h20v11z"/></svg>'


def block(page: str, language: str, number: int = 0) -> str:
    """A fenced block of a page, by its language."""
    return str(re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[number])


def run_blocks(page: Path) -> dict[str, Any]:
    """Run the Python blocks of a page in one module; its names afterwards."""
    known: dict[str, Any] = {"__name__": "example"}
    for number, code in enumerate(re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)):
        exec(compile(code, f"{page.stem}-{number}.py", "exec"), known)  # noqa: S102 - our own page
    return known


def write_picture(folder: Path) -> None:
    """The picture that examples name."""
    (folder / "bread.svg").write_text(_BREAD, encoding="utf-8")


def page_of(examples: list[str]) -> Figure:
    """A figure that shows what calls make, each with the cards ``a``, ``b`` and ``c`` where it names them.

    A relative path in a call starts at the current folder.
    """

    def shown(call: str, t: Theme) -> Node:
        cards = {name: Card(Text(name.upper())) for name in "abc"}
        known = {name: getattr(module, name) for module in _MODULES for name in module.__all__}
        made = eval(compile(call, str(Path.cwd() / "example.py"), "eval"), {**known, **cards, "t": t})  # noqa: S307 - our own pages
        inside = set(descendants(made))
        beside = [card for name, card in cards.items() if card not in inside and re.search(rf"\b{name}\b", call)]
        return Column(Row(*beside, gap=t.space.xxl), made)

    @figure(title="Examples", alt="What the examples make.", language="en")
    def page(t: Theme) -> Node:
        return Column(*(shown(call, t) for call in examples))

    return page


_MODULES = (layoutkit, layoutkit.chart, layoutkit.shapes)
