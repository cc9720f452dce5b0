"""A page begins with its answer: figures of a year against the year before, said as a clerk would say them.

Pure functions from the frames of `status_by_year`, `targets_by_year`, `agenda` and `turned` to sentences and figures.
"""

import pandas as pd

from dashboard.text import basis, figures, words
from dashboard.text.figures import Colour, Figure, Part
from dashboard.text.markdown import verbatim
from dashboard.text.records import Record, known


def answer(targets: pd.DataFrame, statuses: pd.DataFrame, year: int, label_ja: str) -> str:
    """Return the year in one sentence: '令和2年度は数値目標48件中39件を達成（前年度は45件中42件）'."""
    now, before = _row(targets, year), _row(targets, year - 1)
    if _row(statuses, year) is None:
        return f"{label_ja}はまだ評価がありません。{label_ja}の数値目標は{_count(now, 'targets')}件です"
    judged, met = _count(now, "judged"), _count(now, "met")
    if not judged:
        return f"{label_ja}は判定できる数値目標がありません"
    said = f"{label_ja}は数値目標{judged}件中{met}件を達成"
    earlier = _part(before, "met", "judged")
    if not earlier.of:
        return said
    if earlier.of != judged:
        return f"{said}（前年度は{earlier.of}件中{earlier.count}件）"
    return f"{said}（{'前年度と同数' if met == earlier.count else f'前年度より{words.change_text(met - earlier.count)}'}）"


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


def best_year(targets: pd.DataFrame) -> str:
    """Return in which year the largest share of the judged targets was met."""
    judged = targets[targets["judged"] > 0]
    if judged.empty:
        return "実績の数値がなく、判定できる数値目標はありません。"
    best = judged.iloc[int((judged["met"] / judged["judged"]).argmax())]
    return f"達成の割合が最も高いのは{best['label_ja']}の{best['judged']}件中{best['met']}件です。"


def moved_denominator(targets: pd.DataFrame, year: int) -> str:
    """Return a warning where the number of judged targets differs from the year before's, else ''."""
    now, before = (_part(_row(targets, each), "met", "judged") for each in (year, year - 1))
    if not (now.of and before.of) or now.of == before.of:
        return ""
    shares = f"{words.percent_text(before.share)} → {words.percent_text(now.share)}"
    return (
        f"判定できる数値目標が前年度の{before.of}件から{now.of}件に変わったため、件数ではなく割合（{shares}）で比べてください。"
    )


def opening(targets: pd.DataFrame, statuses: pd.DataFrame, year: int) -> tuple[Figure, ...]:
    """Return the four figures that open the overview for an evaluated year, each named by its year; none without one."""
    state = _row(statuses, year)
    if state is None:
        return ()
    earlier = _row(statuses, year - 1)
    goals = _row(targets, year), _row(targets, year - 1)
    counted: tuple[tuple[str, tuple[pd.Series | None, ...], str, str, Colour], ...] = (
        ("数値目標の達成", goals, "met", "judged", "normal"),
        ("達成・実施の事業", (state, earlier), "done", "judged", "normal"),
        ("未達の事業", (state, earlier), "unmet", "judged", "inverse"),
        ("繰越の事業", (state, earlier), "carried_over", "judged", "inverse"),
    )
    before = str(earlier["label"]) if earlier is not None else ""
    return tuple(
        figures.against(
            f"{state['label']}の{name}",
            _part(rows[0], part, whole),
            _part(rows[1], part, whole),
            earlier=before,
            colour=colour,
        )
        for name, rows, part, whole, colour in counted
    )


def agenda_note(item: Record, next_ja: str = "翌年度", length: int = words.QUOTE_LENGTH) -> str:
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


def _row(frame: pd.DataFrame, year: int) -> pd.Series | None:
    rows = frame[frame["year"] == year]
    return None if rows.empty else rows.iloc[0]


def _count(row: pd.Series | None, column: str) -> int:
    return 0 if row is None else int(row[column])


def _part(row: pd.Series | None, column: str, whole: str) -> Part:
    return Part(_count(row, column), _count(row, whole))
