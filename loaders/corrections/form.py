"""A correction is a line of a form, filled in by hand (CSV) or on the screen: each mistake is told with its place and cure."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loaders.codes import Item as Item
from loaders.corrections.form_fields import unreadable
from loaders.errors import CorrectionError
from loaders.files import read_if_there

COLUMNS = ("number", "year", "item", "place", "expected", "corrected", "why", "who", "corrected_on")
FILE_NAME = "corrections.csv"
# The rule that stands beside whatever a person put right.
CORRECTED = "correction"


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
