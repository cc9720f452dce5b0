"""Of an initiative is told whose it is, what was read of its words, and what lines of the file have settled: as tables."""

from typing import Final

import pandas as pd
import streamlit as st

from dashboard.drawing import tables, wide_tables
from dashboard.facts import dossier
from dashboard.frame import exports, filters
from dashboard.frame.shown_query import Query
from dashboard.text import markdown, rule_words, words
from dashboard.text.records import known

# In rem; a place, a value and a date are as short as they are.
NUMBER_WIDTHS: Final = {"何の数か": 7, "もとのことば": 8}
MOVED_WIDTHS: Final = {"見立て": 9, "文": 14}


def place_in_plan(head: pd.Series) -> None:
    """Draw where the initiative stands in the plan, and whose it is."""
    unit = f"（{head['department_unit']}）" if pd.notna(head["department_unit"]) else ""
    rows = {
        **dossier.place_in_plan(head.to_dict()),
        **({"担当課": f"{head['department']}{unit}"} if words.section(head["department"]) else {}),
        **({"担当の別": words.LEADS[bool(head["is_lead"])]} if filters.tells_leads() else {}),
        "資料": f"{head['document']}　{head['source_page']}ページ　番号{head['number']}",
    }
    if pd.notna(head["former_department"]):
        rows["旧課名"] = str(head["former_department"])
    if head["program_code"] != head["program_code_printed"]:
        rows["印刷された事業番号"] = f"{head['program_code_printed']}（{head['program_code']}に補正しました）"
    st.table(
        pd.DataFrame({"項目": rows.keys(), "内容": [markdown.verbatim(value) for value in rows.values()]}),
        hide_index=True,
        border="horizontal",
        alt="この実施事業の基本の事項",
    )


def readings(number: int, quantities: pd.DataFrame, cells: pd.DataFrame, findings: pd.DataFrame) -> None:
    """Draw what was read, what stood elsewhere, and what is doubtful."""
    st.header("読み取った数値")
    table = numbers(quantities)
    wide_tables.show(table.map(markdown.verbatim), alt="読み取った数値", widths=NUMBER_WIDTHS)
    if len(table):
        query = Query("initiative_quantities", more={"number": number})
        exports.downloads(table, f"読み取った数値_{number}", key="numbers", query=query)
    repaired = moved(cells)
    if len(repaired):
        st.header("見出しとずれていた文")
        st.markdown("印刷された欄と、読み取りに使った欄を並べています。文はそのままです。")
        wide_tables.show(repaired.map(markdown.verbatim), alt="見出しとずれていた文", widths=MOVED_WIDTHS)
    if len(findings):
        st.header("気づき")
        for finding in findings.to_dict("records"):
            year = f"{finding['label']}　" if pd.notna(finding["label"]) else ""
            st.markdown(f"- **{words.SEVERITIES[finding['severity']]}**　{year}{markdown.verbatim(finding['message'])}")


def corrected(made: pd.DataFrame) -> None:
    """Draw what lines of the file have settled; nothing where none did."""
    from_file = made[made["revision"].isna()].drop(columns="revision")
    if from_file.empty:
        return
    st.header("訂正（ファイル）")
    from_file = from_file.assign(item=from_file["item"].map(words.ITEMS.get))
    headings = ["項目", "場所", "年度", "訂正前", "訂正後", "理由", "訂正した人", "訂正した日"]
    tables.show(from_file.set_axis(headings, axis=1), alt="訂正の一覧", key="corrections", plain=True, said=tables.BY_PEOPLE)


def moved(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the pieces that stand under a wrong heading: the printed place and the true one side by side."""
    there = cells[cells["is_moved"].astype(bool)]
    return pd.DataFrame(
        [
            {
                "印刷された欄": words.place_text(record["printed_kind"], known(record["printed_label"])),
                "正しい欄": words.place_text(record["kind"], known(record["label"])),
                "見立て": rule_words.place_text(str(record["rule"])),
                "確かさ": words.sureness(float(record["confidence"])),
                "文": str(record["text"]),
            }
            for record in there.to_dict("records")
        ]
    )


def numbers(quantities: pd.DataFrame) -> pd.DataFrame:
    """Return the numbers that were read, in the document's order, with their words and place.

    The number stands among the first columns: a phone shows three of them.
    """
    return pd.DataFrame(
        [
            {
                "欄": words.place_text(record["kind"], known(record["year_label"])),
                "何の数か": known(record["label"]) or words.NOTHING,
                "数値": words.number_text(float(record["value"]), known(record["unit"]))
                + words.COMPARATORS[str(record["comparator"])],
                "役割": words.ROLES[str(record["role"])],
                "時点": words.NOTHING if known(record["as_of"]) is None else words.date_text(record["as_of"]),
                "もとのことば": str(record["quote"]).strip(),
                "グラフ": "使用" if record["is_charted"] else "不使用",
            }
            for record in quantities.to_dict("records")
        ]
    )
