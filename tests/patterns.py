"""All patterns that the loaders know, wherever they stand: in a module, in a row of a vocabulary, in a table of either."""

import gc
import importlib
import pkgutil

import loaders
from loaders.patterns import Pattern


def every_pattern() -> list[Pattern]:
    """Return the patterns of all modules of the loaders, which are imported for it."""
    for module in pkgutil.walk_packages(loaders.__path__, "loaders."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    gc.collect()
    return [found for found in gc.get_objects() if isinstance(found, Pattern)]
