"""What a column is for its neighbours say too: 見込 is a plan where nothing else plans, 現状値 a start where none is."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.mapping.columns import BY_ITS_WORDS, Seen, is_guess
from loaders.mapping.cues import without_year, year_in
from loaders.mapping.line_kinds import kinds_of_lines
from loaders.mapping.mapping import USE_WORDS, VALUED, ColumnUse, Use
from loaders.mapping.other_half import with_the_other_half
from loaders.mapping.periods import is_part_of_year, is_whole_year
from loaders.mapping.row_kinds import OTHER_HALF
from loaders.mapping.starts_and_ends import with_a_start, with_baselines, with_goals_on_the_way, with_state_and_aim
from loaders.mapping.title_kinds import TitleKind
from loaders.mapping.year_columns import with_years_of_values

# What a column may be taken for though it names the items: 数値目標 over 緑被率, 年度 over 介護給付費.
_MAYBE_NAMES = frozenset({Use.UNREAD, Use.ACTIVITY, Use.YEAR, Use.KIND, Use.TARGET})


def settled_by_neighbours(
    columns: Sequence[ColumnUse], seen: Sequence[Seen], has_line_kinds: bool, of_title: TitleKind | None = None
) -> list[ColumnUse]:
    """Return the columns with what the table as a whole says of them; `of_title` is what its title says of its values."""
    columns = with_years_of_values(columns, seen)
    columns = _one_of_a_kind(columns, seen)
    columns = _with_what_stands_aside(columns, seen)
    columns = with_state_and_aim(columns, seen)
    columns = _with_names(columns, seen)
    columns = _with_parts(columns, seen)
    columns = _with_values(columns, seen, has_line_kinds, of_title)
    columns = _with_results_and_remarks(columns)
    columns = _with_forecasts(columns, of_title)
    columns = with_baselines(columns, seen)
    columns = with_a_start(columns, seen)
    columns = with_the_other_half(columns, seen)
    return with_goals_on_the_way(columns)


def _one_of_a_kind(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns with one for the rows' kind, one for their year and one for their number at most: the surest.

    Tables that stand side by side have a column of years each.
    """
    settled = list(columns)
    values = [c.column for c in columns if c.use in VALUED]
    years = [c.column for c in columns if c.use is Use.YEAR]
    are_side_by_side = all(any(a < at < b for at in values) for a, b in pairwise([*years, len(columns)]))
    departments = [c for c in columns if c.use is Use.DEPARTMENT]
    if any(c.confidence >= BY_ITS_WORDS for c in departments):
        for column in departments:
            if column.confidence < BY_ITS_WORDS:
                settled[column.column] = replace(column, use=Use.UNREAD, reason="担当課の列がほかにあるため")
    for use in (Use.KIND, Use.YEAR, Use.NUMBER, Use.LEAD):
        same = sorted((c for c in settled if c.use is use), key=lambda c: (-c.confidence, c.column))
        if use is Use.YEAR and are_side_by_side:
            continue
        for column in same[1:]:
            other = Use.UNREAD if use is not Use.KIND else Use.NAME
            settled[column.column] = replace(column, use=other, reason="同じ役割の列が左にあるため", confidence=0.4)
    return settled


def _with_what_stands_aside(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns with what stands behind values of years: 区分 over A, B, C as verdicts, sentences as remarks on them.

    Sentences are so where likeness alone takes them for a result, and results of years hold values.
    """
    valued = [c for c in columns if c.use in VALUED and c.year is not None and seen[c.column].evidence.values >= 0.5]
    settled = list(columns)
    for column in columns:
        looks = seen[column.column].evidence
        is_behind = bool(valued) and column.column > valued[0].column
        if is_behind and column.use is Use.GROUP and looks.grades >= 0.8 and looks.sections < 0.5 and column.year is None:
            reason = f"見出し「{column.heading}」の中身が記号や短い評語で、値の右にあるため"
            settled[column.column] = replace(column, use=Use.GRADE, reason=reason, confidence=0.7)
        is_told = is_behind and column.use is Use.RESULT and column.year is None and column.confidence < BY_ITS_WORDS
        if is_told and looks.sentences >= 0.5 and looks.values < 0.2 and any(c.use is Use.RESULT for c in valued):
            reason = f"見出し「{column.heading}」の中身が文で、年度ごとの実績の列がほかにあるため"
            settled[column.column] = replace(column, use=Use.COMMENT, reason=reason, confidence=0.65)
    return settled


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
    wordy = [c for c in columns if c.column < first_value and _may_be_names(c) and _is_wordy(seen[c.column])]
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


def _may_be_names(column: ColumnUse) -> bool:
    """Return whether a column may name the items though its heading says otherwise, or only likeness that they are parts."""
    return column.use in _MAYBE_NAMES or (column.use is Use.PART and is_guess(column))


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
    columns: Sequence[ColumnUse], seen: Sequence[Seen], has_line_kinds: bool, of_title: TitleKind | None
) -> list[ColumnUse]:
    """Return the columns that a year alone heads as the values of the rows' kinds, else as results over the years.

    A column of values that no word heads is that of the rows' kinds and years.
    """
    has_kinds = has_line_kinds or any(c.use is Use.KIND for c in columns) or _names_bear_kinds(columns, seen)
    has_parts = any(is_part_of_year(part) for column in seen for part in column.path)
    told_by_rows = _told_by_rows(columns, seen)
    settled = []
    for column in columns:
        if column.use is Use.VALUE and not has_kinds and of_title is not None:
            reason = f"見出し「{column.heading}」が年度だけのため、表題の言葉から「{USE_WORDS[of_title.use]}」とみました"
            column = replace(column, use=of_title.use, reason=reason, confidence=0.75 if of_title.is_sure else 0.55)
        elif column.use is Use.VALUE and not has_kinds:
            others = {c.year: c.use for c in columns if c.use in (Use.TARGET, Use.RESULT)}
            use = Use.TARGET if others.get(column.year) is Use.RESULT else Use.RESULT
            column = replace(
                column, use=use, reason=f"見出し「{column.heading}」が年度だけのため、実績の推移とみました", confidence=0.55
            )
        elif has_kinds and column.use in OTHER_HALF and column.year is not None and _is_untold(column, has_line_kinds):
            column = replace(column, use=Use.VALUE)
        elif column.column in told_by_rows:
            reason = f"見出し「{column.heading}」はどの年度も同じで、目標か実績かは行の区分が分けているため"
            column = replace(column, use=Use.VALUE, reason=reason)
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


def _told_by_rows(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> frozenset[int]:
    """Return the columns of years that words over all of them head alike (進捗状況 over R4 and R5) where rows part the kinds.

    What rows call a plan and what came of it is finer than what stands over both; a goal beside bare years is no such word.
    """
    yearly = [c for c in columns if c.use in OTHER_HALF and c.year is not None]
    are_alike = len({c.use for c in yearly}) == 1 and len({without_year(c.heading) for c in yearly}) == 1
    are_alike = are_alike and not any(c.use is Use.VALUE and c.year is not None for c in columns)
    has_kinds = any(c.use is Use.KIND and seen[c.column].evidence.has_plan_and_result for c in columns)
    return frozenset(c.column for c in yearly) if are_alike and has_kinds else frozenset()


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
    return is_of_lines or not without_year(column.heading) or column.confidence < BY_ITS_WORDS


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


def _with_forecasts(columns: Sequence[ColumnUse], of_title: TitleKind | None) -> list[ColumnUse]:
    """Return 見込 as what was planned where its years have no other target, as in plans of care insurance; else as a forecast.

    A goal of the plan's end beside them is none of their years'; where goals are told apart from 見込 and nothing has come of
    its years yet, it is what is expected to come of them. 実績見込 is a forecast of the result, whatever stands beside, and so
    is 見込 in a table whose title says that its values are results.
    """
    planned = {c.year for c in columns if c.use is Use.TARGET and not _is_expected(c)}
    expected = {c.year for c in columns if c.use in (Use.FORECAST, Use.TARGET) and _is_expected(c)}
    is_plan = bool(expected) and not expected & (planned - {None}) and not (of_title and of_title.use is Use.RESULT)
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
