from dataclasses import replace

import pytest
from sqlalchemy import func, insert, select

from kcc_desktop.data.agents import AgentRoleRow
from kcc_desktop.data.contacts import AnonymousCountRow, ContactRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contacts import (
    AuthorityNeeded,
    MunicipalRole,
    TaskWish,
)
from kcc_desktop.domain.errors import InvalidValue, NotAllowed, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.timeline import EntryKind, TimelineFilter
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.timeline import TimelineService
from tests.services.conversations import START, conversation, make_party, question


@pytest.fixture
def party_id(database):
    return make_party(database)


def test_a_recorded_contact_is_there_for_the_next_colleague(database, party_id):
    service, timeline = ContactService(database), TimelineService(database)
    recorded = service.record(conversation(question(party_id)))
    entry = timeline.page(party_id).entries[0]
    assert (entry.kind, entry.title, entry.who, entry.at) == (EntryKind.CONTACT, "Paspoort kwijt", "Noor Jansen", START)
    detail = service.open(recorded.contact_ids[0])
    assert (detail.note, detail.outcome, detail.identity_how) == ("intern", "Beantwoord", "geboortedatum en adres")


def test_submitting_twice_records_once(database, party_id):
    service = ContactService(database)
    command = conversation(question(party_id))
    assert service.record(command) == service.record(command)
    assert len(TimelineService(database).page(party_id).entries) == 1


def test_the_same_id_with_other_content_is_a_bug(database, party_id):
    service = ContactService(database)
    command = conversation(question(party_id))
    service.record(command)
    with pytest.raises(ValueError, match="other content"):
        service.record(replace(command, language="eng"))


def test_one_conversation_about_two_subjects_makes_two_contacts(database, party_id):
    recorded = ContactService(database).record(conversation(question(party_id), question(party_id)))
    assert len(recorded.contact_ids) == 2
    assert TimelineService(database).counts(party_id).by_channel == (("phone", 2),)


def test_a_callback_has_a_number_and_stands_on_the_timeline(database, party_id):
    wish = TaskWish(new_id(), TaskKind.CALLBACK, None, "Belt terug over parkeren", "+31612345678", START)
    service = ContactService(database)
    first = service.record(conversation(question(party_id, outcome_code="task", tasks=(wish,))))
    second = replace(wish, id=new_id())
    other = service.record(conversation(question(party_id, outcome_code="task", tasks=(second,))))
    assert first.task_references[0][:1] == "T"
    assert int(other.task_references[0][-6:]) == int(first.task_references[0][-6:]) + 1
    tasks = TimelineService(database).page(party_id, TimelineFilter(kinds=frozenset({EntryKind.TASK})))
    assert [entry.title for entry in tasks.entries] == ["Belt terug over parkeren"] * 2


def test_an_anonymous_question_may_be_counted_only(database):
    ContactService(database).record(conversation(question(None), count_only=True))
    counted, kept = database.unguarded_read(
        lambda c: (
            c.scalar(select(func.count()).select_from(AnonymousCountRow)),
            c.scalar(select(func.count()).select_from(ContactRow)),
        )
    )
    assert (counted, kept) == (1, 0)


def test_referred_names_the_authority(database, party_id):
    service = ContactService(database)
    with pytest.raises(AuthorityNeeded):
        service.record(conversation(question(party_id, outcome_code="referred")))
    service.record(conversation(question(party_id, outcome_code="referred", authority="Waterschap Zuiderzeeland")))


def test_an_enforcement_contact_is_hidden_from_who_may_not_see_it(database, party_id):
    service, timeline = ContactService(database), TimelineService(database)
    hidden = service.record(conversation(question(party_id, municipal_role=MunicipalRole.ENFORCEMENT)))
    assert timeline.page(party_id).entries == ()
    assert timeline.counts(party_id).total == 0
    with pytest.raises(NotFound):
        service.open(hidden.contact_ids[0])
    give(database, Role.TEAM_LEAD)
    assert len(timeline.page(party_id).entries) == 1


def test_an_administrator_reads_no_contacts(database, party_id):
    take_all(database)
    give(database, Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        TimelineService(database).page(party_id)


def test_the_timeline_goes_on_where_it_stopped(database, party_id):
    service, timeline = ContactService(database), TimelineService(database)
    for number in range(7):
        service.record(conversation(question(party_id, summary=f"nr {number}"), started_at=START))
    seen, mark = [], None
    while True:
        page = timeline.page(party_id, after=mark, size=3)
        seen += [entry.id for entry in page.entries]
        mark = page.next
        if mark is None:
            break
    assert len(seen) == len(set(seen)) == 7


def test_search_inside_the_timeline_takes_signs_literally(database, party_id):
    service, timeline = ContactService(database), TimelineService(database)
    service.record(conversation(question(party_id, summary="100% zeker")))
    service.record(conversation(question(party_id, summary="iets anders")))
    assert [e.title for e in timeline.page(party_id, TimelineFilter(text="0%")).entries] == ["100% zeker"]


@pytest.mark.parametrize("note", ["a\0b", "emoji 🙂 שלום", "'; DROP TABLE contact; --", "<b>vet</b>", "x" * 100_000])
def test_whatever_is_typed_is_kept(database, party_id, note):
    service = ContactService(database)
    recorded = service.record(conversation(question(party_id, note=note)))
    assert service.open(recorded.contact_ids[0]).note == note.replace("\0", "")


def test_a_note_has_a_bound(database, party_id):
    with pytest.raises(InvalidValue, match="too_long"):
        ContactService(database).record(conversation(question(party_id, note="x" * 100_001)))


def test_the_promise_of_a_hidden_contact_is_hidden_too(database, party_id):
    wish = TaskWish(new_id(), TaskKind.CALLBACK, None, "Controle ter plaatse", "", START)
    hidden = question(party_id, municipal_role=MunicipalRole.ENFORCEMENT, tasks=(wish,))
    ContactService(database).record(conversation(hidden))
    parties = PartyService(database)
    assert parties.open_promises(party_id) == ()
    give(database, Role.TEAM_LEAD)
    assert len(parties.open_promises(party_id)) == 1


def give(database, role):
    def work(connection):
        agent = database.read(lambda look: look.agent.id)
        connection.execute(insert(AgentRoleRow).values(agent_id=agent, role=role.value))

    database.unguarded_write(work)


def take_all(database):
    database.unguarded_write(lambda c: c.execute(AgentRoleRow.__table__.delete()))
