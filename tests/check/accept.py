"""Shows which messages about the faulty figures changed, then takes the new ones: ``make accept``.

python -m tests.check.accept [--take]
"""

# ruff: noqa: T201 - a command prints what it finds

from __future__ import annotations

import argparse
import difflib
import sys
from typing import TYPE_CHECKING

from layoutkit.output.files import write_file
from tests.check.faulty_figures import CASES, FOLDER, accepted, told

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a comparison of each text that differs; write it anew where ``--take`` says so."""
    parser = argparse.ArgumentParser(description="Compare the messages about faulty figures with the accepted ones.")
    parser.add_argument("--take", action="store_true", help="accept what is different")
    options = parser.parse_args(arguments)
    changed = 0
    for case in CASES:
        path = accepted(case)
        before, now = path.read_text(encoding="utf-8") if path.exists() else "", told(case)
        if now == before:
            continue
        changed += 1
        lines = difflib.unified_diff(before.splitlines(), now.splitlines(), case.name, "now", lineterm="")
        print("\n".join(lines))
        if options.take:
            write_file(path, now.encode())
    for path in sorted(FOLDER.glob("*.txt")):
        if path not in map(accepted, CASES):
            changed += 1
            print(f"{path.name} belongs to no figure")
            if options.take:
                path.unlink()
    end = "" if not changed else "; taken" if options.take else "; accept them with: make accept TAKE=1"
    print(f"{len(CASES)} messages compared, {changed} different{end}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
