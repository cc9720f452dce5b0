"""A judgement is no surer than what it rests on: figures held against each other, or words that answer the plan.

A second reader that knows no rule casts doubt where it would have read the year otherwise.
"""

from collections.abc import Iterator

from loaders.confidence import DOUBTED, is_doubtful
from loaders.doubt.features import Texts
from loaders.doubt.figures import STATED_BY_GRID
from loaders.doubt.reader import Impression, read
from loaders.doubt.signs import DoubtSign
from loaders.model import Finding, FindingKind, Kind, Outcome, Place, Reading, Severity, Status

# Words claim success, and a numeric target of the year has no result.
UNANSWERED_TARGET = DoubtSign(DOUBTED, "unanswered_target")
# The second reader gives what the rules read less than this. Chosen with `python -m tests.gold.reader --study`: of 1,048 years
# at first sight it takes the doubtful from 7 % to 16 %, and the wrong ones among them from 36 to 67 of 93.
UNLIKELY_BELOW = 0.2
# Where figures held against each other decide, words weigh less: of 229 years so judged in seven tables that it was not trained
# on, the reader would doubt 47 as it does words and 22 by this; five of the nine wrong ones are among either.
UNLIKELY_FIGURES_BELOW = 0.05
# The second reader says 繰越 more surely than this where the rules do not: of single years, each set left out, it said so of 28
# that labels settle, and was right of 19 (above 0.5 of 28 of 47). Where the rules read 繰越 and it does not, they were mostly
# right.
CARRIED_OVER_ABOVE = 0.6
READERS_DISAGREE = DoubtSign(DOUBTED, "readers_disagree")
# What rules but guess, or judge as missed by a doubtful figure, is borne out by the second reader from this likelihood on. From
# 0.65 on, of guesses in single years, each set left out, 74 of 75 were right; but in words of other hands that left wrong years
# unmarked. At this, of the years of tables never learnt from, 14.7 % are marked where 16.3 % were, and 1.1 % wrong without a
# mark where 0.9 % were.
BORNE_OUT_FROM = 0.8
BORNE_OUT = 0.6
FIGURES = "figures"

TARGET_MISSED = "target_missed"
_BY_FIGURES = frozenset({"targets_reached", TARGET_MISSED})


def weigh(reading: Reading, outcome: Outcome, impression: Impression) -> float:
    """Return how sure a judgement is, from its own confidence on down; the reading's figures have been weighed."""
    is_likely = is_borne_out(reading, outcome, impression)
    own = BORNE_OUT if is_likely and is_doubtful(outcome.confidence) else outcome.confidence
    is_missed = is_likely and outcome.rule == TARGET_MISSED
    left = [sign.confidence for sign in _signs(reading, outcome, impression) if not (is_missed and sign.rule == FIGURES)]
    return min([own, *left])


def is_borne_out(reading: Reading, outcome: Outcome, impression: Impression) -> bool:
    """Say whether the second reader finds likely what the rules read, of words at their true place."""
    places = [cell.confidence for cell in reading.cells if cell.place == Place(Kind.RESULT, outcome.year)]
    return min(places, default=1.0) >= BORNE_OUT and impression.statuses[outcome.status] >= BORNE_OUT_FROM


def _signs(reading: Reading, outcome: Outcome, impression: Impression) -> Iterator[DoubtSign]:
    entries = [year for indicator in reading.indicators for year in indicator.years if year.year == outcome.year]
    if outcome.rule in _BY_FIGURES:
        yield from (DoubtSign(entry.confidence, FIGURES) for entry in entries if entry.is_met is not None)
    elif outcome.status.is_carried_out and any(e.target is not None and e.result is None for e in entries):
        yield UNANSWERED_TARGET
    if casts_doubt(reading, outcome, impression):
        yield READERS_DISAGREE


def casts_doubt(reading: Reading, outcome: Outcome, impression: Impression) -> bool:
    """Say whether the second reader speaks against a judgement: not where a table's grid states the figures that it rests on.

    Of words it knows how such years are written; of bare figures it does not know which way is better.
    """
    judged = [y for i in reading.indicators for y in i.years if y.year == outcome.year and y.is_met is not None]
    stated = [q for year in judged for q in (year.target_quantity, year.result_quantity) if q is not None]
    is_of_grid = outcome.rule in _BY_FIGURES and bool(stated) and all(q.rule == STATED_BY_GRID.rule for q in stated)
    return not is_of_grid and disagrees(outcome, impression)


def disagrees(outcome: Outcome, impression: Impression) -> bool:
    """Say whether the second reader finds what the rules read unlikely, or 繰越 where they do not."""
    if outcome.rule in _BY_FIGURES:
        return impression.statuses[outcome.status] < UNLIKELY_FIGURES_BELOW
    return impression.statuses[outcome.status] < UNLIKELY_BELOW or _goes_on(outcome, impression)


def _goes_on(outcome: Outcome, impression: Impression) -> bool:
    return not outcome.is_carried_over and impression.carried_over > CARRIED_OVER_ABOVE


def impression_of(reading: Reading, year: int) -> Impression:
    """Return what the second reader makes of a year's words at their true places."""
    places = (Place(Kind.RESULT, year), Place(Kind.PLAN, year), Place(Kind.PLAN, year + 1))
    return read(Texts(*(_words(reading, place) for place in places)))


def _words(reading: Reading, place: Place) -> str:
    return " ".join(cell.text for cell in reading.cells if cell.place == place and cell.text.strip())


def disagreement(reading: Reading, outcome: Outcome, impression: Impression) -> Finding:
    """Return the finding that tells both readings, for a person to settle."""
    other = impression.likeliest.label_ja
    if _goes_on(outcome, impression):
        other = f"{Status.UNMET.label_ja}のまま翌年度以降へ繰越"
    message = (
        f"判定は「{outcome.status.label_ja}」ですが、書きぶりの似たほかの評価からは「{other}」とも読めます。"
        "原文を確認してください。"
    )
    words = _words(reading, Place(Kind.RESULT, outcome.year))
    return Finding(FindingKind.READERS_DISAGREE, Severity.WARNING, message, words, reading.initiative.number, outcome.year)
