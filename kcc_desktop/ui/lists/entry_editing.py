"""Which entry is in its form, what was typed in each and not saved, and what came of saving. Knows no other list."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.lists import (
    EntryChanged,
    EntryGone,
    EntryRefused,
    ListEntry,
    ListKind,
    ListNames,
    Outside,
    SavedEntry,
    SaveEntry,
)
from kcc_desktop.services.lists import ListService
from kcc_desktop.ui.lists.entry_form import EntryForm
from kcc_desktop.ui.shared import wording

_NEW = ""  # the id of an entry that is not kept yet


class EntryEditing(QObject):
    """A form for each list, made when it is first needed.

    `edited`: other entries are unsaved now. `kept`: the list, the entry's id, and what it leaves outside the hours; the
    list is to be read again.
    """

    edited = Signal()
    kept = Signal(object, str, object)

    def __init__(self, right: QStackedWidget, lists: ListService, tasks: TaskRunner) -> None:
        super().__init__(right)
        self._right, self._lists, self._tasks = right, lists, tasks
        self.names = ListNames()
        self._typed: dict[tuple[ListKind, str], dict[str, str]] = {}
        self._forms: dict[ListKind, EntryForm] = {}

    def open(self, kind: ListKind, entry: ListEntry | None) -> None:
        """Show an entry in its form, None for a new one, with what was typed for it before."""
        form = self._forms.get(kind)
        if form is None:
            form = EntryForm(kind, self._known_names)
            form.save_wanted.connect(self.save)
            form.remove_wanted.connect(self.remove)
            form.edited.connect(self._on_edited)
            self._forms[kind] = form
            self._right.addWidget(form)
        form.show_entry(entry, self._typed.get((kind, entry.id if entry else _NEW)))
        self._right.setCurrentWidget(form)

    def form(self) -> EntryForm | None:
        """The one that is in front; None when something else is."""
        shown = self._right.currentWidget()
        return shown if isinstance(shown, EntryForm) else None

    def unsaved(self, kind: ListKind) -> frozenset[str]:
        """The entries of a list in which something was typed and not saved."""
        return frozenset(entry_id for of, entry_id in self._typed if of is kind)

    def forget(self) -> None:
        """Nothing that was typed is kept any more."""
        self._typed.clear()

    @Slot()
    def save(self) -> None:
        """The entry in front as it is typed; what is wrong is said at its field."""
        form = self.form()
        if form is None or not form.save_button.isEnabled():
            return
        problems = form.problems()
        if problems:
            form.refuse(problems)
            return
        entry = form.entry()
        form.set_busy(True)
        command = SaveEntry(form.kind, entry.id if entry else _NEW, form.cells(), form.shown() if entry else None)
        task = self._tasks.run(partial(self._lists.save, command), self)
        task.succeeded.connect(partial(self._on_saved, form, command))
        task.failed.connect(partial(self._on_refused, form))

    @Slot()
    def remove(self) -> None:
        """The entry in front goes; only where nothing refers to it."""
        form = self.form()
        entry = form.entry() if form is not None else None
        if form is None or entry is None or not form.remove_button.isVisibleTo(form):
            return
        task = self._tasks.run(partial(self._lists.remove, form.kind, entry.id), self)
        task.succeeded.connect(partial(self._on_removed, form, entry))
        task.failed.connect(partial(self._on_refused, form))

    def _known_names(self) -> ListNames:
        return self.names

    def _on_saved(self, form: EntryForm, command: SaveEntry, saved: SavedEntry) -> None:
        form.set_busy(False)
        self._typed.pop((command.kind, command.id), None)
        shown = form.entry()
        if (shown.id if shown else _NEW) == command.id:
            form.show_entry(saved.entry)
        self.kept.emit(command.kind, saved.entry.id, saved.outside)

    def _on_removed(self, form: EntryForm, entry: ListEntry, outside: tuple[Outside, ...]) -> None:
        self._typed.pop((form.kind, entry.id), None)
        if form.entry() == entry:
            form.show_entry(entry)
        self.kept.emit(form.kind, entry.id, outside)

    def _on_refused(self, form: EntryForm, error: Exception) -> None:
        form.set_busy(False)
        if isinstance(error, EntryRefused):
            form.refuse(error.problems)
        elif isinstance(error, EntryChanged):
            form.changed_by_colleague(error)
        elif isinstance(error, (Refusal, Outage)):
            form.say(wording.sentences(*wording.sentence(error)))
            if isinstance(error, EntryGone):
                self.kept.emit(form.kind, "", ())
        else:
            raise error

    @Slot()
    def _on_edited(self) -> None:
        form = self.form()
        if form is None:
            return
        entry = form.entry()
        key = (form.kind, entry.id if entry else _NEW)
        if form.is_typed_in():
            self._typed[key] = form.cells()
        else:
            self._typed.pop(key, None)
        self.edited.emit()
