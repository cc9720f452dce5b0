"""Reading goes one way: rows, cells at their true places, numbers, series, outcomes, and how sure each is.

A person's word is put in at each step.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.alignment.customs import find_customs
from loaders.corrections.findings import settle_findings
from loaders.corrections.fitting import Misfit, check_fit, followed
from loaders.corrections.form import Correction, Item
from loaders.corrections.promises import correct_promises
from loaders.model import Finding, FindingKind, Reading, Severity
from loaders.outcomes.promised import judge_promises
from loaders.parts import Around, Progress, read_parts, read_rows, say_nothing
from loaders.table.document import Document
from loaders.table.names import find_misspelt_names
from loaders.table.program_codes import repair_codes
from loaders.table.sidecar import Source

# Where names of goals and policies come from that no sidecar gives.
NAMED_BY_TABLE = "資料の表"


@dataclass(frozen=True)
class PlanReading:
    """All that was concluded about a plan: what it is, its rows, what is odd about the plan as a whole, who corrected what.

    `misfits` are those of the corrections that were not applied, since they do not fit any more.
    """

    title: str
    body: str
    document_title: str
    years: tuple[int, ...]
    evaluated_years: tuple[int, ...]
    source: Source
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    corrections: tuple[Correction, ...]
    misfits: tuple[Misfit, ...] = ()


def read_plan(
    document: Document,
    source: Source,
    corrections: Sequence[Correction] = (),
    progress: Progress = say_nothing,
    processes: int | None = None,
    only: Collection[int] | None = None,
) -> PlanReading:
    """Return all that the loaders conclude from a document; raise CorrectionError where a line of the file does not fit it.

    `progress` is told the share of the rows that are read, and what a person may be told; `processes` is as in read_parts.
    `only`: the numbers of the rows to be read, where the others are known already.
    """
    unfit: list[Misfit] = []
    names = {row.number: row.activity for row in document.initiatives}
    fitting = check_fit(corrections, names, document.places, unfit)
    initiatives, code_findings = repair_codes(document.initiatives)
    by_number: dict[int, tuple[Correction, ...]] = {}
    for correction in fitting:
        by_number[correction.number] = (*by_number.get(correction.number, ()), correction)
    around = Around(find_customs(initiatives), document.evaluated_years, by_number, source.file_name, document.is_sure)
    if only is None:
        parts = list(read_parts(initiatives, around, progress, processes))
    else:
        parts = list(read_rows(initiatives, around, only))
    document_title = source.title or document.title or source.file_name
    readings = tuple(reading for part in parts for reading in part.readings)
    findings = (
        *document.findings,
        *code_findings,
        *find_misspelt_names(initiatives, source.body),
        *(finding for part in parts for finding in part.in_words),
        *(finding for part in parts for finding in part.in_numbers),
    )
    unfit += [misfit for part in parts for misfit in part.misfits]
    looked_at = [c for c in fitting if c.item is Item.FINDING and (only is None or c.number in only)]
    readings, findings = _settled(readings, findings, looked_at, unfit)
    readings = tuple(_promising(one, document, by_number.get(one.initiative.number, ()), unfit) for one in readings)
    return PlanReading(
        title=source.plan_title or document_title,
        body=source.body,
        document_title=document_title,
        years=document.years,
        evaluated_years=document.evaluated_years,
        source=_with_parts(source, document),
        readings=readings,
        findings=(*findings, *(_told(misfit, names, document.years) for misfit in unfit)),
        corrections=tuple(followed(correction, names) for correction in corrections),
        misfits=tuple(unfit),
    )


def _with_parts(source: Source, document: Document) -> Source:
    """Return what is known of a document with the names of goals and policies that its table gives; its sidecar goes before."""
    if not document.parts:
        return source
    return replace(source, parts={**document.parts, **source.parts}, parts_source=source.parts_source or NAMED_BY_TABLE)


def _promising(reading: Reading, document: Document, corrections: Sequence[Correction], unfit: list[Misfit]) -> Reading:
    """Return a reading with what its row promises by a year, and what became of it."""
    promises = judge_promises(reading, max(document.years, default=0), document.evaluated_years)
    return replace(reading, promises=correct_promises(promises, corrections, unfit))


def _settled(
    readings: tuple[Reading, ...], findings: tuple[Finding, ...], corrections: Sequence[Correction], unfit: list[Misfit]
) -> tuple[tuple[Reading, ...], tuple[Finding, ...]]:
    """Return readings and findings of the plan with what people have looked at marked as settled."""
    if not corrections:
        return readings, findings
    everything = [*(finding for reading in readings for finding in reading.findings), *findings]
    rest = iter(settle_findings(everything, corrections, unfit))
    marked = tuple(replace(reading, findings=tuple(next(rest) for _ in reading.findings)) for reading in readings)
    return marked, tuple(rest)


def _told(misfit: Misfit, names: Mapping[int, str], years: Sequence[int]) -> Finding:
    """Return the finding that tells a person of a word that was not put in."""
    correction = misfit.correction
    message = (
        f"{correction.who}さんの訂正（{correction.item.label_ja}「{correction.expected}」→「{correction.corrected}」）は、"
        f"今の読み取り「{misfit.found}」と合わないため、反映していません。"
    )
    number = correction.number if correction.number in names else None
    year = correction.year if correction.year in years else None
    return Finding(FindingKind.CORRECTION_MISFIT, Severity.WARNING, message, "", number, year)
