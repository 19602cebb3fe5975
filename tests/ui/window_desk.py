"""The real window for the tests of the window: opened, watched for waiting on the main thread, emptied for the next."""

import gc
import socket
import sys
import threading
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kcc_desktop import ui as screens
from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.bootstrap.running import RunningDesk
from kcc_desktop.data.contacts import ContactRow, ContactTextRow
from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.draft_file import DraftFile
from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from kcc_desktop.settings import Settings
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.translation import use_language
from tests.conftest import SQLITE_KEY
from tests.ui.desks import DRAFTS_KEY, Hands, fill_lists

_SCREENS = Path(screens.__file__).parent
_OURS = (str(_SCREENS), str(_SCREENS.with_name("background")))


class Waits:
    """Every time a screen waited on the main thread for a database, the disk or a socket; empty is right."""

    def __init__(self):
        self.found = []

    def note(self, what):
        """One more, when a screen (and not the test itself) asks for it on the main thread."""
        if threading.current_thread() is not threading.main_thread():
            return
        frame, names = sys._getframe(2), []
        while frame is not None:
            names.append(f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}")
            if frame.f_code.co_filename.startswith(_OURS):
                self.found.append((what, names))
                return
            frame = frame.f_back


_WATCHED = (
    (Database, ("read", "write", "unguarded_read", "unguarded_write")),
    (DraftFile, ("read", "write")),
    (socket.socket, ("connect", "connect_ex")),
)


@contextmanager
def watched(monkeypatch):
    """While inside, `Waits` collects what the screens do on the main thread that may take its time."""
    waits = Waits()
    with monkeypatch.context() as patch:
        for kind, names in _WATCHED:
            for name in names:
                patch.setattr(kind, name, _noting(getattr(kind, name), f"{kind.__name__}.{name}", waits))
        yield waits


def _noting(method, what, waits):
    def noting(*arguments, **named):
        waits.note(what)
        return method(*arguments, **named)

    return noting


@contextmanager
def opened(app, database, folder, qtbot, *, language="nl", **more):
    """A desk as bootstrap makes it, its window active; stopped and taken apart at the end."""
    use_language(app, language)
    settings = replace(Settings(), language=language, municipality="Noordoostpolder")
    drafts = more.pop("drafts", None) or DraftStore(folder / "drafts.db", DRAFTS_KEY)
    running = RunningDesk(app, settings, database, drafts, TaskRunner(), **{"watches": False, **more})
    try:
        running.start()
        bring_to_front(running.window, qtbot)
        hands = Hands(running, qtbot)
        hands.settle()
        yield hands
    finally:
        running.stop()
        running.window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()  # here, not on a worker's thread


def bring_to_front(window, qtbot):
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


@contextmanager
def own_database(template, folder):
    """An encrypted file of its own with an agent, products and departments."""
    path = folder / "kcc.db"
    path.write_bytes(template)
    database = Database(open_sqlite(path, SQLITE_KEY), origin="test")
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    fill_lists(database)
    yield database
    database.close()


@contextmanager
def shared(request, app, template, folder, **more):
    """A window for all tests of a module: `(database, hands)`."""
    theme.load_font()
    theme.set_motion(False)
    theme.apply(app, theme.LIGHT)
    bot = QtBot(request)
    with own_database(template, folder) as database, opened(app, database, folder, bot, **more) as hands:
        yield database, hands


def emptied(hands, qtbot):
    """Fresh hands at a desk where nothing goes on, nothing is open and nobody is looked at."""
    window = hands.window
    bring_to_front(window, qtbot)
    if window.palette_card.is_open():
        window.palette_card.dismiss()
    window.frame.key_sheet.close_sheet()
    window.who.forms.put_away()
    if not window.contact.details._inside.isHidden():
        window.contact.details.toggle()
    for ongoing in hands.running.desk.conversations.all():
        hands.running.desk.finishing.throw_away(ongoing.id)
    for call in list(window.incoming._rings.all()):
        window.incoming._rings.drop(call.call.call_id)
    window.ring_card.dismiss_notice()
    hands.running.desk.viewing.back()
    fresh = Hands(hands.running, qtbot)
    fresh.settle()
    return fresh


def rows(database, *columns, where=None):
    statement = select(*columns)
    if where is not None:
        statement = statement.where(where)
    return database.unguarded_read(lambda connection: connection.execute(statement).all())


def contacts_of(database, conversation_id, *columns):
    """The recorded contacts of a conversation in their order, with these columns (of contact and text)."""
    return rows(
        database,
        *columns,
        where=(ContactRow.conversation_id == conversation_id) & (ContactTextRow.contact_id == ContactRow.id),
    )


def shown_texts(widget):
    """What can be read in the widget now: words of everything in it that is visible."""
    found = []
    for part in [widget, *widget.findChildren(object)]:
        if hasattr(part, "isVisible") and part.isVisible():
            for name in ("text", "toPlainText", "placeholderText", "accessibleName"):
                read = getattr(part, name, None)
                if callable(read):
                    found.append(str(read()))
    return [text for text in found if text]


def focused():
    return QApplication.focusWidget()
