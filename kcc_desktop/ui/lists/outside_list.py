"""Promised times that a change left outside the hours: whom somebody has to call. Names no one, only codes."""

from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.lists import Outside, OutsideVisit
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Restyled, column
from kcc_desktop.ui.shared.cards import Banner
from kcc_desktop.ui.shared.formatting import day, time
from kcc_desktop.ui.shared.rows import Row, row_list


class OutsideList(Restyled, QWidget):
    """Hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._banner = Banner("near", "phone-outgoing", "", self.tr("They were promised before this change."))
        self.rows = row_list(self.tr("What lies outside the hours"), [], compact=True)
        self.setLayout(column(self._banner, self.rows, gap=theme.S))
        self.follow_theme()
        self.hide()

    def show_outside(self, outside: tuple[Outside, ...]) -> None:
        title = self.tr("%n appointment(s) outside the hours: call these people", "", len(outside))
        if any(isinstance(one, OutsideVisit) for one in outside):
            title = self.tr("%n visit(s) outside hours or area: move them on On location", "", len(outside))
        self._banner.set_banner("near", "phone-outgoing", title, self.tr("They were promised before this change."))
        self.rows.set_rows([_row(one) for one in outside])
        self.setVisible(bool(outside))


def _row(one: Outside) -> Row:
    where = one.worker if isinstance(one, OutsideVisit) else f"{one.location}, {one.counter}"
    return Row(one.reference, f"{day(one.starts_at)} {time(one.starts_at)} · {where}", key=(one.reference, where))
