"""A text of sentences whose headings no list holds is read by what like headings and its cells say, and told as a guess."""

import pytest

from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_senses import senses
from loaders.model import FindingKind, Kind, Place
from loaders.records.reading import MEANINGS, read_document
from loaders.table.heading_words import FIELD_EXAMPLES, Field

PLANS = ("操法大会の運営を支える。", "分団の詰所を見て回り、直す所を決める。", "団員の勧誘に各町内を回る。")
TOLD = (
    "大会は予定どおり開き、12分団が出た。",
    "詰所を全て見て回り、雨漏りのある3か所を直した。",
    "町内会の集まりで呼びかけ、5人が入った。",
)


def table(plan: str, result: str) -> str:
    heads = ["番号", "事業名", "担当課", *(f"{year}{word}" for year in ("R1", "R2") for word in (plan, result)), f"R3{plan}"]
    rows = [
        [
            str(at + 1),
            f"消防団の事業その{at + 1}",
            "消防総務課",
            PLANS[at % 3],
            TOLD[at % 3],
            PLANS[at % 3],
            TOLD[at % 3],
            PLANS[at % 3],
        ]
        for at in range(6)
    ]
    return "\n".join("\t".join(line) for line in (["消防団の計画"], heads, *rows)) + "\n"


@pytest.mark.parametrize(("plan", "result"), [("開催予定回数", "結果・備考"), ("これだけはやること", "やったこと")])
def test_columns_of_unknown_words_are_read_and_told_as_a_guess(plan: str, result: str) -> None:
    document = read_document(table(plan, result).encode(), "表.txt")
    kinds = (Kind.PLAN, Kind.RESULT)
    assert document.places == (*(Place(kind, year) for year in (2019, 2020) for kind in kinds), Place(Kind.PLAN, 2021))
    assert sum(finding.kind == FindingKind.HEADING_GUESSED for finding in document.findings) == 5


# Headings that stand over names or sentences alike: of a grid its cells decide.
OPEN = {"具体的な取組": Use.NAME, "施策の方向性": Use.UNREAD}


@pytest.mark.parametrize(("field", "word"), [(f, word) for f, words in FIELD_EXAMPLES.items() for word in words.split()])
def test_both_readers_of_headings_know_the_words_of_the_one_for_texts(field: Field, word: str) -> None:
    found = senses(word)
    likeliest = max(found, key=lambda use: found[use])
    assert likeliest is OPEN[word] if word in OPEN else MEANINGS[likeliest] is field
