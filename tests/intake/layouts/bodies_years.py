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

NAMES = {case.name for case in CASES[FIRST:]}
