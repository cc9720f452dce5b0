"""資料・ダウンロード: what can be taken to a meeting as a file, for which filter, how large, and one button each."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.browser import printing
from dashboard.database import queries, store
from dashboard.database.queries import Filter
from dashboard.drawing import file_pictures, picture, tables
from dashboard.facts import series
from dashboard.files import datafiles, next_form, takeaway, workbook, workbook_sheets
from dashboard.files.datafile_columns import TABLES
from dashboard.frame import exports, file_names, filters, filters_told, heading, links, shown_query
from dashboard.saying import reminder
from dashboard.text import markdown

ZIP_TYPE = "application/zip"
FILES_KEPT = 30
PREVIEW = 3
# Of a plan with more initiatives a file takes seconds to make: nobody waits for them to read how large it will be.
MOST_MEASURED = 2_000
# Title and path of the pages that are printed for meetings.
PRINTED = {
    "会議用1枚": "sheet",
    "概要": "./",
    "数値目標": "indicators",
    "未達・繰越": "unmet",
    "担当課": "departments",
    "目標体系": "goals",
}


@st.cache_data(max_entries=FILES_KEPT, show_spinner=False)
def made(kind: str, chosen: Filter, made_on: date, at: store.Identity) -> bytes:
    """A file under a filter, made once for everybody; a replaced store or another plan has another identity.

    It is made when its button is pressed, when the page that asked for it is done.
    """
    with store.held(at):
        if kind == "form":
            every = queries.read(series.read, "indicator_series", Filter(year=0))
            return next_form.workbook(next_form.form(chosen, every))
        if kind == "workbook":
            return workbook.build(takeaway.contents(chosen, made_on))
        sheets = datafiles.sheets(chosen, made_on)
    return datafiles.archive(sheets) if kind == "archive" else datafiles.workbook(sheets, made_on)


def card(
    kind: str, heading: str, what: str, holds: list[str], data: Callable[[], bytes], name: str, media_type: str
) -> DeltaGenerator:
    """A file: how it looks, what it is for, its button, what it holds; returns where its size is shown."""
    with st.container(border=True, height="stretch", gap="small"):
        picture.draw(file_pictures.thumbnail(kind), key=f"look_{kind}")
        st.subheader(heading)
        st.markdown(what)
        size = st.empty()
        size.caption("大きさを調べています")
        st.download_button(f"{heading}を保存", data, name, media_type, key=f"take_{name}", on_click="ignore", width="stretch")
        with st.popover("入っているもの"):
            st.markdown("\n".join(f"- {line}" for line in holds))
    return size


def one_sheet() -> None:
    """The sheet for a meeting, a page of its own."""
    with st.container(border=True, height="stretch", gap="small"):
        picture.draw(file_pictures.thumbnail("sheet"), key="look_sheet")
        st.subheader("会議用1枚")
        st.markdown("A4の1枚（PDF）です。課を選ぶとその課の1枚になります。")
        st.caption("ブラウザーの印刷で保存します")
        st.markdown(markdown.link("会議用1枚を開く（新しいタブ）", links.address("sheet", links.filters_in_url())))


def size_text(length: int) -> str:
    """A file's size as a visitor reads it."""
    return f"大きさ：約{max(length // 1000, 1):,}KB" if length < 1_000_000 else f"大きさ：約{length / 1_000_000:,.1f}MB"


def on_paper() -> None:
    """How a page comes on paper, with the links to those that are taken to meetings."""
    st.header("印刷する・PDFにする")
    st.markdown(
        "印刷用に開いてから、ブラウザーの印刷（Ctrl+P、MacはCommand+P）で、用紙にA4、送信先に「PDFに保存」を選んでください。"
        "メニューとボタンは印刷されません。絞り込みの条件、表、グラフと、資料名・達成率の区分・印刷日が印刷されます。"
        "画面で折りたたまれている表の続きも、一覧の次のページも、印刷用に開くとすべて印刷されます。\n\n"
        "ほかのページ（実施事業、検索、比較・気づきなど）や、選んだ指標・並べ方のまま印刷したいときは、そのページを開いて、"
        f"メニューの絞り込みの下にある「{printing.ENTRY}」を押してください。"
    )
    entries = [
        markdown.link(f"「{title}」を印刷用に開く（新しいタブ）", printing.address(page)) for title, page in PRINTED.items()
    ]
    st.markdown("\n".join(f"- {entry}" for entry in entries))


def one_table(chosen: Filter, at: store.Identity) -> None:
    """One table by itself, with the query that it was asked with; all its rows are read when it is saved."""
    st.header("1つの表だけ持ち帰る")
    names = {table.name: table for table in TABLES}
    picked = names[str(st.selectbox("表", list(names), key="table", bind="query-params"))]
    first, count = queries.beginning(picked.query, chosen, PREVIEW)
    rows = datafiles.headed(picked, first)
    st.markdown(f"1行が{picked.row}です。**{count:,}行**、{len(rows.columns)}列あります。")
    tables.show(rows.fillna(""), alt=f"{picked.name}のはじめの{PREVIEW}行", key="preview", plain=False)

    def whole() -> pd.DataFrame:
        # A button is pressed when the run that held the store is over.
        with store.held(at):
            return datafiles.headed(picked, queries.frame(picked.query, chosen))

    exports.downloads(
        whole,
        f"{picked.name}（{file_names.ALL_YEARS}）",
        key="one_table",
        query=shown_query.Query(picked.query, chosen),
    )


def next_year(chosen: Filter, at: store.Identity, today: date) -> None:
    """The city's own table with this year's plans and empty evaluations, to be completed and taken in again."""
    st.header("次の様式")
    if refused := next_form.refusal(chosen):
        st.markdown(refused)
        return
    year = next_form.running_year()
    assert year is not None
    label = filters.year_label(year, "label_ja")
    st.markdown(
        f"市の表と同じ列のExcelに、これまでの記載と{label}の計画が入っています。**色のついた「{label}評価」だけを書き足し**、"
        "「取り込み」で読み込むと、次の版になります。「備考」には、数値で答える目標と前年度の実績が入っています。"
    )
    if filters_told.parts(chosen):
        st.markdown("絞り込みの中の事業だけが入ります。課ごとに配ったものは、1つの表にまとめてから取り込んでください。")
    st.download_button(
        f"{label}の様式を保存",
        partial(made, "form", chosen, today, at),
        file_names.file_name(f"進行管理表の様式_{filters.year_label(year)}", file_names.narrowed(chosen), today, "xlsx"),
        exports.EXCEL_TYPE,
        key="take_form",
        on_click="ignore",
    )


def reminders(judged: Filter) -> None:
    """Targets without a number by section, each section's as a mail to copy."""
    found = queries.frame("targets_without_number", judged)
    year_ja = filters.year_label(judged.year, "label_ja")
    st.header("数値の記載がない目標のお願い")
    if found.empty:
        st.markdown(f"{year_ja}の数値目標で、評価に実績の数値がないものはありません。")
        return
    plan = queries.frame("plan").iloc[0]
    mails = list(reminder.mails(found, f"{plan['body']} {plan['title']}".strip()))
    st.markdown(f"{year_ja}の数値目標のうち{len(found)}件は、評価に実績の数値がありません。{len(mails)}課への文面です。")
    for section, mail in mails:
        with st.expander(f"{markdown.verbatim(section)}への文面（右の印で写せます）"):
            st.code(mail, language=None, wrap_lines=True)


chosen = filters.chosen()
at, today = store.identity(), file_names.today()
last = filters.judged(chosen).year
year_ja, last_ja = (filters.year_label(each, "label_ja") for each in (chosen.year, last))
matching = int(queries.frame("match_count", filters.without_year(chosen)).iloc[0]["matching"])

heading.draw(f"{filters.year_label(chosen.year)} 実施事業{matching:,}件を持ち帰る")
narrowed = "／".join(filters_told.parts(chosen)) or "絞り込みなし"
st.markdown(
    f"入っているもの：{year_ja}の実施事業{matching:,}件（**{narrowed}**）。年度や課を変えるには、メニューの下の絞り込みを変えてください。"
)
if chosen.year != last:
    st.markdown(
        f"**{year_ja}はまだ評価がありません。**「会議用のExcel」には、{year_ja}の目標と、{last_ja}から残る事業のシートが加わります。"
        f"件数・判定・達成率は、評価のある最後の年度（{last_ja}）のものです。"
    )

files = {kind: partial(made, kind, chosen, today, at) for kind in ("workbook", "data", "archive")}
with st.grid(5, min_column_width=190, gap="small"):
    one_sheet()
    places = {
        "workbook": card(
            "workbook",
            "会議用のExcel",
            "印刷して配れる資料です（A4横）。",
            [f"{name}：{what}" for name, what in workbook_sheets.told(*map(filters.year_label, (chosen.year, last))).items()],
            files["workbook"],
            takeaway.meeting_file_name(chosen, today),
            exports.EXCEL_TYPE,
        ),
        "data": card(
            "data",
            "データのExcel",
            "集計や別のシステムへの取り込みに使うデータです。年度の選択に関係なく、すべての年度が入ります。",
            [
                f"{len(TABLES)}つの表：{'、'.join(table.name for table in TABLES)}",
                "列の意味と単位の一覧",
                "行政データの機械可読性ルールに沿って、1シート1表、見出し1行、セルの結合なし",
            ],
            files["data"],
            takeaway.data_file_name(chosen, today, "データ", "xlsx"),
            exports.EXCEL_TYPE,
        ),
        "archive": card(
            "archive",
            "データのCSV",
            "「データのExcel」と同じ表を、CSVにしてまとめたものです。",
            ["文字コードはUTF-8（BOM付き）なので、Excelでもそのまま開けます", "ZIPを展開すると、表ごとのCSVが入っています"],
            files["archive"],
            takeaway.data_file_name(chosen, today, "データCSV", "zip"),
            ZIP_TYPE,
        ),
    }
    database = card(
        "database",
        "データベース",
        "分析ソフトで使うDuckDBのファイルです。",
        ["**絞り込みに関係なく全件**", "画面の数値はすべてこの中にあります", "開き方は「データについて」にあります"],
        store.contents,
        "plan.duckdb",
        "application/octet-stream",
    )
database.caption(size_text(store.size()))
next_year(chosen, at, today)
reminders(filters.judged(chosen))
on_paper()
one_table(filters.without_year(chosen), at)

# The sizes come last: the page is read, and a button can be pressed, before the first file is made.
for kind, place in places.items():
    place.caption(size_text(len(files[kind]())) if matching <= MOST_MEASURED else "保存を押すと作ります（時間がかかります）")
