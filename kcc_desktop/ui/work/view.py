"""The list of work on screen: rows of one height, so that thousands cost nothing, and one that is opened in place."""

from uuid import UUID

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from kcc_desktop.domain.work import WorkItem
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Restyled
from kcc_desktop.ui.work import delegate
from kcc_desktop.ui.work.delegate import WorkDelegate
from kcc_desktop.ui.work.model import Index, WorkModel

_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_AHEAD = 12  # rows before the end at which the next part is asked for


class Heading(Restyled, QWidget):
    """The names of the columns, painted on the rows' grid."""

    def __init__(self, view: QTableView) -> None:
        super().__init__()
        self._view = view
        self._is_by_age = False
        self.follow_theme()

    def set_by_age(self, is_by_age: bool) -> None:
        """The arrow stands at what the rows are sorted by: since when they wait, else when their norm runs out."""
        self._is_by_age = is_by_age
        self.update()

    def restyle(self) -> None:
        self.setFixedHeight(theme.grown(theme.ROW, theme.CAPTION))

    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRect(0, 0, self._view.viewport().width(), self.height())
        norm, since = self.tr("Norm"), self.tr("Since")
        names = (
            norm if self._is_by_age else f"{norm} ↑",
            self.tr("Question and resident"),
            self.tr("With whom"),
            f"{since} ↑" if self._is_by_age else since,
        )
        delegate.heading(QPainter(self), area, *names)


class WorkView(Restyled, QTableView):
    """`pressed_item` carries the id of the row that was clicked or entered, `more_wanted` that the end is near."""

    pressed_item = Signal(object)  # UUID
    chosen = Signal(object)  # UUID | None
    more_wanted = Signal()

    def __init__(self, model: WorkModel, painter: WorkDelegate, name: str) -> None:
        super().__init__()
        self._model, self._painter = model, painter
        self._card: QWidget | None = None
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().valueChanged.connect(self._ask_for_more)
        self.verticalScrollBar().rangeChanged.connect(self._ask_for_more)
        model.rowsInserted.connect(self._keep_card_room)
        model.rowsRemoved.connect(self._keep_card_room)
        model.modelReset.connect(self._keep_card_room)
        self.follow_theme()

    def restyle(self) -> None:
        self.setFont(theme.font())
        self.verticalHeader().setMinimumSectionSize(delegate.line_height())
        self.verticalHeader().setDefaultSectionSize(delegate.line_height())
        self.fit_card()

    def current_item(self) -> WorkItem | None:
        return self._model.item_at(self.currentIndex().row())

    def item_of(self, task_id: UUID) -> WorkItem | None:
        """The item with this id, where it is in the list."""
        return self._model.item_at(self._model.place_of(task_id))

    def choose(self, task_id: UUID | None) -> None:
        """Make that item the current one; the first when it is not here."""
        number = max(0, self._model.place_of(task_id))
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(number, 0))

    def open_row(self, task_id: UUID, card: QWidget) -> None:
        """Show `card` under that item's line."""
        self.close_row()
        number = self._model.place_of(task_id)
        if number < 0:
            return
        self._painter.opened, self._card = task_id, card
        # No index widget: that one dies when the list is read anew, with what was typed in it.
        card.setParent(self.viewport())
        card.show()
        self.fit_card()
        self.fit_card_soon()
        self.scrollTo(self._model.index(number, 0))

    def close_row(self) -> None:
        """The row is as the others again; its card goes, and the focus comes back here when it was in it."""
        card, task_id = self._card, self._painter.opened
        self._card = self._painter.opened = None
        if card is None:
            return
        inside = self.window().focusWidget()
        had_focus = inside is not None and card.isAncestorOf(inside)
        number = self._model.place_of(task_id)
        if number >= 0:
            self.setRowHeight(number, delegate.line_height())
        card.hide()
        card.deleteLater()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.viewport().update()

    def opened_id(self) -> UUID | None:
        return self._painter.opened

    @Slot()
    def fit_card_soon(self) -> None:
        """When its layout has settled: what wraps tells its height only then."""
        QTimer.singleShot(0, self, self.fit_card)

    @Slot()
    def fit_card(self) -> None:
        """The opened row is as high as its card wants to be at this width."""
        number = self._model.place_of(self._painter.opened) if self._card is not None else -1
        if self._card is not None and number >= 0:
            width = self.viewport().width()
            layout = self._card.layout()
            if layout is not None:
                layout.activate()
            wraps = self._card.hasHeightForWidth()
            high = self._card.heightForWidth(width) if wraps else self._card.sizeHint().height()
            if self.rowHeight(number) != high:
                self.setRowHeight(number, high)
                self._reveal(number)
        self._place_card()

    def _reveal(self, number: int) -> None:
        """All of a row that grew, its line at least."""
        top = self.rowViewportPosition(number)
        below = top + self.rowHeight(number) - self.viewport().height()
        if below > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + min(below, top))

    @Slot()
    def _place_card(self) -> None:
        """Over its row, wherever that is now; away while the row is in no list."""
        if self._card is None:
            return
        number = self._model.place_of(self._painter.opened)
        self._card.setVisible(number >= 0)
        if number >= 0:
            self._card.setGeometry(self.visualRect(self._model.index(number, 0)))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_card()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_card()

    @Slot()
    def _keep_card_room(self) -> None:
        for number in range(self._model.rowCount()):
            if self.rowHeight(number) != delegate.line_height() and number != self._model.place_of(self.opened_id()):
                self.setRowHeight(number, delegate.line_height())
        self.fit_card()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_card()

    @Slot()
    def _ask_for_more(self) -> None:
        bar = self.verticalScrollBar()
        if self._model.next is not None and bar.maximum() - bar.value() < _AHEAD * delegate.line_height():
            self.more_wanted.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        item = self._model.item_at(current.row())
        self._painter.current = item.task.id if item is not None else None
        self.viewport().update()
        self.chosen.emit(self._painter.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.current_item()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _OPENING_KEYS and item is not None:
            self.pressed_item.emit(item.task.id)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the panel here."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self._model.item_at(self.indexAt(event.position().toPoint()).row())
        if event.button() == Qt.MouseButton.LeftButton and item is not None:
            self.pressed_item.emit(item.task.id)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        return super().viewportEvent(event)
