"""A preview of a small series, in a process of its own."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.tokens import small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Preview", "figure", "running", "series"]

PATIENCE = 30.0
"""Seconds that a change may take on a busy machine."""


def figure(content: str = 'Text("um")', before: str = "") -> str:
    """The text of a script with one figure; its content stands in line 5."""
    return (
        f'from layoutkit import *\n{before}\n@figure(title="T", alt="A")\n'
        f"def declared(t):\n    return Column({content})\n"
    )


def series(folder: Path, **scripts: str) -> Path:
    """Scripts in ``figures`` beside a small token file."""
    small.written(folder, ("[page]\n", "[page]\npadding_x = 4\n"))
    (folder / "figures").mkdir()
    for name, text in scripts.items():
        (folder / "figures" / f"{name.replace('_', '-')}.py").write_text(text, encoding="utf-8")
    return folder


@dataclass(frozen=True, slots=True)
class Preview:
    """What runs."""

    folder: Path
    address: str
    port: int
    key: str

    def ask(
        self, path: str, *, method: str = "GET", body: bytes | None = None, key: str | None = None, **headers: str
    ) -> tuple[int, bytes]:
        """Status and body of an answer; names of headers are written with ``_`` for hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        secret = self.key if key is None else key
        sent = {"X-Layoutkit-Key": secret, **{name.replace("_", "-"): value for name, value in headers.items()}}
        with contextlib.closing(connection):
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            return answer.status, answer.read()

    def json(self, path: str, *, body: object = None) -> dict[str, Any]:
        sent = None if body is None else json.dumps(body).encode()
        status, data = self.ask(path, method="GET" if body is None else "POST", body=sent)
        assert status == 200, data
        answer: dict[str, Any] = json.loads(data)
        return answer

    def picture(self, name: str, *modes: str) -> dict[str, Any]:
        return self.json(f"/api/picture?figure={name}" + "".join(f"&mode={mode}" for mode in modes))

    def state(self) -> dict[str, Any]:
        """The first event of the stream."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request("GET", "/api/events", headers={"X-Layoutkit-Key": self.key})
            line = connection.getresponse().readline()
            state: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
            return state

    def until(self, condition: Any) -> dict[str, Any]:  # noqa: ANN401 - a function of the state
        """The first state of which a condition is true."""
        deadline = time.monotonic() + PATIENCE
        while not condition(state := self.state()):
            assert time.monotonic() < deadline, state
            time.sleep(0.05)
        return state


@contextlib.contextmanager
def running(folder: Path, *options: str) -> Iterator[Preview]:
    """A preview that has loaded its scripts; whatever it was asked, it ends without a complaint."""
    command = [sys.executable, "-m", "layoutkit", "preview", "figures", "--no-open", *options]
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=said, text=True, env={**os.environ}
        )
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/#key=(\S+)", address)
            assert found, address
            preview = Preview(folder, address, int(found[1]), found[2])
            preview.until(lambda state: state["revision"])
            yield preview
        finally:
            process.terminate()
            process.communicate()
        said.seek(0)
        assert "ERROR" not in (text := said.read()), text
    assert process.returncode == 0
