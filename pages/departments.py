"""担当課: how a section stands as lead and as supporting section, against all others and the year before."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard.browser import printing
from dashboard.database import queries
from dashboard.drawing import charts, plain_tables, scorecards, sparklines, tables, wide_tables
from dashboard.facts import series, standing
from dashboard.frame import exports, filters, links, picking
from dashboard.frame.asked import Query
from dashboard.saying import story
from dashboard.text import figures, markdown, words
from dashboard.text.records import Record

INDICATORS_OPEN = 8
# A chart with its labels needs so many px; below twice that, lists and charts stand one below another.
SIDE_BY_SIDE = 440
INDICATOR_WIDTHS = {"指標": 13, "推移": 9.5, "それより前の実績": 6}
JUDGEMENT_WIDTH = 6.5


def choices(names: list[str], current: str | None) -> None:
    """Every section one click away; the click sets the sidebar's filter, and so the link."""
    picking.pills(
        "課を選ぶ（未達・繰越の割合が高い順。もう一度押すと全課に戻ります）",
        names,
        current,
        key="section",
        target="department",
        to_state=lambda name: [name] if name else [],
    )


def role(department: str, is_lead: bool) -> None:
    """A section's years in one role, each year beside all sections."""
    own, whole = scorecards.rows(stand, department, is_lead), scorecards.rows(stand, None, is_lead)
    label = words.LEADS[is_lead]
    if own.empty:
        st.header(f"{label}としての状況")
        st.markdown(f"{markdown.verbatim(department)}が{label}の事業は、条件に合うものの中にありません。")
        return
    bars = standing.compared_bars(own, whole, "この課", scorecards.ALL_SECTIONS, labels)
    charts.panel(
        charts.stacked_shares(bars, words.STATUSES, "bar"),
        title=f"{label}としての状況（年度別、件数の割合）",
        summary=markdown.verbatim(scorecards.role_sentence(stand, department, judged.year, label, is_lead)),
        alt=f"{department}の{label}としての状況。" + charts.spoken(bars, words.STATUSES, "bar"),
        table=tables.status_counts(bars.assign(bar=bars["bar"].str.replace("<br>", " ")), "bar", "年度"),
        key=f"role_{is_lead}",
        query=Query("department_standing", of_all_sections),
    )


def misses(department: str) -> None:
    """What was missed, with the reason and the words."""
    undone = queries.frame("agenda", judged)
    missed = undone[undone["status"] == "unmet"]
    st.header(f"未達の事業（{len(missed)}件）")
    if missed.empty:
        st.markdown(f"{year_label}に未達となった{markdown.verbatim(department)}の事業はありません。")
    for item in missed.to_dict("records"):
        links.to_initiative(
            item["number"], f"{markdown.verbatim(item['activity'])}（{role_of(item)}）", story.agenda_note(item)
        )


def carried(department: str, initiatives: pd.DataFrame) -> None:
    """What is carried over, the longest run first, with the words of each year."""
    runs = scorecards.carried(initiatives, judged.year)
    st.header(f"繰越の事業（{len(runs)}件）")
    if not runs:
        st.markdown(f"{year_label}に繰り越した{markdown.verbatim(department)}の事業はありません。")
    for run in runs:
        label = f"{markdown.verbatim(run[0]['activity'])}（{role_of(run[0])}）"
        links.to_initiative(run[0]["number"], label, scorecards.carried_note(run))


def indicators(department: str) -> None:
    """The section's indicators as small lines, the furthest from the target first; without a target they are folded away."""
    every = series.read(queries.frame("indicator_series", all_years))
    found = series.ordered(every, series.BY_GAP, judged.year)
    aimed, aimless = [one for one in found if one.has_target], [one for one in found if not one.has_target]
    st.header(f"数値の推移（目標のある指標{len(aimed)}件、目標に遠い順）")
    if not found:
        st.markdown(f"{markdown.verbatim(department)}の事業から読み取れた数値はありません。")
        return
    st.markdown(series.answer(every, judged.year, year_label, without_outside=False) + "。")
    indicator_rows(aimed, f"{department}の目標のある指標", INDICATORS_OPEN)
    if aimless:
        with st.expander(f"目標のない指標{len(aimless)}件", expanded=printing.is_on()):
            indicator_rows(aimless, f"{department}の目標のない指標")
    st.caption(sparklines.KEY + printing.on_screen("指標の名前から、番号の記載へ進めます（新しいタブ）。"))
    exports.downloads(
        plain_tables.indicator_years(found),
        f"{department}の指標（年度別）",
        key="indicators",
        query=Query("indicator_series", all_years),
    )


def indicator_rows(found: list[series.Series], alt: str, folded_after: int | None = None) -> None:
    """Indicators with their lines, and the year's figures."""
    shown = scorecards.indicators_table(found, years, judged.year)
    widths = INDICATOR_WIDTHS | {f"{years[judged.year]}の判定": JUDGEMENT_WIDTH}
    wide_tables.show(shown, alt=alt, widths=widths, folded_after=folded_after)


def everything(department: str, initiatives: pd.DataFrame) -> None:
    """All initiatives of the section, year by year."""
    plain = scorecards.initiatives_table(initiatives, labels)
    st.header(f"すべての事業（{len(plain)}件）")
    linked = plain.assign(
        番号=[markdown.link(str(number), links.initiative_address(number)) for number in plain["番号"]],
        実施内容=[markdown.verbatim(said) for said in plain["実施内容"]],
        **{label: plain[label].map(standing.marked) for label in labels.values()},
    )
    wide_tables.show(
        linked,
        alt=f"{department}の事業の年度別の状況",
        widths={"番号": 2.5, "実施内容": 13, "事業": 4.5, "担当": 6},
        folded_after=tables.LONGEST_OPEN,
    )
    exports.downloads(
        plain, f"{department}の事業（年度別）", key="everything", query=Query("department_initiatives", all_years)
    )


def all_sections(names: list[str], current: str | None) -> None:
    """All sections × years, most trouble first; the chosen one is marked."""
    st.header("全課の比較（年度別の件数）")
    if current:
        st.markdown(f"{markdown.verbatim(current)}は太字の行です。")
    table = scorecards.sections(stand, judged.year, labels, names)
    if not filters.tells_leads():
        table = table.drop(columns=list(words.LEADS.values()))
    linked = table.assign(
        担当課=[section_cell(name, current) for name in table["担当課"]],
        **{label: table[label].map(standing.marked) for label in labels.values()},
    )
    widths = {"担当課": 6.5, standing.share_heading(labels[judged.year]): standing.SHARE_WIDTH}
    wide_tables.show(linked, alt=f"担当課別・年度別の{standing.UNDONE}", widths=widths)
    st.caption(f"年度の欄は、{standing.cell_note()}{standing.RANK_NOTE}{standing.JUDGED_NOTE}")
    plain = plain_tables.sections(stand, labels, names, filters.tells_leads())
    exports.downloads(
        plain, f"担当課別の{standing.UNDONE}（年度別）", key="sections", query=Query("department_standing", of_all_sections)
    )


def section_cell(name: str, current: str | None) -> str:
    """A section's name as the link to its scorecard; the chosen one and the whole stand out."""
    if name == scorecards.ALL_SECTIONS:
        return f"**{markdown.verbatim(name)}**"
    link = markdown.link(name, links.department_address("departments", name))
    return f"**{link}**" if name == current else link


def role_of(item: Record) -> str:
    """Whether the section leads this initiative."""
    return words.LEADS[bool(item["is_lead"])]


chosen = filters.chosen()
all_years, judged = filters.without_year(chosen), filters.judged(chosen)
year_label = filters.year_label(judged.year, "label_ja")
years = filters.year_labels()
labels = {year: label for year, label in years.items() if year <= filters.last_evaluated()}
# The comparison is with all sections under the other filters, so the choice of sections does not narrow it.
of_all_sections = replace(all_years, departments=())
stand = queries.frame("department_standing", of_all_sections)
ranked = scorecards.ranked(stand, judged.year)
current = chosen.departments[0] if len(chosen.departments) == 1 else None

compared = [name for name in ranked if current or not chosen.departments or name in chosen.departments]

st.caption("担当課")
if stand.empty:
    st.title("この計画にはまだ評価がないため、課の状況を数えられません")
    st.markdown(standing.NO_EVALUATION)
    st.stop()
if current:
    st.title(markdown.verbatim(scorecards.answer_one(stand, current, judged.year, year_label)))
else:
    st.title(markdown.verbatim(scorecards.answer_all(stand, compared, judged.year, year_label)))
if chosen.year != judged.year:
    st.markdown(f"{filters.year_label(chosen.year, 'label_ja')}はまだ評価がないため、{year_label}の状況です。")
choices(ranked, current)

if current:
    initiatives = queries.frame("department_initiatives", all_years)
    st.markdown(markdown.verbatim(scorecards.names_sentence(initiatives, current)))
    figures.row(scorecards.figures(stand, current, judged.year))
    with st.grid(2, min_column_width=SIDE_BY_SIDE, gap="large"):
        with st.container():
            misses(current)
            carried(current, initiatives)
        with st.container():
            for is_lead in (True, False) if filters.tells_leads() else (True,):
                role(current, is_lead)
    indicators(current)
    everything(current, initiatives)
all_sections(compared, current)
