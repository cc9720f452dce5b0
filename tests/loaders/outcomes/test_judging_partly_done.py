"""A cell may tell of work done and of other work undone: the undone counts where the plan holds it."""

import pytest

from loaders.model import Status
from loaders.outcomes.judging import judge
from tests.loaders.outcomes.judged import cells, initiative

# By what became of the year: the evaluation, its plan, the next plan, the fiscal year.
TOLD: dict[Status, tuple[tuple[str, str, str, int], ...]] = {
    Status.IMPLEMENTED: (
        ("講座を3回開いた。なお、託児は利用の希望がなく行わなかった。", "講座を開く。", "講座を開く。", 2021),
        (
            "予約システムを公開した。決済の機能は今後の課題である。",
            "予約システムを公開する。",
            "予約システムを公開する。",
            2021,
        ),
        ("屋根の改修を終えた。空調の更新は別の計画で行う。", "屋根を改修する。", "屋根を改修する。", 2021),
        (
            "広報紙で特集を組んだ。動画の公開には至っていないが、準備は整った。",
            "広報紙で特集を組む。",
            "広報紙で特集を組む。",
            2021,
        ),
        ("研修を行った。参加できなかった職員には資料を配った。", "研修を行う。", "研修を行う。", 2021),
        ("点検を行い、危険な箇所は応急の措置をとった。本格的な修繕は次年度に行う。", "点検を行う。", "修繕を行う。", 2021),
        (
            "ハザードマップを配布した。土砂災害の区域は県の調査が終わっていないため、次回の改訂で載せる。",
            "ハザードマップを配布する。",
            "ハザードマップを配布する。",
            2021,
        ),
    ),
    Status.UNMET: (
        (
            "講座を3回開いた。託児は保育士を確保できず設けられなかった。",
            "講座を開き、託児を設ける。",
            "講座を開き、託児を設ける。",
            2021,
        ),
        (
            "予約システムを公開した。決済の機能は接続の不具合により稼働していない。",
            "予約システムに決済の機能を加えて公開する。",
            "予約システムに決済の機能を加えて公開する。",
            2021,
        ),
        ("屋根の改修を終えた。空調は予算の都合から次年度とした。", "屋根と空調を改修する。", "空調を改修する。", 2021),
        (
            "条例の素案をまとめた。パブリックコメントは、関係団体との調整が続いており実施していない。",
            "条例の素案をまとめ、パブリックコメントを行う。",
            "パブリックコメントを行う。",
            2021,
        ),
        (
            "広報での周知は行った。街頭での啓発は、感染の拡大により見合わせた。",
            "広報と街頭で啓発する。",
            "広報と街頭で啓発する。",
            2020,
        ),
        (
            "1期の入替えは完了した。2期は機器の納期が延び、翌年度の作業となった。",
            "1期と2期の入替えを行う。",
            "2期の入替えを行う。",
            2021,
        ),
        ("台帳の整備は進めたものの、公開までは行き着かなかった。", "台帳を整備し、公開する。", "公開する。", 2021),
        ("計画していた4事業のうち2事業は着手を見合わせた。", "4事業に着手する。", "4事業に着手する。", 2021),
        ("夏の教室は開いたが、冬の教室は申込みが少なく取りやめた。", "夏と冬に教室を開く。", "夏と冬に教室を開く。", 2019),
        ("実証は一部の路線に限られた。", "全路線で実証を行う。", "全路線で実証を行う。", 2021),
        ("導入は本庁だけで、支所には広がっていない。", "本庁と支所に導入する。", "本庁と支所に導入する。", 2021),
        (
            "利用者の登録は進んでいるが、目標の人数には遠い。",
            "登録を増やす。【目標】1,000人",
            "登録を増やす。【目標】1,000人",
            2021,
        ),
        ("成果品の精度に課題があり、検収を終えていない。", "成果品を検収する。", "成果品を検収する。", 2021),
    ),
}


@pytest.mark.parametrize(("status", "row"), [(status, row) for status, rows in TOLD.items() for row in rows])
def test_undone_part_counts_where_the_plan_holds_it(status: Status, row: tuple[str, str, str, int]) -> None:
    evaluation, plan, following, year = row
    outcome = judge(initiative(), cells({year: plan, year + 1: following}, {year: evaluation}), (), (year,))[0][0]
    assert outcome.status is status, (outcome.rule, outcome.evidence)
    assert status is Status.UNMET or not outcome.is_carried_over
