"""担当課: how a section stands as lead and as supporting section, against all others and the year before."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from dashboard.browser import printing, unfolding
from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import (
    charts,
    column_pictures,
    entries,
    heat_pictures,
    overview_tiles,
    picture,
    plain_tables,
    section_tables,
    sparklines,
    standing_tables,
    tables,
    wide_tables,
)
from dashboard.facts import board, judged_targets, sections, series, standing, sums
from dashboard.frame import exports, filters, heading, links
from dashboard.frame.shown_query import Query
from dashboard.saying import agenda_words, section_words, standing_words, year_words
from dashboard.text import markdown, words
from dashboard.text.records import Record

INDICATORS_OPEN = 8
ENTRIES_OPEN = 30
# A chart with its labels needs so many px; below twice that, lists and charts stand one below another.
SIDE_BY_SIDE = 440
INDICATOR_WIDTHS = {"指標": 13, "推移": 9.5, "それより前の実績": 6}
JUDGEMENT_WIDTH = 6.5


@dataclass(frozen=True)
class View:
    """The sections under the filter: their frame, how they stood in each year, and those that are compared in their order.

    The comparison is with all sections under the other filters, so the choice of sections does not narrow it.
    """

    judged: Filter
    all_years: Filter
    of_all_sections: Filter
    asked_for: int
    years: Mapping[int, str]
    labels: Mapping[int, str]
    year_label: str
    stand: pd.DataFrame
    stands: sections.Stands
    compared: list[str]
    current: str | None

    @property
    def year(self) -> int:
        """The last evaluated year up to the one that is asked for."""
        return self.judged.year

    @property
    def own(self) -> standing.Standing:
        """How the chosen section, or all of them, stood in the year."""
        return sections.years_of(self.stands, self.current).get(self.year, standing.ABSENT)


def read(chosen: Filter) -> View:
    """What the store holds for the filter."""
    all_years, judged = filters.without_year(chosen), filters.judged(chosen)
    years = filters.year_labels()
    of_all_sections = replace(all_years, departments=())
    stands = queries.read(sections.read, "department_standing", of_all_sections)
    current = chosen.departments[0] if len(chosen.departments) == 1 else None
    ranked = sections.ranked(stands, judged.year)
    return View(
        judged=judged,
        all_years=all_years,
        of_all_sections=of_all_sections,
        asked_for=chosen.year,
        years=years,
        labels=filters.evaluated_labels(),
        year_label=filters.year_label(judged.year, "label_ja"),
        stand=queries.frame("department_standing", of_all_sections),
        stands=stands,
        compared=[name for name in ranked if current or not chosen.departments or name in chosen.departments],
        current=current,
    )


def role(view: View, department: str, is_lead: bool) -> None:
    """A section's years in one role, each year beside all sections."""
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


def misses(view: View, department: str) -> None:
    """What was missed, with the reason and the words."""
    undone = queries.frame("agenda", view.judged)
    missed = undone[undone["status"] == "unmet"]
    st.header(f"未達の事業（{len(missed)}件）")
    if missed.empty:
        st.markdown(f"{view.year_label}に未達となった{department}の事業はありません。")
    found = [
        (int(item["number"]), f"{markdown.verbatim(item['activity'])}（{role_of(item)}）", agenda_words.note(item))
        for item in missed.to_dict("records")
    ]
    entries_of(found, "misses")


def carried(view: View, department: str, initiatives: pd.DataFrame) -> None:
    """What is carried over, the longest run first, with the words of each year."""
    runs = sections.carried(initiatives, view.year)
    st.header(f"繰越の事業（{len(runs)}件）")
    if not runs:
        st.markdown(f"{view.year_label}に繰り越した{department}の事業はありません。")
    found = [
        (
            int(run[0]["number"]),
            f"{markdown.verbatim(run[0]['activity'])}（{role_of(run[0])}）",
            section_words.carried_note(run),
        )
        for run in runs
    ]
    entries_of(found, "carried")


def entries_of(found: list[tuple[int, str, str]], name: str) -> None:
    """Entries that lead to their initiatives; of a section with very many the further ones are folded away."""
    length = printing.open_length(len(found), ENTRIES_OPEN)
    entries.draw(found[:length], key=name)
    if len(found) > length:
        unfolding.rest(len(found) - length, name, lambda: entries.draw(found[length:], key=f"{name}_rest"))


def indicators(view: View, department: str) -> None:
    """The section's indicators as small lines, the furthest from the target first; without a target they are folded away."""
    every = queries.read(series.read, "indicator_series", view.all_years)
    found = judged_targets.ordered(every, judged_targets.BY_GAP, view.year)
    aimed, aimless = [one for one in found if one.has_target], [one for one in found if not one.has_target]
    st.header(f"数値の推移（目標のある指標{len(aimed)}件、目標に遠い順）")
    if not found:
        st.markdown(f"{department}の事業から読み取れた数値はありません。")
        return
    st.markdown(year_words.targets(every, view.year, view.year_label, without_outside=False) + "。")
    indicator_rows(view, aimed, f"{department}の目標のある指標", INDICATORS_OPEN)
    if aimless:
        label = f"目標のない指標{len(aimless)}件"
        unfolding.draw(label, "aimless", lambda: indicator_rows(view, aimless, f"{department}の目標のない指標"))
    st.caption(sparklines.KEY + printing.on_screen("指標の名前から、番号の記載へ進めます（新しいタブ）。"))
    exports.downloads(
        lambda: plain_tables.indicator_years(found),
        f"{department}の指標（年度別）",
        key="indicators",
        query=Query("indicator_series", view.all_years),
    )


def indicator_rows(view: View, found: list[series.Series], alt: str, folded_after: int | None = None) -> None:
    """Indicators with their lines, and the year's figures; those that are folded away are made once they are looked for."""
    open_rows = printing.open_length(len(found), len(found) if folded_after is None else folded_after)
    widths = INDICATOR_WIDTHS | {f"{view.years[view.year]}の判定": JUDGEMENT_WIDTH}

    def draw(some: list[series.Series], name: str) -> None:
        wide_tables.show(section_tables.indicators(some, view.years, view.year), alt=name, widths=widths)

    draw(found[:open_rows], alt)
    if len(found) > open_rows:
        unfolding.rest(len(found) - open_rows, alt, lambda: draw(found[open_rows:], f"{alt}（続き）"))


def everything(view: View, department: str, initiatives: pd.DataFrame) -> None:
    """All initiatives of the section, year by year."""
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


def all_sections(view: View) -> None:
    """All sections × years, most trouble first, the chosen one on top."""
    standings = {name: sections.years_of(view.stands, name) for name in view.compared}
    standings[sections.ALL_SECTIONS] = sections.years_of(view.stands, None)
    picture.draw(heat_pictures.sections(view.compared, standings, view.labels, view.year, view.current), key="heat")


def taken_along(view: View) -> None:
    """The comparison as numbers."""
    exports.downloads(
        lambda: plain_tables.sections(view.stands, view.labels, view.compared, filters.tells_leads()),
        f"担当課別の{standing.UNDONE}（年度別）",
        key="sections",
        query=Query("department_standing", view.of_all_sections),
    )


def roles(view: View, department: str) -> None:
    """The section's years in each role, beside all sections."""
    with st.grid(2, min_column_width=SIDE_BY_SIDE, gap="large"):
        for is_lead in (True, False) if filters.tells_leads() else (True,):
            with st.container():
                role(view, department, is_lead)


def card(view: View, department: str) -> None:
    """One section, first on a phone too, beside it all others, and below it its indicators."""
    initiatives = queries.frame("department_initiatives", view.all_years)
    one, whole = st.columns(2, gap="medium")
    with whole:
        all_sections(view)
    with one:
        by_sum = queries.read(sums.read, "sums_by_year", view.all_years)
        own = overview_tiles.of_year(queries.frame("status_by_year", view.all_years), by_sum, view.year)
        picture.draw(f'<div class="narrow">{overview_tiles.tiles(own)}</div>', key="tiles")
        misses(view, department)
        carried(view, department, initiatives)
        st.markdown(markdown.verbatim(section_words.names_sentence(initiatives, department)))
    indicators(view, department)
    unfolding.draw("詳しく：主担当・主担当以外としての年度別の状況", "roles", lambda: roles(view, department))
    unfolding.draw("詳しく：すべての事業の年度別の状況", "every", lambda: everything(view, department, initiatives))


def title_of(view: View) -> str:
    """The year of the chosen section, or of all."""
    now_label, own = view.years[view.year], view.own
    if view.current:
        return f"{view.current}　{now_label} {standing.UNDONE}{own.undone}／{own.judged}件"
    what = f"{len(view.compared)}課の比較" if len(view.compared) > 1 else "・".join(view.compared)
    return f"{now_label} {standing.UNDONE}{own.undone}件：{what}"


def about(view: View) -> str:
    """What a year's cell says, and how many matters its rows are, where several rows tell the same one."""
    note = f"年度の欄は、{standing_words.cell_note()}{standing_words.RANK_NOTE}{standing_words.JUDGED_NOTE}\n\n"
    asked_for = view.all_years if view.current else view.of_all_sections
    matters = board.undone(queries.read(board.read, "board", asked_for), view.year)
    if matters >= view.own.undone:
        return note
    return f"{note}同じ取組を1つに数えると、{standing.UNDONE}は{matters}件です。"


def answer(view: View) -> str:
    """The year of the chosen section beside all others, or of all, as a sentence."""
    if view.current:
        return section_words.answer_one(view.stands, view.current, view.year, view.year_label)
    return section_words.answer_all(view.stands, view.compared, view.year, view.year_label)


def role_of(item: Record) -> str:
    """Whether the section leads this initiative."""
    return words.LEADS[bool(item["is_lead"])]


if not filters.names_sections():
    heading.draw("担当課の書かれていない計画です")
    st.markdown(
        "この資料には、どの課が担当するかが書かれていないため、課ごとに比べられません。"
        "全体の状況は「概要」、目標・施策ごとの状況は「目標体系」で見られます。"
    )
    st.stop()
view = read(filters.chosen())
if view.stand.empty:
    heading.draw("まだ評価がないため、課の状況を数えられません")
    st.markdown(standing_words.NO_EVALUATION)
    st.stop()
heading.draw(markdown.verbatim(title_of(view)), about(view))
if view.asked_for != view.year:
    st.markdown(f"{filters.year_label(view.asked_for, 'label_ja')}はまだ評価がないため、{view.year_label}の状況です。")
said, beside = st.columns(charts.BESIDE_COLUMNS, gap="medium")
said.markdown(f"{markdown.verbatim(answer(view))}。" + printing.on_screen("課名を押すと、その課の状況へ進みます。"))
with beside:
    whose = view.current or sections.ALL_SECTIONS
    own_years = sections.years_of(view.stands, view.current)
    picture.draw(column_pictures.shares(own_years, view.labels, view.year, whose), key="columns")
if view.current:
    card(view, view.current)
else:
    all_sections(view)
taken_along(view)
