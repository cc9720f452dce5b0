"""What a heading means that no cue knows, as like headings of labelled tables would have it: やったこと is what came of a year.

Cues explain themselves and know the words that somebody thought of. This reader has only seen which headings people took for
what (tests/gold/headings; `make reader` trains it): the signs of a heading and how it begins and ends, and what its cells look
like. It is asked where the cues are silent or unsure, and what it says is never as sure as a word that is known.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from loaders.mapping.model.looks import Evidence
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_years import LONGEST, shape, without_year, year_in
from loaders.prose.trained import checksum, likelihoods, placed, scores, weights

# A row for each use, a column for each feature, and the last one for what holds without any.
WEIGHTS_PATH: Final = Path(__file__).with_name("unknown_headings.npy")
# A column of directions is known by its cells, whatever heads it.
USES: Final = tuple(use for use in Use if use is not Use.DIRECTION)
# A power of two: the checksum is cut to it.
SIZE: Final = 1 << 13
# What a block's features weigh together: the heading's signs, how it begins and ends, its cells.
WEIGHTS: Final = {"signs": 1.0, "ends": 0.6, "cells": 0.6}
_LOOKS: Final = (
    *("values", "sentences", "years", "bare_years", "kinds", "units"),
    *("sections", "grades", "codes", "leads", "aimed", "pairs"),
)


@lru_cache(maxsize=4096)
def likely_uses(heading: str, evidence: Evidence) -> dict[Use, float]:
    """Return how likely each use of a column is by its headings, in one line, and its cells; none where they say nothing.

    >>> max(likely_uses("R5にやったこと", Evidence(9, sentences=0.9)).items(), key=lambda found: found[1])[0].value
    'result'
    """
    if not without_year(heading) or len(heading) > LONGEST:
        return {}
    shares = likelihoods(scores(weights(WEIGHTS_PATH), placed(blocks(heading, evidence), SIZE)))
    return {use: float(share) for use, share in zip(USES, shares, strict=True)}


def likeliest(heading: str, among: Collection[Use], least: float) -> Use | None:
    """Return the use that a heading's words alone make likeliest, None where it is none of those asked for, or less likely.

    >>> likeliest("めやす", [Use.TARGET], 0.4), likeliest("めやす", [Use.RESULT], 0.4)
    (<Use.TARGET: 'target'>, None)
    """
    uses = likely_uses(heading, Evidence(0))
    use, share = max(uses.items(), key=lambda found: found[1], default=(Use.UNREAD, 0.0))
    return use if use in among and share >= least else None


def blocks(heading: str, evidence: Evidence) -> Iterator[tuple[Iterable[int], float]]:
    """Yield the checksums of a column's features by blocks, each with what the block weighs."""
    for name, found in (("signs", _signs(heading)), ("ends", _ends(heading)), ("cells", _cells(heading, evidence))):
        yield [checksum(one, checksum(f"{name}:")) for one in found], WEIGHTS[name]


def _signs(heading: str) -> Iterator[str]:
    """Yield every run of up to four signs of a heading, its years each one sign."""
    marked = f"^{shape(heading)}$"
    return (marked[at : at + size] for size in range(1, 5) for at in range(len(marked) - size + 1))


def _ends(heading: str) -> Iterator[str]:
    """Yield how a heading's words begin and end, without years and brackets, and all of them."""
    marked = f"^{without_year(heading)}$"
    for size in range(2, 6):
        yield f"begins {marked[:size]}"
        yield f"ends {marked[-size:]}"
    yield f"is {marked}"


def _cells(heading: str, evidence: Evidence) -> Iterator[str]:
    """Yield what the cells look like: of each kind none, some or most of them; and whether the heading names a year."""
    for look in _LOOKS:
        share = getattr(evidence, look)
        yield f"{look} {0 if share == 0 else 1 if share < _MOST else 2}"
    yield f"none {evidence.count == 0}"
    yield f"length {min(4, int(evidence.length) // 5)}"
    yield f"year {year_in(heading) is not None}"


_MOST: Final = 0.5
