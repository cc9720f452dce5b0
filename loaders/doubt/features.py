"""What a reader without rules sees of a year: which signs follow which in its texts, and how its numbers stand to the plan's.

Every piece of a text (up to four signs) is a feature, found by a checksum in one long row of weights, so that no vocabulary is
kept. The texts weigh as blocks of one length, the evaluation most: a long plan does not outvote a short evaluation. What each
sentence of the evaluation tells of the plan, as the reader of sentences has it, stands behind them in places of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from loaders.doubt.amounts_told import told_amounts
from loaders.outcomes.sentence_likeness import TELLINGS, Telling, likely
from loaders.patterns import Pattern
from loaders.prose.clauses import split
from loaders.prose.pieces import READ, fold, pairs, pieces
from loaders.prose.trained import checksum, placed, weights
from loaders.prose.widths import narrow

# A power of two: the checksum is cut to it. Behind come the places of what the sentences tell: the last one, the most that
# any does, all on average, and the first.
PIECES: Final = 1 << 16
SIZE: Final = PIECES + 4 * len(TELLINGS)
# What a block's features weigh together: evaluation, plan, next plan, and what is known of them beside their signs.
WEIGHTS: Final = {"evaluation": 1.0, "ends": 0.6, "plan": 0.3, "next": 0.3, "facts": 0.6, "answers": 0.6}

_NUMBER = Pattern(r"\d[\d,.]*")
# The sign before a verb's ending, acts that are done once, and words of a plan that takes work up again.
_ACT = Pattern(r"([一-鿿])[ぁ-ん]")
_ONCE = Pattern(r"導入|更新|設置|新設|策定|整備|開設|改修|建替|構築|作成|定める|つくる|作る")
_TAKES_UP = Pattern(r"残|再|改めて|引き続き")
_DENIED = Pattern(r"ず[、に]|ない|なかった|なく")
_STUDY = Pattern(r"検討|研究|調査|協議")
# What the sentences tell counts by this much a share: of tables and sets left out more reads none better.
_TOLD = 0.3
_END = 9
# A sentence of fewer signs tells nothing of itself.
_SHORTEST = 4
_SHORT = 12
_LONGEST = 6


@dataclass(frozen=True)
class Texts:
    """The words of one year, at their true places: its evaluation, its plan and the plan of the year after; '' where none."""

    evaluation: str
    plan: str
    next_plan: str

    @cached_property
    def folded(self) -> tuple[str, str, str]:
        """The three texts with every year and number made one, since no other table has the same."""
        return fold(self.evaluation), fold(self.plan), fold(self.next_plan)


# A reader of sentences (outcomes/sentence_likeness.py) that has seen lists of sentences only. That of the rules has seen
# labelled years too, and would tell more of these than of any that it meets.
SENTENCES_PATH: Final = Path(__file__).with_name("sentences.npy")
SENTENCES_SIZE: Final = 1 << 15
# What a sentence tells of a plan, as shares that add up to 1.
Tell = Callable[[str, str], Mapping[Telling, float]]


@lru_cache(maxsize=4096)
def tells(plan: str, sentence: str) -> Mapping[Telling, float]:
    """Return what a sentence tells of a plan, by sentences that stand in no labelled year."""
    return likely(weights(SENTENCES_PATH), plan, sentence)


def features(texts: Texts, tell: Tell = tells) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Return the places of a year's features in the row of weights, and what each counts.

    `tell` reads its sentences.
    """
    places, values = placed(((found, WEIGHTS[name]) for name, found in _blocks(texts)), PIECES)
    return np.concatenate([places, np.arange(PIECES, SIZE)]), np.concatenate([values, _told(texts, tell)])


def _told(texts: Texts, tell: Tell) -> npt.NDArray[np.float64]:
    """Return how far what the sentences tell is from telling nothing."""
    evaluation = texts.evaluation[:READ]
    sentences = (evaluation[sentence.start : sentence.end].strip() for sentence in split(evaluation))
    shares = [[*tell(texts.plan, words).values()] for words in sentences if len(words) >= _SHORTEST]
    if not shares:
        return np.zeros(SIZE - PIECES)
    told = _TOLD * (np.array(shares) - 1 / len(TELLINGS))
    return np.concatenate([told[-1], told.max(axis=0), told.mean(axis=0), told[0]])


def _blocks(texts: Texts) -> Iterator[tuple[str, Iterable[int]]]:
    """Yield the blocks by name, with the checksums of their features, some of them more than once."""
    evaluation, plan, following = texts.folded
    yield "evaluation", _sums_of_pieces("evaluation", evaluation, 1, 4)
    yield "ends", _sums_of_ends(texts.evaluation)
    yield "plan", _sums_of_pieces("plan", plan, 2, 3)
    yield "next", _sums_of_pieces("next", following, 2, 3)
    yield "facts", _sums("facts", _facts(texts))
    yield "answers", _sums("answers", _answers(texts))


def _begun(name: str) -> int:
    """Return the checksum that those of a block go on from."""
    return checksum(f"{name}:")


def _sums(name: str, words: Iterable[str]) -> Iterator[int]:
    begun = _begun(name)
    return (checksum(one, begun) for one in words)


@lru_cache(maxsize=1024)
def _sums_of_pieces(name: str, text: str, shortest: int, longest: int) -> tuple[int, ...]:
    """Return the checksum of every piece of a text: a piece's goes on from that of the piece without its last sign."""
    signs = [sign.encode() for sign in f"^{text}$"]
    states = [_begun(name)] * len(signs)
    found: list[int] = []
    for size in range(1, longest + 1):
        states = list(map(crc32, signs[size - 1 :], states))
        found += states if size >= shortest else ()
    return tuple(found)


def _sums_of_ends(evaluation: str) -> Iterator[int]:
    """Yield the checksums of how the sentences end, where Japanese says what became of a thing; of the last as such too."""
    sentences = split(evaluation[:READ])
    if not sentences:
        yield from _sums("ends", ("nothing said",))
    for sentence in sentences:
        end = fold(evaluation[sentence.start : sentence.end]).rstrip("。 ")[-_END:]
        yield from _sums_of_end(end, sentence is sentences[-1])


@lru_cache(maxsize=4096)
def _sums_of_end(end: str, is_last: bool) -> tuple[int, ...]:
    """Return the checksums of one sentence's end; there are few, and they come again and again."""
    marked = f"{end}$"
    tails = [marked[-size:] for size in range(2, 7)]
    place = "last" if is_last else "before"
    words = (
        *(f"any {tail}" for tail in tails),
        *(f"{place} {tail}" for tail in tails),
        *(f"near {piece}" for piece in pieces(marked, 3, 3)),
    )
    return tuple(_sums("ends", words))


def _answers(texts: Texts) -> Iterator[str]:
    """Yield how the evaluation answers the plan, and whether the next plan means the same work again."""
    said, plan, following = (narrow(text[:READ]) for text in (texts.evaluation, texts.plan, texts.next_plan))
    sentences = split(texts.evaluation[:READ])
    last = said[sentences[-1].clauses[-1].start :] if sentences else ""
    is_again = plan.strip("。 ") == following.strip("。 ")
    yield f"last clause names {min(2, len(pairs(last) & pairs(plan)))}"
    yield f"last clause does {bool(_acts(last) & _acts(plan))}"
    yield f"names {min(3, len(pairs(said) & pairs(plan)))}"
    yield f"next names {min(3, len(pairs(following) & pairs(plan)))}"
    yield f"next is the same {is_again}, once {_ONCE.search(plan) is not None}"
    yield f"no next {not following.strip()}"
    yield f"next takes up {_TAKES_UP.search(following) is not None}"
    yield f"sentences {min(4, len(sentences))}"
    yield f"figures {_NUMBER.search(said) is not None}, planned {_NUMBER.search(plan) is not None}"
    yield f"denied {len(_DENIED.findall(said))}"
    yield f"study {_STUDY.search(plan) is not None}"


def _acts(text: str) -> set[str]:
    return set(_ACT.findall(text))


def _facts(texts: Texts) -> Iterator[str]:
    """Yield what is known beside the signs: numbers held against the plan's, lengths, how much the texts share."""
    evaluation, plan, following = texts.folded
    yield from told_amounts(texts.plan, texts.evaluation)
    yield f"length {min(_LONGEST, len(evaluation) // 20)}"
    if len(evaluation) < _SHORT:
        yield f"all {evaluation}"
    if not plan:
        yield "no plan"
    said = pieces(plan, 3, 3)
    yield f"planned again {_share(said, pieces(following, 3, 3))}"
    yield f"said again {_share(said, pieces(evaluation, 3, 3))}"


def _share(one: frozenset[str], other: frozenset[str]) -> int:
    return int(4 * len(one & other) / max(len(one), 1))
