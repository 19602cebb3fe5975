"""Two desktops at one list: the second sees what the first wrote, and nobody's change is lost."""

import pytest
from sqlalchemy import insert, select

from kcc_desktop.data import doors
from kcc_desktop.data.agents import AgentRoleRow
from kcc_desktop.data.calendars import LocationRow
from kcc_desktop.data.list_places import LocationStore
from kcc_desktop.domain.list_kinds import check
from kcc_desktop.domain.lists import EntryChanged, EntryRefused, ListKind, SaveEntry
from kcc_desktop.services.lists import ListService
from tests.services.racing import Race

HALL = {"code": "hal", "name": "Hal", "address": "", "zone": "Europe/Amsterdam", "step": "5", "in_use": "yes"}


@pytest.fixture
def race(postgresql_engine):
    race = Race(postgresql_engine)
    agent = race.one.read(lambda look: look.agent.id)
    race.one.unguarded_write(lambda c: c.execute(insert(AgentRoleRow).values(agent_id=agent, role="editor")))
    return race


def writes(entry_id, **cells):
    """What desktop one does in its transaction: the same steps as the service."""

    def work(unit):
        doors.hold_imports(unit.connection)
        store = LocationStore(unit.connection)
        store.stored()
        values, _problems = check(ListKind.LOCATIONS, {**HALL, **cells})
        if entry_id:
            store.change(unit, entry_id, values)
        else:
            store.add(unit, values)

    return work


def refused_by(race, command, answers):
    def call():
        try:
            answers.append(ListService(race.two).save(command))
        except (EntryRefused, EntryChanged) as refused:
            answers.append(refused)

    return call


def names(race):
    return race.one.unguarded_read(lambda c: sorted(c.scalars(select(LocationRow.name))))


def test_of_two_that_make_the_same_one_is_refused_at_its_field(race):
    answers = []
    command = SaveEntry(ListKind.LOCATIONS, "", {**HALL, "name": "Ander"})
    race.run(writes(""), refused_by(race, command, answers))
    assert [(one.name, one.reason) for one in answers[0].problems] == [("code", "twice")]
    assert names(race) == ["Hal"]


def test_of_two_that_change_the_same_the_second_hears_of_the_first(race):
    made = ListService(race.one).save(SaveEntry(ListKind.LOCATIONS, "", HALL)).entry
    answers = []
    command = SaveEntry(ListKind.LOCATIONS, made.id, {**made.cells, "address": "Plein 1"}, made.cells)
    race.run(writes(made.id, name="Grote hal"), refused_by(race, command, answers))
    assert isinstance(answers[0], EntryChanged)
    assert answers[0].entry.cells["name"] == "Grote hal"
    assert names(race) == ["Grote hal"]
