"""要確認: what the program doubts is asked one by one, what most hangs on first; a press settles it, the next comes up."""

from collections import Counter

import pandas as pd
import streamlit as st

from dashboard.browser import images
from dashboard.browser.announcing import heard
from dashboard.database import queries
from dashboard.drawing import charts, review_pictures
from dashboard.facts import dossier, doubtful_figures, doubts, subjects
from dashboard.facts.doubts import Doubt
from dashboard.frame import filter_address, filters, heading, links, plans
from dashboard.settling import acting, correcting, exchange, history, open_doubts, person, service
from dashboard.text import markdown, marked_text, words

KIND = "doubt_kind"
WHY = "review_why"
LATER = "review_later"
ABOUT = (
    "読み取りの確かでないところを、影響の大きい順に1件ずつ出します。**合っている**を押すと「人が確かめた」ものになり、"
    "ほかの答えを押すと訂正になります。どちらも、だれが・いつ・なぜを記録し、いつでも元に戻せます。"
    "キーボードでは、1が「合っている」、2から先がほかの答え、0が「別の値」、Lが「あとで」、Zが「元に戻す」です。"
)
LISTED = 20
# Kinds of doubts that are about one thing of several of a year or row.
PLACED = ("figure", "place", "promise")


def later(key: str) -> None:
    """Put a doubt behind all others, for this visit."""
    st.session_state.setdefault(LATER, []).append(key)


def in_turn(found: list[Doubt]) -> list[Doubt]:
    """The doubts in the order in which they come up: those put off last, the longest put off first."""
    postponed: list[str] = st.session_state.get(LATER, [])
    order = {key: at for at, key in enumerate(postponed)}
    return sorted(found, key=lambda one: order.get(one.key, -1))


def settle(one: Doubt, answer: doubts.Answer) -> None:
    """Keep an answer with the reason that stands in its field; for a button's on_click."""
    told = f"番号{one.number}　{one.where}：{answer.label}"
    acting.say(doubts.with_why(answer, str(st.session_state.get(WHY) or "")), told)


def pictured(done: Counter[str], left: Counter[str]) -> None:
    """How far the work has got, and the choice of a kind."""
    figure = review_pictures.progress(done, left, doubts.KINDS)
    st.plotly_chart(figure, config=charts.CONFIG, alt=review_pictures.spoken(done, left, doubts.KINDS), key="chart_review")
    images.menu("chart_review", "確認の進み具合", [])


def words_around(one: Doubt) -> None:
    """The words that answer the question: plan and evaluation of its year, numbers and evidence marked."""
    cells = queries.frame("initiative_cells", number=one.number)
    marks = dossier.quantity_marks(queries.frame("initiative_quantities", number=one.number))
    outcomes = queries.frame("initiative_outcomes", number=one.number)
    for at, more in dossier.evidence_marks(outcomes).items():
        marks.setdefault(at, []).extend(more)
    if one.printed is not None:
        st.markdown(f"**{one.where}**")
        for piece in dossier.printed_at(cells, *one.printed, marks):
            st.markdown(f"「{piece.place}」とみた文：{piece.text}")
        return
    label = filters.year_labels("label_ja").get(one.year or 0, "")
    for kind, column in zip(("plan", "result"), st.columns(2), strict=True):
        with column:
            st.markdown(f"**{label} {words.KINDS[kind]}**")
            for cell in dossier.cells_at(cells, kind, one.year, marks):
                st.markdown(cell.text)
                if cell.note:
                    st.caption(cell.note)
            if not dossier.cells_at(cells, kind, one.year, marks):
                st.markdown(dossier.EMPTY)


def subject_of(one: Doubt) -> str:
    """What of the initiative a doubt is about, by which the form finds it."""
    first = one.as_is.words[0]
    return subjects.NEW_INDICATOR if first.place == doubtful_figures.UNPLACED else first.place if one.kind in PLACED else ""


def answers(one: Doubt) -> None:
    """The answers at hand, a key each."""
    st.text_input("理由（書き換えられます）", value=doubts.CONFIRMED, key=WHY)
    with st.container(horizontal=True):
        st.button(one.as_is.label, on_click=settle, args=(one, one.as_is), key="answer_as_is", shortcut="1")
        for at, answer in enumerate(one.others[:8], start=2):
            st.button(answer.label, on_click=settle, args=(one, answer), key=f"answer_{at}", shortcut=str(at))
        if one.kind != "misfit":
            st.button(
                "別の値・別のところ",
                on_click=correcting.ask_for,
                args=(one.number, None if one.kind == "place" else one.year, subject_of(one)),
                key="answer_other",
                shortcut="0",
            )
        st.button("あとで", on_click=later, args=(one.key,), key="answer_later", shortcut="L", type="tertiary")


def card(one: Doubt, left: int, may: bool) -> None:
    """One question: what was concluded and why, what hangs on it, the words, the answers."""
    with st.container(border=True, key="review_card"):
        with st.container(key=heard("question")):
            st.markdown(f"**{doubts.KINDS[one.kind]}**　残り{left:,}件のうち、いま確かめるもの")
            st.subheader(markdown.verbatim(one.where), anchor=False)
            st.markdown(f"番号{one.number} {markdown.verbatim(one.activity)}（{markdown.verbatim(one.department)}）")
            st.markdown(f"読み取り：**{markdown.verbatim(one.concluded)}**　{one.hangs}")
            st.markdown("\n".join(f"- {markdown.verbatim(line)}" for line in one.why))
        if may and person.name():
            answers(one)
        words_around(one)
        links.to_initiative(one.number, "この事業のすべての記載")


def following(turn: list[Doubt]) -> None:
    """What comes up after this one."""
    st.header("このあとに続くもの")
    table = open_doubts.table(turn[1 : LISTED + 1])
    linked = [markdown.link(str(number), links.initiative_address(number)) for number in table["番号"]]
    said = {name: table[name].map(markdown.verbatim) for name in ("確かめること", "読み取り")}
    st.table(table.assign(番号=linked, **said), hide_index=True, border="horizontal", alt="続いて確かめるもの")


def of_table() -> None:
    """What is doubtful of the table as a whole: no row's question, but a column's, put right where the file is taken in."""
    doubtful = queries.frame("review_columns")
    if doubtful.empty:
        return
    st.header(f"表の読み方で確かでないところ（{len(doubtful):,}件）")
    st.markdown("列の役割や年度は「取り込み」で同じファイルを選び直して改めます。改めると、すべての行が読み直されます。")
    said = doubtful.assign(
        番号=doubtful["number"].map(lambda number: "" if pd.isna(number) else f"{number:.0f}"),
        種類=doubtful["kind"].map(words.finding_kind_text),
        確かめること=doubtful["message"].map(markdown.verbatim),
        例=doubtful["quote"].map(markdown.verbatim),
    )
    st.table(
        said[["番号", "種類", "確かめること", "例"]], hide_index=True, border="horizontal", alt="表の読み方で確かでないところ"
    )


chosen = filters.chosen()
acting.see()
found = open_doubts.listed(filters.without_year(chosen))
left, done = Counter(one.kind for one in found), open_doubts.settled()
settled = sum(done.values())
total = len(found) + settled
heading.draw(f"要確認 残り{len(found):,}件（{settled:,}件済み）", ABOUT)
acting.line()
refused = service.refusal()
# On a phone the question comes first, so that nobody scrolls past the picture for each.
question, picture = st.columns([2.4, 1])
kind = None
with picture:
    if total:
        pictured(done, left)
    kinds = [kind for kind in doubts.KINDS if left[kind]]
    if len(kinds) > 1:
        names = [filter_address.ALL, *map(doubts.KINDS.__getitem__, kinds)]
        picked = st.radio("種類", names, key=KIND, bind="query-params")
        kind = next((code for code, name in doubts.KINDS.items() if name == picked), None)
    if len({one.department for one in found}) > 1:
        st.caption("課で絞るには、メニューの下の「担当課」を使います。")
turn = in_turn([one for one in found if kind is None or one.kind == kind])
with question:
    if refused:
        st.markdown(refused)
    else:
        person.ask("review")
    if turn:
        card(turn[0], len(turn), not refused)
    elif total:
        st.markdown("この条件で確かめるものは、もうありません。")
    else:
        st.markdown("この計画の読み取りに、確かでないところはありません。")
correcting.draw()
if len(turn) > 1:
    following(turn)
of_table()
history.draw(plans.in_force())
exchange.draw(may=not refused)
if turn:
    st.caption(marked_text.LEGEND)
