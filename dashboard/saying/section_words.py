"""How a section stands beside all others is said of both its roles; what it carries over is said in the words of each year."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from dashboard.facts.sections import ALL_SECTIONS, Stands, years_of
from dashboard.facts.standing import ABSENT, UNDONE
from dashboard.saying import standing_words
from dashboard.text import basis, markdown, words
from dashboard.text.records import Record, known

QUOTE_LENGTH: Final = 90


def answer_all(stands: Stands, names: Sequence[str], year: int, label_ja: str) -> str:
    """Return how many of the sections `names` have something left undone, and which the largest share."""
    parts = {name: years_of(stands, name).get(year, ABSENT) for name in names}
    troubled = sum(1 for part in parts.values() if part.undone)
    if not any(part.judged for part in parts.values()):
        return f"{label_ja}に{standing_words.NOTHING_JUDGED}"
    if len(parts) == 1:
        [(name, part)] = parts.items()
        return f"この計画の担当課は{name}だけです。{label_ja}は{standing_words.part_text(part)}が{UNDONE}です"
    if not troubled:
        return f"{label_ja}に{UNDONE}のある課はありません（{len(parts)}課中）"
    return (
        f"{label_ja}に{UNDONE}があるのは{len(parts)}課中{troubled}課、割合が最も高いのは{standing_words.worst_text(parts)}"
        f"（{_whole(stands, year)}）"
    )


def answer_one(stands: Stands, department: str, year: int, label_ja: str) -> str:
    """Return how a section stands as lead and as supporting section, against all sections and the year before."""
    own = years_of(stands, department)
    now, before = own.get(year, ABSENT), own.get(year - 1, ABSENT)
    if not now.judged:
        return f"{department}には、{label_ja}に判定できる事業がありません"
    roles = []
    for is_lead, label in words.LEADS.items():
        part = years_of(stands, department, is_lead).get(year, ABSENT)
        roles += [f"{label}{part.judged}件中{part.undone}件"] if part.judged else []
    earlier = f"、前年度は{before.judged}件中{before.undone}件" if before.judged else ""
    said = f"{department}の{label_ja}の{UNDONE}は{standing_words.part_text(now)}"
    return f"{said}：{'、'.join(roles)}（{_whole(stands, year)}{earlier}）"


def _whole(stands: Stands, year: int) -> str:
    return f"{ALL_SECTIONS}では{standing_words.share_text(years_of(stands, None).get(year, ABSENT))}"


def role_sentence(stands: Stands, department: str, year: int, label: str, is_lead: bool) -> str:
    """Return how a section stands in a role, with what could not be judged."""
    own, whole = years_of(stands, department, is_lead).get(year, ABSENT), years_of(stands, None, is_lead).get(year, ABSENT)
    outside = f"判定外（終了・記載なし）は{own.unjudged}件です。" if own.unjudged else ""
    return (
        f"{label}は{own.initiatives}件のうち、判定した{standing_words.part_text(own)}が{UNDONE}です。"
        f"{ALL_SECTIONS}では{standing_words.part_text(whole)}です。{outside}"
    )


def names_sentence(initiatives: pd.DataFrame, department: str) -> str:
    """Return under which other names the table tells this section: former names, and units within it; '' where none."""
    first = initiatives.drop_duplicates("number")
    said = [
        f"旧{name}の{count}件（番号{_numbers(first, 'former_department', name)}）"
        for name, count in first["former_department"].value_counts().items()
    ]
    units = [
        f"{name}の{count}件（番号{_numbers(first, 'department_unit', name)}）"
        for name, count in first["department_unit"].value_counts().items()
    ]
    sentences = []
    if said:
        sentences.append(f"{department}は課名が変わっています。進行管理表に{'、'.join(said)}とあるものを含みます。")
    if units:
        sentences.append(f"課内の{'、'.join(units)}を、{department}にまとめています。")
    return "".join(sentences)


def _numbers(first: pd.DataFrame, column: str, name: Any) -> str:
    return "・".join(str(number) for number in first.loc[first[column] == name, "number"])


def carried_note(run: Sequence[Record]) -> str:
    """Return a run of carrying over as Markdown: since when, how long, and the words of each year."""
    length = f"**{run[0]['label']}から{len(run)}年連続**" if len(run) > 1 else f"{run[0]['label']}から"
    reason = known(run[-1]["reason"])
    said = f"理由：{words.REASONS[reason]}" if reason else words.NO_REASON
    lines = [f"{words.carried_text(run[-1]['carried_rule'])}　{length}　{said}"]
    for item in run:
        quote = words.short(str(item["evidence"]), QUOTE_LENGTH)
        lines.append(f":gray[{item['label']}「{markdown.verbatim(quote)}」]")
        why = basis.note(item["rule"], item["confidence"])
        lines += [why] if why else []
    return "  \n".join(lines)
