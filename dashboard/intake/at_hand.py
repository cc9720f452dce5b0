"""A file at hand is read anew after each choice about it; what was chosen stays in the session until the file is taken in.

The acts are for `on_click` and `on_change`: they settle what a person chose before the page runs again.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, Final

import streamlit as st

from dashboard.database import store
from dashboard.intake import uploads

NO_YEAR: Final = "なし"
# Below this a column is one that a person should look at.
SURE: Final = 0.6
BY_PERSON: Final = "人が選びました"
_STATE: Final = "intake"
_DROPPED: Final = "files_taken_in"
_OUTCOME: Final = "taken_in"


def state() -> dict[str, Any]:
    """What was done about the file at hand: its mark, what the program understood, what a person settled."""
    found: dict[str, Any] = st.session_state.setdefault(_STATE, {})
    return found


def upload_key() -> str:
    """Return the key of the field that files are dropped into: a new, empty one after each file that was taken in."""
    return f"file_{st.session_state.get(_DROPPED, 0)}"


def outcome() -> Mapping[str, Any]:
    """Return what became of the file that was taken in last, nothing before the first."""
    found: Mapping[str, Any] = st.session_state.get(_OUTCOME, {})
    return found


def key(*parts: object) -> str:
    """Return the key of a widget about the file at hand; after its headings were chosen anew its columns are others."""
    held = state()
    return "_".join(map(str, (*parts, held["mark"][:8], held["round"])))


def inspect(name: str, data: bytes) -> dict[str, Any]:
    """Return how the file is understood with what was settled so far; asked once for each choice."""
    held, mark = state(), hashlib.sha256(data).hexdigest()
    if held.get("mark") != mark:
        held.clear()
        held.update(mark=mark, how={}, round=0)
    if "found" not in held:
        with st.spinner("資料を読んでいます。しばらくお待ちください。"):
            held["found"] = uploads.service().inspect(store.path(), name, data, held["how"])
        if held["found"].get("mapping") is not None:
            held["how"]["mapping"] = held["found"]["mapping"]
    answer: dict[str, Any] = held["found"]
    return answer


def is_doubtful(column: Mapping[str, Any]) -> bool:
    """Return whether a person should look at a column."""
    return float(column["confidence"]) < SURE


def doubtful(found: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    """Yield the columns that a person should look at, each by its table and its place."""
    for at, one in enumerate((found.get("mapping") or {"tables": []})["tables"]):
        for column in one["columns"]:
            if is_doubtful(column):
                yield at, int(column["column"])


def settle_column(table_at: int, place: int) -> None:
    """Take what the widgets say of a column as a person's word."""
    part = f"{table_at}_{place}"
    said = {name: st.session_state.get(key(name, part)) for name in ("use", "year", "measure")}
    changed: dict[str, Any] = {"use": said["use"], "measure": str(said["measure"] or "").strip()}
    if said["year"] is not None:
        changed["year"] = None if said["year"] == NO_YEAR else int(said["year"])
    _put(table_at, place, **changed)


def confirm_column(table_at: int, place: int) -> None:
    """Take a column as it is proposed, by a person's word, and turn to the next that is in doubt."""
    _put(table_at, place)
    left = (other for at, other in doubtful(state()["how"]) if at == table_at)
    st.session_state[key("column", table_at)] = str(next(left, place))


def _put(table_at: int, place: int, **changed: Any) -> None:
    held = state()
    columns = held["how"]["mapping"]["tables"][table_at]["columns"]
    next(one for one in columns if one["column"] == place).update(changed, reason=BY_PERSON, confidence=1.0)
    st.session_state[key("column", table_at)] = str(place)
    held.pop("found", None)


def settle_year() -> None:
    """Take a person's word on the fiscal year of a table that names none."""
    held = state()
    held["how"]["year"] = st.session_state[key("given_year")]
    for one in held["how"].get("mapping", {}).get("tables", []):
        one.update(year=held["how"]["year"], year_reason=BY_PERSON)
    held.pop("found", None)


def settle_headings(sheet: str, at: int) -> None:
    """Take a person's word on which lines of a sheet, the one at place `at`, head its table; its columns are proposed anew."""
    held = state()
    first, last = (st.session_state[key(part, at)] for part in ("first", "last"))
    held["how"] = {name: value for name, value in held["how"].items() if name == "year"}
    held["how"]["headings"] = {"sheet": sheet, "first": min(first, last), "last": max(first, last)}
    held["round"] += 1
    held.pop("found", None)


def take_in(name: str, data: bytes, plan: str, settled: Mapping[str, int | None]) -> None:
    """Take the file in as an edition of the plan of that name; the next file is dropped into an empty field."""
    with st.spinner("取り込んでいます。1分ほどかかることがあります。"):
        answer = uploads.service().add(store.path(), name, data, plan, {**state()["how"], "settled": dict(settled)})
    st.session_state[_OUTCOME] = answer
    if not answer.get("trouble"):
        state().clear()
        st.session_state[_DROPPED] = st.session_state.get(_DROPPED, 0) + 1


def take_back() -> None:
    """Undo that the last file was taken in."""
    last = outcome()
    with st.spinner("元に戻しています。"):
        answer = uploads.service().take_back(store.path(), int(last["plan_id"]), int(last["edition"]))
    st.session_state[_OUTCOME] = answer if answer.get("trouble") else {"taken_back": last["name"]}


def forget_outcome() -> None:
    """Say no more of the file that was taken in last."""
    st.session_state.pop(_OUTCOME, None)
