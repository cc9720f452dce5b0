"""A visitor without a browser: it speaks Streamlit's own protocol over its websocket, as the page in a browser would.

One message tells the server what was chosen (BackMsg), many come back (ForwardMsg) until the script has run. A visitor keeps
what a browser keeps: where it is, what it chose, and which messages it holds already. What a browser adds, drawing, is not
here: tests.bench.speed times that.
"""

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

# No run of a page takes so long; what does is an error.
PATIENCE: Final = 120.0
LARGEST_MESSAGE: Final = 64 * 2**20


@dataclass(frozen=True)
class Run:
    """A page's script, run once for a visitor: what was asked, how long until it had run, what came of it."""

    act: str
    seconds: float
    elements: int
    sent: int
    trouble: str = ""


@dataclass
class Visitor:
    """One session at a server; `open` begins it."""

    url: str
    pages: dict[str, str] = field(default_factory=dict)
    page: str = ""
    titles: list[str] = field(default_factory=list)
    options: dict[str, list[str]] = field(default_factory=dict)
    _ids: dict[str, str] = field(default_factory=dict)
    _chosen: dict[str, list[str]] = field(default_factory=dict)
    _held: set[str] = field(default_factory=set)
    _socket: ClientConnection | None = None

    async def open(self, path: str = "", patience: float = PATIENCE) -> Run:
        """Open a page by its path in the address; the first one has none."""
        began = time.monotonic()
        address = urlsplit(self.url)
        self._socket = await connect(
            f"ws://{address.netloc}/_stcore/stream",
            origin=None,
            subprotocols=[Subprotocol("streamlit")],
            max_size=LARGEST_MESSAGE,
            open_timeout=patience,
            compression=None,
        )
        return await self._run(f"open {path or 'overview'}", ClientState(page_name=path), began, patience)

    async def go(self, path: str, patience: float = PATIENCE) -> Run:
        """Go on to a page of the navigation; what was chosen goes along."""
        return await self._run(f"go {path}", ClientState(page_script_hash=self.pages[path]), time.monotonic(), patience)

    async def choose(self, key: str, values: Iterable[str], patience: float = PATIENCE) -> Run:
        """Choose in a widget of the sidebar, by its key; one value for a radio, any number for a list of many."""
        self._chosen[key] = list(values)
        return await self._run(f"choose {key}", ClientState(page_script_hash=self.page), time.monotonic(), patience)

    async def close(self) -> None:
        """Leave."""
        if self._socket is not None:
            await self._socket.close()

    async def _run(self, act: str, state: ClientState, began: float, patience: float) -> Run:
        assert self._socket is not None, "a visitor opens a page first"
        state.query_string = urlencode(self._chosen, doseq=True)
        state.cached_message_hashes.extend(self._held)
        state.context_info.url = self.url
        state.widget_states.widgets.extend(self._widgets())
        await self._socket.send(BackMsg(rerun_script=state).SerializeToString())
        elements = sent = 0
        trouble = ""
        self.titles = []
        async with asyncio.timeout(patience):
            while True:
                data = await self._socket.recv(decode=False)
                message = ForwardMsg.FromString(data)
                sent += len(data)
                kind = message.WhichOneof("type")
                if message.metadata.cacheable and kind != "ref_hash":
                    self._held.add(message.hash)
                if kind == "delta":
                    elements += 1
                    trouble = trouble or self._look_at(message)
                elif kind == "navigation":
                    self.page = message.navigation.page_script_hash
                    self.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
                elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return Run(act, time.monotonic() - began, elements, sent, trouble)

    def _look_at(self, message: ForwardMsg) -> str:
        """Keep what a widget of the sidebar is called here; return what an error on the page says."""
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind in ("radio", "multiselect"):
            widget = getattr(element, kind)
            if key := widget.query_param_key:
                self._ids[key] = widget.id
                self.options[key] = list(widget.options)
        elif kind == "exception":
            return str(element.exception.message)
        elif kind == "alert" and element.alert.format == element.alert.ERROR:
            return str(element.alert.body)
        elif kind == "heading" and element.heading.tag == "h1":
            self.titles.append(element.heading.body)
        return ""

    def _widgets(self) -> Iterable[WidgetState]:
        for key, values in self._chosen.items():
            state = WidgetState(id=self._ids[key])
            if key == "year":
                state.string_value = values[0]
            else:
                state.string_array_value.data.extend(values)
            yield state
