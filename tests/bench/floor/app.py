"""The least that a dashboard of Streamlit can do: one choice, one chart. How quick our pages are is told against it."""

import plotly.graph_objects as go
import streamlit as st

st.set_page_config(layout="wide")
year = st.selectbox("年度", ["H29", "H30", "R1", "R2"], key="year")
st.title(f"{year}の件数")
counts = [len(year) + at for at in range(5)]
st.plotly_chart(go.Figure(go.Bar(x=["A", "B", "C", "D", "E"], y=counts)), key="counts")
