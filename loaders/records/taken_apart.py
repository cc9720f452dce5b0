"""The data file that the dashboard gives away is a plan's table taken apart; put together again it is a table like any other.

What stands in 文章 goes under its place (a kind of cell and a year), beside what 実施事業 says of the row. Where the words are
bare values, the table had columns for indicators: then it is put together from 指標 and 指標の年度値.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.errors import DocumentError
from loaders.grid.grid import Grid, Sheet
from loaders.grid.opening import read_grid
from loaders.mapping.cells.values import read_values
from loaders.sheets import DataSheet, MeetingSheet

ROWS, WORDS, INDICATORS, VALUES, ABOUT = (
    sheet.label_ja
    for sheet in (
        DataSheet.INITIATIVES,
        DataSheet.CELLS,
        DataSheet.INDICATORS,
        DataSheet.INDICATOR_YEARS,
        DataSheet.ABOUT,
    )
)
# The workbook for a meeting is made to be printed: its sheets tell the same things again and again.
FOR_MEETINGS = frozenset(sheet.label_ja for sheet in MeetingSheet if not sheet.is_of_a_year_to_come)
_OWN = {
    "番号": "番号",
    "実施事業": "印刷された実施事業",
    "主担当": "印刷された主担当",
    "担当課": "印刷された担当課",
    "実施内容": "実施内容",
}
_Record = dict[str, str]


def read_tables(data: bytes, file_name: str) -> Grid:
    """Return the grid of a file, our own data file put together; raise DocumentError where there is nothing to be read."""
    return put_together(read_grid(data, file_name))


def put_together(grid: Grid) -> Grid:
    """Return a grid with the table that our own data file was made from in its sheets' place; any other grid as it is.

    Raise DocumentError for our workbook for meetings, and for one table of our data by itself.
    """
    names = {sheet.name.rpartition("_")[2]: sheet for sheet in grid.sheets}
    if names.keys() >= FOR_MEETINGS:
        raise DocumentError("「会議用のExcel」は印刷のための資料です。", where=grid.file_name, todo=_TODO)
    found = {name: list(_records(names[name])) for name in (ROWS, WORDS, INDICATORS, VALUES) if name in names}
    if not (len(found) == 4 and _is_words(found[WORDS]) and all(set(_OWN.values()) <= one.keys() for one in found[ROWS])):
        if len(grid.sheets) == 1 and _is_words(list(_records(grid.sheets[0], 2))):
            raise DocumentError("データの表が1つだけです。", where=grid.file_name, todo=_TODO)
        return grid
    has_values = _are_values(found[WORDS])
    table = _table_of_values(found) if has_values else _table_of_words(found[ROWS], found[WORDS])
    about = {row.get("項目", ""): row.get("内容", "") for row in _records(names[ABOUT])} if ABOUT in names else {}
    titles = tuple(filter(None, (about.get("計画", ""),)))
    return replace(grid, sheets=(Sheet("", tuple(table), around=titles),))


_TODO = "「データのExcel」か「次の様式」を保存し、それを取り込んでください。"


def _records(sheet: Sheet, most: int | None = None) -> Iterator[_Record]:
    """Yield the rows of a sheet by the headings in its first."""
    if sheet.rows:
        for row in sheet.rows[1:] if most is None else sheet.rows[1 : 1 + most]:
            yield dict(zip(sheet.rows[0], row, strict=True))


def _is_words(records: Sequence[_Record]) -> bool:
    return bool(records) and {"番号", "欄名", "年度西暦", "年度和暦", "文"} <= records[0].keys()


def _are_values(words: Sequence[_Record]) -> bool:
    texts = [row["文"] for row in words if row["文"].strip()]
    return 2 * sum(bool(read_values(text)) for text in texts) > len(texts)


def _table_of_words(rows: Sequence[_Record], words: Sequence[_Record]) -> Iterator[tuple[str, ...]]:
    places = sorted({(row["年度西暦"], row["欄名"], row["年度和暦"]) for row in words}, key=_in_order)
    said: dict[tuple[str, str, str], list[str]] = {}
    for row in words:
        said.setdefault((row["番号"], row["年度西暦"], row["欄名"]), []).append(row["文"])
    own = [name for name, heading in _OWN.items() if any(row[heading].strip() for row in rows)]
    yield (*own, *(f"{label}{kind}" for _, kind, label in places))
    for row in rows:
        texts = (" ".join(filter(str.strip, said.get((row["番号"], year, kind), ()))) for year, kind, _ in places)
        yield (*(row[_OWN[name]] for name in own), *texts)


def _in_order(place: tuple[str, str, str]) -> tuple[str, bool]:
    year, kind, _ = place
    return year, kind == "評価"


def _table_of_values(found: dict[str, list[_Record]]) -> Iterator[tuple[str, ...]]:
    rows = {row["番号"]: row for row in found[ROWS]}
    stated = {(row["指標番号"], row["年度西暦"]): row for row in found[VALUES]}
    years = sorted({(row["年度西暦"], row["年度和暦"]) for row in found[VALUES]})
    yearly = tuple(f"{label}{kind}" for _, label in years for kind in ("目標", "実績"))
    yield ("番号", "事業名", "担当課", "指標名", "単位", "基準値", *yearly, "最終目標")
    for one in found[INDICATORS]:
        row = rows[one["番号"]]
        name = row["実施事業名"] or row["実施内容"]
        values = (stated.get((one["指標番号"], year), {}).get(kind, "") for year, _ in years for kind in ("目標", "実績"))
        told = (one["番号"], name, row["担当課"], one["指標名"], one["単位"])
        yield (*told, one["現状"], *values, one["最終目標"])
