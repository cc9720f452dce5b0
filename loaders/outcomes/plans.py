"""What a year's plan and the next one say beside each other: the same work again, what was left undone, the end of the work."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from loaders.outcomes.phrases import ASIDE, read_phrase
from loaders.outcomes.predicates import CLOSING, FAILING, Predicate
from loaders.patterns import Pattern
from loaders.prose.clauses import split
from loaders.prose.eras import find_fiscal_year
from loaders.prose.nouns import nouns
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/plans.toml tells what each means, with examples."""

    continued: Pattern
    idle: Pattern
    not_planned: Pattern
    left: Pattern
    beside_figure: Pattern
    one_off: Pattern
    no_thing: Pattern
    end_mark: Pattern
    another_way: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
# Half of the shorter plan's pairs of signs found again in the other: the same work in other words.
# With 引き続き a third is enough.
SAME_WORK = 0.5
SAME_WORK_CONTINUED = 1 / 3

# Work that a plan puts off goes on; so does work of which it tells that it was put off before.
_ENDS = frozenset(CLOSING | FAILING) - {
    Predicate.POSTPONED,
    Predicate.INCONCLUSIVE,
    Predicate.MISSED_GOAL,
    Predicate.BEHIND,
    Predicate.LATE,
}

_FIGURE = Pattern(r"\d[\d,.]*\s*(?!年|月|日|時)[^\d\s,.、。・【】()/]")


@dataclass(frozen=True)
class Plans:
    """The words of a year's plan and of the next one's, '' where there is none."""

    this: str
    next: str


def plans_again(plans: Plans) -> bool:
    """Say whether two years plan the same work.

    >>> plans_again(Plans("システムを導入する。", "引き続き、システムの導入を進める。"))
    True
    """
    this, following = _pairs(plans.this), _pairs(plans.next)
    shorter = min(this.total(), following.total())
    if not shorter:
        return False
    share = (this & following).total() / shorter
    return share >= (SAME_WORK_CONTINUED if _SIGNS.continued.search(plans.next) else SAME_WORK)


def _pairs(plan: str) -> Counter[str]:
    bare = _SIGNS.idle.sub("", narrow(plan))
    return Counter(bare[i : i + 2] for i in range(len(bare) - 1))


def left_by(plan: str, year: int) -> re.Match[str] | None:
    """Return the words by which the next year's plan tells that work of `year` was left undone.

    >>> left_by("令和2年度に新設できなかった1箇所を整備する。", 2020)[0]
    '令和2年度に新設できなかった'
    """
    match = _SIGNS.left.search(narrow(plan))
    named = find_fiscal_year(match[0]) if match else None
    return match if named in (None, year) else None


def promises_undone(plans: Plans, evaluation: str) -> str:
    """Return what both plans promise to bring about once and the evaluation does not name, '' where there is no such.

    >>> promises_undone(Plans("BCPを策定する。", "BCPの策定をする。"), "パソコン等の選定を実施した。")
    'BCPを策定する'
    """
    later = narrow(plans.next)
    for match in _SIGNS.one_off.finditer(narrow(plans.this)):
        act = match[2]
        again = any(act == m[2] for m in _SIGNS.one_off.finditer(later))
        if again and act not in narrow(evaluation):
            return match[0]
    return ""


def names_another(plan: str, said: str) -> bool:
    """Say whether a plan is of a thing that no part of what was said names: 冊子を配る, where it was of 相談会を開く.

    What only changes how, for whom or when the work is done is no other work, whatever it names: 公募条件を改める.
    """
    if _SIGNS.another_way.search(narrow(plan)):
        return False
    named = [noun for noun in nouns(_SIGNS.idle.sub(" ", narrow(plan))) if not _SIGNS.no_thing.search(noun)]
    return bool(named) and not any(noun[i : i + 2] in said for noun in named for i in range(len(noun) - 1))


def ends(plan: str) -> bool:
    """Say whether a plan ends the work: ITボランティアの解散により事業終了.

    What comes after an ending is planned in its place, so that only the last sentence can end the work.

    >>> ends("国が講座を実施する予定であるため、公民館事業としては実施しない。"), ends("広報紙は廃止した。SNSで周知する。")
    (True, False)
    >>> ends("-（統合により終了）"), ends("令和3年度中に整備を終了する。")
    (True, False)
    """
    last = last_told(plan)
    clause = split(last)[-1].clauses[-1] if last else None
    phrase = read_phrase(last[clause.start : clause.body_end]) if clause else None
    if bool(phrase and phrase.says in _ENDS) or _SIGNS.not_planned.search(narrow(last)) is not None:
        return True
    return is_end_mark(last or plan)


def is_end_mark(plan: str) -> bool:
    """Say whether a plan is but a mark, or ends with the words, that there is no more of it: (削除), 大会は終了とする."""
    return _SIGNS.end_mark.search(narrow(plan).rstrip("。 ")) is not None


def last_told(plan: str) -> str:
    """Return the last sentence of a plan that tells something, labels, remarks and bare figures after it aside.

    >>> last_told("利用が少ないため廃止する。 【目標】0回 ※令和元年度は2回")
    '利用が少ないため廃止する。'
    """
    sentences = [plan[s.start : s.end] for s in split(plan)]
    telling = [
        s for s in sentences if not s.startswith("【") and not ASIDE.match(s) and (read_phrase(s) or not re.search(r"\d", s))
    ]
    return telling[-1] if telling else ""


def same_figure_again(plans: Plans) -> bool:
    """Say whether both plans are but figures of one row, or state the same one: 年6回."""
    this, following = narrow(plans.this), narrow(plans.next)
    if is_mere_figure(this) and is_mere_figure(following):
        return True
    return bool(set(_FIGURE.findall(this)) & set(_FIGURE.findall(following)))


def is_mere_figure(plan: str) -> bool:
    """Say whether a plan is no more than figures: 3回/100人."""
    return re.search(r"\d", plan) is not None and len(_SIGNS.beside_figure.sub("", plan)) <= 2


def is_goal(plan: str) -> bool:
    """Say whether a plan sets a goal in figures: 【目標】寄附額 1億円."""
    return re.search(r"目標[^。]*\d", narrow(plan)) is not None
