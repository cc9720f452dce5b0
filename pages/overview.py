"""概要: how the plan stood in a year, as one sentence, four figures, and what to talk about first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.browser import printing, unfolding
from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import (
    agenda_lists,
    charts,
    overview_pictures,
    overview_tiles,
    picture,
    sheet_pictures,
    slope_pictures,
    status_counts,
)
from dashboard.facts import board, steps, sums, tree, undone_years
from dashboard.following import acts
from dashboard.frame import file_names, filters, heading, links, shared
from dashboard.saying import step_words, year_words
from dashboard.text import markdown, words

STEPS_PAGE = "pages/steps.py"
PRESSING = 3
# Two lists of words stand beside each other from this width of each, in px.
LIST_WIDTH = 340


@dataclass(frozen=True)
class View:
    """The year that is asked for and the last one evaluated up to it, with what the store holds for both.

    What the title says is there; the rest is asked for as it is drawn, so that nobody waits for it before the title.
    """

    chosen: Filter
    everything: Filter
    judged: Filter
    by_year: pd.DataFrame
    by_sum: Mapping[int, sums.Sum]

    @property
    def year(self) -> int:
        """The evaluated year."""
        return self.judged.year

    @property
    def year_ja(self) -> str:
        """How the evaluated year is called."""
        return filters.year_label(self.year, "label_ja")

    @property
    def is_due(self) -> bool:
        """Whether the year that is asked for has no evaluation yet."""
        return self.chosen.year != self.year

    @property
    def matters(self) -> Sequence[board.Matter]:
        """Every matter that the filter lets through."""
        return queries.read(board.read, "board", self.everything)

    @property
    def undone(self) -> pd.DataFrame:
        """What the evaluated year left undone, what to talk about first on top."""
        return queries.frame("agenda", self.judged)

    @property
    def changes(self) -> pd.DataFrame:
        """What turned since the year before."""
        return queries.frame("turned", self.judged)

    @property
    def worse(self) -> pd.DataFrame:
        """What turned worse since the year before."""
        return self.changes[self.changes["is_worse"]]

    @property
    def better(self) -> pd.DataFrame:
        """What turned better since the year before."""
        return self.changes[~self.changes["is_worse"]]

    @property
    def tiles(self) -> list[overview_tiles.Tile]:
        """The figures that open the page; a plan without any evaluation has none."""
        return overview_tiles.of_year(self.by_year, self.by_sum, self.year) if len(self.by_year) else []


def read(chosen: Filter) -> View:
    """What the store holds for the filter."""
    everything, judged = filters.without_year(chosen), filters.judged(chosen)
    queries.ahead(
        ("sums_by_year", everything),
        ("board", everything),
        ("agenda", judged),
        ("initiative_list", everything),
        ("turned", judged),
    )
    return View(
        chosen=chosen,
        everything=everything,
        judged=judged,
        by_year=queries.frame("status_by_year", everything),
        by_sum=queries.read(sums.read, "sums_by_year", everything),
    )


def about(view: View) -> str:
    """What qualifies the title: the whole sum, what its words mean, and what is left out of the counts of initiatives."""
    whole = year_words.about(view.by_sum.get(view.year), view.by_sum.get(view.year - 1))
    return "\n\n".join(filter(None, (whole, year_words.outside(view.by_year, view.year))))


def screen(view: View) -> None:
    """The first screen: the figures, every initiative in every year, what to talk about first, what turned."""
    picture.draw(overview_tiles.tiles(view.tiles), key="tiles")
    whole, today = st.columns([19, 10], gap="medium")
    with whole:
        whole_plan(view)
    with today:
        picture.draw(shared.made(overview_pictures.asked_first, view.judged, view.everything), key="matters")
        if any(one.is_evaluated for one in view.by_sum.values()):
            st.markdown("**数値目標の件数（年度別）**")
            picture.draw(overview_pictures.sums(view.by_sum), key="sums")
        open_steps(view.everything)
    if len(view.changes):
        slopes(view)


def paper(view: View) -> None:
    """Two sheets of paper: the plan in the year, and what turned."""
    sheet = sheet_pictures.sheet(
        view.tiles, view.matters, view.undone.to_dict("records"), view.by_sum, (), view.year, tree.part_names()
    )
    turns = sheet_pictures.turned(view.worse.to_dict("records"), view.better.to_dict("records"))
    picture.draw(sheet + turns, key="paper")


def whole_plan(view: View) -> None:
    """Every matter in every year, by goal."""
    note = board_note(shared.told(board.asked_doubtful, view.everything, view.year), view.year)
    st.markdown(f"**すべての取組{len(view.matters)}件 × {board.years_told(view.matters)}**　:gray[{note}]")
    picture.draw(shared.made(overview_pictures.asked, view.everything, view.year), key="board")


def board_note(doubtful: int, year: int) -> str:
    """What the matrix does not say by itself."""
    said = f"{filters.year_label(year)}の{words.DOUBTFUL.text}{doubtful}件。" if doubtful else ""
    return said + printing.on_screen("印を押すとその事業へ")


def slopes(view: View) -> None:
    """What turned worse and better since the year before, as lines from one year to the next."""
    with st.grid(2, min_column_width=LIST_WIDTH, gap="medium"):
        for is_worse, name in ((True, "前年度より悪化"), (False, "前年度より改善")):
            rows = len(view.worse if is_worse else view.better)
            with st.container():
                st.header(f"{name}（{rows}件）")
                if rows:
                    picture.draw(shared.made(slope_pictures.asked, view.judged, is_worse), key=f"slopes_{name}")
                else:
                    st.markdown("ありません。")


def open_steps(everything: Filter) -> None:
    """How many next steps are open, as a line that leads to them, and those that press most; nothing where none is written."""
    initiatives = queries.frame("initiative_list", everything)
    found = [one for one in steps.listed(acts.steps(), initiatives, file_names.today()) if one.is_open]
    if found:
        st.page_link(STEPS_PAGE, label=f":blue[{step_words.steps(found)} →]", icon="")
        st.markdown("\n".join(f"- {pressing_step(one)}" for one in found[:PRESSING]))


def pressing_step(one: steps.Listed) -> str:
    """A step on one line, as Markdown: how it stands, what, by whom and until when, with the way to its initiative."""
    step = one.step
    said = f"{words.short(step.what, 24)}（{step.whose or one.department}、{step_words.when(step, file_names.today())}）"
    led = markdown.verbatim(said) if one.number is None else markdown.link(said, links.initiative_address(one.number))
    return f"**{one.state.text}** {led}"


def more(view: View) -> None:
    """The same in words: what to talk about, what goes on being carried over, shares of every status by year and goal."""
    if view.is_due:
        rows = queries.read(undone_years.read, "undone_years", view.everything)
        agenda_lists.show_left_over(view.undone, rows, view.year, view.chosen.year)
    else:
        agenda_lists.agenda(view.undone, view.year)
    with st.grid(2, min_column_width=LIST_WIDTH, gap="medium"):
        with st.container():
            agenda_lists.turned(view.worse, "前年度より悪化", none_turned(view, "に新しく未達になったものはありません。"))
        with st.container():
            agenda_lists.turned(view.better, "前年度より改善", none_turned(view, "に未達から改善したものはありません。"))
        with st.container():
            agenda_lists.carried(view.undone, view.year)


def none_turned(view: View, said: str) -> str:
    """What is said where nothing turned; of the plan's first year it can't be known."""
    has_before = view.year - 1 in set(view.by_year["year"])
    return f"{view.year_ja}{said}" if has_before else f"{view.year_ja}の前の年度がないため、比べられません。"


def charts_of_counts(view: View) -> None:
    """Shares of every status by year and by goal, and the targets by year."""
    with st.grid(2, min_column_width=charts.SIDE_BY_SIDE, gap="medium"):
        with st.container():
            status_counts.by_year(view.by_year, view.everything)
        with st.container():
            status_counts.targets(view.by_sum, view.everything)
        with st.container():
            status_counts.by_goal(queries.frame("status_by_goal", view.judged), view.judged)


view = read(filters.chosen())
heading.draw(year_words.title(view.by_sum, view.chosen.year, filters.year_label(view.chosen.year)), about(view))
if view.is_due:
    st.markdown(
        f"以下は、評価のある最後の年度（{view.year_ja}）の状況です。{view.year_ja}から残る未達・繰越は{len(view.undone)}件です。"
        f"{filters.year_label(view.chosen.year, 'label_ja')}の数値目標は「数値目標」のページで、"
        f"{view.year_ja}の実績と並べて見られます。"
    )
if printing.is_on():
    paper(view)
else:
    screen(view)
if len(view.by_year) and filters.names_sections():
    status_counts.by_section(queries.frame("status_by_department", view.judged), view.judged)
# Two sheets of paper hold the pictures; what they show is told in words on the screen, and in the file for a meeting.
if not printing.is_on():
    unfolding.draw("詳しく：今日話し合うこと・悪化と改善・続いている繰越を文で読む", "words", lambda: more(view))
    if len(view.by_year):
        unfolding.draw("詳しく：状況の割合のグラフ（年度別・目標別）", "shares", lambda: charts_of_counts(view))
