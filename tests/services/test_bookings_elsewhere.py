"""Appointments in the town's other calendar: booked once, known here, as secret as the contact, whatever gets lost.

Against a real server, on a file, as the owner of a team's tables and as a plain login.
"""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data.appointments import OccupancyRow
from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.bookings_elsewhere import BookingElsewhereEventRow, BookingElsewhereRow
from kcc_desktop.data.calendars import ProductFactsRow
from kcc_desktop.data.change_log import ChangeRow
from kcc_desktop.data.contacts import ProductRow, TimelineEntryRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointment_door import BookingUnsure, CustomerField, DoorRefused, FieldsMissing, WrongBooking
from kcc_desktop.domain.appointments import CancelledBy, NoTimeLeft, StillAlive
from kcc_desktop.domain.bookings_elsewhere import (
    AskElsewhere,
    CancelElsewhere,
    ElsewhereState,
    Heard,
    OtherCalendar,
    SettleElsewhere,
    TimeGone,
)
from kcc_desktop.domain.contact_commands import MoveContact
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.errors import AlreadyDone, DatabaseAway, InvalidValue, NotAllowed, NotFound, RegisterAway
from kcc_desktop.domain.free_time import PartOfDay
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.party_commands import NoteDeath
from kcc_desktop.domain.timeline import EntryKind, Tone
from kcc_desktop.services.bookings_elsewhere import BookingElsewhereService
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.timeline import TimelineService
from kcc_desktop.services.town_calendar import CalendarChoice, TownCalendar
from tests.integrations.jcc_desk import PARKING, PERMIT
from tests.services.conversations import conversation, question
from tests.services.elsewhere import elsewhere
from tests.services.office import put, roles, to_another_cluster


@pytest.fixture(params=["sqlite", "owner", "login"])
def here(request):
    """The three ways in which a desk meets its database."""
    if request.param == "login":
        return request.getfixturevalue("team_database")
    name = {"sqlite": "sqlite_engine", "owner": "postgresql_engine"}[request.param]
    opened = Database(request.getfixturevalue(name), origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.AGENT})
    return opened


@pytest.fixture
def town(here):
    with elsewhere(here) as made:
        yield made


def states(database):
    return database.unguarded_read(lambda c: list(c.scalars(select(BookingElsewhereRow.state))))


def on_timeline(database, party):
    entries = TimelineService(database).page(party).entries
    return [entry for entry in entries if entry.kind is EntryKind.APPOINTMENT]


def test_booked_there_it_is_known_here_and_occupies_nothing_of_ours(town, here):
    party = town.citizen()
    booked = town.booked(party)
    assert (booked.state, booked.reference, booked.location) == (
        ElsewhereState.BOOKED,
        "4632",
        "Gemeentehuis Meerbergen",
    )
    assert booked.ends_at == booked.starts_at + timedelta(minutes=30)
    (entry,) = on_timeline(here, party)
    assert (entry.id, entry.at, entry.title) == (booked.id, booked.starts_at, "Parkeervergunning aanvraag")
    assert entry.labels == ("Gepland", "Planned")
    assert "4632" in entry.detail
    (coming,) = PartyService(here).overview(party).appointments
    assert (coming.id, coming.location) == (booked.id, "Gemeentehuis Meerbergen")
    assert [one.id for one in town.service.find(" 4632 ")] == [booked.id]
    assert here.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(OccupancyRow))) == 0
    changed = here.unguarded_read(lambda c: set(c.scalars(select(ChangeRow.entity_id))))
    assert {booked.id, party} <= changed
    events = here.unguarded_read(
        lambda c: list(c.scalars(select(BookingElsewhereEventRow.to_state).order_by(BookingElsewhereEventRow.number)))
    )
    assert events == ["doubtful", "booked"]


def test_only_what_is_asked_for_goes_there(town):
    town.desk.fields = {"emailAddress": 2, "isAnyPhoneNumberRequired": True, "socialSecurityNumber": 0}
    found = town.found(town.citizen())
    assert dict(found.known) == {
        CustomerField.LAST_NAME: "de Vries",
        CustomerField.EMAIL: "fatima@voorbeeld.nl",
        CustomerField.PHONE: "+31612345678",
    }
    town.booked(town.citizen())
    (sent,) = json.loads(town.asked_to_book()[0][3])["customerList"]
    given = {name for name in sent if sent[name] and name != "isMainCustomer"}
    assert given == {"lastName", "emailAddress", "phoneNumber"}


def test_a_bsn_is_not_taken_from_the_card(town):
    town.desk.fields = {"socialSecurityNumber": 2}
    party = town.citizen()
    assert CustomerField.BSN not in town.found(party).known
    with pytest.raises(FieldsMissing):
        town.booked(party)
    assert (states(town.database), town.desk.bookings) == (["failed"], {})


def test_which_product_it_is_there_follows_its_code_then_its_name_then_the_agent(town, here):
    assert town.found().product.id == PARKING
    other = put(here, ProductRow, name="Iets van ons alleen")
    found = town.service.look(asking(town, product_id=other))
    assert (found.product, found.times) == (None, ())
    assert [one.id for one in found.products] == [PERMIT, PARKING]
    assert town.service.look(asking(town, product_id=other, chosen=PERMIT)).product.id == PERMIT
    put_facts(here, other, PERMIT)
    assert town.service.look(asking(town, product_id=other)).product.id == PERMIT


def asking(town, **changes):
    return replace(AskElsewhere(town.product), **changes)


def put_facts(database, product, code):
    def work(connection):
        connection.execute(
            ProductFactsRow.__table__.insert().values(product_id=product, base_minutes=15, calendar_code=code)
        )

    database.unguarded_write(work)


def test_times_are_of_the_part_of_the_day_and_the_weekday_that_are_wished_for(town):
    first = town.found().times
    assert len(first) == 4
    assert first == tuple(sorted(first, key=lambda one: one.starts_at))
    with pytest.raises(NoTimeLeft):
        town.found(part=PartOfDay.EVENING)
    assert {one.starts_at.weekday() for one in town.found(weekdays=frozenset({2})).times} == {2}


def test_a_time_that_is_gone_comes_with_the_next_best_in_the_same_answer(town, here):
    command = town.command(town.citizen())
    town.desk.bad["says no"] = True
    with pytest.raises(TimeGone) as gone:
        town.service.book(command)
    assert gone.value.next_best
    assert command.time not in gone.value.next_best
    assert (states(here), on_timeline(here, command.party_id)) == (["failed"], [])
    town.desk.bad["activity/appointmentdaterange"] = 500
    with pytest.raises(DoorRefused):
        town.service.book(replace(command, id=new_id()))


@pytest.mark.parametrize("bad", [500, "cut", "html"])
def test_a_lost_answer_may_be_a_booking_and_is_never_asked_for_again(town, here, bad):
    command = town.command(town.citizen())
    town.desk.bad["POST", "appointment"] = bad
    for _ in range(2):
        with pytest.raises(BookingUnsure):
            town.service.book(command)
    assert len(town.asked_to_book()) == 1
    (entry,) = on_timeline(here, command.party_id)
    assert (entry.labels[0], entry.tone) == ("Misschien geboekt: kijk na", Tone.OVER)


def test_a_desk_that_dies_while_it_asks_leaves_a_booking_that_may_be_there(town, here):
    class Died(BaseException):
        pass

    def dies(_booking):
        raise Died

    command = town.command(town.citizen())
    door = town.service._calendar.door()
    door.create, kept = dies, door.create
    with pytest.raises(Died):
        town.service.book(command)
    door.create = kept
    assert states(here) == ["doubtful"]
    with pytest.raises(BookingUnsure):
        town.service.book(command)
    assert town.asked_to_book() == []


def test_our_own_database_that_goes_away_after_it_was_booked_there_is_told_as_unsure(town, here, monkeypatch):
    command, write = town.command(town.citizen()), Database.write
    asked = []

    def away_the_second_time(self, work):
        asked.append(work)
        if len(asked) == 2:
            raise DatabaseAway
        return write(self, work)

    monkeypatch.setattr(Database, "write", away_the_second_time)
    with pytest.raises(BookingUnsure):
        town.service.book(command)
    assert (states(here), len(town.desk.bookings)) == (["doubtful"], 1)


def test_who_looked_there_says_whether_it_is(town, here):
    town.desk.bad["POST", "appointment"] = [500, 500]
    first, second = town.command(town.citizen()), town.command(town.citizen(), 1)
    for command in (first, second):
        with pytest.raises(BookingUnsure):
            town.service.book(command)
    with pytest.raises(InvalidValue):
        town.service.settle(SettleElsewhere(first.id, "  "))
    there = town.service.settle(SettleElsewhere(first.id, "4632"))
    assert (there.state, there.reference) == (ElsewhereState.BOOKED, "4632")
    assert town.service.settle(SettleElsewhere(second.id, None)).state is ElsewhereState.FAILED
    assert on_timeline(here, second.party_id) == []
    with pytest.raises(AlreadyDone):
        town.service.settle(SettleElsewhere(second.id, "1"))
    with pytest.raises(OtherCalendar):  # by its number there alone it cannot be called off from here
        town.service.cancel(CancelElsewhere(first.id, CancelledBy.CITIZEN))


def test_a_booking_whose_number_is_known_is_looked_at_when_it_is_opened(town, here):
    town.desk.bad["GET", "appointment"], town.desk.bad["DELETE", "appointment"] = 500, 500
    command = town.command(town.citizen())
    with pytest.raises(BookingUnsure):
        town.service.book(command)
    town.desk.bad.clear()
    opened = town.service.open(command.id)
    assert (opened.state, opened.reference, opened.heard) == (ElsewhereState.BOOKED, "4632", Heard.CHANGED)
    assert states(here) == ["booked"]


def test_booked_wrong_and_taken_back_is_not_there_and_what_stays_there_is_said(town, here):
    town.desk.shift = timedelta(hours=2)
    with pytest.raises(WrongBooking):
        town.booked(town.citizen())
    assert states(here) == ["failed"]
    town.desk.bad["DELETE", "appointment"] = 500
    command = town.command(town.citizen())
    with pytest.raises(WrongBooking):
        town.service.book(command)
    town.desk.bad.clear()
    opened = town.service.open(command.id)
    assert opened.starts_at == command.time.starts_at + timedelta(hours=2)


def test_it_is_opened_as_it_stands_there_now(town, here):
    party = town.citizen()
    booked = town.booked(party)
    assert town.service.open(booked.id).heard is Heard.SAME
    there = town.desk.bookings[booked.external_id]
    there["number"] = 77
    opened = town.service.open(booked.id)
    assert (opened.heard, opened.reference) == (Heard.CHANGED, "77")
    assert "77" in on_timeline(here, party)[0].detail
    town.desk.bad["GET", "appointment"] = 500
    away = town.service.open(booked.id)
    assert (away.heard, away.reference) == (Heard.AWAY, "77")
    town.desk.bad.clear()
    town.desk.bookings.clear()
    gone = town.service.open(booked.id)
    assert (gone.heard, gone.state) == (Heard.GONE, ElsewhereState.BOOKED)


def test_it_is_called_off_there_and_here_by_whom_and_why(town, here):
    party = town.citizen()
    booked = town.booked(party)
    town.desk.bad["DELETE", "appointment"] = 503
    with pytest.raises(RegisterAway):
        town.service.cancel(CancelElsewhere(booked.id, CancelledBy.CITIZEN))
    assert states(here) == ["booked"]
    town.desk.bad.clear()
    command = CancelElsewhere(booked.id, CancelledBy.CITIZEN, " ziek ")
    cancelled = town.service.cancel(command)
    assert (cancelled.state, cancelled.cancelled_by, cancelled.reason) == (
        ElsewhereState.CANCELLED,
        CancelledBy.CITIZEN,
        "ziek",
    )
    assert town.desk.bookings == {}
    assert town.service.cancel(command) == cancelled
    assert [entry.labels[0] for entry in on_timeline(here, party)] == ["Afgezegd"]
    assert PartyService(here).overview(party).appointments == ()
    actions = set(here.unguarded_read(lambda c: list(c.scalars(select(AuditLineRow.action)))))
    assert {"ask", "book", "cancel"} <= actions


def test_a_town_that_went_back_to_our_calendar_still_knows_what_was_booked(town, here):
    booked = town.booked(town.citizen())
    ours = BookingElsewhereService(here, TownCalendar(here, CalendarChoice()))
    assert not ours.is_used()
    assert ours.open(booked.id).heard is Heard.NOTHING
    with pytest.raises(OtherCalendar):
        ours.cancel(CancelElsewhere(booked.id, CancelledBy.CITIZEN))


def test_who_died_has_nothing_to_come_there(town, here):
    party = town.citizen()
    booked = town.booked(party)
    with pytest.raises(StillAlive):
        town.service.cancel_of_deceased(party)
    PartyService(here).note_death(NoteDeath(party, date(2026, 3, 2)))
    assert town.service.cancel_of_deceased(party) == (booked.id,)
    assert (town.desk.bookings, town.service.cancel_of_deceased(party)) == ({}, ())


def test_it_goes_where_its_contact_goes_and_is_as_secret(town, here):
    wrong, right = town.citizen(), town.citizen()
    asked = question(wrong, is_confidential=True)
    booked = town.booked(wrong, contact_id=asked.id)
    contacts = ContactService(here)
    contacts.record(conversation(asked))
    of = (BookingElsewhereRow.confidentiality, TimelineEntryRow.confidentiality)
    join = select(*of).join(TimelineEntryRow, TimelineEntryRow.object_id == BookingElsewhereRow.id)
    secret = Confidentiality.CONFIDENTIAL.value
    assert here.unguarded_read(lambda c: c.execute(join).all()) == [(secret, secret)]
    contacts.move(MoveContact(new_id(), asked.id, right, "verkeerde inwoner"))
    assert [entry.id for entry in on_timeline(here, right)] == [booked.id]
    assert on_timeline(here, wrong) == []
    to_another_cluster(here)
    with pytest.raises(NotFound):
        town.service.open(booked.id)
    assert town.service.find("4632") == ()
    assert PartyService(here).overview(right).appointments == ()


def test_who_may_not_plan_books_nothing_and_asks_no_calendar(town, here):
    command = town.command(town.citizen())
    asked = len(town.desk.requests)
    roles(here, Role.EDITOR)
    for refused in (lambda: town.service.book(command), lambda: town.found()):
        with pytest.raises(NotAllowed):
            refused()
    assert (len(town.desk.requests), states(here)) == (asked, [])


@pytest.mark.parametrize(
    "change", [{"system": "x"}, {"external_id": "another"}, {"state": "doubtful"}, {"made_by": new_id()}]
)
def test_the_database_keeps_what_it_was_told(town, here, change):
    booked = town.booked(town.citizen())
    town.service.cancel(CancelElsewhere(booked.id, CancelledBy.CITIZEN))
    with pytest.raises(DBAPIError):
        here.unguarded_write(lambda c: c.execute(update(BookingElsewhereRow).values(**change)))
