"""What a person wrote is kept at once and told where it was written; one press takes it back, so nobody is asked twice."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import streamlit as st

import desk.database
from dashboard.browser.announcing import heard
from dashboard.frame import plans, rights
from dashboard.settling import last_act, person, seen
from dashboard.text import markdown, words
from desk import notes, revisions
from desk.database import DeskError
from desk.notes import Interim, Kept, OthersWereFirstError, Step

SEEN: Final = "notes_seen"
LAST: Final = "notes_last_act"


def refusal() -> str:
    """Return why nothing is written here, '' where it may be."""
    return rights.refusal(rights.NOTING)


def see() -> None:
    """Note what this page is drawn from: whoever saves from it has seen what is written by now. Stop where it can't be read."""
    seen.note(SEEN)


def steps() -> tuple[Kept[Step], ...]:
    """Return the plan's steps; none where what was written can't be read, which the pages that are about them say."""
    try:
        return notes.in_force(desk.database.path(), Step, plans.in_force())
    except DeskError:
        return ()


def interims(number: int) -> tuple[Kept[Interim], ...]:
    """Return an initiative's interim results, the earliest first; none where what was written can't be read."""
    try:
        found = notes.in_force(desk.database.path(), Interim, plans.in_force())
    except DeskError:
        return ()
    return tuple(sorted((one for one in found if one.note.number == number), key=lambda one: one.note.as_of))


def say(written: Sequence[Step | Interim], told: str) -> None:
    """Keep notes as one act; for a button's on_click. `told` is what was done, for the line that follows."""
    _keep(lambda: notes.save(desk.database.path(), written, person.name(), seen.revision(SEEN)), told)


def undo(revision: int, told: str) -> None:
    """Take an act back; for a button's on_click."""
    _keep(lambda: notes.undo(desk.database.path(), revision, person.name()), last_act.told_undone(told))


def _keep(act: Callable[[], int], told: str) -> None:
    """Do an act and hold for the line that follows what was done, or why it was not: others were first, or it can't be kept."""
    if refused := refusal():
        st.session_state[LAST] = {"trouble": refused}
        return
    try:
        st.session_state[LAST] = {"told": told, "revision": act(), "is_new": True}
    except OthersWereFirstError as error:
        st.session_state[LAST] = {"changed": error.kept}
    except DeskError as error:
        st.session_state[LAST] = {"trouble": str(error)}


def latest() -> int:
    """Return the revision of what was done last, 0 where nothing was."""
    return last_act.latest(LAST)


def line(key: str, *, is_far: bool = False, others: int = revisions.NONE) -> None:
    """Draw what was done last, with the way to take it back, or why it was not done; `key` is unique on the page.

    `is_far`: it may have been done far below. `others` is the revision that another line of the page can take back: the key
    does so for the later one.
    """
    last = last_act.unless_in_trouble(LAST)
    if last is None:
        return
    if "changed" in last:
        said = "\n".join(f"- {_by(one)}" for one in last["changed"])
        st.warning(f"**保存していません。この画面を開いたあとに、ほかの人が同じところを書き換えています。**\n\n{said}")
    else:
        with st.container(horizontal=True, vertical_alignment="center", key=heard(key)):
            st.success(markdown.verbatim(str(last["told"])), width="stretch")
            if is_far:
                last_act.wherever(last)
            last_act.undo_button(last, undo, f"{key}_undo", is_latest=latest() > others)


def _by(kept: Kept[Any]) -> str:
    what = kept.note.what if isinstance(kept.note, Step) else words.number_text(kept.note.value, kept.note.unit)
    state = "取りやめ" if kept.note.is_withdrawn else "済み" if getattr(kept.note, "is_done", False) else "書き換え"
    return markdown.verbatim(f"{kept.who}さん（{words.time_text(kept.made_at)}）：{what}（{state}）")
