"""Examples in docstrings run."""

import doctest
import importlib
import pkgutil

import pytest

import engines

FINDER = doctest.DocTestFinder()
MODULES = [module.name for module in pkgutil.iter_modules(engines.__path__, "engines.")]
# A module without examples would pass whatever it did.
WITH_EXAMPLES = [name for name in MODULES if any(test.examples for test in FINDER.find(importlib.import_module(name)))]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
