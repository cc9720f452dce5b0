"""Forms in which a plan's own years, its first state and its last goal stand among the years of its values."""

from tests.intake.cells import CASES
from tests.intake.drawn import draw

FIRST = len(CASES)

draw(
    "years-counted-above-years",
    "a plan's years counted above the years, kinds in rows, a state with its year in the cell, the last year marked",
    """
    @ 森の県ビジョン　数値目標の進み
    ! 番号 | 指標 | 単位 | 現状値⏎（年度） | 区分 | ビジョンの期間 | < | <
    ! ^ | ^ | ^ | ^ | ^ | 第1年次 | 第2年次 | 第3年次（最終）
    ! ^ | ^ | ^ | ^ | ^ | 令和5年度 | 令和6年度 | 令和7年度
    1 | 木育に加わった園 | 園 | 12⏎(R3) | 目標 | 20 | 30 | 40
    ^ | ^ | ^ | ^ | 実績 | 19 | 33 |
    2 | 県産材の出荷量 | 千㎥ | 410⏎(R2) | 目標 | 430 | 450 | 470
    ^ | ^ | ^ | ^ | 実績 | 418 | 461 |
    """,
    """
    木育に加わった園|2023:20/19|2024:30/33|2025:40/-|base=12|final=40|unit=園
    県産材の出荷量|2023:430/418|2024:450/461|2025:470/-|base=410|final=470|unit=千㎥
    """,
    kinds="xlsx html",
)

draw(
    "last-goal-goes-on-with-the-years",
    "kinds in rows, the goal of the plan's last year right behind the years: it is that year's target too",
    """
    @ 人権計画　成果の歩み
    ! 指標 | 区分 | 当初値（R3） | 令和4年度 | 令和5年度 | 最終目標（令和6年度）
    相談を受けた件数（件） | 目標値 | ／ | 50 | 60 | 70
    ^ | 実績値 | 41 | 48 | 66 | ／
    講演に来た人（人） | 目標値 | ／ | － | － | 900
    ^ | 実績値 | 700 | － | － | ／
    """,
    """
    相談を受けた件数|2022:50/48|2023:60/66|2024:70/-|base=41|final=70|unit=件
    講演に来た人|base=700|final=900|unit=人
    """,
    kinds="xlsx html",
)

draw(
    "all-plans-then-all-results",
    "all years of the plan, the last one marked, then all results, and what is expected",
    """
    @ 診療所プラン　数値目標
    ! 指標 | 単位 | 策定時 | 計画 | < | < | 実績 | 決算見込
    ! ^ | ^ | R4年度 | R5年度 | R6年度 | R7年度（最終） | R5年度 | R6年度
    外来の患者 | 人 | 8,100 | 8,200 | 8,300 | 8,400 | 8,150 | 8,290
    病床の利用 | ％ | 61.0 | 63.0 | 65.0 | 67.0 | 62.4 | 64.8
    % ※ 決算見込は9月までの値からの推計で、実績ではない。
    """,
    """
    外来の患者|2023:8200/8150|2024:8300/8290|2025:8400/-|base=8100|final=8400|unit=人
    病床の利用|2023:63/62.4|2024:65/64.8|2025:67/-|base=61|final=67|unit=%
    """,
    kinds="xlsx csv html",
)

draw(
    "forms-of-blocks-with-titles",
    "forms with blocks under one line of years: steps in words, then a measure whose title tells its unit and its start",
    """
    @ 柱１　水辺をまもる
    @
    @ 番号 | あ-1 | 取組の名称 | 川岸の手入れ |  |
    @ 受持課 | 河川課 |  |  |  |
    ! 取組の段取り | 年度 | 令和5年度 | 令和6年度 | 令和7年度 | 令和8年度
    ^ | 計画 | 調べる・直す | 直す | 直す | →
    ^ | 実施状況 | おおむね済み | 済み |  |
    ものさし指標 | 直した岸の長さ（年間）⏎【単位：ｍ】⏎着手前（R4）：110ｍ | < | < | < | <
    ^ | 目標値 | 120 | 130 | 140 | 150
    ^ | 実績値 | 118 | 137 |  |
    ひとこと | 令和６年度：達成 | < | < | < | <
    %
    % 番号 | あ-2 | 取組の名称 | 池の手入れ |  |
    % 受持課 | 公園課 |  |  |  |
    % 取組の段取り | 年度 | 令和5年度 | 令和6年度 | 令和7年度 | 令和8年度
    % ^ | 計画 | 調べる | 直す | 直す | →
    % ^ | 実施状況 | 済み | 遅れた |  |
    % ものさし指標 | 水のきれいな池⏎【単位：池】⏎着手前（R4）：3池 | < | < | < | <
    % ^ | 目標値 | 4 | 6 | 8 | 9
    % ^ | 実績値 | 4 | 5 |  |
    % ひとこと | 令和６年度：未達成 | < | < | < | <
    """,
    """
    直した岸の長さ|2023:120/118|2024:130/137|2025:140/-|2026:150/-|base=110|unit=ｍ|dep=河川課
    水のきれいな池|2023:4/4|2024:6/5|2025:8/-|2026:9/-|base=3|unit=池|dep=公園課
    """,
    kinds="xlsx",
)

draw(
    "period-of-the-plan-told-above",
    "a line tells the plan's period: the target of its last year is the plan's goal, and no other year's is",
    """
    @ みなと戦略　成果の一覧
    @ ※戦略期間：令和３年度～令和５年度
    @
    ! 指標 | 単位 | 令和4年度 | < | 令和5年度 | <
    ! ^ | ^ | 目標値 | 実績値 | 目標値 | 実績値
    寄港した客船 | 隻 | 20 | 12 | 30 | 33
    魚市場の見学者 | 人 | 900 | 760 | － | 810
    """,
    """
    寄港した客船|2022:20/12|2023:30/33|final=30|unit=隻
    魚市場の見学者|2022:900/760|2023:-/810|unit=人
    """,
    kinds="xlsx csv html",
)

NAMES = {case.name for case in CASES[FIRST:]}
