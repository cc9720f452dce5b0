"""数値目標."""

import streamlit as st

st.title("数値目標")
