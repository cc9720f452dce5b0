"""Labels in brackets: which words they govern, which role they name, whether they say what is counted."""

import pytest

from loaders.model import Kind, Role
from loaders.numbers.labels import ROLE_WORDS, names_subject, roles, segments
from loaders.numbers.other_numbers import find_other_numbers


def parts(text: str) -> list[tuple[str | None, str]]:
    others = find_other_numbers(text)
    return [(part.tag.words if part.tag else None, text[part.start : part.end].strip()) for part in segments(text, others)]


def test_label_governs_the_words_up_to_the_next() -> None:
    text = "周知を図る。 【目標】11,000人(令和3年3月31日現在) 【広報紙での周知】10回"
    assert parts(text) == [
        (None, "周知を図る。"),
        ("目標", "11,000人(令和3年3月31日現在)"),
        ("広報紙での周知", "10回"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("【更新回数：月1回以上】", [("更新回数", "月1回以上")]),
        ("【結果：1件(207件申し込み)】", [("結果", "1件(207件申し込み)")]),
        ("【令和2年度クレジットによる寄附：539件】", [("令和2年度クレジットによる寄附", "539件")]),
        ("【目標10回】", [("目標", "目標10回")]),
        ("[目標]5件", [("目標", "5件")]),
    ],
)
def test_label_can_hold_its_value(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize("text", ["【第2回】開催した。", "【令和2年度】開催した。", "【実績：未実施】開催した。"])
def test_label_without_a_count_holds_no_value(text: str) -> None:
    assert [words for _, words in parts(text)] == ["開催した。"]


@pytest.mark.parametrize(("pattern", "in_year", "in_base", "example"), ROLE_WORDS, ids=[row[3] for row in ROLE_WORDS])
def test_label_names_the_role_of_its_numbers(pattern: str, in_year: Role, in_base: Role, example: str) -> None:
    words = example.partition("】")[0].strip("【")
    assert roles(words, Kind.RESULT) == (in_year,)
    assert roles(words, Kind.BASELINE_GOAL) == (in_base,)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("結果/目標", (Role.RESULT, Role.TARGET)),
        ("目標/実績", (Role.TARGET, Role.RESULT)),
        ("実績・目標", (Role.RESULT, Role.TARGET)),
        ("広報紙での周知", ()),
        ("内容", ()),
        ("計画策定委員会", ()),
    ],
)
def test_pair_label_names_two_roles_in_its_order_and_others_none(words: str, expected: tuple[Role, ...]) -> None:
    assert roles(words, Kind.RESULT) == expected


@pytest.mark.parametrize("words", ["結果/目標", "目標", "結果", "内容", "回数", "現状", "事業目標", "場所", "実績値"])
def test_label_of_role_or_counting_names_no_subject(words: str) -> None:
    assert not names_subject(words)


@pytest.mark.parametrize("words", ["広報紙での周知", "登録数", "参加人数", "貸出実績", "ダウンロード件数"])
def test_label_of_a_thing_names_it(words: str) -> None:
    assert names_subject(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("対象を広げる。目標：30手続 講座も開く。", [(None, "対象を広げる。"), ("目標", "30手続 講座も開く。")]),
        ("聞き取りを経てKPI：45手続。次は", [(None, "聞き取りを経てKPI：45手続。次は")]),
        ("聞き取りを経て、KPI：45手続。次は", [(None, "聞き取りを経て、"), ("KPI", "45手続。"), (None, "次は")]),
        ("実績：450台／目標：450台", [("実績", "450台／"), ("目標", "450台")]),
        ("【講座】3回。到達目標:5回。広げる。", [("講座", "3回。"), ("到達目標", "5回。"), ("講座", "広げる。")]),
    ],
)
def test_a_role_before_a_colon_labels_the_rest_of_its_sentence(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert parts(text) == expected
