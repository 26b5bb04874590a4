"""A figure as a cell of a notebook shows it: a picture with its alternative text, and below it what the rules find."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from html import escape
from threading import Lock
from typing import TYPE_CHECKING, Any

from layoutkit.diagnostics import Diagnostic, LayoutkitError, format_diagnostic
from layoutkit.discover import NamedFigure
from layoutkit.output.formats import plain_output
from layoutkit.policy import check

if TYPE_CHECKING:
    from layoutkit.nodes import Figure
    from layoutkit.renderer import Renderer

__all__ = ["bundle"]

_PICTURE = "display:block;max-width:100%;height:auto"
_FINDING = (
    "margin:0.5em 0 0;padding:0.5em 0.75em;border-left:4px solid #b3261e;white-space:pre-wrap;overflow-wrap:anywhere"
)
_SCALE = 2.0
"""Device pixels for one CSS px of the PNG."""
_DIGITS = 10
_shown: Counter[str] = Counter()
"""How often each picture was shown; no two on one page have the same ids, also where they are alike."""
_lock = Lock()


@dataclass(frozen=True, slots=True)
class _Pictures:
    png: bytes
    svg: str
    size: tuple[int, int]
    """CSS px."""


def bundle(figure: Figure, renderer: Renderer) -> tuple[dict[str, Any], dict[str, Any]]:
    """The representations of a figure by media type, and what front ends are to know of them.

    SVG comes first, PNG is for front ends without it. Where something is found there is HTML as well, which front ends
    prefer: the same picture and the messages. There the SVG is an ``<img>``, so that no front end takes it apart.
    """
    named = NamedFigure.of(figure)
    pictures: _Pictures | None = None
    try:
        placed = renderer.place(named)
        findings: list[Diagnostic] = [fault.diagnostic for fault in check(renderer, named, placed)]
        png = renderer.picture(named, placed, plain_output("png", _SCALE))
        ids = replace(named, name=f"{named.name}-{_mark(png)}")
        svg = renderer.picture(ids, placed, plain_output("svg")).decode()
        box = placed.root.rect
        pictures = _Pictures(png, svg, (round(box.width), round(box.height)))
    except LayoutkitError as found:
        findings = list(found.diagnostics)
    words = [f"{figure.title}: {figure.alt}", *(format_diagnostic(finding) for finding in findings)]
    data: dict[str, Any] = {"text/plain": "\n\n".join(words)}
    about: dict[str, Any] = {}
    if pictures is not None:
        width, height = pictures.size
        data["image/svg+xml"] = pictures.svg
        data["image/png"] = base64.b64encode(pictures.png).decode()
        about["image/png"] = {"width": width, "height": height, "alt": figure.alt}
        about["image/svg+xml"] = {"alt": figure.alt}
    if findings:
        data["text/html"] = _html(figure, pictures, findings)
    return data, about


def _mark(png: bytes) -> str:
    """What tells a picture from all others on the page: by its content, so that a notebook run again stays as it is."""
    digest = hashlib.sha256(png).hexdigest()[:_DIGITS]
    with _lock:
        _shown[digest] += 1
        return f"{digest}-{_shown[digest]}"


def _html(figure: Figure, pictures: _Pictures | None, findings: list[Diagnostic]) -> str:
    parts = []
    if pictures is not None:
        source = base64.b64encode(pictures.svg.encode()).decode()
        alt = escape(figure.alt)
        parts.append(
            f'<img alt="{alt}" width="{pictures.size[0]}" style="{_PICTURE}" src="data:image/svg+xml;base64,{source}">'
        )
    parts += [f'<pre style="{_FINDING}">{escape(format_diagnostic(finding))}</pre>' for finding in findings]
    return "<div>" + "".join(parts) + "</div>"
