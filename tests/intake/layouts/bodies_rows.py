"""Forms whose rows are told apart by more than a word: blocks of rows in a form, eras above years, lines in brackets."""

from tests.intake.cells import CASES
from tests.intake.drawn import draw

FIRST = len(CASES)

draw(
    "aims-and-results-in-own-words-below-each-other",
    "the era alone above the years, two rows an item whose words nobody's list holds, a rate below them, headings again",
    """
    @ 島の元気づくり計画　ものさし一覧
    ! ものさし | 単位 | 区分 | はじめ（H29） | 令和 | < | <
    ! ^ | ^ | ^ | ^ | 元年度 | ２年度 | ３年度
    島に移った人 | 人 | めざす値 | 6 | 8 | 10 | 12
    ^ | ^ | 実際の値 | ^ | 5 | 11 | 集計中
    ^ | ^ | 達成度 | ^ | 63% | 110% | ―
    船の乗客数 | 千人 | めざす値 | 41.2 | 42.0 | 43.0 | 44.0
    ^ | ^ | 実際の値 | ^ | 42.6 | 19.4 | 23.8
    ^ | ^ | 達成度 | ^ | 101% | 45% | 54%
    島の直売所の売上 | 千円 | めざす値 | 3200 | 3400 | 3600 | 3800
    ^ | ^ | 実際の値 | ^ | 3512 | 2988 | 3641
    ^ | ^ | 達成度 | ^ | 103% | 83% | 96%
    """,
    """
    島に移った人|2019:8/5|2020:10/11|2021:12/-|base=6|unit=人
    船の乗客数|2019:42.0/42.6|2020:43.0/19.4|2021:44.0/23.8|base=41.2|unit=千人
    島の直売所の売上|2019:3400/3512|2020:3600/2988|2021:3800/3641|base=3200|unit=千円
    """,
    kinds="xlsx",
)

draw(
    "blocks-of-rows-in-forms",
    "a form of each project: steps in words, then the indicator's plan and result, each block named beside; a sum behind",
    """
    @ 経営改善プログラム　進行シート
    % 番号 | 1 | 取組名 | 広告の枠を増やす | 所管課 | 秘書課 |
    % 成果指標 | 広告料の収入 | < | < | 単位 | 千円 |
    % 年　度 | < | R3 | R4 | R5 | R6 | 累計
    % 進め方 | 計画 | 検討 | 試行 | 実施 | 実施 |
    % ^ | 実績 | 検討 | 試行 | 実施 |  |
    % 成果指標の値 | 計画 | 400 | 450 | 500 | 550 | 1,900
    % ^ | 実績 | 388 | 471 | 512 |  | 1,371
    %
    % 番号 | 2 | 取組名 | 空いた土地を貸す | 所管課 | 財産課 |
    % 成果指標 | 貸した土地の数 | < | < | 単位 | 件 |
    % 年　度 | < | R3 | R4 | R5 | R6 | 累計
    % 進め方 | 計画 | 検討 | 実施 | 実施 | 実施 |
    % ^ | 実績 | 検討 | 検討 | 実施 |  |
    % 成果指標の値 | 計画 | 3 | 3 | 4 | 4 | 14
    % ^ | 実績 | 1 | 4 | 6 |  | 11
    %
    % 番号 | 3 | 取組名 | 残業を減らす | 所管課 | 職員課 |
    % 成果指標 | １人の残業 | < | < | 単位 | 時間 |
    % 年　度 | < | R3 | R4 | R5 | R6 | 累計
    % 進め方 | 計画 | 検討 | 実施 | 実施 | 実施 |
    % ^ | 実績 | 検討 | 実施 | 実施 |  |
    % 成果指標の値 | 計画 | 120 | 110 | 100 | 95 | －
    % ^ | 実績 | 126.5 | 104.1 | 101.8 |  | －
    """,
    """
    広告料の収入|2021:400/388|2022:450/471|2023:500/512|2024:550/-|unit=千円|dep=秘書課
    貸した土地の数|2021:3/1|2022:3/4|2023:4/6|2024:4/-|unit=件|dep=財産課
    １人の残業|2021:120/126.5|2022:110/104.1|2023:100/101.8|2024:95/-|unit=時間|dep=職員課
    """,
    kinds="xlsx",
)

NAMES = [case.name for case in CASES[FIRST:]]
