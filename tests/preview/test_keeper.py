"""Whatever a script does, the keeper comes back with an answer or a reason, and the next question is answered."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

import pytest

from layoutkit.preview.keeper import GoneError, Keeper, Limits
from layoutkit.preview.session import Session
from tests.preview.running import figure, series

if TYPE_CHECKING:
    from pathlib import Path

QUICK = Limits(seconds=3.0, printed=1_000_000, memory=400_000_000)
BAD = {
    "hangs": ("while True: pass", "it took longer than 3 s and was stopped"),
    "exits": ("import os; os._exit(3)", "it ended the process with status 3"),
    "prints": ("import os\nwhile True: os.write(1, b'x' * 65536)", "it printed more than 1 MB and was stopped"),
    "eats": ("held = [b'x' * 50_000_000 for _ in range(20)]\nwhile True: pass", "MB of memory, more than 400 MB"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_script_that_does_not_come_back_leaves_the_others(name: str, tmp_path: Path) -> None:
    code, reason = BAD[name]
    bad = figure(before="def bad():\n" + "".join(f"    {line}\n" for line in code.split("\n")) + "bad()")
    folder = series(tmp_path, **{"01_good": figure(), "02_bad": bad})

    async def run() -> None:
        session = Session(Keeper([folder / "figures"], folder / "tokens.toml", QUICK))
        try:
            await session.reload()
            assert [one["name"] for one in session.state()["figures"]] == ["01-good"]
            (fault,) = session.state()["faults"]
            assert fault["rule"] == "stopped"
            assert reason in fault["message"]
            assert "02-bad.py did not come back" in fault["message"]
            assert "svg" in await session.picture("01-good", {})
            (folder / "figures" / "02-bad.py").write_text(figure(), encoding="utf-8")
            await session.reload({str(folder / "figures" / "02-bad.py")})
            assert [one["name"] for one in session.state()["figures"]] == ["01-good", "02-bad"]
        finally:
            await session.keeper.close()

    asyncio.run(run())


def test_a_figure_that_does_not_come_back_keeps_its_last_picture(tmp_path: Path) -> None:
    folder = series(tmp_path, **{"01_one": figure(), "02_two": figure()})
    script = folder / "figures" / "01-one.py"

    async def run() -> None:
        session = Session(Keeper([folder / "figures"], folder / "tokens.toml", QUICK))
        try:
            await session.reload()
            good = await session.picture("01-one", {})
            script.write_text(figure("Text(__import__('time').sleep(60))"), encoding="utf-8")
            await session.reload({str(script)})
            found = await session.picture("01-one", {})
            assert "01-one did not come back: it took longer than 3 s" in found["faults"][0]["message"]
            assert found["last"] == good
            started = session.keeper.started
            assert (await session.picture("01-one", {}))["faults"] == found["faults"]
            assert session.keeper.started == started  # it is not run again before something changes
            assert "svg" in await session.picture("02-two", {})
        finally:
            await session.keeper.close()

    asyncio.run(run())


def test_what_is_urgent_is_asked_first(tmp_path: Path) -> None:
    folder = series(tmp_path, **{"01_one": figure(), "02_two": figure(), "03_three": figure()})

    async def run() -> list[str]:
        session = Session(Keeper([folder / "figures"], folder / "tokens.toml"))
        order: list[str] = []

        async def ask(name: str, *, later: bool) -> None:
            await session.picture(name, {}, later=later)
            order.append(name)

        try:
            await session.reload()
            first, second = ask("01-one", later=True), ask("02-two", later=True)
            await asyncio.gather(first, second, ask("03-three", later=False))
        finally:
            await session.keeper.close()
        return order

    assert asyncio.run(run()) == ["01-one", "03-three", "02-two"]


def test_what_nobody_waits_for_is_not_asked(tmp_path: Path) -> None:
    folder = series(tmp_path, **{"01_one": figure(), "02_two": figure("Text(__import__('time').sleep(60))")})

    async def run() -> None:
        session = Session(Keeper([folder / "figures"], folder / "tokens.toml"))
        try:
            await session.reload()
            with pytest.raises(GoneError):
                await session.findings("02-two", {}, lambda: False)
            assert "svg" in await session.picture("01-one", {})
        finally:
            await session.end()
        with pytest.raises(GoneError):
            await session.findings("01-one", {})

    asyncio.run(run())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no copies of processes here")
def test_a_script_that_forks_leaves_answers_in_step(tmp_path: Path) -> None:
    folder = series(tmp_path, **{"01_one": figure(before="import os; os.fork()"), "02_two": figure('Text("dois")')})

    async def run() -> None:
        session = Session(Keeper([folder / "figures"], folder / "tokens.toml", QUICK))
        try:
            await session.reload()
            assert [one["name"] for one in session.state()["figures"]] == ["01-one", "02-two"]
            assert ">um<" in (await session.picture("01-one", {}))["svg"]
            assert ">dois<" in (await session.picture("02-two", {}))["svg"]
        finally:
            await session.keeper.close()

    asyncio.run(run())


def test_a_change_brings_the_picture_that_is_looked_at(tmp_path: Path) -> None:
    folder = series(tmp_path, **{"01_one": figure(), "02_two": figure('Text("dois")')})
    script = folder / "figures" / "02-two.py"

    async def run() -> None:
        session = Session(Keeper([folder / "figures"], folder / "tokens.toml", QUICK))
        try:
            await session.reload()
            await session.picture("02-two", {"theme": "dark"})
            script.write_text(figure('Text("três")'), encoding="utf-8")
            with session.hearing() as heard:
                await session.reload({str(script)})
                event = heard.get_nowait()
                assert event is not None
                assert event["shown"] == {"figure": "02-two", "modes": {"theme": "dark"}}
                assert ">três<" in event["drawn"]["svg"]
                assert await session.picture("02-two", {"theme": "dark"}) == event["drawn"]
                await session.reload({str(folder / "figures" / "01-one.py")})
                assert "drawn" not in (heard.get_nowait() or ())  # another figure has changed
                await session.picture("01-one", {}, later=True)  # the gallery is looked at
                await session.reload({str(script)})
                assert "drawn" not in (heard.get_nowait() or ())
        finally:
            await session.keeper.close()

    asyncio.run(run())


def test_an_edit_that_stops_a_figure_can_be_undone(tmp_path: Path) -> None:
    waits = "[None for _ in iter(lambda: t.space.m == 31, False)] and "
    folder = series(tmp_path, **{"01_one": figure(f'{waits}None or Text("um")')})

    async def run() -> None:
        session = Session(Keeper([folder / "figures"], folder / "tokens.toml", QUICK))
        try:
            await session.reload()
            drawn = await session.picture("01-one", {})
            session.history.set([(("space", "m"), None, 31)])
            await session.redraw()
            found = await session.picture("01-one", {})
            assert "it took longer than 3 s" in found["faults"][0]["message"]
            assert found["last"] == drawn
            session.history.undo()
            await session.redraw()
            assert (await session.picture("01-one", {}))["svg"] == drawn["svg"]
        finally:
            await session.keeper.close()

    asyncio.run(run())


def test_unsaved_edits_outlive_a_worker(tmp_path: Path) -> None:
    folder = series(tmp_path, **{"01_one": figure('Row(Text("um"), Text("dois"), gap=t.space.m)')})

    async def run() -> None:
        session = Session(Keeper([folder / "figures"], folder / "tokens.toml", QUICK))
        try:
            await session.reload()
            session.history.set([(("space", "m"), None, 31)])
            await session.redraw()
            drawn = (await session.picture("01-one", {}))["svg"]
            await session.keeper.restart()
            await session.redraw()
            assert (await session.picture("01-one", {}))["svg"] == drawn
            assert session.keeper.started == 2
        finally:
            await session.keeper.close()

    asyncio.run(run())


def test_two_hundred_figures_are_listed_and_drawn(tmp_path: Path) -> None:
    many = "from layoutkit import *\n" + "".join(
        f'@figure(title="T{n}", alt="A", name="01-f{n}")\ndef f{n}(t):\n    return Column(Text("{n}"))\n'
        for n in range(200)
    )
    folder = series(tmp_path, **{"01_many": many})

    async def run() -> None:
        session = Session(Keeper([folder / "figures"], folder / "tokens.toml"))
        try:
            await session.reload()
            assert len(session.state()["figures"]) == 200
            assert ">199<" in (await session.picture("01-f199", {}))["svg"]
        finally:
            await session.keeper.close()

    asyncio.run(run())


def test_what_was_named_is_watched_though_nothing_could_be_loaded(tmp_path: Path) -> None:
    folder = series(tmp_path, **{"01_one": figure()})
    session = Session(Keeper([folder / "figures"], folder / "tokens.toml"))
    assert session.watched() == {str(folder / "figures"), str(folder / "tokens.toml")}
    assert session.state()["faults"] == []
