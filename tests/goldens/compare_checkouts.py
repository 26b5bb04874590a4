"""Compare what two checkouts render: ``python -m tests.goldens.compare_checkouts BEFORE AFTER``.

Each checkout has its own ``.venv``. All outputs of the figures are rendered in five modes; files that differ in a byte
are listed, and the exit status is 1 where one does. SVG files differ where colours or components have other names.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

MODES = ("", "theme=dark", "medium=print", "contrast=high", "width=narrow")


def rendered(checkout: Path, mode: str) -> dict[str, str]:
    """The hash of each file that a checkout renders in a mode, by its path in the output folder."""
    with tempfile.TemporaryDirectory() as out:
        python = checkout / ".venv" / "bin" / "python"
        options = ["--mode", mode] if mode else []
        command = [str(python), "-m", "layoutkit", "render", "figures/", "--out", out, *options]
        subprocess.run(command, cwd=checkout, check=True, capture_output=True)
        files = sorted(path for path in Path(out).rglob("*.*") if path.is_file() and path.parent.name != ".layoutkit")
        return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def differing(before: Path, after: Path, mode: str) -> list[str]:
    """The files that are not the same in both."""
    old, new = rendered(before, mode), rendered(after, mode)
    return [name for name in sorted(old.keys() | new.keys()) if old.get(name) != new.get(name)]


def main(before: Path, after: Path) -> int:
    """Print the files that differ, mode by mode."""
    found = {mode: differing(before, after, mode) for mode in MODES}
    for mode, names in found.items():
        print(f"{mode or 'default modes'}: {len(names)} files differ", *names, sep="\n  ")  # noqa: T201 - a command
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main(*(Path(argument).resolve() for argument in sys.argv[1:3])))
