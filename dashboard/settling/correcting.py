"""A reading is put right where it stands: what it is, what it should be, what that changes, and why; then it is kept."""

from dataclasses import replace

import streamlit as st

import desk.corrections
import desk.database
from dashboard.browser.announcing import heard
from dashboard.database import queries, store
from dashboard.facts import doubts, subjects
from dashboard.facts.subjects import Subject
from dashboard.frame import filters, plans
from dashboard.settling import acting, effects, person, service
from dashboard.text import markdown
from desk.corrections import PersonsWord

TITLE = "読み取りを訂正する"
KEEP = "保存する"
PICKED = "correct_subject"
VALUE = "correct_value"
WHY = "correct_why"
OPEN = "correct_wish"


def ask_for(number: int, year: int | None = None, place: str = "") -> None:
    """Open the form in the next run, on what can be said of an initiative's year or indicator; for a button's on_click."""
    acting.forget()
    st.session_state[OPEN] = (number, year, place)


def draw(number: int | None = None) -> None:
    """Draw the form where it was asked for, until it is saved or left; on the page of one initiative, of that one alone."""
    wish = st.session_state.get(OPEN)
    if wish is not None and number in (None, wish[0]):
        _form(*wish)
    else:
        _close()


def _close() -> None:
    st.session_state.pop(OPEN, None)


def everything(number: int) -> list[Subject]:
    """Return all that can be said of an initiative, in the order of its page."""
    labels = filters.year_labels("label_ja")
    return [
        *subjects.of_outcomes(queries.frame("initiative_outcomes", number=number)),
        *subjects.of_indicators(queries.frame("initiative_indicators", number=number), labels),
        subjects.of_new_indicator(),
        *subjects.of_promises(queries.frame("initiative_promises", number=number)),
        *subjects.of_cells(queries.frame("initiative_cells", number=number)),
    ]


@st.dialog(TITLE, width="large", on_dismiss=_close)
def _form(number: int, year: int | None, place: str) -> None:
    found = everything(number)
    near = [at for at, one in enumerate(found) if _is_near(one, year, place)]
    person.ask("correct")
    at = st.selectbox(
        "訂正するもの",
        range(len(found)),
        index=near[0] if near else 0,
        format_func=lambda at: f"{found[at].label}：{found[at].shown}",
        key=PICKED,
    )
    subject = found[at]
    named = str(queries.frame("initiative_head", number=number)["activity"].iloc[0])
    said = _new_indicator(number, named, year) if subject.item == subjects.INDICATOR else _corrected(subject, number, named)
    why = st.text_input("理由（必ず）", key=WHY, placeholder="例：原文の9,813人は登録者数であると所管課に確かめた")
    if not said:
        st.markdown(
            "名前と、目標か実績の数値を入れると、変わるところがここに出ます。"
            if subject.item == subjects.INDICATOR
            else f"いまは **{markdown.verbatim(subject.shown)}** です。正しい値を入れると、変わるところがここに出ます。"
        )
        return
    if not _effect(service.service().try_on(store.path(), said)):
        return
    missing = [said for said, is_missing in (("理由", not why.strip()), ("訂正する人", not person.name())) if is_missing]
    if missing:
        st.caption(f"{'と'.join(missing)}を入れると保存できます。")
    if st.button(KEEP, key="correct_keep", disabled=bool(missing), type="secondary"):
        acting.say([replace(word, why=why.strip()) for word in said], _done(subject, said[0]))
        _close()
        st.rerun()


def _done(subject: Subject, word: PersonsWord) -> str:
    """Return what was done, for the line that follows."""
    if subject.item == subjects.INDICATOR:
        return f"指標「{word.place}」を加えました"
    return f"{subject.label}を「{subjects.value_words(subject.item, word.corrected)}」に訂正しました"


def _is_near(subject: Subject, year: int | None, place: str) -> bool:
    is_its = not place or subject.place == place or f"「{place}」" in subject.label
    return is_its and (year is None or subject.year == year or subject.item == subjects.INDICATOR)


def _corrected(subject: Subject, number: int, named: str) -> list[PersonsWord]:
    """Draw what a subject should be instead, and return the word that says so, none while nothing else is given."""
    corrected = _value(subject, number)
    if corrected is None or corrected == subject.now:
        return []
    plan_id = plans.in_force()
    held = desk.corrections.in_force(desk.database.path(), plan_id)
    return [subjects.said_of(subject, plan_id, number, named, corrected, held)]


def _new_indicator(number: int, named: str, year: int | None) -> list[PersonsWord]:
    """Draw what an indicator that was not read is, and return the words that say so, none while a figure is missing."""
    years = filters.year_labels("label_ja")
    with st.container(horizontal=True):
        name = str(st.text_input("指標の名前", key="new_indicator_name", max_chars=subjects.LONGEST_NAME) or "").strip()
        unit = str(st.text_input("単位（空欄も可）", key="new_indicator_unit", max_chars=subjects.LONGEST_UNIT) or "").strip()
    with st.container(horizontal=True):
        index = list(years).index(year) if year in years else 0
        at = int(st.selectbox("年度", list(years), index=index, format_func=years.__getitem__, key="new_indicator_year"))
        figures = {
            item: subjects.typed_number(str(st.text_input(label, key=f"new_indicator_{item}") or ""))
            for item, label in (("target", "目標（空欄も可）"), ("result", "実績（空欄も可）"))
        }
    if not name or None in figures.values():
        return []
    given = {item: value or "" for item, value in figures.items()}
    word = PersonsWord(plans.in_force(), number, named, None, subjects.INDICATOR, name, "", unit, doubts.CONFIRMED)
    return subjects.new_indicator(word, at, given)


def _value(subject: Subject, number: int) -> str | None:
    """Draw what a subject should be instead, and return it as corrections write it, None while nothing sensible is given."""
    key = f"{VALUE}_{subject.item}_{subject.year}_{subject.place}"
    if subject.item in subjects.CHOICES:
        options = subjects.choices(subject, queries.frame("initiative_cells", number=number))
        held = list(options)
        index = held.index(subject.now) if subject.now in held else 0
        return str(st.selectbox("正しい値", held, index=index, format_func=options.__getitem__, key=key))
    typed = str(st.text_input("正しい値", value=subject.now, key=key) or "").strip()
    return subjects.typed_number(typed) if subject.item in subjects.NUMBERS else typed


def _effect(tried: dict[str, object]) -> bool:
    """Tell what a word would change; return whether it can be kept."""
    if "trouble" in tried:
        st.error(markdown.lines(str(tried["trouble"])))
        return False
    changes, unfit = tried["changes"], tried["unfit"]
    assert isinstance(changes, list)
    assert isinstance(unfit, list)
    labels = filters.year_labels("label_ja")
    with st.container(border=True, key=heard("effect")):
        st.markdown("**保存すると変わるところ**")
        said = "\n".join(f"- {markdown.verbatim(line)}" for line in effects.lines(changes, labels))
        st.markdown(said or "値は変わりません。人が確かめたものとして扱います。")
        if changes:
            st.markdown(f"画面では：{effects.pages(changes)}")
        for other in unfit:
            st.markdown(f"次の訂正は合わなくなり、「要確認」に出ます：{markdown.verbatim(str(other))}")
    return True
