"""The items of one list, in the order of their norm; loaded on while scrolling. Knows no service and no widget."""

from bisect import insort
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kcc_desktop.domain.work import WorkItem, WorkMark

Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


class WorkModel(QAbstractTableModel):
    """`mark_of`: an item's place in the order of the list; `spoken`: what a screen reader says of it."""

    def __init__(
        self, mark_of: Callable[[WorkItem], WorkMark], spoken: Callable[[WorkItem], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.mark_of, self._spoken = mark_of, spoken
        self._items: list[WorkItem] = []
        self.next: WorkMark | None = None  # where the part begins that is not here yet

    def items(self) -> list[WorkItem]:
        return list(self._items)

    def item_at(self, number: int) -> WorkItem | None:
        return self._items[number] if 0 <= number < len(self._items) else None

    def place_of(self, task_id: UUID | None) -> int:
        """-1 when it is not here."""
        return next((number for number, item in enumerate(self._items) if item.task.id == task_id), -1)

    def begin(self, items: tuple[WorkItem, ...], following: WorkMark | None) -> None:
        """Another list, or the same one read anew."""
        self.beginResetModel()
        self._items, self.next = list(items), following
        self.endResetModel()

    def go_on(self, items: tuple[WorkItem, ...], following: WorkMark | None) -> None:
        """The next part; what is here already, because it moved meanwhile, is not put twice."""
        known = {item.task.id for item in self._items}
        more = [item for item in items if item.task.id not in known]
        self.next = following
        if more:
            first = len(self._items)
            self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
            self._items += more
            self.endInsertRows()

    def put(self, item: WorkItem) -> None:
        """As it is now: in its place, or come in where it belongs, when that is within what is loaded."""
        number = self.place_of(item.task.id)
        if number >= 0:
            if self._key(self._items[number]) == self._key(item):
                self._items[number] = item
                self.dataChanged.emit(self.index(number, 0), self.index(number, 0))
                return
            self.remove(item.task.id)
        if self.next is not None and self._key(item) > (self.next.at, self.next.reference):
            return
        keys = [self._key(one) for one in self._items]
        insort(keys, self._key(item))
        number = keys.index(self._key(item))
        self.beginInsertRows(QModelIndex(), number, number)
        self._items.insert(number, item)
        self.endInsertRows()

    def remove(self, task_id: UUID) -> None:
        number = self.place_of(task_id)
        if number >= 0:
            self.beginRemoveRows(QModelIndex(), number, number)
            del self._items[number]
            self.endRemoveRows()

    def _key(self, item: WorkItem) -> tuple[object, str]:
        mark = self.mark_of(item)
        return mark.at, mark.reference

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item_at(index.row()) if index.isValid() else None
        if item is None:
            return None
        if role == ITEM_ROLE:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(item)
        return None
