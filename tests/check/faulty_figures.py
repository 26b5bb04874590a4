"""The faulty figures in ``faulty``, and all that ``layoutkit check`` says of each.

A case is a script, checked with the tokens of the series, or a folder of scripts with tokens of its own. Beside it
stands a text: what the command printed when somebody last looked at it.
"""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

from layoutkit.cli import main

__all__ = ["CASES", "FOLDER", "ROOT", "accepted", "checked", "told"]

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "faulty"
CASES = tuple(sorted(path for path in FOLDER.iterdir() if path.suffix == ".py" or (path / "tokens.toml").exists()))


def told(case: Path) -> str:
    """Messages, then the last line and the exit status, as they are seen in the folder of the cases."""
    with contextlib.chdir(FOLDER):
        return checked(Path(case.name), case / "tokens.toml" if case.is_dir() else ROOT / "tokens.toml")


def checked(path: Path, tokens: Path, *arguments: str) -> str:
    """The same of any script or folder of scripts."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(["check", str(path), "--tokens", str(tokens), *arguments])
    return f"{err.getvalue()}{out.getvalue()}exit status {status}\n"


def accepted(case: Path) -> Path:
    """The file with what was seen before."""
    return case.with_suffix(".txt")
