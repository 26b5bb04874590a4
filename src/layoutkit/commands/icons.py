"""``layoutkit icons``: lists the bundled icons, searches them by words, and writes the page that shows them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit import Diagnostic, UsageError
from layoutkit.commands.arguments import add_debug
from layoutkit.commands.help import add_command
from layoutkit.commands.reporting import OK
from layoutkit.drawing.icon_hint import icon_hint
from layoutkit.drawing.icon_words import icon_words, icons_found
from layoutkit.output.files import write_file

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from layoutkit.drawing.icon_words import IconWords

__all__ = ["add"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "icons",
        "list the bundled icons, or search them by English and Portuguese words",
        examples=[
            ("layoutkit icons", "every name, with its words"),
            ("layoutkit icons lixeira", "the icons for a word"),
            ("layoutkit icons --sheet icons.html", "a page with pictures and a search field"),
        ],
    )
    parser.add_argument("words", nargs="*", metavar="WORD", help="show only icons that have all of the words")
    parser.add_argument(
        "--sheet", type=Path, metavar="FILE", help="write a page that shows and searches them: icons.html"
    )
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the names with their words, or write the page."""
    found: Sequence[IconWords] = icons_found(" ".join(options.words)) if options.words else icon_words()
    if not found:
        words = " ".join(options.words)
        raise UsageError(Diagnostic("unknown-icon", f"no icon is called {words!r:.60}", hint=icon_hint(words)))
    if options.sheet is not None:
        from layoutkit.commands.icon_page import icon_page  # noqa: PLC0415 - for this option alone

        write_file(options.sheet, icon_page(found).encode())
        print(options.sheet)
        return OK
    width = max(len(one.name) for one in found)
    for one in found:
        print(f"{one.name:{width}}  {', '.join((*one.portuguese, *one.english))}".rstrip())
    return OK
