"""A sentence says what its deciding clause says."""

import pytest

from loaders.model import Cell, Kind, Place
from loaders.outcomes.predicates import CLOSING, Predicate
from loaders.outcomes.statements import Statement, read_statements

PLACE = Place(Kind.RESULT, 2019)


def read(text: str, *sections: str) -> tuple[Statement, ...]:
    return read_statements([Cell(PLACE, PLACE, text, 7, 7 + len(text), 1.0, "split")], *(sections or ("保育課",)))


@pytest.mark.parametrize(
    ("text", "predicate", "words"),
    [
        ("研修会を予定していたが、スケジュールが合わず未実施。", Predicate.NOT_DONE, "スケジュールが合わず未実施。"),
        ("今年度は開催できなかったが、出前講座を実施した。", Predicate.CARRIED_OUT, "出前講座を実施した。"),
        (
            "期間等の都合がつかず、追加することはできなかったため次年度に向けて準備を行った。",
            Predicate.NOT_DONE,
            "期間等の都合がつかず、追加することはできなかったため",
        ),
        ("システム改修が完了せず、翌年度に完了予定。", Predicate.NOT_DONE, "システム改修が完了せず、"),
        ("講座を実施したが、今後も周知に努める。", Predicate.CARRIED_OUT, None),
        ("平成29年度の公開実績はないが、継続して検討する。", Predicate.PLANNED_STUDY, None),
        ("目標には届かなかったものの、前年度より増加した。", Predicate.MISSED_GOAL, None),
        ("受付体制も整っていないことから、電話等を中心とした方法とする。", Predicate.STUDIED, None),
        (
            "事務事業の移管により、子育て支援課で実施する。",
            Predicate.TRANSFERRED,
            "事務事業の移管により、子育て支援課で実施する。",
        ),
        ("子育て支援課と検討した結果、子育て支援課で実施する。", Predicate.TRANSFERRED, None),
        (
            "条例改正案は上程を見送り、次年度に改めて協議することとした。",
            Predicate.POSTPONED,
            None,
        ),
        ("スマホ講座に統合したため、単独での講座は行っていない。", Predicate.MERGED, None),
        ("本取組は完了とし、次年度から対象から外す。", Predicate.ENDED, None),
        ("関係課に照会を行ったが追加できるマップはなかった。", Predicate.STUDIED, None),
        ("調査を行ったが、有効な情報が得られなかった。", Predicate.STUDIED, None),
        ("条件を確認したが、所有者の同意が得られなかった。", Predicate.NOT_DONE, None),
        ("ツイッターは、秘書広報課及び防災課にて、随時、利用している。", Predicate.CARRIED_OUT, None),
    ],
)
def test_deciding_clause(text: str, predicate: Predicate, words: str | None) -> None:
    (statement,) = read(text)
    assert statement.predicate is predicate
    assert words is None or statement.span.text == words


def test_work_that_the_own_section_does_is_no_transfer() -> None:
    (statement,) = read("引き続き保育課で実施する。")
    assert statement.predicate is Predicate.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "総務課が実施する研修に参加した。",
        "県危機管理課が実施する訓練に参加した。",
        "総務省統計局が実施する調査に協力した。",
        "旧介護保険課が実施する講座に協力した。",
        "総務課で実施する研修の資料を作成した。",
    ],
)
def test_work_of_another_section_that_only_describes_something_is_no_transfer(text: str) -> None:
    (statement,) = read(text)
    assert statement.predicate not in CLOSING


def test_section_as_it_was_called_before_is_no_other_section() -> None:
    assert read("旧介護保険課で実施する。", "高齢者福祉課")[0].predicate is Predicate.PLANNED
    assert read("介護保険課で実施する。", "高齢者福祉課", "介護保険課")[0].predicate is Predicate.PLANNED
    assert read("介護保険課で実施する。", "高齢者福祉課")[0].predicate is Predicate.TRANSFERRED


def test_spans_count_from_the_printed_cell() -> None:
    (statement,) = read("未実施。")
    assert (statement.span.start, statement.span.end, statement.span.place) == (7, 11, PLACE)


def test_words_too_short_to_tell_what_failed_are_given_with_their_sentence() -> None:
    (statement,) = read("大型掲示装置について、必要最小限の整備数を予算計上したが見送られた。")
    assert statement.span == statement.sentence


def test_failure_that_the_sentence_makes_good_is_kept_as_overruled() -> None:
    (statement,) = read("費用の面で見送ったが、掲載した。")
    assert (statement.predicate, statement.overruled) == (Predicate.CARRIED_OUT, Predicate.POSTPONED)


def test_label_with_figures_is_a_report_and_a_repeated_target_is_none() -> None:
    report, target = read("【回数】4回 【目標】1回")
    assert report.is_report
    assert not target.is_report
