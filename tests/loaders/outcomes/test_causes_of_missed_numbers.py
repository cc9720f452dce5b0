"""Where a number missed its target, why is told in a clause, a note or a sentence beside it, or not at all."""

import pytest

from loaders.model import Reason, Status
from loaders.outcomes.judging import judge
from tests.loaders.outcomes.judged import cells, indicator, initiative

# The evaluation, its plan, the fiscal year, target and result, the reasons that a careful reader may give (None: none).
MISSED: tuple[tuple[str, str, int, tuple[float, float], tuple[Reason | None, ...]], ...] = (
    ("コロナで1回中止、3回実施。", "4回実施", 2020, (4, 3), (Reason.COVID,)),
    ("実施3回(1回は荒天で中止)", "4回実施", 2019, (4, 3), (Reason.DISASTER,)),
    ("受診率32.1%。仕事で受診の時間が取れない人が多い。", "受診率40%", 2019, (40, 32.1), (Reason.NO_DEMAND,)),
    ("訪問は212件。保健師1名が年度途中から休みに入ったことによる。", "訪問300件", 2019, (300, 212), (Reason.ORGANISATION,)),
    ("入込客数は41万人。県をまたぐ移動の制限で団体客が激減した。", "入込客数80万人", 2020, (80, 41), (Reason.COVID,)),
    ("有収率は86.2%。1月の寒波で漏水が多発したことが響いた。", "有収率90%", 2017, (90, 86.2), (Reason.DISASTER,)),
    ("耐震化延長0.9km。資材単価の上昇により発注量を減らしたため。", "耐震化延長1.5km", 2022, (1.5, 0.9), (Reason.COST,)),
    ("整備は3校。夏休みの工事期間では足りなかった。", "整備5校", 2019, (5, 3), (Reason.SCHEDULE,)),
    ("締結は2件。相手方の社内手続に時間がかかっている。", "締結4件", 2019, (4, 2), (Reason.DEPENDENCY,)),
    ("登録は310件。本人確認の画面で離脱する人が多く、改修を検討している。", "登録500件", 2021, (500, 310), (Reason.TECHNICAL,)),
    ("貸出冊数は18万冊。4月と5月の休館が影響した。", "貸出冊数25万冊", 2020, (25, 18), (Reason.COVID,)),
    (
        "収納率は94.1%。徴収担当の入れ替わりで滞納整理に手が回らなかった。",
        "収納率95%",
        2019,
        (95, 94.1),
        (Reason.ORGANISATION,),
    ),
    ("加入は7団体。役員の負担を嫌って加入を見合わせる団体がある。", "加入10団体", 2019, (10, 7), (Reason.NO_DEMAND,)),
    (
        "宿泊者は1.2万人。主要な旅館1軒が廃業したことが大きい。",
        "宿泊者1.5万人",
        2019,
        (1.5, 1.2),
        (
            Reason.OTHER,
            Reason.DEPENDENCY,
        ),
    ),
    ("実績8回。内容は好評で、次年度も続ける。", "10回", 2019, (10, 8), (None,)),
    ("参加は82人。感染対策を講じ、会場の換気に努めた。", "100人", 2020, (100, 82), (None,)),
    ("交付は210件。国の補助を活用した。", "300件", 2019, (300, 210), (None,)),
    ("受講は41人。アンケートでは満足の声が多い。", "50人", 2019, (50, 41), (None,)),
    ("参加は82人。講師は県の職員に依頼した。", "100人", 2019, (100, 82), (None,)),
    ("貸出は18万冊。電子図書の貸出は2,100冊であった。", "25万冊", 2019, (25, 18), (None,)),
    ("図書館が休館となり、貸出は12,000冊", "貸出20,000冊", 2020, (20000, 12000), (Reason.COVID,)),
    ("学校が臨時休校となり、出前授業は3回", "出前授業10回", 2020, (10, 3), (Reason.COVID,)),
    (
        "入会を断られる世帯があり、加入率は61%",
        "加入率70%",
        2019,
        (70, 61),
        (
            Reason.NO_DEMAND,
            Reason.OTHER,
        ),
    ),
    ("加入率61%。高齢世帯の転出が多い。", "加入率70%", 2019, (70, 61), (Reason.OTHER,)),
    ("ロボットの設定のやり直しに時間を取られ、削減は310時間", "削減500時間", 2021, (500, 310), (Reason.TECHNICAL,)),
    ("プログラムの改修に手間取り、登録は20件", "登録50件", 2021, (50, 20), (Reason.TECHNICAL,)),
    ("外出自粛が続き、利用は1,200人", "利用3,000人", 2020, (3000, 1200), (Reason.COVID,)),
    ("4か所が閉じ、21か所に減った。集まりを自粛する地区が多い。", "30か所", 2020, (30, 21), (Reason.COVID,)),
)


@pytest.mark.parametrize(("evaluation", "plan", "year", "numbers", "reasons"), MISSED)
def test_cause_of_a_missed_number_is_found_or_left_open(
    evaluation: str, plan: str, year: int, numbers: tuple[float, float], reasons: tuple[Reason | None, ...]
) -> None:
    row = cells({year: plan, year + 1: plan}, {year: evaluation})
    outcome = judge(initiative(), row, (indicator((year, *numbers)),), (year,))[0][0]
    assert outcome.status is Status.UNMET
    assert outcome.reason in reasons, outcome.reason_quote
