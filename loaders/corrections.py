"""People have the last word: a line of corrections.csv puts one reading right, and says what it expects to find there.

A line that no longer fits (the document or the reading has changed) fails the load, instead of correcting twice or wrongly.
"""

import csv
import io
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from loaders.errors import CorrectionError
from loaders.files import read_if_there
from loaders.model import Cell, Comparator, Direction, Indicator, IndicatorYear, Kind, Outcome, Place, Reason, Status
from loaders.numbers.eras import label, parse_fiscal_year
from loaders.series.attainment import attainment, is_met

COLUMNS = ("number", "year", "item", "place", "expected", "corrected", "why", "who", "corrected_on")
RULE = "correction"
FILE_NAME = "corrections.csv"


class Item(StrEnum):
    """What a correction puts right."""

    STATUS = "status"
    IS_CARRIED_OVER = "is_carried_over"
    REASON = "reason"
    CELL_PLACE = "cell_place"
    TARGET = "target"
    RESULT = "result"


# A line for each item, as a person would write it of the shipped document; the tests load each of them.
EXAMPLES = {
    Item.STATUS: "30,2019,status,,unmet,closed,費用の面から見送ると決めている,情報政策係,2026-11-24",
    Item.IS_CARRIED_OVER: "7,2017,is_carried_over,,true,false,防災課の作業待ちであり本課の繰越ではない,情報政策係,2026-11-24",
    Item.REASON: "4,2017,reason,,,dependency,設置先の工事が遅れたと所管課に確かめた,情報政策係,2026-11-24",
    Item.CELL_PLACE: "21,,cell_place,R2_result,R3_plan,R3_plan,翌年度の計画の文であることを確かめた,情報政策係,2026-11-24",
    Item.TARGET: "1,2017,target,防災メール登録者数,10000,10000,当初の目標値,情報政策係,2026-11-24",
    Item.RESULT: "1,2018,result,防災メール登録者数,10249,10249,実績値,情報政策係,2026-11-24",
}


@dataclass(frozen=True)
class Correction:
    """One line of the file. `place` is a printed cell (R2_result, baseline_goal) or, for a value, the indicator's name."""

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

    @property
    def where(self) -> str:
        """The line as a person finds it."""
        return f"{self.file_name} {self.line}行目（番号{self.number}、{self.item}）"

    def misfit(self, found: str) -> CorrectionError:
        """Return the error to raise where the reading is not what the line expects."""
        return CorrectionError(
            f"訂正が今の読み取りと合いません。expected は「{self.expected}」ですが、読み取りは「{found}」です。",
            where=self.where,
            todo="資料か読み取りが変わっています。訂正がまだ要るか確かめ、expected を直すか行を除いてください。",
        )


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
    for column, (is_readable, form) in _FORMS.items():
        if not is_readable(value[column]):
            where = f"{file_name} {line}行目「{column}」の欄"
            raise CorrectionError(f"「{value[column][:40]}」は読めません。", where=where, todo=f"{form}を書いてください。")
    item = Item(value["item"])
    for column, forms in (("expected", _VALUES | _EXPECTED), ("corrected", _VALUES)):
        is_readable, form = forms[item]
        if not is_readable(value[column]):
            where = f"{file_name} {line}行目「{column}」の欄"
            raise CorrectionError(f"「{value[column][:40]}」は読めません。", where=where, todo=f"{form}を書いてください。")
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


def correct_cells(cells: Sequence[Cell], corrections: Sequence[Correction]) -> tuple[Cell, ...]:
    """Return a row's cells with the corrections of `cell_place` applied; a corrected cell is one piece."""
    for correction in (c for c in corrections if c.item is Item.CELL_PLACE):
        printed, place = parse_place(correction.place), parse_place(correction.corrected)
        pieces = [cell for cell in cells if cell.printed == printed]
        found = "+".join(place_code(cell.place) for cell in pieces)
        assert place is not None, "the line was read, so it names a place"
        if not pieces or found != "+".join(map(_canonical, correction.expected.split("+"))):
            raise correction.misfit(found or "そのような欄はありません")
        text = "".join(cell.text for cell in pieces)
        whole = Cell(pieces[0].printed, place, text, 0, len(text), 1.0, RULE)
        cells = [whole if cell is pieces[0] else cell for cell in cells if cell is pieces[0] or cell not in pieces]
    return tuple(cells)


def _canonical(code: str) -> str:
    place = parse_place(code.strip())
    return code if place is None else place_code(place)


def correct_indicators(indicators: Sequence[Indicator], corrections: Sequence[Correction]) -> tuple[Indicator, ...]:
    """Return a row's indicators with corrected targets and results; attainment and is_met follow them."""
    corrected = list(indicators)
    for correction in (c for c in corrections if c.item in (Item.TARGET, Item.RESULT)):
        at = [i for i, indicator in enumerate(corrected) if indicator.name == correction.place]
        if len(at) != 1:
            names = "」「".join(indicator.name for indicator in corrected)
            raise correction.misfit(f"指標「{correction.place}」はありません（ある指標: 「{names}」）")
        corrected[at[0]] = _correct_value(corrected[at[0]], correction)
    return tuple(corrected)


def _correct_value(indicator: Indicator, correction: Correction) -> Indicator:
    if correction.year is None:
        raise correction.misfit("年度がありません")
    years = {year.year: year for year in indicator.years}
    old = years.get(correction.year, IndicatorYear(correction.year, None, None, None, None))
    found = old.target if correction.item is Item.TARGET else old.result
    if found != _number(correction.expected):
        raise correction.misfit("" if found is None else f"{found:g}")
    value = _number(correction.corrected)
    if correction.item is Item.TARGET:
        new = replace(old, target=value, target_quantity=None, is_corrected=True)
    else:
        new = replace(old, result=value, result_quantity=None, is_corrected=True)
    years[correction.year] = _judged(new, indicator.direction)
    kept = (years[y] for y in sorted(years) if years[y].target is not None or years[y].result is not None)
    return replace(indicator, years=tuple(kept))


def _judged(year: IndicatorYear, direction: Direction) -> IndicatorYear:
    return replace(
        year,
        attainment=attainment(year.target, year.result, direction),
        is_met=is_met(year.target, year.result, direction, Comparator.EQUAL),
    )


def correct_outcomes(outcomes: Sequence[Outcome], corrections: Sequence[Correction]) -> tuple[Outcome, ...]:
    """Return a row's outcomes with corrected status, is_carried_over and reason, marked as corrected.

    A corrected status takes what no longer goes with it away, unless a line of its own says that it stays.
    """
    by_year = {outcome.year: outcome for outcome in outcomes}
    for correction in (c for c in corrections if c.item in (Item.STATUS, Item.IS_CARRIED_OVER, Item.REASON)):
        old = by_year.get(correction.year) if correction.year is not None else None
        if old is None:
            raise correction.misfit("その年度の評価はありません")
        found = {
            Item.STATUS: old.status.value,
            Item.IS_CARRIED_OVER: "true" if old.is_carried_over else "false",
            Item.REASON: old.reason.value if old.reason else "",
        }[correction.item]
        if found != correction.expected:
            raise correction.misfit(found)
        by_year[old.year] = _correct_outcome(old, correction)
    # Last, so that each line expects what the loaders conclude, in whatever order the lines stand.
    said = {(correction.year, correction.item) for correction in corrections}
    return tuple(_agreeing(outcome, {item for year, item in said if year == outcome.year}) for outcome in by_year.values())


def _correct_outcome(old: Outcome, correction: Correction) -> Outcome:
    value = correction.corrected
    if correction.item is Item.STATUS:
        return replace(old, status=Status(value), rule=RULE, confidence=1.0, is_corrected=True)
    if correction.item is Item.IS_CARRIED_OVER:
        is_carried = value == "true"
        return replace(old, is_carried_over=is_carried, carried_rule=RULE if is_carried else "", is_corrected=True)
    return replace(old, reason=Reason(value) if value else None, reason_quote="", is_corrected=True)


def _agreeing(outcome: Outcome, said: Collection[Item]) -> Outcome:
    """Return an outcome without what its corrected status contradicts and no line of its own has `said`.

    What was not missed is not carried over, and only what was missed, carried over or closed has a reason.
    """
    if Item.STATUS not in said:
        return outcome
    if outcome.status is not Status.UNMET and Item.IS_CARRIED_OVER not in said:
        outcome = replace(outcome, is_carried_over=False, carried_rule="")
    has_reason = outcome.status in (Status.UNMET, Status.CLOSED) or outcome.is_carried_over
    return outcome if has_reason or Item.REASON in said else replace(outcome, reason=None, reason_quote="")


def check_fit(corrections: Sequence[Correction], numbers: Collection[int], places: Collection[Place]) -> None:
    """Raise CorrectionError where a correction is about an initiative, a year or a column that the document does not have."""
    years = {place.year for place in places}
    for correction in corrections:
        if correction.number not in numbers:
            raise _stray(correction, "番号")
        if correction.year is not None and correction.year not in years:
            raise _stray(correction, f"年度「{correction.year}」")
        if correction.item is Item.CELL_PLACE:
            for code in (correction.place, correction.corrected):
                if parse_place(code) not in places:
                    raise _stray(correction, f"欄「{code}」")


def _stray(correction: Correction, what: str) -> CorrectionError:
    todo = "書き間違いでないか確かめてください。資料が替わったのなら行を除いてください。"
    return CorrectionError(f"訂正の{what}が資料にありません。", where=correction.where, todo=todo)


def _number(text: str) -> float | None:
    return float(text.replace(",", "")) if text else None


def _is_number_or_blank(text: str) -> bool:
    """Return whether a text is a number as people write one; float() also reads 1_0, 1e3, nan, and 1,10 without its comma."""
    return not text or re.fullmatch(r"-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,15})?", text) is not None


def _is_date(text: str) -> bool:
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
}
# What is expected looks like what is corrected, but that a cell which was cut is found at several places.
_EXPECTED: dict[Item, tuple[Callable[[str], bool], str]] = {
    Item.CELL_PLACE: (_are_places, "欄の名前（R2_result など、分かれているものは R2_result+R3_plan の形）"),
}
