"""The examples in the docstrings of the loaders are true."""

import doctest
import importlib
import pkgutil

import pytest

import loaders

MODULES = sorted(
    module.name for module in pkgutil.walk_packages(loaders.__path__, "loaders.") if not module.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_the_docstrings_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
