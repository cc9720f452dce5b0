"""担当 has as many wordings as there are bodies, stands in one column or several, and a cell may name several sections."""

from dataclasses import replace

from tests.intake.cells import LEFT, UP, Drawn, Item, Row, Sheet, between, layout, right
from tests.intake.layouts.bodies import CHILDREN, CHILDREN_DIRTY, GREEN, GREEN_DIRTY, NOTES, TRADE, TRADE_DIRTY
from tests.intake.layouts.naming import flat_years


@layout("部局名 and 課名 in two columns, the first merged down", CHILDREN, CHILDREN_DIRTY)
def two_section_columns(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        ["担当", LEFT, "番号", "事業名", "指標", "単位", "R4", LEFT, "R5", LEFT],
        ["部局名", "課（室）名", UP, UP, UP, UP, *["目標", "実績"] * 2],
    ]
    if dirty:
        heading = [["部局名", "課（室）名", "番号", "事業名", "指標", "単位", "R4\n目標", "R4\n実績", "R5\n目標", "R5\n実績"]]
    halves = (found[:6], found[6:])
    groups: list[list[Row]] = [
        [
            [
                part if n == 0 else UP,
                *(i.section, int(i.number), i.project, i.indicator, i.unit, *i.years[2022], *i.years[2023]),
            ]
            for n, i in enumerate(half)
        ]
        for part, half in zip(("こども部", "福祉教育部"), halves, strict=True)
    ]
    sheet = Sheet(heading, between(groups, {1: heading} if dirty else {}), [["白糸川町こども計画 所管別"], []])
    return Drawn((sheet,), right(found, "units", "departments", "met", years=(2022, 2023)))


@layout("several sections in a cell, apart by a line break, a middle dot or a comma", TRADE, TRADE_DIRTY)
def sections_in_a_cell(found: list[Item], dirty: bool) -> Drawn:
    seams = ("\n", "・", "、", "／", "\n", "，", "\n", "・", "、") if dirty else ("、",) * 9
    others = ("企画政策課", "", "税務課", "", "農業委員会事務局", "", "都市計画課", "", "国際課")
    heading: list[Row] = [["番号", "部課名", "事業名", "指標", "単位", "R4目標", "R4実績", "R5目標", "R5実績"]]
    rows: list[Row] = [
        [int(i.number), i.section + (seam + other if other else ""), i.project, i.indicator, i.unit, *flat_years(i)]
        for i, seam, other in zip(found, seams, others, strict=True)
    ]
    sheet = Sheet(
        heading, between([[r] for r in rows], {5: heading} if dirty else {}), [["灯台町総合戦略（部局横断）"]], NOTES[2:]
    )
    return Drawn((sheet,), right(found, "units", "departments", "met"))


@layout("担当局/課 at the end, the office's letter before its name", GREEN, GREEN_DIRTY)
def bureau_and_section(found: list[Item], dirty: bool) -> Drawn:
    seam = "\n" if dirty else "/"
    heading: list[Row] = [
        ["番号", "施策", "指標", "単位", *[f"R{y - 2018}{k}" for y in (2022, 2023) for k in ("目標", "実績")], "担当局/課"]
    ]
    rows: list[Row] = [
        [f"{i.number}", i.project, i.indicator, i.unit, *i.years[2022], *i.years[2023], f"都市局{seam}{i.section}"]
        for i in found
    ]
    groups = [[r] for r in rows] if dirty else [[*rows]]
    sheet = Sheet(heading, groups, [["波戸市緑化推進計画"], ["（令和5年度末現在）"]])
    return Drawn((sheet,), right(found, "units", "departments", "met", years=(2022, 2023)))


@layout(
    "a ministry's table: 担当部局庁, the indicator before the project, rates and grades beside the figures", TRADE, TRADE_DIRTY
)
def ministry(found: list[Item], dirty: bool) -> Drawn:
    found = [replace(i, section=i.section.replace("課", "局").replace("室", "官")) for i in found]
    heading: list[Row] = [
        ["担当部局庁", "測定指標", "単位", "事業名", "令和4年度", LEFT, LEFT, LEFT, "令和5年度", LEFT, LEFT, LEFT],
        [UP, UP, UP, UP, *["目標値", "実績値", "達成率", "判定"] * 2],
    ]
    rows: list[Row] = []
    for i in found:
        row: Row = [i.section, i.indicator, i.unit, i.project]
        for y in i.years:
            target, result = i.target(y).value, i.result(y).value
            rate = 100 * result / target if target and result is not None else None
            row += [
                *i.years[y],
                "－" if rate is None else f"{rate:.0f}%",
                "－" if rate is None else "○" if rate >= 100 else "△",
            ]
        rows.append(row)
    before: list[Row] = [["水鏡庁　政策評価書（別紙）"], ["判定　○：目標達成　△：目標未達成"], []]
    sheet = Sheet(heading, between([[r] for r in rows], {4: heading} if dirty else {}), before, NOTES if dirty else [])
    return Drawn((sheet,), right(found, "units", "departments", "met"))
