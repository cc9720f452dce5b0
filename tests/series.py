"""A small row of a progress table, by the words of its cells, and what the loaders make of its numbers."""

from loaders.model import Cell, Indicator, Initiative, Kind, Place, PrintedCell, Quantity, Reading
from loaders.numbers.quantities import read_quantities
from loaders.series.indicators import build_indicators
from loaders.series.series import link
from loaders.series.term_reading import read_terms
from loaders.series.terms import Thread

PLACES = {
    "base": Place(Kind.BASELINE_GOAL, None),
    **{
        f"{label}_{kind.value}": Place(kind, year)
        for label, year in (("h29", 2017), ("h30", 2018), ("r1", 2019), ("r2", 2020), ("r3", 2021))
        for kind in (Kind.PLAN, Kind.RESULT)
        if (label, kind) != ("r3", Kind.RESULT)
    },
}


def row(activity: str = "情報提供の充実", **words: str) -> Initiative:
    """A row of 防災課 whose cells hold `words` by place (h29_plan, r1_result, base) and are empty elsewhere."""
    unknown = set(words) - set(PLACES)
    assert not unknown, unknown
    cells = tuple(PrintedCell(place, words.get(name, "")) for name, place in PLACES.items())
    return Initiative(1, "1", "1-①", "1-①-ア", "防災", True, "防災課", None, None, activity, 1, cells)


def cells_of(initiative: Initiative, confidence: float = 1.0) -> tuple[Cell, ...]:
    """The row's cells where they are printed."""
    return tuple(Cell(c.place, c.place, c.text, 0, len(c.text), confidence, "as_printed") for c in initiative.cells)


def quantities_of(initiative: Initiative) -> tuple[Quantity, ...]:
    """The numbers of the row."""
    return read_quantities(initiative, cells_of(initiative))[0]


def reading_of(activity: str = "情報提供の充実", **words: str) -> Reading:
    """What is concluded about the numbers of a row."""
    initiative = row(activity, **words)
    cells, quantities = cells_of(initiative), quantities_of(initiative)
    return Reading(initiative, cells, quantities, build_indicators(initiative, cells, quantities)[0])


def indicators_of(activity: str = "情報提供の充実", **words: str) -> tuple[Indicator, ...]:
    """The indicators of a row."""
    return reading_of(activity, **words).indicators


def threads_of(**words: str) -> list[Thread]:
    """The threads that tie a row's numbers."""
    initiative = row(**words)
    terms = read_terms(initiative, cells_of(initiative), quantities_of(initiative))
    return link(terms, {cell.place: cell.text for cell in initiative.cells})


def values(indicator: Indicator) -> dict[int, tuple[float | None, float | None]]:
    """Target and result of each year."""
    return {year.year: (year.target, year.result) for year in indicator.years}
