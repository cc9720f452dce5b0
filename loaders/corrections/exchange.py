"""What people said on the screen can be taken along as the CSV of today, and brought in from one: the same form, both ways."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, time
from itertools import groupby

from desk.corrections import Act, PersonsWord, Saved
from loaders.corrections.form import COLUMNS, Correction


def exported(words: Iterable[Saved]) -> str:
    """Return words as the text of a CSV file, one a line, in the order in which they were said."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in words:
        word = one.word
        day = one.made_at.astimezone().date().isoformat()
        said = (word.place, word.expected, word.corrected, word.why, one.who, day)
        writer.writerow((word.number, "" if word.year is None else word.year, word.item, *said))
    return text.getvalue()


def acts_of(
    lines: Sequence[Correction], plan_id: int, names: Mapping[int, str], known: Iterable[Saved] = ()
) -> tuple[Act, ...]:
    """Return the lines of a CSV as acts of those who said them, each on its day; what holds already is not said again.

    `names` are the plan's initiatives by number.
    """
    held = {(one.word.subject, one.word.expected, one.word.corrected) for one in known}
    acts = []
    for (who, day), of_it in groupby(lines, lambda line: (line.who, line.corrected_on)):
        words = tuple(_word(line, plan_id, names) for line in of_it)
        new = tuple(word for word in words if (word.subject, word.expected, word.corrected) not in held)
        # Noon, so that the day is the same wherever the file is read.
        made_at = datetime.combine(day, time(12)).astimezone().astimezone(UTC)
        acts += [Act(new, who, made_at)] if new else []
    return tuple(acts)


def _word(line: Correction, plan_id: int, names: Mapping[int, str]) -> PersonsWord:
    named = names.get(line.number, "")
    said = (line.place, line.expected, line.corrected, line.why)
    return PersonsWord(plan_id, line.number, named, line.year, line.item.value, *said)
