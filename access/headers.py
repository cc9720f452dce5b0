"""Every answer tells the browser what it must not do with it: run others' scripts, be framed, guess types, tell addresses."""

import os
import re
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from access import door

HSTS: Final = "PLAN_HSTS"
# Streamlit writes scripts and styles into its page and compiles expressions of its charts, so these two can't be stricter.
# {here} is this host's websocket: browsers differ in whether 'self' holds it.
POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'{here} data: blob:",
        "worker-src 'self' blob:",
        "frame-src 'self' blob: data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
A_HOST: Final = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9A-Fa-f:]+\](:\d+)?")


class SecurityHeaders:
    """Adds the headers to every answer over HTTP, and keeps cookies to TLS where people come by it; the websocket has none."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._hsts = hsts(os.environ.get(HSTS, ""))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request; what the app says of the same header itself is replaced."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS | self._hsts | {"Content-Security-Policy": policy(Headers(scope=scope).get("host", ""))})
                sign_in = door.now().sign_in
                if sign_in is not None and sign_in.is_secure:
                    message["headers"] = [secured(*header) for header in message["headers"]]
            await send(message)

        await self._app(scope, receive, told if scope["type"] == "http" else send)


def policy(host: str) -> str:
    """Return what a page of this host may load and ask; a host that is none is left out."""
    return POLICY.replace("{here}", f" ws://{host} wss://{host}" if A_HOST.fullmatch(host) else "")


def hsts(given: str) -> dict[str, str]:
    """Return the header that keeps browsers to TLS for so many seconds, none unless it is asked for; raise ValueError.

    It can't be taken back from a browser that has read it, so only who runs the server can say it.

    >>> hsts("31536000"), hsts("")
    ({'Strict-Transport-Security': 'max-age=31536000'}, {})
    """
    if not given:
        return {}
    if not given.isascii() or not given.isdigit():
        raise ValueError(f"環境変数 {HSTS}「{given}」は秒数ではありません。例：31536000（1年）。使わないときは消してください。")
    return {"Strict-Transport-Security": f"max-age={int(given)}"}


def secured(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """Return a header as it is sent over TLS: a cookie is given back over TLS alone.

    >>> secured(b"set-cookie", b"a=b; Path=/"), secured(b"server", b"x")
    ((b'set-cookie', b'a=b; Path=/; Secure'), (b'server', b'x'))
    """
    is_bare = name.lower() == b"set-cookie" and b"secure" not in (part.strip().lower() for part in value.split(b";"))
    return name, value + b"; Secure" if is_bare else value
