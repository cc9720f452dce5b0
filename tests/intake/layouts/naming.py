"""What an item is called, how it is numbered, and where its unit stands differ from body to body."""

from dataclasses import replace

from tests.intake.cells import LEFT, UP, Drawn, Item, Row, Sheet, across, between, blank, era_year, items, layout, right, runs
from tests.intake.layouts.bodies import (
    CHILDREN,
    CHILDREN_DIRTY,
    GREEN,
    GREEN_DIRTY,
    HEALTH,
    HEALTH_DIRTY,
    NOTES,
    TRADE,
    TRADE_DIRTY,
)


def flat_years(i: Item) -> Row:
    return [cell for y in i.years for cell in i.years[y]]


@layout("the item column is ＫＰＩ alone, the goal is merged down", GREEN, GREEN_DIRTY)
def kpi_alone(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        [
            "基本目標",
            "ＫＰＩ" if dirty else "KPI",
            "単位",
            "基準値",
            *[f"{era_year(y)}{kind}" for y in (2022, 2023, 2024) for kind in ("目標値", "実績値")][:5],
            "担当課",
        ]
    ]
    goals = ("みどりを守る", "資源を生かす")
    groups: list[list[Row]] = [
        [
            [goals[half] if n == 0 else UP, i.indicator, i.unit, i.base, *flat_years(i)[:5], i.section]
            for n, i in enumerate(found[5 * half : 5 * half + 5])
        ]
        for half in (0, 1)
    ]
    before: list[Row] = [["風見市版総合戦略　ＫＰＩの進捗"]]
    sheet = Sheet(heading, between(groups, {1: heading} if dirty else {}), before, NOTES if dirty else [])
    return Drawn((sheet,), right(found, "base", "units", "departments", "met"))


@layout("the item column is 成果指標 with its unit in brackets behind it; no number, no project", HEALTH, HEALTH_DIRTY)
def outcome_indicator_alone(found: list[Item], dirty: bool) -> Drawn:
    gap = "\n" if dirty else ""
    heading: list[Row] = [
        ["成果指標", *[f"{era_year(y)}{gap}{kind}" for y in (2021, 2022, 2023) for kind in ("目標", "実績")], "担当"]
    ]
    rows: list[Row] = [[f"{i.indicator}{gap}（{i.unit}）", *flat_years(i), i.section] for i in found]
    before: list[Row] = [["北潮市健康づくり計画"]]
    sheet = Sheet(heading, between([[r] for r in rows], {4: [blank(8), *heading]} if dirty else {}), before)
    return Drawn((sheet,), right(found, "units", "departments", "met"))


MARKS = ("新30-0001", "30-0002", "拡2", "1-(2)", "1-(3)", "重点7", "再-0012", "継・14", "B-3-1")


@layout("numbers with marks and with gaps that are the body's own", TRADE, TRADE_DIRTY)
def marked_numbers(found: list[Item], dirty: bool) -> Drawn:
    found = [replace(i, number=mark) for i, mark in zip(found, MARKS, strict=True)]
    heading: list[Row] = [
        [
            "管理番号",
            "事業名",
            "指標名",
            "単位",
            "令和4年度\n目標",
            "令和4年度\n実績",
            "令和5年度\n目標",
            "令和5年度\n実績",
            "担当課等",
        ]
    ]
    rows: list[Row] = [[i.number, i.project, i.indicator, i.unit, *flat_years(i), i.section] for i in found]
    lines = {3: [across("施策の柱２　地域の資源を磨く", 9)], 6: heading} if dirty else {}
    return Drawn(
        (Sheet(heading, between([[r] for r in rows], lines), [["灯台町実施計画 事業一覧"], []]),),
        right(found, "units", "departments", "met"),
    )


@layout(
    "several indicators of a project: number, project and section merged, or the number printed again", CHILDREN, CHILDREN_DIRTY
)
def several_indicators(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        ["番号", "事業名", "担当部署名", "指標名称", "単位", *[x for y in (2021, 2022, 2023) for x in (era_year(y), LEFT)]],
        [UP, UP, UP, UP, UP, *["計画", "実績"] * 3],
    ]
    groups: list[list[Row]] = []
    for run in runs(found):
        rows: list[Row] = []
        for n, i in enumerate(run):
            whose: Row = [int(i.number), i.project, i.section] if n == 0 or dirty else [UP, UP, UP]
            rows.append([*whose, i.indicator, i.unit, *flat_years(i)])
        groups.append(rows)
    sheet = Sheet(heading, between(groups, {4: heading} if dirty else {}), [["白糸川町こども計画"]], NOTES[2:])
    return Drawn((sheet,), right(found, "units", "departments", "met"))


WHOLE = items(
    """
    1|預かり|希望どおりに預かりを使えた保護者の割合（０～２歳）|％|こども課|-|80.0 81.2 82.0 80.6|90.0
    1|預かり|希望のとおり預かりを使えた保護者の割合（３～５歳）|％|こども課|-|85.0 84.1 86.0 87.3|95.0
    2|まちの段差|段差がなくなったと感じる市民の割合|％|都市課|-|60.0 58.2 62.0 61.5|70.0
    3|行事|行事に参加したことのある市民の割合|％|企画課|-|50.0 55.1 54.0 53.8|60.0
    4|夜の明るさ|夜道が暗いと感じない市民の割合|％|生活安全課|-|55.0 53.7 57.0 57.4|65.0
    5|学びの機会|一年間に一度も学んだことのない市民の割合|％|生涯学習課|-|30.0 31.2 28.0 27.5|20.0|↓
    6|相談先|困ったときに相談できる人がいる市民の割合|％|福祉課|-|88.0 87.1 89.0 89.9|95.0
    """,
    first=2022,
)


@layout("names of indicators are whole sentences, with their brackets; the unit stands in the name", WHOLE, WHOLE)
def whole_names(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        [
            "成果を測る指標",
            "施策",
            "番号",
            "Ｒ４" if dirty else "R4",
            LEFT,
            "Ｒ５" if dirty else "R5",
            LEFT,
            "めざす値",
            "担当課",
        ],
        [UP, UP, UP, "目標", "実績", "目標", "実績", "（R9）", UP],
    ]
    rows: list[Row] = [
        [
            i.indicator.replace("の割合", "\nの割合" if dirty else "の割合") + "（％）",
            i.project,
            int(i.number),
            *flat_years(i),
            i.final,
            i.section,
        ]
        for i in found
    ]
    named = [replace(i, indicator=i.indicator.split("の割合")[0]) for i in found]
    sheet = Sheet(heading, between([[r] for r in rows], {4: heading} if dirty else {}), [["水守市まちづくり市民意識指標"]])
    return Drawn((sheet,), right(named, "final", "units", "departments"))


@layout("two indicators side by side: 活動指標 and 成果指標 of a project", CHILDREN, CHILDREN_DIRTY)
def indicators_side_by_side(found: list[Item], dirty: bool) -> Drawn:
    found = [i for i in found if i.project not in ("読み聞かせの輪", "若者の居場所")]
    heading: list[Row] = [
        ["番号", "事業名", "担当課", "活動指標", *[LEFT] * 5, "成果指標", *[LEFT] * 5],
        [UP, UP, UP, *["指標名", "単位", "R4目標", "R4実績", "R5目標", "R5実績"] * 2],
    ]
    pairs = list(zip(found[::2], found[1::2], strict=True))
    rows: list[Row] = [
        [n, a.project, a.section] + [cell for i in (a, b) for cell in (i.indicator, i.unit, *i.years[2022], *i.years[2023])]
        for n, (a, b) in enumerate(pairs, 1)
    ]
    wanted = right(found, "units", "met", years=(2022, 2023))
    before: list[Row] = [["白糸川町事務事業評価一覧"], []]
    return Drawn((Sheet(heading, between([[r] for r in rows], {2: [blank(15)]} if dirty else {}), before),), wanted)


@layout("the unit stands in the cells, or in the name, or in the heading", TRADE, TRADE_DIRTY)
def unit_in_cells(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [["番号", "事業名", "指標", "担当課", "R4目標", "R4実績", "R5目標", "R5実績"]]

    def with_unit(i: Item) -> Row:
        row: Row = []
        for y in i.years:
            for f in i.years[y]:
                plain = isinstance(f.stored, int)
                row.append(f"{f.stored:,}{' ' if dirty else ''}{i.unit}" if plain else f)
        return row

    rows: list[Row] = [[int(i.number), i.project, i.indicator, i.section, *with_unit(i)] for i in found]
    sheet = Sheet(heading, between([[r] for r in rows], {5: heading} if dirty else {}), [["灯台町商工業振興計画"]])
    return Drawn((sheet,), right(found, "units", "departments", "met"))


PEOPLE = items(
    """
    1|公民館|中央公民館の利用|人|中央公民館|41000|42000 40117 43000 43920|48000
    2|体育館|総合体育館の利用|人|スポーツ課|88000|90000 91204 92000 90416|99000
    3|図書館|図書館への来館|人|図書館|120000|124000 118733 126000 127015|140000
    4|児童館|児童館への来館|人|こども課|15200|15500 15871 16000 15622|18000
    5|資料館|郷土資料館の入館|人|文化財課|8300|8500 8014 8800 9120|10000
    6|温水プール|温水プールの利用|人|スポーツ課|33000|34000 32950 35000 35480|40000
    """,
    first=2022,
)
PEOPLE_DIRTY = [
    *items(
        """
        1|公民館|中央公民館の利用|人|中央公民館|41,000=41000|42,000=42000 40,117=40117 \
            ４３，０００=43000 43,920=43920|48,000=48000
        2|体育館|総合体育館の利用|人|スポーツ課|88,000=88000|90,000=90000 91,204=91204 \
            92,000=92000 90,416※=90416|99,000=99000
        """,
        first=2022,
    ),
    *PEOPLE[2:],
]


@layout("the unit stands in the headings, with a sum line at the end", PEOPLE, PEOPLE_DIRTY)
def unit_in_headings(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        ["番号", "施設の指標", "所管", "基準値（人）", "令和4年度", LEFT, "令和5年度", LEFT, "目標値（R9）（人）"],
        [UP, UP, UP, UP, *["目標（人）", "実績（人）"] * 2, UP],
    ]
    rows: list[Row] = [[int(i.number), i.indicator, i.section, i.base, *flat_years(i), i.final] for i in found]
    lines: dict[int, list[Row]] = {6: [[None, "合計", None, 305500, 314000, 305889, 320800, 321573, 355000]]} if dirty else {}
    sheet = Sheet(heading, between([[r] for r in rows], lines), [["菜の原市公共施設利用計画"], []], NOTES[2:] if dirty else [])
    wanted = right(found, "base", "final", "units", "departments", "met")
    return Drawn((sheet,), {**wanted, "never": ["合計"]} if dirty else wanted)


@layout("no indicator's column: the project is the item", GREEN, GREEN_DIRTY)
def project_alone(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        ["番号", "実施事業", "担当課", *[cell for y in (2022, 2023) for cell in (era_year(y), LEFT)], "単位"],
        [UP, UP, UP, *["計画", "実績"] * 2, UP],
    ]
    rows: list[Row] = [[int(i.number), i.project, i.section, *i.years[2022], *i.years[2023], i.unit] for i in found]
    lines = {0: [across("１　緑", 8)], 4: [across("２　循環", 8)], 7: heading} if dirty else {}
    sheet = Sheet(heading, between([[r] for r in rows], lines), [["風見市みどりの実施計画"], []], NOTES if dirty else [])
    return Drawn((sheet,), right(found, "units", "departments", "met", by="project", years=(2022, 2023)))


NARROW = items(
    """
    1|ﾘｻｲｸﾙの推進|ﾘｻｲｸﾙの回収量|ﾄﾝ|環境課|-|98 95 110 112|-
    2|ﾌﾟﾗｽﾁｯｸの分別|ﾌﾟﾗｽﾁｯｸの分別量|ｔ|環境課|-|40.0 41.5 44.0 43.2|-
    3|ｺﾐｭﾆﾃｨﾊﾞｽ|ｺﾐｭﾆﾃｨﾊﾞｽの利用者|人|交通課|-|8000 7714 8200 8391|-
    4|ＤＶの相談|ＤＶの相談に応じた件数|件|人権課|-|60 58 64 70|-
    5|　居場所　|　居場所　の開設数|箇所|福祉課|-|3 3 4 4|-
    6|水辺――せせらぎ――|せせらぎの延長|㎞|河川課|-|1.2 1.1 1.5 1.6|-
    """,
    first=2022,
)


@layout("names in half-width katakana, full-width letters, with blanks and signs; one is signs alone", NARROW, NARROW)
def narrow_names(found: list[Item], dirty: bool) -> Drawn:
    found = (
        [replace(i, project=i.project.strip("　"), indicator=i.indicator.strip("　")) for i in found] if not dirty else found
    )
    heading: list[Row] = [["番号", "事業名", "指標", "単位", "R4目標", "R4実績", "R5目標", "R5実績", "担当課"]]
    rows: list[Row] = [[int(i.number), i.project, i.indicator, i.unit, *flat_years(i), i.section] for i in found]
    if dirty:
        rows.append([7, "〃", "〃", "〃", 5, 4, 6, 6, "河川課"])
        rows.append([8, "※", "―", "－", None, None, None, None, "－"])
    wanted = right(found, "departments", "met")
    return Drawn((Sheet(heading, [[r] for r in rows], [["風見市環境・交通計画"]]),), wanted)
