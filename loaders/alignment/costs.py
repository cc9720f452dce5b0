"""What it costs to believe that words belong under a heading: by what they say, and by what the row's other cells say.

The search for the cheapest arrangement of a row (search.py) adds these prices to those of its breaks.
"""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from loaders.alignment.cues import CLOSING, COUNT_LABEL, read_signs
from loaders.alignment.customs import Customs
from loaders.alignment.similarity import resemblance
from loaders.model import Kind, Place
from loaders.patterns import Pattern
from loaders.prose.dates import find_dates, fiscal_year
from loaders.prose.eras import ANY_ERA_YEAR, find_fiscal_year
from loaders.prose.moods import moods
from loaders.prose.widths import narrow

# What it takes to believe that a cell stands under no heading: it says another's words again, is another row's, or is empty.
DOUBLED = 2.0
FOREIGN = 2.5
EMPTY_INSERTED = 0.7
# An evaluation that is its plan's words again is more likely copied than any other words in plan mood.
COPIED = -0.5
# A row that ran up to the year before stops without a word.
BROKEN_OFF = 1.6
# Words that stand in the cells of one kind throughout the table (主担当課に準ずる。), under another heading.
UNCUSTOMARY = 2.0
# An initiative's last words (平成29年度で終了した) stand under whatever heading comes next.
LAST_WORDS = 0.5
# 平成31年3月31日現在, or a year that is the topic of a cell's first words, in a cell of another fiscal year.
OTHER_YEAR = 1.5
# More than any one way of breaking a row.
NOWHERE_ELSE = 5.0
# 【回数】1回 after a sentence is more likely that sentence's count than a cell of its own.
NO_SENTENCE = 0.6
# In a row whose other counts all follow sentences, counts alone are hardly a cell.
UNUSUAL_COUNTS = 1.5
# Words that begin or end with all that another cell of the row says may be two cells in one.
HOLDS = 0.8
LONG_ENOUGH = 8
# How alike two cells are when one is the other's words again.
SAME_WORDS = 0.9

_SENTENCE = Pattern(r"。\s*|(?<=[\d回件人])\s+")
_NUMBER = Pattern(r"\d+")
_COUNTED_THEN = Pattern(r"\s*(?:現在|時点|\))")
_TOPIC = Pattern(rf"(?P<year>{ANY_ERA_YEAR})[はに]")


@dataclass(frozen=True)
class RowTexts:
    """The texts of a row in printed order and the headings over them.

    `settled` are the cells whose columns' headings say what they state (基準値, 目標値): they stand where they belong.
    """

    texts: tuple[str, ...]
    places: tuple[Place, ...]
    customs: Customs = field(default_factory=Customs)
    settled: frozenset[int] = frozenset()

    @cached_property
    def last(self) -> int:
        """The index of the last cell with text, -1 in an empty row."""
        return max((i for i, text in enumerate(self.texts) if text.strip()), default=-1)

    def fit(self, cell: int, slot: int) -> float:
        """Return the price of taking printed cell `cell` for the one that heading `slot` names."""
        if (cell, slot) not in self._fits:
            self._fits[cell, slot] = self._fit(cell, slot)
        return self._fits[cell, slot]

    @cached_property
    def _fits(self) -> dict[tuple[int, int], float]:
        return {}

    def _fit(self, cell: int, slot: int) -> float:
        if cell in self.settled:
            return 0.0 if cell == slot else NOWHERE_ELSE
        if not self.texts[cell].strip():
            return self._silence(slot)
        price = self.words_fit(self.texts[cell], slot) + (HOLDS if self.holds_a_cell(cell) else 0.0)
        if cell == self.last and slot > 0 and CLOSING.search(self.texts[cell]):
            return min(price, LAST_WORDS) + (HOLDS if self.holds_a_cell(cell) else 0.0)
        copied = cell > 0 and resemblance(self.texts[cell], self.texts[cell - 1]) >= SAME_WORDS
        return price + COPIED if copied and self.places[slot].kind is Kind.RESULT and price >= 1.5 else price

    def words_fit(self, text: str, slot: int) -> float:
        """Return the price of words under heading `slot`."""
        if (text, slot) not in self._prices:
            self._prices[text, slot] = self._price(text, self.places[slot])
        return self._prices[text, slot]

    @cached_property
    def _prices(self) -> dict[tuple[str, int], float]:
        return {}

    def _price(self, text: str, place: Place) -> float:
        if place.kind is Kind.BASELINE_GOAL and self.customs.kinds.get(text.strip()) is place.kind:
            return 0.0
        years = _years_told(text) if place.year is not None else ()
        signs = read_signs(text).cost(place.kind) - self.customs.rebate(text, place.kind)
        price = signs + (OTHER_YEAR if years and place.year not in years else 0.0)
        strange = any(self.customs.kinds.get(part, place.kind) is not place.kind for part in _beginnings_and_ends(text))
        return price + (UNCUSTOMARY if strange else 0.0)

    def _silence(self, slot: int) -> float:
        ends_here = slot == len(self.places) - 1 and self.last == slot - 1 and slot > 0
        if ends_here and self.places[slot].kind is Kind.PLAN and not CLOSING.search(self.texts[self.last]):
            return BROKEN_OFF
        return 0.0

    def surplus(self, cell: int) -> float:
        """Return the price of leaving a printed cell without a heading."""
        if cell not in self._surplus:
            self._surplus[cell] = self._surplus_of(cell)
        return self._surplus[cell]

    @cached_property
    def _surplus(self) -> dict[int, float]:
        return {}

    def _surplus_of(self, cell: int) -> float:
        text = self.texts[cell]
        if not text.strip():
            return 0.0 if cell > self.last else EMPTY_INSERTED
        again = any(_holds(text, other) for i, other in enumerate(self.texts) if i != cell)
        return DOUBLED if again else FOREIGN

    def likeness(self, text: str, without: int) -> float:
        """Return how like another cell of the row a text is, whichever: behind a lost cell the headings are off."""
        return max((resemblance(text, other) for i, other in enumerate(self.texts) if i != without), default=0.0)

    def stands_elsewhere(self, cell: int) -> bool:
        """Whether another cell of the row says the same: then it is one cell's words."""
        if cell not in self._elsewhere:
            text = self.texts[cell]
            self._elsewhere[cell] = any(i != cell and _says_the_same(text, other) for i, other in enumerate(self.texts))
        return self._elsewhere[cell]

    @cached_property
    def _elsewhere(self) -> dict[int, bool]:
        return {}

    def holds_a_cell(self, cell: int) -> bool:
        """Whether words begin or end with all that another cell of the row says."""
        return self._holds_a_cell[cell]

    @cached_property
    def _holds_a_cell(self) -> tuple[bool, ...]:
        bare = ["".join(text.split()) for text in self.texts]
        yearly = [place.year is not None for place in self.places]
        return tuple(
            any(
                LONG_ENOUGH <= len(o) <= len(text) - LONG_ENOUGH and (text.startswith(o) or text.endswith(o))
                for i, o in enumerate(bare)
                if i != cell and yearly[i]
            )
            for cell, text in enumerate(bare)
        )

    def starts_like(self, text: str, without: int) -> bool:
        """Whether another cell of the row starts with the same label: else a label goes with the sentence before it."""
        label = text.split("】")[0]
        return any(i != without and other.lstrip().startswith(label) for i, other in enumerate(self.texts))

    def no_sentence(self, cell: int) -> float:
        """Return the price of taking counts alone for a cell: less where the row has other cells of that form."""
        usual = any(i != cell and COUNT_LABEL.match(other.lstrip()) and not moods(other) for i, other in enumerate(self.texts))
        return NO_SENTENCE if usual else UNUSUAL_COUNTS


def _says_the_same(one: str, other: str) -> bool:
    return resemblance(one, other) >= SAME_WORDS and max(len(one), len(other)) <= 1.25 * min(len(one), len(other))


def _holds(text: str, other: str) -> bool:
    """Whether one text holds the other whole, or says nearly the same with the same numbers."""
    if len(other.strip()) < 8:
        return False
    if other in text or text in other:
        return True
    return _numbers(text) == _numbers(other) and resemblance(text, other) >= SAME_WORDS


@lru_cache(maxsize=1024)
def _numbers(text: str) -> tuple[str, ...]:
    return tuple(_NUMBER.findall(text))


@lru_cache(maxsize=4096)
def _beginnings_and_ends(text: str) -> frozenset[str]:
    """Return what stands before and behind the end of each sentence, the whole text too."""
    ends = {0, *(match.end() for match in _SENTENCE.finditer(text))}
    return frozenset(part.strip() for end in ends for part in (text[:end], text[end:]))


@lru_cache(maxsize=16384)
def _years_told(text: str) -> tuple[int, ...]:
    """Return the fiscal years that a cell says it tells of.

    It opens with one (R2は150mを施工する), or dates what it counted: 令和3年3月31日現在 is in 2020.
    """
    plain = narrow(text)
    topic = _TOPIC.match(plain)
    opened = find_fiscal_year(topic["year"]) if topic else None
    counted = (fiscal_year(mention.day) for mention in find_dates(plain) if _COUNTED_THEN.match(plain, mention.end))
    return (*counted, *(() if opened is None else (opened,)))
