"""The same dashboard as app.py behind a door: compressed, signed in to, under headers that keep a browser from misuse.

`streamlit run asgi.py`: a first visit loads 2.7 MB rather than 8.7.
"""

import sys
from typing import Final

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from streamlit.runtime.pages_manager import PagesManager

from access.guard import Guard
from access.headers import SecurityHeaders
from access.hosts import Hosts
from serving import logs
from serving.front import Front
from serving.watched import Watched

SMALLEST_WORTH_PACKING: Final = 1024
# A page is sent while its program still runs: each message waits for its turn at Python's lock, and a page is dozens of them.
TURN_SECONDS: Final = 0.001

# Until app.py has run once, Streamlit would take the folder `pages` for the navigation, and show its file names to the first
# visitor while the store is made.
PagesManager.uses_pages_directory = False

logs.set_up()
sys.setswitchinterval(TURN_SECONDS)

app = st.App(
    "app.py",
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(Hosts),
        Middleware(Watched),
        Middleware(Guard),
        Middleware(GZipMiddleware, minimum_size=SMALLEST_WORTH_PACKING),
        Middleware(Front),
    ],
)
