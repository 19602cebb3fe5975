import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, select, text

from kcc_desktop.data.contacts import HandoverTextRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.parties import DigitalAddressRow
from kcc_desktop.data.schema import REVISION
from kcc_desktop.data.upgrade import SchemaState, differences, downgrade, schema_state, upgrade
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import CancelAppointment, CancelledBy, OverbookAppointment
from kcc_desktop.domain.contacts import HandoverKind, HandoverState, HandoverWish, TaskWish
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import quantum_at
from kcc_desktop.domain.work import TaskKind, WorkState
from kcc_desktop.domain.work_lists import in_queue
from kcc_desktop.resources import migrations
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.products import ProductService
from kcc_desktop.services.work import WorkService
from tests.services.conversations import START, conversation, make_party, question
from tests.services.office import make_colleague, make_product
from tests.services.town_hall import TownHall


def test_the_migrated_database_equals_the_rows(engine):
    with engine.connect() as connection:
        assert differences(connection) == []


def test_migrations_run_down_and_up_again(engine):
    downgrade(engine, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    upgrade(engine)
    assert schema_state(engine) is SchemaState.CURRENT


def test_the_program_knows_the_newest_migration():
    config = Config()
    config.set_main_option("script_location", str(migrations()))
    assert ScriptDirectory.from_config(config).get_current_head() == REVISION


def test_what_stood_in_the_first_schema_is_carried_over_both_ways(engine):
    """How often a product was asked for, and the note of a handover."""
    database = Database(engine)
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    product, colleague = make_product(database), make_colleague(database)
    passed = HandoverWish(new_id(), HandoverKind.CONSULT, HandoverState.ANSWERED, colleague, "wil weten of het mag")
    contacts = ContactService(database)
    contacts.record(conversation(question(None, product_id=product, handovers=(passed,))))
    contacts.record(conversation(question(None, product_id=product), count_only=True))
    downgrade(engine, "0001")
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT note FROM handover")) == "wil weten of het mag"
    upgrade(engine)
    assert database.unguarded_read(lambda c: c.scalar(select(HandoverTextRow.note))) == "wil weten of het mag"
    assert [found.asked for found in ProductService(database).all()] == [2]


def test_of_several_preferred_numbers_one_stays_so(engine):
    database = Database(engine)
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    party, first, second = make_party(database), *sorted((new_id(), new_id()))
    downgrade(engine, "0003")
    for address_id, value in ((first, "+31612345678"), (second, "+31612345679")):
        row = {"id": address_id, "party_id": party, "kind": "phone", "value": value, "is_preferred": True}
        database.unguarded_write(lambda c, row=row: c.execute(insert(DigitalAddressRow).values(**row)))
    upgrade(engine)
    preferred = select(DigitalAddressRow.id).where(DigitalAddressRow.is_preferred)
    assert database.unguarded_read(lambda c: c.scalars(preferred).all()) == [second]


def test_tasks_of_before_stand_in_the_general_queue(engine):
    database = Database(engine)
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    wish = TaskWish(new_id(), TaskKind.CALLBACK, None, "Belt terug", "", START)
    ContactService(database).record(conversation(question(None, tasks=(wish,))))
    downgrade(engine, "0008")
    upgrade(engine)
    (item,) = WorkService(database).listed(in_queue("general")).items
    assert (item.task.id, item.state, item.attempts) == (wish.id, WorkState.OPEN, 0)


def test_an_appointment_in_an_extra_lane_keeps_a_database_that_knows_lanes(engine):
    """Before there were lanes it would stand at its counter without time of it, beside the one that has it."""
    database = Database(engine)
    make_first_agent(database, "Noor Jansen", "KCC", set(Role))
    hall = TownHall(database)
    booked = hall.booked()
    extra = hall.service.overbook(
        OverbookAppointment(
            new_id(), booked.counter_id, quantum_at(booked.starts_at), hall.wish(), None, "Jan Bakker", "Spoed"
        )
    )
    with pytest.raises(ValueError, match="extra lanes"):
        downgrade(engine, "0013")
    assert (schema_state(engine), hall.wrong_owners()) == (SchemaState.CURRENT, ([], {}))
    hall.service.cancel(CancelAppointment(extra.id, CancelledBy.CITIZEN))
    downgrade(engine, "0013")
    upgrade(engine)
    assert hall.wrong_owners() == ([], {})
