"""What is quoted in a meeting must be found again: its words go along with the document's title, page, number and year."""

from collections.abc import Mapping

import pandas as pd

from dashboard.facts.series import Point, Series
from dashboard.saying import point_words
from dashboard.text import words
from dashboard.text.records import Record, known, text_of


def source(head: Record, body: str) -> str:
    """Return where an initiative stands: '印西市「進行管理表」3ページ、番号11「研修の実施」（指導課）'."""
    printed_on = known(head["source_page"])
    page = "" if printed_on is None else f"{int(printed_on)}ページ、"
    whose = words.of_section(f"「{head['activity']}」", str(head["department"]))
    return f"{body}「{head['document']}」{page}番号{head['number']}{whose}"


def words_of(cells: pd.DataFrame, year: int, label_ja: str, at: str) -> str:
    """Return what is written of a year as a line to quote: its evaluation, else its plan; '' where neither is written."""
    for kind in ("result", "plan"):
        here = cells[(cells["kind"] == kind) & (cells["year"] == year)]
        said = " ".join(" ".join(text_of(text).split()) for text in here["text"]).strip()
        if said:
            return f"{label_ja}の{words.KINDS[kind]}「{said}」 出典：{at}"
    return ""


def figures(found: tuple[Series, ...], year: int, labels_ja: Mapping[int, str], at: str) -> list[str]:
    """Return what is known of each indicator in a year as a line to quote; an indicator without that year has none."""
    return [
        f"{one.heading} {labels_ja[year]}：{_numbers(one, point)} 出典：{at} {_quotes(point)}".strip()
        for one in found
        if (point := one.at(year)) is not None
    ]


def _numbers(one: Series, point: Point) -> str:
    """The figures of a year; what is worked out of them is told to be so, for it stands in no document."""
    stated = {"目標": point.target, "実績": point.result}
    said = [f"{name}{words.number_text(value, one.unit)}" for name, value in stated.items() if value is not None]
    ratios = dict(zip(point_words.RATIOS, (point.attainment, point.progress), strict=True))
    worked_out = [f"{name}{words.percent_text(ratio)}" for name, ratio in ratios.items() if ratio is not None]
    return "、".join(said) + (f"（{'、'.join(worked_out)}は計算した値）" if worked_out else "")


def _quotes(point: Point) -> str:
    """The words that the figures were read from."""
    read = dict.fromkeys(point_words.source(each) for each in (point.target_words, point.result_words) if each)
    return "、".join(read)
