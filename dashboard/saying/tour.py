"""Twelve questions are asked of a plan again and again; each has a way to its answer, a page with the right choices made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode

from dashboard.facts import undone_years as matrix
from dashboard.facts.series import Series
from dashboard.text import words
from dashboard.text.folding import folded_text

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


def options(every: Sequence[Series], word: str) -> tuple[str, ...]:
    """Return the indicators of the first initiative whose names hold a word, as the page of indicators calls them."""
    asked = folded_text(word)
    first = next((one for one in every if asked in folded_text(one.name)), None)
    of_it = [one for one in every if first is not None and one.number == first.number]
    return tuple(one.option for one in of_it if asked in folded_text(one.name))


def questions(year: str, last_year: str, every: Sequence[Series], word: str, department: str | None) -> tuple[Question, ...]:
    """Return the twelve questions.

    `year` is the label of the last evaluated year, `last_year` that of the plan's last; `word` is an example for a search and
    `department` one of a section.
    """
    covid = words.REASONS["covid"]
    return (
        Question(
            "昨年度、どの数値目標に届かなかったか。どれだけ足りず、なぜか",
            f"{year}の数値目標を目標に遠い順に並べます。理由は「未達・繰越」の評価の文で確かめられます。",
            (
                Way(f"{year}の数値目標を遠い順に見る", "indicators", {"year": year}),
                Way(f"{year}の未達と理由を見る", "unmet", {"undone_in": year, "state": matrix.unmet_label()}),
            ),
        ),
        Question(
            "何が、いつから、どんなことばで先送りされ続けているか",
            "繰り越した事業を、続いている年数の長い順に並べます。年度ごとの評価の文が並びます。",
            (Way("繰越の続く事業を見る", "unmet", {"state": words.CARRIED_OVER.label}),),
        ),
        _indicator("防災メール", "目標・現状・計画の最終目標に対して、登録者数がどう動いたかを1つのグラフで見ます。", every),
        _indicator("ICT研修", "回数と参加人数が、目標に対してどう動いたかを年度別に見ます。", every),
        Question(
            "自分の課は、主担当・主担当以外として、ほかの課と比べてどうか",
            "課ごとの件数、指標、未達、繰越をまとめて見ます。課は画面で選べます。",
            (Way("担当課の状況を見る", "departments", {"department": department} if department else {}),),
        ),
        Question(
            "前年度より悪くなったもの、良くなったものは何か",
            "「前年度より悪化」「前年度より改善」の2つの一覧が、概要の下の方にあります。",
            (Way(f"{year}の概要を見る", HOME, {"year": year}),),
        ),
        Question(
            "計画のどの目標・施策・事業が苦戦しているか",
            "計画の体系に沿って、状況の件数を上から順に開けます。",
            (Way("目標体系を見る", "goals"),),
        ),
        Question(
            f"{covid}を理由にした未達はどれか。それを除くとどう見えるか",
            "理由で絞り込んだ一覧と、外的要因を除いて数えた数値目標の2つを見比べます。",
            (
                Way(f"{covid}を理由とするものを見る", "unmet", {"reason": covid}),
                Way("外的要因を除いた数値目標を見る", "indicators", {"year": year, "without_outside": "true"}),
            ),
        ),
        Question(
            "下げられた目標、変わらない目標、前年度と同じ評価はどれか",
            "目標の動きと評価の文を、前の年度と並べて見比べます。計画の文の写しや数値の食い違いも分かります。",
            (*(Way(f"「{view}」を見る", "insights", {"insight": view}) for view in INSIGHTS),),
        ),
        Question(
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


def _indicator(word: str, how: str, every: Sequence[Series]) -> Question:
    found = options(every, word)
    text = f"「{word}」の実績は、目標に対してどう動いたか"
    return Question(text, how, (Way(f"「{word}」の指標を見る", "indicators", {"indicator": found} if found else {}),))
