"""A quoted figure says where it is found: title, page, number, year and the words it was read from."""

from dataclasses import replace

import pandas as pd

from dashboard.facts.series import Words
from dashboard.saying import citation
from tests.dashboard.facts.test_series import MAIL, indicator, point

HEAD = {"source_page": 1, "number": 1, "document": "進行管理表", "activity": "登録の推進", "department": "防災課"}
AT = "印西市「進行管理表」1ページ、番号1「登録の推進」（防災課）"
LABELS = {2017: "平成29年度", 2020: "令和2年度", 2021: "令和3年度"}


def cells(*places: tuple[str, int, str]) -> pd.DataFrame:
    return pd.DataFrame([{"kind": kind, "year": year, "text": text} for kind, year, text in places])


def test_the_source_names_title_page_number_and_section() -> None:
    assert citation.source(HEAD, "印西市") == AT
    assert "ページ" not in citation.source(HEAD | {"source_page": float("nan")}, "印西市")


def test_the_evaluation_of_a_year_is_quoted_and_without_one_the_plan() -> None:
    said = cells(("plan", 2017, "周知する。"), ("result", 2017, "周知した。\n【回数】5回"), ("plan", 2021, "周知する。"))
    assert citation.words_of(said, 2017, "平成29年度", AT) == f"平成29年度の評価「周知した。 【回数】5回」 出典：{AT}"
    assert citation.words_of(said, 2021, "令和3年度", AT) == f"令和3年度の内容及び目標「周知する。」 出典：{AT}"
    assert citation.words_of(said, 2020, "令和2年度", AT) == ""


def test_figures_come_with_their_words_and_what_is_worked_out_is_told_so() -> None:
    read = point(2017, 10000, 9813, progress=0.6376)
    read = replace(read, target_words=Words("10,000人", "plan", "H29"), result_words=Words("9,813人", "result", "H29"))
    (line,) = citation.figures((indicator(read),), 2017, LABELS, AT)
    assert line == (
        "防災メール登録者数（人・累計） 平成29年度：目標10,000人、実績9,813人（達成率98%、現状からの進み64%は計算した値）"
        f" 出典：{AT} H29 内容及び目標「10,000人」、H29 評価「9,813人」"
    )


def test_a_year_that_tells_nothing_of_an_indicator_has_no_line() -> None:
    assert citation.figures((indicator(point(2017, 1, 1)),), 2020, LABELS, AT) == []
    assert "実績" not in citation.figures((MAIL,), 2021, LABELS, AT)[0]
