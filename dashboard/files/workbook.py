"""A meeting takes one file along: its range, the counts, the targets with charts, what was left undone, the table itself."""

from collections.abc import Callable
from datetime import datetime, time
from io import BytesIO
from typing import Any, Final

import pandas as pd
import xlsxwriter

from dashboard.files import workbook_due, workbook_indicators, workbook_rows, workbook_sheets
from dashboard.files.takeaway import Contents
from dashboard.files.workbook_indicators import GRIDLINES
from dashboard.files.workbook_layout import BAND, FONT, HEAD_HEIGHT, LOWEST, SIZE, Book, fit, lay_out, put, widths
from dashboard.frame import exports
from dashboard.saying import due_words, undone_words, year_words
from dashboard.text import colours, words

COVER_WIDTHS: Final = (20.0, 110.0)
CHART_HEIGHT: Final = 240


def counts() -> tuple[str, ...]:
    """Return the columns of counts, in the order of the sheet."""
    return (*words.STATUSES, "carried_over", "targets_judged", "targets_met")


def count_headings() -> tuple[str, ...]:
    """Return the headings of the total and of each count."""
    return (
        "実施事業",
        *(word.text for word in (*words.STATUSES.values(), words.CARRIED_OVER)),
        "判定した\n数値目標",
        "達成した\n数値目標",
    )


def build(contents: Contents) -> bytes:
    """Return the workbook; the same contents make the same bytes, and no words of the document run as a formula."""
    buffer = BytesIO()
    options = {
        "in_memory": True,
        **exports.AS_WORDS,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": SIZE},
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        made = datetime.combine(contents.made_on, time())
        book.set_properties({"title": f"{contents.plan} 進行管理", "comments": contents.filter_text, "created": made})
        at = Book(book, contents)
        for code, sheet in workbook_sheets.of(contents).items():
            WRITERS[code](at, sheet.label_ja)
    return buffer.getvalue()


def _cover(at: Book, name: str) -> None:
    contents = at.contents
    sheet = at.book.add_worksheet(name)
    widths(sheet, COVER_WIDTHS)
    row = at.title(sheet, f"{contents.plan}　進行管理") + 1
    row = _section(at, sheet, row, "この資料の範囲", _scope(contents))
    said = [
        *_due(contents),
        ("数値目標", _answer(contents)),
        ("比べるときの注意", year_words.caution(contents.targets, contents.statuses, contents.year)),
        ("未達・繰越", undone_words.answer(contents.undone, contents.year, contents.year_ja) + "。"),
    ]
    row = _section(at, sheet, row, "わかること", [(what, words_) for what, words_ in said if words_])
    row = _section(at, sheet, row, "シートの一覧", _listed(contents), are_sheets=True)
    row = _section(at, sheet, row, "ことばの意味", _meanings())
    row = _section(at, sheet, row, "出典", _sources(contents.documents))
    lay_out(sheet, contents, name, (row - 2, 1))
    sheet.fit_to_pages(1, 1)
    sheet.activate()


def _answer(contents: Contents) -> str:
    return year_words.answer(contents.targets, contents.statuses, contents.year, contents.year_ja) + "。"


def _section(at: Book, sheet: Any, row: int, heading: str, entries: list[tuple[str, str]], *, are_sheets: bool = False) -> int:
    """Write a heading and its pairs of name and words; return the row after a blank one."""
    sheet.write_string(row, 0, heading, at.look(bold=True, font_size=12))
    for at_row, (name, said) in enumerate(entries, start=row + 1):
        if are_sheets:
            sheet.write_url(at_row, 0, f"internal:'{name}'!A1", at.boxed(font_color=colours.NAVY.light, underline=1), name)
        else:
            sheet.write_string(at_row, 0, name, at.boxed(bold=True, text_wrap=True))
        sheet.write_string(at_row, 1, said, at.said)
        fit(sheet, at_row, [name, said], COVER_WIDTHS)
    return row + len(entries) + 2


def _listed(contents: Contents) -> list[tuple[str, str]]:
    return list(workbook_sheets.told(contents.labels[contents.asked_for], contents.labels[contents.year]).items())


def _due(contents: Contents) -> list[tuple[str, str]]:
    """What is due in a year without an evaluation, and what was left to it."""
    if not contents.is_due:
        return []
    asked, last = contents.asked_ja, contents.year_ja
    return [
        (f"{asked}の目標", due_words.answer(contents.due, asked, last) + "。"),
        (f"{last}から残る事業", undone_words.left_over(contents.left_over, last, workbook_due.following(contents)) + "。"),
    ]


def _scope(contents: Contents) -> list[tuple[str, str]]:
    first, last = next(iter(contents.labels_ja.values())), contents.labels_ja[contents.last_evaluated]
    evaluated = f"評価があるのは{first}から{last}まで"
    waiting = f"{contents.asked_ja}（まだ評価がないため、件数・判定・達成率は{contents.year_ja}のもの。{evaluated}）"
    return [
        ("対象年度", waiting if contents.is_due else f"{contents.year_ja}（{evaluated}）"),
        ("絞り込み", contents.filter_text),
        ("達成率の区分", words.scale_note()),
        ("作成日", words.date_text(contents.made_on)),
    ]


def _meanings() -> list[tuple[str, str]]:
    return [
        *((word.text, word.meaning) for word in (*words.STATUSES.values(), words.CARRIED_OVER)),
        ("達成率", "実績÷目標。少ないほどよい指標は目標÷実績。目標が0のものは、達成したかどうかだけを判定。"),
        ("現状からの進み", "（実績−現状）÷（目標−現状）。積み上がる数では、達成率が高くても進みが小さいことがあります。"),
        ("件数の見方", "割合の平均は使わず、件数で示します。「終了」と「記載なし」も件数に含めて示します。"),
    ]


def _sources(documents: pd.DataFrame) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for row in documents.to_dict("records"):
        found += [
            ("資料", str(row["title"])),
            ("入手元", str(row["origin"] or "記載なし")),
            ("利用条件", str(row["licence"] or "記載なし")),
            ("資料を読んだ日", words.date_text(row["read_on"])),
            ("照合用の値", f"{row['file_name']}　SHA-256 {row['sha256']}"),
        ]
    return found


def _summary(at: Book, name: str) -> None:
    contents = at.contents
    sheet = at.book.add_worksheet(name)
    widths(sheet, [24, *[11] * len(count_headings())])
    head = at.title(sheet, "集計", _answer(contents))
    for column, heading in enumerate(["区分", *count_headings()]):
        sheet.write_string(head, column, heading, at.head)
    sheet.set_row(head, HEAD_HEIGHT)
    years = contents.statuses
    row = _counts(at, sheet, head + 1, "年度別", years, list(years["label_ja"]))
    if len(years):
        options = {"x_offset": 4, "y_offset": 4, "description": _shares_spoken(years)}
        sheet.set_row(row, CHART_HEIGHT)
        sheet.insert_chart(row, 0, _shares(at, name, head, head + 2, len(years)), options)
        row += 1
    goals = [f"目標{code}" for code in contents.goals["goal_code"]]
    row = _counts(at, sheet, row, f"目標別（{contents.year_ja}）", contents.goals, goals)
    departments = [str(name) for name in contents.departments["department"]]
    row = _counts(at, sheet, row, f"担当課別（{contents.year_ja}、未達の多い順）", contents.departments, departments)
    sheet.freeze_panes(head + 1, 1)
    lay_out(sheet, contents, name, (row - 1, len(count_headings())), (head, head))


def _counts(at: Book, sheet: Any, row: int, heading: str, frame: pd.DataFrame, labels: list[str]) -> int:
    """Write a band with the heading and a row of counts for each label; return the row after."""
    for column in range(len(count_headings()) + 1):
        put(sheet, row, column, heading if column == 0 else None, at.boxed(bold=True, bg_color=BAND))
    sheet.set_row(row, LOWEST)
    for at_row, (label, record) in enumerate(zip(labels, frame.to_dict("records"), strict=True), start=row + 1):
        put(sheet, at_row, 0, label, at.said)
        fit(sheet, at_row, [label], [24])
        for column, key in enumerate(("initiatives", *counts()), start=1):
            count = int(record[key])
            # A table of many zeros is read faster where they stand back.
            put(sheet, at_row, column, count, at.number(count) if count else at.boxed(font_color=colours.GREY.light))
    return row + len(frame) + 1


def _shares(at: Book, name: str, head: int, first: int, years: int) -> Any:
    """Return 100 % stacked columns of the statuses per year, drawn from the rows of the table above."""
    chart = at.book.add_chart({"type": "column", "subtype": "percent_stacked"})
    small = {"name": FONT, "size": 9}
    for column, word in enumerate(words.STATUSES.values(), start=2):
        chart.add_series(
            {
                "name": [name, head, column],
                "categories": [name, first, 0, first + years - 1, 0],
                "values": [name, first, column, first + years - 1, column],
                "fill": {"color": word.tone.light},
                "border": {"color": "#FFFFFF"},
                "gap": 60,
                # Nothing is written on a part that does not exist.
                "data_labels": {"value": True, "num_format": f'"{word.symbol}"0;;', "font": {**small, "color": "#FFFFFF"}},
            }
        )
    chart.set_title({"name": "実施事業の状況（年度別、件数の割合）", "name_font": {"name": FONT, "size": 11, "bold": True}})
    chart.set_x_axis({"num_font": small})
    chart.set_y_axis({"num_font": small, "num_format": "0%", "major_gridlines": GRIDLINES})
    chart.set_legend({"position": "right", "font": small})
    chart.set_size({"width": 860, "height": 300})
    return chart


def _shares_spoken(years: pd.DataFrame) -> str:
    """Return what the chart draws as a sentence a year."""
    said = [
        f"{record['label_ja']}は"
        + "、".join(f"{word.label}{record[key]}件" for key, word in words.STATUSES.items() if record[key])
        for record in years.to_dict("records")
    ]
    return "実施事業の状況。" + "。".join(said) + "。"


# What writes each sheet, by its code; their order is that of workbook_sheets.
WRITERS: Final[dict[str, Callable[[Book, str], None]]] = {
    "cover": _cover,
    "due": workbook_due.targets,
    "left_over": workbook_due.left,
    "summary": _summary,
    "indicators": workbook_indicators.rows,
    "charts": workbook_indicators.charts,
    "undone": workbook_rows.undone,
    "table": workbook_rows.table,
}
