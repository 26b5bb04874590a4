"""Every link of a page leads to a file that is there, and to a heading that it has."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    *sorted(path for path in ROOT.glob("*.md")),
    *sorted(path for path in (ROOT / "docs").rglob("*.md")),
    ROOT / "figures" / "README.md",
]


@cache
def text_of(page: Path) -> str:
    """A page without its code."""
    text = re.sub(r"^ *```.*?^ *```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"^(?: {4}|\t).*$", "", text, flags=re.MULTILINE)


@cache
def anchors(page: Path) -> set[str]:
    """The headings of a page as GitHub and the site name them in addresses."""
    text = text_of(page)
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    named = set(re.findall(r"id=\"([^\"]+)\"", text))
    return named | {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    shown = re.sub(r"(`+).*?\1", "", text_of(page))
    dead = []
    for link in re.findall(r"\]\(([^()\s]+)\)", shown):
        path, _, anchor = link.partition("#")
        if "://" in path or path.startswith("mailto:"):
            continue
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            dead.append(link)
    assert dead == []
