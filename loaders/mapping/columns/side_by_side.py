"""Several indicators may stand side by side in a row: each under its own name, or as 単年度 and 累計 of one thing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from loaders.mapping.cells.evidence import are_units, is_unit
from loaders.mapping.layout.heading_paths import joined
from loaders.mapping.layout.labelled_cells import labelled
from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.confidence import BY_ITS_WORDS, NOT_TOLD_APART
from loaders.mapping.model.mapping import USE_WORDS, VALUED, ColumnUse, Use
from loaders.mapping.words.heading_senses import is_heading_word, senses, strength
from loaders.mapping.words.heading_years import without_year, year_in
from loaders.patterns import Pattern


def side_by_side(columns: Sequence[ColumnUse], paths: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns with the indicator that each belongs to, where several stand side by side.

    Each column of names (指標名) begins one; where there are no such columns, headings above the kinds and years name them.
    """
    named = [c.column for c in columns if c.use is Use.MEASURE]
    if len(named) > 1:
        return _under_columns_of_names(columns, named)
    columns = _parted_below_years(columns, paths)
    return list(columns) if named else _under_headings_of_names(columns, paths)


def _parted_below_years(columns: Sequence[ColumnUse], paths: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns, values of rows' kinds that several words part below each year (回数, 人数) as an indicator each."""
    values = [c for c in columns if c.use is Use.VALUE and c.year is not None]
    words = {c.column: next(filter(None, map(without_year, reversed(paths[c.column]))), "") for c in values}
    if len({(c.year, words[c.column]) for c in values}) < len(values):
        # What stands in brackets parts them: 組合（市内） and 組合（市外）.
        words = {c.column: " ".join(next(filter(without_year, reversed(paths[c.column])), "").split()) for c in values}
    by_year: dict[int | None, list[str]] = {}
    for column in values:
        by_year.setdefault(column.year, []).append(words[column.column])
    [first, *others] = list(by_year.values()) or [[]]
    are_names = len(set(first)) == len(first) > 1 and all(first)
    if not (are_names and all(sorted(other) == sorted(first) for other in others)):
        return list(columns)
    return [
        replace(c, indicator=first.index(words[c.column]), measure=words[c.column]) if c.column in words else c for c in columns
    ]


def _under_columns_of_names(columns: Sequence[ColumnUse], named: Sequence[int]) -> list[ColumnUse]:
    """Return the columns, each with the indicator whose column of names stands nearest left of it."""
    settled = list(columns)
    if _are_interleaved(named, [c.column for c in columns if c.use in VALUED]):
        offices = [c.column for c in columns if c.use is Use.DEPARTMENT]
        own = {Use.DEPARTMENT} if len(offices) > 1 and _are_interleaved(named, offices) else set()
        for column in columns:
            if column.use in VALUED | _OF_AN_INDICATOR | own:
                order = max((at for at, start in enumerate(named) if start <= column.column), default=0)
                settled[column.column] = replace(column, indicator=order)
    return settled


_OF_AN_INDICATOR = frozenset({Use.MEASURE, Use.UNIT, Use.RATE, Use.GRADE, Use.COMMENT})


def _under_headings_of_names(columns: Sequence[ColumnUse], paths: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns, those of values with the indicators that the headings above their kinds and years name."""
    below = _below_kinds(columns, paths)
    words = {
        c.column: below.get(c.column) or _own_words(paths[c.column])
        for c in columns
        if (c.use in VALUED and c.use is not Use.VALUE) or c.use is Use.RATE
    }
    distinct = list(dict.fromkeys(filter(None, words.values())))
    # Rates of one year may be of other things (計画比, 前年比); values of one kind and year are of several indicators.
    places = Counter((c.use, c.year) for c in columns if c.column in words and c.use is not Use.RATE)
    is_repeated = any(count > 1 for count in places.values())
    has_items = any(c.use in (Use.NAME, Use.GROUP, Use.ACTIVITY, Use.NUMBER) for c in columns)
    # A plan and its result beside each other are of one thing: できた数 beside 計画 is no name of it.
    is_pair = set(places) == {(Use.TARGET, None), (Use.RESULT, None)} and not is_repeated
    is_pair = is_pair and all(len(paths[at]) == 1 for at, word in words.items() if word)
    settled = list(columns)
    if not distinct or is_pair or (has_items and not (is_repeated and len(distinct) > 1)):
        return settled
    for at, word in words.items():
        if word:
            settled[at] = replace(settled[at], indicator=distinct.index(word), measure=word)
    return settled


def _below_kinds(columns: Sequence[ColumnUse], paths: Sequence[Sequence[str]]) -> dict[int, str]:
    """Return for columns of values the indicators' names that stand again and again below each kind: 計画 over 人口 and 世帯.

    Under each kind they are the same, and one kind at least is told by its word; a year below a kind is no indicator.
    """
    blocks: dict[str, dict[str, ColumnUse]] = {}
    for column in columns:
        path = paths[column.column]
        if len(path) > 1 and (column.use in _COUNTED or column.use is Use.RATE):
            blocks.setdefault(path[0], {})[joined(path[1:])] = column
    of_kinds = {kind: named for kind, named in blocks.items() if len({c.use for c in named.values()}) == 1}
    names = [tuple(named) for named in of_kinds.values()]
    are_names = bool(names) and len(names[0]) > 1 and not any(map(_is_no_name, names[0]))
    is_told = any(strength(kind) >= 0.5 for kind in of_kinds)
    if not (are_names and is_told and len(names) > 1 and len(set(names)) == 1 and len(of_kinds) == len(blocks)):
        return {}
    return {column.column: name for named in of_kinds.values() for name, column in named.items()}


def _is_no_name(words: str) -> bool:
    return year_in(words) is not None or strength(words) >= 0.5


def named_in_the_corner(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Return the columns, the values of a table of one thing with the name that stands over its kinds: 宿泊者数 | R3 | R4."""
    kind = next((c for c in columns if c.use is Use.KIND), None)
    is_named = any(c.use in (Use.NAME, Use.MEASURE, Use.GROUP) or c.measure for c in columns)
    if kind is None or is_named or not kind.heading or is_heading_word(kind.heading):
        return list(columns)
    return [replace(c, measure=kind.heading) if c.use in VALUED else c for c in columns]


def _are_interleaved(named: Sequence[int], values: Sequence[int]) -> bool:
    """Return whether values, or what else tells of an indicator, stand behind each of the columns of names."""
    ends = [*named[1:], 10**6]
    return all(any(start < value < end for value in values) for start, end in zip(named, ends, strict=True))


def _own_words(path: Sequence[str]) -> str:
    """Return the words of a column's headings that name what is measured: not the kind, not the year."""
    for part in path[:-1] if len(path) > 1 else path:
        bare = without_year(part)
        is_name = labelled(part) is None and not _is_unit_line(part)
        if bare and is_name and strength(part) < 0.5:
            return " ".join(part.split()) if len(path) > 1 else bare
    return ""


def _is_unit_line(part: str) -> bool:
    """Return whether a heading is the unit of what stands below it: （千冊）; 計画 is counted too and heads a plan."""
    return is_unit(part) and not is_heading_word(part)


def with_what_headings_tell(columns: Sequence[ColumnUse], paths: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns of values with the unit and the section that a heading of theirs names: 担当：公園課, （人）."""
    settled = []
    beside = _units_in_a_line(paths)
    for column in columns:
        path = paths[column.column]
        told = dict(fact for part in path if (fact := labelled(part)) is not None)
        unit = told.get(Use.UNIT) or next((part for part in path if _is_unit_line(part) or part in beside), "")
        is_value = column.use in VALUED
        department = told.get(Use.DEPARTMENT, "")
        settled.append(replace(column, unit=unit, department=department) if is_value and (unit or department) else column)
    return settled


def _units_in_a_line(paths: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the headings of lines of units in brackets, an unknown one among them: （圃） beside （km）."""
    parts = {part for path in paths for part in path[1:] if are_units([part, "（人）"])}
    depths = {path.index(part) for path in paths for part in path if part in parts and is_unit(part)}
    return frozenset(path[at] for path in paths for at in depths if at < len(path) and path[at] in parts)


# What stands before the kind in a heading: 累計実績, 単年度の実績, 補正後目標.
_QUALIFIED = Pattern(r"(?P<words>.{1,8}?)の?(?:目標|計画|実績|結果)[値量数]?")
_COUNTED = frozenset({Use.TARGET, Use.RESULT, Use.FORECAST, Use.FINAL_GOAL, Use.BASELINE, Use.CURRENT})


def told_apart(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, several results of one year as indicators of their own where their headings tell them apart.

    A target is of the one that is worded as it is. Where nothing tells them apart, each is in doubt.
    """
    settled = _without_guesses_beside_the_sure(_with_shared_headings(columns, seen))
    valued = [c for c in settled if c.use in _COUNTED and seen[c.column].evidence.values >= 0.5]
    places = Counter((c.use, c.year, c.indicator) for c in valued)
    several = [c for c in valued if c.use is Use.RESULT and places[(c.use, c.year, c.indicator)] > 1]
    if not several:
        return settled
    words = {c.column: _qualifier(seen[c.column].path) for c in valued}
    named = Counter((c.year, c.indicator, words[c.column]) for c in several)
    if max(named.values()) > 1:
        alike = [c for c in valued if c.use in (Use.TARGET, Use.RESULT) and places[(c.use, c.year, c.indicator)] > 1]
        for c in alike:
            reason = f"{c.reason}（同じ年度の{USE_WORDS[c.use]}の列がいくつもあり、区別できないため）"
            settled[c.column] = replace(c, reason=reason, confidence=0.45)
        return settled
    distinct = list(dict.fromkeys(words[c.column] for c in several))
    for c in valued:
        if words[c.column] in distinct:
            at = distinct.index(words[c.column])
            settled[c.column] = replace(c, indicator=at, measure=words[c.column])
    return settled


def _without_guesses_beside_the_sure(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Return the columns, those that likeness alone takes for what words say of another of their year as not read.

    目標, 実績 and 効果額 of a year: what the third tells is none of the indicator's values, nor stands for one that is missing.
    """
    sure = {(c.use, c.year, c.indicator) for c in columns if c.confidence >= BY_ITS_WORDS}
    return [
        replace(c, use=Use.UNREAD, reason=f"{c.reason}（その年度の{USE_WORDS[c.use]}の列がほかにあるため読み込みません）")
        if c.use in (Use.TARGET, Use.RESULT)
        and c.year is not None
        and c.confidence < BY_ITS_WORDS
        and (c.use, c.year, c.indicator) in sure
        and not senses(without_year(c.heading))
        else c
        for c in columns
    ]


def _with_shared_headings(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, those in doubt whose heading stands over a further column of values that nothing tells apart.

    Where it is a year alone nobody knows which of them is the target: neither is read.
    """
    settled = list(columns)
    for at, column in enumerate(columns[:-1]):
        right = seen[at + 1]
        is_told = {column.use, columns[at + 1].use} == {Use.TARGET, Use.RESULT}
        is_shared = (not right.path or right.path == seen[at].path) and not is_told
        if not (column.use in _COUNTED and is_shared and min(e.evidence.values for e in (seen[at], right)) >= 0.5):
            continue
        if without_year(column.heading):
            reason = f"{column.reason}（右の列も同じ見出しの値のようで、区別できないため）"
            settled[at] = replace(column, reason=reason, confidence=0.45)
            continue
        reason = f"「{column.heading}」の下に値の列が並び、どれが目標で実績か書かれていないため"
        for alike in (column, columns[at + 1]):
            settled[alike.column] = replace(alike, use=Use.UNREAD, year=column.year, reason=reason, confidence=NOT_TOLD_APART)
    return settled


def _qualifier(path: Sequence[str]) -> str:
    """Return what the lowest heading says before its kind, or the one above it, '' where they say nothing: 累計 over 実績."""
    found = _QUALIFIED.fullmatch(without_year(path[-1])) if path else None
    if found:
        return found["words"]
    above = path[-2] if len(path) > 1 and year_in(path[-2]) is None else ""
    is_kind = any(use in _COUNTED and weight >= 0.5 for use, weight in senses(above).items())
    return "" if is_kind else "".join(above.split())
