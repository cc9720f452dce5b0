"""A reminder to the sections names each target whose evaluation answers with no number, ready to be sent as a mail."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import pandas as pd

from dashboard.text import words
from dashboard.text.records import Record


def mails(frame: pd.DataFrame, plan: str) -> Iterator[tuple[str, str]]:
    """Yield a section and its mail, for each section that has targets without a number; `frame` is in the sections' order."""
    for section, found in groupby(frame.to_dict("records"), key=lambda row: str(row["department"])):
        rows = list(found)
        yield section, _mail(section, rows, plan)


def _mail(section: str, rows: Sequence[Record], plan: str) -> str:
    year = str(rows[0]["label_ja"])
    lines = [
        f"・番号{row['number']}　{row['activity']}：「{row['indicator']}」"
        f"目標{words.number_text(float(row['target']), row['unit'] if isinstance(row['unit'], str) else None)}"
        for row in rows
    ]
    return "\n".join(
        [
            f"件名：{plan}　{year}の実績の数値について（お願い）",
            "",
            f"{section}　ご担当者様",
            "",
            f"{plan}の進行管理表で、次の数値目標{len(rows)}件は、{year}の評価に実績の数値が書かれていません。",
            "実績の数値（目標と同じ単位）をお知らせください。集計していない場合は、その理由をお知らせください。",
            "",
            *lines,
            "",
            "よろしくお願いいたします。",
        ]
    )
