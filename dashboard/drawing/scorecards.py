"""A section (担当課) answers for what it leads (主担当) and for its part in what others lead; the two are told apart.

Pure functions from the frames of `department_standing` and `department_initiatives` and the series of indicators to
sentences, figures and tables.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from dashboard.drawing import sparklines
from dashboard.facts import standing
from dashboard.facts.series import Series
from dashboard.facts.standing import ABSENT, UNDONE, Standing
from dashboard.frame import links
from dashboard.saying import point_words
from dashboard.text import basis, markdown, words
from dashboard.text.records import Record, known

ALL_SECTIONS: Final = "全課"
QUOTE_LENGTH: Final = 90
Stands = Mapping[tuple[str | None, bool | None], Mapping[int, Standing]]


def rows(frame: pd.DataFrame, department: str | None, is_lead: bool | None = None) -> pd.DataFrame:
    """Return the rows of `department_standing` for a section (None: all sections) in a role (None: both)."""
    own = frame["department"].isna() if department is None else frame["department"] == department
    role = frame["is_lead"].isna() if is_lead is None else (frame["is_lead"] == is_lead).fillna(False)
    return frame[own & role]


def read(frame: pd.DataFrame) -> Stands:
    """Return how each section, and all together (None), stands in each role (None: both) and year."""
    found: dict[tuple[str | None, bool | None], dict[int, Standing]] = {}
    for record in frame.to_dict("records"):
        department, is_lead = known(record["department"]), known(record["is_lead"])
        role = None if is_lead is None else bool(is_lead)
        found.setdefault((department, role), {})[int(record["year"])] = standing.read(record)
    return found


def years_of(stands: Stands, department: str | None, is_lead: bool | None = None) -> Mapping[int, Standing]:
    """Return how a section stands in each year; a year without it is left out."""
    return stands.get((department, is_lead), {})


def ranked(stands: Stands, year: int) -> list[str]:
    """Return the sections with the most trouble of a year first."""
    names = {department for department, _ in stands if department is not None}
    return sorted(names, key=lambda name: (years_of(stands, name).get(year, ABSENT).rank, name))


def answer_all(stands: Stands, names: Sequence[str], year: int, label_ja: str) -> str:
    """Return how many of the sections `names` have something left undone, and which the largest share."""
    parts = {name: years_of(stands, name).get(year, ABSENT) for name in names}
    troubled = sum(1 for part in parts.values() if part.undone)
    if not any(part.judged for part in parts.values()):
        return f"{label_ja}に{standing.NOTHING_JUDGED}"
    if len(parts) == 1:
        [(name, part)] = parts.items()
        return f"この計画の担当課は{name}だけです。{label_ja}は{standing.part_text(part)}が{UNDONE}です"
    if not troubled:
        return f"{label_ja}に{UNDONE}のある課はありません（{len(parts)}課中）"
    return (
        f"{label_ja}に{UNDONE}があるのは{len(parts)}課中{troubled}課、割合が最も高いのは{standing.worst_text(parts)}"
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
    return (
        f"{department}の{label_ja}の{UNDONE}は{standing.part_text(now)}：{'、'.join(roles)}（{_whole(stands, year)}{earlier}）"
    )


def _whole(stands: Stands, year: int) -> str:
    return f"{ALL_SECTIONS}では{standing.share_text(years_of(stands, None).get(year, ABSENT))}"


def role_sentence(stands: Stands, department: str, year: int, label: str, is_lead: bool) -> str:
    """Return how a section stands in a role, with what could not be judged."""
    own, whole = years_of(stands, department, is_lead).get(year, ABSENT), years_of(stands, None, is_lead).get(year, ABSENT)
    outside = f"判定外（終了・記載なし）は{own.unjudged}件です。" if own.unjudged else ""
    return (
        f"{label}は{own.initiatives}件のうち、判定した{standing.part_text(own)}が{UNDONE}です。"
        f"{ALL_SECTIONS}では{standing.part_text(whole)}です。{outside}"
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


def carried(initiatives: pd.DataFrame, year: int) -> list[list[Record]]:
    """Return the years of each initiative that is carried over in `year`, back to where its run began, longest first."""
    own: dict[int, list[Record]] = {}
    now = []
    for item in initiatives[initiatives["year"] <= year].sort_values("year").to_dict("records"):
        own.setdefault(int(item["number"]), []).append(item)
        if item["year"] == year and item["is_carried_over"]:
            now.append(item)
    now.sort(key=lambda item: (-item["carried_run"], item["number"]))
    return [[each for each in own[int(item["number"])] if each["year"] > year - item["carried_run"]] for item in now]


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


def initiatives_table(initiatives: pd.DataFrame, labels: Mapping[int, str]) -> pd.DataFrame:
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
            | {label: told.get(year, words.NOTHING) for year, label in standing.newest_first(labels).items()}
        )
    return pd.DataFrame(table)


def indicators_table(every: Sequence[Series], labels: Mapping[int, str], year: int) -> pd.DataFrame:
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
