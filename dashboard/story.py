"""A page begins with its answer: figures of a year against the year before, said as a clerk would say them.

Pure functions from the frames of `status_by_year`, `targets_by_year`, `agenda` and `turned` to sentences and figures.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import pandas as pd

from dashboard import words
from dashboard.tables import verbatim

QUOTE_LENGTH: Final = 70
Record = Mapping[Hashable, Any]


@dataclass(frozen=True)
class Figure:
    """A number with what it is compared with. `change` is None where there is no year before."""

    label: str
    value: str
    change: str | int | None
    compared_with: str | None
    colour: Literal["normal", "inverse", "off"]


def answer(targets: pd.DataFrame, statuses: pd.DataFrame, year: int, label_ja: str) -> str:
    """Return the year in one sentence: '令和2年度は数値目標48件中39件を達成（前年度より3件減）'."""
    now, before = _row(targets, year), _row(targets, year - 1)
    if _row(statuses, year) is None:
        return f"{label_ja}はまだ評価がありません。{label_ja}の数値目標は{_count(now, 'targets')}件です"
    judged, met = _count(now, "judged"), _count(now, "met")
    if not judged:
        return f"{label_ja}は判定できる数値目標がありません"
    said = f"{label_ja}は数値目標{judged}件中{met}件を達成"
    if not _count(before, "judged"):
        return said
    earlier = _count(before, "met")
    return f"{said}（{'前年度と同数' if met == earlier else f'前年度より{words.change_text(met - earlier)}'}）"


def moved_denominator(targets: pd.DataFrame, year: int) -> str:
    """Return a warning where the number of judged targets differs from the year before's, else ''."""
    now, before = _count(_row(targets, year), "judged"), _count(_row(targets, year - 1), "judged")
    if not before or now == before:
        return ""
    return f"判定できる数値目標の数が前年度の{before}件から{now}件に変わっているため、件数の増減だけでは比べられません。"


def figures(targets: pd.DataFrame, statuses: pd.DataFrame, year: int) -> tuple[Figure, ...]:
    """Return the four figures that open the overview for an evaluated year."""
    now, before = _row(targets, year), _row(targets, year - 1)
    state, state_before = _row(statuses, year), _row(statuses, year - 1)
    done = _count(state, "met") + _count(state, "implemented")
    done_before = _count(state_before, "met") + _count(state_before, "implemented")
    total, total_before = _count(state, "initiatives"), _count(state_before, "initiatives")
    return (
        _figure("数値目標の達成", _count(now, "met"), _count(now, "judged"), before, "met", "judged", "normal"),
        Figure(
            "達成・実施の事業",
            f"{done} / {total}件",
            _change(done, done_before, state_before),
            f"前年度 {done_before} / {total_before}件" if state_before is not None else None,
            "normal",
        ),
        _figure("未達の事業", _count(state, "unmet"), total, state_before, "unmet", "initiatives", "inverse"),
        _figure("繰越の事業", _count(state, "carried_over"), total, state_before, "carried_over", "initiatives", "inverse"),
    )


def agenda_note(item: Record, next_ja: str = "翌年度", length: int = QUOTE_LENGTH) -> str:
    """Return why an initiative is on the list, as Markdown: status, how long, by how much, why, in which words, what is next.

    The words are those that decided the status, led by those that give the reason where these stand elsewhere. `next_ja` is
    how the next year is called, `length` how much of its plan is shown.
    """
    parts = [words.status_text(item["status"], bool(item["is_carried_over"]))]
    if item["undone_run"] > 1:
        parts.append(f"**{int(item['undone_run'])}年連続**")
    elif item["is_worse"]:
        parts.append(f"前年度の{words.STATUSES[item['previous_status']].label}から悪化")
    if pd.notna(item["indicator"]):
        parts.append(missed_text(item))
    reason = _text(item["reason"])
    parts.append(f"理由：{words.REASONS[reason]}" if reason else words.NO_REASON)
    lines = ["　".join(parts)]
    if item["quote"]:
        lines.append(f":gray[「{verbatim(short(item['quote']))}」]")
    plan = _text(item["next_plan"])
    lines.append(f"{next_ja}の計画：{verbatim(short(plan, length)) if plan else '記載なし'}")
    return "  \n".join(lines)


def missed_text(item: Record) -> str:
    """Return a missed target in words: '防災メール登録者数 9,813人／目標10,000人（98%）'."""
    unit = _text(item["unit"])
    result, target = words.number_text(item["result"], unit), words.number_text(item["target"], unit)
    ratio = f"（{words.percent_text(item['attainment'])}）" if item["target"] else ""
    others = f"、ほか{int(item['missed_targets']) - 1}件の目標" if item["missed_targets"] > 1 else ""
    return f"{verbatim(str(item['indicator']))} {result}／目標{target}{ratio}{others}"


def turned_note(item: Record) -> str:
    """Return what changed against the year before: an indicator's figures, or an initiative's status."""
    if pd.isna(item["subject"]):
        return f"{words.STATUSES[item['previous_status']].text} → {words.STATUSES[item['status']].text}"
    unit = _text(item["unit"])

    def of(result: float, target: float) -> str:
        return f"{words.number_text(result, unit)}／目標{words.number_text(target, unit)}"

    before = of(item["previous_result"], item["previous_target"])
    return f"{verbatim(str(item['subject']))}：{before} → {of(item['result'], item['target'])}"


def short(quote: str, length: int = QUOTE_LENGTH) -> str:
    """Return the beginning of a quotation, on one line, with an ellipsis where it was cut."""
    flat = " ".join(quote.split())
    return flat if len(flat) <= length else flat[:length] + "…"


def _figure(
    label: str,
    part: int,
    whole: int,
    before: pd.Series | None,
    part_key: str,
    whole_key: str,
    colour: Literal["normal", "inverse", "off"],
) -> Figure:
    earlier = f"前年度 {_count(before, part_key)} / {_count(before, whole_key)}件" if before is not None else None
    return Figure(label, f"{part} / {whole}件", _change(part, _count(before, part_key), before), earlier, colour)


def _change(now: int, earlier: int, before: pd.Series | None) -> str | int | None:
    # A numeric 0 is drawn grey and without an arrow; the string "0件" would be an improvement in green.
    if before is None:
        return None
    return f"{now - earlier:+d}件" if now != earlier else 0


def _row(frame: pd.DataFrame, year: int) -> pd.Series | None:
    rows = frame[frame["year"] == year]
    return None if rows.empty else rows.iloc[0]


def _count(row: pd.Series | None, column: str) -> int:
    return 0 if row is None else int(row[column])


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
