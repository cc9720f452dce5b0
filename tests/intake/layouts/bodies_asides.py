"""Forms in which something else stands beside plan and result: effects in yen, inputs, provision, who judges, another year."""

from tests.intake.cells import CASES
from tests.intake.drawn import draw

FIRST = len(CASES)

draw(
    "effects-beside-each-year",
    "an effect in yen beside the plan and the result of each year, which a note explains in words that begin like a plan's",
    """
    @ 第3次改革実施計画　進みぐあい
    @ （効果額の単位：千円）
    ! No. | 取組項目 | 指標 | 令和４年度 | < | < | 令和５年度 | < | < | 令和６年度 | 所管課
    ! ^ | ^ | ^ | 目標 | 実績 | 効果額 | 目標 | 実績 | 効果額 | 目標 | ^
    1 | 使わない土地を売る | 売れた区画（区画） | 3 | 4 | 18,420 | 3 | 調整中 | 3,960 | 3 | 資産経営課
    2 | 施設をまとめる | まとめた施設（施設） | 2 | 2 | 0 | 5 | 4 | 6,700 | 8 | 資産経営課
    3 | 紙を減らす | 紙の購入枚数（千枚） | 9,800 | 9,655 | 410 | 9,300 | 9,012 | 890 | 8,800 | 総務課
    4 | 橋を直す | 直した橋（橋） | 6 | 5 | － | 6 | 6 | － | 7 | 道路課
    % ※効果額は、取組を行わなかった場合との比較による。▲は負担の増を表す。
    """,
    """
    売れた区画|2022:3/4|2023:3/-|2024:3/-|unit=区画|dep=資産経営課
    まとめた施設|2022:2/2|2023:5/4|2024:8/-|unit=施設
    紙の購入枚数|2022:9800/9655|2023:9300/9012|2024:8800/-|unit=千枚|dep=総務課
    直した橋|2022:6/5|2023:6/6|2024:7/-|unit=橋
    """,
)

NAMES = [case.name for case in CASES[FIRST:]]
