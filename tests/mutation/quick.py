"""A pytest plugin: the tests of the rules only; property tests do not look for the smallest counterexample."""

from tests.mutation.plugin import pytest_collection_modifyitems, pytest_configure

__all__ = ["pytest_collection_modifyitems", "pytest_configure"]
