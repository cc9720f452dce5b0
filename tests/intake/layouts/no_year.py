"""The heading lines name no year: the title does, or each cell."""

from tests.intake.cells import Drawn, Item, Row, Sheet, across, between, first_of, items, layout, right, runs
from tests.intake.layouts.bodies import CHILDREN, CHILDREN_DIRTY, NOTES, TRADE, TRADE_DIRTY

CELLS = items(
    """
    1|読書の推進|一人当たりの貸出冊数|冊|中央図書館|-|- 5.7冊（2013年度）=5.7|7.0冊（2018年度）=7.0
    2|文化の発信|文化会館の利用率|％|文化振興課|-|- 61.2％（2013年度）=61.2|70.0％（2018年度）=70.0
    3|学びの場|公民館講座の満足度|点|生涯学習課|-|- 4.1点（2013年度）=4.1|4.5点（2018年度）=4.5
    4|運動の習慣|週に一度運動する人の割合|％|スポーツ課|-|- 38.9％（2013年度）=38.9|50.0％（2018年度）=50.0
    5|国際の交流|交流行事の参加者数|人|国際課|-|- 1,240人（2013年度）=1240|1,500人（2018年度）=1500
    6|郷土の歴史|資料館の入館者数|人|文化財課|-|- 8,316人（2013年度）=8316|10,000人（2018年度）=10000
    """,
    first=2013,
)
CELLS_DIRTY = items(
    """
    1|読書の推進|一人当たりの貸出冊数|冊|中央図書館|-|- 5.7冊⏎（2013年度）=5.7|7.0冊⏎（2018年度）=7.0
    2|文化の発信|文化会館の利用率|％|文化振興課|-|- ６１．２％（2013年度）=61.2|70.0％以上（2018年度）=70.0
    3|学びの場|公民館講座の満足度|点|生涯学習課|-|- 4.1点␣(2013年度)=4.1|4.5点␣(2018年度)=4.5
    4|運動の習慣|週に一度運動する人の割合|％|スポーツ課|-|- 38.9％※（H25年度）=38.9|50.0％（H30年度）=50.0
    5|国際の交流|交流行事の参加者数|人|国際課|-|- 1,240人（2013年度）=1240|1,500人（2018年度）=1500
    6|郷土の歴史|資料館の入館者数|人|文化財課|-|- 8,316人（2013年度）※改修のため半年休館=8316|10,000人（2018年度）=10000
    """,
    first=2013,
)


@layout("the year stands in the title alone", TRADE, TRADE_DIRTY)
def year_in_title(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [["番号", "事業名", "指標", "単位", "目標値", "実績値", "担当課"]]
    rows: list[Row] = [[int(i.number), i.project, i.indicator, i.unit, *i.years[2023], i.section] for i in found]
    title = "灯台町産業ビジョン 取組状況（令和５年度）" if dirty else "灯台町産業ビジョン 取組状況（令和5年度）"
    before: list[Row] = [[title], ["　作成　産業立地課"], []] if dirty else [[title]]
    lines = {4: heading, 6: [across("（観光・交流）", 7)]} if dirty else {}
    sheet = Sheet(heading, between([[r] for r in rows], lines), before, NOTES if dirty else [])
    return Drawn((sheet,), right(found, "units", "departments", "met", years=(2023,)))


@layout("the year stands in a line under the title, with grades beside the figures", CHILDREN, CHILDREN_DIRTY)
def year_under_title(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        ["No.", "取組名", "担当課", "指標", "単位", "R4実績" if dirty else "前年度実績", "目標", "実績", "評価"]
    ]
    groups: list[list[Row]] = []
    for run in runs(found):
        groups.append(
            [
                [
                    *(first_of(v, n) for v in (int(i.number), i.project, i.section)),
                    *(i.indicator, i.unit, i.result(2022), *i.years[2023]),
                    "◎" if (i.result(2023).value or 0) >= (i.target(2023).value or 0) else "△",
                ]
                for n, i in enumerate(run)
            ]
        )
    before: list[Row] = [["白糸川町こども計画"], ["令和5年度　進捗評価シート"], ["◎：目標以上　△：目標未満"]]
    wanted = right(found, "units", "departments", "met", years=(2023,))
    last_year = [[i.key, 2022, None, i.result(2022).value] for i in found]
    return Drawn((Sheet(heading, groups, before),), {**wanted, "right": [*wanted["right"], *last_year]})


@layout("each cell names its own year", CELLS, CELLS_DIRTY)
def year_in_cells(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [["施策", "評価指標", "現状値", "目標値", "所管"]]
    rows: list[Row] = [[i.project, i.indicator, i.result(2013), i.final, i.section] for i in found]
    before: list[Row] = [["水守市教育振興基本計画"], ["計画の指標"]]
    lines = {3: [across("（文化・スポーツ）", 5)]} if dirty else {}
    sheet = Sheet(heading, between([[row] for row in rows], lines), before, NOTES[2:])
    return Drawn((sheet,), right(found, "final", "departments"))
