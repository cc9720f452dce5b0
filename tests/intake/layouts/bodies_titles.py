"""Forms whose title names two years, each with its kind."""

from tests.intake.cells import CASES
from tests.intake.drawn import draw

FIRST = len(CASES)

draw(
    "title-of-two-years",
    "令和5年度実績・令和6年度目標 over 実績 and 目標",
    """
    @ 令和5年度実績・令和6年度目標
    ! 指標 | 単位 | 実績 | 目標
    講座の参加者 | 人 | 310 | 330
    図書の貸出 | 冊 | 5,200 | 5,400
    """,
    """
    講座の参加者|2023:-/310|2024:330/-
    図書の貸出|2023:-/5200|2024:5400/-
    """,
    kinds="xlsx html",
)

draw(
    "title-of-two-years-and-next-year",
    "a title of two years over 目標値, 実績値 and 次年度計画値",
    """
    @ 生涯学習計画　進捗管理表（令和5年度の実績及び令和6年度の計画）
    ! 取組 | 所管課 | 指標 | 目標値 | 実績値 | 次年度計画値
    講座の開催 | 生涯学習課 | 参加者（人） | 320 | 310 | 330
    図書の充実 | 図書館 | 貸出（冊） | 5,300 | 5,200 | 5,400
    """,
    """
    参加者|2023:320/310|2024:330/-
    貸出|2023:5300/5200|2024:5400/-
    """,
    kinds="xlsx html",
)

draw(
    "title-of-two-years-plan-first",
    "令和６年度計画（令和５年度実績） over 実績 and 計画",
    """
    @ 令和６年度計画（令和５年度実績）
    ! 事業名 | 担当課 | 実績（件） | 計画（件）
    道路の点検 | 土木課 | 40 | 44
    橋の点検 | 土木課 | 12 | 15
    """,
    """
    道路の点検|2023:-/40|2024:44/-
    橋の点検|2023:-/12|2024:15/-
    """,
    kinds="xlsx html",
)

NAMES = [case.name for case in CASES[FIRST:]]
