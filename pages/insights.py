"""比較・気づき: targets eased, never changed or always passed; evaluations that repeat themselves; contradictions."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import (
    contradictions,
    copies,
    differences,
    exports,
    filters,
    links,
    queries,
    series,
    tables,
    target_moves,
    wide_tables,
    words,
)
from dashboard.asked import Query
from dashboard.contradictions import Contradiction
from dashboard.copies import Copy, Stretch
from dashboard.series import Series

CARDS_PER_PAGE = 10
WIDTHS = {"番号": 2.5, "指標": 12, "担当課": 7, "計": 2}
MOVED, FROZEN, EXCEEDED = "動いた目標", "変わらない目標", "毎年上回る目標"
COPIED, PLAN_COPIED, CONTRADICTED = "前年度と同じ評価", "計画の文のままの評価", "食い違い"


def paged(found: list[Any], draw: Callable[[Any], None]) -> None:
    """A list of cards, a page at a time."""
    pages = -(-len(found) // CARDS_PER_PAGE)
    place = st.container()
    page = st.pagination(pages, key="insight_page", bind="query-params") if pages > 1 else 1
    with place:
        for one in found[(page - 1) * CARDS_PER_PAGE : page * CARDS_PER_PAGE]:
            with st.container(border=True):
                draw(one)


def moved(every: tuple[Series, ...]) -> None:
    """Targets that were moved: from what to what, in which words, and whether the old one would have been reached."""
    st.markdown(target_moves.moved_answer(every, last_year, chosen.year, label_ja))
    ways = st.pills("動き", target_moves.DIRECTIONS, selection_mode="multi", key="moved_way", bind="query-params")
    found = [one for one in every if any(fits(move, ways) for move in target_moves.moves(one, last_year))]
    found.sort(
        key=lambda one: (
            not any(move.direction == target_moves.EASED for move in target_moves.moves(one, last_year)),
            one.number,
        )
    )
    if not found:
        nothing()
        return
    paged(found, lambda one: moved_card(one, ways))
    exports.downloads(
        target_moves.moves_table(found, last_year), MOVED, key="moved", query=Query("indicator_series", everything)
    )


def fits(move: target_moves.Move, ways: list[str]) -> bool:
    """Whether a move is of a chosen way and, where only one year is asked for, of that year."""
    return (not ways or move.direction in ways) and (only_year is None or move.year == only_year)


def moved_card(one: Series, ways: list[str]) -> None:
    """An indicator whose target was moved, with every year beside it."""
    links.to_initiative(one.number, tables.verbatim(one.heading), f"{tables.verbatim(one.activity)}（{one.department}）")
    for move in target_moves.moves(one, last_year):
        if fits(move, ways):
            st.markdown(f"**{move.text(one.unit)}**　{move.judged(one.unit)}  \n原文：{tables.verbatim(move.written)}")
    wide_tables.show(target_moves.years_table(one), alt=f"{one.heading}の年度別の目標と実績", widths={})


def unchanged(every: tuple[Series, ...]) -> None:
    """Targets that stay as they are, with every year's result."""
    found = [one for one in every if target_moves.is_frozen(one)]
    st.markdown(target_moves.frozen_answer(found))
    results(found, FROZEN)


def exceeded(every: tuple[Series, ...]) -> None:
    """Targets that every result passes, the furthest first."""
    found = sorted((one for one in every if target_moves.is_exceeded(one)), key=target_moves.least, reverse=True)
    st.markdown(target_moves.exceeded_answer(found))
    results(found, EXCEEDED)


def results(found: list[Series], name: str) -> None:
    """Indicators with their results of all years, each linked to its words."""
    if not found:
        return
    plain = target_moves.results_table(found, labels)
    linked = plain.assign(
        番号=[tables.markdown_link(str(number), links.initiative_address(number)) for number in plain["番号"]],
        指標=plain["指標"].map(tables.verbatim),
    )
    wide_tables.show(linked, alt=name, widths=WIDTHS | dict.fromkeys(labels, 5), folded_after=tables.LONGEST_OPEN)
    st.caption(f"年度の欄は実績と、達成率の区分の記号（{words.SCALE_NOTE}）です。「－」は実績の数値がない年度です。")
    exports.downloads(plain, name, key=f"results_{name}", query=Query("indicator_series", everything))


def copied(every: tuple[Copy, ...]) -> None:
    """Evaluations that are last year's words, how long, and what little differs in those that are nearly so."""
    st.markdown(copies.answer(copies.narrowed(every, (), only_year), chosen.year, label_ja))
    grades = st.pills("文の違い", differences.GRADES, selection_mode="multi", key="copy_grade", bind="query-params")
    found = copies.narrowed(every, grades, only_year)
    if not found:
        nothing()
        return
    st.caption(
        f"文字の{words.percent_text(copies.NEARLY)}以上が前年度と同じ評価を並べています。全角・半角と空白の違いは数えません。"
    )
    st.markdown(differences.LEGEND)
    paged(copies.stretches(found), copied_card)
    exports.downloads(
        copies.table(found, "前年度の評価"),
        COPIED,
        key="copied",
        query=Query("insight_copies", everything, {"nearly": copies.NEARLY}),
    )


def copied_card(group: list[Stretch]) -> None:
    """An initiative's evaluations that repeat themselves."""
    first = group[0].copies[0]
    links.to_initiative(first.number, tables.verbatim(first.activity), f"{first.department}　{tables.verbatim(first.program)}")
    for stretch in group:
        if stretch.is_same:
            same_words(stretch)
        else:
            side_by_side(stretch.copies[0], "評価")


def same_words(stretch: Stretch) -> None:
    """The one text that all years of a stretch say."""
    years = "・".join(stretch.labels)
    st.markdown(f"**{years}　＝ {differences.SAME}（{len(stretch.labels)}年分）**　{stretch.copies[-1].status_text}")
    st.markdown(f"評価：{tables.verbatim(stretch.copies[-1].now)}")
    for message in stretch.messages:
        st.markdown(f"**{words.SEVERITIES['warning']}**：{tables.verbatim(message)}")


def side_by_side(copy: Copy, before: str) -> None:
    """Two texts with what differs marked in both."""
    changed = differences.changes(copy.before, copy.now)
    sign = "＝" if copy.grade == differences.SAME else "≒"
    st.markdown(f"**{copy.before_label} {before} → {copy.label} 評価　{sign} {copy.grade}**　{copy.status_text}")
    left, right = st.columns(2)
    left.markdown(f"{copy.before_label} {before}：{differences.struck(copy.before, changed.before)}")
    right.markdown(f"{copy.label} 評価：{differences.stressed(copy.now, changed.after)}")


def plan_copied(every: tuple[Copy, ...]) -> None:
    """Evaluations that only say what was meant to be done."""
    found = copies.narrowed(every, (), only_year)
    if not found:
        nothing()
        return
    warned = sum(copy.is_warning for copy in found)
    st.markdown(
        f"計画の文のままの評価は{len(found)}件あり、うち{warned}件は実施したかどうかが書かれていません"
        f"（残る{len(found) - warned}件は数値だけが加えられています）。"
    )
    st.markdown(differences.LEGEND)
    paged(found, plan_copied_card)
    exports.downloads(
        copies.table(found, "計画"), PLAN_COPIED, key="plan_copied", query=Query("insight_plan_copies", everything)
    )


def plan_copied_card(copy: Copy) -> None:
    """A plan beside the evaluation that repeats it."""
    links.to_initiative(copy.number, tables.verbatim(copy.activity), f"{copy.department}　{tables.verbatim(copy.program)}")
    st.markdown(tables.verbatim(copy.message))
    side_by_side(copy, words.KINDS["plan"])


def contradicted(every: tuple[Contradiction, ...]) -> None:
    """What does not fit together, both sides in their own words."""
    found = [one for one in every if only_year is None or one.year == only_year]
    st.markdown(contradictions.answer(found))
    if not found:
        return
    paged(found, contradiction_card)
    exports.downloads(
        contradictions.table(found), CONTRADICTED, key="contradicted", query=Query("insight_contradictions", everything)
    )


def contradiction_card(one: Contradiction) -> None:
    """One contradiction with the quoted words marked on both sides."""
    links.to_initiative(one.number, tables.verbatim(one.activity), f"{one.department}　{tables.verbatim(one.program)}")
    st.markdown(f"**{one.label}　{one.kind_text}**：{tables.verbatim(one.message)}")
    for side, column in zip(one.sides, st.columns(2), strict=True):
        column.markdown(f"{side.place}：{differences.stressed(side.text, side.quoted) or words.STATUSES['not_reported'].label}")


def nothing() -> None:
    """Nothing of the kind under the filter: what to do next."""
    st.markdown("選んだ条件に当てはまるものはありません。選択や左の条件を減らすと、ほかの事業が表示されます。")


def sections(found: dict[str, Iterable[str]]) -> None:
    """How many of each kind every section has, the most first; a section leads to its own."""
    st.header("担当課別の件数")
    counts = {name: Counter(departments) for name, departments in found.items()}
    total = sum(counts.values(), Counter[str]())
    if not total:
        st.markdown("絞り込んだ実施事業に、気づきはありません。")
        return
    names = sorted(total, key=lambda name: (-total[name], name))
    plain = pd.DataFrame(
        [{"担当課": name} | {kind: counts[kind][name] for kind in found} | {"計": total[name]} for name in names]
    )
    linked = plain.assign(担当課=[tables.markdown_link(name, section_address(name)) for name in names])
    wide_tables.show(linked, alt="担当課別の気づきの件数", widths=WIDTHS, folded_after=tables.LONGEST_OPEN)
    exports.downloads(plain, "担当課別の気づきの件数", key="sections")


def section_address(department: str) -> str:
    """This view narrowed to one section."""
    return links.address("insights", {**links.filters_in_url(), "department": [department]}, insight=view)


chosen = filters.chosen()
everything = filters.without_year(chosen)
label_ja = filters.year_label(chosen.year, "label_ja")
years = queries.frame("years")
labels, last_year = [str(label) for label in years["label"]], int(years["year"].iloc[-1])
indicators = series.read(queries.frame("indicator_series", everything))
same = copies.read(queries.frame("insight_copies", everything, nearly=copies.NEARLY))
plans = copies.read(queries.frame("insight_plan_copies", everything))
odd = contradictions.read(queries.frame("insight_contradictions", everything))
eased = target_moves.eased(indicators, last_year)

st.caption("比較・気づき")
st.title(
    f"{label_ja}に引き下げた目標は{sum(move.year == chosen.year for _, move in eased)}回、"
    f"前年度と一字一句同じ評価は{sum(copy.year == chosen.year and copy.grade == differences.SAME for copy in same)}件"
)
view = str(
    st.segmented_control(
        "見るもの",
        [MOVED, FROZEN, EXCEEDED, COPIED, PLAN_COPIED, CONTRADICTED],
        default=MOVED,
        required=True,
        key="insight",
        bind="query-params",
        wrap=True,
    )
)
only_year = None
if view not in (FROZEN, EXCEEDED) and st.toggle("左で選んだ年度だけを見る", key="insight_this_year", bind="query-params"):
    only_year = chosen.year

st.header(view)
if view == MOVED:
    moved(indicators)
elif view == FROZEN:
    unchanged(indicators)
elif view == EXCEEDED:
    exceeded(indicators)
elif view == COPIED:
    copied(same)
elif view == PLAN_COPIED:
    plan_copied(plans)
else:
    contradicted(odd)

sections(
    {
        MOVED: [one.department for one in indicators if target_moves.moves(one, last_year)],
        FROZEN: [one.department for one in indicators if target_moves.is_frozen(one)],
        EXCEEDED: [one.department for one in indicators if target_moves.is_exceeded(one)],
        COPIED: [copy.department for copy in same if copy.grade == differences.SAME],
        PLAN_COPIED: [copy.department for copy in plans],
        CONTRADICTED: [one.department for one in odd],
    }
)
