"""Beside a figure stands the body's own grade, rate or comment of the same year."""

from tests.intake.cells import LEFT, UP, Drawn, Item, Row, Sheet, across, between, era, layout, right, runs
from tests.intake.layouts.bodies import CHILDREN, CHILDREN_DIRTY, GREEN, GREEN_DIRTY, HEALTH, HEALTH_DIRTY

WORDS = (
    "新たに12団体が加わり、参加者は前年度より80人増えた。",
    "目標の100％には届かなかったが、3地区で取組が始まった。",
    "令和5年度は2回の講座を開き、延べ60人が学んだ。",
    "物価の上昇により1件当たりの費用が15％増えた。",
    "",
    "国の補助金500万円を活用した。",
    "－",
    "来年度は5校に広げる予定。",
    "周知不足で伸び悩んだ。",
    "前年度比102％となった。",
)


def grade(i: Item, y: int) -> str:
    target, result = i.target(y).value, i.result(y).value
    if target is None or result is None:
        return "－"
    return "A" if (result <= target if i.falls else result >= target) else "B" if result >= 0.95 * target else "C"


@layout("a grade beside the number of the same year, its letters told in the preamble", HEALTH, HEALTH_DIRTY)
def grades(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        ["番号", "施策", "指標", "単位", *[f"{era(y)}{k}" for y in (2022, 2023) for k in ("目標", "実績", "評価")], "担当課"]
    ]
    if dirty:
        heading = [
            ["番号", "施策", "指標", "単位", "R4", LEFT, LEFT, "R5", LEFT, LEFT, "担当課"],
            [UP, UP, UP, UP, *["目標", "実績", "評価"] * 2, UP],
        ]
    rows: list[Row] = [
        [
            int(i.number),
            i.project,
            i.indicator,
            i.unit,
            *i.years[2022],
            grade(i, 2022),
            *i.years[2023],
            grade(i, 2023),
            i.section,
        ]
        for i in found
    ]
    before: list[Row] = [["北潮市健康づくり計画 評価表"], ["【評価】A：達成　B：概ね達成（95％以上）　C：未達成"], []]
    lines = {4: heading} if dirty else {}
    return Drawn(
        (Sheet(heading, between([[r] for r in rows], lines), before),),
        right(found, "units", "departments", "met", years=(2022, 2023)),
    )


@layout("comments with numbers of their own beside the figures", GREEN, GREEN_DIRTY)
def comments(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [["番号", "事業名", "担当課", "指標", "単位", "R5目標", "R5実績", "R5の取組内容と成果", "今後の方向"]]
    ways = ("継続", "拡充", "継続", "見直し", "継続", "継続", "拡充", "継続", "継続", "継続")
    rows: list[Row] = [
        [int(i.number), i.project, i.section, i.indicator, i.unit, *i.years[2023], words or None, way]
        for i, words, way in zip(found, WORDS, ways, strict=True)
    ]
    lines = {0: [across("１　緑の保全", 9)], 4: [*heading, across("２　資源の循環", 9)]} if dirty else {}
    return Drawn(
        (Sheet(heading, between([[r] for r in rows], lines), [["風見市環境行動計画　令和5年度報告"]]),),
        right(found, "units", "departments", "met", years=(2023,)),
    )


@layout("rate, progress in words and reason beside the figures; kinds merged over the years", CHILDREN, CHILDREN_DIRTY)
def rate_and_progress(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        ["No.", "事業", "指標", "単位", "目標", LEFT, "実績", LEFT, "達成率（％）", LEFT, "進捗状況", "要因・課題", "担当"],
        [UP, UP, UP, UP, *["R4", "R5"] * 3, UP, UP, UP],
    ]
    groups: list[list[Row]] = []
    for m, run in enumerate(runs(found)):
        rows: list[Row] = []
        for n, i in enumerate(run):
            rates: Row = [
                round(100 * r / t, 1) if t and r is not None else "－"
                for t, r in ((i.target(y).value, i.result(y).value) for y in (2022, 2023))
            ]
            state = "順調" if grade(i, 2023) == "A" else "遅れ"
            rows.append(
                [
                    *([int(i.number), i.project] if n == 0 else [UP, UP]),
                    *(i.indicator, i.unit, i.target(2022), i.target(2023), i.result(2022), i.result(2023), *rates, state),
                    WORDS[m] or None,
                    i.section if n == 0 else UP,
                ]
            )
        groups.append(rows)
    lines = {4: heading} if dirty else {}
    return Drawn(
        (Sheet(heading, between(groups, lines), [["白糸川町こども計画 点検表"], []]),),
        right(found, "units", "departments", "met", years=(2022, 2023)),
    )
