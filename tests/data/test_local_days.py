"""Half an hour into the new year here it is still the old one in UTC, in which the database has its clock."""

from datetime import UTC, date, datetime

from kcc_desktop.data import contact_writes
from kcc_desktop.data.imports import party_values
from kcc_desktop.domain.contacts import TaskWish
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.parties import PartyKind
from kcc_desktop.domain.work import TaskKind
from tests.services.conversations import START, conversation, question

NEW_YEAR = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


def test_a_task_is_numbered_in_the_year_it_is_here(database):
    command = conversation(question(None, tasks=(TaskWish(new_id(), TaskKind.CALLBACK, None, "", "", START),)))

    def record(unit):
        unit.now = NEW_YEAR
        return contact_writes.record(unit, command, contact_writes.digest(command))

    assert database.write(record).task_references == ("T2027-000001",)


def test_an_import_is_of_the_day_it_is_here(database):
    def values(unit):
        unit.now = NEW_YEAR
        return party_values(unit, new_id(), PartyKind.PERSON, "A", "a", "BRP")

    assert database.write(values)["source_on"] == date(2027, 1, 1)
