"""What an evaluation tells beside its figure is no figure: what came on top, what was called off, a rate of another kind."""

import pytest

from tests.series import indicators_of, values

Pair = tuple[int, float | None, float | None]


def pairs_of(**words: str) -> list[Pair]:
    return [(year, *pair) for indicator in indicators_of(**words) for year, pair in values(indicator).items()]


ON_TOP = [
    ("相談 100件", "相談は112件。このほか電話で40件を受けた。", [(100, 112)]),
    ("講座6回", "6回開催したほか、出張講座を4回行った。", [(6, 6)]),
    ("相談員による相談 80件", "63件。ほかにオンラインで75件に応じた。", [(80, 63)]),
    ("見学会5回", "5回開催。別途、学校からの依頼により3回実施した。", [(5, 5)]),
    ("広報紙4回、ホームページ3回", "広報紙に4回掲載したほか、ホームページで3回知らせた。", [(4, 4), (3, 3)]),
    ("訪問200世帯", "訪問は148世帯。そのほか電話により196世帯の安否を確かめた。", [(200, 148)]),
    ("研修3回", "研修を2回実施した。このほか、他課の研修3回に職員を派遣した。", [(3, 2)]),
    ("点検10橋", "9橋の点検を行った。これとは別に、県が10橋を点検した。", [(10, 9)]),
    ("講演会1回、相談会2回", "講演会を1回開いた。このほか、相談会を2回開いた。", [(1, 1), (2, 2)]),
    ("出前講座20回", "出前講座は14回。その他、動画を21回配信した。", [(20, 14)]),
    ("巡回相談12回", "ほかの課と共同で12回実施した。", [(12, 12)]),
    ("協定3件", "新たに2件の協定を結んだ。このほか1件の協議を進めている。", [(3, 2)]),
    ("利用者500人", "利用者は412人のほか、団体利用が98人あった。", [(500, 412)]),
    ("説明会8会場", "7会場で説明会を開いた。これに加え、要望のあった8会場で個別に説明した。", [(8, 7)]),
]


@pytest.mark.parametrize(("plan", "result", "pairs"), ON_TOP)
def test_what_came_on_top_does_not_answer_for_what_was_asked(plan: str, result: str, pairs: list[tuple[float, float]]) -> None:
    assert {(2017, *pair) for pair in pairs} <= set(pairs_of(h29_plan=plan, h29_result=result))


def test_what_came_on_top_does_not_run_on_from_the_year_before() -> None:
    found = pairs_of(
        h29_plan="相談180件",
        h29_result="相談は196件であった。",
        h30_plan="220件",
        h30_result="63件。このほか電話で187件を受けた。",
    )
    assert (2018, 220, 63) in found


RATES = [
    ("受診率60%", "58.2%で、電話による把握を含めると64%となった。", (60, 58.2)),
    ("訪問率98%", "97.1%。面談を含む把握率は100%となった。", (98, 97.1)),
    ("満足度80%", "満足度は76%、やや満足を含め92%となった。", (80, 76)),
]


@pytest.mark.parametrize(("plan", "result", "pair"), RATES)
def test_a_rate_beside_another_is_no_sum_that_the_baseline_counts_from(
    plan: str, result: str, pair: tuple[float, float]
) -> None:
    [indicator] = [i for i in indicators_of(base="現状は55%。", h29_plan=plan, h29_result=result) if i.baseline is not None]
    assert values(indicator) == {2017: pair}


@pytest.mark.parametrize(
    "words", ["(同左)", "（同左）", "〔同左〕", "同左。", "〃", "前年度と同様とする。", "昨年度と同じ目標"]
)
def test_a_plan_that_says_no_more_than_as_before_asks_for_as_much(words: str) -> None:
    found = pairs_of(h29_plan="講座 10回", h29_result="9回", h30_plan=words, h30_result="11回")
    assert found == [(2017, 10, 9), (2018, 10, 11)]


ARROWS = [
    ("周知を年4回行う。", "目標4回→実績3回", [(4, 3)]),
    ("周知を年4回行う。", "目標4回⇒実績5回（臨時号1回を含む）", [(4, 5)]),
    ("交付率60%", "目標60%→実績67.9%", [(60, 67.9)]),
    ("講座8回、参加120人", "目標8回→実績7回、目標120人→実績98人", [(8, 7), (120, 98)]),
    ("講座8回、相談会3回", "講座 目標8回→実績7回、相談会 目標3回→実績2回", [(8, 7), (3, 2)]),
]


@pytest.mark.parametrize(("plan", "result", "pairs"), ARROWS)
def test_an_arrow_leads_from_a_target_to_its_result_and_names_nothing(
    plan: str, result: str, pairs: list[tuple[float, float]]
) -> None:
    found = indicators_of(h29_plan=plan, h29_result=result)
    assert {pair for indicator in found for pair in values(indicator).values()} == set(pairs)
    assert not any("→" in indicator.name for indicator in found)


MEANS = [
    ("公開までの日数30日以内", "平均38日。", (30, 38)),
    ("処理日数の短縮（10日以内）", "平均12日", (10, 12)),
    ("平均乗車人数 5人", "平均4.2人", (5, 4.2)),
    ("待ち時間15分以内", "平均17分となった。", (15, 17)),
]


@pytest.mark.parametrize(("plan", "result", "pair"), MEANS)
def test_a_mean_is_named_by_what_it_is_of(plan: str, result: str, pair: tuple[float, float]) -> None:
    assert (2017, *pair) in pairs_of(h29_plan=plan, h29_result=result)


CALLED_OFF = [
    ("端末を60台更新する。", "45台の更新にとどまった。不足する15台は令和元年度に加える。", (60, 45)),
    ("60台更新", "48台。不足分の12台は翌年度に更新する。", (60, 48)),
    ("街路灯30基", "26基を設置。4基は元年度に設置する。", (30, 26)),
    ("20回開催", "18回。講師の急病により2回中止した。", (20, 18)),
    ("12回開催", "大雨で1回中止となり、11回開催", (12, 11)),
    ("巡回240回", "降雪のため2回運休したが、238回巡回した。", (240, 238)),
    ("教室10回", "8回実施（2回中止）", (10, 8)),
    ("教室10回", "8回実施、2回は休講とした。", (10, 8)),
    ("研修6回", "3月に予定していた1回を、感染症対策として中止した。【実施回数】5回", (6, 5)),
    ("研修6回", "【実施回数】5回 3月に予定していた1回は中止した。", (6, 5)),
    ("研修6回", "5回実施した。3月に計画していた1回については、講師の都合により取りやめた。", (6, 5)),
    ("健診 20回", "秋に予定していた3回を休止した。実施は17回、受診者は612人", (20, 17)),
    ("研修4回", "予定していた4回のうち1回を中止し、3回実施した。", (4, 3)),
    ("研修4回", "予定していた4回を3回に減らして実施した。", (4, 3)),
]


@pytest.mark.parametrize(("plan", "result", "pair"), CALLED_OFF)
def test_what_was_called_off_is_neither_result_nor_target(plan: str, result: str, pair: tuple[float, float]) -> None:
    unit_of_target = [found for found in pairs_of(h29_plan=plan, h29_result=result) if found[2] != 612]
    assert unit_of_target == [(2017, *pair)]


def test_what_was_planned_and_called_off_altogether_is_the_target() -> None:
    assert pairs_of(h29_plan="研修", h29_result="予定していた4回を全て中止した。") == [(2017, 4, None)]


def test_of_some_of_whom_words_tell_a_later_smaller_number_is_no_whole() -> None:
    found = pairs_of(h29_plan="修了者の登録", h29_result="修了者のうち9人が登録し、3人が受任した。")
    assert (2017, None, 9) in found


def test_a_goal_for_the_end_is_of_what_a_year_asks_for_to_the_same_number() -> None:
    [indicator] = indicators_of(
        base="対象の届出を40種類まで広げる。",
        h29_result="転入届など3種類で始めた。",
        h30_plan="対象を40種類に拡大する。",
        h30_result="36種類となった。",
    )
    assert indicator.final_goal == 40
    assert values(indicator) == {2017: (None, 3), 2018: (40, 36)}


LEFT = [
    ("6橋", "4橋。残2橋はR3へ", (6, 4)),
    ("9戸", "8戸。残る1戸は用地の話がつかず", (9, 8)),
    ("20戸", "17戸。あと3戸", (20, 17)),
    ("5系統", "4系統。1系統は保留", (5, 4)),
    ("7園", "5園。2園は凍結", (7, 5)),
    ("防火水槽2基", "防火水槽1基（1基は地権者と協議中）", (2, 1)),
    ("4園", "3園（1園は保護者会の同意待ち）", (4, 3)),
]


@pytest.mark.parametrize(("plan", "result", "pair"), LEFT)
def test_what_is_left_or_kept_back_is_no_result(plan: str, result: str, pair: tuple[float, float]) -> None:
    assert pairs_of(r1_plan=plan, r1_result=result) == [(2019, *pair)]


def test_what_was_kept_back_does_not_run_on_in_what_is_left_next_year() -> None:
    found = pairs_of(
        h30_plan="4区間",
        h30_result="3区間。1区間は保留",
        r1_plan="5区間",
        r1_result="5区間",
        r2_plan="4区間",
        r2_result="2区間。残2区間は翌年度へ",
    )
    assert found == [(2018, 4, 3), (2019, 5, 5), (2020, 4, 2)]


def test_what_another_way_of_counting_would_make_of_it_is_no_result() -> None:
    assert pairs_of(r1_plan="70%", r1_result="対象を見直し66.2%。従前の対象なら71.5%") == [(2019, 70, 66.2)]


def test_how_many_there_are_by_now_is_not_the_years_result() -> None:
    found = pairs_of(
        base="【現況】1棟【到達点】5棟",
        h30_plan="北町に1棟建設",
        h30_result="設計の遅れにより未着工",
        r1_plan="北町に1棟（繰越分）",
        r1_result="1棟完成。計2棟",
        r2_plan="南町に1棟",
        r2_result="0棟（入札不調）",
    )
    assert {(2019, 1, 1), (2019, None, 2), (2020, 1, 0)} <= set(found)
