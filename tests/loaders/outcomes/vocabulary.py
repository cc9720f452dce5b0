"""How tests ask the vocabulary of outcomes: which phrase reads a clause, with or without one of the rows."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

from loaders.outcomes.phrases import plain, says
from loaders.outcomes.vocabulary.loading import Phrase
from loaders.prose.clauses import split
from loaders.prose.vocabulary import joined


def main_clause(text: str) -> str:
    """Return the clause that decides a sentence, without what ties it to another."""
    clause = split(text)[-1].clauses[-1]
    return text[clause.start : clause.body_end]


def read_with(phrases: Sequence[Phrase], example: str) -> Phrase | None:
    """Return which of the phrases reads the main clause of an example."""
    body = plain(main_clause(example))
    return next((phrase for phrase in phrases if says(phrase, body)), None)


def written(folder: Path) -> dict[str, str]:
    """Return the patterns of a folder's rows as they are written, by id."""
    rows = [
        row
        for path in folder.glob("*.toml")
        for kind in ("phrase", "cause")
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get(kind, [])
    ]
    return {row["id"]: joined(row["pattern"]) for row in rows if isinstance(row, dict)}
