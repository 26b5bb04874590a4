"""What the page shows now: the series, the last good pictures, and who hears of changes."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from pathlib import Path
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
    _answers: dict[tuple[str, Key], tuple[int, Message]] = field(default_factory=dict)
    _pictures: dict[Key, Message] = field(default_factory=dict)
    """The last good picture of each figure and mode."""
    _stopped: dict[str, str] = field(default_factory=dict)
    """Scripts and figures that a worker was lost over, and why; they are not run again before something changes."""
    _hearing: set[asyncio.Queue[Message]] = field(default_factory=set)

    # -- changes ----------------------------------------------------------------------------------

    async def reload(self, changed: Iterable[str] | None = None) -> None:
        """Load what has changed, or everything, and tell all pages."""
        if changed is None or not self._concerns_others(changed := {*changed}):
            self._stopped.clear()
        question: Message = {"do": "open"} if changed is None else {"do": "refresh", "changed": sorted(changed)}
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
        if "faults" in found:
            self.series = {**self.series, "faults": found["faults"]}
        else:
            self.series = _with_broken(found["answer"], self.series)
            self.files = {*self.series.pop("files", ())}
        for name in self.series.pop("stale", ()):
            self._changed_at[name] = self.revision
        self._say({"event": "series", **self.state()})

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
        return {"faults": [], "tokenFaults": [], **self.series, "figures": figures, "revision": self.revision}

    @contextlib.contextmanager
    def hearing(self) -> Iterator[asyncio.Queue[Message]]:
        """A queue of events for one page."""
        events: asyncio.Queue[Message] = asyncio.Queue(_EVENTS)
        self._hearing.add(events)
        try:
            yield events
        finally:
            self._hearing.discard(events)

    def _say(self, event: Message) -> None:
        for events in self._hearing:
            if events.full():
                events.get_nowait()
            events.put_nowait(event)

    # -- answers ----------------------------------------------------------------------------------

    async def picture(self, figure: str, modes: Mapping[str, str], *, later: bool = False) -> Message:
        """A picture; or the faults that keep the figure from being drawn, with its last good picture."""
        key = _key(figure, modes)
        broken = next(
            (one["faults"] for one in self.series.get("figures", ()) if one["name"] == figure and "faults" in one), None
        )
        if broken is not None:
            return self._stamped({"faults": broken, "last": self._pictures.get(key)}, self._changed_at.get(figure, 0))
        found = await self._answer("draw", figure, modes, _LATER if later else _SEEN)
        if "svg" in found:
            self._pictures.pop(key, None)
            self._pictures[key] = found
            while len(self._pictures) > _KEPT:
                del self._pictures[next(iter(self._pictures))]
            return found
        return {**found, "last": self._pictures.get(key)}

    async def findings(self, figure: str, modes: Mapping[str, str]) -> Message:
        """What the rules find in a figure."""
        return await self._answer("check", figure, modes, _LATER)

    async def boxes(self, figure: str, modes: Mapping[str, str]) -> Message:
        """The boxes of a figure, for the inspector."""
        return await self._answer("tree", figure, modes, _LATER)

    # -- tokens -----------------------------------------------------------------------------------

    async def ask(self, question: Message) -> Message:
        """What the worker says of tokens; ``{"faults": …}`` where it does not come back."""
        try:
            found = await self._ask(question, _SEEN)
        except WorkerLostError as lost:
            return {"faults": [_lost(lost, lost.at or "the token file")]}
        answer: Message = found.get("answer", found)
        return answer

    async def redraw(self) -> None:
        """Tell all pages that the edits have changed, and every figure with them."""
        found = await self.ask({"do": "series"})
        self.revision += 1
        if "figures" in found:
            self.series = _with_broken(found, self.series)
            self.files |= {*self.series.pop("files", ())}
        for one in self.series.get("figures", ()):
            self._changed_at[one["name"]] = self.revision
        self._say({"event": "series", **self.state()})

    async def _answer(self, what: str, figure: str, modes: Mapping[str, str], urgency: int) -> Message:
        """What the worker says of one figure, once for each of its versions."""
        key = what, _key(figure, modes)
        version = self._changed_at.get(figure, 0)
        known = self._answers.get(key)
        if known is not None and known[0] == version:
            return known[1]
        if figure in self._stopped:
            return self._stamped({"faults": [_stopped(self._stopped[figure])]}, version)
        try:
            found = await self._ask({"do": what, "figure": figure, "modes": dict(modes)}, urgency)
        except WorkerLostError as lost:
            self._stopped[lost.at or figure] = _sentence(lost, Path(lost.at or figure).name)
            return self._stamped({"faults": [_stopped(self._stopped[lost.at or figure])]}, version)
        answer = self._stamped(found.get("answer", found), version)
        self.fonts |= {name: Path(path) for name, path in answer.pop("files", {}).items()}
        self.files |= {*answer.pop("watch", ())}
        self._answers[key] = version, answer
        if len(self._answers) > _KEPT:
            del self._answers[next(iter(self._answers))]
        return answer

    def _stamped(self, answer: Message, version: int) -> Message:
        return {**answer, "changed": version}

    async def _ask(self, question: Message, urgency: int) -> Message:
        edits = [[list(path), value] for path, value in self.history.edits.items()]
        return await self.keeper.ask({**question, "skip": self._stopped, "edits": edits}, urgency)


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
