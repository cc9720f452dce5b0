"""What is made of the store under an address is made once for all who come by the same: pictures with their links, facts.

A run of a page makes hundreds of links and cells; most visitors look at the same few filters of the same store.
"""

from collections.abc import Callable, Hashable
from typing import Final, TypeVar, cast

from dashboard.database import store
from dashboard.database.once import once
from dashboard.frame import links

Result = TypeVar("Result")
# A picture of the whole plan is some 0.2 MB.
MOST_KEPT: Final = 200


def made(make: Callable[..., Result], *given: Hashable) -> Result:
    """Return what `make` makes of `given`, of the store in force and of the filters in the address, made once for all.

    `make` is a function of a module: a page's own are other ones at every run. It asks nothing else, of the session or of the
    clock; and what it returns is never changed.
    """
    address = tuple((key, tuple(values)) for key, values in links.filters_in_url().items())
    return cast("Result", _made(make, store.identity(), address, given))


def told(make: Callable[..., Result], *given: Hashable) -> Result:
    """Return facts that `make` makes as `made` asks for, in which no link stands: under every address they are the same."""
    return cast("Result", _made(make, store.identity(), (), given))


@once(most=MOST_KEPT)
def _made(
    make: Callable[..., object],
    _at: store.Identity,
    _address: tuple[tuple[str, tuple[str, ...]], ...],
    given: tuple[Hashable, ...],
) -> object:
    return make(*given)
