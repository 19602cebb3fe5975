"""Whose card is shown: it follows the conversation, what is looked up stands beside it, failures say what they are."""

from datetime import UTC, datetime

import pytest

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contacts import LookedUpKind
from kcc_desktop.domain.errors import DatabaseAway, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import PartyRef, begin
from kcc_desktop.domain.parties import PartyKind
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.viewing import Viewed, Viewing
from tests.ui.desks import register

NOW = datetime(2026, 3, 4, 9, 40, tzinfo=UTC)


class Counting(PartyService):
    """The real service, which tells how often a card was read and can be made to fail."""

    def __init__(self, database):
        super().__init__(database)
        self.read, self.error = [], None

    def overview(self, party_id):
        self.read.append(party_id)
        if self.error is not None:
            raise self.error
        return super().overview(party_id)


class Stand:
    def __init__(self, database, qtbot):
        self.parties, self.tasks = Counting(database), TaskRunner()
        self.conversations = Conversations(lambda: NOW)
        self.viewing = Viewing(self.parties, self.tasks, self.conversations)
        self.shown = []
        self.viewing.changed.connect(self.shown.append)
        self._qtbot = qtbot

    def talk_with(self, *parties):
        """A conversation in front, with the first of them."""
        speaker = PartyRef(parties[0], PartyKind.PERSON, "Iemand") if parties else None
        ongoing = begin(new_id(), new_id(), "phone", NOW, speaker=speaker)
        self.conversations.start(ongoing)
        self.settle()
        return ongoing.id

    def look(self, party_id):
        self.viewing.look_at(party_id, "Iemand")
        self.settle()

    def settle(self):
        self._qtbot.waitUntil(self.tasks.is_idle)

    @property
    def now(self):
        return self.viewing.now()


@pytest.fixture
def database(sqlite_engine):
    opened = Database(sqlite_engine, origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.AGENT})
    return opened


@pytest.fixture
def stand(qapp, database, qtbot):
    made = Stand(database, qtbot)
    yield made
    made.tasks.close()


@pytest.fixture
def fatima(database):
    return register(database)


@pytest.fixture
def willem(database):
    return register(database, given="Willem", surname="Bakker", prefix="", phone="0527-123456")


def test_the_card_follows_the_conversation_in_front(stand, fatima, willem):
    first = stand.talk_with(fatima)
    assert (stand.now.party_id, stand.now.overview.card.title) == (fatima, "Fatima de Vries")
    stand.talk_with(willem)
    assert (stand.now.party_id, stand.now.is_aside) == (willem, False)
    stand.talk_with()
    assert stand.now == Viewed()
    stand.conversations.activate(first)
    assert stand.now.overview.card.title == "Fatima de Vries"  # at once, from what was read before
    stand.settle()


def test_what_is_looked_up_attaches_itself_and_stands_beside(stand, fatima, willem):
    stand.talk_with(fatima)
    stand.look(willem)
    assert (stand.now.party_id, stand.now.is_aside) == (willem, True)
    (seen,) = stand.conversations.active().question.looked_up
    assert (seen.kind, seen.id) == (LookedUpKind.PARTY, willem)
    stand.viewing.back()
    assert (stand.now.party_id, stand.now.is_aside) == (fatima, False)
    stand.settle()


def test_whoever_is_shown_becomes_the_speaker(stand, fatima):
    stand.talk_with()
    stand.look(fatima)
    assert stand.now.is_aside
    stand.viewing.attach()
    stand.settle()
    speaker = stand.conversations.active().speaker
    assert (speaker.id, speaker.title) == (fatima, "Fatima de Vries")
    assert not stand.now.is_aside


def test_looking_needs_no_conversation(stand, fatima):
    stand.look(fatima)
    assert (stand.now.party_id, stand.now.is_aside) == (fatima, False)
    stand.viewing.attach()
    stand.viewing.back()
    assert stand.now == Viewed()


def test_only_the_newest_look_is_shown(stand, fatima, willem):
    stand.viewing.look_at(fatima)
    stand.viewing.look_at(willem)
    stand.settle()
    assert stand.now.overview.card.id == willem
    assert fatima not in {viewed.overview.card.id for viewed in stand.shown if viewed.overview is not None}


def test_a_card_that_comes_after_one_went_back_is_not_shown(stand, fatima):
    stand.viewing.look_at(fatima)
    stand.viewing.back()
    stand.settle()
    assert stand.now == Viewed()


def test_a_card_of_nobody_in_a_conversation_is_not_kept(stand, fatima, willem):
    """It is personal, and it grows old."""
    conversation = stand.talk_with(fatima)
    stand.look(willem)
    stand.viewing.back()
    stand.settle()
    assert set(stand.viewing._known) == {fatima}
    stand.conversations.end(conversation)
    assert stand.viewing._known == {}


def test_reading_again_keeps_the_old_until_the_new_is_there(stand, fatima, willem):
    stand.look(fatima)
    before = len(stand.parties.read)
    stand.viewing.reload_if_shown(frozenset({willem}))
    assert len(stand.parties.read) == before
    stand.viewing.reload_if_shown(frozenset({fatima, willem}))
    assert stand.now.overview is not None
    stand.settle()
    assert stand.parties.read[before:] == [fatima]


def test_somebody_who_is_not_there_is_a_refusal(stand):
    stand.look(new_id())
    assert isinstance(stand.now.error, NotFound)
    assert (stand.now.overview, stand.now.is_loading) == (None, False)


def test_an_outage_leaves_the_old_card_and_the_next_look_tries_again(stand, fatima, qtbot):
    stand.look(fatima)
    stand.parties.error = DatabaseAway()
    stand.viewing.reload()
    with qtbot.assertNotEmitted(stand.tasks.unhandled):
        stand.settle()
    assert isinstance(stand.now.error, DatabaseAway)
    assert stand.now.overview.card.id == fatima
    stand.parties.error = None
    stand.look(fatima)
    assert stand.now.error is None


def test_a_bug_is_told_to_whoever_shows_bugs(stand, fatima, qtbot):
    stand.parties.error = ZeroDivisionError()
    with qtbot.waitSignal(stand.tasks.unhandled) as told:
        stand.look(fatima)
    assert isinstance(told.args[0], ZeroDivisionError)
    assert isinstance(stand.now.error, ZeroDivisionError)


def test_the_same_is_told_once(stand, fatima):
    stand.look(fatima)
    told = len(stand.shown)
    stand.viewing.back()
    stand.viewing.back()
    assert len(stand.shown) == told + 1
