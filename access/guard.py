"""Where people sign in, nothing is answered to whoever has no role: no page, file, upload, websocket, measure or script.

A stranger's browser never gets as far as Streamlit: it is shown a page of plain HTML, and may ask for four paths that hold no
data. So no session is begun for it, and no page's program runs.
"""

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final
from urllib.parse import parse_qs, quote

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.auth_util import encode_provider_token

from access import door, entrance, identity, roles
from access.door import Door
from access.roles import AccessRole, Visitor
from access.settings import HERE

LOG: Final = logging.getLogger(__name__)
HEALTH: Final = "/_stcore/health"
SIGN_IN: Final = "/sign-in"
SIGN_OUT: Final = "/auth/logout"
LOGIN: Final = "/auth/login"
# What is answered to anybody: whether the server lives, and the ways in and out.
OPEN: Final = frozenset({HEALTH, LOGIN, SIGN_OUT, "/oauth2callback"})
UPLOADS: Final = "/_stcore/upload_file"
# Streamlit's own scripts and styles, the same for everybody; all else is somebody's, and no cache between may keep it.
SAME_FOR_ALL: Final = "/static/"
READING: Final = frozenset({"GET", "HEAD"})
UNSIGNED: Final = (
    "A network may see this server and nobody has to sign in: everybody may read, nobody may write (docs/security.md)."
)
WANTED: Final = "plan_wanted"
WANTED_SECONDS: Final = 10 * 60
LONGEST_WANTED: Final = 2000


class Guard:
    """Holds each request against the door; what has no business is answered here."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        door.guarded()
        # Looked at as the server starts, so that what is wrong stands in its log before anybody comes.
        if door.now().is_open and config.get_option("server.address") not in HERE:
            LOG.warning(UNSIGNED)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        state = door.now() if scope["type"] in ("http", "websocket") else None
        if state is None or state.is_open:
            await self._app(scope, receive, send)
            return
        answer = _answer(state, HTTPConnection(scope))
        if answer is not None:
            # A websocket that is refused before it is accepted is answered over HTTP, or closed where the server can't.
            await answer(scope, receive, send)
            return

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start" and not path_of(scope).startswith(SAME_FOR_ALL):
                MutableHeaders(scope=message)["Cache-Control"] = "private, no-store"
            await send(message)

        await self._app(scope, receive, told if scope["type"] == "http" else send)


def path_of(scope: Mapping[str, object]) -> str:
    """Return the path that is asked for, without the prefix under which the dashboard is served."""
    path, base = str(scope["path"]), _base()
    return path.removeprefix(base) if not base or path.startswith(f"{base}/") else path


def needed(path: str, method: str) -> AccessRole:
    """Return the role that a request wants: what is uploaded is written, all else is read.

    >>> needed("/_stcore/upload_file/s/f", "PUT").name, needed("/media/a.csv", "GET").name
    ('EDITOR', 'READER')
    """
    return AccessRole.EDITOR if path.startswith(UPLOADS) and method not in READING else AccessRole.READER


def local(wanted: str) -> str:
    """Return a path of this dashboard that a browser may be sent to, '/' for anything that could lead elsewhere.

    >>> [local(wanted) for wanted in ("/review?year=R2", "//elsewhere.example", "https://elsewhere.example", "/\\\\elsewhere")]
    ['/review?year=R2', '/', '/', '/']
    """
    is_path = wanted.startswith("/") and not wanted.startswith("//") and len(wanted) <= LONGEST_WANTED
    return wanted if is_path and wanted.isascii() and wanted.isprintable() and "\\" not in wanted else "/"


def _answer(state: Door, asked: HTTPConnection) -> Response | None:
    """Return what a request is answered instead of what it asks for, None where it may be passed on."""
    path = path_of(asked.scope)
    if state.sign_in is None:
        return None if path == HEALTH else _refused(asked, entrance.closed(), HTTPStatus.SERVICE_UNAVAILABLE)
    if path in OPEN:
        return None
    if path == SIGN_IN:
        return _to_provider(state.sign_in.provider, asked)
    settings = state.sign_in.settings
    visitor = roles.visitor(settings, identity.claims(asked.cookies, state.sign_in.origin), datetime.now(UTC))
    if visitor.role >= needed(path, str(asked.scope.get("method", "GET"))):
        return _to_wanted(path, asked)
    status = HTTPStatus.FORBIDDEN if visitor.is_signed_in else HTTPStatus.UNAUTHORIZED
    return _refused(asked, _page(visitor, settings, asked), status)


def _page(visitor: Visitor, settings: roles.Settings, asked: HTTPConnection) -> str:
    query = str(asked.scope.get("query_string", b""), "ascii", "replace")
    wanted = quote(local(asked.scope["path"] + (f"?{query}" if query else "")))
    return entrance.page(visitor, settings, f"{_base()}{SIGN_IN}?to={wanted}", f"{_base()}{SIGN_OUT}")


def _refused(asked: HTTPConnection, page: str, status: HTTPStatus) -> Response:
    """Return a page for who looks, a word for what doesn't."""
    headers = {"Cache-Control": "no-store"}
    if asked.scope["type"] == "http" and "text/html" in asked.headers.get("accept", ""):
        return HTMLResponse(page, status, headers)
    return PlainTextResponse(status.phrase, status, headers)


def _to_provider(provider: str, asked: HTTPConnection) -> Response:
    """Return the way to the provider, by Streamlit's own route; its pass is good for two minutes, so it is made now."""
    answer = RedirectResponse(f"{_base()}{LOGIN}?provider={encode_provider_token(provider)}", HTTPStatus.SEE_OTHER)
    query = str(asked.scope.get("query_string", b""), "ascii", "replace")
    wanted = local(parse_qs(query).get("to", ["/"])[0])
    answer.set_cookie(WANTED, quote(wanted), max_age=WANTED_SECONDS, path=f"{_base()}/", httponly=True, samesite="lax")
    return answer


def _to_wanted(path: str, asked: HTTPConnection) -> Response | None:
    """Return the way to the page that was asked for before signing in, once: Streamlit leads back to the first page."""
    kept = asked.cookies.get(WANTED)
    if kept is None or path != "/" or asked.scope["type"] != "http":
        return None
    wanted = local(parse_qs(f"to={kept}").get("to", ["/"])[0])
    if wanted == asked.scope["path"]:
        return None
    answer = RedirectResponse(wanted, HTTPStatus.SEE_OTHER)
    answer.delete_cookie(WANTED, path=f"{_base()}/")
    return answer


def _base() -> str:
    """Return the prefix of all paths, '' where the dashboard is served at the root."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""
