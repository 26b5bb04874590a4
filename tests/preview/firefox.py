"""Headless Firefox by WebDriver BiDi, over the WebSocket that it opens with ``--remote-debugging-port``."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import re
import subprocess
import time
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tornado.websocket import WebSocketClientConnection, websocket_connect

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Tab", "firefox"]

_PATIENCE = 60.0


class Tab:
    """One tab."""

    def __init__(self, loop: asyncio.AbstractEventLoop, address: str) -> None:
        self._loop, self._ids = loop, itertools.count(1)
        self._socket = loop.run_until_complete(_connected(address))
        self.call("session.new", capabilities={})
        self._context = self.call("browsingContext.getTree")["contexts"][0]["context"]

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """One command and its result."""
        number = next(self._ids)
        sent = json.dumps({"id": number, "method": method, "params": parameters})
        return self._loop.run_until_complete(asyncio.wait_for(self._answer(number, sent), _PATIENCE))

    async def _answer(self, number: int, sent: str) -> dict[str, Any]:
        await self._socket.write_message(sent)
        while (text := await self._socket.read_message()) is not None:
            message = json.loads(text)
            if message.get("id") == number:
                assert message["type"] == "success", message
                result: dict[str, Any] = message["result"]
                return result
        raise AssertionError("Firefox has ended")

    def open(self, address: str) -> None:
        self.call("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def run(self, script: str) -> Any:  # noqa: ANN401 - what the script returns
        """The value of an expression."""
        done = self.call("script.evaluate", expression=script, target={"context": self._context}, awaitPromise=True)
        assert done["type"] == "success", done
        return done["result"].get("value")

    def wait(self, condition: str) -> None:
        """Wait until an expression is true."""
        deadline = time.monotonic() + _PATIENCE
        while not self.run(f"(() => {{ try {{ return !!({condition}) }} catch {{ return false }} }})()"):
            assert time.monotonic() < deadline, f"never true: {condition}\n{self.run('document.body.innerText')[:2000]}"
            time.sleep(0.05)


async def _connected(address: str) -> WebSocketClientConnection:
    return await websocket_connect(address)  # within the loop that it belongs to


@contextlib.contextmanager
def firefox() -> Iterator[Tab]:
    """A tab of a Firefox that has a profile of its own."""
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as profile,
        contextlib.closing(asyncio.new_event_loop()) as loop,
    ):
        command = ["firefox", "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        try:
            assert process.stderr is not None
            lines = iter(process.stderr.readline, "")
            found = next(filter(None, (re.search(r"WebDriver BiDi listening on (ws://\S+)", line) for line in lines)))
            yield Tab(loop, f"{found[1]}/session")
        finally:
            process.kill()
            process.communicate()
