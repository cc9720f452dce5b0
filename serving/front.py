"""A browser is told at once where its server is, and what every page is made of; left to itself it would find out by trying.

Streamlit's page asks two paths below its own address before it connects, and where that is a page's it is refused, waits a
tenth of a second and asks again. The parts that draw a page (widgets, markup, pictures) it fetches one after another once they
are needed. Both stand in the page itself then (`window.__streamlit` is Streamlit's own way to say the first).
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

# The page finds its own scripts beside it, so the server is there as well. Without Streamlit's token against forged requests,
# which comes with the first of the paths that are asked, a session would not know who has signed in: then it waits for it.
HERE: Final = """<script>
window.__streamlit = {
  BACKEND_BASE_URL: new URL(".", location.href).href,
  ...(document.cookie.includes("_streamlit_xsrf=") &&
    { HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false } }),
}
</script>"""
HEAD: Final = b"<head>"
END: Final = b"</head>"
# What the frame and the first screen of every page are drawn with.
PARTS: Final = ("Html", "Radio", "Multiselect", "Selectbox", "TextInput", "Checkbox", "BidiComponent")
SCRIPTS: Final = "static/js"
IMPORTED: Final = re.compile(r"""(?:from|import)\s*["'`]\./([\w.\-]+\.js)["'`]""")


class Front:
    """Adds both to the page; every other answer passes as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self._app(scope, receive, send)
            return
        begun: list[Message] = []
        parts: list[bytes] = []

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start" and is_page(message):
                begun.append(message)
            elif message["type"] == "http.response.body" and begun:
                parts.append(message.get("body", b""))
                if not message.get("more_body", False):
                    await _answer(begun[0], b"".join(parts), scope["method"], send)
            else:
                await send(message)

        await self._app(scope, receive, told)


def is_page(message: Message) -> bool:
    """Return whether an answer is a whole page that can be read: HTML, not compressed yet."""
    headers = Headers(raw=message["headers"])
    is_html = headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers
    return bool(message["status"] == 200 and is_html)


async def _answer(start: Message, page: bytes, method: str, send: Send) -> None:
    headers = MutableHeaders(raw=start["headers"])
    if method != "HEAD":
        page = told(page)
        headers["content-length"] = str(len(page))
    # These are of Streamlit's file: a browser that asked by them would go on with what stood in it under an older version.
    del headers["etag"], headers["last-modified"]
    await send({**start, "headers": headers.raw})
    await send({"type": "http.response.body", "body": page})


def told(page: bytes) -> bytes:
    """Return a page of Streamlit with both in it; one that is not Streamlit's as it is."""
    if SCRIPTS.encode() not in page:
        return page
    named = (name for name in parts() if name.encode() not in page)
    links = "".join(f'<link rel="modulepreload" crossorigin href="./{SCRIPTS}/{name}">' for name in named)
    return page.replace(HEAD, HEAD + HERE.encode(), 1).replace(END, links.encode() + END, 1)


@cache
def parts() -> Sequence[str]:
    """Return the files of the parts and of what they import; what this release of Streamlit calls otherwise is left out."""
    folder = Path(file_util.get_static_dir()) / SCRIPTS
    first = [path.name for part in PARTS for path in sorted(folder.glob(f"{part}.*.js"))]
    return tuple(_with_imports(first, folder))


def _with_imports(names: Iterable[str], folder: Path) -> dict[str, None]:
    """Return names and those of all that they import, each once, in the order in which they are met."""
    found: dict[str, None] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop(0)
        if name not in found and (folder / name).is_file():
            found[name] = None
            waiting += IMPORTED.findall((folder / name).read_text(encoding="utf-8"))
    return found
