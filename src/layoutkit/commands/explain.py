"""``layoutkit explain``: what a rule looks for, why, and how a figure keeps it."""

from __future__ import annotations

import sys
import textwrap
from typing import TYPE_CHECKING

from layoutkit import Diagnostic, UsageError
from layoutkit.commands.arguments import add_debug
from layoutkit.commands.help import add_command
from layoutkit.commands.reporting import OK
from layoutkit.diagnostics import did_you_mean
from layoutkit.terminal import colored

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from layoutkit.check.rule import Topic

__all__ = ["add"]

_WIDTH = 88
"""Columns of running text."""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "explain",
        "explain a rule: what it measures, why, and an example of each kind",
        examples=[
            ("layoutkit explain", "the list of rules"),
            ("layoutkit explain contrast", "the rule of error[contrast]"),
        ],
    )
    parser.add_argument("rule", nargs="?", metavar="RULE", help="the id in brackets in a message; default: list all")
    parser.add_argument("--markdown", action="store_true", help="print the list as a Markdown table")
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print one explanation, or the list."""
    from layoutkit.check.topics import TOPICS  # noqa: PLC0415 - HarfBuzz, not needed for --help

    if options.rule is None:
        print(_table(TOPICS.values()) if options.markdown else _list(TOPICS.values()))
        return OK
    topic = TOPICS.get(options.rule)
    if topic is None:
        message = f"there is no explanation of {options.rule!r}"
        raise UsageError(Diagnostic("unknown-rule", message, hint=did_you_mean(options.rule, TOPICS)))
    print(_explained(topic, color=colored(sys.stdout)))
    return OK


def _explained(topic: Topic, *, color: bool) -> str:
    bold, off = ("\x1b[1m", "\x1b[0m") if color else ("", "")
    parts = [
        f"{bold}{topic.id}{off} ({topic.severity.value}): {topic.summary}",
        textwrap.fill(topic.why, _WIDTH),
        f"{bold}Breaks it:{off}",
        textwrap.indent(topic.bad.rstrip(), "    "),
        f"{bold}Keeps it:{off}",
        textwrap.indent(topic.good.rstrip(), "    "),
    ]
    return "\n\n".join(parts)


def _list(topics: Iterable[Topic]) -> str:
    topics = list(topics)
    name, severity = (max(map(len, words)) for words in zip(*((t.id, t.severity.value) for t in topics), strict=True))
    return "\n".join(f"{t.id:{name}}  {t.severity.value:{severity}}  {t.summary}" for t in topics)


def _table(topics: Iterable[Topic]) -> str:
    rows = [f"| `{topic.id}` | {topic.severity.value} | {topic.summary} |" for topic in topics]
    return "\n".join(["| id | severity | what is wrong |", "|---|---|---|", *rows])
