"""What a year left undone, and what of it the next year's plan goes on with, as sentences: 未達・繰越 opens with them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.database.queries import Filter
from dashboard.facts import next_plan, undone_choice, undone_years
from dashboard.facts.left_over import LeftOver
from dashboard.facts.undone_years import InitiativeYears


def title(rows: Sequence[InitiativeYears], year: int, label: str) -> str:
    """Return the year as a title: 'R2 未達・繰越14件、最長3年'; how long is told where any went on."""
    so_far = [row.years_so_far(year) for row in rows if row.years_so_far(year)]
    if not so_far:
        return f"{label} 未達・繰越の記載はありません"
    longest = f"、最長{max(so_far)}年" if max(so_far) > 1 else ""
    return f"{label} 未達・繰越{len(so_far)}件{longest}"


def answer(rows: Sequence[InitiativeYears], year: int, label_ja: str) -> str:
    """Return the year in one sentence: how many are undone, and since when the longest has been."""
    now, _ = undone_choice.parted(rows, year)
    if not now:
        return f"{label_ja}に未達または繰越の実施事業はありません"
    carried = sum(one.is_carried_over for row in now for one in row.undone if one.year == year)
    so_far = [row.years_so_far(year) for row in now]
    longest = max(so_far)
    said = f"{label_ja}は{len(now)}件が未達または繰越（うち繰越{carried}件）"
    return f"{said}、{so_far.count(longest)}件は{longest}年続いています" if longest > 1 else said


@dataclass(frozen=True)
class Said:
    """A year as a title and as a sentence."""

    title: str
    answer: str


def asked(chosen: Filter, year: int, label: str, label_ja: str) -> Said:
    """Return what is said of a year, of what the filter lets through."""
    rows = undone_years.asked(chosen)
    return Said(title(rows, year, label), answer(rows, year, label_ja))


def left_over(found: Sequence[LeftOver], label_ja: str, next_ja: str) -> str:
    """Return how much a year leaves to the next, and how much of it the next one ends, says nothing of, or plans again."""
    if not found:
        return f"{label_ja}から{next_ja}に残る未達・繰越の事業はありません"
    return f"{label_ja}から{next_ja}に残る未達・繰越は{len(found)}件、{planned(found, next_ja)}"


def planned(found: Sequence[LeftOver], next_ja: str) -> str:
    """Return how many of them the next year's plan ends, leaves out or takes up, as part of a sentence."""
    ended, untold = (sum(one.again == way for one in found) for way in (next_plan.ENDED, next_plan.NOT_TAKEN_UP))
    if not (ended or untold):
        return f"すべて{next_ja}の計画に記載があります"
    parts = {"終了・中断": ended, "計画に記載なし": untold, "計画あり": len(found) - ended - untold}
    return f"{next_ja}は" + "、".join(f"{count}件が{way}" for way, count in parts.items() if count)
