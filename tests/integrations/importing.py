"""Where the example files are, and how a refusal is looked at."""

from pathlib import Path

import pytest

from kcc_desktop.domain.imports import BadFile

EXAMPLES = Path(__file__).parent / "examples"


def refusal(read, *arguments):
    with pytest.raises(BadFile) as refused:
        read(*arguments)
    return refused.value.line, refused.value.reason, refused.value.name
