"""What the chart of an indicator shows is also said: the year against its target, and the way to the plan's final goal."""

from collections.abc import Mapping, Sequence

from dashboard.facts import judged_targets, series
from dashboard.facts.series import Point, Series
from dashboard.saying import point_words
from dashboard.text import words
from dashboard.text.figures import Figure
from dashboard.text.markdown import verbatim


def gap_text(one: Series, point: Point | None) -> str:
    """Return how far a result is from its target: '目標に1,806件不足', '目標より2件多い'; '' where either is missing."""
    if point is None or point.gap is None:
        return ""
    if not point.gap:
        return "目標ちょうど"
    amount = words.number_text(abs(point.gap), one.unit)
    if point.gap > 0:
        return f"目標より{amount}多い"
    return f"目標に{amount}不足" if one.direction == "up" else f"目標より{amount}少ない"


def came_to(one: Series, year: int, label: str, without_outside: bool = False) -> str:
    """Return what an indicator's year came to, as Markdown: judgement, ratio and gap, and of what was not reached the words.

    `without_outside` marks a year that is left out of the count.
    """
    point, trend = one.at(year), one.trend(year)
    parts = [f"{label}　{point_words.judgement(point)}"]
    if point is not None and point.is_met is not None:
        parts += [_ratios(point), gap_text(one, point)] if point.target else [gap_text(one, point)]
    elif point is not None and point.is_forecast:
        parts.append(_expected(one, point))
    elif point is not None and point.target is not None:
        parts.append(f"実績の数値なし（事業は{words.STATUSES[point.status].text}）" if point.status else "実績の数値なし")
    if trend:
        parts.append(trend.text)
    return point_words.counted("　".join(parts), point, without_outside) + _quoted(point)


def unjudged(every: Sequence[Series], year: int) -> str:
    """Return how many targets of a year have no result, and behind how many of them the initiative is unmet; '' for none."""
    waiting = judged_targets.without_result(every, year)
    if not waiting:
        return ""
    hidden = sum(point.status == "unmet" for _, point in waiting)
    cause = "実績の数値がなく" if not any(point.is_forecast for _, point in waiting) else "実績の数値がないか見込だけで、"
    said = f"目標のある指標がほかに{len(waiting)}件ありますが、{cause}判定できません"
    return f"{said}（うち{hidden}件は事業が未達）。" if hidden else f"{said}。"


def chosen(picked: Sequence[Series], year: int, label_ja: str) -> str:
    """Return how the chosen indicators stand in an evaluated year, as one sentence."""
    if len(picked) == 1:
        return _one(picked[0], year, label_ja)
    met = [point.is_met for one in picked if (point := one.at(year)) is not None and point.is_met is not None]
    parts = {"達成": sum(met), "未達": len(met) - sum(met), "判定できないもの": len(picked) - len(met)}
    return f"選んだ{len(picked)}件の{label_ja}は、" + "、".join(f"{name}{count}件" for name, count in parts.items() if count)


def untold(one: Series, year: int, label: str, evaluations: Mapping[int, str]) -> str:
    """Return what the evaluation says of a year without a result in figures, as Markdown; '' where it has one."""
    point = one.at(year)
    if point is not None and point.result is not None:
        return ""
    said = evaluations.get(year, "")
    return f"{label}の評価：{verbatim(said) if said else words.STATUSES['not_reported'].label}"


def figures(one: Series, year: int, label: str) -> tuple[Figure, ...]:
    """Return the ratio beside the progress from the baseline (98 % may be 64 % of the planned rise), trend and final goal.

    A year without a result has none but the final goal: three dashes in a row tell nothing.
    """
    point = one.at(year)
    if point is None or point.result is None or point.is_forecast:
        return tuple(_final_goal(one, year, label))
    ratio = Figure(f"{label}の達成率", words.percent_text(point.attainment), _judged(one, point))
    return (ratio, _progress(one, point), _trend(one, year, label), *_final_goal(one, year, label))


def of_the_total(one: Series, year: int) -> str:
    """Return how far the results add up to a final goal whose parts the yearly targets are; '' for any other goal."""
    if not one.is_parts_of_total:
        return ""
    last = one.results(year)[-1:]
    so_far = f"、{last[0].label}までの実績の合計は{words.number_text(one.total(year), one.unit)}" if last else ""
    return f"{one.goal_name}は{words.number_text(one.final_goal, one.unit)}{so_far}です。"


def _ratios(point: Point) -> str:
    """The ratio, and beside it the way from the baseline where one is known: 98 % of a target may be 64 % of the rise."""
    progress = f"（現状からの進み{words.percent_text(point.progress)}）" if point.progress is not None else ""
    return f"{words.percent_text(point.attainment)}{progress}"


def _quoted(point: Point | None) -> str:
    """The words that tell why, where a target was missed or its result is not told in figures."""
    if point is None or point.target is None or point.is_met or not point.said:
        return ""
    return f"  \n:gray[「{verbatim(words.short(point.said))}」]"


def _one(one: Series, year: int, label_ja: str) -> str:
    point = one.at(year)
    if point is None or point.result is None:
        last = next(reversed(one.results(year - 1)), None)
        latest = f"（最新の実績は{last.label}の{words.number_text(last.result, one.unit)}）" if last else ""
        return f"「{one.name}」は{label_ja}の実績の数値がありません{latest}"
    if point.is_forecast:
        return f"「{one.name}」の{label_ja}の実績は確定していません（{_expected(one, point)}）"
    said = f"「{one.name}」の{label_ja}の実績は{words.number_text(point.result, one.unit)}"
    if point.target is None:
        before = one.at(year - 1)
        known = before is not None and before.result is not None
        earlier = f"、前年度は{words.number_text(before.result, one.unit)}" if before is not None and known else ""
        return f"{said}（目標の数値なし{earlier}）"
    target = f"目標{words.number_text(point.target, one.unit)}"
    ratio = f"（{words.percent_text(point.attainment)}）" if point.attainment is not None else ""
    end = f"{_toward_goal(one, point)}" if one.final_goal is not None else ""
    return (
        f"{said}、{target}を{'達成' if point.is_met else '下回り未達' if one.direction == 'up' else '上回り未達'}{ratio}{end}"
    )


def _expected(one: Series, point: Point) -> str:
    """What is only expected of a year, beside its target: '見込80人／目標100人'."""
    target = "" if point.target is None else f"／目標{words.number_text(point.target, one.unit)}"
    return f"見込{words.number_text(point.result, one.unit)}{target}"


def _toward_goal(one: Series, point: Point) -> str:
    goal = f"、{one.goal_name}{words.number_text(one.final_goal, one.unit)}"
    left = one.left_to_goal(point)
    if left is None:
        return ""
    return f"{goal}にも届いています" if left <= 0 else f"{goal}まであと{words.number_text(left, one.unit)}"


def _judged(one: Series, point: Point | None) -> str:
    return "　".join(part for part in (point_words.judgement(point), gap_text(one, point)) if part)


def _progress(one: Series, point: Point | None) -> Figure:
    if one.baseline is None:
        return Figure("現状からの進み", words.NOTHING, "現状の数値がありません")
    start = f"現状{words.number_text(one.baseline, one.unit)}"
    if point is None or point.target is None:
        return Figure("現状からの進み", words.NOTHING, start)
    if not series.leads_on(one.baseline, point.target, one.direction):
        asked = f"目標{words.number_text(point.target, one.unit)}は、{start}より進んだ水準ではありません"
        return Figure("現状からの進み", words.NOTHING, asked)
    way = f"{start}から目標{words.number_text(point.target, one.unit)}までの道のりに対する割合"
    return Figure("現状からの進み", words.percent_text(point.progress), way)


def _trend(one: Series, year: int, label: str) -> Figure:
    trend = one.trend(year)
    if trend:
        return Figure("傾向", trend.text, f"{one.results(year)[0].label}～{label}の実績。{trend.meaning}")
    return Figure("傾向", words.NOTHING, f"{label}までの実績が{series.TREND_RESULTS}年度未満")


def _final_goal(one: Series, year: int, label: str) -> list[Figure]:
    """The plan's final goal with the first year that reached it, or what is left, and what the last year asks instead.

    Yearly targets that are its parts ask nothing instead of it.
    """
    if one.final_goal is None:
        return []
    said = _on_the_way(one, one.results(year)) or f"{label}までの実績の数値がありません。"
    last = one.points[-1]
    if last.year > year and last.target not in (None, one.final_goal) and not one.is_parts_of_total:
        said += f"{last.label}の目標は{words.number_text(last.target, one.unit)}です。"
    return [Figure(one.goal_name, words.number_text(one.final_goal, one.unit), said)]


def _on_the_way(one: Series, known: Sequence[Point]) -> str:
    if not known:
        return ""
    reached = next((point for point in known if (one.left_to_goal(point) or 0.0) <= 0), None)
    point = reached or known[-1]
    said = f"{point.label}の実績{words.number_text(point.result, one.unit)}"
    if one.is_parts_of_total:
        said = f"{point.label}までの実績の合計{words.number_text(one.total(point.year), one.unit)}"
    return f"{said}で到達。" if reached else f"{said}から、あと{words.number_text(one.left_to_goal(point), one.unit)}。"
