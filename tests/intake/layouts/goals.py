"""Base, current value, forecast and goals stand in columns of their own, near the yearly ones or far from them."""

from tests.intake.cells import (
    LEFT,
    UP,
    Drawn,
    Figure,
    Item,
    Row,
    Sheet,
    across,
    between,
    blank,
    era,
    items,
    layout,
    right,
    runs,
)
from tests.intake.layouts.bodies import CHILDREN, CHILDREN_DIRTY, HEALTH, HEALTH_DIRTY, NOTES, TRADE, TRADE_DIRTY

LATER = items(
    """
    1|道の改良|改良した市道の延長|km|道路課|212.4|214.0 213.8 216.0 - 218.0 - 220.0 - 222.5 -|222.5
    2|橋の長寿命化|修繕した橋の数|橋|道路課|31|36 37 41 - 46 - 51 - 56 -|56
    3|水道管の更新|耐震管の割合|％|水道課|38.2|39.5 39.1 41.0 - 42.5 - 44.0 - 45.5 -|45.5
    4|公共交通|地域バスの利用者数|人|交通政策課|41200|43000 44186 44000 - 45000 - 46000 - 47000 -|47000
    5|空き家|解体を助けた戸数|戸|住宅課|48|60 57 72 - 84 - 96 - 108 -|108
    6|下水道|汚水処理の普及率|％|下水道課|84.3|85.0 85.2 85.6 - 86.2 - 86.8 - 87.4 -|87.4
    7|宅地の防災|がけ地の移転戸数|戸|建築課|3|4 4 5 - 6 - 7 - 8 -|8
    """,
    first=2023,
)
LATER_DIRTY = items(
    """
    1|道の改良|改良した市道の延長|km|道路課|212.4㎞=212.4|214.0 213.8㎞=213.8 216.0 - 218.0 - 220.0 - 222.5 -|222.5
    2|橋の長寿命化|修繕した橋の数|橋|道路課|31|36 ３７=37 41 - 46 - 51 - 56 -|56
    3|水道管の更新|耐震管の割合|％|水道課|38.2|39.5 39.1※=39.1 41.0 - 42.5 - 44.0 - 45.5 -|45.5
    4|公共交通|地域バスの利用者数|人|交通政策課|41,200=41200|43,000=43000 44,186=44186 44,000=44000 - 45000 \
        - 46000 - 47000 -|47000
    5|空き家|解体を助けた戸数|戸|住宅課|48|60 57 72 - 84 - 96 - 108 -|108
    6|下水道|汚水処理の普及率|％|下水道課|84.3|85.0 確認中=- 85.6 - 86.2 - 86.8 - 87.4 -|87.4
    7|宅地の防災|がけ地の移転戸数|戸|建築課|3|4 4 5 - 6 - 7 - －=- -|-
    """,
    first=2023,
)
PLANNED = items(
    """
    1|窓口の手続|オンライン申請の件数|件|市民課|年1,930件=1930|年4,000件=4000 4,210件【Ａ】=4210 年6,500件=6500 \
        5,880件【Ｃ】=5880 - -|年9,500件以上=9500
    2|納付の方法|口座振替の加入率|％|収税課|58.2％=58.2|60.0％=60.0 59.7％【Ｂ】=59.7 62.0％=62.0 \
        62.4％【Ａ】=62.4 - -|70.0％以上=70.0
    3|文書の電子化|電子決裁の割合|％|総務課|22.0％=22.0|40.0％=40.0 43.5％【Ａ】=43.5 60.0％=60.0 \
        61.8％【Ａ】=61.8 - -|95.0％以上=95.0
    4|会議の見直し|会議の開催時間|時間|行政経営課|420時間=420|400時間=400 396時間【Ａ】=396 380時間=380 \
        388時間【Ｂ】=388 - -|340時間以下=340|↓
    5|広告の収入|広告収入の額|千円|財産活用課|3,100千円=3100|3,300千円=3300 3,284千円【Ｂ】=3284 3,500千円=3500 \
        3,612千円【Ａ】=3612 - -|4,200千円=4200
    6|公募の推進|指定管理の導入施設数|施設|行政経営課|14施設=14|16施設=16 16施設【Ａ】=16 18施設=18 \
        17施設【Ｂ】=17 - -|22施設=22
    """,
    first=2023,
)
FORECAST = items(
    """
    1|救急の体制|救急講習の受講者数|人|警防課|2400|2500 2461 2600 2655|3000
    2|住宅の防火|住宅用火災警報器の設置率|％|予防課|81.0|83.0 82.4 85.0 84.1|92.0
    3|消防団の充実|消防団員の充足率|％|消防総務課|88.5|90.0 87.9 91.0 88.2|95.0
    4|備えの促進|備蓄している世帯の割合|％|危機管理課|44.0|48.0 49.3 52.0 52.6|65.0
    5|自主防災|自主防災組織の結成数|組織|危機管理課|112|118 117 122 124|140
    6|避難の支え|個別避難計画の作成数|件|福祉総務課|60|120 98 200 176|500
    7|情報の伝達|防災メールの登録者数|人|危機管理課|10300|11000 11254 12000 12310|15000
    """,
    first=2022,
)
FORECAST_DIRTY = items(
    """
    1|救急の体制|救急講習の受講者数|人|警防課|2,400=2400|2,500=2500 2,461=2461 2,600=2600 2,655人=2655|3,000=3000
    2|住宅の防火|住宅用火災警報器の設置率|％|予防課|81.0|83.0 82.4 85.0 84.1（見込）=84.1|92.0
    3|消防団の充実|消防団員の充足率|％|消防総務課|88.5|90.0 ８７．９=87.9 91.0 88.2|95.0
    4|備えの促進|備蓄している世帯の割合|％|危機管理課|44.0|48.0 49.3 52.0 52.6|65.0以上=65.0
    5|自主防災|自主防災組織の結成数|組織|危機管理課|112|118 117 122 124|140
    6|避難の支え|個別避難計画の作成数|件|福祉総務課|60|120 98※=98 200 176|500
    7|情報の伝達|防災メールの登録者数|人|危機管理課|10300|11000 11254 12000 －=-|15000
    """,
    first=2022,
)


@layout("基準値 and 現状値 side by side: the latter is a result of its year", TRADE, TRADE_DIRTY)
def current_beside_base(found: list[Item], dirty: bool) -> Drawn:
    gap = "\n" if dirty else ""
    heading: list[Row] = [
        ["番号", "重要業績評価指標", "単位", f"当初値{gap}（R2）", f"現状値{gap}（R5）", f"目標値{gap}（R8）", "所管部署"]
    ]
    rows: list[Row] = [[int(i.number), i.indicator, i.unit, i.base, i.result(2023), i.final, i.section] for i in found]
    lines = {0: [across("政策１　稼ぐ力を高める", 7)], 5: [across("政策２　担い手を育てる", 7), *heading]} if dirty else {}
    wanted = right(found, "base", "final", "units", "departments")
    wanted["right"] = [[i.key, 2023, None, i.result(2023).value] for i in found]
    before: list[Row] = [["灯台町総合計画　重要業績評価指標の現状"]]
    return Drawn((Sheet(heading, between([[r] for r in rows], lines), before, NOTES if dirty else []),), wanted)


@layout("targets of several later years stand under their years; the last is the final goal", LATER, LATER_DIRTY)
def later_targets(found: list[Item], dirty: bool) -> Drawn:
    years = (2023, 2024, 2025, 2026, 2027)
    heading: list[Row] = [
        ["番号", "施策", "指標", "単位", "担当課", "基準値", "R5", LEFT, *["目標"] * 4],
        [UP, UP, UP, UP, UP, "(R4)", "目標", "実績", *[era(y) for y in years[1:]]],
    ]
    if dirty:
        heading[0] = ["番号", "施策", "指標", "単位", "担当課", "基準値", "R5", LEFT, "目標値", LEFT, LEFT, LEFT]
    rows: list[Row] = [
        [int(i.number), i.project, i.indicator, i.unit, i.section, i.base, *i.years[2023], *[i.target(y) for y in years[1:]]]
        for i in found
    ]
    lines = {4: heading} if dirty else {}
    sheet = Sheet(heading, between([[r] for r in rows], lines), [["菜の原市都市基盤整備計画"], []], NOTES[2:])
    return Drawn((sheet,), right(found, "base", "final", "units", "departments", "met"))


@layout("the level to reach by the plan's end stands far from the last year's plan", PLANNED, PLANNED)
def level_to_reach(found: list[Item], dirty: bool) -> Drawn:
    last = [
        "案内を続ける。",
        "周知を広げる。",
        "範囲を広げる。",
        "見直しを続ける。",
        "枠の拡大を検討する。",
        "次の公募に備える。",
    ]
    end = "計画期間の最終年度\n（令和７年度）までに\n達成すべき水準" if dirty else "最終年度（R7）までに達成すべき水準"
    heading: list[Row] = [
        [
            "整理番号",
            "取組項目",
            "指標",
            "所管課",
            "着手前の水準（R4）",
            end,
            "R5年次計画",
            "R5実績・自己評価",
            "R6年次計画",
            "R6実績・自己評価",
            "R7年次計画",
        ]
    ]
    rows: list[Row] = [
        [i.number, i.project, i.indicator, i.section, i.base, i.final, *i.years[2023], *i.years[2024], words]
        for i, words in zip(found, last, strict=True)
    ]
    lines = {3: heading, 5: [blank(11)]} if dirty else {}
    before: list[Row] = [["波戸市行政改革実施計画　進行管理表"], ["自己評価　Ａ：計画どおり　Ｂ：やや遅れ　Ｃ：遅れ"]]
    wanted = right(found, "base", "final", "departments", "met")
    wanted["right"] += [[i.key, 2025, None, None] for i in found]
    return Drawn((Sheet(heading, between([[r] for r in rows], lines), before),), wanted)


@layout("実績見込 is a forecast of the result, no target", FORECAST, FORECAST_DIRTY)
def forecast(found: list[Item], dirty: bool) -> Drawn:
    word = "実績見込み" if dirty else "実績見込"
    heading: list[Row] = [
        ["番号", "事業", "指標", "単位", "担当課", "令和4年度", LEFT, "令和5年度", LEFT, "最終目標"],
        [UP, UP, UP, UP, UP, "目標", "実績", "目標", word, "令和9年度"],
    ]
    rows: list[Row] = [
        [int(i.number), i.project, i.indicator, i.unit, i.section, *i.years[2022], *i.years[2023], i.final] for i in found
    ]
    lines = {3: [across("２　地域の備え", 10)], 5: heading} if dirty else {}
    before: list[Row] = [["波戸市消防・防災計画　中間報告"], []]
    sheet = Sheet(heading, between([[r] for r in rows], lines), before, NOTES[:1])
    wanted = right(found, "final", "units", "departments")
    return Drawn((sheet,), wanted)


@layout("a final goal before the yearly columns, which hold results only", HEALTH, HEALTH_DIRTY)
def goal_before_years(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        ["章", "指標", "単位", "策定時の値", "目標", "年度ごとの実績", LEFT, LEFT, "担当部署"],
        [UP, UP, UP, "R2年度", "R8年度", *["令和3年度", "令和4年度", "令和5年度"], UP],
    ]
    rows: list[Row] = [
        [n, i.indicator, i.unit, i.base, i.final, *[i.result(y) for y in i.years], i.section] for n, i in enumerate(found, 1)
    ]
    wanted = right(found, "base", "final", "units", "departments")
    wanted["right"] = [[i.key, y, None, i.result(y).value] for i in found for y in i.years]
    lines = {4: [blank(9)], 6: heading} if dirty else {}
    before: list[Row] = [["北潮市地域福祉計画"], ["指標の推移（実績）"]]
    return Drawn((Sheet(heading, between([[r] for r in rows], lines), before, NOTES[2:]),), wanted)


@layout(
    "columns of the plan's start and of its middle: 当初値, 中間目標, 最終目標 and yearly results", CHILDREN, CHILDREN_DIRTY
)
def middle_and_final_goal(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        [
            "番号",
            "取組名",
            "指標名",
            "単位",
            "当初値\n（R2）",
            "R3\n実績",
            "R4\n実績",
            "中間目標\n（R5）",
            "R5\n実績",
            "最終目標\n（R8）",
            "担当室課",
        ]
    ]
    groups: list[list[Row]] = []
    for run in runs(found):
        groups.append(
            [
                [
                    *([int(i.number), i.project] if n == 0 else [UP, UP]),
                    *(i.indicator, i.unit, i.base, i.result(2021), i.result(2022), *i.years[2023], i.final),
                    i.section if n == 0 else UP,
                ]
                for n, i in enumerate(run)
            ]
        )
    nothing = Figure(None, None)
    bare = [
        Item(**{**vars(i), "years": {2021: (nothing, i.result(2021)), 2022: (nothing, i.result(2022)), 2023: i.years[2023]}})
        for i in found
    ]
    lines = {2: [across("基本目標２", 11)], 5: heading} if dirty else {}
    sheet = Sheet(heading, between(groups, lines), [["白糸川町こどもまんなか計画"], []])
    return Drawn((sheet,), right(bare, "base", "final", "units", "departments", "met"))
