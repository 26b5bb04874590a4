"""The command line: reads arguments, runs a command, prints what went wrong."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from importlib import import_module
from typing import TYPE_CHECKING

from layoutkit import LayoutkitError, UsageError, __version__
from layoutkit.commands.reporting import FAILED, report
from layoutkit.diagnostics import internal
from layoutkit.interruption import InterruptedRunError, ending_in_order
from layoutkit.terminal import spell_out_what_streams_lack

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

_WRONG_USAGE, _INTERRUPTED = 2, 130
_COMMANDS = (
    "new",
    "preview",
    "render",
    "check",
    "explain",
    "inspect",
    "catalog",
    "icons",
    "tokens",
    "completion",
)
"""In the order of the help; each has a module of its name."""
_OF_A_SHELL = "_ARGCOMPLETE"
"""The variable with which a shell asks for the words of a command line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 0, 1 where something failed, 2 for wrong usage."""
    spell_out_what_streams_lack()
    parser = _parser(_named(sys.argv[1:] if arguments is None else arguments))
    if _OF_A_SHELL in os.environ:
        from layoutkit.commands.completion import answer_a_shell  # noqa: PLC0415 - for a shell alone

        answer_a_shell(parser)
    options = parser.parse_args(arguments)
    try:
        with ending_in_order():
            status: int = options.run(options)
    except UsageError as fault:
        report(fault.diagnostics)
        return _WRONG_USAGE
    except LayoutkitError as fault:
        if options.debug:
            traceback.print_exc()
        report(fault.diagnostics)
        return FAILED
    except KeyboardInterrupt as interrupt:
        print("interrupted; files written so far are complete", file=sys.stderr)
        return interrupt.status if isinstance(interrupt, InterruptedRunError) else _INTERRUPTED
    except BrokenPipeError:  # whoever read the results has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as fault:  # the last resort: no bare traceback unless --debug asks
        if options.debug:
            raise
        report([internal(fault)])
        return FAILED
    return status


def _named(arguments: Sequence[str]) -> Sequence[str]:
    """The commands whose modules are needed: the one that is named, none for the version, all for help and errors."""
    first = arguments[0] if arguments and _OF_A_SHELL not in os.environ else ""
    if first == "--version":
        return ()
    return (first,) if first in _COMMANDS else _COMMANDS


def _parser(names: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="layoutkit", description="Infographics from short Python scripts and one token file."
    )
    parser.add_argument("--version", action="version", version=f"layoutkit {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in names:
        import_module(f"layoutkit.commands.{name}").add(commands)
    return parser
