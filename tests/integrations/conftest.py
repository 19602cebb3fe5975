"""A file with what a test wants in it."""

import json

import pytest


@pytest.fixture
def written(tmp_path):
    def write(text, name="list.csv"):
        file = tmp_path / name
        file.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return file

    return write
