"""The table behind the charts says the same numbers, one row an indicator for comparing and one row a year for reading."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from dashboard.facts.due import Due
from dashboard.facts.series import Point, Series
from dashboard.saying import due_words, point_words
from dashboard.text import words

QUOTE_LENGTH: Final = 160
# A scrolling table gives its columns what their headings need; what is longer than its heading is named with its px.
WIDTHS: Final = {"指標": 200, "判定": 125, "理由": 180, "目標まで": 130}


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


def of_several(every: Sequence[Series], labels: Mapping[int, str]) -> pd.DataFrame:
    """Return one row a year of every given indicator, its numbers as numbers: what was chosen to be compared, as one table."""
    return pd.DataFrame(
        [
            {
                "番号": one.number,
                "指標": one.name,
                "単位": one.unit or "",
                "年度": labels[point.year],
                "目標": point.target,
                "実績": point.result,
                "達成率": _percent(point.attainment),
                "現状からの進み": _percent(point.progress),
                "判定": point_words.judgement(point),
            }
            for one in every
            for point in one.points
        ]
    )


def of_due(found: Iterable[Due], label: str, last_label: str) -> pd.DataFrame:
    """Return one row a target that is due, for reading and saving."""
    return pd.DataFrame(
        [
            {
                "番号": due.series.number,
                "指標": due.series.name,
                "単位": due.series.unit or "",
                "担当課": due.series.department,
                f"{label}の目標": due.target,
                f"{last_label}の実績": due.result,
                "目標まで": due_words.distance(due),
                "実施内容": due.series.activity,
            }
            for due in found
        ]
    )


def said(numbers: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `of_several` as an office writes them: thousands apart, with their unit."""
    written = {
        column: [words.number_text(value, unit) for value, unit in zip(numbers[column], numbers["単位"], strict=True)]
        for column in ("目標", "実績")
    }
    ratios = {column: numbers[column].map(words.percent_text) for column in point_words.RATIOS}
    return numbers.assign(**written, **ratios).drop(columns=["番号", "単位"])


def columns(table: pd.DataFrame) -> dict[str, Any]:
    """Return how a scrolling table shows its columns: thousands apart, ratios in percent, words not cut off."""
    shown: dict[str, Any] = {
        str(name): st.column_config.NumberColumn(format="localized")
        for name in table.columns
        if name != "番号" and pd.api.types.is_numeric_dtype(table[name])
    }
    shown |= {name: st.column_config.NumberColumn(format="percent") for name in point_words.RATIOS if name in table}
    return shown | {name: st.column_config.TextColumn(width=width) for name, width in WIDTHS.items() if name in table}


def _row(series: Series, labels: Mapping[int, str], year: int, without_outside: bool) -> dict[str, object]:
    point, trend = series.at(year), series.trend(year)
    row: dict[str, object] = {
        "番号": series.number,
        "指標": series.name,
        "単位": series.unit or "",
        **_figures(series, labels[year], year),
        "目標との差": point.gap if point else None,
        "判定": point_words.band(point),
        "達成率": _percent(point.attainment if point else None),
        "現状からの進み": _percent(point.progress if point else None),
        "理由": point_words.counted(point_words.reason(point), point, without_outside),
        "担当課": series.department,
        "傾向": trend.text if trend else words.NOTHING,
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
    said = words.short(evaluations.get(year, ""), QUOTE_LENGTH)
    untold = f"実績の数値なし：{words.place_text('result', label)}「{said}」" if said else words.NOTHING
    return {
        "年度": label,
        "目標": _with_first(point, series.unit),
        "実績": words.number_text(point.result, series.unit),
        "達成率": words.percent_text(point.attainment),
        "現状からの進み": words.percent_text(point.progress),
        "判定": point_words.judgement(point),
        "目標の出典": point_words.source(point.target_words),
        "実績の出典": point_words.source(point.result_words) if point.result is not None else untold,
    }


def _percent(ratio: float | None) -> float | None:
    return None if ratio is None else words.rounded(ratio)


def _with_first(point: Point, unit: str | None) -> str:
    said = words.number_text(point.target, unit)
    return f"{said}（当初 {words.number_text(point.first_target, unit)}）" if point.is_revised else said
