"""Who may ask: the page of this session alone.

Programs of other users and pages of other origins reach the ports of this machine as well. So a request has to name
this very host (else a foreign name was made to lead here: DNS rebinding), must not come from another page, and needs
the secret of the session, which the page alone has, for all that says or changes anything. What is served without it
are the files of the page itself, which are the same for everybody.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

__all__ = ["KEY_HEADER", "Guard"]

KEY_HEADER = "x-layoutkit-key"
_PUBLIC = ("/", "/page/")
_LARGEST = 2_000_000
"""Bytes that a request may send."""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cache-control": "no-store",
}

if TYPE_CHECKING:
    Scope = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Scope]]
    Send = Callable[[Scope], Awaitable[None]]
    App = Callable[[Scope, Receive, Send], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuses requests before the application sees them."""

    app: App
    port: int
    secret: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope)
        if refusal is None:
            await self.app(scope, _measured(receive), _with_headers(send))
        else:
            await _refuse(_with_headers(send), *refusal)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Status and reason; None where the request is right."""
        headers: dict[str, list[str]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.decode("latin-1"), []).append(value.decode("latin-1"))
        own = {f"{host}:{self.port}" for host in ("127.0.0.1", "localhost")}
        if len(headers.get("host", ())) != 1 or headers["host"][0].lower() not in own:
            return 421, "this address is that of another host"
        if any(origin not in {f"http://{host}" for host in own} for origin in headers.get("origin", ())):
            return 403, "another page may not ask here"
        path, is_read = scope["path"], scope["method"] in {"GET", "HEAD"}
        if is_read and (path == _PUBLIC[0] or path.startswith(_PUBLIC[1])):
            return None
        return self._private(headers)

    def _private(self, headers: dict[str, list[str]]) -> tuple[int, str] | None:
        """The same for what says or changes anything."""
        if any(site not in {"same-origin", "none"} for site in headers.get("sec-fetch-site", ())):
            return 403, "another page may not ask here"
        given = headers.get(KEY_HEADER, [""])
        if len(given) != 1 or not hmac.compare_digest(given[0].encode("latin-1"), self.secret.encode("latin-1")):
            return 403, "the secret of the session is missing; open the address that the terminal shows"
        sizes = headers.get("content-length", ["0"])
        if len(sizes) != 1 or not sizes[0].isdecimal() or int(sizes[0]) > _LARGEST:
            return 413, f"the request has more than {_LARGEST:,} bytes"
        return None


def _measured(receive: Receive) -> Receive:
    """The same, which ends a body without a length where it grows too large."""
    read = 0

    async def measured() -> Scope:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        return message if read <= _LARGEST else {"type": "http.disconnect"}

    return measured


def _with_headers(send: Send) -> Send:
    async def with_headers(message: Scope) -> None:
        if message["type"] == "http.response.start":
            own = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]
            kept = [(name, value) for name, value in message.get("headers", ()) if name.decode() not in _HEADERS]
            message = {**message, "headers": [*kept, *own]}
        await send(message)

    return with_headers


async def _refuse(send: Send, status: int, reason: str) -> None:
    body = json.dumps({"error": reason}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
