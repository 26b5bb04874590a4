"""What has changed is told by times and sizes; what happened on the way there does not matter."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

import pytest

from layoutkit.preview.watch import changes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def seen(path: Path, change: Callable[[], None], *others: Path) -> set[str]:
    """What is reported first after a change."""

    async def run() -> set[str]:
        found = aiter(changes(lambda: [str(path), *map(str, others)]))
        waiting = asyncio.ensure_future(anext(found))
        await asyncio.sleep(0.1)
        change()
        return await asyncio.wait_for(waiting, 30)

    return asyncio.run(run())


def by_rename(path: Path) -> None:
    other = path.with_name(".swap")
    other.write_text("two")
    other.replace(path)


def in_two_steps(path: Path) -> None:
    path.write_text("")
    path.write_text("two")


def removed_and_written(path: Path) -> None:
    path.unlink()
    path.write_text("two")


def twice(path: Path) -> None:
    path.write_text("two")
    by_rename(path)


@pytest.mark.parametrize("save", [by_rename, in_two_steps, removed_and_written, twice])
def test_every_way_to_save_is_one_change(save: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "one.py"
    path.write_text("one")
    assert seen(path, lambda: save(path)) == {str(path)}


def test_a_new_script_changes_its_folder(tmp_path: Path) -> None:
    assert seen(tmp_path, (tmp_path / "new.py").touch) == {str(tmp_path)}


def test_a_folder_that_vanishes_and_comes_back_is_seen(tmp_path: Path) -> None:
    folder = tmp_path / "figures"
    folder.mkdir()
    path = folder / "one.py"
    path.write_text("one")

    def vanish() -> None:
        path.unlink()
        folder.rmdir()

    assert seen(path, vanish, folder) == {str(path), str(folder)}

    def come() -> None:
        folder.mkdir()
        path.write_text("one")

    assert str(path) in seen(path, come, folder)


def test_a_file_system_without_events_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "1")
    path = tmp_path / "one.py"
    path.write_text("one")
    assert seen(path, lambda: os.utime(path, ns=(1, 1))) == {str(path)}
