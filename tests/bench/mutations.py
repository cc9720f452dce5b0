"""How many of some 2,000 rows, broken on purpose, does the alignment put right? And does it leave the others alone?

    python -m tests.bench.mutations [--count 2000] [--seed 1] [--misses 10]

Damage beside a cell that says the same is not made: nobody could see it. Nor could a reader of what tests/loaders/untold.py
calls last words and wording, by rules about the texts alone; such damage is made and told apart.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.alignment.alignment import align
from loaders.model import Initiative
from loaders.store.inputs import DOCUMENT
from loaders.table.document import parse_document
from tests.loaders.mutations import Mutation, is_clean, is_restored, mutate, places_read, random_mutation, ways_to_break
from tests.loaders.untold import Damage, Doubt, why_untold

SHARE_BROKEN = 0.25


@dataclass
class Measure:
    """What was broken, by kind of damage and by the reason why nobody could see it (None: a reader could), and put right."""

    made: Counter[tuple[Damage, Doubt | None]] = field(default_factory=Counter)
    restored: Counter[tuple[Damage, Doubt | None]] = field(default_factory=Counter)
    untouched: int = 0
    changed: int = 0
    same_words: int = 0
    ways: int = 0
    misses: list[tuple[int, Damage, int]] = field(default_factory=list)

    def share(self, *doubts: Doubt | None) -> tuple[int, int]:
        """Return how many were restored of how many made for these reasons."""
        restored, made = (
            sum(count for (_, doubt), count in counts.items() if doubt in doubts) for counts in (self.restored, self.made)
        )
        return restored, made

    @property
    def restored_share(self) -> float:
        """The share put right of what a reader could see."""
        restored, made = self.share(None)
        return restored / max(made, 1)

    @property
    def changed_share(self) -> float:
        return self.changed / max(self.untouched, 1)


def measure(initiatives: Sequence[Initiative], count: int, seed: int) -> Measure:
    """Break clean rows, a part of them at a time among the others as printed, until `count` rows were broken."""
    chance, result = random.Random(seed), Measure()
    before = align(initiatives)
    clean = [row for row, alignment in enumerate(before) if is_clean(alignment)]
    for row in clean:
        doubts = [why_untold(initiatives[row], *way) for way in ways_to_break(initiatives[row])]
        result.ways += len(doubts)
        result.same_words += doubts.count(Doubt.SAME_WORDS)
    while result.made.total() < count:
        broken = dict(_break(initiatives, clean, chance, count - result.made.total()))
        after = align([broken[row][0].initiative if row in broken else i for row, i in enumerate(initiatives)])
        for row, (mutation, damage, cell) in broken.items():
            doubt = why_untold(initiatives[row], damage, cell)
            result.made[damage, doubt] += 1
            right = is_restored(mutation, after[row])
            result.restored[damage, doubt] += right
            if not right and doubt is None:
                result.misses.append((initiatives[row].number, damage, cell))
        rest = [row for row in clean if row not in broken]
        result.untouched += len(rest)
        result.changed += sum(places_read(after[row]) != places_read(before[row]) for row in rest)
    return result


def _break(
    initiatives: Sequence[Initiative], clean: Sequence[int], chance: random.Random, most: int
) -> Iterator[tuple[int, tuple[Mutation, Damage, int]]]:
    for row in chance.sample(clean, min(most, max(1, int(SHARE_BROKEN * len(clean))))):
        way = random_mutation(initiatives[row], chance)
        if way is not None:
            yield row, (mutate(initiatives[row], *way), *way)


def told(result: Measure) -> Iterator[str]:
    """Yield the figures as lines."""
    for damage in Damage:
        yield f"{damage:6s} {result.restored[damage, None]:5d} of {result.made[damage, None]:5d} restored"
    restored, made = result.share(None)
    yield f"all    {restored:5d} of {made:5d} restored ({result.restored_share:.1%})"
    for doubt in (Doubt.LAST_WORDS, Doubt.WORDING):
        restored, made = result.share(doubt)
        yield f"apart, {doubt} that tell no reader: {restored} of {made} restored"
    restored, made = result.share(None, Doubt.LAST_WORDS, Doubt.WORDING)
    yield f"with those {restored} of {made} restored ({restored / max(made, 1):.1%})"
    yield f"untouched rows changed: {result.changed} of {result.untouched} ({result.changed_share:.2%})"
    yield f"not made, beside a cell that says the same: {result.same_words} of {result.ways} ways"


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--count", type=int, default=2000)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--misses", type=int, default=0, help="print the first N rows that a reader could have put right")
    options = args.parse_args()
    document = parse_document(DOCUMENT.read_text(encoding="utf-8"), DOCUMENT.name)
    result = measure(document.initiatives, options.count, options.seed)
    print("\n".join(told(result)))
    for number, damage, cell in result.misses[: options.misses]:
        print(f"    row {number}: {damage} at cell {cell}")


if __name__ == "__main__":
    main()
