"""What is added is kept as it was given, read again by later loaders, and can be removed and put back."""

import shutil
import sys
from pathlib import Path
from types import ModuleType

import duckdb
import pytest

from loaders.__main__ import EXIT_BAD_INPUT, main
from loaders.bands import Bands
from loaders.editions.edition_reading import only
from loaders.errors import DocumentError
from loaders.intake.commands import EXIT_LEFT
from loaders.parts import say_nothing
from loaders.store import new_store, plan_rows
from loaders.store.freshness import ensure_current
from loaders.store.inputs import Inputs, library_of
from loaders.store.writing import built_now
from tests.loaders.test_editions import FIRST, SECOND
from tests.tables import HEADINGS, ROW

ANOTHER = (
    FIRST.replace("水辺", "図書館")
    .replace("川の清掃", "読み聞かせ")
    .replace("水質の検査", "蔵書の点検")
    .replace("護岸", "書庫")
)


def ship_a_small_plan(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have a small plan in a folder taken for the shipped one; return the place of a store beside it."""
    document = folder / "shipped.txt"
    document.write_text(f"情報化計画\n{HEADINGS}\n{ROW}\n", encoding="utf-8")
    monkeypatch.setattr("loaders.store.inputs.DOCUMENT", document)
    monkeypatch.setattr("loaders.__main__.DOCUMENT", document)
    return folder / "data" / "plan.duckdb"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for a store whose shipped plan is a small one."""
    return ship_a_small_plan(tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def two_plans_loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two")
    with pytest.MonkeyPatch.context() as monkeypatch:
        store = ship_a_small_plan(folder, monkeypatch)
        assert do(store, "add", file_of(folder, "r4.txt", FIRST)) == 0
    return store.parent


@pytest.fixture
def two_plans(store: Path, two_plans_loaded: Path) -> Path:
    """A store to which one plan was added."""
    shutil.copytree(two_plans_loaded, store.parent)
    return store


def file_of(tmp_path: Path, name: str, text: str) -> str:
    place = tmp_path / name
    place.write_text(text, encoding="utf-8")
    return str(place)


def do(store: Path, *arguments: str) -> int:
    return main(["--quiet", "--store", str(store), *arguments])


def plans_of(store: Path) -> list[tuple[int, str, int]]:
    with duckdb.connect(str(store), read_only=True) as connection:
        return connection.execute(
            "select plan_id, name, count(*) from plan join document using (plan_id) group by all order by 1"
        ).fetchall()


def test_a_file_of_other_rows_is_a_new_plan_and_the_next_file_of_it_an_edition(store: Path, tmp_path: Path) -> None:
    assert do(store, "add", file_of(tmp_path, "r4.txt", FIRST)) == 0
    assert do(store, "add", file_of(tmp_path, "r5.txt", SECOND)) == 0
    assert do(store, "add", file_of(tmp_path, "books.txt", ANOTHER)) == 0
    assert plans_of(store) == [
        (1, "情報化計画", 1),
        (2, "水辺計画 進捗管理表", 2),
        (3, "図書館計画 進捗管理表", 1),
    ]
    with duckdb.connect(str(store), read_only=True) as connection:
        kinds = {kind for (kind,) in connection.execute("select kind from edition_change").fetchall()}
    assert {"added", "ended", "moved", "target_changed"} <= kinds


def test_one_row_of_two_that_another_plan_has_too_makes_no_edition_of_it(store: Path, tmp_path: Path) -> None:
    two_rows = "\n".join(FIRST.split("\n")[:4])
    assert do(store, "add", file_of(tmp_path, "r4.txt", two_rows)) == 0
    other = two_rows.replace("水辺", "公園").replace("水質の検査", "遊具の検査").replace("河川の検査", "遊具の目視検査")
    assert do(store, "add", file_of(tmp_path, "parks.txt", other)) == 0
    assert [(name, editions) for _, name, editions in plans_of(store)][1:] == [
        ("水辺計画 進捗管理表", 1),
        ("公園計画 進捗管理表", 1),
    ]


def test_a_file_that_cannot_be_read_leaves_everything_as_it_was(two_plans: Path, tmp_path: Path) -> None:
    store = two_plans
    before = (plans_of(store), sorted(path.name for path in library_of(store).folder.rglob("*")))
    assert do(store, "add", file_of(tmp_path, "note.txt", "ただの文\n")) == EXIT_BAD_INPUT
    assert (plans_of(store), sorted(path.name for path in library_of(store).folder.rglob("*"))) == before


def test_a_removed_plan_comes_back_until_the_next_is_added(two_plans: Path, tmp_path: Path) -> None:
    store = two_plans
    assert do(store, "remove", "2", "--yes") == 0
    assert [plan for plan, *_ in plans_of(store)] == [1]
    assert do(store, "restore") == 0
    assert [plan for plan, *_ in plans_of(store)] == [1, 2]
    do(store, "remove", "1", "--yes")
    do(store, "add", file_of(tmp_path, "books.txt", ANOTHER))
    assert do(store, "restore") == EXIT_BAD_INPUT
    assert [plan for plan, *_ in plans_of(store)] == [2, 3]


def test_removing_asks_and_the_last_plan_stays(two_plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = two_plans
    monkeypatch.setattr("builtins.input", lambda _: "n")
    assert do(store, "remove", "2") == EXIT_LEFT
    assert len(plans_of(store)) == 2
    do(store, "remove", "2", "--yes")
    assert do(store, "remove", "1", "--yes") == EXIT_BAD_INPUT


def test_a_plan_that_later_loaders_cannot_read_stays_and_says_so(
    two_plans: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = two_plans
    with duckdb.connect(str(store), read_only=True) as connection:
        before = connection.execute("select number, activity from initiative where plan_id = 2").fetchall()
    kept = library_of(store).folder / "2" / "1" / "r4.txt"
    kept.write_text("壊れた資料\n", encoding="utf-8")
    assert do(store) == 0
    with duckdb.connect(str(store), read_only=True) as connection:
        assert connection.execute("select number, activity from initiative where plan_id = 2").fetchall() == before
    capsys.readouterr()
    do(store, "list")
    assert "前に読み込んだままです" in capsys.readouterr().out


def test_a_plan_that_has_not_changed_is_not_read_again(
    two_plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = two_plans
    read: list[int] = []
    original = plan_rows.read
    monkeypatch.setattr(plan_rows, "read", lambda job, *more: (read.append(job.plan.plan_id), original(job, *more))[1])
    do(store, "add", file_of(tmp_path, "books.txt", ANOTHER))
    assert read == [3]


def test_many_files_are_taken_in_at_once_each_as_a_plan_of_its_own(store: Path, tmp_path: Path) -> None:
    files = file_of(tmp_path, "one.txt", FIRST), file_of(tmp_path, "two.txt", SECOND), file_of(tmp_path, "books.txt", ANOTHER)
    assert do(store, "add", "--new", *files) == 0
    plans = library_of(store).plans()
    assert [plan.plan_id for plan in plans] == [1, 2, 3, 4]
    assert len({plan.name for plan in plans}) == 4


def test_of_many_files_that_cannot_all_be_read_none_is_taken_in(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = file_of(tmp_path, "one.txt", FIRST), file_of(tmp_path, "letter.txt", "拝啓\n")
    assert do(store, "add", "--new", *files) == EXIT_BAD_INPUT
    assert "letter.txt" in capsys.readouterr().err
    assert [plan.plan_id for plan in library_of(store).plans()] == [1]


def test_several_files_that_are_not_said_to_be_new_plans_are_refused(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert do(store, "add", file_of(tmp_path, "one.txt", FIRST), file_of(tmp_path, "two.txt", SECOND)) == EXIT_BAD_INPUT
    assert "--new" in capsys.readouterr().err


def test_plans_read_by_two_processes_are_read_as_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A test of a page leaves that page as the program that runs, and a new process would begin with it.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    jobs = {}
    for number, text in enumerate((FIRST, SECOND, ANOTHER, "拝啓\n"), start=1):
        files = only(Path(file_of(tmp_path, f"{number}.txt", text)), tmp_path / "corrections.csv")
        build = {"fingerprint": "x", "built_at": built_now(), "duckdb_version": "0"}
        jobs[number] = plan_rows.Job(files, (), "mark", Bands(), build)
    with plan_rows.Ahead(jobs, processes=2) as ahead:
        for number in (1, 2, 3):
            assert ahead.rows(number, say_nothing) == plan_rows.read(jobs[number], processes=1)
        with pytest.raises(DocumentError, match=r"4\.txt"):
            ahead.rows(4, say_nothing)


def contents(store: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(store), read_only=True) as connection:
        names = [name for (name,) in connection.execute("select table_name from duckdb_tables() where not internal").fetchall()]
        hidden = {"document": " exclude (loaded_at)", "build": " exclude (built_at)"}
        return {
            name: connection.execute(f"select *{hidden.get(name, '')} from {name} order by all").fetchall() for name in names
        }


@pytest.mark.parametrize("removed", [1, 2, 3])
def test_plans_that_stay_are_taken_over_as_reading_all_would_have_them(store: Path, tmp_path: Path, removed: int) -> None:
    do(store, "add", "--new", *(file_of(tmp_path, f"{n}.txt", text) for n, text in enumerate((FIRST, ANOTHER, SECOND))))
    library, before = library_of(store), contents(store)
    inputs = Inputs(library.document, library.corrections, library.folder)
    do(store, "remove", "--yes", str(removed))
    without = contents(store)
    store.unlink()
    ensure_current(store, inputs)
    whole = contents(store)
    # The years of a plan that has gone are years all the same.
    assert set(without.pop("fiscal_year")) >= set(whole.pop("fiscal_year"))
    assert without == whole
    do(store, "restore")
    assert contents(store) == before


def test_an_older_store_whose_rows_cannot_be_taken_over_is_read_again(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(store, "add", "--new", file_of(tmp_path, "one.txt", FIRST), file_of(tmp_path, "books.txt", ANOTHER))
    expected = contents(store)

    def damaged(*_of: object) -> dict[str, int]:
        raise duckdb.IOException("a block of the file is damaged")

    monkeypatch.setattr(new_store, "copy_plans", damaged)
    do(store, "remove", "--yes", "1")
    do(store, "restore")
    assert contents(store) == expected
