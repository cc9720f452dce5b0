"""A target that is due is said against the last result: how many are out of reach, and how far each has still to go."""

from collections.abc import Sequence

from dashboard.facts.due import Due
from dashboard.text import words


def answer(found: Sequence[Due], label_ja: str, last_label_ja: str) -> str:
    """Return how many targets are due and how many of them the last result does not reach, as one sentence."""
    if not found:
        return f"{label_ja}に数値目標のある指標はありません"
    short = sum(not due.is_reached and due.to_go is not None for due in found)
    unknown = sum(due.to_go is None for due in found)
    said = f"{label_ja}は目標のある指標が{len(found)}件"
    said += f"、うち{short}件は{last_label_ja}の実績のままでは届きません" if short else ""
    return f"{said}（{unknown}件は{last_label_ja}の実績の数値なし）" if unknown else said


def answer_one(due: Due, label_ja: str, last_label_ja: str) -> str:
    """Return one target that is due against the last result, as a sentence: '「登録者数」の令和3年度の目標は13,000人、…'."""
    said = f"「{due.series.name}」の{label_ja}の目標は{words.number_text(due.target, due.series.unit)}"
    if due.to_go is None:
        return f"{said}、{last_label_ja}の実績の数値はありません"
    reached = f"{last_label_ja}の実績{words.number_text(due.result, due.series.unit)}"
    return f"{said}、{reached}で届く水準です" if due.is_reached else f"{said}、{reached}から{distance(due)}"


def counts(found: Sequence[Due], last_label: str) -> str:
    """Return how many are out of reach, within reach and without a last result: 'R2の実績で届くもの8件、…'."""
    parts = {
        f"{last_label}の実績では届かないもの": sum(not due.is_reached and due.to_go is not None for due in found),
        "届くもの": sum(due.is_reached for due in found),
        f"{last_label}の実績がないもの": sum(due.to_go is None for due in found),
    }
    return "、".join(f"{name}{count}件" for name, count in parts.items() if count)


def line(due: Due, last_label: str) -> str:
    """Return a target that is due against the last result: 'R3の目標 11,000人　R2の実績 10,249人　**あと751人**'."""
    target = f"{due.point.label}の目標 {words.number_text(due.target, due.series.unit)}"
    if due.to_go is None:
        return f"{target}　{last_label}の実績なし"
    return f"{target}　{last_label}の実績 {words.number_text(due.result, due.series.unit)}　**{distance(due)}**"


def distance(due: Due) -> str:
    """Return how far the target is in words: 'あと751人', 'あと3件減らす', '届く水準です'; '－' without a last result."""
    if due.to_go is None:
        return words.NOTHING
    if due.is_reached:
        return "届く水準です"
    return f"あと{words.number_text(due.to_go, due.series.unit)}{'' if due.series.direction == 'up' else '減らす'}"
