"""A section's card: what it missed and carries over, how its indicators ran, its initiatives, and how it did in each role."""

from typing import Final

import pandas as pd
import streamlit as st

from dashboard.browser import printing, unfolding
from dashboard.database import queries
from dashboard.drawing import charts, entries, plain_tables, section_tables, sparklines, standing_tables, tables, wide_tables
from dashboard.facts import judged_targets, sections, series
from dashboard.facts.section_view import SectionView
from dashboard.frame import exports, filters, links
from dashboard.frame.shown_query import Query
from dashboard.saying import agenda_words, section_words, year_words
from dashboard.text import markdown, words
from dashboard.text.records import Record

INDICATORS_OPEN: Final = 8
ENTRIES_OPEN: Final = 30
# A chart with its labels needs so many px; below twice that, charts stand one below another.
SIDE_BY_SIDE: Final = 440
INDICATOR_WIDTHS: Final = {"指標": 13, "推移": 9.5, "それより前の実績": 6}
JUDGEMENT_WIDTH: Final = 6.5


def misses(view: SectionView, department: str) -> None:
    """Draw what was missed, with the reason and the words."""
    undone = queries.frame("agenda", view.judged)
    missed = undone[undone["status"] == "unmet"]
    st.header(f"未達の事業（{len(missed)}件）")
    if missed.empty:
        st.markdown(f"{view.year_label}に未達となった{department}の事業はありません。")
    found = [
        (int(item["number"]), f"{markdown.verbatim(item['activity'])}（{_role_of(item)}）", agenda_words.note(item))
        for item in missed.to_dict("records")
    ]
    _entries(found, "misses")


def carried(view: SectionView, department: str, initiatives: pd.DataFrame) -> None:
    """Draw what is carried over, the longest run first, with the words of each year."""
    runs = sections.carried(initiatives, view.year)
    st.header(f"繰越の事業（{len(runs)}件）")
    if not runs:
        st.markdown(f"{view.year_label}に繰り越した{department}の事業はありません。")
    found = [
        (
            int(run[0]["number"]),
            f"{markdown.verbatim(run[0]['activity'])}（{_role_of(run[0])}）",
            section_words.carried_note(run),
        )
        for run in runs
    ]
    _entries(found, "carried")


def indicators(view: SectionView, department: str) -> None:
    """Draw the section's indicators as small lines, the furthest from the target first; the aimless folded away."""
    every = queries.read(series.read, "indicator_series", view.all_years)
    found = judged_targets.ordered(every, judged_targets.BY_GAP, view.year)
    aimed, aimless = [one for one in found if one.has_target], [one for one in found if not one.has_target]
    st.header(f"数値の推移（目標のある指標{len(aimed)}件、目標に遠い順）")
    if not found:
        st.markdown(f"{department}の事業から読み取れた数値はありません。")
        return
    st.markdown(year_words.targets(every, view.year, view.year_label, without_outside=False) + "。")
    _indicator_rows(view, aimed, f"{department}の目標のある指標", INDICATORS_OPEN)
    if aimless:
        label = f"目標のない指標{len(aimless)}件"
        unfolding.draw(label, "aimless", lambda: _indicator_rows(view, aimless, f"{department}の目標のない指標"))
    st.caption(sparklines.KEY + printing.on_screen("指標の名前から、番号の記載へ進めます（新しいタブ）。"))
    exports.downloads(
        lambda: plain_tables.indicator_years(found),
        f"{department}の指標（年度別）",
        key="indicators",
        query=Query("indicator_series", view.all_years),
    )


def everything(view: SectionView, department: str, initiatives: pd.DataFrame) -> None:
    """Draw all initiatives of the section, year by year."""
    plain = section_tables.initiatives(initiatives, view.labels)
    st.header(f"すべての事業（{len(plain)}件）")
    linked = plain.assign(
        番号=[markdown.link(str(number), links.initiative_address(number)) for number in plain["番号"]],
        実施内容=[markdown.verbatim(said) for said in plain["実施内容"]],
        **{label: plain[label].map(standing_tables.marked) for label in view.labels.values()},
    )
    wide_tables.show(
        linked,
        alt=f"{department}の事業の年度別の状況",
        widths={"番号": 2.5, "実施内容": 13, "事業": 4.5, "担当": 6},
        folded_after=tables.LONGEST_OPEN,
    )
    exports.downloads(
        plain, f"{department}の事業（年度別）", key="everything", query=Query("department_initiatives", view.all_years)
    )


def roles(view: SectionView, department: str) -> None:
    """Draw the section's years in each role, beside all sections."""
    with st.grid(2, min_column_width=SIDE_BY_SIDE, gap="large"):
        for is_lead in (True, False) if filters.tells_leads() else (True,):
            with st.container():
                _role(view, department, is_lead)


def _role(view: SectionView, department: str, is_lead: bool) -> None:
    """Draw a section's years in one role, each year beside all sections."""
    own, whole = sections.rows(view.stand, department, is_lead), sections.rows(view.stand, None, is_lead)
    label = words.LEADS[is_lead]
    if own.empty:
        st.header(f"{label}としての状況")
        st.markdown(f"{department}が{label}の事業は、条件に合うものの中にありません。")
        return
    bars = standing_tables.compared_bars(own, whole, "この課", sections.ALL_SECTIONS, view.labels)
    charts.panel(
        charts.stacked_shares(bars, words.STATUSES, "bar"),
        title=f"{label}としての状況（年度別、件数の割合）",
        summary=section_words.role_sentence(view.stands, department, view.year, label, is_lead),
        alt=f"{department}の{label}としての状況。" + charts.spoken(bars, words.STATUSES, "bar"),
        table=tables.status_counts(bars.assign(bar=bars["bar"].str.replace("<br>", " ")), "bar", "年度"),
        key=f"role_{is_lead}",
        query=Query("department_standing", view.of_all_sections),
    )


def _entries(found: list[tuple[int, str, str]], name: str) -> None:
    """Draw entries that lead to their initiatives; of a section with very many the further ones are folded away."""
    length = printing.open_length(len(found), ENTRIES_OPEN)
    entries.draw(found[:length], key=name)
    if len(found) > length:
        unfolding.rest(len(found) - length, name, lambda: entries.draw(found[length:], key=f"{name}_rest"))


def _indicator_rows(view: SectionView, found: list[series.Series], alt: str, folded_after: int | None = None) -> None:
    """Draw indicators with their lines and the year's figures; those that are folded away are made once they are looked for."""
    open_rows = printing.open_length(len(found), len(found) if folded_after is None else folded_after)
    widths = INDICATOR_WIDTHS | {f"{view.years[view.year]}の判定": JUDGEMENT_WIDTH}

    def draw(some: list[series.Series], name: str) -> None:
        wide_tables.show(section_tables.indicators(some, view.years, view.year), alt=name, widths=widths)

    draw(found[:open_rows], alt)
    if len(found) > open_rows:
        unfolding.rest(len(found) - open_rows, alt, lambda: draw(found[open_rows:], f"{alt}（続き）"))


def _role_of(item: Record) -> str:
    """Return whether the section leads this initiative."""
    return words.LEADS[bool(item["is_lead"])]
