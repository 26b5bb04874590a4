"""``layoutkit preview``: figures in the browser while they are written."""

from __future__ import annotations

import argparse
from importlib.util import find_spec
from pathlib import Path

from layoutkit import Diagnostic, UsageError
from layoutkit.commands.arguments import add_debug, add_look, look
from layoutkit.commands.help import add_command
from layoutkit.commands.reporting import OK

__all__ = ["INSTALL", "add", "missing_packages"]

INSTALL = 'pip install "layoutkit[preview]"'
"""Brings what the preview needs."""
_NEEDED = ("starlette", "uvicorn", "watchfiles")
_PORTS = 65536


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "preview",
        "show figures in the browser, and redraw them whenever a file is saved",
        examples=[
            ("layoutkit preview figures/", "until Ctrl+C"),
            ("layoutkit preview figures/ --no-open --port 8000", "print the address only"),
        ],
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folder of figure scripts, or a script")
    add_look(parser)
    parser.add_argument("--port", type=_port, default=0, metavar="N", help="default: any free port")
    parser.add_argument("--no-open", action="store_true", help="do not open a browser")
    parser.add_argument(
        "--editor", metavar="URL", help="address of a line; default: vscode://file/{path}:{line}:{column}"
    )
    parser.add_argument(
        "--patience", type=_seconds, default=20.0, metavar="SECONDS", help="limit for one figure; default: 20"
    )
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve the page until Ctrl+C.

    Raises:
        UsageError: a package is missing, there is no script, or the port is taken.
    """
    missing = missing_packages()
    if missing:
        raise UsageError(Diagnostic("preview", f"the preview needs {', '.join(missing)}", hint=INSTALL))
    from layoutkit.discover import discover  # noqa: PLC0415 - Cairo and HarfBuzz, not needed for --help
    from layoutkit.preview.keeper import Limits  # noqa: PLC0415 - an optional extra
    from layoutkit.preview.launch import EDITOR, preview  # noqa: PLC0415 - likewise

    discover(options.paths)
    try:
        preview(
            options.paths,
            look(options),
            port=options.port,
            editor=options.editor or EDITOR,
            limits=Limits(seconds=options.patience),
            opens=not options.no_open,
            ready=lambda address: print(f"{address}\nCtrl+C ends the preview", flush=True),
        )
    except KeyboardInterrupt:  # the way to end it
        print()
    return OK


def missing_packages() -> list[str]:
    """The packages that the preview needs and that are not installed."""
    return [name for name in _NEEDED if find_spec(name) is None]


def _port(text: str) -> int:
    """A port number.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    if not text.isdecimal() or int(text) >= _PORTS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; write a number from 0 to {_PORTS - 1}")
    return int(text)


def _seconds(text: str) -> float:
    """A number of seconds.

    Raises:
        argparse.ArgumentTypeError: it is not a number above 0.
    """
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds; write one above 0, such as 20")
    return seconds
