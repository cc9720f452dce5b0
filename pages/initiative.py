"""実施事業."""

import streamlit as st

st.title("実施事業")
