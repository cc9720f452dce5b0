"""What a meeting talks about, in words: the ranked list, what goes on being carried over, what turned; lines lead to words."""

from collections.abc import Callable, Sequence
from typing import Final

import pandas as pd
import streamlit as st

from dashboard.browser import printing
from dashboard.drawing import entries
from dashboard.facts import left_over
from dashboard.facts.undone_years import InitiativeYears
from dashboard.frame import filters, links
from dashboard.saying import agenda_words, undone_words
from dashboard.text import basis, markdown, words
from dashboard.text.records import Record

AGENDA_LENGTH: Final = 8
LIST_LENGTH: Final = 6
# A plan that is due is read whole.
WHOLE_PLAN: Final = 1_000


def agenda(undone: pd.DataFrame, year: int) -> None:
    """Draw what to talk about: the frame `agenda` in its order, each line a link to its words."""
    st.header("今日話し合うこと")
    year_ja = filters.year_label(year, "label_ja")
    if undone.empty:
        st.markdown(f"{year_ja}に未達または繰越となった実施事業はありません。")
        return
    st.markdown(
        f"{year_ja}に未達または繰越となった{len(undone)}件を、長く続いているものから並べています。"
        "年数が同じなら、前年度より悪化したもの、理由が書かれたもの、目標に遠いものが先です。"
    )
    _ranked(undone, agenda_words.note, undone_in=filters.year_label(year))


def show_left_over(undone: pd.DataFrame, rows: Sequence[InitiativeYears], last: int, due: int) -> None:
    """Draw what the last evaluated year left to one that is due, each beside what is planned for it."""
    last_ja, due_ja = (filters.year_label(each, "label_ja") for each in (last, due))
    st.header(f"{last_ja}から残っていること")
    st.markdown(f"{undone_words.left_over(left_over.read(rows, last), last_ja, due_ja)}。続いている年数の長い順です。")
    _ranked(undone, lambda item: agenda_words.note(item, due_ja, WHOLE_PLAN))


def carried(undone: pd.DataFrame, year: int) -> None:
    """Draw what is carried over longest, each line a link."""
    st.header("繰越が続いている事業")
    longest = undone[undone["carried_run"] > 1].sort_values("carried_run", ascending=False, kind="stable")
    if longest.empty:
        year_ja = filters.year_label(year, "label_ja")
        st.markdown(f"{year_ja}まで2年以上続けて繰り越している実施事業はありません。")
    length = printing.open_length(len(longest), LIST_LENGTH)
    found = [
        (
            int(item["number"]),
            _named(item),
            f"{words.carried_text(item['carried_rule'])}　**{item['carried_run']}年連続**"
            + basis.line(item["rule"], item["confidence"]),
        )
        for item in longest.head(length).to_dict("records")
    ]
    entries.draw(found, key="going_on")
    _rest(len(longest) - length, undone_in=filters.year_label(year), state=words.CARRIED_OVER.label)


def turned(changes: pd.DataFrame, title: str, empty: str) -> None:
    """Draw what turned worse (or better) since the year before, each line a link, or why nothing did."""
    st.header(title)
    if changes.empty:
        st.markdown(empty)
        return
    found = [(int(item["number"]), _named(item), agenda_words.turned_note(item)) for item in changes.to_dict("records")]
    length = printing.open_length(len(found), LIST_LENGTH)
    entries.draw(found[:length], key=f"turned_{title}")
    if len(found) > length:
        with st.expander(f"残り{len(found) - length}件"):
            entries.draw(found[length:], key=f"turned_{title}_rest")


def _ranked(undone: pd.DataFrame, note: Callable[[Record], str], **choices: str) -> None:
    """Draw the list in its order, on paper whole, and the way to those that are left out."""
    length = printing.open_length(len(undone), AGENDA_LENGTH)
    shown = enumerate(undone.head(length).to_dict("records"), start=1)
    entries.draw([(int(item["number"]), f"{rank}\\. {_named(item)}", note(item)) for rank, item in shown], key="ranked")
    _rest(len(undone) - length, **choices)


def _named(item: Record) -> str:
    """Return an initiative by what it does and whose it is."""
    return markdown.verbatim(words.of_section(item["activity"], item["department"]))


def _rest(count: int, **choices: str) -> None:
    """Draw the way to those that are not listed here."""
    if count > 0:
        address = links.address("unmet", links.filters_in_url(), **choices)
        st.markdown(markdown.link(f"残り{count}件を「未達・繰越」で見る（新しいタブ）", address))
