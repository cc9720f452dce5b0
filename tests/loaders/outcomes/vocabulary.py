"""How tests ask the vocabulary of outcomes: which phrase reads a clause, with or without one of the rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.outcomes.phrases import plain, says
from loaders.outcomes.vocabulary.loading import Phrase
from loaders.patterns import Pattern, PatternError
from loaders.prose.clauses import split
from loaders.prose.vocabulary import FRAGMENTS_FILE, expand, joined, load_fragments, parsed


def main_clause(text: str) -> str:
    """Return the clause that decides a sentence, without what ties it to another."""
    clause = split(text)[-1].clauses[-1]
    return text[clause.start : clause.body_end]


def read_with(phrases: Sequence[Phrase], example: str) -> Phrase | None:
    """Return which of the phrases reads the main clause of an example."""
    body = plain(main_clause(example))
    return next((phrase for phrase in phrases if says(phrase, body)), None)


@dataclass(frozen=True)
class Written:
    """A row's pattern as it is written, and the fragments that it may name."""

    pattern: str
    fragments: Mapping[str, str]

    def compiled(self, pattern: str) -> Pattern | None:
        """Return a pattern in the stead of the row's, None where it is none."""
        instead = Pattern(expand(pattern, self.fragments, "here"))
        try:
            instead.compiled()
        except PatternError:
            return None
        return instead


def written(folder: Path) -> dict[str, Written]:
    """Return how the rows of a folder are written, by id."""
    return {
        row["id"]: Written(joined(row["pattern"]), load_fragments(path))
        for path in folder.glob("*.toml")
        if path.name != FRAGMENTS_FILE
        for kind in ("phrase", "cause")
        for row in parsed(path).get(kind, [])
    }
