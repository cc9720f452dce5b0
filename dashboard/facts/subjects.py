"""What can be said of an initiative: each thing that was read of it, as it stands, with what a correction of it must expect."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.facts.correction_words import NO_PROMISE, NO_PROMISE_WORDS, figure_code, place_code, promise_text
from dashboard.facts.doubts import CONFIRMED
from dashboard.text import words
from dashboard.text.records import known, text_of
from desk.corrections import PersonsWord, Saved

# How a subject is put right on the screen: a choice among words, a number, or words of one's own.
CHOICES = ("status", "is_carried_over", "reason", "direction", "cell_place", "promise")
NUMBERS = ("target", "result")
NO_REASON = "（理由なし）"
# An indicator that was not read: its name and unit, and what it states of a year.
INDICATOR = "indicator"
NEW_INDICATOR = "新しい指標"
LONGEST_NAME, LONGEST_UNIT = 100, 20
# What is said of an indicator, by its name.
OF_INDICATOR = (*NUMBERS, "unit", "direction", "indicator_name", INDICATOR)


@dataclass(frozen=True)
class Subject:
    """One thing that was read: how it is told (`label`), how it stands as corrections write it (`now`) and in words."""

    item: str
    year: int | None
    place: str
    label: str
    now: str
    shown: str


def of_outcomes(outcomes: pd.DataFrame) -> Iterator[Subject]:
    """Yield what can be said of the judged years of `initiative_outcomes`."""
    for row in outcomes[outcomes["status"].notna()].to_dict("records"):
        year, at = int(row["year"]), str(row["label_ja"])
        carried, reason = bool(row["is_carried_over"]), text_of(row["reason"])
        yield Subject("status", year, "", f"{at}の状況", str(row["status"]), words.STATUSES[str(row["status"])].text)
        yield Subject("is_carried_over", year, "", f"{at}の繰越", code_of(carried), carried_words()[code_of(carried)])
        yield Subject("reason", year, "", f"{at}の理由", reason, words.REASONS.get(reason, NO_REASON))


def of_indicators(indicators: pd.DataFrame, years: Mapping[int, str]) -> Iterator[Subject]:
    """Yield what can be said of the indicators of `initiative_indicators`; `years` are the plan's, each as it is said."""
    for (name, read_name), of_it in indicators.groupby(["name", "read_name"], sort=False):
        first, place = of_it.iloc[0], str(read_name)
        unit, direction = text_of(first["unit"]), str(first["direction"])
        held = {int(row["year"]): row for row in of_it.to_dict("records") if known(row["year"]) is not None}
        for year, label in years.items():
            row = held.get(year)
            for item, said in (("target", "目標"), ("result", "実績")):
                value = known(row[item]) if row is not None else None
                shown = "なし" if value is None else words.number_text(value, unit)
                yield Subject(item, year, place, f"「{name}」{label}の{said}", figure_code(value), shown)
        yield Subject("unit", None, place, f"「{name}」の単位", unit, unit or "なし")
        yield Subject("direction", None, place, f"「{name}」のよい向き", direction, words.DIRECTIONS[direction])
        yield Subject("indicator_name", None, place, f"「{name}」の名前", str(name), str(name))


def of_new_indicator() -> Subject:
    """Return what can be said of an indicator that was not read."""
    return Subject(INDICATOR, None, "", f"「{NEW_INDICATOR}」を加える", "", "まだありません")


def of_cells(cells: pd.DataFrame) -> Iterator[Subject]:
    """Yield what can be said of the printed cells of `initiative_cells` that hold words: where they belong."""
    filled = cells[cells["text"].astype(str).str.strip() != ""]
    for (kind, label), pieces in filled.groupby(["printed_kind", "printed_label"], sort=False, dropna=False):
        printed, at = place_code(str(kind), known(label)), words.place_text(str(kind), known(label))
        places = [(str(row["kind"]), known(row["label"])) for row in pieces.to_dict("records")]
        shown = "と".join(words.place_text(*place) for place in dict.fromkeys(places))
        yield Subject(
            "cell_place", None, printed, f"印刷では「{at}」の文の欄", "+".join(place_code(*place) for place in places), shown
        )


def of_promises(promises: pd.DataFrame) -> Iterator[Subject]:
    """Yield what can be said of the promises of `initiative_promises`: what became of each."""
    for row in promises.to_dict("records"):
        state = str(row["state"])
        yield Subject("promise", None, str(row["place"]), promise_text(row), state, words.PROMISE_STATES[state].text)


def choices(subject: Subject, cells: pd.DataFrame) -> dict[str, str]:
    """Return what a subject may be instead, as corrections write it and in words; `cells` name the places there are."""
    if subject.item == "status":
        return {code: word.text for code, word in words.STATUSES.items()}
    if subject.item == "is_carried_over":
        return carried_words()
    if subject.item == "reason":
        return {"": NO_REASON, **words.REASONS}
    if subject.item == "direction":
        return dict(words.DIRECTIONS)
    if subject.item == "promise":
        return promise_words()
    places = cells[["printed_kind", "printed_label"]].drop_duplicates().to_dict("records")
    found = [(str(row["printed_kind"]), known(row["printed_label"])) for row in places]
    return {place_code(*place): words.place_text(*place) for place in found}


def carried_words() -> dict[str, str]:
    """Return what is said of carrying over, by its code."""
    return {"true": words.CARRIED_OVER.text, "false": f"{words.CARRIED_OVER.label}ではない"}


def promise_words() -> dict[str, str]:
    """Return what may have become of a promise, by its code."""
    return {code: word.text for code, word in words.PROMISE_STATES.items()} | {NO_PROMISE: NO_PROMISE_WORDS}


def code_of(value: bool) -> str:
    """Return a truth value as corrections write it."""
    return "true" if value else "false"


def value_words(item: str, code: str) -> str:
    """Return what a correction says, in words: a status, a reason, a place; figures and names as they are."""
    if item == "status":
        return words.STATUSES[code].text if code in words.STATUSES else code
    if item == "is_carried_over":
        return carried_words().get(code, code)
    if item == "reason":
        return words.REASONS.get(code, NO_REASON)
    if item == "direction":
        return words.DIRECTIONS.get(code, code)
    if item == "promise":
        return promise_words().get(code, NO_PROMISE_WORDS)
    if item in NUMBERS:
        return words.number_text(float(code.replace(",", ""))) if code else "なし"
    if item == "cell_place":
        return "と".join(map(_place_words, code.split("+")))
    if item == "finding":
        return "確認済み" if code == "checked" else words.short(code)
    if item == "confirmed":
        return "このままでよい"
    if item == INDICATOR:
        return code or "単位なし"
    return code or "なし"


def said(word: PersonsWord, labels: Mapping[int, str]) -> str:
    """Return what a person said of a reading: '「登録者数」のR2の実績：9,813 → 9,831'; `labels` are the years in words."""
    year = f"{labels.get(word.year, str(word.year))}の" if word.year is not None else ""
    about = f"「{word.place}」の" if word.place and word.item in OF_INDICATOR else ""
    if word.is_withdrawn:
        what = "取り下げ"
    elif word.item == INDICATOR:
        what = f"単位は{value_words(word.item, word.corrected)}"
    elif word.item in ("confirmed", "finding"):
        what = "このままでよい"
    else:
        what = f"{value_words(word.item, word.expected)} → {value_words(word.item, word.corrected)}"
    return f"{about}{year}{words.ITEMS.get(word.item, word.item)}：{what}"


def _place_words(code: str) -> str:
    label, _, kind = code.rpartition("_") if code.endswith(("_plan", "_result")) else ("", "", code)
    return words.place_text(kind, label or None) if kind in words.KINDS else code


def typed_number(text: str) -> str | None:
    """Return a number that was typed as corrections write it, '' for none, None where it is no number.

    >>> typed_number("９,８１３"), typed_number(""), typed_number("約70")
    ('9813', '', None)
    """
    plain = unicodedata.normalize("NFKC", text).replace(",", "").strip()
    return plain if re.fullmatch(r"(-?[0-9]{1,15}(\.[0-9]{1,15})?)?", plain) else None


def said_of(subject: Subject, plan_id: int, number: int, named: str, corrected: str, held: Iterable[Saved]) -> PersonsWord:
    """Return the word that a subject is `corrected`; where somebody has spoken of it, it expects what that word expected."""
    word = PersonsWord(plan_id, number, named, subject.year, subject.item, subject.place, subject.now, corrected, CONFIRMED)
    before = next((one.word for one in held if one.word.subject == word.subject), None)
    return word if before is None else replace(word, expected=before.expected)


def new_indicator(word: PersonsWord, year: int, figures: Mapping[str, str]) -> list[PersonsWord]:
    """Return the words that there is an indicator as `word` says, with its `figures` of a year by item; none without any."""
    stated = [replace(word, year=year, item=item, corrected=value) for item, value in figures.items() if value]
    return [word, *stated] if stated else []
