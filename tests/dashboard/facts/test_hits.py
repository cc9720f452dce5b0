"""Hits are told by initiative, year and section, with the words marked in what is shown of the text."""

from dashboard.drawing import search_tables
from dashboard.facts import hits
from dashboard.facts.hits import Hit
from dashboard.saying import search_words
from dashboard.text.folding import occurrences


def hit(
    number: int = 1, label: str | None = "R2", kind: str = "result", text: str = "LINEで配信した", department: str = "防災課"
) -> Hit:
    return Hit(number, "1-①-ア 防災", "情報提供", department, kind, label, text, occurrences(text, ["line"]))


def test_a_short_text_is_shown_whole_with_its_marks() -> None:
    assert search_words.excerpt(hit()) == ":blue-background[**LINE**]で配信した"


def test_a_long_text_is_cut_to_the_surroundings_of_its_marks() -> None:
    shown = search_words.excerpt(hit(text="前" * 200 + "ＬＩＮＥ" + "後" * 200))
    assert shown == f"…{'前' * search_words.AROUND}:blue-background[**ＬＩＮＥ**]{'後' * search_words.AROUND}…"


def test_hits_are_grouped_by_initiative_with_the_most_places_first() -> None:
    groups = hits.grouped([hit(1), hit(2), hit(2, "R1"), hit(3)])
    assert [(group[0].number, len(group)) for group in groups] == [(2, 2), (1, 1), (3, 1)]


def test_year_and_kind_narrow_and_nothing_chosen_lets_all_through() -> None:
    every = [hit(1), hit(1, None, "activity"), hit(2, "R1", "plan")]
    assert hits.narrowed(every, [], []) == every
    assert hits.narrowed(every, [hits.NO_YEAR], []) == every[1:2]
    assert hits.narrowed(every, ["R1", "R2"], ["評価"]) == every[:1]


def test_counts_by_year_and_section_add_up_to_the_hits() -> None:
    every = [hit(1), hit(1, "R1", "plan"), hit(1, None, "baseline_goal"), hit(2, department="市民課")]
    assert search_tables.by_year(every, ["R1", "R2"])["計"].sum() == len(every)
    assert search_tables.by_department(every).to_dict("records") == [
        {"担当課": "防災課", "実施事業": 1, "か所": 3},
        {"担当課": "市民課", "実施事業": 1, "か所": 1},
    ]


def test_the_answer_counts_initiatives_and_places() -> None:
    assert search_words.answer("LINE", [hit(1), hit(1, "R1"), hit(2)]) == "「LINE」は実施事業2件の3か所に書かれています"
    assert search_words.answer("LINE", []) == "「LINE」は見つかりません"
    assert (
        search_words.most([hit(1), hit(1, "R1"), hit(2, "R1")])
        == "最も多い担当課は防災課（3か所）、最も多い年度はR1（2か所）です。"
    )


def test_the_file_holds_the_whole_text_and_the_words_as_written() -> None:
    row = search_tables.places([hit(text="ＬＩＮＥとline")]).iloc[0]
    assert (row["欄"], row["本文"], row["見つかったことば"]) == ("評価", "ＬＩＮＥとline", "ＬＩＮＥ、line")


def test_a_word_that_is_part_of_another_is_told_apart() -> None:
    both = hit(text="LINEとＬＩＮＥPay、LINE")
    assert both.forms == ("LINE", "LINEPay")
    assert hits.narrowed([both], [], [], ["LINEPay"]) == [both]
    assert hits.narrowed([both], [], [], ["LINEWORKS"]) == []
