"""What a person said is kept at once, told where it was said, and taken back with one press: nobody is asked "are you sure"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from dashboard.browser.announcing import heard
from dashboard.database import store
from dashboard.facts.subjects import value_words
from dashboard.frame import opening, plans, rights
from dashboard.settling import last_act, person, seen, service
from dashboard.text import markdown, words
from desk import revisions
from desk.corrections import PersonsWord, Saved

SEEN: Final = "desk_seen"
LAST: Final = "desk_last_act"


def see() -> None:
    """Note what this page is drawn from: whoever saves from it has seen the desk as it is now."""
    seen.note(SEEN)


def say(said: Sequence[PersonsWord], told: str) -> None:
    """Keep words as one act, for a button's on_click; `told` is what was done, for the line that follows."""
    _note(_refused() or service.service().save(store.path(), said, person.name(), seen.revision(SEEN)), told, said)


def undo(revision: int, told: str) -> None:
    """Take an act back; for a button's on_click."""
    answer = _refused() or service.service().undo(store.path(), revision, person.name())
    _note(answer, last_act.told_undone(told), ())


def bring_in(text: str) -> None:
    """Keep the lines of a CSV of corrections; for a button's on_click."""
    answer = _refused() or service.service().bring_in(
        store.path(), plans.in_force(), text, seen.revision(SEEN), rights.visitor().who
    )
    count = answer.get("count")
    _note(answer, f"{count}件の訂正を読み込みました" if count else "新しい訂正はありませんでした", ())


def _refused() -> dict[str, Any]:
    """Return the answer to a visitor who may not say anything here, empty for others: rights may end while a page is open."""
    refused = service.refusal()
    return {"trouble": refused} if refused else {}


def _note(answer: dict[str, Any], told: str, said: Sequence[PersonsWord]) -> None:
    st.session_state[LAST] = answer | {"told": told, "said": tuple(said), "is_new": True}
    opening.look_again()


def latest() -> int:
    """Return the revision of what was done last, 0 where nothing was."""
    return last_act.latest(LAST)


def line(others: int = revisions.NONE) -> None:
    """Draw what was done last on this page, with the way to take it back, or why it was not done; it is read out.

    `others` is the revision that another line of the page can take back: the key does so for the later one.
    """
    last = last_act.unless_in_trouble(LAST)
    if last is None:
        return
    if "changed" in last:
        _changed(last["changed"], last["said"])
    else:
        with st.container(horizontal=True, vertical_alignment="center", key=heard("desk_line")):
            st.markdown(f"**✓ {markdown.verbatim(str(last['told']))}**", width="stretch")
            last_act.wherever(last)
            if last.get("revision"):
                last_act.undo_button(last, undo, "desk_undo", is_latest=latest() > others)


def forget() -> None:
    """Let go of what was done last: another page, another line."""
    st.session_state.pop(LAST, None)


def _changed(changed: Sequence[Saved], mine: Sequence[PersonsWord]) -> None:
    """Tell what somebody else said of the same while this page was open, and let the person choose knowing it."""
    said = "\n".join(f"- {_by(one)}" for one in changed)
    st.warning(f"**保存していません。この画面を開いたあとに、ほかの人が同じところを訂正しています。**\n\n{said}")
    if mine:
        st.button("それでも自分の訂正にする", on_click=say, args=(_on_top(mine, changed), "訂正しました"), key="desk_over")


def _by(one: Saved) -> str:
    value = value_words(one.word.item, one.word.corrected)
    did = "取り下げました" if one.word.is_withdrawn else f"「{value}」としました"
    return markdown.verbatim(f"{one.who}さん（{words.time_text(one.made_at)}）：{did}。理由：{one.word.why}")


def _on_top(mine: Sequence[PersonsWord], changed: Sequence[Saved]) -> tuple[PersonsWord, ...]:
    """Return words that replace what somebody else has said meanwhile: they expect what was read without either."""
    held = {one.word.subject: one.word for one in changed if not one.word.is_withdrawn}
    return tuple(replace(word, expected=held.get(word.subject, word).expected) for word in mine)
