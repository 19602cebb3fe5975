"""A whole desk for a test: the real window on a real database, and hands that count what they do."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.bootstrap.running import RunningDesk
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.data.work import ColleagueRow
from kcc_desktop.domain.calls import CallLog, call_event
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.services.parties import PartyService
from kcc_desktop.settings import Settings
from kcc_desktop.ui.shared import keys

PHONE = "06-1234 5678"
DRAFTS_KEY = "cd" * 32
PRODUCTS = (("Paspoort", "reisdocument", "Burgerzaken"), ("Grofvuil ophalen", "bank matras", "Afval en milieu"))
DEPARTMENTS = ("Afval en milieu", "Burgerzaken", "Vergunningen")


def fill_lists(database):
    """Products and departments, as an import would bring them."""

    def work(connection):
        for name, words, owner in PRODUCTS:
            connection.execute(insert(ProductRow).values(id=new_id(), name=name, keywords=words, owner=owner))
        for name in DEPARTMENTS:
            row = {"id": new_id(), "kind": "department", "name": name, "source_key": name}
            connection.execute(insert(ColleagueRow).values(**row))

    database.unguarded_write(work)


def register(database, given="Fatima", surname="Vries", prefix="de", phone=PHONE, born="19870712"):
    party = new_id()
    name = PersonName(given_names=given, prefix=prefix, surname=surname, gender="V")
    command = RegisterPerson(party, name, born=PartialDate.from_text(born), phone=phone)
    PartyService(database).register_person(command)
    return party


class Hands:
    """What an agent does at the window. Chords, clicks and chosen rows count one each, typed text is free."""

    def __init__(self, running, qtbot):
        self.running, self.window, self.qtbot = running, running.window, qtbot
        self.count = 0
        self._calls = CallLog()

    def key(self, name):
        self.chord(keys.of(name))

    def chord(self, sequence):
        self.count += 1
        self._press(sequence)

    def row(self, *downs, typed=""):
        """A chosen row: typing narrows, arrows and Enter together are one."""
        self.count += 1
        if typed:
            self.type(typed)
        for _ in downs:
            self._press("Down")
        self._press("Return")

    def click(self, widget):
        self.count += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.width() // 2, widget.height() // 2))
        self.settle()

    def type(self, text):
        QTest.keyClicks(QApplication.focusWidget(), text)
        self.settle()

    def telephone(self, state, number=PHONE, call_id="call-1"):
        """The exchange tells something; nobody's hand moved."""
        event = call_event(number, call_id=call_id, state=state, at=self.running.desk.now())
        self._calls, call = self._calls.apply(event)
        if call is not None:
            self.window.incoming.on_call(call)
        self.settle()

    def settle(self):
        self.qtbot.waitUntil(self.running.tasks.is_idle, timeout=10_000)
        QApplication.processEvents()
        self.qtbot.waitUntil(self.running.tasks.is_idle, timeout=10_000)

    def _press(self, sequence):
        combination = QKeySequence(sequence)[0]
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        self.settle()


def open_desk(app, database, folder, *, language="nl", clock=None, **settings):
    settings = replace(Settings(), language=language, municipality="Noordoostpolder", **settings)
    more = {"clock": clock} if clock is not None else {}
    drafts = DraftStore(folder / "drafts.db", DRAFTS_KEY)
    return RunningDesk(app, settings, database, drafts, TaskRunner(), watches=False, **more)
