"""Next year's form is the city's own table with this year's plans in it and the evaluations to come left empty.

Sections complete it, and it loads again as the next edition: same headings, same rows, words at the places where they belong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import pandas as pd
import xlsxwriter

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.facts.series import Series
from dashboard.files.workbook_layout import A4, FONT, HEAD, HIGHEST, MARKED, SIZE
from dashboard.frame import exports, filters
from dashboard.text import words

NUMBER, PROGRAM, LEAD, DEPARTMENT, ACTIVITY = "番号", "実施事業", "主担当", "担当課", "実施内容"
# The loaders read no remarks, so what is put there comes back as it is.
REMARK: Final = "備考"
WIDTHS: Final = {NUMBER: 6, PROGRAM: 22, LEAD: 7, DEPARTMENT: 14, ACTIVITY: 24}
WIDE: Final = 36
TITLE_ROWS: Final = 2


@dataclass(frozen=True)
class Form:
    """A form: its headings, its rows in order, and the heading whose cells are to be completed."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    to_fill: str


def running_year() -> int | None:
    """Return the first year of the plan without evaluations; None where every year has them."""
    last = filters.last_evaluated()
    return next((year for year in filters.year_labels() if year > last), None)


def refusal(chosen: Filter) -> str:
    """Return why there is no form for this plan, '' where there is one."""
    if running_year() is None:
        return "評価のない年度が表にないため、次の様式は作れません。次の年度の計画が入った表を取り込むと作れます。"
    if queries.frame("columns_of_values", filters.without_year(chosen))["has_any"].iloc[0]:
        return "指標や数値の列を持つ表のため、元の様式のままの様式は作れません。市の元のExcelに書き足してください。"
    return ""


def form(chosen: Filter, every: Sequence[Series]) -> Form:
    """Return the form of the rows under a filter; raise ValueError where `refusal` says why there is none."""
    year = running_year()
    if year is None or refusal(chosen):
        raise ValueError("no form can be made of this plan")
    everything = filters.without_year(chosen)
    rows, cells = queries.frame("form_rows", everything), queries.frame("form_cells", everything)
    said = {
        (int(number), str(kind), None if pd.isna(at) else int(at)): str(text)
        for number, kind, at, text in cells[["number", "kind", "year", "words"]].to_numpy()
    }
    places = _places(said, year)
    plan = queries.frame("plan").iloc[0]
    own = [name for name in WIDTHS if name != LEAD or rows["lead_printed"].astype(bool).any()]
    headings = (*own, *(heading for heading, _, _ in places), REMARK)
    found = []
    for row in rows.to_dict("records"):
        number = int(row["number"])
        printed = {
            NUMBER: str(number),
            PROGRAM: str(row["program_printed"]),
            LEAD: str(row["lead_printed"]),
            DEPARTMENT: str(row["department_printed"]),
            ACTIVITY: str(row["activity"]),
        }
        texts = [said.get((number, kind, at), "") for _, kind, at in places]
        found.append((*(printed[name] for name in own), *texts, remark(number, every, year)))
    title = f"{plan['title']} 進行管理表"
    return Form(title, headings, tuple(found), f"{filters.year_label(year, 'label_ja')}{words.KINDS['result']}")


def _places(said: Mapping[tuple[int, str, int | None], str], running: int) -> list[tuple[str, str, int | None]]:
    """Return the columns of words, each with its heading: a year's plan, then its evaluation up to the running year."""
    found: list[tuple[str, str, int | None]] = []
    if any(kind == "baseline_goal" for _, kind, _ in said):
        found.append((words.KINDS["baseline_goal"], "baseline_goal", None))
    for year, label in filters.year_labels("label_ja").items():
        found.append((f"{label}{words.KINDS['plan']}", "plan", year))
        if year <= running:
            found.append((f"{label}{words.KINDS['result']}", "result", year))
    return found


def remark(number: int, every: Sequence[Series], year: int) -> str:
    """Return an initiative's targets of a year with the results before, to be answered with a number each."""
    label, before = filters.year_label(year), filters.year_labels().get(year - 1, "")
    told = []
    for one in every:
        point = one.at(year)
        if one.number != number or point is None or point.target is None:
            continue
        last = one.at(year - 1)
        kind = "見込" if last and last.is_forecast else "実績"
        came = f"、{before}{kind}{words.number_text(last.result, one.unit)}" if last and last.result is not None else ""
        told.append(f"{one.name}：{label}目標{words.number_text(point.target, one.unit)}{came}")
    return "／".join(told)


def workbook(one: Form) -> bytes:
    """Return a form as an Excel workbook; the cells to complete are coloured, and the head stays in view."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, **exports.AS_WORDS})
    base = {"font_name": FONT, "font_size": SIZE, "valign": "top", "text_wrap": True, "border": 1}
    head, cell = book.add_format({**base, "bold": True, "bg_color": HEAD}), book.add_format(base)
    fill = book.add_format({**base, "bg_color": MARKED})
    sheet = book.add_worksheet("進行管理表")
    sheet.write_string(0, 0, one.title, book.add_format({"font_name": FONT, "font_size": SIZE + 4, "bold": True}))
    for at, heading in enumerate(one.headings):
        sheet.set_column(at, at, WIDTHS.get(heading, WIDE))
        sheet.write_string(TITLE_ROWS, at, heading, head)
    for line, row in enumerate(one.rows, start=TITLE_ROWS + 1):
        sheet.set_row(line, min(HIGHEST, _height(row, one.headings)))
        for at, text in enumerate(row):
            look = fill if one.headings[at] == one.to_fill else cell
            sheet.write_string(line, at, text, look) if text else sheet.write_blank(line, at, None, look)
    sheet.freeze_panes(TITLE_ROWS + 1, list(one.headings).index(ACTIVITY) + 1)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.repeat_rows(TITLE_ROWS)
    sheet.fit_to_pages(2, 0)
    book.close()
    return buffer.getvalue()


def _height(row: Sequence[str], headings: Sequence[str]) -> float:
    lines = max(
        -(-len(text) * 2 // WIDTHS.get(heading, WIDE)) + text.count("\n") for text, heading in zip(row, headings, strict=True)
    )
    return max(1, lines) * 15.0 + 4.0
