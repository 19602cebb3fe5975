"""Rows of a list and the model that holds them. Knows which row is still the same one, not what rows stand for."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One line, or two where `detail` is given. Only the title is strong."""

    title: str
    detail: str = ""
    icon: str = ""
    icon_tone: str = "muted"
    detail_tone: str = "muted"
    detail_icon: str = ""
    trailing: str = ""  # a short word or number at the right
    badge: str = ""
    badge_tone: str = "muted"
    badge_icon: str = ""
    keys: str = ""
    match: str = ""  # what was typed: its words light up where words of the title begin with them
    heading: bool = False
    key: object = None  # an id that stays while the row's words change
    trailing_tone: str = "muted"
    detail_icon_tone: str = ""  # where the icon is not in the tone of its words: done is a green check, quiet words

    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.detail, self.trailing, self.badge) if part)


def _identities(rows: list[Row]) -> list[Hashable]:
    """One value a row by which it is known again; rows without a key are known by their words."""
    seen: Counter[Hashable] = Counter()
    found: list[Hashable] = []
    for row in rows:
        name: Hashable = row.key if row.key is not None and isinstance(row.key, Hashable) else (row.title, row.heading)
        found.append((name, seen[name]))
        seen[name] += 1
    return found


def _runs(flags: list[bool]) -> list[tuple[int, int]]:
    """First and last of each run of True."""
    edges = [at for at, flag in enumerate(flags) if flag != (at > 0 and flags[at - 1])]
    if len(edges) % 2:
        edges.append(len(flags))
    return [(first, end - 1) for first, end in zip(edges[::2], edges[1::2], strict=True)]


class RowModel(QAbstractListModel):
    """Rows in the order given."""

    def __init__(self, rows: list[Row] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = list(rows or [])

    def rows(self) -> list[Row]:
        """As shown."""
        return list(self._rows)

    def row_at(self, index: Index) -> Row | None:
        """The row there; None for no row."""
        return self._rows[index.row()] if index.isValid() else None

    def set_rows(self, rows: list[Row]) -> None:
        """Other rows. A row whose key was there already stays the same row: selected, at its place on screen."""
        wanted, held = _identities(rows), _identities(self._rows)
        keep, known = set(wanted), set(held)
        for first, last in reversed(_runs([name not in keep for name in held])):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        self._reorder([name for name in held if name in keep], wanted)
        for first, last in _runs([name not in known for name in wanted]):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = rows[first : last + 1]
            self.endInsertRows()
        for first, last in _runs([old != new for old, new in zip(self._rows, rows, strict=True)]):
            self._rows[first : last + 1] = rows[first : last + 1]
            self.dataChanged.emit(self.index(first), self.index(last))

    def _reorder(self, held: list[Hashable], wanted: list[Hashable]) -> None:
        place = {name: number for number, name in enumerate(wanted)}
        order = sorted(range(len(held)), key=lambda at: place[held[at]])
        if order == list(range(len(held))):
            return
        self.layoutAboutToBeChanged.emit()
        self._rows = [self._rows[at] for at in order]
        moved = {old: new for new, old in enumerate(order)}
        for index in self.persistentIndexList():
            self.changePersistentIndex(index, self.index(moved[index.row()]))
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)
