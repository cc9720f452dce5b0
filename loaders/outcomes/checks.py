"""A table can be read rightly and still contradict itself: evaluations copied from last year or from the plan, or left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from loaders.lengths import cells_in_brief
from loaders.model import Cell, Finding, FindingKind, Kind, Place, Reading, Role, Severity, Status
from loaders.outcomes.phrases import read_phrase
from loaders.outcomes.predicates import DOING, Predicate
from loaders.patterns import Pattern
from loaders.prose.clauses import split
from loaders.prose.dates import fiscal_year
from loaders.prose.eras import ERA_COUNT, ERA_NAME, era_year, label_ja
from loaders.prose.widths import narrow

# Counts of one digit come again by chance (年4回); a count like 684人 hardly ever does.
TELLING_COUNT = 10

# A month of a named year: 令和2年8月.
_MONTH = Pattern(rf"({ERA_NAME})\s?({ERA_COUNT})年\s?(1[0-2]|[1-9])月")
# A plan of dashes alone plans nothing for its year.
_SAYS_SOMETHING = Pattern(r"\w")
_PLAN_MOOD = frozenset({Predicate.PLANNED, Predicate.PLANNED_STUDY})


def check_words(readings: Sequence[Reading]) -> tuple[Finding, ...]:
    """Return what is odd in the words of rows that were read, in the order of the rows."""
    return tuple(finding for reading in readings for finding in _check_row(reading))


def _check_row(reading: Reading) -> Iterator[Finding]:
    reading = replace(reading, cells=cells_in_brief(reading.cells))
    for outcome in reading.outcomes:
        year = outcome.year
        result, plan = _cells(reading, Kind.RESULT, year), _cells(reading, Kind.PLAN, year)
        yield from _copied_evaluation(reading, year, result)
        yield from _copied_plan(reading, year, result, (plan, _cells(reading, Kind.PLAN, year + 1)))
        yield from _beyond_the_year(reading, year, result)
        is_open = outcome.status is Status.NOT_REPORTED and outcome.rule == "no_evaluation" and not _words(result).strip()
        if is_open and _SAYS_SOMETHING.search(_words(plan)):
            message = "計画はありますが、評価が書かれていません。"
            yield _finding(reading, year, FindingKind.MISSING_EVALUATION, Severity.WARNING, message, _words(plan))


def _copied_evaluation(reading: Reading, year: int, result: Sequence[Cell]) -> Iterator[Finding]:
    before = _cells(reading, Kind.RESULT, year - 1)
    if not result or _bare(_words(result)) != _bare(_words(before)):
        return
    targets = {q.value for q in reading.quantities if q.place.year == year and q.role is Role.TARGET}
    figures = [
        quantity.quote
        for quantity in reading.quantities
        if quantity.place == Place(Kind.RESULT, year) and quantity.role is Role.RESULT and quantity.value >= TELLING_COUNT
        if quantity.value not in targets
    ]
    if any(cell.column is not None and cell.column.is_stated for cell in result):
        return
    message = "評価が前年度と一字一句同じです。"
    if figures:
        message += f"数値（{'、'.join(figures)}）も同じため、前年度の値が残っていないか確認してください。"
    severity = Severity.WARNING if figures else Severity.INFO
    yield _finding(reading, year, FindingKind.COPIED_EVALUATION, severity, message, _words(result))


def _beyond_the_year(reading: Reading, year: int, result: Sequence[Cell]) -> Iterator[Finding]:
    """Find an evaluation that tells as done what bears a date after its year: 令和2年8月に開催した, told of 令和元年度."""
    for cell in result:
        for sentence in split(cell.text):
            words = cell.text[sentence.start : sentence.end]
            last = sentence.clauses[-1]
            told = read_phrase(cell.text[last.start : last.body_end])
            named = [(m[0], _fiscal_year_of(m)) for m in _MONTH.finditer(narrow(words))]
            beyond = [month for month, when in named if when > year]
            if beyond and told is not None and told.says in DOING:
                message = f"{label_ja(year)}の評価に、その後の日付（{beyond[0]}）に行ったことが書かれています。"
                yield _finding(reading, year, FindingKind.DATE_BEYOND_YEAR, Severity.WARNING, message, words)


def _fiscal_year_of(match: re.Match[str]) -> int:
    count = 1 if match[2] == "元" else int(match[2])
    return fiscal_year(date(era_year(match[1], count), int(match[3]), 1))


def _copied_plan(reading: Reading, year: int, result: Sequence[Cell], plans: Sequence[Sequence[Cell]]) -> Iterator[Finding]:
    prose = _prose(_words(result))
    if not prose or not _is_in_plan_mood(prose):
        return
    for plan, whose in zip(plans, ("この年度", "翌年度"), strict=True):
        if _bare(prose) == _bare(_prose(_words(plan))):
            has_figures = _bare(prose) != _bare(_words(result))
            told = "数値だけが加えられています" if has_figures else "実施したかどうかが書かれていません"
            message = f"評価が{whose}の計画の文のままで、{told}。"
            severity = Severity.INFO if has_figures else Severity.WARNING
            yield _finding(reading, year, FindingKind.COPIED_PLAN_AS_RESULT, severity, message, prose)
            return


def _is_in_plan_mood(prose: str) -> bool:
    """Say whether every sentence tells what is meant to be done."""
    last = [sentence.clauses[-1] for sentence in split(prose)]
    phrases = [read_phrase(prose[clause.start : clause.body_end]) for clause in last]
    return all(phrase is not None and phrase.says in _PLAN_MOOD for phrase in phrases)


def _prose(text: str) -> str:
    """Leave out labels and their figures: an evaluation may add 【回数】11回 to the words of the plan."""
    sentences = (text[sentence.start : sentence.end] for sentence in split(text))
    return " ".join(words for words in sentences if not words.startswith("【"))


def _cells(reading: Reading, kind: Kind, year: int) -> tuple[Cell, ...]:
    return tuple(cell for cell in reading.cells if cell.place == Place(kind, year) and cell.text.strip())


def _words(cells: Sequence[Cell]) -> str:
    return " ".join(cell.text.strip() for cell in cells)


def _bare(text: str) -> str:
    return "".join(narrow(text).split())


def _finding(reading: Reading, year: int, kind: FindingKind, severity: Severity, message: str, quote: str) -> Finding:
    return Finding(kind, severity, message, quote, reading.initiative.number, year)
