"""会議用1枚: a year of the plan, or of one section, on one sheet of A4 to be printed or saved as PDF."""

import streamlit as st

from dashboard.browser import printing
from dashboard.database import queries
from dashboard.drawing import overview_tiles, picture, sheet_pictures
from dashboard.facts import board, series, sums, tree
from dashboard.frame import filters, heading
from dashboard.saying import year_words
from dashboard.text import markdown

HOW = (
    "印刷用に開いてから、ブラウザーの印刷（Ctrl+P、MacはCommand+P）で、用紙にA4、送信先に「PDFに保存」を選ぶと、1枚になります。"
    "図は拡大しても粗くなりません。課を1つ選ぶと、その課の1枚になります。"
)

chosen = filters.chosen()
everything, judged = filters.without_year(chosen), filters.judged(chosen)
queries.ahead(("board", everything), ("status_by_year", everything), ("agenda", judged), ("indicator_series", everything))
by_sum = queries.read(sums.read, "sums_by_year", everything)
matters = queries.read(board.read, "board", everything)
label = filters.year_label(judged.year)
whose = f"{chosen.departments[0]}　" if len(chosen.departments) == 1 else ""
now = by_sum.get(judged.year)

heading.draw(markdown.verbatim(f"{whose}{year_words.title(by_sum, judged.year, label)}"), HOW)
if not printing.is_on():
    for_print = markdown.link("A4の1枚として開く（新しいタブ）", printing.address("sheet"))
    with st.container(key=printing.SCREEN_ONLY):
        st.markdown(f"{for_print}　印刷の仕方は題名の横のⓘにあります。")
picture.draw(
    sheet_pictures.sheet(
        overview_tiles.of_year(queries.frame("status_by_year", everything), by_sum, judged.year),
        matters,
        queries.frame("agenda", judged).to_dict("records"),
        by_sum,
        queries.read(series.read, "indicator_series", everything),
        judged.year,
        tree.part_names(),
    ),
    key="sheet",
)
