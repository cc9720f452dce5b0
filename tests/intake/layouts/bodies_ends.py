"""Forms in which ends and starts of each year are what came of it and what was planned, whatever else their words may mean."""

from tests.intake.cells import CASES
from tests.intake.drawn import draw

FIRST = len(CASES)

draw(
    "start-and-end-of-each-year",
    "当初値 and 最終値 under each year",
    """
    @ 観光計画　指標の推移
    ! 指標 | 令和4年度 | < | 令和5年度 | <
    ! ^ | 当初値 | 最終値 | 当初値 | 最終値
    観光客（千人） | 120 | 98 | 125 | 131
    宿泊（千人） | 30 | 28 | 31 | 33
    """,
    """
    観光客|2022:120/98|2023:125/131
    宿泊|2022:30/28|2023:31/33
    """,
    kinds="xlsx html",
)

draw(
    "goal-and-end-of-each-year",
    "目標値 and 最終値 of each year, and the plan's last goal",
    """
    @ 観光計画　指標の推移
    ! 指標 | R4目標値 | R4最終値 | R5目標値 | R5最終値 | 最終目標（R8）
    観光客（千人） | 120 | 98 | 125 | 131 | 150
    宿泊（千人） | 30 | 28 | 31 | 33 | 40
    """,
    """
    観光客|2022:120/98|2023:125/131|final=150
    宿泊|2022:30/28|2023:31/33|final=40
    """,
    kinds="xlsx html",
)

draw(
    "end-of-the-title-s-year",
    "計画値, 見込値 and 最終値 of the one year that the title names",
    """
    @ 令和5年度　観光計画の点検
    ! 指標 | 計画値 | 見込値 | 最終値 | 評価
    観光客（千人） | 125 | 128 | 131 | Ａ
    宿泊（千人） | 31 | 32 | 30 | Ｂ
    """,
    """
    観光客|2023:125/131
    宿泊|2023:31/30
    """,
    kinds="xlsx html",
)

draw(
    "end-of-each-year-in-rows",
    "計画 and 最終値 in rows",
    """
    @ 観光計画　指標の推移
    ! 指標 | 区分 | R4 | R5
    観光客（千人） | 計画 | 120 | 125
    ^ | 最終値 | 98 | 131
    宿泊（千人） | 計画 | 30 | 31
    ^ | 最終値 | 28 | 33
    """,
    """
    観光客|2022:120/98|2023:125/131
    宿泊|2022:30/28|2023:31/33
    """,
    kinds="xlsx html",
)

draw(
    "reached-in-each-year",
    "めざす値 and 到達値 under each year, 到達目標 of a last year",
    """
    @ 観光計画　指標の推移
    ! 指標 | 令和4年度 | < | 令和5年度 | < | 令和8年度
    ! ^ | めざす値 | 到達値 | めざす値 | 到達値 | 到達目標
    観光客（千人） | 120 | 98 | 125 | 131 | 150
    宿泊（千人） | 30 | 28 | 31 | 33 | 40
    """,
    """
    観光客|2022:120/98|2023:125/131|final=150
    宿泊|2022:30/28|2023:31/33
    """,
    kinds="xlsx html",
)

draw(
    "half-way-and-end-of-each-year",
    "目標, 中間値 and 最終実績 of each year",
    """
    @ 観光計画　指標の推移
    ! 指標 | R4目標 | R4中間値 | R4最終実績 | R5目標 | R5中間値 | R5最終実績
    観光客（千人） | 120 | 50 | 98 | 125 | 66 | 131
    宿泊（千人） | 30 | 12 | 28 | 31 | 15 | 33
    """,
    """
    観光客|2022:120/98|2023:125/131
    宿泊|2022:30/28|2023:31/33
    """,
    kinds="xlsx html",
)

NAMES = [case.name for case in CASES[FIRST:]]
