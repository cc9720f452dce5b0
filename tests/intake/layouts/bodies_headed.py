"""Forms in which a line above a table says whose its rows are, and what they are counted in."""

from tests.intake.cells import CASES
from tests.intake.drawn import draw

FIRST = len(CASES)

draw(
    "section-and-unit-in-one-line",
    "担当 and 単位 in one line above",
    """
    @ 健康プランの進捗
    @ 担当：健康課　単位：人
    ! 指標 | R4目標 | R4実績 | R5目標 | R5実績
    健診を受けた人 | 300 | 288 | 320 | 341
    教室に来た人 | 80 | 85 | 90 | 88
    """,
    """
    健診を受けた人|2022:300/288|2023:320/341|unit=人|dep=健康課
    教室に来た人|2022:80/85|2023:90/88|unit=人|dep=健康課
    """,
    kinds="xlsx html",
)

draw(
    "section-and-unit-of-each-block",
    "a title with 所管 and 単位 in brackets above each block",
    """
    @ 健康プランの進捗
    @ １　からだ　（所管：健康課、単位：人）
    ! 指標 | R4目標 | R4実績 | R5目標 | R5実績
    健診を受けた人 | 300 | 288 | 320 | 341
    教室に来た人 | 80 | 85 | 90 | 88
    ２　たべもの　（所管：保健課、単位：回） | | | |
    指標 | R4目標 | R4実績 | R5目標 | R5実績
    料理の教室 | 12 | 10 | 12 | 13
    食の相談 | 24 | 22 | 26 | 27
    """,
    """
    健診を受けた人|2022:300/288|2023:320/341|unit=人|dep=健康課
    教室に来た人|2022:80/85|2023:90/88|unit=人|dep=健康課
    料理の教室|2022:12/10|2023:12/13|unit=回|dep=保健課
    食の相談|2022:24/22|2023:26/27|unit=回|dep=保健課
    """,
    kinds="xlsx html",
)

draw(
    "section-and-unit-in-two-cells",
    "主管課 and 単位 in two cells above",
    """
    @ 下水道の経営指標
    @ 主管課：下水道課 | | | | 単位：千円
    ! 指標 | R4計画 | R4実績 | R5計画 | R5実績
    使用料 | 30,000 | 28,800 | 32,000 | 34,100
    修繕費 | 8,000 | 8,500 | 9,000 | 8,800
    """,
    """
    使用料|2022:30000/28800|2023:32000/34100|unit=千円|dep=下水道課
    修繕費|2022:8000/8500|2023:9000/8800|unit=千円|dep=下水道課
    """,
    kinds="xlsx html",
)

draw(
    "section-behind-the-title",
    "the section in brackets behind the title, the unit below it",
    """
    @ 延長保育事業【保育課】
    @ （単位：人）
    ! 区分 | R4 | R5
    量の見込み | 300 | 320
    実績 | 288 | 341
    """,
    """
    延長保育|2022:300/288|2023:320/341|unit=人|dep=保育課
    """,
    kinds="xlsx html",
)

NAMES = [case.name for case in CASES[FIRST:]]
