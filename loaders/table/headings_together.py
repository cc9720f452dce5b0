"""The headings of a table are read together: what one leaves open its neighbours say, of a year, its era, its other half."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from loaders.model import Kind, Place
from loaders.patterns import Pattern
from loaders.prose.eras import find_eraless_year, find_fiscal_year
from loaders.prose.widths import folded
from loaders.table.heading_words import Field, Meaning
from loaders.table.printed_headings import LATEST_ERA, LONGEST, aims, bare_without_aside, bare_words, read_heading

# What another reader makes of headings, by their words (`as_told`).
Told = Mapping[str, Meaning]

_BASELINE_GOAL = Place(Kind.BASELINE_GOAL, None)
# A goal's value alone: of the year that its heading names, or of the plan's end where that year lies beyond the others.
_GOAL_ALONE = frozenset({"目標", "目標値", "数値目標", "年度目標"})

# A year's columns that are neither its plan nor what came of it.
_BESIDE_A_YEAR = Pattern("(?:備考|摘要|予算額?|事業費|経費|費用|コスト|担当.{0,3}|理由|根拠|資料|単位)$")
# The last noun of a heading in a city's own words, with the column that it means: 計画事業名, 主管の係, アクション.
_FIELD_ENDS = {
    field: Pattern(f"(?:{ending})$")
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


def read_headings(texts: Sequence[str], *, is_heading: bool = False, told: Told | None = None) -> tuple[Meaning, ...]:
    """Return what each column of a table holds, the headings read together.

    `told` is what another reader makes of headings (`as_told`); it is asked where no word of a year's headings is known.

    An era that one heading leaves out is its neighbour's. Where a year has two columns and the words leave one of them open,
    it is what the other is not: the plan comes first, what came of it second. 目標値(R4) behind columns of H29 to R2 is the
    goal for the end of the plan: the table says nothing of what came of it, nor of the years between. `is_heading`: the line
    is known to be no row of the table, so that the last noun of a city's own wording tells what it names (計画事業名).
    """
    columns: list[Meaning] = []
    near = next((year for text in texts if (year := find_fiscal_year(text))), LATEST_ERA)
    for text in texts:
        near = find_fiscal_year(text) or find_eraless_year(text, near) or near
        columns.append(read_heading(text, near))
    columns = _with_goals_of_years(columns, texts)
    columns = _with_results_told(columns, texts, told or {})
    columns = _with_like_words(_with_the_other_half(columns, texts, one_is_known=True), texts)
    columns = _with_what_is_told(columns, texts, told or {}, Place)
    columns = _with_like_words(_with_the_other_half(columns, texts), texts)
    if is_heading:
        columns = _with_fields_by_their_ends(columns, texts)
        columns = _with_what_is_told(columns, texts, told or {}, Field)
    evaluated = {c.year for c in columns if isinstance(c, Place) and c.kind is Kind.RESULT and c.year is not None}
    return tuple(_or_end_of_plan(column, text, evaluated) for column, text in zip(columns, texts, strict=True))


def as_told(heading: str) -> str:
    """Return the key of a heading in `told`: its words without widths and blanks."""
    return "".join(folded(heading).split())


def _with_goals_of_years(columns: Sequence[Meaning], texts: Sequence[str]) -> list[Meaning]:
    """Return the columns; a goal that the same words set for several years is each year's plan, and not the end's."""
    years: dict[str, set[int]] = defaultdict(set)
    goals = {
        at: (bare_words(text), year)
        for at, text in enumerate(texts)
        if columns[at] == _BASELINE_GOAL and aims(text) and (year := find_fiscal_year(text)) is not None
    }
    for bare, year in goals.values():
        years[bare].add(year)
    stated = list(columns)
    for at, (bare, year) in goals.items():
        stated[at] = Place(Kind.PLAN, year) if len(years[bare]) > 1 else columns[at]
    return stated


def _with_results_told(columns: Sequence[Meaning], texts: Sequence[str], told: Told) -> list[Meaning]:
    """Return the columns; of a year's two, neither a result by its words, the one that is told to be it is its result.

    Where words call both a plan (目標, 実施内容) and nothing is told, what came of it stands second. Where words tell the
    results of other years, a year without one is not over: 取組内容 and 目標 of the last year are both its plan.
    """
    if any(isinstance(column, Place) and column.kind is Kind.RESULT for column in columns):
        return list(columns)
    stated = list(columns)
    for year, positions in _columns_of_years(columns, texts).items():
        plan, result = Place(Kind.PLAN, year), Place(Kind.RESULT, year)
        if len(positions) != 2 or any(columns[at] == result for at in positions):
            continue
        said = {at: told.get(as_told(texts[at])) for at in positions}
        is_result = [at for at in positions if said[at] == result]
        beside_its_plan = [at for at in positions if said[at] != plan and plan in said.values() and columns[at] == plan]
        if len(found := is_result or beside_its_plan) == 1:
            stated[found[0]] = result
        elif all(columns[at] == plan for at in positions):
            stated[positions[1]] = result
    return stated


def _with_what_is_told(
    columns: Sequence[Meaning], texts: Sequence[str], told: Told, of: type[Place] | type[Field]
) -> list[Meaning]:
    """Return the columns that no word tells as what is told of them, of years or of fields, where no other column is that."""
    stated = list(columns)
    for at, text in enumerate(texts):
        meaning = told.get(as_told(text))
        if columns[at] is None and isinstance(meaning, of) and meaning not in stated:
            stated[at] = meaning
    return stated


def _with_the_other_half(columns: Sequence[Meaning], texts: Sequence[str], *, one_is_known: bool = False) -> list[Meaning]:
    """Return the columns; a year's two are its plan and what came of it where words leave it open.

    `one_is_known`: words tell one of them; else their order does, the plan before what came of it.
    """
    stated = list(columns)
    for year, positions in _columns_of_years(columns, texts).items():
        kinds = [column.kind if isinstance(column := columns[at], Place) else None for at in positions]
        if len(positions) != 2 or (kinds[0] is None and kinds[1] is Kind.PLAN) or (one_is_known and not any(kinds)):
            continue
        if kinds[1] is None:
            stated[positions[1]] = Place(Kind.RESULT if kinds[0] is not Kind.RESULT else Kind.PLAN, year)
        if kinds[0] is None:
            stated[positions[0]] = Place(Kind.PLAN, year)
    return stated


def _with_like_words(columns: Sequence[Meaning], texts: Sequence[str]) -> list[Meaning]:
    """Return the columns; what words mean in one year they mean in the last one too, whose evaluation does not stand yet."""
    pairs = zip(columns, texts, strict=True)
    said = {bare_words(text): c.kind for c, text in pairs if isinstance(c, Place) and c.year is not None}
    stated = list(columns)
    for at, text in enumerate(texts):
        year, kind = find_fiscal_year(text), said.get(bare_words(text))
        if columns[at] is None and year is not None and kind is not None:
            stated[at] = Place(kind, year)
    return stated


def _columns_of_years(columns: Sequence[Meaning], texts: Sequence[str]) -> dict[int, list[int]]:
    """Return the positions of each year's columns, without those of notes (R1備考) and of years alone.

    Where a city's own words come back year after year, words that stand once are no year's: めざす姿(令和3年度).
    """
    found: dict[int, list[int]] = defaultdict(list)
    own = Counter(
        bare_words(text) for c, text in zip(columns, texts, strict=True) if c is None and find_fiscal_year(text) is not None
    )
    yearly = {bare for bare, count in own.items() if count > 1}
    for at, (column, text) in enumerate(zip(columns, texts, strict=True)):
        year = column.year if isinstance(column, Place) else find_fiscal_year(text) if column is None else None
        bare = bare_words(text)
        is_open = column is None and (
            not bare or len(bare) > LONGEST or _BESIDE_A_YEAR.search(bare) or (yearly and bare not in yearly)
        )
        if year is not None and not is_open:
            found[year].append(at)
    return found


def _with_fields_by_their_ends(columns: Sequence[Meaning], texts: Sequence[str]) -> list[Meaning]:
    """Return the columns with those of the initiative itself that a heading's last noun tells."""
    stated = list(columns)
    for at, text in enumerate(texts):
        bare = bare_without_aside(text)
        if columns[at] is not None or find_fiscal_year(text) is not None or len(bare) > LONGEST:
            continue
        field = next((field for field, ending in _FIELD_ENDS.items() if ending.search(bare)), None)
        stated[at] = None if field is Field.NUMBER and Field.NUMBER in stated else field
    return stated


def _or_end_of_plan(column: Meaning, text: str, evaluated: set[int]) -> Meaning:
    """Return 現状及び事業目標 for a goal of a year that no evaluated year leads up to, other columns as they are."""
    if not isinstance(column, Place) or column.kind is not Kind.PLAN or column.year is None or not evaluated:
        return column
    is_goal_alone = not _GOAL_ALONE.isdisjoint({bare_words(text), bare_without_aside(text)})
    is_beyond = column.year > max(evaluated) + 1
    return _BASELINE_GOAL if is_goal_alone and is_beyond else column
