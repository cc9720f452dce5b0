"""The menu marks the page that is drawn, also where it was asked for by another name than its link has."""

import json
from pathlib import Path
from typing import Final

import streamlit as st

SCRIPT: Final = (Path(__file__).resolve().parent / "marking.js").read_text(encoding="utf-8")
# As Streamlit marks the page of the address.
LOOK: Final = "background: rgba(160, 160, 187, 0.25); font-weight: 600"


def mark(path: str) -> None:
    """Mark the link of the menu that leads to `path`; the page that opens first has none, ''."""
    link = f'[data-testid=stSidebarNavLink][href$="/{path}"]'
    st.html(f"<style>{link} {{ {LOOK} }} {link} * {{ color: inherit !important; font-weight: inherit !important }}</style>")
    with st.container(key="mending_mark"):
        script = SCRIPT.replace("SELECTOR", json.dumps(link))
        st.html(f"<script>{{{script}}}</script>", unsafe_allow_javascript=True)
