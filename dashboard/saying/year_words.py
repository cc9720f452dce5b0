"""A year is told by its targets: the sentence that opens 概要, 数値目標 and the sheet, and what those figures leave out.

A page is opened by the sum of all that were set; the workbook, which is read away from it, compares with the year before.
"""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from dashboard.facts import sums
from dashboard.facts.sums import Sum
from dashboard.text import words

# A title has room for a word; what it stands for is told beside it.
SHORTENED: Final = {"no_number": "数値なし", "forecast": "見込"}


def title(found: Mapping[int, Sum], year: int, label: str) -> str:
    """Return a year's sum as a title: 'R2 目標32件：達成16・未達3・未実施3・数値なし10'."""
    now = found.get(year)
    if now is None:
        return f"{label}に数値目標はありません"
    if not now.is_evaluated:
        return f"{label}の数値目標{now.targets}件は評価前です"
    parts = now.parts
    for code, short in SHORTENED.items():
        parts = parts.replace(words.TARGET_STATES[code].label, short)
    return f"{label} 目標{now.targets}件：{parts}"


def about(now: Sum | None, before: Sum | None) -> str:
    """Return what qualifies a year's sum, as Markdown."""
    if now is None:
        return ""
    lines = [f"**{now.label_ja}の{now.text}**"]
    if now.matters_text:
        lines.append(f"複数の行に載る同じ取組を1つに数えると、{now.matters_text}です。")
    lines += [f"**{word.text}**：{word.meaning}" for code, word in words.TARGET_STATES.items() if now.states[code]]
    if apart := sums.compared(now, before):
        lines.append(f"{apart}。")
    if now.doubtful:
        lines.append(f"このうち{now.doubtful}件は、読み取りか判定が確かでありません（{words.DOUBTFUL.text}）。")
    return "\n\n".join(lines)


def answer(targets: pd.DataFrame, statuses: pd.DataFrame, year: int, label_ja: str) -> str:
    """Return the year in one sentence: '令和2年度は数値目標48件中39件を達成（前年度は45件中42件）'."""
    now, before = _row(targets, year), _row(targets, year - 1)
    if _row(statuses, year) is None:
        return f"{label_ja}はまだ評価がありません。{label_ja}の数値目標は{_count(now, 'targets')}件です"
    judged, met = _count(now, "judged"), _count(now, "met")
    if not judged:
        return f"{label_ja}は判定できる数値目標がありません"
    said = f"{label_ja}は数値目標{judged}件中{met}件を達成"
    judged_before, met_before = _count(before, "judged"), _count(before, "met")
    if not judged_before:
        return said
    if judged_before != judged:
        return f"{said}（前年度は{judged_before}件中{met_before}件）"
    return f"{said}（{'前年度と同数' if met == met_before else f'前年度より{words.change_text(met - met_before)}'}）"


def caution(targets: pd.DataFrame, statuses: pd.DataFrame, year: int) -> str:
    """Return what the figures of a year leave out, and with what they can't be compared; '' where there is neither."""
    return unjudged(targets, year) + moved_denominator(targets, year) + outside(statuses, year)


def outside(statuses: pd.DataFrame, year: int) -> str:
    """Return how many initiatives of a year are outside the figures because nothing of them can be judged, else ''."""
    now = _row(statuses, year)
    names = {key: words.STATUSES[key].label for key in ("closed", "not_reported")}
    left_out = "・".join(f"{name}{_count(now, key)}件" for key, name in names.items() if _count(now, key))
    if not left_out:
        return ""
    return f"実施事業{_count(now, 'initiatives')}件のうち、判定できない{left_out}は次の件数の母数に含めません。"


def unjudged(targets: pd.DataFrame, year: int) -> str:
    """Return how many targets of an evaluated year have no result, else ''; a missing figure can hide a miss."""
    now = _row(targets, year)
    count, missed = _count(now, "unjudged"), _count(now, "unjudged_unmet")
    if now is None or not count:
        return ""
    hidden = f"（うち{missed}件は事業が未達）" if missed else ""
    said = f"{now['label_ja']}の数値目標{_count(now, 'targets')}件のうち"
    return f"{said}{count}件は、実績の数値がなく判定できません{hidden}。"


def moved_denominator(targets: pd.DataFrame, year: int) -> str:
    """Return a warning where the number of judged targets differs from the year before's, else ''."""
    now, before = _row(targets, year), _row(targets, year - 1)
    judged, judged_before = _count(now, "judged"), _count(before, "judged")
    if not (judged and judged_before) or judged == judged_before:
        return ""
    shares = " → ".join(words.percent_text(_count(row, "met") / of) for row, of in ((before, judged_before), (now, judged)))
    counts = f"前年度の{judged_before}件から{judged}件"
    return f"判定できる数値目標が{counts}に変わったため、件数ではなく割合（{shares}）で比べてください。"


def _row(frame: pd.DataFrame, year: int) -> pd.Series | None:
    rows = frame[frame["year"] == year]
    return None if rows.empty else rows.iloc[0]


def _count(row: pd.Series | None, column: str) -> int:
    return 0 if row is None else int(row[column])
