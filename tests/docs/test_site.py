"""The site: every page has its place, links work where the pages go, and dead ones are found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docs.site.dead_links import dead_links
from docs.site.stage import ROOT, Stage

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = (ROOT / "docs" / "site" / "mkdocs.yml").read_text(encoding="utf-8")


def test_every_page_is_in_the_navigation() -> None:
    listed = set(re.findall(r"^ +- (?:[\w ]+: )?([\w/-]+\.md)$", CONFIG, re.MULTILINE))
    outside = set(re.findall(r"^ +/([\w/.-]+)$", CONFIG, re.MULTILINE))
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - outside
    assert listed == pages | {"index.md", "series.md", "gallery/index.md", "contributing.md", "changelog.md"}


def test_links_lead_to_where_pages_and_files_go(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    page = ROOT / "docs" / "rules" / "overflow.md"
    text = "[a](../checks.md#a-message) [`b`](../../tokens.toml) [c](../../src) ![d](overflow-bad.png)\n\n    [e](x)\n"
    stage.add(page, text)
    stage.finish()
    staged = (tmp_path / "rules" / "overflow.md").read_text(encoding="utf-8")
    first = "[a](../checks.md#a-message) [`b`](../files/tokens.toml) c ![d](../rules/overflow-bad.png)"
    assert staged == f"{first}\n\n    [e](x)\n"
    assert (tmp_path / "files" / "tokens.toml").is_file()
    assert (tmp_path / "rules" / "overflow-bad.png").is_file()


def test_dead_links_and_anchors_are_found(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text('<h1 id="here">B</h1>', encoding="utf-8")
    links = ("b.html", "b.html#here", "b.html#gone", "c.html", "#top", "https://example.org")
    (tmp_path / "a.html").write_text("".join(f'<a href="{link}">x</a>' for link in links), encoding="utf-8")
    assert [line.split()[1] for line in dead_links(tmp_path)] == ["b.html#gone", "c.html", "#top"]
