"""The table behind the charts says the same numbers, one row an indicator for comparing and one row a year for reading."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from dashboard import words
from dashboard.series import Point, Series, Words
from dashboard.story import short

QUOTE_LENGTH: Final = 160
SET_ASIDE: Final = "集計から除外"


def of_all(every: Sequence[Series], labels: Mapping[int, str], year: int, without_outside: bool = False) -> pd.DataFrame:
    """Return one row an indicator, in the given order: the judgement of one year first, then the figures of the others.

    `without_outside` marks what is left out of the count.
    """
    return pd.DataFrame([_row(one, labels, year, without_outside) for one in every])


def of_one(series: Series, labels: Mapping[int, str], evaluations: Mapping[int, str]) -> pd.DataFrame:
    """Return one row a year of an indicator: numbers, both ratios, the judgement and the words they were read from.

    `evaluations` holds what is said of each evaluated year: it stands where the year has no result in figures.
    """
    years = sorted({point.year for point in series.points} | set(evaluations))
    return pd.DataFrame([_year(series, year, labels[year], evaluations) for year in years])


def judgement(point: Point | None) -> str:
    """Return the band of a year as code, sign and word, with the outside cause that the text names."""
    if point is None or point.band is None:
        return words.NOT_JUDGED.text
    cause = f"（外的要因：{words.reason_text(point.reason)}）" if point.is_outside else ""
    return f"{point.band.word.symbol} {point.band.code} {point.band.word.label}{cause}"


def counted(said: str, point: Point | None, without_outside: bool) -> str:
    """Return what is said of a year, marked where it is left out of the count for an outside cause."""
    return f"{SET_ASIDE}　{said}" if without_outside and point is not None and point.is_outside else said


def source(read: Words | None) -> str:
    """Return the words of a number with the heading they are printed under: 'H30の評価「10,249人/10,000人」'."""
    return "－" if read is None else f"{words.place_text(read.kind, read.label)}「{read.quote.strip()}」"


def _row(series: Series, labels: Mapping[int, str], year: int, without_outside: bool) -> dict[str, object]:
    point, trend = series.at(year), series.trend(year)
    row: dict[str, object] = {
        "番号": series.number,
        "指標": series.name,
        "単位": series.unit or "",
        **_figures(series, labels[year], year),
        "目標との差": point.gap if point else None,
        "判定": counted(judgement(point), point, without_outside),
        "達成率": _percent(point.attainment if point else None),
        "理由": words.reason_text(point.reason) if point and point.is_met is False else "",
        "担当課": series.department,
        "傾向": trend.text if trend else "－",
        "現状からの進み": _percent(point.progress if point else None),
        "種別": "累計" if series.is_cumulative else "年度別",
        "現状": series.baseline,
    }
    for each, label in labels.items():
        row |= _figures(series, label, each) if each != year else {}
    return row | {"最終目標": series.final_goal, "実施内容": series.activity}


def _figures(series: Series, label: str, year: int) -> dict[str, object]:
    point = series.at(year)
    return {f"{label}目標": point.target if point else None, f"{label}実績": point.result if point else None}


def _year(series: Series, year: int, label: str, evaluations: Mapping[int, str]) -> dict[str, object]:
    point = series.at(year) or Point(year, label, None, None, None, None)
    said = short(evaluations.get(year, ""), QUOTE_LENGTH)
    untold = f"実績の数値なし：{words.place_text('result', label)}「{said}」" if said else "－"
    return {
        "年度": label,
        "目標": _with_first(point, series.unit),
        "実績": words.number_text(point.result, series.unit),
        "達成率": words.percent_text(point.attainment),
        "現状からの進み": words.percent_text(point.progress),
        "判定": judgement(point),
        "目標の出典": source(point.target_words),
        "実績の出典": source(point.result_words) if point.result is not None else untold,
    }


def _percent(ratio: float | None) -> float | None:
    return None if ratio is None else words.rounded(ratio)


def _with_first(point: Point, unit: str | None) -> str:
    said = words.number_text(point.target, unit)
    return f"{said}（当初 {words.number_text(point.first_target, unit)}）" if point.is_revised else said
