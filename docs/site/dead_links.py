"""Finds links of a built site that lead nowhere: files that are not there, and anchors that no page has."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["dead_links"]

_ADDRESSES = {"href", "src", "srcset"}


class _Page(HTMLParser):
    """The addresses and the names of places of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.names: set[str] = {""}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag links to and what it is called."""
        for name, value in attrs:
            if name in _ADDRESSES and value is not None and not (tag == "link" and ("rel", "canonical") in attrs):
                self.links.append(value)
            if name in {"id", "name"} and value:
                self.names.add(value)


@cache
def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def dead_links(site: Path) -> Iterator[str]:
    """A line for each link that leads nowhere.

    Args:
        site: the folder of the built site.
    """
    for path in sorted(site.rglob("*.html")):
        for link in dict.fromkeys(_read(path).links):
            address, anchor = urldefrag(link)
            if ":" in address or address.startswith("//") or (path.name == "404.html" and address.startswith("/")):
                continue
            target = path if not address else (path.parent / unquote(address)).resolve()
            if target.is_dir():
                target /= "index.html"
            known = target.suffix != ".html" or (target.exists() and unquote(anchor) in _read(target).names)
            if not target.exists() or not known:
                yield f"{path.relative_to(site)}: {link} leads nowhere"
