"""Picks a colleague, department, group or partner: what is typed is looked up off the main thread."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.work import Colleague, ColleagueKind
from kcc_desktop.services.colleagues import ColleagueService
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.presence import Presences
from kcc_desktop.ui.shared import presence_words
from kcc_desktop.ui.shared.basics import column
from kcc_desktop.ui.shared.buttons import Choice
from kcc_desktop.ui.shared.fields import field
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row

_ICONS = {
    ColleagueKind.PERSON: "user",
    ColleagueKind.DEPARTMENT: "users-three",
    ColleagueKind.GROUP: "users",
    ColleagueKind.PARTNER: "handshake",
}
_MOST = 20


class ColleagueChoice(QWidget):
    """A field that opens the list; `picked` carries the `Colleague`, `closed` tells that the list is gone again.

    With `presences`, whoever has a desk here stands there with what they are doing.
    """

    picked = Signal(object)
    closed = Signal()

    def __init__(
        self,
        label: str,
        colleagues: ColleagueService,
        catalogue: Catalogue,
        tasks: TaskRunner,
        presences: Presences | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._colleagues, self._catalogue, self._tasks = colleagues, catalogue, tasks
        self._presences, self._is_watching = presences, False
        self._shown: tuple[Colleague, ...] = ()
        if presences is not None:
            presences.colleagues_changed.connect(self._show_again)
        self._label = label
        self._choice = Choice("", icon="users-three", name=label, placeholder=self.tr("Type a name or department"))
        self._choice.clicked.connect(self.pick)
        self._picker: Picker | None = None
        self._found: dict[UUID, Colleague] = {}
        self._field = field(label, self._choice)
        self.setLayout(column(self._field, gap=0))

    def show_colleague(self, colleague: Colleague | None, source: str = "") -> None:
        """`source` says in words where it is from, when it was filled in."""
        self._choice.setText(colleague.name if colleague else "")
        self._choice.set_note(source if colleague else "")
        if colleague is not None:
            self._field.accept()

    def show_queue(self, name: str, why: str) -> None:
        """Nobody in particular: whoever works in this queue."""
        self._choice.setText(name)
        self._choice.set_note(why)
        self._field.accept()

    def refuse(self, reason: str) -> None:
        self._field.refuse(reason)

    def is_refused(self) -> bool:
        return bool(self._field.reason())

    @Slot()
    def pick(self) -> None:
        """Departments first; what is typed searches everybody."""
        if self._picker is None:
            self._picker = Picker(self.window(), self._label, self.tr("Type a name or department"))
            self._picker.typed.connect(self._on_typed)
            self._picker.picked.connect(self._on_picked)
            self._picker.closed.connect(self._on_closed)
        nothing = self.tr("Nobody has this name.")
        self._picker.open_at(self._choice, self._rows(self._catalogue.departments, ""), nothing=nothing)
        self._watch(True)

    def _watch(self, is_wanted: bool) -> None:
        if self._presences is not None and is_wanted is not self._is_watching:
            self._is_watching = is_wanted
            self._presences.watch(is_wanted)

    @Slot()
    def _on_closed(self) -> None:
        self._watch(False)
        self.closed.emit()

    @Slot()
    def _show_again(self) -> None:
        """A colleague is doing something else now; the row one is at stays chosen."""
        if self._is_watching and self._picker is not None:
            self._picker.renew_rows(self._rows(self._shown, self._picker.text()))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._picker is None:
            return
        if not text.strip():
            self._picker.set_rows(self._rows(self._catalogue.departments, ""))
            return
        task = self._tasks.run(partial(self._colleagues.find, text, _MOST), self, key="colleagues")
        task.succeeded.connect(partial(self._on_found, text))

    def _on_found(self, text: str, found: tuple[Colleague, ...]) -> None:
        if self._picker is not None and self._picker.text() == text:
            self._picker.set_rows(self._rows(found, text))

    @Slot(object)
    def _on_picked(self, key: object) -> None:
        if isinstance(key, UUID) and key in self._found:
            colleague = self._found[key]
            self._catalogue.remember([colleague])
            self.show_colleague(colleague)
            self.picked.emit(colleague)

    def _rows(self, colleagues: tuple[Colleague, ...], typed: str) -> list[Row]:
        self._shown = colleagues
        self._found.update({colleague.id: colleague for colleague in colleagues})
        return [self._row(colleague, typed) for colleague in colleagues]

    def _row(self, colleague: Colleague, typed: str) -> Row:
        state = self._presences.of(colleague) if self._presences is not None else None
        return Row(
            colleague.name,
            " · ".join(part for part in (colleague.function, colleague.department, colleague.availability) if part),
            _ICONS[colleague.kind],
            match=typed,
            key=colleague.id,
            trailing=presence_words.word(state) if state is not None else "",
            trailing_tone=presence_words.tone_of_colleague(state) if state is not None else "muted",
        )
