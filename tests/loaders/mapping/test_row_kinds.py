"""Words below each other in a column tell what the rows of an item are: plan, result, verdict."""

import pytest

from loaders.mapping.model.mapping import Use
from loaders.mapping.words.row_kinds import kinds_in, plan_and_result


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (("目標", "実績"), {"目標": Use.TARGET, "実績": Use.RESULT}),
        (("予定", "経過"), {"予定": Use.TARGET, "経過": Use.RESULT}),
        (("見込んだ水準", "到達した水準"), {"見込んだ水準": Use.TARGET, "到達した水準": Use.RESULT}),
        (("男性", "女性"), {}),
        (("量の見込み", "確保方策", "実績"), {"量の見込み": Use.FORECAST, "実績": Use.RESULT}),
    ],
)
def test_words_that_come_again_tell_plan_and_result(words: tuple[str, ...], kinds: dict[str, Use]) -> None:
    assert kinds_in(words * 3) == kinds


def test_a_word_that_stands_once_is_no_kind_of_the_rows() -> None:
    assert kinds_in(["予定", "実績", "予定", "実績", "経過"]) == {"予定": Use.TARGET, "実績": Use.RESULT}


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("目標", "実績", (Use.TARGET, Use.RESULT)),
        ("結果", "めやすとする値", (Use.RESULT, Use.TARGET)),
        ("実績", "前年度", None),
        ("市", "県", None),
    ],
)
def test_a_note_tells_lines_apart_though_it_names_one_of_them_in_words_of_its_own(
    first: str, second: str, kinds: tuple[Use, Use] | None
) -> None:
    assert plan_and_result(first, second) == kinds


def test_a_word_that_only_likeness_makes_a_verdict_is_what_came_of_a_plan_that_nothing_else_answers() -> None:
    assert kinds_in(["めやす", "できばえ", "説明"] * 3) == {
        "めやす": Use.TARGET,
        "できばえ": Use.RESULT,
        "説明": Use.COMMENT,
    }
    assert "できばえ" not in kinds_in(["実績", "できばえ"] * 3)


def test_sentences_among_the_kinds_of_forms_are_no_names_that_speak_against_them() -> None:
    sentences = [
        f"{place}の住民と話し合い、翌年度に決める。" for place in ("東", "西", "南", "北", "中央", "港", "丘", "川", "森")
    ]
    assert kinds_in(["予定", "実際"] * 9 + sentences) == {"予定": Use.TARGET, "実際": Use.RESULT}


def test_of_two_rows_the_known_one_tells_the_other_and_likeness_that_heads_names_tells_nothing() -> None:
    assert kinds_in(["計画", "実際"]) == {"計画": Use.TARGET, "実際": Use.RESULT}
    assert kinds_in(["計画", "利用者"]) == {"計画": Use.TARGET}
