"""Arguments that several commands share."""

from __future__ import annotations

import argparse
import difflib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.commands.reporting import UsageError
from layoutkit.diagnostics import Diagnostic, LayoutkitError, error, near_miss

if TYPE_CHECKING:
    from layoutkit.discover import NamedFigure
    from layoutkit.loading import Failed
    from layoutkit.tokens import OutputTokens, Theme, Themes
    from layoutkit.tokens.modes import Selection

__all__ = [
    "add_allow",
    "add_debug",
    "add_figures",
    "add_mode",
    "add_target",
    "add_tokens",
    "allowed",
    "chosen_figures",
    "modes",
    "targets",
    "words",
]


class _Listed(argparse.Action):
    """Gathers the names of a list; an option that is given twice adds to the first."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        if not isinstance(values, list) or not values:  # argparse takes "--" out of --only=--
            raise argparse.ArgumentError(self, f"{option_string} holds no name")
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest) or ()), *values])


def words(text: str) -> list[str]:
    """The names of a comma-separated list.

    Raises:
        argparse.ArgumentTypeError: there is no name in it.
    """
    found = [word for word in (part.strip() for part in text.split(",")) if word]
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} holds no name")
    return found


def add_figures(parser: argparse.ArgumentParser) -> None:
    """Which figures: paths and ``--only``."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folder of figure scripts, or a script")
    parser.add_argument(
        "--only", type=words, action=_Listed, metavar="NAME,…", help="only figures whose name starts so, such as 03"
    )


def add_target(parser: argparse.ArgumentParser) -> None:
    """Which outputs."""
    parser.add_argument(
        "--target", type=words, action=_Listed, metavar="NAME,…", help="only these outputs, such as web,print"
    )


def add_tokens(parser: argparse.ArgumentParser) -> None:
    """Which look."""
    parser.add_argument("--tokens", type=Path, default=Path("tokens.toml"), metavar="FILE", help="default: tokens.toml")


def add_allow(parser: argparse.ArgumentParser) -> None:
    """Which rules are left out."""
    parser.add_argument(
        "--allow", type=words, action=_Listed, default=[], metavar="RULE,…", help="rules that may be broken"
    )


def allowed(wanted: list[str]) -> frozenset[str]:
    """The rules that are left out.

    Raises:
        UsageError: one of them does not exist, or cannot be left out.
    """
    from layoutkit.check.topics import ALLOWABLE, TOPICS  # noqa: PLC0415 - HarfBuzz, not needed for --help

    for rule in wanted:
        if rule not in ALLOWABLE:
            what = "cannot be left out" if rule in TOPICS else "is no rule"
            hint = "mend the figure or the tokens" if rule in TOPICS else near_miss(rule, ALLOWABLE)
            raise UsageError(Diagnostic("unknown-rule", f"--allow names {rule!r}, which {what}", hint=hint))
    return frozenset(wanted)


def add_mode(parser: argparse.ArgumentParser) -> None:
    """Which modes of the look."""
    parser.add_argument("--mode", type=_modes, action=_Listed, default=[], metavar="AXIS=VALUE,…",
                        help="modes of the tokens, such as theme=dark,medium=print")  # fmt: skip


def _modes(text: str) -> list[tuple[str, str]]:
    """The pairs of a comma-separated list."""
    pairs = [word.partition("=") for word in words(text)]
    if not all(sign for _, sign, _ in pairs):
        raise argparse.ArgumentTypeError(f"{text!r} is no mode; write an axis and its value, such as theme=dark")
    return [(axis.strip(), value.strip()) for axis, _, value in pairs]


def modes(themes: Themes, wanted: list[tuple[str, str]]) -> Selection:
    """The modes asked for.

    Raises:
        UsageError: an axis or a value that the tokens do not have, or an axis that is named twice.
    """
    given: dict[str, str] = {}
    for axis, value in wanted:
        if axis in given:
            message = f"--mode names {axis} twice, as {given[axis]} and as {value}"
            raise UsageError(Diagnostic("unknown-mode", message, hint="keep one of them"))
        given[axis] = value
    try:
        return themes.axes.select(given)
    except LayoutkitError as fault:
        raise UsageError(*fault.diagnostics) from None


def add_debug(parser: argparse.ArgumentParser) -> None:
    """For those who work on layoutkit."""
    parser.add_argument("--debug", action="store_true", help="show tracebacks")


def targets(theme: Theme, wanted: list[str] | None) -> list[OutputTokens]:
    """The outputs asked for.

    Raises:
        UsageError: an output that the tokens do not have.
    """
    known = dict(theme.output.items())
    for name in wanted or ():
        if name not in known:
            fault = error("unknown-target", f"there is no output {name!r} in {theme.path}", hint=near_miss(name, known))
            raise UsageError(*fault.diagnostics)
    return [tokens for name, tokens in known.items() if wanted is None or name in wanted]


def chosen_figures(options: argparse.Namespace) -> tuple[list[NamedFigure], list[Failed]]:
    """The figures asked for, and what could not be loaded.

    Raises:
        LayoutkitError: there is no script at all.
        UsageError: no figure has a name that ``--only`` asks for, and none is missing because its script failed.
    """
    from layoutkit.loading import load_figures  # noqa: PLC0415 - Cairo and HarfBuzz, not needed for --help

    figures, failed = load_figures(options.paths, options.only)
    if options.only is None:
        return figures, failed
    names = [one.name for one in figures]
    known = (*names, *(failure.script.stem for failure in failed if failure.script is not None))
    missing = [start for start in options.only if not any(name.startswith(start) for name in known)]
    if missing:
        fault = error(
            "unknown-figure", f"no figure starts with {' or '.join(missing)}", hint=_nearest(missing[0], names)
        )
        if not failed:
            raise UsageError(*fault.diagnostics)
        failed = [*failed, replace(failed[0], diagnostics=fault.diagnostics, script=None)]
    return [one for one in figures if one.name.startswith(tuple(options.only))], failed


def _nearest(start: str, names: list[str]) -> str:
    """A hint that offers the name which starts most like a word, or has it inside; else some of all names."""
    inside = [name for name in names if start.lower() in name.lower()]
    begins = {name[: len(start)]: name for name in reversed(names)}
    few = () if start.isdecimal() else difflib.get_close_matches(start, begins, n=1, cutoff=0.5)
    near = inside or [begins[begin] for begin in few]
    if near:
        return f"did you mean {near[0]!r}?"
    return near_miss("", names) if start.isdecimal() else near_miss(start, names)
