"""What is installed is what the short lists ask for, each file by its hash, from nowhere that only one place can reach."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LISTS = ("requirements", "requirements-dev", "requirements-tools", "requirements-server", "requirements-server-dev")
PIN = re.compile(
    r"^([A-Za-z0-9._-]+)==([^ ;\\]+)((?: ;[^\\]*)?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def lock(name: str) -> str:
    return (ROOT / f"{name}.lock").read_text(encoding="utf-8")


def pinned(name: str) -> dict[str, set[str]]:
    """Return the versions of each package; a package may have another on other releases of Python."""
    found: dict[str, set[str]] = {}
    for pin in PIN.finditer(lock(name)):
        found.setdefault(canonicalize_name(pin[1]), set()).add(pin[2])
    return found


def asked(name: str) -> list[Requirement]:
    lines = (ROOT / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    bare = [line.split("#")[0].strip() for line in lines]
    return [Requirement(line) for line in bare if line and not line.startswith("-")]


@pytest.mark.parametrize("name", LISTS)
def test_a_lock_satisfies_its_list(name: str) -> None:
    pins = pinned(name)
    unmet = [
        str(one)
        for one in asked(name)
        if not (held := pins.get(canonicalize_name(one.name))) or not all(version in one.specifier for version in held)
    ]
    assert unmet == [], "run: make lock"


@pytest.mark.parametrize("name", LISTS)
def test_every_package_of_a_lock_has_its_hashes_and_nothing_else_is_in_it(name: str) -> None:
    rest = PIN.sub("", lock(name)).splitlines()
    assert [line for line in rest if line.strip() and not line.strip().startswith("#")] == []
    assert not any(re.search(r"://|--(index|extra|find|trusted)|/tmp|/opt", line) for line in rest)


@pytest.mark.parametrize("name", LISTS)
def test_a_lock_holds_releases_as_their_makers_made_them(name: str) -> None:
    odd = [f"{package}=={one}" for package, held in pinned(name).items() for one in held if Version(one).local]
    assert odd == []


def test_a_server_of_a_lake_differs_from_the_desk_in_the_database_alone() -> None:
    desk, server = pinned("requirements"), pinned("requirements-server")
    assert {package for package, held in desk.items() if server.get(package) != held} == {"duckdb"}


def test_what_is_tested_is_what_is_served() -> None:
    served, tested = pinned("requirements"), pinned("requirements-dev")
    assert {package: held for package, held in served.items() if tested.get(package) != held} == {}
