"""A table of any size, made from the rows of our own document: their words, with other counts, other sections, other places."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from loaders.model import Initiative
from loaders.store.inputs import DOCUMENT
from loaders.table.document import parse_document

_COUNT = re.compile(r"\d+(?=[人回件台校箇冊])")
_PLACES = ("北", "南", "東", "西", "中央", "本町", "新町", "駅前")


def write_table(path: Path, size: int, seed: int = 1) -> None:
    """Write a table of `size` initiatives: our own first, then rows varied from them, the same ones for the same seed."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines(size, seed))


def lines(size: int, seed: int) -> Iterator[str]:
    """Yield the lines of the table."""
    text, chance = DOCUMENT.read_text(encoding="utf-8"), random.Random(seed)
    rows = parse_document(text, DOCUMENT.name).initiatives
    yield "計画 進行管理表"
    yield next(line for line in text.split("\n") if line.startswith("番号"))
    for number in range(1, size + 1):
        row = rows[number - 1] if number <= len(rows) else chance.choice(rows)
        vary = chance if number > len(rows) else None
        activity = row.activity if vary is None else f"{chance.choice(_PLACES)}{row.activity}"
        printed = (row.program_printed, row.lead_printed, row.department_printed, activity)
        yield "\t".join((str(number), *printed, *_cells(row, vary)))


def _cells(row: Initiative, chance: random.Random | None) -> Iterator[str]:
    for cell in row.cells:
        yield cell.text if chance is None else _COUNT.sub(lambda m: str(max(1, int(m[0]) + chance.randrange(-3, 9))), cell.text)
