"""A list whose rows have heights of their own and keep their place on screen.

Qt's list asks every row for its height whenever one row comes: with ten thousand rows that is felt. Here heights are
numbers, laid out at once. It is still a QListView: as one, and as nothing less, it is read out by a screen reader.
Knows no key, no mouse and no painting.
"""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Restyled
from kcc_desktop.ui.timeline.delegate import heights
from kcc_desktop.ui.timeline.geometry import Geometry
from kcc_desktop.ui.timeline.model import TimelineModel
from kcc_desktop.ui.timeline.rows import DayRow, EntryRow, LiveRow, Row

Index = QModelIndex | QPersistentModelIndex
_BELOW = 10  # air under the card of an opened row


class PlacedRows(Restyled, QListView):
    """What one looks at stays where it is when rows come and go; at the top one sees what comes."""

    def __init__(self, model: TimelineModel, name: str) -> None:
        self._geometry = Geometry()
        self._is_stale = False
        self._anchor: list[tuple[Hashable, int]] | None = None  # rows that were on screen, each with its place there
        self._hovered = -1
        self._current_key: Hashable = None
        super().__init__()
        self._model = model
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._settle)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._read_ahead)
        self.setAccessibleName(name)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setModel(model)
        for signal in (model.rowsAboutToBeInserted, model.rowsAboutToBeRemoved, model.modelAboutToBeReset):
            signal.connect(self._before_rows_change)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._rows_changed)

    def current_row(self) -> Row | None:
        return self._model.row_at(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def is_settling(self) -> bool:
        """Whether rows came or went and are not laid out yet, or more may be asked for in a moment."""
        return self._soon.isActive() or self._ahead.isActive()

    def choose(self, key: Hashable) -> None:
        """Make a row the current one, without opening it."""
        number = self._model.place_of(key)
        if number >= 0:
            self.setCurrentIndex(self._model.index(number))

    def go_to_top(self) -> None:
        """Other rows are on their way: they are seen from the first on."""
        if self._anchor is not None:
            self._anchor = []
        self.verticalScrollBar().setValue(0)

    def places(self) -> tuple[tuple[Hashable, int], ...]:
        """The rows on screen, each with its place there; none at the top, where one sees what comes."""
        self._laid_out()
        if self.verticalOffset() == 0:
            return ()
        seen = ((self._model.row_at(number), self._geometry.top(number)) for number in self._visible_rows())
        offset = self.verticalOffset()
        return tuple((row.key, top - offset) for row, top in seen if isinstance(row, EntryRow | LiveRow))

    def put_at(self, places: Sequence[tuple[Hashable, int]]) -> bool:
        """Scroll so that the first of these rows that is here has its place again; False when it cannot be there."""
        self._laid_out()
        for key, place in places:
            number = self._model.place_of(key)
            if number >= 0:
                wanted = self._geometry.top(number) - place
                self.verticalScrollBar().setValue(wanted)
                return self.verticalOffset() == wanted
        return False

    def choose_first(self) -> None:
        """The first row that can be chosen; none in an empty list."""
        first = self._step(-1, 1)
        if first >= 0:
            self.setCurrentIndex(self._model.index(first))

    @Slot()
    def _before_rows_change(self) -> None:
        if not self._is_stale:
            self._hold()
        row = self.current_row()
        if row is not None:
            self._current_key = row.key

    @Slot()
    def _rows_changed(self) -> None:
        self._is_stale = True
        self._hovered = -1
        self._soon.start(0)

    def _hold(self, first: Hashable = None) -> None:
        """Remember what is on screen and where, before it moves; `first` is what counts most."""
        if self._anchor is not None or self._is_stale:
            return
        offset, keys = self.verticalOffset(), []
        for number in self._visible_rows():
            row = self._model.row_at(number)
            if isinstance(row, EntryRow | LiveRow):
                keys.append((row.key, self._geometry.top(number) - offset))
        current = self.current_row()
        keys.sort(key=lambda held: (held[0] != first, current is None or held[0] != current.key))
        at_the_top = offset == 0 and first is None
        self._anchor = [] if at_the_top else keys

    @Slot()
    def _settle(self) -> None:
        """Lay out anew, with what one looked at in its place."""
        if self._is_stale:
            self._lay_out()
            self.updateGeometries()
            self._put_back()
            self.viewport().update()

    def _lay_out(self) -> None:
        self._is_stale = False
        heading, line = heights()
        tall = [heading if isinstance(row, DayRow) else line for row in self._model.rows()]
        self._geometry = Geometry(self._heights(tall))

    def _heights(self, closed: list[int]) -> list[int]:
        """How high the rows are; all of them closed, unless somebody knows better."""
        return closed

    def _placed(self) -> None:
        """The rows are where they are now."""

    def _most_looked_at(self) -> Hashable:
        """The row that keeps its place before all others."""
        return None

    def _put_back(self) -> None:
        anchor, self._anchor = self._anchor, None
        for key, place in anchor or ():
            number = self._model.place_of(key)
            if number >= 0:
                self.verticalScrollBar().setValue(self._geometry.top(number) - place)
                break
        if not self.currentIndex().isValid() and self._current_key is not None:
            number = self._model.place_of(self._current_key)
            if number >= 0:  # the model was laid out anew: what was chosen is chosen again
                self.selectionModel().setCurrentIndex(
                    self._model.index(number), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
        self._placed()

    def _laid_out(self) -> Geometry:
        if self._is_stale:
            self._settle()
        return self._geometry

    def _area_of(self, number: int) -> QRect:
        geometry = self._laid_out()
        top = geometry.top(number) - self.verticalOffset()
        return QRect(0, top, self.width(), geometry.height(number))  # under the scroll bar too: it comes and goes

    def _visible_rows(self) -> range:
        offset = self.verticalOffset()
        return self._geometry.rows_between(offset, offset + self.viewport().height())

    def _reveal(self, number: int) -> None:
        """Scroll so that the row is on screen; of one that is too high for it, its top."""
        if number < 0:
            return
        area, bar, room = self._area_of(number), self.verticalScrollBar(), self.viewport().height()
        if area.top() < 0 or area.height() > room:
            above = 0 if number > 1 else area.top() + self.verticalOffset()  # with the first row, its heading
            bar.setValue(self.verticalOffset() + area.top() - above)
        elif area.bottom() > room:
            bar.setValue(self.verticalOffset() + area.bottom() + 1 - room)

    @Slot()
    def _read_ahead(self) -> None:
        """Ask for the next page two screens before the end is seen."""
        end = self._laid_out().total - self.verticalOffset() - self.viewport().height()
        if end < 2 * self.viewport().height() and self._model.canFetchMore():
            self._model.fetchMore()

    def setModel(self, model: TimelineModel) -> None:  # type: ignore[override]
        super().setModel(model)
        self._is_stale = True

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        area = self._area_of(index.row())
        area.setWidth(self.viewport().width())
        return area

    def indexAt(self, point: QPoint) -> QModelIndex:
        number = self._laid_out().row_at(point.y() + self.verticalOffset())
        return self._model.index(number) if number >= 0 else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if index.isValid():
            self._reveal(index.row())

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.topLeft())
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region = region.united(QRegion(self.visualRect(index)))
        return region

    def _step(self, number: int, direction: int) -> int:
        """The next row that can be chosen, beyond `number`; -1 when there is none."""
        number += direction
        while 0 <= number < len(self._model.rows()):
            if not isinstance(self._model.row_at(number), DayRow):
                return number
            number += direction
        return -1

    def doItemsLayout(self) -> None:
        # Qt's own would measure and place every row; ours have their places.
        QAbstractItemView.doItemsLayout(self)
        self._settle()

    def updateGeometries(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(room)
        bar.setSingleStep(theme.px(28))
        bar.setRange(0, max(0, self._geometry.total + theme.S - room))
        QAbstractItemView.updateGeometries(self)
        self._ahead.start(0)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._placed()
        self.viewport().update()
        self._ahead.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._hold(self._most_looked_at())
            self._is_stale = True
        QAbstractItemView.resizeEvent(self, event)
        self._settle()
        self._placed()

    def restyle(self) -> None:
        self._hold(self._most_looked_at())
        self._rows_changed()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(400))
