"""The main thread only paints and answers keys: a whole conversation without one wait for database, disk or network."""

import socket
import threading

import pytest

from kcc_desktop.domain.identity import new_id
from kcc_desktop.ui import catalogue
from tests.ui.desks import register
from tests.ui.window_desk import emptied, focused, shared, watched


@pytest.fixture(scope="module")
def desk(request, qapp, catalogues, sqlite_template, tmp_path_factory):
    with shared(request, qapp, sqlite_template, tmp_path_factory.mktemp("desk"), watches=True) as (database, hands):
        register(database)
        register(database, given="Willem", surname="Bakker", prefix="", phone="0527-123456")
        yield database, hands


def test_a_whole_conversation_never_waits_on_the_main_thread(desk, qtbot, monkeypatch):
    hands = emptied(desk[1], qtbot)
    window, conversations = hands.window, hands.running.desk.conversations
    with watched(monkeypatch) as waits:
        call = f"call-{new_id()}"
        hands.telephone("ringing", call_id=call)
        hands.key("answer")
        caller = conversations.active().speaker
        hands.type("Paspoort kwijt")
        hands.key("identity")
        hands.key("palette")
        hands.type("bakker")
        hands.chord("Shift+Return")
        assert hands.running.desk.viewing.now().is_aside
        hands.key("later")
        hands.key("edit_details")
        hands.key("later")
        hands.key("callback")
        hands.key("next_question")
        hands.type("En de matras")
        hands.key("transfer")
        hands.row(typed="vergunn")
        hands.key("hold")
        hands.key("hold")
        hands.key("new_conversation")
        hands.type("Iets tussendoor")
        hands.key("finish")
        hands.telephone("ended", call_id=call)
        hands.key("finish")
        qtbot.waitUntil(lambda: conversations.all() == ())
        hands.running.desk.viewing.look_at(caller.id)
        hands.settle()
        hands.key("timeline")
        hands.chord("Return")
        qtbot.waitUntil(lambda: window.timeline.opening.detail() is not None)
        hands.key("correct_contact")
        hands.key("later")
        hands.key("search_timeline")
        hands.type("matras")
        hands.key("later")
        qtbot.waitUntil(hands.running.desk.background.journal.is_saved)
    assert waits.found == []


def test_the_hand_never_has_to_look_for_the_note(desk, qtbot):
    hands = emptied(desk[1], qtbot)
    hands.telephone("answered", number="anonymous", call_id=f"call-{new_id()}")
    note = hands.window.contact.note.edit
    assert note.hasFocus()
    for name in ("next_question", "question_1", "conversation_1", "note"):
        hands.key(name)
        assert note.hasFocus(), name
    hands.type("Paspoort kwijt")
    hands.key("finish")
    # Nothing that a key typed too much would press, and the screen reader says what was recorded.
    assert focused() is hands.window.contact.idle
    assert focused().accessibleName().startswith("Vastgelegd ")
    hands.chord("Tab")
    assert focused().isVisible()
    assert focused().accessibleName()


# The watch itself


def test_the_watch_sees_a_query_of_a_screen_on_the_main_thread(desk, monkeypatch):
    services = desk[1].running.services
    with watched(monkeypatch) as waits:
        catalogue._read(services.products, services.contacts, services.colleagues, services.work)
    assert {what for what, _where in waits.found} == {"Database.read"}


def test_the_watch_sees_a_socket_of_a_screen_on_the_main_thread(monkeypatch):
    source = compile("def dial(door):\n    door.connect_ex(('127.0.0.1', 9))\n", catalogue.__file__, "exec")
    names = {}
    exec(source, names)
    with watched(monkeypatch) as waits, socket.socket() as door:
        door.settimeout(0.2)
        names["dial"](door)
    assert [what for what, _where in waits.found] == ["socket.connect_ex"]


def test_the_watch_leaves_workers_and_the_test_itself_alone(desk, monkeypatch):
    services = desk[1].running.services
    with watched(monkeypatch) as waits:
        services.products.all()
        arguments = (services.products, services.contacts, services.colleagues, services.work)
        worker = threading.Thread(target=catalogue._read, args=arguments)
        worker.start()
        worker.join()
    assert waits.found == []
