"""A page of elsewhere can give its own name the address of this machine; whoever asks for a name that is not ours gets nothing.

The names are Streamlit's own setting `server.allowedHosts`, which holds its websocket, too.
"""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from access import door
from access.settings import HERE

ANY: Final = "*"
# By these a machine asks for itself; a name of elsewhere can't pretend to be one.
OWN: Final = frozenset(f"[{host}]" if ":" in host else host for host in HERE)


class Hosts:
    """Answers 400 to whoever asks for another host; the settings are read at the first request, when they all are known."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._checked: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on where its host is ours."""
        if self._checked is None:
            sign_in = door.now().sign_in
            known = names(
                config.get_option("server.allowedHosts") or (),
                str(config.get_option("server.address") or ""),
                sign_in.origin if sign_in else "",
            )
            self._checked = TrustedHostMiddleware(self._app, known, www_redirect=False)
        await self._checked(scope, receive, send)


def names(allowed: Sequence[str], address: str, origin: str) -> list[str]:
    """Return the names that the server answers to: this machine's own, those that are set, and where people sign in.

    Where none is set, a server that a network sees answers to any.

    >>> names((), "localhost", ""), names((), "0.0.0.0", "")
    (['127.0.0.1', '[::1]', 'localhost'], ['*'])
    >>> names((), "0.0.0.0", "https://plan.city.example.jp")
    ['127.0.0.1', '[::1]', 'localhost', 'plan.city.example.jp']
    """
    told = {*allowed, *([urlsplit(origin).hostname or ""] if origin else [])}
    return sorted(OWN | told) if told or address in HERE else [ANY]
