"""The same table comes hidden, shown as percent or date, on the third sheet, or as text of an old system."""

from datetime import date

from tests.intake.cells import (
    LEFT,
    UP,
    Dated,
    Drawn,
    Figure,
    Item,
    Row,
    Sheet,
    Text,
    across,
    between,
    blank,
    era_year,
    items,
    layout,
    right,
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
from tests.intake.layouts.naming import flat_years


def plain(found: list[Item], dirty: bool, title: str) -> Sheet:
    """A table whose form is not in question."""
    years = list(found[0].years)
    heading: list[Row] = [
        ["番号", "事業名", "指標", "単位", "担当課"] + [f"{era_year(y)}{k}" for y in years for k in ("目標", "実績")]
    ]
    rows: list[Row] = [[i.number, i.project, i.indicator, i.unit, i.section, *flat_years(i)] for i in found]
    before: list[Row] = [[title], ["作成日", "令和6年6月1日"], ["担当：企画課（内線 2301）"], []] if dirty else [[title]]
    lines = {4: [blank(len(heading[0]))]} if dirty else {}
    return Sheet(heading, between([[r] for r in rows], lines), before, NOTES[:2] if dirty else [])


def percent(f: Figure) -> Figure:
    if f.value is None or not isinstance(f.stored, float | int):
        return f
    return Figure(f.value / 100, f.value, "0.0%", f"{f.value:.1f}%")


def grouped(f: Figure) -> Figure:
    return Figure(f.stored, f.value, "#,##0", f"{f.stored:,}") if isinstance(f.stored, int) else f


@layout("0.298 shown as 29.8 %, thousands grouped, a date column that is no number", HEALTH, HEALTH_DIRTY)
def percents_and_dates(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        ["番号", "事業名", "指標", "担当課", "調査日", "2022年度", LEFT, "2023年度", LEFT],
        [UP, UP, UP, UP, UP, *["目標", "実績"] * 2],
    ]
    rows: list[Row] = []
    for n, i in enumerate(found):
        shape = percent if i.unit == "％" else grouped
        day = date(2023, 4 + n, 10 + n)
        dated = Dated(day, "yyyy/m/d", f"{day.year}/{day.month}/{day.day}")
        rows.append(
            [int(i.number), i.project, i.indicator, i.section, dated, *[shape(f) for y in (2022, 2023) for f in i.years[y]]]
        )
    sheet = Sheet(heading, between([[r] for r in rows], {4: heading} if dirty else {}), [["北潮市健康指標"], []])
    wanted = right(found, "departments", "met", years=(2022, 2023))
    return Drawn((sheet,), {**wanted, "units": {i.key: "%" for i in found if i.unit == "％"}})


@layout("hidden columns between the others, a hidden row of a project that ended", GREEN, GREEN_DIRTY, ("xlsx",))
def hidden(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        ["番号", "事業名", "作業用", "指標", "単位", "担当課", "R4目標", "R4実績", "内部メモ", "R5目標", "R5実績"]
    ]
    rows: list[Row] = []
    for n, i in enumerate(found):
        memo = f"R4は{100 + n}で仮置き" if dirty else None
        rows.append([int(i.number), i.project, f"a{n}", i.indicator, i.unit, i.section, *i.years[2022], memo, *i.years[2023]])
    old: Row = [99, "旧事業", "z", "廃止した指標", "件", "企画課", 1, 2, None, 3, 4]
    groups = [[r] for r in rows]
    hidden_rows: tuple[int, ...] = ()
    if dirty:
        groups, hidden_rows = between(groups, {5: [old]}), (6,)
    sheet = Sheet(heading, groups, [["風見市みどりの計画"]], hidden_columns=(2, 8), hidden_rows=hidden_rows)
    return Drawn((sheet,), right(found, "units", "departments", "met", years=(2022, 2023)))


@layout("several sheets: a cover first, the table, and a list of sections", CHILDREN, CHILDREN_DIRTY, ("xlsx", "html"))
def several_sheets(found: list[Item], dirty: bool) -> Drawn:
    cover = Sheet([["白糸川町こども計画"]], [[["進行管理表"], ["令和6年8月"], ["白糸川町"]]], name="表紙")
    table = plain(found, dirty, "白糸川町こども計画　進行管理表")
    table = Sheet(table.heading, table.groups, table.before, table.after, name="進行管理")
    sections = Sheet(
        [["課名", "内線"]], [[[s, 2300 + n] for n, s in enumerate(sorted({i.section for i in found}))]], name="担当課一覧"
    )
    sheets = (cover, table, sections) if dirty else (cover, table)
    return Drawn(sheets, right(found, "units", "departments", "met"))


@layout("one sheet a chapter, each with its heading", TRADE, TRADE_DIRTY, ("xlsx",))
def sheet_a_chapter(found: list[Item], dirty: bool) -> Drawn:
    halves = [found[:5], found[5:]]
    sheets = []
    for n, half in enumerate(halves, 1):
        sheet = plain(half, dirty, f"灯台町産業ビジョン　第{n}章")
        sheets.append(Sheet(sheet.heading, sheet.groups, sheet.before, sheet.after, name=f"第{n}章"))
    return Drawn(tuple(sheets), right(found, "units", "departments", "met"))


COLUMNS = items(
    """
    1|道路の維持|舗装を直した延長|ｍ|土木課|-|1200 1185 1300 1342|-
    2|公園の維持|点検した遊具の数|基|公園課|-|84 84 90 88|-
    3|街路の灯り|LEDに替えた街路灯|灯|土木課|-|350 362 400 371|-
    4|河川の維持|浚渫した土の量|m3|河川課|-|2200 2140 2400 2466|-
    5|放置自転車|撤去した自転車の数|台|交通課|-|300 281 280 262|-
    6|橋の点検|点検した橋の数|橋|土木課|-|24 24 26 26|-
    """,
    first=2022,
)


@layout("section lines, sub-totals and a grand total among the rows", COLUMNS, COLUMNS)
def sums_among_rows(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        ["番号", "事業名", "指標", "単位", "R4計画", "R4実績", "R5計画", "R5実績", "事業費（千円）", "担当課"]
    ]
    costs = (48000, 3200, 21500, 9900, 1850, 12400)
    rows: list[Row] = [
        [int(i.number), i.project, i.indicator, i.unit, *flat_years(i), cost, i.section]
        for i, cost in zip(found, costs, strict=True)
    ]
    half: Row = ["小計", *[LEFT] * 7, 72700, None]
    other: Row = ["小計", *[LEFT] * 7, 24150, None]
    whole: Row = ["合　計", *[LEFT] * 7, 96850, None]
    lines = {0: [across("第１節　道と公園", 10)], 3: [half, across("第２節　川と交通", 10)], 6: [other, whole]} if dirty else {}
    wanted = right(found, "units", "departments")
    sheet = Sheet(heading, between([[r] for r in rows], lines), [["菜の原市土木事業計画"], ["（単位：表中に記載）"]])
    return Drawn((sheet,), {**wanted, "never": ["小計", "合　計", "第１節"]} if dirty else wanted)


CSV = ("csv",)


def as_text(found: list[Item], dirty: bool) -> Drawn:
    return Drawn((plain(found, dirty, "実施計画　進行管理表"),), right(found, "units", "departments", "met"))


@layout("CSV with lines before its heading, UTF-8 with a mark", GREEN, GREEN_DIRTY, CSV, Text("utf-8-sig"))
def text_utf8_mark(found: list[Item], dirty: bool) -> Drawn:
    return as_text(found, dirty)


@layout("CSV in UTF-8 without a mark, line feeds alone", TRADE, TRADE_DIRTY, CSV, Text("utf-8", ",", "\n"))
def text_utf8(found: list[Item], dirty: bool) -> Drawn:
    return as_text(found, dirty)


@layout("semicolons in CP932", CHILDREN, CHILDREN_DIRTY, CSV, Text("cp932", ";"))
def text_semicolons(found: list[Item], dirty: bool) -> Drawn:
    return as_text(found, dirty)


@layout("tabs in UTF-16, as Excel's Unicode text", HEALTH, HEALTH_DIRTY, CSV, Text("utf-16", "\t"))
def text_utf16_tabs(found: list[Item], dirty: bool) -> Drawn:
    return as_text(found, dirty)


@layout("carriage returns alone, as an old Macintosh writes", GREEN, GREEN_DIRTY, CSV, Text("cp932", ",", "\r"))
def text_carriage_returns(found: list[Item], dirty: bool) -> Drawn:
    return as_text(found, dirty)


@layout("tabs in CP932", TRADE, TRADE_DIRTY, CSV, Text("cp932", "\t"))
def text_tabs(found: list[Item], dirty: bool) -> Drawn:
    return as_text(found, dirty)
