"""未達・繰越."""

import streamlit as st

st.title("未達・繰越")
