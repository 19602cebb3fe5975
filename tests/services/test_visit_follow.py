"""A visit goes where its contact goes: as confidential as it is, and to its citizen."""

import pytest
from sqlalchemy import select

from kcc_desktop.data.contacts import TimelineEntryRow
from kcc_desktop.data.visits import VisitRow
from kcc_desktop.domain.contact_commands import CorrectContact, MoveContact
from kcc_desktop.domain.contacts import Confidentiality, ContactKind
from kcc_desktop.domain.errors import NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.domain.visit_commands import BookVisit, RequestVisit, VisitWords
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.timeline import TimelineService
from tests.services.conversations import conversation, make_party, question
from tests.services.field_team import FieldTeam
from tests.services.office import to_another_cluster


@pytest.fixture
def team(database):
    return FieldTeam(database)


@pytest.fixture
def contacts(database):
    return ContactService(database)


def planned(team, party, contact_id, invited=(), secrecy=Confidentiality.OPEN):
    words = VisitWords(party, "Fatima de Vries", invited=invited, note="sleutel onder de mat", secrecy=secrecy)
    return team.service.book(BookVisit(team.held().id, words, contact_id=contact_id))


def secrecies(database, visit_id):
    def work(connection):
        of_row = select(VisitRow.confidentiality).where(VisitRow.id == visit_id)
        entry = select(TimelineEntryRow.confidentiality).where(TimelineEntryRow.object_id == visit_id)
        return {*connection.scalars(of_row), *connection.scalars(entry)}

    return database.unguarded_read(work)


def on_timeline(database, party):
    entries = TimelineService(database).page(party).entries
    return {entry.id for entry in entries if entry.kind is EntryKind.VISIT}


def test_what_is_ticked_after_booking_counts_when_the_talk_is_recorded(team, database, contacts):
    party = make_party(database)
    asked = question(party, is_confidential=True)
    booked = planned(team, party, asked.id)
    wish = RequestVisit(new_id(), team.need(), VisitWords(party, "Fatima de Vries"), contact_id=asked.id)
    waiting = team.service.request(wish)
    contacts.record(conversation(asked))
    assert secrecies(database, booked.id) == secrecies(database, waiting.id) == {"confidential"}
    again = question(party)
    other = planned(team, party, again.id, secrecy=Confidentiality.CONFIDENTIAL)
    contacts.record(conversation(again))
    assert secrecies(database, other.id) == {"open"}
    to_another_cluster(database)
    with pytest.raises(NotFound):
        team.service.open(booked.id)
    assert on_timeline(database, party) == {other.id}


def test_a_visit_becomes_as_confidential_as_its_contact_is_corrected_to_be(team, database, contacts):
    party = make_party(database)
    asked = question(party)
    booked = planned(team, party, asked.id)
    contacts.record(conversation(asked))
    assert secrecies(database, booked.id) == {"open"}
    for version, is_confidential in ((1, True), (2, False)):
        contacts.correct(
            CorrectContact(
                asked.id,
                version,
                "stond verkeerd",
                ContactKind.QUESTION,
                asked.outcome_code,
                asked.summary,
                "",
                None,
                is_confidential,
            )
        )
        assert secrecies(database, booked.id) == {"confidential" if is_confidential else "open"}


def test_a_contact_takes_its_visit_to_the_right_citizen(team, database, contacts):
    fatima, aicha = make_party(database), make_party(database, "Aïcha de Vries")
    neighbour = make_party(database, "Jan Bakker")
    asked = question(fatima)
    booked = planned(team, fatima, asked.id, (neighbour,))
    contacts.record(conversation(asked))
    contacts.move(MoveContact(new_id(), asked.id, aicha, "verkeerde Fatima"))
    moved = team.service.open(booked.id)
    assert (moved.party_id, moved.name) == (aicha, "Aïcha de Vries")
    assert [one.name for one in moved.invited] == ["Aïcha de Vries", "Jan Bakker"]
    on = {party: on_timeline(database, party) for party in (fatima, aicha, neighbour)}
    assert on == {fatima: set(), aicha: {booked.id}, neighbour: {booked.id}}
    contacts.move(MoveContact(new_id(), asked.id, None, "toch niemand"))
    alone = team.service.open(booked.id)
    assert (alone.party_id, [one.name for one in alone.invited]) == (None, ["Jan Bakker"])
    assert "de Vries" not in alone.name
    assert on_timeline(database, aicha) == set()
    assert team.wrong_owners() == ([], {})


def test_who_turned_out_to_speak_has_the_visit_when_the_talk_is_recorded(team, database, contacts):
    fatima, aicha = make_party(database), make_party(database, "Aïcha de Vries")
    asked = question(aicha)
    booked = planned(team, fatima, asked.id)
    contacts.record(conversation(asked))
    assert team.service.open(booked.id).party_id == aicha
    assert (on_timeline(database, fatima), on_timeline(database, aicha)) == (set(), {booked.id})
