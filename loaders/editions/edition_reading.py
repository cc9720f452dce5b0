"""A plan is read edition by edition: each by itself for what it changed, all together for what is known of every year."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.codes import FindingKind
from loaders.corrections.form import Correction, read_corrections
from loaders.editions.changes import Change, changes_between
from loaders.editions.matching import Match, match_rows
from loaders.editions.merging import Merged, first, merge
from loaders.files import read_bytes
from loaders.library.library import Edition, PlanFiles
from loaders.mapping.model.written import read_written
from loaders.model import Finding, Reading, Severity
from loaders.pipeline import PlanReading, read_plan
from loaders.records.reading import read_document
from loaders.table.document import Document
from loaders.table.sidecar import Source, read_source


@dataclass(frozen=True)
class EditionChange:
    """A change and the edition, from 2, that made it."""

    edition: int
    change: Change


@dataclass(frozen=True)
class EditedPlan:
    """A plan as all its editions tell it: what is concluded, their sources, what each changed, which matches are doubtful."""

    reading: PlanReading
    merged: Merged
    editions: tuple[tuple[Source, Document], ...]
    changes: tuple[EditionChange, ...] = ()
    doubtful: tuple[Match, ...] = ()
    name: str = ""


Tell = Callable[[float, str], None]


def read_document_of(edition: Edition) -> tuple[Source, Document]:
    """Return what is known about an edition's file and its table; raise InputError where it cannot be read."""
    data = read_bytes(edition.document, "資料")
    source = read_source(edition.document, data)
    mapping = None if edition.mapping is None else read_written(edition.mapping)
    numbers = source.missing_numbers
    return source, read_document(data, edition.document.name, mapping=mapping, year=edition.year, missing_numbers=numbers)


@dataclass(frozen=True)
class Gathered:
    """The tables of a plan's editions, before anything is concluded from them: each by itself, and step by step as one."""

    editions: tuple[tuple[Source, Document], ...]
    steps: tuple[tuple[Merged, tuple[Match, ...], Merged], ...]
    merged: Merged


def gather(plan: PlanFiles) -> Gathered:
    """Return the tables of a plan; raise InputError where an edition cannot be read."""
    editions = tuple(map(read_document_of, plan.editions))
    merged = first(editions[0][1])
    steps: list[tuple[Merged, tuple[Match, ...], Merged]] = []
    for (_, document), edition in zip(editions[1:], plan.editions[1:], strict=True):
        matches = match_rows(merged.document.initiatives, document.initiatives, edition.settled)
        before, merged = merged, merge(merged, document, matches)
        steps.append((before, matches, merged))
    return Gathered(editions, tuple(steps), merged)


def read_editions(plan: PlanFiles, tell: Tell, said: Sequence[Correction] = (), processes: int | None = None) -> EditedPlan:
    """Return a plan as its editions tell it, with the lines of its corrections and what people `said` on the screen.

    Raise InputError where an edition cannot be read or a line of the corrections does not fit. `processes` is as in read_parts.
    """
    return read_gathered(plan, gather(plan), tell, said, processes=processes)


def read_gathered(
    plan: PlanFiles,
    gathered: Gathered,
    tell: Tell,
    said: Sequence[Correction] = (),
    only: Collection[int] | None = None,
    processes: int | None = None,
) -> EditedPlan:
    """Return what read_editions does, from tables that were gathered before.

    `only`: the numbers of the rows to be read, where the others, and what each edition changed, are known already.
    """
    editions, steps, merged = gathered.editions, gathered.steps, gathered.merged
    corrections = (*read_corrections(plan.corrections), *said)
    newest = editions[-1][0]
    source = newest if newest.plan_title else replace(newest, plan_title=editions[0][0].plan_title, body=editions[0][0].body)
    tell(0.1, "数値と評価を読み取っています")
    of_all = 0.5 if steps else 0.9
    plan_reading = read_plan(
        merged.document, source, corrections, lambda share, step: tell(0.1 + of_all * share, step), processes, only
    )
    reading = _within_its_years(plan_reading, merged)
    found = _changes(steps, editions, tell, processes) if steps and only is None else ()
    doubtful = tuple(match for match in steps[-1][1] if match.is_doubtful) if steps else ()
    reading = replace(reading, findings=(*reading.findings, *map(_doubt, doubtful)))
    return EditedPlan(reading, merged, editions, found, doubtful, plan.name)


def _within_its_years(reading: PlanReading, merged: Merged) -> PlanReading:
    """Return the reading without what was concluded of years in which no edition has the row."""

    def within(one: Reading) -> Reading:
        covered = merged.covered[one.initiative.number]
        return replace(
            one,
            outcomes=tuple(outcome for outcome in one.outcomes if outcome.year in covered),
            findings=tuple(finding for finding in one.findings if finding.year is None or finding.year in covered),
        )

    covered = merged.covered
    findings = tuple(
        finding
        for finding in reading.findings
        if finding.number is None or finding.year is None or finding.year in covered.get(finding.number, ())
    )
    return replace(reading, readings=tuple(map(within, reading.readings)), findings=findings)


def _changes(
    steps: Sequence[tuple[Merged, tuple[Match, ...], Merged]],
    editions: Sequence[tuple[Source, Document]],
    tell: Tell,
    processes: int | None,
) -> tuple[EditionChange, ...]:
    """Return what each edition changed, by the numbers of the newest."""
    found: list[EditionChange] = []
    for (before, matches, after), (source, document) in zip(steps, editions[1:], strict=True):
        tell(0.6, f"前の版と比べています（{after.edition}版目）")
        old = {one.initiative.number: one for one in read_plan(before.document, source, processes=processes).readings}
        tied = {match.before for match in matches}
        ending = [number for number in old if number not in tied and number not in before.ended]
        numbers = _numbers_of_ended(before, after, matches)
        new = read_plan(document, source, processes=processes).readings
        ended = {number: numbers[number] for number in ending}
        found += [EditionChange(after.edition, change) for change in changes_between(old, new, matches, ended)]
    return _renumbered(found, steps)


def _numbers_of_ended(before: Merged, after: Merged, matches: Sequence[Match]) -> dict[int, int]:
    """Return the number that each row that is not in the newer edition has in the plan, by the one it had."""
    tied = {match.before for match in matches}
    old = [row.number for row in before.document.initiatives if row.number not in tied]
    new = [row.number for row in after.document.initiatives if row.number in after.ended]
    return dict(zip(old, new, strict=True))


def _renumbered(
    found: Sequence[EditionChange], steps: Sequence[tuple[Merged, tuple[Match, ...], Merged]]
) -> tuple[EditionChange, ...]:
    """Return the changes by the numbers that their rows have in the newest edition."""
    known = list(found)
    for before, matches, after in steps[1:]:
        numbers = _numbers_of_ended(before, after, matches) | {match.before: match.number for match in matches}
        known = [
            one
            if one.edition >= after.edition
            else replace(one, change=replace(one.change, number=numbers.get(one.change.number, one.change.number)))
            for one in known
        ]
    return tuple(known)


def _doubt(match: Match) -> Finding:
    message = f"前の版の番号{match.before}の続きとみました（{match.reason}）。違うときは、取り込みの画面で選び直してください。"
    return Finding(FindingKind.DOUBTFUL_MATCH, Severity.WARNING, message, number=match.number)


def only(document: Path, corrections: Path) -> PlanFiles:
    """Return the plan that is one document."""
    return PlanFiles(1, "", (Edition(document),), corrections)
