"""``layoutkit tokens list``: the tokens that matter first, those that are named, or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit import Diagnostic, UsageError
from layoutkit.commands.arguments import add_debug, add_mode, add_tokens, modes, scripts_of
from layoutkit.commands.help import add_command
from layoutkit.commands.reporting import OK, print_json
from layoutkit.declarations import with_declarations
from layoutkit.diagnostics import did_you_mean

if TYPE_CHECKING:
    import argparse

    from layoutkit.tokens.listing import Listed

__all__ = ["add"]

_VALUE_WIDTH = 16
"""Columns for a value; the few longer ones push the rest of their line."""


def add(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the action."""
    words = "list tokens with their values, locations and the tokens that use them"
    parser = add_command(
        actions,
        "list",
        words,
        examples=[
            ("layoutkit tokens list", "the forty that matter first"),
            ("layoutkit tokens list radius ink", "a section, a token"),
            ("layoutkit tokens list --all --mode theme=dark", ""),
        ],
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="a token or a section, such as ink or radius")
    parser.add_argument("--all", action="store_true", help="every token")
    add_tokens(parser)
    add_mode(parser)
    parser.add_argument("--json", action="store_true", help="print every token, or those named, for programs")
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print tokens."""
    from layoutkit.tokens import load_all  # noqa: PLC0415 - not needed for --help
    from layoutkit.tokens.essentials import by_decision  # noqa: PLC0415
    from layoutkit.tokens.listing import listing  # noqa: PLC0415

    themes = with_declarations(lambda: load_all(options.tokens), scripts_of(options))
    every = listing(themes, modes(themes, options.mode).values)
    found = _named(every, options.names)
    if options.json:
        rows = [
            {
                "name": token.name,
                "value": token.value,
                "written": token.written if isinstance(token.written, str | bool | int | float) else str(token.written),
                "file": str(token.place.path),
                "line": token.place.line,
                "column": token.place.column,
                "inherited": token.inherited,
                "referrers": list(token.referrers),
            }
            for token in found
        ]
        print_json(rows)
        return OK
    whose = themes.source.base is not None
    if options.all or options.names:
        _print_rows([(token, ", ".join(token.referrers)) for token in found], whose=whose)
        return OK
    decisions = by_decision(every)
    width = max((len(token.name) for _, tokens in decisions for token in tokens), default=0)
    for decision, tokens in decisions:
        print(f"# {decision.name}")
        _print_rows([(token, _count(len(token.referrers))) for token in tokens], width, whose=whose)
        print()
    shown = sum(len(tokens) for _, tokens in decisions)
    print(f"{shown} of {len(every)} tokens; --all lists every one, and a name those of a section")
    return OK


def _count(referrers: int) -> str:
    return f"{referrers} other{'s' if referrers > 1 else ''}" if referrers else ""


def _named(found: list[Listed], words: list[str]) -> list[Listed]:
    """The tokens of some names, full or as in ``[color]``, and those below them; all where none is named.

    Raises:
        UsageError: a name of no token.
    """
    wanted: set[str] = set()
    for word in words:
        its = {token.name for token in found if f".{token.name}.".startswith((f".{word}.", f".color.{word}."))}
        if not its:
            hint = did_you_mean(
                word, [*(token.name for token in found), *{token.name.split(".")[0] for token in found}]
            )
            raise UsageError(Diagnostic("unknown-token", f"there is no token {word!r}", hint=hint))
        wanted |= its
    return [token for token in found if token.name in wanted] if words else found


def _print_rows(rows: list[tuple[Listed, str]], width: int = 0, *, whose: bool) -> None:
    """A line for each token, with who refers to it."""
    width = width or max(len(token.name) for token, _ in rows)
    for token, referrers in rows:
        users = f"  <- {referrers}" if referrers else ""
        where = f"{token.place.path}:{token.place.line}"
        origin = f"{'inherited' if token.inherited else 'own':9}  " if whose else ""
        print(f"{token.name:{width}}  {token.value:{_VALUE_WIDTH}}  {origin}{where}{users}")
