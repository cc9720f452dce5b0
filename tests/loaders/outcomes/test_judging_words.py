"""Where no number decides, the words of the evaluation do, and its own words are always the evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.model import Cell, Kind, Place, Status
from loaders.outcomes.judging import judge
from tests.loaders.outcomes.judged import YEARS, cell, cells, initiative, judge_year

BY_WORDS = [
    # evaluation, plan, status
    (
        "国、県の情報に基づき、市ホームページに感染症等に関する情報を提供した。",
        "情報の提供を継続していく。",
        Status.IMPLEMENTED,
    ),
    ("【内容】 印西市環境審議会 2回 印西市環境推進市民会議 10回", "会議開催結果を速やかに公表する。", Status.IMPLEMENTED),
    ("システムの情報収集を行った。", "要件、機能等を検討する。", Status.UNDER_STUDY),
    ("市民課、障がい福祉課で、調査・研究中。", "導入の必要性について、検討する。", Status.UNDER_STUDY),
    ("関係課に照会を行ったが追加できるマップはなかった。", "マップがないか検討する。", Status.UNDER_STUDY),
    ("インターネット検索等により情報収集を行うとともに、空き状況を公表した。", "空き状況を公表する。", Status.IMPLEMENTED),
    ("研修会を予定していたが、スケジュールが合わず未実施。", "情報共有を図る。", Status.UNMET),
    ("仕様書、募集要綱等の案は作成できたが、導入に至らなかった。", "番号呼出システムを導入する予定である。", Status.UNMET),
    ("今年度は開催できなかったが、市民向け講習会（出前講座）を実施した。", "引き続き講座を実施する。", Status.IMPLEMENTED),
    ("中止となった代わりに、オンラインで講座を実施した。", "講座を実施する。", Status.IMPLEMENTED),
    ("台風の影響により中止となった。代わりにオンラインで開催した。", "講座を開催する。", Status.IMPLEMENTED),
    ("マルシェの中止を決定した。代替として物産展を実施した。", "マルシェを開催する。", Status.UNMET),
    ("担い手養成講座を開催した。新規の開設なし。", "新規に1か所開設する。", Status.UNMET),
    ("来館者数は目標を割り込んだ。電子図書の費用を整理した。", "電子図書の導入を検討する。", Status.UNMET),
    ("改修に至らなかった。令和4年6月の着工を予定している。", "改修する。", Status.UNMET),
    ("伸び悩んだ。B", "30.0", Status.UNMET),
    ("創業塾は商工会議所に移管して終了した。市は広報紙で募集に協力した。", "創業塾を行う。", Status.CLOSED),
    ("料金の改定は当面見送ることとした。", "改定する。", Status.UNMET),
    ("影響を受けたが、予定どおり講座を実施した。", "講座を実施する。", Status.IMPLEMENTED),
    ("計画の一部のみ実施", "改修を行う。", Status.UNMET),
    ("特段、対応することはなかった。", "助言等を求められた際など、速やかに対応する。", Status.NOT_REPORTED),
    (
        "1. 開催実績なし（案件がなかったため） 2. 会議結果を速やかに公表した。",
        "審議会を必要に応じ開催する。",
        Status.IMPLEMENTED,
    ),
    (
        "事前の公表については、速やかに公表したが、会議開催結果の公表が予定より遅れた。",
        "会議開催結果を公表する。",
        Status.UNMET,
    ),
    ("検討した結果、今年度中の導入は見送った。", "実施の可否について検討する。", Status.UNMET),
    ("使用頻度が低い見込みとなったため、導入を見送ることとした。", "導入の必要性について、検討する。", Status.CLOSED),
    ("地図表示はなじまないことが判明した。事業として、終了とする。", "必要性について検討する。", Status.CLOSED),
    ("学校統廃合を踏まえ、11校に指定避難所看板の設置を終了した。", "案内板を設置する。", Status.IMPLEMENTED),
    ("ホームページの内容の充実を検討する。", "既存のホームページの内容の見直しを行う。", Status.UNDER_STUDY),
    ("引き続き、ごみの分別方法について更新を行う。 【回数】 11回", "ごみの分別方法について更新を行う。", Status.IMPLEMENTED),
    ("－", "更新を行う。", Status.NOT_REPORTED),
    ("令和2年度に策定する予定。", "計画を策定する。", Status.UNMET),
    ("令和元年度中に1件新たに公開する。", "公開件数を増加させる。", Status.IMPLEMENTED),
    ("隔年実施のため、今年度は実施していない。", "講座を実施する。", Status.NOT_REPORTED),
    ("目標値を下回った。", "周知を図る。", Status.UNMET),
    ("出動要請はなかった。", "要請に応じ出動する。", Status.NOT_REPORTED),
    ("申請なし", "申請に応じ助成", Status.NOT_REPORTED),
    ("0（申請者なし）", "申請者に助成", Status.NOT_REPORTED),
    ("応募がなく、講座は開けなかった。", "講座を開く。", Status.UNMET),
    ("集計中（9月確定）", "満足度を調べる。", Status.NOT_REPORTED),
    ("精査中につき次回公表", "満足度を調べる。", Status.NOT_REPORTED),
    ("集計中のデータを整理し、公表した。", "公表する。", Status.IMPLEMENTED),
    ("基本計画を策定する。", "基本計画を策定する。", Status.NOT_REPORTED),
    ("予定価格超過で不落。", "配水管を更新する。", Status.UNMET),
    ("中央1基のみ。北部は用地承諾が得られず次年度", "中央・北部の2基", Status.UNMET),
    ("電柱を抜き終えた。学校通りの工事は、発注を令和4年度に改めている。", "電柱を抜き、学校通りの工事に入る。", Status.UNMET),
    ("定員の拡大は行わず、7,026人のまま据え置いた。一時預かりを始めた。", "定員を7,100人とする。", Status.UNMET),
    ("未達成であった項目の整備を行いました。", "整備を行う。", Status.IMPLEMENTED),
]


@pytest.mark.parametrize(("evaluation", "plan", "status"), BY_WORDS)
def test_words_decide_where_there_are_no_numbers(evaluation: str, plan: str, status: Status) -> None:
    assert judge_year(evaluation, plan)[0].status is status


def test_failure_beside_work_done_counts_only_where_it_was_planned() -> None:
    evaluation = "市役所一階掲示板で情報を掲載した。サイトの構築については、検討には行っていない。"
    assert judge_year(evaluation, "掲載を行うとともに、サイトの構築検討を行う。")[0].status is Status.UNMET
    assert judge_year(evaluation, "掲示板で掲載を行う。")[0].status is Status.IMPLEMENTED


def test_remark_beside_the_point_fails_nothing() -> None:
    evaluation = "リサイクル情報について掲載した。なお、サイトの構築検討は行っていない。"
    assert judge_year(evaluation, "サイトの構築検討を行う。")[0].status is Status.IMPLEMENTED


FRAGMENTS = sorted({part for evaluation, *_ in BY_WORDS for part in evaluation.split("、")})
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), max_size=4).map("、".join)


@given(st.lists(TEXTS, min_size=8, max_size=8), st.integers(0, 5))
def test_evidence_is_always_found_at_its_span(texts: list[str], lead: int) -> None:
    printed = {
        Place(kind, year): " " * lead + text
        for (kind, year), text in zip([(k, y) for y in YEARS for k in (Kind.PLAN, Kind.RESULT)], texts, strict=True)
    }
    row = [Cell(p, p, text[lead:], lead, len(text), 1.0, "cut") for p, text in printed.items()]
    outcomes, _ = judge(initiative(), row, (), YEARS)
    assert [outcome.year for outcome in outcomes] == list(YEARS)
    for outcome in outcomes:
        if outcome.evidence_place is None:
            assert (outcome.evidence, outcome.span_start, outcome.span_end) == ("", None, None)
        else:
            assert printed[outcome.evidence_place][outcome.span_start : outcome.span_end] == outcome.evidence


@given(TEXTS, TEXTS, TEXTS, st.sampled_from([Kind.PLAN, Kind.RESULT]), st.sampled_from([2018, 2019, 2020, 2021]))
def test_empty_cell_changes_nothing(plan: str, evaluation: str, following: str, kind: Kind, year: int) -> None:
    row = cells({2019: plan, 2020: following}, {2019: evaluation})
    assert judge(initiative(), row, (), YEARS) == judge(initiative(), [*row, cell(kind, year, "")], (), YEARS)
