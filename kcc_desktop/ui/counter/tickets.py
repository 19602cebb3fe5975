"""Who waits, in the middle: who is next first, then who is at a counter already. Knows no move."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from kcc_desktop.domain.counter import Board, CounterState, Ticket, TicketState
from kcc_desktop.ui.counter import words
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import Layer, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Message
from kcc_desktop.ui.shared.rows import Row, row_list

NARROW = 460  # at 100 % text: the width in which the name of a location and two buttons still fit


class Tickets(Layer):
    """`place` and `room` are pressed for another location and for the wall; `covered` stands above the list."""

    def __init__(self, covered: QWidget) -> None:
        self.place = Button("", icon="map-pin", keys=keys.shown("counter_place"))
        self.room = Button("", icon="monitor", keys=keys.shown("counter_room"))
        self._title = Text("", theme.TITLE, strong=True, elided=True)
        self._summary = Text("", tone="muted", elided=True)
        self._nobody = Message("users", "", "")
        super().__init__("surface")
        self.setAccessibleName(self.tr("Tickets"))
        self.place.setText(self.tr("Location"))
        self.room.setText(self.tr("Waiting room"))
        self.list = row_list(self.tr("Tickets"), [], pad=theme.M, fit=False)
        names = column(self._title, self._summary, gap=0)
        self._head = row(names, row(self.place, self.room, gap=theme.S), gap=theme.S)
        self._head.setStretch(0, 1)
        top = column(self._head, covered, self._nobody, gap=theme.L, margins=(theme.XL, theme.L, theme.XL, theme.S))
        below = column(self.list, margins=(theme.M, 0, theme.M, theme.M))
        box = column(top, below, gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)

    def share(self, width: int) -> None:
        """So much room is left: too little for one line, and the head stands in two."""
        is_narrow = width < theme.px(NARROW)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(direction)

    def show_board(self, board: Board | None, *, has_others: bool) -> None:
        """`has_others`: there are other locations."""
        self.place.setVisible(has_others)
        if board is None:
            self._title.setText(self.tr("Counter"))
            self._nobody.set_message("bank", self.tr("There are no counters"), self.tr("Add them under Settings."))
            return
        self._title.setText(board.location)
        self._summary.setText(self._summed_up(board))
        self._nobody.set_message("users", self.tr("Nobody waits"), self.tr("Who is checked in, stands here."))
        self._nobody.setVisible(not board.tickets)
        self.list.set_rows(self._rows(board))

    def chosen(self, board: Board | None) -> Ticket | None:
        """Whose row is the current one, as it stands now."""
        current = self.list.current_row()
        return board.ticket(current.key) if board is not None and current is not None else None

    def focus_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.list.current_row() is None:
            self.list.choose(0)

    def _rows(self, board: Board) -> list[Row]:
        rows = [words.ticket_row(one, board.estimates.get(one.id), board.now) for one in board.waiting]
        others = [one for one in board.tickets if one.state is not TicketState.WAITING]
        if others:
            rows += [Row(self.tr("At a counter"), heading=True)]
            rows += [words.ticket_row(one, None, board.now) for one in others]
        return rows

    def _summed_up(self, board: Board) -> str:
        waiting = board.waiting
        said = self.tr("%n waiting", "", len(waiting))
        if waiting:
            longest = int((board.now - min(one.created_at for one in waiting)).total_seconds() // 60)
            said = self.tr("{waiting} · longest {minutes} min").format(waiting=said, minutes=longest)
        is_open = sum(one.state is CounterState.OPEN for one in board.counters)
        counters = self.tr("%n counter(s) open", "", is_open)
        return f"{said} · {counters}"
