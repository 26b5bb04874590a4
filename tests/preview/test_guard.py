"""Who may ask: every request is decided before the application sees it."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest

from layoutkit.preview.guard import Guard

if TYPE_CHECKING:
    from collections.abc import Mapping

OWN = {"host": "127.0.0.1:4321", "x-layoutkit-key": "secret"}


def answered(
    headers: Mapping[str, str], path: str = "/api/picture", method: str = "GET", body: tuple[bytes, ...] = (b"",)
) -> tuple[int, dict[str, str], str]:
    """Status, headers and text of the answer; ``headers`` are added to those of the page, or taken away."""
    sent: list[dict[str, Any]] = []
    parts = list(body)

    async def app(_scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - as ASGI has it
        message = await receive()
        while message.get("more_body"):
            message = await receive()
        text = b"gone" if message["type"] == "http.disconnect" else b"asked"
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": text})

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": parts.pop(0), "more_body": bool(parts)}

    async def send(message: Any) -> None:  # noqa: ANN401 - as ASGI has it
        sent.append(message)

    its = {name: value for name, value in {**OWN, **headers}.items() if value}
    scope = {
        "type": "http", "method": method, "path": path,
        "headers": [(name.encode(), value.encode()) for name, value in its.items()],
    }  # fmt: skip
    asyncio.run(Guard(app, 4321, "secret")(scope, receive, send))
    start, end = sent
    return start["status"], {name.decode(): value.decode() for name, value in start["headers"]}, end["body"].decode()


def test_the_page_of_the_session_may_ask() -> None:
    status, headers, text = answered({"origin": "http://127.0.0.1:4321", "sec-fetch-site": "same-origin"})
    assert (status, text) == (200, "asked")
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"x-layoutkit-key": ""}, 403, id="no secret"),
        pytest.param({"x-layoutkit-key": "Secret"}, 403, id="another secret"),
        pytest.param({"x-layoutkit-key": "sécret"}, 403, id="a secret of other letters"),
        pytest.param({"host": "evil.example:4321"}, 421, id="another name that leads here"),
        pytest.param({"host": "127.0.0.1:80"}, 421, id="another port"),
        pytest.param({"host": ""}, 421, id="no host"),
        pytest.param({"origin": "http://evil.example"}, 403, id="another origin"),
        pytest.param({"origin": "http://127.0.0.1:5000"}, 403, id="another program of this machine"),
        pytest.param({"origin": "null"}, 403, id="a page without an origin"),
        pytest.param({"sec-fetch-site": "cross-site"}, 403, id="a picture in another page"),
        pytest.param({"sec-fetch-site": "same-site"}, 403, id="a picture in a page of another port"),
        pytest.param({"content-length": "999999999"}, 413, id="a huge request"),
        pytest.param({"content-length": "-1"}, 413, id="a length that is none"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_others_may_not(headers: dict[str, str], status: int, method: str) -> None:
    found, sent, text = answered(headers, method=method)
    assert found == status
    assert "asked" not in text
    assert "secret-" not in json.loads(text)["error"]
    assert sent["cross-origin-resource-policy"] == "same-origin"


def test_the_files_of_the_page_need_no_secret_but_the_right_host() -> None:
    assert answered({"x-layoutkit-key": ""}, "/page/main.js")[0] == 200
    assert answered({"x-layoutkit-key": "", "host": "evil.example"}, "/")[0] == 421
    assert answered({"x-layoutkit-key": ""}, "/page/main.js", "POST")[0] == 403


def test_a_body_without_a_length_ends_where_it_grows_too_large() -> None:
    assert answered({}, method="POST", body=(b"x" * 1000,) * 3)[2] == "asked"
    assert answered({}, method="POST", body=(b"x" * 1_000_000,) * 3)[2] == "gone"
