"""Each kind of oddity is listed with its answer, its choices, its cards or rows, and its file."""

from collections.abc import Callable
from typing import Final, TypeVar

import pandas as pd
import streamlit as st

from dashboard.browser.paging import paged
from dashboard.drawing import insight_cards, insight_pictures, insight_tables, plain_tables, tables, wide_tables
from dashboard.facts import copies, target_moves
from dashboard.facts.oddities import CONTRADICTED, COPIED, EXCEEDED, FROZEN, MOVED, OF_SEVERAL_YEARS, PLAN_COPIED, Oddities
from dashboard.facts.series import Series
from dashboard.frame import exports, links
from dashboard.frame.shown_query import Query
from dashboard.saying import insight_words, target_words
from dashboard.text import differences, markdown, words

Item = TypeVar("Item")
CARDS_PER_PAGE: Final = 10
WIDTHS: Final = {"番号": 2.5, "指標": 12, "担当課": 7, "計": 2}


def picture(found: Oddities, kind: str) -> str:
    """Return one kind as rows, as markup."""
    if kind == MOVED:
        return insight_pictures.moved(found.moving, found.last_year)
    if kind in OF_SEVERAL_YEARS:
        return insight_pictures.reached(found.kinds.frozen if kind == FROZEN else found.kinds.exceeded, found.evaluated)
    if kind == CONTRADICTED:
        return insight_pictures.contradicted(found.contradictions)
    repeating = copies.narrowed(found.same if kind == COPIED else found.plans, (), found.only_year)
    return insight_pictures.copied(repeating, found.evaluated)


def draw(found: Oddities, kind: str) -> None:
    """Draw one kind in words."""
    _KINDS[kind](found)


def _moved(found: Oddities) -> None:
    """Draw targets that were moved: from what to what, in which words, and whether the old one would have been reached."""
    moving = found.moving
    is_first = found.is_first and not any(move.year == found.year for each in moving.values() for move in each)
    if is_first and found.only_year:
        st.markdown(f"{found.year_ja}は計画の最初の年度のため、前の目標と比べられません。")
        return
    year = None if is_first else found.year
    st.markdown(target_words.moved_answer(found.kinds.every, found.last_year, year, found.year_ja, found.only_year))
    if not moving:
        return
    ways = st.pills("動き", target_moves.DIRECTIONS, selection_mode="multi", key="moved_way", bind="query-params")
    moves = {
        one: shown for one, each in moving.items() if (shown := [move for move in each if not ways or move.direction in ways])
    }
    order = sorted(moves, key=lambda one: (all(move.direction != target_moves.EASED for move in moves[one]), one.number))
    if not order:
        _nothing()
        return
    _cards(target_moves.matters(order), lambda same: insight_cards.moved(same, moves[same[0]]))
    _save(lambda: insight_tables.moved({one: moves[one] for one in order}), MOVED, "moved", found.by_series, found)


def _frozen(found: Oddities) -> None:
    """Draw targets that stay as they are, with every year's result."""
    frozen = list(found.kinds.frozen)
    st.markdown(target_words.frozen_answer(frozen))
    _results(frozen, FROZEN, found)


def _exceeded(found: Oddities) -> None:
    """Draw targets that every result passes, the furthest first."""
    st.markdown(target_words.exceeded_answer(found.kinds.every))
    _results(sorted(found.kinds.exceeded, key=target_moves.least, reverse=True), EXCEEDED, found)


def _results(shown: list[Series], name: str, found: Oddities) -> None:
    """Draw indicators with their results of all years, each linked to its words."""
    if not shown:
        return
    plain = insight_tables.results(shown, found.labels)
    linked = plain.assign(
        番号=[markdown.link(str(number), links.initiative_address(number)) for number in plain["番号"]],
        指標=plain["指標"].map(markdown.verbatim),
    )
    widths = WIDTHS | dict.fromkeys(found.labels, 5)
    wide_tables.show(linked, alt=name, widths=widths, folded_after=tables.LONGEST_OPEN, said=("担当課",))
    st.caption(f"年度の欄は実績と、達成率の区分の記号（{words.scale_note()}）です。「－」は実績の数値がない年度です。")
    for one in shown:
        if one.doubt:
            st.caption(f"番号{one.number}「{markdown.verbatim(one.name)}」：{markdown.verbatim(one.doubt)}")
    exports.downloads(
        lambda: plain_tables.indicator_years(shown), f"{name}（年度別）", key=f"results_{name}", query=found.by_series
    )


def _copied(found: Oddities) -> None:
    """Draw evaluations that are last year's words, how long, and what little differs in those that are nearly so."""
    is_comparable = found.is_evaluated and not found.is_first
    if not is_comparable:
        st.markdown(found.not_yet or f"{found.year_ja}は計画の最初の年度のため、前年度の評価と比べられません。")
        if found.only_year:
            return
    every = copies.narrowed(found.same, (), found.only_year)
    st.markdown(insight_words.copied(every, found.year, found.year_ja, is_comparable))
    if not every:
        return
    grades = st.pills("文の違い", differences.GRADES, selection_mode="multi", key="copy_grade", bind="query-params")
    shown = copies.narrowed(every, grades, None)
    if not shown:
        _nothing()
        return
    st.caption(
        f"文字の{words.percent_text(copies.NEARLY)}以上が前年度と同じ評価を並べています。全角・半角と空白の違いは数えません。"
    )
    st.markdown(differences.LEGEND)
    _cards(copies.stretches(shown), insight_cards.copied)
    _save(lambda: insight_tables.copied(shown, "前年度の評価"), COPIED, "copied", found.by_copy, found)


def _plan_copied(found: Oddities) -> None:
    """Draw evaluations that only say what was meant to be done."""
    shown = copies.narrowed(found.plans, (), found.only_year)
    if _waits(found, bool(shown)):
        return
    if not shown:
        _nothing()
        return
    st.markdown(insight_words.plan_copied(shown))
    st.markdown(differences.LEGEND)
    _cards(shown, insight_cards.plan_copied)
    _save(lambda: insight_tables.copied(shown, "計画"), PLAN_COPIED, "plan_copied", found.by_plan, found)


def _contradicted(found: Oddities) -> None:
    """Draw what does not fit together, both sides in their own words."""
    shown = found.contradictions
    if _waits(found, bool(shown)):
        return
    st.markdown(insight_words.contradicted(shown))
    if not shown:
        return
    _cards(shown, insight_cards.contradicted)
    _save(lambda: insight_tables.contradicted(shown), CONTRADICTED, "contradicted", found.by_contradiction, found)


_KINDS: Final[dict[str, Callable[[Oddities], None]]] = {
    MOVED: _moved,
    FROZEN: _frozen,
    EXCEEDED: _exceeded,
    COPIED: _copied,
    PLAN_COPIED: _plan_copied,
    CONTRADICTED: _contradicted,
}
KINDS: Final = tuple(_KINDS)


def by_section(found: Oddities, address: Callable[[str], str]) -> None:
    """Draw how many of each kind every section has, the most first; `address` leads from a section to its own."""
    when = f"{found.year_ja}の" if found.only_year else ""
    st.header(f"担当課別の件数{f'（{found.year_ja}）' if when else ''}")
    if when:
        st.caption(f"選んでいる年度だけの件数です。年度をまたいで見る「{FROZEN}」と「{EXCEEDED}」は含みません。")
    plain = insight_cards.by_section(found.sections)
    if plain.empty:
        st.markdown(f"絞り込んだ実施事業に、{when}気づきはありません。")
        return
    linked = plain.assign(担当課=[markdown.link(name, address(name)) for name in plain["担当課"]])
    wide_tables.show(linked, alt="担当課別の気づきの件数", widths=WIDTHS, folded_after=tables.LONGEST_OPEN)
    asked = (found.by_series, found.by_copy, found.by_plan, found.by_contradiction)
    exports.downloads(plain, "担当課別の気づきの件数", key="sections", query=asked, of_year=False)


def _cards(found: list[Item], card: Callable[[Item], str]) -> None:
    """Draw a list of cards, a page at a time."""
    paged(found, CARDS_PER_PAGE, "insight_page", lambda shown: insight_cards.draw(map(card, shown), key="cards"))


def _save(make: Callable[[], pd.DataFrame], name: str, key: str, query: Query, found: Oddities) -> None:
    """Draw the downloads of a kind; the file tells its year where only one is looked at."""
    exports.downloads(make, name, key=key, query=query, of_year=found.only_year is not None)


def _waits(found: Oddities, has_any: bool) -> bool:
    """Say of a year alone that it is not evaluated yet, and so has none; return whether that was to be said."""
    is_waiting = bool(found.only_year and found.not_yet and not has_any)
    if is_waiting:
        st.markdown(found.not_yet)
    return is_waiting


def _nothing() -> None:
    """Say that there is nothing of the kind under the filter, and what to do next."""
    st.markdown("選んだ条件に当てはまるものはありません。選択や絞り込みの条件を減らすと、ほかの事業が表示されます。")
