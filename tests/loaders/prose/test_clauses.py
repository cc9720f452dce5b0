"""An evaluation falls into sentences and clauses of which the last is the main one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.prose.clauses import CONNECTIVES, Link, split


def pieces(text: str) -> list[str]:
    return [text[clause.start : clause.end] for sentence in split(text) for clause in sentence.clauses]


@pytest.mark.parametrize(("link", "example"), [(link, example) for link, _, example in CONNECTIVES])
def test_connective_ends_a_clause(link: Link, example: str) -> None:
    (sentence,) = split(example)
    assert link in {clause.link for clause in sentence.clauses[:-1]}
    assert sentence.clauses[-1].link is Link.MAIN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("研修会を予定していたが、スケジュールが合わず未実施。", ["研修会を予定していたが、", "スケジュールが合わず未実施。"]),
        (
            "初心者向けのパソコン講座を実施した。 【結果/目標】9/11回 【参加人数】114人 ※2回分は台風の影響で中止",
            [
                "初心者向けのパソコン講座を実施した。",
                "【結果/目標】9/11回",
                "【参加人数】114人",
                "※2回分は台風の影響で",
                "中止",
            ],
        ),
        (
            "1. 開催実績なし（案件がなかったため） 2. 会議結果を速やかに公表した。",
            ["1. 開催実績なし（案件がなかったため）", "2. 会議結果を速やかに公表した。"],
        ),
        (
            "【回数】3回 全国合同訓練(Lアラート)において、迅速に対応できた。",
            ["【回数】3回", "全国合同訓練(Lアラート)において、", "迅速に対応できた。"],
        ),
        ("事業として、終了とする。", ["事業として、終了とする。"]),
        ("その為、市独自の情報提供は、行わないものとする。", ["その為、市独自の情報提供は、行わないものとする。"]),
    ],
)
def test_real_evaluations_are_cut_where_a_reader_pauses(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_label_with_its_figures_is_not_cut_between_them() -> None:
    text = "【内容】 都市計画審議会 3回 景観計画等策定委員会 4回"
    assert pieces(text) == [text]


def test_commas_within_brackets_cut_nothing() -> None:
    text = "関係機関(国、県の情報に基づき、更新した市)に配布した。"
    assert pieces(text) == [text]


def test_body_of_a_clause_leaves_out_its_connective() -> None:
    text = "準備したが、開催に至らなかった。"
    first = split(text)[0].clauses[0]
    assert (text[first.start : first.body_end], first.link) == ("準備した", Link.CONCESSIVE)


@given(st.text(alphabet="検討した実施が、。 ためし(）【】12回※\n・のものに", max_size=60))
def test_no_character_is_lost_and_clauses_stand_in_order(text: str) -> None:
    clauses = [clause for sentence in split(text) for clause in sentence.clauses]
    assert "".join("".join(text[c.start : c.end] for c in clauses).split()) == "".join(text.split())
    assert all(c.start <= c.body_end <= c.end for c in clauses)
    assert all(a.end <= b.start for a, b in pairwise(clauses))
