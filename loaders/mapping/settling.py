"""What a column is for its neighbours say too: 見込 is a plan where nothing else plans, 現状値 a start where none is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.mapping.columns import SURE_ENOUGH, Seen, is_guess
from loaders.mapping.cues import senses, without_year, year_in
from loaders.mapping.line_kinds import kinds_of_lines
from loaders.mapping.looks import Evidence
from loaders.mapping.mapping import USE_WORDS, VALUED, ColumnUse, Use
from loaders.mapping.periods import is_part_of_year, is_whole_year
from loaders.mapping.row_kinds import OTHER_HALF
from loaders.table.cells_tell import may_state_and_aim

# What a column may be taken for though it names the items: 数値目標 over 緑被率, 年度 over 介護給付費.
_MAYBE_NAMES = frozenset({Use.UNREAD, Use.ACTIVITY, Use.YEAR, Use.KIND, Use.TARGET})


def settled_by_neighbours(
    columns: Sequence[ColumnUse], seen: Sequence[Seen], has_line_kinds: bool, of_title: Use | None = None
) -> list[ColumnUse]:
    """Return the columns with what the table as a whole says of them; `of_title` is what its title says of its values."""
    columns = _one_of_a_kind(columns, seen)
    columns = _with_state_and_aim(columns, seen)
    columns = _with_names(columns, seen)
    columns = _with_parts(columns, seen)
    columns = _with_values(columns, seen, has_line_kinds, of_title)
    columns = _with_results_and_remarks(columns)
    columns = _with_forecasts(columns)
    columns = _with_baselines(columns, seen)
    columns = _with_a_start(columns, seen)
    columns = _with_the_other_half(columns)
    return _with_goals_on_the_way(columns)


def _one_of_a_kind(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns with one for the rows' kind, one for their year and one for their number at most: the surest.

    Tables that stand side by side have a column of years each.
    """
    settled = list(columns)
    values = [c.column for c in columns if c.use in VALUED]
    years = [c.column for c in columns if c.use is Use.YEAR]
    are_side_by_side = all(any(a < at < b for at in values) for a, b in pairwise([*years, len(columns)]))
    departments = [c for c in columns if c.use is Use.DEPARTMENT]
    if any(c.confidence >= _BY_ITS_WORDS for c in departments):
        for column in departments:
            if column.confidence < _BY_ITS_WORDS:
                settled[column.column] = replace(column, use=Use.UNREAD, reason="担当課の列がほかにあるため")
    for use in (Use.KIND, Use.YEAR, Use.NUMBER, Use.LEAD):
        same = sorted((c for c in settled if c.use is use), key=lambda c: (-c.confidence, c.column))
        if use is Use.YEAR and are_side_by_side:
            continue
        for column in same[1:]:
            other = Use.UNREAD if use is not Use.KIND else Use.NAME
            settled[column.column] = replace(column, use=other, reason="同じ役割の列が左にあるため", confidence=0.4)
    return settled


_MOST, _DISTINCT = 0.5, 0.8
# A column that stands beside its other half is read, and told as doubtful.
_BESIDE_ITS_OTHER = 0.55
# What like headings alone say is less sure than this, what words say that are known is surer.
_BY_ITS_WORDS = 0.8
_ENDS = frozenset({Use.TARGET, Use.RESULT})
_STARTS_AND_ENDS = frozenset({Use.STATE_AND_AIM, Use.BASELINE, Use.CURRENT, Use.FINAL_GOAL})


def _with_state_and_aim(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, the last before the years whose cells tell a state and an aim as that, where no other does.

    It may be headed as nothing known, or as the indicator that it names as well: 重要業績評価指標（基準値→目標値）; where most
    of its cells go from one number to another, as a goal or a state alone: 現状から目指す値.
    """
    may = [c for c in columns if _may_tell_both(c, seen[c.column].evidence)]
    first = min((c.column for c in columns if c.use in VALUED and c.year is not None and c not in may), default=0)
    telling = [c for c in may if c.column < first]
    if not telling or any(c.use in _STARTS_AND_ENDS and c not in telling for c in columns):
        return list(columns)
    reason = f"見出し「{telling[-1].heading}」の中身が、基準の値と目標の値を述べているため"
    settled = list(columns)
    settled[telling[-1].column] = replace(telling[-1], use=Use.STATE_AND_AIM, year=None, reason=reason, confidence=0.6)
    return settled


def _may_tell_both(column: ColumnUse, looks: Evidence) -> bool:
    """Return whether a column may hold a state and an aim in each cell, by its heading and what its cells look like."""
    if not may_state_and_aim(column.heading):
        return False
    if looks.moving > _MOST and column.use in _ENDS and column.confidence < _BY_ITS_WORDS:
        return True
    if column.use in _STARTS_AND_ENDS and column.confidence >= SURE_ENOUGH:
        return looks.moving > _MOST and column.use is not Use.STATE_AND_AIM
    is_open = column.use is Use.MEASURE or is_guess(column)
    return is_open and looks.aimed > _MOST and looks.distinct >= _DISTINCT


def _with_names(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
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
    wordy = [c for c in columns if c.column < first_value and c.use in _MAYBE_NAMES and _is_wordy(seen[c.column])]
    wordy = [
        c for c in wordy if c.use is not Use.YEAR or seen[c.column].evidence.years + seen[c.column].evidence.bare_years < 0.5
    ]
    if wordy and wordy[0].use is not Use.ACTIVITY:
        *above, chosen = _under_one_heading(wordy, seen)
        settled[chosen.column] = replace(
            chosen, use=Use.NAME, year=None, reason="値の左にある言葉の列のため、項目の名前とみました", confidence=0.55
        )
        for column in above:
            reason = f"見出し「{column.heading}」の下に並ぶ列の左にあるため、上位の区分とみました"
            settled[column.column] = replace(column, use=Use.GROUP, year=None, reason=reason, confidence=0.55)
    return settled


def _is_naming(seen: Seen) -> bool:
    """Return whether a column's cells may name items: short words, most of them of one item alone."""
    looks = seen.evidence
    return _is_wordy(seen) and looks.distinct >= 0.8 and looks.sentences < 0.3 and max(looks.units, looks.grades) < 0.5


def _under_one_heading(wordy: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the first of wordy columns and those right of it under its heading: 種別 over 居宅サービス and 訪問介護."""
    found = [wordy[0]]
    for column in wordy[1:]:
        if column.column == found[-1].column + 1 and seen[column.column].path in ((), seen[found[0].column].path):
            found.append(column)
    return found


_PARTS = re.compile(r"区分|内訳|種別|対象(?:者|区分)?|性別|男女別?|年齢(?:区分|層|階級)?|属性|地区(?:名|別)?|学年|校種")


def _with_parts(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
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
    """Return a column of words right of names, under their heading or none, as parts of what they name: がん検診 | 胃がん."""
    left = columns[column.column - 1] if column.column else column
    path = seen[column.column].path
    is_under = left is not column and left.use is column.use is Use.MEASURE and path == seen[left.column].path
    is_bare = left.use in (Use.NAME, Use.MEASURE) and column.use is Use.UNREAD and not path
    is_before_values = any(c.use in VALUED for c in columns[column.column :])
    if not ((is_under or is_bare) and is_before_values and _is_wordy(seen[column.column])):
        return column
    reason = f"見出し「{left.heading}」の下に並ぶ列の右にあるため、指標の内訳とみました"
    return replace(column, use=Use.PART, year=None, reason=reason, confidence=0.7)


def _is_wordy(seen: Seen) -> bool:
    return seen.evidence.count > 0 and seen.evidence.values < 0.3 and not seen.evidence.tells_kinds


def _with_values(
    columns: Sequence[ColumnUse], seen: Sequence[Seen], has_line_kinds: bool, of_title: Use | None
) -> list[ColumnUse]:
    """Return the columns that a year alone heads as the values of the rows' kinds, else as results over the years.

    A column of values that no word heads is that of the rows' kinds and years.
    """
    has_kinds = has_line_kinds or any(c.use is Use.KIND for c in columns) or _names_bear_kinds(columns, seen)
    has_parts = any(is_part_of_year(part) for column in seen for part in column.path)
    settled = []
    for column in columns:
        if column.use is Use.VALUE and not has_kinds and of_title is not None:
            reason = f"見出し「{column.heading}」が年度だけのため、表題の言葉から「{USE_WORDS[of_title]}」とみました"
            column = replace(column, use=of_title, reason=reason, confidence=0.75)
        elif column.use is Use.VALUE and not has_kinds:
            others = {c.year: c.use for c in columns if c.use in (Use.TARGET, Use.RESULT)}
            use = Use.TARGET if others.get(column.year) is Use.RESULT else Use.RESULT
            column = replace(
                column, use=use, reason=f"見出し「{column.heading}」が年度だけのため、実績の推移とみました", confidence=0.55
            )
        elif has_kinds and column.use in OTHER_HALF and column.year is not None and _is_untold(column, has_line_kinds):
            column = replace(column, use=Use.VALUE)
        elif has_kinds and column.use is Use.UNREAD and (year := _year_among(column, columns, seen)) is not None:
            reason = f"見出し「{column.heading}」の年度の列がほかになく、左の年度に続くため"
            column = replace(column, use=Use.VALUE, year=year, reason=reason, confidence=0.6)
        elif has_kinds and column.use is Use.UNREAD and seen[column.column].evidence.values >= 0.7 and not column.heading:
            column = replace(column, use=Use.VALUE, confidence=0.5)
        elif has_parts and column.use is not Use.VALUE and _is_sum_of_year(column, seen):
            reason = f"年度の一部の列の右にある「{column.heading}」のため、年度の値とみました"
            column = replace(column, use=Use.VALUE if has_kinds else Use.RESULT, reason=reason, confidence=0.7)
        elif has_kinds and column.use in (Use.UNREAD, Use.TARGET) and without_year(column.heading) in ("値", "数値", "量"):
            column = replace(column, use=Use.VALUE, confidence=0.6)
        settled.append(column)
    return settled


def _year_among(column: ColumnUse, columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> int | None:
    """Return the year of an unread column of values that goes on with the years left of it: 5年度（決算）, 6年度（予算）."""
    left = columns[column.column - 1] if column.column else column
    year = year_in(column.heading, left.year)
    is_next = year is not None and left.year == year - 1 and left.use in _YEARS_OF_ROWS
    is_lone = seen[column.column].evidence.values >= 0.5 and not any(c.year == year for c in columns if c is not column)
    return year if is_next and is_lone else None


_YEARS_OF_ROWS = frozenset({Use.VALUE, Use.TARGET, Use.RESULT})


def _is_sum_of_year(column: ColumnUse, seen: Sequence[Seen]) -> bool:
    """Return whether a column of values is the sum of a year's parts, and no word tells it to be something else."""
    own = seen[column.column]
    return own.evidence.values >= 0.5 and bool(own.path) and is_whole_year(own.path[-1])


def _is_untold(column: ColumnUse, has_line_kinds: bool) -> bool:
    """Return whether a column of a year is no more than that by its words: R5, or 5年度（決算） by likeness alone.

    Nor is it where its heading tells the lines of each item apart: 上段：目標値　下段：実績値.
    """
    is_of_lines = has_line_kinds and bool(kinds_of_lines([column.heading]))
    return is_of_lines or not without_year(column.heading) or column.confidence < _BY_ITS_WORDS


def _names_bear_kinds(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> bool:
    """Return whether the items' names tell which rows are targets and which results: 認定者数（実績）, 計画の推計."""
    return any(c.use in (Use.NAME, Use.MEASURE) and seen[c.column].evidence.suffixed >= 0.4 for c in columns)


_COUNTED = re.compile("実績|結果|達成|成果")


def _with_results_and_remarks(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Return a year's only column of 実績・所見 or 結果・備考 as its result: remarks stand behind what was counted."""
    counted = {c.year for c in columns if c.use in (Use.RESULT, Use.VALUE)}
    return [
        replace(c, use=Use.RESULT, reason=f"見出し「{c.heading}」のほかに、その年度の実績の列がないため", confidence=0.7)
        if c.use in (Use.COMMENT, Use.UNREAD) and c.year is not None and c.year not in counted and _COUNTED.search(c.heading)
        else c
        for c in columns
    ]


def _with_forecasts(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Return 見込 as what was planned where its years have no other target, as in plans of care insurance; else as a forecast.

    A goal of the plan's end beside them is none of their years'; where goals are told apart from 見込 and nothing has come of
    its years yet, it is what is expected to come of them. 実績見込 is a forecast of the result, whatever stands beside.
    """
    planned = {c.year for c in columns if c.use is Use.TARGET and not _is_expected(c)}
    expected = {c.year for c in columns if c.use in (Use.FORECAST, Use.TARGET) and _is_expected(c)}
    is_plan = bool(expected) and not expected & (planned - {None})
    is_plan = is_plan and (not planned or any(c.use is Use.RESULT and c.year in expected for c in columns))
    settled = []
    for column in columns:
        if _is_expected(column) and column.use is Use.FORECAST and is_plan:
            reason = f"見出し「{column.heading}」のほかに、その年度の目標・計画の列がないため"
            column = replace(column, use=Use.TARGET, reason=reason, confidence=0.6)
        elif _is_expected(column) and column.use is Use.TARGET and not is_plan:
            column = replace(column, use=Use.FORECAST, confidence=0.7)
        settled.append(column)
    return settled


def _is_expected(column: ColumnUse) -> bool:
    """Return whether a heading says 見込 of what is to come, not of a result that is being counted (実績見込, 決算見込)."""
    return re.search(r"(?<!実績)(?<!決算)(?:見込|見通し)", column.heading) is not None and "実績" not in column.heading


def _with_baselines(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return 現状値 as what the plan starts from where no 基準値 stands beside it, or where it is older than all results."""
    has_baseline = any(c.use is Use.BASELINE for c in columns)
    results = [c.year for c in columns if c.use in (Use.RESULT, Use.FORECAST, Use.TARGET, Use.PAIR) and c.year is not None]
    settled = []
    for column in columns:
        left = columns[column.column - 1] if column.column else column
        names_years = column.year is None and (seen[column.column].evidence.dated >= 0.5 or left.use is Use.OWN_YEAR)
        if column.use is Use.CURRENT and not has_baseline and not names_years:
            is_first = column.year is None or not results or column.year < max(results)
            if is_first:
                column = replace(
                    column, use=Use.BASELINE, reason=f"{column.reason}（基準値の列がほかにないため）", confidence=0.7
                )
        elif column.use is Use.CURRENT and column.year is None and not names_years:
            column = replace(column, confidence=0.5)
        settled.append(column)
    return settled


_MOMENT = re.compile(r".{1,6}(?:時点?|前)")


def _with_a_start(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, values of a moment (申請時, 認定時) before those of all years as what the plan starts from.

    So it is where no other column says where the plan starts.
    """
    first = min((c.column for c in columns if c.use in VALUED and c.year is not None), default=0)
    if any(c.use in (Use.BASELINE, Use.CURRENT, Use.STATE_AND_AIM) for c in columns):
        return list(columns)
    moments = [
        c
        for c in columns[:first]
        if c.use is Use.UNREAD and seen[c.column].evidence.values >= 0.5 and _MOMENT.fullmatch(without_year(c.heading))
    ]
    if len(moments) != 1:
        return list(columns)
    reason = f"見出し「{moments[0].heading}」の値が、どの年度の値より左にあるため"
    at = moments[0].column
    return [replace(c, use=Use.BASELINE, reason=reason, confidence=0.7) if c.column == at else c for c in columns]


def _with_the_other_half(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Return the columns with what each year says twice, or once and in words that nobody knows, as its plan and its result.

    Two wordings stand beside each other in all years that they have: one of them is the plan and the other what came of it.
    The surer one keeps its use; where neither is sure, the plan stands first.
    """
    settled = list(columns)
    for one, other in _in_twos(columns):
        pair = [(_half(one[0]), one), (_half(other[0]), other)]
        uses = {use for use, _ in pair}
        if not uses <= _HALVES or uses == {Use.UNREAD}:
            continue
        sure, surest = max(pair, key=lambda half: (half[0] is not Use.UNREAD, half[1][0].confidence))
        doubtful = min(one[0].confidence, other[0].confidence)
        if uses != {Use.TARGET, Use.RESULT} and doubtful >= _BY_ITS_WORDS and Use.UNREAD not in uses:
            continue
        if surest[0].confidence < SURE_ENOUGH and uses != {Use.TARGET, Use.RESULT}:
            sure = Use.TARGET if surest is one else Use.RESULT
        for found in (one, other):
            use = sure if found is surest else OTHER_HALF[sure]
            reason = f"その年度の「{USE_WORDS[OTHER_HALF[use]]}」の列と並んでいるため"
            for column in found:
                if column.use is not use or column.confidence < _BESIDE_ITS_OTHER:
                    told = f"見出し「{column.heading}」が、{reason}"
                    settled[column.column] = replace(column, use=use, reason=told, confidence=_BESIDE_ITS_OTHER)
    return settled


def _with_goals_on_the_way(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Return the columns, goals of a year before the last goal's as targets of theirs: 5年後（R5） beside 10年後（R10）."""
    last = max((c.year for c in columns if c.use is Use.FINAL_GOAL and c.year is not None), default=None)
    return [
        replace(c, use=Use.TARGET, reason=f"{c.reason}（あとの年度の目標もあるため、その年度の目標とみました）")
        if c.use is Use.FINAL_GOAL and c.year is not None and last is not None and c.year < last
        else c
        for c in columns
    ]


# A column of years beside another is the one or the other, though its words may mean as well what has no year.
_OF_YEARS = {Use.CURRENT: Use.RESULT, Use.BASELINE: Use.RESULT, Use.FINAL_GOAL: Use.TARGET}


def _half(column: ColumnUse) -> Use:
    return _OF_YEARS.get(column.use, column.use)


_HALVES = frozenset({Use.TARGET, Use.RESULT, Use.UNREAD})


def _in_twos(columns: Sequence[ColumnUse]) -> Iterator[tuple[list[ColumnUse], list[ColumnUse]]]:
    """Yield the columns of two wordings that stand once each in the same years, and no third beside them; the left ones first.

    A wording that has a year more, as the plan of the last year has, is one of the two all the same; what stands once beside
    wordings of several years (where the plan starts, where it ends) is neither.
    """
    own = [c for c in columns if c.year is not None and (c.use in VALUED or (c.use is Use.UNREAD and not senses(c.heading)))]
    by_wording: dict[str, list[ColumnUse]] = {}
    for column in own:
        by_wording.setdefault(without_year(column.heading), []).append(column)
    several = [found for found in by_wording.values() if len(found) > 1] or list(by_wording.values())
    if len(several) != 2:
        return
    one, other = sorted(several, key=lambda found: found[0].column)
    years = [[c.year for c in found] for found in (one, other)]
    shared = set(years[0]) & set(years[1])
    has_more = len(shared) > 1 or {column.use for column in (*one, *other)} <= _HALVES
    if all(len(set(found)) == len(found) for found in years) and shared and has_more:
        yield one, other
