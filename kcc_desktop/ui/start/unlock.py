"""Asks the passphrase of the embedded database; a new one twice. What is typed leaves this window as a signal only."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from kcc_desktop.domain.errors import InvalidValue, Outage, Refusal
from kcc_desktop.ui.shared import theme, wording
from kcc_desktop.ui.shared.basics import Paragraph, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.fields import Field, TextField, field
from kcc_desktop.ui.start.door import Door


class Unlock(Door):
    """`typed` carries the passphrase; `refuse` says why it does not fit. `left`: nobody wants to."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, *, is_new: bool) -> None:
        self._is_new = is_new
        self._title = Text("", theme.TITLE, strong=True, elided=True)
        self._why = Paragraph("", "muted")
        self._first, self._second = TextField(), TextField()
        for edit in (self._first, self._second):
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.setMaxLength(1000)
        self._fields: tuple[Field, Field] = (field("", self._first), field("", self._second))
        self._open = Button("", icon="lock-open", keys="↵", rank="primary")
        self._leave = Button("")
        buttons = row(self._open, self._leave, None, gap=theme.S)
        super().__init__(column(self._title, self._why, *self._fields, theme.XS, buttons), "KCC Desktop")
        self._word(is_new=is_new)
        self._fields[1].setVisible(is_new)
        self._open.clicked.connect(self._on_open)
        self._leave.clicked.connect(self.left)
        self._first.returnPressed.connect(self._on_first_done)
        self._second.returnPressed.connect(self._on_open)
        self._first.setFocus()

    def refuse(self, error: Refusal | Outage) -> None:
        """What was typed stays, marked; it can be typed again."""
        title, why = wording.sentence(error)
        self._fields[0].refuse(why or title)
        self._set_busy(False)
        self._first.selectAll()
        self._first.setFocus()

    def _word(self, *, is_new: bool) -> None:
        if is_new:
            self._title.setText(self.tr("Choose a passphrase"))
            self._why.set_text(
                self.tr(
                    "This computer has no keyring, so a sentence of your own locks the data. "
                    "At least 12 characters; nobody can recover it."
                )
            )
        else:
            self._title.setText(self.tr("Unlock the desk"))
            self._why.set_text(self.tr("The data on this computer opens with the passphrase that was chosen for it."))
        self._fields[0].set_label(self.tr("Passphrase"))
        self._first.setAccessibleName(self.tr("Passphrase"))
        self._fields[1].set_label(self.tr("The same again"))
        self._second.setAccessibleName(self.tr("The same passphrase again"))
        self._open.setText(self.tr("Open"))
        self._leave.setText(self.tr("Close"))

    @Slot()
    def _on_first_done(self) -> None:
        if self._is_new:
            self._second.setFocus()
        else:
            self._on_open()

    @Slot()
    def _on_open(self) -> None:
        for part in self._fields:
            part.accept()
        if self._is_new and self._first.text() != self._second.text():
            self._fields[1].refuse(self.tr("These two are not the same. Type the passphrase again."))
            self._second.selectAll()
            self._second.setFocus()
            return
        if not self._first.text():
            self.refuse(InvalidValue("passphrase", "too_short"))
            return
        self._set_busy(True)
        self.typed.emit(self._first.text())

    def _set_busy(self, busy: bool) -> None:
        self._open.setEnabled(not busy)
