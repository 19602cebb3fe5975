"""The rows of the timeline as a Qt model that takes new rows by what differs. Knows no service and no painting."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kcc_desktop.ui.timeline.days import Section
from kcc_desktop.ui.timeline.rows import DayRow, Row, TailRow, last_section

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_MOST_STEPS = 60  # a filter over thousands of rows is told as a whole, not gap by gap


class TimelineModel(QAbstractListModel):
    """`spoken` words a row for the screen reader. A row is known by its key: what stays keeps its place on screen,
    stays selected and stays open, whatever comes or goes around it."""

    more_wanted = Signal()

    def __init__(self, spoken: Callable[[Row], str], parent: QObject) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._rows: list[Row] = []
        self._places: dict[Hashable, int] | None = {}
        self._has_more = False

    def rows(self) -> Sequence[Row]:
        return self._rows

    def row_at(self, number: int) -> Row | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def place_of(self, key: Hashable) -> int:
        """The line of a row; -1 when it is not there."""
        if self._places is None:
            self._places = {row.key: number for number, row in enumerate(self._rows)}
        return self._places.get(key, -1)

    def show(self, rows: Sequence[Row], *, has_more: bool) -> None:
        """These rows from now on; only what differs is told to the view."""
        self._has_more = has_more
        first, end = _same_ends(self._rows, rows)
        old = [row.key for row in self._rows[first : len(self._rows) - end]]
        new = [row.key for row in rows[first : len(rows) - end]]
        keep = [(first + before, first + after) for before, after in _kept(old, new)]
        last_old, last_new = first + len(old), first + len(new)
        if _steps(first, last_old, last_new, keep) > _MOST_STEPS:
            self._begin_anew(rows)
            return
        self._remove_others(first, last_old, {old for old, _new in keep})
        self._insert_missing(rows, first, last_new, {new for _old, new in keep})
        self._replace_changed(rows, first, last_new)

    def append(self, rows: Sequence[Row], *, has_more: bool) -> None:
        """More rows below those that are there; a row at the end that said "loading" gives way."""
        self.set_tail(None)
        self._has_more = has_more
        self._insert(len(self._rows), rows)

    def set_tail(self, tail: TailRow | None) -> None:
        """What stands at the end while there is more: it is on its way, or did not come and is not asked for again."""
        self._has_more = self._has_more and tail is None
        there = isinstance(self._rows[-1], TailRow) if self._rows else False
        if there and tail is None:
            self._remove(len(self._rows) - 1, len(self._rows) - 1)
        elif there and tail is not None:
            self.put(tail)
        elif tail is not None:
            self._insert(len(self._rows), [tail])

    def put(self, row: Row) -> bool:
        """The row of this key looks different now; False when there is no such row."""
        number = self.place_of(row.key)
        if number >= 0 and self._rows[number] != row:
            self._rows[number] = row
            self._told(number, number)
        return number >= 0

    def retell(self) -> None:
        """Every row is worded anew, in another language or with another list of channels."""
        if self._rows:
            self._told(0, len(self._rows) - 1)

    def last_section(self) -> Section | None:
        """The section the last entry stands under."""
        return last_section(self._rows)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], DayRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def canFetchMore(self, parent: Index = _ROOT) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: Index = _ROOT) -> None:
        """Asks for the next page, once; it comes when it comes."""
        if self.canFetchMore(parent):
            self._has_more = False
            self.more_wanted.emit()

    def _begin_anew(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self._places = None
        self.endResetModel()

    def _remove_others(self, start: int, end: int, kept: set[int]) -> None:
        last = end - 1
        while last >= start:
            if last in kept:
                last -= 1
                continue
            first = last
            while first > start and first - 1 not in kept:
                first -= 1
            self._remove(first, last)
            last = first - 1

    def _insert_missing(self, rows: Sequence[Row], start: int, end: int, kept: set[int]) -> None:
        number = start
        while number < end:
            if number in kept:
                number += 1
                continue
            after = number
            while after < end and after not in kept:
                after += 1
            self._insert(number, rows[number:after])
            number = after

    def _replace_changed(self, rows: Sequence[Row], start: int, end: int) -> None:
        number = start
        while number < end:
            first = number
            while number < end and rows[number] != self._rows[number]:
                self._rows[number] = rows[number]
                number += 1
            if number > first:
                self._told(first, number - 1)
            number += 1

    def _insert(self, at: int, rows: Sequence[Row]) -> None:
        if not rows:
            return
        self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
        self._rows[at:at] = rows
        self._places = None
        self.endInsertRows()

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        del self._rows[first : last + 1]
        self._places = None
        self.endRemoveRows()

    def _told(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last))


def _same_ends(old: Sequence[Row], new: Sequence[Row]) -> tuple[int, int]:
    """How many rows at the beginning and at the end are the same: most of them, when little changed."""
    shorter = min(len(old), len(new))
    first = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a is not b and a != b), shorter)
    backwards = zip(reversed(old), reversed(new), strict=False)
    end = next((n for n, (a, b) in enumerate(backwards) if a is not b and a != b), shorter)
    return first, min(end, shorter - first)


def _steps(start: int, last_old: int, last_new: int, kept: list[tuple[int, int]]) -> int:
    """How many runs of rows would go and come."""
    steps, old, new = 0, start - 1, start - 1
    for here, there in [*kept, (last_old, last_new)]:
        steps += (here > old + 1) + (there > new + 1)
        old, new = here, there
    return steps


def _kept(old: list[Hashable], new: list[Hashable]) -> list[tuple[int, int]]:
    """Which rows stay, as (place before, place after): the most that keep their order among each other."""
    places = {key: number for number, key in enumerate(old)}
    there = [(places[key], number) for number, key in enumerate(new) if key in places]
    ends: list[int] = []  # the smallest place before with which a run of that length can end
    at: list[int] = []
    came_from: list[int] = [-1] * len(there)
    for number, (before, _after) in enumerate(there):
        length = bisect_left(ends, before)
        if length:
            came_from[number] = at[length - 1]
        if length == len(ends):
            ends.append(before)
            at.append(number)
        else:
            ends[length], at[length] = before, number
    kept: list[tuple[int, int]] = []
    number = at[-1] if at else -1
    while number >= 0:
        kept.append(there[number])
        number = came_from[number]
    return kept[::-1]
