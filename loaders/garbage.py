"""A load makes millions of small values that stay to its end, and next to no cycles among them.

Python's collector of cycles looks through all of them again and again as they grow: at 10,000 rows it took half of a load.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let no cycles be looked for meanwhile; values that nothing refers to go as ever."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
