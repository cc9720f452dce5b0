"""Where a store is, is said once, and nobody ever sees the password in it."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from engines.address import Address
from engines.connecting import EngineError, Trouble, extension_file, is_in_use, told
from engines.states import state_of
from tests.stores import open_for_writing

SECRET = "hunter2"
HIDING = [
    f"ducklake:postgres:dbname=plan host=/nowhere password={SECRET}",
    f"ducklake:postgres:dbname=plan host=/nowhere password='{SECRET}'",
    f"ducklake:postgres:postgresql://plan:{SECRET}@127.0.0.1:1/plan",
]


@pytest.mark.parametrize("text", HIDING)
def test_an_address_shows_its_password_to_nobody(text: str) -> None:
    address = Address(text)
    assert SECRET not in f"{address} {address!r} {address.shown} {EngineError(Trouble.OTHER, address, text)}"


@pytest.mark.parametrize("text", HIDING)
def test_what_duckdb_says_of_a_place_bears_no_password_wherever_it_is_logged(text: str) -> None:
    program = f"import logging\nfrom engines.states import state_of\nfrom engines.address import Address\n\
try:\n    state_of(Address({text!r}))\nexcept Exception:\n    logging.exception('a page failed')"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stderr
    assert "EngineError" in said
    assert SECRET not in said


def test_a_password_of_the_environment_is_not_told_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", SECRET)
    monkeypatch.setenv("PLAN_STORE_TOKEN", "sesame")
    with pytest.raises(EngineError) as raised, told(Address("quack:db")):
        raise duckdb.Error(f"token => 'sesame', {SECRET}")
    assert "sesame" not in str(raised.value)
    assert SECRET not in str(raised.value)


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ('connection to server at "db" failed: FATAL:  password authentication failed for user "plan"', Trouble.REFUSED),
        ("Invalid Input Error: Authentication failed", Trouble.REFUSED),
        ('Unable to connect to Postgres at "host=db": could not translate host name "db"', Trouble.UNREACHABLE),
        ("Failed to send message: IO Error: Could not connect to server error", Trouble.UNREACHABLE),
        ('FATAL:  database "plan" does not exist', Trouble.EMPTY),
        ("Existing DuckLake … and creating a new DuckLake is explicitly disabled", Trouble.EMPTY),
        ("something new", Trouble.OTHER),
    ],
)
def test_what_is_wrong_with_a_place_is_told_with_what_to_do(said: str, trouble: Trouble) -> None:
    with pytest.raises(EngineError) as raised, told(Address("quack:db")):
        raise duckdb.IOException(said)
    assert raised.value.trouble is trouble
    assert all(words in str(raised.value) for words in ("場所: quack:db", "対処: "))


@pytest.mark.skipif(extension_file("ducklake") is not None, reason="this DuckDB has the extensions")
def test_a_duckdb_without_the_extensions_says_where_they_are() -> None:
    with pytest.raises(EngineError, match="requirements-server"):
        state_of(Address("ducklake:postgres:dbname=plan"))


def test_a_file_changes_its_state_when_it_is_replaced(current_store: Path, small_store: Path) -> None:
    address = Address(str(current_store))
    before = state_of(address)
    assert state_of(address) == before
    assert state_of(Address(str(small_store))) != before


def test_another_program_that_writes_is_told_from_damage_by_either_duckdb(current_store: Path) -> None:
    with open_for_writing(current_store), pytest.raises(duckdb.Error) as raised, duckdb.connect() as connection:
        connection.execute(f"attach '{current_store}' as store (read_only)")
    assert is_in_use(raised.value)
