"""``layoutkit render --watch``: render again whenever something changes that the figures are made from."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit import Diagnostic, LayoutkitError, UsageError
from layoutkit.commands.arguments import look
from layoutkit.commands.reporting import FAILED, report
from layoutkit.interruption import stop_if_asked

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

__all__ = ["watch"]

_STILL, _LONGEST = 30, 200
"""Milliseconds without a further change that end a wait, and how long it lasts at most: programs save in several steps.
A file that is younger than 20 ms when it is read is not trusted for the next run."""


def watch(options: argparse.Namespace, render_once: Callable[..., int]) -> int:
    """Render, wait for a change, and begin again; a signal ends it.

    Args:
        options: of the command line.
        render_once: renders.

    Raises:
        UsageError: the package watchfiles is not installed (``no-watchfiles``), or an option is wrong.
    """
    try:
        from watchfiles import watch as changes_in  # noqa: PLC0415 - an extra
    except ImportError:
        hint = "run `pip install 'layoutkit[watch]'`"
        raise UsageError(Diagnostic("no-watchfiles", "--watch needs the package watchfiles", hint=hint)) from None
    status = _tried(options, render_once, quiet=False)
    print("watching; Ctrl+C ends", file=sys.stderr, flush=True)
    folders = _folders(options)
    while True:
        for _ in changes_in(*folders, step=_STILL, debounce=_LONGEST, recursive=False, raise_interrupt=False):
            status = _tried(options, render_once, quiet=True)
            before, folders = folders, _folders(options)
            if folders != before:
                break  # to watch others
        else:
            stop_if_asked()
            return status


def _tried(options: argparse.Namespace, render_once: Callable[..., int], *, quiet: bool) -> int:
    """Render once; what is wrong is reported, and may be right the next time."""
    try:
        return render_once(options, quiet=quiet)
    except LayoutkitError as fault:
        if isinstance(fault, UsageError) and not quiet:  # the command line is wrong
            raise
        report(fault.diagnostics)
        return FAILED


def _folders(options: argparse.Namespace) -> list[str]:
    """The folders of all files that the figures are made from, those of the scripts and of the token file included."""
    from layoutkit.remembered import folders_of_inputs  # noqa: PLC0415 - for this option alone

    found = folders_of_inputs(options.paths, look(options), options.out)
    return sorted(folder for folder in found if os.path.isdir(folder)) or [str(Path.cwd())]  # noqa: PTH112 - as a text
