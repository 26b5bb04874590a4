"""``layoutkit tokens fix``: shows which colours to change so that every contract is kept, and writes them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from layoutkit import Diagnostic, UsageError
from layoutkit.commands.arguments import add_debug, add_keep, add_tokens, scripts_of
from layoutkit.commands.help import add_command
from layoutkit.commands.reporting import FAILED, OK, report
from layoutkit.declarations import with_declarations
from layoutkit.diagnostics import did_you_mean, error
from layoutkit.terminal import colored, printable, shows_any_color

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from pathlib import Path

    from layoutkit.color import Color
    from layoutkit.tokens import Themes
    from layoutkit.tokens.solve import Change

__all__ = ["add"]

_YES = ("y", "yes")
_SWATCH = 4
"""Columns of a colour."""


def add(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the action."""
    words = "change the lightness of colours until every contract is kept"
    parser = add_command(
        actions,
        "fix",
        words,
        examples=[
            ("layoutkit tokens fix", "shows the changes and asks"),
            ("layoutkit tokens fix --keep accent --yes", "keeps accent, does not ask"),
        ],
    )
    add_keep(parser)
    parser.add_argument("--yes", action="store_true", help="write the changes without asking")
    add_tokens(parser)
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Show the changes, ask, and write them."""
    from layoutkit.output.files import write_over  # noqa: PLC0415 - not needed for --help
    from layoutkit.tokens.load import load_all  # noqa: PLC0415
    from layoutkit.tokens.solve import solve  # noqa: PLC0415

    path: Path = options.tokens
    before = path.read_bytes() if path.is_file() else b""
    themes = with_declarations(lambda: load_all(path), scripts_of(options))
    plan = solve(themes, _kept(themes, options.keep))
    if plan.conflicts:
        report([conflict.diagnostic() for conflict in plan.conflicts])
        print(f"{path}: nothing was written, as not all contracts can be kept", file=sys.stderr)
        return FAILED
    if not plan.changes:
        return _summed_up(path, themes, "no colour has to change")
    _show(plan.changes)
    data = _rewritten(path, before, plan.changes)
    count = f"{len(plan.changes)} value{'s' if len(plan.changes) > 1 else ''}"
    if not options.yes and not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(f"{path}: nothing was written, as this is not a terminal to ask at; add --yes to write", file=sys.stderr)
        return FAILED
    if not options.yes and not _agrees(f"write {count} to {path}? [y/N] "):
        print(f"{path}: nothing was written", file=sys.stderr)
        return FAILED
    write_over(path, before, data)
    return _summed_up(path, load_all(path), f"{count} written")


def _kept(themes: Themes, wanted: Iterable[str]) -> set[str]:
    """The full names of the tokens that stay; a tone stays with the colour that it is made from.

    Raises:
        UsageError: a name of no colour.
    """
    from layoutkit.tokens.schema import ValueKind  # noqa: PLC0415 - not needed for --help

    leaves = themes.default.evaluation.leaves
    colors = [name for name, leaf in leaves.items() if leaf.field.kind is ValueKind.COLOR]
    found: set[str] = set()
    for name in wanted:
        its = {full for full in (name, f"color.{name}", f"tone.{name}") if full in colors}
        if not its:
            hint = did_you_mean(name, [*colors, *(color.removeprefix("color.") for color in colors)])
            raise UsageError(Diagnostic("unknown-token", f"--keep names {name!r}, which is not a colour", hint=hint))
        found |= its
    return found


# -- what is shown ------------------------------------------------------------------------------


def _show(changes: Iterable[Change]) -> None:
    """One line for each change, with swatches where the terminal shows any colour."""
    from layoutkit.tokens.mode_looks import token_at  # noqa: PLC0415 - not needed for --help

    in_color = colored(sys.stdout) and shows_any_color()
    rows = [(token_at(change.path), change) for change in changes]
    width = max(len(name) for name, _ in rows)
    for name, change in rows:
        swatches = f"{_swatch(change.before)}{_swatch(change.after)}  " if in_color else ""
        modes = f"  in {change.modes}" if change.modes else ""
        contracts = ", ".join(f"contract.{contract}" for contract in change.contracts)
        formula = f"  as {change.value}" if "(" in change.value else ""
        values = f"{change.before.hex} -> {change.after.hex}"
        print(f"{swatches}{printable(f'{name:{width}}  {values}{modes}  for {contracts}{formula}')}")


def _swatch(color: Color) -> str:
    red, green, blue = (round(255 * part) for part in (color.red, color.green, color.blue))
    return f"\x1b[48;2;{red};{green};{blue}m{' ' * _SWATCH}\x1b[0m"


def _agrees(question: str) -> bool:
    try:
        return input(question).strip().lower() in _YES
    except EOFError:
        print()
        return False


def _summed_up(path: Path, themes: Themes, done: str) -> int:
    """Say what is left: sizes on paper, which no colour changes."""
    from layoutkit.check.broken_contracts import broken_contracts  # noqa: PLC0415 - not needed for --help

    found = broken_contracts([*themes])
    report(found.findings)
    if not found.ok:
        print(f"{path}: {done}; what is left is no matter of colours")
        return FAILED
    print(f"{path}: {done}; every contract is kept")
    return OK


# -- what is written ----------------------------------------------------------------------------


def _rewritten(path: Path, before: bytes, changes: Iterable[Change]) -> bytes:
    """The file with the changes, which keeps its contracts.

    Raises:
        LayoutkitError: it does not.
    """
    from layoutkit.tokens.faults import Faults  # noqa: PLC0415 - not needed for --help
    from layoutkit.tokens.load import themes_of  # noqa: PLC0415
    from layoutkit.tokens.rewrite import rewritten  # noqa: PLC0415
    from layoutkit.tokens.source import parse_source  # noqa: PLC0415
    from layoutkit.tokens.trial import start  # noqa: PLC0415

    mark = "\ufeff" if before.startswith("\ufeff".encode()) else ""
    text = rewritten(before.decode("utf-8-sig"), {change.path: change.value for change in changes})
    themes = themes_of(parse_source(path, text.replace("\r\n", "\n")), Faults())
    if start(themes).weight[0]:
        raise error("contract", f"{path} would break contracts with these changes as well; nothing was written")
    return f"{mark}{text}".encode()
