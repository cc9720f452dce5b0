"""What is odd is taken away as tables: how targets were moved and answered, and evaluations that repeat or contradict."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from dashboard.facts.contradictions import Contradiction
from dashboard.facts.copies import Copy
from dashboard.facts.series import Series, Words
from dashboard.facts.target_moves import Move
from dashboard.saying import point_words
from dashboard.text import words


def copied(copies: Iterable[Copy], repeated: str) -> pd.DataFrame:
    """Return one row a copy for taking away; `repeated` says what is repeated: '前年度の評価', '計画'."""
    return pd.DataFrame(
        [
            {
                "番号": copy.number,
                "実施事業": copy.program,
                "実施内容": copy.activity,
                "担当課": copy.department,
                "年度": copy.label,
                "文の違い": copy.grade,
                "状況": copy.status_text,
                "もとの年度": copy.before_label,
                repeated: copy.before,
                "評価": copy.now,
                "気づき": copy.message,
            }
            for copy in copies
        ]
    )


def contradicted(found: Iterable[Contradiction]) -> pd.DataFrame:
    """Return one row a contradiction with the words of both sides, for taking away."""
    return pd.DataFrame(
        [
            {
                "番号": one.number,
                "実施事業": one.program,
                "実施内容": one.activity,
                "担当課": one.department,
                "年度": one.label,
                "種類": one.kind_text,
                "気づき": one.message,
                "食い違うことば": "\n".join(f"{side.place}：{side.text}" for side in one.sides),
            }
            for one in found
        ]
    )


def years(one: Series) -> pd.DataFrame:
    """Return target, result and judgement of every year, a column a year."""
    targets = {point.label: words.number_text(point.target, one.unit) for point in one.points}
    results = {point.label: words.number_text(point.result, one.unit) for point in one.points}
    bands = {point.label: point.verdict.text for point in one.points}
    return pd.DataFrame([{"年度": "目標"} | targets, {"年度": "実績"} | results, {"年度": "判定"} | bands])


def results(every: Iterable[Series], labels: Sequence[str]) -> pd.DataFrame:
    """Return one row an indicator: its target and the results of all years with their attainment."""
    return pd.DataFrame(
        [
            {"番号": one.number, "指標": one.heading, "担当課": one.department, "目標": _targets(one)}
            | {label: _reached(one, label) for label in labels}
            for one in every
        ]
    )


def moved(moved: Mapping[Series, Sequence[Move]]) -> pd.DataFrame:
    """Return one row a move of the given indicators, with the words of both targets, for taking away."""
    return pd.DataFrame(
        [
            {
                "番号": one.number,
                "指標": one.name,
                "単位": one.unit or "",
                "担当課": one.department,
                "動き": move.direction,
                "前の年度": move.since,
                "前の目標": move.old,
                "前の目標の出典": _source(move.old_words),
                "年度": move.label,
                "目標": move.new,
                "目標の出典": _source(move.new_words),
                "実績": move.result,
                "前の目標に届いたか": {True: "届いた", False: "届いていない", None: words.NOTHING}[move.reaches_old],
                "実施内容": one.activity,
            }
            for one, its_moves in moved.items()
            for move in its_moves
        ]
    )


def _targets(one: Series) -> str:
    """Return the targets of an indicator, each value once: '4回、10回'."""
    stated = dict.fromkeys(point.target for point in one.points if point.target is not None)
    return "、".join(words.number_text(target, one.unit) for target in stated)


def _reached(one: Series, label: str) -> str:
    point = next((point for point in one.points if point.label == label), None)
    if point is None or point.result is None:
        return words.NOTHING
    said = words.number_text(point.result, one.unit)
    return f"{said} {point.band.word.symbol}{words.percent_text(point.attainment)}" if point.band else said


def _source(read: Words | None) -> str:
    return "" if read is None else point_words.source(read)
