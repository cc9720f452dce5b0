"""A year is told by its targets: the sentence that opens 概要, 数値目標 and the sheet, and what those figures leave out.

A page is opened by the sum of all that were set; the workbook, which is read away from it, compares with the year before.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from dashboard.facts.judged_targets import judged, left_out, shortfall, without_result
from dashboard.facts.series import Point, Series
from dashboard.facts.sums import COMPARABLE, Sum
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
    if apart := compared(now, before):
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


def targets(every: Sequence[Series], year: int, label_ja: str, without_outside: bool) -> str:
    """Return the year's targets in one sentence: all that were set, by what became of them, and which fell furthest short."""
    found = judged(every, year, without_outside)
    silent = without_result(every, year)
    missed = [(one, point) for one, point in found if not point.is_met]
    if not found and not silent:
        return f"{label_ja}に数値目標はありません"
    if without_outside:
        return without_causes(len(found), len(missed), [point for _, point in silent], left_out(every, year))
    states = [point.became for _, point in (*found, *silent)]
    counts = "・".join(f"{word.label}{states.count(code)}" for code, word in words.TARGET_STATES.items() if code in states)
    said = f"{label_ja}の数値目標{len(states)}件：{counts}"
    if not missed:
        return said
    one, point = min(missed, key=lambda pair: shortfall(pair[1]) or 0.0)
    reached = f"{words.number_text(point.result, one.unit)}／{words.number_text(point.target, one.unit)}"
    return f"{said}。最も遠いのは「{one.name}」の{reached}"


def without_causes(judged_count: int, missed: int, silent: Sequence[Point], outside: int) -> str:
    """Return a year's targets without the misses that an outside cause is named for; what has no number stays told.

    '判定16件すべて達成、ほか13件は実績の数値なし（うち3件は未実施）。外的要因による未達3件を除く'
    """
    met = judged_count - missed
    said = f"判定{judged_count}件すべて達成" if judged_count and not missed else f"判定{judged_count}件中{met}件達成"
    not_done = sum(point.became == "not_carried_out" for point in silent)
    held = f"（うち{not_done}件は{words.TARGET_STATES['not_carried_out'].label}）" if not_done else ""
    expected = sum(point.became == "forecast" for point in silent)
    untold = len(silent) - expected
    rest = f"、ほか{untold}件は実績の数値なし{held}" if untold else ""
    rest += f"、{expected}件は{words.TARGET_STATES['forecast'].label}" if expected else ""
    return f"{said}{rest}。外的要因による未達{outside}件を除く"


def compared(now: Sum | None, before: Sum | None) -> str:
    """Return why two years can't be compared, '' where they can or where there is only one."""
    if now is None or before is None or not now.is_evaluated:
        return ""
    if abs(now.judged_share - before.judged_share) <= COMPARABLE:
        return ""
    shares = f"{before.judged_share:.0f}%→{now.judged_share:.0f}%"
    return f"判定できた割合が{before.label}と{now.label}で違う（{shares}）ため、増減を良し悪しとして比べません"
