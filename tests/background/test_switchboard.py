import json
import logging
from datetime import UTC, datetime, timedelta

import pytest

from kcc_desktop.background.switchboard import Switchboard
from kcc_desktop.domain.calls import CallPhase, call_event, write_message

AT = datetime(2026, 3, 4, 9, 40, tzinfo=UTC)
NUMBER = "0612345678"


def line(state="ringing", seconds=0, number=NUMBER, to="", call_id="a"):
    return write_message(call_event(number, call_id=call_id, state=state, to=to, at=AT + timedelta(seconds=seconds)))


@pytest.fixture
def board(qapp):
    return Switchboard("201", lambda: AT)


@pytest.fixture
def heard(board):
    calls = []
    board.call_changed.connect(calls.append)
    return calls


def test_a_call_rings_is_answered_and_ends(board, heard):
    for number, state in enumerate(("ringing", "answered", "ended")):
        board.receive(line(state, number, to="201"))
    assert [call.phase for call in heard] == [CallPhase.RINGING, CallPhase.ANSWERED, CallPhase.ENDED]
    assert {call.number for call in heard} == {NUMBER}
    assert board.calls() == (heard[-1],)


def test_what_comes_twice_late_or_out_of_order_changes_nothing(board, heard):
    for state, seconds in (("ended", 9), ("ringing", 0), ("ended", 9), ("answered", 2), ("ringing", 0)):
        board.receive(line(state, seconds))
    assert [call.phase for call in heard] == [CallPhase.ENDED]


def test_a_colleague_who_answers_takes_it_away(board, heard):
    board.receive(line())
    board.receive(line("answered", 3, to="202"))
    assert [call.phase for call in heard] == [CallPhase.RINGING, CallPhase.ANSWERED_ELSEWHERE]
    board.receive(line(to="202", call_id="b"))
    assert len(heard) == 2


def test_another_telephone_from_now_on(board, heard):
    board.set_extension("202")
    board.receive(line(to="202"))
    assert len(heard) == 1


def test_a_link_is_a_call_and_a_second_start_comes_to_the_front(qtbot, board, heard):
    board.receive(json.dumps({"kind": "open", "url": f"kccdesk:call?number={NUMBER}"}))
    assert (heard[0].number, heard[0].first_at) == (NUMBER, AT)
    with qtbot.waitSignal(board.show_requested):
        board.receive('{"kind": "show"}')


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "Geertruida",
        '{"kind": "call", "number": "Geertruida"}',
        '{"kind": "open", "url": "http://Geertruida"}',
        "[]",
    ],
)
def test_what_is_no_message_is_refused_and_its_content_is_in_no_log(board, heard, caplog, bad):
    with caplog.at_level(logging.DEBUG):
        board.receive(bad)
        board.receive(line())
    assert "refused" in caplog.text
    assert "Geertruida" not in caplog.text
    assert NUMBER not in caplog.text
    assert len(heard) == 1
