"""What is still to be done is said by how it presses: next steps by their day, promises of the plan by their year."""

from collections.abc import Mapping, Sequence
from datetime import date

from dashboard.facts.promises import ORDER, PromiseOutcome
from dashboard.facts.steps import OVERDUE, SOON, UNDATED, Listed
from dashboard.text import words
from desk.notes import Step


def steps(found: Sequence[Listed]) -> str:
    """Return how many steps are open and how many press, as a title: '次にすること12件：期限切れ3件、まもなく2件'."""
    still = [one for one in found if one.is_open]
    if not still:
        return "次にすることは、すべて済んでいます" if found else "次にすることは、まだ書かれていません"
    counts = {word.label: sum(one.state is word for one in still) for word in (OVERDUE, SOON)}
    pressing = "、".join(f"{label}{count}件" for label, count in counts.items() if count)
    return f"次にすること{len(still)}件" + (f"：{pressing}" if pressing else "：期限切れはありません")


def when(step: Step, today: date) -> str:
    """Return until when, in words: '11月30日まで（1日超過）'."""
    if step.due is None:
        return UNDATED.label
    year = "" if step.due.year == today.year else f"{step.due.year}年"
    late = (today - step.due).days
    return f"{year}{step.due.month}月{step.due.day}日まで" + (f"（{late}日超過）" if late > 0 and not step.is_done else "")


def promises(found: Sequence[PromiseOutcome]) -> str:
    """Return what became of the promises, counted, as a sentence: '期限のある約束16件：期限超過2件、…'."""
    if not found:
        return "期限の年度が書かれた事業目標はありません。"
    counts = {state: sum(one.state == state for one in found) for state in ORDER}
    said = "、".join(f"{words.PROMISE_STATES[state].label}{count}件" for state, count in counts.items() if count)
    doubtful = sum(one.is_doubtful for one in found)
    return f"期限のある約束{len(found)}件：{said}" + (f"（うち{words.DOUBTFUL.label}{doubtful}件）" if doubtful else "") + "。"


def came(one: PromiseOutcome, labels: Mapping[int, str]) -> str:
    """Return what became of a promise in words: '◐ 遅れて実現（R1）'."""
    text = words.PROMISE_STATES[one.state].text
    year = f"（{labels.get(one.kept_year, str(one.kept_year))}）" if one.kept_year and one.state == "late" else ""
    return f"{text}{year}" + (f"　{words.DOUBTFUL.text}" if one.is_doubtful else "")
