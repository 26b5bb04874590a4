"""A figure: a function of the theme, and what the world must know about its picture."""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, Never, Protocol, cast

from layoutkit.diagnostics import did_you_mean, error
from layoutkit.lazily import declared
from layoutkit.origin import caller_origin, is_importing
from layoutkit.text.acceptance import check_controls
from layoutkit.tokens.schema import Field, ValueKind
from layoutkit.tokens.tables import TokenTable, color_key, component, length_key, number_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from layoutkit.diagnostics import Diagnostic
    from layoutkit.nodes.node import Node
    from layoutkit.origin import Origin
    from layoutkit.tokens import Theme

__all__ = ["PAGE", "Figure", "Presentation", "declaring", "figure"]

Declared = tuple["Figure", bool]
"""A figure, and whether it was declared in a module that is being imported."""
_declared: ContextVar[list[Declared] | None] = ContextVar("declared", default=None)

_LOGO_POSITIONS = tuple(f"{edge}-{side}" for edge in ("top", "bottom") for side in ("left", "center", "right"))

PAGE = TokenTable(
    "page",
    {
        "width": length_key(required=True, positive=True),
        "zoom": number_key(least=0.1),
        "words": number_key(least=1),
        "columns": number_key(least=1),
        "logo": Field(ValueKind.PICTURE),
        "logo_height": replace(length_key(default=32, positive=True), needs="logo"),
        "logo_position": Field(ValueKind.WORD, words=_LOGO_POSITIONS, default="top-left", needs="logo"),
        "pattern": Field(ValueKind.WORD, words=("none", "dots", "grid"), default="none"),
        "pattern_color": replace(color_key(), needs="pattern"),
        "pattern_pitch": replace(length_key(default=24), least=1, needs="pattern"),
        "pattern_size": replace(length_key(default=2), needs="pattern"),
        "pattern_clearance": replace(length_key(default=8), needs="pattern"),
        "pattern_under_text": Field(ValueKind.BOOLEAN, default=False, needs="pattern"),
    },
)
"""The box that every figure stands on; ``words`` is the most that a figure may have, ``columns`` is for figures.

``zoom`` multiplies every length of the token file but the width of the page.
"""


class Presentation(Protocol):
    """What renders and checks figures; it stands above this module, so ``layoutkit`` declares it."""

    def render(
        self,
        figure: Figure,
        theme: Theme | None,
        format: str,  # noqa: A002 - as in ``Figure``
        scale: float | None,
        *,
        text: str | None,
    ) -> bytes:
        """The bytes of a file."""
        ...

    def save(
        self, figure: Figure, path: str | Path, theme: Theme | None, scale: float | None, *, text: str | None
    ) -> Path:
        """Write a file."""
        ...

    def check(self, figure: Figure, theme: Theme | None) -> list[Diagnostic]:
        """The findings."""
        ...

    def bundle(self, figure: Figure) -> tuple[dict[str, Any], dict[str, Any]]:
        """What a notebook shows."""
        ...


def _present() -> Presentation:
    """What renders figures; it is loaded when a figure is first rendered."""
    (name,) = declared("presentation")
    return cast("Presentation", import_module(name))


@component(PAGE)
@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """What ``@figure`` makes of a function; those that a loop makes may be alike, and are several."""

    build: Callable[[Theme], Node]
    """The function: theme in, tree out."""
    title: str
    alt: str
    """What the picture says, for readers who cannot see it."""
    description: str
    language: str
    """BCP 47 tag of the texts, such as ``pt-BR``; empty takes that of ``[series]``."""
    name: str | None
    """File name without suffix; None takes the script's."""
    origin: Origin
    section: str = ""
    """The part of the text that the figure belongs to; empty where it says none, as are the next two."""
    goal: str = ""
    """What the figure teaches, in one sentence."""
    shows: tuple[str, ...] = ()
    """What it demonstrates, item by item."""
    reflows: bool = False
    """Whether its function lays it out for pages of other widths too."""
    theme: Theme | None = None
    """What it is rendered with where nothing else is said; None for that of the nearest token file."""

    def render(
        self,
        theme: Theme | None = None,
        format: str = "png",  # noqa: A002 - as Pillow and Matplotlib call it
        scale: float | None = None,
        *,
        text: str | None = None,
    ) -> bytes:
        """The figure as a file; nothing is checked, and nothing of the process is changed.

        Args:
            theme: from ``load_theme``; by default that of ``with_theme``, else of the nearest tokens.toml, in the
                folder of the script or above it, else the base theme.
            format: ``png``, ``webp``, ``svg`` or ``pdf``.
            scale: device pixels for one px of the layout; how many times as large as the layout a PDF or SVG is.
                Defaults to 2 for PNG and WebP, to 1 for the others.
            text: of an SVG: ``live``, the default, for browsers; ``outlines`` for programs that load no fonts of it.

        Raises:
            FigureError: the figure cannot be built.
            OutputError: it cannot be written in this format.
            TokensError: the token file is missing or has errors.
            UsageError: there is no such format, the scale is not a number above 0, or the format has no such text.
        """
        return _present().render(self, theme, format, scale, text=text)

    def save(
        self, path: str | Path, theme: Theme | None = None, scale: float | None = None, *, text: str | None = None
    ) -> Path:
        """Write the figure to a file, in the format that the name ends in: ``figure.save("overview.svg")``.

        The file is written beside the old one and then takes its place, so nobody reads half a file.

        Args:
            path: of the file; its folder is made where there is none.
            theme: as in ``render``.
            scale: as in ``render``.
            text: as in ``render``.

        Raises:
            LayoutkitError: as in ``render``; also an OutputError where the file cannot be written.
        """
        return _present().save(self, path, theme, scale, text=text)

    def check(self, theme: Theme | None = None) -> list[Diagnostic]:
        """What the rules find in the figure; errors first. An empty list means no findings.

        Args:
            theme: as in ``render``.

        Raises:
            TokensError: the token file is missing or has errors.
        """
        return _present().check(self, theme)

    def with_theme(self, theme: Theme) -> Figure:
        """The same figure, rendered with a theme where nothing else is said; notebooks show it so."""
        return replace(self, theme=theme)

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        """What Jupyter shows for a figure that is the last expression of a cell."""
        return _present().bundle(self)

    def suits(self, theme: Theme, default: Theme) -> bool:
        """Whether it has a layout for the page of a theme: for any width, or for that of the theme without modes."""
        return self.reflows or theme.page.width == default.page.width


def figure(
    *positional: Never,
    title: str = "",
    alt: str = "",
    description: str = "",
    language: str = "",
    name: str | None = None,
    section: str = "",
    goal: str = "",
    shows: Sequence[str] = (),
    reflows: bool = False,
    **unknown: Never,
) -> Callable[[Callable[[Theme], Node]], Figure]:
    """Declare a figure; the decorated function takes the theme and returns the tree.

    Args:
        title: the figure's title, for metadata; it has to be given.
        alt: one or two sentences that describe what the picture shows; they have to be given.
        description: the long description, where the alt text is not enough.
        language: BCP 47 tag of the texts; by default that of ``[series]`` in the token file.
        name: file name without suffix, such as ``04-pipeline-sft``; by default the script's own.
        section: the part of the text that the figure belongs to; this and the next two are for ``layoutkit catalog``.
        goal: what the figure teaches, in one sentence.
        shows: what it demonstrates, item by item.
        reflows: whether the function also lays the figure out for other page widths. Without it, modes with another
            page width, such as phones, skip the figure.
        positional: nothing; what stands here is reported.
        unknown: nothing, as well.

    Raises:
        LayoutkitError: title or alt text is missing (``alt-text``), an argument has another type (``bad-value``), a
            keyword does not exist (``unknown-keyword``), a text holds what no file can (``control-character``), or what
            is decorated is not a function of the theme (``bad-figure``).
    """
    origin = caller_origin()
    _check_call(positional, unknown, origin)
    given = {"title": title, "alt": alt, "description": description, "language": language}
    given |= {"section": section, "goal": goal, **({} if name is None else {"name": name})}
    for what, text in given.items():
        if not isinstance(text, str):
            hint = f'write it in quotes: {what}="…"'
            raise error("bad-value", f"{what} is {_shown(text)}; expected a text", origin=origin, hint=hint)
    for what, text, hint in (
        ("title", title, 'add title="…"'),
        ("alt text", alt, 'describe the picture for readers who cannot see it: alt="…"'),
    ):
        if not text.strip():
            raise error("alt-text", f"the figure has no {what}", origin=origin, hint=hint)
    if isinstance(shows, str) or not isinstance(shows, Sequence) or not all(isinstance(item, str) for item in shows):
        what = "the text " if isinstance(shows, str) else ""
        message = f"shows is {what}{_shown(shows)}; expected a list of texts"
        raise error("bad-value", message, origin=origin, hint='put it in brackets: shows=["…", "…"]')
    if not isinstance(reflows, bool):
        message = f"reflows is {_shown(reflows)}; expected True or False"
        raise error("bad-value", message, origin=origin, hint="write reflows=True, or remove it")
    words = {"title": title, "alt text": alt, "description": description, "section": section, "goal": goal}
    for what, text in (*words.items(), *(("list of what it shows", item) for item in shows)):
        check_controls(text, origin, f"the figure's {what}")

    def declare(build: Callable[[Theme], Node]) -> Figure:
        _check_function(build, origin)
        made = Figure(build, title, alt, description, language, name, origin, section, goal, tuple(shows), reflows)
        declared = _declared.get()
        if declared is not None:
            declared.append((made, is_importing()))
        return made

    return declare


@contextlib.contextmanager
def declaring() -> Iterator[list[Declared]]:
    """Gather all figures that are declared while it is open, in their order."""
    gathered: list[Declared] = []
    token = _declared.set(gathered)
    try:
        yield gathered
    finally:
        _declared.reset(token)


def _check_call(positional: Sequence[object], unknown: Iterable[str], origin: Origin) -> None:
    """Refuse what ``figure`` takes for type checkers alone, so that it can be reported.

    Raises:
        LayoutkitError: ``bad-figure`` or ``unknown-keyword``.
    """
    if positional:
        message = "@figure has no parentheses" if callable(positional[0]) else "figure takes keywords only"
        raise error("bad-figure", message, origin=origin, hint='write @figure(title="…", alt="…")')
    for word in unknown:
        hint = did_you_mean(word, figure.__kwdefaults__ or ())
        raise error("unknown-keyword", f"figure has no keyword {word!r}", origin=origin, hint=hint)


def _check_function(build: object, origin: Origin) -> None:
    """Refuse what cannot be called with the theme, or makes no tree when it is.

    Raises:
        LayoutkitError: ``bad-figure``.
    """
    name = getattr(build, "__name__", "example")
    hint = f"write def {name}(t: Theme) -> Node:"
    if not callable(build):
        what = "another @figure" if isinstance(build, Figure) else f"{_shown(build)}, which is not a function"
        raise error("bad-figure", f"@figure stands before {what}", origin=origin, hint=hint)
    for is_other, kind in (
        (inspect.iscoroutinefunction, "an async function"),
        (inspect.isgeneratorfunction, "a generator"),
    ):
        if is_other(build):
            message = f"the figure function {name} is {kind}; expected a function that returns a node"
            raise error("bad-figure", message, origin=origin, hint=hint)
    try:
        signature = inspect.signature(build)
    except (TypeError, ValueError):  # of a function in C, which nobody can know
        return
    try:
        signature.bind(None)
    except TypeError:
        message = f"the figure function is {name}{signature}; expected one that takes one argument, the theme"
        raise error("bad-figure", message, origin=origin, hint=hint) from None


def _shown(value: object) -> str:
    """A value of the author's as a message shows it."""
    try:
        return f"{value!r:.60}"
    except Exception:  # noqa: BLE001 - an object of the author's may raise anything here
        return f"a {type(value).__name__}"
