"""A named frame says the same under a filter as the store's own tables do."""

import os
from dataclasses import fields, replace
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from dashboard.database import queries, store
from dashboard.database.queries import Filter
from dashboard.facts import series
from dashboard.text.folding import folded_words

EVERYTHING = Filter(year=2020)
FILTERS = {
    "everything": EVERYTHING,
    "leading": replace(EVERYTHING, lead=True),
    "not_leading": replace(EVERYTHING, lead=False),
    "one_section": replace(EVERYTHING, departments=("防災課",)),
    "two_sections": replace(EVERYTHING, departments=("防災課", "市民課")),
    "goal": replace(EVERYTHING, scope="1"),
    "policy": replace(EVERYTHING, scope="1-①"),
    "program": replace(EVERYTHING, scope="1-①-ア"),
    "words": replace(EVERYTHING, words=("防災メール", "登録")),
    "year_without_evaluation": replace(EVERYTHING, year=2021),
    "doubtful": replace(EVERYTHING, doubtful=True),
    "nothing": replace(EVERYTHING, words=("存在しない言葉",)),
}
OWN_VALUES: dict[str, str | int | float] = {"kind": "code_repaired", "number": 1, "find": "ict 研修", "most": 10, "nearly": 0.8}
NAMES = sorted(path.stem for path in queries.FOLDER.glob("*.sql"))


# Every part of a filter, at once and by itself where it finds something or nothing.
ASKED = {
    "everything": EVERYTHING,
    "all_at_once": Filter(year=2020, lead=True, departments=("防災課",), scope="1-①", words=("防災メール",), doubtful=True),
    "sections_and_words": replace(EVERYTHING, departments=("防災課", "市民課"), words=("防災",)),
    "year_without_evaluation": FILTERS["year_without_evaluation"],
    "nothing": FILTERS["nothing"],
}


@pytest.mark.parametrize("chosen", ASKED.values(), ids=list(ASKED))
@pytest.mark.parametrize("name", NAMES)
def test_every_frame_can_be_asked_under_every_filter(open_store: store.Identity, name: str, chosen: Filter) -> None:
    wanted = set(queries.PARAMETER.findall(queries.text(name)))
    own = {key: value for key, value in OWN_VALUES.items() if key in wanted}
    unknown = wanted - set(own) - {field.name for field in fields(Filter)}
    assert not unknown, f"give an example of {unknown} in OWN_VALUES"
    assert len(queries.frame(name, chosen, **own).columns) > 0


@pytest.mark.parametrize(
    ("name", "condition"),
    [
        ("everything", "true"),
        ("leading", "is_lead"),
        ("not_leading", "not is_lead"),
        ("one_section", "department = '防災課'"),
        ("two_sections", "department in ('防災課', '市民課')"),
        ("goal", "goal_code = '1'"),
        ("policy", "policy_code = '1-①'"),
        ("program", "program_code = '1-①-ア'"),
        (
            "doubtful",
            "initiative_id in (select initiative_id from outcome where is_doubtful) or initiative_id in "
            "(select initiative_id from indicator join indicator_year using (indicator_id) where is_doubtful)",
        ),
        ("nothing", "false"),
    ],
)
def test_a_filter_lets_through_what_it_says(open_store: store.Identity, name: str, condition: str) -> None:
    with duckdb.connect(open_store.address.text, read_only=True) as connection:
        expected = connection.execute(f"select count(*) from initiative where {condition}").fetchall()[0][0]
    assert queries.frame("match_count", FILTERS[name])["matching"].iloc[0] == expected


def test_every_word_of_a_search_must_occur_whatever_its_width(open_store: store.Identity) -> None:
    both = queries.frame("match_count", replace(EVERYTHING, words=folded_words("ＩＣＴ 研修")))["matching"].iloc[0]
    one = queries.frame("match_count", replace(EVERYTHING, words=folded_words("ict")))["matching"].iloc[0]
    assert 0 < both < one


def test_the_parts_of_every_year_add_up_to_its_whole(open_store: store.Identity) -> None:
    by_year = queries.frame("status_by_year", EVERYTHING)
    parts = by_year[["met", "unmet", "implemented", "under_study", "closed", "not_reported"]].sum(axis=1)
    assert len(by_year) > 0
    assert (parts == by_year["initiatives"]).all()


def test_judged_targets_are_met_or_missed(open_store: store.Identity) -> None:
    by_year = queries.frame("targets_by_year", EVERYTHING)
    assert by_year["judged"].sum() > 0
    assert (by_year["met"] + by_year["missed"] == by_year["judged"]).all()


def test_sections_add_up_to_the_year(open_store: store.Identity) -> None:
    sections, by_year = queries.frame("status_by_department", EVERYTHING), queries.frame("status_by_year", EVERYTHING)
    year = by_year[by_year["year"] == EVERYTHING.year].iloc[0]
    for column in ("initiatives", "met", "unmet", "carried_over"):
        assert sections[column].sum() == year[column]


def test_the_agenda_tells_each_matter_left_undone_once_longest_run_first(open_store: store.Identity) -> None:
    agenda = queries.frame("agenda", EVERYTHING)
    with duckdb.connect(open_store.address.text, read_only=True) as connection:
        undone = connection.execute("""
            select m.matter_id, bool_or(w.lead_id is not null) as waits
            from outcome as o
            join initiative_matter as m using (initiative_id)
            left join initiative_waiting as w on w.initiative_id = o.initiative_id and w.year = o.year
            where o.year = 2020 and (o.status = 'unmet' or o.is_carried_over)
            group by m.matter_id
        """).fetchall()
        of_rows = "select i.number, m.matter_id from initiative i join initiative_matter m using (initiative_id)"
        matters = dict(connection.execute(of_rows).fetchall())
    told = [matters[number] for number in agenda["number"]]
    assert len(set(told)) == len(told) > 0
    assert {matter for matter, waits in undone if not waits} <= set(told) <= {matter for matter, _ in undone}
    assert list(agenda["undone_run"]) == sorted(agenda["undone_run"], reverse=True)


def test_a_turn_for_the_worse_follows_a_year_that_was_not_unmet(open_store: store.Identity) -> None:
    turned = queries.frame("turned", EVERYTHING)
    said = turned[turned["status"].notna() & turned["is_worse"]]
    assert len(said) > 0
    assert set(said["status"]) == {"unmet"}
    assert "unmet" not in set(said["previous_status"])


def test_the_sql_of_a_frame_runs_in_any_client_that_attaches_the_store(open_store: store.Identity) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"attach '{open_store.address.text}' as store (read_only)")
        rows = connection.execute(queries.text("programs")).fetchall()
    assert len(rows) == len(queries.frame("programs"))


@pytest.mark.parametrize("name", NAMES)
def test_what_several_queries_share_is_written_out(name: str) -> None:
    assert not queries.PART.findall(queries.text(name))


def test_counts_of_sections_and_goals_are_those_of_the_year(open_store: store.Identity) -> None:
    by_year = queries.frame("status_by_year", EVERYTHING).set_index("year").loc[EVERYTHING.year]
    for name in ("status_by_goal", "status_by_department"):
        parts = queries.frame(name, EVERYTHING)
        for column in ("judged", "undone", "targets_judged", "targets_met"):
            assert parts[column].sum() == by_year[column]


def test_a_replaced_store_is_read_anew(open_store: store.Identity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "plan.duckdb"
    monkeypatch.setenv(store.SETTING, str(place))
    monkeypatch.setattr(store, "SETTLED_SECONDS", 0.0)
    place.write_bytes(Path(open_store.address.text).read_bytes())
    before = queries.frame("match_count", EVERYTHING)["total"].iloc[0]
    smaller = tmp_path / "smaller.duckdb"
    smaller.write_bytes(place.read_bytes())
    with duckdb.connect(str(smaller)) as connection:
        for table in ("finding", "promise", "outcome", "indicator_year", "indicator", "quantity", "cell", "initiative"):
            connection.execute(f"delete from {table}")
    os.replace(smaller, place)
    assert before > 0
    assert queries.frame("match_count", EVERYTHING)["total"].iloc[0] == 0


def test_the_store_cannot_be_written_or_left_through_a_query(open_store: store.Identity) -> None:
    with pytest.raises(duckdb.Error):
        store.rows("delete from store.finding", {}, open_store)
    with pytest.raises(duckdb.Error):
        store.rows(f"select * from read_text('{__file__}')", {}, open_store)


def test_no_store_is_a_missing_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.SETTING, str(tmp_path / "none.duckdb"))
    with pytest.raises(FileNotFoundError):
        store.identity()


def test_first_rows_of_a_frame_are_its_first_and_all_are_counted(open_store: store.Identity) -> None:
    whole = queries.frame("takeaway_cells", EVERYTHING)
    first, count = queries.beginning("takeaway_cells", EVERYTHING, 3)
    assert count == len(whole)
    pd.testing.assert_frame_equal(first, whole.head(3))


def test_indicators_of_one_initiative_are_those_of_all(open_store: store.Identity) -> None:
    every = queries.frame("indicator_series", Filter(year=0))
    number = int(every["number"].mode()[0])
    own = series.read(queries.frame("initiative_series", number=number))
    assert own == tuple(one for one in series.read(every) if one.number == number)


def test_a_number_that_may_be_another_doubtful_one_is_asked_with_its_year(open_store: store.Identity) -> None:
    asked = queries.frame("review_quantities")
    doubtful = queries.frame("review_figures", Filter(year=0))
    with duckdb.connect(open_store.address.text, read_only=True) as connection:
        for row in doubtful.to_dict("records"):
            sql = (
                "select count(*) from quantity join initiative using (initiative_id)"
                " where number = $number and year = $year and part_of_quantity_id is null"
            )
            [(expected,)] = connection.execute(sql, {"number": row["number"], "year": row["year"]}).fetchall()
            assert ((asked["number"] == row["number"]) & (asked["year"] == row["year"])).sum() == expected


def test_evaluations_are_as_alike_as_their_characters(open_store: store.Identity) -> None:
    told = """
        with said as (
            select initiative_id, year, string_agg(search_text, '' order by cell_id) as words
            from cell where kind = 'result' and search_text <> '' group by all
        )
        select
            a.initiative_id, a.year,
            1 - levenshtein(a.words, b.words) / greatest(length(a.words), length(b.words)) as likeness
        from said as a join said as b on b.initiative_id = a.initiative_id and b.year = a.year - 1
        where likeness >= 0.5 order by all
    """
    with duckdb.connect(open_store.address.text, read_only=True) as connection:
        expected = connection.execute(told).fetchall()
        assert connection.execute("select * from evaluation_likeness order by all").fetchall() == expected
    assert expected


def test_words_to_search_for_are_counted_where_a_search_finds_them(open_store: store.Identity) -> None:
    for chosen in (EVERYTHING, FILTERS["goal"], FILTERS["not_leading"]):
        suggested = queries.frame("search_suggestions", chosen, most=5)
        assert len(suggested)
        for row in suggested.to_dict("records"):
            found = queries.frame("search_places", chosen, find=" ".join(folded_words(row["word"])))
            assert (len(found), found["number"].nunique()) == (row["places"], row["initiatives"])


@pytest.mark.parametrize("name", NAMES)
def test_the_rows_of_a_frame_are_those_that_pandas_makes_of_it(open_store: store.Identity, name: str) -> None:
    found = queries.frame(name, EVERYTHING, **OWN_VALUES)
    rows, as_pandas = queries.rows_of(found), found.to_dict("records")
    assert [[(key, type(value), repr(value)) for key, value in row.items()] for row in rows] == [
        [(key, type(value), repr(value)) for key, value in row.items()] for row in as_pandas
    ]


def test_the_words_of_a_year_left_undone_come_with_the_plan_that_follows_and_no_others(open_store: store.Identity) -> None:
    found = queries.frame("undone_years", EVERYTHING)
    undone = found["is_undone"]
    follows = undone.groupby(found["number"]).shift(fill_value=False)
    assert found["evaluation"][~undone].isna().all()
    assert found["plan"][~undone & ~follows].isna().all()
    with duckdb.connect(open_store.address.text, read_only=True) as connection:
        words = {
            (number, year, kind): said
            for number, year, kind, said in connection.execute("""
                select i.number, c.year, c.kind, string_agg(c.text, ' ' order by c.cell_id)
                from cell as c join initiative as i using (initiative_id)
                where c.search_text <> '' and c.year is not null
                group by all
            """).fetchall()
        }
    for kind, column, told in (("result", "evaluation", undone), ("plan", "plan", undone | follows)):
        for number, year, said in found[told][["number", "year", column]].itertuples(index=False):
            assert (None if pd.isna(said) else said) == words.get((number, year, kind))


def test_a_frame_that_is_asked_ahead_is_made_once_and_given_to_who_asks_for_it(
    open_store: store.Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    rows = store.rows

    def counted(sql: str, parameters: dict[str, object], at: store.Identity) -> pd.DataFrame:
        made.append(sql)
        return rows(sql, parameters, at)

    monkeypatch.setattr(store, "rows", counted)
    chosen = Filter(year=2020, words=("だれも尋ねない語",))
    queries.ahead(("board", chosen), ("years", None))
    queries.ahead(("board", chosen))
    assert queries.frame("board", chosen).empty
    assert made.count(queries.text("board")) == 1


def test_what_fails_ahead_is_told_to_who_asks_for_it(open_store: store.Identity) -> None:
    queries.ahead(("no_such_frame", None))
    with pytest.raises(FileNotFoundError):
        queries.frame("no_such_frame")
