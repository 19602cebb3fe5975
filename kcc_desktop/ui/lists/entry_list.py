"""One list's entries with a field that narrows them. Knows how they read, not what is done with them."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.folding import fold
from kcc_desktop.domain.lists import ListEntry, ListKind
from kcc_desktop.ui.lists import words
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import Paragraph, Restyled, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Message
from kcc_desktop.ui.shared.fields import TextField
from kcc_desktop.ui.shared.rows import Row, row_list


class EntryList(Restyled, QWidget):
    """`chosen` carries the id of the entry the cursor is on; "" for none."""

    chosen = Signal(str)
    new_wanted = Signal()
    import_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = ListKind.PRODUCTS
        self._rows: list[tuple[Row, str]] = []  # each with what the filter looks in
        self._title = Text("", theme.TITLE, strong=True, elided=True)
        self._about = Paragraph("", "muted", theme.CAPTION)
        self.filter = TextField(self.tr("Search in this list"), self.tr("Search in this list"))
        self.filter.setMaxLength(100)
        self.new_button = Button("", icon="plus", keys=keys.shown("new_entry"))
        self.import_button = Button(self.tr("Bring in a file"), icon="upload-simple", keys=keys.shown("import_list"))
        self.rows = row_list("", [], pad=theme.M, fit=False)
        self._empty = Message("list-bullets", "", "")
        self._empty.hide()
        head = column(self._title, self._about, gap=theme.XS)
        tools = row(self.filter, self.new_button, self.import_button, gap=theme.S)
        tools.setStretch(0, 1)
        self.setLayout(
            column(head, tools, self.rows, self._empty, gap=theme.M, margins=(theme.XL, theme.L, theme.L, theme.M))
        )
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.rows.selectionModel().currentChanged.connect(self._on_current)
        self.new_button.clicked.connect(self.new_wanted)
        self.import_button.clicked.connect(self.import_wanted)
        self.follow_theme()

    def set_heading(self, kind: ListKind) -> None:
        """Whose entries these are."""
        self._kind = kind
        title, about, new, _icon = words.LISTS[kind]
        self._title.setText(words.say(title))
        self._about.set_text(words.say(about))
        self.new_button.setText(words.say(new))
        self.new_button.setVisible(bool(new))
        self.rows.setAccessibleName(words.say(title))

    def set_entries(self, kind: ListKind, entries: tuple[ListEntry, ...], unsaved: frozenset[str]) -> None:
        """Other entries; those `unsaved` say so."""
        badge = self.tr("not saved")
        self._rows = []
        for entry in entries:
            shown = words.entry_row(kind, entry, badge if entry.id in unsaved else "")
            self._rows.append((shown, fold(" ".join((shown.title, shown.detail, *entry.cells.values())))))
        self._narrow()

    def choose(self, entry_id: str) -> None:
        """Put the cursor on an entry; "" takes it away. One that the filter hides is shown by letting it go."""
        found = self._line_of(entry_id)
        if found < 0 and entry_id and self.filter.text():
            self.filter.clear()
            found = self._line_of(entry_id)
        before = self.chosen_id()
        self.rows.choose(found)
        if found >= 0 and before == entry_id:
            self.chosen.emit(entry_id)

    def chosen_id(self) -> str:
        """Where the cursor is."""
        current = self.rows.current_row()
        return str(current.key) if current is not None else ""

    @Slot()
    def focus_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    @Slot()
    def focus_list(self) -> None:
        target = self.rows if self.rows.isVisibleTo(self) else self.filter
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def clear_filter(self) -> None:
        self.filter.clear()

    def say(self, text: str) -> None:
        """Why nothing could be read."""
        self._empty.set_message("warning", self.tr("This list cannot be read now"), text, "near")
        self._empty.show()
        self.rows.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        down = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_key = watched is self.filter and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in down:
            self.focus_list()
            if not self.chosen_id():
                self.rows.choose(0)
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _narrow(self) -> None:
        wanted = fold(self.filter.text()).split()
        found = [shown for shown, looked_in in self._rows if all(word in looked_in for word in wanted)]
        self.rows.set_rows(found)
        self.rows.setVisible(bool(found))
        self._empty.setVisible(not found)
        if not self._rows:
            self._empty.set_message(
                "list-bullets", self.tr("There is nothing here yet"), self.tr("Make one, or bring in a file.")
            )
        elif not found:
            self._empty.set_message(
                "magnifying-glass", self.tr("Nothing has these words"), self.tr("Clear the field to see them all.")
            )

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        current = self.rows.row_at(index)
        self.chosen.emit(str(current.key) if current is not None else "")

    def _line_of(self, entry_id: str) -> int:
        model = self.rows.model()
        rows = (self.rows.row_at(model.index(line, 0)) for line in range(model.rowCount()))
        return next((line for line, one in enumerate(rows) if one is not None and one.key == entry_id), -1)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(400))
