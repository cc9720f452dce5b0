"""データについて."""

import streamlit as st

st.title("データについて")
