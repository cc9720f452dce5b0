"""A section's initiatives and indicators as tables: a row each, with every year's status, or how its figures ran."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.drawing import sparklines, standing_tables
from dashboard.facts.series import Series
from dashboard.frame import links
from dashboard.saying import point_words
from dashboard.text import markdown, words
from dashboard.text.records import known


def initiatives(initiatives: pd.DataFrame, labels: Mapping[int, str]) -> pd.DataFrame:
    """Return one row an initiative of a section: its role, and the status of every year."""
    table = []
    for number, own in initiatives.groupby("number", sort=False):
        head = own.iloc[0]
        told = {int(item["year"]): words.status_text(item["status"], item["is_carried_over"]) for _, item in own.iterrows()}
        aside = [name for name in (known(head["department_unit"]), _former(head)) if name]
        table.append(
            {
                "番号": int(str(number)),
                "実施内容": head["activity"],
                "事業": head["program_code"],
                "担当": words.LEADS[bool(head["is_lead"])] + (f"（{'、'.join(aside)}）" if aside else ""),
            }
            | {label: told.get(year, words.NOTHING) for year, label in standing_tables.newest_first(labels).items()}
        )
    return pd.DataFrame(table)


def indicators(every: Sequence[Series], labels: Mapping[int, str], year: int) -> pd.DataFrame:
    """Return one row an indicator: how it ran, target and result of the year, and the last result before it with its year."""
    return pd.DataFrame([_indicator(one, labels, year) for one in every])


def _indicator(one: Series, labels: Mapping[int, str], year: int) -> dict[str, str]:
    now, label = one.at(year), labels[year]
    before = next(reversed(one.results(year - 1)), None)
    has_result = now is not None and now.result is not None
    trend = one.trend(year) if has_result else None
    return {
        "指標": markdown.link(one.heading, links.initiative_address(one.number)),
        "推移": sparklines.line(one, labels),
        f"{label}の目標": words.number_text(now.target if now else None, one.unit),
        f"{label}の実績": words.number_text(now.result if now else None, one.unit),
        f"{label}の判定": point_words.judgement(now),
        "達成率": words.percent_text(now.attainment) if now else words.NOTHING,
        "それより前の実績": f"{before.label} {words.number_text(before.result, one.unit)}" if before else words.NOTHING,
        "傾向": trend.text if trend else words.NOTHING,
    }


def _former(head: "pd.Series[Any]") -> str | None:
    name = known(head["former_department"])
    return f"旧{name}" if name else None
