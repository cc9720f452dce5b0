"""The examples in the docstrings of the loaders are true."""

import doctest
import importlib
import pkgutil

import pytest

import loaders

MODULES = sorted(module.name for module in pkgutil.iter_modules(loaders.__path__) if not module.name.startswith("_"))


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_the_docstrings_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"loaders.{name}")).failed == 0
