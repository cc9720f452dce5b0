"""Words of work done may tell of less than was planned: something else in its place, a part of it, all as before."""

import pytest

from loaders.model import Reason, Status
from tests.loaders.outcomes.judged import judge_year

# The evaluation, the plan (the next year plans it again), why.
SHORT: tuple[tuple[str, str, Reason | None], ...] = (
    # Something else in its place.
    ("講師の急病により事例検討はできず、資料の配布に代えた。", "事例検討を取り入れる。", Reason.ORGANISATION),
    ("大雨警報が発表されたため訓練は中止し、後日、机上での確認に替えた。", "訓練を行う。", Reason.DISASTER),
    ("大雨で実地訓練は中止し、図上訓練に替えた。", "実地訓練を行う。", Reason.DISASTER),
    ("強風のため放水訓練は取りやめ、講話のみとした。", "放水訓練を行う。", Reason.DISASTER),
    ("通訳者が確保できず、外国語での案内は行えず、チラシの配布で代えた。", "外国語での案内を行う。", Reason.ORGANISATION),
    # Nobody answered a call.
    ("公募したが応募者がなかった。", "事業者の公募", Reason.NO_DEMAND),
    ("入居者を募集したが、問合せがなかった。", "入居者の募集", Reason.NO_DEMAND),
    ("担い手を募ったものの、手を挙げる地区がなかった。", "モデル地区の指定", Reason.NO_DEMAND),
    ("募集に応募がなく、体制は前年度のまま。", "未配置の圏域を受け持つ職員の採用", Reason.NO_DEMAND),
    # As before, for want of what was planned.
    ("司書の採用試験で合格者が出ず、分館は前年度と同じ体制で運営した。", "分館に司書を配置する。", Reason.ORGANISATION),
    ("システムの改修が間に合わず、従来の手書きで対応した。", "発行を自動化する。", Reason.TECHNICAL),
    ("国の許可が下りず、試験運行のまま年度を終えた。", "本格運行に移す。", Reason.DEPENDENCY),
    # A part of it.
    ("5台のうち3台の更新を終えた。", "消防車5台を更新する。", None),
    ("土砂崩れで通れない2地区を除き、8地区で説明会を開いた。", "全ての地区で説明会を開く。", Reason.DISASTER),
    (
        "東公民館に整備した。西公民館は、改修と一体で行うほうが安価となるため、令和2年度に行う。",
        "公民館に整備する。",
        Reason.COST,
    ),
    (
        "電子図書を導入した。郷土資料の電子化は、委託先の作業の遅れにより令和2年度の完了となる見込みである。",
        "電子図書を導入し、郷土資料を電子化する。",
        Reason.SCHEDULE,
    ),
    # Until something else comes about.
    (
        "システムの標準化の内容が固まっていないことから、可否の決定は標準仕様書の公表後とする。",
        "可否を決定する。",
        Reason.DEPENDENCY,
    ),
    ("導入の判断は実証の結果を見てからとした。", "導入を判断する。", None),
)
# The evaluation and the plan.
WHOLE: tuple[tuple[str, str], ...] = (
    ("会場が使えず、オンラインでの開催に切り替えた。", "研修会を開催する。"),
    ("集合研修は中止し、オンライン研修に切り替えた。", "集合研修を行う。"),
    ("雨天で校庭での運動会は行えず、体育館に変更した。", "運動会を行う。"),
    ("台風で運動会は当日に行えず、別の日に振り替えた。", "運動会を行う。"),
    ("積雪で閉鎖中の1施設を除き、全施設で点検を終えた。", "全施設を点検する。"),
    ("対象外の3校を除き、21校に配備した。", "全ての学校に配備する。"),
    ("24校のうち3校で試行した。", "3校で試行する。"),
    ("24校のうち3校で試行した。", "24校のうち3校で試行する。"),
    ("18クラブのうち5クラブで避難訓練を行った。", "18クラブを運営する。"),
    ("応募がなく、従来の委員で開催した。", "審議会を開催する。"),
    ("前年度と同じ規模で開催した。", "祭りを開く。"),
    ("県の通知を待って発送した。", "通知を発送する。"),
    ("機器が届くのを待って据え付け、12月に稼働した。", "機器を据え付ける。"),
    ("文化会館への整備を終えた。総合体育館は予定どおり令和2年度に施工する。", "文化会館及び総合体育館に整備する。"),
    ("講座を6回開いた。好評のため、令和2年度も開催する。", "講座を開く。"),
    ("計画を策定した。国の指針が改定されるため、令和2年度に一部を見直す。", "計画を策定する。"),
)


@pytest.mark.parametrize(("evaluation", "plan", "reason"), SHORT)
def test_less_than_was_planned_is_left_undone(evaluation: str, plan: str, reason: Reason | None) -> None:
    outcome, _ = judge_year(evaluation, plan, plan)
    assert (outcome.status, outcome.is_carried_over) == (Status.UNMET, True), (outcome.rule, outcome.evidence)
    assert reason is None or outcome.reason is reason, outcome.reason_quote


@pytest.mark.parametrize(("evaluation", "plan"), WHOLE)
def test_same_work_in_another_way_place_or_time_is_done(evaluation: str, plan: str) -> None:
    outcome, _ = judge_year(evaluation, plan, plan)
    assert (outcome.status, outcome.is_carried_over) == (Status.IMPLEMENTED, False), (outcome.rule, outcome.evidence)


@pytest.mark.parametrize(
    ("evaluation", "plan", "status"),
    [
        ("令和2年3月をもって懇談会を廃止し、地区会議に引き継いだ。", "懇談会を開く。", Status.CLOSED),
        ("令和2年3月をもって協議会を解散し、連合会に引き継いだ。", "協議会を運営する。", Status.CLOSED),
        ("令和2年3月をもって旧システムを廃止し、新システムに切り替えた。", "新システムを構築する。", Status.IMPLEMENTED),
        ("紙の広報の配達を廃止し、アプリでの配信に改めた。", "アプリで配信する。", Status.IMPLEMENTED),
    ],
)
def test_work_with_a_term_that_is_handed_on_has_ended(evaluation: str, plan: str, status: Status) -> None:
    assert judge_year(evaluation, plan)[0].status is status
