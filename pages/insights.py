"""比較・気づき: targets eased, never changed or always passed; evaluations that repeat themselves; contradictions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import streamlit as st

from dashboard.browser.paging import paged
from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import insight_cards, insight_pictures, picture, plain_tables, tables, wide_tables
from dashboard.facts import contradictions, copies, target_moves
from dashboard.facts.contradictions import Contradiction
from dashboard.facts.copies import Copy
from dashboard.facts.series import Series
from dashboard.frame import choice, exports, filters, heading, links, shared
from dashboard.frame.asked import Query
from dashboard.text import differences, markdown, words

Item = TypeVar("Item")
CARDS_PER_PAGE = 10
WIDTHS = {"番号": 2.5, "指標": 12, "担当課": 7, "計": 2}
MOVED, FROZEN, EXCEEDED = "動いた目標", "変わらない目標", "毎年上回る目標"
COPIED, PLAN_COPIED, CONTRADICTED = "前年度と同じ評価", "計画の文のままの評価", "食い違い"


@dataclass(frozen=True)
class Oddities:
    """What is odd under the filter, each kind with the query it was asked with; `only_year` narrows to one year."""

    kinds: target_moves.Kinds
    same: tuple[Copy, ...]
    plans: tuple[Copy, ...]
    odd: tuple[Contradiction, ...]
    by_series: Query
    by_copy: Query
    by_plan: Query
    by_contradiction: Query
    labels: list[str]
    first_year: int
    last_year: int
    last_evaluated: int
    year: int
    only_year: int | None = None

    @property
    def year_ja(self) -> str:
        """How the chosen year is called."""
        return filters.year_label(self.year, "label_ja")

    @property
    def is_first(self) -> bool:
        """Whether the chosen year has none before it to be compared with."""
        return self.year == self.first_year

    @property
    def is_evaluated(self) -> bool:
        """Whether the chosen year has an evaluation yet."""
        return self.year <= self.last_evaluated

    @property
    def not_yet(self) -> str:
        """Why the chosen year's evaluations can't be told to be odd, '' where they can."""
        return "" if self.is_evaluated else f"{self.year_ja}の評価はまだありません。"

    @property
    def sections(self) -> dict[str, list[str]]:
        """The sections of each kind, one for each thing found; of one year alone what several years make is left out."""
        narrowed = self.only_year
        whole = {
            FROZEN: [one.department for one in self.kinds.frozen],
            EXCEEDED: [one.department for one in self.kinds.exceeded],
        }
        return {
            MOVED: [one.department for one in self.kinds.movable if self.moves(one)],
            **(whole if narrowed is None else {}),
            COPIED: [copy.department for copy in copies.narrowed(self.same, (differences.SAME,), narrowed)],
            PLAN_COPIED: [copy.department for copy in copies.narrowed(self.plans, (), narrowed)],
            CONTRADICTED: [one.department for one in self.contradictions],
        }

    def moves(self, one: Series) -> list[target_moves.Move]:
        """How an indicator's target was moved, in the one year where only one is looked at."""
        return [move for move in target_moves.moves(one, self.last_year) if self.only_year in (None, move.year)]

    @property
    def contradictions(self) -> list[Contradiction]:
        """What does not fit together, in the one year where only one is looked at."""
        return [one for one in self.odd if self.only_year in (None, one.year)]


def read(chosen: Filter) -> Oddities:
    """What the store holds for the filter."""
    everything = filters.without_year(chosen)
    years = queries.frame("years")
    by_series, by_plan = Query("indicator_series", everything), Query("insight_plan_copies", everything)
    by_copy = Query("insight_copies", everything, {"nearly": copies.NEARLY})
    by_contradiction = Query("insight_contradictions", everything)
    return Oddities(
        shared.made(target_moves.asked, everything),
        queries.read(copies.read, by_copy.name, everything, **by_copy.more),
        queries.read(copies.read, by_plan.name, everything),
        queries.read(contradictions.read, by_contradiction.name, everything),
        by_series,
        by_copy,
        by_plan,
        by_contradiction,
        labels=[str(label) for label in years["label"]],
        first_year=int(years["year"].iloc[0]),
        last_year=int(years["year"].iloc[-1]),
        last_evaluated=filters.last_evaluated(),
        year=chosen.year,
    )


def headline(found: Oddities) -> str:
    """How many targets the year eased, and how many evaluations it repeated word for word, where that can be told."""
    eased = [one for one, move in target_moves.eased(found.kinds.movable, found.last_year) if move.year == found.year]
    if found.is_first and not eased:
        return f"{found.year_ja}は計画の最初の年度で、目標の引き下げも評価の文も、前年度と比べられません"
    repeated = sum(copy.year == found.year and copy.grade == differences.SAME for copy in found.same)
    lowered = f"{found.year_ja}の目標の引き下げは{len(eased)}回{target_moves.repeated(eased, '回')}"
    return f"{lowered}、{f'前年度と一字一句同じ評価は{repeated}件' if found.is_evaluated else '評価はまだありません'}"


def title_of(found: Oddities) -> str:
    """The same in one breath."""
    label = filters.year_label(found.year)
    eased = [one for one, move in target_moves.eased(found.kinds.movable, found.last_year) if move.year == found.year]
    if found.is_first and not eased:
        return f"{label}は最初の年度で比べられません"
    repeated = sum(copy.year == found.year and copy.grade == differences.SAME for copy in found.same)
    return f"{label} 引き下げ{len(target_moves.matters(eased))}件・" + (
        f"同じ評価{repeated}件" if found.is_evaluated else "評価はまだ"
    )


def listed(found: list[Item], card: Callable[[Item], str]) -> None:
    """A list of cards, a page at a time."""
    paged(found, CARDS_PER_PAGE, "insight_page", lambda shown: insight_cards.draw(map(card, shown), key="cards"))


def moved(all_found: Oddities) -> None:
    """Targets that were moved: from what to what, in which words, and whether the old one would have been reached."""
    every, last_year = all_found.kinds.every, all_found.last_year
    moving = {one: its_moves for one in all_found.kinds.movable if (its_moves := all_found.moves(one))}
    is_first = all_found.is_first and not any(move.year == all_found.year for each in moving.values() for move in each)
    if is_first and all_found.only_year:
        st.markdown(f"{all_found.year_ja}は計画の最初の年度のため、前の目標と比べられません。")
        return
    year = None if is_first else all_found.year
    st.markdown(target_moves.moved_answer(every, last_year, year, all_found.year_ja, all_found.only_year))
    ways = st.pills("動き", target_moves.DIRECTIONS, selection_mode="multi", key="moved_way", bind="query-params")
    moves = {
        one: shown for one, each in moving.items() if (shown := [move for move in each if not ways or move.direction in ways])
    }
    found = sorted(moves, key=lambda one: (all(move.direction != target_moves.EASED for move in moves[one]), one.number))
    if not found:
        nothing()
        return
    listed(found, lambda one: insight_cards.moved(one, moves[one]))
    exports.downloads(
        lambda: target_moves.moves_table({one: moves[one] for one in found}),
        MOVED,
        key="moved",
        query=all_found.by_series,
        of_year=all_found.only_year is not None,
    )


def unchanged(all_found: Oddities) -> None:
    """Targets that stay as they are, with every year's result."""
    found = list(all_found.kinds.frozen)
    st.markdown(target_moves.frozen_answer(found))
    results(found, FROZEN, all_found)


def exceeded(all_found: Oddities) -> None:
    """Targets that every result passes, the furthest first."""
    found = sorted(all_found.kinds.exceeded, key=target_moves.least, reverse=True)
    st.markdown(target_moves.exceeded_answer(all_found.kinds.every))
    results(found, EXCEEDED, all_found)


def results(found: list[Series], name: str, all_found: Oddities) -> None:
    """Indicators with their results of all years, each linked to its words."""
    if not found:
        return
    plain = target_moves.results_table(found, all_found.labels)
    linked = plain.assign(
        番号=[markdown.link(str(number), links.initiative_address(number)) for number in plain["番号"]],
        指標=plain["指標"].map(markdown.verbatim),
    )
    widths = WIDTHS | dict.fromkeys(all_found.labels, 5)
    wide_tables.show(linked, alt=name, widths=widths, folded_after=tables.LONGEST_OPEN, said=("担当課",))
    st.caption(f"年度の欄は実績と、達成率の区分の記号（{words.scale_note()}）です。「－」は実績の数値がない年度です。")
    for one in found:
        if one.doubt:
            st.caption(f"番号{one.number}「{markdown.verbatim(one.name)}」：{markdown.verbatim(one.doubt)}")
    exports.downloads(
        lambda: plain_tables.indicator_years(found), f"{name}（年度別）", key=f"results_{name}", query=all_found.by_series
    )


def copied(all_found: Oddities) -> None:
    """Evaluations that are last year's words, how long, and what little differs in those that are nearly so."""
    every, only_year = all_found.same, all_found.only_year
    is_comparable = all_found.is_evaluated and not all_found.is_first
    if not is_comparable:
        st.markdown(all_found.not_yet or f"{all_found.year_ja}は計画の最初の年度のため、前年度の評価と比べられません。")
        if only_year:
            return
    st.markdown(copies.answer(copies.narrowed(every, (), only_year), all_found.year, all_found.year_ja, is_comparable))
    grades = st.pills("文の違い", differences.GRADES, selection_mode="multi", key="copy_grade", bind="query-params")
    found = copies.narrowed(every, grades, only_year)
    if not found:
        nothing()
        return
    st.caption(
        f"文字の{words.percent_text(copies.NEARLY)}以上が前年度と同じ評価を並べています。全角・半角と空白の違いは数えません。"
    )
    st.markdown(differences.LEGEND)
    listed(copies.stretches(found), insight_cards.copied)
    exports.downloads(
        lambda: copies.table(found, "前年度の評価"),
        COPIED,
        key="copied",
        query=all_found.by_copy,
        of_year=all_found.only_year is not None,
    )


def plan_copied(all_found: Oddities) -> None:
    """Evaluations that only say what was meant to be done."""
    found = copies.narrowed(all_found.plans, (), all_found.only_year)
    if all_found.only_year and all_found.not_yet and not found:
        st.markdown(all_found.not_yet)
        return
    if not found:
        nothing()
        return
    st.markdown(copies.plan_answer(found))
    st.markdown(differences.LEGEND)
    listed(found, insight_cards.plan_copied)
    exports.downloads(
        lambda: copies.table(found, "計画"),
        PLAN_COPIED,
        key="plan_copied",
        query=all_found.by_plan,
        of_year=all_found.only_year is not None,
    )


def contradicted(all_found: Oddities) -> None:
    """What does not fit together, both sides in their own words."""
    found = all_found.contradictions
    if all_found.only_year and all_found.not_yet and not found:
        st.markdown(all_found.not_yet)
        return
    st.markdown(contradictions.answer(found))
    if not found:
        return
    listed(found, insight_cards.contradicted)
    exports.downloads(
        lambda: contradictions.table(found),
        CONTRADICTED,
        key="contradicted",
        query=all_found.by_contradiction,
        of_year=all_found.only_year is not None,
    )


def nothing() -> None:
    """Nothing of the kind under the filter: what to do next."""
    st.markdown("選んだ条件に当てはまるものはありません。選択や絞り込みの条件を減らすと、ほかの事業が表示されます。")


def sections(all_found: Oddities, view: str) -> None:
    """How many of each kind every section has, the most first; a section leads to its own."""
    when = f"{all_found.year_ja}の" if all_found.only_year else ""
    st.header(f"担当課別の件数{f'（{all_found.year_ja}）' if when else ''}")
    if when:
        st.caption(f"選んでいる年度だけの件数です。年度をまたいで見る「{FROZEN}」と「{EXCEEDED}」は含みません。")
    plain = insight_cards.by_section(all_found.sections)
    if plain.empty:
        st.markdown(f"絞り込んだ実施事業に、{when}気づきはありません。")
        return
    linked = plain.assign(担当課=[markdown.link(name, section_address(name, view)) for name in plain["担当課"]])
    wide_tables.show(linked, alt="担当課別の気づきの件数", widths=WIDTHS, folded_after=tables.LONGEST_OPEN)
    asked = (all_found.by_series, all_found.by_copy, all_found.by_plan, all_found.by_contradiction)
    exports.downloads(plain, "担当課別の気づきの件数", key="sections", query=asked, of_year=False)


def section_address(department: str, view: str) -> str:
    """This view narrowed to one section."""
    return links.address("insights", {**links.filters_in_url(), "department": [department]}, insight=view)


VIEWS = {
    MOVED: moved,
    FROZEN: unchanged,
    EXCEEDED: exceeded,
    COPIED: copied,
    PLAN_COPIED: plan_copied,
    CONTRADICTED: contradicted,
}


def tiles(found: Oddities) -> dict[str, tuple[int, str]]:
    """How many of each kind there are, each matter once, and what the chosen year has of them."""
    eased = [one for one, move in target_moves.eased(found.kinds.movable, found.last_year) if move.year == found.year]
    frozen, exceeded_ = found.kinds.frozen, found.kinds.exceeded
    moving = [one for one in found.kinds.movable if target_moves.moves(one, found.last_year)]
    label = filters.year_label(found.year)
    same, plans = (
        copies.narrowed(each, grades, None) for each, grades in ((found.same, (differences.SAME,)), (found.plans, ()))
    )
    return {
        MOVED: (len(target_moves.matters(moving)), f"{label}の引き下げ{len(target_moves.matters(eased))}"),
        FROZEN: (len(target_moves.matters(frozen)), rows_text(frozen)),
        EXCEEDED: (len(target_moves.matters(exceeded_)), rows_text(exceeded_)),
        COPIED: (len(same), f"{label} {sum(copy.year == found.year for copy in same)}"),
        PLAN_COPIED: (len(plans), f"{label} {sum(copy.year == found.year for copy in plans)}"),
        CONTRADICTED: (len(found.odd), f"{label} {sum(one.year == found.year for one in found.odd)}"),
    }


def rows_text(found: Sequence[Series]) -> str:
    """How many rows of the table the matters stand in, where they stand in several."""
    return f"{len(found)}行" if target_moves.repeats(found) else ""


def drawn(found: Oddities, view: str) -> str:
    """The open kind as rows."""
    labels = found.labels[: found.last_evaluated - found.first_year + 1]
    if view == MOVED:
        return insight_pictures.moved([one for one in found.kinds.movable if found.moves(one)], found.last_year)
    if view in (FROZEN, EXCEEDED):
        return insight_pictures.reached(found.kinds.frozen if view == FROZEN else found.kinds.exceeded, labels)
    if view == CONTRADICTED:
        return insight_pictures.contradicted(found.contradictions)
    return insight_pictures.copied(copies.narrowed(found.same if view == COPIED else found.plans, (), found.only_year), labels)


found = read(filters.chosen())
counts = tiles(found)
heading.draw(title_of(found), headline(found) + "。")
view = choice.of(insight_pictures.KEY, list(VIEWS))
picture.draw(insight_pictures.tabs(counts, view), key="tabs", sets=(insight_pictures.KEY,))
if view not in (FROZEN, EXCEEDED) and st.toggle("選んでいる年度だけを見る", key="insight_this_year", bind="query-params"):
    found = replace(found, only_year=found.year)
picture.draw(drawn(found, view), key="matters")

st.header(view)
VIEWS[view](found)
sections(found, view)
