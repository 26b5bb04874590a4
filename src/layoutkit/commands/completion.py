"""``layoutkit completion``: the code that makes a shell complete the words of a command line, and the words.

A shell calls the program itself, with argcomplete's variables in its environment. The names of outputs and modes are
read from the token file, those of figures from the names of scripts. No script runs for them.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layoutkit import LayoutkitError
from layoutkit.commands.help import add_command
from layoutkit.commands.reporting import OK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from layoutkit.tokens import Themes

__all__ = ["add", "answer_a_shell"]

_SHELLS = ("bash", "zsh", "fish", "powershell")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "completion",
        "print the code that completes commands in a shell",
        examples=[('eval "$(layoutkit completion bash)"', "a line for ~/.bashrc")],
    )
    parser.add_argument("shell", choices=_SHELLS, help="the shell")
    parser.set_defaults(run=run, debug=False)


def run(options: argparse.Namespace) -> int:
    """Print the code."""
    from argcomplete.shell_integration import shellcode  # noqa: PLC0415 - for this command alone

    print(shellcode(["layoutkit"], shell=options.shell))
    return OK


def answer_a_shell(parser: argparse.ArgumentParser) -> None:
    """Where a shell asks for words: give them, and end the process. Else nothing."""
    if "_ARGCOMPLETE" not in os.environ:
        return
    import argcomplete  # noqa: PLC0415 - imported for a shell alone

    _teach(parser)
    argcomplete.autocomplete(parser, always_complete_options=False)


def _teach(parser: argparse.ArgumentParser) -> None:
    """Tell argcomplete the words of the arguments that have names, in all commands."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to them
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for command in action.choices.values():
                _teach(command)
        elif action.dest in _WORDS:
            vars(action)["completer"] = _Completer(_WORDS[action.dest])


class _Completer:
    """Gives argcomplete the words of one argument: a name, or a list of them with commas."""

    def __init__(self, words: Callable[[argparse.Namespace], Iterable[str]]) -> None:
        self._words = words

    def __call__(self, prefix: str, parsed_args: argparse.Namespace, **_: Any) -> list[str]:  # noqa: ANN401
        """All words, each after the names of the list that are typed already."""
        before = prefix[: prefix.rfind(",") + 1]
        try:
            return [before + word for word in self._words(parsed_args) if word not in before.split(",")]
        except (LayoutkitError, OSError):  # the command itself will tell what is wrong
            return []


def _themes(options: argparse.Namespace) -> Themes:
    from layoutkit.tokens import load_all  # noqa: PLC0415

    return load_all(getattr(options, "tokens", None) or Path("tokens.toml"))


def _outputs(options: argparse.Namespace) -> Iterable[str]:
    return [name for name, _ in _themes(options).theme({}).output.items()]


def _modes(options: argparse.Namespace) -> Iterable[str]:
    return [f"{axis}={value}" for axis, values in _themes(options).axes.values.items() for value in values]


def _figures(options: argparse.Namespace) -> Iterable[str]:
    """The names of the scripts."""
    paths = [Path(path) for path in getattr(options, "paths", None) or ()]
    scripts = [script for path in paths for script in (sorted(path.glob("*.py")) if path.is_dir() else [path])]
    return [script.stem for script in scripts if not script.stem.startswith("_")]


def _topics(_: argparse.Namespace) -> Iterable[str]:
    from layoutkit.check.topics import TOPICS  # noqa: PLC0415

    return TOPICS


def _allowable(_: argparse.Namespace) -> Iterable[str]:
    from layoutkit.check.topics import ALLOWABLE  # noqa: PLC0415

    return sorted(ALLOWABLE)


def _examples(_: argparse.Namespace) -> Iterable[str]:
    from layoutkit.commands.new import EXAMPLES  # noqa: PLC0415

    return EXAMPLES


def _looks(_: argparse.Namespace) -> Iterable[str]:
    from layoutkit.looks import LOOKS  # noqa: PLC0415

    return LOOKS


_WORDS: dict[str, Callable[[argparse.Namespace], Iterable[str]]] = {
    "target": _outputs,
    "mode": _modes,
    "only": _figures,
    "rule": _topics,
    "example": _examples,
    "look": _looks,
    "allow": _allowable,
}
"""By the names of arguments: the words that they may be."""
