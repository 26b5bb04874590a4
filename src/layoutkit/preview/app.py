"""The addresses of the preview, and what is answered there."""

from __future__ import annotations

import asyncio
import contextlib
import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from layoutkit.color.vision import MATRICES
from layoutkit.preview.edits import EditError
from layoutkit.preview.keeper import GoneError
from layoutkit.preview.published import published
from layoutkit.preview.token_requests import edit_tokens, panel_of
from layoutkit.preview.watch import changes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.requests import Request

    from layoutkit.preview.session import Session

__all__ = ["application"]

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_ALIVE = 10.0
"""Seconds after which a page hears that the server is still there."""
_LONGEST_FONT = 64_000_000
_MOST_TRIED, _TRIED = 64, 6
"""Values of a colour that are tried for one request, and those of them that are tried at a time."""


def application(session: Session, editor: str) -> Starlette:
    """The application of one session.

    Args:
        session: what it shows.
        editor: the address that opens a line, with ``{path}``, ``{line}`` and ``{column}``.
    """
    page = {one.name: one.read_bytes() for one in files("layoutkit.preview.static").iterdir() if one.is_file()}
    answers = _Answers(session, editor, page)
    routes = [
        Route("/", answers.page),
        Route("/page/{name}", answers.page),
        Route("/api/events", answers.events),
        Route("/api/picture", answers.picture),
        Route("/api/findings", answers.findings),
        Route("/api/boxes", answers.boxes),
        Route("/api/before", answers.before),
        Route("/api/font/{name}", answers.font),
        Route("/api/tokens", answers.tokens),
        Route("/api/tokens", answers.edited, methods=["POST"]),
        Route("/api/limits", answers.limits),
        Route("/api/solve", answers.solve),
    ]
    return Starlette(routes=routes, lifespan=lambda _: _running(session), exception_handlers={GoneError: _gone})


@dataclass(frozen=True, slots=True)
class _Answers:
    """One method for each address."""

    session: Session
    editor: str
    files: dict[str, bytes]
    """The files of the page, by name: nothing else of the machine is served but fonts."""

    async def page(self, request: Request) -> Response:
        name = request.path_params.get("name", "index.html")
        kind = _TYPES.get(name.rpartition(".")[2])
        if name not in self.files or kind is None:
            return JSONResponse({"error": "there is no such file"}, 404)
        return Response(self.files[name], headers={"content-type": kind})

    async def events(self, _: Request) -> Response:
        return StreamingResponse(_events(self.session, self.editor), headers={"content-type": "text/event-stream"})

    async def picture(self, request: Request) -> Response:
        later = "later" in request.query_params
        async with _waiting(request) as is_wanted:
            return JSONResponse(await self.session.picture(*_figure(request), later=later, is_wanted=is_wanted))

    async def findings(self, request: Request) -> Response:
        async with _waiting(request) as is_wanted:
            return JSONResponse(await self.session.findings(*_figure(request), is_wanted))

    async def boxes(self, request: Request) -> Response:
        async with _waiting(request) as is_wanted:
            return JSONResponse(await self.session.boxes(*_figure(request), is_wanted))

    async def before(self, request: Request) -> Response:
        figure, modes = _figure(request)
        found = await self.session.ask({"do": "before", "figure": figure, "modes": modes})
        picture = await published(found.get("files", ()))
        if picture is None:
            return JSONResponse({"error": "this figure was not rendered in these modes yet: layoutkit render"}, 404)
        return Response(picture.data, headers={"content-type": "image/png", "x-layoutkit-before": picture.source})

    async def font(self, request: Request) -> Response:
        path = self.session.fonts.get(request.path_params["name"])
        try:
            if path is None or path.stat().st_size > _LONGEST_FONT:
                return JSONResponse({"error": "there is no such font"}, 404)
            return Response(path.read_bytes(), headers={"content-type": "font/sfnt"})
        except OSError:
            return JSONResponse({"error": "the font cannot be read"}, 404)

    async def tokens(self, request: Request) -> Response:
        return JSONResponse(await panel_of(self.session, _figure(request)[1]))

    async def edited(self, request: Request) -> Response:
        try:
            return JSONResponse(await edit_tokens(self.session, await request.json()))
        except EditError as fault:
            return JSONResponse({"error": str(fault)}, 400)
        except (ValueError, RecursionError):
            return JSONResponse({"error": "the request is not JSON"}, 400)

    async def limits(self, request: Request) -> Response:
        query = request.query_params
        tried = query.getlist("value")[:_MOST_TRIED]
        question = {"do": "limits", "token": query.get("token", ""), "modes": _figure(request)[1]}
        broken = []
        async with _waiting(request) as is_wanted:
            for start in range(
                0, max(1, len(tried)), _TRIED
            ):  # a few at a time: what is edited meanwhile is drawn first
                part = {**question, "tried": tried[start : start + _TRIED]}
                found = await self.session.ask(part, later=True, is_wanted=is_wanted)
                if "broken" not in found:
                    return JSONResponse(found)
                broken += found["broken"]
        return JSONResponse({"broken": broken})

    async def solve(self, _: Request) -> Response:
        return JSONResponse(await self.session.ask({"do": "solve"}))


@contextlib.asynccontextmanager
async def _running(session: Session) -> AsyncIterator[None]:
    """Load the series and watch it while the server runs."""

    async def watch() -> None:
        with contextlib.suppress(GoneError):  # the preview ends
            await session.reload()
            async for changed in changes(session.watched):
                await session.reload(changed)

    watching = asyncio.create_task(watch())
    try:
        yield
    finally:
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching
        await session.end()


@contextlib.asynccontextmanager
async def _waiting(request: Request) -> AsyncIterator[Callable[[], bool]]:
    """Tells whether the page still waits for the answer to a request."""
    gone = asyncio.Event()

    async def listen() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        gone.set()

    listening = asyncio.create_task(listen())
    try:
        yield lambda: not gone.is_set()
    finally:
        listening.cancel()


async def _gone(*_: object) -> Response:
    """An answer that nobody reads."""
    return JSONResponse({"error": "nobody waits for this answer"}, 503)


async def _events(session: Session, editor: str) -> AsyncIterator[str]:
    """Server-sent events: the series now, and again after each change."""
    with session.hearing() as heard:
        yield _event({"event": "hello", "editor": editor, "visions": MATRICES, **session.state()})
        while True:
            try:
                event = await asyncio.wait_for(heard.get(), _ALIVE)
            except TimeoutError:
                yield ": alive\n\n"
                continue
            if event is None:
                return
            yield _event(event)


def _event(message: dict[str, object]) -> str:
    return f"data: {json.dumps(message)}\n\n"


def _figure(request: Request) -> tuple[str, dict[str, str]]:
    """The figure and the modes that a request names: ``?figure=04-x&mode=theme:dark``."""
    pairs = (mode.partition(":") for mode in request.query_params.getlist("mode"))
    return request.query_params.get("figure", ""), {axis: value for axis, _, value in pairs}
