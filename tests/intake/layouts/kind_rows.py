"""目標 and 実績 are rows and years run across: the commonest form of prefectures."""

from tests.intake.cells import (
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


def line(item: Item, kind: int, years: tuple[int, ...]) -> Row:
    return [item.years[y][kind] for y in years]


def rates(item: Item, years: tuple[int, ...]) -> Row:
    found: Row = []
    for y in years:
        target, result = item.target(y).value, item.result(y).value
        found.append(f"{100 * result / target:.1f}%" if target and result is not None else "－")
    return found


def merged(values: Row, rows: list[Row]) -> list[Row]:
    """Rows with the values merged down before them."""
    return [[*(first_of(value, n) for value in values), *row] for n, row in enumerate(rows)]


@layout("indicator merged over two rows, kinds named in a column 区分", GREEN, GREEN_DIRTY)
def two_kind_rows(found: list[Item], dirty: bool) -> Drawn:
    years = (2022, 2023, 2024)
    heading: list[Row] = [["番号", "指標名", "単位", "担当課", "区分", *[era_year(y) for y in years]]]
    names = ("目　標", "実　績") if dirty else ("目標", "実績")
    groups = [
        merged([int(i.number), i.indicator, i.unit, i.section], [[name, *line(i, n, years)] for n, name in enumerate(names)])
        for i in found
    ]
    lines = {4: heading, 7: [blank(8)]} if dirty else {}
    before: list[Row] = [["鳴瀬県みどりの計画　指標の進捗状況"], []]
    sheet = Sheet(heading, between(groups, lines), before, NOTES if dirty else [])
    return Drawn((sheet,), right(found, "units", "departments", "met"))


@layout("three rows an indicator, 達成率 the third; base and final goal beside", HEALTH, HEALTH_DIRTY)
def three_kind_rows(found: list[Item], dirty: bool) -> Drawn:
    years = (2021, 2022, 2023)
    heading: list[Row] = [
        ["施策", "指　標" if dirty else "指標", "単位", "基準値\n(R2)", "", *[era(y) for y in years], "目標値\n(R8)", "所属"]
    ]
    groups = [
        [
            [
                *(first_of(v, n) for v in (i.project, i.indicator, i.unit, i.base)),
                *row,
                first_of(i.final, n),
                first_of(i.section, n),
            ]
            for n, row in enumerate([["目標", *line(i, 0, years)], ["実績", *line(i, 1, years)], ["達成率", *rates(i, years)]])
        ]
        for i in found
    ]
    lines = {0: [across("第１章　健康づくり", 10)], 4: [across("第２章　支え合い", 10), *heading]} if dirty else {}
    before: list[Row] = [["鳴瀬県保健医療計画"], ["数値目標の達成状況"]]
    sheet = Sheet(heading, between(groups, lines), before, NOTES[2:])
    return Drawn((sheet,), right(found, "base", "final", "units", "departments", "met"))


@layout("the kind's column has no heading and the indicator stands in its first row only, nothing merged", TRADE, TRADE_DIRTY)
def kind_rows_not_merged(found: list[Item], dirty: bool) -> Drawn:
    years = (2022, 2023)
    heading: list[Row] = [
        ["No", "事業名", "指標", "単位", "担当課", None, *[f"Ｒ{y - 2018}年度" if dirty else f"R{y - 2018}年度" for y in years]]
    ]
    groups: list[list[Row]] = [
        [
            [int(i.number), i.project, i.indicator, i.unit, i.section, "計画", *line(i, 0, years)],
            [None, None, None, None, None, "実績", *line(i, 1, years)],
        ]
        for i in found
    ]
    lines = {3: [blank(8)], 6: heading} if dirty else {}
    return Drawn(
        (Sheet(heading, between(groups, lines), [["灯台町 観光・産業アクションプラン"]]),),
        right(found, "units", "departments", "met"),
    )


@layout("every row says everything: a data base's list with the kind in a column", CHILDREN, CHILDREN_DIRTY)
def kind_rows_said_again(found: list[Item], dirty: bool) -> Drawn:
    years = (2021, 2022, 2023)
    heading: list[Row] = [["事業名", "指標", "単位", "担当課", "種別", *[f"{y}年度" for y in years]]]
    groups: list[list[Row]] = [
        [
            [i.project, i.indicator, i.unit, i.section, "実績値", *line(i, 1, years)],
            [i.project, i.indicator, i.unit, i.section, "目標値", *line(i, 0, years)],
        ]
        for i in found
    ]
    between_lines = {5: [blank(8)]} if dirty else {}
    before: list[Row] = [["白糸川町　指標データ"]] if dirty else []
    return Drawn((Sheet(heading, between(groups, between_lines), before),), right(found, "units", "departments", "met"))


@layout("a project merged over its indicators and each indicator over its kinds", CHILDREN, CHILDREN_DIRTY)
def kind_rows_in_projects(found: list[Item], dirty: bool) -> Drawn:
    years = (2021, 2022, 2023)
    heading: list[Row] = [["番号", "事業名", "担当課", "指標", "", *[era_year(y) for y in years], "最終目標\n（令和8年度）"]]
    groups: list[list[Row]] = []
    for run in runs(found):
        rows: list[Row] = []
        for n, i in enumerate(run):
            whose: Row = [int(i.number), i.project, i.section] if n == 0 else [UP, UP, UP]
            name: Cell = f"{i.indicator}\n（{i.unit}）" if dirty else f"{i.indicator}（{i.unit}）"
            rows += [[*whose, name, "目標値", *line(i, 0, years), i.final], [UP, UP, UP, UP, "実績値", *line(i, 1, years), UP]]
        groups.append(rows)
    before: list[Row] = [["白糸川町次世代育成計画　進行管理シート"], ["※ 目標値は各年度末のもの。"]]
    lines = {3: heading, 5: [blank(9)]} if dirty else {}
    return Drawn((Sheet(heading, between(groups, lines), before),), right(found, "final", "units", "departments", "met"))


@layout("two kind columns: the target's row has its own words for planned and done", GREEN, GREEN_DIRTY)
def planned_and_done_rows(found: list[Item], dirty: bool) -> Drawn:
    years = (2022, 2023, 2024)
    heading: list[Row] = [["指標の名称", "計画策定時", "年度別", *[f"{y}\n({era(y)})" for y in years], "担当局・課"]]
    groups = [
        [
            [f"{i.indicator}（{i.unit}）", i.base, "目標", *line(i, 0, years), f"都市環境局　{i.section}"],
            [UP, UP, "実績", *line(i, 1, years), UP],
        ]
        for i in found
    ]
    lines = {0: [across("Ⅰ　水と緑", 7)], 5: [across("Ⅱ　資源の循環", 7)]} if dirty else {}
    before: list[Row] = [["波戸市環境局　年次報告"], []]
    return Drawn(
        (Sheet(heading, between(groups, lines), before, NOTES[:2]),), right(found, "base", "units", "departments", "met")
    )
