"""Which columns say what the rows are of: the items' names where no heading tells it, and their parts (男性, 女性)."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.confidence import IN_DOUBT, SURE_ENOUGH, is_guess
from loaders.mapping.model.mapping import VALUED, ColumnUse, Use
from loaders.mapping.words.heading_years import without_year
from loaders.patterns import Pattern

# What a column may be taken for though it names the items: 数値目標 over 緑被率, 年度 over 介護給付費.
_MAYBE_NAMES = frozenset({Use.UNREAD, Use.ACTIVITY, Use.YEAR, Use.KIND, Use.TARGET})


def with_names(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns with a name for the items: where no heading tells it, the first wordy column before the values."""
    if any(c.use in (Use.NAME, Use.MEASURE) for c in columns):
        return list(columns)
    settled = list(columns)
    first_value = min((c.column for c in columns if c.use in VALUED and not _is_wordy(seen[c.column])), default=len(columns))
    groups = [c for c in columns if c.use is Use.GROUP]
    last = groups[-1] if groups else None
    under = [c for c in columns if last is not None and last.column < c.column < first_value and c.use is Use.UNREAD]
    under = [c for c in under if seen[c.column].path and _is_naming(seen[c.column])]
    if under:
        reason = f"上位の区分「{groups[-1].heading}」と値の間にある言葉の列のため、項目の名前とみました"
        settled[under[0].column] = replace(under[0], use=Use.NAME, year=None, reason=reason, confidence=0.6)
        return settled
    if last is not None:
        settled[last.column] = replace(
            last, use=Use.NAME, reason=f"{last.reason}（事業名の列がほかにないため、項目の名前とみました）"
        )
        return settled
    wordy = [c for c in columns if c.column < first_value and _may_be_names(c) and _is_wordy(seen[c.column])]
    wordy = [
        c for c in wordy if c.use is not Use.YEAR or seen[c.column].evidence.years + seen[c.column].evidence.bare_years < 0.5
    ]
    if wordy and wordy[0].use is not Use.ACTIVITY:
        *above, chosen = _under_one_heading(wordy[0], columns, seen)
        settled[chosen.column] = replace(
            chosen, use=Use.NAME, year=None, reason="値の左にある言葉の列のため、項目の名前とみました", confidence=IN_DOUBT
        )
        for column in above:
            reason = f"見出し「{column.heading}」の下に並ぶ列の左にあるため、上位の区分とみました"
            settled[column.column] = replace(column, use=Use.GROUP, year=None, reason=reason, confidence=IN_DOUBT)
    return settled


# Beside names, and without a heading, words of so few signs may be units that nobody knows among those that are known.
_SHORT_UNITS, _SHORT_MOST_UNITS = 4, 0.6
_MOST_UNITS, _OPEN_TO_UNITS = 0.8, frozenset({Use.UNREAD, Use.GROUP, Use.PART, Use.NAME})


def with_units_by_looks(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, the right one of several under one heading as units where its cells are: 区分, or 計画値 | 本.

    Where a column tells the units already they are told again, and are not read.
    """
    settled = list(columns)
    for left, right in pairwise(columns):
        looks, path = seen[right.column].evidence, seen[right.column].path
        is_shared = seen[left.column].path == path if path else bool(seen[left.column].path) and looks.length <= _SHORT_UNITS
        is_of_values = left.use in VALUED and right.use in VALUED and looks.values < _FEW_VALUES
        has_units = any(c.use is Use.UNIT for c in settled)
        is_open = is_of_values or (right.use in _OPEN_TO_UNITS and not has_units)
        least = _MOST_UNITS if path else _SHORT_MOST_UNITS
        if is_shared and is_open and looks.units >= least and looks.count > 1:
            reason = f"見出し「{left.heading}」の下に並ぶ右の列の中身が単位のため"
            use = Use.UNREAD if has_units else Use.UNIT
            settled[right.column] = replace(right, use=use, year=None, reason=reason, confidence=0.8)
    return settled


# The share of values below which a column under a value's heading holds what its left neighbour is counted in.
_FEW_VALUES = 0.2
# ①, (2), 3-1, ア: what counts items and says nothing of them.
_COUNTS = Pattern(r"[(（]?(?:[①-⑳]|[0-9０-９]{1,3}(?:[-－.．][0-9０-９]{1,3})*|[ア-ンa-zA-Z])[)）.．]?")
_MOST_COUNTS = 0.8


def with_counts_beside_names(
    columns: Sequence[ColumnUse], seen: Sequence[Seen], rows: Sequence[Sequence[str]]
) -> list[ColumnUse]:
    """Return the columns, one of names that only counts what its right neighbour names, under one heading, as numbers."""
    settled = list(columns)
    for left, right in pairwise(columns):
        cells = [row[left.column].strip() for row in rows if row[left.column].strip()]
        counts = sum(_COUNTS.fullmatch(text) is not None for text in cells)
        path = seen[right.column].path
        is_named = (
            left.use in (Use.NAME, Use.MEASURE) and path in ((), seen[left.column].path) and _is_naming(seen[right.column])
        )
        if is_named and len(cells) > 1 and counts >= _MOST_COUNTS * len(cells):
            reason = f"見出し「{left.heading}」の下に並ぶ名前の左で数えているため、番号とみました"
            settled[left.column] = replace(left, use=Use.NUMBER, reason=reason, confidence=SURE_ENOUGH)
            settled[right.column] = replace(
                right, heading=left.heading, use=left.use, reason=left.reason, confidence=left.confidence
            )
    return settled


# What says in any place what a row is of.
_NAMING = frozenset({Use.NAME, Use.MEASURE, Use.ACTIVITY})


def with_sections_as_items(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, sections left of all values as the items where nothing else says what the rows are of.

    Under one heading (部局 over 企業局 and 浄水場) the rightmost names the items; a section behind the values keeps its use.
    """
    first = min((c.column for c in columns if c.use in VALUED and not _is_wordy(seen[c.column])), default=0)
    left = [c for c in columns[:first] if c.use is Use.DEPARTMENT]
    others = [c for c in columns[:first] if c not in left and c.use is not Use.KIND and seen[c.column].evidence.count]
    if not left or others or any(c.use in _NAMING for c in columns):
        return list(columns)
    *above, chosen = left
    is_one = all(seen[c.column].path in ((), seen[left[0].column].path) for c in left)
    if not is_one or (not above and seen[chosen.column].evidence.distinct < _MOST_DISTINCT):
        return list(columns)
    settled = list(columns)
    for column in above:
        reason = f"見出し「{column.heading}」の下に並ぶ列の左にあるため、上位の区分とみました"
        settled[column.column] = replace(column, use=Use.GROUP, reason=reason, confidence=SURE_ENOUGH)
    reason = f"ほかに項目の名前の列がないため、見出し「{chosen.heading}」を項目の名前とみました"
    settled[chosen.column] = replace(chosen, use=Use.NAME, reason=reason, confidence=SURE_ENOUGH)
    return settled


# Of rows that are of a section each, nearly all are of another.
_MOST_DISTINCT = 0.8


def _may_be_names(column: ColumnUse) -> bool:
    """Return whether a column may name the items though its heading says otherwise, or only likeness that they are parts."""
    return column.use in _MAYBE_NAMES or (column.use is Use.PART and is_guess(column))


def _is_naming(seen: Seen) -> bool:
    """Return whether a column's cells may name items: short words, most of them of one item alone."""
    return _is_worded(seen) and seen.evidence.distinct >= 0.8


def _is_worded(seen: Seen) -> bool:
    looks = seen.evidence
    return _is_wordy(seen) and looks.sentences < 0.3 and max(looks.units, looks.grades) < 0.5


def _under_one_heading(first: ColumnUse, columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return a wordy column and those of names right of it under its heading: 種別 over 居宅サービス and 訪問介護.

    Names there may hold numbers behind words: １日平均乗車人員.
    """
    found = [first]
    for column in columns[first.column + 1 :]:
        looks = seen[column.column].evidence
        is_named = not looks.tells_kinds and (_is_wordy(seen[column.column]) or (looks.count > 0 and looks.worded >= _WORDED))
        if not (is_named and _may_be_names(column)) or seen[column.column].path not in ((), seen[first.column].path):
            break
        found.append(column)
    return found


def with_measures(columns: Sequence[ColumnUse], seen: Sequence[Seen], rows: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns, one of words between names and values that no heading makes clear as what is measured.

    Likeness makes it a goal (活動のめやす over 研修の参加者) though none of its cells states anything; or its heading says
    nothing, and it alone tells rows of one project apart.
    """
    named = [c.column for c in columns if c.use in (Use.NAME, Use.NUMBER, Use.GROUP)]
    yearly = [c.column for c in columns if c.use in VALUED and c.year is not None and seen[c.column].evidence.values >= 0.5]
    between = [c for c in columns if named and yearly and max(named) < c.column < min(yearly)]
    between = [c for c in between if c.year is None and is_guess(c) and seen[c.column].path and _is_worded(seen[c.column])]
    open_ones = [
        c
        for c in between
        if (c.use in VALUED and _is_naming(seen[c.column])) or (c.use is Use.UNREAD and _parts_projects(c, columns, rows))
    ]
    if len(open_ones) != 1 or any(c.use in (Use.MEASURE, Use.PART) for c in columns):
        return list(columns)
    settled = list(columns)
    reason = f"見出し「{open_ones[0].heading}」の中身が値でない言葉で、名前と年度ごとの値の間にあるため"
    settled[open_ones[0].column] = replace(open_ones[0], use=Use.MEASURE, reason=reason, confidence=IN_DOUBT)
    return settled


def _parts_projects(column: ColumnUse, columns: Sequence[ColumnUse], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether some project has several rows, and each row another word in a column; a merged name is left blank."""
    names = [c.column for c in columns if c.use is Use.NAME]
    found: list[tuple[str, str]] = []
    for row in rows:
        name = "".join(row[at].strip() for at in names) or (found[-1][0] if found else "")
        found += [(name, row[column.column].strip())] if row[column.column].strip() else []
    return bool(names) and len({name for name, _ in found}) < len(set(found)) == len(found)


_PARTS = Pattern(r"区分|内訳|種別|対象(?:者|区分)?|性別|男女別?|年齢(?:区分|層|階級)?|属性|地区(?:名|別)?|学年|校種")


def with_parts(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, one of words between the items' names and their values as parts of the items: 男性, 女性."""
    named = [c for c in columns if c.use in (Use.NAME, Use.MEASURE)]
    names = [c.column for c in named if not _heads_parts(c)] or [c.column for c in named]
    values = [c.column for c in columns if c.use in VALUED and not _is_wordy(seen[c.column])]
    if not names or not values:
        return list(columns)
    settled = [_as_part_of_left(c, columns, seen) for c in columns]
    for column in settled.copy():
        looks = seen[column.column].evidence
        is_between = max(names) < column.column < min(values)
        is_part = column.use in (Use.GROUP, Use.UNREAD, Use.NAME) and _heads_parts(column)
        if is_between and is_part and _is_wordy(seen[column.column]) and looks.units < 0.5:
            reason = f"見出し「{column.heading}」が指標の名前と値の間にあるため、指標の内訳とみました"
            settled[column.column] = replace(column, use=Use.PART, year=None, reason=reason, confidence=0.7)
    return settled


def _heads_parts(column: ColumnUse) -> bool:
    return _PARTS.fullmatch(without_year(column.heading)) is not None


def _as_part_of_left(column: ColumnUse, columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> ColumnUse:
    """Return a column of words right of names, under their heading or none, as parts of what they name: がん検診 | 胃がん.

    Under the names' own heading words with numbers in them are parts too: 体力 | 小5男子.
    """
    left = columns[column.column - 1] if column.column else column
    path = seen[column.column].path
    is_open = column.use is Use.MEASURE or (column.use is Use.UNREAD and bool(path))
    is_under = left is not column and left.use is Use.MEASURE and is_open and path == seen[left.column].path
    is_bare = left.use in (Use.NAME, Use.MEASURE) and column.use is Use.UNREAD and not path
    is_before_values = any(c.use in VALUED for c in columns[column.column :])
    is_wordy = _is_wordy(seen[column.column]) or (is_under and seen[column.column].evidence.worded >= _WORDED)
    if not ((is_under or is_bare) and is_before_values and is_wordy):
        return column
    reason = f"見出し「{left.heading}」の下に並ぶ列の右にあるため、指標の内訳とみました"
    return replace(column, use=Use.PART, year=None, reason=reason, confidence=0.7)


# The share of cells whose numbers all stand behind words, from which on a column names and counts nothing.
_WORDED = 0.8


def _is_wordy(seen: Seen) -> bool:
    return seen.evidence.count > 0 and seen.evidence.values < 0.3 and not seen.evidence.tells_kinds
