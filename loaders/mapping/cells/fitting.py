"""How well a column's cells fit what its heading may mean: a 評価 of letters is a grade, of sentences an evaluation."""

from collections.abc import Callable, Mapping

from loaders.mapping.model.looks import Evidence
from loaders.mapping.model.mapping import Use

_Fit = Callable[[Evidence], float]


def _words(most_values: float) -> _Fit:
    """Return how well cells fit names: not where they are values or years, and not at all where they are signs (↑, ↓)."""
    return lambda e: 0.0 if e.signs >= _SIGNS else 1.0 if e.values <= most_values and e.years < 0.8 else 0.15


# Of a column's cells, those without letters and numbers, from which on they name nothing.
_SIGNS = 0.8


# Of a column's cells, those that are no bare value, from which on their numbers are told in words: 企業の寄附２社減.
_TOLD = 0.9
# Of a column's cells, those that are verdicts and come again (Ａ, Ｂ, Ａ), from which on they part no items.
_VERDICTS = 0.8

# Of a column's cells, those that say which way is better, from which on the column does.
_DIRECTIONS = 0.8

_FITS: Mapping[Use, _Fit] = {
    Use.NUMBER: lambda e: 1.0 if e.count == 0 or (e.codes >= 0.5 and e.length <= 14) else 0.4,
    Use.UNIT: lambda e: 1.0 if e.count == 0 or (e.values < 0.3 and (e.length <= 10 or e.units >= 0.3)) else 0.2,
    Use.DIRECTION: lambda e: 1.0 if e.directions >= _DIRECTIONS else 0.0,
    Use.DEPARTMENT: lambda e: 1.0 if e.values < 0.3 and e.sentences < 0.7 else 0.3,
    Use.LEAD: lambda e: 1.0 if e.count == 0 or e.leads >= 0.6 else 0.1,
    Use.MEASURE: _words(0.5),
    Use.NAME: _words(0.5),
    Use.GROUP: lambda e: 0.3 if e.grades >= _VERDICTS and e.distinct < 1.0 else _words(0.6)(e),
    Use.ACTIVITY: lambda e: 1.0 if e.values < 0.3 else 0.2,
    Use.GRADE: lambda e: 1.0 if e.grades >= 0.6 and e.sentences < 0.3 else 0.6 if e.count == 0 else 0.1,
    Use.RATE: lambda e: 1.0 if e.values >= 0.5 or e.count == 0 else 0.15,
    Use.COMMENT: lambda e: 1.0 if (e.values < 0.4 or e.worded >= _TOLD) and e.grades < 0.6 else 0.25,
    # A sum of the years, or their average, may stand below them.
    Use.YEAR: lambda e: 1.0 if e.years + e.bare_years >= 0.8 or (e.years >= 0.6 and e.values < 0.2) else 0.05,
    Use.KIND: lambda e: 1.0 if e.kinds >= 0.6 else 0.05,
    Use.STATE_AND_AIM: lambda _: 1.0,
    Use.UNREAD: lambda _: 1.0,
}


def _valued_fit(seen: Evidence) -> float:
    """Return how well cells fit a value's or a sentence's column: not where they are verdicts, kinds, years or sections."""
    if seen.kinds >= 0.8 and seen.values < 0.2 and seen.sentences < 0.2:
        return 0.3
    if seen.years >= 0.8 and seen.values < 0.2:
        return 0.2
    if seen.count and seen.values < 0.1 and seen.sentences < 0.5 and seen.grades < 0.3:
        return 0.6
    if seen.grades >= 0.7 and seen.values < 0.3 and seen.sentences < 0.2:
        return 0.55
    return 0.4 if seen.sections >= 0.8 and seen.values < 0.2 else 1.0


def fit(use: Use, evidence: Evidence) -> float:
    """Return how well a column's cells fit a use, from 0 to 1."""
    return _FITS[use](evidence) if use in _FITS else _valued_fit(evidence)
