"""What was concluded about a row is weighed as a whole, once all of it is known: figures against figures and against words."""

from dataclasses import replace

from loaders.corrections.form import CORRECTED
from loaders.doubt import figures, judgements
from loaders.model import Finding, FindingKind, Indicator, IndicatorYear, Outcome, Reading

# A person's word is sure.


def weigh_reading(reading: Reading) -> Reading:
    """Return a reading whose conclusions bear how sure they are, and what to look at; no value and no status is changed."""
    reading = replace(reading, indicators=tuple(_weighed(reading, indicator) for indicator in reading.indicators))
    doubtful = (figures.doubt(reading, indicator, year) for indicator in reading.indicators for year in indicator.years)
    weighed = [_weighed_outcome(reading, outcome) for outcome in reading.outcomes]
    doubts = (*(finding for finding in doubtful if finding), *(finding for _, found in weighed for finding in found))
    settled = {o.year for before, (o, _) in zip(reading.outcomes, weighed, strict=True) if before.confidence < o.confidence}
    kept = tuple(f for f in reading.findings if f.kind is not FindingKind.DOUBTFUL_OUTCOME or f.year not in settled)
    return replace(reading, outcomes=tuple(outcome for outcome, _ in weighed), findings=kept + doubts)


def _weighed(reading: Reading, indicator: Indicator) -> Indicator:
    return replace(indicator, years=tuple(_weighed_year(reading, indicator, entry) for entry in indicator.years))


def _weighed_year(reading: Reading, indicator: Indicator, entry: IndicatorYear) -> IndicatorYear:
    if entry.is_corrected or entry.is_confirmed:
        return replace(entry, confidence=1.0, rule=CORRECTED)
    sign = figures.weigh(reading, indicator, entry)
    return replace(entry, confidence=sign.confidence, rule=sign.rule)


def _weighed_outcome(reading: Reading, outcome: Outcome) -> tuple[Outcome, tuple[Finding, ...]]:
    """Return an outcome as sure as it is, and the second reader's doubt where it has one."""
    if outcome.is_corrected or outcome.is_confirmed:
        return outcome, ()
    impression = judgements.impression_of(reading, outcome.year)
    is_doubted = judgements.casts_doubt(reading, outcome, impression)
    found = (judgements.disagreement(reading, outcome, impression),) if is_doubted else ()
    return replace(outcome, confidence=judgements.weigh(reading, outcome, impression)), found
