"""A conversation made fit to be kept, and the timelines it may stand on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kcc_desktop.domain.contact_commands import WrongTimeline
from kcc_desktop.domain.contacts import (
    Capacity,
    HandoverKind,
    HandoverState,
    HandoverWish,
    Participant,
    ParticipantRole,
    Place,
    TaskWish,
)
from kcc_desktop.domain.errors import InvalidValue, NotFound
from kcc_desktop.domain.handovers import with_callbacks
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.parties import PartyKind
from kcc_desktop.domain.recording import check_timelines, cleaned
from kcc_desktop.domain.work import TaskKind
from tests.services.conversations import START, conversation, question

PERSON, COMPANY, COLLEAGUE = new_id(), new_id(), new_id()
KINDS = {PERSON: PartyKind.PERSON, COMPANY: PartyKind.ORGANISATION}


def usual(ended_at):
    return ended_at + timedelta(days=2)


def handover(**changes):
    made = HandoverWish(
        new_id(), HandoverKind.WARM_TRANSFER, HandoverState.UNANSWERED, COLLEAGUE, "wil weten of het dak mag"
    )
    return replace(made, **changes)


def test_what_the_telephone_tells_never_stands_in_the_way():
    long = cleaned(conversation(caller_number="0" * 300, external_id="x" * 300))
    assert (len(long.caller_number), len(long.external_id)) == (40, 120)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"identity_how": "x" * 201}, "identity_how"),
        ({"participants": (Participant(ParticipantRole.HELPER, None, "x" * 301),)}, "name"),
        ({"contacts": (question(None, authority="x" * 121),)}, "authority"),
        ({"contacts": (question(None, place=Place("x" * 301)),)}, "place"),
    ],
)
def test_what_an_agent_typed_too_long_is_refused_by_its_field(changes, field):
    with pytest.raises(InvalidValue) as refused:
        cleaned(conversation(**changes))
    assert (refused.value.field, refused.value.reason) == (field, "too_long")


@pytest.mark.parametrize("language", ["nl", "", "NLD", "dutch", "n1d"])
def test_a_language_has_three_letters(language):
    with pytest.raises(InvalidValue):
        cleaned(conversation(language=language))


def test_a_number_to_call_is_kept_so_that_it_can_be_dialled():
    wish = TaskWish(new_id(), TaskKind.CALLBACK, None, "", "06-1234 5678", START)
    odd = replace(wish, id=new_id(), phone="toestel 12")
    done = cleaned(conversation(question(None, tasks=(wish, odd))))
    assert [task.phone for task in done.contacts[0].tasks] == ["+31612345678", "toestel 12"]
    assert cleaned(done) == done


@pytest.mark.parametrize(
    ("capacity", "party", "fits"),
    [
        (Capacity.RESIDENT, PERSON, True),
        (Capacity.RESIDENT, COMPANY, False),
        (Capacity.FOR_ORGANISATION, COMPANY, True),
        (Capacity.FOR_ORGANISATION, PERSON, False),
        (Capacity.FOR_PERSON, PERSON, True),
        (Capacity.FOR_PERSON, COMPANY, False),
        (Capacity.ABOUT_DECEASED, PERSON, True),
        (Capacity.ABOUT_DECEASED, COMPANY, False),
    ],
)
def test_the_timelines_of_residents_and_companies_never_mix(capacity, party, fits):
    command = conversation(question(party), capacity=capacity)
    if fits:
        check_timelines(command, KINDS)
    else:
        with pytest.raises(WrongTimeline):
            check_timelines(command, KINDS)


def test_a_company_may_be_the_speaker_where_nobody_asked_who_called():
    speaker = Participant(ParticipantRole.SPEAKER, COMPANY, "")
    check_timelines(conversation(question(COMPANY), participants=(speaker,)), KINDS)


def test_nobody_is_named_who_is_not_there():
    with pytest.raises(NotFound):
        check_timelines(conversation(question(new_id())), KINDS)
    with pytest.raises(NotFound):
        check_timelines(conversation(participants=(Participant(ParticipantRole.SUBJECT, new_id(), ""),)), KINDS)


def test_an_unanswered_handover_is_a_callback_with_the_note():
    passed = handover()
    case_id = new_id()
    command = conversation(
        question(None, handovers=(passed,), product_id=COMPANY, case_ids=(case_id,)), caller_number="0612345678"
    )
    (task,) = with_callbacks(command, usual).contacts[0].tasks
    assert task == TaskWish(
        passed.id,
        TaskKind.CALLBACK,
        COLLEAGUE,
        "wil weten of het dak mag",
        "+31612345678",
        usual(command.ended_at),
        COMPANY,
        (case_id,),
    )


def test_a_promised_moment_and_number_go_before_the_usual_ones():
    other = START.replace(year=2027)
    passed = handover(due_at=other, phone="+31527123456", note="")
    (task,) = with_callbacks(conversation(question(None, handovers=(passed,))), usual).contacts[0].tasks
    assert (task.due_at, task.phone, task.explanation) == (other, "+31527123456", "Paspoort kwijt")


@pytest.mark.parametrize("state", [HandoverState.ASKED, HandoverState.ANSWERED])
def test_who_answered_does_not_call_back(state):
    command = conversation(question(None, handovers=(handover(state=state),)))
    assert with_callbacks(command, usual) == command


def test_one_promise_is_enough():
    wish = TaskWish(new_id(), TaskKind.CALLBACK, COLLEAGUE, "Belt terug", "", START)
    command = conversation(question(None, tasks=(wish,), handovers=(handover(), handover())))
    assert with_callbacks(command, usual) == command
    twice = conversation(question(None, handovers=(handover(), handover())))
    assert len(with_callbacks(twice, usual).contacts[0].tasks) == 1
