"""Two sheets of numbers: every indicator in a row, and a native chart of each that states a target, drawn from those rows."""

from collections.abc import Sequence
from typing import Any, Final

from dashboard.drawing import indicator_charts
from dashboard.facts import judged_targets
from dashboard.facts.series import Point, Series
from dashboard.files import workbook_sheets
from dashboard.files.takeaway import Contents
from dashboard.files.workbook_layout import FONT, HEAD_HEIGHT, PERCENT_DECIMALS, Book, TwoPages, fit, lay_out, put, widths
from dashboard.saying import point_words, year_words
from dashboard.text import colours, words

# What is said of an indicator before its years.
LEADING: Final[dict[str, float]] = {
    "番号": 5,
    "指標": 30,
    "単位": 7,
    "種別": 7,
    "担当課": 16,
    "判定": 17,
    "達成率": 9,
    "現状からの進み": 9,
    "傾向": 8,
    "現状": 9,
}
# 番号 and 指標 stand on the second page as well.
REPEATED: Final = 2
FINAL_GOAL: Final = "最終目標"
TARGETS: Final = "年度の目標"
RESULTS: Final = "実績"
YEAR_WIDTH: Final = 9.0
GRIDLINES: Final = {"visible": True, "line": {"color": colours.GRID.light}}
# The row of the first indicator: below the title with its two notes, and two rows of headings.
FIRST_ROW: Final = 5
CHARTS_A_ROW: Final = 2
CHART_SIZE: Final = {"width": 500, "height": 236}
CHART_ROW: Final = 262
# A column a little wider than a chart, in characters of half width.
CHART_COLUMN: Final = 74.0


def _ordered(contents: Contents) -> list[Series]:
    return judged_targets.ordered(contents.indicators, judged_targets.BY_GAP, contents.year)


def rows(at: Book, name: str) -> None:
    """Write a row for each indicator, the furthest from its target first."""
    contents, ordered = at.contents, _ordered(at.contents)
    sheet = at.book.add_worksheet(name)
    years = list(contents.labels.items())
    columns = [*LEADING.values(), *[YEAR_WIDTH] * (2 * len(years) + 1)]
    widths(sheet, columns)
    at.title(
        sheet,
        "数値目標と実績",
        year_words.targets(ordered, contents.year, contents.year_ja, without_outside=False) + "。",
        f"判定・達成率・進みは{contents.year_ja}です。目標に遠い順。✕は目標に届かなかった実績。区分：{words.scale_note()}",
    )
    head = FIRST_ROW - 2
    _heads(at, sheet, head, [label for _, label in years])
    for row, one in enumerate(ordered, start=FIRST_ROW):
        fit(sheet, row, _row(at, sheet, row, one), columns)
    end = FIRST_ROW + max(len(ordered), 1) - 1
    sheet.autofilter(head + 1, 0, end, len(LEADING) - 1)
    sheet.freeze_panes(FIRST_ROW, 2)
    pages = TwoPages(columns, at=len(LEADING), repeated=REPEATED)
    lay_out(sheet, contents, name, (end, len(LEADING) + 2 * len(years)), (head, head + 1), pages)


def _heads(at: Book, sheet: Any, head: int, labels: Sequence[str]) -> None:
    """Two rows of headings: the years stand below 目標 and 実績, so that a chart can name its points by them."""
    for column in range(len(LEADING) + 2 * len(labels) + 1):
        sheet.write_blank(head, column, None, at.head)
    for column, name in enumerate(LEADING):
        sheet.write_string(head + 1, column, name, at.head)
    for start, group in ((len(LEADING), TARGETS), (len(LEADING) + len(labels), RESULTS)):
        if len(labels) > 1:
            sheet.merge_range(head, start, head, start + len(labels) - 1, group, at.head)
        else:
            sheet.write_string(head, start, group, at.head)
        for column, label in enumerate(labels, start=start):
            sheet.write_string(head + 1, column, label, at.head)
    sheet.write_string(head + 1, len(LEADING) + 2 * len(labels), FINAL_GOAL, at.head)
    sheet.set_row(head + 1, HEAD_HEIGHT)


def _row(at: Book, sheet: Any, row: int, one: Series) -> list[float | str | None]:
    """Write an indicator; return its values."""
    point, trend = one.at(at.contents.year), one.trend(at.contents.year)
    attainment, progress = (point.attainment, point.progress) if point else (None, None)
    tone = (point.verdict if point else words.NOT_JUDGED).tone
    values: list[tuple[float | str | None, Any]] = [
        (one.number, at.centred),
        (one.name, at.said),
        (one.unit, at.centred),
        ("累計" if one.is_cumulative else "年度別", at.centred),
        (one.department, at.said),
        (point_words.judgement(point), at.signed(tone)),
        (_ratio(attainment), at.ratio),
        (_ratio(progress), at.ratio),
        (trend.text if trend else "", at.centred),
        (one.baseline, at.number(one.baseline)),
    ]
    points = [one.at(year) for year in at.contents.labels]
    values += [_number(at, there.target if there else None) for there in points]
    values += [_number(at, there.result if there else None, there is not None and there.is_met is False) for there in points]
    values.append((one.final_goal, at.number(one.final_goal)))
    for column, (value, look) in enumerate(values):
        put(sheet, row, column, value, look)
    for column, there in enumerate(points, start=len(LEADING)):
        if there and there.is_revised:
            note = f"当初の目標：{words.number_text(there.first_target, one.unit)}"
            sheet.write_comment(row, column, note, {"author": "", "font_name": FONT})
    return [value for value, _ in values]


def _ratio(value: float | None) -> float | None:
    # Excel rounds what it shows, so that 99.96 % would read 100.0 %: the value itself is cut off first.
    return None if value is None else words.rounded(value, PERCENT_DECIMALS)


def _number(at: Book, value: float | None, is_missed: bool = False) -> tuple[float | None, Any]:
    return value, at.number(value, is_missed)


def charts(at: Book, name: str) -> None:
    """Write a chart for each indicator with a target, which refers to its row of the sheet of indicators."""
    contents = at.contents
    sheet = at.book.add_worksheet(name)
    widths(sheet, [CHART_COLUMN] * CHARTS_A_ROW)
    drawn = [(row, one) for row, one in enumerate(_ordered(contents), start=FIRST_ROW) if one.has_target]
    head = at.title(
        sheet,
        "数値目標のある指標のグラフ",
        f"{len(drawn):,}件。線と●が実績、横棒がその年度の目標です。目盛りは指標ごとに違い、0から始まらないものがあります。",
    )
    caption = at.look(valign="bottom", text_wrap=True, indent=1)
    for index, (row, one) in enumerate(drawn):
        place = head + index // CHARTS_A_ROW, index % CHARTS_A_ROW
        sheet.set_row_pixels(place[0], CHART_ROW)
        sheet.write_string(*place, _caption(one, one.at(contents.year), contents.labels[contents.year]), caption)
        options = {"x_offset": 4, "y_offset": 2, "object_position": 1, "description": indicator_charts.spoken(one)}
        sheet.insert_chart(*place, _chart(at, row, one.heading, FIRST_ROW - 1), options)
    end = head + max(-(-len(drawn) // CHARTS_A_ROW), 1) - 1
    sheet.freeze_panes(head, 0)
    lay_out(sheet, contents, name, (end, CHARTS_A_ROW - 1))


def _caption(one: Series, point: Point | None, label: str) -> str:
    head = f"{one.number}　{one.department}　{label}："
    if point is None or point.band is None:
        return head + (point.verdict if point else words.NOT_JUDGED).text
    ratio = f"達成率{words.percent_text(point.attainment)}" if point.attainment is not None else ""
    progress = f"、現状からの進み{words.percent_text(point.progress)}" if point.progress is not None else ""
    return f"{head}{point_words.judgement(point)}　{ratio}{progress}"


def _chart(at: Book, row: int, title: str, labels: int) -> Any:
    """Return results as a line and targets as dashes, drawn from the row of an indicator; `labels` is the row of the years."""
    count, start = len(at.contents.labels), len(LEADING)
    chart = at.book.add_chart({"type": "line"})
    small = {"name": FONT, "size": 9}
    sheet = workbook_sheets.name("indicators")
    names = [sheet, labels, start, labels, start + count - 1]
    blue, grey = colours.NAVY.light, colours.SLATE.light
    chart.add_series(
        {
            "name": "目標",
            "categories": names,
            "values": [sheet, row, start, row, start + count - 1],
            "line": {"none": True},
            "marker": {"type": "long_dash", "size": 14, "fill": {"color": grey}, "border": {"color": grey}},
        }
    )
    chart.add_series(
        {
            "name": RESULTS,
            "categories": names,
            "values": [sheet, row, start + count, row, start + 2 * count - 1],
            "line": {"color": blue, "width": 2.25},
            "marker": {"type": "circle", "size": 7, "fill": {"color": blue}, "border": {"color": blue}},
            "data_labels": {"value": True, "position": "above", "num_format": "#,##0.######;-#,##0.######", "font": small},
        }
    )
    chart.set_title({"name": title, "name_font": {"name": FONT, "size": 10, "bold": True}, "overlay": False})
    chart.set_x_axis({"num_font": small, "line": {"color": grey}})
    chart.set_y_axis({"num_font": small, "num_format": "#,##0", "major_gridlines": GRIDLINES})
    chart.set_legend({"position": "top", "font": small})
    chart.show_blanks_as("gap")
    chart.set_size(CHART_SIZE)
    return chart
