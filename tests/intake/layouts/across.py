"""Years run across: plan and result below each year, above the years, in one heading line, in two or three."""

from tests.intake.cells import (
    LEFT,
    UP,
    Cell,
    Drawn,
    Item,
    Row,
    Sheet,
    across,
    between,
    blank,
    era,
    era_year,
    first_of,
    layout,
    right,
    runs,
)
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

ALL = ("base", "final", "units", "departments", "met")


def flat(pairs: list[list[Cell]]) -> Row:
    return [cell for pair in pairs for cell in pair]


def pairs(item: Item, years: tuple[int, ...]) -> Row:
    return flat([[item.target(y), item.result(y)] for y in years])


@layout("years above, plan and result below; the closing goal is complete in the first line", GREEN, GREEN_DIRTY)
def years_above_kinds(found: list[Item], dirty: bool) -> Drawn:
    years = (2022, 2023, 2024)
    heading: list[Row] = [
        [
            "番号",
            "事業名",
            "指標名",
            "単位",
            "担当課",
            "基準値\n（R3）",
            *flat([[era_year(y), LEFT] for y in years]),
            "目標値（R7）",
        ],
        [UP, UP, UP, UP, UP, UP, *["目標", "実績"] * 3, UP],
    ]
    rows: list[Row] = [
        [int(i.number), i.project, i.indicator, i.unit, i.section, i.base, *pairs(i, years), i.final] for i in found
    ]
    lines = (
        {0: [across("基本目標１　みどりと水のまち", 13)], 4: [across("基本目標２　循環のまち", 13)], 6: heading}
        if dirty
        else {}
    )
    before: list[Row] = [["風見市みどりの基本計画　進行管理表"], []]
    sheet = Sheet(heading, between([[row] for row in rows], lines), before, NOTES if dirty else [])
    return Drawn((sheet,), right(found, *ALL))


@layout("kind above, years below", CHILDREN, CHILDREN_DIRTY)
def kinds_above_years(found: list[Item], dirty: bool) -> Drawn:
    years = (2021, 2022, 2023)
    heading: list[Row] = [
        ["No.", "取組", "成果指標", "単位", "所管課", "計画値", LEFT, LEFT, "実績値", LEFT, LEFT],
        [UP, UP, UP, UP, UP, *[era(y) for y in years] * 2],
    ]
    groups: list[list[Row]] = [
        [
            [
                *(first_of(cell, n) for cell in (int(i.number), i.project)),
                *(i.indicator, i.unit, i.section if n == 0 else UP),
                *[i.target(y) for y in years],
                *[i.result(y) for y in years],
            ]
            for n, i in enumerate(run)
        ]
        for run in runs(found)
    ]
    lines = {3: [blank(11)], 5: heading} if dirty else {}
    before: list[Row] = [["白糸川町 こども計画 数値目標の推移"], ["（令和6年8月末現在）"]]
    sheet = Sheet(heading, between(groups, lines), before, NOTES[2:] if dirty else [])
    return Drawn((sheet,), right(found, "units", "departments", "met"))


@layout("one heading line, the result before the target of its year", TRADE, TRADE_DIRTY)
def result_before_target(found: list[Item], dirty: bool) -> Drawn:
    ends = ("４", "５") if dirty else ("4", "5")
    heading: list[Row] = [
        [
            *("事業番号", "担当部署", "事業の名称", "指標", "単位"),
            *flat([[f"令和{end}年度{'⏎' if dirty else ''}実績".replace("⏎", "\n"), f"令和{end}年度目標"] for end in ends]),
            "最終目標（R8）",
        ]
    ]
    rows: list[Row] = [
        [
            i.number,
            i.section,
            i.project,
            i.indicator,
            i.unit,
            *flat([[i.result(y), i.target(y)] for y in (2022, 2023)]),
            i.final,
        ]
        for i in found
    ]
    lines = {4: [blank(10), *heading]} if dirty else {}
    before: list[Row] = [["灯台町産業ビジョン　実施状況"]]
    return Drawn(
        (Sheet(heading, between([[r] for r in rows], lines), before),), right(found, "final", "units", "departments", "met")
    )


@layout("one heading line, all targets and then all results", HEALTH, HEALTH_DIRTY)
def targets_then_results(found: list[Item], dirty: bool) -> Drawn:
    years = (2021, 2022, 2023)
    heading: list[Row] = [
        ["通番", "施策", "指標名称", "単位", "主管課", "策定時"]
        + [f"{y}年度目標値" for y in years]
        + [f"{y}年度実績値" for y in years]
        + ["備考"]
    ]
    remarks = ["", "国の基準に合わせた。", "", "", "令和4年度に2回開いた。", "", "", "３年に１度の調査"] if dirty else [""] * 8
    rows: list[Row] = [
        [
            n,
            i.project,
            i.indicator,
            i.unit,
            i.section,
            i.base,
            *[i.target(y) for y in years],
            *[i.result(y) for y in years],
            note or None,
        ]
        for n, (i, note) in enumerate(zip(found, remarks, strict=True), 1)
    ]
    before: list[Row] = [["北潮市健康づくり計画（第3次）", None, None, None, "令和6年10月1日更新"], []]
    sheet = Sheet(heading, between([[r] for r in rows], {5: [blank(13)]} if dirty else {}), before, NOTES if dirty else [])
    return Drawn((sheet,), right(found, "base", "units", "departments", "met"))


@layout("three heading lines, a rate beside each pair", TRADE, TRADE_DIRTY)
def three_heading_lines(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        ["番号", "事業名", "担当課", "成果指標", LEFT, "数値目標の進捗", *[LEFT] * 5],
        [UP, UP, UP, "指標", "単位", "令和4年度", LEFT, LEFT, "令和5年度", LEFT, LEFT],
        [UP, UP, UP, UP, UP, *["目標", "実績", "達成率"] * 2],
    ]
    rates = {(i.key, y): (100 * i.result(y).value / i.target(y).value) for i in found for y in i.years if i.result(y).value}
    rows: list[Row] = [
        [
            int(i.number),
            i.project,
            i.section,
            i.indicator,
            i.unit,
            *flat(
                [[i.target(y), i.result(y), f"{rates[i.key, y]:.1f}％" if (i.key, y) in rates else "－"] for y in (2022, 2023)]
            ),
        ]
        for i in found
    ]
    lines = {0: [across("１　働く場をつくる", 11)], 5: [*heading, across("２　人を呼び込む", 11)]} if dirty else {}
    before: list[Row] = [["灯台町 まち・ひと・しごと創生総合戦略"], ["基本目標別の進捗"]]
    return Drawn((Sheet(heading, between([[r] for r in rows], lines), before),), right(found, "units", "departments", "met"))


@layout("years and kinds in one line of western years with the era in brackets", GREEN, GREEN_DIRTY)
def western_years_one_line(found: list[Item], dirty: bool) -> Drawn:
    gap = "\n" if dirty else ""
    heads = [f"{y}{gap}（{era(y)}）年度{gap}{kind}" for y in (2022, 2023, 2024) for kind in ("計画", "実績")][:5]
    heading: list[Row] = [["指標番号", "指標", "単位", "基準値（2021年度）", *heads, "目標値（2026年度）", "担当"]]
    rows: list[Row] = [
        [f"{i.number}", i.indicator, i.unit, i.base, *pairs(i, (2022, 2023, 2024))[:5], i.final, i.section] for i in found
    ]
    before: list[Row] = [["風見市環境基本計画　指標一覧"], [None, None, None, "作成：環境政策課"]]
    lines = {5: [across("分野２　循環型社会", 11)]} if dirty else {}
    sheet = Sheet(heading, between([[r] for r in rows], lines), before, NOTES if dirty else [])
    return Drawn((sheet,), right(found, *ALL))


@layout(
    "each year's heading in the first line only, its cells not merged; number and name not merged either",
    CHILDREN,
    CHILDREN_DIRTY,
)
def headings_not_merged(found: list[Item], dirty: bool) -> Drawn:
    years = (2021, 2022, 2023)
    heading: list[Row] = [
        ["整理番号", "事業名", "指標", "単位", "担当課", *flat([[f"令和{y - 2018}年度", None] for y in years])],
        [None] * 5 + ["目標値", "実績値"] * 3,
    ]
    rows: list[Row] = []
    for run in runs(found):
        for n, i in enumerate(run):
            whose: Row = [int(i.number), i.project] if n == 0 or not dirty else [None, None]
            rows.append([*whose, i.indicator, i.unit, i.section if n == 0 or not dirty else None, *pairs(i, years)])
    before: list[Row] = [["白糸川町子育て応援プラン"], [], []] if dirty else [["白糸川町子育て応援プラン"]]
    return Drawn((Sheet(heading, [[row] for row in rows], before, NOTES[2:]),), right(found, "units", "departments", "met"))
