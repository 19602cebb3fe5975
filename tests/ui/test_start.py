"""What stands before the desk: the passphrase, and why it does not open. The real program, without its event loop."""

from dataclasses import replace

import keyring
import keyring.backends.fail
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from kcc_desktop.background.single_instance import SingleInstance
from kcc_desktop.bootstrap.program import Program, Wish
from kcc_desktop.data.database import open_sqlite
from kcc_desktop.settings import Settings, find_folders
from kcc_desktop.ui.start.problem import StartProblem
from kcc_desktop.ui.start.unlock import Unlock
from kcc_desktop.ui.start.waiting import Waiting
from tests.conftest import SQLITE_KEY
from tests.services.test_bad_days import make_recipes
from tests.ui.window_desk import bring_to_front, shown_texts, watched

PASSPHRASE = "een lange zin met koeien"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A user's folders of their own, on a machine without a keyring."""
    for name in ("KCC_DATABASE_KEY", "KCC_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KCC_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("KCC_CONFIG_DIR", str(tmp_path))
    monkeypatch.setattr(keyring, "get_keyring", keyring.backends.fail.Keyring)
    return tmp_path


@pytest.fixture
def start(qapp, qtbot, folder, monkeypatch):
    """A function that starts the program and answers it once something is to be seen."""
    programs = []

    def stop(program):
        programs.remove(program)
        program.stop()
        if program.running is not None:
            program.running.window.deleteLater()
        program._set_door(None)
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def begin(**settings):
        made = Program(
            qapp,
            replace(Settings(), municipality="Noordoostpolder", **settings),
            find_folders(),
            SingleInstance(folder),
            Wish(is_demo=False, residents=0, message=""),
        )
        programs.append(made)
        made.open()
        wait_for_door(qtbot, made)
        return made

    begin.stop = stop

    with watched(monkeypatch) as waits:
        yield begin
        while programs:
            stop(programs[-1])
    assert waits.found == []


def wait_for_door(qtbot, program):
    qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
    window = program.running.window if program.running is not None else program._door
    bring_to_front(window, qtbot)


def type_in(words):
    QTest.keyClicks(QApplication.focusWidget(), words)


def press(qtbot, program, key=Qt.Key.Key_Return):
    QTest.keyClick(QApplication.focusWidget(), key)
    qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
    QApplication.processEvents()
    qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)


def behind(file, version):
    engine = open_sqlite(file, SQLITE_KEY)
    with engine.execution_options(kcc_writes=True).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    engine.dispose()


# The passphrase


def test_a_new_passphrase_is_chosen_twice_and_opens_the_desk_the_next_day(qtbot, start, folder):
    program = start()
    door = program._door
    assert isinstance(door, Unlock)
    assert "Kies een wachtwoordzin" in shown_texts(door)
    assert door._first.hasFocus()
    type_in(PASSPHRASE)
    press(qtbot, program)
    assert door._second.hasFocus()
    type_in("een andere zin")
    press(qtbot, program)
    assert door._fields[1].reason().startswith("Deze twee zijn niet gelijk")
    assert door._second.hasFocus()
    assert program.running is None
    door._first.setFocus()
    door._first.selectAll()
    type_in("te kort")
    door._second.setFocus()
    door._second.selectAll()
    type_in("te kort")
    press(qtbot, program)
    assert "minstens 12" in door._fields[0].reason()
    assert door._fields[1].reason() == ""
    assert door._first.hasFocus()
    assert door._open.isEnabled()
    assert not (folder / "kcc.db").exists()
    type_in(PASSPHRASE)  # what was refused is selected, so typing replaces it
    door._second.setFocus()
    door._second.selectAll()
    type_in(PASSPHRASE)
    press(qtbot, program)
    assert program.running is not None
    assert program.running.window.isVisible()
    assert program._door is None
    assert not (folder / "kcc.db").read_bytes().startswith(b"SQLite format 3")
    start.stop(program)

    again = start()
    door = again._door
    assert isinstance(door, Unlock)
    assert "Ontgrendel de werkplek" in shown_texts(door)
    assert not door._second.isVisible()
    type_in("een verkeerde zin")
    press(qtbot, again)
    assert again._door is door
    assert door._fields[0].reason() != ""
    assert door._first.hasFocus()
    assert door._first.selectedText() != ""
    type_in(PASSPHRASE)
    press(qtbot, again)
    assert again.running is not None
    assert again.running.window.isVisible()


def test_nothing_typed_opens_nothing(qtbot, start):
    program = start()
    door = program._door
    QTest.mouseClick(door._open, Qt.MouseButton.LeftButton)
    assert door._fields[0].reason() != ""
    assert door._open.isEnabled()


# Why it does not open


def test_a_newer_database_asks_for_the_newest_program(start, folder, monkeypatch, sqlite_template):
    monkeypatch.setenv("KCC_DATABASE_KEY", SQLITE_KEY)
    (folder / "kcc.db").write_bytes(sqlite_template)
    behind(folder / "kcc.db", "9999_12_31_later")
    door = start()._door
    assert isinstance(door, StartProblem)
    assert "Een nieuwer programma maakte deze database" in shown_texts(door)


def test_a_wrong_key_is_said(start, folder, monkeypatch, sqlite_template):
    monkeypatch.setenv("KCC_DATABASE_KEY", "ef" * 32)
    (folder / "kcc.db").write_bytes(sqlite_template)
    door = start()._door
    assert isinstance(door, StartProblem)
    assert "De database gaat niet open met deze sleutel" in shown_texts(door)


def test_a_key_that_is_gone_is_said(start, folder, sqlite_template):
    (folder / "kcc.db").write_bytes(sqlite_template)
    door = start()._door
    assert isinstance(door, StartProblem)
    assert "De sleutel van de database is weg" in shown_texts(door)


def test_another_programs_file_is_left_alone(start, folder, monkeypatch):
    monkeypatch.setenv("KCC_DATABASE_KEY", SQLITE_KEY)
    make_recipes(folder / "kcc.db", SQLITE_KEY)
    door = start()._door
    assert "Dit is de database van een ander programma" in shown_texts(door)


def test_on_a_new_computer_the_file_is_made(start, folder, monkeypatch):
    monkeypatch.setenv("KCC_DATABASE_KEY", SQLITE_KEY)
    program = start()
    assert program.running is not None
    assert (folder / "kcc.db").stat().st_size > 0


def url_of(engine):
    return engine.url.render_as_string(hide_password=False)


def test_an_unknown_login_is_told_whom_to_ask(start, monkeypatch, postgresql_engine):
    monkeypatch.setenv("KCC_DATABASE_KEY", SQLITE_KEY)
    door = start(database_url=url_of(postgresql_engine))._door
    assert isinstance(door, StartProblem)
    assert "Je bent hier nog niet bekend" in shown_texts(door)


def test_an_older_team_database_asks_for_its_owner(start, monkeypatch, postgresql_engine):
    monkeypatch.setenv("KCC_DATABASE_KEY", SQLITE_KEY)
    with postgresql_engine.execution_options(kcc_writes=True).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0'"))
    door = start(database_url=url_of(postgresql_engine))._door
    assert any("kcc-desktop database upgrade" in words for words in shown_texts(door))


def test_a_database_that_is_away_is_tried_again(qtbot, start, folder, monkeypatch):
    monkeypatch.setenv("KCC_DATABASE_KEY", SQLITE_KEY)
    (folder / "kcc.db").mkdir()
    program = start()
    door = program._door
    assert isinstance(door, StartProblem)
    assert "Geen verbinding met de database" in shown_texts(door)
    (folder / "kcc.db").rmdir()
    QTest.mouseClick(door._again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.running is not None, timeout=20_000)
    assert program._door is None


@pytest.mark.parametrize(("is_demo", "word"), [(False, "database"), (True, "oefen")])
def test_what_takes_long_says_so(shown, is_demo, word):
    door = shown(Waiting(is_demo=is_demo))
    assert any(word in text.lower() for text in shown_texts(door))


# Without a mouse


@pytest.mark.parametrize("is_new", [True, False])
def test_a_door_is_for_keys_and_ears_too(shown, is_new):
    door = shown(Unlock(is_new=is_new))
    assert [one for one in focusable(door) if not one.accessibleName()] == []
    tops = [one.mapTo(door, one.rect().topLeft()) for one in focusable(door)]
    assert [(at.y(), at.x()) for at in tops] == sorted((at.y(), at.x()) for at in tops)


def focusable(window):
    found, widget = [], window.nextInFocusChain()
    while widget is not window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
