"""Every use case is tried on three: the file, the team's database as its owner, and as the plain login of a desk."""

import pytest

from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role


@pytest.fixture(params=["sqlite", "postgresql", "desk"])
def database(request):
    """The answers are the same with row security and without."""
    if request.param == "desk":
        return request.getfixturevalue("team_database")
    opened = Database(request.getfixturevalue(f"{request.param}_engine"), origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.AGENT})
    return opened
