"""Units stand in lines of their own, above the table, in its corner, or are spans of time that are no dates."""

from tests.intake.cells import CASES
from tests.intake.drawn import draw

FIRST = len(CASES)

draw(
    "units-in-a-line-below-headings",
    "indicators run across, their units stand in a line of their own, years go down",
    """
    @ 図書館サービス計画　指標の推移
    ! 年度 | 来館者数 | < | 貸出冊数 | < | 利用登録率 | <
    ! ^ | 目標 | 実績 | 目標 | 実績 | 目標 | 実績
    !  | （人） | （人） | （冊） | （冊） | （％） | （％）
    平成30年度 | 52000 | 51240 | 210000 | 205310 | 31.0 | 30.4
    令和元年度 | 53000 | 49880 | 212000 | 199872 | 31.5 | 30.9
    令和2年度 | 54000 | 28015 | 214000 | 150220 | 32.0 | 29.7
    令和3年度 | 55000 | 36590 | 216000 | 181004 | 32.5 | 30.1
    """,
    """
    来館者数|2018:52000/51240|2019:53000/49880|2020:54000/28015|2021:55000/36590|unit=人
    貸出冊数|2018:210000/205310|2019:212000/199872|2020:214000/150220|2021:216000/181004|unit=冊
    利用登録率|2018:31.0/30.4|2019:31.5/30.9|2020:32.0/29.7|2021:32.5/30.1|unit=%
    """,
)

draw(
    "unit-above-the-table",
    "the unit of all values in a line above, of some in their names; plan and account of each year, losses with ▲",
    """
    @ 病院事業会計　経営強化プランの実施状況
    @  |  |  |  |  | （単位：百万円、税抜）
    ! 区分 | 令和4年度 | < | 令和5年度 | < | 担当
    ! ^ | 計画 | 決算 | 計画 | 決算 | ^
    医業収益 | 8420 | 8311 | 8500 | 8562 | 経営課
    医業費用 | 8900 | 9105 | 8950 | 9020 | 経営課
    経常損益 | ▲120 | ▲388 | 50 | ▲96 | 経営課
    病床利用率（％） | 78.0 | 74.4 | 80.0 | 79.1 | 医事課
    常勤医師数（人） | 52 | 50 | 54 | 55 | 総務課
    """,
    """
    医業収益|2022:8420/8311|2023:8500/8562|unit=百万円|dep=経営課
    医業費用|2022:8900/9105|2023:8950/9020|unit=百万円
    経常損益|2022:-120/-388|2023:50/-96|unit=百万円
    病床利用率|2022:78.0/74.4|2023:80.0/79.1|unit=%
    常勤医師数|2022:52/50|2023:54/55|unit=人
    """,
)

draw(
    "unit-in-the-corner",
    "the unit stands in the corner over the names, the values of some rows bear their own",
    """
    @ 公共施設等総合管理計画の進捗
    ! 項目（単位：㎡） | 策定時（H29） | R3実績 | R4実績 | 目標（R8）
    庁舎等の延床面積 | 42100 | 41800 | 41800 | 40000
    学校施設の延床面積 | 188400 | 184250 | 181020 | 170000
    維持管理費の縮減率 | － | 2.1% | 3.4% | 10%
    """,
    """
    庁舎等の延床面積|2021:-/41800|2022:-/41800|base=42100|final=40000|unit=m2
    学校施設の延床面積|2021:-/184250|2022:-/181020|base=188400|final=170000|unit=m2
    維持管理費の縮減率|2021:-/2.1|2022:-/3.4|final=10|unit=%
    """,
)

draw(
    "how-long-and-how-old",
    "values in years and months that are no dates, names in two columns whose second has no heading",
    """
    @ 医療・介護の指標
    ! 項目 |  | 基準値（R1） | R4実績 | R5実績 | 目標値（R8）
    平均寿命 | 男性 | 81.3年 | 81.6年 | 81.9年 | 82.5年
    ^ | 女性 | 87.4年 | 87.2年 | 87.8年 | 88.0年
    平均の待機期間 | 特養 | 8.4月 | 7.9月 | 7.1月 | 6.0月
    """,
    """
    平均寿命（男性）|2022:-/81.6|2023:-/81.9|base=81.3|final=82.5|unit=年
    平均寿命（女性）|2022:-/87.2|2023:-/87.8|base=87.4|final=88.0|unit=年
    平均の待機期間|2022:-/7.9|2023:-/7.1|base=8.4|final=6.0|unit=月
    """,
)

NAMES = [case.name for case in CASES[FIRST:]]
