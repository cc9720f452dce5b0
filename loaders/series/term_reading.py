"""A quantity becomes a term: the words around it, and whether it is how many there are by now or what its year brought."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from loaders.model import Cell, Initiative, Place, Quantity, Role
from loaders.numbers.equality import same_value
from loaders.series.count_cues import leads_to_answer
from loaders.series.label_similarity import RATES, unit_class
from loaders.series.terms import Term
from loaders.series.wording import Wording, read_wording


def read_terms(initiative: Initiative, cells: Sequence[Cell], quantities: Sequence[Quantity]) -> list[Term]:
    """Return a row's quantities, without changes (329人増), in the document's order with the words around them."""
    order = {cell.place: position for position, cell in enumerate(initiative.cells)}
    ranks: Counter[Place] = Counter()
    terms: list[Term] = []
    for quantity in sorted(quantities, key=lambda q: (order[q.printed], q.span_start)):
        if quantity.role is Role.CHANGE:
            continue
        wording = read_wording(*_piece(quantity, cells, quantities))
        has_own_label = not _is_of_another_unit(initiative, quantity)
        topic = _topic(wording, quantity, terms)
        is_besides = wording.is_besides and _is_next_of_its_unit(quantity, terms)
        rank = ranks[quantity.place]
        terms.append(Term(quantity, wording, len(terms), rank, has_own_label=has_own_label, topic=topic, is_besides=is_besides))
        ranks[quantity.place] += 1
    standing = [term for term in terms if _is_standing(term, terms, quantities)]
    beside = {(term.quantity.place, term.quantity.role, term.unit) for term in standing}
    return [
        replace(term, is_standing=term in standing) if (term.quantity.place, term.quantity.role, term.unit) in beside else term
        for term in terms
    ]


def _is_next_of_its_unit(quantity: Quantity, terms: Sequence[Term]) -> bool:
    """Whether a number of the same unit and role stands before it in its cell."""
    here = (quantity.printed, quantity.place, quantity.role, unit_class(quantity.unit))
    return any((t.quantity.printed, t.quantity.place, t.quantity.role, t.unit) == here for t in terms)


def _topic(wording: Wording, quantity: Quantity, terms: Sequence[Term]) -> str:
    """Return what the sentence named before what was added or asked for, for the total or answer behind it; '' for others."""
    before = terms[-1] if terms else None
    if before is not None and before.quantity.printed == quantity.printed and leads_to_answer(before.wording.tail):
        return before.wording.phrase if before.unit == unit_class(quantity.unit) else ""
    if before is None or not (wording.is_total and before.is_increment) or wording.phrase:
        return ""
    is_one_sentence = wording.context == before.wording.context and before.quantity.place == quantity.place
    return before.wording.phrase if is_one_sentence and before.unit == unit_class(quantity.unit) else ""


def _is_of_another_unit(initiative: Initiative, quantity: Quantity) -> bool:
    """Whether a number bears the row's 指標名 (認知度, in %) but counts something else (相談カードを置いた1店舗)."""
    unit = unit_class(initiative.unit.strip(" ()（）")) if initiative.unit.strip() else None
    return bool(initiative.measure) and quantity.label == initiative.measure and unit not in (None, unit_class(quantity.unit))


def _is_standing(term: Term, terms: Sequence[Term], quantities: Sequence[Quantity]) -> bool:
    """Whether a number is how many there are by now, told beside what came or went (5手続を追加し、計17手続)."""
    own, wording = term.quantity, term.wording
    if wording.is_running:
        return True
    if any(q.printed == own.printed and q.part_of == own.span_start for q in quantities):  # 月1回(計12回)
        return False
    beside = [
        t
        for t in terms
        if t is not term
        and (t.quantity.printed, t.quantity.place, t.quantity.role) == (own.printed, own.place, own.role)
        and t.unit == term.unit
        and not t.wording.is_part
    ]
    # 3団体増の計15団体: a change is no term.
    changes = [q for q in quantities if q.role is Role.CHANGE and q.printed == own.printed and q.span_end <= own.span_start]
    if wording.is_total and any(unit_class(q.unit) == term.unit for q in changes):
        return True
    if not term.is_increment and any(t.is_increment and t.value < term.value for t in beside):
        return True
    if term.unit in RATES:
        return False
    counted = [t.value for t in beside if not (t.wording.is_total or t.wording.is_lost)]
    return wording.is_total and bool(counted) and not same_value(sum(counted), term.value)


def holds(cell: Cell, quantity: Quantity) -> bool:
    """Tell whether a quantity was read from the piece of a printed cell that stands at one place."""
    return cell.printed == quantity.printed and cell.span_start <= quantity.span_start < cell.span_end


def _piece(
    quantity: Quantity, cells: Sequence[Cell], quantities: Sequence[Quantity]
) -> tuple[str, int, int, list[tuple[int, int]]]:
    """Return the piece of text at one place that holds a quantity, the quantity's span in it, and all numbers' spans in it."""
    cell = next(cell for cell in cells if holds(cell, quantity))
    spans = [(q.span_start - cell.span_start, q.span_end - cell.span_start) for q in quantities if holds(cell, q)]
    return cell.text, quantity.span_start - cell.span_start, quantity.span_end - cell.span_start, spans
