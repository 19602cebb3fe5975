"""The pages of the left column, of which one is shown, in what scrolls up and down and never sideways."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kcc_desktop.ui.parties.card_view import CardView
from kcc_desktop.ui.parties.states import AsideBar, Nobody, StaleLine, Trouble
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import column
from kcc_desktop.ui.shared.cards import Skeleton

_EXACTLY = QKeySequence.SequenceMatch.ExactMatch


class Pages(QScrollArea):
    def __init__(self, channel: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aside, self.stale = AsideBar(), StaleLine()
        self.nobody, self.trouble, self.skeleton = Nobody(), Trouble(), Skeleton(6)
        self.card = CardView(channel)
        self._all: tuple[QWidget, ...] = (self.nobody, self.trouble, self.skeleton, self.card)
        for page in self._all[1:]:
            page.hide()
        inside = self._inside = QWidget()
        margins = (theme.L, theme.L, theme.L, theme.S)
        inside.setLayout(column(self.aside, self.stale, *self._all, None, gap=theme.M, margins=margins))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        for section in self.card.sections():
            section.list.reached.connect(self._show_row)

    def show_page(self, shown: QWidget) -> None:
        """One of them; what it says of being old is said anew."""
        self.stale.hide()
        for page in self._all:
            page.setVisible(page is shown)

    def page(self) -> QWidget:
        """Which one is shown."""
        return next(page for page in self._all if not page.isHidden())

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._attaches(event):
            event.accept()  # elsewhere this key finishes the conversation
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._attaches(event):
            self.aside.attach_pressed.emit()
        else:
            super().keyPressEvent(event)

    def _attaches(self, event: QKeyEvent) -> bool:
        return not self.aside.isHidden() and keys.of("finish").matches(event.keyCombination()) is _EXACTLY

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        self.aside.show_keys(now is not None and self.isAncestorOf(now))

    @Slot(QRect)
    def _show_row(self, place: QRect) -> None:
        view = self.sender()
        if isinstance(view, QWidget):
            at = view.mapTo(self._inside, place.center())
            self.ensureVisible(at.x(), at.y(), 0, place.height())
