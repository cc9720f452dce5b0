"""An S3-compatible storage of one bucket for the tests: as much of its protocol as DuckDB speaks, for whoever has the key."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

KEY: Final = "plan-writer"


class _Bucket(BaseHTTPRequestHandler):
    """Objects by their paths; a write comes in parts (multipart upload) or whole, a read whole or by range."""

    protocol_version = "HTTP/1.1"
    objects: dict[str, bytes]
    parts: dict[str, dict[int, bytes]]

    def do_HEAD(self) -> None:
        self._read(is_head=True)

    def do_GET(self) -> None:
        self._read(is_head=False)

    def do_PUT(self) -> None:
        asked, data = parse_qs(urlsplit(self.path).query), self._body()
        if not self._is_known():
            self._answer(403)
            return
        if "partNumber" in asked:
            self.parts.setdefault(self._path(), {})[int(asked["partNumber"][0])] = data
        else:
            self.objects[self._path()] = data
        self._answer(200, etag=True)

    def do_POST(self) -> None:
        self._body()
        if not self._is_known():
            self._answer(403)
            return
        if "uploads" in parse_qs(urlsplit(self.path).query, keep_blank_values=True):
            self._answer(200, b"<R><UploadId>1</UploadId></R>")
            return
        parts = self.parts.pop(self._path(), {})
        self.objects[self._path()] = b"".join(parts[at] for at in sorted(parts))
        self._answer(200, b"<CompleteMultipartUploadResult/>")

    def do_DELETE(self) -> None:
        if self._is_known():
            self.objects.pop(self._path(), None)
        self._answer(204 if self._is_known() else 403)

    def _read(self, *, is_head: bool) -> None:
        data = self.objects.get(self._path())
        if data is None or not self._is_known():
            self._answer(404 if self._is_known() else 403)
            return
        first, last = 0, len(data) - 1
        if asked := self.headers.get("Range", ""):
            begin, _, end = asked.removeprefix("bytes=").partition("-")
            first, last = int(begin), min(int(end or last), last)
        self._answer(206 if asked else 200, data[first : last + 1], etag=True, is_head=is_head)

    def _is_known(self) -> bool:
        return f"Credential={KEY}/" in self.headers.get("Authorization", "")

    def _path(self) -> str:
        return unquote(urlsplit(self.path).path)

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _answer(self, code: int, data: bytes = b"", *, etag: bool = False, is_head: bool = False) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(data)))
        if etag:
            self.send_header("ETag", '"1"')
        self.end_headers()
        if not is_head:
            self.wfile.write(data)

    def log_message(self, *_args: object) -> None:
        """Keep quiet."""


@contextmanager
def bucket() -> Iterator[tuple[str, dict[str, bytes]]]:
    """Serve an empty bucket at this machine; yield its address and its objects by path."""
    kept: dict[str, bytes] = {}
    handler = type("Bucket", (_Bucket,), {"objects": kept, "parts": {}})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        serving = threading.Thread(target=server.serve_forever, daemon=True)
        serving.start()
        yield f"http://127.0.0.1:{server.server_port}", kept
        server.shutdown()
        serving.join()
