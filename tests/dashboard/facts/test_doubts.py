"""Doubts are asked in the order of what hangs on them, with answers that say exactly what is put in."""

import pandas as pd
import pytest

from dashboard.facts import doubtful_figures, doubtful_words, doubts
from dashboard.facts.subjects import typed_number

HEAD = {"number": 7, "activity": "周知", "department": "防災課", "label": "R1", "label_ja": "令和元年度"}
FIGURE = {
    **HEAD,
    "year": 2019,
    "name": "登録者数",
    "read_name": "登録者数",
    "unit": "人",
    "target": 100.0,
    "result": 9.0,
    "said": None,
}
NUMBERS = pd.DataFrame(
    [{"number": 7, "kind": "result", "year": 2019, "role": "result", "value": value, "unit": "人"} for value in (9.0, 90.0)]
)
PLACE = {
    **HEAD,
    "printed_kind": "result",
    "printed_year": 2019,
    "printed_label": "R1",
    "pieces": [{"kind": "plan", "year": 2020, "label": "R2", "text": "周知する。"}],
    "confidence": 0.7,
    "rule": "lost_cell",
}


@pytest.fixture
def figure() -> doubts.Doubt:
    [one] = doubtful_figures.of_figures(pd.DataFrame([FIGURE]), NUMBERS, 1, 2019)
    return one


def test_figure_is_confirmed_as_it_was_read_or_is_another_number_of_its_year(figure: doubts.Doubt) -> None:
    assert (figure.as_is.words[0].item, figure.as_is.words[0].corrected) == ("confirmed", "100/9")
    said = {answer.label: answer.words[0] for answer in figure.others}
    assert (said["実績は90人"].item, said["実績は90人"].expected, said["実績は90人"].corrected) == ("result", "9", "90")
    assert said["目標の数ではない"].corrected == ""


def test_cell_belongs_where_it_was_put_or_where_it_is_printed() -> None:
    [one] = doubtful_words.of_places(pd.DataFrame([PLACE]), 1)
    assert [(w.item, w.year, w.place, w.expected) for w in one.as_is.words] == [("confirmed", None, "R1_result", "R2_plan")]
    assert one.others[0].words[0].corrected == "R1_result"


def test_promise_is_what_was_read_or_another_state_or_none() -> None:
    promise = {"place": "R1 整備する", "due_label_ja": "令和元年度", "what": "整備する", "quote": "令和元年度までに整備する"}
    row = {**HEAD, **promise, "printed_kind": "baseline_goal", "state": "overdue", "confidence": 0.4}
    [one] = doubtful_words.of_promises(pd.DataFrame([row]), 1)
    assert [(w.item, w.year, w.place, w.corrected) for w in one.as_is.words] == [("promise", None, "R1 整備する", "overdue")]
    assert [answer.words[0].corrected for answer in one.others][-1] == "none"
    assert one.printed == ("baseline_goal", None)


UNPLACED = {**HEAD, "year": 2019, "kind": "unplaced_number", "said": "欄の位置が確かでない"}
OF_ROW = pd.DataFrame(
    [
        {"number": 7, "year": 2019, "name": name, "read_name": name, "unit": unit, "target": 5.0, "result": None}
        for name, unit in (("周知の回数", "回"), ("登録者数", "人"))
    ]
)


def unplaced(*quotes: str) -> doubts.Doubt:
    """The doubt about numbers of a year's evaluation that no indicator has."""
    numbers = [(7, "result", 2019, "result", float(quote[0]), quote[1:], "広報紙への掲載", quote) for quote in quotes]
    names = ["number", "kind", "year", "role", "value", "unit", "label", "quote"]
    row = pd.DataFrame([UNPLACED | {"quotes": list(quotes)}])
    [one] = doubtful_figures.of_findings(row, pd.DataFrame(numbers, columns=names), OF_ROW, 1, 2019)
    return one


def test_number_without_an_indicator_is_a_figure_of_one_or_of_its_own_or_none() -> None:
    one = unplaced("3回")
    assert [(word.item, word.corrected) for word in one.as_is.words] == [("finding", "checked")]
    said = {answer.label: [(w.item, w.year, w.place, w.corrected) for w in answer.words] for answer in one.others}
    settled = ("finding", 2019, "unplaced_number", "checked")
    assert said == {
        "新しい指標「広報紙への掲載」の実績（3回）": [
            ("indicator", None, "広報紙への掲載", "回"),
            ("result", 2019, "広報紙への掲載", "3"),
            settled,
        ],
        "「周知の回数」の実績（3回）": [("result", 2019, "周知の回数", "3"), settled],
    }


def test_of_several_numbers_each_is_said_by_itself_and_the_question_stays() -> None:
    assert {word.item for answer in unplaced("3回", "4回").others for word in answer.words} == {"result", "indicator"}


def test_target_is_asked_before_words_that_were_moved(figure: doubts.Doubt) -> None:
    moved = list(doubtful_words.of_places(pd.DataFrame([PLACE]), 1))
    assert [one.kind for one in doubts.ordered([*moved, figure])] == ["figure", "place"]


def test_reason_that_is_left_blank_is_the_usual_one(figure: doubts.Doubt) -> None:
    assert [word.why for word in doubts.with_why(figure.as_is, "  ")] == [doubts.CONFIRMED]
    assert [word.why for word in doubts.with_why(figure.as_is, "課に確かめた")] == ["課に確かめた"]


@pytest.mark.parametrize("text", ["約70", "7-8", "１２人", "1e3", "٣"])
def test_what_is_no_number_is_not_taken_for_one(text: str) -> None:
    assert typed_number(text) is None
