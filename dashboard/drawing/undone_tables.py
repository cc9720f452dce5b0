"""What was left undone is taken to a meeting as a table: a row an undone year, or a row an initiative that is left over."""

from collections.abc import Sequence

import pandas as pd

from dashboard.facts import next_plan
from dashboard.facts.left_over import LeftOver
from dashboard.facts.undone_years import InitiativeYears
from dashboard.text import words


def years(rows: Sequence[InitiativeYears]) -> pd.DataFrame:
    """Return one row an undone year, with its words and the next year's plan: what a meeting takes away."""
    return pd.DataFrame(
        [
            {
                "番号": row.number,
                "実施事業": row.program,
                "実施内容": row.activity,
                "担当課": row.department,
                "年度": year.label,
                "状況": words.STATUSES[year.status].label if year.status else "",
                "繰越": words.CARRIED_OVER.label if year.is_carried_over else "",
                "繰越の種類": words.CARRIED_KINDS.get(year.carried_rule, ""),
                "最長の連続年数": row.longest.length,
                "理由": words.reason_text(year.reason),
                "届かなかった目標": "、".join(year.missed),
                "内容及び目標": year.plan,
                "評価": year.evaluation,
                "判定の理由": year.basis,
                "翌年度の内容及び目標": after.plan if (after := row.after(year)) else "",
                "翌年度の状況": words.STATUSES[after.status].label if after and after.status else "",
            }
            for row in rows
            for year in row.undone
        ]
    )


def left_over(found: Sequence[LeftOver], label: str, next_label: str) -> pd.DataFrame:
    """Return one row an initiative left over, with what is planned for it."""
    return pd.DataFrame(
        [
            {
                "番号": one.row.number,
                "実施内容": one.row.activity,
                "担当課": one.row.department,
                f"{label}の状況": " ".join(one.year.full_signs),
                "続いた年数": one.years,
                "理由": words.reason_text(one.year.reason),
                "判定の理由": one.year.basis,
                "計画の書き方": next_plan.LABELS[one.again],
                f"{next_label}の計画": one.after.plan.strip() if one.after and one.after.plan.strip() else "記載なし",
            }
            for one in found
        ]
    )
