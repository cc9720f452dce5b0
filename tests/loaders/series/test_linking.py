"""Which numbers of a row are one thing over the years, and which target is answered by which result."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.doubt.weighing import weigh_reading
from loaders.model import Role
from loaders.series.chaining import chain_results
from loaders.series.indicators import build_indicators
from loaders.series.term_reading import read_terms
from loaders.series.terms import Thread, year_of
from tests.series import cells_of, indicators_of, quantities_of, reading_of, row, threads_of, values


def runs(threads: list[Thread]) -> list[dict[int, float]]:
    return [{year: term.value for year, term in thread.results.items()} for thread in threads]


def test_results_run_on_under_their_label_though_spelt_otherwise() -> None:
    threads = threads_of(
        h29_result="【広報紙での周知】4回",
        h30_result="【広報誌での周知】5回",
        r1_result="【広報誌での周知】12回 【出前講座での周知】18回",
    )
    assert runs(threads) == [{2017: 4, 2018: 5, 2019: 12}, {2019: 18}]


def test_committees_of_one_cell_are_each_a_run_of_their_own() -> None:
    threads = threads_of(
        h29_result="【内容】 市民参加推進委員会 2回 市民活動推進委員会 7回",
        h30_result="【内容】 市民活動推進委員会 6回 市民参加推進委員会 2回",
        r1_result="【内容】 市民活動推進委員会 2回",
    )
    assert runs(threads) == [{2017: 2, 2018: 2}, {2017: 7, 2018: 6, 2019: 2}]


def test_a_label_named_twice_in_a_cell_goes_on_with_the_first() -> None:
    threads = threads_of(
        h30_result="【内容】総合計画審議会 3回 国際化推進懇談会 2回",
        r2_result="【内容】総合計画審議会 3回 総合計画審議会 2回 国際化推進懇談会 2回",
    )
    assert {2018: 3, 2020: 3} in runs(threads)
    assert {2020: 2} in runs(threads)


def test_of_a_label_named_twice_the_first_goes_on_though_the_second_is_nearer() -> None:
    threads = threads_of(
        h29_result="【内容】運営協議会 1回 地域ケア会議 4回 運営協議会 2回",
        h30_result="【内容】運営協議会 2回 地域ケア会議 4回",
    )
    assert {2017: 1, 2018: 2} in runs(threads)


def test_labels_that_a_cell_tells_apart_are_two_things_in_every_year() -> None:
    threads = threads_of(
        h29_result="【内容】市民参加推進委員会 2回",
        h30_result="【内容】市民活動推進委員会 6回",
        r1_result="【内容】市民参加推進委員会 1回 市民活動推進委員会 7回",
    )
    assert runs(threads) == [{2017: 2, 2019: 1}, {2018: 6, 2019: 7}]


def test_bare_numbers_run_on_by_what_their_sentences_are_about() -> None:
    threads = threads_of(
        h29_result="可動式アクセスポイントを整備した。 【台数】35台",
        h30_result="市内全校の校務用PCを更新整備した。 【結果】632台",
    )
    assert runs(threads) == [{2017: 35}, {2018: 632}]


def test_what_was_added_does_not_run_on_from_a_standing_count() -> None:
    threads = threads_of(
        h30_result="【デジタルライブラリー公開件数】1件",
        r2_result="デジタルライブラリーに2件新たに公開し、公開件数は4件となった。",
    )
    assert {2018: 1, 2020: 4} in runs(threads)


def test_what_brackets_say_again_in_another_unit_goes_on_from_nothing() -> None:
    threads = threads_of(
        r1_result="案内板を設置した。 【結果/目標】3/3箇所", r2_result="11校(10箇所)に案内板の設置を終了した。"
    )
    assert runs(threads) == [{2019: 3}, {2020: 11}, {2020: 10}]


BARE_TARGETS = [
    ("引き続き広報紙等で周知を図る。 【目標】4回", "【広報誌での周知】5回", 4, 5),
    ("引き続き広報紙等において周知を図る。 【目標】4回", "【広報誌での周知】12回 【出前講座での周知】18回", 4, 12),
    ("公衆無線LANの更新について、検討する【目標】1回", "検討を行った。【検討回数】2回", 1, 2),
    ("情報伝達訓練を行う。 【目標】2回", "訓練を実施した。 【回数】4回 自動配信を試行した。 【回数】1回", 2, 4),
    ("児童・生徒対象の講座を開催する。 【目標】小学校5校", "【場所】小学校6校 中学校1校", 5, 6),
]


@pytest.mark.parametrize(("plan", "result", "target", "reached"), BARE_TARGETS, ids=[plan[-9:] for plan, *_ in BARE_TARGETS])
def test_a_bare_target_takes_the_answer_that_its_cell_is_about(plan: str, result: str, target: float, reached: float) -> None:
    pairs = [values(indicator).get(2018) for indicator in indicators_of(h30_plan=plan, h30_result=result)]
    assert (target, reached) in pairs
    assert sum(pair is not None and pair[0] is not None for pair in pairs) == 1


def test_one_label_may_hold_the_targets_of_two_series() -> None:
    found = indicators_of(
        r1_plan="講習会を開催する。 【目標】4回、参加人数70人", r1_result="講習会を実施した。 【回数】4回 【参加人数】34人"
    )
    assert [(indicator.unit, values(indicator)[2019]) for indicator in found] == [("回", (4, 4)), ("人", (70, 34))]


def test_units_that_differ_are_not_tied() -> None:
    found = indicators_of(h29_plan="【目標】4箇所", h29_result="案内板を設置した。 【結果】11校")
    assert [(indicator.unit, values(indicator)[2017]) for indicator in found] == [("箇所", (4, None)), ("校", (None, 11))]


def test_a_target_for_several_kinds_together_is_answered_by_none_of_them() -> None:
    found = indicators_of(
        h30_result="【場所】小学校6校 中学校1校", r2_plan="【目標】小・中学校5校", r2_result="【場所】小学校7校 中学校2校"
    )
    assert (5, None) in [values(indicator).get(2020) for indicator in found]


def test_a_target_in_prose_goes_on_under_the_event_it_is_a_kind_of() -> None:
    found = indicators_of(
        h30_plan="教職員対象のICTに関する年9回の研修を継続する。",
        h30_result="教職員対象にICT研修を行い、指導技術の向上を図った。 【回数】9回 【参加人数】163人",
        r3_plan="年4回の1日(6時間程度)研修を100名が受講する。",
    )
    assert [values(indicator) for indicator in found] == [
        {2018: (9, 9), 2021: (4, None)},
        {2018: (None, 163), 2021: (100, None)},
    ]


# Fragments as such tables write them, by the kind of cell; every number's unit and value may vary.
PLANS = (
    "【目標】{}回",
    "【広報紙での周知】{}回",
    "年{}回の研修を継続する。",
    "【目標】{}回、参加人数{}人",
    "{}台を購入する予定。",
    "",
)
RESULTS = (
    "【結果/目標】{}/{}回",
    "【広報誌での周知】{}回 【出前講座での周知】{}回",
    "【回数】{}回 【参加人数】{}人",
    "【内容】 環境審議会 {}回 市民会議 {}回 市民会議 {}回",
    "研修を年{}回実施した。",
    "",
)
NUMBERS = st.integers(0, 2000)


@st.composite
def rows(draw: st.DrawFn) -> dict[str, str]:
    words = {}
    for year in ("h29", "h30", "r1"):
        for kind, fragments in (("plan", PLANS), ("result", RESULTS)):
            fragment = draw(st.sampled_from(fragments))
            words[f"{year}_{kind}"] = fragment.format(*draw(st.lists(NUMBERS, min_size=3, max_size=3)))
    return words


@given(rows())
def test_every_result_and_target_is_in_exactly_one_thread(words: dict[str, str]) -> None:
    charted = [q for q in quantities_of(row(**words)) if q.role in (Role.TARGET, Role.RESULT)]
    tied = [term.quantity for thread in threads_of(**words) for term in [*thread.terms(), *thread.restated]]
    assert sorted((q.printed.year, q.printed.kind, q.span_start) for q in charted) == sorted(
        (q.printed.year, q.printed.kind, q.span_start) for q in tied
    )


@given(rows(), st.randoms(use_true_random=False))
def test_order_in_which_numbers_are_given_does_not_matter(words: dict[str, str], order: random.Random) -> None:
    initiative = row(**words)
    quantities = list(quantities_of(initiative))
    expected = build_indicators(initiative, cells_of(initiative), quantities)
    order.shuffle(quantities)
    assert build_indicators(initiative, cells_of(initiative), quantities) == expected


@given(rows())
def test_a_thread_has_one_unit_and_one_target_of_a_cell(words: dict[str, str]) -> None:
    for thread in threads_of(**words):
        assert len({term.unit for term in thread.terms()} - {None}) == 1
        for stated in thread.targets.values():
            assert len({term.quantity.place for term in stated}) == len(stated)


def test_second_target_of_a_plan_is_not_given_to_the_thread_that_the_first_is_about() -> None:
    words = {"h29_plan": "【結果/目標】13/13回 充実させていく。 【回数】1回", "h29_result": "【結果/目標】13/13回"}
    assert [values(indicator) for indicator in indicators_of(**words)] == [{2017: (13, 13)}, {2017: (1, None)}]


def test_number_of_the_base_cell_has_no_year() -> None:
    initiative = row(base="【現状】登録数180人")
    [term] = read_terms(initiative, cells_of(initiative), quantities_of(initiative))
    with pytest.raises(ValueError, match="180人"):
        year_of(term)


def test_no_results_make_no_threads() -> None:
    assert chain_results([]) == []


ACTIONS = [
    ("3施設を統合し、1施設を廃止する。", "1施設を廃止したが、統合は2施設にとどまった。", [(3, 2), (1, 1)]),
    ("10戸を建替え、4戸を除却する。", "除却4戸、建替え8戸", [(10, 8), (4, 4)]),
    ("2校を開校し、3校を閉校する。", "3校を閉校した。2校は4月に開校した。", [(2, 2), (3, 3)]),
    ("7橋の修繕工事と30橋の定期点検を行う。", "修繕7橋、点検28橋を終えた。", [(7, 7), (30, 28)]),
]


@pytest.mark.parametrize(("plan", "result", "pairs"), ACTIONS)
def test_bare_targets_of_one_unit_are_told_apart_by_their_actions(
    plan: str, result: str, pairs: list[tuple[float, float]]
) -> None:
    found = [values(indicator).get(2017) for indicator in indicators_of(h29_plan=plan, h29_result=result)]
    assert sorted(found, key=str) == sorted(pairs, key=str)


def test_bare_targets_find_the_thread_of_their_action_in_whatever_order() -> None:
    found = indicators_of(
        h29_plan="20件を公開し、5件を更新する。",
        h29_result="22件を公開し、4件を更新した。",
        h30_plan="15件を更新し、10件を公開する。",
        h30_result="更新は12件、公開は11件であった。",
    )
    assert [values(indicator) for indicator in found] == [{2017: (20, 22), 2018: (10, 11)}, {2017: (5, 4), 2018: (15, 12)}]


RISES = [
    ("会員を60人増やす。", "会員は45人増となった。", (60, 45)),
    ("参加団体を3団体増やす。", "3団体増", (3, 3)),
    ("協力店を10店舗増やす。", "8店舗の増加", (10, 8)),
    ("相談員を2人増員する。", "相談員 1人増", (2, 1)),
    ("相談員を2人増員する。", "1人を増員した。", (2, 1)),
    ("会員数500人", "会員数480人(20人増)", (500, 480)),
    ("利用者を100人増やす。", "利用者は目標より20人増", (100, None)),
]


@pytest.mark.parametrize(("plan", "result", "pair"), RISES)
def test_a_rise_alone_answers_a_plan_that_asks_for_one(plan: str, result: str, pair: tuple[float, float | None]) -> None:
    [indicator] = indicators_of(h29_plan=plan, h29_result=result)
    assert values(indicator) == {2017: pair}


@pytest.mark.parametrize("label", ["KPI：", "【実績】", "成果指標："])
def test_the_figure_that_a_label_declares_answers_before_those_that_prose_tells(label: str) -> None:
    told = f"子育ての15手続、税の18手続を載せた。{label}45手続。利用の多い12手続は動画も作った。"
    [found] = [
        i for i in indicators_of(h29_plan="子育て分野から順に載せ、40手続とする。", h29_result=told) if i.years[0].target
    ]
    assert values(found) == {2017: (40, 45)}


def test_a_figure_whose_label_says_its_role_has_no_rival() -> None:
    reading = weigh_reading(
        reading_of("周知", h29_plan="参加者を60人とする。", h29_result="4月に20人、9月に25人が受講した。実績：58人。")
    )
    assert ("rival", 58.0) not in [(year.rule, year.result) for indicator in reading.indicators for year in indicator.years]


def test_a_plans_number_that_the_evaluation_names_again_is_answered_by_what_it_is_held_against() -> None:
    told = "50基の予定に対し、実際に更新できたのは42基。8基は部材の到着が遅れた。"
    [found] = indicators_of(h29_plan="街路灯を50基更新する。", h29_result=told)
    assert values(found) == {2017: (50, 42)}


def test_what_was_added_answers_what_was_to_be_added_beside_how_many_there_are() -> None:
    found = indicators_of(h29_plan="相談員を2名増員する。", h29_result="相談員は1名の増員にとどまり、計5名となった。")
    assert (2, 1) in [values(indicator)[2017] for indicator in found]


def test_a_label_of_other_words_answers_where_it_names_the_plans_own_number() -> None:
    [found] = indicators_of(h29_plan="【配布数】50基を更新する。", h29_result="【更新数】50基の予定に対し42基")
    assert values(found) == {2017: (50, 42)}
