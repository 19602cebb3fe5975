"""The invented municipality holds what a desk's own writes would have held, and looks lived in."""

from datetime import timedelta
from itertools import pairwise

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data import backup
from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.appointments import AppointmentRow, OccupancyRow
from kcc_desktop.data.blocks import BlockRow
from kcc_desktop.data.cases import CasePartyRow, CaseRow, ContactCaseRow
from kcc_desktop.data.change_log import DatabaseStateRow
from kcc_desktop.data.contacts import (
    AnonymousCountRow,
    ContactRow,
    ConversationRow,
    HandoverRow,
    HandoverTextRow,
    TimelineEntryRow,
)
from kcc_desktop.data.counter import TicketRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.parties import (
    AgreedMessageRow,
    ConsentRow,
    DigitalAddressRow,
    OrganisationRow,
    PartyActivityRow,
    PartyRow,
    PersonRow,
    RepresentationRow,
)
from kcc_desktop.data.party_writes import reindex_all
from kcc_desktop.data.search_index import SearchPartyRow, SearchTokenRow, SearchWordRow, rank_at
from kcc_desktop.data.street_reports import StreetEventRow, StreetNumberRow
from kcc_desktop.data.upgrade import differences
from kcc_desktop.data.visits import SafetyNoteRow, VisitRow
from kcc_desktop.data.work import TaskNumberRow, TaskRow
from kcc_desktop.data.workers import PostcodePointRow
from kcc_desktop.demo.field_work import HANDS
from kcc_desktop.demo.municipality import build, generator
from kcc_desktop.demo.numbers import MAIL
from kcc_desktop.demo.office import NOTICE, NotEmpty
from kcc_desktop.domain.appointments import BLOCKING, Attendee, TimeWish
from kcc_desktop.domain.calendar import CounterKind
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.identifiers import is_valid_bsn
from kcc_desktop.domain.local_time import start_of
from kcc_desktop.domain.phone import parse_email, parse_phone
from kcc_desktop.domain.street_reports import ReportState
from kcc_desktop.domain.visits import BLOCKING as BLOCKING_VISITS
from kcc_desktop.domain.visits import VisitState
from kcc_desktop.services.agents import AgentService
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.counter import CounterService
from kcc_desktop.services.notices import NoticeService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.products import ProductService
from kcc_desktop.services.street_reports import StreetReportService
from kcc_desktop.services.tasks import TaskService
from kcc_desktop.services.timeline import TimelineService
from kcc_desktop.services.visits import VisitService
from tests.demo.conftest import NOW, RESIDENTS


def read(town, statement):
    return town.unguarded_read(lambda connection: connection.execute(statement).all())


def count(town, row, *conditions):
    return town.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(row).where(*conditions)))


def test_the_database_is_sound_and_says_what_it_is(town):
    assert backup.problems(town.engine) == []
    with town.engine.connect() as connection:
        assert differences(connection) == []
    (state,) = read(town, select(DatabaseStateRow.__table__))
    assert (state.is_demo, state.generator) == (True, generator(RESIDENTS, 1))
    assert state.epoch > 1


def test_the_guards_are_back(town):
    """A load sets them aside; a desk must find them where they were."""
    agent, other = read(town, select(AgentRow.id).order_by(AgentRow.name == "Noor Jansen").limit(2))[0:2]
    (template,) = read(town, select(ConversationRow.__table__).limit(1))
    forged = {**template._mapping, "id": agent.id, "recorded_by": other.id}
    with pytest.raises(DBAPIError, match="names another agent"):
        town.unguarded_write(lambda c: c.execute(insert(ConversationRow).values(**forged)))
    with pytest.raises(DBAPIError, match="written once"):
        town.unguarded_write(lambda c: c.execute(text("DELETE FROM contact")))
    orphan = {"party_id": agent.id, "at": NOW, "object_id": agent.id, "kind": "contact", "confidentiality": "open"}
    with pytest.raises(DBAPIError):
        town.unguarded_write(lambda c: c.execute(insert(TimelineEntryRow).values(**orphan)))


def test_people_and_their_numbers_pass_every_check(town):
    people = read(town, select(PersonRow.__table__))
    assert len(people) == RESIDENTS
    with_bsn = [person for person in people if person.bsn]
    assert all(is_valid_bsn(person.bsn) and person.bsn.startswith("99") for person in with_bsn)
    assert len({person.bsn for person in with_bsn}) == len(with_bsn) < RESIDENTS
    assert len({person.a_number for person in people}) == RESIDENTS
    for kind, value in read(town, select(DigitalAddressRow.kind, DigitalAddressRow.value)):
        if kind == "phone":
            # After an area code no subscriber number begins with 0 or 1, so nobody can have it.
            assert parse_phone(value) == value
            assert value.startswith(("+315270", "+315271"))
        else:
            assert parse_email(value) == value
            assert value.endswith(MAIL)


def test_what_must_not_be_overlooked_is_there(town):
    assert count(town, PersonRow, PersonRow.restriction != 0) > 3
    assert count(town, PersonRow, PersonRow.is_deceased) > 3
    assert count(town, PersonRow, PersonRow.under_investigation) > 0
    assert count(town, PersonRow, PersonRow.birth_date.like("____00%")) > 0
    assert count(town, PersonRow, PersonRow.partner_surname != "") > RESIDENTS / 6
    assert count(town, PersonRow, PersonRow.prefix != "") > RESIDENTS / 12
    assert count(town, OrganisationRow) > 15
    assert count(town, RepresentationRow, RepresentationRow.ground == "parental_authority") > 50


def test_each_contact_stands_on_its_timeline_and_in_the_order_of_search(town):
    contacts = read(town, select(ContactRow.id, ContactRow.party_id, ContactRow.confidentiality))
    assert RESIDENTS * 4 < len(contacts) < RESIDENTS * 6.5
    entries = read(
        town, select(TimelineEntryRow.object_id, TimelineEntryRow.party_id, TimelineEntryRow.confidentiality)
        .where(TimelineEntryRow.kind == "contact"),
    )  # fmt: skip
    assert {tuple(entry) for entry in entries} == {tuple(contact) for contact in contacts}
    newest = {
        party_id: at
        for party_id, at in read(
            town,
            select(ContactRow.party_id, func.max(ContactRow.recorded_at))
            .where(
                ContactRow.confidentiality == Confidentiality.OPEN
            )  # as at a desk: what is hidden is nobody's last contact
            .group_by(ContactRow.party_id),
        )
    }
    active = dict(map(tuple, read(town, select(PartyActivityRow.party_id, PartyActivityRow.last_contact_at))))
    assert active == newest
    ranks = dict(map(tuple, read(town, select(SearchPartyRow.party_id, SearchPartyRow.rank))))
    assert ranks == {id_: rank_at(newest.get(id_)) for (id_,) in read(town, select(PartyRow.id))}


def test_the_words_are_those_that_the_desk_would_write(town):
    before = read(town, select(SearchPartyRow.__table__)), read(town, select(SearchTokenRow.__table__))
    ids = [party_id for (party_id,) in read(town, select(PartyRow.id).order_by(PartyRow.id).limit(300))]
    words = count(town, SearchWordRow)
    town.unguarded_write(lambda connection: reindex_all(connection, ids))
    after = read(town, select(SearchPartyRow.__table__)), read(town, select(SearchTokenRow.__table__))
    assert [sorted(rows) for rows in after] == [sorted(rows) for rows in before]
    assert count(town, SearchWordRow) == words


def test_tasks_are_numbered_as_they_came_and_go_on_from_there(town):
    tasks = read(town, select(TaskRow.reference, TaskRow.created_at).order_by(TaskRow.created_at, TaskRow.id))
    last = {year: number for year, number in read(town, select(TaskNumberRow.year, TaskNumberRow.last))}
    for year in {created_at.year for _, created_at in tasks}:
        of_year = [reference for reference, _ in tasks if reference.startswith(f"T{year}-")]
        assert of_year == [f"T{year}-{number:06d}" for number in range(1, len(of_year) + 1)]
        assert last[year] == len(of_year)


def test_it_looks_alive_today(town):
    """Contacts today, yesterday and last week; promises that are due, near and over."""
    for days in (1, 2, 8):
        assert count(town, ContactRow, ContactRow.occurred_at > NOW - timedelta(days=days)) > 2
    assert count(town, ContactRow, ContactRow.recorded_at > NOW) == 0
    open_tasks = [due for (due,) in read(town, select(TaskRow.due_at).where(TaskRow.state == "open"))]
    assert min(open_tasks) < NOW < max(open_tasks)
    channels = {channel for (channel,) in read(town, select(ConversationRow.channel_code).distinct())}
    assert channels >= {"phone", "counter", "chat", "e-form", "e-mail", "letter"}
    assert read(town, text("SELECT count(*) FROM contact_text WHERE summary = ''"))[0][0] == 0


def test_what_was_agreed_handed_on_and_asked_about_a_case_is_there(town):
    mails = count(town, DigitalAddressRow, DigitalAddressRow.kind == "email")
    assert 0.2 * mails < count(town, AgreedMessageRow) == count(town, ConsentRow)
    assert 0.03 * count(town, ContactRow) < count(town, HandoverRow) == count(town, HandoverTextRow)
    # A case is asked about after it began, by somebody who has a part in it.
    linked = read(
        town,
        select(ContactRow.party_id, ContactRow.occurred_at, CasePartyRow.party_id, CaseRow.started_on)
        .join(ContactCaseRow, ContactCaseRow.contact_id == ContactRow.id)
        .join(CaseRow, CaseRow.id == ContactCaseRow.case_id)
        .join(CasePartyRow, CasePartyRow.case_id == CaseRow.id),
    )
    assert len(linked) > 10
    assert all(who == part and at >= start_of(started_on) for who, at, part, started_on in linked)
    assert count(town, AnonymousCountRow) > 20


def test_who_starts_it_is_noor_jansen_and_sees_the_notice(town):
    me = AgentService(town).me()
    assert (me.name, me.cluster_name) == ("Noor Jansen", "KCC")
    assert [notice.text for notice in NoticeService(town).current()] == [NOTICE]
    products = ProductService(town).all()
    assert 60 <= len(products) <= 100
    assert all(product.answer and product.keywords and product.owner and product.link for product in products)
    assert products[0].asked > products[-1].asked


def test_fatima_de_vries_is_the_one_of_the_pictures(town):
    parties = PartyService(town)
    (fatima,) = parties.search("fatima de vries").parties[:1]
    assert (fatima.title, fatima.disclosure_restricted, fatima.open_promises) == ("Fatima de Vries", True, 1)
    overview = parties.overview(fatima.id)
    assert overview.card.spoken == "mevrouw De Vries"
    assert overview.card.is_covered
    assert [case.case_type for case in overview.cases] == [
        "Verhuizing binnen de gemeente",
        "Kwijtschelding belastingen",
    ]
    assert [task.title for task in overview.promises] == ["Terugbellen over parkeerplaats"]
    assert overview.counts.total == 51
    assert dict(overview.counts.by_channel) == {"phone": 17, "chat": 9, "counter": 6, "e-form": 11, "visit": 1}
    (youssef,) = [person for person in overview.card.representations if person.outgoing]
    child = parties.open_card(youssef.party_id)
    assert (child.title, child.person.born.age_on(NOW.date()), child.is_covered) == ("Youssef de Vries", 9, True)
    assert TaskService(town).find(overview.promises[0].reference).id == overview.promises[0].id


def test_three_hoekstras_share_a_number(town):
    parties = PartyService(town)
    candidates = parties.with_number("0527-12 34 56")
    assert [(party.title, party.via) for party in candidates] == [
        ("Jan Willem Hoekstra", ""),
        ("Aaltje Hoekstra-Brands", ""),
        ("Hoekstra Akkerbouw V.O.F.", "Jan Willem Hoekstra"),
    ]
    assert (candidates[0].open_promises, candidates[2].number_masked) == (1, "•••• 4471")
    assert TimelineService(town).page(candidates[1].id).entries


def test_the_same_seed_gives_the_same_people(town, sqlite_engine):
    again = Database(sqlite_engine)
    build(again, residents=RESIDENTS, now=NOW + timedelta(days=3))
    who = select(PartyRow.id, PartyRow.title)
    assert sorted(read(again, who)) == sorted(read(town, who))


def test_a_database_with_people_in_it_is_left_alone(town):
    with pytest.raises(NotEmpty):
        build(town, residents=10, now=NOW)


def test_its_counters_have_people_coming_and_time_left(town):
    (product,) = [one for one in ProductService(town).all() if one.name == "Paspoort aanvragen"]
    service = AppointmentService(town)
    offers = service.offers(TimeWish((Attendee(product.id), Attendee(product.id))), 5)
    assert len(offers) == 5
    assert {offer.ends_at - offer.starts_at for offer in offers} == {timedelta(minutes=15)}
    assert count(town, AppointmentRow) > 300
    ours = OccupancyRow.owner_id.in_(select(AppointmentRow.id))
    owned = read(town, select(func.count()).select_from(OccupancyRow).where(ours))
    blocks = AppointmentRow.state.in_([state.value for state in BLOCKING])  # who was served today owns no time
    promised = read(town, select(func.sum(AppointmentRow.quanta)).where(blocks))
    assert owned == promised
    hours, coming = service.day(offers[0].location_id, offers[0].starts_at.date())
    assert {one.location for one in coming} <= {hours.location.name}


def test_visitors_go_out_this_week_and_the_next(town):
    service = VisitService(town)
    days = [day for number in range(-7, 14) for day in service.days(NOW.date() + timedelta(days=number))]
    stops = [stop for day in days for stop in day.stops]
    assert len({day.worker.name for day in days if day.stops}) == len(HANDS)
    assert {stop.visit.state for stop in stops if stop.visit} >= {VisitState.COMPLETED, VisitState.PLANNED}
    for day in days:
        for before, after in pairwise(day.stops):
            assert before.ends_at + timedelta(minutes=after.drive.minutes) <= after.starts_at
    noted = read(town, select(SafetyNoteRow.party_id, SafetyNoteRow.ends_on))
    assert [ends_on > NOW.date() for _, ends_on in noted] == [True]
    assert noted[0].party_id in {one.party_id for stop in stops if stop.visit for one in stop.visit.invited}
    waiting = service.unplanned()
    assert [visit.window_from is not None for visit in waiting] == [True, True, False, False, False]
    assert len(service.propose_for(waiting[-1].id)) >= 3
    rows = count(town, OccupancyRow, OccupancyRow.owner_id.in_(select(VisitRow.id)))
    states = [state.value for state in BLOCKING_VISITS]
    wanted = read(town, select(func.sum(VisitRow.quanta)).where(VisitRow.state.in_(states)))
    assert rows == wanted[0][0]


def test_nobody_drives_through_their_break(town):
    """As the panel draws it: a drive ends at the door, and the way home begins at the last one."""
    service, monday = VisitService(town), NOW.date() - timedelta(days=NOW.weekday())
    drives = 0
    for on in (monday + timedelta(days=number) for number in range(14)):
        for day in service.days(on):
            spans = [
                (stop.starts_at - timedelta(minutes=stop.drive.minutes), stop.starts_at)
                for stop in day.stops
                if stop.drive.minutes
            ]
            if day.home is not None:
                spans.append((day.stops[-1].ends_at, day.stops[-1].ends_at + timedelta(minutes=day.home.minutes)))
            assert all(any(since <= begin <= end <= until for since, until in day.working) for begin, end in spans)
            drives += len(spans)
    assert drives > 100


def test_streets_have_reports_that_neighbours_find_by_their_postcode(town):
    reports = StreetReportService(town).undone()
    assert len(reports) > 3
    assert {report.state for report in reports} == {ReportState.OPEN, ReportState.IN_PROGRESS}
    assert all(report.reported_at > NOW - timedelta(weeks=4) and report.place for report in reports)
    middles = read(town, select(PostcodePointRow.latitude, PostcodePointRow.longitude))
    assert {tuple(report.point) for report in reports} <= {tuple(middle) for middle in middles}
    moves = read(town, select(func.count()).select_from(StreetEventRow))[0][0]
    assert moves == sum(1 if report.state is ReportState.OPEN else 2 for report in reports)
    assert read(town, select(StreetNumberRow.last)) == [(len(reports),)]


def test_counters_have_breaks_that_own_their_time(town):
    assert count(town, BlockRow) > 50
    ours = OccupancyRow.owner_id.in_(select(BlockRow.id))
    assert read(town, select(func.count()).select_from(OccupancyRow).where(ours)) == read(
        town, select(func.sum(BlockRow.quanta))
    )


def test_its_counters_are_staffed_and_somebody_waits(town):
    service = CounterService(town)
    board = max((service.board(one.id) for one in service.locations()), key=lambda one: len(one.counters))
    assert {desk.agent for desk in board.counters if desk.agent} == {"Samir Aydin", "Willeke Terpstra"}
    assert {desk.name for desk in board.counters if desk.kind is CounterKind.HOST} == {"Henk Dekker", "Karin Postma"}
    assert count(town, TicketRow) > 100
    waiting = select(func.count()).where(TicketRow.state == "waiting")
    assert read(town, waiting)[0][0] >= 6
    served = select(func.count()).where(TicketRow.state == "done", TicketRow.served_at.is_(None))
    assert read(town, served) == [(0,)]
