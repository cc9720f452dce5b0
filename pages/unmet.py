"""未達・繰越: what was missed or put off, since when, why, in which words, and whether the next year took it up again."""

from collections.abc import Sequence

import streamlit as st

from dashboard.browser import printing
from dashboard.browser.paging import paged
from dashboard.database import queries
from dashboard.drawing import wide_tables
from dashboard.facts import left_over as leftover
from dashboard.facts import undone_years as matrix
from dashboard.facts.left_over import LeftOver
from dashboard.facts.undone_years import Choice, Row, Run, Year
from dashboard.frame import exports, filters, links
from dashboard.frame.asked import Query
from dashboard.text import markdown, words

ROWS_PER_PAGE = 10
# So narrow that a phone shows the first year beside what it is of.
WIDTHS = {"実施事業": 8, "担当課": 5, "理由": 6}
NO_GROUP = "まとめない"
GROUPS = {NO_GROUP: None, "担当課": lambda row: row.department, "目標": lambda row: f"目標{row.goal_code}"}


def controls(rows: tuple[matrix.Row, ...]) -> tuple[Choice, str]:
    """Which years, states and reasons are listed, and how the rows are grouped."""
    reasons = list(dict.fromkeys(words.reason_text(year.reason) for row in rows for year in row.undone))
    reasons.sort(key=[*words.REASONS.values(), words.NO_REASON].index)
    years = [year.label for year in rows[0].years if year.status is not None]
    with st.container(horizontal=True, gap="medium"):
        labels = st.pills("未達・繰越のあった年度", years, selection_mode="multi", key="undone_in", bind="query-params")
        states = st.pills(
            "状況", [matrix.unmet_label(), words.CARRIED_OVER.label], selection_mode="multi", key="state", bind="query-params"
        )
        group = st.segmented_control(
            "まとめ方", list(GROUPS), default=NO_GROUP, required=True, key="group", bind="query-params"
        )
    chosen_reasons = st.pills("理由", reasons, selection_mode="multi", key="reason", bind="query-params")
    return Choice(labels, states, chosen_reasons), str(group)


def set_apart(rows: tuple[Row, ...], reasons: list[str], year: int) -> None:
    """How the year looks without what is put down to the chosen reasons."""
    undone = [one for row in rows for one in row.undone if one.year == year]
    blamed = sum(words.reason_text(one.reason) in reasons for one in undone)
    of_all = f"{filters.year_label(year, 'label_ja')}の未達・繰越{len(undone)}件"
    st.markdown(f"{of_all}のうち、理由が{'・'.join(reasons)}のものは{blamed}件です。これを除くと{len(undone) - blamed}件です。")


def left_over(owed: list[LeftOver], label: str, due: str, asked: Query) -> None:
    """What the last evaluated year left to one that is due, each beside what is planned for it."""
    st.header(f"{label}から残る{len(owed)}件と{due}の計画")
    plain = leftover.table(owed, label, due)
    linked = plain.drop(columns=["判定の理由", "続いた年数"]).assign(
        番号=[markdown.link(str(number), links.initiative_address(number)) for number in plain["番号"]],
        理由=[f"{words.reason_text(one.year.reason)}　{one.year.basis}".strip() for one in owed],
        **{column: plain[column].map(markdown.verbatim) for column in ("実施内容", f"{due}の計画")},
        **{f"{label}の状況": ["　".join((*one.year.full_signs, f"{one.years}年目")) for one in owed]},
    )
    widths = {"番号": 2.5, "実施内容": 9, "担当課": 4.5, "理由": 7, "計画の書き方": 4, f"{due}の計画": 14}
    wide_tables.show(linked, alt=f"{label}から残る事業と{due}の計画", widths=widths, said=("担当課",))
    exports.downloads(plain, f"{label}から残る事業と{due}の計画", key="left_over", query=asked)


def overview(rows: list[Row], group: str, heading: str, run_of: int | None = None) -> None:
    """The matrix of initiatives × years, one table a group; `run_of` is the year whose run is told, else the longest is."""
    if not rows:
        return
    st.header(f"{heading}（{len(rows)}件）")
    for name, grouped in matrix.grouped(rows, GROUPS[group]):
        if name:
            st.subheader(f"{markdown.verbatim(name)}（{len(grouped)}件）")
        table = matrix.table(grouped, named, run_of)
        wide_tables.show(table, alt=f"{heading} {name}".strip(), widths=WIDTHS, said=("担当課",))


def named(row: Row) -> str:
    """An initiative as the link to its words."""
    return markdown.link(f"{row.number} {row.activity}", links.initiative_address(row.number))


def in_words(shown: Sequence[Row], year: int) -> None:
    """Initiatives with their undone years: the evaluation beside the next year's plan."""
    for row in shown:
        with st.container(border=True):
            where = markdown.verbatim(f"{row.department}　{row.program}")
            note = f"{where}　**{run_text(matrix.run_told(row, year))}**"
            links.to_initiative(row.number, markdown.verbatim(row.activity), note)
            for undone in row.undone:
                evaluated(undone, row.after(undone))


def run_text(run: Run) -> str:
    """How long it has been going on."""
    return f"未達・繰越が{''.join(run.said)}" + ("続きました" if run.length > 1 else "ありました")


def evaluated(year: Year, after: Year | None) -> None:
    """One undone year and what the next one plans."""
    said, planned = st.columns(2)
    with said:
        reason = f"理由：{words.reason_text(year.reason)}" if year.reason else words.NO_REASON
        st.markdown(f"**{year.label}　{' '.join(year.full_signs)}**　{reason}")
        if year.basis:
            st.markdown(year.basis)
        for target in year.missed:
            st.markdown(f"届かなかった目標：**{markdown.verbatim(target)}**")
        st.markdown(f"評価：{markdown.verbatim(year.evaluation) or '記載なし'}")
    with planned:
        if after is None:
            return
        came = f"　→ 結果は {' '.join(after.signs)}" if after.status else ""
        st.markdown(f"**{matrix.again(year, after)}**{came}")
        if after.plan.strip():
            st.markdown(f"{after.label}の計画：{markdown.verbatim(after.plan)}")


def lists(rows: tuple[Row, ...], year: int, asked: Query) -> None:
    """What the year left undone and what other years did, as matrices and then in words."""
    choice, group = controls(rows)
    found = matrix.narrowed(rows, choice)
    if not found:
        st.markdown("選んだ年度・状況・理由のすべてに合うものはありません。選択を減らしてください。")
        return
    label_ja = filters.year_label(year, "label_ja")
    now, others = matrix.parted(found, year, choice)
    fitting = f"選んだ条件（{choice.said}）に合う" if choice.said else ""
    fits = "条件に合う" if choice.said else "未達・繰越の"
    st.markdown(
        f"いずれかの年度に{fitting}未達または繰越のある実施事業 **{len(found)}件**（全{len(rows)}件）のうち、"
        f"{label_ja}に{fits}ものは{len(now)}件です。" + printing.on_screen("年度を変えると分け方が変わります。")
    )
    if st.session_state["reason"]:
        set_apart(rows, st.session_state["reason"], year)
    st.markdown("　".join(word.text for word in (*words.STATUSES.values(), words.CARRIED_OVER)) + "　― 長く続くものが上です。")
    overview(now, group, f"{label_ja}に{fits}もの", year)
    overview(others, group, "ほかの年度に条件に合うもの" if choice.said else f"{label_ja}には未達・繰越でないもの")
    exports.downloads(matrix.long_table([*now, *others]), "未達・繰越（年度別）", key="undone", query=asked)
    st.header("評価のことばと翌年度の計画")
    paged([*now, *others], ROWS_PER_PAGE, "undone_page", lambda shown: in_words(shown, year))


chosen = filters.chosen()
year = filters.judged(chosen).year
asked = Query("undone_years", filters.without_year(chosen))
rows = matrix.read(queries.frame(asked.name, asked.chosen))
label_ja, due_ja = filters.year_label(year, "label_ja"), filters.year_label(chosen.year, "label_ja")
owed = leftover.read(rows, year) if chosen.year != year else []

st.caption("未達・繰越")
st.title(matrix.answer(rows, year, label_ja) if chosen.year == year else leftover.answer(owed, label_ja, due_ja))
if owed:
    left_over(owed, filters.year_label(year), filters.year_label(chosen.year), asked)
if rows:
    lists(rows, year, asked)
else:
    st.markdown(
        "条件に合う実施事業に、未達または繰越となった年度はありません。絞り込みの条件を減らすと、ほかの事業が表示されます。"
    )
