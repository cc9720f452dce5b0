"""On an initiative's page each year and each indicator is confirmed or put right where it stands."""

import streamlit as st

from dashboard.facts.doubts import CONFIRMED
from dashboard.frame import plans
from dashboard.settling import acting, correcting, person
from dashboard.text.records import Record, text_of
from desk.corrections import PersonsWord

CONFIRM = "読み取りは合っている"
CORRECT = "訂正する"


def year(number: int, named: str, outcome: Record, *, key: str) -> None:
    """Draw what can be said of a judged year: that it holds as it is, or what it is instead; `key` is unique on the page."""
    at = int(outcome["year"])
    with st.container(horizontal=True):
        if not (outcome["is_corrected"] or outcome["is_confirmed"]) and person.name():
            st.button(CONFIRM, on_click=_confirm, args=(number, named, outcome), key=f"confirm_{key}")
        st.button(
            CORRECT,
            on_click=correcting.ask_for,
            args=(number, at),
            key=f"correct_{key}",
            help=f"{outcome['label_ja']}の状況・繰越・理由・数値を訂正する",
        )


def indicator(number: int, name: str, indicator_id: int) -> None:
    """Draw the way to put an indicator right: its figures, unit, direction, name."""
    st.button(
        CORRECT,
        on_click=correcting.ask_for,
        args=(number, None, name),
        key=f"correct_indicator_{indicator_id}",
        help=f"「{name}」の数値・単位・よい向き・名前を訂正する",
    )


def _confirm(number: int, named: str, outcome: Record) -> None:
    held = f"{outcome['status']}/{'true' if outcome['is_carried_over'] else 'false'}/{text_of(outcome['reason'])}"
    word = PersonsWord(plans.in_force(), number, named, int(outcome["year"]), "confirmed", "", held, held, CONFIRMED)
    acting.say([word], f"{outcome['label_ja']}の読み取りを確かめました")
