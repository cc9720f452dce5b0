"""A note may say what the lines of an item, or of a cell, are (上段：目標　下段：実績); they themselves then say nothing."""

import re
from collections.abc import Iterable

from loaders.mapping.evidence import kind_of
from loaders.mapping.mapping import Use
from loaders.prose.widths import narrow

_PLACE = r"(?P<{0}>上段|中段|下段|上|下|左|右|[123](?:行|段)目)\s*(?:[:：…=＝]|が|は|に)\s*"
_PLACE += r"(?P<{0}kind>[^\s、,。()/上中下左右]{{2,8}})"
_LEGEND = re.compile(rf"{_PLACE.format('one')}[\s、,。/]*{_PLACE.format('two')}")


def kinds_of_lines(lines: Iterable[str]) -> tuple[Use, ...]:
    """Return what notes say that the lines of an item are, in their order; none where no note says so.

    >>> [use.value for use in kinds_of_lines(["（上段：目標値、下段：実績値）"])], kinds_of_lines(["上段：市、下段：県"])
    (['target', 'result'], ())
    """
    for line in lines:
        for found in _LEGEND.finditer(narrow(line)):
            kinds = tuple(kind for name in ("one", "two") if (kind := kind_of(found[f"{name}kind"])) is not None)
            if set(kinds) == {Use.TARGET, Use.RESULT}:
                return kinds
    return ()
