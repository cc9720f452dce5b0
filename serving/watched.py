"""Two paths for whoever watches a server: `/ready` says whether it can show data, `/metrics` how it fares.

Neither holds anything of a plan. `/metrics` is answered to this machine alone; behind a proxy every visitor seems to come from
there, so what came through one is refused.
"""

import os
import time
from http import HTTPStatus
from ipaddress import ip_address
from typing import Final

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.database import store
from engines.connecting import EngineError
from serving import measures

SETTING: Final = "PLAN_METRICS"
ON, OFF = "on", "off"
METRICS, READY = "/metrics", "/ready"
FORWARDED: Final = ("x-forwarded-for", "forwarded", "x-real-ip")
# What a request is for, by how its path begins; the paths themselves are too many to count by.
KINDS: Final = (
    ("/static/", "static"),
    ("/media/", "media"),
    ("/_stcore/upload_file", "upload"),
    ("/_stcore/", "own"),
)


class Watched:
    """Counts what passes, and answers the two paths itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for one of the two paths; time any other."""
        if scope["type"] == "websocket":
            with measures.SESSIONS.track_inprogress():
                await self._app(scope, receive, send)
        elif scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"] == READY:
            await (await run_in_threadpool(ready))(scope, receive, send)
        elif scope["path"] == METRICS:
            await metrics(scope)(scope, receive, send)
        else:
            await self._timed(scope, receive, send)

    async def _timed(self, scope: Scope, receive: Receive, send: Send) -> None:
        began, status = time.perf_counter(), "none"

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = f"{message['status'] // 100}xx"
            await send(message)

        try:
            await self._app(scope, receive, told)
        finally:
            measures.REQUESTS.labels(kind_of(scope["path"]), status).observe(time.perf_counter() - began)


def kind_of(path: str) -> str:
    """Return what a request is for.

    >>> kind_of("/static/js/index.js"), kind_of("/unmet")
    ('static', 'page')
    """
    return next((kind for begin, kind in KINDS if path.startswith(begin)), "page")


def ready() -> Response:
    """Return 200 where the store can be read, else 503 and why, in a word for machines."""
    problem = store.problem()
    if problem is None:
        return PlainTextResponse("out of reach" if store.out_of_reach() else "ok")
    said = problem.trouble if isinstance(problem, EngineError) else problem
    return PlainTextResponse(str(said), HTTPStatus.SERVICE_UNAVAILABLE)


def metrics(scope: Scope) -> Response:
    """Return the measures of this process to whom they are for."""
    if not is_for(scope):
        return PlainTextResponse("not found", HTTPStatus.NOT_FOUND)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


def is_for(scope: Scope) -> bool:
    """Return whether measures are for whoever asks: this machine, or anybody where PLAN_METRICS is on, nobody where off."""
    setting = os.environ.get(SETTING, "").strip().casefold()
    if setting in (ON, OFF):
        return setting == ON
    client, headers = scope.get("client"), Headers(scope=scope)
    return client is not None and _is_here(client[0]) and not any(name in headers for name in FORWARDED)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
