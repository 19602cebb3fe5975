"""Somebody calls again about what they were promised: one key reminds whoever does it, another makes a new promise."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.work import TaskSummary
from kcc_desktop.ui.shared import formatting, keys, theme
from kcc_desktop.ui.shared.basics import Icon, Layer, Paragraph, column, row
from kcc_desktop.ui.shared.buttons import Button


class RappelOffer(Layer):
    """Shows one open promise. `reminded` carries it, `anew` that a new promise is wanted, `closed` neither."""

    reminded = Signal(object)
    anew = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._promise: TaskSummary | None = None
        super().__init__("well")
        self.setParent(parent)
        self.setAccessibleName(self.tr("This was promised already"))
        self._title = Paragraph(self.tr("This was promised already"), strong=True)
        self._what = Paragraph("")
        self._when = Paragraph("", "muted", theme.CAPTION)
        self._remind = Button(self.tr("Remind"), icon="bell-ringing", keys="↵", rank="primary", wide=True)
        self._remind.clicked.connect(self._on_remind)
        self._anew = Button(self.tr("New promise"), icon="phone-outgoing", keys=keys.shown("callback"), wide=True)
        self._anew.clicked.connect(self._on_anew)
        words = column(self._title, self._what, self._when, gap=2)
        head = row(column(Icon("bell-ringing", "brand"), None), words, gap=theme.S)
        head.setStretch(1, 1)
        self.setLayout(column(head, row(self._remind, self._anew, gap=theme.S), gap=theme.S, margins=(theme.M,)))
        self.hide()

    def offer(self, promise: TaskSummary, now: datetime) -> None:
        """The first choice has the focus: Enter reminds."""
        self._promise = promise
        self._what.set_text(promise.title)
        when = formatting.promise_moment(promise.due_at)
        late = self.tr("promised {moment}, too late") if promise.due_at < now else self.tr("promised {moment}")
        parts = [late.format(moment=when), promise.owner, promise.reference]
        self._when.set_text(" · ".join(part for part in parts if part), "over" if promise.due_at < now else "muted")
        self.show()
        self._remind.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_offered(self) -> bool:
        return not self.isHidden()

    @Slot()
    def withdraw(self) -> None:
        """Not offered any more."""
        self._promise = None
        self.hide()

    @Slot()
    def _on_remind(self) -> None:
        promise = self._promise
        self.closed.emit()  # first: what is hidden gives the focus to the next button
        self.withdraw()
        if promise is not None:
            self.reminded.emit(promise)

    @Slot()
    def _on_anew(self) -> None:
        self.closed.emit()
        self.withdraw()
        self.anew.emit()

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_override and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()  # it closes this, not what lies below
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            self.withdraw()
        else:
            super().keyPressEvent(event)
