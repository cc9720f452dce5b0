"""An initiative (実施事業) is read from its own cells: numbers, series, outcomes, and how sure each is."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.codes import ABOUT_OUTCOMES
from loaders.corrections.fitting import Misfit
from loaders.corrections.form import Correction
from loaders.corrections.indicators import correct_indicators
from loaders.corrections.outcomes import correct_outcomes
from loaders.doubt.weighing import weigh_reading
from loaders.lengths import beyond_reading, cells_in_brief, in_brief, to_be_tied
from loaders.model import Cell, Finding, Initiative, Reading
from loaders.numbers.quantities import read_quantities
from loaders.outcomes.judging import judge
from loaders.series.indicators import build_indicators
from loaders.series.stated import evaluated, prose, stated_indicators, stated_quantities


def read_initiative(
    row: Initiative,
    cells: Sequence[Cell],
    evaluated_years: Sequence[int],
    corrections: Sequence[Correction] = (),
    unfit: list[Misfit] | None = None,
) -> Reading:
    """Return what is concluded about a row whose cells stand at their true places.

    What was said on the screen and does not fit any more is added to `unfit`; without such a list it is raised.
    """
    unread: tuple[Finding, ...] = ()
    unplaced: tuple[Finding, ...] = ()
    brief, brief_cells = in_brief(row), cells_in_brief(cells)
    if row.measures:
        quantities, indicators = stated_quantities(row), stated_indicators(row)
    else:
        quantities, unread = read_quantities(row, prose(cells))
        indicators, unplaced = build_indicators(brief, prose(brief_cells), to_be_tied(quantities))
    indicators = correct_indicators(indicators, corrections, unfit)
    outcomes, doubts = judge(brief, evaluated(brief, brief_cells), indicators, evaluated_years)
    outcomes = correct_outcomes(outcomes, corrections, unfit)
    settled = {outcome.year for outcome in outcomes if outcome.is_corrected or outcome.is_confirmed}
    doubts = tuple(replace(doubt, is_settled=doubt.kind in ABOUT_OUTCOMES and doubt.year in settled) for doubt in doubts)
    reading = Reading(
        initiative=row,
        cells=tuple(cells),
        quantities=quantities,
        indicators=indicators,
        outcomes=outcomes,
        findings=tuple(
            finding if finding.number is not None else replace(finding, number=row.number)
            for finding in (*beyond_reading(row, () if row.measures else quantities), *unread, *unplaced, *doubts)
        ),
    )
    return weigh_reading(reading)
