"""What visitors share is made once, and never handed to whom it is not of."""

import pytest

from dashboard.database import store
from dashboard.frame import links, shared
from engines.address import Address

made_for: list[str] = []


def picture(year: str) -> str:
    made_for.append(year)
    return f"{year} {links.filters_in_url()}"


def test_it_is_made_once_for_a_store_an_address_and_what_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    at = store.Identity(Address("plan.duckdb"), "1")
    address: dict[str, list[str]] = {"year": ["R1"]}
    monkeypatch.setattr(links, "filters_in_url", lambda: address)
    made_for.clear()
    with store.held(at):
        first = shared.made(picture, "R1")
        assert shared.made(picture, "R1") == first
        assert made_for == ["R1"]
        shared.made(picture, "R2")
        address["department"] = ["防災課"]
        assert shared.made(picture, "R1") != first
    with store.held(at._replace(state="2")):
        shared.made(picture, "R1")
    with store.held(at._replace(plan=2)):
        shared.made(picture, "R1")
    assert made_for == ["R1", "R2", "R1", "R1", "R1"]


def test_facts_without_links_are_made_once_for_all_addresses_of_a_store(monkeypatch: pytest.MonkeyPatch) -> None:
    at = store.Identity(Address("plan.duckdb"), "3")
    address: dict[str, list[str]] = {"year": ["R1"]}
    monkeypatch.setattr(links, "filters_in_url", lambda: address)
    made_for.clear()
    with store.held(at):
        first = shared.told(picture, "R1")
        address["year"] = ["R2"]
        assert shared.told(picture, "R1") is first
    with store.held(at._replace(state="4")):
        shared.told(picture, "R1")
    assert made_for == ["R1", "R1"]
