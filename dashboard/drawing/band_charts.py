"""How far targets were reached, year by year: shares of the bands of attainment, and of what has none."""

from dashboard.drawing import charts
from dashboard.facts import judged_targets
from dashboard.facts.indicator_view import IndicatorView
from dashboard.text import words


def by_year(view: IndicatorView) -> None:
    """Draw how many targets stood in each band, year by year, with those that can't be judged."""
    counts = judged_targets.band_counts(view.every, view.labels, view.without_outside)
    if counts.empty:
        return
    scale = {
        step.code: words.Word(f"{step.code} {step.word.label}", step.word.symbol, step.word.tone, step.word.meaning)
        for step in words.bands()
    }
    present = [code for code in judged_targets.WITHOUT_BAND if counts[code].any()]
    scale |= {code: words.TARGET_STATES[code] for code in present}
    counts = counts[["label", *scale, "n"]]
    bars = counts.assign(bar=counts["label"] + "（" + counts["n"].astype(str) + "件）")
    now = counts[counts["label"] == view.label]
    said = f"{view.label}は目標のある指標{now['n'].iloc[0]}件のうち、A 達成が{now['A'].iloc[0]}件です。" if len(now) else ""
    note = f"区分：{words.scale_note()}。棒の下の数字は件数です。"
    if view.without_outside:
        note += f"外的要因による未達 {judged_targets.left_out(view.every, view.year)}件（{view.label}）を数えていません。"
    charts.panel(
        charts.stacked_shares(bars, scale, "bar"),
        title="達成の区分（年度別、目標の件数の割合）",
        summary=said,
        alt="達成の区分。" + charts.spoken(bars, scale, "bar"),
        table=counts.set_axis(["年度", *(word.label for word in scale.values()), "目標の件数"], axis=1),
        key="bands",
        note=note,
        query=view.query,
    )
