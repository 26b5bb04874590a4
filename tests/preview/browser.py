"""Headless Chromium by its DevTools protocol, over two pipes: no driver and no WebSocket is needed."""

from __future__ import annotations

import base64
import contextlib
import io
import itertools
import json
import os
import select
import subprocess
import time
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Page", "chromium"]

_PATIENCE = 30.0
"""Seconds that a step may take on a busy machine."""
_QUESTIONS, _ANSWERS = 3, 4
"""The descriptors that Chromium reads from and writes to."""


class Page:
    """One tab."""

    def __init__(self, questions: int, answers: int) -> None:
        self._questions, self._answers = questions, answers
        self._rest = b""
        self._ids = itertools.count(1)
        self._session = ""
        self.errors: list[str] = []
        """What scripts of the page raised, and what its policy refused."""
        self.frames: list[tuple[float, bytes]] = []
        """Pictures of the window as they were shown, with their time; see ``record``."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """One command and its result."""
        number = next(self._ids)
        message: dict[str, object] = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._questions, json.dumps(message).encode() + b"\0")
        deadline = time.monotonic() + _PATIENCE
        while True:
            found = self._next(deadline)
            if found.get("id") == number:
                assert "error" not in found, found["error"]
                result: dict[str, Any] = found["result"]
                return result

    def _next(self, deadline: float) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._answers], [], [], max(0.0, deadline - time.monotonic()))
            assert ready, "Chromium does not answer"
            part = os.read(self._answers, 1 << 20)
            assert part, "Chromium has ended"
            self._rest += part
        line, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        if message.get("method") == "Page.screencastFrame":
            frame = message["params"]
            self.frames.append((frame["metadata"]["timestamp"], base64.b64decode(frame["data"])))
            number = next(self._ids)
            ack = {"id": number, "method": "Page.screencastFrameAck", "params": {"sessionId": frame["sessionId"]}}
            os.write(self._questions, json.dumps({**ack, "sessionId": self._session}).encode() + b"\0")
        if message.get("method") == "Runtime.exceptionThrown":
            self.errors.append(json.dumps(message["params"]["exceptionDetails"])[:600])
        if message.get("method") == "Log.entryAdded" and message["params"]["entry"]["level"] == "error":
            self.errors.append(message["params"]["entry"]["text"])
        return message

    def size(self, width: int, height: int, scale: float = 1.0) -> None:
        """The window, in CSS px."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False
        )

    def prefer(self, scheme: str) -> None:
        """``light`` or ``dark``."""
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def open(self, address: str) -> None:
        self.call("Page.navigate", url=address)

    def run(self, script: str) -> Any:  # noqa: ANN401 - what the script returns
        """The value of an expression; of a promise, what it resolves to."""
        done = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def wait(self, condition: str) -> None:
        """Wait until an expression is true."""
        deadline = time.monotonic() + _PATIENCE
        while not self.run(f"(() => {{ try {{ return !!({condition}) }} catch {{ return false }} }})()"):
            assert time.monotonic() < deadline, f"never true: {condition}\n{self.run('document.body.innerText')[:2000]}"
            time.sleep(0.02)

    def click(self, x: float, y: float) -> None:
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            button = "none" if kind == "mouseMoved" else "left"
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button=button, clickCount=1)

    def hover(self, x: float, y: float) -> None:
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def press(self, key: str, code: int = 0, modifiers: int = 0) -> None:
        """Press a key by its DOM name; ``code`` is its number where it is not a character."""
        text = {"text": key} if len(key) == 1 and not modifiers else {}
        for kind in ("keyDown", "keyUp"):
            its = text if kind == "keyDown" else {}
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, modifiers=modifiers, **its
            )

    def record(self) -> None:
        """Keep every picture of the window from now on, in ``frames``."""
        self.call("Page.startScreencast", format="png", everyNthFrame=1)

    def listen(self, seconds: float) -> None:
        """Wait for what the browser tells unasked."""
        ready, _, _ = select.select([self._answers], [], [], seconds)
        if ready:
            self._next(time.monotonic() + _PATIENCE)

    def screenshot(self) -> Image.Image:
        data = base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])
        with Image.open(io.BytesIO(data)) as image:
            return image.convert("RGB")


@contextlib.contextmanager
def chromium() -> Iterator[Page]:
    """A tab of a Chromium that has a profile of its own."""
    to_it, questions = os.pipe()
    answers, from_it = os.pipe()
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        flags = [
            *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"),
            *("--disable-background-networking", "--disable-dev-shm-usage", "--force-color-profile=srgb"),
            *("--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank"),
        ]
        # A shell puts the pipes at the numbers that Chromium expects, whatever numbers they have here.
        moved = f'exec chromium "$@" {_QUESTIONS}<&{to_it} {_ANSWERS}>&{from_it}'
        process = subprocess.Popen(
            ["bash", "-c", moved, "chromium", *flags],  # noqa: S607 - as found on the path
            pass_fds=(to_it, from_it), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_it)
        os.close(from_it)
        try:
            yield Page(questions, answers)
        finally:
            process.kill()
            process.wait()
            os.close(questions)
            os.close(answers)
