"""What was typed survives the end of the program, however it comes."""

import os
import subprocess
import sys
import time

import pytest
from sqlalchemy import select

from kcc_desktop.data.contacts import ContactTextRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from tests.ui.desks import Hands, fill_lists, open_desk

NOTE = "Paspoort kwijt, reist over twee weken"
A_SECOND = 1.0  # the promise: what was typed this long ago is on disk


@pytest.fixture
def database(sqlite_engine):
    opened = Database(sqlite_engine, origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.AGENT})
    fill_lists(opened)
    return opened


@pytest.fixture
def desk_on(qapp, qtbot, database, tmp_path):
    running = []

    def open_one():
        made = open_desk(qapp, database, tmp_path)
        running.append(made)
        qtbot.addWidget(made.window)
        made.start()
        with qtbot.waitActive(made.window):
            made.window.activateWindow()
        hands = Hands(made, qtbot)
        hands.settle()
        return hands

    yield open_one
    for made in running:
        made.stop()


def test_everything_typed_a_second_ago_is_back_after_a_kill(desk_on, tmp_path):
    command = [sys.executable, "-m", "tests.ui.typing_desk", str(tmp_path), NOTE]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout.readline() == "typed\n"
        time.sleep(A_SECOND)
        child.kill()
    hands = desk_on()
    talk = hands.running.desk.conversations.active()
    assert (talk.question.summary, talk.question.caret) == (NOTE, len(NOTE))
    edit = hands.window.contact.note.edit
    assert (edit.toPlainText(), edit.textCursor().position()) == (NOTE, len(NOTE))


def test_what_was_recorded_before_the_end_does_not_come_back(desk_on, database, qtbot):
    hands = desk_on()
    hands.telephone("answered")
    hands.type(NOTE)
    desk = hands.running.desk
    qtbot.waitUntil(desk.background.journal.is_saved)
    talk = desk.conversations.active()
    # The program dies between recording and forgetting: the draft is still there.
    desk.services.contacts.record(talk.hung_up(desk.now()).to_command(desk.now()))
    again = desk_on()
    qtbot.waitUntil(lambda: again.running.desk.conversations.all() == ())
    texts = database.unguarded_read(lambda c: c.scalars(select(ContactTextRow.summary)).all())
    assert texts == [NOTE]


def test_closing_the_window_keeps_what_is_being_typed(desk_on):
    hands = desk_on()
    hands.telephone("answered")
    hands.type(NOTE)
    hands.running.stop()
    again = desk_on()
    assert again.running.desk.conversations.active().question.summary == NOTE
