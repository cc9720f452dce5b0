"""What became of a year: numbers first, then the words of the evaluation, then the plan."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.model import (
    Cell,
    Comparator,
    Direction,
    Finding,
    Indicator,
    IndicatorYear,
    Initiative,
    Kind,
    Outcome,
    Place,
    Quantity,
    Reason,
    Role,
    Status,
)
from loaders.outcomes.judging import DOUBTFUL_BELOW, judge

YEARS = (2017, 2018, 2019, 2020)


def initiative(department: str = "管財課") -> Initiative:
    return Initiative(4, "1", "1-①", "1-①-ア", "情報発信", True, department, None, None, "周知", 10, ())


def cell(kind: Kind, year: int, text: str, *, start: int = 0, confidence: float = 1.0) -> Cell:
    place = Place(kind, year)
    return Cell(place, place, text, start, start + len(text), confidence, "as_printed")


def cells(plans: Mapping[int, str], results: Mapping[int, str]) -> list[Cell]:
    return [cell(Kind.PLAN, y, t) for y, t in plans.items()] + [cell(Kind.RESULT, y, t) for y, t in results.items()]


def judge_year(
    evaluation: str, plan: str = "", following: str = "", *indicators: Indicator, department: str = "管財課"
) -> tuple[Outcome, tuple[Finding, ...]]:
    row = cells({2019: plan, 2020: following}, {2019: evaluation})
    outcomes, findings = judge(initiative(department), row, indicators, (2019,))
    return outcomes[0], findings


def indicator(*years: tuple[int, float | None, float | None], quote: str = "", start: int = 0) -> Indicator:
    entries = []
    for year, target, result in years:
        is_met = None if target is None or result is None else result >= target
        place = Place(Kind.RESULT, year)
        quantity = (
            Quantity(
                place, place, Role.RESULT, None, result, "回", Comparator.EQUAL, None, start, start + len(quote), quote, True
            )
            if result is not None and quote
            else None
        )
        entries.append(IndicatorYear(year, target, result, None, is_met, None, quantity))
    return Indicator("周知回数", "回", None, None, Direction.UP, False, tuple(entries))


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
    ("特段、対応することはなかった。", "助言等を求められた際など、速やかに対応する。", Status.IMPLEMENTED),
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


@pytest.mark.parametrize(("result", "status"), [(5, Status.MET), (4, Status.MET), (3, Status.UNMET)])
def test_numbers_decide_where_a_target_has_a_result(result: float, status: Status) -> None:
    quote = f"{result}/4箇所"
    text = f"再選定を行った。 【結果/目標】{quote}"
    outcome, findings = judge_year(text, "設置する。", "", indicator((2019, 4, result), quote=quote, start=text.index(quote)))
    assert outcome.status is status
    assert outcome.evidence == f"【結果/目標】{quote}"
    assert findings == ()


def test_one_missed_target_among_others_is_a_miss() -> None:
    outcome, _ = judge_year("講習会を実施した。", "開催する。", "", indicator((2019, 4, 4)), indicator((2019, 70, 46)))
    assert outcome.status is Status.UNMET


@pytest.mark.parametrize(
    ("evaluation", "result", "status"),
    [("台風により1回は未実施。", 4, Status.MET), ("目標値のアクセス件数を達成した。", 3, Status.UNMET)],
)
def test_numbers_win_over_words_and_a_finding_tells_of_it(evaluation: str, result: float, status: Status) -> None:
    outcome, findings = judge_year(evaluation, "訓練を実施する。", "", indicator((2019, 4, result)))
    assert outcome.status is status
    assert [(finding.kind, finding.quote) for finding in findings] == [("words_contradict_numbers", evaluation)]


def test_words_decide_on_a_target_without_result() -> None:
    target = indicator((2019, 1, None))
    failed, _ = judge_year("台風の影響により、打合せを実施出来なかった。", "更新について、検討する【目標】1回", "", target)
    done, _ = judge_year("システムの紹介を行った。", "勉強会を開催する。 【目標】1回", "", target)
    nobody_asked, _ = judge_year(
        "出前講座の要望は無かったため、次年度以降に向けて検討を行った。", "講座を実施する。", "", target
    )
    assert (failed.status, done.status, nobody_asked.status) == (Status.UNMET, Status.IMPLEMENTED, Status.UNMET)


@pytest.mark.parametrize(
    ("evaluation", "plan", "following", "carried"),
    [
        ("検討は次年度以降に行う。", "提供の可否を検討する。", "提供の可否を検討する。", True),
        ("次年度へ見送りとなった。", "SNS講座を1回行う予定。", "SNS講座若しくは質問会を1回開催する予定。", True),
        ("令和2年度に策定する予定。", "計画を策定する。", "計画を策定する。", True),
        ("検討結果を出すには至らなかった。", "新規導入自治体の研究をおこなう。", "", True),
        ("購入はできなかったため、令和3年度導入に向けて準備を行った。", "対応する。", "", True),
        ("導入に至らなかった。", "番号呼出システムを導入する。", "引き続き、番号呼出システムの導入を行う。", True),
        ("公表が予定より遅れた。", "結果を速やかに公表する。", "引き続き、結果を速やかに公表する。", False),
        ("広報紙で周知を行った。", "広報紙で周知を図る。", "引き続き広報紙で周知を図る。", False),
        ("コロナの影響で未実施。", "講座を実施する。", "講座は国が行うため、事業としては実施しない。", False),
        ("整備不備のため公開しなかった。", "公開できる地図があるか各課と調整する。", "", False),
    ],
)
def test_carried_over_is_what_was_left_undone_and_goes_on(evaluation: str, plan: str, following: str, carried: bool) -> None:
    outcome, _ = judge_year(evaluation, plan, following)
    assert outcome.is_carried_over is carried
    assert bool(outcome.carried_rule) is carried


def test_decision_against_stands_only_where_the_next_plan_lets_it_rest() -> None:
    evaluation = "アプリ化については膨大な費用がかかることから見送ることとした。"
    plan = "引き続き他市町村の情報を収集し、利用拡大のための方法を検討する。"
    again, _ = judge_year(evaluation, plan, plan)
    assert (again.status, again.reason, again.is_carried_over) == (Status.UNMET, Reason.COST, True)
    assert judge_year(evaluation, plan, "")[0].status is Status.CLOSED


def test_work_that_is_done_has_no_reason() -> None:
    assert judge_year("コロナの影響により規模を縮小して開催した。", "開催する。")[0].reason is None


def test_plan_that_hands_the_work_over_closes_the_years_that_follow() -> None:
    row = cells(
        {2017: "提供する情報について検討を行う。", 2018: "事務事業の移管により、子育て支援課で実施する。"},
        {2017: "子育て支援課と検討した。"},
    )
    outcomes, findings = judge(initiative("保育課"), row, (), YEARS)
    assert [o.status for o in outcomes] == [Status.UNDER_STUDY, Status.CLOSED, Status.CLOSED, Status.CLOSED]
    assert [o.rule for o in outcomes[1:]] == ["plan_transferred", "closed_before", "closed_before"]
    assert findings == ()


@pytest.mark.parametrize(
    ("plan", "department"),
    [
        ("令和元年度より、保育課から事務移管のため子育て支援課で実施。", "子育て支援課"),
        ("令和元年度の組織改編により旧情報管理課から管財課に事務移管。", "管財課"),
        ("平成30年度発足のため平成30年度より記載。", "建築指導課"),
        ("計画策定時には、計画していなかったが、令和元年度に多言語翻訳機を設置予定のため追加。", "企画政策課"),
    ],
)
def test_year_before_the_work_came_to_the_section_is_not_reported(plan: str, department: str) -> None:
    outcome, _ = judge_year("", plan, department=department)
    assert (outcome.status, outcome.rule) == (Status.NOT_REPORTED, "nothing_planned_yet")


def test_work_that_was_finished_and_is_never_planned_again_is_closed() -> None:
    row = cells({2018: "案内板を設置する。"}, {2018: "11校に案内板の設置を終了した。"})
    outcomes, _ = judge(initiative(), row, (), (2018, 2019))
    assert [o.status for o in outcomes] == [Status.IMPLEMENTED, Status.CLOSED]


def test_evaluation_in_the_mood_of_a_plan_is_doubtful() -> None:
    outcome, findings = judge_year("関係機関と協議を進めていく。", "関係機関と協議を進めていく。")
    assert outcome.confidence < DOUBTFUL_BELOW
    assert [finding.kind for finding in findings] == ["doubtful_outcome"]


def test_words_of_a_doubtful_place_are_doubtful_for_that() -> None:
    row = [cell(Kind.RESULT, 2019, "実施した。", confidence=0.3)]
    (finding,) = judge(initiative(), row, (), (2019,))[1]
    assert (finding.kind, "この年度のものか" in finding.message) == ("doubtful_outcome", True)


def test_outcome_is_no_surer_than_the_place_of_its_words() -> None:
    row = [cell(Kind.RESULT, 2019, "実施した。", confidence=0.55)]
    assert judge(initiative(), row, (), (2019,))[0][0].confidence == 0.55


def test_several_pieces_at_one_place_are_read_together() -> None:
    row = [cell(Kind.RESULT, 2019, "講座を実施した。"), cell(Kind.RESULT, 2019, "サイトの構築は行っていない。", start=20)]
    outcome = judge(initiative(), row, (), (2019,))[0][0]
    assert (outcome.status, outcome.span_start, outcome.span_end) == (Status.UNMET, 20, 34)


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
