"""A lake may keep its files in an S3-compatible storage: who has the key reads and writes there, others are told why not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engines import installation, lake
from engines.address import Address
from engines.connecting import EngineError, Trouble, extension_file
from tests.engines.bucket import KEY, bucket
from tests.engines.test_lake import contents, fetched

pytestmark = pytest.mark.skipif(extension_file("ducklake") is None, reason="this DuckDB has no extensions: make test-server")


@pytest.fixture
def objects(place: Address, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, bytes]]:
    """What the storage holds in which the lake at `place` keeps its files."""
    with bucket() as (url, kept):
        monkeypatch.setenv(installation.LAKE_FILES_SETTING, "s3://city/plan")
        given = {"ACCESS_KEY_ID": KEY, "SECRET_ACCESS_KEY": "hunter3", "REGION": "us-east-1", "ENDPOINT_URL": url}
        for name, value in given.items():
            monkeypatch.setenv(f"AWS_{name}", value)
        yield kept


def test_store_in_a_storage_is_read_as_it_was_put_there(
    place: Address, objects: dict[str, bytes], small_store: Path, tmp_path: Path
) -> None:
    lake.publish(small_store, place)
    assert objects
    assert all(path.startswith("/city/plan/") and path.endswith(".parquet") for path in objects)
    assert contents(fetched(place, tmp_path)) == contents(small_store)


def test_storage_that_refuses_a_key_is_told_without_the_secret(
    place: Address, objects: dict[str, bytes], small_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "somebody")
    with pytest.raises(EngineError) as raised:
        lake.publish(small_store, place)
    assert raised.value.trouble is Trouble.REFUSED
    assert "hunter3" not in str(raised.value)
    assert not objects
    assert not lake.holds(place, small_store)


def test_storage_that_is_away_is_told(
    place: Address, objects: dict[str, bytes], small_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lake.publish(small_store, place)
    kept = len(objects)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(EngineError) as raised:
        lake.publish(small_store, place)
    assert raised.value.trouble is Trouble.UNREACHABLE
    assert len(objects) == kept
