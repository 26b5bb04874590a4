"""Arguments that several commands share."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit import Diagnostic, UsageError

if TYPE_CHECKING:
    from layoutkit import Theme
    from layoutkit.tokens import OutputTokens, Themes
    from layoutkit.tokens.modes import Selection

__all__ = [
    "add_allow",
    "add_debug",
    "add_figures",
    "add_keep",
    "add_look",
    "add_mode",
    "add_target",
    "add_tokens",
    "allowed",
    "look",
    "mode_pairs",
    "modes",
    "scripts_of",
    "targets",
    "words",
]


_TOKENS = "tokens.toml"


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
        "--only",
        type=words,
        action=_Listed,
        metavar="NAME,…",
        help="only figures whose name starts with NAME",
    )


def add_target(parser: argparse.ArgumentParser) -> None:
    """Which outputs."""
    parser.add_argument(
        "--target", type=words, action=_Listed, metavar="NAME,…", help="only these outputs, such as web,print"
    )


def add_tokens(parser: argparse.ArgumentParser) -> None:
    """Which token file; it has to be there."""
    parser.add_argument("--tokens", type=Path, default=Path(_TOKENS), metavar="FILE", help=f"default: {_TOKENS}")


def scripts_of(options: argparse.Namespace) -> list[Path]:
    """Where the scripts are that may declare components of a token file's tables."""
    tokens: Path = options.tokens
    return [tokens.parent / "figures"]


def add_keep(parser: argparse.ArgumentParser) -> None:
    """Which colours stay as they are."""
    parser.add_argument("--keep", type=words, action=_Listed, default=[], metavar="NAME,…",
                        help="colours that stay as they are, such as accent,code.background")  # fmt: skip


def add_look(parser: argparse.ArgumentParser) -> None:
    """Which token file figures have, or none."""
    words = f"token file; default: {_TOKENS} here, then the nearest above the scripts, then the base theme"
    parser.add_argument("--tokens", type=Path, metavar="FILE", help=words)


def look(options: argparse.Namespace) -> Path | None:
    """The token file asked for, or that of the current folder; None where there is none."""
    given: Path | None = options.tokens
    return Path(_TOKENS) if given is None and os.path.lexists(_TOKENS) else given


def add_allow(parser: argparse.ArgumentParser) -> None:
    """Which rules are left out."""
    parser.add_argument("--allow", type=words, action=_Listed, default=[], metavar="RULE,…", help="ignore these rules")


def allowed(wanted: list[str]) -> frozenset[str]:
    """The rules that are left out.

    Raises:
        UsageError: one of them does not exist, or cannot be left out.
    """
    if not wanted:
        return frozenset()
    from layoutkit.choices import allowed_rules  # noqa: PLC0415 - HarfBuzz, not needed for --help

    return allowed_rules(wanted, given_by="--allow")


def add_mode(parser: argparse.ArgumentParser) -> None:
    """Which modes of the look."""
    parser.add_argument("--mode", type=_modes, action=_Listed, default=[], metavar="AXIS=VALUE,…",
                        help="modes, such as theme=dark,medium=print")  # fmt: skip


def _modes(text: str) -> list[tuple[str, str]]:
    """The pairs of a comma-separated list."""
    pairs = [word.partition("=") for word in words(text)]
    if not all(sign for _, sign, _ in pairs):
        raise argparse.ArgumentTypeError(f"{text!r} is not a mode; write an axis and its value, such as theme=dark")
    return [(axis.strip(), value.strip()) for axis, _, value in pairs]


def mode_pairs(wanted: list[tuple[str, str]]) -> dict[str, str]:
    """The modes asked for, by axis.

    Raises:
        UsageError: an axis is named twice.
    """
    given: dict[str, str] = {}
    for axis, value in wanted:
        if axis in given:
            message = f"--mode names {axis} twice, as {given[axis]} and as {value}"
            raise UsageError(Diagnostic("unknown-mode", message, hint="keep one of them"))
        given[axis] = value
    return given


def modes(themes: Themes, wanted: list[tuple[str, str]]) -> Selection:
    """The modes asked for.

    Raises:
        UsageError: an axis or a value that the tokens do not have, or an axis that is named twice.
    """
    return themes.axes.select(mode_pairs(wanted))


def add_debug(parser: argparse.ArgumentParser) -> None:
    """For those who work on layoutkit."""
    parser.add_argument("--debug", action="store_true", help="show tracebacks")


def targets(theme: Theme, wanted: list[str] | None) -> list[OutputTokens]:
    """The outputs asked for.

    Raises:
        UsageError: an output that the tokens do not have.
    """
    from layoutkit.choices import chosen_outputs  # noqa: PLC0415 - not needed for --help

    return chosen_outputs(theme, wanted)
