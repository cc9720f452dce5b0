"""How targets were moved, told from the yearly targets and results of an indicator."""

from dataclasses import replace

import pytest

from dashboard.database import queries, store
from dashboard.database.queries import Filter
from dashboard.drawing import insight_tables
from dashboard.facts import target_moves
from dashboard.facts.series import Point, Series, Words, read
from dashboard.facts.target_moves import EASED, EXCEEDED_YEARS, FINAL_GOAL, FROZEN_YEARS, RAISED
from dashboard.saying import target_words
from loaders.series import target_checks

LAST = 2021


def series(*figures: tuple[float | None, float | None], direction: str = "up", final_goal: float | None = None) -> Series:
    """An indicator from 2017 on with (target, result) a year."""
    points = []
    for year, (target, result) in enumerate(figures, start=2017):
        met = None
        if target is not None and result is not None:
            met = result >= target if direction == "up" else result <= target
        said = Words(f"{target}回", "plan", str(year))
        points.append(
            Point(year, str(year), target, result, result / target if result and target else None, met, target_words=said)
        )
    return Series(1, 1, "研修", "指導課", "研修", "回", direction, False, None, final_goal, tuple(points))


@pytest.mark.parametrize(
    ("one", "directions"),
    [
        (series((9, 9), (7, 7), (4, None)), [EASED, EASED]),
        (series((9, 9), (9, 9)), []),
        (series((4, 4), (None, 3), (6, 5)), [RAISED]),
        (series((9, 9), (12, 9), direction="down"), [EASED]),
        (
            series(
                (None, 3),
            ),
            [],
        ),
    ],
)
def test_a_target_moves_against_the_one_stated_before(one: Series, directions: list[str]) -> None:
    assert [move.direction for move in target_moves.moves(one, LAST)] == directions


def test_a_result_is_held_against_the_target_before_it_was_moved() -> None:
    short, enough = target_moves.moves(series((9, 9), (7, 8), (4, 7)), LAST)
    assert (short.reaches_old, enough.reaches_old) == (False, True)
    assert target_words.against_old(short, "回") == "2018の実績8回は、前の目標9回に届いていません。"


def test_the_last_years_target_is_held_against_the_final_goal() -> None:
    figures = [(None, None)] * 4 + [(13000.0, None)]
    move = target_moves.moves(series(*figures, final_goal=11000), LAST)[0]
    assert (move.since, move.direction, move.reaches_old) == (FINAL_GOAL, RAISED, None)


@pytest.mark.parametrize(
    ("one", "frozen", "exceeded"),
    [
        (series((4, 4), (4, 5), (4, 3)), True, False),
        (series((4, 5), (4, 6), (4, 7)), True, True),
        (series((4, 5), (4, 6)), False, False),
        (series((5, 6), (4, 6), (4, 7)), False, True),
        (series((4, 5), (10, 12), (20, 21)), False, False),
        (series((4, 5), (4, 6), (4, 7), (9, None)), False, False),
        (series((4, 4), (4, 5)), False, False),
        (series((4, 3), (4, 2), (4, 2), direction="down"), True, True),
        (
            series(
                (4, 5),
            ),
            False,
            False,
        ),
    ],
)
def test_a_target_that_stays_or_is_always_passed_is_told(one: Series, frozen: bool, exceeded: bool) -> None:
    assert target_moves.is_frozen(one) == frozen
    assert target_moves.is_exceeded(one) == exceeded


def test_what_is_passed_and_not_listed_is_counted_with_the_reason() -> None:
    listed, short, raised = series((4, 5), (4, 6), (4, 7)), series((4, 5), (4, 6)), series((4, 5), (10, 12), (20, 21))
    said = target_words.exceeded_answer([listed, short, raised, series((4, 4), (4, 4))])
    assert "引き上げていない指標は1件です。" in said
    assert said.endswith("毎年上回っていても、途中で目標を引き上げたもの1件、判定が3年度に満たないもの1件は挙げていません。")
    assert target_words.exceeded_answer([]).endswith("指標はありません。")


def test_parts_of_a_total_were_not_moved() -> None:
    parts = series((4, 3), (4, 4), (3, 3), final_goal=11)
    assert parts.is_parts_of_total
    assert target_moves.moves(parts, LAST) == ()
    assert "計画の最終目標になる1件は" in target_words.moved_answer([parts, series((9, 9), (7, 7))], LAST, 2018, "平成30年度")
    assert not series((4, 3), (4, 4), (4, 3), final_goal=11).is_parts_of_total
    assert series((1.2, 1), (1.2, 1), (1.2, 1), final_goal=3.6).is_parts_of_total


def test_one_year_alone_is_told_on_request_and_a_first_year_not_at_all() -> None:
    every = [series((9, 9), (7, 7), (8, None)), series((None, 9), (7, 7), (4, None))]
    whole = target_words.moved_answer(every, LAST, 2018, "平成30年度")
    assert "2件、引き下げ（緩和）が2回、引き上げが1回です。平成30年度の目標の引き下げは1回です。" in whole
    alone = target_words.moved_answer(every, LAST, 2018, "平成30年度", only_year=2018)
    assert alone == "平成30年度に目標の値が動いた指標は1件、引き下げ（緩和）が1回、引き上げが0回です。"
    assert target_words.moved_answer(every, LAST, 2017, "平成29年度", only_year=2017).startswith("平成29年度に目標の値が動いた")
    assert "平成29年度" not in target_words.moved_answer(every, LAST, None, "平成29年度")


def test_only_the_moves_that_are_listed_are_taken_away() -> None:
    one = series((9, 9), (7, 7), (8, None))
    table = insight_tables.moved({one: target_moves.moves(one, LAST)[:1]})
    assert table[["前の目標", "目標"]].to_numpy().tolist() == [[9, 7]]


def test_the_same_work_under_two_entries_is_told_to_be_counted_twice() -> None:
    one = series((9, 9), (7, 7))
    twin, other = replace(one, number=2, indicator_id=2), series((9, 9), (7, 8))
    assert target_words.repeated([one, twin, other]) == "（同じ取組の重複1件を含む）"
    assert target_words.repeated([one, other]) == ""
    told = target_words.moved_answer([one, twin], LAST, 2018, "平成30年度")
    assert "指標は2件（同じ取組の重複1件を含む）" in told
    assert "平成30年度の目標の引き下げは2回（同じ取組の重複1回を含む）です。" in told


def test_a_target_that_only_the_evaluation_states_is_told_so() -> None:
    one = series((13, 13), (16, 16), (11, 9))
    late = replace(one.points[1], target_words=Words("16回", "result", "2018"))
    moves = target_moves.moves(replace(one, points=(one.points[0], late, one.points[2])), LAST)
    assert [target_words.told_late(move) for move in moves] == ["2018の目標は、評価にだけ書かれています。"] * 2
    assert target_words.told_late(target_moves.moves(one, LAST)[0]) == ""


def test_a_year_without_a_result_is_said_to_have_none() -> None:
    one = series((9, 9), (7, None))
    (waiting,) = target_moves.moves(one, LAST)
    assert target_words.against_old(waiting, "回") == "2018はまだ評価がありません。"
    told = replace(one, points=(one.points[0], replace(one.points[1], status="implemented")))
    assert target_words.against_old(target_moves.moves(told, LAST)[0], "回") == "2018の実績の数値は書かれていません。"


def test_what_is_told_agrees_with_the_findings_of_the_store(open_store: store.Identity) -> None:
    every = read(queries.frame("indicator_series", Filter(0)))
    kinds = queries.frame("finding_kinds", Filter(0)).set_index("kind")["findings"]
    assert len(target_moves.eased(every, LAST)) == kinds["target_lowered"]
    assert sum(target_moves.is_frozen(one) for one in every) == kinds["frozen_target"] + kinds.get("always_exceeded", 0)


def test_results_are_taken_away_beside_each_target_once() -> None:
    one = series((4, 3), (4, None), (10, 12))
    [row] = insight_tables.results([one], ["2017", "2018", "2019", "2020"]).to_dict("records")
    assert (row["番号"], row["担当課"], row["目標"]) == (1, "指導課", "4回、10回")
    assert row["2017"].startswith("3回")
    assert row["2017"].endswith("75%")
    assert (row["2018"], row["2020"]) == ("－", "－")


def test_targets_results_and_judgements_stand_a_column_a_year() -> None:
    target, result, judged = insight_tables.years(series((4, 3), (4, None))).to_dict("records")
    assert (target["年度"], target["2017"], target["2018"]) == ("目標", "4回", "4回")
    assert (result["年度"], result["2017"], result["2018"]) == ("実績", "3回", "－")
    assert judged["年度"] == "判定"
    assert judged["2017"] != judged["2018"]


def test_a_target_is_frozen_after_as_many_years_on_screen_as_in_the_findings() -> None:
    assert FROZEN_YEARS == EXCEEDED_YEARS == target_checks.FROZEN_YEARS
