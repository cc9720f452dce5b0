"""A year before the work begins, or between its turns, has nothing to evaluate: R3からの新規取組のため、実績なし, 隔年実施.

Work that was due and was put off to a later year is another matter: 令和3年度に実施予定 says nothing of this kind.
"""

from dataclasses import dataclass
from typing import Final

from loaders.patterns import Pattern
from loaders.prose.eras import find_fiscal_year
from loaders.prose.vocabulary import any_of, load_rows, load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What is looked for below; vocabulary/not_due.toml tells what it means, with examples."""

    measured: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

# Words by which the year is none of the work's years, by which the work begins with a year that they name, and by which the
# figures of the year are not known yet: numbers in brackets behind them are no results.
NOT_DUE_WORDS: Final = load_rows(words_of(__file__, "none_of_its_years"))
BEGINS_WORDS: Final = load_rows(words_of(__file__, "begins"))
NOT_KNOWN_YET_WORDS: Final = load_rows(words_of(__file__, "not_known_yet"))
# Plans that tell no more than that the work begins, or comes round again, in a year that they name. The same words in a longer
# plan are of something else: 令和元年度より追加した窓口で相談を実施する.
NOT_YET_WORDS: Final = load_rows(words_of(__file__, "not_yet"))
FIGURE_UNKNOWN_WORDS: Final = load_rows(words_of(__file__, "figure_unknown"))
_FIGURE_UNKNOWN = any_of(FIGURE_UNKNOWN_WORDS)
_NOT_DUE = any_of(NOT_DUE_WORDS)
_BEGINS = any_of(BEGINS_WORDS)
_NOT_YET = any_of(NOT_YET_WORDS, behind=r"[\s。]*")
_MERE_NOTE = Pattern(r"\([^()]*\)|[\s。・、*※ー\-－―]")
# A note ends with the words that tell it, but for である, です and the like.
_TRAILING_SIGNS = 4


def is_not_due(evaluation: str, year: int) -> bool:
    """Say whether an evaluation of `year` tells that nothing was to be done in it.

    >>> is_not_due("令和元年度から開始のため", 2018), is_not_due("令和元年度から開始のため", 2020)
    (True, False)
    """
    words = narrow(evaluation)
    begins = _BEGINS.search(words)
    first = find_fiscal_year(begins[0]) or year + 1 if begins else year
    return _NOT_DUE.search(words) is not None or first > year


def is_not_known_yet(sentence: str) -> bool:
    """Say whether a sentence tells no more than that the year's figures are not known yet.

    >>> [is_not_known_yet(told) for told in ("集計中（9月確定）", "集計中のデータを整理し、公表した。", "速報待ち")]
    [True, False, True]
    """
    words = _MERE_NOTE.sub("", narrow(sentence))
    return any(
        match.end() >= len(words) - _TRAILING_SIGNS for row in NOT_KNOWN_YET_WORDS for match in row.pattern.finditer(words)
    )


def is_figure_unknown(sentence: str) -> bool:
    """Say whether a sentence tells that the figure itself is not out: 死傷者数はまだつかめない, ここには数値を記していない."""
    return _FIGURE_UNKNOWN.search(narrow(sentence)) is not None


def is_measured(plan: str) -> bool:
    """Say whether a plan asks for a value that somebody measures: 満足度80%以上, 排出量 15%減."""
    return _SIGNS.measured.search(narrow(plan)) is not None


def is_not_yet(plan: str, year: int) -> bool:
    """Say whether the plan of `year` is but a note that the work begins in a later year, which it names.

    >>> is_not_yet("平成30年度より追加", 2017), is_not_yet("平成30年度より追加", 2018)
    (True, False)
    """
    words = narrow(plan).strip()
    named = find_fiscal_year(words)
    return named is not None and named > year and _NOT_YET.fullmatch(words) is not None
