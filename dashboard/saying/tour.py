"""Twelve questions are asked of a plan again and again; each has a way to its answer, a page with the right choices made.

What a plan does not tell (whose a row is, a year before, a cause outside the office) is not asked of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode

from dashboard.facts import undone_choice
from dashboard.facts.series import Series
from dashboard.text import words
from dashboard.text.folding import folded_text
from dashboard.text.records import Record

# So many indicators of a plan are asked about by name.
MOST_SUBJECTS: Final = 2
# The page that opens first has no path of its own.
HOME: Final = "./"
# The views of 比較・気づき that answer one question together, as that page calls them.
INSIGHTS: Final = ("動いた目標", "変わらない目標", "毎年上回る目標", "前年度と同じ評価", "食い違い")


@dataclass(frozen=True)
class Way:
    """A link: what it shows, the page's path, and the choices that its address holds."""

    label: str
    page: str
    choices: Mapping[str, str | Sequence[str]] = field(default_factory=dict)

    def address(self, filters: Mapping[str, Sequence[str]]) -> str:
        """Return the address relative to the app, with the filters in force where the way makes no choice of its own.

        A link to an address begins a session: within one, the choices that a visitor made before would win over the way's.
        """
        pairs = {**filters, **self.choices}
        return f"{self.page}?{urlencode(pairs, doseq=True)}" if pairs else self.page


@dataclass(frozen=True)
class Question:
    """A question as it is asked in a meeting, how to read its answer, and the ways to it."""

    text: str
    how: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Told:
    """What a plan tells: a year before, sections and which of them lead, goals or programs, misses put down to 新型コロナ."""

    has_before: bool = True
    has_sections: bool = True
    has_leads: bool = True
    has_parts: bool = True
    has_outside: bool = True


def subjects(flagships: Sequence[str], every: Sequence[Series]) -> tuple[str, ...]:
    """Return the names of the indicators to ask about: those that the plan's sidecar names, else those told in most years."""
    if flagships:
        return tuple(flagships[:MOST_SUBJECTS])
    aimed = sorted((one for one in every if one.has_target), key=lambda one: -len(one.points))
    return tuple(dict.fromkeys(one.name for one in aimed))[:MOST_SUBJECTS]


def example(frequent: Sequence[Record], names: Sequence[str]) -> str | None:
    """Return a word to search for: of the frame `search_suggestions` a system's, else the first; else an indicator's name."""
    found = sorted(frequent, key=lambda one: one["source"] != "latin")
    return next((str(one["word"]) for one in found), next(iter(names), None))


def options(every: Sequence[Series], word: str) -> tuple[str, ...]:
    """Return the indicators of the first initiative whose names hold a word, as the page of indicators calls them."""
    asked = folded_text(word)
    first = next((one for one in every if asked in folded_text(one.name)), None)
    of_it = [one for one in every if first is not None and one.number == first.number]
    return tuple(one.option for one in of_it if asked in folded_text(one.name))


def questions(
    year: str,
    last_year: str,
    every: Sequence[Series],
    asked: Sequence[str],
    word: str | None,
    department: str | None,
    told: Told,
) -> tuple[Question, ...]:
    """Return the questions: twelve, fewer for a plan that does not tell all that they ask.

    `year` is the label of the last evaluated year, `last_year` that of the plan's last; `asked` are the names of indicators,
    `word` is an example for a search and `department` one of a section.
    """
    covid = words.REASONS["covid"]
    found = (
        Question(
            "昨年度、どの数値目標に届かなかったか。どれだけ足りず、なぜか",
            f"{year}の数値目標を目標に遠い順に並べます。理由は「未達・繰越」の評価の文で確かめられます。",
            (
                Way(f"{year}の数値目標を遠い順に見る", "indicators", {"year": year}),
                Way(f"{year}の未達と理由を見る", "unmet", {"undone_in": year, "state": undone_choice.unmet_label()}),
            ),
        ),
        Question(
            "何が、いつから、どんなことばで先送りされ続けているか",
            "繰り越した事業を、続いている年数の長い順に並べます。年度ごとの評価の文が並びます。",
            (Way("繰越の続く事業を見る", "unmet", {"state": words.CARRIED_OVER.label}),),
        ),
        *(_indicator(name, every) for name in asked),
        told.has_sections
        and Question(
            f"自分の課は、{'主担当・主担当以外として、' if told.has_leads else ''}ほかの課と比べてどうか",
            "課ごとの件数、指標、未達、繰越をまとめて見ます。課は画面で選べます。",
            (Way("担当課の状況を見る", "departments", {"department": department} if department else {}),),
        ),
        told.has_before
        and Question(
            "前年度より悪くなったもの、良くなったものは何か",
            "「前年度より悪化」「前年度より改善」の2つの一覧が、概要の下の方にあります。",
            (Way(f"{year}の概要を見る", HOME, {"year": year}),),
        ),
        told.has_parts
        and Question(
            "計画のどの目標・施策・事業が苦戦しているか",
            "計画の体系に沿って、状況の件数を上から順に開けます。",
            (Way("目標体系を見る", "goals"),),
        ),
        _outside(covid, year)
        if told.has_outside
        else Question(
            "未達・繰越の理由は何が多いか",
            "理由ごとの件数を棒で見ます。棒を押すと、その理由のものに絞り込みます。",
            (Way("未達・繰越の理由を見る", "unmet", {"year": year}),),
        ),
        told.has_before
        and Question(
            "下げられた目標、変わらない目標、前年度と同じ評価はどれか",
            "目標の動きと評価の文を、前の年度と並べて見比べます。計画の文の写しや数値の食い違いも分かります。",
            (*(Way(f"「{view}」を見る", "insights", {"insight": view}) for view in INSIGHTS),),
        ),
        word is not None
        and Question(
            "ある人や団体、システム、ことばは、どこに書かれているか",
            f"すべての年度・すべての欄からことばを探します。例として「{word}」を探します。",
            (Way(f"「{word}」を探す", "search", {"find": word}),),
        ),
        Question(
            f"{last_year}に何をする予定か。前年度からの積み残しは何か",
            f"年度を{last_year}にすると、数値目標では{last_year}の目標が、未達・繰越では{year}から残るものと{last_year}の計画が分かります。",
            (
                Way(f"{last_year}の数値目標を見る", "indicators", {"year": last_year}),
                Way(f"{last_year}に残る積み残しと計画を見る", "unmet", {"year": last_year}),
            ),
        ),
        Question(
            "会議用のファイルとして持ち出せるか",
            "どの表にも「CSVで保存」「Excelで保存」があります。会議用のファイルは1つのページにまとめてあります。",
            (
                Way("会議用のファイルを選ぶ", "takeaway"),
                Way("データ一式（DuckDB）を見る", "data"),
            ),
        ),
    )
    return tuple(one for one in found if one)


def _outside(covid: str, year: str) -> Question:
    return Question(
        f"{covid}を理由にした未達はどれか。それを除くとどう見えるか",
        "理由で絞り込んだ一覧と、外的要因を除いて数えた数値目標の2つを見比べます。",
        (
            Way(f"{covid}を理由とするものを見る", "unmet", {"reason": covid}),
            Way("外的要因を除いた数値目標を見る", "indicators", {"year": year, "without_outside": "true"}),
        ),
    )


def _indicator(word: str, every: Sequence[Series]) -> Question:
    found = options(every, word)
    return Question(
        f"「{word}」の実績は、目標に対してどう動いたか",
        "目標・現状・計画の最終目標に対して、どう動いたかを1つのグラフで見ます。",
        (Way(f"「{word}」の指標を見る", "indicators", {"indicator": found} if found else {}),),
    )
