"""Work is left to a later year by words that name one: 残りは令和3年度に行う, 次年度に改めて公募する."""

from loaders.outcomes.predicates import MERE_PLAN, Predicate
from loaders.outcomes.statements import Statement
from loaders.patterns import Pattern
from loaders.prose.eras import NEXT_YEAR, find_fiscal_year
from loaders.prose.widths import narrow

_NEXT_YEAR = Pattern(NEXT_YEAR)
_INTENDS = MERE_PLAN | {Predicate.STUDIED}


def is_for_later_year(statement: Statement, year: int) -> bool:
    """Say whether a sentence that tells of no work done leaves work to a year after `year`."""
    return statement.predicate in _INTENDS and names_later_year(narrow(statement.sentence.text), year)


def names_later_year(words: str, year: int) -> bool:
    """Say whether words name a year after `year`."""
    named = find_fiscal_year(words)
    return _NEXT_YEAR.search(words) is not None or (named is not None and named > year)
