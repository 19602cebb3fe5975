"""The one note of a question, which becomes what the citizen may read. Puts the caret back where it was."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.notes import LONGEST
from kcc_desktop.domain.ongoing import Question
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Text, column
from kcc_desktop.ui.shared.fields import NoteField, field


class NoteSection(QWidget):
    """`typed` carries the whole text, `caret_moved` where the caret stands."""

    typed = Signal(str)
    caret_moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = object()
        self.edit = NoteField(self.tr("Note, becomes the summary"), 4, placeholder=self.tr("What is it about?"))
        self.edit.textChanged.connect(self._on_text)
        self.edit.cursorPositionChanged.connect(self._on_caret)
        self._field = field(self.tr("Note (becomes the summary)"), self.edit)
        self._limit: int | None = None
        self._short = Text("", theme.CAPTION, tone="muted", elided=True)
        self._short.hide()
        self.setLayout(column(self._field, self._short, gap=2))

    def show_question(self, question: Question) -> None:
        """Another question comes with its text and caret; the same one changes only when its text did elsewhere."""
        is_other, self._shown = question.id != self._shown, question.id
        if self.edit.toPlainText() == question.summary and not is_other:
            return
        self.edit.blockSignals(True)
        if self.edit.toPlainText() != question.summary:
            self.edit.setPlainText(question.summary)
        if is_other:
            self.edit.document().clearUndoRedoStacks()
        cursor = self.edit.textCursor()
        cursor.setPosition(min(question.caret, self.edit.document().characterCount() - 1))
        self.edit.setTextCursor(cursor)
        self.edit.blockSignals(False)
        self.edit.accept()

    def show_limit(self, limit: int | None) -> None:
        """How many characters are short enough; it is said and refuses nothing. None: as many as there are."""
        self._limit = limit
        self._show_length()

    def limit_shown(self) -> str:
        """What is said about its length; "" when nothing is."""
        return "" if self._short.isHidden() else self._short.text()

    def _show_length(self) -> None:
        self._short.setVisible(self._limit is not None)
        if self._limit is not None:
            length = len(self.edit.toPlainText())
            words = self.tr("Keep it short: {length} of {limit} characters")
            self._short.setText(words.format(length=length, limit=self._limit))
            self._short.set_tone("near" if length > self._limit else "muted")

    def refuse(self, reason: str) -> None:
        """Said below the note, with the hand there; what was typed stays."""
        self.edit.refuse(self._too_long() or reason)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def append(self, text: str) -> None:
        """Put text of an earlier contact under what is there; one undo takes it away."""
        cursor = self.edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        before = self.edit.toPlainText()
        cursor.insertText(text if not before or before.endswith("\n") else f"\n{text}")
        self.edit.setTextCursor(cursor)
        self.edit.setFocus()

    @Slot()
    def _on_text(self) -> None:
        reason = self._too_long()
        if reason:
            self.edit.refuse(reason)
        else:
            self.edit.accept()
        self._show_length()
        self.typed.emit(self.edit.toPlainText())

    def _too_long(self) -> str:
        """By how much; "" when it fits."""
        over = len(self.edit.toPlainText()) - LONGEST
        return self.tr("The note is too long by %n character(s). Nothing of it is gone.", "", over) if over > 0 else ""

    @Slot()
    def _on_caret(self) -> None:
        self.caret_moved.emit(self.edit.textCursor().position())
