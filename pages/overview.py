"""概要: how the plan stood in a year, as one sentence, four figures, and what to talk about first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.browser import printing, unfolding
from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import (
    charts,
    entries,
    overview_pictures,
    overview_tiles,
    picture,
    plain_tables,
    sheet_pictures,
    slope_pictures,
    tables,
    wide_tables,
)
from dashboard.facts import board, steps, sums
from dashboard.facts import left_over as leftover
from dashboard.facts import undone_years as matrix
from dashboard.following import acts
from dashboard.frame import exports, file_names, filters, heading, links, shared
from dashboard.frame.asked import Query
from dashboard.saying import agenda_words, year_words
from dashboard.text import basis, markdown, words
from dashboard.text.records import Record

STEPS_PAGE = "pages/steps.py"
PRESSING = 3
AGENDA_LENGTH = 8
LIST_LENGTH = 6
# Two lists of words stand beside each other from this width of each, in px.
LIST_WIDTH = 340
# A plan that is due is read whole.
WHOLE_PLAN = 1_000


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
        picture.draw(overview_pictures.first_matters(view.undone.to_dict("records"), view.matters), key="matters")
        if any(one.is_evaluated for one in view.by_sum.values()):
            st.markdown("**数値目標の件数（年度別）**")
            picture.draw(overview_pictures.sums(view.by_sum), key="sums")
        open_steps(view.everything)
    if len(view.changes):
        slopes(view.worse, view.better)


def paper(view: View) -> None:
    """Two sheets of paper: the plan in the year, and what turned."""
    sheet = sheet_pictures.sheet(view.tiles, view.matters, view.undone.to_dict("records"), view.by_sum, (), view.year)
    turns = sheet_pictures.turned(view.worse.to_dict("records"), view.better.to_dict("records"))
    picture.draw(sheet + turns, key="paper")


def whole_plan(view: View) -> None:
    """Every matter in every year, by goal."""
    years = [each.label for each in view.matters[0].years] if view.matters else []
    note = board_note(view.matters, view.year)
    st.markdown(f"**すべての取組{len(view.matters)}件 × {years[0]}～{years[-1]}**　:gray[{note}]")
    picture.draw(shared.made(overview_pictures.asked, view.everything, view.year), key="board")


def board_note(matters: Sequence[board.Matter], year: int) -> str:
    """What the matrix does not say by itself."""
    doubtful = board.doubtful(matters, year)
    said = f"{filters.year_label(year)}の{words.DOUBTFUL.text}{doubtful}件。" if doubtful else ""
    return said + printing.on_screen("印を押すとその事業へ")


def agenda(undone: pd.DataFrame, year: int) -> None:
    """What to talk about: the ranked list, each line a link to its words."""
    st.header("今日話し合うこと")
    year_ja = filters.year_label(year, "label_ja")
    if undone.empty:
        st.markdown(f"{year_ja}に未達または繰越となった実施事業はありません。")
        return
    st.markdown(
        f"{year_ja}に未達または繰越となった{len(undone)}件を、長く続いているものから並べています。"
        "年数が同じなら、前年度より悪化したもの、理由が書かれたもの、目標に遠いものが先です。"
    )
    ranked(undone, agenda_words.note, undone_in=filters.year_label(year))


def left_over(undone: pd.DataFrame, last: int, due: int) -> None:
    """What the last evaluated year left to one that is due, each beside what is planned for it."""
    last_ja, due_ja = (filters.year_label(each, "label_ja") for each in (last, due))
    rows = queries.read(matrix.read, "undone_years", filters.without_year(filters.chosen()))
    st.header(f"{last_ja}から残っていること")
    st.markdown(f"{leftover.answer(leftover.read(rows, last), last_ja, due_ja)}。続いている年数の長い順です。")
    ranked(undone, lambda item: agenda_words.note(item, due_ja, WHOLE_PLAN))


def ranked(undone: pd.DataFrame, note: Callable[[Record], str], **choices: str) -> None:
    """The list in its order, on paper whole, and the way to those that are left out."""
    length = printing.open_length(len(undone), AGENDA_LENGTH)
    shown = enumerate(undone.head(length).to_dict("records"), start=1)
    entries.draw([(int(item["number"]), f"{rank}\\. {named(item)}", note(item)) for rank, item in shown], key="ranked")
    rest(len(undone) - length, **choices)


def named(item: Record) -> str:
    """An initiative by what it does and whose it is."""
    return f"{markdown.verbatim(item['activity'])}（{markdown.verbatim(item['department'])}）"


def rest(count: int, **choices: str) -> None:
    """The way to those that are not listed here."""
    if count > 0:
        address = links.address("unmet", links.filters_in_url(), **choices)
        st.markdown(markdown.link(f"残り{count}件を「未達・繰越」で見る（新しいタブ）", address))


def statuses(by_year: pd.DataFrame, everything: Filter) -> None:
    """Counts of every status per year as 100 % stacked bars with n."""
    if by_year.empty:
        return
    counts = by_year.assign(bar=[f"{row.label}<br>{row.initiatives}件" for row in by_year.itertuples()])
    last = counts.iloc[-1]
    charts.panel(
        charts.stacked_shares(counts, words.STATUSES, "bar"),
        title="実施事業の状況（年度別、件数の割合）",
        summary=f"{last['label_ja']}は{last['initiatives']}件のうち、達成・実施が{last['done']}件、未達が{last['unmet']}件です。",
        alt="実施事業の状況。" + charts.spoken(counts, words.STATUSES, "bar"),
        table=tables.status_counts(by_year, "label_ja", "年度"),
        key="status_by_year",
        query=Query("status_by_year", everything),
    )


def targets(found: Mapping[int, sums.Sum], everything: Filter) -> None:
    """Numeric targets per year, all that were set, by what became of them."""
    title = "数値目標（年度別、目標の件数の割合）"
    if not found:
        st.header(title)
        st.markdown("条件に合う実施事業に、数値目標はありません。")
        return
    rows = [{"label_ja": one.label_ja, "targets": one.targets, **one.states} for one in found.values()]
    counts = pd.DataFrame(rows).assign(bar=[f"{one.label}<br>{one.targets}件" for one in found.values()])
    last = [one for one in found.values() if one.is_evaluated][-1:]
    states = dict(words.TARGET_STATES)
    charts.panel(
        charts.stacked_shares(counts, states, "bar"),
        title=title,
        summary="".join(f"{one.label_ja}の{one.text}。" for one in last),
        alt="数値目標。" + charts.spoken(counts, states, "bar"),
        table=counts[["label_ja", "targets", *states]].set_axis(
            ["年度", "数値目標", *(word.label for word in states.values())], axis=1
        ),
        key="targets_by_year",
        query=Query("sums_by_year", everything),
    )


def slopes(worse: pd.DataFrame, better: pd.DataFrame) -> None:
    """What turned worse and better since the year before, as lines from one year to the next."""
    with st.grid(2, min_column_width=LIST_WIDTH, gap="medium"):
        for rows, name in ((worse, "前年度より悪化"), (better, "前年度より改善")):
            with st.container():
                st.header(f"{name}（{len(rows)}件）")
                if len(rows):
                    picture.draw(slope_pictures.turned(rows.to_dict("records")), key=f"slopes_{name}")
                else:
                    st.markdown("ありません。")


def open_steps(everything: Filter) -> None:
    """How many next steps are open, as a line that leads to them, and those that press most; nothing where none is written."""
    initiatives = queries.frame("initiative_list", everything)
    found = [one for one in steps.listed(acts.steps(), initiatives, file_names.today()) if one.is_open]
    if found:
        st.page_link(STEPS_PAGE, label=f":blue[{steps.answer(found)} →]", icon="")
        st.markdown("\n".join(f"- {pressing_step(one)}" for one in found[:PRESSING]))


def pressing_step(one: steps.Listed) -> str:
    """A step on one line, as Markdown: how it stands, what, by whom and until when, with the way to its initiative."""
    step = one.step
    said = f"{words.short(step.what, 24)}（{step.whose or one.department}、{steps.when(step, file_names.today())}）"
    led = markdown.verbatim(said) if one.number is None else markdown.link(said, links.initiative_address(one.number))
    return f"**{one.state.text}** {led}"


def carried(undone: pd.DataFrame, year: int) -> None:
    """What is carried over longest, each line a link."""
    st.header("繰越が続いている事業")
    longest = undone[undone["carried_run"] > 1].sort_values("carried_run", ascending=False, kind="stable")
    if longest.empty:
        year_ja = filters.year_label(year, "label_ja")
        st.markdown(f"{year_ja}まで2年以上続けて繰り越している実施事業はありません。")
    length = printing.open_length(len(longest), LIST_LENGTH)
    found = [
        (
            int(item["number"]),
            named(item),
            f"{words.carried_text(item['carried_rule'])}　**{item['carried_run']}年連続**"
            + basis.line(item["rule"], item["confidence"]),
        )
        for item in longest.head(length).to_dict("records")
    ]
    entries.draw(found, key="going_on")
    rest(len(longest) - length, undone_in=filters.year_label(year), state=words.CARRIED_OVER.label)


def turned(view: View, changes: pd.DataFrame, title: str, empty: str) -> None:
    """What turned worse (or better) since the year before, each line a link; of the plan's first year nothing is known."""
    st.header(title)
    if changes.empty:
        has_before = view.year - 1 in set(view.by_year["year"])
        st.markdown(empty if has_before else f"{view.year_ja}の前の年度がないため、比べられません。")
        return
    found = [(int(item["number"]), named(item), agenda_words.turned_note(item)) for item in changes.to_dict("records")]
    length = printing.open_length(len(found), LIST_LENGTH)
    entries.draw(found[:length], key=f"turned_{title}")
    if len(found) > length:
        with st.expander(f"残り{len(found) - length}件"):
            entries.draw(found[length:], key=f"turned_{title}_rest")


def goals(judged: Filter) -> None:
    """Counts of every status by goal as 100 % stacked bars with n; a plan without codes has no goals to tell apart."""
    counts = queries.frame("status_by_goal", judged)
    counts = counts[counts["goal_code"] != ""]
    if counts.empty:
        return
    year_ja = filters.year_label(judged.year, "label_ja")
    bars = counts.assign(bar=[f"目標{row.goal_code}<br>{row.initiatives}件" for row in counts.itertuples()])
    worst = bars.sort_values("unmet", ascending=False, kind="stable").iloc[0]
    charts.panel(
        charts.stacked_shares(bars, words.STATUSES, "bar"),
        title="目標別の状況（件数の割合）",
        summary=f"{year_ja}に未達が最も多いのは目標{worst['goal_code']}の{worst['unmet']}件です。"
        if worst["unmet"]
        else f"{year_ja}に未達はありません。",
        alt=f"{year_ja}の目標別の状況。" + charts.spoken(bars, words.STATUSES, "bar"),
        table=tables.status_counts(counts, "goal_code", "目標"),
        key="status_by_goal",
        query=Query("status_by_goal", judged),
    )


def departments(judged: Filter) -> None:
    """Counts of every status by section as a table, most misses first; with one initiative a share would say nothing."""
    counts = queries.frame("status_by_department", judged)
    year_ja = filters.year_label(judged.year, "label_ja")
    st.header("担当課別の状況（件数、未達の多い順）")
    worst = counts.iloc[0]
    most = (
        f"{year_ja}に未達が最も多いのは{markdown.verbatim(worst['department'])}の{worst['unmet']}件です。"
        if worst["unmet"]
        else f"{year_ja}に未達のある課はありません。"
    )
    way = "" if printing.is_on() else "課名から、その課の未達・繰越へ進めます。"
    st.markdown(f"{most}「数値目標」は、達成した目標の数 / 判定した目標の数です。{way}")
    plain = tables.status_counts(counts, "department", "担当課").assign(
        数値目標=[
            f"{met} / {judged}" if judged else "－"
            for met, judged in zip(counts["targets_met"], counts["targets_judged"], strict=True)
        ]
    )
    linked = plain.assign(
        担当課=[markdown.link(name, links.department_address("unmet", name)) for name in plain["担当課"]]
    ).rename(columns={word.label: word.text for word in (*words.STATUSES.values(), words.CARRIED_OVER)})
    wide_tables.show(linked, alt=f"{year_ja}の担当課別の状況", widths={"担当課": 6.5}, folded_after=tables.LONGEST_OPEN)
    exports.downloads(
        lambda: plain_tables.statuses(counts, "department", "担当課"),
        "担当課別の状況",
        key="departments",
        query=Query("status_by_department", judged),
    )


def more(view: View) -> None:
    """The same in words: what to talk about, what goes on being carried over, shares of every status by year and goal."""
    if view.is_due:
        left_over(view.undone, view.year, view.chosen.year)
    else:
        agenda(view.undone, view.year)
    with st.grid(2, min_column_width=LIST_WIDTH, gap="medium"):
        with st.container():
            turned(view, view.worse, "前年度より悪化", f"{view.year_ja}に新しく未達になったものはありません。")
        with st.container():
            turned(view, view.better, "前年度より改善", f"{view.year_ja}に未達から改善したものはありません。")
        with st.container():
            carried(view.undone, view.year)


def charts_of_counts(view: View) -> None:
    """Shares of every status by year and by goal, and the targets by year."""
    with st.grid(2, min_column_width=charts.SIDE_BY_SIDE, gap="medium"):
        with st.container():
            statuses(view.by_year, view.everything)
        with st.container():
            targets(view.by_sum, view.everything)
        with st.container():
            goals(view.judged)


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
if len(view.by_year):
    departments(view.judged)
# Two sheets of paper hold the pictures; what they show is told in words on the screen, and in the file for a meeting.
if not printing.is_on():
    unfolding.draw("詳しく：今日話し合うこと・悪化と改善・続いている繰越を文で読む", "words", lambda: more(view))
    if len(view.by_year):
        unfolding.draw("詳しく：状況の割合のグラフ（年度別・目標別）", "shares", lambda: charts_of_counts(view))
