"""Next year's form loads again: what was read of the table is read of the form, and what is filled in is judged."""

from io import BytesIO
from pathlib import Path

import duckdb
import openpyxl
import pytest

from dashboard.database import queries, store
from dashboard.database.queries import Filter
from dashboard.facts import series
from dashboard.files import next_form
from dashboard.saying import reminder
from loaders.__main__ import main

PART = Filter(year=2020, departments=("防災課",))
READ = """
select i.number, y.year, y.target, y.result, o.status
from initiative as i
join indicator as n using (initiative_id)
join indicator_year as y using (indicator_id)
left join outcome as o on o.initiative_id = i.initiative_id and o.year = y.year
where i.department = '防災課' and y.year <= 2020
order by all
"""
ANSWER = "【結果/目標】13,200人/13,000人(令和4年3月31日現在) 【広報紙での周知】20回"


def asked(path: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def form(open_store: store.Identity) -> next_form.Form:
    return next_form.form(PART, series.read(queries.frame("indicator_series", Filter(year=0))))


@pytest.fixture
def filled(form: next_form.Form, tmp_path: Path) -> Path:
    """A store of the form with one evaluation filled in, loaded as anybody would load it."""
    book = openpyxl.load_workbook(BytesIO(next_form.workbook(form)))
    sheet = book.active
    assert sheet is not None
    column = form.headings.index(form.to_fill) + 1
    at = next(row for row in range(1, sheet.max_row + 1) if str(sheet.cell(row, 1).value) == "1")
    sheet.cell(at, column, ANSWER)
    book.save(tmp_path / "form.xlsx")
    out = tmp_path / "form.duckdb"
    assert main(["--document", str(tmp_path / "form.xlsx"), "--store", str(out), "--quiet"]) == 0
    return out


def test_form_has_the_citys_headings_this_years_plan_and_an_empty_evaluation(form: next_form.Form) -> None:
    assert form.headings[:6] == ("番号", "実施事業", "主担当", "担当課", "実施内容", "現状及び事業目標")
    assert form.headings[-3:] == ("令和3年度内容及び目標", "令和3年度評価", "備考")
    assert {row[form.headings.index(form.to_fill)] for row in form.rows} == {""}
    assert "R3目標13,000人、R2実績12,597人" in form.rows[0][-1]


def test_form_loads_with_every_figure_and_judgement_of_the_table_and_what_was_filled_in(
    filled: Path, open_store: store.Identity
) -> None:
    assert asked(filled, READ) == asked(open_store.address.path, READ)
    [(status, result)] = asked(
        filled,
        "select o.status, y.result from initiative join outcome as o using (initiative_id) "
        "join indicator using (initiative_id) join indicator_year as y using (indicator_id, year) "
        "where number = 1 and year = 2021 and y.target = 13000",
    )
    assert (status, result) == ("met", 13_200)


def test_reminder_names_each_target_without_a_number_in_its_sections_mail(open_store: store.Identity) -> None:
    found = queries.frame("targets_without_number", Filter(year=2020))
    mails = dict(reminder.mails(found, "情報化計画"))
    assert len(found) == sum(mail.count("・番号") for mail in mails.values()) > 0
    for section, mail in mails.items():
        assert f"{section}　ご担当者様" in mail
