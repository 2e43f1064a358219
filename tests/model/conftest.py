"""The shipped model, loaded once for all its tests."""

import pytest

from timeline.model.trained import load_trained


@pytest.fixture(scope="session")
def nlp():
    return load_trained()
