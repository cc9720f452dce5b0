"""データについて: what the figures stand on, what words mean, what was repaired or is doubtful, how to take it away."""

from datetime import UTC, datetime
from functools import partial

import pandas as pd
import streamlit as st

import desk.database
from dashboard.database import queries, store
from dashboard.drawing import change_tables, charts, picture, quality_pictures, tables, wide_tables
from dashboard.facts import trail
from dashboard.frame import exports, file_names, filters, heading, links, plans
from dashboard.frame.shown_query import Query
from dashboard.saying import change_words
from dashboard.text import markdown, words
from desk import changes, keepings
from desk.database import DeskError

CORRECTIONS_FILE = "data/corrections.csv"
OPEN_IN_DUCKDB = """ATTACH 'plan.duckdb' AS store (READ_ONLY);
SELECT number, activity, year, status
FROM store.initiative_year JOIN store.initiative USING (initiative_id)
WHERE status = 'unmet'
ORDER BY number, year;"""
# In rem; a number and a year are as short as they are.
FINDING_WIDTHS = {"番号": 4, "担当課": 7, "気づき": 14, "原文": 14}
MOVED_WIDTHS = {"文": 14}
MEANING_WIDTHS = {"意味": 12}
CHANGE_WIDTHS = {"だれが": 9, "したこと": 14, "理由": 9}
CHANGES_SHOWN = 100
EVER = datetime.min.replace(tzinfo=UTC)
CORRECTION_COLUMNS = {
    "number": "番号（実施事業）",
    "year": "年度（西暦。平成29年度は2017）",
    "item": "訂正する項目",
    "place": "印刷されたセル、または指標の名前（必要な項目だけ）",
    "expected": "訂正前の読み取り（資料が変わったときに気づくため）",
    "corrected": "訂正後の値",
    "why": "理由",
    "who": "訂正した人",
    "corrected_on": "訂正した日",
}


def sources(documents: pd.DataFrame) -> None:
    """Where the words come from, as the document's sidecar says."""
    st.header("出典")
    for row in documents.to_dict("records"):
        st.table(
            {
                "資料": markdown.verbatim(row["title"]),
                "計画": markdown.verbatim(f"{row['body']} {row['plan_title']}".strip()),
                "入手元": markdown.verbatim(row["origin"] or "記載なし"),
                "利用条件": markdown.verbatim(row["licence"] or "記載なし"),
                "資料を読んだ日": words.date_text(row["read_on"]),
                "読み込んだ日時": words.time_text(row["loaded_at"]),
                "ファイル": markdown.verbatim(row["file_name"]),
                "実施事業の数": f"{row['row_count']:,}件",
                "照合用の値（SHA-256）": " ".join(row["sha256"][at : at + 8] for at in range(0, 64, 8)),
            },
            border="horizontal",
        )


def definitions() -> None:
    """What every sign and word means, and the scale of attainment that is in force."""
    st.header("ことばの定義")
    st.markdown(
        "**実施事業の状況**：年度ごとに、数値目標と評価の文から判定します。判定に使った文は各実施事業のページで確かめられます。"
    )
    meanings = [(word.text, word.meaning) for word in (*words.STATUSES.values(), words.CARRIED_OVER)]
    wide_tables.show(pd.DataFrame(meanings, columns=["表示", "意味"]), alt="状況の定義", widths=MEANING_WIDTHS)
    st.markdown(
        f"**達成率の区分**：いま使っている区切りは「{words.scale_note()}」です。"
        f"課どうしを同じ尺度で比べられるよう、全員に共通の設定です（変え方はREADMEにあります）。"
    )
    bands = [(band.text, band.word.meaning) for band in words.bands()]
    bands.append((words.NOT_JUDGED.text, words.NOT_JUDGED.meaning))
    wide_tables.show(pd.DataFrame(bands, columns=["区分", "意味"]), alt="達成率の区分", widths=MEANING_WIDTHS)
    st.markdown(
        "- **達成率**は実績÷目標です。少ないほどよい指標は目標÷実績です。目標が0のものは、達成したかどうかだけを判定します。\n"
        "- **現状からの進み**は（実績−現状）÷（目標−現状）です。登録者数のように積み上がる数では、"
        "達成率が高くても進みが小さいことがあります。\n"
        "- **理由**は評価の文に書かれている場合だけ示します："
        + "、".join(words.REASONS.values())
        + "。\n- **年度**は4月から翌年3月までです。平成29年度をH29、令和元年度をR1と書きます。"
    )


def reading(counts: pd.Series, roles: pd.DataFrame) -> None:
    """How much was read, and how much of it found no place."""
    st.header("読み取りの結果")
    unplaced = int(counts["quantities"] - counts["placed_quantities"])
    read = {
        "実施事業": (f"{counts['initiatives']:,}件", None),
        "文章のセル": (f"{counts['cells']:,}個", f"移したセル {counts['moved_cells']:,}個"),
        "読み取った数値": (f"{counts['quantities']:,}個", f"結び付かず {unplaced:,}個"),
        "年度ごとの判定": (f"{counts['outcomes']:,}件", f"確かでない {counts['doubtful_outcomes']:,}件"),
    }
    with st.grid(4, min_column_width=180):
        for label, (count, rest) in read.items():
            st.metric(label, count, border=True, height="stretch", delta=rest, delta_color="off", delta_arrow="off")
    shown = pd.DataFrame(
        {
            "数値の役割": [words.ROLES[role] for role in roles["role"]],
            "読み取った数": roles["quantities"],
            "指標に結び付いた数": roles["placed"],
            "結び付かなかった数": roles["quantities"] - roles["placed"],
        }
    )
    with st.expander("数値の役割ごとの内訳"):
        tables.show(shown, alt="読み取った数値の役割ごとの内訳", key="roles")
    st.caption("増減（「30人増」など）や内訳の数は、指標の目標・実績には使いません。")


def findings(kinds: pd.DataFrame, chosen: queries.Filter) -> None:
    """What was repaired or is doubtful, kind by kind, each line a link to the initiative."""
    st.header("直したところ・疑わしいところ")
    if kinds.empty:
        st.markdown("絞り込んだ実施事業に、気づきはありません。")
        return
    st.markdown(
        f"資料の体裁や読み取りについての気づきが{int(kinds['findings'].sum()):,}件あります。資料の文はすべてそのまま残しています。"
    )
    options = {words.finding_kind_text(str(row["kind"])): row for row in kinds.to_dict("records")}
    label = st.selectbox("気づきの種類", list(options), key="finding", bind="query-params")
    picked = options[label]
    kind = str(picked["kind"])
    st.markdown(f"**{label}**：{picked['findings']:,}件（重要度：{words.SEVERITIES[picked['severity']]}）")
    rows = queries.frame("findings", chosen, kind=kind)
    places = ["資料全体" if pd.isna(number) else f"{int(number)}" for number in rows["number"]]
    plain = pd.DataFrame(
        {
            "番号": places,
            "担当課": rows["department"].fillna(""),
            "年度": rows["year_label"].fillna(""),
            "気づき": rows["message"],
            "原文": rows["quote"],
        }
    )
    linked = plain.assign(
        番号=[
            place if pd.isna(number) else markdown.link(place, links.initiative_address(int(number)))
            for place, number in zip(places, rows["number"], strict=True)
        ],
        気づき=plain["気づき"].map(markdown.verbatim),
        原文=plain["原文"].map(markdown.verbatim),
    )
    wide_tables.show(linked, alt=f"気づき：{label}", widths=FINDING_WIDTHS, folded_after=tables.LONGEST_OPEN, said=("担当課",))
    exports.downloads(plain, f"気づき_{label}", key="findings", query=Query("findings", chosen, {"kind": kind}), of_year=False)


def moved(cells: pd.DataFrame, chosen: queries.Filter) -> None:
    """Cells whose words stand under a wrong heading: the printed and the true place side by side."""
    st.header("見出しの違うセルを移したところ")
    if cells.empty:
        st.markdown("移したセルはありません。")
        return
    st.markdown(f"{cells['number'].nunique()}件の実施事業で、{len(cells)}個の文を正しい見出しの下に移して読んでいます。")
    plain = pd.DataFrame(
        {
            "番号": cells["number"],
            "印刷された場所": [words.place_text(*at) for at in zip(cells["printed_kind"], cells["printed_label"], strict=True)],
            "正しい場所": [words.place_text(*at) for at in zip(cells["kind"], cells["own_label"], strict=True)],
            "確かさ": [words.percent_text(value) for value in cells["confidence"]],
            "文": cells["text"],
        }
    )
    linked = plain.assign(
        番号=[markdown.link(str(number), links.initiative_address(number)) for number in plain["番号"]],
        文=plain["文"].map(markdown.verbatim),
    )
    alt = "移したセルの印刷された場所と正しい場所"
    wide_tables.show(linked, alt=alt, widths=MOVED_WIDTHS, folded_after=tables.LONGEST_OPEN)
    exports.downloads(plain, "移したセル", key="moved", query=Query("moved_cells", chosen), of_year=False)


def corrections(made: pd.DataFrame) -> None:
    """What people have settled, and how to settle more."""
    st.header("訂正")
    if made.empty:
        st.markdown("まだ訂正はありません。")
    else:
        headings = ["番号", "年度", "項目", "場所", "訂正前", "訂正後", "理由", "訂正した人", "訂正した日"]
        made = made.assign(item=made["item"].map(words.ITEMS.get))
        tables.show(made.set_axis(headings, axis=1), alt="訂正の一覧", key="corrections", said=tables.BY_PEOPLE)
    st.markdown(
        "読み取りが違うときは、「要確認」か「実施事業」の画面で訂正できます。訂正前の値が資料と合わなくなったものは、"
        "反映せずに「要確認」で知らせます。"
        f"ファイル「{CORRECTIONS_FILE}」に1行書き足すこともできます。こちらは、合わなくなると読み込みを止めて知らせます。"
    )
    with st.expander("訂正の書き方"):
        items = "、".join(f"{code} {said}" for code, said in words.ITEMS.items())
        columns = pd.DataFrame(
            (CORRECTION_COLUMNS | {"item": f"{CORRECTION_COLUMNS['item']}（{items}）"}).items(), columns=["列", "書くこと"]
        )
        st.table(columns, hide_index=True, border="horizontal", alt="訂正ファイルの列")


def changes_made() -> None:
    """Who changed what, when and why, the latest first; the store holds none of it, so no query stands beside the file."""
    st.header("変更の履歴")
    try:
        written = changes.since(desk.database.path(), plans.in_force(), EVER)
        found = trail.entries(written, keepings.history(desk.database.path()), filters.year_labels())
    except DeskError as error:
        st.error(markdown.lines(str(error)))
        return
    st.markdown(
        f"{change_words.trail(found)}訂正・確認、次にすること、途中の実績と、計画の取り込みを、だれがいつしたかの記録です。画面からは消せません。"
    )
    if not found:
        return
    plain = change_tables.trail(found)
    shown = plain.head(CHANGES_SHOWN)
    said = tuple(CHANGE_WIDTHS)
    wide_tables.show(shown, alt="変更の履歴", widths=CHANGE_WIDTHS, folded_after=tables.LONGEST_OPEN, said=said)
    if len(plain) > CHANGES_SHOWN:
        st.caption(f"新しい{CHANGES_SHOWN}件を表示しています。保存すると{len(plain):,}件すべてが入ります。")
    name = file_names.page_file_name("変更の履歴", None, file_names.today(), "csv", of_year=False)
    make = partial(exports.csv_bytes, plain)
    st.download_button("CSVで保存", make, name, exports.CSV_TYPE, key="trail_csv", on_click="ignore")


def take_away(dictionary: pd.DataFrame) -> None:
    """The store for download, how to open it, and what its tables and columns hold."""
    st.header("データの持ち帰り")
    st.markdown("画面の数値はすべて、1つのDuckDBファイルに入っています。表計算用の保存は、各ページの表の下でできます。")
    st.download_button(
        "データ一式を保存（DuckDB）",
        store.contents,
        file_name="plan.duckdb",
        mime="application/octet-stream",
        key="download_store",
        on_click="ignore",
    )
    with st.expander("DuckDBでの開き方"):
        st.markdown("DuckDB 1.5以降で、保存したファイルのある場所から次のように開きます。")
        st.code(OPEN_IN_DUCKDB, language="sql")
    with st.expander("データ項目の一覧（表と列）"):
        shown = dictionary[["name", "about", "column_name", "data_type", "column_about"]].fillna("")
        shown = shown.set_axis(["表", "表の説明", "列", "型", "列の説明"], axis=1)
        tables.show(shown, alt="データ項目の一覧", key="dictionary", plain=False)
        exports.downloads(shown, "データ項目の一覧", key="dictionary", query=Query("dictionary"))


def quality(counts: pd.Series, kinds: pd.DataFrame) -> None:
    """How much was read, and each kind of doubt as a tile that leads to its list."""
    found = kinds.to_dict("records")
    read, beside = st.columns(charts.BESIDE_COLUMNS, gap="medium")
    with read:
        picture.draw(quality_pictures.read(counts.to_dict()), key="read")
    if not found:
        return
    with beside:
        picture.draw(quality_pictures.by_severity(found), key="columns")
    picture.draw(quality_pictures.tiles(found), key="quality", sets=("finding",))


chosen = filters.without_year(filters.chosen())
documents = queries.frame("documents")
counts = queries.frame("reading_counts").iloc[0]
kinds = queries.frame("finding_kinds", chosen)
heading.draw(
    f"読み取りの確かさ：気づき{int(kinds['findings'].sum()):,}件",
    f"この画面の数値は、{'、'.join(f'「{markdown.verbatim(title)}」' for title in documents['title'])}の"
    f"実施事業{counts['initiatives']:,}件の文から、数値{counts['quantities']:,}個と年度ごとの判定{counts['outcomes']:,}件を"
    "読み取ったものです。",
)
quality(counts, kinds)
findings(kinds, chosen)
moved(queries.frame("moved_cells", chosen), chosen)
sources(documents)
definitions()
reading(counts, queries.frame("quantities_by_role"))
corrections(queries.frame("corrections"))
changes_made()
take_away(queries.frame("dictionary"))
