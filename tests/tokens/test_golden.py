"""Wrong token files, each with the messages that it gets; ``python tests/tokens/test_golden.py`` writes those anew."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from layoutkit.diagnostics import format_diagnostic
from tests.tokens.small import told

FOLDER = Path(__file__).parent / "golden"
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))


def messages(name: str) -> str:
    """What is said about a file, as it is printed in its folder."""
    return "\n\n".join(map(format_diagnostic, told(Path(f"{name}.toml")))) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_messages_about_a_wrong_file(name: str) -> None:
    with contextlib.chdir(FOLDER):
        assert messages(name) == (FOLDER / f"{name}.txt").read_text()


def test_there_are_ten_and_each_is_wrong() -> None:
    assert len(NAMES) >= 10
    assert all((FOLDER / f"{name}.txt").read_text().startswith("error[") for name in NAMES)


if __name__ == "__main__":
    with contextlib.chdir(FOLDER):
        for each in NAMES:
            Path(f"{each}.txt").write_text(messages(each))
