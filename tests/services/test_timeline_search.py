"""What the search inside a citizen's timeline finds of appointments and visits, and for whom."""

import pytest

from kcc_desktop.domain.appointments import UnlessReason
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.timeline import TimelineFilter
from kcc_desktop.services.timeline import TimelineService
from tests.services.conversations import make_party
from tests.services.field_team import FieldTeam
from tests.services.office import to_another_cluster
from tests.services.town_hall import TownHall


@pytest.fixture
def hall(database):
    return TownHall(database)


@pytest.fixture
def team(database):
    return FieldTeam(database)


@pytest.fixture
def party(database):
    return make_party(database)


def found(database, party, text):
    return {entry.id for entry in TimelineService(database).page(party, TimelineFilter(text=text)).entries}


def test_an_appointment_is_found_by_product_note_and_code(database, hall, party):
    booked = hall.booked(party, None, hall.passport, hall.passport, note="Neemt 100% zeker een tolk mee")
    other = hall.booked(party, None, hall.form, unless=UnlessReason.PREFERS)
    code = booked.reference
    for words in ("pasp", "TOLK", "100% z", code, code.lower(), " ".join(code)):
        assert found(database, party, words) == {booked.id}, words
    assert found(database, party, "verhuizing") == {other.id}
    for words in ("Gemeentehuis", "100_", "rijbewijs"):
        assert found(database, party, words) == set(), words
    assert found(database, make_party(database, "Jan Bakker"), "paspoort") == set()


def test_a_visit_is_found_by_product_note_and_code_and_not_by_how_to_get_in(database, team, party):
    booked = team.booked(party, words={"note": "Heeft een grote hond", "access": "sleutel onder de mat"})
    code = booked.reference
    for words in ("keukentafel", "grote HOND", code, " ".join(code)):
        assert found(database, party, words) == {booked.id}, words
    for words in ("sleutel", "Voorbeeldstraat"):
        assert found(database, party, words) == set(), words


def test_whoever_is_invited_has_it_on_their_timeline_too(database, team, party):
    neighbour = make_party(database, "Jan Bakker")
    booked = team.booked(party, words={"note": "Overlast", "invited": (neighbour,)})
    assert found(database, neighbour, "overlast") == {booked.id}


def test_what_is_confidential_is_found_by_its_own_cluster_only(database, hall, team, party):
    hidden = {"secrecy": Confidentiality.CONFIDENTIAL, "note": "Schulden"}
    booked, visit = hall.booked(party, **hidden), team.booked(party, words=hidden)
    for words in ("schulden", "paspoort", "keukentafel", booked.reference):
        assert found(database, party, words)
    assert found(database, party, "schulden") == {booked.id, visit.id}
    to_another_cluster(database)
    for words in ("schulden", "paspoort", "keukentafel", booked.reference, visit.reference):
        assert found(database, party, words) == set(), words
