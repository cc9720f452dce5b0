"""What was concluded about a row is weighed as a whole, once all of it is known: figures against figures and against words."""

from dataclasses import replace

from loaders.doubt import figures, judgements
from loaders.model import Indicator, IndicatorYear, Outcome, Reading

# A person's word is sure.
CORRECTED = "correction"


def weigh_reading(reading: Reading) -> Reading:
    """Return a reading whose conclusions bear how sure they are; no value and no status is changed."""
    reading = replace(reading, indicators=tuple(_weighed(reading, indicator) for indicator in reading.indicators))
    return replace(reading, outcomes=tuple(_weighed_outcome(reading, outcome) for outcome in reading.outcomes))


def _weighed(reading: Reading, indicator: Indicator) -> Indicator:
    return replace(indicator, years=tuple(_weighed_year(reading, indicator, entry) for entry in indicator.years))


def _weighed_year(reading: Reading, indicator: Indicator, entry: IndicatorYear) -> IndicatorYear:
    if entry.is_corrected:
        return replace(entry, confidence=1.0, rule=CORRECTED)
    sign = figures.weigh(reading, indicator, entry)
    return replace(entry, confidence=sign.confidence, rule=sign.rule)


def _weighed_outcome(reading: Reading, outcome: Outcome) -> Outcome:
    return outcome if outcome.is_corrected else replace(outcome, confidence=judgements.weigh(reading, outcome))
