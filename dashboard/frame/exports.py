"""What is on screen can be taken away: CSV that Excel opens rightly (UTF-8 with BOM) and an Excel sheet with a frozen head."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any, Final, cast

import pandas as pd
import streamlit as st

from dashboard.database.queries import Filter
from dashboard.frame import file_names, filters, shown_query

EXCEL_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV_TYPE: Final = "text/csv"
WIDEST: Final = 60
# What a workbook is opened with: no words of a document run as a formula, none becomes a link.
AS_WORDS: Final = {"strings_to_formulas": False, "strings_to_urls": False}
NOT_IN_SHEET_NAMES: Final = re.compile(r"[\[\]:*?/\\]")
LONGEST_SHEET_NAME: Final = 31
# A cell that begins so is read as a formula by spreadsheet programs, wherever the words came from; Japanese ones take signs of
# full width too, some pass over line breaks and blanks before them, and a minus before a name (-A1, -講座) asks for its value.
# "-6件" and "－" are none.
FORMULA: Final = re.compile(r"[\t\r\n]|\s*(?:[=+@＝＋＠]|[-－](?=.*[-+*/^(!|])|[-－]\s*(?:[^\W\d_]|\$))", re.DOTALL)


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Return the frame as CSV in UTF-8 with BOM, one row of headings, lines ended as Windows ends them.

    A column of whole numbers that has gaps is one of floats to pandas; each value is written as what it is: 9484, not 9484.0.
    """
    said = {_said(name): pd.Series([_said(value) for value in column], dtype=object) for name, column in frame.items()}
    return pd.DataFrame(said).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def excel_bytes(frame: pd.DataFrame, sheet: str) -> bytes:
    """Return the frame as a workbook of one sheet: a head that stays in view, widths that fit, A4 landscape."""
    buffer = BytesIO()
    options = {"options": AS_WORDS}
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs=options) as writer:
        frame.to_excel(writer, sheet_name=_sheet_name(sheet), index=False, freeze_panes=(1, 0))
        _lay_out(writer, frame, _sheet_name(sheet))
    return buffer.getvalue()


def downloads(
    frame: pd.DataFrame | Callable[[], pd.DataFrame],
    name: str,
    key: str,
    query: shown_query.Query | Sequence[shown_query.Query],
    *,
    of_year: bool = True,
) -> None:
    """Draw the CSV and Excel downloads of a frame, made when they are asked for, and what the frame was asked with.

    A frame that the page does not show is given as what makes it, so that nobody waits for it.

    The file's name tells the filter that the frame was asked with and, where the frame is `of_year`, the year in question.
    """
    asked_with = (query,) if isinstance(query, shown_query.Query) else tuple(query)
    narrowed_by = in_force(asked_with)
    makers: tuple[tuple[str, str, str, Callable[[], bytes]], ...] = (
        ("CSV", "csv", CSV_TYPE, lambda: csv_bytes(_made(frame))),
        ("Excel", "xlsx", EXCEL_TYPE, lambda: excel_bytes(_made(frame), name)),
    )
    with st.container(horizontal=True):
        for label, ending, media_type, make in makers:
            st.download_button(
                f"{label}で保存",
                make,
                file_name=file_names.page_file_name(name, narrowed_by, file_names.today(), ending, of_year=of_year),
                mime=media_type,
                key=f"{key}_{ending}",
                on_click="ignore",
            )
    shown_query.show(key, *asked_with)


def in_force(queries_asked: Sequence[shown_query.Query]) -> Filter | None:
    """Return the filter that narrowed what was asked, with the year in question; None where none did.

    A query that compares with all sections is not narrowed by the chosen one, and most are asked without a year.
    """
    narrowed = next((query.chosen for query in queries_asked if query.chosen is not None), None)
    return None if narrowed is None else replace(narrowed, year=narrowed.year or filters.chosen().year)


def _made(frame: pd.DataFrame | Callable[[], pd.DataFrame]) -> pd.DataFrame:
    return frame() if callable(frame) else frame


def _said(value: object) -> object:
    """Return a value as CSV holds it: nothing that runs as a formula, whole numbers without a point.

    >>> _said(9484.0), _said(0.5), _said("=1+1")
    (9484, 0.5, "'=1+1")
    """
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value


def _sheet_name(title: str) -> str:
    """Return a title as Excel takes it: of its length, and with no apostrophe at an end."""
    return NOT_IN_SHEET_NAMES.sub("_", title)[:LONGEST_SHEET_NAME].strip("'") or "_"


def _lay_out(writer: pd.ExcelWriter, frame: pd.DataFrame, sheet: str) -> None:
    # The stubs know openpyxl's workbook alone.
    book = cast("Any", writer.book)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    page = writer.sheets[sheet]
    for position, column in enumerate(frame.columns):
        longest = max([len(str(column)), *(len(str(value)) for value in frame[column])])
        page.set_column(position, position, min(longest * 2 + 2, WIDEST), wrapped)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
