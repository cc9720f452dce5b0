"""What each column of a correction must look like, and how a person is told where it does not; how a place is named there."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from loaders.codes import Item
from loaders.model import Direction, Kind, Place, PromiseState, Reason, Status
from loaders.prose.eras import label, parse_fiscal_year

# What is said of a finding that somebody has looked at.
CHECKED = "checked"
# What is said of words that promise nothing by a year.
NO_PROMISE = "none"
LONGEST_UNIT, LONGEST_NAME = 20, 100


def unreadable(value: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the first column of a line that can't be read and what it must look like, None where all can."""
    for column, (is_readable, form) in _FORMS.items():
        if not is_readable(value[column]):
            return column, form
    item = Item(value["item"])
    for column, forms in (("expected", _VALUES | _EXPECTED), ("corrected", _VALUES)):
        is_readable, form = forms[item]
        if not is_readable(value[column]):
            return column, form
    if item is Item.INDICATOR and not 0 < len(value["place"]) <= LONGEST_NAME:
        return "place", f"加える指標の名前（{LONGEST_NAME}字まで）"
    if item is Item.CONFIRMED and value["corrected"] != value["expected"]:
        return "corrected", "expected と同じ値"
    return None


def place_code(place: Place) -> str:
    """Return a place as corrections name it: H29_plan, R2_result, baseline_goal."""
    return place.kind.value if place.year is None else f"{label(place.year)}_{place.kind}"


def parse_place(text: str) -> Place | None:
    """Return the place that a code names (H29_plan, 2017_plan), None where it names none."""
    if text == Kind.BASELINE_GOAL:
        return Place(Kind.BASELINE_GOAL, None)
    head, _, kind = text.partition("_")
    year = parse_fiscal_year(head)
    return Place(Kind(kind), year) if year is not None and kind in (Kind.PLAN, Kind.RESULT) else None


def number_in(text: str) -> float | None:
    """Return the number that a field holds, None for a blank one."""
    return float(text.replace(",", "")) if text else None


def _is_number_or_blank(text: str) -> bool:
    """Return whether a text is a number as people write one; float() also reads 1_0, 1e3, nan, and 1,10 without its comma."""
    return not text or re.fullmatch(r"-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,15})?", text) is not None


def _is_date(text: str) -> bool:
    # The form asks for the date that a spreadsheet writes; fromisoformat also reads 20261124 and 2026-W48-2.
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is None:
        return False
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _are_places(text: str) -> bool:
    return all(parse_place(part.strip()) is not None for part in text.split("+"))


# What each column must look like, and how a person is told.
_FORMS: dict[str, tuple[Callable[[str], bool], str]] = {
    "number": (lambda text: re.fullmatch(r"[0-9]{1,6}", text) is not None, "番号（半角の数字）"),
    "year": (lambda text: not text or re.fullmatch(r"(?:19|20)[0-9]{2}", text) is not None, "年度の始まる西暦（2019 など）"),
    "item": (lambda text: text in list(Item), "、".join(Item) + " のどれか"),
    "why": (bool, "訂正の理由"),
    "who": (bool, "訂正した人"),
    "corrected_on": (_is_date, "訂正した日（2026-11-24 の形）"),
}
_VALUES: dict[Item, tuple[Callable[[str], bool], str]] = {
    Item.STATUS: (lambda text: text in list(Status), "、".join(Status) + " のどれか"),
    Item.IS_CARRIED_OVER: (lambda text: text in ("true", "false"), "true か false "),
    Item.REASON: (lambda text: not text or text in list(Reason), "、".join(Reason) + " のどれか、または空欄"),
    Item.CELL_PLACE: (lambda text: parse_place(text) is not None, "欄の名前1つ（H29_plan、R2_result、baseline_goal など）"),
    Item.TARGET: (_is_number_or_blank, "半角の数字または空欄"),
    Item.RESULT: (_is_number_or_blank, "半角の数字または空欄"),
    Item.UNIT: (lambda text: len(text) <= LONGEST_UNIT, f"単位（{LONGEST_UNIT}字まで）または空欄"),
    Item.DIRECTION: (lambda text: text in list(Direction), "、".join(Direction) + " のどれか"),
    Item.INDICATOR_NAME: (lambda text: 0 < len(text) <= LONGEST_NAME, f"指標の名前（{LONGEST_NAME}字まで）"),
    Item.INDICATOR: (lambda text: len(text) <= LONGEST_UNIT, f"単位（{LONGEST_UNIT}字まで）または空欄"),
    Item.CONFIRMED: (bool, "確かめた値（「データについて」にある形）"),
    Item.PROMISE: (
        lambda text: text in (*PromiseState, NO_PROMISE),
        "、".join((*PromiseState, NO_PROMISE)) + " のどれか",
    ),
    Item.FINDING: (lambda text: text == CHECKED, CHECKED),
}
# What is expected looks like what is corrected, but that a cell which was cut is found at several places.
_EXPECTED: dict[Item, tuple[Callable[[str], bool], str]] = {
    Item.CELL_PLACE: (_are_places, "欄の名前（R2_result など、分かれているものは R2_result+R3_plan の形）"),
    Item.INDICATOR_NAME: (bool, "読み取った指標の名前"),
    Item.INDICATOR: (lambda text: not text, "空欄（まだない指標）"),
    Item.FINDING: (lambda _text: True, "気づきのもとのことば"),
}
