"""The codes citizens read out: drawn by chance, and still nobody's twice."""

import pytest

from kcc_desktop.data import references
from tests.services.field_team import FieldTeam
from tests.services.town_hall import TownHall


@pytest.fixture(autouse=True)
def few_codes(monkeypatch):
    """Eight instead of 244 million."""
    monkeypatch.setattr(references, "REFERENCE_LETTERS", "BC")
    monkeypatch.setattr(references, "REFERENCE_LENGTH", 3)


def test_no_two_appointments_have_one_code(database):
    hall = TownHall(database)
    held = [hall.held() for _ in range(8)]
    assert len({one.reference for one in held}) == len(held) == 8


def test_no_two_visits_have_one_code(database):
    team = FieldTeam(database)
    asked = [team.requested() for _ in range(8)]
    assert len({one.reference for one in asked}) == 8
