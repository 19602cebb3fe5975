"""Who is expected today: a field to check somebody in by code or name, and the list; or the visitors of colleagues."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.calendar import CounterKind
from kcc_desktop.domain.counter import Arrival, ArrivalState, Board
from kcc_desktop.domain.queueing import matches
from kcc_desktop.ui.counter import words
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import Layer, Paragraph, column, heading
from kcc_desktop.ui.shared.buttons import Button, Segment, SegmentRow
from kcc_desktop.ui.shared.fields import TextField
from kcc_desktop.ui.shared.rows import Row, row_list

WIDTH = 320
_OVER = frozenset({ArrivalState.SERVED, ArrivalState.NO_SHOW})


class Arrivals(Layer):
    """`check_in` carries the `Arrival` that is here, `code` what was typed and is nobody's of today."""

    check_in = Signal(object)
    code = Signal(str)
    walk_in_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("canvas")
        self.setAccessibleName(self.tr("Arrivals"))
        self._board: Board | None = None
        self.field = TextField(self.tr("Code or name"), self.tr("Code or name"))
        self.kinds = SegmentRow(
            Segment(self.tr("Counters"), height=theme.CONTROL_SMALL, on=True),
            Segment(self.tr("Visitors"), height=theme.CONTROL_SMALL),
            name=self.tr("Whom they come for"),
        )
        self.list = row_list(self.tr("Arrivals"), [], pad=theme.L, fit=False)
        self._nobody = Paragraph("", "muted")
        self.walk_in = Button(
            self.tr("Without an appointment"), icon="ticket", keys=keys.shown("counter_walk_in"), wide=True
        )
        self._title = heading(self.tr("Expected today"))
        pad = theme.L
        head = column(self._title, self.field, self.kinds, gap=theme.M, margins=(pad, pad, pad, 0))
        nobody = column(self._nobody, margins=(pad, 0, pad, 0))
        self.told = Button(self.tr("Announced"), icon="bell", keys=keys.shown("counter_told"), wide=True)
        self.collected = Button(
            self.tr("Collected"), icon="check-circle", keys=keys.shown("counter_collected"), wide=True
        )
        self._of_host = QWidget()
        self._of_host.setLayout(column(self.told, self.collected))
        self._of_host.hide()
        foot = column(self._of_host, self.walk_in, margins=(pad, 0, pad, pad))
        box = column(head, nobody, self.list, foot, gap=theme.M)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.field.textChanged.connect(self.show_rows)
        self.field.installEventFilter(self)
        self.kinds.chosen.connect(self._on_kind)
        self.list.activated.connect(self._on_row)
        self.walk_in.clicked.connect(self.walk_in_wanted)

    def show_board(self, board: Board) -> None:
        self._board = board
        self.show_rows()

    def chosen(self) -> Arrival | None:
        """Whose row is the current one, as it stands now."""
        return self._of(self.list.current_row())

    def _of(self, row: Row | None) -> Arrival | None:
        arrivals = self._board.arrivals if self._board is not None else ()
        return next((one for one in arrivals if row is not None and one.appointment_id == row.key), None)

    @Slot()
    def show_rows(self) -> None:
        """Who is still to come first, then who is here, then who was; of those whom the typed words may mean."""
        found = self._found()
        is_host = self.kinds.index() == 1
        make = words.visitor_row if is_host else words.arrival_row
        rows: list[Row] = []
        if is_host:
            hosts = dict.fromkeys(one.counter for one in found)
            for host in hosts:
                rows.append(Row(host, heading=True))
                rows += [make(one) for one in found if one.counter == host]
        else:
            rows = [make(one) for one in sorted(found, key=lambda one: one.state in _OVER)]
        self.list.set_rows(rows)
        nothing = self.tr("Nobody by that code or name is expected here today.")
        none = self.tr("Nobody is expected today.")
        self._nobody.set_text(nothing if self.field.text().strip() else none)
        self._nobody.setVisible(not rows)
        self._of_host.setVisible(is_host and bool(rows))  # nobody to announce, nothing to press

    def _found(self) -> list[Arrival]:
        kind = CounterKind.HOST if self.kinds.index() == 1 else CounterKind.DESK
        arrivals = self._board.arrivals if self._board is not None else ()
        typed = self.field.text()
        # Somebody who is looked for by code or name may come for anybody.
        return [one for one in arrivals if matches(one, typed) and (typed.strip() or one.kind is kind)]

    @Slot(int)
    def _on_kind(self, _number: int) -> None:
        self.show_rows()

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        arrival = self._of(self.list.row_at(index))
        if arrival is not None:
            self.check_in.emit(arrival)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._enter()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                self.list.choose(max(0, self.list.currentIndex().row()))
                return True
        return super().eventFilter(watched, event)

    def _enter(self) -> None:
        """The one who is meant; of several the first who is still to come."""
        if not self.field.text().strip():
            return
        coming = [one for one in self._found() if one.state in (ArrivalState.EXPECTED, ArrivalState.LATE)]
        found = coming or self._found()
        if found:
            self.check_in.emit(found[0])
        else:
            self.code.emit(self.field.text())
