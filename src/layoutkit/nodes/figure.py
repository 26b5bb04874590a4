"""A figure: a function of the theme, and what the world must know about its picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.origin import caller_origin
from layoutkit.text.acceptance import check_controls

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layoutkit.nodes.node import Node
    from layoutkit.origin import Origin
    from layoutkit.tokens import Theme

__all__ = ["Figure", "figure"]


@dataclass(frozen=True, slots=True)
class Figure:
    """What ``@figure`` makes of a function."""

    build: Callable[[Theme], Node]
    """The function: theme in, tree out."""
    title: str
    alt: str
    """What the picture says, for readers who cannot see it."""
    description: str
    language: str
    """BCP 47 tag of the texts, such as ``pt-BR``."""
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

    def suits(self, theme: Theme, default: Theme) -> bool:
        """Whether it has a layout for the page of a theme: for any width, or for that of the theme without modes."""
        return self.reflows or theme.page.width == default.page.width


def figure(
    *,
    title: str = "",
    alt: str = "",
    description: str = "",
    language: str = "pt-BR",
    name: str | None = None,
    section: str = "",
    goal: str = "",
    shows: Sequence[str] = (),
    reflows: bool = False,
) -> Callable[[Callable[[Theme], Node]], Figure]:
    """Declare a figure; the decorated function takes the theme and returns the tree.

    Args:
        title: the figure's title, for metadata; it has to be given.
        alt: one or two sentences that say what the picture shows; they have to be given.
        description: the long description, where the alt text is not enough.
        language: BCP 47 tag of the texts; that of the series, ``pt-BR``, where nothing is said.
        name: file name without suffix, such as ``04-pipeline-sft``; by default the script's own.
        section: the part of the text that the figure belongs to; this and the next two are for ``layoutkit catalog``.
        goal: what the figure teaches, in one sentence.
        shows: what it demonstrates, item by item.
        reflows: whether the function lays the figure out for pages of other widths too. Modes in which the page has
            another width, such as that of a phone, leave out the figures that do not.

    Raises:
        LayoutkitError: title or alt text is missing (``alt-text``), ``shows`` is one string (``bad-value``), or a text
            holds what no file can (``control-character``).
    """
    origin = caller_origin()
    for what, text, hint in (
        ("title", title, 'say what it is called: title="…"'),
        ("alt text", alt, 'say what the picture shows, for readers who cannot see it: alt="…"'),
    ):
        if not text.strip():
            raise error("alt-text", f"the figure has no {what}", origin=origin, hint=hint)
    if isinstance(shows, str):
        message = f"shows is the text {shows!r:.40}; expected a list of texts"
        raise error("bad-value", message, origin=origin, hint='put it in brackets: shows=["…", "…"]')
    words = {"title": title, "alt text": alt, "description": description, "section": section, "goal": goal}
    for what, text in (*words.items(), *(("list of what it shows", item) for item in shows)):
        check_controls(text, origin, f"the figure's {what}")

    def declare(build: Callable[[Theme], Node]) -> Figure:
        return Figure(build, title, alt, description, language, name, origin, section, goal, tuple(shows), reflows)

    return declare
