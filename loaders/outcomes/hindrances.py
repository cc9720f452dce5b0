"""Of the words beside a failure, those tell why that tell of a want or a hindrance, or of what befell.

賛否が割れ、 and 応募が少なく、 do; what the city did on the way (協議を行い、) and what stands as it was
(…が公開されており、) do not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from loaders.outcomes.leads import follows_from, leading
from loaders.outcomes.statements import Span, Statement
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/hindrances.toml tells what each means, with examples."""

    hindered: Pattern
    ends_as_cause: Pattern
    own_act: Pattern
    tells_state: Pattern
    failure_itself: Pattern
    did: Pattern
    at_hand: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))


def hindered(clauses: Iterable[Span]) -> list[Span]:
    """Leave out clauses that tell of no want or hindrance, figures under a label, and what was done beside."""
    said = [(span, narrow(span.text).strip()) for span in clauses]
    return [
        span
        for span, text in said
        if (_SIGNS.hindered.search(text) or _SIGNS.ends_as_cause.search(text))
        and not text.startswith("【")
        and not _SIGNS.did.search(text)
    ]


def befell(clauses: Iterable[Span]) -> list[Span]:
    """Leave out clauses that lead to a failure and tell only of the city's own acts or of what stands as it was."""
    leads = [(span, narrow(span.text).strip()) for span in clauses if not follows_from(span)]
    return [
        span
        for span, text in leads
        if not _SIGNS.did.search(text)
        if _SIGNS.hindered.search(text)
        or _SIGNS.ends_as_cause.search(text)
        or (text.endswith("、") and not _SIGNS.own_act.search(text))
    ]


def told_of_itself(statement: Statement) -> Iterator[Span]:
    """Yield what befell by a sentence: its clauses that lead on, and itself unless it tells of the city's own act."""
    yield from befell(leading(statement))
    if not acts(statement) and _SIGNS.hindered.search(_main(statement)):
        yield statement.sentence


def acts(statement: Statement) -> bool:
    """Say whether the main clause has an object, so that somebody acts on it: 動画を配信した, and not 参加者が少なかった."""
    return "を" in _main(statement).rsplit("が", 1)[-1]


def _main(statement: Statement) -> str:
    return narrow(statement.sentence.text).rstrip("。 ").rsplit("、", 1)[-1]


def is_own_action(span: Span) -> bool:
    """Say whether words tell what somebody did: 手続き方法を変更し、."""
    return _SIGNS.did.search(narrow(span.text)) is not None


def is_at_hand(span: Span) -> bool:
    """Say whether words tell of what is there already: スマートフォンでも利用可能であることから、."""
    return _SIGNS.at_hand.search(narrow(span.text)) is not None


def is_failure_itself(span: Span) -> bool:
    """Say whether words tell no more than the failure and its figure: 利用は6,450点で、."""
    return _SIGNS.failure_itself.search(narrow(span.text)) is not None


def tells_state(statement: Statement) -> bool:
    """Say whether a sentence tells how things are: 転換をためらう世帯が多かった."""
    return _SIGNS.tells_state.search(narrow(statement.sentence.text)) is not None
