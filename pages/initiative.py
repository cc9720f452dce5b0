"""実施事業: one initiative in its own words, year by year, with what was read from them and why."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.browser import images, printing, unfolding
from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import charts, indicator_charts, initiative_pictures, interim_marks, picture, tables, wide_tables
from dashboard.facts import dossier, series, steps
from dashboard.following import acts, noting
from dashboard.frame import exports, file_names, filters, heading, links
from dashboard.frame.asked import Query
from dashboard.saying import citation, indicator_words
from dashboard.settling import acting, correcting, history, its_own, service
from dashboard.text import markdown, marked_text, words
from dashboard.text.records import Record
from desk.notes import Interim

CHOICE = "chosen_initiative"
# The box forgets its choice where another page is opened; this is kept for the way back.
SHOWN = "shown_initiative"
# In rem; a place, a value and a date are as short as they are.
NUMBER_WIDTHS = {"何の数か": 7, "もとのことば": 8}
MOVED_WIDTHS = {"見立て": 9, "文": 14}


@dataclass(frozen=True)
class View:
    """An initiative with its words, what was concluded of each year, its indicators, and whether people may write here."""

    number: int
    activity: str
    year: int
    judged: int
    cells: pd.DataFrame
    marks: dict[dossier.Place, list[marked_text.Mark]]
    outcomes: pd.DataFrame
    found: list[series.Series]
    interims: list[Interim]
    may_write: bool

    @property
    def labels(self) -> dict[int, str]:
        """How each year is called."""
        return {int(year): str(label) for year, label in zip(self.outcomes["year"], self.outcomes["label"], strict=True)}

    @property
    def outcome(self) -> Record:
        """What was concluded of the year that is open."""
        return next(one for one in self.outcomes.to_dict("records") if one["year"] == self.year)

    def cells_at(self, kind: str, year: int | None) -> list[dossier.ShownCell]:
        """The words of a kind and year, with marks where something was read from them."""
        return dossier.cells_at(self.cells, kind, year, self.marks)


def read(number: int, activity: str, chosen: Filter, quantities: pd.DataFrame, *, may_write: bool) -> View:
    """What the store holds for an initiative, whatever the filter narrows to."""
    outcomes = queries.frame("initiative_outcomes", number=number)
    marks = dossier.quantity_marks(quantities)
    for place, more in dossier.evidence_marks(outcomes).items():
        marks.setdefault(place, []).extend(more)
    its = [one for one in queries.read(series.read, "indicator_series", Filter(year=0)) if one.number == number]
    return View(
        number=number,
        activity=activity,
        year=chosen.year,
        judged=filters.judged(chosen).year,
        cells=queries.frame("initiative_cells", number=number),
        marks=marks,
        outcomes=outcomes,
        # What has a target tells how the initiative goes.
        found=sorted(its, key=lambda one: not one.has_target),
        interims=[one.note for one in acts.interims(number)],
        may_write=may_write,
    )


def remember() -> None:
    """Put the chosen initiative into the URL, so that its link can be sent."""
    st.query_params[links.INITIATIVE_KEY] = str(st.session_state[CHOICE])


def turn_to(number: int) -> None:
    """Put another initiative into the URL; for a button's on_click."""
    st.query_params[links.INITIATIVE_KEY] = str(number)


def asked_for(numbers: list[int]) -> int | None:
    """Return the number that the URL asks for; the one before or the first where it asks for none, None for a wrong one."""
    asked = st.query_params.get(links.INITIATIVE_KEY)
    if asked is None:
        held = st.session_state.get(SHOWN)
        return held if held in numbers else numbers[0]
    return int(asked) if asked.isascii() and asked.isdigit() and int(asked) in numbers else None


def choose(listed: pd.DataFrame, number: int | None, walk: list[int]) -> None:
    """The box to choose an initiative by number or words, and the way to the ones before and after in `walk`."""
    names = {
        int(row["number"]): f"{row['number']} {row['activity']}（{row['department']}）" for row in listed.to_dict("records")
    }
    numbers = list(names)
    st.session_state[CHOICE] = number
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.selectbox(
            "実施事業を選ぶ（番号やことばで探せます）",
            numbers,
            format_func=names.__getitem__,
            index=None,
            key=CHOICE,
            on_change=remember,
            placeholder="実施事業を選ぶ（番号やことばで探せます）",
            label_visibility="collapsed",
            width=520,
        )
        if number is None:
            return
        before = max((each for each in walk if each < number), default=None)
        after = min((each for each in walk if each > number), default=None)
        for step, label in ((before, "← 前の事業"), (after, "次の事業 →")):
            if step is not None:
                # A page link to the page that is open would leave the address as it is.
                st.button(f"{label}（番号{step}）", on_click=turn_to, args=(step,), key=f"turn_{label}")


def outside(chosen: Filter, count: int) -> None:
    """Say of an initiative that the filter does not let through why it is shown, and where the ways before and after lead."""
    narrowed = markdown.verbatim("／".join(filters.parts(chosen)))
    st.markdown(
        f"**この事業は絞り込みの外です。** 絞り込み（{narrowed}）に合う{count:,}件には入りませんが、"
        "番号で開かれたため表示しています。「前の事業」「次の事業」を押すと、絞り込みに合う事業へ移ります。"
    )


def no_such(numbers: list[int]) -> None:
    """The state of a broken link: what happened, and what to do next."""
    st.title("この番号の実施事業はありません")
    asked = markdown.verbatim(st.query_params.get(links.INITIATIVE_KEY, ""))
    st.markdown(
        f"リンクにある番号「{asked}」は、この進行管理表にありません。"
        f"番号は{numbers[0]}から{numbers[-1]}までです。下の一覧から選び直してください。"
    )


def facts(head: pd.Series) -> None:
    """Where the initiative stands in the plan, and whose it is."""
    unit = f"（{head['department_unit']}）" if pd.notna(head["department_unit"]) else ""
    rows = {
        **dossier.place_in_plan(head.to_dict()),
        "担当課": f"{head['department']}{unit}",
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


def column(title: str, found: list[dossier.ShownCell]) -> None:
    """Words at one place, with a note where they are printed elsewhere."""
    st.markdown(f"**{title}**")
    for cell in found:
        st.markdown(cell.text)
        if cell.note:
            st.caption(cell.note)
    if not found:
        st.markdown(dossier.EMPTY)


def one_year(view: View) -> None:
    """Plan beside evaluation of the year that is open, and what was concluded."""
    outcome = view.outcome
    plan, result = st.columns(2)
    with plan:
        column(f"{outcome['label']} {words.KINDS['plan']}", view.cells_at("plan", view.year))
    with result:
        column(f"{outcome['label']} {words.KINDS['result']}", view.cells_at("result", view.year))
    st.markdown("\n".join(f"- {line}" for line in dossier.conclusion(outcome)))
    if view.may_write and pd.notna(outcome["status"]):
        its_own.year(view.number, view.activity, outcome, key="open")
    st.caption(marked_text.LEGEND)


def first_screen(view: View) -> None:
    """The year's words, and beside them the main indicator as a large chart."""
    if not view.found:
        one_year(view)
        return
    chart, said = st.columns([5, 7], gap="medium")
    with chart:
        main_chart(view, view.found[0])
    with said:
        one_year(view)


def main_chart(view: View, one: series.Series) -> None:
    """The main indicator over the years."""
    st.markdown(f"**{markdown.verbatim(one.heading)}**")
    so_far = interim_marks.of(one, view.interims)
    st.plotly_chart(
        interim_marks.add(indicator_charts.large(one, view.labels), so_far, view.labels),
        config=charts.CONFIG,
        alt=indicator_charts.spoken(one) + interim_marks.spoken(so_far),
        key=f"chart_{one.indicator_id}",
    )
    st.caption("　".join([*indicator_charts.marks([one]), *([interim_marks.MARK] if so_far else [])]))
    if total := indicator_words.of_the_total(one, view.judged):
        st.caption(total)
    images.menu(f"chart_{one.indicator_id}", f"{one.number} {one.heading}", indicator_charts.marks([one]))
    if view.may_write:
        its_own.indicator(one.number, one.name, one.indicator_id)


def year_by_year(view: View) -> None:
    """Plan beside evaluation for each year, and what was concluded."""
    st.header("年度ごとの計画と評価")
    with st.container(border=True):
        column(words.KINDS["baseline_goal"], view.cells_at("baseline_goal", None))
    for outcome in view.outcomes.to_dict("records"):
        came = dossier.status_text(outcome) or "評価はこれから"
        with st.container(border=True):
            st.markdown(f"### {outcome['label_ja']}　{came}")
            plan, result = st.columns(2)
            with plan:
                column(words.KINDS["plan"], view.cells_at("plan", outcome["year"]))
            with result:
                column(words.KINDS["result"], view.cells_at("result", outcome["year"]))
            st.markdown("\n".join(f"- {line}" for line in dossier.conclusion(outcome)))
            if view.may_write and pd.notna(outcome["status"]):
                its_own.year(view.number, view.activity, outcome, key=str(outcome["year"]))


def its_charts(view: View) -> None:
    """The other indicators of the initiative as charts."""
    found = view.found[1:]
    if not found:
        return
    st.header("ほかの指標")
    st.markdown(indicator_charts.key(found))
    with st.grid(3, min_column_width=290):
        for one in found:
            with st.container(border=True, height="stretch", gap="xsmall"):
                st.markdown(f"**{markdown.verbatim(one.heading)}**")
                so_far = interim_marks.of(one, view.interims)
                st.plotly_chart(
                    interim_marks.add(indicator_charts.small(one, view.labels), so_far, view.labels),
                    config=charts.CONFIG,
                    alt=indicator_charts.spoken(one) + interim_marks.spoken(so_far),
                    key=f"chart_{one.indicator_id}",
                )
                if total := indicator_words.of_the_total(one, view.judged):
                    st.caption(total)
                images.menu(f"chart_{one.indicator_id}", f"{one.number} {one.heading}", indicator_charts.marks([one]))
                if view.may_write:
                    its_own.indicator(one.number, one.name, one.indicator_id)


def readings(number: int, quantities: pd.DataFrame, cells: pd.DataFrame, findings: pd.DataFrame) -> None:
    """What was read, repaired or is doubtful."""
    st.header("読み取った数値")
    table = dossier.numbers(quantities)
    wide_tables.show(table.map(markdown.verbatim), alt="読み取った数値", widths=NUMBER_WIDTHS)
    if len(table):
        query = Query("initiative_quantities", more={"number": number})
        exports.downloads(table, f"読み取った数値_{number}", key="numbers", query=query)
    repaired = dossier.moved(cells)
    if len(repaired):
        st.header("見出しとずれていた文")
        st.markdown("印刷された欄と、読み取りに使った欄を並べています。文はそのままです。")
        wide_tables.show(repaired.map(markdown.verbatim), alt="見出しとずれていた文", widths=MOVED_WIDTHS)
    if len(findings):
        st.header("気づき")
        for finding in findings.to_dict("records"):
            year = f"{finding['label']}　" if pd.notna(finding["label"]) else ""
            st.markdown(f"- **{words.SEVERITIES[finding['severity']]}**　{year}{markdown.verbatim(finding['message'])}")


def corrected(number: int, made: pd.DataFrame, refused: str) -> None:
    """What lines of the file have settled here, what was said on the screen, and how to say more."""
    from_file = made[made["revision"].isna()].drop(columns="revision")
    if len(from_file):
        st.header("訂正（ファイル）")
        from_file = from_file.assign(item=from_file["item"].map(words.ITEMS.get))
        headings = ["項目", "場所", "年度", "訂正前", "訂正後", "理由", "訂正した人", "訂正した日"]
        tables.show(
            from_file.set_axis(headings, axis=1), alt="訂正の一覧", key="corrections", plain=True, said=tables.BY_PEOPLE
        )
    history.draw(acting.plan_id(), number)
    if printing.is_on():
        return
    if refused:
        st.caption(refused)
    else:
        st.button("この事業の読み取りを訂正する", on_click=correcting.ask_for, args=(number,), key="correct_any")
    correcting.draw(number)


def to_share(view: View, head: pd.Series) -> None:
    """The link to this page, and lines that quote the year's words and figures with their source."""
    if printing.is_on():
        return
    st.markdown("**この画面へのリンク**（右の印で写せます）")
    st.code(links.shared_address(view.number), language=None, wrap_lines=True)
    labels_ja = filters.year_labels("label_ja")
    at = citation.source(head.to_dict(), str(queries.frame("plan")["body"].iloc[0]))
    said = citation.words_of(view.cells, view.year, labels_ja[view.year], at)
    lines = [*([said] if said else []), *citation.figures(tuple(view.found), view.year, labels_ja, at)]
    if not lines:
        return
    st.markdown(f"**{labels_ja[view.year]}の記載と数値の引用**（右の印で写せます。ほかの年度は「年度」で選べます）")
    for line in lines:
        st.code(line, language=None, wrap_lines=True)


chosen = filters.chosen()
listed = queries.frame("initiative_list", filters.without_year(chosen))
everything = queries.frame("initiative_list", Filter(year=0))
every_number = [int(n) for n in everything["number"]]
number = asked_for(
    every_number if links.INITIATIVE_KEY in st.query_params or listed.empty else [int(n) for n in listed["number"]]
)
within = [int(n) for n in listed["number"]]
is_outside = number is not None and number not in within
if number is None or is_outside:
    listed = everything
if number is not None and links.INITIATIVE_KEY in st.query_params:
    st.session_state[SHOWN] = number
elif number is not None and number == st.session_state.get(SHOWN):
    turn_to(number)

if number is None:
    no_such(every_number)
    choose(everything, None, every_number)
    st.stop()

acting.see()
refused = service.refusal()
head = queries.frame("initiative_head", number=number).iloc[0]
quantities = queries.frame("initiative_quantities", number=number)
view = read(number, str(head["activity"]), chosen, quantities, may_write=not refused and not printing.is_on())

heading.draw(f"{number} {markdown.verbatim(head['activity'])}")
role = f"（{words.LEADS[bool(head['is_lead'])]}）" if filters.tells_leads() else ""
section = markdown.verbatim(head["department"])
st.markdown(f"{dossier.standing(view.outcomes, view.year)}担当課は{section}{role}です。")
if is_outside:
    outside(chosen, len(within))
choose(listed, number, within or every_number)
acting.line(others=acts.latest())
picture.draw(initiative_pictures.years(view.outcomes, number, view.year), key="years")
first_screen(view)
today = file_names.today()
noting.draw(number, view.activity, view.year, view.found, steps.listed(acts.steps(), everything, today), today)
its_charts(view)
unfolding.draw("詳しく：すべての年度の計画と評価", "every_year", lambda: year_by_year(view))
facts(head)
readings(number, quantities, view.cells, queries.frame("initiative_findings", number=number))
corrected(number, queries.frame("initiative_corrections", number=number), refused)
to_share(view, head)
