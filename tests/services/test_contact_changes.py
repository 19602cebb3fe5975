import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import func, insert, select, update

from kcc_desktop.data import audit, change_log
from kcc_desktop.data.agents import AgentRow, ClusterRow
from kcc_desktop.data.contacts import ContactRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.parties import PartyRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contact_commands import ContactChanged, CorrectContact, MoveContact, ReasonNeeded, WrongTimeline
from kcc_desktop.domain.contacts import (
    Capacity,
    ContactKind,
    LookedUp,
    LookedUpKind,
    MunicipalRole,
    Participant,
    ParticipantRole,
    TaskWish,
)
from kcc_desktop.domain.errors import InvalidValue, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.party_commands import RefuseDisclosure
from kcc_desktop.domain.timeline import TimelineFilter
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.tasks import TaskService
from kcc_desktop.services.timeline import TimelineService
from tests.services.conversations import START, conversation, make_party, question
from tests.services.office import make_case, put, roles


@pytest.fixture
def recorded(database):
    party = make_party(database)
    wish = TaskWish(new_id(), TaskKind.CALLBACK, None, "Belt terug", "+31612345678", START)
    outcome = ContactService(database).record(conversation(question(party, tasks=(wish,))))
    return party, outcome.contact_ids[0]


def correction(contact_id, based_on=1, reason="verkeerd verstaan", summary="Rijbewijs kwijt"):
    return CorrectContact(
        contact_id, based_on, reason, ContactKind.REQUEST, "answered", summary, "intern", None, is_confidential=False
    )


def test_a_correction_is_a_version_and_the_first_stays(database, recorded):
    party, contact_id = recorded
    service = ContactService(database)
    assert service.correct(correction(contact_id)) == 2
    detail = service.open(contact_id)
    assert (detail.summary, detail.kind, detail.version) == ("Rijbewijs kwijt", ContactKind.REQUEST, 2)
    assert [(v.summary, v.reason) for v in detail.versions] == [
        ("Paspoort kwijt", ""),
        ("Rijbewijs kwijt", "verkeerd verstaan"),
    ]
    titles = {entry.id: entry.title for entry in TimelineService(database).page(party).entries}
    assert titles[contact_id] == "Rijbewijs kwijt"


def test_a_colleagues_newer_version_refuses_mine(database, recorded):
    service = ContactService(database)
    service.correct(correction(recorded[1]))
    with pytest.raises(ContactChanged):
        service.correct(correction(recorded[1], summary="Iets anders"))


def test_the_same_correction_twice_is_once(database, recorded):
    service, command = ContactService(database), correction(recorded[1])
    assert (service.correct(command), service.correct(command)) == (2, 2)
    assert service.correct(correction(recorded[1], 2, summary="Toch niet")) == 3
    assert service.correct(command) == 2
    assert service.open(recorded[1]).version == 3


def test_a_version_that_was_confidential_stays_so(database):
    secret = question(make_party(database), summary="schulden", note="deurwaarder", is_confidential=True)
    service = ContactService(database)
    service.record(conversation(secret))
    service.correct(correction(secret.id, reason="tekst moest eruit"))
    assert [version.summary for version in service.open(secret.id).versions] == ["schulden", "Rijbewijs kwijt"]
    in_another_cluster(database)
    first, second = service.open(secret.id).versions
    assert (first.summary, first.note, second.summary) == ("", "", "Rijbewijs kwijt")


def test_a_correction_says_why(database, recorded):
    with pytest.raises(ReasonNeeded):
        ContactService(database).correct(correction(recorded[1], reason=" "))


def test_a_contact_on_the_wrong_citizen_moves_with_its_tasks(database, recorded):
    wrong, contact_id = recorded
    right = make_party(database, "Jan Bakker")
    service, timeline = ContactService(database), TimelineService(database)
    move = MoveContact(new_id(), contact_id, right, "verkeerde inwoner")
    service.move(move)
    service.move(move)
    assert timeline.page(wrong).entries == ()
    assert len(timeline.page(right).entries) == 2
    assert service.open(contact_id).party_id == right


def test_a_moved_contact_leaves_the_wrong_citizen_behind(database):
    wrong, right = make_party(database, "Anna Aalders"), make_party(database, "Jan Bakker")
    theirs, shared = make_case(database, wrong), make_case(database, wrong, right, reference="Z2026-000118")
    wish = TaskWish(new_id(), TaskKind.CALLBACK, None, "Belt terug", "", START, case_ids=(theirs, shared))
    other = question(wrong)
    looked_up = (
        LookedUp(LookedUpKind.PARTY, wrong, ""),
        LookedUp(LookedUpKind.CASE, theirs, ""),
        LookedUp(LookedUpKind.CASE, shared, ""),
        LookedUp(LookedUpKind.CONTACT, other.id, ""),
    )
    said = question(wrong, case_ids=(theirs, shared), looked_up=looked_up, tasks=(wish,))
    who = (Participant(ParticipantRole.SPEAKER, wrong, ""), Participant(ParticipantRole.HELPER, None, "buurvrouw"))
    service = ContactService(database)
    service.record(conversation(other))
    service.record(conversation(said, participants=who))
    assert len(service.open(said.id).looked_up) == 4
    service.move(MoveContact(new_id(), said.id, right, "verkeerde inwoner"))
    moved = service.open(said.id)
    assert (moved.party_id, [one.name for one in moved.participants]) == (right, ["buurvrouw"])
    assert [found.id for found in moved.looked_up] == [shared]
    assert moved.case_references == ("Z2026-000118",)
    assert TaskService(database).open(wish.id).case_references == ("Z2026-000118",)
    service.move(MoveContact(new_id(), said.id, wrong, "toch wel"))
    assert len(service.open(said.id).participants) == 2


@pytest.mark.parametrize("is_anonymous", [False, True])
def test_what_was_refused_in_a_conversation_goes_with_its_last_contact(database, is_anonymous):
    wrong, right = make_party(database, "Anna Aalders"), None if is_anonymous else make_party(database, "Jan Bakker")
    parties, service, timeline = PartyService(database), ContactService(database), TimelineService(database)
    first, second = question(wrong), question(wrong)
    said, refused = conversation(first, second), new_id()
    parties.refuse_disclosure(RefuseDisclosure(refused, wrong, said.id, "adres van de buurman"))
    service.record(said)
    service.move(MoveContact(new_id(), first.id, right, "verkeerde inwoner"))
    assert parties.refusal(refused).party_id == wrong
    service.move(MoveContact(new_id(), second.id, right, "verkeerde inwoner"))
    assert timeline.page(wrong).entries == ()
    if is_anonymous:
        with pytest.raises(NotFound):
            parties.refusal(refused)
    else:
        assert parties.refusal(refused).party_id == right
        assert refused in {entry.id for entry in timeline.page(right).entries}
    parties.refuse_disclosure(RefuseDisclosure(refused, wrong, said.id, "adres van de buurman"))


@pytest.mark.parametrize(
    ("capacity", "was", "into", "is_refused"),
    [
        (Capacity.RESIDENT, "person", "organisation", True),
        (Capacity.RESIDENT, "person", "person", False),
        (Capacity.RESIDENT, "organisation", "organisation", False),
        (Capacity.RESIDENT, "organisation", "person", False),
        (Capacity.FOR_ORGANISATION, "organisation", "person", True),
        (Capacity.FOR_ORGANISATION, "organisation", "organisation", False),
        (Capacity.FOR_PERSON, "person", "organisation", True),
    ],
)
def test_a_move_mixes_no_timelines(database, capacity, was, into, is_refused):
    one, other = (
        put(database, PartyRow, kind=was, title="Een", sort_key="een"),
        put(database, PartyRow, kind=into, title="Ander", sort_key="ander"),
    )
    said = question(one)
    who = (Participant(ParticipantRole.SPEAKER, one, ""),)
    service = ContactService(database)
    service.record(conversation(said, capacity=capacity, participants=who))
    command = MoveContact(new_id(), said.id, other, "verkeerd")
    if is_refused:
        with pytest.raises(WrongTimeline):
            service.move(command)
    else:
        service.move(command)
    assert service.open(said.id).party_id == (one if is_refused else other)


def test_a_contact_moves_only_to_somebody_who_exists(database, recorded):
    with pytest.raises(NotFound):
        ContactService(database).move(MoveContact(new_id(), recorded[1], new_id(), "verkeerde inwoner"))


def test_what_becomes_confidential_takes_its_promise_along(database, recorded):
    party, contact_id = recorded
    parties, service = PartyService(database), ContactService(database)
    assert len(parties.open_promises(party)) == 1
    service.correct(replace(correction(contact_id), is_confidential=True))
    in_another_cluster(database)
    assert parties.open_promises(party) == ()
    assert TimelineService(database).page(party).entries == ()


def test_a_moved_contact_stays_its_own_clusters(database):
    """Whoever of another cluster moves it: those who wrote it still see it, and its promise."""
    wrong, right = make_party(database), make_party(database, "Jan Bakker")
    wish = TaskWish(new_id(), TaskKind.CALLBACK, None, "Belt terug", "", START)
    service, timeline = ContactService(database), TimelineService(database)
    secret = question(wrong, is_confidential=True, tasks=(wish,))
    (contact_id,) = service.record(conversation(secret)).contact_ids
    home = database.read(lambda look: look.agent.cluster_id)
    in_another_cluster(database)
    roles(database, Role.TEAM_LEAD)
    service.move(MoveContact(new_id(), contact_id, right, "verkeerde inwoner"))
    roles(database, Role.AGENT)
    assert timeline.page(right).entries == ()
    database.unguarded_write(lambda c: c.execute(update(AgentRow).values(cluster_id=home)))
    assert len(timeline.page(right).entries) == 2
    assert len(PartyService(database).open_promises(right)) == 1


@pytest.mark.parametrize("hidden", [{"municipal_role": MunicipalRole.ENFORCEMENT}, {"is_confidential": True}])
def test_a_hidden_contact_is_nobodys_last_contact(database, hidden):
    party, service, parties = make_party(database), ContactService(database), PartyService(database)
    service.record(conversation(question(party, **hidden)))
    assert parties.summary(party).last_contact_at is None
    open_one = question(party)
    service.record(conversation(open_one, question(party, **hidden)))
    assert parties.summary(party).last_contact_at is not None
    service.move(MoveContact(new_id(), open_one.id, None, "verkeerd"))
    assert parties.summary(party).last_contact_at is None


def test_the_last_contact_goes_and_comes_with_a_correction(database, recorded):
    party, contact_id = recorded
    service, parties = ContactService(database), PartyService(database)
    service.correct(replace(correction(contact_id), is_confidential=True))
    assert parties.summary(party).last_contact_at is None
    service.correct(correction(contact_id, 2))
    assert parties.summary(party).last_contact_at == START


def test_what_a_correction_took_out_is_not_found_any_more(database, recorded):
    party, contact_id = recorded
    timeline = TimelineService(database)
    assert len(timeline.page(party, TimelineFilter(text="paspoort")).entries) == 1
    ContactService(database).correct(correction(contact_id))
    assert timeline.page(party, TimelineFilter(text="paspoort")).entries == ()
    assert len(timeline.page(party, TimelineFilter(text="rijbewijs")).entries) == 1


def test_a_correction_tells_the_desks_that_show_the_citizen(database, recorded):
    party, contact_id = recorded
    start = database.unguarded_read(change_log.position)
    ContactService(database).correct(correction(contact_id))
    changes, _place = database.unguarded_read(lambda c: change_log.since(c, start))
    assert {(change.entity, change.entity_id) for change in changes} == {("contact", contact_id), ("party", party)}


@pytest.mark.parametrize("reason", ["", " \n ", "x" * 301])
def test_a_reason_is_a_short_line(database, recorded, reason):
    service = ContactService(database)
    for attempt in (
        lambda: service.correct(correction(recorded[1], reason=reason)),
        lambda: service.move(MoveContact(new_id(), recorded[1], None, reason)),
    ):
        with pytest.raises((ReasonNeeded, InvalidValue)):
            attempt()


def in_another_cluster(database):
    other = new_id()

    def work(connection):
        connection.execute(insert(ClusterRow).values(id=other, name="Elders"))
        connection.execute(update(AgentRow).values(cluster_id=other))

    database.unguarded_write(work)


def test_two_submits_in_the_same_moment_record_once(database):
    """A second desktop, or the outbox, sends what the first is just sending."""
    party = make_party(database)
    desktops = [ContactService(database), ContactService(Database(database.engine))]
    for _ in range(15):
        command, gate = conversation(question(party)), threading.Barrier(2)

        def submit(service, command=command, gate=gate):
            gate.wait()
            return service.record(command)

        with ThreadPoolExecutor(2) as both:
            first, second = both.map(submit, desktops)
        assert first == second
    assert TimelineService(database).counts(party).total == 15


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from kcc_desktop.data.database import Database, open_postgresql, open_sqlite
from kcc_desktop.services.contacts import ContactService
from tests.services.conversations import conversation, question
from uuid import UUID
kind, where, key, party, count = sys.argv[1:]
engine = open_sqlite(Path(where), key) if kind == "sqlite" else open_postgresql(where)
service = ContactService(Database(engine))
for number in range(int(count)):
    service.record(conversation(question(UUID(party), summary=str(number))))
engine.dispose()
"""


def test_eight_processes_record_at_once_and_nothing_is_lost(database, request, tmp_path):
    """Each reads, then writes in one transaction: with a deferred BEGIN most of them would fail."""
    party, processes, each = make_party(database), 8, 12
    if database.dialect == "sqlite":
        where, key = str(tmp_path / "kcc.db"), "ab" * 32
    else:
        where, key = database.engine.url.render_as_string(hide_password=False), "-"
    arguments = [sys.executable, "-c", WRITER, database.dialect, where, key, str(party), str(each)]
    running = [subprocess.Popen(arguments, stderr=subprocess.PIPE) for _ in range(processes)]
    errors = [process.communicate()[1].decode() for process in running]
    assert [process.returncode for process in running] == [0] * processes, errors
    kept = database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(ContactRow)))
    assert kept == processes * each
    assert TimelineService(database).counts(party).total == processes * each
    assert database.unguarded_read(lambda c: list(audit.broken_lines(c))) == []
