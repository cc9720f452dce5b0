"""A row's own indicator says what its bare numbers count: 有収率（％）, ①稼働率（％） ②平均待ち時間（分）."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from loaders.numbers.units import is_counter
from loaders.patterns import Pattern
from loaders.prose.widths import narrow

MARKS = "①-⑳"
_MARK = Pattern(rf"[{MARKS}]")
_ASIDE = Pattern(r"\(([^()]*)\)")
_UNIT_BEHIND = Pattern(r"\s*[(（][^()（）]*[)）]\s*$")
_STATED = Pattern(r"^単位 ?[:：]? ?")
_REMARK = Pattern(r"\s*※.*$", re.DOTALL)
_BETWEEN_UNITS = Pattern(r"[、,・ ]+")
# How a number counts stands beside its unit: 社・累計, 人、延べ.
_BESIDE_UNIT = Pattern(r"(\S+?)[・、,](?:累計|累積|延べ|年間|年度末|単年度?|見込み?|以上|以下)")
# 開催回数/参加者数(回/人), 資源化量(t)、括弧内は資源化率(%).
_UNITS_OF_ALL = Pattern(r"(?P<names>[^()]+/[^()]+)\((?P<units>[^()]+/[^()]+)\)")
_IN_BRACKETS = Pattern(r"\s*[、,・(]?\s*(?:括弧|カッコ|かっこ|\( ?\))(?:内|書き?)*(?:は|:)\s*")
# A stroke between names, none of those in brackets: 円/㎥.
_STROKE = Pattern(r"\s*/\s*(?![^()]*\))")
_SCALE = Pattern(r"^[十百千万億]{1,2}(?=.)")


@dataclass(frozen=True)
class RowMeasure:
    """What bare numbers of a row, or of one mark (①) in its cells, count: a name, and a unit, '' where none is told."""

    name: str
    unit: str


@lru_cache(maxsize=4096)
def row_measures(measure: str, unit: str) -> Mapping[str, RowMeasure]:
    """Return what a row measures by the marks of its 指標 (①, ②), which names in order stand for too; by '' where it has none.

    >>> {mark: (m.name, m.unit) for mark, m in row_measures("①稼働率　②待ち時間（分）", "％").items()}
    {'①': ('稼働率', '%'), '②': ('待ち時間', '分')}
    >>> row_measures("受講者数", "人")[""].unit, row_measures("訪問率（％）", "")[""].unit
    ('人', '%')
    """
    if in_order := measures_in_order(measure, unit):
        return {chr(ord("①") + at): told for at, told in enumerate(in_order)}
    measure, unit = narrow(measure).strip(), narrow(unit).strip(" ()")
    marks = _MARK.findall(measure)
    if len(marks) < 2 or len(set(marks)) < len(marks):
        return {"": RowMeasure(measure, unit or unit_in_name(measure))}
    names = [part.strip(" 、,・/") for part in _MARK.split(measure)[1:]]
    units = [part.strip() for part in (_MARK.split(unit)[1:] if _MARK.search(unit) else _BETWEEN_UNITS.split(unit))]
    alike = units if len(units) == len(marks) else [units[0] if len(units) == 1 else ""] * len(marks)
    return {
        mark: RowMeasure(_ASIDE.sub("", name).strip(), unit_in_name(name) or own)
        for mark, name, own in zip(marks, names, alike, strict=True)
    }


@lru_cache(maxsize=4096)
def measures_in_order(measure: str, unit: str) -> tuple[RowMeasure, ...]:
    """Return what a row measures by names with a stroke between them, each with a unit of its own; none where it does not.

    >>> [(told.name, told.unit) for told in measures_in_order("開催（回）／参加（人）", "")]
    [('開催', '回'), ('参加', '人')]
    >>> [told.unit for told in measures_in_order("開催回数/参加者数", "回/人")], measures_in_order("給水原価（円/㎥）", "")
    (['回', '人'], ())
    >>> [told.unit for told in measures_in_order("開催回数/参加者数（回/人）", "")]
    ['回', '人']
    >>> [(told.name, told.unit) for told in measures_in_order("資源化量（t）、括弧内は資源化率（％）", "")]
    [('資源化量', 't'), ('資源化率', '%')]
    """
    measure, unit = narrow(measure).strip(), narrow(unit).strip(" ()")
    if not unit and (units_of_all := _UNITS_OF_ALL.fullmatch(measure)):
        measure, unit = units_of_all["names"], units_of_all["units"]
    names = [part.strip() for part in (_IN_BRACKETS.split(measure) if _IN_BRACKETS.search(measure) else _STROKE.split(measure))]
    units = [part.strip() for part in _STROKE.split(unit)]
    if len(names) < 2 or not all(names) or _MARK.search(measure):
        return ()
    own = units if len(units) == len(names) else [unit_in_name(name) for name in names]
    if not all(map(is_counter, own)):
        return ()
    return tuple(RowMeasure(without_unit(name), told) for name, told in zip(names, own, strict=True))


def mark_before(text: str, at: int) -> str:
    """Return the mark (①) that governs the words at `at` of a cell, '' where none stands before them.

    >>> mark_before("①81.0% ②14分", 8), mark_before("14分", 0)
    ('②', '')
    """
    found = _MARK.findall(text[:at])
    return found[-1] if found else ""


def unit_in_name(name: str) -> str:
    """Return the unit that the brackets at the end of a name hold, '' where they hold none.

    >>> unit_in_name("給水原価（円/㎥）"), unit_in_name("企業債残高（億円）"), unit_in_name("下水道（公共）")
    ('円/㎥', '億円', '')
    >>> unit_in_name("進出企業数（社・累計）"), unit_in_name("待機児童（人）※4月1日現在")
    ('社', '人')
    """
    name = _REMARK.sub("", narrow(name)).rstrip()
    asides = _ASIDE.findall(name)
    if not asides or not name.endswith(")"):
        return ""
    inner = _STATED.sub("", asides[-1].strip())
    if (beside := _BESIDE_UNIT.fullmatch(inner)) and is_counter(beside[1]):
        return beside[1]
    parts = inner.split("/")
    counted = _SCALE.sub("", parts[0])
    return inner if len(parts) <= 2 and (is_counter(parts[0]) or is_counter(counted)) else ""


def without_unit(name: str) -> str:
    """Return a name without the unit that its brackets hold.

    >>> without_unit("有収率（％）"), without_unit("下水道（公共）")
    ('有収率', '下水道（公共）')
    """
    return _UNIT_BEHIND.sub("", name) if unit_in_name(name) else name
