"""Two sheets of words: what was left undone with reason and next plan, and the city's own table, repaired and marked."""

from typing import Any, Final

import pandas as pd

from dashboard.facts import next_plan, undone_choice
from dashboard.facts.dossier import Place
from dashboard.facts.undone_years import InitiativeYear, InitiativeYears, Run
from dashboard.files.workbook_layout import FONT, HEAD_HEIGHT, MARKED, Book, TwoPages, fit, lay_out, put, widths
from dashboard.saying import undone_words
from dashboard.text import colours, rule_words, words
from dashboard.text.records import Record

UNDONE_COLUMNS: Final[dict[str, float]] = {
    "番号": 5,
    "実施内容": 22,
    "年度": 6,
    "担当課": 16,
    "状況": 10,
    "繰越": 10,
    "続いた年数": 8,
    "続いた年度": 10,
    "理由": 14,
    "届かなかった目標": 22,
    "内容及び目標": 30,
    "評価": 30,
    "翌年度の内容及び目標": 30,
    "翌年度の計画": 16,
    "翌年度の状況": 11,
}
# The first columns of the city's table with the store's names of what stands in them.
OWN_COLUMNS: Final[dict[str, tuple[str, float]]] = {
    "番号": ("number", 5),
    "実施事業": ("program", 17),
    "主担当": ("lead_printed", 7),
    "担当課": ("department_printed", 14),
    "実施内容": ("activity", 17),
}
PLACE_WIDTH: Final = 22.0
# How many columns stand on the second page as well: up to 年度, and up to 実施事業.
UNDONE_REPEATED: Final = 3
TABLE_REPEATED: Final = 2
MARK: Final = "※"


def undone(at: Book, name: str) -> None:
    """Write every undone year under the filter: those of the chosen year's initiatives first, the longest run first."""
    contents = at.contents
    sheet = at.book.add_worksheet(name)
    widths(sheet, list(UNDONE_COLUMNS.values()))
    head = at.title(
        sheet,
        "未達・繰越の一覧",
        undone_words.answer(contents.undone, contents.year, contents.year_ja) + "。",
        f"{contents.year_ja}に未達・繰越の事業が先、続いた年数の長い順です。1行が1年度です。",
    )
    for column, heading in enumerate(UNDONE_COLUMNS):
        sheet.write_string(head, column, heading, at.head)
    sheet.set_row(head, HEAD_HEIGHT)
    entries = [(row, run, year) for row in _first_now(contents.undone, contents.year) for run in row.runs for year in run.years]
    for at_row, entry in enumerate(entries, start=head + 1):
        _undone_row(at, sheet, at_row, *entry)
    end = head + max(len(entries), 1)
    sheet.autofilter(head, 0, end, len(UNDONE_COLUMNS) - 1)
    sheet.freeze_panes(head + 1, 2)
    pages = TwoPages(list(UNDONE_COLUMNS.values()), at=list(UNDONE_COLUMNS).index("内容及び目標"), repeated=UNDONE_REPEATED)
    lay_out(sheet, contents, name, (end, len(UNDONE_COLUMNS) - 1), (head, head), pages)


def _first_now(rows: tuple[InitiativeYears, ...], year: int) -> list[InitiativeYears]:
    now = {row.number for row in rows if any(one.year == year for one in row.undone)}
    return sorted(undone_choice.ordered(rows), key=lambda row: row.number not in now)


def _undone_row(at: Book, sheet: Any, at_row: int, row: InitiativeYears, run: Run, year: InitiativeYear) -> None:
    after = row.after(year)
    status, carried = words.STATUSES[year.status or "not_reported"], words.CARRIED_OVER
    values: list[tuple[float | str | None, Any]] = [
        (row.number, at.centred),
        (row.activity, at.said),
        (year.label, at.centred),
        (row.department, at.said),
        (status.text, at.signed(status.tone)),
        (carried.text if year.is_carried_over else "", at.signed(carried.tone)),
        (run.length, at.centred),
        (run.said[1].strip("（）"), at.centred),
        (words.reason_text(year.reason), at.said),
        ("\n".join(year.missed), at.said),
        (year.plan, at.said),
        (year.evaluation, at.said),
        (after.plan if after else "", at.said),
        (next_plan.again(year, after), at.said),
        (words.STATUSES[after.status].text if after and after.status else "", at.centred),
    ]
    for column, (value, look) in enumerate(values):
        put(sheet, at_row, column, value, look)
    fit(sheet, at_row, [value for value, _ in values], list(UNDONE_COLUMNS.values()))


def table(at: Book, name: str) -> None:
    """Write the city's own table: the document's headings, the words at their true places, what was repaired marked."""
    contents = at.contents
    sheet = at.book.add_worksheet(name)
    places = _places(at)
    moved = int((contents.cells["is_moved"] & (contents.cells["text"].str.strip() != "")).sum())
    head = at.title(
        sheet,
        f"{contents.plan} 進行管理表",
        f"資料の文をそのまま、正しい見出しの下に並べています。資料と違う見出しへ移した文が{moved:,}か所あります。",
        f"色のついた欄の「{MARK}」は、資料ではどこに印刷されているかです。理由は欄のコメントにあります。A4では横2ページに分かれます。",
    )
    columns = [*(width for _, width in OWN_COLUMNS.values()), *[PLACE_WIDTH] * len(places)]
    widths(sheet, columns)
    sheet.set_row(head, HEAD_HEIGHT)
    for column, heading in enumerate([*OWN_COLUMNS, *places.values()]):
        sheet.write_string(head, column, heading, at.head)
    said = _by_place(contents.cells)
    for at_row, initiative in enumerate(contents.initiatives.to_dict("records"), start=head + 1):
        written = _own_columns(at, sheet, at_row, initiative)
        for column, place in enumerate(places, start=len(OWN_COLUMNS)):
            written.append(_pieces(at, sheet, (at_row, column), said.get((int(initiative["number"]), *place), [])))
        fit(sheet, at_row, written, columns)
    end = head + max(len(contents.initiatives), 1)
    sheet.freeze_panes(head + 1, 5)
    pages = TwoPages(columns, at=len(OWN_COLUMNS) + (len(places) + 1) // 2, repeated=TABLE_REPEATED)
    lay_out(sheet, contents, name, (end, len(columns) - 1), (head, head), pages)


def _places(at: Book) -> dict[Place, str]:
    """Return the places of the table with their headings, in the document's order."""
    contents = at.contents
    found: dict[Place, str] = {("baseline_goal", None): words.KINDS["baseline_goal"]}
    for year, label in contents.labels_ja.items():
        found["plan", year] = f"{label}{words.KINDS['plan']}"
        if year <= contents.last_evaluated:
            found["result", year] = f"{label}{words.KINDS['result']}"
    return found


def _by_place(cells: pd.DataFrame) -> dict[tuple[int, str, int | None], list[Record]]:
    found: dict[tuple[int, str, int | None], list[Record]] = {}
    for piece in cells.to_dict("records"):
        year = None if pd.isna(piece["year"]) else int(piece["year"])
        found.setdefault((int(piece["number"]), str(piece["kind"]), year), []).append(piece)
    return found


def _own_columns(at: Book, sheet: Any, row: int, initiative: Record) -> list[str]:
    """Write what the table says of an initiative before its years; return the words of each column."""
    code, printed = str(initiative["program_code"]), str(initiative["program_code_printed"])
    # The program's name is printed behind its code, so only the code is repaired in it.
    program = str(initiative["program_printed"])
    is_repaired = code != printed and printed in program
    values = {**initiative, "program": program.replace(printed, code, 1) if is_repaired else program}
    for column, (name, _) in enumerate(OWN_COLUMNS.values()):
        put(sheet, row, column, values[name], at.centred if name in ("number", "lead_printed") else at.said)
    written = [str(values[name]) for name, _ in OWN_COLUMNS.values()]
    if is_repaired:
        column = list(OWN_COLUMNS).index("実施事業")
        written[column] = _marked(at, sheet, (row, column), [(str(values["program"]), f"{MARK}印刷：{printed}")])
    return written


def _pieces(at: Book, sheet: Any, place: tuple[int, int], pieces: list[Record]) -> str:
    """Write the pieces of one cell; each that was moved says where it is printed. Return all that was written."""
    parts = [(str(piece["text"]).strip(), _printed_at(piece) if piece["is_moved"] else "") for piece in pieces]
    if not any(note for _, note in parts):
        said = "\n".join(part for part, _ in parts)
        put(sheet, *place, said, at.said)
        return said
    why = [rule_words.place_text(str(piece["rule"])) for piece in pieces if piece["is_moved"]]
    sheet.write_comment(*place, "移した理由：" + "／".join(dict.fromkeys(why)), {"author": "", "font_name": FONT})
    return _marked(at, sheet, place, parts)


def _printed_at(piece: Record) -> str:
    label: str | None = None if pd.isna(piece["printed_year"]) else str(piece["printed_label_ja"])
    return f"{MARK}印刷：{words.place_text(str(piece['printed_kind']), label)}"


def _marked(at: Book, sheet: Any, place: tuple[int, int], parts: list[tuple[str, str]]) -> str:
    """Write words and, in small red letters below, the sign of what was repaired in them; return all that was written."""
    plain, sign = at.look(), at.look(font_color=colours.RED.light, font_size=8)
    fragments: list[tuple[Any, str]] = []
    for said, note in parts:
        fragments.append((plain, ("\n" if fragments else "") + said))
        fragments += [(sign, f"\n{note}")] if note else []
    sheet.write_rich_string(*place, *(part for pair in fragments for part in pair), at.boxed(text_wrap=True, bg_color=MARKED))
    return "".join(said for _, said in fragments)
