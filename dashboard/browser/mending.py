"""Style sheets and scripts are sent once a run, in one place that takes no room, so that nothing moves while they load.

A style sheet alone takes no room on the page; what holds a script does, so the scripts stand in a container that is not shown.
"""

from pathlib import Path
from typing import Final

import streamlit as st

from dashboard.browser import access, announcing, images, printing

HERE: Final = Path(__file__).resolve().parent
FRAME: Final = "\n".join((HERE / name).read_text(encoding="utf-8") for name in ("frame.css", "picture.css"))
KEY: Final = "mending"


def send() -> None:
    """Send style sheets and scripts to the browser."""
    st.html(f"<style>{FRAME}\n{access.SHEET}\n{printing.css(printing.is_on())}</style>")
    with st.container(key=KEY):
        scripts = (access.script(), announcing.SCRIPT, printing.SCRIPT, images.SCRIPT)
        st.html(f"<script>{''.join(scripts)}</script>", unsafe_allow_javascript=True)
