"""What became of an initiative in a year, and why it is taken for that: rule, words, reason, how sure, as Markdown."""

import pandas as pd

from dashboard.text import rule_words, words
from dashboard.text.markdown import verbatim
from dashboard.text.records import Record, known


def status_text(outcome: Record) -> str:
    """Return what became of a year with the kind of carrying over, '' in a year without an evaluation column."""
    status = known(outcome["status"])
    return words.status_text(status, bool(outcome["is_carried_over"]), outcome["carried_rule"]) if status else ""


def standing(outcomes: pd.DataFrame, year: int) -> str:
    """Return what became of the year in question, as Markdown, and of the last evaluated year where that is another one."""
    rows = outcomes.to_dict("records")
    asked = next((row for row in rows if row["year"] == year), None)
    last = next((row for row in reversed(rows) if known(row["status"]) is not None), None)
    said = ""
    if asked is not None:
        status = status_text(asked)
        said = f"{asked['label_ja']}は **{status}** です。" if status else f"{asked['label_ja']}の評価はまだありません。"
    if last is not None and last is not asked:
        said += f"最後に評価のある{last['label_ja']}は **{status_text(last)}** です。"
    return said


def conclusion(outcome: Record) -> list[str]:
    """Return why a year has its status, as Markdown lines: rule, evidence, carrying over, reason, how sure."""
    if known(outcome["status"]) is None:
        return []
    lines = [f"判断の決め手：{rule_words.outcome_text(str(outcome['rule']))}"]
    if outcome["evidence"]:
        lines.append(f"もとのことば：「{verbatim(str(outcome['evidence']).strip())}」")
    if outcome["carried_rule"]:
        lines.append(f"繰越とした決め手：{rule_words.carried_text(str(outcome['carried_rule']))}")
    reason = known(outcome["reason"])
    if reason:
        quote = f"「{verbatim(str(outcome['reason_quote']).strip())}」" if outcome["reason_quote"] else ""
        lines.append(f"理由：{words.reason_text(reason)}{quote}")
    lines.append(f"確かさ：{words.sureness(float(outcome['confidence']))}{_settled(outcome)}")
    return lines


def _settled(outcome: Record) -> str:
    """Return what a person said of a judged year, '' where nobody did."""
    if outcome["is_corrected"]:
        return "　人が訂正した判断です"
    return "　人が確かめた判断です" if outcome["is_confirmed"] else ""
