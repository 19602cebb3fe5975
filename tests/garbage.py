"""Garbage of the tests that have Qt objects is collected as the program does it (`background/garbage.py`)."""

import gc

import pytest


@pytest.fixture(scope="session", autouse=True)
def _garbage():
    """Collected on the main thread only, as in the program: on a worker's it would destroy Qt's objects there."""
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _garbage_of_the_test(_garbage):
    gc.disable()  # a desk that was stopped in the test before gave it back to the interpreter
    yield
    gc.collect()
