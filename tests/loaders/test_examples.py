"""The examples in the docstrings of the loaders are true."""

import doctest
import importlib
import pkgutil

import pytest

import loaders

FINDER = doctest.DocTestFinder()
MODULES = sorted(
    module.name for module in pkgutil.walk_packages(loaders.__path__, "loaders.") if not module.name.endswith("__main__")
)


# A module without examples would pass whatever it did.
WITH_EXAMPLES = [name for name in MODULES if any(test.examples for test in FINDER.find(importlib.import_module(name)))]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_of_the_docstrings_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
