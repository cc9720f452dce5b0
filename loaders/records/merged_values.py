"""A value may be merged over the cells of several years: 毎年度24回以上 is of each of them, 3年間で60件 of none of them alone.

Where its words say neither, a target is taken for each year's and told as doubtful; of a result nobody knows whose it is.
"""

from enum import Enum

from loaders.mapping.cells.values import read_values
from loaders.mapping.model.mapping import PLANNED_OR_DONE, Use
from loaders.patterns import Pattern
from loaders.prose.widths import narrow
from loaders.records.item_cells import ItemCell


class Years(Enum):
    """Whose a value is that is merged over several years."""

    EACH = "of each"
    GUESSED = "of each, by a guess"
    UNKNOWN = "of nobody knows which"


# What cells say, as a target's, with whose they are; the tests are made from this table.
EXAMPLES: dict[str, Years] = {
    "毎年度24回以上": Years.EACH,
    "各年 3校": Years.EACH,
    "年9回": Years.EACH,
    "24回/年": Years.EACH,
    "24": Years.GUESSED,
    "80％以上": Years.GUESSED,
    "累計60件": Years.UNKNOWN,
    "60件（3か年）": Years.UNKNOWN,
    "60件（計画期間中）": Years.UNKNOWN,
}
_EACH = Pattern(r"毎年|各年|年度?ごと|年度?毎|例年|(?<!\d)年間?\s*[\d,.]|[/／]年")
_SUM = Pattern(r"計|延べ|のべ|期間|通算|総|\d\s*[かヵカヶケ箇]?年間?(?!度)|まで")


def is_of_each_year(text: str) -> bool:
    """Return whether words say of a goal that it is one of every year; what a year brings (年間15,000件) may be the last one's.

    >>> is_of_each_year("毎年度1.2％以上"), is_of_each_year("年間15,000件")
    (True, False)
    """
    return _EVERY.search(narrow(text)) is not None


_EVERY = Pattern(r"毎年|各年|年度?ごと|年度?毎")


def whose(text: str, use: Use) -> Years:
    """Return whose a value is that is merged over several years, by its words, else by what it is."""
    words = narrow(text)
    if _EACH.search(words):
        return Years.EACH
    return Years.GUESSED if use is Use.TARGET and not _SUM.search(words) else Years.UNKNOWN


def merged_over_years(cell: ItemCell, use: Use) -> Years | None:
    """Return whose the value of a cell is that is merged over several years of one use, None for any other cell."""
    span, table = cell.span, cell.item.table
    if span is None or use not in (Use.TARGET, Use.RESULT, Use.FINAL_GOAL) or not read_values(cell.shown):
        return None
    is_end = use is Use.FINAL_GOAL
    alike_uses = (*PLANNED_OR_DONE, Use.FINAL_GOAL) if is_end else (cell.column.use,)
    alike = (c for c in table.of(*alike_uses) if c.indicator == cell.column.indicator)
    columns = [c for c in alike if span.left <= c.column <= span.right]
    covered = [one for one in cell.item.rows if span.top <= one.at <= span.bottom]
    if any(table.of(Use.KIND)) and len(covered) > 1:
        return None
    years = {c.year or one.year_at(c.column).year for c in columns for one in covered}
    found = whose(cell.shown, use) if len(years - {None}) > 1 else None
    return found if not is_end or found is Years.EACH else None
