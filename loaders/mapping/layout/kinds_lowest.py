"""What is measured may stand below plan and result (計画 over 回数 and 人数): the kind is then said above, and still the kind.

Below each kind stand the same words again. They are read as if they stood above, where names of indicators stand; what they
are like (回数 is like results) says nothing of the kind.
"""

from collections.abc import Sequence

from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_senses import is_label, strength
from loaders.mapping.words.heading_years import year_in
from loaders.mapping.words.row_kinds import kind_of

Path = tuple[str, ...]
_KINDS = frozenset({Use.TARGET, Use.FORECAST, Use.RESULT, Use.RATE})
# Words as telling as this are a kind's own.
_TELLING = 0.5


def with_kinds_lowest(paths: Sequence[Path]) -> list[Path]:
    """Return the headings over each column, words that come again below each kind before all others.

    >>> with_kinds_lowest([("R4", "計画", "回数"), ("R4", "計画", "人数"), ("R4", "実績", "回数"), ("R4", "実績", "人数")])[1]
    ('人数', 'R4', '計画')
    >>> with_kinds_lowest([("R4", "計画", "回数"), ("R4", "実績", "人数")])[0]
    ('R4', '計画', '回数')
    """
    places = {column: at for column, path in enumerate(paths) if (at := _kind_above(path)) is not None}
    blocks: dict[Path, list[Path]] = {}
    for column, at in places.items():
        blocks.setdefault(paths[column][: at + 1], []).append(_names(paths[column][at + 1 :]))
    kinds = {kind_of(above[-1]) for above in blocks}
    words = [sorted(set(names)) for names in blocks.values()]
    are_names = bool(words) and len(words[0]) > 1 and all(found == words[0] for found in words)
    if not (are_names and Use.RESULT in kinds and kinds & {Use.TARGET, Use.FORECAST}):
        return list(paths)
    return [_turned(path, places[column]) if column in places else path for column, path in enumerate(paths)]


def _kind_above(path: Path) -> int | None:
    """Return where a kind stands alone above words that are none, None where no such words stand below one."""
    kinds = (at for at, part in enumerate(path) if is_label(part) and kind_of(part) in _KINDS)
    at = next((at for at in kinds if year_in(path[at]) is None), None)
    names = _names(path[at + 1 :]) if at is not None else ()
    is_other = bool(names) and all(strength(name) < _TELLING for name in names)
    return at if is_other else None


def _names(parts: Path) -> Path:
    return tuple(part for part in parts if year_in(part) is None)


def _turned(path: Path, at: int) -> Path:
    below = path[at + 1 :]
    names = _names(below)
    return (*names, *path[:at], path[at], *(part for part in below if part not in names))
