"""取り込み: a file is shown as it was understood, mended with a few choices, confirmed; every page then works on that plan."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.browser import unfolding
from dashboard.drawing import grid_preview, picture
from dashboard.frame import filters, heading
from dashboard.intake import at_hand, columns, destination, headings, kept_plans, uploads
from dashboard.text import markdown

KINDS = ["xlsx", "xlsm", "xls", "docx", "docm", "ods", "csv", "tsv", "txt", "pdf", "html", "htm", "zip"]
MOST_MEGABYTES = 50
# What a file that was not read asks for: the title, and what to do.
QUESTIONS: Mapping[str, tuple[str, str]] = {
    "headings": ("どの行が見出しですか", "見出しの行がどこからどこまでか選んでください。そのあと、列の役割を選べます。"),
    "columns": ("どの列が何か選んでください", "事業や指標の名前の列と、目標・実績の列（年度つき）を選んでください。"),
    "year": ("何年度の資料ですか", "年度を選ぶと読めます。"),
}
ABOUT = (
    "Excel、Word、ODS、CSV、PDF（文字のあるもの）、ウェブページの表が読めます。まず、どう読んだかを示します。"
    "列の役割は、取り込む前に変えられます。ファイルはこのパソコンの中だけで読みます。"
)
# What a person sees before the first file: a table of four columns, understood.
EXAMPLE: Mapping[str, Any] = {
    "headings": 1,
    "letters": ["A列", "B列", "C列", "D列", "E列", "F列", "G列"],
    "lines": ["1行目", "2行目", "3行目"],
    "rows": [
        ["No", "取組名", "所管課", "単位", "R5目標", "R5実績", "評価"],
        ["1", "歩道の整備", "土木課", "m", "130", "135", "A"],
        ["2", "街灯の更新", "土木課", "基", "30", "29", "B"],
    ],
}
EXAMPLE_WORDS = ["番号", "事業の名前", "担当課", "単位", "目標 R5", "実績 R5", "自治体の評価 R5"]
EXAMPLE_USES = ["number", "name", "department", "unit", "target", "result", "grade"]


def span(found: Mapping[str, Any]) -> str:
    """The years of a table: 'R4～R5'."""
    first, last = (found["labels"][str(year)] for year in (found["years"][0], found["years"][-1]))
    return first if first == last else f"{first}～{last}"


def answer(found: Mapping[str, Any]) -> str:
    """The title: what the file was read as, or the question that a person can answer."""
    if not found.get("trouble"):
        return f"{found['rows']:,}件、{span(found)}の表と読みました"
    return QUESTIONS.get(found.get("needs", ""), ("このファイルは読めません", ""))[0]


def understood(name: str, data: bytes, found: Mapping[str, Any]) -> None:
    """A file that was read: the table under what was understood of it, what to mend, where it goes."""
    doubtful = len(list(at_hand.doubtful(found)))
    if found["is_known_form"]:
        st.markdown("**前の版と同じ様式です。** 前に決めた読み方で読みました。このまま取り込めます。")
        destination.choose(name, data, found)
    elif found["mapping"] is None:
        st.markdown("文章の表として、見出しの語から読みました。列の読み方を変える必要はありません。")
    elif doubtful:
        st.markdown(f"**確かめる列が{doubtful}つ**あります。ほかの列も、色の付いた見出しを押すと変えられます。")
    else:
        st.markdown("読み方に疑わしい列はありません。違う列は、色の付いた見出しを押すと変えられます。")
    if len(found["tables"]) == 1 and not found["is_known_form"]:
        columns.show(0, found)
        left, right = st.columns([3, 2])
        with left:
            columns.mend(0, found)
        with right:
            destination.choose(name, data, found)
    else:
        columns.draw(found)
        if not found["is_known_form"]:
            destination.choose(name, data, found)
    if found["notes"]:
        with st.expander(f"読み取りの気づき（{len(found['notes'])}件）"):
            st.markdown("\n".join(f"- {markdown.verbatim(note)}" for note in found["notes"]))
    if found["mapping"] is not None:
        unfolding.draw("見出しの行を選び直す", "lines", lambda: headings.choose(found))


def not_yet(found: Mapping[str, Any]) -> None:
    """A file that was not read, with the question that a person can answer, or with what else can be done."""
    needs = found.get("needs", "")
    if not needs:
        st.error(markdown.lines(found["trouble"]), title="読めませんでした")
        return
    st.markdown(f"{markdown.verbatim(found['what'])}**{QUESTIONS[needs][1]}**")
    if needs == "year":
        headings.give_year()
    columns.draw(found)
    if needs == "headings":
        headings.choose(found)
    else:
        unfolding.draw("見出しの行を選び直す", "lines", lambda: headings.choose(found))


def before() -> None:
    """What a person sees before a file is chosen: an example of how it will be shown."""
    st.markdown("ファイルを選ぶと、どの列をどう読んだかを、この例のように色で示します。直してから取り込めます。")
    sheet = grid_preview.of_columns(EXAMPLE, EXAMPLE_WORDS, EXAMPLE_USES, rows=2)
    picture.draw(sheet + grid_preview.legend(EXAMPLE_USES, has_doubt=False), key="intake_example")


def draw() -> None:
    """The page where files are taken in; its title tells how the file at hand was read."""
    head = st.container()
    with head:
        destination.outcome()
    file = st.file_uploader(
        "資料のファイル", KINDS, key=at_hand.upload_key(), label_visibility="collapsed", max_upload_size=MOST_MEGABYTES
    )
    if file is None:
        with head:
            heading.draw("市の資料をそのまま取り込めます", ABOUT)
        before()
    else:
        content = file.getvalue()
        found = at_hand.inspect(file.name, content)
        with head:
            heading.draw(answer(found), ABOUT)
        if found.get("trouble"):
            not_yet(found)
        else:
            understood(file.name, content, found)
    kept_plans.draw()


filters.chosen()
refused = uploads.refusal()
if refused:
    heading.draw("ここでは取り込みできません")
    st.markdown(refused)
else:
    draw()
