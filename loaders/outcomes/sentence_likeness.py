"""What a sentence says of the planned work, where no phrase of the vocabulary tells: as like sentences do that people labelled.

看板はまだ倉庫にある and 予約制の窓口が代わりを務めた tell of work left undone by words that no list can hold. A sentence is
seen as its signs, those of its last clause and its end, its kana alone, and how it answers the plan. `make reader` trains
the weights (tests/gold/sentences.py).
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from loaders.patterns import Pattern
from loaders.prose.pieces import fold, pairs, pieces
from loaders.prose.trained import checksum, likelihoods, placed, scores, weights
from loaders.prose.widths import narrow


class Telling(StrEnum):
    """What a sentence tells of the planned work."""

    FAILED = "failed"  # 看板はまだ倉庫にある, 橋の手前で止まっている
    LATE = "late"  # 年度をまたいだが仕上がった
    DONE = "done"  # 3基とも引渡しを受けた
    STUDIED = "studied"  # 二つの案を比べている
    NEXT = "next"  # 来春に取りかかる
    ENDED = "ended"  # 役目を終えたので閉じた
    NOTHING_TO_TELL = "nothing_to_tell"  # 相談はなかった, 集計は秋になる
    ASIDE = "aside"  # 前の年は雪が多かった


# A row for each, and one for how much a feature tells by being rare; a column for each feature, and the last one for what holds
# without any.
WEIGHTS_PATH: Final = Path(__file__).with_name("sentence_likeness.npy")
TELLINGS: Final[tuple[Telling, ...]] = tuple(Telling)
# The checksum of a feature is cut to it: so large that few features share a place, and the weights stay below 2 MB.
SIZE: Final = 110_000
# What a block's features weigh together, and how long its pieces are.
WEIGHTS: Final = {"sentence": 1.0, "last": 0.6, "end": 0.6, "kana": 0.6, "answer": 0.4}
_LONGEST_PIECE: Final = 3
_KANA_PIECES: Final = (2, 4)
_END_PIECES: Final = range(2, 9)

_KANJI = Pattern(r"[一-鿿々]+")
_DIGITS = Pattern(r"\d+")


def features(
    plan: str, sentence: str, telling: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Return the places of a sentence's features in a row of weights, and what each counts by how much it tells.

    `telling` says so of each place, and of what holds without any.
    """
    return placed(((sums, WEIGHTS[name]) for name, sums in checksums(plan, sentence)), len(telling) - 1, telling)


def checksums(plan: str, sentence: str) -> Iterator[tuple[str, list[int]]]:
    """Yield the checksums of a sentence's features by the name of their block."""
    for name, found in _blocks(plan, sentence):
        yield name, [checksum(one) for one in found]


def _blocks(plan: str, sentence: str) -> Iterator[tuple[str, list[str]]]:
    folded = fold(sentence).rstrip("。 ")
    last, ended = folded.rsplit("、", 1)[-1], f"{folded}$"
    kana = _KANJI.sub("漢", folded)
    yield "sentence", [f"s:{piece}" for piece in pieces(folded, 1, _LONGEST_PIECE)]
    yield "last", [f"l:{piece}" for piece in pieces(last, 1, _LONGEST_PIECE)]
    yield "end", [f"e:{ended[-size:]}" for size in _END_PIECES]
    yield "kana", [f"k:{piece}" for piece in pieces(kana, *_KANA_PIECES)]
    yield "answer", [f"a:{fact}" for fact in _answers(narrow(plan), narrow(sentence))]


def _answers(plan: str, sentence: str) -> Iterator[str]:
    """Yield how a sentence answers the plan: what of it is named, and whether figures stand in both."""
    last = sentence.rstrip("。 ").rsplit("、", 1)[-1]
    yield f"names {min(3, len(pairs(sentence) & pairs(plan)))}"
    yield f"last names {min(2, len(pairs(last) & pairs(plan)))}"
    yield f"length {min(6, len(sentence) // 12)}"
    told, planned = set(_DIGITS.findall(sentence)), set(_DIGITS.findall(plan))
    yield f"figures {bool(told)}, planned {bool(planned)}"
    yield f"same figure {bool(told & planned)}"


@lru_cache(maxsize=4096)
def tells(plan: str, sentence: str) -> dict[Telling, float]:
    """Return how likely a sentence tells each thing of the planned work; the shares add up to 1."""
    return likely(weights(WEIGHTS_PATH), plan, sentence)


def likely(table: npt.NDArray[np.float64], plan: str, sentence: str) -> dict[Telling, float]:
    """Return how likely a sentence tells each thing by a table of weights."""
    shares = likelihoods(scores(table[:-1], features(plan, sentence, table[-1])))
    return dict(zip(TELLINGS, map(float, shares), strict=True))
