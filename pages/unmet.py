"""未達・繰越: what was missed or put off, since when, why, in which words, and whether the next year took it up again."""

from collections.abc import Sequence

import streamlit as st

from dashboard.browser import printing, unfolding
from dashboard.browser.paging import paged
from dashboard.database import queries
from dashboard.drawing import column_pictures, picture, undone_pictures, undone_tables, wide_tables
from dashboard.facts import left_over, next_plan, undone_choice, undone_years
from dashboard.facts.left_over import LeftOver
from dashboard.facts.undone_choice import Choice, Found
from dashboard.facts.undone_years import InitiativeYear, InitiativeYears, Run
from dashboard.frame import exports, filters, filters_told, heading, links, shared
from dashboard.frame.shown_query import Query
from dashboard.saying import undone_words
from dashboard.text import markdown, words

ROWS_PER_PAGE = 10
NO_GROUP = "まとめない"
GROUPS = {NO_GROUP: None, "担当課": lambda row: row.department, "目標": lambda row: f"目標{row.goal_code}"}


def controls(rows: tuple[InitiativeYears, ...], asked: Query) -> tuple[Choice, str]:
    """Which years, states and reasons are listed, and how the rows are grouped; folded away, for the picture narrows too."""
    there = shared.told(undone_years.asked_reasons, asked.chosen)
    reasons = [reason for reason in (*words.REASONS.values(), words.NO_REASON) if reason in there]
    years = [year.label for year in rows[0].years if year.status is not None]
    with st.popover("年度・状況・理由で絞り込む"):
        labels = st.pills("未達・繰越のあった年度", years, selection_mode="multi", key="undone_in", bind="query-params")
        states = st.pills(
            "状況",
            [undone_choice.unmet_label(), words.CARRIED_OVER.label],
            selection_mode="multi",
            key="state",
            bind="query-params",
        )
        chosen_reasons = st.pills("理由", reasons, selection_mode="multi", key="reason", bind="query-params")
        group = st.segmented_control(
            "まとめ方", list(GROUPS), default=NO_GROUP, required=True, key="group", bind="query-params"
        )
    return Choice(tuple(labels), tuple(states), tuple(chosen_reasons)), str(group)


def set_apart(rows: tuple[InitiativeYears, ...], reasons: list[str], year: int) -> None:
    """How the year looks without what is put down to the chosen reasons."""
    undone = [one for row in rows for one in row.undone if one.year == year]
    blamed = sum(words.reason_text(one.reason) in reasons for one in undone)
    of_all = f"{filters.year_label(year, 'label_ja')}の未達・繰越{len(undone)}件"
    st.markdown(f"{of_all}のうち、理由が{'・'.join(reasons)}のものは{blamed}件です。これを除くと{len(undone) - blamed}件です。")


def show_left_over(owed: list[LeftOver], label: str, due: str, asked: Query) -> None:
    """What the last evaluated year left to one that is due, each beside what is planned for it."""
    st.header(f"{label}から残る{len(owed)}件と{due}の計画")
    plain = undone_tables.left_over(owed, label, due)
    linked = plain.drop(columns=["判定の理由", "続いた年数"]).assign(
        番号=[markdown.link(str(number), links.initiative_address(number)) for number in plain["番号"]],
        理由=[f"{words.reason_text(one.year.reason)}　{one.year.basis}".strip() for one in owed],
        **{column: plain[column].map(markdown.verbatim) for column in ("実施内容", f"{due}の計画")},
        **{f"{label}の状況": ["　".join((*one.year.full_signs, f"{one.years}年目")) for one in owed]},
    )
    widths = {"番号": 2.5, "実施内容": 9, "担当課": 4.5, "理由": 7, "計画の書き方": 4, f"{due}の計画": 14}
    wide_tables.show(linked, alt=f"{label}から残る事業と{due}の計画", widths=widths)
    exports.downloads(plain, f"{label}から残る事業と{due}の計画", key="left_over", query=asked)


def sections_of(found: Found, group: str, heads: tuple[str, str]) -> list[tuple[str, list[InitiativeYears]]]:
    """The rows of the matrix under their headings: those of the year first, each parted as was asked for."""
    parts = []
    for rows, head in ((found.now, heads[0]), (found.others, heads[1])):
        parts += [
            (f"{head}　{name}".strip(), grouped) for name, grouped in undone_choice.grouped(rows, GROUPS[group]) if grouped
        ]
    return parts


def chosen_row(rows: Sequence[InitiativeYears]) -> InitiativeYears:
    """The row whose words are shown: the one that was pressed, or that the address names, else the first."""
    asked_for = str(st.session_state.get(undone_pictures.ROW) or st.query_params.get(undone_pictures.ROW) or "")
    found = next((row for row in rows if str(row.number) == asked_for), rows[0])
    if asked_for == str(found.number):
        st.query_params[undone_pictures.ROW] = asked_for
    return found


def in_words(shown: Sequence[InitiativeYears], year: int, columns: int = 2) -> None:
    """Initiatives with their undone years: the evaluation, and beside it, or below in one column, the next year's plan."""
    for row in shown:
        with st.container(border=True):
            program = row.program.strip()
            where = markdown.verbatim(words.spaced(words.section(row.department), program if program != row.activity else ""))
            note = f"{where}　**{run_text(undone_years.run_told(row, year))}**"
            links.to_initiative(row.number, markdown.verbatim(row.activity), note)
            # Beside the matrix the latest year comes first; the whole list tells the story in its order.
            for undone in row.undone if columns > 1 else reversed(row.undone):
                evaluated(undone, row.after(undone), columns)


def run_text(run: Run) -> str:
    """How long it has been going on."""
    return f"未達・繰越が{''.join(run.said)}" + ("続きました" if run.length > 1 else "ありました")


def evaluated(year: InitiativeYear, after: InitiativeYear | None, columns: int) -> None:
    """One undone year and what the next one plans."""
    said, planned = st.columns(2) if columns > 1 else (st.container(gap="xsmall"), st.container(gap="xsmall"))
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
        st.markdown(f"**{next_plan.again(year, after)}**{came}")
        if after.plan.strip():
            st.markdown(f"{after.label}の計画：{markdown.verbatim(after.plan)}")


def lists(rows: tuple[InitiativeYears, ...], year: int, asked: Query) -> None:
    """What the year left undone and what other years did, beside it why, and the words of the chosen row."""
    choice, group = controls(rows, asked)
    found = shared.told(undone_choice.asked_parted, asked.chosen, year, choice)
    if not found.every:
        st.markdown("選んだ年度・状況・理由のすべてに合うものはありません。選択を減らしてください。")
        return
    fits = "条件に合う" if choice.said else "未達・繰越の"
    if choice.said:
        st.markdown(f"**選んだ条件：{choice.said}**　{len(found.every)}件（全{len(rows)}件）")
    if st.session_state["reason"]:
        set_apart(rows, st.session_state["reason"], year)
    label = filters.year_label(year)
    row = chosen_row(found.every)
    whole, beside = st.columns([15, 8], gap="medium")
    with whole:
        heads = (f"{label}に{fits}もの", "ほかの年度に条件に合うもの" if choice.said else f"{label}には未達・繰越でないもの")
        drawn = undone_pictures.matrix(sections_of(found, group, heads), year, row.number)
        picture.draw(drawn, key="undone", sets=(undone_pictures.ROW,))
    with beside:
        picture.draw(shared.made(column_pictures.asked_undone, asked.chosen, year), key="columns")
        picture.draw(
            f"<h3>理由（{label}の未達・繰越、押すと絞り込み）</h3>"
            + undone_pictures.reasons(in_year(rows, year), choice.reasons),
            key="reasons",
            sets=(undone_pictures.REASON,),
        )
        # On paper the words of every matter of the year follow.
        if not printing.is_on():
            in_words([row], year, columns=1)
    exports.downloads(lambda: undone_tables.years(found.every), "未達・繰越（年度別）", key="undone_years", query=asked)
    unfolding.draw(
        f"詳しく：評価のことばと翌年度の計画（{len(found.every)}件すべて）",
        "all_words",
        # Paper holds what the year left undone; the rest is in the file.
        lambda: paged(
            found.now if printing.is_on() else found.every, ROWS_PER_PAGE, "undone_page", lambda s: in_words(s, year)
        ),
    )


def in_year(rows: Sequence[InitiativeYears], year: int) -> list[InitiativeYear]:
    """What a year left undone."""
    return [one for row in rows for one in row.undone if one.year == year]


chosen = filters.chosen()
year = filters.judged(chosen).year
asked = Query("undone_years", filters.without_year(chosen))
rows = queries.read(undone_years.read, asked.name, asked.chosen)
label_ja, due_ja = filters.year_label(year, "label_ja"), filters.year_label(chosen.year, "label_ja")
owed = left_over.read(rows, year) if chosen.year != year else []

now_label, due_label = filters.year_label(year), filters.year_label(chosen.year)
if chosen.year == year:
    said = shared.told(undone_words.asked, asked.chosen, year, now_label, label_ja)
    heading.draw(said.title, f"{said.answer}。同じ取組が複数の行にあるときは1つに数えます。")
else:
    heading.draw(f"{now_label}から{due_label}に残るもの{len(owed)}件", f"{undone_words.left_over(owed, label_ja, due_ja)}。")
    st.markdown(f"{undone_words.left_over(owed, label_ja, due_ja)}。")
if rows:
    lists(rows, year, asked)
else:
    is_narrowed = bool(filters_told.parts(chosen))
    st.markdown(
        f"{'条件に合う実施事業' if is_narrowed else 'この計画'}に、未達または繰越となった年度はありません。"
        + ("絞り込みの条件を減らすと、ほかの事業が表示されます。" if is_narrowed else "")
    )
if owed:
    show_left_over(owed, now_label, due_label, asked)
