"""A heading says what a column holds, its position says nothing; and every city words its headings its own way.

These are whole headings of a table that was printed (担当課, 所管部署): known or not, with no doubt between. Of a file's grid,
whose headings are weighed against what stands below them, the words are `loaders.mapping.cues`.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from loaders.model import Kind, Place
from loaders.prose.eras import ERAS, find_eraless_year, find_fiscal_year, without_fiscal_year


class Field(StrEnum):
    """What a column says about the initiative itself."""

    NUMBER = "number"
    PROGRAM = "program"
    LEAD = "lead"
    DEPARTMENT = "department"
    ACTIVITY = "activity"
    MEASURE = "measure"
    UNIT = "unit"


# What a heading says that its column holds; None where it is not known.
Meaning = Field | Place | None

# Whole headings as cities word them, after NFKC, set apart by spaces.
FIELD_WORDS: dict[Field, str] = {
    Field.NUMBER: "番号 No. No 通番 通し番号 整理番号 事業番号 項番 連番",
    Field.PROGRAM: (
        "実施事業 実施事業名 事業名 事業名称 事業 事務事業 事務事業名 施策 施策名 基本施策 個別施策 "
        "取組 取組名 取り組み 取組項目 取組事項 具体的取組 実施項目 施策の柱 基本目標 基本方針 重点施策 重点目標 施策の方向 "
        "施策の方向性 政策 政策名 分野 大項目 中項目 小項目 柱"
    ),
    Field.LEAD: "主担当 主管 主 主担当区分 主担当課区分 主管区分",
    Field.DEPARTMENT: (
        "担当課 担当課名 担当課等 担当課室 担当課(係) 担当部課 担当部局 担当部署 担当 "
        "所管課 所管課名 所管課等 所管部署 所管 主管課 実施課 関係課 協力課 連携課 関係部署"
    ),
    Field.ACTIVITY: (
        "実施内容 事業内容 事業概要 取組内容 取組概要 具体的な取組 具体的内容 施策内容 概要 内容 "
        "取組のねらい ねらい 目的 事業目的"
    ),
    Field.MEASURE: "指標 指標名 評価指標 成果指標 活動指標 目標指標 数値指標 管理指標 重要業績評価指標 KPI",
    Field.UNIT: "単位 指標の単位",
}

# What is left of a heading when its fiscal year is taken out.
PLAN_WORDS = (
    "内容及び目標 内容・目標 内容と目標 実施内容及び目標 取組内容及び目標 目標 目標値 数値目標 年度目標 "
    "計画 計画値 計画内容 事業計画 実施計画 取組計画 予定 実施予定 取組予定 内容 実施内容 取組内容 事業内容 "
    "予定値 目安 目安値 見込 見込み 見込値 方針 取組方針 取組 取り組み 取組事項"
)
RESULT_WORDS = (
    "評価 事後評価 自己評価 実績 実績値 実施実績 取組実績 事業実績 実績及び評価 実績・評価 結果 実施結果 取組結果 結果及び評価 "
    "達成状況 達成度 進捗 進捗状況 進行状況 実施状況 取組状況 状況 成果 検証 "
    "効果検証 点検 点検結果 効果 総括 振り返り 実施報告 決算 所見"
)
BASELINE_GOAL_WORDS = (
    "現状及び事業目標 現状及び目標 現状と目標 現状・目標 現状と課題 現状 現状値 現況 現況値 基準値 基準 当初値 策定時 "
    "計画策定時 計画策定時の現状 計画当初 ベースライン 事業目標 目標 目標値 数値目標 年次目標"
)
# What is to be reached when the plan ends, whichever year the heading names.
FINAL_GOAL_WORDS = "最終目標 最終目標値 最終年度目標 計画目標 計画目標値 計画期間目標 全体目標 到達目標 目指す値 目標指標値"
# What a heading of 現状及び事業目標 is made of, whichever years it names: 現状(平成30年度)と目指す姿(令和4年度).
_STATES = (
    "現状|現況|現在(?:状況)?|課題|背景|基準値?|実態|出発点|(?:計画|事業)?(?:策定|開始|着手)[時前](?:状況|現状|実態|値)?"
    "|(?:計画)?当初(?:状況|値)?"
)
_AIMS = (
    "(?:事業|数値|最終|到達|達成|計画|成果|最終年度|計画期間|期間)*目標値?|(?:目指す|めざす)(?:べき)?(?:姿|水準|値|ところ)"
    "|あるべき姿|将来像|到達(?:点|水準)|最終(?:値|年度)?"
)
_STATE_AND_AIM = re.compile(
    rf"(?=.*(?:{_STATES}))(?:(?:{_STATES}|{_AIMS})(?:値|と|及び|並びに|および|から|[→⇒➡~〜、,]|より)*)+"
)
_AIM = re.compile(_AIMS)
# A heading without a year that ends so states or aims, whatever stands before: 計画期間における到達目標.
_STATES_OR_AIMS = re.compile(r".{1,14}(?:目標|現状|現況)値?")
# A goal's value alone: of the year that its heading names, or of the plan's end where that year lies beyond the others.
_GOAL_ALONE = frozenset({"目標", "目標値", "数値目標", "年度目標"})

# A heading each with the column that it means; the tests are made from this table.
EXAMPLES: dict[str, Meaning] = {
    "番号": Field.NUMBER,
    "Ｎｏ．": Field.NUMBER,
    "実施事業": Field.PROGRAM,
    "事業名": Field.PROGRAM,
    "主担当": Field.LEAD,
    "担当課": Field.DEPARTMENT,
    "所管課": Field.DEPARTMENT,
    "担当部署": Field.DEPARTMENT,
    "実施内容": Field.ACTIVITY,
    "現状及び事業目標": Place(Kind.BASELINE_GOAL, None),
    "現状": Place(Kind.BASELINE_GOAL, None),
    "平成29年度内容及び目標": Place(Kind.PLAN, 2017),
    "令和元年度評価": Place(Kind.RESULT, 2019),
    "R3目標": Place(Kind.PLAN, 2021),
    "令和２年度　取組実績": Place(Kind.RESULT, 2020),
    "実績(令和2年度)": Place(Kind.RESULT, 2020),
    "取組内容〔指標・単位〕": Field.ACTIVITY,
    "2021年度 達成状況": Place(Kind.RESULT, 2021),
    "【H30】結果": Place(Kind.RESULT, 2018),
    "令和元年度の実施状況・検証": Place(Kind.RESULT, 2019),
    "現状(平成30年度)と目指す姿(令和4年度)": Place(Kind.BASELINE_GOAL, None),
    "現状値(H30)": Place(Kind.BASELINE_GOAL, None),
    "現況→R5目標": Place(Kind.BASELINE_GOAL, None),
    "令和2年度の主な取組実績": Place(Kind.RESULT, 2020),
    "平成30年度目標に対する達成状況": Place(Kind.RESULT, 2018),
    "R3目標値(人)": Place(Kind.PLAN, 2021),
    "現状(平成28年度末)": Place(Kind.BASELINE_GOAL, None),
    "最終目標(令和5年度末)": Place(Kind.BASELINE_GOAL, None),
    "30年度実績": Place(Kind.RESULT, 2018),
    "元年度計画": Place(Kind.PLAN, 2019),
    "H28現状値": Place(Kind.BASELINE_GOAL, None),
    "計画策定時の状況及び到達目標": Place(Kind.BASELINE_GOAL, None),
    "事業開始前の現状と目標値": Place(Kind.BASELINE_GOAL, None),
    "計画期間における到達目標": Place(Kind.BASELINE_GOAL, None),
    "現況値 → 最終目標（令和8年度）": Place(Kind.BASELINE_GOAL, None),
    "計画策定時の状況及び計画期間の到達目標": Place(Kind.BASELINE_GOAL, None),
    "策定時の実態・めざす水準": Place(Kind.BASELINE_GOAL, None),
    "基本目標": Field.PROGRAM,
    "目標指標": Field.MEASURE,
    "令和2年度状況": Place(Kind.RESULT, 2020),
    "成果指標": Field.MEASURE,
    "重要業績評価指標(KPI)": Field.MEASURE,
    "単位": Field.UNIT,
    "令和元年度目安値": Place(Kind.PLAN, 2019),
    "令和元年度実績・所見": Place(Kind.RESULT, 2019),
    "備考": None,
    "多様な防災情報の発信": None,
}

# A year's columns that are neither its plan nor what came of it.
_BESIDE_A_YEAR = re.compile("(?:備考|摘要|予算額?|事業費|経費|費用|コスト|担当.{0,3}|理由|根拠|資料|単位)$")
# The last noun of a heading in a city's own words, with the column that it means: 計画事業名, 主管の係, アクション.
_FIELD_ENDS = {
    field: re.compile(f"(?:{ending})$")
    for field, ending in {
        Field.NUMBER: r"番号|通番|連番|項番|no\.?",
        Field.UNIT: "単位",
        Field.MEASURE: "指標(?:名|項目)?|kpi",
        Field.DEPARTMENT: "(?:部局|部|局|課|室|係|班|部署|担当|担当者|所管|主管|所属)(?:名|等)?",
        Field.PROGRAM: (
            "(?:事業|施策|取組み?|取り組み|項目|アクション|プラン|プロジェクト|プログラム|方針|政策|目標|分野|柱|業務)名?称?"
        ),
        Field.ACTIVITY: "内容|概要|ねらい|目的|説明",
    }.items()
}

_SIGNS = str.maketrans("", "", "()[]〔〕【】<>〈〉《》「」:・-_/の")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|〔[^〔〕]*〕")
# Longer than any heading: what ends in a heading's word here is a sentence.
_LONGEST = 20


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """Leave out the signs with which headings are set apart, so that '実績(令和2年度)' is said as '令和2年度実績'."""
    return without_fiscal_year(text).translate(_SIGNS).casefold()


_FIELDS = {_bare(word): field for field, words in FIELD_WORDS.items() for word in words.split()}
_YEARLY = {_bare(w): Kind.PLAN for w in PLAN_WORDS.split()} | {_bare(w): Kind.RESULT for w in RESULT_WORDS.split()}
_FINAL = {_bare(w) for w in FINAL_GOAL_WORDS.split()}
_YEARLESS = {_bare(w) for w in BASELINE_GOAL_WORDS.split()} | _FINAL
_LONGEST_FIRST = tuple(sorted(_YEARLY, key=len, reverse=True))
# Where a heading without an era stands beside none with one, it is of the eras that adjoin here: 30年度, 元年度, 2年度.
_LATEST_ERA = ERAS[0].first_year


def _without_aside(text: str) -> str:
    return _bare(_ASIDE.sub("", unicodedata.normalize("NFKC", text)))


def states_and_aims(text: str) -> bool:
    """Return whether a heading says that its cells tell how things stand and what they shall come to.

    >>> states_and_aims("現状(H30)→最終(R10)"), states_and_aims("策定時の実態・めざす水準"), states_and_aims("現状値")
    (True, True, False)
    """
    words = _without_aside(text)
    return _STATE_AND_AIM.fullmatch(words) is not None and _AIM.search(words) is not None


def read_heading(text: str, near: int = _LATEST_ERA) -> Meaning:
    """Return what the column under this heading holds, None where the heading is not known.

    `near` is a year that a neighbouring heading names, which tells the era of one that names none (30年度実績).

    >>> read_heading("平成29年度内容及び目標"), read_heading("2年度実績", near=2019)
    (Place(kind=<Kind.PLAN: 'plan'>, year=2017), Place(kind=<Kind.RESULT: 'result'>, year=2020))
    """
    year, bare, without_aside = find_fiscal_year(text) or find_eraless_year(text, near), _bare(text), _without_aside(text)
    if _STATE_AND_AIM.fullmatch(without_aside):
        return Place(Kind.BASELINE_GOAL, None)
    kind = _kind_in_year(bare) or _kind_in_year(without_aside)
    if year is not None and kind is not None and without_aside not in _FINAL:
        return Place(kind, year)
    if bare in _YEARLESS or without_aside in _YEARLESS:
        return Place(Kind.BASELINE_GOAL, None)
    if year is not None:
        return None
    field = _FIELDS.get(bare) or _FIELDS.get(without_aside)
    return field or (Place(Kind.BASELINE_GOAL, None) if _STATES_OR_AIMS.fullmatch(without_aside) else None)


def read_headings(texts: Sequence[str], *, is_heading: bool = False) -> tuple[Meaning, ...]:
    """Return what each column of a table holds, the headings read together.

    An era that one heading leaves out is its neighbour's. Where a year has two columns and the words leave one of them open,
    it is what the other is not: the plan comes first, what came of it second. 目標値(R4) behind columns of H29 to R2 is the
    goal for the end of the plan: the table says nothing of what came of it, nor of the years between. `is_heading`: the line
    is known to be no row of the table, so that the last noun of a city's own wording tells what it names (計画事業名).
    """
    columns: list[Meaning] = []
    near = next((year for text in texts if (year := find_fiscal_year(text))), _LATEST_ERA)
    for text in texts:
        near = find_fiscal_year(text) or find_eraless_year(text, near) or near
        columns.append(read_heading(text, near))
    columns = _with_like_words(_with_the_other_half(columns, texts), texts)
    if is_heading:
        columns = _with_fields_by_their_ends(columns, texts)
    evaluated = {c.year for c in columns if isinstance(c, Place) and c.kind is Kind.RESULT and c.year is not None}
    return tuple(_or_end_of_plan(column, text, evaluated) for column, text in zip(columns, texts, strict=True))


def _with_the_other_half(columns: Sequence[Meaning], texts: Sequence[str]) -> list[Meaning]:
    """Return the columns; a year's two are its plan and what came of it where words leave it open."""
    stated = list(columns)
    for year, positions in _columns_of_years(columns, texts).items():
        kinds = [column.kind if isinstance(column := columns[at], Place) else None for at in positions]
        if len(positions) != 2 or (kinds[0] is None and kinds[1] is Kind.PLAN):
            continue
        if kinds[1] is None:
            stated[positions[1]] = Place(Kind.RESULT if kinds[0] is not Kind.RESULT else Kind.PLAN, year)
        if kinds[0] is None:
            stated[positions[0]] = Place(Kind.PLAN, year)
    return stated


def _with_like_words(columns: Sequence[Meaning], texts: Sequence[str]) -> list[Meaning]:
    """Return the columns; what words mean in one year they mean in the last one too, whose evaluation does not stand yet."""
    said = {_bare(text): c.kind for c, text in zip(columns, texts, strict=True) if isinstance(c, Place) and c.year is not None}
    stated = list(columns)
    for at, text in enumerate(texts):
        year, kind = find_fiscal_year(text), said.get(_bare(text))
        if columns[at] is None and year is not None and kind is not None:
            stated[at] = Place(kind, year)
    return stated


def _columns_of_years(columns: Sequence[Meaning], texts: Sequence[str]) -> dict[int, list[int]]:
    """Return the positions of each year's columns, without those of notes (R1備考) and of years alone.

    Where a city's own words come back year after year, words that stand once are no year's: めざす姿(令和3年度).
    """
    found: dict[int, list[int]] = defaultdict(list)
    own = Counter(
        _bare(text) for c, text in zip(columns, texts, strict=True) if c is None and find_fiscal_year(text) is not None
    )
    yearly = {bare for bare, count in own.items() if count > 1}
    for at, (column, text) in enumerate(zip(columns, texts, strict=True)):
        year = column.year if isinstance(column, Place) else find_fiscal_year(text) if column is None else None
        bare = _bare(text)
        is_open = column is None and (
            not bare or len(bare) > _LONGEST or _BESIDE_A_YEAR.search(bare) or (yearly and bare not in yearly)
        )
        if year is not None and not is_open:
            found[year].append(at)
    return found


def _with_fields_by_their_ends(columns: Sequence[Meaning], texts: Sequence[str]) -> list[Meaning]:
    """Return the columns with those of the initiative itself that a heading's last noun tells."""
    stated = list(columns)
    for at, text in enumerate(texts):
        bare = _bare(_ASIDE.sub("", unicodedata.normalize("NFKC", text)))
        if columns[at] is not None or find_fiscal_year(text) is not None or len(bare) > _LONGEST:
            continue
        field = next((field for field, ending in _FIELD_ENDS.items() if ending.search(bare)), None)
        stated[at] = None if field is Field.NUMBER and Field.NUMBER in stated else field
    return stated


def _or_end_of_plan(column: Meaning, text: str, evaluated: set[int]) -> Meaning:
    """Return 現状及び事業目標 for a goal of a year that no evaluated year leads up to, other columns as they are."""
    if not isinstance(column, Place) or column.kind is not Kind.PLAN or column.year is None or not evaluated:
        return column
    is_goal_alone = not _GOAL_ALONE.isdisjoint({_bare(text), _bare(_ASIDE.sub("", unicodedata.normalize("NFKC", text)))})
    is_beyond = column.year > max(evaluated) + 1
    return Place(Kind.BASELINE_GOAL, None) if is_goal_alone and is_beyond else column


# Headings of a column that states but one of the two: 現状値 18分 beside 目標値 10分以内.
_ONE_STATEMENT = re.compile(r"(?P<state>現状|現況|基準|当初|策定時|ベースライン)|(?P<goal>目標|目指す|将来像|あるべき|到達点)")


def statement_label(heading: str) -> str:
    """Return the label that the heading of a column of 現状及び事業目標 is to its cells: whether they state or aim.

    '' where it says both or neither. The year that it names, and notes in brackets, are left out.

    >>> statement_label("基準値(H28)"), statement_label("令和6年度目標値"), statement_label("現状及び事業目標")
    ('基準値', '目標値', '')
    """
    found = {match.lastgroup for match in _ONE_STATEMENT.finditer(heading)}
    return without_fiscal_year(_ASIDE.sub("", unicodedata.normalize("NFKC", heading))) if len(found) == 1 else ""


def _kind_in_year(bare: str) -> Kind | None:
    """Return what a year's heading names. The head of a Japanese phrase is its end: 目標に対する達成状況 is about 達成状況."""
    if len(bare) > _LONGEST or not bare.endswith(_LONGEST_FIRST):
        return None
    return next((_YEARLY[word] for word in _LONGEST_FIRST if bare.endswith(word)), None)
