"""概要."""

import streamlit as st

st.title("概要")
