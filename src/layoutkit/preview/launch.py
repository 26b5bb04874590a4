"""The preview as a program: a port of this machine, a server on it, and the browser."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import signal
import socket
import webbrowser
from typing import TYPE_CHECKING

import uvicorn

from layoutkit.diagnostics import Diagnostic, UsageError
from layoutkit.preview.app import application
from layoutkit.preview.guard import Guard
from layoutkit.preview.keeper import Keeper, Limits
from layoutkit.preview.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

__all__ = ["EDITOR", "preview"]

EDITOR = "vscode://file/{path}:{line}:{column}"
_HOST = "127.0.0.1"
_LARGEST_HEAD = 64_000
"""Bytes that the head of a request may have."""
_AT_ONCE = 100
"""Requests that are answered at a time: all pictures of a gallery."""


def preview(  # noqa: PLR0913 - the options of the command
    paths: Sequence[Path],
    tokens: Path | None = None,
    *,
    port: int = 0,
    editor: str = EDITOR,
    limits: Limits | None = None,
    opens: bool = True,
    ready: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve the page until the process is asked to end.

    Args:
        paths: scripts, and folders of scripts.
        tokens: the token file; None for the nearest one.
        port: 0 for any that is free.
        editor: the address that opens a line in the author's editor.
        limits: what one figure may cost.
        opens: whether the browser is opened.
        ready: hears the address of the page, which has the secret in it.

    Raises:
        UsageError: the port is taken.
    """
    bound = _bound(port)
    port = bound.getsockname()[1]
    secret = secrets.token_urlsafe(24)
    session = Session(Keeper([*paths], tokens, limits or Limits()))
    config = uvicorn.Config(
        Guard(application(session, editor), port, secret),
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=_AT_ONCE,
        h11_max_incomplete_event_size=_LARGEST_HEAD,
        http="h11",
        ws="none",
        timeout_graceful_shutdown=1,
    )
    address = f"http://{_HOST}:{port}/#key={secret}"
    with contextlib.closing(bound):
        ready(address)
        if opens:
            webbrowser.open(address)
        asyncio.run(_serve(uvicorn.Server(config), session, bound))


async def _serve(server: uvicorn.Server, session: Session, bound: socket.socket) -> None:
    """Serve until a signal asks for the end, which is the way to end it and no interruption."""
    loop = asyncio.get_running_loop()
    ending: set[asyncio.Task[None]] = set()

    def end(number: int) -> None:
        server.handle_exit(number, None)
        ending.add(asyncio.ensure_future(session.end()))  # else the server would wait for answers

    with contextlib.suppress(NotImplementedError):  # Windows, where Ctrl+C raises KeyboardInterrupt
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, end, number)
        setattr(server, "capture_signals", contextlib.nullcontext)  # noqa: B010 - it would raise them once more
    await server.serve(sockets=[bound])


def _bound(port: int) -> socket.socket:
    """A port of this machine alone."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would let two programs share the port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((_HOST, port))
        bound.listen()
    except OSError as cause:
        bound.close()
        message = f"cannot use port {port}: {cause.strerror or cause}"
        hint = "another preview may be running there; leave out --port for a free one"
        raise UsageError(Diagnostic("port-taken", message, hint=hint)) from None
    return bound
