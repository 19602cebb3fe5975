"""Several conversations at once: who is in front, who waits, what ends."""

from datetime import UTC, datetime, timedelta

import pytest

from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import begin
from kcc_desktop.ui.conversations import MOST, Conversations

START = datetime(2026, 3, 4, 9, 40, tzinfo=UTC)


class Clock:
    def __init__(self):
        self.seconds = 0

    def __call__(self):
        return START + timedelta(seconds=self.seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def conversations(qapp, clock):
    return Conversations(clock)


def call(clock):
    return begin(new_id(), new_id(), "phone", clock())


def test_the_one_in_front_goes_on_and_the_other_waits(conversations, clock):
    first, second = call(clock), call(clock)
    conversations.start(first)
    clock.seconds = 30
    conversations.start(second)
    assert conversations.active().id == second.id
    assert conversations.get(first.id).on_hold_since == clock()
    clock.seconds = 50
    conversations.activate_number(1)
    back = conversations.active()
    assert (back.id, back.on_hold_since, back.hold_seconds) == (first.id, None, 20)


def test_what_was_put_on_hold_by_hand_stays_on_hold(conversations, clock):
    first, second = call(clock), call(clock)
    conversations.start(first)
    conversations.start(second)
    conversations.put(conversations.get(first.id).resumed(clock()).on_hold(clock()))
    conversations.activate(first.id)
    assert conversations.active().on_hold_since is not None


def test_each_keeps_its_own(conversations, clock):
    first, second = call(clock), call(clock)
    conversations.start(first)
    conversations.put(first.with_question(summary="een", caret=2))
    conversations.start(second)
    conversations.put(second.with_question(summary="twee"))
    conversations.activate(first.id)
    assert (conversations.active().question.summary, conversations.active().question.caret) == ("een", 2)


def test_ending_brings_the_neighbour_to_the_front(conversations, clock, qtbot):
    calls = [call(clock) for _ in range(3)]
    for ongoing in calls:
        conversations.start(ongoing)
    conversations.activate_number(2)
    conversations.end(calls[1].id)
    assert conversations.active().id == calls[2].id
    conversations.end(calls[2].id)
    assert conversations.active().id == calls[0].id
    with qtbot.waitSignal(conversations.activated) as told:
        conversations.end(calls[0].id)
    assert (told.args, conversations.active(), conversations.all()) == ([None], None, ())


def test_what_has_ended_stays_ended(conversations, clock):
    ongoing = call(clock)
    conversations.start(ongoing)
    conversations.end(ongoing.id)
    conversations.put(ongoing.with_question(summary="te laat"))
    conversations.end(ongoing.id)
    assert conversations.all() == ()


def test_only_a_change_is_told(conversations, clock, qtbot):
    ongoing = call(clock)
    conversations.start(ongoing)
    with qtbot.assertNotEmitted(conversations.changed):
        conversations.put(ongoing)
    with qtbot.waitSignal(conversations.changed) as told:
        conversations.put(ongoing.with_question(summary="x"))
    assert told.args == [ongoing, ongoing.with_question(summary="x")]


def test_nine_and_no_more_have_a_key(conversations, clock):
    for _ in range(MOST):
        assert not conversations.is_full()
        conversations.start(call(clock), in_front=False)
    assert conversations.is_full()
    conversations.activate_number(12)
    assert conversations.active().id == conversations.all()[0].id


def test_what_is_sealed_stays_as_it_is(conversations, clock):
    ongoing = call(clock)
    conversations.start(ongoing)
    conversations.seal(ongoing.id, True)
    conversations.put(ongoing.with_question(summary="te laat"))
    assert conversations.active() == ongoing
    conversations.seal(ongoing.id, False)
    conversations.put(ongoing.with_question(summary="weer open"))
    assert conversations.active().question.summary == "weer open"
