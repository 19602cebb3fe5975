"""A list of events that lie where a geometry says: what Qt asks of a list, answered for days and lanes.

Scrolled by pixels; the heads above and the axis at the left cover what is scrolled below them.
"""

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView

from kcc_desktop.domain.agenda import AgendaEvent
from kcc_desktop.ui.agenda.geometry import Geometry
from kcc_desktop.ui.agenda.model import EventModel
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Restyled
from kcc_desktop.ui.shared.row_model import Index


class PlacedEvents(Restyled, QListView):
    """`lies`: where everything lies now; `lay_out` takes another geometry."""

    def __init__(self, name: str, lies: Geometry) -> None:
        super().__init__()
        self.lies = lies
        self.events = EventModel(self)
        self.setModel(self.events)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def lay_out(self, lies: Geometry) -> None:
        self.lies = lies
        self.updateGeometries()

    def box_of(self, event: AgendaEvent) -> QRect:
        """Where it lies, scrolled nowhere; empty when its day or lane is not shown."""
        box = self.lies.box(event.on, event.lane_id, event.quantum, event.end)
        if event.is_extra:  # beside the one it was booked over
            box.setLeft(box.left() + box.width() // 2)
        return box

    def index_of(self, event: AgendaEvent) -> QModelIndex:
        return self.events.index(self.events.index_of(event))

    def visualRect(self, index: Index) -> QRect:
        event = self.events.event_at(index)
        return (
            self.box_of(event).translated(-self.horizontalOffset(), -self.verticalOffset())
            if event is not None
            else QRect()
        )

    def indexAt(self, point: QPoint) -> QModelIndex:
        inside = point + QPoint(self.horizontalOffset(), self.verticalOffset())
        for number, event in reversed(list(enumerate(self.events.events()))):
            if self.box_of(event).contains(inside):
                return self.events.index(number)
        return QModelIndex()

    def scrollTo(self, index: Index, _hint: object = None) -> None:
        event = self.events.event_at(index)
        if event is not None:
            self.scroll_to_box(self.box_of(event))

    def scroll_to_box(self, box: QRect) -> None:
        """Into sight, below the heads and beside the axis."""
        view, g = self.viewport().size(), self.lies
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if box.top() - down.value() < g.head:
            down.setValue(box.top() - g.head - theme.S)
        elif box.bottom() - down.value() > view.height():
            down.setValue(min(box.bottom() - view.height() + theme.S, box.top() - g.head - theme.S))
        if box.left() - across.value() < g.axis:
            across.setValue(box.left() - g.axis - theme.S)
        elif box.right() - across.value() > view.width():
            across.setValue(box.right() - view.width() + theme.S)

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        return False

    def visualRegionForSelection(self, selection: object) -> QRegion:
        return QRegion(self.visualRect(self.currentIndex()))

    def doItemsLayout(self) -> None:
        self.updateGeometries()

    def updateGeometries(self) -> None:
        if not hasattr(self, "lies"):  # Qt asks while it is being made
            return
        whole, view = self.lies.size(), self.viewport().size()
        for bar, length, room in (
            (self.horizontalScrollBar(), whole.width(), view.width()),
            (self.verticalScrollBar(), whole.height(), view.height()),
        ):
            bar.setRange(0, max(0, length - room))
            bar.setPageStep(room)
            bar.setSingleStep(theme.line_height())
