"""Figures outside of commands: in a program, a loop, a web handler, a thread or a notebook.

Nothing of the process is changed here: no stream, no folder, no import path, no switch of the interpreter.
"""

from __future__ import annotations

import warnings
from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from layoutkit import notebook
from layoutkit.base import TOKENS as BASE
from layoutkit.diagnostics import LayoutkitError, error
from layoutkit.discover import NamedFigure
from layoutkit.origin import locations
from layoutkit.output.files import write_file
from layoutkit.policy import check as examined
from layoutkit.renderer import Renderer
from layoutkit.tokens.load import load_theme, nearest_file

if TYPE_CHECKING:
    from layoutkit.diagnostics import Diagnostic
    from layoutkit.nodes import Figure
    from layoutkit.tokens.theme import Theme

__all__ = ["bundle", "check", "render", "save"]

_MOST = 4
"""Themes whose fonts stay open."""
_open: OrderedDict[int, Renderer] = OrderedDict()
"""By the identity of their themes, which they hold."""
_lock = Lock()
_noted: dict[str | tuple[str, type[Warning], int], int] = {}
"""Which notes were given, so that each is given once."""


def render(
    figure: Figure,
    theme: Theme | None,
    format: str,  # noqa: A002 - as in ``Figure``
    scale: float | None,
    *,
    text: str | None = None,
) -> bytes:
    """See ``Figure.render``."""
    return _renderer(figure, theme).render(figure, format, scale, text=text)


def save(
    figure: Figure, path: str | Path, theme: Theme | None, scale: float | None, *, text: str | None = None
) -> Path:
    """See ``Figure.save``."""
    target = Path(path)
    if not target.suffix:
        hint = 'end it in .png, .webp, .svg or .pdf: "overview.png"'
        raise error("unknown-format", f"the name {target.name!r} ends in no format", hint=hint)
    write_file(target, render(figure, theme, target.suffix[1:].lower(), scale, text=text))
    return target


def check(figure: Figure, theme: Theme | None) -> list[Diagnostic]:
    """See ``Figure.check``."""
    renderer, named = _renderer(figure, theme), NamedFigure.of(figure)
    try:
        return [fault.diagnostic for fault in examined(renderer, named, renderer.place(named))]
    except LayoutkitError as found:
        return list(found.diagnostics)


def bundle(figure: Figure) -> tuple[dict[str, Any], dict[str, Any]]:
    """See :mod:`layoutkit.notebook`."""
    return notebook.bundle(figure, _renderer(figure, None))


def _renderer(figure: Figure, theme: Theme | None) -> Renderer:
    """What renders with a theme; figures that share one share its fonts, which are opened once."""
    theme = theme or figure.theme
    if theme is None:
        return Renderer(_theme_for(figure))
    with _lock:
        found = _open.pop(id(theme), None) or Renderer(theme)
        _open[id(theme)] = found
        while len(_open) > _MOST:
            _open.popitem(last=False)
        return found


def _theme_for(figure: Figure) -> Theme:
    """That of the nearest token file: of the figure's script, or of the current folder where it is in no file."""
    where = locations(figure.origin[:1])
    script = where[0].path if where else Path()
    path = nearest_file(script.parent.absolute() if script.is_file() else Path.cwd())
    if path is None:
        path = BASE
        note = f"no tokens.toml is near {script.name or 'the figure'}: the figure has the base theme of layoutkit"
        line = where[0].line if where else 1
        hint = "write one, or call render(theme=load_theme())"
        warnings.warn_explicit(f"{note}; {hint}", UserWarning, str(script), line, registry=_noted)
    return load_theme(path)
