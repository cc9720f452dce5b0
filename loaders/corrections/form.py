"""A correction is a line of a form, filled in by hand (CSV) or on the screen: each mistake is told with its place and cure."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loaders.codes import Item as Item
from loaders.errors import CorrectionError
from loaders.files import read_if_there
from loaders.model import Direction, Kind, Place, PromiseState, Reason, Status
from loaders.prose.eras import label, parse_fiscal_year

COLUMNS = ("number", "year", "item", "place", "expected", "corrected", "why", "who", "corrected_on")
FILE_NAME = "corrections.csv"
# What is said of a finding that somebody has looked at.
CHECKED = "checked"
# What is said of words that promise nothing by a year.
NO_PROMISE = "none"
LONGEST_UNIT, LONGEST_NAME = 20, 100


# A line for each item, as a person would write it of the shipped document; the tests load each of them.
EXAMPLES = {
    Item.STATUS: "30,2019,status,,unmet,closed,費用の面から見送ると決めている,情報政策係,2026-11-24",
    Item.IS_CARRIED_OVER: "7,2017,is_carried_over,,true,false,防災課の作業待ちであり本課の繰越ではない,情報政策係,2026-11-24",
    Item.REASON: "4,2017,reason,,,dependency,設置先の工事が遅れたと所管課に確かめた,情報政策係,2026-11-24",
    Item.CELL_PLACE: "21,,cell_place,R2_result,R3_plan,R3_plan,翌年度の計画の文であることを確かめた,情報政策係,2026-11-24",
    Item.TARGET: "1,2017,target,防災メール登録者数,10000,10000,当初の目標値,情報政策係,2026-11-24",
    Item.RESULT: "1,2018,result,防災メール登録者数,10249,10249,実績値,情報政策係,2026-11-24",
    Item.UNIT: "1,,unit,防災メール登録者数,人,件,登録は件で数えている,情報政策係,2026-11-24",
    Item.DIRECTION: "1,,direction,防災メール登録者数,up,up,増やす目標である,情報政策係,2026-11-24",
    Item.INDICATOR_NAME: "1,,indicator_name,防災メール登録者数,防災メール登録者数,登録者数,呼び名,情報政策係,2026-11-24",
    Item.INDICATOR: "30,,indicator,見積もりを取った業者の数,,社,表に書かれていない数値も追うことにした,情報政策係,2026-11-24",
    Item.CONFIRMED: "30,2019,confirmed,,unmet/true/cost,unmet/true/cost,原文を確かめた,情報政策係,2026-11-24",
    Item.PROMISE: "5,,promise,H30 検討,kept,late,検討は翌年度に行った,情報政策係,2026-11-24",
    Item.FINDING: "98,2019,finding,unplaced_number,1回,checked,参考の数値であり指標ではない,情報政策係,2026-11-24",
}


@dataclass(frozen=True)
class Correction:
    """One line. `place` is a printed cell (R2_result, baseline_goal) or, for a value, the indicator's name as it was read.

    `revision` is the act by which it was said on the screen, None of a line of the file. `named` is what the initiative was
    called then, by which it is found where a later edition numbers it otherwise.
    """

    line: int
    number: int
    year: int | None
    item: Item
    place: str
    expected: str
    corrected: str
    why: str
    who: str
    corrected_on: date
    file_name: str = FILE_NAME
    revision: int | None = None
    named: str = ""

    @property
    def where(self) -> str:
        """The line as a person finds it."""
        if self.revision is not None:
            return f"画面での訂正（番号{self.number}、{self.item}、{self.who}）"
        return f"{self.file_name} {self.line}行目（番号{self.number}、{self.item}）"

    @property
    def revision_key(self) -> tuple[object, ...]:
        """What tells a word said on the screen from all others."""
        return self.revision, self.number, self.year, self.item, self.place

    def misfit(self, found: str) -> "MisfitError":
        """Return the error to raise where the reading is not what the line expects."""
        return MisfitError(self, found)


class MisfitError(CorrectionError):
    """A correction whose expectation does not hold any more; `found` is what the reading says instead."""

    def __init__(self, correction: Correction, found: str) -> None:
        self.correction, self.found = correction, found
        super().__init__(
            f"訂正が今の読み取りと合いません。expected は「{correction.expected}」ですが、読み取りは「{found}」です。",
            where=correction.where,
            todo="資料か読み取りが変わっています。訂正がまだ要るか確かめ、expected を直すか行を除いてください。",
        )

    def __reduce__(self) -> tuple[object, ...]:
        """Pass from one process to another as it is."""
        return type(self), (self.correction, self.found)


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Return the corrections of a CSV file (UTF-8), none where there is no file.

    Raise InputError where it cannot be opened, CorrectionError on a bad line.
    """
    content = read_if_there(path, "訂正")
    if content is None:
        return ()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        todo = "「CSV UTF-8」で保存し直してください。"
        raise CorrectionError("訂正の文字コードが UTF-8 ではありません。", where=path.name, todo=todo) from error
    return parse_corrections(text, path.name)


def parse_corrections(text: str, file_name: str = FILE_NAME) -> tuple[Correction, ...]:
    """Return the corrections of a CSV text with the header COLUMNS; raise CorrectionError naming the line and the column."""
    lines = _lines(text, file_name)
    _, header = next(lines, (1, None))
    if header is None:
        return ()
    if tuple(name.strip() for name in header) != COLUMNS:
        todo = f"1行目を次のとおりにしてください: {','.join(COLUMNS)}"
        raise CorrectionError("訂正の見出しが違います。", where=f"{file_name} 1行目", todo=todo)
    return tuple(_correction(cells, line, file_name) for line, cells in lines if any(cell.strip() for cell in cells))


def _lines(text: str, file_name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of a CSV text with their numbers; raise CorrectionError where it stops being CSV."""
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        todo = '欄を囲む「"」の閉じ忘れや、長すぎる欄がないか確かめてください。'
        raise CorrectionError(
            f"CSV として読めません（{error}）。", where=f"{file_name} {reader.line_num}行目", todo=todo
        ) from error


def _correction(cells: Sequence[str], line: int, file_name: str) -> Correction:
    if len(cells) != len(COLUMNS):
        todo = '「,」を含む文は「"」で囲んでください。'
        raise CorrectionError(f"{len(COLUMNS)}欄のはずが{len(cells)}欄あります。", where=f"{file_name} {line}行目", todo=todo)
    value = dict(zip(COLUMNS, (cell.strip() for cell in cells), strict=True))
    found = unreadable(value)
    if found is not None:
        column, form = found
        where = f"{file_name} {line}行目「{column}」の欄"
        raise CorrectionError(f"「{value[column][:40]}」は読めません。", where=where, todo=f"{form}を書いてください。")
    item = Item(value["item"])
    return Correction(
        line=line,
        number=int(value["number"]),
        year=int(value["year"]) if value["year"] else None,
        item=item,
        place=value["place"],
        expected=value["expected"],
        corrected=value["corrected"],
        why=value["why"],
        who=value["who"],
        corrected_on=date.fromisoformat(value["corrected_on"]),
        file_name=file_name,
    )


def unreadable(value: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the first column of a line that can't be read and what it must look like, None where all can."""
    for column, (is_readable, form) in _FORMS.items():
        if not is_readable(value[column]):
            return column, form
    item = Item(value["item"])
    for column, forms in (("expected", _VALUES | _EXPECTED), ("corrected", _VALUES)):
        is_readable, form = forms[item]
        if not is_readable(value[column]):
            return column, form
    if item is Item.INDICATOR and not 0 < len(value["place"]) <= LONGEST_NAME:
        return "place", f"加える指標の名前（{LONGEST_NAME}字まで）"
    if item is Item.CONFIRMED and value["corrected"] != value["expected"]:
        return "corrected", "expected と同じ値"
    return None


def place_code(place: Place) -> str:
    """Return a place as corrections name it: H29_plan, R2_result, baseline_goal."""
    return place.kind.value if place.year is None else f"{label(place.year)}_{place.kind}"


def parse_place(text: str) -> Place | None:
    """Return the place that a code names (H29_plan, 2017_plan), None where it names none."""
    if text == Kind.BASELINE_GOAL:
        return Place(Kind.BASELINE_GOAL, None)
    head, _, kind = text.partition("_")
    year = parse_fiscal_year(head)
    return Place(Kind(kind), year) if year is not None and kind in (Kind.PLAN, Kind.RESULT) else None


def number_in(text: str) -> float | None:
    """Return the number that a field holds, None for a blank one."""
    return float(text.replace(",", "")) if text else None


def _is_number_or_blank(text: str) -> bool:
    """Return whether a text is a number as people write one; float() also reads 1_0, 1e3, nan, and 1,10 without its comma."""
    return not text or re.fullmatch(r"-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,15})?", text) is not None


def _is_date(text: str) -> bool:
    # The form asks for the date that a spreadsheet writes; fromisoformat also reads 20261124 and 2026-W48-2.
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is None:
        return False
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _are_places(text: str) -> bool:
    return all(parse_place(part.strip()) is not None for part in text.split("+"))


# What each column must look like, and how a person is told.
_FORMS: dict[str, tuple[Callable[[str], bool], str]] = {
    "number": (lambda text: re.fullmatch(r"[0-9]{1,6}", text) is not None, "番号（半角の数字）"),
    "year": (lambda text: not text or re.fullmatch(r"(?:19|20)[0-9]{2}", text) is not None, "年度の始まる西暦（2019 など）"),
    "item": (lambda text: text in list(Item), "、".join(Item) + " のどれか"),
    "why": (bool, "訂正の理由"),
    "who": (bool, "訂正した人"),
    "corrected_on": (_is_date, "訂正した日（2026-11-24 の形）"),
}
_VALUES: dict[Item, tuple[Callable[[str], bool], str]] = {
    Item.STATUS: (lambda text: text in list(Status), "、".join(Status) + " のどれか"),
    Item.IS_CARRIED_OVER: (lambda text: text in ("true", "false"), "true か false "),
    Item.REASON: (lambda text: not text or text in list(Reason), "、".join(Reason) + " のどれか、または空欄"),
    Item.CELL_PLACE: (lambda text: parse_place(text) is not None, "欄の名前1つ（H29_plan、R2_result、baseline_goal など）"),
    Item.TARGET: (_is_number_or_blank, "半角の数字または空欄"),
    Item.RESULT: (_is_number_or_blank, "半角の数字または空欄"),
    Item.UNIT: (lambda text: len(text) <= LONGEST_UNIT, f"単位（{LONGEST_UNIT}字まで）または空欄"),
    Item.DIRECTION: (lambda text: text in list(Direction), "、".join(Direction) + " のどれか"),
    Item.INDICATOR_NAME: (lambda text: 0 < len(text) <= LONGEST_NAME, f"指標の名前（{LONGEST_NAME}字まで）"),
    Item.INDICATOR: (lambda text: len(text) <= LONGEST_UNIT, f"単位（{LONGEST_UNIT}字まで）または空欄"),
    Item.CONFIRMED: (bool, "確かめた値（「データについて」にある形）"),
    Item.PROMISE: (
        lambda text: text in (*PromiseState, NO_PROMISE),
        "、".join((*PromiseState, NO_PROMISE)) + " のどれか",
    ),
    Item.FINDING: (lambda text: text == CHECKED, CHECKED),
}
# What is expected looks like what is corrected, but that a cell which was cut is found at several places.
_EXPECTED: dict[Item, tuple[Callable[[str], bool], str]] = {
    Item.CELL_PLACE: (_are_places, "欄の名前（R2_result など、分かれているものは R2_result+R3_plan の形）"),
    Item.INDICATOR_NAME: (bool, "読み取った指標の名前"),
    Item.INDICATOR: (lambda text: not text, "空欄（まだない指標）"),
    Item.FINDING: (lambda _text: True, "気づきのもとのことば"),
}
