"""The panels behind the rail's doors: each is made when its door is first opened, and has its own keys."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.shared import keys
from kcc_desktop.ui.shared.focus import HOME
from kcc_desktop.ui.shared.formatting import today
from kcc_desktop.ui.shared.panel import Panel

if TYPE_CHECKING:
    from kcc_desktop.ui.window import DeskWindow

CONTACT = "contact"


def _work(window: "DeskWindow") -> Panel:
    from kcc_desktop.ui.parties.forms.party_choice import PartyChoice
    from kcc_desktop.ui.planning_in_place import appointments_in_place, visits_in_place
    from kcc_desktop.ui.work.panel import WorkPanel

    desk = window.desk
    tasks, services = desk.background.tasks, desk.services
    planners = {"work_plan": appointments_in_place(desk), "work_visit": visits_in_place(desk)}
    for planner in planners.values():
        planner.failed.connect(tasks.unhandled)
    citizen = partial(PartyChoice, parties=services.parties, tasks=tasks)
    panel = WorkPanel(services, tasks, desk.work, desk.catalogue, desk.now, planners, citizen)
    panel.call_wanted.connect(desk.calling.call)
    desk.calling.refused.connect(panel.say_refused)
    return panel


def _agenda(window: "DeskWindow") -> Panel:
    from kcc_desktop.ui.agenda_panel import agenda_panel

    return agenda_panel(window)


def _counter(window: "DeskWindow") -> Panel:
    from kcc_desktop.ui.counter.panel import CounterPanel

    desk = window.desk
    return CounterPanel(
        desk.services,
        desk.background.tasks,
        desk.counter,
        desk.conversations,
        desk.finishing,
        desk.catalogue,
        desk.now,
    )


def _location(window: "DeskWindow") -> Panel:
    from kcc_desktop.ui.visits.panel import LocationPanel

    desk = window.desk
    panel = LocationPanel(
        desk.services.visits,
        desk.services.day_sheets,
        desk.services.safety_notes,
        desk.services.agents,
        desk.background.tasks,
        desk.now,
        today,
    )
    desk.visit_planning.booked.connect(panel.board.load)
    if desk.background.watcher is not None:
        desk.background.watcher.changed.connect(panel.board.follow)
        desk.background.watcher.reload_all.connect(panel.board.load)
    desk.background.connection.changed.connect(panel.board.load)
    return panel


def _lists(window: "DeskWindow") -> Panel:
    from kcc_desktop.ui.lists.lists_panel import ListsPanel

    services, background = window.desk.services, window.desk.background
    return ListsPanel(services.lists, services.calendar, background.tasks, background.watcher)


# By the door's id, a panel's maker; it imports its screen itself, so that the first paint does not wait for it.
MAKERS: dict[str, Callable[["DeskWindow"], Panel]] = {
    "work": _work,
    "agenda": _agenda,
    "counter": _counter,
    "location": _location,
    "administration": _lists,
}


class Panels(QObject):
    """Which panel is in front. The Contact panel is the window's own and there from the start."""

    shown = Signal(str)  # a door's id

    def __init__(self, window: "DeskWindow", contact: QWidget) -> None:
        super().__init__(window)
        self._window, self._contact = window, contact
        self._made: dict[str, Panel] = {}
        self._front = CONTACT
        window.frame.set_panel(contact)
        window.frame.rail.set_doors((CONTACT, *MAKERS))
        window.frame.rail.chosen.connect(self.show)

    @property
    def front(self) -> str:
        """The door whose panel is in front."""
        return self._front

    def panel(self) -> Panel | None:
        """What is in front; None: the Contact panel."""
        return self._made.get(self._front)

    @Slot(str)
    def show(self, door: str) -> None:
        """Bring a panel to the front, with the focus in it; nothing happens when it is there already."""
        if door == self._front:
            return
        if door != CONTACT and door not in self._made:
            self._make(door)
        self._front = door
        frame = self._window.frame
        frame.rail.choose(door)
        panel = self.panel()
        frame.set_panel(panel or self._contact, door)
        self._window.setProperty(HOME, panel.home() if panel else self._window.contact.note.edit)
        if panel is None:
            self._window.contact.focus_note()
        else:
            panel.come_forward()
            panel.focus_home()
        self.shown.emit(door)

    def cover(self) -> None:
        """Nobody is at the desk: no panel that was ever opened shows what was opened in it."""
        for panel in self._made.values():
            panel.cover()

    def _make(self, door: str) -> None:
        panel = MAKERS[door](self._window)
        self._made[door] = panel
        panel.waiting.connect(partial(self._window.frame.rail.set_waiting, door))
        slots = panel.slots()
        for name in keys.of_panel(door):
            if not keys.ALL[name].instead_of:
                shortcut = QShortcut(keys.of(name), panel)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(slots[name])
