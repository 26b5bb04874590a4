"""Hints that work: who follows one finds its message gone, and no new one."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.check.faulty_figures import CASES, FOLDER, ROOT, accepted, checked
from tests.check.followed import FOLLOWED

if TYPE_CHECKING:
    from pathlib import Path

    from tests.check.ways import Way

WAYS = [
    pytest.param(case, hint, way, id=f"{case}-{number}")
    for case, hints in FOLLOWED.items()
    for number, (hint, way) in enumerate((hint, way) for hint, ways in hints.items() for way in ways)
]


class Message(NamedTuple):
    """What is printed of a finding."""

    rule: str
    text: str
    hint: str


def messages(printed: str) -> list[Message]:
    """All findings that are printed."""
    found = []
    for block in printed.split("\n\n"):
        head = re.match(r"(?:error|warning)\[([\w-]+)\]: (.*)", block)
        if head is not None:
            hint = re.search(r"^ *= hint: (.*)", block, re.MULTILINE)
            found.append(Message(head[1], head[2], hint[1] if hint else ""))
    return found


def test_every_hint_is_followed() -> None:
    printed = {case.stem: messages(accepted(case).read_text(encoding="utf-8")) for case in CASES}
    hints = {case: {message.hint for message in found} for case, found in printed.items()}
    assert hints == {case: set(followed) for case, followed in FOLLOWED.items()}


@pytest.mark.parametrize(("case", "hint", "way"), WAYS)
def test_who_follows_a_hint_finds_the_message_gone(case: str, hint: str, way: Way, tmp_path: Path) -> None:
    before = messages((FOLDER / f"{case}.txt").read_text(encoding="utf-8"))
    after = messages(printed_after(case, way, tmp_path))
    followed = {(message.rule, message.hint) for message in before if message.hint == hint}
    assert not [message for message in after if (message.rule, message.hint) in followed]
    assert not [message for message in after if message.rule not in {one.rule for one in before}]


def printed_after(case: str, way: Way, folder: Path) -> str:
    """What ``layoutkit check`` says of the case once the author has followed a hint in one way."""
    source = FOLDER / case
    if source.is_dir():
        shutil.copytree(source, folder / case)
        text = (source / "tokens.toml").read_text(encoding="utf-8")
        text = text.replace("../../../../fonts", (ROOT / "fonts").as_posix())
        script, target = folder / case, folder / case / "tokens.toml"
    else:
        text = source.with_suffix(".py").read_text(encoding="utf-8")
        text = text.replace("from layoutkit import ", "from layoutkit import *\nfrom layoutkit import ", 1)
        script = target = folder / f"{case}.py"
    for old, new in way.edits:
        assert old in text, old
        text = text.replace(old, new)
    target.write_text(text, encoding="utf-8")
    tokens = target if source.is_dir() else ROOT / "tokens.toml"
    if way.tokens:
        series = tokens.read_text(encoding="utf-8").replace("[color]\n", f"[color]\n{way.tokens}\n", 1)
        tokens = folder / "tokens.toml"
        tokens.write_text(series.replace('"fonts/', f'"{(ROOT / "fonts").as_posix()}/'), encoding="utf-8")
    return checked(script, tokens, *way.arguments)
