"""One question in the middle of the window, with its answers as buttons. Knows not what is asked."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.shared import tab_order, theme
from kcc_desktop.ui.shared.basics import Paragraph, column
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Floating
from kcc_desktop.ui.shared.focus import give_back

_WIDTH = 460
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Answer = tuple[str, str, Callable[[], object] | None]  # words, icon, what it does; None: nothing


class Asking(Floating):
    """Enter gives the first answer, Escape the last; each closes it."""

    def __init__(self, window: QWidget) -> None:
        self._title = Paragraph("", size=theme.LEAD, strong=True)
        self._why = Paragraph("", "muted")
        self._place = column(gap=theme.S)
        super().__init__(column(self._title, self._why, self._place, gap=theme.M, margins=(theme.L,)), window, "")
        self._buttons: list[Button] = []
        self._does: list[Callable[[], object] | None] = []
        self._back_to: QWidget | None = None

    def ask(self, title: str, why: str, *answers: Answer) -> None:
        """The first answer is what most will want."""
        if not self.isVisible():
            self._back_to = self.window().focusWidget()
        self._title.set_text(title)
        self._why.set_text(why)
        self.setAccessibleName(f"{title} {why}")
        for old in self._buttons:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._does = [does for _words, _icon, does in answers]
        self._buttons = []
        for number, (words, icon, _does) in enumerate(answers):
            last = number == len(answers) - 1 and number > 0
            button = Button(
                words,
                icon=icon,
                keys="↵" if number == 0 else "Esc" if last else "",
                rank="primary" if number == 0 else "plain",
                wide=True,
            )
            button.clicked.connect(self._on_clicked)
            self._place.addWidget(button)
            self._buttons.append(button)
            button.show()
        width = min(theme.px(_WIDTH), self.window().width() - 2 * theme.L)
        self.place(QRect((self.window().width() - width) // 2, theme.px(104), width, self._height(width)))
        self._buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def buttons(self) -> list[Button]:
        return list(self._buttons)

    def text(self) -> str:
        """What is asked, as it is read out."""
        return self.accessibleName()

    @Slot()
    def close_unanswered(self) -> None:
        """As the last answer."""
        self._answer(len(self._buttons) - 1)

    @Slot()
    def _on_clicked(self) -> None:
        self._answer(next(n for n, button in enumerate(self._buttons) if button is self.sender()))

    def _answer(self, number: int) -> None:
        if not self.isVisible():
            return
        does = self._does[number]
        self.hide()
        give_back(self._back_to)
        self._back_to = None
        if does is not None:
            does()

    def _height(self, width: int) -> int:
        box = self.layout()
        if box is not None:
            box.activate()
            if box.hasHeightForWidth():
                return box.heightForWidth(width + 2 * self.MARGIN) - 2 * self.MARGIN
        return self.card_size().height()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_unanswered()
        elif event.key() in _ENTER:
            focused = self.window().focusWidget()
            self._answer(next((n for n, button in enumerate(self._buttons) if button is focused), 0))
        else:
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return bare and event.key() in (Qt.Key.Key_Escape, *_ENTER)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round among the answers."""
        return tab_order.move(self, forward)
