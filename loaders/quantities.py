"""The table's numbers are in prose: 【結果/目標】9,813人/10,000人(329人増), 4回、参加人数70人, 年間15,000件を維持する."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from loaders import phrases
from loaders.amounts import Amount, read_amounts
from loaders.labels import Segment, roles, segments
from loaders.model import Cell, Finding, Initiative, Kind, Quantity, Role, Severity
from loaders.numerals import numeral_at
from loaders.other_numbers import OtherNumber, find_other_numbers
from loaders.units import counter, same_unit
from loaders.widths import narrow

_NUMBER_SIGN = re.compile(r"[\d〇一二三四五六七八九十百千]")
_COUNT_NOUN = re.compile(r"(?:数|率|額|量|値|計|時間)\s*[:：はが]?\s*$|[:：]\s*$")
_DURATION_NOUN = re.compile(r"(?:日数|時間数?|期間)\s*[:：はが]?\s*$|[:：]\s*$")
_HOLDS = re.compile(r"\s*(?:現在|時点|末|まで|付)")
_NOTES = re.compile(r"(?:\s?[(（][^()（）]*[)）])+")
_RUNNING = re.compile(r"延べ|延人数|のべ|累計|累積|通算")
_STOCK = re.compile(r"登録|会員|加入者|設置数|設置箇所|整備数|施設数|普及率|ダウンロード|フォロワー|累計|保有")
_PAST = re.compile(r"(?:た|ました)(?:[。」)）\s]|$)")
_PLANNED = re.compile(r"[^。、]{0,12}(?:予定|計画)(?:して|であっ|だっ|でし)")
_ROLE_BEFORE = (
    (re.compile(r"目標(?:値|数|件数|回数|人数)?[はをが:：]?\s*$"), Role.TARGET),
    (re.compile(r"(?:実績|結果)[値数]?[はをが:：]?\s*$"), Role.RESULT),
)
_ANNUAL = re.compile(r"年間|毎年|毎月|毎週|各年度")


@dataclass(frozen=True)
class Reading:
    """An amount with the segment that it stands in and where the words that belong to it begin."""

    amount: Amount
    segment: Segment
    words_from: int
    position: int
    of: int


def read_quantities(initiative: Initiative, cells: Sequence[Cell]) -> tuple[tuple[Quantity, ...], tuple[Finding, ...]]:
    """Return the numbers of a row in the document's order, and findings on numbers that could not be read."""
    order = {cell.place: position for position, cell in enumerate(initiative.cells)}
    quantities: list[Quantity] = []
    findings: list[Finding] = []
    for cell in sorted(cells, key=lambda cell: (order.get(cell.printed, 0), cell.span_start)):
        if _NUMBER_SIGN.search(narrow(cell.text)):
            text = narrow(cell.text)
            others = find_other_numbers(text)
            found, unread = read_text(text, others)
            quantities += _quantities(cell, text, found, others)
            findings += [_unread(initiative, cell, *span) for span in unread]
    return tuple(quantities), tuple(findings)


def read_text(text: str, others: Sequence[OtherNumber]) -> tuple[tuple[Reading, ...], tuple[tuple[int, int], ...]]:
    """Return the amounts of a cell's text in order, and the spans of digits that are neither amounts nor other numbers."""
    readings: list[Reading] = []
    unread: list[tuple[int, int]] = []
    for segment in segments(text):
        at = words_from = segment.start
        while match := _NUMBER_SIGN.search(text, at, segment.end):
            at = match.start()
            other = _other_at(others, at, segment, text)
            if other:
                at = other.end
                continue
            amounts = read_amounts(text, at, words_from)
            if amounts and _is_quantity(text, amounts, segment, words_from):
                readings += [Reading(amount, segment, words_from, n, len(amounts)) for n, amount in enumerate(amounts)]
                at = words_from = amounts[-1].end
            else:
                numeral = numeral_at(text, at)
                end = max(amounts[-1].end if amounts else at + 1, numeral.end if numeral else at + 1)
                if text[at].isdecimal() and not (amounts and _is_length(text, amounts[0], segment, words_from)):
                    unread.append((at, end))
                at = end
    return tuple(readings), tuple(unread)


def _other_at(others: Sequence[OtherNumber], at: int, segment: Segment, text: str) -> OtherNumber | None:
    for other in others:
        if other.start <= at < other.end:
            is_pair = other.kind == "month_days" and segment.tag and len(roles(segment.tag.words, Kind.RESULT)) == 2
            return None if is_pair and text[other.start - 1] not in "(（" else other
    return None


def _is_quantity(text: str, amounts: tuple[Amount, ...], segment: Segment, words_from: int) -> bool:
    """Tell whether amounts count something: by a counter, as a pair or change, or behind a label or a noun of counting."""
    first = amounts[0]
    before = text[words_from : first.start]
    if first.unit is not None:
        return not _is_length(text, first, segment, words_from)
    if len(amounts) == 2 or first.change:
        return segment.tag is not None or bool(first.change)
    if text[amounts[-1].end : amounts[-1].end + 1].strip(" 　、。()（）,") or _COUNT_NOUN.search(before):
        return bool(_COUNT_NOUN.search(before))
    return not before.strip() and (segment.tag is not None or not text[first.end :].strip())


def _is_length(text: str, amount: Amount, segment: Segment, words_from: int) -> bool:
    """Tell whether an amount is the length of something that the words describe (1日, 6時間程度) rather than a figure."""
    if amount.unit is None or not counter(amount.unit).is_duration:
        return False
    before = text[words_from : amount.start]
    is_figure = amount.is_cumulative or amount.is_total or amount.change or _DURATION_NOUN.search(before)
    return not is_figure and not (segment.tag is not None and not before.strip())


def _quantities(cell: Cell, text: str, readings: Sequence[Reading], others: Sequence[OtherNumber]) -> Iterator[Quantity]:
    found = [_quantity(cell, text, reading, readings, others) for reading in readings]
    return iter(_with_totals(text, cell, found, readings))


def _quantity(cell: Cell, text: str, reading: Reading, readings: Sequence[Reading], others: Sequence[OtherNumber]) -> Quantity:
    amount, segment = reading.amount, reading.segment
    before = text[reading.words_from : amount.start]
    sentence = text[text.rfind("。", 0, amount.start) + 1 : amount.start]
    behind = text[amount.end : segment.end]
    label = phrases.label(segment.tag, phrases.heading(text[: segment.start]), before, behind)
    as_of = _as_of(text, reading, readings, others)
    notes = _NOTES.match(text, amount.end)
    words = " ".join(filter(None, (sentence, label, notes[0] if notes else "")))
    role, rule = _role(cell.place.kind, text, reading, before, behind)
    return Quantity(
        printed=cell.printed,
        place=cell.place,
        role=role,
        label=label,
        value=amount.value,
        unit=amount.unit,
        comparator=amount.comparator,
        as_of=as_of,
        span_start=cell.span_start + amount.start,
        span_end=cell.span_start + amount.end,
        quote=cell.text[amount.start : amount.end],
        is_tagged=segment.tag is not None and "。" not in text[segment.start : amount.start],
        is_cumulative=amount.is_cumulative
        or bool(_RUNNING.search(notes[0] if notes else ""))
        or bool(as_of and _STOCK.search(words)),
        rule=rule,
    )


def _role(kind: Kind, text: str, reading: Reading, before: str, behind: str) -> tuple[Role, str]:
    amount, segment = reading.amount, reading.segment
    if amount.change:
        return Role.CHANGE, "change"
    named = roles(segment.tag.words, kind) if segment.tag else ()
    if reading.of == 2:
        pair = named if len(named) == 2 else (Role.RESULT, Role.TARGET)
        return pair[reading.position], "pair"
    for pattern, role in _ROLE_BEFORE:
        if pattern.search(before):
            return role, "words_before"
    if kind is Kind.BASELINE_GOAL:
        return _base_role(text, reading, named), "baseline_goal"
    if named:
        return named[0], "label"
    if kind is Kind.RESULT:
        return (Role.TARGET, "planned_then") if _PLANNED.match(behind) else (Role.RESULT, "place")
    ending = behind.partition("。")
    is_done = segment.tag is None and bool(ending[1]) and bool(_PAST.search(ending[0] + "。"[: len(ending[1])]))
    return (Role.RESULT, "done") if is_done else (Role.TARGET, "place")


def _base_role(text: str, reading: Reading, named: tuple[Role, ...]) -> Role:
    role = named[0] if named else Role.BASELINE
    if not named:
        for segment in segments(text[: reading.segment.start]):
            if segment.tag and (earlier := roles(segment.tag.words, Kind.BASELINE_GOAL)):
                role = earlier[0]
    start = text.rfind("。", 0, reading.amount.start) + 1
    is_annual = reading.amount.is_frequency or _ANNUAL.search(text[max(start, reading.segment.start) : reading.amount.end])
    return Role.TARGET if role is Role.FINAL_GOAL and is_annual else role


def _as_of(text: str, reading: Reading, readings: Sequence[Reading], others: Sequence[OtherNumber]) -> date | None:
    """Return the day that stands in a note behind an amount, or before it in its sentence with 現在 or the like."""
    starts = [r.amount.start for r in readings]
    group_end = max((r.amount.end for r in readings if r.words_from == reading.words_from), default=reading.amount.end)
    behind = _day_in_notes(text, group_end, others)
    if behind:
        return behind
    floor = max(text.rfind("。", 0, reading.amount.start) + 1, reading.segment.start)
    before = [o for o in others if o.day and floor <= o.start and o.end <= reading.amount.start and _HOLDS.match(text, o.end)]
    before = [o for o in before if not _is_note_behind(text, o, starts)]
    return before[-1].day if before else None


def _day_in_notes(text: str, at: int, others: Sequence[OtherNumber]) -> date | None:
    notes = _NOTES.match(text, at)
    if notes is None:
        return None
    return next((o.day for o in others if o.day and notes.start() <= o.start and o.end <= notes.end()), None)


def _is_note_behind(text: str, other: OtherNumber, starts: Sequence[int]) -> bool:
    """Tell whether a date stands alone in a note, so that it belongs to the number before the note."""
    opening = text.rfind("(", 0, other.start)
    return (
        opening >= 0
        and text[opening + 1 : other.start].strip() == ""
        and not any(other.end <= start < text.find(")", other.end) for start in starts)
    )


def _with_totals(text: str, cell: Cell, found: list[Quantity], readings: Sequence[Reading]) -> list[Quantity]:
    return [
        replace(quantity, part_of=total)
        if (total := _total_of(position, text, cell, found, readings)) is not None
        else quantity
        for position, quantity in enumerate(found)
    ]


def _total_of(position: int, text: str, cell: Cell, found: list[Quantity], readings: Sequence[Reading]) -> int | None:
    """Return where the total stands that a number is a part of: うち2回, 54人(前期:34名 後期:20名)."""
    quantity = found[position]
    alike = [q for q in found if q is not quantity and same_unit(q.unit, quantity.unit) and q.role is quantity.role]
    before = [q for q in alike if q.span_start < quantity.span_start]
    if readings[position].amount.is_part:
        behind = [q for q in alike if q.span_start > quantity.span_start]
        nearest = before[-1:] or behind[:1]
        return nearest[0].span_start if nearest else None
    opening = text.rfind("(", 0, quantity.span_start - cell.span_start)
    closing = text.find(")", opening)
    if opening < 0 or closing < quantity.span_end - cell.span_start:
        return None
    inside = [q for q in found if opening < q.span_start - cell.span_start < closing and same_unit(q.unit, quantity.unit)]
    total = next((q for q in before if q.span_end - cell.span_start == opening), None)
    return total.span_start if total and len(inside) > 1 and sum(q.value for q in inside) == total.value else None


def _unread(initiative: Initiative, cell: Cell, start: int, end: int) -> Finding:
    quote = cell.text[max(start - 10, 0) : end + 10]
    return Finding(
        kind="unread_number",
        severity=Severity.INFO,
        message=f"数値「{cell.text[start:end]}」が何を表すか読み取れませんでした。",
        quote=quote,
        number=initiative.number,
        year=cell.place.year,
    )
