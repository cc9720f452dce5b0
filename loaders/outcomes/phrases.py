"""Evaluations say with a small stock of office phrases whether work was done: 未実施, 見送った, 至らなかった, 検討した, 統合.

The first phrase of the vocabulary that fits a clause says what the clause says. Patterns see the clause after width folding,
without its connective, its closing brackets and its full stop, so that `$` is where its predicate ends.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from loaders.outcomes.predicates import CLOSING, FAILING
from loaders.outcomes.vocabulary.loading import PHRASES, Phrase
from loaders.patterns import Pattern
from loaders.prose.sieve import Sieve
from loaders.prose.vocabulary import any_of, load_rows, load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/phrases.toml tells what each means, with examples."""

    nothing_written: Pattern
    aside: Pattern
    instead: Pattern
    for_later_year: Pattern
    describes: Pattern
    wrapped: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
ASIDE: Final = _SIGNS.aside
INSTEAD: Final = _SIGNS.instead
LATER_YEAR: Final = _SIGNS.for_later_year
_NO_WORD = Pattern(r"[\s\-‐‑–—―ーｰ/.…・。、]*")

# What follows a failure's words and makes them deny it or name something else.
BESIDE_FAILURE: Final = load_rows(words_of(__file__, "beside_failure"))
# Polite endings say the same as plain ones; the tables spell the plain ones.
POLITE: tuple[tuple[str, str], ...] = (
    ("ておりませんでした", "ていなかった"),
    ("でおりませんでした", "でいなかった"),
    ("ておりません", "ていない"),
    ("でおりません", "でいない"),
    ("ありませんでした", "なかった"),
    ("ありません", "ない"),
    ("なりませんでした", "ならなかった"),
    ("なりません", "ならない"),
    ("至りませんでした", "至らなかった"),
    ("至りません", "至らない"),
    ("なりました", "なった"),
    ("おりました", "いた"),
    ("行いました", "行った"),
    ("終わりました", "終わった"),
    ("ませんでした", "なかった"),
    ("でした", "であった"),
    ("ません", "ない"),
    ("ております", "ている"),
    ("ています", "ている"),
    ("します", "する"),
    ("ました", "た"),
    ("ます", "る"),
)
# What was done to a work, or stands so, as what was done: 停止された, 閉じられた, 止めてある. The tables spell the plain ones.
ACTIVE: tuple[tuple[str, str], ...] = (
    (r"わされ(た|てい[るた])$", r"わせ\1"),
    (r"され(た|てい[るた])$", r"し\1"),
    (r"(?<=[えけげせてねべめれいきぎしじちにびみり])られ(た|てい[るた])$", r"\1"),
    (r"[らわた]れ(た|てい[るた])$", r"っ\1"),
    (r"かれ(た|てい[るた])$", r"い\1"),
    (r"(?<=て)ある$", "いる"),
)
# The vocabulary's last resort, which tells no more than that something was or is so.
_ANY_VERB = frozenset({"past", "past_of_a_deed", "will_do"})
_ATTRIBUTIVE = ("た", "だ", "る", "む", "う", "く", "す", "つ", "ぶ", "ぬ", "ぐ")
# What failed is the predicate, not what describes a noun: 延期していた講座を開催した, 中止や延期の問い合わせに対応した.
_NOT_MEANT: Final = (_SIGNS.describes, any_of(BESIDE_FAILURE))
_SIEVE = Sieve([phrase.pattern for phrase in PHRASES])
# A clause of figures alone, as a table of values is full of, says nothing.
_LETTER = Pattern(r"[^\W\d_]")
_TRAILING = Pattern(r"(?:[\s。、,.]|\([^()]*\))+$")

# A predicate ends its clause, and what it says is said within so many signs before.
_PREDICATE = 500


def is_blank(words: str) -> bool:
    """Return whether an evaluation (narrowed) consists of a mark that reports nothing: －, なし, 未記入.

    >>> is_blank("-"), is_blank("該当なし"), is_blank("未実施")
    (True, True, False)
    """
    return _NO_WORD.fullmatch(words) is not None or _SIGNS.nothing_written.fullmatch(words) is not None


@lru_cache(maxsize=4096)
def read_phrase(words: str) -> Phrase | None:
    """Return the phrase of the vocabulary that `words`, the body of one clause, fall under; None where none fits.

    >>> phrase = read_phrase("検討は次年度以降に行う。")
    >>> phrase.id, phrase.says.value
    ('moved_to_next_year', 'postponed')
    """
    if _LETTER.search(words) is None:
        return None
    body = plain(words)
    bare = _SIGNS.wrapped.sub("", body).rstrip("、 ")
    found = _first(body) or (_first(bare) if bare != body else None)
    return found if found and found.id not in _ANY_VERB else _first_failing(active(bare), bare) or found


def _first_failing(body: str, written: str) -> Phrase | None:
    """Return the failure that the active voice tells, None where there is none or `written` is in that voice."""
    found = _first(body) if body != written else None
    return found if found and found.says in FAILING else None


def _first(body: str) -> Phrase | None:
    possible = (PHRASES[at] for at in _SIEVE.possible(body))
    found = ((phrase, match) for phrase in possible if (match := phrase.pattern.search(body)))
    return next((phrase for phrase, match in found if _holds(phrase, body, match)), None)


def plain(words: str) -> str:
    """Return a clause as patterns see it: folded, without what trails it, with a plain ending for a polite one.

    >>> plain("検討しました。（令和２年度）")
    '検討した'
    """
    body = _TRAILING.sub("", narrow(words[-_PREDICATE:]))
    polite = next((pair for pair in POLITE if body.endswith(pair[0])), None)
    return body.removesuffix(polite[0]) + polite[1] if polite else body


def active(body: str) -> str:
    """Return a clause in the active voice, as it is where it stands in that voice.

    >>> active("建替えは停止された"), active("後年度に回されている"), active("工事は止めてある"), active("休んだ")
    ('建替えは停止した', '後年度に回している', '工事は止めている', '休んだ')
    """
    return next((done for passive, plain_one in ACTIVE if (done := re.sub(passive, plain_one, body)) != body), body)


def says(phrase: Phrase, body: str) -> bool:
    """Return whether a clause, without what trails it, falls under a phrase and does not deny it."""
    match = phrase.pattern.search(body)
    return match is not None and _holds(phrase, body, match)


def _holds(phrase: Phrase, body: str, match: re.Match[str]) -> bool:
    """Return whether what was found in a clause is meant, and not denied or said of something else."""
    # The verb's own ending may be what ties it to a noun: 活動を休む団体, 延期した大会.
    ends = (match.end(), match.end() - 1) if match[0].endswith(_ATTRIBUTIVE) else (match.end(),)
    return phrase.says not in FAILING | CLOSING or not any(pattern.match(body, end) for pattern in _NOT_MEANT for end in ends)
