"""Forms of ministries and of open data: plan over result above all years, the rows' years beside a goal's own."""

from tests.intake.cells import CASES
from tests.intake.drawn import draw

FIRST = len(CASES)

draw(
    "plan-over-result-above-all-years",
    "年度ごとの目標値 over 年度ごとの実績値, both over all years: the two lines of each item",
    """
    @ 施策評価書
    @ 担当部局名 | 水辺局　総務課 | 評価実施時期 | 令和6年8月
    ! 番号 | 測定指標 | 基準値 | 年度ごとの目標値 | < | < | 目標値 | 達成
    ! ^ | ^ | 基準年度 | 年度ごとの実績値 | < | < | 目標年度 | ^
    ! ^ | ^ | ^ | 令和3年度 | 令和4年度 | 令和5年度 | ^ | ^
    1 | 水質の基準を満たす地点の割合（％） | 71 | 73 | 75 | 77 | 81 | ○
    ^ | ^ | 平成30年度 | 74 | 76 | 集計中 | 令和7年度 | ^
    2 | 護岸の改修計画の策定数（計画） | － | － | 12 | 15 | 20 | ×
    ^ | ^ | － | － | 12 | 13 | 令和7年度 | ^
    3 | 油の流出の件数（件）【減少させる指標】 | 40 | 38 | 36 | 34 | 30 | ○
    ^ | ^ | 令和元年度 | 41 | 35 | 33 | 令和7年度 | ^
    """,
    """
    水質の基準|2021:73/74|2022:75/76|2023:77/-|base=71|final=81|unit=%|dep=総務課
    護岸の改修計画|2022:12/12|2023:15/13|final=20|unit=計画
    油の流出|2021:38/41|2022:36/35|2023:34/33|base=40|final=30|unit=件
    """,
    kinds="xlsx html",
)

draw(
    "plan-over-result-in-one-heading",
    "目標値 and 実績値 as the two lines of the one heading over all years",
    """
    @ 環境計画の進み具合
    ! 指標 | 単位 | 目標値⏎実績値 | < | <
    ! ^ | ^ | R3 | R4 | R5
    里山の手入れ | ha | 40 | 44 | 48
    ^ | ^ | 41 | 43 | 50
    古紙の回収 | t | 300 | 310 | 320
    ^ | ^ | 305 | 290 | 331
    """,
    """
    里山の手入れ|2021:40/41|2022:44/43|2023:48/50
    古紙の回収|2021:300/305|2022:310/290|2023:320/331
    """,
    kinds="xlsx html",
)

draw(
    "row-a-year-beside-a-goal-with-its-year",
    "open data: a row a year, 基準年度 and 基準値, a goal whose heading names its year",
    """
    ! 計画名 | 指標番号 | 指標名 | 単位 | 年度 | 目標値 | 実績値 | 基準年度 | 基準値 | 目標値（2027年度） | 所管課
    林の計画 | A-01 | 間伐の面積 | ha | 2021年度 | 200 | 188 | 2019年度 | 170 | 260 | 林務課
    林の計画 | A-01 | 間伐の面積 | ha | 2022年度 | 210 | 214 | 2019年度 | 170 | 260 | 林務課
    林の計画 | A-01 | 間伐の面積 | ha | 2023年度 | 220 | 209 | 2019年度 | 170 | 260 | 林務課
    林の計画 | A-02 | 林道の延長 | km | 2021年度 | 31 | 30.2 | 2018年度 | 28 | 40 | 林務課
    林の計画 | A-02 | 林道の延長 | km | 2022年度 | 33 | 33.5 | 2018年度 | 28 | 40 | 林務課
    林の計画 | A-02 | 林道の延長 | km | 2023年度 | 35 | 34 | 2018年度 | 28 | 40 | 林務課
    """,
    """
    間伐の面積|2021:200/188|2022:210/214|2023:220/209|base=170|final=260|unit=ha|dep=林務課
    林道の延長|2021:31/30.2|2022:33/33.5|2023:35/34|base=28|final=40|unit=km
    """,
    kinds="xlsx csv html",
)

draw(
    "half-year-and-expected-beside-years-results",
    "9月30日現在 and 見込 of the year that is not over, behind the years' results",
    """
    ! 指標 | 当初（令和元年度） | 令和3年度⏎実績 | 令和4年度⏎実績 | 令和5年⏎9月30日現在 | 令和5年度末⏎見込 | 目標（令和6年度）
    支援センターの利用者 | 9820人 | 5630人 | 7904人 | 4480人 | 8700人 | 10000人
    協力会員 | 88人 | 86人 | 95人 | 101人 | 104人 | 120人
    サロンの町内 | 62町内 | 47町内 | 58町内 | － | 63町内 | 75町内
    """,
    """
    支援センター|2021:-/5630|2022:-/7904|2023:-/8700|base=9820|final=10000|unit=人
    協力会員|2021:-/86|2022:-/95|2023:-/104|base=88|final=120
    サロン|2021:-/47|2022:-/58|2023:-/63|base=62|final=75|unit=町内
    """,
    kinds="xlsx html",
)

draw(
    "one-goal-of-the-last-year",
    "a goal for the year that closes the results: that year's target, and the plan's",
    """
    ! 成果目標 | 単位 | 基準値（R1） | 目標値（R5） | R3実績 | R4実績 | R5実績 | 所管課
    移行した人 | 人 | 4 | 42 | 11 | 19 | 30 | 福祉課
    長い入院 | 人 | 612 | 540 | 598 | 571 | 未公表 | 保健課
    """,
    """
    移行した人|2021:-/11|2022:-/19|2023:42/30|base=4|final=42
    長い入院|2021:-/598|2022:-/571|2023:540/-|base=612|final=540
    """,
    kinds="xlsx csv html",
)

NAMES = [case.name for case in CASES[FIRST:]]
