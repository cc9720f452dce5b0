"""The page says where its server is and what every page is made of, so that a browser need not find out."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Message
from streamlit import file_util

from serving import front

STATIC = Path(file_util.get_static_dir())
PAGE = (STATIC / "index.html").read_text(encoding="utf-8")


def answered(response: Response, *, method: str = "GET", accept: bytes = b"text/html") -> tuple[Headers, str]:
    """Return headers and text of what a browser gets of an answer."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": method, "path": "/unmet", "headers": [(b"accept", accept)]}
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, front.Front(response)(scope, receive, send)).result()
    return Headers(raw=sent[0]["headers"]), b"".join(message.get("body", b"") for message in sent[1:]).decode()


def test_a_page_tells_first_where_its_server_is() -> None:
    _, page = answered(HTMLResponse(PAGE))
    assert page.index("BACKEND_BASE_URL") < page.index("<script type=")


def test_the_script_of_this_streamlit_still_reads_what_the_page_tells() -> None:
    scripts = "".join(path.read_text(encoding="utf-8") for path in (STATIC / "static" / "js").glob("index.*.js"))
    assert all(word in scripts for word in ("window.__streamlit", "BACKEND_BASE_URL", "HOST_CONFIG", "_streamlit_xsrf"))


@pytest.mark.parametrize("part", front.PARTS)
def test_a_part_that_every_page_needs_is_loaded_with_the_page(part: str) -> None:
    assert re.search(rf'modulepreload" crossorigin href="./static/js/{part}\.[^"]+"', front.told(PAGE.encode()).decode())


def test_nothing_is_loaded_twice_and_nothing_that_is_not_there() -> None:
    links = re.findall(r'modulepreload" crossorigin href="./([^"]+)"', front.told(PAGE.encode()).decode())
    assert len(links) == len(set(links))
    assert all((STATIC / link).is_file() for link in links)


def test_a_page_is_as_long_as_it_says_and_is_not_asked_for_by_the_file_that_it_was_made_from() -> None:
    given = HTMLResponse(PAGE, headers={"etag": '"1"', "last-modified": "Mon, 30 Nov 2026 00:00:00 GMT"})
    headers, page = answered(given)
    assert int(headers["content-length"]) == len(page.encode()) > len(PAGE.encode())
    assert "etag" not in headers
    assert "last-modified" not in headers


@pytest.mark.parametrize(
    "response",
    [
        PlainTextResponse(PAGE),
        HTMLResponse("<html><head></head>サインイン</html>"),
        HTMLResponse(PAGE, 404),
        HTMLResponse(PAGE, headers={"content-encoding": "br"}),
    ],
)
def test_every_other_answer_passes_as_it_is(response: Response) -> None:
    assert answered(response)[1] == response.body.decode()


def test_what_is_no_page_that_somebody_looks_at_passes_as_it_is() -> None:
    assert answered(HTMLResponse(PAGE), accept=b"*/*")[1] == PAGE
