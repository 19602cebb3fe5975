import json
from datetime import UTC, datetime, timedelta, timezone
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcc_desktop.domain.calls import (
    ONE_RINGING,
    CallEvent,
    CallLog,
    CallPhase,
    CallState,
    call_event,
    parse_link,
    parse_message,
    write_message,
)
from kcc_desktop.domain.errors import InvalidValue

NOW = datetime(2026, 3, 4, 9, 2, tzinfo=UTC)
NUMBER = "+31527000000"


def event(state, seconds=0, call_id="77", to="", number=NUMBER):
    return CallEvent(number, call_id, CallState(state), to, NOW + timedelta(seconds=seconds))


def run(events, extension=""):
    """The log, and what was told on the way."""
    log, told = CallLog(extension), []
    for one in events:
        log, call = log.apply(one)
        if call is not None:
            told.append(call)
    return log, told


def phases(events, extension=""):
    return [call.phase for call in run(events, extension)[1]]


def the_call(events, extension=""):
    (call,) = run(events, extension)[0].calls.values()
    return call


def test_a_call_rings_is_answered_and_ends():
    events = [event("ringing"), event("answered", 8), event("ended", 120)]
    assert phases(events) == [CallPhase.RINGING, CallPhase.ANSWERED, CallPhase.ENDED]
    call = the_call(events)
    assert (call.answered_at, call.ended_at, call.is_missed) == (events[1].at, events[2].at, False)


def test_repeated_ringing_is_told_once():
    assert phases([event("ringing", second) for second in (0, 4, 8, 12)]) == [CallPhase.RINGING]
    assert phases([event("ringing", second, call_id="") for second in (0, 4, 8, 12)]) == [CallPhase.RINGING]


def test_a_call_that_ended_before_it_was_reported_as_answered_stays_ended():
    events = [event("ended", 120), event("answered", 8), event("ringing")]
    assert phases(events) == [CallPhase.ENDED]
    assert not the_call(events).is_missed


def test_a_call_nobody_took_is_missed():
    assert the_call([event("ringing"), event("ended", 30)]).is_missed


def test_answered_elsewhere_takes_the_card_away_and_the_colleagues_end_does_no_harm():
    events = [event("ringing", to="201"), event("ringing", to="202"), event("answered", 5, to="202")]
    assert phases(events, "201") == [CallPhase.RINGING, CallPhase.ANSWERED_ELSEWHERE]
    assert phases([*events, event("ended", 60, to="202")], "201") == phases(events, "201")


def test_a_colleagues_telephone_that_stops_ringing_does_not_end_my_call():
    events = [event("ringing", to="201"), event("answered", 5, to="201"), event("ended", 5, to="202")]
    assert the_call(events, "201").phase is CallPhase.ANSWERED


def test_a_call_handed_over_to_me_is_mine():
    events = [event("ringing", to="201"), event("answered", 5, to="202"), event("answered", 90, to="201")]
    assert phases(events, "201")[-1] is CallPhase.ANSWERED


def test_a_colleagues_ringing_is_no_call_of_mine():
    assert run([event("ringing", to="202")], "201")[1] == []


def test_a_desk_without_an_extension_takes_every_event_as_its_own():
    assert phases([event("ringing", to="201"), event("answered", 3, to="202")]) == [
        CallPhase.RINGING,
        CallPhase.ANSWERED,
    ]


def test_a_number_that_comes_later_than_the_ringing_is_told():
    log, told = run([event("ringing", number=""), event("ringing", 1)])
    assert [call.number for call in told] == ["", NUMBER]
    assert len(log.calls) == 1


def test_a_citizen_who_calls_again_without_an_id_is_a_new_call():
    ended = [event("ringing", call_id=""), event("answered", 5, call_id=""), event("ended", 60, call_id="")]
    again = event("ringing", 90, call_id="")
    assert phases([*ended, again]) == [CallPhase.RINGING, CallPhase.ANSWERED, CallPhase.ENDED, CallPhase.RINGING]


def test_an_exchange_that_only_reports_ringing_pops_every_call():
    seconds = ONE_RINGING.total_seconds() + 1
    assert phases([event("ringing", call_id=""), event("ringing", seconds, call_id="")]) == [CallPhase.RINGING] * 2


def test_a_ring_that_is_reported_late_does_not_reopen_a_call_without_an_id():
    events = [event("ringing", call_id=""), event("ended", 60, call_id=""), event("ringing", 65, call_id="")]
    assert phases(events) == [CallPhase.RINGING, CallPhase.ENDED]


def test_an_id_made_here_shows_no_number():
    call = the_call([event("ringing", call_id="")])
    assert NUMBER[1:] not in call.call_id
    assert NUMBER not in repr(call) + repr(event("ringing"))


def test_calls_with_ids_of_one_number_are_kept_apart():
    log, _ = run([event("ringing", call_id="1"), event("ended", 9, call_id="1"), event("ringing", 10, call_id="2")])
    assert [call.phase for call in log.calls.values()] == [CallPhase.ENDED, CallPhase.RINGING]


def test_the_log_does_not_grow_and_keeps_the_call_that_goes_on():
    log, _ = CallLog().apply(event("answered", call_id="long talk"))
    for number in range(1200):
        log, _ = log.apply(event("ended", number, call_id=str(number)))
    assert len(log.calls) == 500
    assert "long talk" in log.calls


def test_a_log_is_a_value():
    log = CallLog()
    after, _ = log.apply(event("ringing"))
    assert log.calls == {}
    with pytest.raises(TypeError):
        after.calls["77"] = None


with_times = st.tuples(
    st.lists(st.integers(0, 100), max_size=3),
    st.lists(st.tuples(st.integers(0, 100), st.sampled_from(["", "201", "202"])), max_size=3),
    st.lists(st.tuples(st.integers(100, 900), st.sampled_from(["", "201", "202"])), max_size=2),
)


def events_of(parts, call_id):
    rings, answers, ends = parts
    return [
        *(event("ringing", at, call_id) for at in rings),
        *(event("answered", at, call_id, to) for at, to in answers),
        *(event("ended", at, call_id, to) for at, to in ends),
    ]


@given(with_times, st.sampled_from(["", "201"]), st.data())
def test_any_order_and_repetition_of_one_calls_events_ends_the_same(parts, extension, data):
    events = events_of(parts, "77")
    shuffled = data.draw(st.permutations(events + data.draw(st.lists(st.sampled_from(events))) if events else events))
    assert run(shuffled, extension)[0] == run(events, extension)[0]


@given(with_times, st.sampled_from(["", "201"]), st.data())
def test_no_order_of_events_moves_a_call_back(parts, extension, data):
    shuffled = data.draw(st.permutations(events_of(parts, "77")))
    told = phases(shuffled, extension)
    assert told == sorted(told)
    assert len(set(told)) == len(told)


def test_without_an_id_any_order_of_a_whole_call_ends_the_same():
    events = [event("ringing", 0, ""), event("ringing", 4, ""), event("answered", 8, ""), event("ended", 900, "")]
    for order in permutations([*events, events[0], events[2]]):
        call = the_call(order)
        assert (call.phase, call.number, call.answered_at, call.ended_at) == (
            CallPhase.ENDED,
            NUMBER,
            events[2].at,
            events[3].at,
        )


@pytest.mark.parametrize("url", [
    "kccdesk:call?number=+31527000000&id=77&state=answered&to=201",
    "KCCDESK://call/?to=201&number=%2B31527000000&state=answered&id=77&colour=blue",
    "kccdesk:call?number=tel:%2B31527000000&id=77&state=answered&to=201#top",
])  # fmt: skip
def test_a_link_says_what_the_exchange_says(url):
    assert parse_link(url, now=NOW) == event("answered", to="201")


def test_a_plus_in_a_link_is_a_plus_and_no_state_is_ringing():
    told = parse_link("kccdesk:call?number=+31 527 00 00 00", now=NOW)
    assert (told.number, told.state) == ("+31 527 00 00 00", CallState.RINGING)


@pytest.mark.parametrize(("url", "field", "reason"), [
    ("https://call?number=1", "link", "not_ours"),
    ("kccdesk", "link", "not_ours"),
    ("kccdesk:delete?number=1", "link", "unknown_action"),
    ("kccdesk:call", "number", "missing"),
    ("kccdesk:call?number=1&number=2", "link", "twice"),
    ("kccdesk:call?number=<script>", "number", "not_a_number"),
    ("kccdesk:call?number=" + "1" * 41, "number", "not_a_number"),
    ("kccdesk:call?number=1&state=gone", "state", "unknown"),
    ("kccdesk:call?number=1&id=a%0Ab", "id", "characters"),
    ("kccdesk:call?number=1&id=desk-1", "id", "reserved"),
    ("kccdesk:call?number=" + "1" * 5000, "link", "not_ours"),
])  # fmt: skip
def test_a_link_that_is_wrong_is_refused(url, field, reason):
    with pytest.raises(InvalidValue) as refused:
        parse_link(url, now=NOW)
    assert (refused.value.field, refused.value.reason) == (field, reason)


@pytest.mark.parametrize("number", ["", "anonymous", "sip:anonymous@anonymous.invalid", "Unknown"])
def test_a_withheld_number_is_empty(number):
    assert call_event(number, at=NOW).number == ""


@given(st.text(max_size=60))
def test_any_text_as_a_message_is_read_or_refused(text):
    for tried in (text, json.dumps({"kind": "call", "number": text}), json.dumps({"kind": "open", "url": text})):
        try:
            told = parse_message(tried, now=NOW)
        except InvalidValue:
            continue
        assert told is None or isinstance(told, CallEvent)


@given(
    st.from_regex(r"\+?[0-9]{1,15}", fullmatch=True),
    st.sampled_from(CallState),
    st.datetimes(timezones=st.just(timezone(timedelta(hours=2))), min_value=datetime(2000, 1, 1)),  # noqa: DTZ001
)
def test_a_message_says_to_the_other_desk_what_was_said_to_this_one(number, state, at):
    told = call_event(number, call_id="77", state=state, to="201", at=at)
    assert parse_message(write_message(told), now=NOW) == told


def test_a_message_without_an_instant_has_the_one_at_which_it_came():
    assert parse_message('{"kind": "call", "number": "0527000000"}', now=NOW).at == NOW


def test_come_to_the_front_is_no_call():
    assert parse_message('{"kind": "show"}', now=NOW) is None


@pytest.mark.parametrize("text", [
    "", "null", "[]", "7", "{}", '{"kind": 3}', '{"kind": "call"}', '{"kind": "call", "number": 112}', "[" * 4000,
    '{"kind": "call", "number": "1", "at": "yesterday"}', '{"kind": "call", "number": "1", "at": "2026-03-04T09:00"}',
    '{"kind": "delete"}', '{"kind": "open"}', '{"kind": "call", "number": "' + "1" * 5000 + '"}',
])  # fmt: skip
def test_a_message_that_is_wrong_is_refused(text):
    with pytest.raises(InvalidValue):
        parse_message(text, now=NOW)
