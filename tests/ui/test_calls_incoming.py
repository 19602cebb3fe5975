"""From calls to conversations, with the real log of calls and real people in a real database."""

from datetime import UTC, datetime, timedelta
from itertools import permutations, product

import pytest

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.calls import CallLog, CallPhase, call_event
from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.ongoing import PartyRef, begin
from kcc_desktop.domain.parties import PartyKind
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.calls.incoming import LONGEST_RINGING, IncomingCalls
from kcc_desktop.ui.calls.ringing import Lookup, TooManyConversations, ref
from kcc_desktop.ui.conversations import MOST, Conversations

START = datetime(2026, 3, 4, 9, 40, tzinfo=UTC)
NUMBER = "0527123456"


class Clock:
    def __init__(self):
        self.at = START

    def __call__(self):
        return self.at

    def on(self, seconds):
        self.at = START + timedelta(seconds=seconds)


@pytest.fixture
def tasks(qapp):
    runner = TaskRunner()
    yield runner
    runner.close()
    qapp.processEvents()


@pytest.fixture
def parties(database):
    return PartyService(database)


class Desk:
    """The telephone, the calls and the conversations of one desk."""

    def __init__(self, parties, tasks, extension=""):
        self.clock = Clock()
        self.log = CallLog(extension)
        self.tasks = tasks
        self.conversations = Conversations(self.clock)
        self.incoming = IncomingCalls(parties, tasks, self.conversations, self.clock)
        self.missed, self.taken, self.refused = [], [], []
        self.incoming.missed.connect(self.missed.append)
        self.incoming.taken.connect(self.taken.append)
        self.incoming.refused.connect(lambda _call, refusal: self.refused.append(refusal))

    def tell(self, state, *, at=0, number=NUMBER, call_id="c1", to=""):
        event = call_event(number, call_id=call_id, state=state, to=to, at=START + timedelta(seconds=at))
        self.log, call = self.log.apply(event)
        if call is not None:
            self.incoming.on_call(call)

    def all(self):
        return self.conversations.all()


@pytest.fixture
def desk(parties, tasks):
    return Desk(parties, tasks)


def resident(parties, given="Jan", surname="Hoekstra", phone=NUMBER):
    return parties.register_person(RegisterPerson(new_id(), PersonName(given, "", surname), phone=phone))


def looked_up(qtbot, desk):
    qtbot.waitUntil(desk.tasks.is_idle)
    return desk.incoming.front()


def test_a_call_is_there_before_it_is_known_who_has_the_number(qtbot, desk, parties):
    person = resident(parties)
    desk.tell("ringing")
    ring = desk.incoming.front()
    assert (ring.call.number, ring.lookup, ring.candidates) == (NUMBER, Lookup.LOOKING, ())
    ring = looked_up(qtbot, desk)
    assert (ring.lookup, ring.only.id) == (Lookup.FOUND, person)


def test_answering_begins_a_conversation_with_the_only_match_and_proves_nothing(qtbot, desk, parties):
    person = resident(parties)
    before = begin(new_id(), new_id(), "chat", START)
    desk.conversations.start(before)
    desk.tell("ringing")
    looked_up(qtbot, desk)
    desk.clock.on(8)
    desk.incoming.answer()
    ongoing = desk.conversations.active()
    assert (ongoing.channel_code, ongoing.caller_number, ongoing.call_id) == ("phone", NUMBER, "c1")
    assert (ongoing.speaker.id, ongoing.identity) == (person, IdentityLevel.NOT_ESTABLISHED)
    assert (ongoing.started_at, ongoing.wait_seconds) == (desk.clock.at, 8)
    assert desk.conversations.get(before.id).held_by_switch
    assert desk.incoming.front() is None


def test_nobody_with_the_number_keeps_the_number(qtbot, desk):
    desk.tell("ringing")
    assert looked_up(qtbot, desk).candidates == ()
    desk.incoming.answer()
    assert (desk.conversations.active().speaker, desk.conversations.active().caller_number) == (None, NUMBER)


@pytest.mark.parametrize("number", ["", "anonymous"])
def test_a_withheld_number_is_looked_up_nowhere(desk, parties, number):
    resident(parties)
    desk.tell("ringing", number=number)
    ring = desk.incoming.front()
    assert ring.is_anonymous
    assert (ring.lookup, ring.candidates) == (Lookup.FOUND, ())
    assert desk.tasks.is_idle()


def test_an_inner_number_is_nobodys_and_no_error(qtbot, desk):
    failures = []
    desk.tasks.unhandled.connect(failures.append)
    desk.tell("ringing", number="112")
    assert looked_up(qtbot, desk).lookup is Lookup.UNREADABLE
    assert failures == []
    desk.incoming.answer()
    assert desk.conversations.active().caller_number == "112"


def test_with_several_people_the_key_answers_at_once_and_a_digit_says_who(qtbot, desk, parties):
    people = {resident(parties, name) for name in ("Jan", "Aaltje", "Piet")}
    desk.tell("ringing")
    ring = looked_up(qtbot, desk)
    assert {party.id for party in ring.candidates} == people
    desk.incoming.answer()
    assert desk.incoming.is_armed()
    assert desk.conversations.active().speaker is None
    desk.incoming.choose(4)
    assert desk.incoming.is_armed()
    desk.incoming.choose(2)
    assert not desk.incoming.is_armed()
    assert desk.conversations.active().speaker.id == ring.candidates[1].id
    assert len(desk.all()) == 1
    assert desk.incoming.front() is None


def test_the_key_twice_answers_and_the_card_asks_on_who_it_is(qtbot, desk, parties):
    for name in ("Jan", "Aaltje"):
        resident(parties, name)
    desk.tell("ringing")
    ring = looked_up(qtbot, desk)
    desk.incoming.answer()
    desk.incoming.answer()
    assert desk.conversations.active().speaker is None
    assert desk.incoming.front().is_answered
    desk.incoming.answer()
    desk.incoming.choose(1)
    assert desk.conversations.active().speaker.id == ring.candidates[0].id
    assert len(desk.all()) == 1
    assert desk.incoming.front() is None


def test_a_name_found_otherwise_takes_the_question_away(qtbot, desk, parties):
    for name in ("Jan", "Aaltje"):
        resident(parties, name)
    desk.tell("ringing")
    ring = looked_up(qtbot, desk)
    desk.tell("answered", at=3)
    assert desk.incoming.front().is_answered
    desk.conversations.put(desk.conversations.active().spoken_by(ref(ring.candidates[0])))
    assert desk.incoming.front() is None


def test_answering_before_the_lookup_is_back_fills_in_the_only_match(qtbot, desk, parties):
    person = resident(parties)
    desk.tell("ringing")
    desk.incoming.answer()
    assert desk.conversations.active().speaker is None
    qtbot.waitUntil(lambda: desk.conversations.active().speaker is not None)
    assert desk.conversations.active().speaker.id == person
    assert desk.incoming.front() is None


def test_the_lookup_does_not_overrule_who_the_agent_found(qtbot, desk, parties):
    resident(parties)
    other = resident(parties, "Fatima", phone="")
    desk.tell("ringing")
    desk.incoming.answer()
    found = PartyRef(other, PartyKind.PERSON, "Fatima Hoekstra")
    desk.conversations.put(desk.conversations.active().spoken_by(found))
    qtbot.waitUntil(desk.tasks.is_idle)
    assert desk.conversations.active().speaker == found


def test_the_picked_up_telephone_answers_without_a_key(qtbot, desk, parties):
    person = resident(parties)
    desk.tell("ringing")
    looked_up(qtbot, desk)
    desk.clock.on(6)
    desk.tell("answered", at=5)
    ongoing = desk.conversations.active()
    assert (ongoing.speaker.id, ongoing.wait_seconds) == (person, 5)
    assert ongoing.started_at == START + timedelta(seconds=5)
    desk.clock.on(70)
    desk.tell("ended", at=60)
    assert desk.conversations.active().ended_at == START + timedelta(seconds=60)
    assert desk.missed == []


def test_a_key_and_a_picked_up_telephone_are_one_conversation(qtbot, desk):
    desk.tell("ringing")
    desk.incoming.answer()
    desk.tell("answered", at=1)
    desk.tell("answered", at=2)
    desk.tell("ringing", at=3)
    assert len(desk.all()) == 1


def test_a_finished_call_does_not_come_back(qtbot, desk):
    desk.tell("ringing")
    desk.incoming.answer()
    desk.conversations.end(desk.all()[0].id)
    desk.tell("answered", at=1)
    desk.tell("ended", at=2)
    qtbot.waitUntil(desk.tasks.is_idle)
    assert desk.all() == ()
    assert desk.incoming.front() is None


def test_a_draft_of_before_a_restart_is_the_call_that_goes_on(desk):
    kept = begin(new_id(), new_id(), "phone", START, call_id="c1", caller_number=NUMBER)
    desk.conversations.start(kept)
    desk.tell("ringing")
    desk.tell("answered", at=1)
    assert desk.incoming.front() is None
    desk.clock.on(9)
    desk.tell("ended", at=9)
    assert [o.ended_at for o in desk.all()] == [START + timedelta(seconds=9)]


def test_a_call_nobody_answered_is_missed(desk):
    desk.tell("ringing")
    desk.tell("ended", at=20)
    assert [call.call_id for call in desk.missed] == ["c1"]
    assert desk.incoming.front() is None


def test_a_colleague_who_was_first_takes_the_card_away_and_nothing_is_missed(parties, tasks):
    desk = Desk(parties, tasks, extension="201")
    desk.tell("ringing", to="201")
    desk.tell("answered", at=2, to="202")
    assert desk.incoming.front() is None
    desk.tell("ended", at=90, to="201")
    assert (desk.missed, desk.taken, desk.all()) == ([], [], ())


def test_a_colleague_who_was_first_takes_an_untouched_conversation_back(qtbot, parties, tasks):
    desk = Desk(parties, tasks, extension="201")
    before = begin(new_id(), new_id(), "chat", START)
    desk.conversations.start(before)
    desk.tell("ringing", to="201")
    desk.incoming.answer()
    desk.tell("answered", at=2, to="202")
    assert [o.id for o in desk.all()] == [before.id]
    assert desk.conversations.active().id == before.id
    assert len(desk.taken) == 1
    desk.tell("answered", at=3, to="201")  # the exchange corrects itself
    assert len(desk.all()) == 2


def test_what_was_typed_stays_when_a_colleague_was_first(parties, tasks):
    desk = Desk(parties, tasks, extension="201")
    desk.tell("ringing", to="201")
    desk.incoming.answer()
    desk.conversations.put(desk.conversations.active().with_question(summary="Paspoort kwijt"))
    desk.tell("answered", at=2, to="202")
    assert desk.all()[0].question.summary == "Paspoort kwijt"
    assert desk.all()[0].ended_at is not None


def test_who_the_agent_put_on_the_line_stays_when_a_colleague_was_first(qtbot, parties, tasks):
    desk = Desk(parties, tasks, extension="201")
    desk.tell("ringing", to="201")
    desk.incoming.answer()
    found = PartyRef(resident(parties, phone=""), PartyKind.PERSON, "Jan Hoekstra")
    desk.conversations.put(desk.conversations.active().spoken_by(found))
    desk.tell("answered", at=2, to="202")
    assert [ongoing.speaker for ongoing in desk.all()] == [found]


def test_later_folds_the_card_and_the_call_keeps_ringing(qtbot, desk):
    desk.tell("ringing")
    desk.incoming.later()
    assert desk.incoming.front() is None
    assert (desk.incoming.waiting(), desk.incoming.folded()) == (1, 1)
    desk.incoming.unfold()
    assert desk.incoming.front().call.call_id == "c1"
    desk.incoming.later()
    looked_up(qtbot, desk)
    desk.incoming.answer()
    assert len(desk.all()) == 1
    assert desk.incoming.waiting() == 0


def test_the_call_that_rings_longest_is_on_the_card(qtbot, desk):
    desk.tell("ringing", at=5, call_id="c2", number="0612345678")
    desk.tell("ringing", at=0, call_id="c1")
    looked_up(qtbot, desk)
    assert (desk.incoming.front().call.call_id, desk.incoming.waiting()) == ("c1", 2)
    desk.incoming.answer()
    assert desk.incoming.front().call.call_id == "c2"
    desk.incoming.answer()
    assert [o.call_id for o in desk.all()] == ["c1", "c2"]
    assert desk.conversations.active().call_id == "c2"


def test_more_conversations_than_the_desk_can_show_are_refused_and_the_call_keeps_ringing(qtbot, desk):
    for _ in range(MOST):
        desk.conversations.start(begin(new_id(), new_id(), "chat", START))
    desk.tell("ringing")
    looked_up(qtbot, desk)
    desk.incoming.answer()
    assert [type(refusal) for refusal in desk.refused] == [TooManyConversations]
    assert desk.incoming.front().call.call_id == "c1"
    assert len(desk.all()) == MOST
    desk.conversations.end(desk.all()[0].id)
    desk.incoming.answer()
    assert desk.conversations.active().call_id == "c1"


def test_a_picked_up_call_gets_its_conversation_when_there_is_room(qtbot, desk):
    for _ in range(MOST):
        desk.conversations.start(begin(new_id(), new_id(), "chat", START))
    desk.tell("ringing")
    desk.tell("answered", at=1)
    assert desk.incoming.front().needs_room
    desk.conversations.end(desk.conversations.active().id)
    qtbot.waitUntil(lambda: desk.conversations.active().call_id == "c1")
    assert desk.incoming.front() is None
    assert len(desk.all()) == MOST


def test_a_number_told_late_is_kept_and_looked_up(qtbot, desk, parties):
    person = resident(parties)
    desk.tell("ringing", number="")
    desk.incoming.answer()
    desk.tell("answered", at=1)
    assert desk.conversations.active().caller_number == NUMBER
    qtbot.waitUntil(lambda: desk.conversations.active().speaker is not None)
    assert desk.conversations.active().speaker.id == person


def test_a_failed_lookup_leaves_the_number_and_the_key(qtbot, parties, tasks):
    class Away:
        def with_number(self, number):
            raise DatabaseAway

    desk = Desk(Away(), tasks)
    desk.tell("ringing")
    ring = looked_up(qtbot, desk)
    assert (ring.lookup, ring.call.number) == (Lookup.FAILED, NUMBER)
    desk.incoming.answer()
    assert desk.conversations.active().caller_number == NUMBER


def test_a_broken_lookup_is_told_as_a_bug(qtbot, tasks):
    class Broken:
        def with_number(self, number):
            raise ZeroDivisionError

    desk, told = Desk(Broken(), tasks), []
    tasks.unhandled.connect(told.append)
    desk.tell("ringing")
    assert looked_up(qtbot, desk).lookup is Lookup.FAILED
    assert [type(error) for error in told] == [ZeroDivisionError]


def test_a_call_whose_end_is_never_told_does_not_stay_for_ever(desk):
    desk.tell("ringing")
    desk.clock.at = START + LONGEST_RINGING
    desk.incoming.expire()
    assert desk.incoming.front() is not None
    desk.clock.at += timedelta(seconds=1)
    desk.incoming.expire()
    assert desk.incoming.front() is None
    assert len(desk.missed) == 1


STATES = ("ringing", "answered", "ended")
ORDERS = [order for size in (1, 2, 3, 4) for order in product(STATES, repeat=size)]


@pytest.mark.parametrize("key_after", [None, 0, 1, 2])
def test_no_order_of_reports_does_harm(sqlite_desk, key_after):
    """Every sequence of up to four reports, in time order and against it, with the key pressed somewhere between."""
    for order, backwards in product(ORDERS, (False, True)):
        desk = sqlite_desk()
        for number, state in enumerate(order):
            desk.tell(state, at=len(order) - number if backwards else number)
            if key_after == number:
                desk.incoming.answer()
        call = desk.log.calls["c1"]
        started = desk.all()
        assert len(started) <= 1, order
        rang_first = order[0] == "ringing"
        if "ended" in order:
            assert desk.incoming.front() is None, order
            assert all(ongoing.ended_at is not None for ongoing in started), order
        elif "answered" in order:
            assert len(started) == 1, order
        if rang_first and not started:
            assert len(desk.missed) == (call.phase is CallPhase.ENDED), order
        else:
            assert desk.missed == [] or not started, order


@pytest.fixture
def sqlite_desk(sqlite_engine, tasks):
    database = Database(sqlite_engine, origin="test")
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    parties = PartyService(database)
    made = []

    def make():
        made.append(Desk(parties, tasks))
        return made[-1]

    return make


@pytest.mark.parametrize("order", list(permutations(STATES)))
def test_two_calls_in_any_order_do_not_mix(sqlite_desk, order):
    desk = sqlite_desk()
    for number, state in enumerate(order):
        desk.tell(state, at=number, call_id="c1")
        desk.tell(state, at=number, call_id="c2", number="0612345678")
    for ongoing in desk.all():
        assert ongoing.caller_number == (NUMBER if ongoing.call_id == "c1" else "0612345678")
    assert len({ongoing.call_id for ongoing in desk.all()}) == len(desk.all())
