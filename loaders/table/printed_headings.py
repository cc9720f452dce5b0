"""A heading says what a column holds, its position says nothing; and every city words its headings its own way.

These are whole headings of a table that was printed (担当課, 所管部署): known or not, with no doubt between. The words are
those of heading_words.py, which the reader of any grid shares; it weighs them against what stands below.
"""

import unicodedata
from functools import lru_cache

from loaders.model import Kind, Place
from loaders.patterns import Pattern
from loaders.prose.arrows import ARROWS
from loaders.prose.eras import ERAS, find_eraless_year, find_fiscal_year, without_fiscal_year
from loaders.table import heading_words as words
from loaders.table.heading_words import Field, Meaning

# What a heading of 現状及び事業目標 is made of, whichever years it names: 現状(平成30年度)と目指す姿(令和4年度).
_STATES = (
    "現状|現況|現在(?:状況)?|課題|背景|基準値?|実態|出発点|(?:計画|事業)?(?:策定|開始|着手)[時前](?:状況|現状|実態|値)?"
    "|(?:計画)?当初(?:状況|値)?"
)
_AIMS = (
    "(?:事業|数値|最終|到達|達成|計画|成果|最終年度|計画期間|期間)*目標値?|(?:目指す|めざす)(?:べき)?(?:姿|水準|値|ところ)"
    "|あるべき姿|将来像|到達(?:点|水準)|最終(?:値|年度)?"
)
_STATE_AND_AIM = Pattern(
    rf"(?=.*(?:{_STATES}))(?:(?:{_STATES}|{_AIMS})(?:値|と|及び|並びに|および|から|[{ARROWS}~〜、,]|より)*)+"
)
_AIM = Pattern(_AIMS)
# A heading without a year that ends so states or aims, whatever stands before: 計画期間における到達目標.
_STATES_OR_AIMS = Pattern(r".{1,14}(?:目標|現状|現況)値?")

_SIGNS = str.maketrans("", "", "()[]〔〕【】<>〈〉《》「」:・-_/の")
_ASIDE = Pattern(r"\([^()]*\)|\[[^\[\]]*\]|〔[^〔〕]*〕")
# Longer than any heading: what ends in a heading's word here is a sentence.
LONGEST = 20


@lru_cache(maxsize=4096)
def bare_words(text: str) -> str:
    """Leave out the signs with which headings are set apart, so that '実績(令和2年度)' is said as '令和2年度実績'."""
    return without_fiscal_year(text).translate(_SIGNS).casefold()


# Whole headings of what a column says of the initiative, the first that fits. 区分 alone may part anything: 目標 and 実績, too.
_FIELDS = tuple(
    (field, Pattern(pattern))
    for field, pattern in (
        (Field.NUMBER, words.NUMBER),
        (Field.LEAD, words.LEAD),
        (Field.DEPARTMENT, words.DEPARTMENT),
        (Field.UNIT, f"(?:指標)?{words.UNIT}"),
        (Field.MEASURE, f"(?:評価|成果|活動|目標|数値|管理|重要業績評価)?(?:{words.MEASURE})"),
        (Field.ACTIVITY, f"(?:実施|事業|取組|施策|具体的)?(?:{words.ACTIVITY})|具体的な取組"),
        (Field.PROGRAM, f"(?:実施|事務|具体的)?(?:{words.WORK})(?:名称?|項目)?|{words.WORK_ITEM}|(?!区分)(?:{words.GROUP})"),
    )
)
# Where a heading names a year, what its end says of it; the longest end counts. 対計画量 holds one against the plan.
_YEARLY = (
    (Kind.PLAN, Pattern(f"(?<!対)(?:{words.TARGET}|{words.PLANNED_WORK}|取組事項)$")),
    (Kind.RESULT, Pattern(f"(?:{words.RESULT}|{words.EVALUATION}|効果|決算|所見)$")),
)
_FINAL = Pattern(words.FINAL_GOAL)
# Where it names none: how things stood, and what they shall come to.
_YEARLESS = Pattern(f"(?:{words.STATE})値?|{words.BASELINE}|{words.FINAL_GOAL}|(?:事業|数値|年次)?目標値?")
# Where a heading without an era stands beside none with one, it is of the eras that adjoin here: 30年度, 元年度, 2年度.
LATEST_ERA = ERAS[0].first_year


def bare_without_aside(text: str) -> str:
    """Return the bare words of a heading without what stands in brackets."""
    return bare_words(_ASIDE.sub("", unicodedata.normalize("NFKC", text)))


def states_and_aims(text: str) -> bool:
    """Return whether a heading says that its cells tell how things stand and what they shall come to.

    >>> states_and_aims("現状(H30)→最終(R10)"), states_and_aims("策定時の実態・めざす水準"), states_and_aims("現状値")
    (True, True, False)
    """
    words = bare_without_aside(text)
    return _STATE_AND_AIM.fullmatch(words) is not None and _AIM.search(words) is not None


def aims(text: str) -> bool:
    """Return whether a heading names what shall be reached, alone or beside a state.

    >>> aims("R2当初目標"), aims("現状値（H28）")
    (True, False)
    """
    return _AIM.search(bare_without_aside(text)) is not None


def read_heading(text: str, near: int = LATEST_ERA) -> Meaning:
    """Return what the column under this heading holds, None where the heading is not known.

    `near` is a year that a neighbouring heading names, which tells the era of one that names none (30年度実績).

    >>> read_heading("平成29年度内容及び目標"), read_heading("2年度実績", near=2019)
    (Place(kind=<Kind.PLAN: 'plan'>, year=2017), Place(kind=<Kind.RESULT: 'result'>, year=2020))
    """
    year = find_fiscal_year(text) or find_eraless_year(text, near)
    bare, without_aside = bare_words(text), bare_without_aside(text)
    if _STATE_AND_AIM.fullmatch(without_aside):
        return Place(Kind.BASELINE_GOAL, None)
    kind = _kind_in_year(bare) or _kind_in_year(without_aside)
    if year is not None and kind is not None and not _FINAL.fullmatch(without_aside):
        return Place(kind, year)
    if _YEARLESS.fullmatch(bare) or _YEARLESS.fullmatch(without_aside):
        return Place(Kind.BASELINE_GOAL, None)
    if year is not None:
        return None
    field = _field(bare) or _field(without_aside)
    return field or (Place(Kind.BASELINE_GOAL, None) if _STATES_OR_AIMS.fullmatch(without_aside) else None)


# Headings of a column that states but one of the two: 現状値 18分 beside 目標値 10分以内.
_ONE_STATEMENT = Pattern(r"(?P<state>現状|現況|基準|当初|策定時|ベースライン)|(?P<goal>目標|目指す|将来像|あるべき|到達点)")


def statement_label(heading: str) -> str:
    """Return the label that the heading of a column of 現状及び事業目標 is to its cells: whether they state or aim.

    '' where it says both or neither. The year that it names, and notes in brackets, are left out.

    >>> statement_label("基準値(H28)"), statement_label("令和6年度目標値"), statement_label("現状及び事業目標")
    ('基準値', '目標値', '')
    """
    found = {match.lastgroup for match in _ONE_STATEMENT.finditer(heading)}
    return without_fiscal_year(_ASIDE.sub("", unicodedata.normalize("NFKC", heading))) if len(found) == 1 else ""


def _field(bare: str) -> Field | None:
    return next((field for field, pattern in _FIELDS if pattern.fullmatch(bare)), None)


def _kind_in_year(bare: str) -> Kind | None:
    """Return what a year's heading names. The head of a Japanese phrase is its end: 目標に対する達成状況 is about 達成状況."""
    if len(bare) > LONGEST:
        return None
    ends = [(match.start(), kind) for kind, pattern in _YEARLY if (match := pattern.search(bare))]
    return min(ends)[1] if ends else None
