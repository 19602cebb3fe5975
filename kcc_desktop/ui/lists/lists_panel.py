"""Settings: the town's own lists, one entry open in its form at the right, files brought in after a look."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kcc_desktop.background.changes import ChangeWatcher
from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.changes import Change
from kcc_desktop.domain.errors import NotAllowed, Outage, Refusal
from kcc_desktop.domain.lists import (
    ENTITIES,
    ListEntry,
    ListKind,
    ListNames,
    Outside,
    SavedEntry,
    SaveEntry,
)
from kcc_desktop.services.lists import ListService
from kcc_desktop.services.town_calendar import TownCalendar
from kcc_desktop.ui.lists import words
from kcc_desktop.ui.lists.connections_page import ConnectionsPage
from kcc_desktop.ui.lists.entry_editing import EntryEditing
from kcc_desktop.ui.lists.entry_form import EntryForm
from kcc_desktop.ui.lists.entry_list import EntryList
from kcc_desktop.ui.lists.file_import import FileImport
from kcc_desktop.ui.lists.import_sheet import ImportSheet
from kcc_desktop.ui.shared import theme, wording
from kcc_desktop.ui.shared.basics import Layer, Paragraph, Text, column, hairline, row
from kcc_desktop.ui.shared.cards import Message
from kcc_desktop.ui.shared.panel import Panel
from kcc_desktop.ui.shared.rows import Row, row_list

_SECTIONS, _FORM, _LEAST_LIST = 208, 416, 320
_MOST_SECTIONS = 0.26
CONNECTIONS = "connections"  # the last section, which is no list
_STEPS = ("next_list", "list_before")
KINDS = tuple(words.LISTS)


class ListsPanel(Panel):
    """Which list is open, which entry, and what was typed in each and not saved."""

    def __init__(
        self, lists: ListService, calendar: TownCalendar, tasks: TaskRunner, watcher: ChangeWatcher | None
    ) -> None:
        super().__init__()
        self._lists, self._tasks = lists, tasks
        self._kind = KINDS[0]
        self._entries: tuple[ListEntry, ...] = ()
        self._is_open = False  # something is open at the right
        self._is_in_front = False  # on a small screen it covers the list
        self._after: tuple[str, tuple[Outside, ...]] | None = None
        rows = [Row(words.title(kind), icon=words.LISTS[kind][3], key=kind) for kind in KINDS]
        rows.append(Row(self.tr("Connections"), icon="link-simple", key=CONNECTIONS))
        self.sections = row_list(self.tr("Lists"), rows, selected=0, fit=False)
        self.list = EntryList()
        self.connections = ConnectionsPage(calendar, tasks)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.list)
        self.middle.addWidget(self.connections)
        self.sheet = ImportSheet()
        self.files = FileImport(self.sheet, lists, tasks)
        self.right = QStackedWidget()
        self.right.addWidget(self.sheet)
        self.editing = EntryEditing(self.right, lists, tasks)
        self._denied = Message(
            "lock",
            self.tr("The lists are for editors and administrators"),
            self.tr("Your role does not keep them. Ask a colleague who does when something is not right."),
        )
        self._lay_out()
        self.sections.selectionModel().currentChanged.connect(self._on_section)
        self.list.chosen.connect(self._on_chosen)
        self.list.new_wanted.connect(self.new_entry)
        self.list.import_wanted.connect(self.import_file)
        self.list.rows.activated.connect(self.to_form)
        self.sheet.write_wanted.connect(self.save)
        self.sheet.closed.connect(self.close_sheet)
        self.files.wrote.connect(self.load)
        self.editing.edited.connect(self._show_unsaved)
        self.editing.kept.connect(self._on_kept)
        if watcher is not None:
            watcher.changed.connect(self._on_changes)
            watcher.reload_all.connect(self.load)
        self.follow_theme()

    def _lay_out(self) -> None:
        caption = Text(self.tr("Settings"), theme.TITLE, strong=True)
        note = Paragraph(self.tr("What you change here holds on every desk."), "muted", theme.CAPTION)
        self._left = QWidget()
        self._left.setLayout(
            column(caption, note, theme.S, self.sections, gap=theme.XS, margins=(theme.L, theme.L, theme.M, 0))
        )
        self._right_ground = Layer("surface", column(self.right))
        self._line = hairline(True)
        self._inside = QWidget()
        inside = row(self._left, hairline(True), self.middle, self._line, self._right_ground, gap=0)
        inside.setStretch(2, 1)
        self._inside.setLayout(inside)
        denied = QWidget()
        denied.setLayout(column(self._denied, margins=(theme.XL,)))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._inside)
        self._stack.addWidget(denied)
        self.setLayout(column(self._stack))

    # What a panel is

    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "new_entry": self.new_entry,
            "filter_entries": self.list.focus_filter,
            "import_list": self.import_file,
            "remove_entry": self.remove_entry,
            "next_list": partial(self.step_section, 1),
            "list_before": partial(self.step_section, -1),
            "save_entry": self.save,
            "try_connection": self.try_connection,
        }

    def why_not(self, name: str) -> str:
        if self.is_denied():
            return self.tr("is for an editor or an administrator")
        if self.shows_connections() != (name == "try_connection") and name not in _STEPS:
            return (
                self.tr("go to the connections first") if name == "try_connection" else self.tr("choose a list first")
            )
        form = self.form()
        if name == "save_entry" and form is None and not self._shows_sheet():
            return self.tr("choose an entry first")
        if name == "remove_entry" and (form is None or not form.remove_button.isVisibleTo(form)):
            return self.tr("what others refer to goes out of use instead")
        if name == "new_entry" and not words.LISTS[self._kind][2]:
            return self.tr("these are all there are")
        return ""

    def come_forward(self) -> None:
        self.load()

    def home(self) -> QWidget:
        return self.sections

    def later(self) -> bool:
        if self._shows_sheet():
            self.close_sheet()
            return True
        if self.list.rows.hasFocus() or self.sections.hasFocus():
            return False
        self._leave()
        return True

    def is_denied(self) -> bool:
        """Whether this agent does not keep the lists."""
        return self._stack.currentIndex() == 1

    def kind(self) -> ListKind:
        """The list that is open."""
        return self._kind

    def form(self) -> EntryForm | None:
        """The form that is in sight; None while there is none."""
        return self.editing.form() if self._is_open else None

    # Reading

    @Slot()
    def load(self) -> None:
        """Read the open list, and the names that its forms offer."""
        if self.shows_connections():
            return
        self.list.set_heading(self._kind)
        self._tasks.run(self._lists.names, self, key="names").succeeded.connect(self._on_names)
        task = self._tasks.run(partial(_read, self._lists, self._kind), self, key="entries")
        task.succeeded.connect(self._on_entries)
        task.failed.connect(self._on_unread)

    @Slot(object)
    def _on_names(self, names: ListNames) -> None:
        self.editing.names = names

    @Slot(object)
    def _on_entries(self, read: tuple[ListKind, tuple[ListEntry, ...]]) -> None:
        self._stack.setCurrentIndex(0)
        kind, entries = read
        if kind is not self._kind:
            return
        self._entries = entries
        if self._shows_sheet():  # what came of the file stays in sight
            self._show_unsaved()
            return
        form = self.form()
        shown = form.entry() if form is not None and form.kind is kind else None
        wanted = self._after[0] if self._after else shown.id if shown else ""
        self.list.set_entries(kind, entries, self.editing.unsaved(kind))
        known = {entry.id: entry for entry in entries}
        if form is not None and shown is not None and shown.id in known and wanted == shown.id:
            form.follow(known[shown.id])
            self.list.choose(shown.id)
        elif form is None or form.kind is not kind or form.entry() is not None:
            self.list.choose(wanted if wanted in known else next(iter(known), ""))
        if self._after and (form := self.form()) is not None:
            form.show_outside(self._after[1])
        if self._after and wanted not in known:  # it was taken away, and its form with it
            self._leave()
        self._after = None
        self._place()

    @Slot(object)
    def _on_unread(self, error: Exception) -> None:
        if isinstance(error, NotAllowed):
            self._stack.setCurrentIndex(1)
        elif isinstance(error, (Refusal, Outage)):
            self.list.say(wording.sentences(*wording.sentence(error)))
        else:
            raise error

    @Slot(object)
    def _on_changes(self, changes: tuple[Change, ...]) -> None:
        if self.isVisible() and {change.entity for change in changes} & set(ENTITIES.values()):
            self.load()

    # Choosing

    @Slot(QModelIndex)
    def _on_section(self, index: QModelIndex) -> None:
        chosen = self.sections.row_at(index)
        if chosen is not None and chosen.key == CONNECTIONS:
            self._is_open = self._is_in_front = False
            self.middle.setCurrentWidget(self.connections)
            self._place()
            return
        was_elsewhere = self.shows_connections()
        self.middle.setCurrentWidget(self.list)
        if chosen is not None and isinstance(chosen.key, ListKind) and (was_elsewhere or chosen.key is not self._kind):
            self._kind, self._entries, self._after = chosen.key, (), None
            self.list.clear_filter()
            self.list.set_entries(self._kind, (), frozenset())
            self._is_open = self._is_in_front = False
            self._place()
            self.load()

    def step_section(self, by: int) -> None:
        """The next list, or the one before."""
        at = len(KINDS) if self.shows_connections() else KINDS.index(self._kind)
        self.sections.choose((at + by) % (len(KINDS) + 1))

    def shows_connections(self) -> bool:
        """Whether it is not a list that is open."""
        return self.middle.currentWidget() is self.connections

    @Slot()
    def try_connection(self) -> None:
        if not self.why_not("try_connection"):
            self.connections.try_connection()

    @Slot(str)
    def _on_chosen(self, entry_id: str) -> None:
        entry = next((one for one in self._entries if one.id == entry_id), None)
        if entry is not None:
            self._show_form(entry)
        elif (form := self.form()) is None or form.entry() is not None:
            self._is_open = False
            self._place()

    @Slot()
    def new_entry(self) -> None:
        if self.why_not("new_entry"):
            return
        self.list.choose("")
        self._show_form(None)
        self.to_form()

    def _show_form(self, entry: ListEntry | None) -> None:
        self.editing.open(self._kind, entry)
        self._is_open = True
        self._place()

    @Slot()
    def to_form(self) -> None:
        form = self.form()
        if form is not None:
            self._enter()
            form.first().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_unsaved(self) -> None:
        self.list.set_entries(self._kind, self._entries, self.editing.unsaved(self._kind))

    # Writing

    @Slot()
    def save(self) -> None:
        """What is in sight at the right: the entry as typed, or the file that was looked at."""
        if self._shows_sheet():
            self.files.write()
        elif self.form() is not None:
            self.editing.save()

    @Slot()
    def remove_entry(self) -> None:
        if not self.why_not("remove_entry"):
            self.editing.remove()

    @Slot(object, str, object)
    def _on_kept(self, kind: ListKind, entry_id: str, outside: tuple[Outside, ...]) -> None:
        if kind is self._kind:
            self._after = entry_id, outside
            self.load()

    # Files

    @Slot()
    def import_file(self) -> None:
        if not self.why_not("import_list") and self.files.begin(self._kind):
            self.right.setCurrentWidget(self.sheet)
            self._is_open = True
            self._enter()

    @Slot()
    def close_sheet(self) -> None:
        """Back to the entry that was open."""
        self._is_open = False
        self._on_chosen(self.list.chosen_id())
        self._leave()

    def _shows_sheet(self) -> bool:
        return self.right.currentWidget() is self.sheet and self._is_open

    # Geometry

    def restyle(self) -> None:
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """With large text on a small screen what is open covers the list, once it is entered."""
        width = self.width()
        self._left.setFixedWidth(min(theme.px(_SECTIONS), round(width * _MOST_SECTIONS)))
        room = width - self._left.width()
        covers = room < theme.px(_FORM + _LEAST_LIST)
        shows_form = self._is_open and (self._is_in_front or not covers)
        self._right_ground.setFixedWidth(room if covers else theme.px(_FORM))
        self._right_ground.setVisible(shows_form)
        self.middle.setVisible(not (covers and shows_form))
        self._line.setVisible(shows_form and not covers)

    def _enter(self) -> None:
        """The agent goes to what is open at the right."""
        self._is_in_front = True
        self._place()

    def _leave(self) -> None:
        """Back to the list."""
        self._is_in_front = False
        self._place()
        self.list.focus_list()


def _read(lists: ListService, kind: ListKind) -> tuple[ListKind, tuple[ListEntry, ...]]:
    return kind, lists.entries(kind)


def _save(lists: ListService, command: SaveEntry) -> tuple[SaveEntry, SavedEntry]:
    return command, lists.save(command)
