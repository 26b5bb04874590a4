"""A pytest plugin and a program: modules that cannot be imported, as where they are not installed.

``python -m tests.output.without cairo,cairocffi render figures`` runs the command line; ``pytest -p
tests.output.without`` runs tests, with ``LAYOUTKIT_WITHOUT=cairo`` in the environment.
"""

from __future__ import annotations

import os
import sys

__all__ = ["hide"]


def hide(*modules: str) -> None:
    """From now on, importing one of them fails."""
    for module in modules:
        sys.modules[module] = None  # type: ignore[assignment]  # the import system's own way to say so


hide(*filter(None, os.environ.get("LAYOUTKIT_WITHOUT", "").split(",")))

if __name__ == "__main__":
    hide(*sys.argv[1].split(","))
    from layoutkit.cli import main

    sys.exit(main(sys.argv[2:]))
