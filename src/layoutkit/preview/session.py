"""What the page shows now: the series, the last good pictures, and who hears of changes."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic
from layoutkit.preview.edits import EditHistory
from layoutkit.preview.keeper import WorkerLostError
from layoutkit.preview.messages import as_message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from layoutkit.preview.frames import Message
    from layoutkit.preview.keeper import Keeper

__all__ = ["Session"]

_KEPT = 400
"""Pictures that are kept, of all figures and modes."""
_EVENTS = 64
"""Events that wait for a page; one that lags behind loads everything again."""
_RELOAD, _SEEN, _LATER = 0, 1, 2
"""How urgent questions are: what was changed, what is looked at, what may come later."""

Key = tuple[str, tuple[tuple[str, str], ...]]
Wanted = Callable[[], bool]
"""Whether somebody still waits for an answer."""


def _always() -> bool:
    return True


@dataclass(slots=True)
class Session:
    """One run of the preview."""

    keeper: Keeper
    series: Message = field(default_factory=dict)
    revision: int = 0
    """Grows by one with each change that was seen."""
    fonts: dict[str, Path] = field(default_factory=dict)
    """The font files that pictures name."""
    files: set[str] = field(default_factory=set)
    """What is watched."""
    history: EditHistory = field(default_factory=EditHistory)
    """Edits of tokens that are not saved yet."""
    _changed_at: dict[str, int] = field(default_factory=dict)
    """The revision since which a figure is as it is."""
    _shown: Key | None = None
    """What a page shows large: it is drawn together with each change, before anything else."""
    _answers: dict[tuple[str, Key], tuple[int, Message]] = field(default_factory=dict)
    _pictures: dict[Key, Message] = field(default_factory=dict)
    """The last good picture of each figure and mode."""
    _stopped: dict[str, str] = field(default_factory=dict)
    """Scripts and figures that a worker was lost over, and why; they are not run again before something changes."""
    _hearing: set[asyncio.Queue[Message | None]] = field(default_factory=set)

    # -- changes ----------------------------------------------------------------------------------

    async def reload(self, changed: Iterable[str] | None = None) -> None:
        """Load what has changed, or everything, and tell all pages."""
        if changed is None or not self._concerns_others(changed := {*changed}):
            self._stopped.clear()
        await self._change({"do": "open"} if changed is None else {"do": "refresh", "changed": sorted(changed)})

    async def redraw(self) -> None:
        """Take in that the edits have changed, and every figure with them, and tell all pages."""
        for one in self.series.get("figures", ()):
            self._stopped.pop(one["name"], None)
        await self._change({"do": "series"})

    async def _change(self, question: Message) -> None:
        """Have the worker take a change in and draw what is shown, and tell all pages."""
        begun, shown = time(), self._shown
        seen = None if shown is None else {"figure": shown[0], "modes": dict(shown[1])}
        question = {**question, "shown": seen}
        while True:
            try:
                found = await self._ask(question, _RELOAD)
                break
            except WorkerLostError as lost:
                if not lost.at or lost.at in self._stopped:
                    found = {"faults": [_lost(lost, "the scripts")]}
                    break
                self._stopped[lost.at] = _sentence(lost, Path(lost.at).name)
                question = {"do": "open"}
        self.revision += 1  # from here on pages see the new state
        answer = found.get("answer", {})
        stale, drawn, seconds = (answer.pop(name, None) for name in ("stale", "drawn", "seconds"))
        if "faults" in found:
            self.series = {**self.series, "faults": found["faults"]}
        else:
            self.files = {*answer.pop("files", ())}
            self.series = _with_broken(answer, self.series)
        for name in stale or ():
            self._changed_at[name] = self.revision
        event = {"event": "series", **self.state()}
        if shown is not None and drawn is not None:
            its = self._kept("draw", shown, drawn, self._changed_at.get(shown[0], 0))
            event |= {"shown": seen, "drawn": self._with_last(shown, its), "seconds": {**seconds, "begun": begun}}
        self._say(event)

    def watched(self) -> set[str]:
        """The files and folders whose changes matter; at least those that were named."""
        named = (*self.keeper.paths, *filter(None, [self.keeper.tokens]))
        return {*self.files, *self.series.get("folders", ()), *(str(path.absolute()) for path in named)}

    def _concerns_others(self, changed: set[str]) -> bool:
        """Whether all that has changed are scripts which no worker was lost over."""
        figures = self.series.get("figures", ())
        lost = {one["path"] for one in figures if one["name"] in self._stopped}
        return changed <= {one["path"] for one in figures} - lost - self._stopped.keys()

    def state(self) -> Message:
        """The series as the page gets it."""
        figures = [{**one, "changed": self._changed_at.get(one["name"], 0)} for one in self.series.get("figures", ())]
        own = {"figures": figures, "revision": self.revision, "edits": len(self.history.edits)}
        return {"faults": [], "tokenFaults": [], **self.series, **own}

    @contextlib.contextmanager
    def hearing(self) -> Iterator[asyncio.Queue[Message | None]]:
        """A queue of events for one page; None is the end."""
        events: asyncio.Queue[Message | None] = asyncio.Queue(_EVENTS)
        self._hearing.add(events)
        try:
            yield events
        finally:
            self._hearing.discard(events)

    async def end(self) -> None:
        """End the worker, and the streams of events."""
        self._say(None)
        await self.keeper.close()

    def _say(self, event: Message | None) -> None:
        for events in self._hearing:
            if events.full():
                events.get_nowait()
            events.put_nowait(event)

    # -- answers ----------------------------------------------------------------------------------

    async def picture(
        self, figure: str, modes: Mapping[str, str], *, later: bool = False, is_wanted: Wanted = _always
    ) -> Message:
        """A picture; or the faults that keep the figure from being drawn, with its last good picture."""
        key = _key(figure, modes)
        self._shown = None if later else key
        if self._broken(figure):
            return self._with_last(key, {})
        urgency = _LATER if later else _SEEN
        return self._with_last(key, await self._answer("draw", figure, modes, urgency, is_wanted))

    def _broken(self, figure: str) -> list[Message] | None:
        """The errors of the script that declared a figure and does so no more."""
        figures = self.series.get("figures", ())
        return next((one["faults"] for one in figures if one["name"] == figure and "faults" in one), None)

    def _with_last(self, key: Key, found: Message) -> Message:
        """A picture that was drawn; where it could not be, the errors with the last good one."""
        broken = self._broken(key[0])
        if broken is not None:
            found = {"faults": broken, "changed": self._changed_at.get(key[0], 0)}
        if "svg" in found:
            self._pictures.pop(key, None)
            self._pictures[key] = found
            while len(self._pictures) > _KEPT:
                del self._pictures[next(iter(self._pictures))]
            return found
        return {**found, "last": self._pictures.get(key)}

    async def findings(self, figure: str, modes: Mapping[str, str], is_wanted: Wanted = _always) -> Message:
        """What the rules find in a figure."""
        return await self._answer("check", figure, modes, _LATER, is_wanted)

    async def boxes(self, figure: str, modes: Mapping[str, str], is_wanted: Wanted = _always) -> Message:
        """The boxes of a figure, for the inspector."""
        return await self._answer("tree", figure, modes, _LATER, is_wanted)

    # -- tokens -----------------------------------------------------------------------------------

    async def ask(self, question: Message, *, later: bool = False, is_wanted: Wanted = _always) -> Message:
        """What the worker says of tokens; ``{"faults": …}`` where it does not come back."""
        try:
            found = await self._ask(question, _LATER if later else _SEEN, is_wanted)
        except WorkerLostError as lost:
            return {"faults": [_lost(lost, lost.at or "the token file")]}
        answer: Message = found.get("answer", found)
        return answer

    async def _answer(
        self, what: str, figure: str, modes: Mapping[str, str], urgency: int, is_wanted: Wanted
    ) -> Message:
        """What the worker says of one figure, once for each of its versions."""
        key = what, _key(figure, modes)
        version = self._changed_at.get(figure, 0)
        known = self._answers.get(key)
        if known is not None and known[0] == version:
            return known[1]
        if figure in self._stopped:
            return self._stamped({"faults": [_stopped(self._stopped[figure])]}, version)
        try:
            found = await self._ask({"do": what, "figure": figure, "modes": dict(modes)}, urgency, is_wanted)
        except WorkerLostError as lost:
            self._stopped[lost.at or figure] = _sentence(lost, Path(lost.at or figure).name)
            return self._stamped({"faults": [_stopped(self._stopped[lost.at or figure])]}, version)
        return self._kept(what, key[1], found, version)

    def _kept(self, what: str, key: Key, found: Message, version: int) -> Message:
        """What the worker says of one figure, which is kept for the next page that asks."""
        answer = self._stamped(found.get("answer", found), version)
        self.fonts |= {name: Path(path) for name, path in answer.pop("files", {}).items()}
        self.files |= {*answer.pop("watch", ())}
        self._answers[what, key] = version, answer
        if len(self._answers) > _KEPT:
            del self._answers[next(iter(self._answers))]
        return answer

    def _stamped(self, answer: Message, version: int) -> Message:
        return {**answer, "changed": version}

    async def _ask(self, question: Message, urgency: int, is_wanted: Wanted = _always) -> Message:
        edits = [[list(path), value] for path, value in self.history.edits.items()]
        full = {**question, "skip": self._stopped, "edits": edits}
        return await self.keeper.ask(full, urgency, is_wanted=is_wanted)


def _with_broken(series: Message, before: Message) -> Message:
    """A series in which figures whose script has an error now stay where they were, with the error."""
    figures, names = [*series["figures"]], {one["name"] for one in series["figures"]}
    for index, old in enumerate(before.get("figures", ())):
        faults = series.get("broken", {}).get(old["path"])
        if faults and old["name"] not in names:
            figures.insert(index, {**old, "faults": faults})
    return {**series, "figures": figures}


def _key(figure: str, modes: Mapping[str, str]) -> Key:
    return figure, tuple(sorted(modes.items()))


def _sentence(lost: WorkerLostError, name: str) -> str:
    return f"{name} did not come back: {lost}"


def _lost(lost: WorkerLostError, name: str) -> Message:
    return _stopped(_sentence(lost, name))


def _stopped(sentence: str) -> Message:
    hint = "change the script and save it: it is run again then"
    return as_message(Diagnostic("stopped", sentence, hint=hint))
