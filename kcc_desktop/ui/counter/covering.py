"""A board without a name in it, for a screen where nobody is. Numbers, times and products stay."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.counter import Board, Ticket


def covered(board: Board) -> Board:
    """The same board, every name replaced; what can be done with it is the same."""
    return replace(
        board,
        arrivals=tuple(replace(one, name=_word()) if one.name else one for one in board.arrivals),
        tickets=tuple(covered_ticket(one) for one in board.tickets),
    )


def covered_ticket(ticket: Ticket) -> Ticket:
    """The same ticket without who it is and what a colleague wrote along."""
    return replace(ticket, name=_word() if ticket.name else "", note="")


def _word() -> str:
    return QCoreApplication.translate("Counter", "Name covered")
