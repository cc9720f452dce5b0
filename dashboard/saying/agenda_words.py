"""A meeting's list says of each initiative why it is on it: what became of it, how long, by how much, why, what is next.

Pure functions from the rows of the frames `agenda` and `turned` to Markdown.
"""

import pandas as pd

from dashboard.text import basis, words
from dashboard.text.markdown import verbatim
from dashboard.text.records import Record, known


def note(item: Record, next_ja: str = "翌年度", length: int = words.QUOTE_LENGTH) -> str:
    """Return why an initiative is on the list, as Markdown: status, how long, by how much, why, in which words, what is next.

    The words are those that decided the status, led by those that give the reason where these stand elsewhere; where they
    don't show the status by themselves, the rule that did is told. `next_ja` is how the next year is called, `length` how
    much of its plan is shown.
    """
    parts = [words.status_text(item["status"], bool(item["is_carried_over"]), item["carried_rule"])]
    if item["undone_run"] > 1:
        parts.append(f"**{int(item['undone_run'])}年連続**")
    elif item["is_worse"]:
        parts.append(f"前年度の{words.STATUSES[item['previous_status']].label}から悪化")
    if pd.notna(item["indicator"]):
        parts.append(missed_text(item))
    reason = known(item["reason"])
    parts.append(f"理由：{words.REASONS[reason]}" if reason else words.NO_REASON)
    lines = ["　".join(parts)]
    if item["quote"]:
        lines.append(f":gray[「{verbatim(words.short(item['quote']))}」]")
    if why := basis.note(item["rule"], item["confidence"]):
        lines.append(why)
    plan = known(item["next_plan"])
    lines.append(f"{next_ja}の計画：{verbatim(words.short(plan, length)) if plan else '記載なし'}")
    return "  \n".join(lines)


def missed_text(item: Record) -> str:
    """Return a missed target in words: '防災メール登録者数 9,813人／目標10,000人（98%、187人不足）'."""
    unit = known(item["unit"])
    result, target = words.number_text(item["result"], unit), words.number_text(item["target"], unit)
    ratio = f"{words.percent_text(item['attainment'])}、" if item["target"] else ""
    missed_by = f"（{ratio}{words.missed_by_text(item['result'], item['target'], unit)}）"
    others = f"、ほか{int(item['missed_targets']) - 1}件の目標" if item["missed_targets"] > 1 else ""
    return f"{verbatim(str(item['indicator']))} {result}／目標{target}{missed_by}{others}"


def turned_note(item: Record) -> str:
    """Return what changed against the year before: an indicator's figures, or an initiative's status.

    An indicator can turn in a year in which its initiative goes on being unmet: the longer run is told beside.
    """
    if pd.isna(item["subject"]):
        return f"{words.STATUSES[item['previous_status']].text} → {words.STATUSES[item['status']].text}"
    years = item["undone_run"]
    run = f"（事業としては{int(years)}年連続の未達・繰越）" if pd.notna(years) and years > 1 else ""
    unit = known(item["unit"])

    def of(result: float, target: float) -> str:
        return f"{words.number_text(result, unit)}／目標{words.number_text(target, unit)}"

    before = of(item["previous_result"], item["previous_target"])
    return f"{verbatim(str(item['subject']))}：{before} → {of(item['result'], item['target'])}{run}"
