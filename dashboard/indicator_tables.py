"""The table behind the charts says the same numbers, one row an indicator for comparing and one row a year for reading."""

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard import words
from dashboard.series import Point, Series, Words
from dashboard.tables import verbatim


def of_all(every: Sequence[Series], labels: Mapping[int, str], year: int) -> pd.DataFrame:
    """Return one row an indicator, in the given order: targets and results of every year, and the judgement of one year."""
    return pd.DataFrame([_row(one, labels, year) for one in every])


def of_one(series: Series) -> pd.DataFrame:
    """Return one row a year of an indicator: numbers, both ratios, the judgement and the words they were read from."""
    return pd.DataFrame(
        [
            {
                "年度": point.label,
                "目標": _with_first(point, series.unit),
                "実績": words.number_text(point.result, series.unit),
                "達成率": words.percent_text(point.attainment),
                "現状からの進み": words.percent_text(point.progress),
                "判定": judgement(point),
                "目標の出典": source(point.target_words),
                "実績の出典": source(point.result_words),
            }
            for point in series.points
        ]
    )


def judgement(point: Point | None) -> str:
    """Return the band of a year as code, sign and word, with the outside cause that the text names."""
    if point is None or point.band is None:
        return words.NOT_JUDGED.text
    cause = f"（外的要因：{words.reason_text(point.reason)}）" if point.is_outside else ""
    return f"{point.band.word.symbol} {point.band.code} {point.band.word.label}{cause}"


def source(read: Words | None) -> str:
    """Return the words of a number with the heading they are printed under: 'H30の評価「10,249人/10,000人」'."""
    if read is None:
        return "－"
    return f"{words.place_text(read.kind, read.label)}「{verbatim(read.quote.strip())}」"


def _row(series: Series, labels: Mapping[int, str], year: int) -> dict[str, object]:
    point, trend = series.at(year), series.trend(year)
    row: dict[str, object] = {
        "番号": series.number,
        "指標": series.name,
        "単位": series.unit or "",
        "種別": "累計" if series.is_cumulative else "年度別",
        "担当課": series.department,
        "判定年度": labels[year],
        "判定": judgement(point),
        "達成率": _percent(point.attainment if point else None),
        "現状からの進み": _percent(point.progress if point else None),
        "傾向": trend.text if trend else "－",
        "現状": series.baseline,
    }
    for each, label in labels.items():
        there = series.at(each)
        row[f"{label}目標"] = None if there is None else there.target
        row[f"{label}実績"] = None if there is None else there.result
    return row | {"最終目標": series.final_goal, "実施内容": series.activity}


def _percent(ratio: float | None) -> float | None:
    return None if ratio is None else words.rounded(ratio)


def _with_first(point: Point, unit: str | None) -> str:
    said = words.number_text(point.target, unit)
    return f"{said}（当初 {words.number_text(point.first_target, unit)}）" if point.is_revised else said
