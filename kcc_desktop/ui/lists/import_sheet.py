"""What a file would do to a list, before it is written: how much is new, what is refused and why. Knows no service."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from kcc_desktop.domain.lists import CellProblem, ListReport
from kcc_desktop.ui.lists import words
from kcc_desktop.ui.lists.outside_list import OutsideList
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import Paragraph, Restyled, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.rows import Row, row_list

_MOST_SHOWN = 200


class ImportSheet(Restyled, QWidget):
    """First a look, then the same with `write_wanted`; `closed` leaves it as it is."""

    write_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.file: Path | None = None
        self._title = Text("", theme.LEAD, strong=True, elided=True)
        self._counts = Paragraph("", size=theme.BODY, strong=True)
        self._note = Paragraph("", "muted")
        self._refused_title = Text(self.tr("Refused"), theme.CAPTION, strong=True, tone="muted")
        self.refused = row_list(self.tr("Refused lines"), [], compact=True)
        self.outside = OutsideList()
        self.write_button = Button(
            "", icon="check", keys=keys.shown("save_entry"), rank="primary", height=theme.CONTROL_PRIMARY, wide=True
        )
        self.close_button = Button(self.tr("Close"), rank="quiet", keys=keys.shown("later"))
        body = QWidget()
        inside = column(
            self._counts,
            self._note,
            self._refused_title,
            self.refused,
            self.outside,
            None,
            gap=theme.S,
            margins=(theme.L, 0, theme.L, theme.L),
        )
        body.setLayout(inside)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        head = row(self._title, self.close_button, margins=(theme.L, theme.L, theme.M, theme.M))
        head.setStretch(0, 1)
        foot = column(self.write_button, margins=(theme.L, theme.M, theme.L, theme.L))
        self.setLayout(column(head, scroll, foot, gap=0))
        self.write_button.clicked.connect(self.write_wanted)
        self.close_button.clicked.connect(self.closed)
        self.follow_theme()

    def show_reading(self, file: Path) -> None:
        """The file is being looked at."""
        self.file = file
        self._title.setText(file.name)
        self._fill(self.tr("Reading the file …"), "", [])
        self.write_button.setVisible(False)

    def show_look(self, report: ListReport) -> None:
        """What would come of it; nothing is written yet."""
        self._fill(self._counted(report), self.tr("Nothing is written yet."), _rows(report))
        self.outside.show_outside(report.outside)
        many = report.added + report.changed
        self.write_button.setVisible(many > 0)
        self.write_button.setText(self.tr("Bring in %n line(s)", "", many))
        if not many:
            self._note.set_text(self.tr("There is nothing to bring in."))

    def show_done(self, report: ListReport) -> None:
        """What came of it."""
        self._fill(self._counted(report), self.tr("It is written. Other desks see it by themselves."), _rows(report))
        self.outside.show_outside(report.outside)
        self.write_button.setVisible(False)

    def show_refused(self, problem: CellProblem, line: int) -> None:
        """The whole file is refused."""
        self._fill(self.tr("This file cannot be brought in"), words.problem(problem, line), [])
        self.write_button.setVisible(False)

    def say(self, text: str) -> None:
        """What went wrong meanwhile."""
        self._note.set_text(text)
        self._note.setVisible(bool(text))

    def first(self) -> QWidget:
        """Where the focus goes."""
        return self.write_button if self.write_button.isVisibleTo(self) else self.close_button

    def counts(self) -> str:
        return self._counts.text()

    def _counted(self, report: ListReport) -> str:
        text = self.tr("{added} new, {changed} changed, {same} the same, {refused} refused")
        return text.format(
            added=report.added, changed=report.changed, same=report.unchanged, refused=len(report.refused)
        )

    def _fill(self, counts: str, note: str, rows: list[Row]) -> None:
        self._counts.set_text(counts)
        self.say(note)
        self.refused.set_rows(rows)
        self._refused_title.setVisible(bool(rows))
        self.refused.setVisible(bool(rows))
        self.outside.show_outside(())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), theme.px(400))


def _rows(report: ListReport) -> list[Row]:
    return [
        Row(
            words.line_of(one.line, one.problem.name),
            words.problem(one.problem, one.line),
            icon="warning",
            icon_tone="over",
            key=(one.line, one.problem.name),
        )
        for one in report.refused[:_MOST_SHOWN]
    ]
