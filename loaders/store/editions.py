"""The rows of a plan say which edition each of them is from, what each edition changed, and what the plan was read from."""

import json
from collections.abc import Iterator
from datetime import datetime

from loaders.editions.edition_reading import EditedPlan
from loaders.store.identities import PLAN_ID, Row, Rows


def with_editions(rows: Rows, plan: EditedPlan, *, fingerprint: str, loaded_at: datetime, mappings: tuple[object, ...]) -> Rows:
    """Return the rows of a plan's reading with its editions in them; `mappings` says how each was read, if not as proposed."""
    merged = plan.merged
    [said] = rows["plan"]
    origin = {(number, str(place.kind), place.year): edition for (number, place), edition in merged.origin.items()}
    initiatives = [
        row | {"is_ended": row["number"] in merged.ended, "document_id": merged.last_edition[row["number"]]}
        for row in rows["initiative"]
    ]
    cells = [
        row | {"document_id": origin.get(_printed(row), merged.last_edition[row["initiative_id"]])} for row in rows["cell"]
    ]
    return rows | {
        "plan": [said | {"name": plan.name or said["name"], "fingerprint": fingerprint}],
        "document": list(_documents(plan, loaded_at, mappings)),
        "initiative": initiatives,
        "cell": cells,
        "edition_change": list(_changes(plan)),
    }


def _printed(cell: Row) -> tuple[int, str, int | None]:
    return cell["initiative_id"], cell["printed_kind"], cell["printed_year"]


def _documents(plan: EditedPlan, loaded_at: datetime, mappings: tuple[object, ...]) -> Iterator[Row]:
    for edition, ((source, document), mapping) in enumerate(zip(plan.editions, mappings, strict=True), start=1):
        yield {
            "document_id": edition,
            "plan_id": PLAN_ID,
            "file_name": source.file_name,
            "title": source.title or document.title or source.file_name,
            "origin": source.origin,
            "licence": source.licence,
            "read_on": source.read_on,
            "sha256": source.sha256,
            "loaded_at": loaded_at,
            "row_count": len(document.initiatives),
            "edition": edition,
            "mapping": None if mapping is None else json.dumps(mapping, ensure_ascii=False),
        }


def _changes(plan: EditedPlan) -> Iterator[Row]:
    for number, one in enumerate(plan.changes, start=1):
        change = one.change
        yield {
            "change_id": number,
            "document_id": one.edition,
            "initiative_id": change.number,
            "kind": change.kind,
            "year": change.year,
            "subject": change.subject,
            "before": change.before,
            "after": change.after,
            "confidence": change.confidence,
        }
