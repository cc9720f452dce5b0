"""What people have said stays to be read: who, when, what, why; each act can be taken back where it is read."""

from collections.abc import Sequence

import streamlit as st

import desk.corrections
import desk.database
from dashboard.facts import subjects
from dashboard.frame import filters
from dashboard.settling import acting, person, service
from dashboard.text import markdown, words
from desk.corrections import Saved, SubjectKey

SHOWN = 20
TITLE = "訂正と確認の記録"


def draw(plan_id: int, number: int | None = None) -> None:
    """Draw what was said of a plan, or of one of its initiatives, the latest first, with the way to undo what still holds."""
    said = desk.corrections.history(desk.database.path(), plan_id, number)
    if not said:
        return
    st.header(TITLE)
    st.markdown(f"{len(said):,}件の記録があります。" + (f"新しい{SHOWN}件を表示しています。" if len(said) > SHOWN else ""))
    latest: dict[SubjectKey, int] = {}
    for one in said:
        latest.setdefault(one.word.subject, one.revision)
    may = not service.refusal() and bool(person.name())
    labels = filters.year_labels()
    for revision, act in _acts(said[:SHOWN]):
        holds = all(latest[one.word.subject] == revision and one.undoes is None for one in act)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("  \n".join(_line(one, labels) for one in act), width="stretch")
            if may and holds:
                first = act[0]
                st.button(
                    "元に戻す",
                    on_click=acting.undo,
                    args=(revision, ""),
                    key=f"undo_{revision}",
                    help=f"番号{first.word.number}の{words.ITEMS[first.word.item]}を元に戻す",
                    type="tertiary",
                )


def _acts(said: Sequence[Saved]) -> list[tuple[int, list[Saved]]]:
    acts: dict[int, list[Saved]] = {}
    for one in said:
        acts.setdefault(one.revision, []).append(one)
    return list(acts.items())


def _line(one: Saved, labels: dict[int, str]) -> str:
    """Return what was said as a line of Markdown."""
    word = one.word
    undone = "（元に戻した）" if one.undoes is not None else ""
    said = f"番号{word.number}　{subjects.said(word, labels)}{undone}。{word.why}（{one.who}、{words.time_text(one.made_at)}）"
    return markdown.verbatim(said)
