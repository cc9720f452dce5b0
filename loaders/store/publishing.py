"""A store is built and checked as a file; where readers are elsewhere, each of its states is then put whole into their lake."""

from pathlib import Path
from typing import Final

from engines import installation, lake
from engines.address import Address
from engines.connecting import EngineError
from loaders.errors import InputError

KEPT: Final = "このサーバーにあるデータは新しくなっています。置き場所のデータは前のままで、読むことはできます。"


def lake_of(store: Path) -> Address | None:
    """Return the lake that this installation puts a store into, None where it does not."""
    return installation.published_to() if store == installation.STORE else None


def is_published(store: Path, to: Address | None) -> bool:
    """Return whether a lake has a store as it is, or there is no lake; raise InputError where it cannot be asked."""
    try:
        return to is None or lake.holds(to, store)
    except EngineError as error:
        raise _told(error) from error


def publish(store: Path, to: Address) -> None:
    """Put a store into a lake; raise InputError where that cannot be done: the lake then has what it had."""
    try:
        lake.publish(store, to)
    except EngineError as error:
        raise _told(error) from error


def _told(error: EngineError) -> InputError:
    what = f"{error.what}（{error.said}）" if error.said else error.what
    return InputError(what, where=error.where, todo=error.todo, kept=KEPT)
