"""Digits that measure nothing: each form of the table, and counts that look like one."""

import pytest

from loaders.numbers.other_numbers import SPELLINGS, Spelling, find_other_numbers
from loaders.prose.widths import narrow

COUNTS = [
    "【結果/目標】3/4箇所",
    "9,813人/10,000人",
    "12/10回",
    "19/19手続き(1件増)",
    "2,017件",
    "2017件",
    "HP2回",
    "PC 35台",
    "5ポイント",
    "12項目",
    "3か所",
    "16GB",
    "1.5倍",
    "広報 2 回",
    "1 回",
    "R5000人",
    "S3回",
    "T3回",
    "1回の講座で50人が参加した",
    "1回の研修で終了した",
    "1台の購入であった",
]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(found.kind, text[found.start : found.end]) for found in find_other_numbers(narrow(text))]


@pytest.mark.parametrize("form", SPELLINGS, ids=lambda form: f"{form.kind}: {form.example}")
def test_form_is_recognised_in_its_example(form: Spelling) -> None:
    assert form.kind in [kind for kind, _ in kinds(form.example)]


@pytest.mark.parametrize("text", COUNTS)
def test_count_is_left_to_the_grammar(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("平成29年3月31日現在の登録数", ["平成29年3月31日"]),
        ("3,221件 (H30.3.31)", ["H30.3.31"]),
        ("6,850件 (R2.3.31時点)", ["R2.3.31"]),
        ("平成31年度までに", ["平成31年度"]),
        ("29年度と同様に", ["29年度"]),
        ("令和元年7月より自動応答", ["令和元年7月"]),
        ("(10/2~10/16)", ["10/2~10/16"]),
        ("(10/2~5, 12, 13)", ["10/2~5, 12, 13"]),
        ("1回(9/15号)", ["9/15号"]),
        ("1回(4月15日号)", ["4月15日"]),
        ("2回(9・11月)", ["9・11月"]),
        ("牧の原小学校で、5・6年生を対象に", ["5・6年生"]),
        ("第4次LGWANへの移行", ["第4次"]),
        ("第４次情報化計画", ["第４次"]),
        ("(内、第1回は、書面開催)", ["第1回"]),
        ("計画2-1-イにある郷土資料", ["2-1-イに"]),
        ("Windows10端末を更新", ["Windows10"]),
        ("環境白書2017のホームページへの掲載", ["2017"]),
        ("1. 開催実績なし（案件がなかったため） 2. 公表した。", ["1. ", "2. "]),
        ("1 印西市行政不服審査会 2 事前に公表し", ["1 "]),
        ("ページ数は1ページ分程度", ["1ページ分"]),
        ("児童生徒１人１台の教育用パソコン", ["１人１台"]),
        ("年4回の1日(6時間程度)研修", ["1日(6時間程度)"]),
        ("R2実績は", ["R2"]),
        ("R2件数は", ["R2"]),
        ("H30.4改定", ["H30.4"]),
        ("R元年度に", ["R元年度"]),
        ("昭和56年以前の", ["昭和56年"]),
        ("5,6年生を", ["5,6年生"]),
    ],
)
def test_words_with_digits_are_taken_whole(text: str, words: list[str]) -> None:
    assert [found for _, found in kinds(text)][: len(words)] == words


@pytest.mark.parametrize(
    "text", ["J1リーグ", "J-LISで配信", "LINEPay", "IPv6対応", "Wi-Fi6", "5G基地局", "28th", "ISO27001を取得"]
)
def test_name_with_a_digit_is_no_count(text: str) -> None:
    assert sum(sign.isdecimal() for _, words in kinds(text) for sign in words) == sum(sign.isdecimal() for sign in text)
