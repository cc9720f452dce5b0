"""Years run down: a row a year, or a line a year with the indicators side by side."""

from tests.intake.cells import LEFT, UP, Drawn, Item, Row, Sheet, across, between, blank, era, era_year, layout, right, runs
from tests.intake.layouts.bodies import CHILDREN, CHILDREN_DIRTY, GREEN, GREEN_DIRTY, HEALTH, HEALTH_DIRTY, TRADE, TRADE_DIRTY


@layout("a row a year, the indicator merged over its years", HEALTH, HEALTH_DIRTY)
def row_a_year(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [["番号", "指標", "単位", "担当課", "年度", "目標値", "実績値"]]
    groups: list[list[Row]] = [
        [
            [*([int(i.number), i.indicator, i.unit, i.section] if n == 0 else [UP] * 4), era_year(y), i.target(y), i.result(y)]
            for n, y in enumerate(i.years)
        ]
        for i in found
    ]
    lines = {4: heading} if dirty else {}
    return Drawn(
        (Sheet(heading, between(groups, lines), [["北潮市健康指標の推移"], []]),), right(found, "units", "departments", "met")
    )


@layout("a row a year, everything said in each row", TRADE, TRADE_DIRTY)
def row_a_year_said_again(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [["年度", "事業番号", "事業名", "指標名", "計画", "実績", "単位", "担当部署"]]
    rows: list[Row] = [
        [f"R{y - 2018}" if dirty else y, i.number, i.project, i.indicator, i.target(y), i.result(y), i.unit, i.section]
        for y in (2022, 2023)
        for i in found
    ]
    lines = {9: [blank(8), *heading]} if dirty else {}
    return Drawn((Sheet(heading, between([[r] for r in rows], lines)),), right(found, "units", "departments", "met"))


@layout("a line a year, indicators side by side, each with its target and result", GREEN[:4], GREEN_DIRTY[:4])
def indicators_across_years_down(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        ["年度", *[cell for i in found for cell in (f"{i.indicator}（{i.unit}）", LEFT)]],
        [UP, *["目標", "実績"] * len(found)],
    ]
    rows: list[Row] = [[era_year(y), *[cell for i in found for cell in i.years[y]]] for y in (2022, 2023, 2024)]
    lines = {2: [blank(9)]} if dirty else {}
    before: list[Row] = [["風見市みどりの計画"], ["主な指標の推移"]]
    return Drawn((Sheet(heading, between([[r] for r in rows], lines), before),), right(found, "units", "met"))


@layout("years down inside a project with several indicators, base year first", CHILDREN, CHILDREN_DIRTY)
def years_down_in_projects(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [["事業番号", "事業名", "指標名（単位）", "年度", "目標", "実績", "担当課"]]
    groups: list[list[Row]] = []
    for run in runs(found):
        rows: list[Row] = []
        for n, i in enumerate(run):
            for m, y in enumerate(i.years):
                whose: Row = [i.number, i.project] if n == m == 0 else [UP, UP]
                name = f"{i.indicator}（{i.unit}）" if m == 0 else UP
                rows.append([*whose, name, era(y), i.target(y), i.result(y), i.section if n == m == 0 else UP])
        groups.append(rows)
    lines = (
        {0: [across("基本施策１　安心して産み育てる", 7)], 4: [*heading, across("基本施策２　学びと遊び", 7)]} if dirty else {}
    )
    return Drawn(
        (Sheet(heading, between(groups, lines), [["白糸川町こども計画 実績報告"]]),),
        right(found, "units", "departments", "met"),
    )
