"""A small form beside the left column, over the timeline and never over the note. Knows no feature.

Escape puts it away and keeps what was typed; Ctrl+Enter saves; Tab stays inside. A refused value is said below its
field, everything else at the foot; what was typed stays in either case.
"""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import InvalidValue, Outage, Refusal
from kcc_desktop.ui.shared import keys, tab_order, theme, wording
from kcc_desktop.ui.shared.abstract import AbstractWidget
from kcc_desktop.ui.shared.basics import Paragraph, Part, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Floating
from kcc_desktop.ui.shared.fields import Field
from kcc_desktop.ui.shared.focus import give_back

_WIDTH = 440
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FormPanel(Floating, metaclass=AbstractWidget):
    """One form. `saved` carries what `_save` handed in with its work, after the work was done."""

    saved = Signal(object)
    closed = Signal()

    def __init__(self, column_widget: QWidget, tasks: TaskRunner, title: str, save: str) -> None:
        self._column, self._tasks = column_widget, tasks
        self._title = Paragraph(title, size=theme.LEAD, strong=True)
        name = QCoreApplication.translate("Kit", "Close; what you typed stays until you save")
        self._close = Button("", icon="x", rank="quiet", height=theme.CONTROL_SMALL, name=name)
        self._body = QWidget()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._body)
        self._problem = Paragraph("", "over")
        self._problem.hide()
        self.save_button = Button(
            save, icon="check", keys=keys.shown("finish"), rank="primary", height=theme.CONTROL_PRIMARY, wide=True
        )
        head = row(self._title, self._close)
        head.setStretch(0, 1)
        foot = column(self._problem, self.save_button, gap=theme.M, margins=(0, 0, theme.XS, 0))
        parts: tuple[Part, ...] = (head, self._scroll, foot)
        self._box = column(*parts, gap=theme.M, margins=(theme.L, theme.M, theme.M, theme.L))
        super().__init__(self._box, column_widget.window(), title)
        self._back_to: QWidget | None = None
        self._fields: dict[str, Field] = {}
        self._outcome: object = None
        self._close.clicked.connect(self.put_away)
        self.save_button.clicked.connect(self.save)

    # What a form says of itself

    def _lay_out(self, *parts: Part) -> None:
        self._body.setLayout(column(*parts, None, gap=theme.M, margins=(0, 0, theme.XS, 0)))

    def _known_as(self, **fields: Field) -> None:
        """Which field an InvalidValue's name means."""
        self._fields.update(fields)

    @abstractmethod
    def _first(self) -> QWidget:
        """Where one begins to type."""

    @abstractmethod
    def _save(self) -> None:
        """Gather what was typed and hand it to `_submit`, or refuse in place."""

    # Opening and closing

    def set_title(self, title: str) -> None:
        self._title.set_text(title)
        self.setAccessibleName(title)

    def appear(self) -> None:
        """In its place, with the focus where one begins."""
        if self.isHidden():
            self._back_to = self.window().focusWidget()
        self.settle()
        self._first().setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def put_away(self) -> None:
        """Hidden, with all that was typed; the focus goes back."""
        if self.isHidden():
            return
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        back, self._back_to = self._back_to, None
        self.hide()
        if inside:
            give_back(back)
        self.closed.emit()

    @Slot()
    def settle(self) -> None:
        """Beside the column where there is room, else over it; as high as needed, inside the window."""
        window = self.window()
        width = min(theme.px(_WIDTH), window.width() - 2 * theme.M)
        corner = self._column.mapTo(window, QPoint(self._column.width() + theme.M, theme.M))
        left = max(theme.M, min(corner.x(), window.width() - width - theme.M))
        top = corner.y()
        inside = width - theme.L - theme.M
        wanted = self._body.heightForWidth(inside) if self._body.hasHeightForWidth() else self._body.sizeHint().height()
        around = self._title.heightForWidth(inside - theme.CONTROL_SMALL - theme.S) + self.save_button.height()
        around += 5 * theme.M + theme.L
        if not self._problem.isHidden():
            around += self._problem.heightForWidth(inside) + theme.M
        room = max(theme.px(160), window.height() - top - theme.M)
        self.place(QRect(left, top, width, min(room, wanted + around)))

    def restyle(self) -> None:
        super().restyle()
        if self.isVisible():
            self.settle()

    # Saving

    @Slot()
    def save(self) -> None:
        if self.save_button.isEnabled():
            for field in self._fields.values():
                field.accept()
            self._say("")
            self._save()

    def _submit(self, work: Callable[[], Any], outcome: object) -> None:
        """Run `work` off the main thread; `saved` then carries `outcome`.

        When it answers a list of InvalidValue, all of it is wrong and nothing was saved.
        """
        self._outcome = outcome
        self.save_button.setEnabled(False)
        task = self._tasks.run(work, self)
        task.succeeded.connect(self._on_done)
        task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_done(self, answer: object) -> None:
        self.save_button.setEnabled(True)
        if isinstance(answer, list) and answer:
            self.refuse(*answer)
        else:
            self._on_saved()

    def _on_saved(self) -> None:
        self.put_away()
        self.saved.emit(self._outcome)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.refuse(error)

    def refuse(self, *errors: Exception) -> None:
        """Said at the field it is about, else at the foot. A bug is raised: it has its own dialog."""
        first: Field | None = None
        for one in errors:
            field = self._fields.get(one.field) if isinstance(one, InvalidValue) else None
            if field is not None and isinstance(one, InvalidValue):
                field.refuse(wording.value_reason(one))
                first = first or field
            elif isinstance(one, (Refusal, Outage)):
                self._say(wording.sentences(*wording.sentence(one)))
            else:
                raise one
        self.settle()
        if first is not None:
            first.control.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(first)

    def _say(self, text: str) -> None:
        self._problem.set_text(text)
        self._problem.setVisible(bool(text))

    def problem(self) -> str:
        """What is said at the foot; "" for nothing."""
        return self._problem.text()

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()  # these keys belong to the form that is open, not to the window below it
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif self._takes(event):
            self.save()
        else:
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            return not bare
        return event.key() in _ENTER and bare == Qt.KeyboardModifier.ControlModifier

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the form."""
        return tab_order.move(self, forward)
