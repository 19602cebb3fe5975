"""A conversation in progress: its moves, and what is recorded of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kcc_desktop.domain.contacts import (
    Capacity,
    HandoverKind,
    HandoverState,
    HandoverWish,
    IdentityLevel,
    LookedUp,
    LookedUpKind,
    ParticipantRole,
    TaskWish,
)
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import NothingToRecord, OwnerNeeded, PartyRef, ProductRef, begin
from kcc_desktop.domain.parties import PartyKind

START = datetime(2026, 3, 4, 9, 40, tzinfo=UTC)
FATIMA = PartyRef(new_id(), PartyKind.PERSON, "Fatima de Vries", disclosure_restricted=True)
BAKERY = PartyRef(new_id(), PartyKind.ORGANISATION, "Bakkerij Bant")


def call(**changes):
    return begin(new_id(), new_id(), "phone", START, **changes)


def after(seconds):
    return START + timedelta(seconds=seconds)


def callback(**changes):
    wish = TaskWish(new_id(), "callback", new_id(), "", "06-1234 5678", after(9000))
    return replace(wish, **changes)


def test_who_showed_a_document_at_the_counter_is_who_they_are_when_their_card_is_found():
    talk = begin(new_id(), new_id(), "counter", START, ticket_id=new_id())
    seen = talk.established(IdentityLevel.DOCUMENT_SEEN, "paspoort")
    assert seen.spoken_by(FATIMA).identity is IdentityLevel.DOCUMENT_SEEN
    assert seen.spoken_by(FATIMA).spoken_by(replace(FATIMA, id=new_id())).identity is IdentityLevel.NOT_ESTABLISHED


def test_what_was_typed_is_recorded_with_the_party_and_how_they_were_identified():
    talk = call(caller_number="+31612345678").spoken_by(FATIMA)
    talk = talk.established(IdentityLevel.QUESTIONS_ANSWERED, "geboortedatum en adres")
    command = talk.with_question(summary="Paspoort kwijt\n").to_command(after(130))
    (contact,) = command.contacts
    assert (contact.summary, contact.party_id, contact.outcome_code) == ("Paspoort kwijt", FATIMA.id, "answered")
    assert (command.identity_how, command.ended_at) == ("geboortedatum en adres", after(130))
    assert [(who.role, who.party_id) for who in command.participants] == [(ParticipantRole.SPEAKER, FATIMA.id)]


def test_an_empty_contact_is_refused_and_a_lonely_outcome_is_enough():
    with pytest.raises(NothingToRecord):
        call().to_command(after(5))
    assert call().with_question(outcome_code="disconnected").to_command(after(5)).contacts[0].summary == ""


def test_a_proposed_product_alone_is_nothing_and_comes_along_with_a_note():
    proposed = ProductRef(new_id(), "Paspoort", is_proposed=True)
    talk = call().with_question(product=proposed)
    assert talk.is_empty
    assert talk.with_question(summary="kwijt").to_command(after(5)).contacts[0].product_id == proposed.id


def test_an_empty_second_question_is_not_recorded_and_is_not_made_twice():
    talk = call().with_question(summary="een").asking_more(new_id())
    assert (talk.current, talk.question.is_empty) == (1, True)
    assert talk.asking_more(new_id()) == talk
    assert len(talk.to_command(after(9)).contacts) == 1
    assert [q.summary for q in talk.with_question(summary="twee").questions] == ["een", "twee"]


def test_a_question_goes_and_the_one_in_front_stays_in_front():
    talk = call().with_question(summary="a").asking_more(new_id()).with_question(summary="b")
    assert talk.without_question(0).question.summary == "b"
    assert talk.without_question(1).question.summary == "a"
    with pytest.raises(ValueError, match="at least one"):
        talk.without_question(0).without_question(0)


def test_speaking_for_a_company_puts_the_contact_on_its_timeline_and_nowhere_else():
    talk = call().spoken_by(FATIMA).on_behalf_of(BAKERY, Capacity.FOR_ORGANISATION).with_question(summary="afval")
    command = talk.to_command(after(9))
    assert (command.contacts[0].party_id, command.capacity) == (BAKERY.id, Capacity.FOR_ORGANISATION)
    assert {who.party_id for who in command.participants} == {FATIMA.id, BAKERY.id}
    assert talk.on_behalf_of(None).to_command(after(9)).contacts[0].party_id == FATIMA.id


def test_another_speaker_is_not_identified_by_what_the_one_before_said():
    talk = call().spoken_by(FATIMA).established(IdentityLevel.QUESTIONS_ANSWERED, "geboortedatum")
    assert talk.spoken_by(FATIMA).identity is IdentityLevel.QUESTIONS_ANSWERED
    other = talk.spoken_by(PartyRef(new_id(), PartyKind.PERSON, "Youssef de Vries"))
    assert (other.identity, other.identity_how) == (IdentityLevel.NOT_ESTABLISHED, "")


def test_what_was_looked_up_attaches_once():
    thing = LookedUp(LookedUpKind.PRODUCT, new_id(), "Paspoort")
    assert call().looking_at(thing).looking_at(thing).question.looked_up == (thing,)


def test_waiting_adds_up_and_hanging_up_ends_it():
    talk = call().on_hold(after(10)).on_hold(after(15)).resumed(after(40)).resumed(after(50))
    assert talk.hold_seconds == 30
    ended = talk.on_hold(after(60)).hung_up(after(80)).hung_up(after(99))
    assert (ended.hold_seconds, ended.seconds(after(500))) == (50, 80)
    assert call().seconds(START - timedelta(hours=1)) == 0


def test_the_outcome_follows_from_what_was_done_until_somebody_picks_one():
    talk = call().with_question(summary="x")
    assert talk.question.outcome == "answered"
    wish = HandoverWish(new_id(), HandoverKind.CONSULT, HandoverState.ANSWERED, new_id(), "")
    assert talk.with_question(handovers=(wish,)).question.outcome == "answered_after_consult"
    assert talk.with_question(tasks=(callback(),)).question.outcome == "task"
    assert talk.with_question(tasks=(callback(),), outcome_code="referred").question.outcome == "referred"


def test_a_promise_takes_the_note_along_and_the_number_in_any_notation():
    talk = call().with_question(summary="Parkeerplaats te smal\n", tasks=(callback(),))
    (wish,) = talk.to_command(after(9)).contacts[0].tasks
    assert (wish.explanation, wish.phone) == ("Parkeerplaats te smal", "+31612345678")


def test_a_promise_without_owner_or_number_is_refused():
    with pytest.raises(OwnerNeeded):
        call().with_question(tasks=(callback(owner_colleague_id=None),)).to_command(after(9))
    for phone, reason in (("", "missing"), ("06-1234", "too_short")):
        with pytest.raises(InvalidValue, match=f"phone: {reason}"):
            call().with_question(tasks=(callback(phone=phone),)).to_command(after(9))


def test_counting_only_keeps_no_number():
    command = call(caller_number="+31612345678", count_only=True).to_command(after(5))
    assert (command.caller_number, len(command.contacts), command.count_only) == ("", 1, True)
