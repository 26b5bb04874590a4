"""What the tokens panel asks for: edits, undo and redo, the solver's values, and writing the file."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.diagnostics import LayoutkitError
from layoutkit.output.files import write_over
from layoutkit.preview.edits import EditError, checked_path, checked_value
from layoutkit.preview.messages import as_messages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.preview.frames import Message
    from layoutkit.preview.session import Session

__all__ = ["edit_tokens", "panel_of"]


async def panel_of(session: Session, modes: Mapping[str, str]) -> Message:
    """The controls, with what is edited."""
    found = await session.ask({"do": "tokens", "modes": dict(modes)})
    session.fonts |= {name: Path(path) for name, path in found.pop("files", {}).items()}
    history = session.history
    edits = [{"path": list(path), "value": value} for path, value in history.edits.items()]
    return {**found, "edits": edits, "undo": len(history.done), "redo": len(history.undone)}


async def edit_tokens(session: Session, said: object) -> Message:
    """Do what the panel asks for; ``{"error": …}`` where it cannot be done.

    Raises:
        EditError: the request is malformed.
    """
    if not isinstance(said, dict):
        raise EditError("a request is a table")
    history = session.history
    match said.get("do"):
        case "set":
            changes = said.get("changes")
            if not isinstance(changes, list) or not all(isinstance(one, dict) for one in changes):
                raise EditError("an edit has a list of changes")
            history.set(
                [
                    (checked_path(one.get("path")), checked_value(one.get("disk")), checked_value(one.get("value")))
                    for one in changes
                ],
                merge=said.get("merge") is True,
            )
        case "undo":
            history.undo()
        case "redo":
            history.redo()
        case "discard":
            history.discard()
        case "take":
            history.take_disk(checked_path(said.get("path")), checked_value(said.get("value")))
        case "save":
            return await _save(session, over=said.get("over") is True)
        case _:
            raise EditError("there is no such request")
    await session.redraw()
    return {"edits": len(history.edits)}


async def _save(session: Session, *, over: bool) -> Message:
    """Write the token file; where a key that was edited has another value by now, show both and write nothing.

    All else that was changed in the file meanwhile stays: edits are put into its text of this very moment.
    """
    history = session.history
    edits = dict(history.edits)
    if not edits:
        return {"saved": 0}
    found = await session.ask({"do": "rewrite"})
    if "after" not in found:
        return {"error": "the file is not written", "faults": found.get("faults", [])}
    now = {tuple(path): value for path, value in found["now"]}
    conflicts = [
        {"path": list(path), "disk": now[path], "before": history.disk[path], "yours": value}
        for path, value in edits.items()
        if path in now and now[path] not in (history.disk[path], value)
    ]
    if conflicts and not over:
        return {"conflicts": conflicts}
    try:
        before, after = (found[name].encode("utf-8", "surrogateescape") for name in ("before", "after"))
        await asyncio.to_thread(write_over, Path(found["path"]), before, after)
    except LayoutkitError as fault:
        return {"error": fault.diagnostics[0].message, "faults": as_messages(fault.diagnostics)}
    if history.edits == edits:
        history.saved()
    await session.redraw()
    return {"saved": len(edits)}
