"""How much people wrote and changed since when, as sentences."""

from collections.abc import Sequence
from datetime import date

from dashboard.facts.news import CORRECTION, EDITION, INTERIM, STEP, News, day_of
from dashboard.facts.trail import TrailEntry
from dashboard.text import words


def news(found: Sequence[News], since: date) -> str:
    """Return how much is new, counted by kind, as a sentence."""
    if not found:
        return f"{words.date_text(since)}から、新しいことはありません。"
    counts = {kind: sum(one.kind == kind for one in found) for kind in (CORRECTION, STEP, INTERIM, EDITION)}
    return f"{words.date_text(since)}から：" + "、".join(f"{kind}{count}件" for kind, count in counts.items() if count) + "。"


def trail(found: Sequence[TrailEntry]) -> str:
    """Return how much was done, and since when, as a sentence."""
    if not found:
        return "まだ、だれも書き換えていません。"
    people = len({one.who for one in found})
    return f"{words.date_text(day_of(found[-1].made_at))}から、{people}人が{len(found):,}件の変更をしました。"
