from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, insert, select

from kcc_desktop.data.agents import AgentRoleRow
from kcc_desktop.data.contact_writes import digest
from kcc_desktop.data.contacts import AnonymousCountRow, ContactRow, ConversationRow, ParticipantRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contact_commands import AuthorityNeeded, WrongTimeline
from kcc_desktop.domain.contacts import (
    Capacity,
    HandoverKind,
    HandoverState,
    HandoverWish,
    LookedUp,
    LookedUpKind,
    MunicipalRole,
    Participant,
    ParticipantRole,
    Place,
    TaskWish,
)
from kcc_desktop.domain.errors import InvalidValue, NotAllowed, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.promises import callback_due
from kcc_desktop.domain.timeline import EntryKind, TimelineFilter
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.tasks import TaskService
from kcc_desktop.services.timeline import TimelineService
from tests.services.conversations import START, conversation, make_party, question
from tests.services.office import make_case, make_colleague, make_product


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


def test_a_question_that_is_only_counted_says_nothing_of_who_asked(database, party_id):
    speaker = Participant(ParticipantRole.SPEAKER, party_id, "Fatima")
    command = conversation(
        question(None), count_only=True, caller_number="0612345678", external_id="call-1", participants=(speaker,)
    )
    recorded = ContactService(database).record(command)
    assert recorded.contact_ids == ()
    row = database.unguarded_read(lambda c: c.execute(select(ConversationRow.__table__)).one())
    assert (row.caller_number, row.identity_how, row.external_id) == ("", "", "call-1")
    assert database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(ParticipantRow))) == 0


@pytest.mark.parametrize("is_handed_over", [False, True])
def test_a_question_that_somebody_must_act_on_is_more_than_a_count(database, is_handed_over):
    if is_handed_over:
        asked = question(None, handovers=(handover(make_colleague(database), HandoverState.ANSWERED),))
    else:
        asked = question(None, tasks=(TaskWish(new_id(), TaskKind.TASK, None, "Kapotte lamp", "", START),))
    recorded = ContactService(database).record(conversation(asked, count_only=True, caller_number="0612345678"))
    assert recorded.contact_ids == (asked.id,)
    numbers = database.unguarded_read(lambda c: list(c.scalars(select(ConversationRow.caller_number))))
    assert numbers == ["0612345678"]


def handover(colleague_id, state=HandoverState.UNANSWERED, **changes):
    made = HandoverWish(new_id(), HandoverKind.WARM_TRANSFER, state, colleague_id, "wil weten of het dak mag")
    return replace(made, **changes)


def test_a_colleague_who_did_not_answer_calls_back_with_the_note(database, party_id):
    passed = handover(make_colleague(database, "Vergunningen"))
    service = ContactService(database)
    command = conversation(question(party_id, handovers=(passed,)), caller_number="06-1234 5678")
    recorded = service.record(command)
    (promise,) = recorded.promises
    assert (promise.id, promise.owner, promise.title) == (passed.id, "Vergunningen", "wil weten of het dak mag")
    assert promise.due_at == callback_due(command.ended_at)
    assert recorded.task_references == (promise.reference,)
    assert TaskService(database).open(passed.id).contact_id == recorded.contact_ids[0]
    detail = service.open(recorded.contact_ids[0])
    assert [(one.colleague, one.note, one.state) for one in detail.handovers] == [
        ("Vergunningen", "wil weten of het dak mag", HandoverState.UNANSWERED)
    ]
    assert service.record(command) == recorded


def test_nobody_waits_while_a_due_moment_is_found(database):
    """Whatever calendar the office asks: the database is not held meanwhile."""
    asked = []

    def due(ended_at):
        asked.append(database.engine.pool.checkedout())
        return ended_at

    service = ContactService(database, due=due)
    service.record(conversation(question(None)))
    assert asked == []
    service.record(conversation(question(None, handovers=(handover(make_colleague(database)),))))
    assert asked == [0]


def test_the_office_says_when_a_callback_is_due(database):
    due = START + timedelta(days=30)
    service = ContactService(database, due=lambda ended_at: due)
    recorded = service.record(conversation(question(None, handovers=(handover(make_colleague(database)),))))
    assert [promise.due_at for promise in recorded.promises] == [due]


def test_what_was_promised_can_be_read_out(database, party_id):
    first, second = (TaskWish(new_id(), TaskKind.CALLBACK, None, text, "", START) for text in ("Een", "Twee"))
    command = conversation(question(party_id, tasks=(first,)), question(party_id, tasks=(second,)))
    recorded = ContactService(database).record(command)
    assert [(promise.title, promise.reference) for promise in recorded.promises] == list(
        zip(("Een", "Twee"), recorded.task_references, strict=True)
    )


def test_a_contact_about_a_deceased_stands_on_their_timeline(database, party_id):
    daughter = make_party(database, "Anna de Vries")
    there = (
        Participant(ParticipantRole.SPEAKER, daughter, ""),
        Participant(ParticipantRole.SUBJECT, party_id, ""),
        Participant(ParticipantRole.HELPER, None, "de buurman"),
    )
    service, timeline = ContactService(database), TimelineService(database)
    about = conversation(question(party_id), capacity=Capacity.ABOUT_DECEASED, participants=there)
    (contact_id,) = service.record(about).contact_ids
    assert timeline.page(daughter).entries == ()
    assert [entry.id for entry in timeline.page(party_id).entries] == [contact_id]
    detail = service.open(contact_id)
    assert [(one.role, one.party_id, one.name) for one in detail.participants] == [
        (ParticipantRole.SPEAKER, daughter, "Anna de Vries"),
        (ParticipantRole.SUBJECT, party_id, "Fatima de Vries"),
        (ParticipantRole.HELPER, None, "de buurman"),
    ]


def test_a_companys_contact_does_not_come_on_a_residents_timeline(database, party_id):
    service = ContactService(database)
    with pytest.raises(WrongTimeline):
        service.record(conversation(question(party_id), capacity=Capacity.FOR_ORGANISATION))
    with pytest.raises(NotFound):
        service.record(conversation(question(new_id())))
    assert TimelineService(database).counts(party_id).total == 0


def test_an_entry_says_its_state_in_both_languages(database, party_id):
    wish = TaskWish(new_id(), TaskKind.TASK, None, "Kapotte lamp", "", START)
    service = ContactService(database)
    (contact_id,) = service.record(conversation(question(party_id, tasks=(wish,)))).contact_ids
    entries = {entry.kind: entry for entry in TimelineService(database).page(party_id).entries}
    assert [(entries[kind].state, entries[kind].labels) for kind in (EntryKind.CONTACT, EntryKind.TASK)] == [
        ("answered", ("Beantwoord", "Answered")),
        ("open", ("Open", "Open")),
    ]
    detail = service.open(contact_id)
    assert detail.labels == detail.versions[0].labels == ("Beantwoord", "Answered")


def test_a_point_without_words_is_a_place_too(database):
    service = ContactService(database)
    (contact_id,) = service.record(conversation(question(None, place=Place("", 52.71, 5.75)))).contact_ids
    assert service.open(contact_id).place == Place("", 52.71, 5.75)


def test_what_was_looked_up_is_named(database, party_id):
    product, case_id = make_product(database, "Dakkapel"), make_case(database, party_id)
    seen = (
        LookedUp(LookedUpKind.PRODUCT, product, ""),
        LookedUp(LookedUpKind.CASE, case_id, ""),
        LookedUp(LookedUpKind.PARTY, party_id, "oude naam"),
        LookedUp(LookedUpKind.CONTACT, new_id(), ""),
    )
    service = ContactService(database)
    (contact_id,) = service.record(conversation(question(party_id, looked_up=seen))).contact_ids
    assert {(one.kind, one.title) for one in service.open(contact_id).looked_up} == {
        (LookedUpKind.PRODUCT, "Dakkapel"),
        (LookedUpKind.CASE, "Z2026-000117"),
        (LookedUpKind.PARTY, "Fatima de Vries"),
        (LookedUpKind.CONTACT, ""),
    }


def test_a_command_of_an_older_program_is_still_the_same():
    """The outbox may hold it across an upgrade: a field that is new since says nothing."""
    asked = question(None, tasks=(TaskWish(new_id(), TaskKind.TASK, None, "Kapotte lamp", "", START),))
    same = conversation(asked)
    assert digest(same) == digest(replace(same, wait_seconds=0))
    assert digest(same) != digest(replace(same, wait_seconds=1))
    other = replace(asked, tasks=(replace(asked.tasks[0], explanation="anders"),))
    assert digest(same) != digest(replace(same, contacts=(other,)))


def give(database, role):
    def work(connection):
        agent = database.read(lambda look: look.agent.id)
        connection.execute(insert(AgentRoleRow).values(agent_id=agent, role=role.value))

    database.unguarded_write(work)


def take_all(database):
    database.unguarded_write(lambda c: c.execute(AgentRoleRow.__table__.delete()))


def test_the_same_moments_in_another_zone_are_the_same_conversation(database):
    command, service = conversation(question(None)), ContactService(database)
    service.record(command)
    here = {
        name: getattr(command, name).astimezone(ZoneInfo("Europe/Amsterdam")) for name in ("started_at", "ended_at")
    }
    assert service.record(replace(command, **here)).conversation_id == command.id
