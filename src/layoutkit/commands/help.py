"""The parser of one command: a sentence, its options, examples and exit statuses, on one screen."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["add_command"]

_STATUS = "exit status:\n  {}"
_USAGE = "2 wrong usage"


def add_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    what: str,
    *,
    examples: Sequence[tuple[str, str]],
    status: str = "0 done, 1 something failed",
) -> argparse.ArgumentParser:
    """Add a command to a parser's commands.

    Args:
        commands: those of ``layoutkit``, or the actions of one of them.
        name: the word on the command line.
        what: what the command does, as an imperative without a capital or a full stop: ``render figures to files``.
        examples: command lines, each with what it does.
        status: the exit statuses other than 2, which is wrong usage for each command.
    """
    width = max(len(line) for line, _ in examples)
    lines = [f"  {line:{width}}  {meaning}".rstrip() for line, meaning in examples]
    return commands.add_parser(
        name,
        help=what,
        description=f"{what[0].upper()}{what[1:]}.",
        epilog="\n".join(["examples:", *lines, "", _STATUS.format(f"{status}, {_USAGE}")]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
